"""Which time is that of the telling, and which words make a bound of a time."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Bearing, moments


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "The ministry said on 4 May that the kiln was closed on 2 May.", ["2 May"]),
        ("en", "On 4 May the ministry said the kiln was cold.", []),
        ("en", "The kiln is cold, the ministry said on 4 May.", []),
        ("en", "Officials said the kiln was closed on 4 May that year.", ["4 May"]),
        ("en", "The ministry announced the levy on 4 May.", ["4 May"]),
        ("en", "Residents were told on 4 May that the water was unsafe.", ["4 May"]),
        ("ru", "Министерство сообщило 4 мая, что печь остановили 2 мая.", ["2 мая"]),
        ("ru", "Печь остановили 4 мая, сообщило министерство.", ["4 мая"]),
        ("kk", "Министрлік 4 мамырда пеш тоқтады деп хабарлады.", []),
        ("kk", "Пеш 4 мамырда тоқтады, деп хабарлады министрлік.", ["4 мамырда"]),
        ("de", "Die Behörde teilte am 4. Mai mit, dass der Ofen kalt ist.", []),
        ("fr", "Le 4 mai, le ministère a déclaré que le four est froid.", []),
        ("es", "El ministerio dijo el 4 de mayo que el horno está frío.", []),
    ],
)
def test_the_day_of_speaking_is_set_aside(language: str, text: str, kept: list[str]) -> None:
    assert [moment.span.of(text) for moment in event_moments(lone_reading(text, language))] == kept


@pytest.mark.parametrize(
    ("language", "text", "bearing", "marked"),
    [
        ("en", "The lock will open no earlier than 15 October.", Bearing.AFTER, "no earlier than 15 October"),
        ("en", "The lock opened earlier than 15 October.", Bearing.BEFORE, "earlier than 15 October"),
        ("en", "The lock will not open before 2027.", Bearing.AFTER, "before 2027"),
        ("en", "The lock will open before 2027.", Bearing.BEFORE, "before 2027"),
        ("ru", "Шлюз откроют не раньше 15 октября.", Bearing.AFTER, "не раньше 15 октября"),
        ("ru", "Шлюз откроют до 15 октября.", Bearing.UNTIL, "до 15 октября"),
        ("kk", "Көпір 15 қазаннан ерте емес ашылады.", Bearing.AFTER, "15 қазаннан ерте емес"),
        ("en", "The lock will open on 15 October.", Bearing.AT, "15 October"),
    ],
)
def test_a_bound_is_marked_with_the_words_that_make_it_one(
    language: str, text: str, bearing: Bearing, marked: str
) -> None:
    (moment,) = moments(lone_reading(text, language))
    assert moment.bearing is bearing
    assert moment.marked.of(text) == marked
