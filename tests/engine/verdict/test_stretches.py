"""Long passages that are equal for the most part are compared where they differ, however far apart that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict.judge import LONGEST_PASSAGE, gather, judge
from statement_compare.engine.verdict.stretches import differing, windows


def table(rows: int, changed: dict[int, int]) -> str:
    """A table in one sentence; `changed` has other costs for some of its rows."""
    names = [chr(97 + n % 26) + chr(97 + n // 26) for n in range(rows)]
    costs = [f"the {name}rd plant cost {changed.get(n, 100 + 13 * n)} million euros" for n, name in enumerate(names)]
    return f"In total {', '.join(costs)}."


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("rows", "changed"),
    [
        (60, (1, 58)), (60, (0, 20, 40, 59)), (400, (3, 399)), (440, (200,)), (440, (5, 100, 220, 330, 439)),
        (440, tuple(range(0, 440, 20))), (60, (30, 31, 32)),
    ],
)  # fmt: skip
def test_each_changed_figure_of_a_long_table_is_found(rows: int, changed: tuple[int, ...]) -> None:
    left, right = table(rows, {}), table(rows, {n: 20_000 + 7 * n for n in changed})
    assert LONGEST_PASSAGE < len(left) <= 20_000
    for texts in ((left, right), (right, left)):
        found = gather(*(lone_reading(text, "en") for text in texts), BundledLexicon(), score=None, similarity=0.99)
        assert judge(found).verdict is Verdict.CONTRADICTION
        told = {
            (fact.left.of(texts[0]), fact.right.of(texts[1]))
            for fact in found.facts
            if fact.relation is Relation.CONFLICT and fact.left is not None and fact.right is not None
        }
        costs = [(f"{100 + 13 * n} million euros", f"{20_000 + 7 * n} million euros") for n in changed]
        assert told >= {pair if texts[0] == left else pair[::-1] for pair in costs}


def test_a_row_that_one_side_lacks_does_not_hide_a_changed_figure_behind_it() -> None:
    left, right = table(200, {}), table(200, {150: 840})
    right = right.replace("the dard plant cost 139 million euros, ", "")
    found = gather(lone_reading(left, "en"), lone_reading(right, "en"), BundledLexicon(), score=None, similarity=0.99)
    spans = [fact.left.of(left) for fact in found.facts if fact.relation is Relation.CONFLICT and fact.left is not None]
    assert "2050 million euros" in spans


class Counted(str):
    """A word that counts how often one is compared with another."""

    compared: ClassVar[int] = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def work(one: Sequence[str], two: Sequence[str]) -> int:
    Counted.compared = 0
    differing([Counted(word) for word in one], [Counted(word) for word in two])
    return Counted.compared


@pytest.mark.parametrize("every", [30, 50, 150])
def test_the_work_grows_with_the_length_of_the_passages_and_not_with_its_square(every: int) -> None:
    def pair(rows: int) -> tuple[list[str], list[str]]:
        return table(rows, {}).split(), table(rows, dict.fromkeys(range(every - 1, rows, every), 9)).split()

    assert work(*pair(1_200)) < 5 * work(*pair(300))


def test_passages_without_anything_in_common_are_given_up_soon() -> None:
    one, two = [f"a{n}" for n in range(3_000)], [f"b{n}" for n in range(3_000)]
    assert differing(one, two) is None
    assert work(one, two) < 20_000


WORDS = st.lists(st.sampled_from("a b c d e".split()), max_size=60)


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_what_lies_between_the_stretches_is_equal(one: list[str], two: list[str]) -> None:
    found = differing(one, two)
    assert found is not None  # so short
    i = j = 0
    for start, stop, other_start, other_stop in [*found, (len(one), len(one), len(two), len(two))]:
        assert one[i:start] == two[j:other_start]
        i, j = stop, other_stop


@given(WORDS, WORDS)
@settings(max_examples=100, deadline=None)
def test_swapped_passages_have_the_same_windows(one: list[str], two: list[str]) -> None:
    left, right = " ".join(one), " ".join(two)
    forth, back = (windows(*pair, longest=40, around=8) for pair in ((left, right), (right, left)))
    assert (forth and [pair[::-1] for pair in forth]) == (back and list(back))


def test_a_table_parted_by_tabs_is_looked_at_around_its_changes_too() -> None:
    fields = [f"Region{n}:{n * 7 % 90 + 10}" for n in range(900)]
    changed = [*fields]
    changed[100], changed[800] = "Region100:5", "Region800:6"
    found = windows("\t".join(fields), "\t".join(changed), longest=1_500, around=200)
    assert found is not None
    assert len(found) == 2
    assert all(span.end - span.start < 600 for pair in found for span in pair)
