"""Sentences that nobody would write on purpose but a file may hold: every fact module has to get through them."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import CompareOptions
from statement_compare.engine.pipeline import judge_pair

HOSTILE = {
    "a row of digits too long for a float": "5" * 400 + " tonnes were spilt.",
    "a row of digits too long for an integer": "The 7 March file is " + "7" * 5000 + " March.",
    "decimals without end": "It was 0." + "1" * 400 + " tonnes.",
    "scale words without end": "five " + "million " * 90 + "tonnes",
    "a German number word without end": "tausend" * 2000 + " Tonnen",
    "a word without end": "W" * 5000,
    "negations without end": "not " * 300 + "spilt",
    "brackets without end": "(" * 500,
    "a table in one sentence": " ".join(f"{n} tonnes," for n in range(200, 500)),
    "a null character": "5 tonnes\x00 were spilt.",
    "other digits": "٥٠٠٠ شخص and ５０００ people",
    "nothing": "",
}


@pytest.mark.parametrize("language", ["en", "de", "ru", ""])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_sentence_is_judged(text: str, language: str) -> None:
    options = CompareOptions(languages=(language, language), use_model=False)
    for left, right in ((text, text), (text, "Nobody spilt 5 tonnes."), ("Nobody spilt 5 tonnes.", text)):
        for reason in judge_pair(left, right, options).link.reasons:
            assert reason.left is None or reason.left.end <= len(left)
            assert reason.right is None or reason.right.end <= len(right)
