"""Keys for which the tables of words need not be alike yet."""

from __future__ import annotations

MISSING_WORDS: frozenset[str] = frozenset()
"""What has words in English alone, and is said so in other languages until then."""

EARLY_WORDS: frozenset[str] = frozenset()
"""What has words in other languages before English asks for it."""
