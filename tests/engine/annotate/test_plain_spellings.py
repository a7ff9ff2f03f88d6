"""Figures in spellings that newspapers and tables use: narrow spaces, "$5 B", "3m people", "3/4 of"."""

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


def values(text: str, language: str = "en") -> list[float]:
    return [each.value for each in quantities(lone_reading(text, language))]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2007", "\u2008", "\u2009", "\u200a"])
def test_a_narrow_space_parts_thousands(space: str) -> None:
    assert values(f"It costs 1{space}200 euros.") == [1200]
    assert len(lone_reading(f"It costs 1{space}200 euros.", "en").tokens) == 5


@pytest.mark.parametrize("space", ["\u2003", "\t", "\n", "  "])
def test_a_wide_space_or_a_line_break_parts_two_figures(space: str) -> None:
    assert values(f"It has 1{space}200 tiles.") == [1, 200]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $5 B.", [5e9]),
        ("It costs $5B.", [5e9]),
        ("It costs $5T.", [5e12]),
        ("A $5 B project failed.", [5e9]),
        ("The fund is $5 B. The bank said so.", [5e9]),
        ("It is a $5B-backed fund.", [5e9]),
        # The first letter of a name.
        ("A $5 K-pop ticket was sold.", [5]),
        ("Guests paid $90 B&B rates.", [90]),
        ("The studio spent $200 B-movie money.", [200]),
        ("He paid $3 B. Jones was told.", [3]),
        ("It costs 5 M€.", [5e6]),
        ("About 3m people came.", [3e6]),
        ("The city has 3m inhabitants.", [3e6]),
        # Near misses.
        ("The wall is 3m high.", [3]),
        ("A 3m wall stood.", [3]),
        ("The room is 5m by 3m.", [5, 3]),
        ("The 5t truck left.", [5000]),
        ("It costs $5 a month.", [5 / 2_629_800]),
    ],
)
def test_letters_behind_a_figure(text: str, expected: list[float]) -> None:
    assert values(text) == pytest.approx(expected, rel=1e-2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4 of the members voted.", [75]),
        ("1/2 of the homes were empty.", [50]),
        ("1/4 of the 320 flats burned.", [25]),
        ("4/3 of the members voted.", [4, 3]),
        ("He went 24/7 of late.", [24, 7]),
    ],
)
def test_a_slash_between_part_and_whole(text: str, expected: list[float]) -> None:
    assert values(text)[: len(expected)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It is not unlikely that it fails.", "It is likely that it fails.", Verdict.UNCLEAR),
        ("It is not unlikely that it fails.", "It is unlikely that it fails.", Verdict.CONTRADICTION),
        ("The error is not uncommon.", "The error is common.", Verdict.AGREEMENT),
        ("3m people came.", "4 million people came.", Verdict.CONTRADICTION),
        ("3/4 of the members voted.", "1/4 of the members voted.", Verdict.CONTRADICTION),
        ("3/4 of the members voted.", "75% of the members voted.", Verdict.AGREEMENT),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected
