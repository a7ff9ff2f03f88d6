"""The words that make a bound of a time are marked where they stand in the text."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Bearing, moments


@pytest.mark.parametrize(
    ("text", "marked", "bearing"),
    [
        ("Die große Straße wird nicht vor dem 4. Mai 2027 geöffnet.", "vor dem 4. Mai 2027", Bearing.AFTER),
        ("Die neue Brücke wird nicht vor dem 4. Mai 2027 geöffnet.", "vor dem 4. Mai 2027", Bearing.AFTER),
        ("Die große Straße muss bis zum 4. Mai geöffnet werden.", "bis zum 4. Mai", Bearing.UNTIL),
    ],
)
def test_a_letter_that_is_two_when_its_case_is_folded_moves_no_mark(text: str, marked: str, bearing: Bearing) -> None:
    (moment,) = moments(lone_reading(text, "de"))
    assert (moment.marked.of(text), moment.bearing) == (marked, bearing)
