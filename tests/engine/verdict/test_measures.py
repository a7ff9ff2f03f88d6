"""Units of the table: each in every place that the grammar of an amount has for it, and each against a reference."""

from __future__ import annotations

import pytest

from statement_compare.engine.verdict.facts import measures, numbers, units
from statement_compare.engine.verdict.facts.quantities import quantities
from statement_compare.engine.verdict.facts.quantity_words import PERIOD_ADVERBS, TIME_UNITS
from statement_compare.engine.verdict.lexicon import BundledLexicon
from statement_compare.engine.verdict.reading import Relation, lone_passage, read

LEXICON = BundledLexicon()
# The first form of each unit: what the others of a row read as is the same unit.
FORMS = {unit: min(form for form in measures.FORMS if measures.unit_of(form) == unit) for unit in measures.UNITS}
SHARES = ("%", " per cent", " percentage points", " basis points", "‰")
RATES = ("a", "per", "each", "par", "je", "за", "/", "per square", "per cubic", "im")
ADVERBS = sorted(PERIOD_ADVERBS)


@pytest.mark.parametrize("share", SHARES)
def test_a_share_is_read_with_any_unit_behind_it(share: str) -> None:
    for form in FORMS.values():
        for rate in RATES:
            found = quantities(f"It fell 3{share} {rate} {form}.", "en")[0]
            assert found.written == 3
            assert found.dimension in {"share", "points"}
            assert not measures.is_unit(found.per) or found.per in TIME_UNITS


@pytest.mark.parametrize("rate", ["a", "per", "/", "per cubic"])
def test_any_unit_is_read_over_any_other(rate: str) -> None:
    for unit, form in FORMS.items():
        others = "; ".join(f"4 {form} {rate} {other}" for other in FORMS.values())
        for found in quantities(f"It gave {others}.", "en"):
            assert found.low <= found.high, (unit, found)
            assert found.step > 0, (unit, found)


def test_any_amount_is_read_beside_any_word_for_a_period() -> None:
    for adverb in ADVERBS:
        for form in (*FORMS.values(), *SHARES):
            assert quantities(f"It gave 4 {form} {adverb}.", "en")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Oil fell 3% a barrel.", "Oil fell 5% a barrel.", Relation.CONFLICT),
        ("Oil fell 3% a barrel.", "Oil fell by 3 per cent.", Relation.SAME),
        ("Petrol rose by 5 per cent a litre.", "Petrol rose by 9 per cent a litre.", Relation.CONFLICT),
        ("Petrol rose by 5 per cent a litre.", "Petrol rose by 5 per cent per litre.", Relation.SAME),
        ("Rents rose by 4% a year.", "Rents rose by 4% a month.", Relation.CONFLICT),
    ],
)
def test_a_share_beside_what_its_price_is_told_by_is_a_share(left: str, right: str, expected: Relation) -> None:
    sides = read(lone_passage(left, "en")), read(lone_passage(right, "en"))
    found = [fact for module in (numbers, units) for fact in module.compare(*sides, LEXICON)]
    assert [fact.relation for fact in found] == [expected]
