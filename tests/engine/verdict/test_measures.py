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


# Values of the International System, NIST Special Publication 811 (appendix B) and, for trade, of the custom named.
REFERENCE = {
    "kilometer": 1000, "mile": 1609.344, "nautical_mile": 1852, "foot": 0.3048, "inch": 0.0254, "yard": 0.9144,
    "verst": 1066.8, "tonne": 1000, "kilogram": 1, "gram": 0.001, "pound": 0.45359237, "ounce": 0.028349523125,
    "quintal": 100, "zentner": 50, "press_ton": 1000, "short_ton": 907.18474, "long_ton": 1016.0469088,
    "kilotonne": 1e6, "megatonne": 1e9, "oil_barrel": 0.158987294928, "liter": 0.001, "hectoliter": 0.1,
    "megaliter": 1e3,
    "gallon": 0.003785411784, "US_liquid_gallon": 0.003785411784, "imperial_gallon": 0.00454609, "hectare": 1e4,
    "acre": 4046.8564224, "kilowatt_hour": 3.6e6,
    "knot": 1852 / 3600, "kilometer/hour": 1 / 3.6, "bar": 1e5,
    "hour": 3600, "day": 86400, "week": 604800, "quarter_year": 365.25 * 86400 / 4, "gigawatt": 1e9,
    "millisievert": 1e-3,
}  # fmt: skip


@pytest.mark.parametrize(("unit", "size"), REFERENCE.items())
def test_a_unit_is_as_large_as_its_reference_says(unit: str, size: float) -> None:
    assert measures.step_of(unit) == pytest.approx(size, rel=1e-5)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The tank holds 1,000 barrels.", "The tank holds 159,000 litres.", Relation.SAME),
        ("The tank holds 1,000 barrels.", "The tank holds 119,000 litres.", Relation.CONFLICT),
        ("The ship took 1,000 tons.", "The ship took 1,000 tonnes.", Relation.SAME),
        ("The ship took 1,000 tons.", "The ship took 907 tonnes.", Relation.SAME),
        ("The ship took 1,000 long tons.", "The ship took 1,016 tonnes.", Relation.SAME),
        ("The ship took 1,000 short tons.", "The ship took 1,016 tonnes.", Relation.CONFLICT),
        ("The ship took 1,000 tons.", "The ship took 800 tonnes.", Relation.CONFLICT),
        ("The tank holds 1,000 gallons.", "The tank holds 3,785 litres.", Relation.SAME),
        ("The tank holds 1,000 gallons.", "The tank holds 4,546 litres.", Relation.SAME),
        ("The tank holds 1,000 US gallons.", "The tank holds 4,546 litres.", Relation.CONFLICT),
        ("The ship took 400 quintals.", "The ship took 40 tonnes.", Relation.SAME),
    ],
)
def test_a_measure_of_trade_is_what_a_press_release_means_by_it(left: str, right: str, expected: Relation) -> None:
    sides = read(lone_passage(left, "en")), read(lone_passage(right, "en"))
    assert [fact.relation for fact in numbers.compare(*sides, LEXICON)] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2 Billionen Euro", "de", 2e12), ("2 Milliarden Euro", "de", 2e9), ("2 billions d'euros", "fr", 2e12),
        ("2 milliards d'euros", "fr", 2e9), ("2 billones de euros", "es", 2e12), ("2 billion euros", "en", 2e9),
        ("50 pence", "en", 0.5), ("50 cents", "en", 0.5), ("50 копеек", "ru", 0.5),
    ],
)  # fmt: skip
def test_a_sum_is_what_its_language_means_by_it(text: str, language: str, value: float) -> None:
    assert [each.value for each in quantities(text, language)] == [value]
