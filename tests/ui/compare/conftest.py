"""Two statements in a tiny notation: paragraphs of sentences with [clashing words], and links such as "1!2 3=1"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Sentence,
    Source,
    Span,
    Statement,
    Verdict,
)
from statement_compare.ui import theme
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.fonts import load_fonts

VERDICTS = {"=": Verdict.AGREEMENT, "~": Verdict.QUALIFIED, "!": Verdict.CONTRADICTION, "?": Verdict.UNCLEAR}
Paragraphs = Sequence[Sequence[str]]


def statement(paragraphs: Paragraphs, kind: BlockKind = BlockKind.PARAGRAPH, **source: str) -> Statement:
    """A paragraph is a list of sentences; blanks stand between sentences, empty lines between paragraphs."""
    text = ""
    blocks, sentences = [], []
    for number, paragraph in enumerate(paragraphs):
        start = len(text)
        for index, marked in enumerate(paragraph):
            plain = marked.replace("[", "").replace("]", "")
            text += " " if index else ""
            span = Span(len(text), len(text) + len(plain))
            text += plain
            sentences.append(Sentence(len(sentences), span, plain, Role.CLAIM, number))
        blocks.append(Block(kind, Span(start, len(text))))
        text += "\n\n"
    return Statement(Source(text, tuple(blocks), **source), "en", tuple(sentences))


def words_of(paragraphs: Paragraphs, side: Statement) -> dict[int, Span]:
    marked = [sentence for paragraph in paragraphs for sentence in paragraph]
    return {
        number: Span(
            side.sentences[number].span.start + text.index("["), side.sentences[number].span.start + text.index("]") - 1
        )
        for number, text in enumerate(marked)
        if "[" in text
    }


def comparison(left: Paragraphs, right: Paragraphs, links: str) -> Comparison:
    """`links` as "1!2 3=1 4,5~3": sentences counted from 1, joined by the verdict's sign."""
    one, two = statement(left, title="Left"), statement(right, title="Right")
    one_words, two_words = words_of(left, one), words_of(right, two)
    made = []
    for word in links.split():
        sign = next(sign for sign in VERDICTS if sign in word)
        here, there = (tuple(int(number) - 1 for number in part.split(",")) for part in word.split(sign))
        reason = Reason(ReasonKind.WORDING, one_words.get(here[0]), two_words.get(there[0]), "wording")
        made.append(Link(here, there, 0.5, VERDICTS[sign], 0.9, (reason,)))
    linked_left = {number for link in made for number in link.left}
    linked_right = {number for link in made for number in link.right}
    return Comparison(
        one,
        two,
        tuple(made),
        tuple(sentence.id for sentence in one.sentences if sentence.id not in linked_left),
        tuple(sentence.id for sentence in two.sentences if sentence.id not in linked_right),
    )


def long_comparison(count: int) -> Comparison:
    """`count` paragraphs of one sentence a side, linked in order; the left ones are longer."""
    left = [[f"Sentence {number} of the left side " + "goes on and on " * 12 + "."] for number in range(count)]
    right = [[f"Sentence {number} of the right side " + "is short " * 3 + "."] for number in range(count)]
    return comparison(left, right, " ".join(f"{number}={number}" for number in range(1, count + 1)))


@pytest.fixture
def fonts(qapp: QApplication) -> None:  # noqa: ARG001 - the application must exist
    load_fonts()


@pytest.fixture
def make() -> Callable[..., Comparison]:
    return comparison


@pytest.fixture
def make_statement() -> Callable[..., Statement]:
    return statement


@pytest.fixture
def make_long() -> Callable[[int], Comparison]:
    return long_comparison


@pytest.fixture
def page(qtbot: QtBot, fonts: None) -> Iterator[ComparePage]:  # noqa: ARG001 - the type must be there
    view = ComparePage(theme.LIGHT)
    qtbot.addWidget(view)
    view.resize(1008, 560)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.hide()
