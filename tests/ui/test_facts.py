"""The list of figures, dates and names: how it is asked for, walked, filtered, heard, and shown in the texts."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement

from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
from statement_compare.engine.ledger import ledger
from statement_compare.engine.model import Comparison, Side, Span, Verdict
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.errors import StatementCompareError
from statement_compare.session.folders import Folders
from statement_compare.ui.findings.facts_model import FactFilter, FactsModel, fact_card, fact_heard
from statement_compare.ui.findings.facts_page import FactsPage
from statement_compare.ui.findings.model import Roles
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


def cards(model: FactsModel) -> list[str]:
    shown = (model.index(row, 0).data(Roles.CARD) for row in range(model.rowCount()))
    return [f"{card.sign} {card.title} [{card.place}] {card.detail}" for card in shown]


def test_what_differs_comes_first_whatever_its_kind() -> None:
    model = FactsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(MADE, ROWS)
    assert cards(model)[0].startswith("≠ Differs · figure [L1 – R1]")
    assert cards(model)[-1].startswith("= Same · date [L2 – R2]")
    for shown in (FactFilter(Kind.DATE), FactFilter(relation=Relation.ONLY_LEFT), FactFilter(text="zebra")):
        model.set_filter(shown)
    assert cards(model) == []
    model.set_filter(FactFilter())
    assert model.rowCount() == len(ROWS)
    model.set_rows(None, ())
    tester.deleteLater()


def test_a_row_names_every_place_and_every_way_of_writing() -> None:
    spans = [Span(15, 20), Span(36, 38)]
    row = Row(Kind.FIGURE, Relation.ONLY_LEFT, (Place(0, spans[0]), Place(1, spans[1])), ())
    card = fact_card(MADE, row)
    assert (card.sign, card.title, card.place, card.verdict) == ("∅", "Only left · figure", "L1, 2", Verdict.UNCLEAR)
    words = " / ".join(span.of(LEFT.source.text) for span in spans)
    assert card.detail.strip("\u2068\u2069") == words
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


def test_the_table_is_made_by_the_worker_when_it_is_looked_at(ada: Reviewer) -> None:
    assert "facts" not in ada.tasks.asked
    ada.press("4", Qt.KeyboardModifier.ControlModifier)
    assert ada.tasks.asked["facts"] == Ledger(MADE)
    assert ada.window.panel.shows_facts
    ada.tasks.answer("facts", ROWS)
    assert ada.window.panel.facts.count == len(ROWS)
    assert ada.focus is ada.window.panel.facts.cards


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
