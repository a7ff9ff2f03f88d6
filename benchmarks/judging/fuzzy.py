"""The baseline that anyone would write first: fuzzy similarity, words of negation and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from .scores import AGREEMENT, CONTRADICTION, UNCLEAR, Judgement

# Where F1 of contradiction and of agreement are highest on the training groups of the corpus with six sentences of
# other groups to each; the same for both.
ALIKE = 50.0
_NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor without cannot deny denies denied untrue false refused rejects "
    "rejected failed не нет ни никогда никто ничего без жоқ емес ешқашан nicht kein keine keinen nie ohne ne pas "
    "jamais aucun aucune sans nunca ningún ninguna sin jamás".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve half third twice dozen".split()
)


def judge(left: str, right: str) -> Judgement:
    """Alike, with a negation or a figure that only one side has: contradiction. Alike without: agreement."""
    ratio = fuzz.token_set_ratio(left.lower(), right.lower())
    if ratio < ALIKE:
        return Judgement(UNCLEAR, 0.0)
    differs = _is_negated(left) != _is_negated(right) or _figures(left) != _figures(right)
    return Judgement(CONTRADICTION if differs else AGREEMENT, round(ratio / 100, 4))


def links(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Sentences that are each other's most similar one, and alike."""
    if not left or not right:
        return []
    ratios = [[fuzz.token_set_ratio(a.lower(), b.lower()) for b in right] for a in left]
    best_of_left = [row.index(max(row)) for row in ratios]
    best_of_right = [column.index(max(column)) for column in zip(*ratios, strict=True)]
    return [(i, j) for i, j in enumerate(best_of_left) if best_of_right[j] == i and ratios[i][j] >= ALIKE]


def _is_negated(text: str) -> bool:
    words = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    return any(word in _NEGATIONS or word.endswith("n't") for word in words)


def _figures(text: str) -> set[str]:
    words = re.findall(r"\w+(?:[.,]\d+)*", text.lower())
    return {word for word in words if word[0].isdigit() or word in _NUMBER_WORDS}
