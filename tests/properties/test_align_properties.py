"""Alignment held against its slow twin, and what must hold whatever the statements are."""

import random
from collections.abc import Sequence

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from statement_compare.engine.align import align, reference
from statement_compare.engine.align.assign import best_matching, weights
from statement_compare.engine.align.candidates import Limits, candidates
from statement_compare.engine.align.profile import profiles
from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement
from statement_compare.engine.text.wording import wording_in_common

WORDS = (
    "dam",
    "valley",
    "gates",
    "water",
    "opened",
    "warned",
    "mayor",
    "Orrin",
    "Keld",
    "12",
    "1,200",
    "40",
    "June",
    "not",
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda words: " ".join(words) + ".")
sides = st.lists(sentences, max_size=9)
BLOCKED = Limits(every_pair=0, nearest=2, rare_anchor=2, common_least=2)


class WordEncoder:
    """Each word of the vocabulary is a direction, with a little noise that belongs to the text alone."""

    name = "words"
    sha256 = ""

    def covers(self, language: str) -> bool:
        return language == "en"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = []
        for text in texts:
            draw = random.Random(text)
            rows.append([(word in text) + draw.uniform(-0.1, 0.1) for word in WORDS])
        vectors = np.array(rows, np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def statement(texts: Sequence[str]) -> Statement:
    text, found = "", []
    for index, sentence in enumerate(texts):
        text += " " if index else ""
        found.append(Sentence(index, Span(len(text), len(text) + len(sentence)), sentence, Role.CLAIM, 0))
        text += sentence
    return Statement(Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), "en", tuple(found))


@settings(max_examples=150, deadline=None)
@given(sides, sides, st.sampled_from([BLOCKED, Limits()]), st.booleans())
def test_candidates_are_those_of_the_slow_twin(
    left: list[str], right: list[str], limits: Limits, with_vectors: bool
) -> None:
    if not left or not right:
        return
    first, second = profiles(statement(left).sentences, "en", statement(right).sentences, "en")
    vectors = (WordEncoder().encode(left), WordEncoder().encode(right)) if with_vectors else None
    slow = None if vectors is None else (vectors[0].tolist(), vectors[1].tolist())
    fast = candidates(first, second, vectors, limits, background=0.3)
    assert fast == reference.candidates(first, second, slow, limits, background=0.3)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)),
        st.one_of(st.floats(0.01, 1.0), st.sampled_from([0.25, 0.5])),
        max_size=40,
    )
)
def test_the_matching_is_that_of_the_slow_twin(scores: dict[tuple[int, int], float]) -> None:
    pairs = sorted(scores)
    values = [scores[pair] for pair in pairs]
    fast = best_matching(weights(pairs, values, 0.1))
    assert fast == reference.best_matching(pairs, values, 0.1)


@settings(max_examples=100, deadline=None)
@given(sides, sides, st.booleans())
def test_a_sentence_stands_in_one_alignment_at_most_and_numbers_stay_in_range(
    left: list[str], right: list[str], blocked: bool
) -> None:
    found = align(statement(left), statement(right), WordEncoder(), limits=BLOCKED if blocked else Limits())
    lefts = [i for each in found for i in each.left]
    rights = [j for each in found for j in each.right]
    assert len(lefts) == len(set(lefts))
    assert len(rights) == len(set(rights))
    assert all(each.left and each.right and 0 <= each.similarity <= 1 and 0 <= each.score <= 1 for each in found)


@settings(max_examples=60, deadline=None)
@given(sides)
@example(["dam Orrin.", "Orrin dam."])
@example(["dam.", "dam dam.", "dam Orrin.", "valley Orrin.", "Orrin dam."])
def test_a_statement_against_itself_is_paired_sentence_by_sentence(texts: list[str]) -> None:
    told = statement(texts)
    for encoder in (WordEncoder(), None):
        assert all(each.left == each.right for each in align(told, told, encoder))


@given(st.text(max_size=60), st.text(max_size=60))
def test_wording_in_common_is_symmetrical_and_full_for_equal_texts_alone(left: str, right: str) -> None:
    shared = wording_in_common(left, right)
    assert shared == wording_in_common(right, left)
    assert 0 <= shared <= 1
    assert (shared == 1) == (" ".join(left.casefold().split()) == " ".join(right.casefold().split()))
