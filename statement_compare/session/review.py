"""What a person has in hand after a comparison: one immutable value, which every view shows."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.model import Comparison


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison as it is being read. Each change makes a new value; views compare the two."""

    comparison: Comparison


def changed_verdicts(before: Comparison, after: Comparison) -> int:
    """How many pairs of `after` have another verdict than in `before`, or are in one of the two alone.

    A pair is known by its sentences.
    """
    former = {(link.left, link.right): link.verdict for link in before.links}
    present = {(link.left, link.right): link.verdict for link in after.links}
    return sum(former.get(ids) is not present.get(ids) for ids in former.keys() | present.keys())
