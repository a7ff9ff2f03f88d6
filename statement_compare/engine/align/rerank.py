"""A second look at the likeliest pairs: a model that reads both sentences together tells a topic from a fact in common.

Vectors put two sentences on one topic close together whether or not one bears on the other. A cross-encoder that finds
neither entailment nor contradiction says that they merely share a topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from statement_compare.engine.align.assign import Pair
from statement_compare.engine.model import EntailmentPair

Ask = Callable[[Sequence[Pair]], Sequence[EntailmentPair | None]]
"""Reads pairs of sentences, given by their ids; None for a pair that cannot be read."""

# Candidates a sentence that are read, fewer where there are many sentences, and none beyond a number of them: each is a
# question in two directions. Where links may be many to many, a sentence of a short statement meets nearly all of the
# other side, one of a page the likeliest few. Odds below the last number are not worth a question.
_MOST_READ_OF_EACH, _READ_OF_EACH, _READ_OF_EACH_OF_MANY = 12, 3, 1
_READ_A_SIDE = 150
_MANY, _TOO_MANY = 400, 4_000
_LEAST_ODDS = 0.0005
# Log odds of a pair that was not read while its rivals were: next to none.
_UNREAD = -8.0
_LEAST_OLD = 1e-13
_SUREST = 0.999


@dataclass(frozen=True, slots=True)
class Weighing:
    """New log odds = `constant` + `odds` times the old + `bearing` times the log odds that one bears on the other.

    The rest as in `score.Judgement`. Fitted for each model by training/fit_verdicts.py.
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
class Read:
    """A pair that was read, by the ids of its sentences.

    `before` and `after`: the odds that both speak of one fact, before they were read together and after. `ranks`: how
    many of the pairs read of either sentence had better odds before, the smaller number first.
    """

    pair: Pair
    before: float
    after: float
    ranks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rerank:
    """`noted` gets every pair that was read; `is_wide` asks for more of them, as links many to many need."""

    ask: Ask
    weighing: Weighing
    noted: Callable[[Sequence[Read]], None] | None = None
    is_wide: bool = False

    def odds(
        self,
        pairs: Sequence[Pair],
        odds: Sequence[float],
        ids: tuple[Sequence[int], Sequence[int]],
        always: Collection[Pair] = (),
    ) -> list[float] | None:
        """The odds of all pairs (indices into `ids`), the likeliest of each sentence and those of `always` read again.

        None where nothing is read: there are too many sentences, or the model reads none of these pairs.
        """
        sentences = sum(len(side) for side in ids)
        if sentences > _TOO_MANY:
            return None
        likeliest = worth_reading(pairs, odds, self._of_each(*(len(side) for side in ids)))
        chosen = sorted({*likeliest, *always}.intersection(pairs))
        said = self.ask([(ids[0][i], ids[1][j]) for i, j in chosen])
        read = {pair: each for pair, each in zip(chosen, said, strict=True) if each is not None}
        if not read:
            return None
        bears = {pair: bearing(each) for pair, each in read.items()}
        again = [self.weighing.again(value, bears.get(pair)) for pair, value in zip(pairs, odds, strict=True)]
        if self.noted is not None:
            before, after = dict(zip(pairs, odds, strict=True)), dict(zip(pairs, again, strict=True))
            ranks = ranks_of({pair: before[pair] for pair in read})
            self.noted([Read((ids[0][i], ids[1][j]), before[i, j], after[i, j], ranks[i, j]) for i, j in read])
        return again

    def _of_each(self, left: int, right: int) -> int:
        """How many candidates of each sentence are read."""
        if left + right > _MANY:
            return _READ_OF_EACH_OF_MANY
        if not self.is_wide:
            return _READ_OF_EACH
        return max(_READ_OF_EACH, min(_MOST_READ_OF_EACH, _READ_A_SIDE // max(left, right)))


def ranks_of(odds: Mapping[Pair, float]) -> dict[Pair, tuple[int, int]]:
    """For each pair how many of its row and of its column have better odds, the smaller number first."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (i, j), value in odds.items():
        rows[i].append(value)
        columns[j].append(value)
    found = {}
    for (i, j), value in odds.items():
        better = sorted(sum(other > value for other in line) for line in (rows[i], columns[j]))
        found[i, j] = (better[0], better[1])
    return found


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
