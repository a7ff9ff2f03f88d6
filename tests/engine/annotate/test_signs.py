"""Which dashes and words are the sign of a figure, and which are none."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.quantities import quantities, without_sign
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.signs import signs
from statement_compare.engine.text.tokens import tokens

SIGNED = [
    ("It fell to -5 °C.", "en", "-5 °C", -5),
    ("It fell to −5 °C.", "en", "−5 °C", -5),
    ("It fell to –5 °C.", "en", "–5 °C", -5),
    ("It fell to minus five degrees.", "en", "minus five degrees", -5),
    ("It fell to -40 °F.", "en", "-40 °F", -40),
    ("It was 5 degrees below zero.", "en", "5 degrees below zero", -5),
    ("A result (-3 euros) was told.", "en", "-3 euros", -3),
    ("A result of -€3 was told.", "en", "-€3", -3),
    ("A result of €-3 was told.", "en", "€-3", -3),
    ("A result of minus €3 was told.", "en", "minus €3", -3),
    ("Prices changed by -.5 per cent.", "en", "-.5 per cent", -0.5),
    ("Prices changed by +5 per cent.", "en", "+5 per cent", 5),
    ("The result in 2024 was\n-5 euros.", "en", "-5 euros", -5),
    ("Rivers froze at\n–12 °C on Monday.", "en", "–12 °C", -12),
    # A count has none, the change of one may.
    ("The net change was −1,200 jobs.", "en", "−1,200", -1200),
    ("The firm cut −1,200 jobs.", "en", "−1,200", -1200),
    ("Net migration was -5,000 people.", "en", "-5,000", -5000),
    ("A net change of –200 jobs was told.", "en", "–200", -200),
    ("Der Saldo war -5000 Stellen.", "de", "-5000", -5000),
    ("Миграция была -5000 человек.", "ru", "-5000", -5000),
    ("Es waren minus 5 Grad.", "de", "minus 5 Grad", -5),
    ("Il faisait à moins 5 degrés.", "fr", "moins 5 degrés", -5),
    ("Cayó a menos 5 grados.", "es", "menos 5 grados", -5),
    ("Scese a meno 5 gradi.", "it", "meno 5 gradi", -5),
    ("Было минус 5 градусов.", "ru", "минус 5 градусов", -5),
    ("Было 5 градусов мороза.", "ru", "5 градусов мороза", -5),
    ("Минус 5 градус болды.", "kk", "Минус 5 градус", -5),
]


@pytest.mark.parametrize(("text", "language", "words", "value"), SIGNED)
def test_a_sign_belongs_to_its_amount(text: str, language: str, words: str, value: float) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert found.span.of(text) == words
    assert found.value == pytest.approx(value)
    assert found.sign == (1 if value > 0 else -1)


NO_SIGN = [
    ("Late were\n-5 per cent of trains\n-3 per cent of buses", "en"),
    ("Late were:\n-5 per cent of trains.", "en"),
    ("- 5 people were hurt.", "en"),
    ("-5 people were hurt.", "en"),
    ("The causes:\n-5 people were late.", "en"),
    ("Prices rose by 5 -7 per cent.", "en"),
    ("Prices rose by 5% -7%.", "en"),
    ("Prices rose by 5-7 per cent.", "en"),
    ("It was 3 °C -5 °C warmer.", "en"),
    ("A Covid-19 ward with 12 beds.", "en"),
    ("Call 250 -12 -34.", "en"),
    ("The family –5 people in all– was rescued.", "en"),
    ("The sum of 10 minus 5 is 5.", "en"),
    ("It may be 20, plus or minus 5 per cent.", "en"),
    ("Prices rose by ±5 per cent.", "en"),
    ("On parle d'au moins 5 degrés.", "fr"),
    ("Son al menos 5 grados.", "es"),
    ("Son más o menos 5 grados.", "es"),
    ("Sono per lo meno 5 gradi.", "it"),
    ("Плюс-минус 5 градусов.", "ru"),
    ("Плюс - минус 5 градусов.", "ru"),
]


@pytest.mark.parametrize(("text", "language"), NO_SIGN)
def test_a_dash_of_another_kind_is_no_sign(text: str, language: str) -> None:
    assert signs(text, language) == {}
    assert all(each.value >= 0 for each in quantities(lone_reading(text, language)))


RANGES = [
    ("It was between -5 and 3 °C.", "en", -5, 3),
    ("It was minus 10 to minus 5 degrees.", "en", -10, -5),
    ("It will be -5 to -10 °C.", "en", -10, -5),
    ("It was -5 to 10 °C.", "en", -5, 10),
    ("Ожидается минус 5–10 градусов.", "ru", -10, 10),
    ("От минус 5 до плюс 3 градусов.", "ru", -5, 3),
    ("Будет минус 12 - минус 10 градусов.", "ru", -12, -10),
    ("Будет минус 10 – 12 градусов.", "ru", -12, 12),
]


@pytest.mark.parametrize(("text", "language", "low", "high"), RANGES)
def test_a_range_may_begin_below_nought(text: str, language: str, low: float, high: float) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert (found.low, found.high) == (low, high)


def test_an_amount_without_its_sign_is_what_was_written() -> None:
    (cold, warm) = quantities(lone_reading("From -40 °F it rose to 40 °F.", "en"))
    bare = without_sign(cold)
    assert (bare.low, bare.high, bare.written) == (warm.low, warm.high, warm.written)
    assert without_sign(warm) is warm


POINTS = [
    ("Output rose by .5 per cent.", ".5 per cent", 0.5),
    ("It cost €.5m.", "€.5m", 500_000),
    ("It was (.25 metres) deep.", ".25 metres", 0.25),
]


@pytest.mark.parametrize(("text", "words", "value"), POINTS)
def test_a_decimal_may_lack_its_nought(text: str, words: str, value: float) -> None:
    (found,) = quantities(lone_reading(text, "en"))
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The mine closed .5 men were hurt.", 5),
        ("A .45-calibre pistol was found.", 45),
        ("Some .5 million men came.", None),
        ("It was .5 metres deep.", None),
    ],
)
def test_what_is_counted_may_be_whole_behind_a_point(text: str, other: float | None) -> None:
    assert [each.other_reading for each in quantities(lone_reading(text, "en"))] == [other]


@pytest.mark.parametrize("text", ["See v.5 of it.", "It shut.5 days passed.", "On .05.24 it shut.", "Wait...5 days."])
def test_a_full_stop_before_a_figure_is_no_decimal_point(text: str) -> None:
    assert all(each.value == 5 for each in quantities(lone_reading(text, "en")))
    assert not any(token.text.startswith(".") and token.text != "." for token in tokens(text, "en"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Seven people were hurt –3 of them badly.", "en"),
        ("Seven people were hurt -3 of them badly- on Monday.", "en"),
        ("Пострадали семь человек –3 из них тяжело.", "ru"),
        ("The fund lost 10 people minus 2 drivers.", "en"),
        ("It stopped on 5 May –20 people were hurt.", "en"),
    ],
)
def test_what_is_counted_is_not_below_nought(text: str, language: str) -> None:
    assert [each.written for each in quantities(lone_reading(text, language)) if each.sign or each.written < 0] == []
