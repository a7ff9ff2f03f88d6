"""The sentence without an answer that a person looks at stays it while she filters the list of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison

from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
from statement_compare.engine.model import Side, Span, Verdict
from statement_compare.session.edits import SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter
from statement_compare.ui import languages
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.why_asked import Why

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
L4, L5, R3 = Unanswered(Side.LEFT, 3), Unanswered(Side.LEFT, 4), Unanswered(Side.RIGHT, 2)


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """At L5, the third of the eight sentences from L3 to R6 that nothing answers."""
    made = Reviewer(folders, qtbot, comparison("A1=B1:number A2!B2:date", sentences=6))
    made.press("2", CONTROL)
    made.press("Down")
    made.press("Down")
    assert made.window.presenter.unanswered == L5
    yield made
    made.window.close()
    made.window.deleteLater()
    languages.use("en")


def words(ada: Reviewer, text: str) -> None:
    """Type words into the filter."""
    row = ada.window.panel.findChild(FilterRow)
    assert isinstance(row, FilterRow)
    row.set_text("")
    row.focus_words()
    ada.type(text)


def chosen(ada: Reviewer) -> Unanswered | None:
    cards = ada.window.panel.unanswered_list
    return None if cards.row is None else cards.rows[cards.row]


def outlined(ada: Reviewer) -> tuple[frozenset[int], frozenset[int]]:
    left, right = (ada.window.page.pane(side).emphasis.chosen for side in Side)
    return left, right


def press_chip(ada: Reviewer, name: str) -> None:
    chip = ada.window.panel.findChild(QPushButton, f"chip_{name}")
    assert isinstance(chip, QPushButton)
    chip.click()


def test_the_keys_go_on_from_it(ada: Reviewer) -> None:
    words(ada, "Left")
    assert chosen(ada) == L5
    ada.press("Down")
    assert ada.focus is ada.window.panel.unanswered_list
    assert (ada.window.presenter.unanswered, ada.window.bar.place) == (L5, "Unanswered 3 of 4")
    ada.press("Up")
    assert (ada.window.presenter.unanswered, ada.window.bar.place) == (L4, "Unanswered 2 of 4")


def test_the_next_one_is_the_one_behind_it(ada: Reviewer) -> None:
    words(ada, "Left")
    ada.press("Down", ALT)
    assert ada.window.bar.place == "Unanswered 4 of 4"


@pytest.mark.parametrize("text", ["Left", "Left 5", "Right"])
def test_it_is_chosen_once_all_are_shown_again(ada: Reviewer, text: str) -> None:
    words(ada, text)
    ada.press("Escape")
    assert chosen(ada) == L5
    assert ada.window.presenter.unanswered == L5


def test_a_chip_leaves_it_chosen_as_well(ada: Reviewer) -> None:
    press_chip(ada, "left")
    assert chosen(ada) == L5
    press_chip(ada, "right")
    assert chosen(ada) is None
    press_chip(ada, "unanswered")
    assert chosen(ada) == L5


def test_going_to_the_facts_and_back_leaves_it_chosen(ada: Reviewer) -> None:
    words(ada, "Left")
    ada.press("4", CONTROL)
    ada.press("2", CONTROL)
    assert chosen(ada) == L5


def line(ada: Reviewer) -> str:
    return ada.window.panel.filter_line.words


def test_the_line_above_tells_no_verdicts_that_filter_the_findings_alone(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    seen = []
    for list_ in ("1", "2", "4", "2", "1", "4", "1"):
        ada.press(list_, CONTROL)
        seen.append((list_, line(ada)))
    assert {told for list_, told in seen if list_ == "2"} == {""}
    assert {told for list_, told in seen if list_ == "1"} == {"Shown: contradiction"}


def test_the_line_above_tells_the_words_in_both_lists(ada: Reviewer) -> None:
    words(ada, "Left")
    for list_ in ("4", "2", "1", "4", "1"):
        ada.press(list_, CONTROL)
        assert line(ada) == "Shown: “Left”"


DIFFERING = Filter(verdicts=frozenset({Verdict.CONTRADICTION}))


def press_line(ada: Reviewer, name: str) -> None:
    button = ada.window.panel.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()


@pytest.mark.parametrize("text", ["Left 5", "nowhere"])
def test_showing_all_of_them_leaves_the_findings_filtered(ada: Reviewer, text: str) -> None:
    ada.window.panel.set_filter(DIFFERING)
    press_chip(ada, "left")
    words(ada, text)
    press_line(ada, "clearFilter")
    assert (len(ada.window.panel.unanswered_list.rows), line(ada), chosen(ada)) == (8, "", L5)
    ada.press("1", CONTROL)
    assert (ada.window.panel.shown, line(ada)) == (DIFFERING, "Shown: contradiction")
    press_line(ada, "clearFilter")
    assert (ada.window.panel.shown, line(ada)) == (Filter(), "")


def test_the_key_takes_every_filter_away_there_as_well(ada: Reviewer) -> None:
    ada.window.panel.set_filter(DIFFERING)
    words(ada, "Left")
    ada.act("clear_filter")
    assert (ada.window.panel.shown, len(ada.window.panel.unanswered_list.rows)) == (Filter(), 8)


def test_no_filter_of_the_findings_is_saved_from_above_them(ada: Reviewer) -> None:
    save = ada.window.panel.findChild(QPushButton, "saveFilter")
    assert isinstance(save, QPushButton)
    words(ada, "Left")
    assert not save.isVisible()
    languages.use("ru")
    ada.window.retranslate()
    assert not save.isVisible()
    ada.press("1", CONTROL)
    assert save.isVisible()


def test_where_it_is_filtered_out_nothing_is_chosen_until_a_person_goes_into_the_list(ada: Reviewer) -> None:
    words(ada, "Right")
    assert (chosen(ada), ada.window.presenter.unanswered) == (None, L5)
    ada.press("Down")
    assert (chosen(ada), ada.window.presenter.unanswered) == (R3, R3)
    words(ada, "")
    assert chosen(ada) == R3


def test_a_sentence_that_was_chosen_in_the_text_is_the_one(ada: Reviewer) -> None:
    words(ada, "Left")
    ada.window.page.sentence_chosen.emit(R3.side, R3.sentence)
    words(ada, "Right")
    assert chosen(ada) == R3


def test_another_comparison_chooses_none(ada: Reviewer) -> None:
    words(ada, "Left")
    ada.act("close_pair")
    ada.read_both()
    ada.tasks.answer_comparing(comparison("A1=B1 A2!B2", sentences=6))
    ada.window.panel.show_unanswered(True)
    words(ada, "Left")
    assert chosen(ada) is None


@pytest.mark.parametrize("text", ["Left", "Left 5", "Right", "nowhere"])
def test_it_stays_outlined_in_the_text(ada: Reviewer, text: str) -> None:
    words(ada, text)
    assert outlined(ada) == ({4}, frozenset())


def test_it_stays_outlined_as_a_note_that_was_being_typed_is_kept(ada: Reviewer) -> None:
    ada.controller.edit(SetNote(((0,), (0,)), "ask"))
    ada.window.presenter.choose_unanswered(L5)
    ada.controller.edit(SetNote(((1,), (1,)), "ask"))
    assert outlined(ada) == ({4}, frozenset())


def test_a_fact_stays_outlined_while_the_findings_are_filtered(ada: Reviewer) -> None:
    row = Row(Kind.FIGURE, Relation.DIFFERS, (Place(2, Span(0, 4)),), (Place(3, Span(0, 4)),))
    ada.window.presenter.choose_fact(row)
    words(ada, "Left")
    assert outlined(ada) == ({2}, {3})


def test_two_sentences_that_are_no_pair_stay_outlined(ada: Reviewer) -> None:
    ada.window.presenter.show_why(Why(3, 2, "Because."))
    words(ada, "Left")
    assert outlined(ada) == ({3}, {2})


def test_back_at_a_finding_it_alone_is_outlined(ada: Reviewer) -> None:
    ada.press("1", CONTROL)
    words(ada, "Left")
    link = ada.state.chosen
    assert link is not None
    assert outlined(ada) == (set(link.left), set(link.right))


def test_texts_without_a_comparison_have_nothing_outlined(ada: Reviewer) -> None:
    ada.act("compare_again")
    ada.tasks.answer_reading("left", "Only one.")
    ada.tasks.answer_reading("right", "Only one.")
    assert outlined(ada) == (frozenset(), frozenset())
