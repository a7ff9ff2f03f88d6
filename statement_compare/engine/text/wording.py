"""How much wording two texts have in common, and which of many texts has most of it in common with one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

# Words in another order are still the same words, but never the same text.
_REORDERED: Final = 0.95
# What is shown in whole per cent is 100 for equal texts alone, however long the texts and however small the difference.
_UNEQUAL: Final = 0.99


def wording_in_common(left: str, right: str) -> float:
    """Share of the wording that two texts have in common, 0 to 1; symmetrical.

    Upper and lower case and white space do not count. 1.0 is given to equal texts alone. The measure sees letters, not
    meaning: a paraphrase scores low and a swapped figure high, so it must never judge.
    """
    a, b = _plain(left), _plain(right)
    return 1.0 if a == b else _unequal(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))


def most_in_common(text: str, others: Sequence[str]) -> tuple[float, int]:
    """The most wording that one of `others` has in common with a text, and its place, the first of equals.

    What `wording_in_common` says of each of them, at one call for all: thousands take a few milliseconds once `prepare`
    has seen them. (0.0, 0) where there are none, or none has anything in common.
    """
    found = [prepare(each) for each in others]
    plain, in_order = prepare(text)
    plains, ordered = [each[0] for each in found], [each[1] for each in found]
    if plain in plains:
        return 1.0, plains.index(plain)
    straight = process.extractOne(plain, plains, scorer=fuzz.ratio)
    sorted_ = process.extractOne(in_order, ordered, scorer=fuzz.ratio)
    best = [(_unequal(each[1], 0), -each[2]) for each in (straight,) if each is not None]
    best += [(_unequal(0, each[1]), -each[2]) for each in (sorted_,) if each is not None]
    if any(share == _UNEQUAL for share, _ in best):  # all that come so near are equals
        near = (i for i, other in enumerate(others) if wording_in_common(text, other) >= _UNEQUAL)
        return _UNEQUAL, next(near)
    share, place = max(best, default=(0.0, 0))
    return share, -place if share else 0


# The texts of both sides of the longest pair in which something near is looked for.
@lru_cache(maxsize=40_000)
def prepare(text: str) -> tuple[str, str]:
    """A text as it is compared, and the same with its words in the order of the alphabet; kept for the next time."""
    plain = _plain(text)
    return plain, " ".join(sorted(plain.split()))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _unequal(straight: float, in_order: float) -> float:
    """The share of two texts that are not equal, from their likeness as they are and with sorted words, in per cent."""
    return min(_UNEQUAL, max(straight, _REORDERED * in_order) / 100.0)
