"""Days that are counted from another one: "two days after the vote on 3 May" is 5 May."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Bearing, Interval, moments, relate


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The mayor resigned two days after the vote on 3 May.", [505, 503]),
        ("en", "Ten days before the vote on 3 May he left.", [423, 503]),
        ("en", "He left 3 weeks after the long strike on 20 December 2023.", [110, 1220]),
        ("en", "He left a month after the fire of 3 May 2021.", [603, 503]),
        ("en", "Two days after the collapse of its roof on 3 May he left.", [505, 503]),
        ("en", "Two days after the fire at the plant on 3 May he left.", [505, 503]),
        ("ru", "Мэр ушёл через два дня после голосования 3 мая.", [505, 503]),
        ("ru", "Мэр ушёл через два дня после решения районного суда 3 мая.", [505, 503]),
        ("ru", "Мэр ушёл через два дня после крупной аварии на шахте 3 мая.", [505, 503]),
        ("de", "Zwei Tage nach dem schweren Unfall im Werk am 3. Mai starb er.", [505, 503]),
        ("de", "Zwei Tage nach dem Urteil des obersten Gerichts vom 3. Mai starb er.", [505, 503]),
        ("de", "Zwei Tage nach der Abstimmung über den Haushalt am 3. Mai trat er zurück.", [505, 503]),
        ("fr", "Deux jours après le vote de la loi du 3 mai il est parti.", [505, 503]),
        ("it", "Due giorni dopo l'incendio della fabbrica del 3 maggio se ne andò.", [505, 503]),
        ("de", "Der Bürgermeister trat zwei Tage nach der Abstimmung am 3. Mai zurück.", [505, 503]),
        ("fr", "Le maire a démissionné deux jours après le vote du 3 mai.", [505, 503]),
        ("es", "El alcalde dimitió dos días después de la votación del 3 de mayo.", [505, 503]),
        ("it", "Il sindaco si è dimesso due giorni dopo il voto del 3 maggio.", [505, 503]),
    ],
)
def test_a_day_is_counted_from_another_one(language: str, text: str, days: list[int]) -> None:
    found = moments(lone_reading(text, language))
    assert [moment.days for moment in found] == [(day, day) for day in days]
    assert {moment.bearing for moment in found} == {Bearing.AT}


def test_a_count_over_new_year_is_in_the_next_one() -> None:
    found = moments(lone_reading("He left 3 weeks after the strike on 20 December 2023.", "en"))
    assert [moment.years for moment in found] == [(2024, 2024), (2023, 2023)]


def test_without_a_count_it_came_after_the_day() -> None:
    (found,) = moments(lone_reading("He left hours after the vote on 3 May.", "en"))
    assert (found.days, found.bearing) == ((503, 503), Bearing.AFTER)


@pytest.mark.parametrize(
    "text",
    [
        "He left after the vote on 3 May.",
        "It lasted two days and after the vote on 3 May it ended.",
        "He left for two days. After the vote on 3 May he came back.",
        "The vote on 3 May took two days.",
        "It was closed for a week before the vote on 3 May.",
    ],
)
def test_a_day_that_nothing_is_counted_from_stays(text: str) -> None:
    assert [moment.days for moment in moments(lone_reading(text, "en"))] == [(503, 503)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two days after the accident the plant closed on 3 May."),
        ("en", "Two days after the accident it closed on 3 May."),
        ("de", "Zwei Tage nach dem Unfall wurde das Werk am 3. Mai geschlossen."),
        ("de", "Zwei Tage nach dem Urteil zahlte die Firma am 3. Mai die Löhne."),
        ("de", "Zwei Tage vor der Wahl trat er am 3. Mai zurück."),
        ("ru", "Через два дня после решения фирма заплатила 3 мая."),
        ("ru", "Через два дня после аварии закрылся 3 мая и завод."),
        ("fr", "Deux jours après le jugement l'entreprise a payé le 3 mai."),
        ("fr", "Deux jours après le jugement elle a payé le 3 mai."),
        ("it", "Due giorni dopo la sentenza l'azienda ha pagato il 3 maggio."),
    ],
)
def test_the_day_of_a_clause_behind_the_event_is_its_own(language: str, text: str) -> None:
    (found,) = moments(lone_reading(text, language))
    assert (found.days, found.is_counted, found.counted_from) == ((503, 503), False, "")


@pytest.mark.parametrize(
    ("language", "text", "day", "bearing"),
    [
        ("en", "He left two weeks after the vote on 3 May.", 517, Bearing.AT),
        ("en", "He left more than two weeks after the vote on 3 May.", 517, Bearing.AFTER),
        ("en", "He left no more than two weeks after the vote on 3 May.", 517, Bearing.BY),
        ("en", "He has to leave within 14 days after the vote on 3 May.", 517, Bearing.BY),
        ("en", "He left less than two weeks before the vote on 20 May.", 506, Bearing.AFTER),
        ("en", "He left at least two weeks before the vote on 20 May.", 506, Bearing.BEFORE),
        ("en", "He left no later than two weeks after the vote on 3 May.", 517, Bearing.BY),
        ("en", "He left no later than two weeks before the vote on 20 May.", 506, Bearing.BY),
        ("en", "He left not later than two weeks before the vote on 20 May.", 506, Bearing.BY),
        ("en", "He left at the latest two weeks before the vote on 20 May.", 506, Bearing.BY),
        ("ru", "Он ушёл не позже чем за две недели до голосования 20 мая.", 506, Bearing.BY),
        ("en", "He left no more than two weeks before the vote on 20 May.", 506, Bearing.AFTER),
        ("en", "He left within two weeks before the vote on 20 May.", 506, Bearing.AFTER),
        ("de", "Er ging spätestens zwei Wochen vor der Abstimmung am 20. Mai.", 506, Bearing.BY),
        ("fr", "Il est parti au plus tard deux semaines avant le vote du 20 mai.", 506, Bearing.BY),
        ("es", "Se fue a más tardar dos semanas antes de la votación del 20 de mayo.", 506, Bearing.BY),
        ("it", "Se ne andò non più tardi di due settimane prima del voto del 20 maggio.", 506, Bearing.BY),
        ("ru", "Он ушёл не позднее чем за две недели до голосования 20 мая.", 506, Bearing.BY),
        ("ru", "Он ушёл более чем за две недели до голосования 20 мая.", 506, Bearing.BEFORE),
        ("de", "Er ging innerhalb von zwei Wochen nach dem Urteil vom 3. Mai.", 517, Bearing.BY),
        ("ru", "Он ушёл более чем через две недели после голосования 3 мая.", 517, Bearing.AFTER),
        ("ru", "Он ушёл не позднее чем через две недели после голосования 3 мая.", 517, Bearing.BY),
        ("fr", "Il est parti dans les quinze jours après le vote du 3 mai.", 518, Bearing.BY),
        ("es", "Se fue más de dos semanas después de la votación del 3 de mayo.", 517, Bearing.AFTER),
        ("it", "Se ne andò entro due settimane dopo il voto del 3 maggio.", 517, Bearing.BY),
    ],
)
def test_a_bound_of_the_count_is_one_of_the_day(language: str, text: str, day: int, bearing: Bearing) -> None:
    counted, named = moments(lone_reading(text, language))
    assert (counted.days, counted.bearing) == ((day, day), bearing)
    assert named.bearing is Bearing.AT


def test_how_long_something_lasted_at_least_counts_no_day() -> None:
    (found,) = moments(lone_reading("It was shut for more than two weeks after the vote on 3 May.", "en"))
    assert found.days == (503, 503)


@pytest.mark.parametrize(
    ("language", "text", "day", "interval"),
    [
        ("en", "Two days after the court issued its ruling on 3 May, it opened.", "5 May", Interval.OVERLAP),
        ("en", "Two days after the court issued its ruling on 3 May, it opened.", "5 May 2024", Interval.OVERLAP),
        ("en", "It opened two days after the court issued its ruling on 3 May.", "5 May", Interval.OVERLAP),
        ("en", "A week before the union began its strike on 3 May, it opened.", "26 April", Interval.OVERLAP),
        ("en", "A week after the union began its strike on 28 December, it opened.", "4 January", Interval.OVERLAP),
        ("en", "A year after the court gave its ruling on 3 May 2023, it opened.", "3 May 2024", Interval.OVERLAP),
        ("en", "Hours after the mayor signed the order on 3 May, it opened.", "4 May", Interval.OVERLAP),
        ("en", "Within a week after the mayor signed the order on 3 May, it opened.", "8 May", Interval.OVERLAP),
        ("en", "Over a week after the mayor signed the order on 3 May, it opened.", "30 May", Interval.OVERLAP),
        ("ru", "Через три дня после визита президента Франции 3 мая он ушёл.", "6 мая", Interval.OVERLAP),
        ("ru", "Он ушёл через три дня после назначения министра обороны 3 мая.", "6 мая", Interval.OVERLAP),
        # What is further off, or less far, is no such day.
        ("en", "A month after taking office he left on 3 May, he said.", "20 May", Interval.APART),
        ("en", "A month after taking office he left on 3 May, he said.", "3 June", Interval.OVERLAP),
        ("en", "A year after the fire it opened on 3 May 2024, he said.", "10 May 2024", Interval.APART),
        ("en", "A year after the fire it opened on 3 May 2024, he said.", "10 July", Interval.APART),
        ("en", "Two days after the court issued its ruling on 3 May, it opened.", "20 May", Interval.APART),
        ("en", "Two days after the court issued its ruling on 3 May 2023, it opened.", "5 May 2024", Interval.APART),
        ("en", "Hours after the mayor signed the order on 3 May, it opened.", "20 May", Interval.APART),
        ("ru", "Через три дня после визита президента Франции 3 мая он ушёл.", "20 мая", Interval.APART),
        # Nothing else in the sentence can be of that day.
        ("en", "Two days after the vote the mayor signed the order on 3 May.", "5 May", Interval.APART),
        ("ru", "Через два дня после решения фирма заплатила 3 мая.", "5 мая", Interval.APART),
        # The count ends before the clause.
        ("en", "Two days after the vote, the mayor signed the order on 3 May, he said.", "5 May", Interval.APART),
        ("en", "It was shut for two days after the mayor signed the order on 3 May, he said.", "5 May", Interval.APART),
        ("en", "It was shut on 3 May, two days after the fire.", "5 May", Interval.APART),
    ],
)
def test_a_day_that_may_be_counted_from_is_not_apart_from_the_counted_one(
    language: str, text: str, day: str, interval: Interval
) -> None:
    (mine,), (other,) = (moments(lone_reading(each, language)) for each in (text, day))
    assert relate(mine, other) is interval
    assert relate(other, mine) is interval
