"""Where two long passages that are equal for the most part differ, and how much around it has to be looked at.

A table that a file gives as one sentence may differ in a few figures, each of them far behind what is compared of a
passage as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from statement_compare.engine.model import Span

# Words that are looked ahead for the place from which both go on alike, and how many have to be alike there: many where
# there are so many, since the rows of a table repeat each other, else few.
_AHEAD = 60
_ALIKE = (8, 3)
# In more places than these the passages are no longer two versions of one.
_MOST = 40

Word = TypeVar("Word")
Stretch = tuple[int, int, int, int]  # from and to of the words of one, then of the other


def windows(left: str, right: str, *, longest: int, around: int) -> tuple[tuple[Span, Span], ...] | None:
    """Pairs of parts, of at most `longest` code points, that hold all in which two passages differ.

    Each has `around` code points of what both say on either side, and as many differences as fit. None where the
    passages differ in too much to be told so. The time grows with the length: a word is met a bounded number of times.
    """
    if left > right:  # the same parts whichever side comes first
        turned = windows(right, left, longest=longest, around=around)
        return None if turned is None else tuple((mine, theirs) for theirs, mine in turned)
    one, two = ([Span(*match.span()) for match in re.finditer(r"\S+", text)] for text in (left, right))
    words = [span.of(left) for span in one], [span.of(right) for span in two]
    found = differing(*words)
    if found is None:
        return None
    groups: list[list[Stretch]] = []
    for stretch in found:
        joined = [*groups[-1], stretch] if groups else [stretch]
        if groups and max(_size(joined, one, 0), _size(joined, two, 2)) <= longest - 2 * around:
            groups[-1] = joined
        else:
            groups.append([stretch])
    if any(max(_size(group, one, 0), _size(group, two, 2)) > longest - 2 * around for group in groups):
        return None
    return tuple(
        (_window(left, one, here, 0, around), _window(right, two, here, 2, around))
        for here in zip([None, *groups], groups, [*groups[1:], None], strict=False)
    )


def differing(one: Sequence[Word], two: Sequence[Word]) -> list[Stretch] | None:
    """The stretches in which two rows of words differ, in order; None where there are too many or too long ones.

    Where the words part, the nearest place is taken from which both go on alike: a figure that stands for another, a
    row that one has and the other lacks. All but the words looked ahead, `_AHEAD` of each at most `_MOST` times, are
    met once, so that the work grows with the length and not with its square.
    """
    end = _shared_end(one, two)
    stop, other_stop = len(one) - end, len(two) - end
    found: list[Stretch] = []
    i = j = 0
    while True:
        while i < stop and j < other_stop and one[i] == two[j]:
            i, j = i + 1, j + 1
        if i == stop and j == other_stop:
            return found
        ahead = _next_alike(one[i : min(i + 2 * _AHEAD, stop)], two[j : min(j + 2 * _AHEAD, other_stop)])
        if ahead is None and max(stop - i, other_stop - j) <= _AHEAD:
            ahead = stop - i, other_stop - j
        if ahead is None or len(found) == _MOST:
            return None
        found.append((i, i + ahead[0], j, j + ahead[1]))
        i, j = i + ahead[0], j + ahead[1]


def _shared_end(one: Sequence[Word], two: Sequence[Word]) -> int:
    """How many words two rows have in common at their ends, of those that they do not share at their beginnings."""
    shorter = min(len(one), len(two))
    start = next((k for k in range(shorter) if one[k] != two[k]), shorter)
    return next((k for k in range(shorter - start) if one[-1 - k] != two[-1 - k]), shorter - start)


def _next_alike(one: Sequence[Word], two: Sequence[Word]) -> tuple[int, int] | None:
    """How far each has to go so that both go on alike, the nearest such place first."""
    for alike in _ALIKE:
        for far in range(1, 2 * _AHEAD + 1):
            for mine in sorted(range(max(0, far - _AHEAD), min(far, _AHEAD) + 1), key=lambda k: abs(2 * k - far)):
                here, there = one[mine : mine + alike], two[far - mine : far - mine + alike]
                if len(here) == len(there) == alike and here == there:
                    return mine, far - mine
    return None


def _size(group: Sequence[Stretch], words: Sequence[Span], side: int) -> int:
    first, last = group[0][side], group[-1][side + 1]
    return words[last - 1].end - words[first].start if last > first else 0


def _window(
    text: str, words: Sequence[Span], near: tuple[list[Stretch] | None, list[Stretch], list[Stretch] | None], side: int,
    around: int,
) -> Span:  # fmt: skip
    """The part of a text around a group of stretches, without those of the groups before and behind it."""
    before, group, behind = near
    first, last = group[0][side], group[-1][side + 1]
    begin = words[first].start if first < len(words) else len(text)
    end = max(begin, words[last - 1].end) if last else begin
    least = words[before[-1][side + 1] - 1].end if before and before[-1][side + 1] else 0
    most = words[behind[0][side]].start if behind and behind[0][side] < len(words) else len(text)
    # To the borders of words, whatever parts them: the cells of a table are parted by tabs.
    place = bisect_right(words, begin - around, key=lambda word: word.start) - 1
    start = words[place].start if place >= 0 else 0
    place = bisect_left(words, end + around, key=lambda word: word.end)
    stop = words[place].end if place < len(words) else len(text)
    return Span(max(start, least), min(stop, most))
