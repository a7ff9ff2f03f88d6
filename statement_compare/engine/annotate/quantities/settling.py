"""Which unit an amount of tons, gallons, dollars or cents means, as the other side's amounts show."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.annotate import measures
from statement_compare.engine.annotate.quantities.model import (
    Quantity,
    rescaled,
)
from statement_compare.engine.annotate.unit_words import (
    ONE_WORD,
    READINGS,
)


def settled(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """An amount of tons, gallons, dollars or cents, read as those of its readings that another amount is told in.

    "1,000 gallons" is read as imperial ones beside "4,546 litres", as those of the United States beside "3,785 litres"
    and where nothing settles it; "20 cents" are those of the other's currency, barrels of which no more is told
    those of the other's "barrels of beer".
    """
    mine = _called_alike(mine, others)
    if measures.is_currency(mine.unit):
        told = [reading for reading in READINGS.get(mine.unit, ()) if any(other.unit == reading for other in others)]
        mine = replace(mine, unit=told[0]) if told else mine
    elif mine.unit in READINGS:
        size = measures.size_of(mine.unit)
        readings = [rescaled(mine, measures.size_of(each) / size, unit=each) for each in READINGS[mine.unit]]
        mine = _met(mine, readings, others)
    if mine.per in READINGS and not measures.is_currency(mine.per):
        size = measures.size_of(mine.per)
        readings = [rescaled(mine, size / measures.size_of(each), per=each) for each in READINGS[mine.per]]
        mine = _met(mine, readings, others)
    return mine


def _called_alike(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """The amount in the unit of the same word that the other side tells with its goods, where that is one."""
    units = {other.unit for other in others} & set(ONE_WORD.get(mine.unit, ()))
    if len(units) == 1:
        unit = units.pop()
        factor = measures.size_of(unit) / measures.size_of(mine.unit)
        mine = replace(rescaled(mine, factor, unit=unit), dimension=measures.dimension(unit))
    pers = {other.per for other in others} & set(ONE_WORD.get(mine.per, ()))
    if len(pers) == 1:
        per = pers.pop()
        mine = rescaled(mine, measures.size_of(mine.per) / measures.size_of(per), per=per)
    return mine


def _met(mine: Quantity, readings: list[Quantity], others: tuple[Quantity, ...]) -> Quantity:
    """The reading whose value another amount has that is told in another unit, else the amount as it was."""
    rivals = [
        other
        for other in others
        if other.dimension == mine.dimension and (other.unit, other.per) != (mine.unit, mine.per)
    ]
    for reading in readings:
        if any(reading.low <= rival.high and rival.low <= reading.high for rival in rivals):
            return reading
    return mine
