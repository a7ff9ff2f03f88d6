"""The page of the original beside the window: what it shows of a chosen finding, and what it says where it cannot."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scenario import comparison, statement
from screen_reader import nameless
from window_alone import FOUR, Desk

from statement_compare.engine.fact_rows import Kind, Relation, Row
from statement_compare.engine.fact_rows import Place as FactPlace
from statement_compare.engine.model import Block, BlockKind, Comparison, Side, Span, Statement
from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.progress import SILENT
from statement_compare.engine.readers.page_image import MOST_PIXELS, PageImage
from statement_compare.errors import StatementCompareError, UnreadableFileError
from statement_compare.session.folders import Folders
from statement_compare.ui.dialogs.original import OriginalDialog
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.why_asked import Why
from statement_compare.ui.worker import RenderPage, engine

_MARK = Box(60.0, 100.0, 300.0, 112.0)


def white(width: int, pages: int = 3) -> PageImage:
    """An empty page of 400 x 600 points."""
    height = round(width * 1.5)
    rows = (b"\0" + b"\xff" * 3 * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each)) + name + each + struct.pack(">I", zlib.crc32(name + each)) for name, each in parts
    )
    return PageImage(png, width, height, 400.0, 600.0, pages)


def of_pages(statement: Statement, name: str, first_page: int) -> Statement:
    """The statement as if it had been read from a PDF: two sentences a page, the fourth goes on on the next."""
    spans = [sentence.span for sentence in statement.sentences]
    lines = [PlacedLine(first_page + i // 2, span.start, _MARK) for i, span in enumerate(spans)]
    if len(spans) > 3:
        lines.append(PlacedLine(first_page + 2, spans[3].start + 1, Box(60.0, 40.0, 90.0, 52.0)))
    lines = sorted(lines[:4] + lines[-1:] if len(spans) > 3 else lines, key=lambda line: line.start)
    block = Block(BlockKind.PARAGRAPH, Span(0, len(statement.source.text)))
    source = replace(
        statement.source,
        path=f"/texts/{name}",
        format="pdf",
        sha256=name * 4,
        blocks=(block,),
        places=(Place(first_page, lines=tuple(lines)),),
    )
    return replace(statement, source=source)


def in_pdf(made: Comparison) -> Comparison:
    return replace(made, left=of_pages(made.left, "a.pdf", 1), right=of_pages(made.right, "b.pdf", 2))


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(folders)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close()


def opened(desk: Desk, made: Comparison, link: int = 0) -> OriginalDialog:
    desk.compare(made=made)
    desk.controller.choose(link)
    desk.act("original")
    dialog = desk.window.findChild(OriginalDialog)
    assert isinstance(dialog, OriginalDialog)
    for _ in range(200):
        if dialog.isActiveWindow():
            break
        QTest.qWait(10)
    return dialog


def draw(desk: Desk) -> list[tuple[str, int]]:
    """Answer what pages are asked for; which they were."""
    asked = []
    while "original" in desk.tasks.asked:
        wish = desk.tasks.asked["original"]
        assert isinstance(wish, RenderPage)
        asked.append((wish.path, wish.page))
        desk.tasks.answer("original", white(wish.width))
    return asked


def test_the_page_of_the_chosen_finding_is_asked_for_and_marked(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    assert not dialog.isModal()
    assert dialog.words.text() == "The page is being drawn…"
    assert draw(desk)[0] == ("/texts/a.pdf", 1)
    assert dialog.number.text() == "Page 1 of 3"
    assert dialog.caption.words == "L1 · page 1 · a.pdf"
    (box,) = dialog.view.boxes
    scale = dialog.view.width() / 400
    assert box.center().x() == pytest.approx(180 * scale, abs=1)
    assert box.center().y() == pytest.approx(106 * scale, abs=1)
    assert "with these words marked" in dialog.view.accessibleName()
    assert nameless(dialog) == []


def test_a_mark_has_a_tone_and_an_outline(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    draw(desk)
    picture = dialog.view.grab().toImage()
    (box,) = dialog.view.boxes
    verdict = desk.state.comparison.links[0].verdict  # type: ignore[union-attr]
    centre = box.center().toPoint()
    assert picture.pixelColor(centre) == QColor(LIGHT.of(verdict).words)
    # Where in a pixel the smooth edge lies depends on the height of the buttons around the page.
    edge = [picture.pixelColor(centre.x(), round(box.top()) + step) for step in (-1, 0, 1)]
    assert QColor(LIGHT.of(verdict).ink) in edge
    assert picture.pixelColor(centre.x(), round(box.bottom()) + 6) == QColor("white")


def test_the_other_side_is_one_key_away(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    draw(desk)
    QTest.keyClick(dialog, Qt.Key.Key_F6)
    assert draw(desk)[0] == ("/texts/b.pdf", 2)
    assert dialog.caption.words == "R1 · page 2 · b.pdf"
    QTest.keyClick(dialog, Qt.Key.Key_F6)
    assert dialog.caption.words.startswith("L1")
    assert draw(desk) == []  # it is there already


def test_pages_are_leafed_through_and_only_the_one_it_stands_on_is_marked(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    draw(desk)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    draw(desk)
    assert (dialog.page, dialog.view.boxes) == (2, ())
    assert "nothing is marked" in dialog.view.accessibleName()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    draw(desk)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.page == 3  # the last
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert (dialog.page, len(dialog.view.boxes)) == (1, 1)


def test_a_sentence_over_two_pages_is_marked_on_both(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)), link=3)
    draw(desk)
    assert dialog.caption.words == "L4 · pages 2–3 · a.pdf"
    assert (dialog.page, len(dialog.view.boxes)) == (2, 1)
    dialog.next_page()
    draw(desk)
    assert (dialog.page, len(dialog.view.boxes)) == (3, 1)


def test_it_follows_what_is_chosen_in_the_window(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    draw(desk)
    desk.act("next")
    shown = desk.state.chosen
    assert shown is not None
    assert dialog.caption.words.startswith(f"L{shown.left[0] + 1} ")
    dialog.close()
    desk.act("next")
    draw(desk)
    assert dialog.caption.words.startswith(f"L{shown.left[0] + 1} ")


def test_zooming_asks_for_a_sharper_picture_and_never_for_too_large_a_one(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    draw(desk)
    before = dialog.view.width()
    QTest.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.width() == pytest.approx(1.25 * before, abs=2)
    for _ in range(20):
        dialog.zoom_by(1.25)
    qtbot.waitUntil(lambda: "original" in desk.tasks.asked)
    wish = desk.tasks.asked["original"]
    assert isinstance(wish, RenderPage)
    assert before < wish.width <= MOST_PIXELS
    draw(desk)
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.width() == before


def test_of_pages_that_wait_the_last_is_drawn(desk: Desk) -> None:
    opened(desk, in_pdf(comparison(FOUR)))
    for side in ("b", "c"):
        desk.controller.drawings.ask(RenderPage(f"/texts/{side}.pdf", "x", 1, 256))
    assert draw(desk)[:2] == [("/texts/a.pdf", 1), ("/texts/c.pdf", 1)]


@pytest.mark.parametrize("key", ["file_changed", "file_missing"])
def test_a_file_that_is_not_what_was_read_is_told_of_with_the_page(desk: Desk, key: str) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    desk.tasks.refuse("original", StatementCompareError(key, "a.pdf is another one now."))
    assert dialog.words.text() == "a.pdf is another one now.\n\nPage 1"
    assert dialog.words.isVisible()
    assert dialog.page == 0
    desk.act("original")  # once it is put back, asking again is enough
    assert draw(desk)[0] == ("/texts/a.pdf", 1)
    assert dialog.page == 1


def test_of_a_file_without_pages_it_says_the_place_in_words(desk: Desk) -> None:
    made = comparison(FOUR)
    block = Block(BlockKind.TABLE_CELL, Span(0, len(made.left.source.text)))
    source = replace(
        made.left.source,
        path="/texts/a.docx",
        format="docx",
        blocks=(block,),
        places=(Place(table=2, row=4, column=1),),
    )
    dialog = opened(desk, replace(made, left=replace(made.left, source=source)))
    assert "original" not in desk.tasks.asked
    assert dialog.words.text().startswith("This stands in table 2, row 4, column 1 of a.docx.")
    assert dialog.caption.words == "L1 · table 2, row 4, column 1 · a.docx"


def test_of_a_text_that_was_pasted_it_says_so(desk: Desk) -> None:
    made = comparison(FOUR)
    left = replace(made.left, source=replace(made.left.source, path="", places=()))
    assert opened(desk, replace(made, left=left)).words.text().startswith("This text was pasted")


def test_a_long_sentence_leaves_room_for_the_page(desk: Desk) -> None:
    made = in_pdf(comparison("A1=B1", statement("The fine was " + "very " * 400 + "high.", "Left 2 is so.")))
    dialog = opened(desk, made)
    draw(desk)
    assert dialog.quoted.text().endswith("…")
    assert dialog.view.height() > dialog.height() / 2
    assert "high." in dialog.view.accessibleName()


def test_where_nothing_is_chosen_it_says_what_to_do(desk: Desk) -> None:
    desk.compare(made=in_pdf(comparison(FOUR)))
    desk.controller.choose(None)
    desk.act("original")
    dialog = desk.window.findChild(OriginalDialog)
    assert isinstance(dialog, OriginalDialog)
    assert dialog.words.text().startswith("Choose a finding")


def test_a_sentence_without_an_answer_is_shown_as_well(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison("A1=B1 A2 A3 B2")))
    desk.window.presenter.choose_unanswered(Unanswered(Side.LEFT, 1))
    draw(desk)
    assert dialog.caption.words.startswith("L2")
    QTest.keyClick(dialog, Qt.Key.Key_F6)
    assert dialog.caption.words.startswith("L2")  # there is none on the other side


def test_the_inspector_says_the_page_beside_the_number(desk: Desk) -> None:
    opened(desk, in_pdf(comparison(FOUR)))
    assert "L1 · page 1: " in desk.window.inspector.heard()
    assert "R1 · page 2: " in desk.window.inspector.heard()


def test_a_card_offers_it_in_its_menu(desk: Desk) -> None:
    for cards in (desk.window.panel.findings_list, desk.window.panel.unanswered_list):
        assert desk.window.actions_by_id["original"] in cards.actions()


def test_the_worker_draws_pages_of_the_file_that_was_read(folders: Folders) -> None:
    perform = engine()
    with pytest.raises(UnreadableFileError) as error:
        perform(RenderPage(str(folders.config / "gone.pdf"), "0" * 64, 1, 300), SILENT, lambda _: None)
    assert error.value.key == "file_missing"


def test_no_dialog_is_left_when_the_window_closes(desk: Desk) -> None:
    dialog = opened(desk, in_pdf(comparison(FOUR)))
    desk.window.close()
    assert dialog.parent() is desk.window
    QApplication.processEvents()


@pytest.fixture
def beside(desk: Desk) -> Iterator[OriginalDialog]:
    """The page of the first finding, L1 – R1, from which a person goes to what is no finding."""
    dialog = opened(desk, in_pdf(comparison("A1!B1:number", sentences=4)))
    draw(desk)
    yield dialog
    dialog.close()


def marked(dialog: OriginalDialog) -> tuple[str, str]:
    """The sentences whose places are marked, of both sides."""
    told = []
    for side in Side:
        dialog.show_side(side)
        told.append(dialog.quoted.text())
    return told[0], told[1]


def fact(left: tuple[int, ...], right: tuple[int, ...]) -> Row:
    places = [tuple(FactPlace(sentence, Span(0, 4)) for sentence in ids) for ids in (left, right)]
    relation = Relation.DIFFERS if left and right else Relation.ONLY_LEFT
    return Row(Kind.FIGURE, relation, *places)


def test_it_follows_to_a_fact(desk: Desk, beside: OriginalDialog) -> None:
    desk.window.presenter.choose_fact(fact((1,), (2,)))
    assert beside.caption.words.startswith("L2 · page 1 ")
    assert marked(beside) == ("Left 2 is so.", "Right 3 is so.")


def test_a_fact_that_a_side_tells_twice_is_marked_twice(desk: Desk, beside: OriginalDialog) -> None:
    desk.window.presenter.choose_fact(fact((1, 2), (2,)))
    assert marked(beside) == ("Left 2 is so. Left 3 is so.", "Right 3 is so.")


def test_of_a_fact_that_one_side_tells_the_other_side_shows_nothing(desk: Desk, beside: OriginalDialog) -> None:
    desk.window.presenter.choose_fact(fact((1,), ()))
    assert marked(beside) == ("Left 2 is so.", "")
    assert beside.words.text() == "Choose a finding or a sentence to see where it stands in its original."


def test_it_follows_to_two_sentences_that_are_no_pair(desk: Desk, beside: OriginalDialog) -> None:
    desk.window.presenter.show_why(Why(3, 2, "Because."))
    assert marked(beside) == ("Left 4 is so.", "Right 3 is so.")


def test_it_comes_back_from_a_fact_to_the_finding(desk: Desk, beside: OriginalDialog) -> None:
    desk.window.presenter.choose_fact(fact((1,), (2,)))
    desk.window.presenter.choose(0)
    assert marked(beside) == ("Left 1 is so.", "Right 1 is so.")


def test_asked_for_in_the_list_of_facts_it_shows_the_fact(desk: Desk) -> None:
    desk.compare(made=in_pdf(comparison("A1!B1:number", sentences=4)))
    desk.act("facts")
    desk.tasks.answer("facts", (fact((1,), (2,)),))
    desk.window.panel.facts.choose(0)
    desk.act("original")
    dialog = desk.window.findChild(OriginalDialog)
    assert isinstance(dialog, OriginalDialog)
    assert marked(dialog) == ("Left 2 is so.", "Right 3 is so.")
    dialog.close()
