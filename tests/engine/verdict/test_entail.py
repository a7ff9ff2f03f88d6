"""What is asked of an entailment model, and which words its answer is traced to; the model is a fake of ten lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.annotate.reading import lone_passage, lone_reading, read
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.verdict.entail import Outcome, Question, carrying_words, entail, phrases


class NeverModel:
    """Says contradiction where one text alone holds "never", entailment otherwise; reads English."""

    name = "never"
    sha256 = "0" * 64

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        rows = [
            (0.1, 0.1, 0.8) if ("never" in premise) != ("never" in hypothesis) else (0.8, 0.1, 0.1)
            for premise, hypothesis in pairs
        ]
        return np.array(rows, np.float32)


def test_both_directions_are_asked_and_kept_apart() -> None:
    class FirstLonger(NeverModel):
        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            return np.array([(1, 0, 0) if len(a) > len(b) else (0, 1, 0) for a, b in pairs], np.float32)

    pair = (lone_passage("The mine closed in May.", "en"), lone_passage("It closed.", "en"))
    (found,) = entail([pair], Models(entailment=FirstLonger()))
    assert found is not None
    assert found.forward.entailment == 1.0
    assert found.backward.neutral == 1.0


def test_languages_that_the_model_does_not_read_get_no_answer() -> None:
    russian = (lone_passage("Завод закрыт.", "ru"), lone_passage("The plant is closed.", "en"))
    english = (lone_passage("The plant is closed.", "en"), lone_passage("The plant is closed.", "en"))
    first, second = entail([russian, english], Models(entailment=NeverModel()))
    assert first is None
    assert second is not None


def test_without_a_model_there_is_no_answer() -> None:
    assert entail([(lone_passage("A.", "en"), lone_passage("B.", "en"))], NO_MODELS) == [None]


def test_the_words_that_carry_a_contradiction_are_those_without_which_it_falls() -> None:
    left = "The mine closed in May, the ministry said."
    right = "According to our records the mine was never closed at all."
    question = Question(lone_reading(left, "en"), lone_reading(right, "en"), Outcome.CONTRADICTION)
    ((_, found),) = carrying_words([question], NeverModel())
    assert "never" in right[found.start : found.end]
    assert found.end - found.start < len(right) / 2


def test_where_both_directions_are_asked_a_phrase_counts_by_what_both_leave_over() -> None:
    class Minding(NeverModel):
        """Without "dam" there is no contradiction one way, without "north" half of it both ways."""

        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            rows = []
            for premise, hypothesis in pairs:
                left_over = 0.9 if "dam" in premise + hypothesis or premise.startswith("It") else 0.1
                if "north" not in premise + hypothesis:
                    left_over = 0.3
                rows.append((0.0, 1 - left_over, left_over))
            return np.array(rows, np.float32)

    left, right = (lone_reading(text, "en") for text in ("The dam broke, in the north.", "It held."))
    for asked, words in (((True, False), "The dam broke"), ((True, True), "in the north"), ((False, True), "north")):
        ((found, _),) = carrying_words([Question(left, right, Outcome.CONTRADICTION, *asked)], Minding())
        assert words in found.of(left.text)


def test_the_words_are_looked_for_in_the_context_in_which_the_verdict_was_given() -> None:
    asked: list[tuple[str, str]] = []

    class Heard(NeverModel):
        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            asked.extend(pairs)
            return super().judge(pairs)

    left = lone_passage("That is false, the mill said.", "en", before="The alarm was sounded.")
    right = lone_passage("Nobody sounded the alarm.", "en")
    carrying_words([Question(read(left), read(right), Outcome.CONTRADICTION)], Heard())
    assert asked
    assert all(premise.startswith("The alarm was sounded. ") for premise, _ in asked)
    assert ("The alarm was sounded. That is false, the mill said.", "Nobody sounded .") in asked


def test_phrases_cover_every_content_word_once_and_stay_short() -> None:
    text = "The company, which denies this, must pay 18.4 million euros to the fund within five working days."
    found = phrases(lone_reading(text, "en"))
    cut = [text[span.start : span.end] for span in found]
    assert all(len(phrase.split()) <= 8 for phrase in cut)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    for word in ("company", "pay", "million", "euros", "fund", "five", "days"):
        assert sum(word in phrase.split() for phrase in cut) == 1


def test_a_pair_goes_to_the_model_that_reads_both_of_its_languages() -> None:
    class Everywhere(NeverModel):
        def covers(self, language: str) -> bool:  # noqa: ARG002 - the Protocol names it
            return True

        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            return np.array([(0, 1, 0)] * len(pairs), np.float32)

    english = (lone_passage("The plant is closed.", "en"), lone_passage("The plant is closed.", "en"))
    mixed = (lone_passage("Завод закрыт.", "ru"), lone_passage("The plant is closed.", "en"))
    models = Models(entailment=NeverModel(), multilingual_entailment=Everywhere())
    found = entail([mixed, english, mixed], models)
    assert [pair.forward.neutral if pair else None for pair in found] == [1.0, 0.1, 1.0]


class HearsAName:
    """Sees the contradiction where both texts have the name, or where one lacks it."""

    name, sha256 = "hears", ""

    def __init__(self, *, is_named: bool) -> None:
        self.is_named = is_named

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        heard = [all("NorRail" in text for text in pair) == self.is_named for pair in pairs]
        return np.array([(0.05, 0.05, 0.9) if each else (0.1, 0.8, 0.1) for each in heard], np.float32)


@pytest.mark.parametrize("is_named", [True, False])
def test_knowing_who_speaks_finds_more_and_loses_nothing(is_named: bool) -> None:
    left = lone_passage("NorRail was warned in May.", "en")
    right = lone_passage("We were never warned.", "en", voice="NorRail")
    models = Models(entailment=HearsAName(is_named=is_named))
    for sides in ((left, right), (right, left)):
        said = entail([sides], models)[0]
        assert said is not None
        assert said.forward.contradiction == said.backward.contradiction == 0.9
