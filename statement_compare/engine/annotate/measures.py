"""How units of one dimension convert into each other (by pint), and which unit a word of a language names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import pint

from statement_compare.engine.annotate.unit_table import ROWS, UnitRow
from statement_compare.engine.annotate.unit_words import (
    CASED,
    CODES_IN_CAPITALS,
    DOUBTS,
    LANGUAGES,
    ONE_WORD,
    OPEN_SIZES,
    READINGS,
    STARTS,
    WHOLE,
)

_LONGEST_ENDING = 5  # "baril" + "s", "kilomet" + "ern"; a longer rest makes another word of a beginning


@lru_cache(maxsize=8192)
def unit_of(word: str, language: str) -> str | None:
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


UNITS = frozenset(
    {unit for table in WHOLE.values() for unit in table.values()}
    | {unit for table in STARTS.values() for _, unit in table}
    | {unit for unit in CASED.values() if unit is not None}
    | {unit for units in READINGS.values() for unit in units}
    | {unit for doubt in DOUBTS.values() for unit, _ in doubt.readings if unit}
)
# What may be squared or cubed: "per square metre"; there are no square degrees here.
LENGTHS = frozenset({"kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard", "verst"})


@lru_cache(maxsize=4096)
def is_unit(name: str) -> bool:
    """Whether a name is one of the units here, or one of them to a power ("meter**3")."""
    return (name in UNITS or name.partition("**")[0] in UNITS) and not is_currency(name)


def is_currency(unit: str) -> bool:
    return unit.startswith("CUR:")


_WORD_OF = {unit: word for word, units in reversed(ONE_WORD.items()) for unit in (word, *units)}


def go_by_one_word(one: str, other: str) -> bool:
    """Whether two units are called alike and differ by what is measured: barrels of oil and of beer.

    Not so two that the text tells apart itself, as British and American barrels of beer.
    """
    if one == other:
        return True
    is_told = {one.split("_")[0], other.split("_")[0]} == {"imperial", "us"}
    return one in _WORD_OF and _WORD_OF[one] == _WORD_OF.get(other) and not is_told


def sizes_of(unit: str) -> tuple[float, float]:
    """The least and the most that one of a unit may be, in what `to_base` makes of it."""
    return OPEN_SIZES.get(unit, (1.0, 1.0))


# What is measured in the same base units and is yet another thing: 50 hertz are no becquerels, and a rise by 5 °C is
# none to 5 °C.
_OWN_DIMENSIONS = {
    "ppm": "parts", "ppb": "parts", "decibel": "decibel", "container": "container", "becquerel": "radioactivity",
    "microsievert": "dose", "millisievert": "dose",
    "delta_degree_Celsius": "temperature change", "delta_degree_Fahrenheit": "temperature change",
}  # fmt: skip


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    for row in ROWS:
        if row.size:
            registry.define(f"{row.unit} = {row.size}")
    return registry


def faults(rows: Iterable[UnitRow]) -> Iterator[str]:
    """A line for every row whose size is not known, or not one that pint can read."""
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    measured = [row for row in rows if not is_currency(row.unit)]
    for row in measured:
        if row.size:
            try:
                registry.define(f"{row.unit} = {row.size}")
            except (TypeError, ValueError, pint.PintError):
                yield f"{row.unit}: {row.size!r} is no size that pint reads"
    for row in measured:
        try:
            size = float(registry.Quantity(1, row.unit).to_base_units().magnitude)
        except (AttributeError, ValueError, pint.PintError):
            told = (
                f"its size {row.size!r} names no unit of pint or of this table"
                if row.size
                else "pint knows no such unit"
            )
            yield f"{row.unit}: {told}; a size is written as '1066.8 * meter'"
            continue
        if size <= 0:
            yield f"{row.unit}: a size is more than nought"


@lru_cache(maxsize=1024)
def dimension(unit: str) -> str:
    """What kind of thing the unit measures: "[mass]", "money", or the unit itself where no dimension is known."""
    if is_currency(unit):
        return "money"
    if unit in _OWN_DIMENSIONS:
        return _OWN_DIMENSIONS[unit]
    return str(_registry().get_dimensionality(unit)) + ("byte" if "byte" in unit or "bit" in unit else "")


@lru_cache(maxsize=8192)
def to_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension (degrees Celsius for temperatures; money stays as it is)."""
    if value in (float("inf"), float("-inf")) or is_currency(unit):
        return value
    if unit in {"ppm", "ppb", "decibel"}:
        return value * (1e-3 if unit == "ppb" else 1.0)
    based = float(_registry().Quantity(value, unit).to_base_units().magnitude)
    return based - 273.15 if unit.startswith("degree_") else based


@lru_cache(maxsize=1024)
def size_of(unit: str) -> float:
    """One of a unit in the base unit of its dimension, as what a rate is divided by; above nought for every unit."""
    if unit.startswith("degree_"):
        return to_base(1.0, unit) - to_base(0.0, unit)  # "per degree": the step, not the temperature of one degree
    return to_base(1.0, unit)
