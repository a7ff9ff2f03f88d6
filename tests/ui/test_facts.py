"""The list of figures, dates and names: how it is asked for, walked, filtered, heard, and shown in the texts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionHeader
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement

from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
from statement_compare.engine.ledger import ledger
from statement_compare.engine.model import Comparison, Side, Span, Verdict
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.errors import StatementCompareError
from statement_compare.session.folders import Folders
from statement_compare.session.query import EVERYTHING, Filter
from statement_compare.ui.findings.facts_model import Cell, Column, FactFilter, FactsModel, fact_cell, fact_heard
from statement_compare.ui.findings.facts_page import FactsPage
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.theme import DARK, LIGHT
from statement_compare.ui.worker import Ledger, engine

LEFT = statement(
    "The port ships 5,000 barrels a day.", "It opened on 3 May 2019.", "Some 340 people work there.", path="/a.txt"
)
RIGHT = statement(
    "The port ships 1,000 barrels a day.", "It opened on 3 May 2019.", "Nobody counted the 77 trucks.", path="/b.txt"
)
MADE = comparison("A1!B1:number A2=B2", LEFT, RIGHT)
ROWS = ledger(MADE)


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, MADE)
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


@pytest.fixture
def at_facts(ada: Reviewer) -> Reviewer:
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    ada.tasks.answer("facts", ROWS)
    return ada


def cells(model: FactsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)) for column in Column]


def test_what_differs_comes_first_whatever_its_kind() -> None:
    model = FactsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(MADE, ROWS)
    assert cells(model, 0) == ["Differs", "Figure", "5,000 barrels a day (L1)", "1,000 barrels a day (R1)"]
    assert cells(model, len(ROWS) - 1) == ["Same", "Date", "3 May 2019 (L2)", "3 May 2019 (R2)"]
    for shown in (FactFilter(Kind.DATE), FactFilter(relation=Relation.ONLY_LEFT), FactFilter(text="zebra")):
        model.set_filter(shown)
    assert model.rowCount() == 0
    model.set_filter(FactFilter())
    assert model.rowCount() == len(ROWS)
    model.set_rows(None, ())
    tester.deleteLater()


def test_a_row_names_every_place_and_every_way_of_writing() -> None:
    spans = [Span(15, 20), Span(36, 38)]
    row = Row(Kind.FIGURE, Relation.ONLY_LEFT, (Place(0, spans[0]), Place(1, spans[1])), ())
    words = " / ".join(span.of(LEFT.source.text) for span in spans)
    assert [fact_cell(MADE, row, column) for column in Column] == [
        Cell("Only left", sign="∅", look=Verdict.UNCLEAR),
        Cell("Figure"),
        Cell(words, "L1, 2"),
        Cell("none", is_quiet=True),
    ]
    assert fact_heard(MADE, row, 2, 7) == f"Only left, figure. Left: {words} (L1, 2). Right: none. 2 of 7."


def test_rows_are_filtered_by_kind_relation_and_words(qtbot: QtBot) -> None:
    load_fonts()
    page = FactsPage(LIGHT)
    qtbot.addWidget(page)
    page.set_rows(MADE, ROWS)
    page.choose_filter(FactFilter(kind=Kind.DATE))
    assert [row.kind for row in page.model.rows] == [Kind.DATE]
    page.choose_filter(FactFilter(relation=Relation.DIFFERS))
    assert {row.relation for row in page.model.rows} == {Relation.DIFFERS}
    page.choose_filter(FactFilter(text="TRUCKS"))
    assert [row.relation for row in page.model.rows] in ([], [Relation.ONLY_RIGHT])
    page.choose_filter(FactFilter(text="zebra"))
    assert page.count == 0
    page.set_theme(DARK)


@pytest.fixture
def page(qtbot: QtBot) -> FactsPage:
    load_fonts()
    made = FactsPage(LIGHT)
    qtbot.addWidget(made)
    made.resize(272, 500)
    made.set_rows(MADE, ROWS)
    made.show()
    qtbot.waitExposed(made)
    return made


def click_head(page: FactsPage, column: Column, qtbot: QtBot) -> None:
    head = page.table.horizontalHeader()
    at = QPoint(head.sectionPosition(column) + head.sectionSize(column) // 2, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_head_of_a_column_sorts_by_it_and_once_more_the_other_way_round(page: FactsPage, qtbot: QtBot) -> None:
    before = page.model.rows
    click_head(page, Column.KIND, qtbot)
    kinds = [row.kind for row in page.model.rows]
    assert kinds == sorted(kinds, key=list(Kind).index)
    click_head(page, Column.KIND, qtbot)
    assert [row.kind for row in page.model.rows] == kinds[::-1]
    click_head(page, Column.RELATION, qtbot)
    assert page.model.rows == before
    click_head(page, Column.RELATION, qtbot)
    assert [row.relation for row in page.model.rows] == [row.relation for row in before][::-1]


@pytest.mark.parametrize("side", Side)
def test_a_side_sorts_in_the_order_of_its_text_with_what_it_lacks_last(
    page: FactsPage, side: Side, qtbot: QtBot
) -> None:
    column = Column.LEFT if side is Side.LEFT else Column.RIGHT
    for is_down in (False, True):
        click_head(page, column, qtbot)
        places = [getattr(row, side.value) for row in page.model.rows]
        starts = [place[0].span.start for place in places if place]
        assert starts == sorted(starts, reverse=is_down)
        assert [bool(place) for place in places] == sorted((bool(place) for place in places), reverse=True)
    page.choose_filter(FactFilter(kind=Kind.DATE))
    page.choose_filter(FactFilter())
    assert [bool(getattr(row, side.value)) for row in page.model.rows] == [bool(place) for place in places]


def test_the_chosen_row_stays_chosen_in_another_order_and_is_told_once(page: FactsPage, qtbot: QtBot) -> None:
    told: list[Row] = []
    page.chosen.connect(told.append)
    page.choose(0)
    chosen = page.model.rows[0]
    page.table.setCurrentIndex(page.model.index(0, Column.RIGHT))
    click_head(page, Column.RELATION, qtbot)
    assert page.row is not None
    assert page.row > 0
    assert page.model.rows[page.row] is chosen
    assert page.table.currentIndex().column() == Column.RIGHT
    assert told == [chosen]
    page.choose_filter(FactFilter(relation=chosen.relation))
    assert page.model.rows[page.row] is chosen
    assert told == [chosen]


def test_the_menu_of_the_table_sorts_for_those_who_have_no_mouse(page: FactsPage) -> None:
    actions = page.table.actions()
    assert [action.text() for action in actions] == [
        "Sort by relation: what differs first",
        "Sort by kind: figures, dates, names",
        "Sort in the order of the left text",
        "Sort in the order of the right text",
    ]
    assert [action.isChecked() for action in actions] == [True, False, False, False]
    actions[Column.LEFT].trigger()
    assert [action.isChecked() for action in actions] == [False, False, True, False]
    head = page.table.horizontalHeader()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (Column.LEFT, Qt.SortOrder.AscendingOrder)
    actions[Column.LEFT].trigger()
    assert head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_the_arrows_walk_cells_and_rows_and_a_row_is_told_once(page: FactsPage, qtbot: QtBot) -> None:
    told: list[Row] = []
    page.chosen.connect(told.append)
    page.focus_list()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(page.table, key)
    at = page.table.currentIndex()
    assert (at.row(), at.column(), page.row) == (1, Column.KIND, 1)
    assert told == list(page.model.rows[:2])
    assert len(page.table.selectionModel().selectedRows()) == 1


def test_relations_have_their_words_where_there_is_room(page: FactsPage) -> None:
    head = page.table.horizontalHeader()
    narrow = head.sectionSize(Column.RELATION)
    shown = QStyleOptionHeader()
    head.initStyleOptionForIndex(shown, Column.RELATION)
    assert shown.text == "≠"
    assert page.model.headerData(Column.RELATION, Qt.Orientation.Horizontal) == "Relation"  # to a screen reader
    page.resize(700, 500)
    assert head.sectionSize(Column.RELATION) > 2 * narrow
    head.initStyleOptionForIndex(shown, Column.RELATION)
    assert shown.text == "Relation"
    assert sum(head.sectionSize(column) for column in Column) == page.table.viewport().width()


def test_the_table_is_made_by_the_worker_when_it_is_looked_at(ada: Reviewer) -> None:
    assert "facts" not in ada.tasks.asked
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    assert ada.tasks.asked["facts"] == Ledger(MADE)
    assert ada.window.panel.shows_facts
    ada.tasks.answer("facts", ROWS)
    assert ada.window.panel.facts.count == len(ROWS)
    assert ada.focus is ada.window.panel.facts.table


def test_a_key_goes_through_the_rows_and_both_texts_show_them(at_facts: Reviewer, qtbot: QtBot) -> None:
    window = at_facts.window
    assert window.inspector.heard().startswith("≠ Differs · figure\nL1: The port ships 5,000 barrels a day.")
    left, right = (window.page.pane(side) for side in Side)
    assert left.emphasis.chosen == {0}
    assert right.emphasis.chosen == {0}
    assert "5,000" in left.selected_text()
    assert "1,000" in right.selected_text()
    assert window.bar.place == f"Differs 1 of {len(ROWS)}"
    at_facts.press("Down")
    assert window.bar.place.endswith(f"2 of {len(ROWS)}")
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.bar.place.endswith(f"3 of {len(ROWS)}")
    at_facts.press("Return")
    assert at_facts.focus in (left, right)


def test_decisions_are_on_no_finding_while_a_fact_is_shown(at_facts: Reviewer) -> None:
    assert at_facts.window.presenter.finding_in_hand is None
    at_facts.press("1", Qt.KeyboardModifier.ControlModifier)
    assert at_facts.window.presenter.finding_in_hand is not None
    assert not at_facts.window.panel.shows_facts
    assert not at_facts.window.actions_by_id["facts"].isChecked()
    assert at_facts.window.inspector.heard().startswith("≠ Contradiction")
    assert [at_facts.window.page.pane(side).selected_text() for side in Side] == ["", ""]


def test_unanswered_sentences_take_the_place_of_facts(at_facts: Reviewer) -> None:
    at_facts.press("2", Qt.KeyboardModifier.ControlModifier)
    panel, actions = at_facts.window.panel, at_facts.window.actions_by_id
    assert (panel.shows_unanswered, panel.shows_facts) == (True, False)
    assert (actions["unanswered"].isChecked(), actions["facts"].isChecked()) == (True, False)


def test_another_comparison_makes_the_table_anew_and_a_decision_does_not(at_facts: Reviewer) -> None:
    at_facts.press("1", Qt.KeyboardModifier.ControlModifier)
    at_facts.press("A")
    at_facts.press("Return")
    at_facts.press("4", Qt.KeyboardModifier.ControlModifier)
    assert "facts" not in at_facts.tasks.asked
    at_facts.controller.compare_again()
    assert at_facts.window.panel.facts.count == 0


NARROW = FactFilter(Kind.FIGURE, Relation.DIFFERS, "barrels")


def test_the_filter_of_the_facts_goes_with_the_pair_as_that_of_the_findings_does(at_facts: Reviewer) -> None:
    facts, findings = at_facts.window.panel.facts, at_facts.window.panel
    facts.choose_filter(NARROW)
    findings.set_filter(Filter(text="barrels"))
    assert facts.count == 1
    at_facts.compare(made=comparison("A1=B1", RIGHT, RIGHT))
    assert (findings.shown, facts.shown) == (EVERYTHING, FactFilter())
    at_facts.press("4", Qt.KeyboardModifier.ControlModifier)
    at_facts.tasks.answer("facts", ledger(comparison("A1=B1", RIGHT, RIGHT)))
    assert facts.count == len(ledger(comparison("A1=B1", RIGHT, RIGHT)))


@pytest.mark.parametrize("step", ["confirm", "unlink", "undo", "unanswered", "findings_focus"])
def test_the_filter_of_the_facts_stays_while_the_pair_does(at_facts: Reviewer, step: str) -> None:
    facts = at_facts.window.panel.facts
    if step == "undo":
        at_facts.act("findings_focus")
        at_facts.act("bookmark")
        at_facts.press("4", Qt.KeyboardModifier.ControlModifier)
    facts.choose_filter(NARROW)
    if step in ("confirm", "unlink"):
        at_facts.act("findings_focus")
    at_facts.act(step)
    assert facts.shown == NARROW


def test_the_filter_of_the_facts_stays_when_the_thorough_verdicts_come(at_facts: Reviewer) -> None:
    at_facts.window.panel.facts.choose_filter(NARROW)
    at_facts.document.put(replace(at_facts.state, is_refining=True))
    at_facts.controller._ask_to_compare("thorough")
    at_facts.tasks.answer_comparing(comparison("A1?B1:number A2=B2", LEFT, RIGHT))
    assert at_facts.window.panel.facts.shown == NARROW


def test_why_there_is_no_table_is_told_in_its_place(ada: Reviewer) -> None:
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    ada.tasks.refuse("facts", StatementCompareError("out_of_memory", "No memory."))
    assert ada.window.panel.facts.count == 0
    assert "memory" in ada.window.panel.facts._nothing.text()
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    assert "facts" in ada.tasks.asked


def test_the_worker_makes_the_table_and_can_be_stopped() -> None:
    assert engine()(Ledger(MADE), Progress(), print) == ROWS
    with pytest.raises(Cancelled):
        engine()(Ledger(MADE), Progress(lambda *_: None, lambda: True), print)


def many(number: int) -> tuple[Comparison, tuple[Row, ...]]:
    sides = [
        statement(*(f"{word} {n} is so." for n in range(1, number + 1)), path="/a.txt") for word in ("Left", "Right")
    ]
    made = comparison("A1=B1", *sides)
    rows = []
    for n in range(number):
        places = [Place(n, Span(at.start, at.start + 5)) for at in (side.sentences[n].span for side in sides)]
        rows.append(Row(Kind.FIGURE, tuple(Relation)[n % 5], (places[0],), (places[1],)))
    return made, tuple(rows)


def test_five_thousand_rows_are_shown_and_filtered_at_once(qtbot: QtBot) -> None:
    load_fonts()
    page = FactsPage(LIGHT)
    qtbot.addWidget(page)
    page.resize(272, 600)
    page.show()
    made, rows = many(5000)
    begun = time.process_time()
    page.set_rows(made, rows)
    page.choose(4000)
    page.choose_filter(FactFilter(text="left"))
    page.grab()
    assert time.process_time() - begun < 1.0
