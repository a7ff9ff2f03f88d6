"""Keys whose words may still be missing in other languages than English; they are said in English until then."""

MISSING_WORDS: frozenset[str] = frozenset()
