"""What is shown of a whole dispute is counted against its marks: one count for each thing that can go wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from scenario import comparison, statement

from benchmarks.judging.whole import Count, LaidOut, Marked, laid_out
from statement_compare.engine.model import Comparison, Reason, ReasonKind, Span

DISPUTE = """\
# language: en en
L1| Two men were hurt in the fire.
L2| The alarm rang late.
L3| The owner fled.
R1| Nobody was hurt.
R2| The bell rang at once, as the log shows.
R3| We are sorry for the noise.
= L1 R1 contradiction number || Two men || Nobody
= L2 R2 contradiction antonym || late || at once
~ L3 R2 contradiction
! L3 R3
"""


@pytest.fixture
def what(tmp_path: Path) -> LaidOut:
    path = tmp_path / "fire.dispute"
    path.write_text(DISPUTE, encoding="utf-8")
    return laid_out(path)


def shown(what: LaidOut, scenario: str) -> Comparison:
    return comparison(scenario, statement(*what.dispute.left.values()), statement(*what.dispute.right.values()))


def counted(what: LaidOut, scenario: str) -> Count:
    count = Count()
    count.add(what, shown(what, scenario))
    return count


def test_what_is_shown_is_right_defensible_or_wrong(what: LaidOut) -> None:
    count = counted(what, "A1!B1 A3!B2 A3!B3")
    assert dict(count.shown["contradiction"]) == {"right": 1, "defensible": 1, "wrong": 1}
    assert (count.found, count.gold, count.unlinked, count.reversed) == (1, 2, 1, 0)
    assert count.precision("contradiction", is_fair=True) == pytest.approx(2 / 3)
    assert count.precision("contradiction", is_fair=False) == pytest.approx(1 / 3)
    assert count.hits == {("fire", 0)}
    assert count.alarms == {("fire", (2,), (2,))}


def test_a_contradiction_shown_as_an_agreement_is_reversed(what: LaidOut) -> None:
    count = counted(what, "A1=B1 A2?B2")
    assert (count.reversed, count.unlinked, count.found) == (1, 0, 0)
    assert dict(count.shown["agreement"]) == {"wrong": 1}
    assert count.precision("contradiction", is_fair=True) is None


def test_a_denied_sentence_told_as_unanswered_is_counted(what: LaidOut) -> None:
    count = counted(what, "A1!B1")
    assert (count.told_unanswered, count.denied_unheard) == (2, 1)


def test_marked_words_are_held_against_the_gold_ones(what: LaidOut) -> None:
    made = shown(what, "A1!B1")
    assert what.left.startswith("Two men were")
    reason = Reason(ReasonKind.NUMBER, Span(0, len("Two men were")), Span(0, len("Nobody")), "x")
    marked = Marked()
    marked.add(what, replace(made, links=(replace(made.links[0], reasons=(reason,)),)))
    assert (marked.words, marked.words_inside, marked.spans, marked.spans_hit) == (4, 3, 2, 2)
    assert (marked.kinds_told, marked.kinds_right) == (1, 1)
