"""Which judged pairs become links: a sentence may stand in several, and a topic in common alone makes none.

A denial answers three charges, and a charge is answered twice, so every likely pair is judged first and its verdict
decides: contradictions stand beside each other, an agreement is that of the best partner, and a pair that stays unclear
is shown where nothing surer is said of one of its sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from statement_compare.engine.model import Verdict

# A sentence that contradicted more sentences than this would say no more of each than "We deny everything" does.
MOST_CONTRADICTIONS = 4


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Sentence ids of both sides with their verdict.

    `chance` is that of the verdict, `bears` the chance that both speak of one claim, 0 to 1 each. `is_aligned`: the
    best assignment of all sentences holds this pair. `may_contradict`: it is unclear, and a contradiction is likely.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    verdict: Verdict
    chance: float
    bears: float
    is_aligned: bool = False
    may_contradict: bool = False


def chosen(pairs: Sequence[JudgedPair], least_to_bear: float) -> list[int]:
    """Indices of the pairs that become links, in order; an unclear one only with `bears` of `least_to_bear` or more."""
    candidates = _without_doubles(pairs)
    kept: list[int] = []
    _keep_contradictions(pairs, candidates, kept)
    _keep_best_of_each(pairs, candidates, kept)
    _keep_unclear(pairs, candidates, kept, least_to_bear)
    return sorted(kept)


def _without_doubles(pairs: Sequence[JudgedPair]) -> frozenset[int]:
    """Indices of the pairs to choose from: joined sentences as one pair, or the single pairs in them, never both.

    Joined sentences stay where only together they make the claim: no single pair in them has a verdict, or the joined
    pair has one that is surer. A whole agrees with nothing where a pair in it contradicts or may: "On 17 October a
    satellite saw the blaze. The seam burns." does not agree with "On 17 October a natural phenomenon was seen",
    however sure the equal date makes it.
    """
    gone: set[int] = set()
    for index, group in enumerate(pairs):
        if len(group.left) * len(group.right) == 1:
            continue
        inside = [
            i
            for i, pair in enumerate(pairs)
            if i != index and set(pair.left) <= set(group.left) and set(pair.right) <= set(group.right)
        ]
        decided = [i for i in inside if pairs[i].verdict is not Verdict.UNCLEAR]
        is_surer = group.verdict is not Verdict.UNCLEAR and all(group.chance > pairs[i].chance for i in decided)
        stands = (is_surer or not decided) and not _hides_a_contradiction(group, [pairs[i] for i in inside])
        gone.update(inside if stands else [index])
    return frozenset(range(len(pairs))) - gone


def _hides_a_contradiction(group: JudgedPair, inside: Sequence[JudgedPair]) -> bool:
    agrees = group.verdict in (Verdict.AGREEMENT, Verdict.QUALIFIED)
    return agrees and any(pair.verdict is Verdict.CONTRADICTION or pair.may_contradict for pair in inside)


def _by_chance(pairs: Sequence[JudgedPair], candidates: Set[int], verdicts: Iterable[Verdict]) -> list[int]:
    wanted = frozenset(verdicts)
    found = [i for i in candidates if pairs[i].verdict in wanted]
    return sorted(found, key=lambda i: (-pairs[i].chance, -pairs[i].bears, _place_in_both(pairs[i])))


def _keep_contradictions(pairs: Sequence[JudgedPair], candidates: Set[int], kept: list[int]) -> None:
    stands_in: Counter[tuple[bool, int]] = Counter()
    for index in _by_chance(pairs, candidates, (Verdict.CONTRADICTION,)):
        places = _places(pairs[index])
        if all(stands_in[place] < MOST_CONTRADICTIONS for place in places):
            stands_in.update(places)
            kept.append(index)


def _keep_best_of_each(pairs: Sequence[JudgedPair], candidates: Set[int], kept: list[int]) -> None:
    """Agreements, whole or qualified: each sentence in the one that is surest."""
    taken: set[tuple[bool, int]] = set()
    for index in _by_chance(pairs, candidates, (Verdict.AGREEMENT, Verdict.QUALIFIED)):
        places = _places(pairs[index])
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(index)


def _keep_unclear(pairs: Sequence[JudgedPair], candidates: Set[int], kept: list[int], least: float) -> None:
    """Aligned pairs first, then the best partner of each sentence that is still alone."""
    linked = {place for index in kept for place in _places(pairs[index])}
    found = [i for i in candidates if pairs[i].verdict is Verdict.UNCLEAR and pairs[i].bears >= least]
    found.sort(key=lambda i: (not pairs[i].is_aligned, -pairs[i].bears, _place_in_both(pairs[i])))
    for index in found:
        places = _places(pairs[index])
        if not linked.issuperset(places):
            linked.update(places)
            kept.append(index)


def _places(pair: JudgedPair) -> tuple[tuple[bool, int], ...]:
    return (*((True, i) for i in pair.left), *((False, j) for j in pair.right))


def _place_in_both(pair: JudgedPair) -> int:
    """Where a pair stands when both statements are read at once: the same when the sides are swapped.

    Two pairs that share a sentence never stand in the same place, so that equals are taken in one order.
    """
    return sum(pair.left) + sum(pair.right)
