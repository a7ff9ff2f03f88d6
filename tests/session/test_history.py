"""Undoing and redoing edits of a review: whatever was done, the review is the fold of the edits that hold."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace

import pytest
import some_edits
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario import comparison
from some_edits import STAMP, Log, some_step

from statement_compare.engine.model import Role, Side, Signature, Verdict
from statement_compare.session import review as review_module
from statement_compare.session.edits import (
    Bookmark,
    Compared,
    Confirm,
    Dismiss,
    Edit,
    EditError,
    Entry,
    Relink,
    SetNote,
    SetRole,
    SetSpeaker,
    SetStatus,
    SetVerdict,
    applied,
    folded,
)
from statement_compare.session.few_changes import NONE, Changes, few_changes
from statement_compare.session.history import History, begun
from statement_compare.session.mirror import mirrored, mirrored_comparison
from statement_compare.session.query import in_order, in_order_after
from statement_compare.session.review import Pair, Review, Status, pair_of

FIRST: Pair = ((0,), (0,))
SECOND: Pair = ((1,), (2,))
COMPARED = comparison("A1=B1 A2!B3 A3~B2")
EDITS: tuple[Edit, ...] = (
    SetVerdict(FIRST, Verdict.UNCLEAR, "no source"),
    SetVerdict(FIRST, None),
    Confirm((FIRST, SECOND)),
    Dismiss(SECOND),
    SetNote(FIRST, "ask"),
    SetNote(FIRST, "ask them"),
    Bookmark(SECOND),
    SetStatus(FIRST, Status.ASKED),
    Relink(removed=(SECOND,)),
    Relink(added=(replace(COMPARED.links[0], left=(0, 3), right=(3,)),)),
    SetVerdict(((0, 3), (3,)), Verdict.CONTRADICTION),
    SetRole(Side.LEFT, 3, Role.OPINION),
    SetSpeaker(Side.RIGHT, "the board"),
    Compared(comparison("A1?B1 A3~B2 A4=B4")),
)


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(EDITS), st.sampled_from(["undo", "redo"])), max_size=20))
def test_a_review_is_the_fold_of_the_edits_that_hold(steps: list[Edit | str]) -> None:
    history = History(COMPARED)
    for step in steps:
        if step == "undo":
            history.undo()
        elif step == "redo":
            history.redo()
        elif not isinstance(step, str):
            try:
                history.apply(step)
            except EditError:
                continue
        slow = folded(COMPARED, history.entries)
        assert history.review == slow
        assert history.review.comparison == slow.comparison
        assert history.review.decided == sum(slow.decision_on(link).is_decided for link in slow.comparison.links)


@settings(deadline=None)
@given(st.lists(st.sampled_from(EDITS), max_size=12))
def test_changing_both_sides_about_twice_changes_nothing(edits: list[Edit]) -> None:
    history = History(COMPARED)
    for edit in edits:
        try:
            history.apply(edit)
        except EditError:
            continue
    turned = mirrored(history, history.first)
    assert len(turned.entries) == len(history.entries)
    assert {(pair[1], pair[0]): said for pair, said in turned.review.decisions.items()} == history.review.decisions
    back = mirrored(turned, turned.first)
    assert back.review == history.review
    assert back.review.comparison == history.review.comparison


def test_undone_edits_come_back_with_their_stamp() -> None:
    history = History(COMPARED)
    history.apply(Confirm((FIRST,)), STAMP)
    assert history.undo_name == ("edit.confirm", {"place": "L1-R1"})
    assert history.undo() == Review(COMPARED)
    assert (history.can_undo, history.can_redo) == (False, True)
    assert history.redo_name == ("edit.confirm", {"place": "L1-R1"})
    assert history.redo().decision(FIRST).reviewer == "Ada"


def test_a_new_edit_ends_what_was_undone() -> None:
    history = History(COMPARED)
    history.apply(Confirm((FIRST,)))
    history.undo()
    history.apply(Bookmark(FIRST))
    assert not history.can_redo
    assert history.undo() == Review(COMPARED)


def test_typing_in_a_note_is_one_step() -> None:
    history = History(COMPARED)
    history.apply(SetNote(FIRST, "a"))
    history.apply(SetNote(FIRST, "as"), replace_last=True)
    history.apply(SetNote(FIRST, "ask"), replace_last=True)
    assert history.review.decision(FIRST).note == "ask"
    assert history.undo() == Review(COMPARED)


def test_a_comparison_by_another_model_of_the_one_just_made_is_no_step_of_its_own() -> None:
    history = History(COMPARED)
    history.apply(Confirm((FIRST,)))
    for replace_last in (False, True):
        history.apply(Compared(COMPARED), replace_last=replace_last)
    history.apply(Compared(replace(COMPARED, judged_by="fast")))
    history.apply(Compared(replace(COMPARED, judged_by="thorough")), replace_last=True)
    assert history.review.proposed.judged_by == "thorough"
    assert history.undo().proposed.judged_by == COMPARED.judged_by
    assert [each.edit for each in history.entries] == [Confirm((FIRST,))]


def test_a_note_on_another_finding_is_a_step_of_its_own() -> None:
    history = History(COMPARED)
    history.apply(SetNote(FIRST, "a"))
    history.apply(SetNote(SECOND, "b"), replace_last=True)
    assert history.undo().decision(FIRST).note == "a"


def test_what_changes_nothing_is_no_step() -> None:
    history = History(COMPARED)
    history.apply(Confirm((FIRST,), is_confirmed=False))
    assert not history.can_undo


def test_an_edit_of_what_is_not_there_changes_nothing() -> None:
    history = History(COMPARED)
    with pytest.raises(EditError):
        history.apply(Bookmark(((0,), (3,))))
    assert history.entries == ()


def test_decisions_that_do_not_touch_a_verdict_leave_the_comparison_as_it_is() -> None:
    history = History(COMPARED)
    shown = history.apply(SetVerdict(FIRST, Verdict.UNCLEAR)).comparison
    for edit in (Confirm((FIRST,)), SetNote(SECOND, "x"), Bookmark(FIRST), Dismiss(SECOND)):
        assert history.apply(edit).comparison is shown


def test_edits_of_a_part_go_on_with_the_whole() -> None:
    entries = (Entry(Confirm((FIRST,))), Entry(Bookmark(((9,), (9,)))))
    history = begun(COMPARED, entries)
    assert history.entries == entries[:1]


def test_a_link_that_is_made_once_more_as_it_is_is_no_edit_whatever_other_links_there_are() -> None:
    made = [edit for edit in EDITS if isinstance(edit, Relink) and edit.added]
    confirmed = next(edit for edit in EDITS if isinstance(edit, Confirm))
    compared = next(edit for edit in EDITS if isinstance(edit, Compared))
    history = History(COMPARED)
    for edit in (confirmed, made[0], compared, made[0], made[0]):
        history.apply(edit)
    assert len(mirrored(history, history.first).entries) == len(history.entries)
    assert [type(entry.edit) for entry in history.entries].count(Relink) <= 2


def test_the_languages_that_were_chosen_change_sides_with_the_texts() -> None:
    signature = Signature("1", (("languages", "ru,"), ("model", "fast,own")), ())
    turned = mirrored_comparison(replace(COMPARED, signature=signature))
    assert turned.signature.options == (("languages", ",ru"), ("model", "fast,own"))
    assert mirrored_comparison(turned).signature == signature


@pytest.mark.parametrize("seed", range(60))
def test_what_is_known_of_the_comparison_before_an_edit_gives_the_same_as_making_it_anew(seed: int) -> None:
    chance, log = random.Random(seed), Log(some_edits.FIRST)
    for _ in range(25):
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        review = log.review
        anew = replace(review)  # knows nothing but its fields
        assert review.comparison == anew.comparison
        assert review.proposed_pairs == anew.proposed_pairs
        assert [review.index_of(pair_of(link)) for link in review.comparison.links] == [
            anew.index_of(pair_of(link)) for link in anew.comparison.links
        ]


def test_an_edit_of_one_link_does_not_put_all_links_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    many = comparison(" ".join(f"A{n}=B{n}" for n in range(1, 301)), sentences=300)
    link = many.links[0]
    review = applied(Review(many), Entry(Relink(removed=(((0,), (0,)),))))
    assert len(review.comparison.links) == 299
    asked = []
    place = review_module._place_in_texts
    monkeypatch.setattr(review_module, "_place_in_texts", lambda each: asked.append(each) or place(each))
    for edit in (Relink(added=(replace(link, left=(0,), right=(299,)),)), Relink(removed=(((5,), (5,)),))):
        review = applied(review, Entry(edit))
        assert len(review.comparison.links) == 300 - (edit.removed != ())
    assert len(asked) < 60  # finding one of 300 takes nine looks


@pytest.mark.parametrize("seed", range(60))
def test_findings_put_in_order_after_an_edit_stand_as_when_all_are_put_in_order(seed: int) -> None:
    chance, log = random.Random(1000 + seed), Log(some_edits.FIRST)
    before = log.review
    order = in_order(before.comparison)
    for _ in range(25):
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        review = log.review
        changes = few_changes(before.comparison.links, review.comparison.links)
        assert changes is not None
        standing = {i for pair in before.dismissed ^ review.dismissed if (i := review.index_of(pair)) is not None}
        order = in_order_after(before.comparison, order, review.comparison, changes, standing, review)
        assert order == in_order(review.comparison, review=review)
        before = review


def test_one_link_more_is_put_in_its_place_among_many_without_a_look_at_the_others() -> None:
    many = comparison(" ".join(f"A{n}=B{n}" for n in range(1, 301)), sentences=301)
    before = applied(Review(many), Entry(Relink(removed=(((0,), (0,)),))))
    after = applied(before, Entry(Relink(added=(replace(many.links[0], left=(150,), right=(300,)),))))
    changes = few_changes(before.comparison.links, after.comparison.links)
    assert changes == Changes((), (150,))
    order = in_order(before.comparison)
    assert in_order_after(before.comparison, order, after.comparison, NONE) is order
    assert in_order_after(before.comparison, order, after.comparison, changes) == in_order(after.comparison)
