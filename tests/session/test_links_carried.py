"""What becomes of links that a person made, decided on or took away when texts are compared once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from scenario import comparison
from some_edits import STAMP, after

from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Side, Span, Verdict
from statement_compare.session.carry import ChangeKind, carried
from statement_compare.session.corrected import with_correction, with_sentence
from statement_compare.session.edits import (
    Compared,
    Confirm,
    Dismiss,
    Edit,
    Entry,
    Relink,
    SetNote,
    SetVerdict,
    applied,
    folded,
)
from statement_compare.session.history import History
from statement_compare.session.mirror import mirrored
from statement_compare.session.review import Pair, Review, pair_of
from statement_compare.session.store import Store

SECOND: Pair = ((1,), (1,))
ALONE = comparison("A1=B1")
AGREED = comparison("A1=B1 A2=B2:number")
DENIED = comparison("A1=B1 A2!B2:number")
REASON = Reason(ReasonKind.NUMBER, Span(16, 20), Span(18, 23), "number.test")
MADE = Link((1,), (1,), 0.5, Verdict.CONTRADICTION, 0.9, (REASON,))
BY_HAND = Relink(added=(MADE,))


def corrected(scenario: str, now: str = "Left 2 was so.", before: Comparison = ALONE) -> Compared:
    """The second sentence of the left text put right, and what is proposed then."""
    was = before.left.sentences[1].text
    made = comparison(scenario, with_sentence(before.left, 1, now), before.right)
    return Compared(made, with_correction((), Side.LEFT, 1, was, now))


def told(review: Review, again: Compared) -> list[tuple[ChangeKind, Verdict | None, Verdict | None]]:
    changes = carried(review, again.comparison, again.corrections).changes
    return [(each.kind, each.before, each.after) for each in changes if each.pair == SECOND]


def second(review: Review) -> Link:
    """The link of both second sentences, as it is shown."""
    (link,) = (each for each in review.comparison.links if pair_of(each) == SECOND)
    return link


def test_a_link_by_hand_that_is_proposed_now_is_shown_as_it_is_judged_now() -> None:
    before, again = after(ALONE, BY_HAND), corrected("A1=B1 A2=B2:number")
    now = applied(before, Entry(again))
    assert (second(now).verdict, len(second(now).reasons)) == (Verdict.AGREEMENT, 1)
    assert not now.is_by_hand(second(now))
    assert not now.reported().by_hand
    assert told(before, again) == [(ChangeKind.VERDICT, Verdict.CONTRADICTION, Verdict.AGREEMENT)]
    assert now.comparison.links == again.comparison.links


def test_it_is_still_a_link_by_hand_where_a_later_comparison_does_not_propose_it() -> None:
    now = after(ALONE, BY_HAND, Compared(AGREED), Compared(ALONE))
    assert (second(now).verdict, len(second(now).reasons)) == (Verdict.AGREEMENT, 1)
    assert now.is_by_hand(second(now))
    assert not now.is_untouched


def test_a_link_by_hand_that_is_taken_away_once_it_is_proposed_is_made_by_nobody() -> None:
    now = after(ALONE, BY_HAND, Compared(AGREED), Relink(removed=(SECOND,)), Compared(ALONE))
    assert (now.by_hand, now.linked) == ((), frozenset())
    assert [pair_of(link) for link in now.comparison.links] == [((0,), (0,))]


def test_a_link_by_hand_that_nothing_proposes_stays_as_it_was_judged() -> None:
    before = after(ALONE, BY_HAND, Confirm((SECOND,)))
    now = applied(before, Entry(Compared(comparison("A3=B3"))))
    assert (second(now), now.is_by_hand(MADE)) == (MADE, True)
    assert now.decision(SECOND).is_confirmed
    assert told(before, Compared(comparison("A3=B3"))) == []


def test_a_finding_that_is_only_kept_is_made_by_nobody_and_shown_as_it_is_judged_now() -> None:
    kept = after(DENIED, SetNote(SECOND, "look at this"), Compared(ALONE))
    assert second(kept).verdict is Verdict.CONTRADICTION
    assert not kept.is_by_hand(second(kept))
    assert not kept.reported().by_hand
    now = applied(kept, Entry(Compared(AGREED)))
    assert (second(now).verdict, now.decision(SECOND).note) == (Verdict.AGREEMENT, "look at this")
    assert told(kept, Compared(AGREED)) == [(ChangeKind.VERDICT, Verdict.CONTRADICTION, Verdict.AGREEMENT)]
    assert now.by_hand == ()


def test_a_finding_that_is_only_kept_goes_with_what_it_was_kept_for() -> None:
    kept = after(DENIED, SetNote(SECOND, "look at this"), Compared(ALONE), SetNote(SECOND, ""))
    assert second(kept).verdict is Verdict.CONTRADICTION
    assert told(kept, Compared(ALONE)) == [(ChangeKind.GONE, Verdict.CONTRADICTION, None)]


@pytest.mark.parametrize("first", [ALONE, DENIED])
def test_a_verdict_that_is_confirmed_holds_of_no_words_that_nobody_judged(first: Comparison) -> None:
    made = () if first is DENIED else (BY_HAND,)
    before, again = after(first, *made, Confirm((SECOND,))), corrected("A1=B1")
    now = applied(before, Entry(again))
    assert (second(now).verdict, second(now).reasons, now.decided) == (Verdict.CONTRADICTION, (), 0)
    assert told(before, again) == [(ChangeKind.LAPSED, Verdict.CONTRADICTION, Verdict.CONTRADICTION)]


def test_a_verdict_of_ones_own_on_words_that_nobody_judged_needs_another_look() -> None:
    before, again = after(ALONE, BY_HAND, SetVerdict(SECOND, Verdict.QUALIFIED, "net")), corrected("A1=B1")
    now = applied(before, Entry(again))
    assert (now.decision(SECOND).verdict, now.decision(SECOND).needs_another_look) == (Verdict.QUALIFIED, True)
    assert told(before, again) == [(ChangeKind.LOOK, Verdict.QUALIFIED, Verdict.QUALIFIED)]


@pytest.mark.parametrize(
    ("edit", "scenario"),
    [
        (SetVerdict(SECOND, Verdict.QUALIFIED, "net"), "A1=B1 A2=B2"),  # hers, of a sentence that she put right
        (Confirm((SECOND,)), "A1=B1 A2!B2"),  # the same is proposed
        (Dismiss(SECOND), "A1=B1"),  # what was nothing, and is not proposed any more
    ],
)
def test_of_a_sentence_that_was_put_right_a_decision_stays_otherwise(edit: Edit, scenario: str) -> None:
    before = after(DENIED, edit)
    assert applied(before, Entry(corrected(scenario))).decision(SECOND) == before.decision(SECOND)


def test_a_link_that_is_made_once_more_stands_in_place_of_the_proposed_one_until_texts_are_compared_again() -> None:
    """Both who ask for what the program says, and taking a verdict back, get what is shown."""
    parted = after(AGREED, Relink(removed=(SECOND,)), BY_HAND)
    review = applied(parted, Entry(SetVerdict(SECOND, Verdict.UNCLEAR, "")))
    proposed = review.proposed_link(SECOND)
    assert proposed == review.reported().proposed[SECOND] == MADE
    back = applied(review, Entry(SetVerdict(SECOND, None)))
    assert (back, back.comparison) == (parted, parted.comparison)
    assert second(applied(back, Entry(Compared(AGREED)))).verdict is Verdict.AGREEMENT


def test_in_a_session_of_before_a_link_by_hand_hides_what_is_proposed() -> None:
    now = after(ALONE, BY_HAND, replace(corrected("A1=B1 A2=B2:number"), renews=False))
    assert (second(now).verdict, now.is_by_hand(MADE)) == (Verdict.CONTRADICTION, True)
    kept = after(DENIED, SetNote(SECOND, "n"), Compared(ALONE, renews=False), Compared(AGREED, renews=False))
    assert (second(kept).verdict, kept.is_by_hand(MADE)) == (Verdict.CONTRADICTION, True)
    assert second(applied(now, Entry(Compared(AGREED)))).verdict is Verdict.AGREEMENT


@pytest.mark.parametrize("renews", [True, False])
def test_whichever_it_is_a_file_says_so_and_so_do_changed_sides(tmp_path: Path, *, renews: bool) -> None:
    again = Compared(AGREED, renews=renews)
    with Store.create(tmp_path / "a.stcmp", ALONE) as store:
        store.apply(BY_HAND, STAMP)
        review = store.apply(again, STAMP)
    with Store.open(tmp_path / "a.stcmp", for_reading=True) as store:
        assert (store.review, store.entries[-1].edit) == (review, again)
    history = History(ALONE)
    history.apply(BY_HAND)
    history.apply(again)
    assert [each.verdict for each in mirrored(history, ALONE).review.comparison.links] == [
        each.verdict for each in review.comparison.links
    ]
    assert folded(ALONE, history.entries) == history.review


PARTED = Relink(removed=(SECOND,))


def test_a_link_that_was_taken_away_stays_away_where_it_is_not_proposed_for_once() -> None:
    between = after(DENIED, PARTED, Compared(ALONE))
    assert between.comparison.links == ALONE.links
    assert (between.removed_links, between.reported().removed) == (frozenset(), frozenset())
    now = applied(between, Entry(Compared(AGREED)))
    assert [pair_of(link) for link in now.comparison.links] == [((0,), (0,))]
    assert now.removed_links == now.reported().removed == {SECOND}
    assert told(between, Compared(AGREED)) == []


def test_a_link_that_was_taken_away_and_is_made_again_stays_there() -> None:
    now = after(DENIED, PARTED, Compared(ALONE), BY_HAND, Compared(AGREED))
    assert (second(now).verdict, now.removed) == (Verdict.AGREEMENT, frozenset())


def test_a_kept_finding_that_is_taken_away_is_not_proposed_again() -> None:
    now = after(DENIED, SetNote(SECOND, "n"), Compared(ALONE), PARTED, Compared(AGREED))
    assert [pair_of(link) for link in now.comparison.links] == [((0,), (0,))]


def test_a_link_by_hand_that_is_taken_away_was_proposed_by_nobody_and_may_be_later() -> None:
    now = after(ALONE, BY_HAND, PARTED, Compared(AGREED))
    assert second(now).verdict is Verdict.AGREEMENT


def test_one_that_was_taken_away_goes_with_its_sentences() -> None:
    fewer = comparison("A1=B1", sentences=1)
    assert after(DENIED, PARTED, Compared(fewer)).removed == frozenset()


def test_in_a_session_of_before_a_link_that_was_taken_away_comes_back() -> None:
    """What was done with it then has to be found there still."""
    now = after(DENIED, PARTED, Compared(ALONE, renews=False), Compared(AGREED, renews=False), Confirm((SECOND,)))
    assert second(now).verdict is Verdict.AGREEMENT
