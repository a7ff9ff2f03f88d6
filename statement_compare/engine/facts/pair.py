"""What is found of two passages together before any fact module is asked: which words and figures answer each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts import figure_pairing, word_matching
from statement_compare.engine.facts.fact import Fact, Lexicon


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, with their words and their figures matched once for all modules."""

    left: Reading
    right: Reading
    words: word_matching.Match
    figures: tuple[figure_pairing.Match, ...]


def paired(left: Reading, right: Reading, lexicon: Lexicon) -> Pair:
    """Two readings with the answers of their words and figures; the lexicon is asked and not kept."""
    return Pair(left, right, word_matching.match(left, right, lexicon), figure_pairing.matches(left, right, lexicon))


class FactModule(Protocol):
    """Each module of `facts` that `judge` lists has a function of this form, named `compare`."""

    def __call__(self, pair: Pair, lexicon: Lexicon, /) -> tuple[Fact, ...]: ...
