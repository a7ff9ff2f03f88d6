"""Counts that are kept from one comparison to the next."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace

import pytest
import some_edits
from scenario import comparison
from some_edits import Log, some_step

from statement_compare.engine.model import ReasonKind, Role, Verdict, pair_of
from statement_compare.session.counting import Counting
from statement_compare.session.edits import Dismiss, EditError, Relink, SetVerdict
from statement_compare.session.query import counts, kinds_in


@pytest.mark.parametrize("seed", range(60))
def test_counts_kept_over_edits_and_undoing_are_those_of_counting_all(seed: int) -> None:
    chance, log, kept = random.Random(2000 + seed), Log(some_edits.FIRST), Counting()
    for _ in range(25):
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        shown = log.review.comparison
        assert kept.counts(shown, log.review) == counts(shown, review=log.review)
        assert kept.kinds(shown, log.review) == kinds_in(shown)


def test_after_another_verdict_among_many_each_verdict_is_counted() -> None:
    many = comparison(" ".join(f"A{n}{'!=~?'[n % 4]}B{n}" for n in range(1, 201)), sentences=210)
    kept = Counting()
    assert (kept.counts(many).contradiction, kept.counts(many).only_left) == (50, 10)
    links = (replace(many.links[0], verdict=Verdict.CONTRADICTION), *many.links[1:])
    assert kept.counts(replace(many, links=links)).contradiction == 51
    assert kept.counts(replace(many, links=links[1:], only_left=(0, *many.only_left))) == counts(
        replace(many, links=links[1:], only_left=(0, *many.only_left))
    )


def test_a_dismissed_finding_among_many_is_counted_by_itself_until_it_is_taken_back() -> None:
    many = comparison(" ".join(f"A{n}{'!=~?'[n % 4]}B{n}" for n in range(1, 201)), sentences=210)
    kept, pair = Counting(), pair_of(many.links[3])
    assert many.links[3].verdict is Verdict.CONTRADICTION
    for edits, contradictions, dismissed in (
        ((), 50, 0),
        ((Dismiss(pair),), 49, 1),
        ((Dismiss(pair), Dismiss(pair, is_dismissed=False)), 50, 0),
        ((Dismiss(pair), SetVerdict(pair, Verdict.AGREEMENT)), 49, 0),
        ((SetVerdict(pair, Verdict.AGREEMENT), Dismiss(pair)), 49, 1),
        ((Dismiss(pair), Relink(removed=(pair,), added=())), 49, 0),
    ):
        review = some_edits.after(many, *edits)
        count = kept.counts(review.comparison, review)
        assert (count.contradiction, count.dismissed) == (contradictions, dismissed)
        assert count == counts(review.comparison, review=review)


def test_a_sentence_with_another_role_is_no_unanswered_claim_any_more() -> None:
    made, kept = comparison("A1!B1:number", sentences=3), Counting()
    assert (kept.counts(made).only_left, kept.kinds(made)) == (2, (ReasonKind.NUMBER,))
    sentences = tuple(replace(each, role=Role.OPINION if each.id == 1 else each.role) for each in made.left.sentences)
    assert kept.counts(replace(made, left=replace(made.left, sentences=sentences))).only_left == 1
