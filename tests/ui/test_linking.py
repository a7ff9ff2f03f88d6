"""A person links sentences, takes links away, splits and merges them, with the keyboard or by Ctrl and a click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from answered import answer
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement

from statement_compare.engine.model import Judged, Link, Reason, ReasonKind, Role, Side, Span, Verdict
from statement_compare.errors import StatementCompareError
from statement_compare.session.folders import Folders
from statement_compare.session.review import Pair
from statement_compare.ui.worker import JudgePair

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot)
    made.press("3", CONTROL)
    yield made
    made.window.close()
    made.window.deleteLater()


def go_to(ada: Reviewer, side: Side, sentence: int) -> None:
    """Walk to a sentence with the keyboard."""
    if ada.window.page.focused_side is not side or ada.focus is not ada.window.page.pane(side):
        ada.press("F6")
    for _ in range(9):
        here = ada.window.page.chosen_sentence(side)
        if here == sentence:
            return
        ada.press("Right" if here is None or here < sentence else "Left")


def judge(ada: Reviewer, verdict: Verdict = Verdict.QUALIFIED) -> JudgePair:
    request = ada.tasks.asked["link"]
    assert isinstance(request, JudgePair)
    reason = Reason(ReasonKind.MODALITY, Span(0, 4), Span(0, 5), "modality.test")
    link = Link((0,), (0,), 0.4, verdict, 0.8, (reason,))
    ada.tasks.answer("link", Judged(request.left, request.right, link))
    return request


def pairs(ada: Reviewer) -> list[Pair]:
    return [(link.left, link.right) for link in ada.review.comparison.links]


def test_sentences_that_are_picked_on_both_sides_are_linked_and_judged(ada: Reviewer) -> None:
    go_to(ada, Side.LEFT, 0)
    ada.press("Space", CONTROL)
    assert ada.said == "Picked: L1. Ctrl+L links them."
    go_to(ada, Side.RIGHT, 3)
    ada.press("Space", CONTROL)
    ada.press("L", CONTROL)
    assert judge(ada) == JudgePair("Left 1 is so.", "Right 4 is so.", judge_options(ada))
    assert ada.chosen == ((0,), (3,))
    assert ada.card == "~ Qualified [⚯]"
    assert "linked by hand" in ada.heard
    assert ada.state.chosen is not None
    assert ada.state.chosen.reasons[0].right == Span(45, 50)
    assert ada.window.page._gutter._by_hand == {ada.state.current}
    ada.press("Z", CONTROL)
    assert ((0,), (3,)) not in pairs(ada)


def judge_options(ada: Reviewer) -> object:
    return ada.controller.pair_options()


def test_several_sentences_are_linked_at_once(ada: Reviewer) -> None:
    for sentence in (0, 2):
        go_to(ada, Side.LEFT, sentence)
        ada.press("Space", CONTROL)
    go_to(ada, Side.RIGHT, 1)
    ada.press("L", CONTROL)
    judge(ada)
    assert ada.chosen == ((0, 2), (1,))
    assert ada.window.page.picked(Side.LEFT) == ()


def test_a_selection_over_several_sentences_picks_them(ada: Reviewer) -> None:
    go_to(ada, Side.LEFT, 0)
    for _ in range(2):
        ada.press("End", CONTROL | SHIFT)
    go_to_side = ada.window.page.picked(Side.LEFT)
    assert go_to_side == (0, 1, 2, 3)


def test_escape_leaves_what_was_picked(ada: Reviewer) -> None:
    go_to(ada, Side.LEFT, 0)
    ada.press("Space", CONTROL)
    ada.press("Escape")
    assert ada.window.page.picked(Side.LEFT) == ()
    assert ada.said == "Nothing is picked any more."


def test_what_is_linked_already_stays_picked_until_the_next_pick(ada: Reviewer) -> None:
    page = ada.window.page
    for side in Side:
        page.toggle_pick(side, 0)
    ada.press("L", CONTROL)
    assert ada.said == "These sentences are linked already. Still picked: L1, R1; Esc or another pick leaves them."
    assert [page.pane(side).emphasis.picked for side in Side] == [{0}, {0}]
    page.toggle_pick(Side.RIGHT, 3)
    assert ada.said == "Picked: R4. Ctrl+L links them."
    page.toggle_pick(Side.LEFT, 0)
    assert page.picked_names == "L1, R4"
    ada.press("L", CONTROL)
    judge(ada)
    assert ada.chosen == ((0,), (3,))


def test_after_a_link_that_failed_a_sentence_can_be_taken_away_from_the_picked_ones(ada: Reviewer) -> None:
    page = ada.window.page
    for side in Side:
        page.toggle_pick(side, 0)
    page.toggle_pick(Side.LEFT, 2)
    ada.press("L", CONTROL)
    ada.tasks.refuse("link", StatementCompareError("out_of_memory", "No room."))
    assert ada.said.endswith("Still picked: L1, L3, R1; Esc or another pick leaves them.")
    page.toggle_pick(Side.LEFT, 2)
    assert page.picked_names == "L1, R1"


def test_one_side_that_was_picked_too_early_is_no_failure(ada: Reviewer) -> None:
    ada.press("U", CONTROL)  # so that the keyboard is at no sentence of the right text
    page = ada.window.page
    page.toggle_pick(Side.LEFT, 0)
    page.pane(Side.RIGHT).set_cursor(None)
    ada.press("L", CONTROL)
    assert ada.said == "Pick a sentence on each side first."
    page.toggle_pick(Side.RIGHT, 3)
    assert page.picked_names == "L1, R4"


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ((0,), (), "L1"),
        ((0, 1, 2), (), "L1, L2, L3"),
        ((0, 1, 2, 3), (1, 2), "L1–L4, R2, R3"),
        ((0, 1, 3), (0, 2, 3), "L1, L2, L4, R1, R3, R4"),
        ((), (0, 1, 2, 3), "R1–R4"),
    ],
)
def test_many_picked_sentences_in_a_row_are_named_by_the_first_and_the_last(
    ada: Reviewer, left: tuple[int, ...], right: tuple[int, ...], names: str
) -> None:
    page = ada.window.page
    for side, picked in zip(Side, (left, right), strict=True):
        page.pane(side).set_picked(frozenset(picked))
    assert page.picked_names == names


def test_all_of_a_text_is_picked_and_told_in_a_few_words(ada: Reviewer) -> None:
    ada.window.page.focus_side(Side.LEFT)
    ada.press("A", CONTROL)
    ada.press("Space", CONTROL)
    assert ada.said == "Picked: L1–L4. Ctrl+L links them."


def test_escape_leaves_what_is_picked_from_the_other_text_and_from_the_list(ada: Reviewer) -> None:
    page = ada.window.page
    for place in (page.pane(Side.RIGHT), ada.window.panel.findings_list):
        page.toggle_pick(Side.LEFT, 2)
        place.setFocus()
        ada.press("Escape")
        assert page.picked_names == ""
        assert ada.said == "Nothing is picked any more."


def test_control_and_a_click_pick_a_sentence(ada: Reviewer) -> None:
    pane = ada.window.page.pane(Side.RIGHT)
    place = pane.sentence_rect(0).center()
    ada.qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)
    assert ada.window.page.picked(Side.RIGHT) == (0,)
    assert ada.chosen == ((1,), (1,))


def test_a_link_is_taken_away_and_comes_back(ada: Reviewer) -> None:
    before = pairs(ada)
    ada.press("U", CONTROL)
    assert pairs(ada) == [pair for pair in before if pair != ((1,), (1,))]
    assert ada.window.actions_by_id["undo"].text() == "Undo: unlink L2-R2"
    ada.press("Z", CONTROL)
    assert pairs(ada) == before
    assert ada.chosen == ((1,), (1,))


def link_by_hand(ada: Reviewer, left: int, right: int) -> None:
    ada.window.page.toggle_pick(Side.LEFT, left)
    ada.window.page.toggle_pick(Side.RIGHT, right)
    ada.press("L", CONTROL)
    judge(ada)
    assert ada.chosen == ((left,), (right,))


def test_undoing_a_link_leads_to_a_finding_of_its_sentences_or_to_the_nearest(folders: Folders, qtbot: QtBot) -> None:
    # Neither L8 nor R10 has an answer; L1 has the only contradiction, which stands first in the list.
    scenario = "A1!B1:number A12=B3 A7=B7 A11~B4:modality A3=B12"
    ada = Reviewer(folders, qtbot, comparison(scenario, sentences=12))
    qtbot.addWidget(ada.window)
    link_by_hand(ada, 7, 9)
    ada.press("Z", CONTROL)
    assert ada.chosen == ((6,), (6,))
    link_by_hand(ada, 9, 11)  # R12 is in another finding, and L11 is next to L10
    ada.press("Z", CONTROL)
    assert ada.chosen == ((2,), (11,))
    link_by_hand(ada, 7, 9)
    ada.controller.choose(0)
    ada.press("Z", CONTROL)  # whoever has gone elsewhere sees what is taken back, as with any other edit
    assert ada.chosen == ((6,), (6,))
    ada.window.close()


def test_undoing_a_comparison_leads_to_no_link_that_was_made_before(ada: Reviewer) -> None:
    link_by_hand(ada, 1, 3)
    ada.controller.choose(0)
    ada.act("compare_again")
    ada.tasks.answer_reading("left", "Left one. Left two.")
    ada.tasks.answer_reading("right", "Right one. Right two.")
    longer = [statement(*(f"{word} {n} is so." for n in range(5)), path=f"/{word}.txt") for word in ("Left", "Right")]
    ada.tasks.answer_comparing(comparison("A2=B2 A3!B3:date A4~B4:modality A5=B5", *longer))
    assert [(link.left, link.right) for link in ada.review.by_hand] == [((2,), (4,))]
    shown = ada.chosen
    assert shown != ((2,), (4,))
    ada.press("Z", CONTROL)
    assert ada.chosen == shown


def test_merged_sentences_are_split_again(ada: Reviewer) -> None:
    go_to(ada, Side.RIGHT, 2)
    go_to(ada, Side.LEFT, 1)
    ada.window.page.toggle_pick(Side.RIGHT, 2)
    ada.press("M", CONTROL)
    judge(ada)
    assert ada.chosen == ((1,), (1, 2))
    assert ada.window.actions_by_id["undo"].text() == "Undo: merge into L2-R2,3"
    ada.press("L", CONTROL | SHIFT)
    assert judge(ada).right == "Right 2 is so."
    assert judge(ada).right == "Right 3 is so."
    assert {((1,), (1,)), ((1,), (2,))} <= set(pairs(ada))
    ada.press("Z", CONTROL)
    assert ada.chosen == ((1,), (1, 2))


def test_what_cannot_be_done_is_said(ada: Reviewer) -> None:
    ada.press("L", CONTROL)
    assert ada.said == "These sentences are linked already."
    ada.press("L", CONTROL | SHIFT)
    assert ada.said == "This link has one sentence on each side."
    ada.press("M", CONTROL)
    assert ada.said == "Pick the sentences first that the link is to take in."


def test_a_link_that_cannot_be_judged_is_not_made(ada: Reviewer) -> None:
    ada.window.page.toggle_pick(Side.RIGHT, 3)
    ada.press("L", CONTROL)
    ada.tasks.refuse("link", StatementCompareError("out_of_memory", "No room."))
    assert ada.said.startswith("There is not enough memory")
    assert ada.review.is_untouched
    ada.press("L", CONTROL)
    judge(ada)
    assert ada.chosen == ((1,), (3,))


def test_a_sentence_is_no_claim_any_more(ada: Reviewer) -> None:
    ada.press("U", CONTROL)
    go_to(ada, Side.LEFT, 1)
    ada.act("role_opinion")
    assert ada.review.comparison.left.sentences[1].role is Role.OPINION
    assert ada.window.actions_by_id["undo"].text() == "Undo: L2 is opinion"
    ada.press("Z", CONTROL)
    assert ada.review.comparison.left.sentences[1].role is Role.CLAIM


def test_a_sentence_without_a_link_is_still_looked_at_when_its_role_is_another(ada: Reviewer) -> None:
    ada.press("U", CONTROL)
    go_to(ada, Side.LEFT, 1)
    assert "Unanswered" in ada.window.inspector.heard()
    ada.act("role_opinion")
    assert ada.window.page.chosen_sentence(Side.LEFT) == 1
    ada.press("Z", CONTROL)
    assert ada.window.page.chosen_sentence(Side.LEFT) == 1
    ada.press("Z", CONTROL)
    assert ada.chosen == ((1,), (1,))  # the link is there again


def test_who_speaks_is_put_right(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "the harbour board")
    ada.act("speaker_right")
    assert ada.review.comparison.right.source.speaker == "the harbour board"
    assert ada.window.actions_by_id["undo"].text() == "Undo: who speaks on the right"


def test_links_stay_dashed_when_verdicts_change(ada: Reviewer) -> None:
    ada.window.page.toggle_pick(Side.RIGHT, 3)
    ada.press("L", CONTROL)
    judge(ada)
    ada.decide("C")
    assert ada.review.comparison.links[ada.state.current or 0].verdict is Verdict.CONTRADICTION
    assert ada.window.page._gutter._by_hand == {ada.state.current}
    assert replace(ada.decision(((1,), (3,))), at="").reviewer == "Ada"
