"""What units and currencies are called in every language, and which of their names are other words more often.

Names and signs stand in `unit_table`, words that tell which is meant in the tables `units` and `unit_cues` of each
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from statement_compare.engine.annotate.alternatives import NEVER, of
from statement_compare.engine.annotate.unit_table import ROWS, key
from statement_compare.engine.language import CODES, keyed, lines, patterns, phrases, speaking, word_sets, words

LANGUAGES = CODES
_TAKES_OVER, _NOT_TAKEN_OVER = phrases("units", "takes_over"), words("units", "not_taken_over")
# Signs whose case tells the unit: megatonnes and metric tons, milliwatts and megawatts; "5G" is no weight.
CASED: dict[str, str | None] = {
    "Mt": "megatonne", "MT": "tonne", "mW": "milliwatt", "Mb": "megabit", "Gb": "gigabit",
    "ML": "megaliter", "Ml": "megaliter", "G": None, "H": None, "V": "volt", "v": None, "Mi": None,
    "MI": None, "P": None,
    # Of all languages: a sign of another script is looked up there and nowhere else.
    **{sign: unit for table in keyed("units", "cased").values() for sign, unit in table.items()},
}  # fmt: skip
# Codes that are words as well: "try", "rub" and "cad" are money in capitals only.
CODES_IN_CAPITALS = frozenset("TRY RUB CAD RON SAR SEK NOK ZAR ARS RUR PKR MXN AUD BRL AED INR KGS HUF".split())
# A name that several units or currencies share, and these: the other side's amounts tell which, else it is the first.
READINGS: dict[str, tuple[str, ...]] = {
    "untold_ton": ("tonne", "short_ton", "long_ton"),
    "untold_gallon": ("us_gallon", "imperial_gallon"),
    "untold_pint": ("imperial_pint", "us_pint"),
    "untold_beer_barrel": ("imperial_beer_barrel", "us_beer_barrel"),
    "untold_hundredweight": ("imperial_hundredweight", "us_hundredweight"),
    "bushel": ("bushel", "imperial_bushel"),
    "CUR:DOLLAR": ("CUR:USD", "CUR:CAD", "CUR:AUD"),
    "CUR:FRANC": ("CUR:CHF", "CUR:CFA"),
    "CUR:CROWN": ("CUR:SEK", "CUR:NOK", "CUR:DKK", "CUR:CZK"),
    "CUR:LIRA": ("CUR:TRY",),
    "CUR:RUPEE": ("CUR:INR", "CUR:PKR"),
    "CUR:PESO": ("CUR:MXN", "CUR:ARS"),
    "CUR:YEN_SIGN": ("CUR:JPY", "CUR:CNY"),
    "CUR:CENT": ("CUR:EUR", "CUR:USD", "CUR:DOLLAR", "CUR:CAD", "CUR:AUD", "CUR:ZAR", "CUR:CHF", "CUR:MXN"),
}
# Units of one name that differ in size by goods or country ("barrel"), under the one of which neither is told. A
# side that says "1,000 barrels" means the barrels of the other's "1,000 barrels of beer".
ONE_WORD: dict[str, tuple[str, ...]] = {
    "untold_barrel": (
        "oil_barrel", "goods_barrel", "untold_beer_barrel", "imperial_beer_barrel", "us_beer_barrel",
    ),
    "untold_beer_barrel": ("imperial_beer_barrel", "us_beer_barrel"),
    "untold_hundredweight": ("imperial_hundredweight", "us_hundredweight"),
    "bushel": ("imperial_bushel", "wheat_bushel", "corn_bushel", "barley_bushel", "oat_bushel"),
    "ounce": ("troy_ounce",),
    "stone": ("goods_stone",),
}  # fmt: skip
# Units whose size the text does not tell in full, and the least and most that it may be in the size used here: a
# barrel of wine holds from 100 to 270 litres, a bushel of wheat weighs 60 pounds or in Britain 63.
OPEN_SIZES: dict[str, tuple[float, float]] = {
    "untold_beer_barrel": (0.71, 1.0), "goods_barrel": (0.6, 1.7), "goods_stone": (0.35, 1.75),
    "wheat_bushel": (1.0, 1.06), "barley_bushel": (1.0, 1.2), "oat_bushel": (1.0, 1.35),
}  # fmt: skip
# Of these the size used here is no more likely than another.
NO_USUAL_SIZE = frozenset({"untold_beer_barrel", "goods_barrel", "goods_stone"})
# Words between a figure and "barrels" or "bushels" that tell which: "1,000 UK beer barrels".
TELLING_WHICH = word_sets("units", "telling_which")
WHICH_UNITS = word_sets("units", "told_which")
# A currency's coin in the currency; whose cent it is may stay open.
SMALLER_COIN = {
    "CUR:CENT": ("CUR:CENT", 0.01),
    "CUR:EUROCENT": ("CUR:EUR", 0.01),
    "CUR:PENCE": ("CUR:GBP", 0.01),
    "CUR:KOPECK": ("CUR:RUB", 0.01),
}
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
def nations(language: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """The words for a nation as a language has them, and what each makes of the name that several currencies go by."""
    named = [pair for table in speaking(keyed("units", "nations"), language) for pair in table.items()]
    return tuple(
        (re.compile("|".join(nation for nation, whose in named if whose == currency) or NEVER), {generic: currency})
        for generic, currencies in _OF_NATIONS
        for currency in currencies
    )


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that names a unit only where the text shows it, or another unit where the text shows that.

    `readings` are units (None: no unit, "": the unit that it names elsewhere) with the words that show them, tried in
    order; a reading without words holds wherever it is reached, and past the last one the word is no unit.
    """

    readings: tuple[tuple[str | None, re.Pattern[str] | None], ...]


_DOUBTS = lines("unit_cues", "doubts")
_SPECIAL = {"no unit": None, "as named": ""}


def _doubts() -> Iterator[tuple[tuple[str, str], Doubt]]:
    for language, rows in _DOUBTS.items():
        for forms, readings in groupby(rows, key=lambda row: row[0]):
            doubt = Doubt(
                tuple(
                    (_SPECIAL.get(unit, unit), _cues(*named, language) if named else None)
                    for _, unit, *named in readings
                )
            )
            yield from (((language, form), doubt) for form in forms.split())


@cache
def _cues(name: str, language: str) -> re.Pattern[str]:
    return re.compile(of(patterns("unit_cues", name), language))


DOUBTS = dict(_doubts())


def _tables() -> tuple[dict[str, dict[str, str]], dict[str, list[tuple[str, str]]]]:
    whole: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    starts: dict[str, list[tuple[str, str]]] = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        for unit, forms in (
            *((row.unit, row.signs) for row in ROWS),
            *((row.unit, row.names[language]) for row in ROWS),
        ):
            for form in forms:
                name = key(form)
                if name.endswith("*"):
                    starts[language].append((name[:-1], unit))
                else:
                    whole[language].setdefault(name, unit)
    for language, others in _TAKES_OVER.items():
        for other in others:
            for name, unit in whole[other].items():
                if name not in _NOT_TAKEN_OVER.get(language, frozenset()):
                    whole[language].setdefault(name, unit)
            starts[language] += starts[other]
    return whole, starts


WHOLE, STARTS = _tables()
