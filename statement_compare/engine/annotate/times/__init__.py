"""Dates, periods and times of day as the languages write them, read as intervals with the parts that are given."""

from __future__ import annotations

from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.times.intervals import (
    Interval,
    all_apart,
    are_other_ends,
    ends,
    is_end_of,
    is_part_of,
    relate,
)
from statement_compare.engine.annotate.times.model import Bearing, Moment
from statement_compare.engine.annotate.times.parser import Parser
from statement_compare.engine.annotate.times.years import years_apart
from statement_compare.engine.model import Span

__all__ = [
    "Bearing",
    "Interval",
    "Moment",
    "all_apart",
    "are_other_ends",
    "date_spans",
    "ends",
    "is_end_of",
    "is_part_of",
    "moments",
    "relate",
    "years_apart",
]


@annotation
def moments(reading: Reading) -> tuple[Moment, ...]:
    """The times named in a passage, in order; the date of its statement, where known, makes a year of "last year"."""
    return Parser(reading).all()


def date_spans(reading: Reading) -> tuple[Span, ...]:
    """Where dates and times stand: no amount is read there."""
    return tuple(moment.span for moment in moments(reading))
