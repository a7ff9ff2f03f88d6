"""What a person has in hand after a comparison: one immutable value, which every view shows."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.model import Comparison


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison as it is being read. Each change makes a new value; views compare the two."""

    comparison: Comparison
