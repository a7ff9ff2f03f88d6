"""Names of months, weekdays and currencies as Unicode CLDR gives them are read as what they are, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import babel
import pytest
from babel.dates import format_date
from babel.numbers import format_currency
from cldr_units import CLDR_OF_BABEL

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.unit_words import LANGUAGES
from statement_compare.engine.annotate.units import Unit
from statement_compare.engine.annotate.word_classes import is_calendar_word

pytestmark = pytest.mark.skipif(
    not babel.__version__.startswith(CLDR_OF_BABEL), reason="names differ a little from one CLDR to the next"
)

YEAR = 2024
# Short names of months that are other words as well, and which more has to stand beside the day.
ALSO_WORDS = {
    ("it", "set"): "3 set 2024",  # of tennis
    ("kk", "там."): "2024 ж. 3 там.",  # a ruin
    ("kk", "қыр."): "2024 ж. 3 қыр.",  # a ridge
    ("kk", "қаз."): "2024 ж. 3 қаз.",  # a goose
    ("kk", "қар."): "2024 ж. 3 қар.",  # snow
    ("kk", "жел."): "2024 ж. 3 жел.",  # wind
}
# Weekdays that are other words as well, and what has to stand beside them. Nearly all the short names ("Sat", "mar.",
# "So") are words, and statements write them seldom: they are not read.
WEEKDAYS_ALSO_WORDS = {
    ("ru", "среда"): "среда, 3 мая",  # the environment
    ("kk", "жұма"): "3 мамыр, жұма",  # a week, to some
}
# The eight most traded ones (BIS Triennial Survey), and those of two countries whose languages the program reads.
CURRENCIES = "USD EUR JPY GBP CNY AUD CAD CHF RUB KZT".split()
# Behind a figure, "A $" is a word and a sign more often: "da 5 a $ 10".
NOT_READ_BEHIND = {"A$"}


def month_names() -> Iterator[tuple[str, int, str]]:
    """Language, number and name: as in a date and alone, which differ by case in Russian, in full and short."""
    for language in LANGUAGES:
        contexts = babel.Locale.parse(language).months
        found = {
            (number, name)
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for number, name in contexts[context][width].items()
        }
        yield from ((language, *each) for each in sorted(found))


def wide_months() -> Iterator[tuple[str, int, str]]:
    for language in LANGUAGES:
        yield from ((language, *each) for each in babel.Locale.parse(language).months["stand-alone"]["wide"].items())


def weekdays() -> Iterator[tuple[str, int, str]]:
    for language in LANGUAGES:
        contexts = babel.Locale.parse(language).days
        found = {each for context in ("format", "stand-alone") for each in contexts[context]["wide"].items()}
        yield from ((language, *each) for each in sorted(found))


def currency_names() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        locale = babel.Locale.parse(language)
        for code in CURRENCIES:
            plurals = locale._data["currency_names_plural"].get(code, {}).values()
            names = {locale.currencies[code], *plurals, code, locale.currency_symbols.get(code, code)}
            yield from ((language, code, name) for name in sorted(names - NOT_READ_BEHIND))


@pytest.mark.parametrize(("language", "number", "name"), list(month_names()))
def test_a_day_and_the_name_of_a_month_are_that_day(language: str, number: int, name: str) -> None:
    (found,) = moments(lone_reading(ALSO_WORDS.get((language, name), f"3 {name}"), language))[-1:]
    assert found.days == (number * 100 + 3,) * 2


@pytest.mark.parametrize(("language", "number", "name"), list(wide_months()))
def test_the_full_name_of_a_month_before_a_year_is_that_month(language: str, number: int, name: str) -> None:
    (found,) = moments(lone_reading(f"{name} {YEAR}", language))
    assert found.days is not None
    assert (found.years, found.days[0], found.days[1] // 100) == ((YEAR, YEAR), number * 100 + 1, number)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["medium", "long", "full"])
def test_a_date_as_cldr_writes_it_is_read_with_day_and_year(language: str, width: str) -> None:
    for month in range(1, 13):
        day = date(YEAR, month, 3)
        text = format_date(day, width, locale=language).replace("\u202f", " ")
        found = moments(lone_reading(text, language))
        assert {each.days for each in found} - {None} == {(month * 100 + 3,) * 2}, text
        assert {each.years for each in found} - {None} == {(YEAR, YEAR)}, text
        assert {each.weekday for each in found} - {None} == ({day.weekday()} if width == "full" else set()), text


@pytest.mark.parametrize(("language", "number", "name"), list(weekdays()))
def test_the_full_name_of_a_weekday_is_that_day(language: str, number: int, name: str) -> None:
    found = moments(lone_reading(WEEKDAYS_ALSO_WORDS.get((language, name), name), language))
    assert [each.weekday for each in found if each.weekday is not None] == [number]


def full_names() -> Iterator[tuple[str, str]]:
    yield from ((language, name) for language, _, name in (*wide_months(), *weekdays()))


@pytest.mark.parametrize(("language", "name"), list(full_names()))
def test_a_full_name_is_a_word_of_the_calendar(language: str, name: str) -> None:
    assert is_calendar_word(name.lower(), language) == ((language, name) not in WEEKDAYS_ALSO_WORDS)


@pytest.mark.parametrize(("language", "code", "name"), list(currency_names()))
def test_a_name_or_sign_behind_a_figure_is_that_currency(language: str, code: str, name: str) -> None:
    (found,) = quantities(lone_reading(f"5 {name}", language))
    assert_is(found.unit, code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CURRENCIES)
def test_an_amount_as_cldr_writes_it_is_read_with_its_currency(language: str, code: str) -> None:
    text = format_currency(5, code, locale=language)
    if not any(text.endswith(sign) for sign in NOT_READ_BEHIND):
        (found,) = quantities(lone_reading(text, language))
        assert found.value == 5
        assert_is(found.unit, code)


def assert_is(unit: Unit, code: str) -> None:
    """A sign or name that several currencies go by ("$", "¥") has to have this one among its readings."""
    assert code in {each.code for each in (unit, *unit.readings)}


@pytest.mark.parametrize(
    ("language", "text", "twin"),
    [
        ("en", "The union may march.", "It opened in May."),
        ("en", "The 3 may march on.", "It opened on 3 May."),
        ("en", "They sold 3 jul wraps.", "It opened on 3 Jul 2024."),
        ("en", "The Mar Street depot closed.", "It opened on Mar 3, 2024."),
        ("ru", "Окружающая среда загрязнена.", "Это было в среду."),
        ("ru", "Городская среда, 5 дворов и парк, обновлена.", "Среда, 5 мая, была выходным днём."),
        ("kk", "Ауладағы құс саны: 3 қаз.", "Келісім күні: 2024 жылғы 3 қаз."),
        ("kk", "Түнде қар жауды.", "Түнде қарашада жауды."),
        ("de", "Platz 3. Jan siegte.", "Am 3. Januar siegte er."),
        ("de", "Jan kam am Abend.", "Er kam im Januar."),
        ("fr", "La sonde s'est posée sur Mars.", "La sonde s'est posée en mars."),
        ("fr", "La planète Mars est froide.", "Le mois de mars est froid."),
        ("es", "El festival de Viña del Mar fue largo.", "El festival fue el 3 mar 2024."),
        ("es", "Abrió una oficina en Santo Domingo.", "Abrió una oficina el domingo."),
        ("it", "Vinse 3 set a 1.", "Vinse il 3 set 2024."),
        ("it", "Tre anni or sono, 20 anni fa il mar si ritirò.", "Il 20 mar si ritirò."),
    ],
)
def test_a_word_that_is_a_month_or_a_weekday_elsewhere_is_none_here(language: str, text: str, twin: str) -> None:
    def named(said: str) -> bool:
        return any(each.days is not None or each.weekday is not None for each in moments(lone_reading(said, language)))

    assert not named(text)
    assert named(twin)


def test_the_sign_of_two_currencies_is_that_of_the_other_side() -> None:
    (open_,) = quantities(lone_reading("It cost ¥500.", "en"))
    (told,) = quantities(lone_reading("It cost 500 yuan.", "en"))
    assert {open_.unit.name, told.unit.name} == {"CUR:YEN_SIGN", "CUR:CNY"}
