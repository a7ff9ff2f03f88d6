"""Sentences of a document: exact spans, borders that hold, and texts of any size."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.model import Block, BlockKind, Role, Source, Span
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.graphemes import is_border
from statement_compare.engine.text.segment import segment


def source(*blocks: str | tuple[BlockKind, str]) -> Source:
    """A source whose blocks are joined by a blank line; a bare string is a paragraph."""
    text, made = "", []
    for block in blocks:
        kind, content = (BlockKind.PARAGRAPH, block) if isinstance(block, str) else block
        text += "\n\n" if text else ""
        made.append(Block(kind, Span(len(text), len(text) + len(content))))
        text += content
    return Source(text, tuple(made))


def cut(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in segment(source(text), language).sentences]


def test_an_empty_source_has_no_sentences() -> None:
    assert segment(Source("", ())).sentences == ()
    assert segment(Source("  \n ", (Block(BlockKind.PARAGRAPH, Span(0, 4)),))).sentences == ()


def test_each_sentence_is_the_text_at_its_span_and_they_are_numbered_in_order() -> None:
    document = source("One fact. Another fact.", "A third 😀 fact. And a fourth.")
    sentences = segment(document, "en").sentences
    assert [s.text for s in sentences] == ["One fact.", "Another fact.", "A third 😀 fact.", "And a fourth."]
    assert [s.id for s in sentences] == [0, 1, 2, 3]
    assert [s.block for s in sentences] == [0, 0, 1, 1]
    assert all(s.span.of(document.text) == s.text for s in sentences)


def test_no_sentence_runs_over_the_border_of_a_block() -> None:
    assert cut("no full stop here") == ["no full stop here"]
    document = source("The plant is closed", "since March.")
    assert [s.text for s in segment(document, "en").sentences] == ["The plant is closed", "since March."]


def test_a_blank_line_inside_a_block_ends_a_sentence_and_a_single_line_break_does_not() -> None:
    assert cut("The plant is\nclosed since\r\nMarch. It will stay so.\n \nNobody knows") == [
        "The plant is\nclosed since\r\nMarch.",
        "It will stay so.",
        "Nobody knows",
    ]


def test_with_sentences_per_line_each_line_that_is_not_blank_is_one_sentence() -> None:
    sentences = segment(source("One. Two.\n\n  three \r\nfour"), "en", sentences_per_line=True).sentences
    assert [s.text for s in sentences] == ["One. Two.", "three", "four"]


def test_sentences_of_a_heading_have_its_role() -> None:
    document = source((BlockKind.HEADING, "Inquiry closed"), "The inquiry is closed.")
    assert [s.role for s in segment(document, "en").sentences] == [Role.HEADING, Role.CLAIM]


def test_the_language_is_guessed_where_none_is_given() -> None:
    assert segment(source("Предприятие не уведомило жителей.")).language == "ru"
    assert segment(source("Предприятие не уведомило жителей."), "kk").language == "kk"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "When did the plant close? 5 May 2024."),
        ("en", "When did the plant close? May 5, 2024."),
        ("ru", "Когда закрыли завод? 5 мая 2024 года."),
        ("kk", "Зауыт қашан жабылды? 2024 жылғы 5 мамыр."),
        ("de", "Wann schloss das Werk? 5. Mai 2024."),
        ("fr", "Quand l'usine a-t-elle fermé ? 5 mai 2024."),
        ("es", "¿Cuándo cerró? 5 de mayo de 2024."),
    ],
)
def test_a_day_that_answers_a_question_is_a_claim_with_it(language: str, text: str) -> None:
    assert [(s.text, s.role) for s in segment(source(text), language).sentences] == [(text, Role.CLAIM)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Who will pay for this?", "12 March 2026"),
        ("Who will pay for this?", "Astana, 12 March 2026."),
        ("Press release", "12 March 2026.", "The plant closed."),
        ("Кто ответит?", "№ 15-02/77 от 3 июня 2026 г."),
        ("12 March 2026.", "Who will pay for this?"),
    ],
)
def test_a_day_in_a_line_of_its_own_is_when_a_statement_was_made(texts: tuple[str, ...]) -> None:
    found = [s for s in segment(source(*texts)).sentences if any(c.isdigit() for c in s.text)]
    assert [(s.text in texts, s.role) for s in found] == [(True, Role.HEADING)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Тарбек. 19 марта. Склад закрыт.", "Тарбек. 19 марта."),
        ("Склад закрыт. 19 марта его открыли. Вот и всё.", "Склад закрыт."),
    ],
)
def test_the_place_and_the_day_of_a_dateline_are_one_sentence(text: str, first: str) -> None:
    assert segment(read_text(text), "ru").sentences[0].text == first


def test_a_sentence_said_three_times_is_three_sentences() -> None:
    sentences = segment(source("We deny it. We deny it. We deny it."), "en").sentences
    assert [(s.text, s.span.start) for s in sentences] == [("We deny it.", 0), ("We deny it.", 12), ("We deny it.", 24)]


@pytest.mark.parametrize(
    "text",
    ["الشركة تنفي ذلك. لم يحدث شيء.", "<p>Not a tag. Just text.</p>", "e\u0301tat. Z\u0301le.", "👩‍👩‍👧 came. 🇰🇿 won."],
)
def test_spans_are_exact_for_any_script(text: str) -> None:
    document = source(text)
    sentences = segment(document, "en").sentences
    assert len(sentences) == 2 or "<p>" in text
    assert all(s.span.of(text) == s.text for s in sentences)


def test_sentences_are_ordered_and_disjoint_and_lose_nothing_but_white_space() -> None:
    document = source("“Yes.” No… «Да.»\n- one\n- two", "1. A b. 2. C d.", "x" * 50)
    sentences = segment(document, "en").sentences
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(sentences))
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(document.text.split())


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("aA1.!?…«»“”\"'() \n\r\t-–•№é\u0301😀ش。"), max_size=80),
    st.sampled_from(["en", "ru", "de", "kk"]),
)
def test_any_text_is_cut_into_exact_disjoint_spans(text: str, language: str) -> None:
    sentences = segment(Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), language).sentences
    assert all(s.span.of(text) == s.text == s.text.rstrip() != "" for s in sentences)
    # White space at its beginning is there for a mark that stands on it.
    assert all(not s.text[0].isspace() or not is_border(text, s.span.start + 1) for s in sentences)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(sentences))
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(text.split())


def test_a_block_of_a_million_characters_without_a_full_stop_is_one_sentence() -> None:
    assert len(segment(source("word " * 200_000), "en").sentences) == 1


def test_roles_are_given_and_what_stands_behind_the_end_is_contact() -> None:
    document = source("We thank our staff.", "The valve was shut.", "ENDS", "Jane Dole, Head of Media")
    roles = [s.role for s in segment(document, "en").sentences]
    assert roles == [Role.COURTESY, Role.CLAIM, Role.CONTACT, Role.CONTACT]


def test_the_work_reports_where_it_is_and_stops_when_asked_to() -> None:
    seen: list[tuple[str, int, int]] = []
    segment(source("One.", "Two."), "en", progress=Progress(lambda *report: seen.append(report)))
    assert seen == [("segment", 0, 2)]
    with pytest.raises(Cancelled):
        segment(source("One."), "en", progress=Progress(is_cancelled=lambda: True))


@pytest.mark.parametrize("filler", [".", " ", "!?", "\n- ", '"'])
def test_time_grows_with_the_length_of_a_run_of_signs(filler: str) -> None:
    text = "It ended" + filler * 40_000 + "x. Then it began."
    source = Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    begun = time.process_time()
    sentences = segment(source, "en").sentences
    assert sentences[-1].text == "Then it began."
    assert time.process_time() - begun < 5  # a hundred seconds where it grows with the square
