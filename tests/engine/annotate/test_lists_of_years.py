"""Two years of a list may stand in either order: annual reports tell the later one first."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "No dividend was paid in 2023 or 2022.", [2023, 2022]),
        ("en", "Revenue rose in 2023 and 2022.", [2023, 2022]),
        ("en", "It lost money in 2023, 2022 and 2021.", [2023, 2022, 2021]),
        ("en", "The losses of the years 2023 and 2022 were equal.", [2023, 2022]),
        ("en", "2023 and 2022 were bad years.", [2023, 2022]),
        ("ru", "В 2023 и 2022 годах продажи упали.", [2023, 2022]),
        ("kk", "2023 және 2022 жылдары сатылым төмендеді.", [2023, 2022]),
        ("de", "In den Jahren 2023 und 2022 sanken die Umsätze.", [2023, 2022]),
        ("fr", "En 2023 et 2022, les ventes ont baissé.", [2023, 2022]),
        ("es", "En 2023 y 2022 no se pagó nada.", [2023, 2022]),
        ("it", "Nel 2023 e 2022 non è stato pagato nulla.", [2023, 2022]),
        # In rising order, as ever.
        ("en", "It was closed in 2019 and 2021.", [2019, 2021]),
    ],
)
def test_the_years_of_a_list_are_each_told(language: str, text: str, years: list[int]) -> None:
    assert [moment.years for moment in moments(lone_reading(text, language))] == [(year, year) for year in years]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It employs 2100 and 1900 nurses."),
        ("en", "2100 and 1900 nurses came."),
        ("en", "From 2023 to 2019 it lost money."),
        ("en", "In 2100 and 1900 homes the power failed."),
        ("de", "Die Werke haben 2100 und 1900 Mitarbeiter."),
        ("ru", "На заводах работают 2100 и 1900 человек."),
        ("kk", "Зауытта 2100 және 1900 адам жұмыс істейді."),
    ],
)
def test_counts_in_falling_order_are_no_years(language: str, text: str) -> None:
    assert moments(lone_reading(text, language)) == ()
