"""Which side a statement was opened on changes nothing but the side: every finding is mirrored."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from statement_compare.engine.align import align
from statement_compare.engine.align.assign import weights
from statement_compare.engine.annotate.reading import Passage, lone_passage, read
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Block, BlockKind, Preset, Role, Sentence, Source, Span, Statement
from statement_compare.engine.models import Models
from statement_compare.engine.verdict.context import asked
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.judge import gather, judge
from statement_compare.engine.verdict.tables import weights_for

GOLDEN = Path(__file__).parents[1] / "golden"
LEXICON = BundledLexicon()
CLAIMS = [
    ("en", "The ministry claims that the tank leaked.", "The tank did not leak."),
    ("en", "The ministry says that the tank leaked.", "The tank leaked."),
    ("en", "The company says that the tank leaked.", "The tank leaked."),
    ("en", "The company claims that the tank held.", "The ministry says that the tank leaked."),
    ("en", "According to the ministry, 40 people were hurt.", "The plant hurt 40 people."),
    ("en", "Residents say that the river smelled.", "The river did not smell."),
    ("en", "In the north 12 wells failed and in the south 3.", "In the south 12 wells failed and in the north 3."),
    ("de", "Das Ministerium behauptet, der Tank sei leck.", "Der Tank war nicht leck."),
    ("ru", "Министерство утверждает, что бак протёк.", "Бак не протекал."),
]
SPEAKERS = [
    ("", "", ""),
    ("Ministry of Transport", "Norvane Ltd company", "Norvane"),
    ("Norvane Ltd company", "Ministry of Transport", "Norvane"),
    ("", "Norvane Ltd company", ""),
]


class DrawnModel:
    """Says of each pair, in the order in which it is asked, what a fixed draw from the two texts says."""

    name, sha256 = "statement-thorough", ""

    def covers(self, language: str) -> bool:
        return bool(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        drawn = [hashlib.sha256("|".join(pair).encode()).digest()[:3] for pair in pairs]
        rows = np.array([[each + 1 for each in row] for row in drawn], np.float32).reshape(-1, 3) ** 4
        return rows / rows.sum(axis=1, keepdims=True)


def pairs() -> list[tuple[str, str, str]]:
    found = list(CLAIMS)
    for path in sorted(GOLDEN.glob("facts_*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        found += [(row["language"], row["left"], row["right"]) for row in rows[::4]]
    return found


@pytest.mark.parametrize("speakers", SPEAKERS)
def test_swapped_passages_give_the_mirrored_verdict_and_reasons(speakers: tuple[str, str, str]) -> None:
    models = Models(entailment=DrawnModel())
    for language, first, second in pairs():
        left = lone_passage(first, language, speaker=speakers[0])
        right = lone_passage(second, language, speaker=speakers[1], voice=speakers[2])
        assert asked(left, right) == asked(right, left)[::-1]
        found = [_judged(one, other, models) for one, other in ((left, right), (right, left))]
        assert found[0][0] == found[1][0]
        assert found[0][1] == [(*each, here, there) for *each, there, here in found[1][1]], (first, second)


def _judged(left: Passage, right: Passage, models: Models) -> tuple[dict[str, float], list[tuple[object, ...]]]:
    said = entail([(left, right)], models)[0]
    told = gather(read(left), read(right), LEXICON, score=None, similarity=0.5, entailment=said)
    reasons: list[tuple[object, ...]] = []
    for preset in Preset:
        for table in (None, weights_for("statement-thorough")):
            decision = judge(told, preset, table)
            reasons.append((preset, decision.verdict, decision.confidence, None, None))
            reasons += [(fact.kind, fact.relation, fact.strength, fact.left, fact.right) for fact in decision.facts]
    return features(told), reasons


WORDS = "dam valley gates water opened warned mayor Orrin 12 1,200 40 June not This They".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
sides = st.lists(sentences, min_size=1, max_size=8)


def statement(texts: Sequence[str]) -> Statement:
    text, found = "", []
    for index, sentence in enumerate(texts):
        text += " " if index else ""
        found.append(Sentence(index, Span(len(text), len(text) + len(sentence)), sentence, Role.CLAIM, 0))
        text += sentence
    return Statement(Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), "en", tuple(found))


@settings(max_examples=120, deadline=None)
@given(sides, sides)
def test_swapped_statements_give_the_mirrored_alignment(left: list[str], right: list[str]) -> None:
    there, back = align(statement(left), statement(right), None), align(statement(right), statement(left), None)
    assert {(a.left, a.right, a.similarity, a.score) for a in there} == {
        (a.right, a.left, a.similarity, a.score) for a in back
    }


def test_the_draw_between_equal_pairs_does_not_know_the_sides() -> None:
    found = [(i, j) for i in range(6) for j in range(6)]
    drawn = weights(found, [0.5] * len(found), 0.1)
    assert all(drawn[i, j] == drawn[j, i] for i, j in found)
