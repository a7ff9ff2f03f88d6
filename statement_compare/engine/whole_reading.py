"""Each sentence of a statement read with the other statement: which sentences of it where not all of them fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from statement_compare.engine.align.rerank import Read
from statement_compare.engine.model import InWhole, InWholePair
from statement_compare.engine.models import WholeModel
from statement_compare.engine.progress import SILENT, Progress

# Readings between two reports, so that a slow model can be stopped.
_BATCH = 8
_PLACES = 4  # decimal places of a chance: it does not depend on the last bit of a processor's sums


class WholeReadings:
    """What a model answered where it read sentences with the other statement.

    `answers` holds for each side its sentences that were read, and for each of these what was said of sentences of the
    other side, by their ids.
    """

    def __init__(self) -> None:
        self.answers: tuple[_Answers, _Answers] = ({}, {})

    def __bool__(self) -> bool:
        return any(self.answers)

    def of(self, left: Sequence[int], right: Sequence[int]) -> InWholePair | None:
        """What is said of a pair; None where it was not read both ways.

        Of joined sentences it is what is said of the two in them that most likely speak of one claim. What is outside
        of `left` and `right` are their rivals: a sentence that another one answers better is seldom answered twice.
        """
        forward, backward = self.answers
        inside = [(i, j) for i in left for j in right if j in forward.get(i, ()) and i in backward.get(j, ())]
        if not inside:
            return None
        i, j = min(inside, key=lambda pair: forward[pair[0]][pair[1]].nothing + backward[pair[1]][pair[0]].nothing)
        rivals = _best_rival(forward, left, right), _best_rival(backward, right, left)
        return InWholePair(forward[i][j], backward[j][i], rivals)


_Answers = dict[int, dict[int, InWhole]]


def _best_rival(answers: _Answers, mine: Sequence[int], theirs: Sequence[int]) -> float:
    """The highest chance that one of `mine` speaks of one claim with a sentence that is none of `theirs`."""
    others = (said for i in mine for j, said in answers.get(i, {}).items() if j not in theirs)
    return max((1 - said.nothing for said in others), default=0.0)


def read_in_whole(
    model: WholeModel,
    texts: tuple[Mapping[int, str], Mapping[int, str]],
    read: Sequence[Read],
    only: tuple[Sequence[int], Sequence[int]] | None = None,
    progress: Progress = SILENT,
) -> WholeReadings:
    """What the model says of sentences, by their ids, where it read each with the other's statement.

    `texts` are the sentences of both sides by id, `read` the pairs that were read alone: where the other side does not
    fit into one reading, the likeliest of these are read with their neighbours, in their order. Only the sentences of
    `only` are read, where it is given. Reports as "entail".
    """
    sizes = tuple(dict(zip(side, model.sizes(list(side.values())), strict=True)) for side in texts)
    asked: list[tuple[int, int, list[int]]] = []
    for side in (0, 1):
        likely: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for each in read:
            likely[each.pair[side]].append((-each.after, each.pair[1 - side]))
        for sentence in texts[side] if only is None else texts[side].keys() & only[side]:
            room = model.longest_reading - sizes[side][sentence]
            best = [other for _, other in sorted(likely[sentence])]
            asked.append((side, sentence, _that_fit(sizes[1 - side], best, room)))
    asked = sorted(each for each in asked if each[2])
    found = WholeReadings()
    for start in range(0, len(asked), _BATCH):
        progress.report("entail", start, len(asked))
        some = asked[start : start + _BATCH]
        readings = [(texts[side][i], [texts[1 - side][j] for j in others]) for side, i, others in some]
        for (side, sentence, others), rows in zip(some, model.read_whole(readings), strict=True):
            answers = (InWhole(*(round(float(chance), _PLACES) for chance in row)) for row in rows)
            found.answers[side][sentence] = dict(zip(others, answers, strict=True))
    return found


def _that_fit(sizes: Mapping[int, int], best: Sequence[int], room: int) -> list[int]:
    """The sentences that are read together, in order: all of them, or the best with the one before and behind each."""
    if sum(sizes.values()) <= room:
        return sorted(sizes)
    chosen: set[int] = set()
    for around in (0, 1):
        for middle in best:
            for each in (middle - around, middle + around):
                if each in sizes and each not in chosen and sizes[each] <= room:
                    chosen.add(each)
                    room -= sizes[each]
    return sorted(chosen)
