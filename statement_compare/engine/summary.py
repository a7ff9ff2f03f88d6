"""What a comparison comes to in numbers: verdicts, what becomes of each side's sentences, contradictions by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from statement_compare.engine.model import Comparison, Link, ReasonKind, Role, Side, Verdict, pair_of
from statement_compare.engine.reported import Reported, Subject
from statement_compare.engine.tally import Tally, tally
from statement_compare.engine.unanswered import unanswered


class Fate(StrEnum):
    """What becomes of a sentence: the gravest verdict of the links that it stands in, or why it stands in none."""

    CONTRADICTION = "contradiction"
    QUALIFIED = "qualified"
    AGREEMENT = "agreement"
    UNCLEAR = "unclear"
    DISMISSED = "dismissed"  # in links that a person dismissed, and in no other
    ALONE = "alone"  # a claim in no link
    NO_CLAIM = "no_claim"  # in no link, and no claim: it asks for no answer


@dataclass(frozen=True, slots=True)
class SideSummary:
    """How many sentences of one side have which fate, each of them once and in the order of `Fate`, noughts as well."""

    side: Side
    sentences: int
    fates: tuple[tuple[Fate, int], ...]
    not_taken_up: int  # of those alone: a model read them with the other side, and none speaks of the same

    def of(self, fate: Fate) -> int:
        return dict(self.fates)[fate]


@dataclass(frozen=True, slots=True)
class Summary:
    """The links counted, both sides, and the contradictions by the kind that carries each.

    `kinds` holds each contradiction once, the most frequent kind first, equals in the order of `ReasonKind`.
    `may_contradict`: how many of the unclear links lean towards a contradiction. Dismissed links are told in `links`
    and as the fate of their sentences, and nowhere else.
    """

    links: Tally
    may_contradict: int
    left: SideSummary
    right: SideSummary
    kinds: tuple[tuple[ReasonKind, int], ...]

    def of(self, verdict: Verdict) -> int:
        return self.links.of(verdict)

    @property
    def sides(self) -> tuple[SideSummary, SideSummary]:
        return self.left, self.right


_FATES = {
    Verdict.CONTRADICTION: Fate.CONTRADICTION,
    Verdict.QUALIFIED: Fate.QUALIFIED,
    Verdict.AGREEMENT: Fate.AGREEMENT,
    Verdict.UNCLEAR: Fate.UNCLEAR,
}


def summary(subject: Subject) -> Summary:
    """What a comparison comes to, or a review of one, in which a person dismissed some links."""
    reported = Reported(subject) if isinstance(subject, Comparison) else subject
    comparison = reported.comparison
    standing = [link for link in comparison.links if pair_of(link) not in reported.dismissed]
    kinds = Counter(link.reasons[0].kind for link in standing if link.verdict is Verdict.CONTRADICTION and link.reasons)
    order = list(ReasonKind)
    return Summary(
        tally(comparison.links, reported.dismissed),
        sum(link.may_contradict for link in standing),
        _side(comparison, standing, Side.LEFT),
        _side(comparison, standing, Side.RIGHT),
        tuple(sorted(kinds.items(), key=lambda item: (-item[1], order.index(item[0])))),
    )


def _side(comparison: Comparison, standing: Sequence[Link], side: Side) -> SideSummary:
    counts = Counter(_fates(comparison, standing, side))
    return SideSummary(
        side,
        sum(counts.values()),
        tuple((fate, counts[fate]) for fate in Fate),
        sum(each.is_not_taken_up for each in unanswered(comparison, side)),
    )


def _fates(comparison: Comparison, standing: Sequence[Link], side: Side) -> Iterator[Fate]:
    order = list(Fate)
    linked = [i for link in comparison.links for i in (link.left if side is Side.LEFT else link.right)]
    gravest = dict.fromkeys(linked, Fate.DISMISSED)
    for link in standing:
        fate = _FATES[link.verdict]
        for i in link.left if side is Side.LEFT else link.right:
            gravest[i] = min(gravest.get(i, fate), fate, key=order.index)
    statement = comparison.left if side is Side.LEFT else comparison.right
    for sentence in statement.sentences:
        alone = Fate.ALONE if sentence.role is Role.CLAIM else Fate.NO_CLAIM
        yield gravest.get(sentence.id, alone)
