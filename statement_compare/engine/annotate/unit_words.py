"""What units and currencies are called in every language, and which of their names are other words more often.

Names and signs stand in `unit_table`, words that tell which is meant in the tables `units` and `unit_cues` of each
language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby

from statement_compare.engine.annotate.alternatives import NEVER, of
from statement_compare.engine.annotate.unit_table import ROWS, key
from statement_compare.engine.annotate.units import NONE, Unit, unit
from statement_compare.engine.language import CODES, keyed, lines, patterns, phrases, speaking, word_sets, words

LANGUAGES = CODES
_TAKES_OVER, _NOT_TAKEN_OVER = phrases("units", "takes_over"), words("units", "not_taken_over")
# Signs whose case tells the unit: megatonnes and metric tons, milliwatts and megawatts; "5G" is no weight.
_CASED: dict[str, str | None] = {
    "Mt": "megatonne", "MT": "tonne", "mW": "milliwatt", "Mb": "megabit", "Gb": "gigabit",
    "ML": "megaliter", "Ml": "megaliter", "G": None, "H": None, "V": "volt", "v": None, "Mi": None,
    "MI": None, "P": None,
    # Of all languages: a sign of another script is looked up there and nowhere else.
    **{sign: name for table in keyed("units", "cased").values() for sign, name in table.items()},
}  # fmt: skip
CASED = {sign: None if name is None else unit(name) for sign, name in _CASED.items()}
# Codes that are words as well: "try", "rub" and "cad" are money in capitals only.
CODES_IN_CAPITALS = frozenset("TRY RUB CAD RON SAR SEK NOK ZAR ARS RUR PKR MXN AUD BRL AED INR KGS HUF".split())
# Words between a figure and "barrels" or "bushels" that tell which: "1,000 UK beer barrels".
TELLING_WHICH = word_sets("units", "telling_which")
WHICH_UNITS = word_sets("units", "told_which")
# Which currency a shared name means beside the name of a nation: "Swiss francs". A name that only one currency has
# keeps its meaning ("British pounds").
_OF_NATIONS = (
    ("CUR:DOLLAR", ("CUR:USD", "CUR:CAD", "CUR:AUD")),
    ("CUR:FRANC", ("CUR:CHF", "CUR:CFA")),
    ("CUR:CROWN", ("CUR:DKK", "CUR:NOK", "CUR:SEK", "CUR:CZK")),
    ("CUR:LIRA", ("CUR:TRY",)),
    ("CUR:RUPEE", ("CUR:INR", "CUR:PKR")),
    ("CUR:PESO", ("CUR:MXN", "CUR:ARS")),
    *((own, (own,)) for own in ("CUR:GBP", "CUR:JPY", "CUR:CNY", "CUR:RUB", "CUR:KZT", "CUR:MARK")),
)


@cache
def nations(language: str) -> tuple[tuple[re.Pattern[str], dict[Unit, Unit]], ...]:
    """The words for a nation as a language has them, and what each makes of the name that several currencies go by."""
    named = [pair for table in speaking(keyed("units", "nations"), language) for pair in table.items()]
    return tuple(
        (
            re.compile("|".join(nation for nation, whose in named if whose == currency) or NEVER),
            {unit(generic): unit(currency)},
        )
        for generic, currencies in _OF_NATIONS
        for currency in currencies
    )


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that names a unit only where the text shows it, or another unit where the text shows that.

    `readings` are units (None: no unit, `NONE`: the unit that it names elsewhere) with the words that show them, tried
    in order; a reading without words holds wherever it is reached, and past the last one the word is no unit. The words
    are a pattern that is made when it is asked for: most texts hold none of these units.
    """

    readings: tuple[tuple[Unit | None, Callable[[], re.Pattern[str]] | None], ...]


_DOUBTS = lines("unit_cues", "doubts")
_SPECIAL = {"no unit": None, "as named": NONE}


def _doubts() -> Iterator[tuple[tuple[str, str], Doubt]]:
    for language, rows in _DOUBTS.items():
        for forms, readings in groupby(rows, key=lambda row: row[0]):
            doubt = Doubt(
                tuple(
                    (
                        _SPECIAL[name] if name in _SPECIAL else unit(name),
                        partial(_cues, *named, language) if named else None,
                    )
                    for _, name, *named in readings
                )
            )
            yield from (((language, form), doubt) for form in forms.split())


@cache
def _cues(name: str, language: str) -> re.Pattern[str]:
    return re.compile(of(patterns("unit_cues", name), language))


DOUBTS = dict(_doubts())


def _tables() -> tuple[dict[str, dict[str, Unit]], dict[str, list[tuple[str, Unit]]]]:
    whole: dict[str, dict[str, Unit]] = {language: {} for language in LANGUAGES}
    starts: dict[str, list[tuple[str, Unit]]] = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        for called, forms in (
            *((row.unit, row.signs) for row in ROWS),
            *((row.unit, row.names[language]) for row in ROWS),
        ):
            for form in forms:
                name = key(form)
                if name.endswith("*"):
                    starts[language].append((name[:-1], unit(called)))
                else:
                    whole[language].setdefault(name, unit(called))
    for language, others in _TAKES_OVER.items():
        for other in others:
            for name, found in whole[other].items():
                if name not in _NOT_TAKEN_OVER.get(language, frozenset()):
                    whole[language].setdefault(name, found)
            starts[language] += starts[other]
    return whole, starts


WHOLE, STARTS = _tables()
_LONGEST_ENDING = 5  # "baril" + "s", "kilomet" + "ern"; a longer rest makes another word of a beginning


@lru_cache(maxsize=8192)
def unit_of(word: str, language: str) -> Unit | None:
    """The unit that a word, as written, names in a language (in any, where the language is unknown), or None."""
    lower = word.casefold()
    if word in CASED:
        return CASED[word]
    if lower.upper() in CODES_IN_CAPITALS and word != lower.upper():
        return None
    for each in (language,) if language in WHOLE else LANGUAGES:
        found = WHOLE[each].get(lower)
        if found is None and "_" not in lower:  # two words are told in full
            found = next(
                (
                    u
                    for start, u in STARTS[each]
                    if lower.startswith(start) and len(lower) - len(start) <= _LONGEST_ENDING
                ),
                None,
            )
        if found is not None:
            return found
    return None
