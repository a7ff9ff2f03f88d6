"""Which findings and which words a person asks for: filters, order, steps and search over a comparison."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from statement_compare.engine.model import (
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Side,
    Span,
    Statement,
    Verdict,
)
from statement_compare.engine.tally import tally
from statement_compare.engine.text import hidden
from statement_compare.engine.text.one_line import on_one_line
from statement_compare.engine.unanswered import unanswered, unanswered_ids
from statement_compare.session.few_changes import Changes
from statement_compare.session.review import UNDECIDED, Decision, Pair, Review, Status, pair_of

SEVERITY = (Verdict.CONTRADICTION, Verdict.QUALIFIED, Verdict.AGREEMENT, Verdict.UNCLEAR)
_RANKS: Final = {verdict: rank for rank, verdict in enumerate(SEVERITY)}


class Mark(StrEnum):
    """What a person may have said of a finding, as far as findings can be looked for by it."""

    UNDECIDED = "undecided"
    DECIDED = "decided"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    DISMISSED = "dismissed"
    BOOKMARKED = "bookmarked"
    NOTED = "noted"
    BY_HAND = "by_hand"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. An empty set lets everything through; `text` is looked for in both sides' sentences.

    Of several `marks` all must hold. Without a review nothing is decided yet.
    """

    verdicts: frozenset[Verdict] = frozenset()
    kinds: frozenset[ReasonKind] = frozenset()
    text: str = ""
    marks: frozenset[Mark] = frozenset()
    statuses: frozenset[Status] = frozenset()

    def admits(self, comparison: Comparison, link: Link, review: Review | None = None) -> bool:
        return self.admitted(comparison, (link,), review) == (0,)

    def admitted(self, comparison: Comparison, links: Sequence[Link], review: Review | None = None) -> tuple[int, ...]:
        """The places among `links` of those that are let through. Whatever holds for all is worked out once."""
        pattern = pattern_of(self.text)
        asks_for_decisions = self.asks_for_decisions
        return tuple(
            place
            for place, link in enumerate(links)
            if (not self.verdicts or link.verdict in self.verdicts)
            and (not self.kinds or any(reason.kind in self.kinds for reason in link.reasons))
            and (not asks_for_decisions or self._decision_is_so(link, review))
            and (pattern is None or _is_in(pattern, comparison, link))
        )

    @property
    def asks_for_decisions(self) -> bool:
        """Whether a decision can change what is let through."""
        return bool(self.marks or self.statuses)

    def _decision_is_so(self, link: Link, review: Review | None) -> bool:
        decision = decision_of(review, link)
        is_by_hand = review is not None and review.is_by_hand(link)
        return all(_has(mark, decision, is_by_hand=is_by_hand) for mark in self.marks) and (
            not self.statuses or decision.status in self.statuses
        )


def _is_in(pattern: re.Pattern[str], comparison: Comparison, link: Link) -> bool:
    left, right = comparison.left.sentences, comparison.right.sentences
    return any(pattern.search(left[i].text) for i in link.left) or any(
        pattern.search(right[i].text) for i in link.right
    )


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many links of each verdict, and how many sentences each side leaves unanswered.

    Links that a person dismissed are counted by themselves, and not among those of their verdict.
    """

    agreement: int
    qualified: int
    contradiction: int
    unclear: int
    only_left: int
    only_right: int
    dismissed_by_verdict: Mapping[Verdict, int] = field(default_factory=dict)

    def of(self, verdict: Verdict) -> int:
        return int(getattr(self, verdict.value))

    @property
    def dismissed(self) -> int:
        return sum(self.dismissed_by_verdict.values())

    @property
    def links(self) -> int:
        return self.agreement + self.qualified + self.contradiction + self.unclear + self.dismissed


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step along the findings leads; `target` is None where there is no further one in this direction."""

    target: int | None
    position: int
    total: int


@dataclass(frozen=True, slots=True)
class Clash:
    """The words of each side that carry a verdict, "" where one side has none; `row` names that of a table they are
    of."""

    left: str
    right: str
    row: str = ""


def statement_of(comparison: Comparison, side: Side) -> Statement:
    return comparison.left if side is Side.LEFT else comparison.right


def ids_of(link: Link, side: Side) -> tuple[int, ...]:
    return link.left if side is Side.LEFT else link.right


def span_of(reason: Reason, side: Side) -> Span | None:
    return reason.left if side is Side.LEFT else reason.right


def decision_of(review: Review | None, link: Link) -> Decision:
    """What a person said of a finding; nothing where there is no review."""
    return UNDECIDED if review is None else review.decision_on(link)


def _has(mark: Mark, decision: Decision, *, is_by_hand: bool) -> bool:
    match mark:
        case Mark.UNDECIDED:
            return not decision.is_decided
        case Mark.DECIDED:
            return decision.is_decided
        case Mark.CONFIRMED:
            return decision.is_confirmed
        case Mark.CHANGED:
            return decision.verdict is not None
        case Mark.DISMISSED:
            return decision.is_dismissed
        case Mark.BOOKMARKED:
            return decision.is_bookmarked
        case Mark.NOTED:
            return bool(decision.note)
        case Mark.BY_HAND:
            return is_by_hand
        case Mark.LOOK_AGAIN:
            return decision.needs_another_look


def counts(comparison: Comparison, shown: Filter = EVERYTHING, review: Review | None = None) -> Counts:
    """Counts of what a filter lets through; the unanswered sentences are counted without it."""
    links = comparison.links
    some = links if shown == EVERYTHING else [links[i] for i in shown.admitted(comparison, links, review)]
    return counts_of(comparison, some, review)


def counts_of(comparison: Comparison, links: Iterable[Link], review: Review | None = None) -> Counts:
    """Counts of some links of a comparison, and of all that is unanswered in it."""
    found = tally(links, frozenset() if review is None else review.dismissed)
    named = {verdict.value: found.of(verdict) for verdict in Verdict}
    only_left, only_right = (len(unanswered_ids(comparison, side)) for side in Side)
    return Counts(**named, only_left=only_left, only_right=only_right, dismissed_by_verdict=found.dismissed_by_verdict)


def kinds_in(comparison: Comparison) -> tuple[ReasonKind, ...]:
    """The kinds of reason that occur, in the order in which they are declared."""
    present = {reason.kind for link in comparison.links for reason in link.reasons}
    return tuple(kind for kind in ReasonKind if kind in present)


def in_order(comparison: Comparison, shown: Filter = EVERYTHING, review: Review | None = None) -> tuple[int, ...]:
    """Indexes of the admitted links: contradictions first, within a verdict as the left text has them.

    Unclear ones that may contradict come before the other unclear ones, the likeliest first. What a person dismissed
    comes last of all.
    """
    links, dismissed = comparison.links, dismissed_in(comparison, review)
    admitted = range(len(links)) if shown == EVERYTHING else shown.admitted(comparison, links, review)
    some = [links[i] for i in admitted]
    places = zip(
        [i in dismissed for i in admitted] if dismissed else [False] * len(some),
        [_RANKS[link.verdict] for link in some],
        [-link.leaning if link.may_contradict else 0.0 for link in some],
        [_first(link.left) for link in some],
        [_first(link.right) for link in some],
        admitted,
        strict=True,
    )
    return tuple(place[-1] for place in sorted(places))


def in_order_after(
    former: Comparison,
    order: tuple[int, ...],
    comparison: Comparison,
    changes: Changes,
    standing: Collection[int] = (),
    review: Review | None = None,
) -> tuple[int, ...]:
    """As `in_order`, where `order` is that of a former comparison: only what is another is put in its place.

    `changes` lead from the former links to those of `comparison`; `standing` are the indexes of the links in it that a
    person has dismissed or taken back since.
    """
    if not changes and not standing:
        return order
    links = comparison.links
    places = changes.new_places(len(former.links))
    for i in {*standing}.difference(changes.come):
        places[places.index(i)] = -1

    def place(i: int) -> tuple[bool, int, float, int, int, int]:
        link = links[i]
        leaning = link.leaning if link.may_contradict else 0.0
        is_dismissed = decision_of(review, link).is_dismissed
        return is_dismissed, _RANKS[link.verdict], -leaning, _first(link.left), _first(link.right), i

    kept = [i for j in order if (i := places[j]) >= 0]
    for i in sorted({*changes.come, *standing}):
        insort(kept, i, key=place)
    return tuple(kept)


def _first(ids: tuple[int, ...]) -> int:
    return ids[0] if len(ids) == 1 else min(ids, default=0)


def dismissed_in(comparison: Comparison, review: Review | None) -> frozenset[int]:
    """Indexes of the links that a person dismissed."""
    return frozenset() if review is None else indexes_of(review.dismissed, comparison, review)


def indexes_of(pairs: Set[Pair], comparison: Comparison, review: Review | None) -> frozenset[int]:
    """Indexes of the links of these pairs, as far as they are linked."""
    if not pairs:
        return frozenset()
    if review is not None and comparison is review.comparison:
        return frozenset([i for pair in pairs if (i := review.index_of(pair)) is not None])
    return frozenset([i for i, link in enumerate(comparison.links) if pair_of(link) in pairs])


def step(order: Sequence[int], current: int | None, forward: bool, among: frozenset[int] | None = None) -> Step:
    """The next (or previous) index of `order` after `current` that is also in `among`, without wrapping.

    With no current one the first (or last) is the target. `position` counts from 1 among those that qualify; with
    no target it is the place of the current one.
    """
    qualifying = [i for i in order if among is None or i in among]
    if not qualifying:
        return Step(None, 0, 0)
    ranks = {index: rank for rank, index in enumerate(order)}
    here = ranks.get(current, -1 if forward else len(order)) if current is not None else (-1 if forward else len(order))
    if forward:
        target = next((i for i in qualifying if ranks[i] > here), None)
    else:
        target = next((i for i in reversed(qualifying) if ranks[i] < here), None)
    if target is None:
        return Step(None, len(qualifying) if forward else 1, len(qualifying))
    return Step(target, qualifying.index(target) + 1, len(qualifying))


def position(order: Sequence[int], current: int | None) -> int:
    """The place of `current` in `order`, from 1; 0 where it is not in it."""
    try:
        return 0 if current is None else order.index(current) + 1
    except ValueError:
        return 0


def clash_of(comparison: Comparison, link: Link) -> Clash:
    """The words of both sides that a card shows: those of the first reason, which is the strongest."""
    words = []
    for side in Side:
        span = span_of(link.reasons[0], side) if link.reasons else None
        words.append("" if span is None else flat(span.of(statement_of(comparison, side).source.text)))
    row = dict(link.reasons[0].params).get("row", "") if link.reasons else ""
    return Clash(words[0], words[1], flat(row))


def unanswered_in_order(comparison: Comparison, side: Side) -> tuple[int, ...]:
    """Claims of one side that the other never takes up, those with most figures, dates and names first."""
    return tuple(entry.sentence for entry in unanswered(comparison, side))


def leaves_the_same_unanswered(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons of the same texts have the same sentences without an answer, for the same reasons."""
    return (
        one.left is other.left
        and one.right is other.right
        and (one.only_left, one.only_right) == (other.only_left, other.only_right)
        and (one.nearest, one.denials) == (other.nearest, other.denials)
    )


def pattern_of(text: str) -> re.Pattern[str] | None:
    """A pattern that finds words in any case, across line breaks and over what nobody sees between letters.

    It is None for no words.
    """
    words = hidden.neutral(text).split()
    spelled = (hidden.UNSEEN_BETWEEN.join(map(re.escape, word)) for word in words)
    blank = rf"{hidden.UNSEEN_BETWEEN}\s+{hidden.UNSEEN_BETWEEN}"
    return re.compile(blank.join(spelled), re.IGNORECASE) if words else None


def find(statement: Statement, text: str) -> tuple[Span, ...]:
    """Every place of `text` in the sentences of a statement, in reading order."""
    pattern = pattern_of(text)
    if pattern is None:
        return ()
    return tuple([span for i in range(len(statement.sentences)) for span in find_in(statement, i, pattern)])


def find_in(statement: Statement, sentence: int, pattern: re.Pattern[str]) -> list[Span]:
    """Every place of a pattern in one sentence, in reading order."""
    span = statement.sentences[sentence].span
    return [Span(*found.span()) for found in pattern.finditer(statement.source.text, span.start, span.end)]


def flat(text: str) -> str:
    """A stretch of text on one line, its words in the order in which they are read; what shows nothing is left out."""
    return hidden.neutral(on_one_line(text))
