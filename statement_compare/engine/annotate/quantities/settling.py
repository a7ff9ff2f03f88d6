"""Which unit an amount of tons, gallons, dollars or cents means, as the other side's amounts show."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.annotate.quantities.model import (
    Quantity,
    rescaled,
)


def settled(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """An amount of tons, gallons, dollars or cents, read as those of its readings that another amount is told in.

    "1,000 gallons" is read as imperial ones beside "4,546 litres", as those of the United States beside "3,785 litres"
    and where nothing settles it; "20 cents" are those of the other's currency, barrels of which no more is told
    those of the other's "barrels of beer".
    """
    mine = _called_alike(mine, others)
    if mine.unit.is_money:
        told = [reading for reading in mine.unit.readings if any(other.unit is reading for other in others)]
        mine = replace(mine, unit=told[0]) if told else mine
    elif mine.unit.readings:
        size = mine.unit.size
        mine = _met(mine, [rescaled(mine, each.size / size, unit=each) for each in mine.unit.readings], others)
    if mine.per.readings and not mine.per.is_money:
        size = mine.per.size
        mine = _met(mine, [rescaled(mine, size / each.size, per=each) for each in mine.per.readings], others)
    return mine


def _called_alike(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """The amount in the unit of the same word that the other side tells with its goods, where that is one."""
    units = {other.unit for other in others} & set(mine.unit.told_with_goods)
    if len(units) == 1:
        unit = units.pop()
        mine = replace(rescaled(mine, unit.size / mine.unit.size, unit=unit), dimension=unit.dimension)
    pers = {other.per for other in others} & set(mine.per.told_with_goods)
    if len(pers) == 1:
        per = pers.pop()
        mine = rescaled(mine, mine.per.size / per.size, per=per)
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
