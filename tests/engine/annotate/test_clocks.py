"""Times of day: spans of them, about, the many ways to write one, and zones."""

from __future__ import annotations

from time import process_time

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Interval, Moment, moments, relate


def clocks(text: str, language: str) -> list[Moment]:
    return [moment for moment in moments(lone_reading(text, language)) if moment.clock is not None]


def standing(left: str, right: str, language: str) -> Interval:
    (a,), (b,) = clocks(left, language), clocks(right, language)
    return relate(a, b)


@pytest.mark.parametrize(
    ("language", "text", "hours", "has_ends"),
    [
        ("en", "open from 9:00 to 17:00", (9, 17), True),
        ("en", "open 9:00-17:00", (9, 17), True),
        ("en", "open from 9 to 17:00", (9, 17), True),
        ("en", "open 9-5 p.m.", (9, 17), True),
        ("en", "landed between 6 and 7 p.m.", (18, 19), False),
        ("en", "landed between 11 and 1 p.m.", (11, 13), False),
        ("en", "closed from 10 to 2 a.m.", (22, 2), True),
        # The first end is of the half of the day in which it comes before the last one.
        ("en", "open from 2:00 to 4:00 p.m.", (14, 16), True),
        ("en", "open 2:00-4 p.m.", (14, 16), True),
        ("en", "open from 9:00 to 5:00 p.m.", (9, 17), True),
        ("en", "open from 9:00 a.m. to 5:00 p.m.", (9, 17), True),
        ("en", "open from 12:00 to 4:00 p.m.", (12, 16), True),
        ("en", "open from 14:00 to 4:00 p.m.", (14, 16), True),
        # A nought at its front tells it in 24 hours, at the front of both ends not.
        ("en", "open from 07:00 to 10:00 p.m.", (7, 22), True),
        ("en", "open from 02:00 to 4:00 p.m.", (2, 16), True),
        ("en", "open from 02:00 to 04:00 p.m.", (14, 16), True),
        ("en", "closed from 10:00 to 2:00 a.m.", (22, 2), True),
        ("en", "landed between 6:00 and 8:00 p.m.", (18, 20), False),
        ("es", "abre de 2:00 a 4:00 p.m.", (14, 16), True),
        ("ru", "открыт с 2:00 до 4 часов дня", (14, 16), True),
        ("ru", "работал с 9:00 до 17:00", (9, 17), True),
        ("de", "von 9 bis 17 Uhr geöffnet", (9, 17), True),
        ("de", "zwischen 6 und 7 Uhr", (6, 7), False),
        ("fr", "ouvert de 9 h 00 à 17 h 00", (9, 17), True),
        ("es", "entre las 9:00 y las 10:00", (9, 10), False),
        ("it", "aperto dalle 9:00 alle 17:00", (9, 17), True),
    ],
)
def test_two_times_of_day_are_the_ends_of_a_span(
    language: str, text: str, hours: tuple[int, int], has_ends: bool
) -> None:
    (found,) = clocks(text, language)
    assert found.clock == (hours[0] * 60, hours[1] * 60)
    assert found.has_ends is has_ends


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Buses leave at 9:00 and 11:00.", 2),
        ("en", "Buses leave at 9:00 and 4:00 p.m.", 2),
        ("en", "It was moved from 9:00 to 11:00.", 2),
        ("en", "Between 3 and 5 people came at 7 p.m.", 1),
        ("en", "The vote was 9-5 at 7 p.m.", 1),
        ("de", "Um 4 Uhr 10 Menschen verletzt.", 1),
    ],
)
def test_two_times_of_a_list_or_a_count_are_no_span(language: str, text: str, count: int) -> None:
    found = clocks(text, language)
    assert len(found) == count
    assert not any(moment.has_ends or moment.clock != (moment.clock or (0, 0))[:1] * 2 for moment in found)


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        ("en", "at midnight", "at 24:00", Interval.EQUAL),
        ("de", "um 4 Uhr 10.", "um 4.10 Uhr.", Interval.EQUAL),
        ("fr", "à 6 heures du soir", "à 18 heures", Interval.EQUAL),
        ("fr", "à 6 heures du matin", "à 18 heures", Interval.APART),
        ("en", "at 9:05 a.m. GMT", "at 10:05 a.m. CET", Interval.OVERLAP),
        ("en", "at 9:05 a.m. GMT", "at 10:05 a.m. GMT", Interval.APART),
        ("en", "at 9:05 a.m.", "at 10:05 a.m.", Interval.APART),
        ("en", "from 22:00 to 04:00", "at 02:00", Interval.AROUND),
        ("en", "from 22:00 to 04:00", "at 12:00", Interval.APART),
        ("en", "from 9:00 to 17:00", "from 10:00 to 18:00", Interval.APART),
        ("en", "between 9:00 and 11:00", "between 10:00 and 12:00", Interval.OVERLAP),
        # By day or by night?
        ("en", "from 9:00 to 5:00", "from 9 a.m. to 5 p.m.", Interval.OVERLAP),
        ("en", "from 9:00 a.m. to 5:00", "from 9 a.m. to 5 p.m.", Interval.OVERLAP),
        ("en", "from 9:00 to 5:00", "from 9:00 to 5:00", Interval.EQUAL),
        ("en", "from 9:00 to 5:00", "from 9 a.m. to 6 p.m.", Interval.APART),
        ("en", "from 09:00 to 05:00", "from 9 a.m. to 5 p.m.", Interval.APART),
        ("en", "from 22:00 to 4:00", "from 10 p.m. to 4 a.m.", Interval.EQUAL),
        # Two times of day of its name come before the end.
        ("en", "from 7:00 to 10:00 p.m.", "from 7:00 to 22:00", Interval.OVERLAP),
        ("en", "from 7:00 to 10:00 p.m.", "from 7 to 10 p.m.", Interval.EQUAL),
        ("en", "from 7:00 to 10:00 p.m.", "from 19:00 to 22:00", Interval.EQUAL),
        ("en", "from 7:00 to 10:00 p.m.", "from 8:00 to 22:00", Interval.APART),
        ("en", "from 7:00 to 10:00 p.m.", "from 7:00 to 11:00 p.m.", Interval.APART),
        ("en", "from 7:00 to 10:00 p.m.", "at 9 a.m.", Interval.OVERLAP),
        ("en", "from 2:00 to 4:00 p.m.", "from 2 to 4 p.m.", Interval.EQUAL),
        ("en", "from 2:00 to 4:00 p.m.", "from 2 to 5 p.m.", Interval.APART),
        ("en", "from 9:00 to 12:00 a.m.", "from 9 a.m. to 12 a.m.", Interval.OVERLAP),
        ("en", "from 9:00 to 5:00 p.m.", "from 21:00 to 17:00", Interval.APART),
        ("en", "from 10:00 to 4:00 a.m.", "from 10 a.m. to 4 a.m.", Interval.APART),
        ("en", "from 06:30 to 8:00 p.m.", "from 18:30 to 20:00", Interval.APART),
        ("it", "dalle 7:00 alle 9:00 di sera", "dalle 7:00 alle 21:00", Interval.OVERLAP),
    ],
)
def test_how_two_times_of_day_stand(language: str, left: str, right: str, expected: Interval) -> None:
    assert standing(left, right, language) is expected


@pytest.mark.parametrize(
    ("language", "about", "near", "far"),
    [
        ("en", "at about 4 a.m.", "at 4:10 a.m.", "at 5 a.m."),
        ("ru", "около 18:00", "в 18:10", "в 19:00"),
        ("kk", "шамамен 18:00-де", "18:10-да", "19:00-де"),
        ("de", "gegen 4 Uhr", "um 4:10 Uhr", "um 5 Uhr"),
        ("fr", "vers 18 h 00", "à 18 h 10", "à 19 h 00"),
        ("es", "hacia las 18:00", "a las 18:10", "a las 19:00"),
        ("it", "verso le 18:00", "alle 18:10", "alle 19:00"),
    ],
)
def test_a_time_that_is_not_exact_leaves_half_an_hour(language: str, about: str, near: str, far: str) -> None:
    assert standing(about, near, language) is Interval.OVERLAP
    assert standing(about, far, language) is Interval.APART


@pytest.mark.parametrize(
    ("text", "are_clocks"),
    [
        ("Le préavis est ramené à 24 heures.", False),
        ("Le préavis est porté à 12 heures.", False),
        ("Les agents travaillent de 10 à 12 heures par jour.", False),
        ("Il faut attendre 10 à 12 heures.", False),
        ("Les soins ont été retardés de 10 à 12 heures.", False),
        ("Le travail est limité à 20 heures par semaine.", False),
        ("Il a été condamné à 12 heures de travail.", False),
        ("Le bureau est ouvert de 10 à 12 heures.", True),
        ("La réunion est fixée à 18 heures.", True),
        ("La réunion du 5 à 18 heures a été annulée.", True),
        ("Le conseil se réunit à 18 heures dans la mairie.", True),
        ("La séance a été levée à 18 heures de manière inattendue.", True),
        ("Il est parti à 16 heures de l'après-midi.", True),
    ],
)
def test_hours_are_counted_or_name_a_time_of_day_in_french(text: str, are_clocks: bool) -> None:
    assert bool(clocks(text, "fr")) is are_clocks


@pytest.mark.parametrize(
    ("text", "zone"),
    [("at 9:05 GMT", "gmt"), ("at 9:05, GMT", "gmt"), ("at 9:05  (  GMT)", "gmt"), ("at 9:05 by GMT", "")],
)
def test_the_zone_stands_right_behind_a_time_of_day(text: str, zone: str) -> None:
    assert [moment.zone for moment in clocks(text, "en")] == [zone]


def test_blanks_behind_a_time_of_day_take_no_time_with_their_square() -> None:
    began = process_time()
    clocks("open at 9:00" + " " * 40_000 + "x", "en")
    assert process_time() - began < 5  # twenty seconds where it does
