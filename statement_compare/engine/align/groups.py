"""When one sentence needs two of the other side: a neighbour without a link of its own joins its neighbour's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statement_compare.engine.align.assign import Pair
from statement_compare.engine.model import Sentence
from statement_compare.engine.text.anaphora import leans

_MOST = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One statement's alignable sentences in reading order."""

    sentences: Sequence[Sentence]
    language: str

    def are_neighbours(self, first: int, second: int) -> bool:
        """Whether nothing stands between two of them in one paragraph."""
        a, b = self.sentences[min(first, second)], self.sentences[max(first, second)]
        return b.id - a.id == 1 and a.block == b.block

    def points_back(self, index: int) -> bool:
        """Whether a sentence takes up the one before it ("This is wrong: ...")."""
        return leans(self.sentences[index].text, self.language)


def grown(
    links: Mapping[int, int], sides: tuple[Side, Side], chances: Mapping[Pair, float], least: float
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Links of one sentence with one, grown by neighbours; indices are of the sides' sentences.

    A free neighbour joins when no other sentence across is likelier for it and its chance is at least `least`, or when
    it points back to the sentence before it. The likeliest joins first; a link has at most three sentences a side.
    """
    groups = [([i], [j]) for i, j in sorted(links.items())]
    # Whose neighbours join first is told by what the sides say, not by the side on which a statement was opened.
    texts = [[sentence.text for sentence in side.sentences] for side in sides]
    for side in (1, 0) if texts[1] <= texts[0] else (0, 1):
        place = {index: group for group in groups for index in group[side]}
        free = [index for index in range(len(sides[side].sentences)) if index not in place]
        best = _best_partners(chances, side, free)
        wishes = []
        for index in free:
            for neighbour in (index - 1, index + 1):
                if neighbour not in place or not sides[side].are_neighbours(index, neighbour):
                    continue
                group = place[neighbour]
                partner, chance = best.get(index, (-1, 0.0))
                if (partner in group[1 - side] and chance >= least) or (
                    neighbour < index and chance < least and sides[side].points_back(index)
                ):
                    wishes.append((-chance, index, neighbour))
        for _, index, neighbour in sorted(wishes):
            group = place[neighbour]
            if index not in place and len(group[side]) < _MOST:
                group[side].append(index)
                place[index] = group
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups]


def _best_partners(chances: Mapping[Pair, float], side: int, free: Sequence[int]) -> dict[int, tuple[int, float]]:
    wanted = set(free)
    best: dict[int, tuple[int, float]] = {}
    for pair, chance in sorted(chances.items()):
        index, other = pair[side], pair[1 - side]
        if index in wanted and chance > best.get(index, (-1, 0.0))[1]:
            best[index] = (other, chance)
    return best
