"""Dates and times of day as they are written, misspelled letters and spans of several months included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.language import CODES, lines, phrases
from statement_compare.engine.model import CompareOptions
from statement_compare.engine.pipeline import judge_pair

# Letters that an expression which ignores case takes for others, and that fold to none of them or to two.
TWINS = {"i": "ıİ", "s": "ſẞ", "k": "\u212a", "å": "\u212b", "µ": "μ", "в": "ᲀ", "о": "ᲂ", "т": "ᲄ"}
SENTENCES = {
    "en": [
        "They met at half past six in the evening on the first of May.",
        "Six o'clock, ten minutes to seven, at midnight and twenty-five past nine, the sixteenth of September 2024.",
        "Last season it was no later than 4 Dec, in the second quarter of 2024, since winter 2025/26, on Friday.",
    ],
    "ru": ["Не позднее 4 октября 2024 г., во втором квартале, в прошлом году, в среду, зимой 2025/26."],
    "kk": ["2024 жылғы 4 қазанға дейін, екінші тоқсанда, былтыр, көктемде, сәрсенбіде."],
    "de": ["Spätestens am 16. Dezember 2024 um 6 Uhr, im dritten Quartal, Mittwoch, in der ersten Woche im Mai."],
    "fr": ["Depuis le 1er juin 2024 à 14 h 30, au troisième trimestre, samedi, les derniers jours de septembre."],
    "es": ["El 6 de diciembre de 2024 a las 6.30, el año pasado, sábado, segundo trimestre, principios de junio."],
    "it": [
        "Il primo maggio, il sedici settembre e il ventisei giugno 2024, alle sei di sera, un quarto alle dieci.",
        "Lo scorso anno, a mezzanotte, lunedì sera, nel secondo semestre del 2024, alla fine di dicembre.",
    ],
}


def named_times() -> Iterator[tuple[str, str]]:
    """The names of months, weekdays, hours and days of every language, in a date or a time of day."""
    for code in CODES:
        yield from ((code, text) for text in SENTENCES[code])
        months = [name for _, name in lines("months", "months")[code] if name.isalpha()]
        days = [f"{word} of {months[4]}, {word} {months[8]}" for word in phrases("dates", "day_ordinals").get(code, ())]
        hours = [f"at {word} o'clock, ten past {word}" for word in phrases("clock", "hour_names").get(code, ())]
        yield from ((code, ", ".join(each)) for each in (months, [f"3 {name} 2024" for name in months], days, hours))


def misspelled(text: str) -> Iterator[str]:
    """The text with a twin for one letter, for each of them in turn, and with twins for all at once."""
    places = [place for place, letter in enumerate(text.lower()) if letter in TWINS]
    for place in places:
        for twin in TWINS[text[place].lower()]:
            yield text[:place] + twin + text[place + 1 :]
    for choice in (0, -1):
        yield "".join(TWINS[each.lower()][choice] if each.lower() in TWINS else each for each in text)


@pytest.mark.parametrize(("language", "text"), list(named_times()))
def test_a_letter_that_looks_like_another_one_ends_no_reading(language: str, text: str) -> None:
    for spelled in misspelled(text):
        for found in moments(lone_reading(spelled, language)):
            assert 0 <= found.marked.start <= found.span.start < found.span.end <= found.marked.end <= len(spelled)


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("en", "They met at SİX o'clock.", "They met at six o'clock."),
        ("en", "They met at half past fıve.", "They met at half past five."),
        ("en", "They met at SEVEN İN THE EVENING.", "They met at seven in the evening."),
        ("it", "Chiuse il prİmo maggio.", "Chiuse il primo maggio."),
    ],
)
def test_a_time_of_such_letters_is_the_one_that_it_looks_like(language: str, text: str, plain: str) -> None:
    def told(said: str) -> list[object]:
        return [(each.days, each.clock, each.is_half_day) for each in moments(lone_reading(said, language))]

    assert told(text) == told(plain) != []
    options = CompareOptions(languages=(language, language), use_model=False)
    assert judge_pair(text, plain, options).link.verdict is judge_pair(plain, plain, options).link.verdict
