"""Every unit, share and rate of the tables is read, in every combination that the grammar of amounts allows."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.unit_words import LANGUAGES, STARTS, WHOLE
from statement_compare.engine.annotate.units import UNITS, unit
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

UNIT_OF_FORM = {
    form.replace("_", " "): unit
    for language in LANGUAGES
    for form, unit in (*WHOLE[language].items(), *STARTS[language])
}
FORMS = sorted(UNIT_OF_FORM)
ONE_FORM_EACH = sorted({unit: form for form, unit in UNIT_OF_FORM.items()}.values())
ONE_FORM_OF_EACH_KIND = sorted({unit.dimension: form for form, unit in UNIT_OF_FORM.items()}.values())
SHARES = [
    "%", " per cent", " percent", " pct", " процентов", " пайыз", " Prozent", " pour cent", " por ciento", "‰",
    " per thousand", " percentage points", " basis points", " базисных пунктов", " Prozentpunkte", " parts per million",
    " puntos porcentuales", " points de pourcentage", " degrees", "",
]  # fmt: skip
JOINTS = [
    " a ", " an ", " per ", " each ", " every ", " pro ", " par ", " por ", " je ", " за ", " на ", " for ", "/", " в ",
    " im ", " al ", " per square ", " per cubic ", " per sq. ", " за кв. ", " a square ", " square ", " nautical ",
    " tonnes per ", " of oil per ", " to 7 ", " of a ", " and 3 ", " and ", " x ", " parts per ", " quadrat", " kubik",
]  # fmt: skip


def check(text: str, language: str) -> None:
    for quantity in quantities(lone_reading(text, language)):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text), text
        assert not any(isnan(part) for part in (quantity.low, quantity.high, quantity.value)), text
        assert quantity.low <= quantity.value <= quantity.high, text


@pytest.mark.no_cover
@pytest.mark.parametrize("joint", JOINTS)
def test_every_share_is_read_beside_every_kind_of_unit(joint: str) -> None:
    for share in SHARES:
        for denominator in ONE_FORM_OF_EACH_KIND:
            check(f"Oil fell 3{share}{joint}{denominator}.", "en")


@pytest.mark.no_cover
@pytest.mark.parametrize("joint", [" a ", " per ", "/", " square "])
def test_every_kind_of_unit_is_read_per_every_unit(joint: str) -> None:
    for numerator in ONE_FORM_OF_EACH_KIND:
        for denominator in ONE_FORM_EACH:
            check(f"It was 3 {numerator}{joint}{denominator}", "en")


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_unit_is_read_in_every_language_wherever_the_sentence_ends(language: str) -> None:
    for form in FORMS:
        for text in (
            f"3 {form}",
            f"3 {form} per",
            f"3 per {form}",
            f"3% a {form}",
            f"3 square {form}",
            f"half a {form}",
        ):
            check(text, language)


@given(
    st.lists(
        st.sampled_from(
            [*FORMS, *JOINTS, *SHARES, "3", "3.5", "half", "twice", "two", "million", "from", "about", "."]
        ),
        max_size=9,
    ),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=300, deadline=None)
def test_any_jumble_of_units_shares_and_rates_is_read(jumble: list[str], language: str) -> None:
    check("3 " + " ".join(jumble), language)
    check("3" + "".join(jumble), language)


def test_every_unit_has_a_size_above_nought_to_divide_by() -> None:
    assert [each for each in sorted(UNITS) if each.size <= 0] == []
    assert unit("degree_Fahrenheit").size == pytest.approx(5 / 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oil fell 3% a barrel.", (3, "share", "")),
        ("Petrol rose by 5 per cent a litre.", (5, "share", "")),
        ("Petrol rose by 5 per cent per litre.", (5, "share", "")),
        ("Prices rise 5% a year.", (5 / (365.25 * 86400), "share", "year")),
        ("It fell 20 basis points a tonne.", (0.2, "points", "")),
        ("It carried 7 parts per", (7, "count", "")),
        ("It sailed 7 nautical", (7, "count", "")),
        ("It held 7 parts per thousand.", (7, "count", "")),
    ],
)
def test_a_share_is_told_per_time_only(text: str, expected: tuple[float, str, str]) -> None:
    (quantity,) = quantities(lone_reading(text, "en"))
    assert (pytest.approx(quantity.value), quantity.dimension.name, quantity.per.name) == expected


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Oil fell 3% a barrel.", "Oil fell 5% a barrel.", Verdict.CONTRADICTION),
        ("Oil fell 3% a barrel.", "Oil fell 3%.", Verdict.AGREEMENT),
    ],
)
def test_shares_of_a_price_are_compared_as_shares(left: str, right: str, verdict: Verdict) -> None:
    options = CompareOptions(languages=("en", "en"), use_model=False)
    assert judge_pair(left, right, options).link.verdict is verdict


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("Nine in ten patients were seen within an hour.", False),
        ("Ninety barrels were lost in an hour.", False),
        ("It lost ninety barrels for half an hour.", False),
        ("It loses ninety barrels of crude an hour.", True),
        ("It loses ninety barrels an hour.", True),
    ],
)
def test_a_stretch_of_time_divides_nothing(text: str, divided: bool) -> None:
    assert [quantity.per is unit("hour") for quantity in quantities(lone_reading(text, "en"))][:1] == [divided]
