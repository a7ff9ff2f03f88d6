"""Texts that are hard to show right, in the window as a person sees it; only the verdicts are given by the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mouse import double_click
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from window_alone import Desk, shown

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Sentence,
    Side,
    Source,
    Span,
    Statement,
    Verdict,
)
from statement_compare.session.folders import Folders
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.words import header_details
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.theme import LIGHT


class Reader(Desk):
    """Texts are cut into sentences in earnest, verdicts are handed in."""

    def compare_texts(self, left: str, right: str, *links: Link) -> Comparison:
        self.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
        one, two = self._read("left", left), self._read("right", right)
        alone = [
            tuple(s.id for s in side.sentences if all(s.id not in ids for ids in used))
            for side, used in ((one, [link.left for link in links]), (two, [link.right for link in links]))
        ]
        made = Comparison(one, two, links, *alone)
        self.tasks.answer_comparing(made)
        return made

    def _read(self, lane: str, text: str) -> Statement:
        if text.strip():
            return self.tasks.answer_reading(lane, text)
        empty = Statement(Source(text, ()), "en", ())
        self.tasks.answer(lane, empty)
        return empty

    def pane(self, side: Side) -> Pane:
        return self.window.page.pane(side)

    def notice(self, side: Side) -> str:
        notice = self.pane(side).notice
        return "" if notice is None else f"{notice.title} {notice.text}".strip()


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Reader]:
    with shown(Reader(folders), qtbot) as made:
        yield made


def clash(left: str, left_words: str, right: str, right_words: str, ids: tuple[int, int] = (0, 0)) -> Link:
    """A contradiction on the last place of these words in each text."""
    here = Span(left.rindex(left_words), left.rindex(left_words) + len(left_words))
    there = Span(right.rindex(right_words), right.rindex(right_words) + len(right_words))
    reason = Reason(ReasonKind.ANTONYM, here, there, "antonym.test")
    return Link((ids[0],), (ids[1],), 0.5, Verdict.CONTRADICTION, 0.9, (reason,))


def marked_words(pane: Pane) -> str:
    """What a person selects who double-clicks into the middle of the first stretch in the clash's stronger tone."""
    picture = pane.viewport().grab().toImage()
    tone = QColor(LIGHT.contradiction_words)
    found = [
        (x, y)
        for y in range(0, picture.height(), 2)
        for x in range(picture.width())
        if picture.pixelColor(x, y) == tone
    ]
    assert found, "no words are marked"
    line = [x for x, y in found if abs(y - found[0][1]) <= 6]
    point = QPoint((min(line) + max(line)) // 2, found[0][1] + 6)
    ratio = picture.devicePixelRatio()
    double_click(pane.viewport(), point / ratio)
    return pane.selected_text()


def left_middle(pane: Pane, sentence: int) -> QPoint:
    """A point in the first line of a sentence."""
    row = pane.column.row_of(sentence)
    box = pane.column.layout(row).sentence_boxes(sentence)[0]
    y = pane.column.row_top(row) + (box.top + box.bottom) / 2 - pane.scroll_y
    return QPoint(round(pane.column.left + (box.left + box.right) / 2), round(y))


@pytest.mark.parametrize(
    "before",
    ["😀 ", "👩‍👩‍👧‍👦 and 🇰🇿 say: ", "𝔘𝔫𝔦 ", "e\u0301e\u0301 ", "\u200f\u05e9\u05dc\u05d5\u05dd ", "Қазақстандағы "],
    ids=["emoji", "joined emoji", "letters beyond 16 bits", "combining marks", "right-to-left", "Kazakh"],
)
def test_the_marked_words_are_the_clashing_ones_whatever_stands_before_them(desk: Reader, before: str) -> None:
    left, right = f"{before}The mine is closed now.", "The mine is open now."
    desk.compare_texts(left, right, clash(left, "closed", right, "open"))
    assert marked_words(desk.pane(Side.LEFT)) == "closed"
    assert marked_words(desk.pane(Side.RIGHT)) == "open"
    assert desk.window.inspector.heard().splitlines()[1].endswith("The mine is closed now.")


def test_a_sentence_of_two_thousand_characters_is_shown_from_its_start_and_quoted_at_its_clash(desk: Reader) -> None:
    left = "We went on" + " and on" * 280 + " until the mine was closed."
    right = "The mine was open."
    assert len(left) >= 1990
    desk.compare_texts(left, right, clash(left, "closed", right, "open"))
    pane = desk.pane(Side.LEFT)
    assert pane.statement is not None
    assert len(pane.statement.sentences) == 1
    assert 0 <= pane.sentence_screen_y(0) < pane.viewport().height() / 2
    quote = desk.window.inspector._quotes[Side.LEFT]
    desk.window.grab()
    assert "closed" in quote.shown.text
    assert len(quote.shown.text) < 400
    assert quote.height() < 60


def test_the_same_sentence_three_times_is_three_sentences(desk: Reader) -> None:
    left = "The mine is closed. The mine is closed. The mine is closed."
    right = "The mine is open."
    desk.compare_texts(left, right, clash(left, "closed", right, "open", (2, 0)))
    pane, window = desk.pane(Side.LEFT), desk.window
    assert [pane.column.marks[i].sign for i in range(3)] == ["∅", "∅", "≠"]
    assert window.inspector.heard().splitlines()[1] == "L3: The mine is closed."
    heard: list[int] = []
    window.page.sentence_chosen.connect(lambda _, sentence: heard.append(sentence))
    for number in range(3):
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=left_middle(pane, number))
        QTest.qWait(QApplication.doubleClickInterval() + 10)
    assert heard == [0, 1, 2]
    window.bar.search.setText("mine is closed")
    assert window.page.hit_count == 3


def test_two_empty_statements_are_told_and_compared_to_nothing(desk: Reader) -> None:
    desk.compare_texts("", "  \n\n ")
    assert [desk.notice(side) for side in Side] == ["There is no sentence in this text."] * 2
    labels = [label.text() for label in desk.window.panel.findChildren(QLabel) if label.isVisible()]
    assert "Nothing in these two texts speaks of the same matter." in labels
    assert desk.window.status.field("sentences") == "Sentences <b>0 / 0</b>"
    desk.window.actions_by_id["next"].trigger()
    assert desk.window.status.message == "There is no finding to go to."
    desk.window.grab()


def test_beside_an_empty_side_everything_is_unanswered(desk: Reader) -> None:
    desk.compare_texts("The mine is closed. It was old.", "")
    assert desk.notice(Side.RIGHT) == "There is no sentence in this text."
    assert [desk.pane(Side.LEFT).column.marks[i].sign for i in range(2)] == ["∅", "∅"]
    assert desk.window.status.field("unanswered") == "Unanswered <b>2</b>"
    desk.window.actions_by_id["unanswered"].trigger()
    assert desk.window.panel.unanswered_list.model().rowCount() == 2


def test_a_right_to_left_statement_reads_from_the_right_and_keeps_its_marks(desk: Reader) -> None:
    left, right = "المنجم مغلق الآن وقد كان قديما جدا.", "The mine is open."
    desk.compare_texts(left, right, clash(left, "مغلق", right, "open"))
    pane = desk.pane(Side.LEFT)
    boxes = pane.column.layout(0).sentence_boxes(0)
    assert boxes[0].right > pane.column.width * 0.9
    assert marked_words(pane) == "مغلق"


def test_markup_in_a_text_is_shown_as_it_stands(desk: Reader) -> None:
    left = "The <b>mine</b> is <i>closed</i> &amp; <script>alert(1)</script> <img src=x> old."
    right = "The mine is <u>open</u>."
    desk.compare_texts(left, right, clash(left, "closed</i>", right, "<u>open"))
    window, pane = desk.window, desk.pane(Side.LEFT)
    assert pane.statement is not None
    window.page.select_all()
    assert pane.selected_text() == left
    card = window.panel.findings_list.model().index(0, 0).data(Roles.CARD)
    assert card.detail == "closed</i> ↔ <u>open"
    assert f"L1: {left}" in window.inspector.heard()
    rich = [label.text() for label in window.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.RichText]
    assert not [words for words in rich if "<i>" in words or "<u>" in words or "<script>" in words]
    window.grab()


BOOK_CHARACTERS = 20_000_000


@pytest.fixture(scope="module")
def book() -> Statement:
    """Twenty megabytes: 160,000 sentences in paragraphs of four."""
    line = "The ministry said on Monday that the plant by the river had emitted no more than its permit allows it to. "
    sentence, count = line.strip(), BOOK_CHARACTERS // (len(line) + 1)
    text = "".join(line if i % 4 != 3 else f"{sentence}\n\n" for i in range(count))
    sentences, blocks, at = [], [], 0
    for i in range(count):
        sentences.append(Sentence(i, Span(at, at + len(sentence)), sentence, Role.CLAIM, i // 4))
        if i % 4 == 0:
            start = at
        at += len(sentence) + (2 if i % 4 == 3 else 1)
        if i % 4 == 3 or i == count - 1:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, sentences[-1].span.end)))
    return Statement(Source(text, tuple(blocks), path="/texts/book.txt"), "en", tuple(sentences))


def test_twenty_megabytes_are_opened_scrolled_and_let_go_of(desk: Reader, book: Statement) -> None:
    """No time is asserted, only that what is laid out does not grow with the text and that stopping comes through."""
    desk.controller.open_paths([Path("/texts/book.txt"), Path("/texts/other.txt")])
    for lane in ("left", "right"):
        desk.tasks.answer(lane, book)
    panes = [desk.pane(side) for side in Side]
    desk.window.grab()
    assert all(pane.column.layout_count < 60 for pane in panes)
    panes[0].scroll_to(panes[0].reach)
    desk.window.grab()
    seen = panes[0].visible_sentences()
    assert seen is not None
    assert seen[1] == len(book.sentences) - 1
    assert all(pane.column.layout_count < 120 for pane in panes)
    assert desk.document.state.is_comparing
    desk.window.actions_by_id["stop"].trigger()
    assert not desk.document.state.is_comparing
    assert "compare" not in desk.tasks.asked


TURNED = "The field gives 5,\u202e000\u202c barrels."
STRAIGHT = "The field gives 1,000 barrels."


def test_the_window_says_that_there_are_invisible_characters_and_shows_them_on_demand(desk: Reader) -> None:
    desk.compare_texts(TURNED, STRAIGHT, clash(TURNED, "5,\u202e000", STRAIGHT, "1,000"))
    words = header_details(desk.pane(Side.LEFT).statement or Statement(Source("", ()), "", ()))
    assert words == "1 sentence · 2 invisible characters"
    pane = desk.pane(Side.LEFT)
    start = TURNED.index("5")
    before = pane.column.layout(0).span_boxes(start, start + 6)
    desk.window.actions_by_id["hidden_characters"].trigger()
    after = pane.column.layout(0).span_boxes(start, start + 6)
    assert after[0].left == before[0].left
    assert after[0].right - after[0].left > 1.5 * (before[0].right - before[0].left)
    pane.select(Span(start, start + 6))
    assert pane.selected_text() == "5,\u202e000"  # what is copied is what stands in the file
    desk.window.actions_by_id["hidden_characters"].trigger()
    assert pane.column.layout(0).span_boxes(start, start + 6) == before


def test_no_mark_of_direction_reaches_the_findings_or_the_reason(desk: Reader) -> None:
    desk.compare_texts(TURNED, STRAIGHT, clash(TURNED, "5,\u202e000", STRAIGHT, "1,000"))
    index = desk.window.panel.findings_list.model().index(0, 0)
    assert index.data(Roles.CARD).detail == "5,000 ↔ 1,000"
    heard = desk.window.inspector.heard()
    assert "‹U+202E›" in heard
    assert not set(heard) & set("\u202e\u202c")
