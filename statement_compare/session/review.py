"""What a person has in hand after a comparison: what the program proposes, and what she decided of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from statement_compare.engine.model import (
    UNDECIDED,
    Comparison,
    Correction,
    Decision,
    Link,
    Lost,
    Pair,
    Role,
    Side,
    Statement,
    Status,
    pair_of,
)
from statement_compare.engine.reported import Reported

__all__ = [
    "UNDECIDED",
    "Correction",
    "Decision",
    "Lost",
    "Pair",
    "Review",
    "Status",
    "changed_verdicts",
    "frozen",
    "pair_of",
]

K = TypeVar("K")
V = TypeVar("V")


def frozen(items: Mapping[K, V] | None = None) -> Mapping[K, V]:
    """A mapping that nobody can change, as the values of a review have them."""
    return MappingProxyType(dict(items or {}))


@dataclass(frozen=True)
class Review:
    """A comparison and a person's decisions on it. Each change makes a new value; views compare the two.

    `proposed` is what the program says. `by_hand` are links that a person made, `removed` those of the proposed ones
    that she took away. `roles` and `speakers` stand in place of what was read.
    """

    proposed: Comparison
    decisions: Mapping[Pair, Decision] = field(default_factory=frozen)
    by_hand: tuple[Link, ...] = ()
    removed: frozenset[Pair] = frozenset()
    roles: Mapping[tuple[Side, int], Role] = field(default_factory=frozen)
    speakers: Mapping[Side, str] = field(default_factory=frozen)
    corrections: tuple[Correction, ...] = ()
    lost: tuple[Lost, ...] = ()

    @cached_property
    def comparison(self) -> Comparison:
        """What there is to see, as the person decided it.

        The proposed links without those taken away, with those made by hand, each with the verdict that a person gave
        it; the sentences with their roles; and what is in no link then.
        """
        if not (self.decisions or self.by_hand or self.removed or self.roles or self.speakers):
            return self.proposed
        left, right = (self._statement(side) for side in Side)
        links = sorted(
            (*self._kept_links(), *self.by_hand), key=lambda link: (min(link.left), min(link.right), pair_of(link))
        )
        linked = {(Side.LEFT, i) for link in links for i in link.left}
        linked |= {(Side.RIGHT, i) for link in links for i in link.right}
        only = {
            side: tuple(each.id for each in statement.sentences if (side, each.id) not in linked)
            for side, statement in ((Side.LEFT, left), (Side.RIGHT, right))
        }
        return replace(
            self.proposed,
            left=left,
            right=right,
            links=tuple(self._decided(link) for link in links),
            only_left=only[Side.LEFT],
            only_right=only[Side.RIGHT],
            nearest=tuple(each for each in self.proposed.nearest if each.sentence in only[each.side]),
            denials=tuple(each for each in self.proposed.denials if each.sentence in only[each.side]),
        )

    @cached_property
    def _made_by_hand(self) -> frozenset[Pair]:
        return frozenset(pair_of(link) for link in self.by_hand)

    def decision(self, pair: Pair) -> Decision:
        return self.decisions.get(pair, UNDECIDED)

    def decision_on(self, link: Link) -> Decision:
        return self.decision(pair_of(link))

    def is_by_hand(self, link: Link) -> bool:
        return pair_of(link) in self._made_by_hand

    def proposed_link(self, pair: Pair) -> Link | None:
        """The link as the program judged it, whatever a person said of it; None for a pair that is no link."""
        return next((link for link in (*self.proposed.links, *self.by_hand) if pair_of(link) == pair), None)

    def has(self, pair: Pair) -> bool:
        """Whether these sentences stand in one link, to which a decision can belong."""
        # Asked for each edit of a long log, so that `comparison` is not made for it.
        return pair in self._made_by_hand or (
            pair not in self.removed and any(pair_of(link) == pair for link in self.proposed.links)
        )

    def pairs(self) -> frozenset[Pair]:
        """All that `has` is true of."""
        return self._made_by_hand | ({pair_of(link) for link in self.proposed.links} - self.removed)

    @property
    def decided(self) -> int:
        """How many of the findings need no further look."""
        return sum(self.decision_on(link).is_decided for link in self.comparison.links)

    def reported(self, reviewer: str = "") -> Reported:
        """What a report of this review is written from; it can be sent to another process. `reviewer` makes it."""
        judged = {pair_of(link): link for link in (*self.proposed.links, *self.by_hand)}
        return Reported(
            self.comparison,
            dict(self.decisions),
            by_hand=self._made_by_hand,
            proposed={
                pair: judged[pair]
                for pair, said in self.decisions.items()
                if said.verdict is not None and pair in judged
            },
            removed=self.removed,
            roles=dict(self.roles),
            speakers=dict(self.speakers),
            corrections=self.corrections,
            lost=self.lost,
            reviewer=reviewer,
        )

    @property
    def is_untouched(self) -> bool:
        """Whether a person has done nothing yet that could be lost."""
        return self == Review(self.proposed)

    def _kept_links(self) -> Iterable[Link]:
        gone = self.removed | self._made_by_hand
        return (link for link in self.proposed.links if pair_of(link) not in gone)

    def _decided(self, link: Link) -> Link:
        verdict = self.decision_on(link).verdict
        return link if verdict in (None, link.verdict) else replace(link, verdict=verdict, leaning=0.0)

    def _statement(self, side: Side) -> Statement:
        statement = self.proposed.left if side is Side.LEFT else self.proposed.right
        speaker = self.speakers.get(side)
        if speaker is not None:
            statement = replace(statement, source=replace(statement.source, speaker=speaker))
        changed = {sentence: role for (of, sentence), role in self.roles.items() if of is side}
        if not changed:
            return statement
        sentences = tuple(
            replace(each, role=changed[each.id]) if each.id in changed else each for each in statement.sentences
        )
        return replace(statement, sentences=sentences)


def changed_verdicts(before: Comparison, after: Comparison) -> int:
    """How many pairs of `after` have another verdict than in `before`, or are in one of the two alone.

    A pair is known by its sentences.
    """
    former = {(link.left, link.right): link.verdict for link in before.links}
    present = {(link.left, link.right): link.verdict for link in after.links}
    return sum(former.get(ids) is not present.get(ids) for ids in former.keys() | present.keys())
