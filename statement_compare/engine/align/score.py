"""How much wording two sentences have in common, and how sure it is that they speak of the same fact."""

from __future__ import annotations

from rapidfuzz import fuzz

# Words in another order are still the same words, but never the same text.
_REORDERED = 0.95


def wording_in_common(left: str, right: str) -> float:
    """Share of the wording that two texts have in common, 0 to 1; symmetrical.

    Upper and lower case and white space do not count. 1.0 is given to equal texts alone. The measure sees letters, not
    meaning: a paraphrase scores low and a swapped figure high, so it must never judge.
    """
    a, b = " ".join(left.casefold().split()), " ".join(right.casefold().split())
    if a == b:
        return 1.0
    return max(fuzz.ratio(a, b), _REORDERED * fuzz.token_sort_ratio(a, b)) / 100.0
