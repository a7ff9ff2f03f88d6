"""How figures, amounts and times are read out of a text, whatever notation they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.numerals import figure_at, literal, words
from statement_compare.engine.annotate.quantities import Bound, quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Bearing, Interval, moments, relate

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_UNITS += "sixteen seventeen eighteen nineteen".split()
_TENS = " twenty thirty forty fifty sixty seventy eighty ninety".split(" ")


def spelled(number: int) -> str:
    """An English number below a million in words, the slow and obvious way."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tail = f"-{_UNITS[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 1] + tail
    if number < 1000:
        tail = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{_UNITS[number // 100]} hundred{tail}"
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // 1000)} thousand{joint + spelled(rest) if rest else ''}"


def value(text: str, language: str = "en") -> float | None:
    figure = figure_at(words(text, language), 0, language)
    return None if figure is None else figure.value


@given(st.integers(min_value=2, max_value=999_999))
@settings(max_examples=200, deadline=None)
def test_a_number_has_one_value_in_digits_and_in_words(number: int) -> None:
    assert value(spelled(number)) == number
    assert value(f"{number:,}") == number
    assert value(str(number)) == number
    assert value(f"{number:,}".replace(",", "."), "de") == number
    assert value(f"{number:,}".replace(",", "\u00a0"), "ru") == number
    assert value(f"{number:,}".replace(",", " "), "fr") == number


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from((("en", "million"), ("ru", "млн"), ("de", "Mio."), ("kk", "млн"))),
)
@settings(max_examples=60, deadline=None)
def test_a_scale_word_multiplies_in_every_language(number: int, scale: tuple[str, str]) -> None:
    language, word = scale
    found = quantities(
        lone_reading(f"{number} {word} Euro" if language == "de" else f"{number} {word} tenge", language)
    )
    assert [quantity.value for quantity in found] == [number * 1_000_000]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,234", "en", 1234), ("1.234", "en", 1.234), ("1.234", "de", 1234), ("1,234", "de", 1.234),
        ("1.234,5", "de", 1234.5),
        ("1,234.5", "en", 1234.5), ("0.038", "de", 0.038), ("6 200", "ru", 6200), ("1,5", "en", 1.5),
        ("1.234.567", "es", 1234567),
        ("1’200", "de", 1200),
    ],
)  # fmt: skip
def test_separators_are_read_as_the_language_writes_them(text: str, language: str, expected: float) -> None:
    assert literal(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("двести сорок пять", "ru", 245), ("тысяча двести", "ru", 1200), ("жүз жиырма бес", "kk", 125),
        ("он бір", "kk", 11),
        ("dreihundertzwölf", "de", 312), ("zweitausendfünfhundert", "de", 2500), ("siebenundvierzig", "de", 47),
        ("quatre-vingt-dix-sept", "fr", 97), ("soixante et onze", "fr", 71), ("dix-sept", "fr", 17),
        ("deux cents", "fr", 200),
        ("treinta y cinco", "es", 35), ("mil doscientos", "es", 1200), ("two and a half million", "en", 2_500_000),
        ("a", "en", None), ("один", "ru", None), ("half", "en", None),
    ],
)  # fmt: skip
def test_number_words_of_six_languages(text: str, language: str, expected: float | None) -> None:
    assert value(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€2.4m", 2_400_000), ("$3bn", 3e9), ("4.2 billion tenge", 4.2e9), ("half a million pounds", 500_000),
        ("a dozen eggs", 12),
        ("a quarter of a million roubles", 250_000),
    ],
)  # fmt: skip
def test_sums_are_read_with_their_scale(text: str, expected: float) -> None:
    assert [quantity.value for quantity in quantities(lone_reading(text, "en"))] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Boiler No. 4 failed.", "See Art. 14 and section 9.", "The A9 and Boeing 737 were named.", "on 17 May 2021",
        "at 03:40",
        "the 9th floor", "a 14-year-old boy", "in 2016/17", "Not one of them came.",
    ],
)  # fmt: skip
def test_names_dates_and_ordinals_are_no_amounts(text: str) -> None:
    assert quantities(lone_reading(text, "en")) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The salary was cut by a third.", ["a third"]),
        ("It was cut by a third, he said.", ["a third"]),
        ("The salary was cut by a third last year.", ["a third"]),
        ("The two firms cut output by a fifth.", ["two", "a fifth"]),
        ("Two ships sank, and a third of the cargo was lost.", ["Two", "a third"]),
        # An ordinal: it counts on from others, or has a noun of its own behind it.
        ("Two ships sank, and a third, the Orla, ran aground.", ["Two"]),
        ("A second man was hurt and a third is in custody.", []),
        ("Six people died, and a seventh is missing.", ["Six"]),
        ("Both funds lost a third, the auditors found.", ["a third"]),
        ("Over two years the herd shrank by nearly a third.", ["Over two years", "nearly a third"]),
        ("The trust paid two thirds and the city a third.", ["two thirds", "a third"]),
        ("We have told a third party.", []),
        # A quarter of a year.
        ("The bonus is 2 per cent a quarter.", ["2 per cent a quarter"]),
        ("It meets once a quarter.", []),
    ],
)
def test_a_part_of_a_whole_is_told_at_the_end_of_a_clause_too(text: str, told: list[str]) -> None:
    assert [each.span.of(text) for each in quantities(lone_reading(text, "en"))] == told


def test_the_figure_of_the_first_column_is_no_part_of_a_name_of_two_words() -> None:
    found = quantities(lone_reading("Night Express\t54\t1,080\t2", "en"))
    assert [quantity.written for quantity in found] == [54, 1080, 2]
    assert [quantity.written for quantity in quantities(lone_reading("Night Express 54\t1,080", "en"))] == [1080]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 20 shops", Bound.AT_LEAST), ("no more than 20 shops", Bound.AT_MOST),
        ("about 20 shops", Bound.ABOUT),
        ("20 shops", Bound.EXACT), ("20 to 30 shops", Bound.RANGE), ("between 20 and 30 shops", Bound.RANGE),
        ("20 shops or more", Bound.AT_LEAST), ("up to 20 shops", Bound.AT_MOST), ("fewer than 20 shops", Bound.AT_MOST),
    ],
)  # fmt: skip
def test_the_words_around_a_figure_bound_it(text: str, bound: Bound) -> None:
    assert [quantity.bound for quantity in quantities(lone_reading(text, "en"))] == [bound]


@pytest.mark.parametrize(
    ("text", "language", "years", "days", "bearing"),
    [
        ("by 1 September 2021", "en", (2021, 2021), (901, 901), Bearing.BY),
        ("since the end of June", "en", None, (620, 630), Bearing.SINCE),
        ("March 9, 2023", "en", (2023, 2023), (309, 309), Bearing.AT),
        ("from 2019 to 2021", "en", (2019, 2021), None, Bearing.SINCE),
        ("с 1 ноября 2025 г.", "ru", (2025, 2025), (1101, 1101), Bearing.SINCE),
        ("2022 жылғы 7 қарашада", "kk", (2022, 2022), (1107, 1107), Bearing.AT),
        ("bis zum 3. März 2024", "de", (2024, 2024), (303, 303), Bearing.UNTIL),
        ("le 1er mai", "fr", None, (501, 501), Bearing.AT),
        ("hasta el 3 de marzo", "es", None, (303, 303), Bearing.UNTIL),
        ("2022-11-07", "en", (2022, 2022), (1107, 1107), Bearing.AT),
        ("in the second quarter of 2020", "en", (2020, 2020), (401, 630), Bearing.AT),
    ],
)
def test_a_date_is_read_with_its_parts(
    text: str, language: str, years: tuple[int, int] | None, days: tuple[int, int] | None, bearing: Bearing
) -> None:
    (found,) = moments(lone_reading(text, language))
    assert (found.years, found.days, found.bearing) == (years, days, bearing)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on 3 March", "in early March", Interval.INSIDE), ("on 3 March", "on 4 March", Interval.APART),
        ("in 2019", "in May 2019", Interval.AROUND), ("in the winter", "on 5 January", Interval.AROUND),
        ("at 3:52 p.m.", "at 15:52", Interval.EQUAL), ("on Monday", "on Friday", Interval.APART),
        ("in 2019", "on 5 May", Interval.UNKNOWN),
    ],
)  # fmt: skip
def test_two_times_stand_to_each_other_by_the_parts_both_name(one: str, other: str, expected: Interval) -> None:
    (a,), (b,) = moments(lone_reading(one, "en")), moments(lone_reading(other, "en"))
    assert relate(a, b) is expected
