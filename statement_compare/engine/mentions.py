"""Each figure and date as a sentence has it, and the keys under which those of two texts are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from statement_compare.engine.annotate.quantities import Bound, Quantity, quantities
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import Moment, moments
from statement_compare.engine.annotate.units import BARE, COUNT, MONEY, SHARE
from statement_compare.engine.fact_rows import Amount, Kind, Place
from statement_compare.engine.model import Side, Span, Statement
from statement_compare.engine.shared_names import Key
from statement_compare.engine.text.graphemes import widened

# A count up to this is met by chance, so that what is counted has to be the same too.
SMALL: Final = 12
_ABOUT_ALIKE: Final = 1.2  # per cent


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a fact; `key` is what all mentions of the fact have, in both texts."""

    side: Side
    place: Place
    kind: Kind
    key: Key
    what: Quantity | Moment | None = None


def amount_of(what: Quantity | Moment | None) -> Amount | None:
    return Amount(what.written, what.unit.name, what.per.name) if isinstance(what, Quantity) else None


def amounts(side: Side, statement: Statement, sentence: int, reading: Reading) -> Iterator[Mention]:
    """The figures of a sentence, given with its reading."""
    for quantity in quantities(reading):
        # "One of them": an article more than a figure.
        if not quantity.lone_one:
            place = place_of(statement, sentence, quantity.marked)
            yield Mention(side, place, Kind.FIGURE, _figure_key(quantity, statement.language), quantity)


def times(side: Side, statement: Statement, sentence: int, reading: Reading) -> Iterator[Mention]:
    """The dates and times of a sentence, given with its reading."""
    for m in moments(reading):
        key = (Kind.DATE, m.years, m.days, m.clock, m.weekday, m.day_of_month, m.is_relative, m.is_half_day)
        yield Mention(side, place_of(statement, sentence, m.span), Kind.DATE, key, m)


def place_of(statement: Statement, sentence: int, span: Span) -> Place:
    """Where a span of a sentence's text stands in the source; it holds whole characters."""
    start = statement.sentences[sentence].span.start
    return Place(sentence, widened(statement.source.text, Span(span.start + start, span.end + start)))


def _written(value: float) -> str:
    """A value to nine places that count: 26 tonnes and 26,000 kg are one in their base unit but for the last bits."""
    return f"{value:.9g}"


def value_of(quantity: Quantity) -> Key:
    """The value of a figure in its base unit and what it is of, whatever bounds it has."""
    per = "time" if quantity.per.is_period else quantity.per.name
    # Of money no amount converts; and a unit that hangs on the goods is only ever the same as itself.
    unit = quantity.unit.name if quantity.dimension is MONEY else ""
    return (quantity.dimension.name, unit, per, quantity.aspect, _written(quantity.value))


def is_small_count(quantity: Quantity) -> bool:
    """Whether a count is so small that two texts have it by chance."""
    return quantity.dimension is COUNT and abs(quantity.written) <= SMALL


def _figure_key(quantity: Quantity, language: str) -> Key:
    bound = "" if quantity.is_exact else quantity.bound.value
    ends = (_written(quantity.low), _written(quantity.high)) if quantity.bound is Bound.RANGE else ()
    counted = (language, *sorted(quantity.noun)) if is_small_count(quantity) else ()
    whole = () if quantity.total is None else (_written(quantity.total),)
    return (Kind.FIGURE, *value_of(quantity), bound, ends, counted, whole)


def value_key(mention: Mention) -> Key | None:
    """What a figure shares with one that has another bound ("at least 300", "300")."""
    what = mention.what
    if not isinstance(what, Quantity) or is_small_count(what):
        return None
    return None if what.bound is Bound.RANGE or what.total is not None else value_of(what)


def bare_key(mention: Mention) -> Key | None:
    """What a bare figure ("the 340 of last year") shares with one whose unit is told."""
    what = mention.what
    if not isinstance(what, Quantity) or abs(what.written) <= SMALL or not what.is_exact:
        return None
    return (_written(what.written),) if what.dimension in (BARE, COUNT) else None


def are_one_share(a: Quantity | Moment | None, b: Quantity | Moment | None) -> bool:
    """Whether two figures tell one share in two ways: "seven of nine", "78 per cent"."""
    shares = [_share(each) for each in (a, b) if isinstance(each, Quantity)]
    known = [share for share in shares if share is not None]
    return len(known) == len(Side) and abs(known[0] - known[1]) <= _ABOUT_ALIKE


def _share(quantity: Quantity) -> float | None:
    if quantity.dimension is SHARE:
        return quantity.value
    return 100 * quantity.written / quantity.total if quantity.total else None
