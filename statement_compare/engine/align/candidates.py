"""Which pairs of sentences are worth a closer look, without looking closely at all of them.

Small statements: every pair. Large ones: for each sentence of either side the nearest by meaning and by wording, those
that share a rare figure, date or name, and of equal sentences the first with the first. All measures are whole numbers,
so that the choice depends neither on the order of a sum nor on the number of threads, and ties go to the sentence that
stands first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.align.profile import Profile
from statement_compare.engine.progress import SILENT, Progress

Vectors = NDArray[np.float32]

# Vectors of length 1 as whole numbers: a dot product stays below 2**24, up to where float32 counts exactly.
VECTOR_UNIT = 4000
COSINE_UNIT = VECTOR_UNIT * VECTOR_UNIT
OVERLAP_UNIT = 1_000_000
NEIGHBOURS = 5
_BLOCK_CELLS = 2_000_000
_ID_BITS = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """`every_pair`: up to so many pairs all are taken. `nearest`: of each sentence, by each measure.

    `second_opinion`: up to so many sentences of both sides a second encoder is asked as well. `most_sentences`: a
    side with more is refused; with so many the work takes some 500 MB.
    """

    every_pair: int = 40_000
    nearest: int = 12
    rare_anchor: int = 6
    common_share: float = 0.05
    common_least: int = 50
    second_opinion: int = 600
    most_sentences: int = 20_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs in the order of the left side, then the right one; `cosines` is None where there are no vectors.

    `left_near` and `right_near` are each sentence's mean cosine to its nearest neighbours across.
    """

    pairs: tuple[tuple[int, int], ...]
    cosines: tuple[float, ...] | None
    left_near: tuple[float, ...]
    right_near: tuple[float, ...]

    def only(self, is_allowed: Callable[[int, int], bool]) -> Candidates:
        """Those of the pairs that are allowed."""
        kept = [at for at, pair in enumerate(self.pairs) if is_allowed(*pair)]
        if len(kept) == len(self.pairs):
            return self
        cosines = None if self.cosines is None else tuple(self.cosines[at] for at in kept)
        return replace(self, pairs=tuple(self.pairs[at] for at in kept), cosines=cosines)


def whole(vectors: Vectors) -> Vectors:
    """Vectors of length 1 rounded to whole multiples of 1 / VECTOR_UNIT."""
    return np.rint(vectors.astype(np.float64) * VECTOR_UNIT).astype(np.float32)


def candidates(
    left: Sequence[Profile],
    right: Sequence[Profile],
    vectors: tuple[Vectors, Vectors] | None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = SILENT,
    *,
    background: float = 0.0,
) -> Candidates:
    """The pairs worth scoring; `vectors` are rows of length 1, one a sentence.

    `background` is the cosine that stands in for neighbours which a short statement lacks.
    """
    near_left = near_right = np.zeros(0)
    found: set[tuple[int, int]] = set()
    every = len(left) * len(right) <= limits.every_pair
    size = (len(left), len(right))
    if vectors is not None:
        first, second = whole(vectors[0]), whole(vectors[1])
        keep = max(limits.nearest, NEIGHBOURS)
        rows, columns = _best(lambda at: (first[at] @ second.T).astype(np.int64), size, keep, progress)
        near_left, near_right = _near(rows, background), _near(columns, background)
        if not every:
            found |= _chosen(rows, columns, limits.nearest)
    if every:
        found = {(i, j) for i in range(len(left)) for j in range(len(right))}
    else:
        rows, columns = _best(_overlaps(left, right, limits), size, limits.nearest, progress)
        found |= _chosen(rows, columns, limits.nearest)
        found |= set(_sharing_rare_anchors(left, right, limits))
        found |= told_again([profile.text for profile in left], [profile.text for profile in right])
    pairs = tuple(sorted(found))
    cosines = None if vectors is None else _cosines(pairs, first, second)
    return Candidates(pairs, cosines, tuple(near_left.tolist()), tuple(near_right.tolist()))


def told_again(left: Sequence[str], right: Sequence[str]) -> set[tuple[int, int]]:
    """Equal sentences of both sides: the first with the first, the second with the second.

    Of "No comment.", forty times on both sides, the nearest of each would be the same few.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(right):
        places[text].append(j)
    told: dict[str, int] = defaultdict(int)
    found = set()
    for i, text in enumerate(left):
        if told[text] < len(places.get(text, ())):
            found.add((i, places[text][told[text]]))
            told[text] += 1
    return found


def _cosines(pairs: Sequence[tuple[int, int]], first: Vectors, second: Vectors) -> tuple[float, ...]:
    found: list[float] = []
    for start in range(0, len(pairs), 4096):
        chosen = np.array(pairs[start : start + 4096])
        found.extend((first[chosen[:, 0]] * second[chosen[:, 1]]).sum(axis=1, dtype=np.float64) / COSINE_UNIT)
    return tuple(map(float, found))


def _near(keys: NDArray[np.int64], background: float) -> NDArray[np.float64]:
    """Mean cosine of the NEIGHBOURS best keys of each line; where there are fewer, the rest counts as `background`."""
    values = np.sort(keys >> _ID_BITS, axis=1)[:, ::-1][:, :NEIGHBOURS]
    missing = NEIGHBOURS - values.shape[1]
    means: NDArray[np.float64] = (values.sum(axis=1) + missing * int(background * COSINE_UNIT)) / (
        NEIGHBOURS * COSINE_UNIT
    )
    return means


def _best(
    measure: Callable[[slice], NDArray[np.int64]], size: tuple[int, int], keep: int, progress: Progress
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keys of the `keep` best of each row and of each column.

    `measure(rows)` gives whole numbers of shape (rows, columns). A key holds the number above and the other side's
    index, reversed, below: keys are all different, so that "the best" are always the same ones.
    """
    height, width = size
    last = (1 << _ID_BITS) - 1
    step = max(1, _BLOCK_CELLS // max(1, width))
    of_columns = last - np.arange(width, dtype=np.int64)
    rows: list[NDArray[np.int64]] = []
    columns = np.zeros((0, width), np.int64)
    for start in range(0, height, step):
        progress.report("align", start, height)
        values = measure(slice(start, min(height, start + step))) << _ID_BITS
        of_rows = last - np.arange(start, start + len(values), dtype=np.int64)
        rows.append(_largest(values + of_columns, keep, axis=1))
        columns = _largest(np.concatenate([columns, values + of_rows[:, None]]), keep, axis=0)
    progress.report("align", height, height)
    return np.concatenate(rows), columns.T


def _largest(keys: NDArray[np.int64], keep: int, axis: int) -> NDArray[np.int64]:
    excess = keys.shape[axis] - keep
    return keys if excess <= 0 else np.take(np.partition(keys, excess, axis), range(excess, keys.shape[axis]), axis)


def _chosen(rows: NDArray[np.int64], columns: NDArray[np.int64], keep: int) -> set[tuple[int, int]]:
    last = (1 << _ID_BITS) - 1
    found = set()
    for keys, turned in ((rows, False), (columns, True)):
        best = np.sort(keys, axis=1)[:, ::-1][:, :keep]
        for i, j in np.argwhere(best >> _ID_BITS > 0):
            other = int(last - (best[i, j] & last))
            found.add((other, int(i)) if turned else (int(i), other))
    return found


def _overlaps(
    left: Sequence[Profile], right: Sequence[Profile], limits: Limits
) -> Callable[[slice], NDArray[np.int64]]:
    """Share of the weight of two sentences' roots that they have in common, in millionths; common roots left out."""
    common = max(limits.common_least, int(limits.common_share * (len(left) + len(right))))
    counts: dict[str, int] = defaultdict(int)
    for profile in (*left, *right):
        for root in profile.roots:
            counts[root] += 1
    rare = {root for root, count in counts.items() if count <= common}
    first, second = [_kept(p.roots, rare) for p in left], [_kept(p.roots, rare) for p in right]
    holders: dict[str, list[int]] = defaultdict(list)
    for j, roots in enumerate(second):
        for root in roots:
            holders[root].append(j)
    postings = {root: np.array(ids) for root, ids in holders.items()}
    totals = np.array([sum(roots.values()) for roots in second], np.int64)

    def measure(rows: slice) -> NDArray[np.int64]:
        chosen = first[rows]
        shared = np.zeros((len(chosen), len(second)), np.int64)
        for line, roots in zip(shared, chosen, strict=True):
            for root, weight in roots.items():
                if root in postings:
                    line[postings[root]] += weight
        own = np.array([sum(roots.values()) for roots in chosen], np.int64)
        shares: NDArray[np.int64] = (2 * OVERLAP_UNIT * shared) // np.maximum(1, own[:, None] + totals[None, :])
        return shares

    return measure


def _kept(roots: Mapping[str, int], rare: set[str]) -> dict[str, int]:
    return {root: weight for root, weight in roots.items() if root in rare}


def _sharing_rare_anchors(
    left: Sequence[Profile], right: Sequence[Profile], limits: Limits
) -> Iterator[tuple[int, int]]:
    holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, of_side in enumerate((left, right)):
        for index, profile in enumerate(of_side):
            for anchor in profile.anchors:
                holders[anchor][side].append(index)
    for first, second in holders.values():
        if len(first) <= limits.rare_anchor and len(second) <= limits.rare_anchor:
            yield from ((i, j) for i in first for j in second)
