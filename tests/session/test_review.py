from __future__ import annotations

import pytest
from scenario import comparison

from statement_compare.session.review import changed_verdicts


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("A1=B1 A2!B3", "A2!B3 A1=B1", 0),
        ("A1=B1 A2!B3", "A1~B1 A2!B3", 1),
        ("A1=B1 A2!B3", "A1=B1 A2!B4", 2),
        ("", "A1=B1", 1),
        ("A1=B1", "", 1),
        ("", "", 0),
    ],
)
def test_pairs_are_known_by_their_sentences(before: str, after: str, changed: int) -> None:
    assert changed_verdicts(comparison(before), comparison(after)) == changed
