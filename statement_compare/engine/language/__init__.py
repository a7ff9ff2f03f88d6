"""What the words of each language mean to the engine: plain tables, one folder a language, and nothing else."""

from statement_compare.engine.language.tables import (
    CODES,
    all_words,
    keyed,
    lines,
    patterns,
    phrases,
    word_sets,
    words,
)

__all__ = ["CODES", "all_words", "keyed", "lines", "patterns", "phrases", "word_sets", "words"]
