"""A part told in figures against all, or none, of its whole."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import numbers, quantifier
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.facts.quantifier import Share, quantified
from statement_compare.engine.model import ReasonKind

LEXICON = BundledLexicon(None)


def conflicts(left: str, right: str, language: str = "en") -> bool:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    return any(fact.relation is Relation.CONFLICT for fact in quantifier.compare(pair, LEXICON))


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("Nine of the fourteen villages were flooded.", "en", "Nine of the fourteen"),
        ("Of fourteen villages, nine were flooded.", "en", "nine"),
        ("Fourteen villages were reached, and nine of them were flooded.", "en", "nine"),
        ("Из четырнадцати сёл затоплены девять.", "ru", "девять"),
        ("9 из 14 сёл были затоплены.", "ru", "9 из 14"),
        ("Он төрт ауылдың тоғызы су астында қалды.", "kk", "тоғызы"),
        ("Fourteen of the fourteen villages were flooded.", "en", ""),
        ("At least nine of the fourteen villages were flooded.", "en", ""),
        ("Of the two reports, one page was read.", "en", ""),
        ("Fourteen villages and nine farms were flooded.", "en", ""),
    ],
)
def test_which_figures_tell_a_part(text: str, language: str, part: str) -> None:
    reading = lone_reading(text, language)

    parts = [each for each in quantified(reading) if each.share is Share.PART]
    told = [text[reading.tokens[p.cue[0]].span.start : reading.tokens[p.cue[-1]].span.end] for p in parts]
    assert told == ([part] if part else [])


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("All fourteen villages were flooded.", "Nine of the fourteen villages were flooded.", "en", True),
        ("All 14 villages were flooded.", "Of the 14 villages, nine were flooded.", "en", True),
        ("None of the 14 villages was flooded.", "Nine of the 14 villages were flooded.", "en", True),
        ("Every village was flooded.", "Nine of the fourteen villages were flooded.", "en", True),
        ("Все 14 сёл были затоплены.", "Из 14 сёл были затоплены девять.", "ru", True),
        # Near misses: the same part, another whole, a part that was not, an at-least.
        ("Nine of the 14 villages were flooded.", "Of the 14 villages, nine were flooded.", "en", False),
        ("All 14 villages were flooded.", "Nine of the 40 villages were flooded.", "en", False),
        ("None of the 14 villages was flooded.", "Nine of the 14 villages were not flooded.", "en", False),
        ("All 14 villages were flooded.", "At least nine of the 14 villages were flooded.", "en", False),
        ("All 14 villages were flooded.", "Nine of the 14 schools were flooded.", "en", False),
    ],
)
def test_a_part_is_neither_all_nor_none(left: str, right: str, language: str, expected: bool) -> None:
    assert conflicts(left, right, language) is expected
    assert conflicts(right, left, language) is expected


@pytest.mark.parametrize(
    ("right", "strength"),
    [
        ("Fourteen ships entered the port, and nine of them were checked.", 0.2),
        ("Fourteen ships entered the port, and all were checked.", 0.9),
    ],
)
def test_an_equal_whole_hardly_agrees_with_a_part(right: str, strength: float) -> None:
    pair = paired(lone_reading("All 14 ships were checked.", "en"), lone_reading(right, "en"), LEXICON)

    (same,) = [f for f in numbers.compare(pair, LEXICON) if f.kind is ReasonKind.NUMBER]
    assert (same.relation, same.strength) == (Relation.SAME, strength)


def test_a_list_of_a_thousand_parts_is_read_in_one_walk() -> None:
    reading = lone_reading("Of the 14 villages, nine were flooded; " * 1_000, "en")

    told = quantified(reading)

    assert sum(each.share is Share.PART for each in told) == 1_000
    assert {(each.whole, len(each.counted)) for each in told} == {(14.0, 1)}
