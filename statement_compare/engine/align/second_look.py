"""A second look at the likeliest pairs: a model that reads both sentences together tells a topic from a fact in common.

Vectors put two sentences on one topic close together whether or not one bears on the other. A cross-encoder that finds
neither entailment nor contradiction says that they merely share a topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log

from statement_compare.engine.align.assign import Pair
from statement_compare.engine.model import EntailmentPair

Ask = Callable[[Sequence[Pair]], Sequence[EntailmentPair | None]]
"""Reads pairs of sentences, given by their ids; None for a pair that cannot be read."""

# Candidates a sentence that are read, fewer where there are many sentences, and none beyond a number of them: each is a
# question in two directions. Odds below the last number are not worth one.
_READ_OF_EACH = 3
_READ_OF_EACH_OF_MANY = 1
_MANY, _TOO_MANY = 400, 4_000
_LEAST_ODDS = 0.005
# Log odds of a pair that was not read while its rivals were: next to none.
_UNREAD = -8.0
_LEAST_OLD = 1e-13
_SUREST = 0.999


@dataclass(frozen=True, slots=True)
class Weighing:
    """New log odds = `constant` + `odds` times the old + `bearing` times the log odds that one bears on the other.

    The rest as in `score.Judgement`. Fitted for each model by training/fit_second_look.py.
    """

    constant: float
    odds: float
    bearing: float
    least: float
    least_to_join: float
    steep: float
    middle: float

    def again(self, odds: float, bears: float | None) -> float:
        """New odds from the old and from the log odds of bearing; None for a pair that was not read."""
        if bears is None:
            return exp(_UNREAD)
        return exp(self.constant + self.odds * log(max(odds, _LEAST_OLD)) + self.bearing * bears)


@dataclass(frozen=True, slots=True)
class SecondLook:
    ask: Ask
    weighing: Weighing

    def odds(
        self, pairs: Sequence[Pair], odds: Sequence[float], ids: tuple[Sequence[int], Sequence[int]]
    ) -> list[float] | None:
        """The odds of all pairs (indices into `ids`), the likeliest of each sentence read again.

        None where nothing is read: there are too many sentences, or the model reads none of these pairs.
        """
        sentences = sum(len(side) for side in ids)
        if sentences > _TOO_MANY:
            return None
        chosen = worth_reading(pairs, odds, _READ_OF_EACH_OF_MANY if sentences > _MANY else _READ_OF_EACH)
        said = self.ask([(ids[0][i], ids[1][j]) for i, j in chosen])
        read = {pair: each for pair, each in zip(chosen, said, strict=True) if each is not None}
        if not read:
            return None
        bears = {pair: bearing(each) for pair, each in read.items()}
        return [self.weighing.again(value, bears.get(pair)) for pair, value in zip(pairs, odds, strict=True)]


def worth_reading(pairs: Sequence[Pair], odds: Sequence[float], of_each: int = _READ_OF_EACH) -> list[Pair]:
    """The likeliest pairs of each sentence on either side, in order."""
    lines: dict[tuple[int, int], list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in zip(pairs, odds, strict=True):
        if value >= _LEAST_ODDS:
            lines[0, pair[0]].append((-value, pair))
            lines[1, pair[1]].append((-value, pair))
    return sorted({pair for line in lines.values() for _, pair in sorted(line)[:of_each]})


def bearing(said: EntailmentPair) -> float:
    """Log odds that one of the two bears on the other, in the direction in which it is clearer."""
    apart = min(said.forward.neutral, said.backward.neutral)
    chance = min(max(1 - apart, 1 - _SUREST), _SUREST)
    return log(chance / (1 - chance))
