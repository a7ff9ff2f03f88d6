"""What holds for the blocks of any document: in order, apart, within the text, and over every word of it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import markdown, read_text
from statement_compare.engine.readers.extract import Piece, Request, assemble
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.html import of_markup
from statement_compare.engine.readers.paragraphs import blocks_of
from statement_compare.engine.readers.rtf import read as read_rtf
from statement_compare.errors import UnreadableFileError

WORDS = st.sampled_from(
    [
        "The",
        "ministry",
        "paid",
        "5,000",
        "barrels.",
        "Нефть",
        "добыта.",
        "-",
        "1.",
        "•",
        "—",
        "2021.",
        "And",
        "of",
        "===",
    ]
)
LINES = st.lists(WORDS, max_size=14).map(" ".join)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2029", "\u2028", " \n", "\n  ", "\f", "\n\t\n"])
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.tuples(LINES, ENDS), max_size=12).map(lambda parts: "".join(line + end for line, end in parts)),
)


def check(text: str, spans: list[tuple[int, int]]) -> None:
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_blocks_of_plain_text_cover_every_word_once(text: str) -> None:
    check(text, [(block.span.start, block.span.end) for block in blocks_of(text)])


@given(TEXTS)
@settings(deadline=None)
def test_pasted_text_stays_as_it_is(text: str) -> None:
    try:
        source = read_text(text)
    except UnreadableFileError:
        assert re.search(r"\w", text) is None
        return
    assert isinstance(source, Source)
    assert source.text == text


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text(max_size=20), st.booleans()), max_size=10))
@settings(deadline=None)
def test_assembled_pieces_cover_every_word_once(parts: list[tuple[BlockKind, str, bool]]) -> None:
    try:
        text, blocks, _ = assemble(Piece(kind, words, follows) for kind, words, follows in parts)
    except Refusal:
        assert not any(words.strip() for _, words, _ in parts)
        return
    check(text, [(block.span.start, block.span.end) for block in blocks])
    assert [block.span.of(text) for block in blocks] == [words.strip() for _, words, _ in parts if words.strip()]


TAGS = "p div b li ul td tr table h1 br sup pre a article main nav"
MARKUP = st.lists(
    st.one_of(
        LINES,
        st.sampled_from(TAGS.split()).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS.split()).map(lambda tag: f"</{tag}>"),
        st.text(max_size=8),
    ),
    max_size=25,
).map("".join)


@given(MARKUP)
@settings(deadline=None)
def test_blocks_of_any_markup_cover_every_word_once(markup: str) -> None:
    try:
        extract = of_markup(markup.encode("utf-8", "replace").decode(), Request())
    except Refusal:
        return
    check(extract.text, [(block.span.start, block.span.end) for block in extract.blocks])


@given(TEXTS)
@settings(deadline=None)
def test_blocks_of_any_markdown_cover_every_word_once(text: str) -> None:
    try:
        extract = markdown.read(text.encode("utf-8", "replace"), Request())
    except Refusal:
        return
    check(extract.text, [(block.span.start, block.span.end) for block in extract.blocks])


CONTROLS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "{",
                "}",
                "\\par ",
                "\\'e9",
                "\\u1178?",
                "\\cell ",
                "\\row ",
                "\\b ",
                "\\*",
                "\\footnote ",
                "\\pict ",
                "\\bin3 ",
            ]
        ),
        st.text(alphabet="abc \\{}0;", max_size=6),
    ),
    max_size=30,
).map("".join)


@given(CONTROLS)
@settings(deadline=None)
def test_blocks_of_any_rtf_cover_every_word_once(body: str) -> None:
    try:
        extract = read_rtf(("{\\rtf1" + body + "}").encode("latin-1"), Request())
    except Refusal:
        return
    check(extract.text, [(block.span.start, block.span.end) for block in extract.blocks])
