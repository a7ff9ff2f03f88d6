"""Each sentence of a statement read with the other statement: which sentences of it where not all of them fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from statement_compare.engine.align.assign import Pair
from statement_compare.engine.align.rerank import Read
from statement_compare.engine.model import InWhole, InWholePair
from statement_compare.engine.models import WholeModel
from statement_compare.engine.progress import SILENT, Progress

# Readings between two reports, so that a slow model can be stopped.
_BATCH = 8
_PLACES = 4  # decimal places of a chance: it does not depend on the last bit of a processor's sums


def read_in_whole(
    model: WholeModel,
    texts: tuple[Mapping[int, str], Mapping[int, str]],
    read: Sequence[Read],
    only: tuple[Sequence[int], Sequence[int]] | None = None,
    progress: Progress = SILENT,
) -> dict[Pair, InWholePair]:
    """What the model says of pairs of sentences, by their ids, where it read each with the other's statement.

    `texts` are the sentences of both sides by id, `read` the pairs that were read alone: where the other side does not
    fit into one reading, the likeliest of these are read with their neighbours, in their order. A pair that was not
    read both ways is left out, and so are all but those between the sentences of `only`. Reports as "entail".
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
    found: tuple[dict[Pair, InWhole], dict[Pair, InWhole]] = ({}, {})
    for start in range(0, len(asked), _BATCH):
        progress.report("entail", start, len(asked))
        some = asked[start : start + _BATCH]
        readings = [(texts[side][i], [texts[1 - side][j] for j in others]) for side, i, others in some]
        for (side, sentence, others), rows in zip(some, model.read_whole(readings), strict=True):
            for other, row in zip(others, rows, strict=True):
                pair = (sentence, other) if side == 0 else (other, sentence)
                found[side][pair] = InWhole(*(round(float(chance), _PLACES) for chance in row))
    return {pair: InWholePair(found[0][pair], found[1][pair]) for pair in sorted(found[0].keys() & found[1].keys())}


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
