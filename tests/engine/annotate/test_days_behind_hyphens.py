"""A hyphen before a day is that of a span behind a month; behind another word the figure belongs to the word."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Closed: 3 February-5 May 2024.", (203, 505)),
        ("en", "Closed from 28 Sept-5 October.", (928, 1005)),
        ("de", "Geschlossen 3. Februar-5. Mai 2024.", (203, 505)),
        ("ru", "Закрыто 3 февраля-5 мая 2024 года.", (203, 505)),
        ("kk", "2024 жылғы 3 ақпан-5 мамыр жабық.", (203, 505)),
        ("en", "The COVID-19 March 2020 lockdown was long.", (301, 331)),
        ("en", "In its Article-5 May ruling it said so.", (501, 531)),
    ],
)
def test_a_day_begins_behind_a_hyphen_where_a_month_stands_before_it(
    language: str, text: str, days: tuple[int, int]
) -> None:
    assert [moment.days for moment in moments(lone_reading(text, language))] == [days]
