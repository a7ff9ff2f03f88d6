"""Reasons by the model get their words; the model is a fake that minds one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexical_coverage import uncovered
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Entailment, EntailmentPair, ReasonKind, Span, Verdict
from statement_compare.engine.models import Clash, Models
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.explain import explained

LEFT = "The crane was checked in May, the owner says."
RIGHT = "Inspectors found the machine untouched and its log empty."


class Untouched:
    """Contradicts where the hypothesis holds "untouched" and the premise "checked"; notes what it is asked."""

    name = "untouched"
    sha256 = "0" * 64

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        return np.array(
            [(0.1, 0.1, 0.8) if "checked" in a and "untouched" in b else (0.1, 0.8, 0.1) for a, b in pairs], np.float32
        )


def evidence(said: EntailmentPair) -> Evidence:
    sides = lone_reading(LEFT, "en"), lone_reading(RIGHT, "en")
    return Evidence(*sides, (), said, 0.9, 0.3, uncovered(*sides, BundledLexicon()))


def by_model(said: EntailmentPair) -> tuple[Evidence, Decision]:
    reason = Fact(ReasonKind.MODEL, Relation.CONFLICT, None, None, 1.0, "model.contradiction")
    return evidence(said), Decision(Verdict.CONTRADICTION, 0.8, (reason,), "weighed")


FORWARD = EntailmentPair(Entailment(0.1, 0.1, 0.8), Entailment(0.1, 0.8, 0.1))


def test_a_reason_without_words_gets_those_without_which_the_model_would_not_say_so() -> None:
    model = Untouched()
    ((_, decision),) = explained([by_model(FORWARD)], Models(entailment=model))
    (reason,) = decision.facts
    assert reason.left is not None
    assert reason.right is not None
    assert "checked" in reason.left.of(LEFT)
    assert "untouched" in reason.right.of(RIGHT)


def test_only_the_direction_that_was_surer_is_asked() -> None:
    model = Untouched()
    explained([by_model(FORWARD)], Models(entailment=model))
    assert all(RIGHT in pair[1] or LEFT in pair[0] for pair in model.asked)
    assert len(model.asked) <= 16


def test_of_two_directions_that_are_as_sure_both_are_asked_so_that_the_sides_may_change() -> None:
    model = Untouched()
    explained([by_model(EntailmentPair(FORWARD.forward, FORWARD.forward))], Models(entailment=model))
    assert {(first, second) in model.asked for second, first in model.asked} == {True}
    assert len(model.asked) == len(set(model.asked))


def test_a_reason_that_has_its_words_is_left_alone_and_nothing_is_asked() -> None:
    model = Untouched()
    reason = Fact(ReasonKind.NUMBER, Relation.CONFLICT, Span(0, 3), Span(0, 3), 0.9, "number.differ")
    decided = [(evidence(FORWARD), Decision(Verdict.CONTRADICTION, 0.9, (reason,), "weighed"))]
    assert explained(decided, Models(entailment=model)) == decided
    assert model.asked == []


class Marking(Untouched):
    """Has learnt which words clash, and of what kind that is."""

    def __init__(self, kinds: dict[str, float]) -> None:
        super().__init__()
        self.kinds = kinds

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        return [Clash(self.kinds, self._pieces(premise), self._pieces(hypothesis)) for premise, hypothesis in pairs]

    def _pieces(self, text: str) -> tuple[tuple[int, int, float], ...]:
        words = re.finditer(r"\w+", text)
        return tuple((*word.span(), 0.9 if word[0] in ("crane", "checked", "untouched") else 0.1) for word in words)


def test_a_model_that_has_learnt_which_words_clash_is_not_asked_with_words_left_out() -> None:
    model = Marking({"antonym": 0.7, "number": 0.3})
    ((_, decision),) = explained([by_model(FORWARD)], Models(entailment=model))
    (reason,) = decision.facts
    assert reason.left is not None
    assert reason.right is not None
    assert reason.left.of(LEFT) == "The crane was checked"
    assert reason.right.of(RIGHT) == "the machine untouched"
    assert reason.kind is ReasonKind.ANTONYM
    assert model.asked == []


def test_a_kind_that_the_model_is_not_sure_of_is_not_told() -> None:
    ((_, decision),) = explained([by_model(FORWARD)], Models(entailment=Marking({"antonym": 0.35, "number": 0.3})))
    assert decision.facts[0].kind is ReasonKind.MODEL


class Reordering:
    """Takes everything for a contradiction that rests on "near Arlon"."""

    name = "reordering"
    sha256 = "0" * 64

    def covers(self, language: str) -> bool:
        return language in ("en", "ru")

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        both = [any(place in a.lower() and place in b.lower() for place in ("arlon", "арлон")) for a, b in pairs]
        return np.array([(0.05, 0.05, 0.9) if each else (0.1, 0.8, 0.1) for each in both], np.float32)


def told(left: str, right: str, language: str = "en") -> tuple[Verdict, list[tuple[str, str]]]:
    """The verdict on two sentences that the model takes for a contradiction, and the words that are marked."""
    first, second = lone_reading(left, language), lone_reading(right, language)
    weighed = Evidence(first, second, (), FORWARD, 0.9, 0.3, uncovered(first, second, BundledLexicon()))
    reason = Fact(ReasonKind.MODEL, Relation.CONFLICT, None, None, 1.0, "model.contradiction")
    decided = (weighed, Decision(Verdict.CONTRADICTION, 0.8, (reason,), "weighed"))
    ((_, decision),) = explained([decided], Models(entailment=Reordering()))
    return decision.verdict, [(f.left.of(left), f.right.of(right)) for f in decision.facts if f.left and f.right]


def test_what_is_only_put_in_another_order_is_no_contradiction() -> None:
    left, right = "Near Arlon, the train was halted.", "The train was halted near  Arlon."
    assert told(left, right) == (Verdict.UNCLEAR, [])


def test_where_the_model_names_equal_words_those_that_one_side_has_alone_are_marked() -> None:
    verdict, marked = told("Near Arlon, the train was halted.", "The train rolled on near Arlon.")
    assert verdict is Verdict.CONTRADICTION
    assert [("halted" in left, "rolled" in right) for left, right in marked] == [(True, True)]


def test_one_word_in_two_cases_is_no_clash_and_what_differs_is_marked() -> None:
    verdict, marked = told("Поезд остановили под Арлоном.", "Поезд прибыл под Арлон.", "ru")
    assert verdict is Verdict.CONTRADICTION
    assert [("остановили" in left, "прибыл" in right) for left, right in marked] == [(True, True)]


def test_a_contradiction_that_rests_on_a_denial_alone_stays() -> None:
    verdict, _ = told("The train was halted near Arlon.", "The train was not halted near Arlon.")
    assert verdict is Verdict.CONTRADICTION


def test_a_kind_that_only_the_model_has_a_name_for_is_not_told() -> None:
    ((_, decision),) = explained([by_model(FORWARD)], Models(entailment=Marking({"colour": 0.9, "number": 0.1})))
    assert decision.facts[0].kind is ReasonKind.MODEL


class Sharing(Untouched):
    """Has learnt how much each word clashes, as it is told."""

    def __init__(self, kinds: dict[str, float], **shares: float) -> None:
        super().__init__()
        self.kinds, self.shares = kinds, shares

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        return [Clash(self.kinds, *(self._pieces(text) for text in pair)) for pair in pairs]

    def _pieces(self, text: str) -> tuple[tuple[int, int, float], ...]:
        return tuple((*word.span(), self.shares.get(word[0].lower(), 0.0)) for word in re.finditer(r"\w+", text))


@pytest.mark.parametrize(
    ("shares", "marked"),
    [
        ((0.1, 0.8, 0.2, 0.9), "locks"),  # not the pumps: the gates between them are hardly marked
        ((0.1, 0.9, 0.68, 0.1), "pumps, gates"),  # three quarters of the best are enough
        ((0.1, 0.9, 0.67, 0.1), "pumps"),
        ((0.4, 0.5, 0.4, 0.39), "Cranes, pumps, gates"),  # and so is two fifths, where the best has little
        ((0.39, 0.5, 0.39, 0.3), "pumps"),
        ((0.9, 0.9, 0.9, 0.9), "Cranes, pumps, gates, locks"),
        ((0.0, 0.0, 0.0, 0.0), "Cranes"),
    ],
)
def test_phrases_beside_the_one_that_clashes_most_are_marked_from_a_share_on(
    shares: tuple[float, ...], marked: str
) -> None:
    text = "Cranes, pumps, gates, locks."
    sides = lone_reading(text, "en"), lone_reading(RIGHT, "en")
    whole = Evidence(*sides, (), FORWARD, 0.9, 0.3, uncovered(*sides, BundledLexicon()))
    _, decision = by_model(FORWARD)
    model = Sharing({"antonym": 0.4}, **dict(zip(("cranes", "pumps", "gates", "locks"), shares, strict=True)))
    ((_, told_of),) = explained([(whole, decision)], Models(entailment=model))
    (reason,) = told_of.facts
    assert reason.left is not None
    assert reason.left.of(text) == marked
    assert reason.kind is ReasonKind.ANTONYM  # told from two fifths on


@pytest.mark.parametrize(
    ("there", "back", "kind"),
    [
        ({"antonym": 0.7, "number": 0.3}, {"number": 0.6}, ReasonKind.NUMBER),  # 0.45 against 0.35
        ({"antonym": 0.8, "number": 0.1}, {"number": 0.3}, ReasonKind.ANTONYM),  # what one direction names alone: 0.4
        ({"antonym": 0.78, "number": 0.1}, {"number": 0.3}, ReasonKind.MODEL),  # 0.39
        ({"number": 0.5, "antonym": 0.5}, {"number": 0.5, "antonym": 0.5}, ReasonKind.ANTONYM),  # equals: by name
    ],
)
def test_a_kind_is_the_mean_of_both_directions(
    there: dict[str, float], back: dict[str, float], kind: ReasonKind
) -> None:
    class TwoMinded(Sharing):
        def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
            return [replace(one, kinds=kinds) for one, kinds in zip(super().explain(pairs), (there, back), strict=True)]

    ((_, decision),) = explained([by_model(FORWARD)], Models(entailment=TwoMinded({})))
    assert decision.facts[0].kind is kind


def reason_of(left: str, right: str, kinds: dict[str, float], *facts: Fact, **shares: float) -> Fact:
    """The reason of a contradiction by the model for these sentences, of words that it marks as much as told."""
    sides = lone_reading(left, "en"), lone_reading(right, "en")
    weighed = Evidence(*sides, facts, FORWARD, 0.9, 0.3, uncovered(*sides, BundledLexicon()))
    ((_, decision),) = explained([(weighed, by_model(FORWARD)[1])], Models(entailment=Sharing(kinds, **shares)))
    (reason,) = decision.facts
    return reason


def test_opposites_one_of_which_is_negated_are_told_as_a_negation() -> None:
    left = "The mill wrote to the board; nobody replied."
    kinds = {"antonym": 0.7}

    negated = reason_of(left, "The board answered the letter in May.", kinds, nobody=0.9, replied=0.9, answered=0.9)
    opposite = reason_of(left, "The board burnt the letter.", kinds, wrote=0.9, burnt=0.9)

    assert (negated.kind, opposite.kind) == (ReasonKind.NEGATION, ReasonKind.ANTONYM)


def test_words_that_a_model_marks_within_two_figures_give_way_to_the_figures() -> None:
    left, right = "Samples held, at the pipe, 14 milligrams.", "At night, below two milligrams, it was clear."
    figures = Span(27, 40), Span(10, 30)
    assert (figures[0].of(left), figures[1].of(right)) == ("14 milligrams", "below two milligrams")
    known = Fact(ReasonKind.NUMBER, Relation.CONFLICT, *figures, 0.14, "number.beyond_bound")

    within = reason_of(left, right, {"number": 0.9}, known, milligrams=0.9)
    elsewhere = reason_of(left, right, {"number": 0.9}, known, samples=0.9, clear=0.9)

    assert (within.left, within.right, within.rule) == (*figures, "number.beyond_bound")
    assert elsewhere.rule == "model.contradiction"


@pytest.mark.parametrize(
    ("left", "right", "language", "words"),
    [
        ("Директор заң бұзушылықты мойындады.", "Директор заң бұзушылықты мойындаған жоқ.", "kk",
         ("мойындады", "мойындаған жоқ")),
        ("Зарплату с июня не выплачивали.", "Зарплата за июнь выплачена.", "ru", ("не выплачивали", "выплачена")),
        ("Средства потрачены не по назначению.", "Средства израсходованы по назначению.", "ru",
         ("не по назначению", "назначению")),
    ],
)  # fmt: skip
def test_without_a_model_that_marks_words_a_negated_word_is_marked_on_both_sides(
    left: str, right: str, language: str, words: tuple[str, str]
) -> None:
    class Contradicting(Untouched):
        def covers(self, language: str) -> bool:  # noqa: ARG002
            return True

        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            self.asked += pairs
            return np.array([(0.1, 0.1, 0.8)] * len(pairs), np.float32)

    sides = lone_reading(left, language), lone_reading(right, language)
    weighed = Evidence(*sides, (), FORWARD, 0.9, 0.3, uncovered(*sides, BundledLexicon()))
    model = Contradicting()
    ((_, decision),) = explained([(weighed, by_model(FORWARD)[1])], Models(multilingual_entailment=model))
    (reason,) = decision.facts
    assert reason.left is not None
    assert reason.right is not None
    assert (reason.left.of(left), reason.right.of(right), reason.kind) == (*words, ReasonKind.NEGATION)
    assert model.asked == []
