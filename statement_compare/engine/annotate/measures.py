"""How large a unit is and what it measures, by the name under which pint knows it.

The table of sizes holds what pint says of all units that have a name here, since loading pint takes longer than all
else that a short comparison without a model does. Only what is not in there is asked of pint itself: temperatures,
whose noughts differ, and a unit that was added and not measured yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from statement_compare.engine.annotate.unit_table import MONEY, ROWS, SIZES, UnitRow, UnitSize, sizes_of

if TYPE_CHECKING:
    import pint

# What is measured in the same base units and is yet another thing: 50 hertz are no becquerels, and a rise by 5 °C is
# none to 5 °C.
_OWN_DIMENSIONS = {
    "ppm": "parts", "ppb": "parts", "decibel": "decibel", "container": "container", "becquerel": "radioactivity",
    "microsievert": "dose", "millisievert": "dose",
    "delta_degree_Celsius": "temperature change", "delta_degree_Fahrenheit": "temperature change",
}  # fmt: skip

_RATIOS = frozenset({"ppm", "ppb", "decibel"})
_TEMPERATURE = "degree_"


@lru_cache(maxsize=1)
def _sizes() -> Mapping[str, UnitSize]:
    try:
        return sizes_of(SIZES.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def asked_of_pint() -> dict[str, UnitSize]:
    """Size and dimension of each unit of the table that is so many times its base unit, as pint has them."""
    asked = (row.unit for row in ROWS if not row.unit.startswith((MONEY, _TEMPERATURE)) and row.unit not in _RATIOS)
    registry = _registry()
    return {
        name: UnitSize(
            float(registry.Quantity(1.0, name).to_base_units().magnitude), str(registry.get_dimensionality(name))
        )
        for name in asked
    }


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    import pint

    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    for row in ROWS:
        if row.size:
            registry.define(f"{row.unit} = {row.size}")
    return registry


def faults(rows: Iterable[UnitRow]) -> Iterator[str]:
    """A line for every row whose size is not known, or not one that pint can read."""
    import pint

    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    measured = [row for row in rows if not row.unit.startswith(MONEY)]
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
def dimension(name: str) -> str:
    """What kind of thing the unit of that name measures: "[mass]", or a word of its own where pint tells no apart."""
    if name in _OWN_DIMENSIONS:
        return _OWN_DIMENSIONS[name]
    known = _sizes().get(name)
    told = str(_registry().get_dimensionality(name)) if known is None else known.dimension
    return told + ("byte" if "byte" in name or "bit" in name else "")


@lru_cache(maxsize=8192)
def to_base(value: float, name: str) -> float:
    """The value in the base unit of its dimension (degrees Celsius for temperatures)."""
    if value in (float("inf"), float("-inf")):
        return value
    if name in _RATIOS:
        return value * (1e-3 if name == "ppb" else 1.0)
    if (known := _sizes().get(name)) is not None:
        return float(value * known.size)
    based = float(_registry().Quantity(value, name).to_base_units().magnitude)
    return based - 273.15 if name.startswith(_TEMPERATURE) else based
