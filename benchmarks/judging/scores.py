"""What a figure counts: precision, recall, accuracy and calibration of judged pairs and links against gold.

Links are counted as `score_statements.py` beside the development sets counts them: two match when they share a
sentence on either side, a qualified link shown as agreement is no fault, and an unclear one counts for the recall of
the pairing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .gold import GoldLink, GoldPair, Ids

CONTRADICTION, AGREEMENT, QUALIFIED, UNCLEAR = "contradiction", "agreement", "qualified", "unclear"
# Gold verdicts under which a shown verdict is right.
ACCEPTED = {CONTRADICTION: (CONTRADICTION,), AGREEMENT: (AGREEMENT, QUALIFIED), QUALIFIED: (QUALIFIED,)}
BINS = 15


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict as a system gave it. `probabilities`: entailment, neutral, contradiction, forward and then backward."""

    verdict: str
    confidence: float
    kinds: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    probabilities: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedLink:
    left: Ids
    right: Ids
    judgement: Judgement


@dataclass(slots=True)
class Tally:
    """Counts of one precision and recall."""

    right: int = 0
    shown: int = 0
    hit: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.shown if self.shown else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """`alignment` is of statements alone."""

    contradiction: Tally = field(default_factory=Tally)
    agreement: Tally = field(default_factory=Tally)
    alignment: Tally = field(default_factory=Tally)


@dataclass(slots=True)
class OfKind:
    """Contradictions of a kind, and the near misses that look like it."""

    found: int = 0
    named: int = 0
    contradictions: int = 0
    false_alarms: int = 0
    twins: int = 0


@dataclass(frozen=True, slots=True)
class Bin:
    """Verdicts shown with about the same confidence."""

    confidence: float
    accuracy: float
    count: int


def by_model_alone(probabilities: Sequence[float], threshold: float = 0.5) -> Judgement:
    """The verdict of the probabilities alone: a contradiction from either direction, an agreement from both."""
    if len(probabilities) != 6:
        return Judgement(UNCLEAR, 0.0)
    contradiction, entailment = max(probabilities[2], probabilities[5]), min(probabilities[0], probabilities[3])
    if contradiction >= threshold:
        return Judgement(CONTRADICTION, contradiction, probabilities=tuple(probabilities))
    if entailment >= threshold:
        return Judgement(AGREEMENT, entailment, probabilities=tuple(probabilities))
    return Judgement(UNCLEAR, 0.0, probabilities=tuple(probabilities))


def of_pairs(gold: Sequence[GoldPair], judged: Sequence[Judgement]) -> Scores:
    scores = Scores()
    rows = list(zip(gold, judged, strict=True))
    for verdict, tally in ((CONTRADICTION, scores.contradiction), (AGREEMENT, scores.agreement)):
        tally.shown = sum(j.verdict == verdict for _, j in rows)
        tally.right = sum(is_right(g.verdict, j) for g, j in rows if j.verdict == verdict)
        tally.gold = sum(g.verdict == verdict for g, _ in rows)
        tally.hit = sum(j.verdict == verdict for g, j in rows if g.verdict == verdict)
    return scores


def is_right(gold: str, judged: Judgement) -> bool:
    return gold in ACCEPTED.get(judged.verdict, ())


def matches(a: GoldLink | JudgedLink, b: GoldLink | JudgedLink) -> bool:
    return bool(a.left & b.left) and bool(a.right & b.right)


def of_statements(files: Iterable[tuple[Sequence[GoldLink], Sequence[JudgedLink]]]) -> Scores:
    scores = Scores()
    for gold, links in files:
        judged = [link for link in links if link.judgement.verdict != UNCLEAR]
        scores.alignment.shown += len(judged)
        scores.alignment.right += sum(any(matches(p, g) for g in gold) for p in judged)
        scores.alignment.gold += len(gold)
        scores.alignment.hit += sum(any(matches(p, g) for p in links) for g in gold)
        for verdict, tally in ((CONTRADICTION, scores.contradiction), (AGREEMENT, scores.agreement)):
            mine = [p for p in links if p.judgement.verdict == verdict]
            theirs = [g for g in gold if g.verdict == verdict]
            tally.shown += len(mine)
            tally.right += sum(any(matches(p, g) and is_right(g.verdict, p.judgement) for g in gold) for p in mine)
            tally.gold += len(theirs)
            tally.hit += sum(any(matches(p, g) for p in mine) for g in theirs)
    return scores


def by_kind(gold: Sequence[GoldPair], judged: Sequence[Judgement]) -> dict[str, OfKind]:
    """Per kind: contradictions found (and the kind named among the reasons), near misses shown as contradictions."""
    kinds: dict[str, OfKind] = {}
    for g, j in zip(gold, judged, strict=True):
        is_shown = j.verdict == CONTRADICTION
        if g.verdict == CONTRADICTION:
            of_kind = kinds.setdefault(g.kind or "-", OfKind())
            of_kind.contradictions += 1
            of_kind.found += is_shown
            of_kind.named += is_shown and g.kind in j.kinds
        elif g.twin:
            of_kind = kinds.setdefault(g.twin, OfKind())
            of_kind.twins += 1
            of_kind.false_alarms += is_shown
    return dict(sorted(kinds.items()))


def accuracy(gold: Sequence[GoldPair], judged: Sequence[Judgement]) -> float:
    """Three ways: agreement, contradiction, and all else as one."""

    def third(verdict: str) -> str:
        return verdict if verdict in (AGREEMENT, CONTRADICTION) else "neither"

    return sum(third(g.verdict) == third(j.verdict) for g, j in zip(gold, judged, strict=True)) / max(1, len(gold))


def forward_alone(probabilities: Sequence[float]) -> Judgement:
    """The likeliest label of the first direction, as public inference sets are scored."""
    if not probabilities:
        return Judgement(UNCLEAR, 0.0)
    best = max(range(3), key=lambda i: probabilities[i])
    return Judgement((AGREEMENT, UNCLEAR, CONTRADICTION)[best], probabilities[best])


def shown(gold: Sequence[GoldPair], judged: Sequence[Judgement]) -> list[tuple[float, bool]]:
    """Confidence of each shown verdict and whether it is right."""
    return [(j.confidence, is_right(g.verdict, j)) for g, j in zip(gold, judged, strict=True) if j.verdict in ACCEPTED]


def bins(verdicts: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The verdicts in `BINS` bins of equal width, without the empty ones."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in verdicts:
        found.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, right))
    return [
        Bin(sum(c for c, _ in each) / len(each), sum(r for _, r in each) / len(each), len(each))
        for _, each in sorted(found.items())
    ]


def calibration_error(verdicts: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Guo et al. 2017): the distance of confidence and the share that is right, by bin."""
    return sum(b.count * abs(b.confidence - b.accuracy) for b in bins(verdicts)) / max(1, len(verdicts))
