"""What a pattern needs: read off the pattern, and never so much that a match would be missed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.text.role_patterns import CONTACT, COURTESY, OPINION, PREDICTION
from statement_compare.engine.text.triggers import Phrases, triggers

GOLDEN = Path(__file__).parents[2] / "golden" / "roles.tsv"
PATTERNS = [
    pattern for table in (COURTESY, OPINION, PREDICTION, CONTACT) for patterns in table.values() for pattern in patterns
]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bno (?:further )?comments?\b", ("comment",)),
        (r"\b(?:is|are) (?:\w+ ){0,2}(?:grateful|thankful) (?:to|for)\b", ("grateful", "thankful")),
        (r"regret(?:s|ted)? the", ("regret",)),
        (r"a|b?", ()),
        (r"(?i:thanks)", ()),
        (r"(?:ab)+c", ("ab",)),
        (r"(?:ab)*c", ("c",)),
        (r"", ()),
    ],
)
def test_triggers_of_a_pattern(pattern: str, needed: tuple[str, ...]) -> None:
    assert triggers(pattern) == needed


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_phrase_has_triggers(pattern: str) -> None:
    assert triggers(pattern)


@given(st.data())
def test_no_match_lacks_a_trigger(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(PATTERNS))
    match = data.draw(st.from_regex(re.compile(pattern)))
    assert any(word in match for word in triggers(pattern))


@pytest.mark.parametrize("language", sorted(COURTESY))
def test_phrases_find_what_their_patterns_find(language: str) -> None:
    sentences = [row.split("\t")[2].lower() for row in GOLDEN.read_text("utf-8").splitlines() if row.count("\t") == 2]
    for table in (COURTESY, OPINION, PREDICTION, CONTACT):
        phrases = Phrases(table[language])
        for sentence in sentences:
            places = [found.start() for p in table[language] if (found := re.search(p, sentence))]
            assert phrases.first(sentence) == min(places, default=None)
