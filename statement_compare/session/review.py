"""What a person has in hand after a comparison: what the program proposes, and what she decided of it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
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
    "changed_decisions",
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

    `proposed` is what the program says. `by_hand` are links that are shown beside the proposed ones or in place of
    them: those that a person made, and those that she decided on and that are proposed no more. `linked` are the pairs
    that she linked, also where the program proposes them by now, and `removed` those that she took away, also where it
    does not. `roles` and `speakers` stand in place of what was read.
    """

    proposed: Comparison
    decisions: Mapping[Pair, Decision] = field(default_factory=frozen)
    by_hand: tuple[Link, ...] = ()
    linked: frozenset[Pair] = frozenset()
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
        if self._is_as_proposed:
            return self.proposed
        left, right = (self._statement(side) for side in Side)
        links = sorted((*self._kept_links(), *self.by_hand), key=_place_in_texts)
        return self._with_links(left, right, tuple(self._decided(link) for link in links))

    def _with_links(self, left: Statement, right: Statement, links: tuple[Link, ...]) -> Comparison:
        linked_left = set(chain.from_iterable([link.left for link in links]))
        linked_right = set(chain.from_iterable([link.right for link in links]))
        only_left = tuple([each.id for each in left.sentences if each.id not in linked_left])
        only_right = tuple([each.id for each in right.sentences if each.id not in linked_right])
        made = replace(self.proposed, left=left, right=right, links=links, only_left=only_left, only_right=only_right)
        return self._with_nearest(made)

    def _with_nearest(self, made: Comparison) -> Comparison:
        """What the program says of sentences in no link, as far as they are in none of these."""
        alone = {Side.LEFT: frozenset(made.only_left), Side.RIGHT: frozenset(made.only_right)}
        return replace(
            made,
            nearest=tuple(each for each in self.proposed.nearest if each.sentence in alone[each.side]),
            denials=tuple(each for each in self.proposed.denials if each.sentence in alone[each.side]),
        )

    @property
    def _is_as_proposed(self) -> bool:
        return not (self.decisions or self.by_hand or self.removed or self.roles or self.speakers)

    def seen_after(self, former: Review, pair: Pair) -> Review:
        """This review, which differs from a former one in what is decided of one pair: most of `comparison` is known.

        With the same verdict it is the very same value. Without this it would be the same, made anew.
        """
        before = former.comparison
        is_same = former.decision(pair).verdict is self.decision(pair).verdict
        if is_same:
            self.__dict__["comparison"] = before
        elif before is not former.proposed and (judged := self.proposed_link(pair)) is not None:
            links = tuple(self._decided(judged) if pair_of(link) == pair else link for link in before.links)
            if any(decision.verdict is not None for decision in self.decisions.values()) or self.by_hand:
                self.__dict__["comparison"] = replace(before, links=links)
        self._know_as(former)
        if "comparison" in self.__dict__ and "_times_linked" in former.__dict__:
            self.__dict__["_times_linked"] = former._times_linked
        return self

    def linked_after(self, former: Review, changed: Set[Pair], added: Iterable[Link]) -> Review:
        """This review, which differs from a former one in the links of `changed` pairs, of which `added` are there now.

        As with `seen_after`, most of `comparison` is known: those links go, and these come to their places.
        """
        before = former.comparison
        self._know_as(former)
        if (
            self._is_as_proposed
            or before is former.proposed
            or self.roles != former.roles
            or self.speakers != former.speakers
        ):
            return self  # the program's order of links may be any
        links, new = list(before.links), [self._decided(link) for link in added]
        gone = sorted(i for pair in changed if (i := former.index_of(pair)) is not None)
        ends = [(before.links[i], -1) for i in gone] + [(link, 1) for link in new]
        for i in reversed(gone):
            del links[i]
        for link in new:
            insort(links, link, key=_place_in_texts)
        times = former._times_linked
        left, only_left = _patched(times[0], before.only_left, [(i, by) for link, by in ends for i in link.left])
        right, only_right = _patched(times[1], before.only_right, [(i, by) for link, by in ends for i in link.right])
        made = replace(before, links=tuple(links), only_left=only_left, only_right=only_right)
        self.__dict__["comparison"] = self._with_nearest(made)
        self.__dict__["_times_linked"] = left, right
        return self

    def _know_as(self, former: Review) -> None:
        """What follows from the program's comparison alone is not found out again."""
        if "_proposed_places" in former.__dict__:
            self.__dict__["_proposed_places"] = former._proposed_places
        if "_by_pair" in former.__dict__ and self.by_hand is former.by_hand:
            self.__dict__["_by_pair"] = former._by_pair

    @property
    def proposed_pairs(self) -> Set[Pair]:
        """The pairs that the program links."""
        return self._proposed_places.keys()

    @cached_property
    def _proposed_places(self) -> Mapping[Pair, int]:
        return {(link.left, link.right): i for i, link in enumerate(self.proposed.links)}

    @cached_property
    def _times_linked(self) -> tuple[list[int], list[int]]:
        """In how many links each sentence is, of the left text and of the right one."""
        left, right = [0] * len(self.proposed.left.sentences), [0] * len(self.proposed.right.sentences)
        for link in self.comparison.links:
            for i in link.left:
                left[i] += 1
            for i in link.right:
                right[i] += 1
        return left, right

    @cached_property
    def _by_pair(self) -> Mapping[Pair, Link]:
        return {pair_of(link): link for link in self.by_hand}

    def decision(self, pair: Pair) -> Decision:
        return self.decisions.get(pair, UNDECIDED)

    def decision_on(self, link: Link) -> Decision:
        return self.decision(pair_of(link))

    def is_by_hand(self, link: Link) -> bool:
        """Whether a person made the link that is shown."""
        pair = pair_of(link)
        return pair in self.linked and pair in self._by_pair

    def proposed_link(self, pair: Pair) -> Link | None:
        """The link as the program judged it, whatever a person said of it; None for a pair that is no link."""
        shown_beside = self._by_pair.get(pair)
        if shown_beside is not None:
            return shown_beside
        i = self._proposed_places.get(pair)
        return None if i is None else self.proposed.links[i]

    def has(self, pair: Pair) -> bool:
        """Whether these sentences stand in one link, to which a decision can belong."""
        return self.index_of(pair) is not None

    def index_of(self, pair: Pair | None) -> int | None:
        """Which of the comparison's links joins these sentences."""
        if pair is None or not all(pair):
            return None
        if self.comparison is self.proposed:
            return self._proposed_places.get(pair)
        links = self.comparison.links  # those of a person stand in the order of the texts
        i = bisect_left(links, (min(pair[0]), min(pair[1]), pair), key=_place_in_texts)
        return i if i < len(links) and pair_of(links[i]) == pair else None

    @cached_property
    def dismissed(self) -> frozenset[Pair]:
        """What a person dismissed, whether it is a finding still or not."""
        return frozenset([pair for pair, said in self.decisions.items() if said.is_dismissed])

    @cached_property
    def number_dismissed(self) -> int:
        """How many of the findings are dismissed."""
        return sum(map(self.has, self.dismissed))

    @cached_property
    def decided(self) -> int:
        """How many of the findings need no further look."""
        return sum(decision.is_decided and self.has(pair) for pair, decision in self.decisions.items())

    def reported(self, reviewer: str = "") -> Reported:
        """What a report of this review is written from; it can be sent to another process. `reviewer` makes it."""
        given = (pair for pair, said in self.decisions.items() if said.verdict is not None)
        return Reported(
            self.comparison,
            dict(self.decisions),
            by_hand=self.linked & self._by_pair.keys(),
            proposed={pair: link for pair in given if (link := self.proposed_link(pair)) is not None},
            removed=self.removed_links,
            roles=dict(self.roles),
            speakers=dict(self.speakers),
            corrections=self.corrections,
            lost=self.lost,
            reviewer=reviewer,
        )

    @property
    def removed_links(self) -> frozenset[Pair]:
        """The pairs that the program links and a person took away."""
        return self.removed & self.proposed_pairs

    @property
    def is_untouched(self) -> bool:
        """Whether a person has done nothing yet that could be lost."""
        return self == Review(self.proposed)

    def _kept_links(self) -> Iterable[Link]:
        gone = self.removed | self._by_pair.keys()
        return [link for link in self.proposed.links if (link.left, link.right) not in gone]

    def _decided(self, link: Link) -> Link:
        said = self.decisions.get((link.left, link.right))
        verdict = None if said is None else said.verdict
        return link if verdict is None or verdict is link.verdict else replace(link, verdict=verdict, leaning=0.0)

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


def _place_in_texts(link: Link) -> tuple[int, int, Pair]:
    return min(link.left), min(link.right), (link.left, link.right)


def _patched(
    times: list[int], alone: tuple[int, ...], changes: Iterable[tuple[int, int]]
) -> tuple[list[int], tuple[int, ...]]:
    """In how many links each sentence is, and which are in none, after some are in one link more or less."""
    times, rest = list(times), list(alone)
    for sentence, by in changes:
        was_alone = not times[sentence]
        times[sentence] += by
        if was_alone:
            del rest[bisect_left(rest, sentence)]
        elif not times[sentence]:
            insort(rest, sentence)
    return times, tuple(rest)


def changed_decisions(before: Review, after: Review) -> Set[Pair]:
    """The pairs of which something else is said in one review than in the other."""
    if before.decisions is after.decisions:
        return frozenset()
    said = ((pair, before.decision(pair), after.decision(pair)) for pair in {*before.decisions, *after.decisions})
    return frozenset(pair for pair, one, other in said if one is not other and one != other)


def changed_verdicts(before: Comparison, after: Comparison) -> int:
    """How many pairs of `after` have another verdict than in `before`, or are in one of the two alone.

    A pair is known by its sentences.
    """
    former = {(link.left, link.right): link.verdict for link in before.links}
    present = {(link.left, link.right): link.verdict for link in after.links}
    return sum(former.get(ids) is not present.get(ids) for ids in former.keys() | present.keys())
