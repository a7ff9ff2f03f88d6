"""Where two nearly alike passages differ: the stretch that each side fills with words of its own."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import word_sets


@dataclass(frozen=True, slots=True)
class Slot:
    """Token indices that fill the slot on each side, and the words before it ("by", "in", "" for a bare subject)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    left_marker: str
    right_marker: str
    shared: int
    added_left: int
    added_right: int


_DETERMINERS = word_sets("slots", "determiners")


def slots(found: Match, left: Reading, right: Reading) -> tuple[Slot, ...]:
    """The stretches of content words that are replaced when the order of the shared words is kept."""
    a = [f"L{n}" for n in range(len(found.left))]
    b = []
    for m in range(len(found.right)):
        n, affinity = found.partner_right[m]
        is_mutual = n >= 0 and found.partner_left[n][0] == m and affinity >= SAME_HEAD
        b.append(a[n] if is_mutual else f"R{m}")
    replaced: list[tuple[range, range]] = []
    added_left = added_right = shared = 0
    lost: range | None = None
    gained: range | None = None
    for op in [*Indel.opcodes(a, b), None]:
        if op is None or op.tag == "equal":
            if lost and gained:
                replaced.append((lost, gained))
            elif lost:
                added_left += len(lost)
            elif gained:
                added_right += len(gained)
            lost = gained = None
            if op is not None:
                shared += op.src_end - op.src_start
        elif op.tag == "delete":
            lost = range(lost.start if lost else op.src_start, op.src_end)
        elif op.tag == "insert":
            gained = range(gained.start if gained else op.dest_start, op.dest_end)
        else:
            lost = range(lost.start if lost else op.src_start, op.src_end)
            gained = range(gained.start if gained else op.dest_start, op.dest_end)
    return tuple(
        Slot(
            tuple(found.left[n].index for n in x),
            tuple(found.right[m].index for m in y),
            _marker(left, found.left[x.start].index),
            _marker(right, found.right[y.start].index),
            shared,
            added_left,
            added_right,
        )
        for x, y in replaced
    )


def _marker(reading: Reading, index: int) -> str:
    """The word before the slot, articles and possessives left out; "" at the start of the text or after a stop."""
    tokens = reading.tokens
    i = index - 1
    while i >= 0 and (tokens[i].lower in words_of(_DETERMINERS, reading.language) or tokens[i].text in "«\"“'"):
        i -= 1
    return "" if i < 0 or tokens[i].text in ".,;:" else tokens[i].lower
