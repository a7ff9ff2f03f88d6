"""Which finding of another comparison one is: the same sentences, wherever these stand by then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statement_compare.engine.model import Comparison, Side
from statement_compare.session.carry import carried
from statement_compare.session.mirror import mirrored_comparison
from statement_compare.session.review import Correction, Decision, Pair, Review, frozen


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of a comparison, with what a person put right in the texts of that."""

    pair: Pair
    comparison: Comparison
    corrections: tuple[Correction, ...] = ()

    def pair_in(self, review: Review) -> Pair | None:
        """The sentences that it joins in the texts of a review; None where one of them is gone."""
        former, present = self.comparison, review.proposed
        if (former.left.sentences, former.right.sentences) == (present.left.sentences, present.right.sentences):
            return self.pair
        # It is where a bookmark on it would be carried.
        marked = Review(former, frozen({self.pair: Decision(is_bookmarked=True)}), corrections=self.corrections)
        return next(iter(carried(marked, present, review.corrections).review.decisions), None)

    @property
    def mirrored(self) -> Finding:
        """The same with both sides changed about."""
        left, right = self.pair
        sides = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
        turned = tuple(replace(each, side=sides[each.side]) for each in self.corrections)
        return Finding((right, left), mirrored_comparison(self.comparison), turned)
