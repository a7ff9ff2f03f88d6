"""What speaks for a pair of sentences, and how sure it is that they speak of the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

from rapidfuzz import fuzz

from statement_compare.engine.align.candidates import Candidates
from statement_compare.engine.align.profile import Profile
from statement_compare.engine.model import Role
from statement_compare.engine.progress import SILENT, Progress

_PAIRS_A_REPORT = 4096
_APART = frozenset({Role.COURTESY, Role.CONTACT, Role.HEADING})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a pair. `nearness` is the cosine less what both sentences have with their nearest neighbours."""

    nearness: float
    overlap: float
    wording: float
    figures: float
    names: float
    apart: float


@dataclass(frozen=True, slots=True)
class Coefficients:
    """A logistic regression: log odds = `constant` + the sum of coefficient times evidence."""

    constant: float
    nearness: float = 0.0
    overlap: float = 0.0
    wording: float = 0.0
    figures: float = 0.0
    names: float = 0.0
    apart: float = -8.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """How evidence is weighed, and what is enough.

    `background`: the cosine of two sentences of one story that speak of different things, for statements too short to
    show it. `least`: of a pair's chance among its rivals, to be linked. `least_to_join`: of a neighbour's chance by
    itself. `steep` and `middle` turn the chance of a link among its rivals into the share of such links that are right.
    """

    weights: Coefficients
    background: float
    least: float
    least_to_join: float
    steep: float
    middle: float


# Fitted by training/fit_alignment.py. A name in common counts against a pair: vectors have seen it already, and within
# one story it is mostly the name of the party that both sides speak of.
ENGLISH = Judgement(
    Coefficients(-3.90, nearness=27.7, wording=1.54, figures=3.26, names=-2.73),
    0.25,
    0.06,
    0.2,
    steep=0.59,
    middle=-1.66,
)
BOTH = Judgement(
    Coefficients(-3.11, nearness=71.2, figures=2.81, names=-2.87), 0.68, 0.20, 0.2, steep=0.64, middle=-1.58
)
MULTILINGUAL = Judgement(
    Coefficients(-3.66, nearness=138.8, figures=3.27, names=-0.40), 0.82, 0.50, 0.4, steep=1.37, middle=0.82
)
WORDS_ALONE = Judgement(
    Coefficients(-4.91, overlap=20.6, figures=3.73, names=-3.07), 0.0, 0.04, 0.2, steep=0.39, middle=-1.02
)


def evidence(left: Profile, right: Profile, cosine: float, near: float) -> Evidence:
    """`near` is half the sum of both sentences' mean cosines to their nearest neighbours across."""
    shared = _shared(left.roots, right.roots)
    total = sum(left.roots.values()) + sum(right.roots.values())
    common = [anchor for anchor in left.anchors if anchor in right.anchors]
    names = sum(left.anchors[a] for a in common if a.startswith("name"))
    first, second = left.text.casefold(), right.text.casefold()
    return Evidence(
        nearness=cosine - near,
        overlap=2 * shared / total if total else 0.0,
        wording=fuzz.token_sort_ratio(first, second) / 100,
        figures=sum(left.anchors[a] for a in common if not a.startswith("name")) / 1000,
        # What counts against a name in common, that it may be all that is in common, is not so of a sentence told
        # again word by word. "The dam of Orrin" fits itself better than "Orrin, the dam", where no name is seen.
        names=0.0 if first == second else names / 1000,
        apart=float((left.role in _APART) + (right.role in _APART)),
    )


def _shared(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    if len(right) < len(left):
        left, right = right, left
    return sum(weight for key, weight in left.items() if key in right)


def odds(found: Evidence, weights: Coefficients) -> float:
    """Odds that two sentences speak of the same fact, each looked at without its rivals."""
    total = (
        weights.constant
        + weights.nearness * found.nearness
        + weights.overlap * found.overlap
        + weights.wording * found.wording
        + weights.figures * found.figures
        + weights.names * found.names
        + weights.apart * found.apart
    )
    return exp(max(-30.0, min(30.0, total)))


def confidence(chance: float, steep: float, middle: float) -> float:
    """Share of links with such a chance among their rivals that are right, 0 to 1."""
    chance = min(max(chance, 1e-9), 1 - 1e-9)
    return 1 / (1 + exp(-steep * (log(chance / (1 - chance)) - middle)))


def against_rivals(
    pairs: Sequence[tuple[int, int]], pair_odds: Sequence[float], texts: tuple[Sequence[str], Sequence[str]]
) -> list[float]:
    """Probability of each pair among its rivals: those that share its left or its right sentence.

    Sentences with the same text are no rivals of each other.
    """
    by_row: dict[int, dict[str, float]] = defaultdict(dict)
    by_column: dict[int, dict[str, float]] = defaultdict(dict)
    for (i, j), value in zip(pairs, pair_odds, strict=True):
        by_row[i][texts[1][j]] = max(value, by_row[i].get(texts[1][j], 0.0))
        by_column[j][texts[0][i]] = max(value, by_column[j].get(texts[0][i], 0.0))
    rows = {i: 1.0 + fsum(rivals.values()) for i, rivals in by_row.items()}
    columns = {j: 1.0 + fsum(rivals.values()) for j, rivals in by_column.items()}
    return [sqrt((value / rows[i]) * (value / columns[j])) for (i, j), value in zip(pairs, pair_odds, strict=True)]


def all_evidence(
    left: Sequence[Profile], right: Sequence[Profile], found: Candidates, progress: Progress = SILENT
) -> list[Evidence]:
    """The evidence of each candidate pair, in their order."""
    pairs = progress.over("align", found.pairs, _PAIRS_A_REPORT)
    if found.cosines is None:
        return [evidence(left[i], right[j], 0.0, 0.0) for i, j in pairs]
    return [
        evidence(left[i], right[j], cosine, (found.left_near[i] + found.right_near[j]) / 2)
        for (i, j), cosine in zip(pairs, found.cosines, strict=True)
    ]
