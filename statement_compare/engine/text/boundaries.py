"""Where sentences end within one paragraph: what sentencex proposes, corrected by a table of rules."""

from __future__ import annotations

import sentencex


def sentence_ends(paragraph: str, language: str) -> list[int]:
    """Offsets just behind each sentence of `paragraph`, ascending; the last one is its length (none for "")."""
    return [int(found["end_index"]) for found in sentencex.get_sentence_boundaries(language, paragraph)]
