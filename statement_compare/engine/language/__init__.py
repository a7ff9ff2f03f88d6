"""What the words of each language mean to the engine: plain tables, one folder a language, and nothing else."""

from statement_compare.engine.language.tables import (
    CODES,
    GAP,
    keyed,
    lines,
    own_words,
    patterns,
    phrases,
    spaced,
    speaking,
    word_sets,
    words,
)

__all__ = [
    "CODES",
    "GAP",
    "keyed",
    "lines",
    "own_words",
    "patterns",
    "phrases",
    "spaced",
    "speaking",
    "word_sets",
    "words",
]
