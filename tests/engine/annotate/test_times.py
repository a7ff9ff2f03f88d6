"""Dates and times of day as they are written, misspelled letters and spans of several months included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Moment, moments
from statement_compare.engine.language import CODES, lines, phrases
from statement_compare.engine.model import CompareOptions, Verdict
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


def days_in(text: str, language: str) -> list[tuple[object, object]]:
    return [(each.years, each.days) for each in moments(lone_reading(text, language)) if each.weekday is None]


def verdict(language: str, left: str, right: str) -> Verdict:
    return judge_pair(left, right, CompareOptions(languages=(language, language))).link.verdict


FEBRUARY_TO_MAY = (203, 505)


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "The road was closed from 3 February to 5 May.", None),
        ("en", "It was closed between 3 February and 5 May 2024.", (2024, 2024)),
        ("en", "Closed: 3 February–5 May 2024.", (2024, 2024)),
        ("en", "It was closed from Friday, 3 February to Sunday, 5 May.", None),
        ("en", "It was closed from February 3 to May 5, 2024.", (2024, 2024)),
        ("en", "It was closed from 3 February 2023 until 5 May 2024.", (2023, 2024)),
        ("ru", "Дорога была закрыта с 3 февраля по 5 мая 2024 года.", (2024, 2024)),
        ("ru", "Дорога была закрыта между 3 февраля и 5 мая.", None),
        ("kk", "Жол 2024 жылғы 3 ақпаннан 5 мамырға дейін жабық болды.", (2024, 2024)),
        ("de", "Die Straße war vom 3. Februar bis zum 5. Mai gesperrt.", None),
        ("de", "Sie war zwischen dem 3. Februar und dem 5. Mai gesperrt.", None),
        ("fr", "La route a été fermée du 3 février au 5 mai.", None),
        ("fr", "Elle a été fermée entre le 3 février et le 5 mai 2024.", (2024, 2024)),
        ("es", "La carretera estuvo cerrada del 3 de febrero al 5 de mayo.", None),
        ("es", "Estuvo cerrada entre el 3 de febrero y el 5 de mayo.", None),
        ("it", "La strada fu chiusa dal 3 febbraio al 5 maggio.", None),
        ("it", "Fu chiusa tra il 3 febbraio e il 5 maggio.", None),
        # What was moved, or told before, is something else.
        ("en", "She moved to Kelm and worked there from 3 February to 5 May.", None),
        ("en", "She moved to Kelm from 3 February to 5 May.", None),
        ("en", "The extended strike lasted from 3 February to 5 May.", None),
        ("en", "The drought extended from 3 February to 5 May.", None),
        ("en", "It extended its offer, which was open from 3 February to 5 May.", None),
        ("en", "It postponed the tour because it was closed from 3 February to 5 May.", None),
        ("en", "She moved to her sister from 3 February to 5 May.", None),
        ("en", "The office shifted to remote work from 3 February to 5 May.", None),
        ("en", "He moved the talks to the evening from 3 February to 5 May.", None),
        ("en", "The family moved, and lived in Leeds, from 3 February to 5 May.", None),
        ("en", "They moved an office, in Leeds, and struck from 3 February to 5 May.", None),
        ("en", "The postponed talks, he said, ran from 3 February to 5 May.", None),
        ("es", "La plantilla trasladada, unas 30 personas, trabajó del 3 de febrero al 5 de mayo.", None),
        ("es", "Adelantó que la huelga será del 3 de febrero al 5 de mayo.", None),
        ("es", "Los retrasos del 3 de febrero al 5 de mayo fueron graves.", None),
        ("fr", "Les chiffres avancés pour la grève du 3 février au 5 mai sont faux.", None),
        ("it", "Si è spostato a Kelm e ha lavorato lì dal 3 febbraio al 5 maggio.", None),
        ("ru", "Он перенёс операцию и лечился с 3 февраля по 5 мая.", None),
    ],
)
def test_two_days_of_two_months_are_the_ends_of_one_span(language: str, text: str, years: object) -> None:
    assert days_in(text, language) == [(years, FEBRUARY_TO_MAY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hearing was postponed from 3 February to 5 May."),
        ("en", "The deadline was extended from 3 February to 5 May."),
        ("en", "The council extended the deadline from 3 February to 5 May."),
        ("en", "Acme postponed its scheduled maintenance from 3 February to 5 May."),
        ("en", "The hearing was moved, at the request of the defence, from 3 February to 5 May."),
        ("en", "The hearing was moved, he said, from 3 February to 5 May."),
        ("en", "The court postponed the trial of the accused from 3 February to 5 May."),
        ("en", "The board moved the United Nations conference from 3 February to 5 May."),
        ("en", "The agency postponed a long-awaited launch from 3 February to 5 May."),
        ("en", "The ministry postponed the opening of the renovated station from 3 February to 5 May."),
        ("en", "The regulator moved the deadline to appeal from 3 February to 5 May."),
        ("es", "El juicio se aplazó, a petición de la defensa, del 3 de febrero al 5 de mayo."),
        ("fr", "La réunion a été reportée, à la demande du syndicat, du 3 février au 5 mai."),
        ("it", "L'udienza è stata spostata, su richiesta della difesa, dal 3 febbraio al 5 maggio."),
        ("es", "El juez aplazó la vista oral del juicio del 3 de febrero al 5 de mayo."),
        ("fr", "L'audience a été avancée du 3 février au 5 mai."),
        ("fr", "La direction a avancé la réunion du 3 février au 5 mai."),
        ("en", "It was announced on 3 February, to 5 May nothing was done."),
        ("en", "It was closed by 3 February – 5 May was the last day of the sale."),
        ("ru", "Слушание перенесли с 3 февраля до 5 мая."),
        ("ru", "Жалобу подали 3 февраля, до 5 мая ответа не было."),
        ("fr", "L'audience a été reportée du 3 février au 5 mai."),
        ("es", "La audiencia fue aplazada del 3 de febrero al 5 de mayo."),
        ("it", "L'udienza è stata rinviata dal 3 febbraio al 5 maggio."),
        ("en", "The council met on 3 February and 5 May."),
        ("de", "Der Rat tagte am 3. Februar und am 5. Mai."),
    ],
)
def test_two_days_that_are_no_ends_of_one_span_are_two_days(language: str, text: str) -> None:
    assert days_in(text, language) == [(None, (203, 203)), (None, (505, 505))]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("from 3 February to 5 May", "on 10 March", Verdict.AGREEMENT),
        ("from 3 February to 5 May", "between 3 February and 5 May 2024", Verdict.AGREEMENT),
        ("from 3 February to 5 May", "from 3 to 5 May", Verdict.UNCLEAR),
        ("from 20 March to 5 May", "from 20 March to 24 April", Verdict.UNCLEAR),
        ("from 3 February to 5 May", "from February to May", Verdict.AGREEMENT),
        ("from 3 February 2023 to 5 May 2024", "on 10 June 2023", Verdict.AGREEMENT),
        ("from 3 February 2023 to 5 May 2024", "on 10 June 2024", Verdict.UNCLEAR),
        ("between May and October 2024", "in July 2024", Verdict.AGREEMENT),
        ("between May and October 2024", "in November 2024", Verdict.CONTRADICTION),
    ],
)
def test_a_span_is_held_against_days_and_other_spans(left: str, right: str, told: Verdict) -> None:
    pair = (f"The road was closed {left}.", f"The road was closed {right}.")
    assert [verdict("en", *pair), verdict("en", *pair[::-1])] == [told, told]


LISTS = [
    ("en", "The council met on 5 and 17 May.", "It met between 5 and 17 May."),
    ("en", "The council met on the 5th and the 17th of May.", "It met between the 5th and the 17th of May."),
    ("ru", "Совет заседал 5 и 17 мая.", "Он заседал между 5 и 17 мая."),
    ("de", "Der Rat tagte am 5. und am 17. Mai.", "Er tagte zwischen dem 5. und dem 17. Mai."),
    ("fr", "Le conseil s'est réuni les 5 et 17 mai.", "Il s'est réuni entre le 5 et le 17 mai."),
    ("es", "El consejo se reunió el 5 y el 17 de mayo.", "Se reunió entre el 5 y el 17 de mayo."),
    ("it", "Il consiglio si riunì il 5 e il 17 maggio.", "Si riunì tra il 5 e il 17 maggio."),
]


@pytest.mark.parametrize(("language", "listed", "between"), LISTS)
def test_and_joins_the_ends_of_a_span_behind_between_alone(language: str, listed: str, between: str) -> None:
    assert days_in(listed, language) == [(None, (505, 505)), (None, (517, 517))]
    assert days_in(between, language) == [(None, (505, 517))]


@pytest.mark.parametrize(
    ("language", "listed", "between"),
    [
        ("en", "It flooded in 2019 and 2021.", "It flooded between 2019 and 2021."),
        ("ru", "Паводок был в 2019 и 2021 годах.", "Паводок был между 2019 и 2021 годами."),
        ("kk", "Тасқын 2019 және 2021 жылдары болды.", "Тасқын 2019 жылдан 2021 жылға дейін болды."),
        ("de", "Die Flut kam 2019 und 2021.", "Die Flut kam zwischen 2019 und 2021."),
        ("fr", "La crue est venue en 2019 et 2021.", "La crue est venue entre 2019 et 2021."),
        ("es", "La crecida llegó en 2019 y 2021.", "La crecida llegó entre 2019 y 2021."),
        ("it", "La piena arrivò nel 2019 e 2021.", "La piena arrivò tra il 2019 e il 2021."),
    ],
)
def test_two_years_with_and_between_them_are_a_span_behind_between_alone(
    language: str, listed: str, between: str
) -> None:
    assert days_in(listed, language) == [((2019, 2019), None), ((2021, 2021), None)]
    assert days_in(between, language) == [((2019, 2021), None)]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "It met on 4, 5 and 6 May.", [504, 505, 506]),
        ("en", "It met on 4, 5, or 6 May 2024.", [504, 505, 506]),
        ("kk", "Кеңес 5, 6 және 7 мамырда жиналды.", [505, 506, 507]),
        ("de", "Er tagte am 4., 5. und 6. Mai.", [504, 505, 506]),
        ("en", "It killed 17 and 5 May was a day of mourning.", [505]),
        ("en", "Aged 34, 6 May was his last day.", [506]),
    ],
)
def test_the_days_of_a_list_share_their_month(language: str, text: str, days: list[int]) -> None:
    assert [told for _, told in days_in(text, language)] == [(day, day) for day in days]


def test_the_days_of_a_list_share_their_year_and_the_words_around_it() -> None:
    def told(text: str) -> list[Moment]:
        return list(moments(lone_reading(text, "en")))

    first, last = told("It has to be paid by 5 or 17 May 2024.")
    assert (first.years, first.bearing, first.marked) == (last.years, last.bearing, first.marked)
    assert first.bearing == "by"
    first, last = told("It was moved from 28 to 3 January 2024.")
    assert [(each.years, each.days) for each in (first, last)] == [
        ((2023, 2023), (1228, 1228)),
        ((2024, 2024), (103, 103)),
    ]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("on 5 and 17 May", "on 11 May", Verdict.UNCLEAR),
        ("on 5 and 17 May", "on 17 May", Verdict.AGREEMENT),
        ("on 5 and 17 May", "on 5 May", Verdict.AGREEMENT),
        ("on 5 or 17 May", "on 11 May", Verdict.UNCLEAR),
        ("on 3 May and 5 June", "on 10 May", Verdict.UNCLEAR),
        ("on 5 and 17 May", "on 5 and 18 May", Verdict.CONTRADICTION),
        ("in 2019 and 2021", "in 2020", Verdict.UNCLEAR),
        ("in 2019, 2020 and 2021", "in 2020", Verdict.AGREEMENT),
        ("between 2019 and 2021", "in 2020", Verdict.AGREEMENT),
    ],
)
def test_days_and_years_of_a_list_are_held_one_by_one(left: str, right: str, told: Verdict) -> None:
    pair = (f"The council met {left}.", f"The council met {right}.")
    assert [verdict("en", *pair), verdict("en", *pair[::-1])] == [told, told]


@pytest.mark.parametrize(
    ("whole", "part", "told"),
    [
        ("400 cars between January and June", "60 cars in March", Verdict.UNCLEAR),
        ("400 cars between January and June", "500 cars in March", Verdict.CONTRADICTION),
        ("400 cars from January to June", "60 cars from January to June", Verdict.CONTRADICTION),
        ("400 cars on 5 and 17 May", "60 cars on 17 May", Verdict.UNCLEAR),
        ("400 cars on 5 and 17 May", "500 cars on 17 May", Verdict.CONTRADICTION),
        ("400 cars on 5 and 17 May", "500 cars on 5 and 17 May", Verdict.CONTRADICTION),
    ],
)
def test_a_figure_of_a_part_of_the_time_may_be_smaller(whole: str, part: str, told: Verdict) -> None:
    pair = (f"The firm sold {whole}.", f"The firm sold {part}.")
    assert [verdict("en", *pair), verdict("en", *pair[::-1])] == [told, told]


@pytest.mark.parametrize(
    ("language", "text", "years", "days"),
    [
        ("en", "It was shut from November to March 2024.", (2023, 2024), (1101, 331)),
        ("en", "It was shut from 28 December to 3 January 2024.", (2023, 2024), (1228, 103)),
        ("en", "It was shut from 30 December 2023 to 3 January.", (2023, 2024), (1230, 103)),
        ("en", "It was not shut from November 2023 to March 2024.", (2023, 2024), (1101, 331)),
        ("en", "It was shut from March to November 2024.", (2024, 2024), (301, 1130)),
        ("ru", "Он не работал с ноября по март 2024 года.", (2023, 2024), (1101, 331)),
        ("de", "Es war vom 28. Dezember bis 3. Januar 2024 zu.", (2023, 2024), (1228, 103)),
        ("kk", "Ол 2023 жылғы 28 желтоқсаннан 3 қаңтарға дейін жабық болды.", (2023, 2024), (1228, 103)),
    ],
)
def test_a_span_over_new_year_begins_in_the_year_before_the_one_that_it_ends_in(
    language: str, text: str, years: object, days: object
) -> None:
    assert days_in(text, language) == [(years, days)]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("from November to March 2024", "in December 2023", Verdict.AGREEMENT),
        ("from November to March 2024", "in February 2024", Verdict.AGREEMENT),
        ("from November to March 2024", "in December 2024", Verdict.CONTRADICTION),
        ("from November to March 2024", "in January 2023", Verdict.CONTRADICTION),
        ("from November to March 2024", "from November 2023 to March 2024", Verdict.AGREEMENT),
        ("from 28 December to 3 January 2024", "on 30 December 2023", Verdict.AGREEMENT),
        ("from 28 December to 3 January 2024", "on 30 December 2024", Verdict.UNCLEAR),
        ("in the winter of 2023/24", "in January 2024", Verdict.AGREEMENT),
        ("in the winter of 2023/24", "in January 2023", Verdict.CONTRADICTION),
        ("in 1999/00", "in 1999/00", Verdict.AGREEMENT),
        ("in the second half of 2024", "in March 2024", Verdict.CONTRADICTION),
        ("in the second half of the year", "in October", Verdict.AGREEMENT),
        ("in the first quarter 2023/24", "in October 2023", Verdict.AGREEMENT),
    ],
)
def test_spans_and_parts_of_years_are_held_in_the_years_that_they_have(left: str, right: str, told: Verdict) -> None:
    pair = (f"The ferry did not run {left}.", f"The ferry did not run {right}.")
    assert [verdict("en", *pair), verdict("en", *pair[::-1])] == [told, told]


def test_a_season_over_the_turn_of_a_century_has_two_years() -> None:
    assert days_in("It won in 1999/00, and lost in 2016/12.", "en") == [((1999, 2000), None)]


@pytest.mark.parametrize(
    ("language", "text", "years", "days"),
    [
        ("en", "It closed in the first half of the year.", None, (101, 630)),
        ("en", "It closed in H2 2024.", (2024, 2024), (701, 1231)),
        ("ru", "Завод закрылся в первом полугодии 2024 года.", (2024, 2024), (101, 630)),
        ("ru", "Завод закрылся во втором полугодии.", None, (701, 1231)),
        ("kk", "Зауыт 2024 жылдың бірінші жартыжылдығында жабылды.", (2024, 2024), (101, 630)),
        ("de", "Das Werk schloss im zweiten Halbjahr 2024.", (2024, 2024), (701, 1231)),
        ("fr", "L'usine a fermé au premier semestre 2024.", (2024, 2024), (101, 630)),
        ("es", "La planta cerró en el segundo semestre de 2024.", (2024, 2024), (701, 1231)),
        ("es", "La planta cerró en la primera mitad de 2024.", (2024, 2024), (101, 630)),
        ("it", "La fabbrica chiuse nel primo semestre del 2024.", (2024, 2024), (101, 630)),
    ],
)
def test_a_half_of_a_year_is_six_months(language: str, text: str, years: object, days: object) -> None:
    (found,) = moments(lone_reading(text, language))
    assert (found.years, found.days, found.bearing) == (years, days, "at")


@pytest.mark.parametrize(
    ("language", "half", "apart", "within"),
    [
        ("ru", "Завод закрылся в первом полугодии 2023 года.", "в октябре 2023 года", "в мае 2023 года"),
        ("es", "La planta cerró en el primer semestre de 2023.", "en octubre de 2023", "en mayo de 2023"),
        ("de", "Das Werk schloss im ersten Halbjahr 2023.", "im Oktober 2023", "im Mai 2023"),
        ("fr", "L'usine a fermé au premier semestre 2023.", "en octobre 2023", "en mai 2023"),
    ],
)
def test_a_month_of_the_other_half_is_at_odds_with_a_half(language: str, half: str, apart: str, within: str) -> None:
    start = " ".join(half.split()[: 2 if language == "ru" else 3])
    assert verdict(language, half, f"{start} {apart}.") is Verdict.CONTRADICTION
    assert verdict(language, half, f"{start} {within}.") is Verdict.AGREEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They scored in the first half."),
        ("de", "Es dauerte ein Halbjahr."),
        ("es", "Duró un semestre."),
        ("ru", "Прошло полугодие."),
    ],
)
def test_a_half_without_its_number_or_its_year_is_no_time(language: str, text: str) -> None:
    assert days_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("They hired 2019 and 2021 workers.", []),
        ("They counted 1950 or 2050 birds.", []),
        ("It will open in 2030 or 2031.", [2030, 2031]),
        ("The years 2019 and 2021 were dry.", [2019, 2021]),
    ],
)
def test_two_figures_that_count_something_are_no_years(text: str, years: list[int]) -> None:
    assert [told for told, _ in days_in(text, "en")] == [(year, year) for year in years]


@pytest.mark.parametrize(
    ("text", "years", "days"),
    [
        ("It was shut on May 5-17.", None, [(505, 517)]),
        ("It was shut on May 5–17, 2024.", (2024, 2024), [(505, 517)]),
        ("It was shut from May 5 to 17, 2024.", (2024, 2024), [(505, 517)]),
        ("It was shut between May 5 and 17.", None, [(505, 517)]),
        ("It was shut on May 5-June 17.", None, [(505, 617)]),
        ("It was shut on 5 May-17 June.", None, [(505, 617)]),
        ("It was shut on May 5 and 17, 2024.", (2024, 2024), [(505, 505), (517, 517)]),
        ("It was moved from May 5 to 17.", None, [(505, 505), (517, 517)]),
        ("It was given on May 5 to 17 people.", None, [(505, 505)]),
        ("It was shut on the twenty-first of June.", None, [(601, 630)]),
        ("It was given on May 25-32.", None, [(525, 525)]),
        ("It grew on May 5 and 6.5 were left.", None, [(505, 505)]),
    ],
)
def test_two_days_behind_the_name_of_their_month(text: str, years: object, days: list[tuple[int, int]]) -> None:
    assert days_in(text, "en") == [(years, each) for each in days]
