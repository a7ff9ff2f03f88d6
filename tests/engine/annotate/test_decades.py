"""Ten years that are named by their first: "the 1990s" are no 1990."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "The factory closed in the 1990s.", (1990, 1999)),
        ("en", "The factory closed in the 1990's.", (1990, 1999)),
        ("en", "The factory closed in the 90s.", (1990, 1999)),
        ("en", "The factory closed in the late '90s.", (1996, 1999)),
        ("en", "Built in the mid-1970s, it fell.", (1973, 1977)),
        ("en", "At the end of the 1980s it fell.", (1986, 1989)),
        ("en", "In the 1800s it burned.", (1800, 1899)),
        ("en", "In the 2000s it burned.", (2000, 2009)),
        ("ru", "Завод закрылся в 1990-х годах.", (1990, 1999)),
        ("ru", "Завод закрылся в начале 90-х годов.", (1990, 1994)),
        ("ru", "Завод закрылся к 1990-м годам.", (1990, 1999)),
        ("ru", "Завод закрылся к 90-м годам.", (1990, 1999)),
        ("kk", "Зауыт 1990-жылдары жабылды.", (1990, 1999)),
        ("kk", "Зауыт 90-жылдардың басында жабылды.", (1990, 1994)),
        ("de", "Die Fabrik schloss Ende der 1980er.", (1986, 1989)),
        ("de", "Die Fabrik schloss in den 90er Jahren.", (1990, 1999)),
        ("fr", "L'usine a fermé au début des années 90.", (1990, 1994)),
        ("es", "La fábrica cerró en la década de 1990.", (1990, 1999)),
        ("it", "La fabbrica chiuse negli anni '90.", (1990, 1999)),
    ],
)
def test_a_decade_is_read_as_all_its_years(language: str, text: str, years: tuple[int, int]) -> None:
    assert [moment.years for moment in moments(lone_reading(text, language))] == [years]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The factory closed in 1990."),
        ("en", "In 1990's worst storm it fell."),
        ("ru", "Завод закрылся в 1990 году."),
        ("ru", "Завод закрылся в 1990-м году."),
        ("ru", "Завод закрылся в 1990-ом г."),
        ("kk", "Зауыт 1990 жылы жабылды."),
        ("fr", "L'usine a fermé en 1990."),
        ("es", "La fábrica cerró en 1990."),
        ("it", "La fabbrica chiuse nel 1990."),
    ],
)
def test_a_year_is_read_as_one(language: str, text: str) -> None:
    assert [moment.years for moment in moments(lone_reading(text, language))] == [(1990, 1990)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It took 90s."),
        ("en", "He is in his 90s."),
        ("ru", "На 90-м километре."),
        ("ru", "На высоте 2000м."),
        ("ru", "Бег на 1500м."),
        ("fr", "Pendant 90 années."),
        ("it", "Da 90 anni."),
    ],
)
def test_seconds_ages_and_counts_are_no_decade(language: str, text: str) -> None:
    assert moments(lone_reading(text, language)) == ()


def test_several_decades_are_named_side_by_side() -> None:
    found = moments(lone_reading("The 1960s and 1970s were good, and from the 1990s to the 2000s it grew.", "en"))
    assert [moment.years for moment in found] == [(1960, 1969), (1970, 1979), (1990, 2009)]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "Pour les années 2020 et 2021.", [(2020, 2020), (2021, 2021)]),
        ("fr", "Pour les années 2020, 2021 et 2022.", [(2020, 2020), (2021, 2021), (2022, 2022)]),
        ("fr", "Pour les années 2020 à 2022.", [(2020, 2022)]),
        ("fr", "Pour les années 2020-21.", [(2020, 2021)]),
        ("es", "Por los años 2020 y 2021.", [(2020, 2020), (2021, 2021)]),
        ("es", "De los años 2010-2014.", [(2010, 2014)]),
        ("it", "Per gli anni 2020 e 2021.", [(2020, 2020), (2021, 2021)]),
        # A count, and decades.
        ("fr", "Dans les années 2010, 300 emplois ont été perdus.", [(2010, 2019)]),
        ("fr", "Dans les années 2010 et 19 fois depuis.", [(2010, 2019)]),
        ("es", "En los años 1990 cerró.", [(1990, 1999)]),
    ],
)
def test_years_behind_their_plural_are_years_where_one_of_them_begins_no_decade(
    language: str, text: str, years: list[tuple[int, int]]
) -> None:
    assert [moment.years for moment in moments(lone_reading(text, language))] == years
