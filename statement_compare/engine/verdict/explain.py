"""Which words a verdict rests on: reasons by the model are given theirs, and no clash is told of equal words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_compare.engine.model import ReasonKind, Span, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.tokens import TokenKind
from statement_compare.engine.verdict.coverage import differs_in_polarity
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import Outcome, Question, carrying_words, phrases
from statement_compare.engine.verdict.facts.words import FUNCTION_WORDS
from statement_compare.engine.verdict.reading import Fact, Reading

_OUTCOMES = {Verdict.CONTRADICTION: Outcome.CONTRADICTION, Verdict.AGREEMENT: Outcome.ENTAILMENT}


def explained(
    decided: Sequence[tuple[Evidence, Decision]], models: Models, progress: Progress = SILENT
) -> list[tuple[Evidence, Decision]]:
    """The decisions, with the words that carry those of the model; a contradiction of equal words is none."""
    result = list(decided)
    for model in (models.entailment, models.multilingual_entailment):
        if model is None:
            continue
        asked: list[int] = []
        questions: list[Question] = []
        for index, (evidence, decision) in enumerate(decided):
            is_wanted = any(_lacks_words(fact) for fact in decision.facts)
            if is_wanted and models.entailment_for(evidence.left.language, evidence.right.language) is model:
                asked.append(index)
                questions.append(_question(evidence, _OUTCOMES.get(decision.verdict, Outcome.ENTAILMENT)))
        for index, (left, right) in zip(
            asked, carrying_words(questions, model, progress) if asked else (), strict=True
        ):
            evidence, decision = decided[index]
            facts = tuple(
                replace(fact, left=left, right=right) if _lacks_words(fact) else fact for fact in decision.facts
            )
            result[index] = (evidence, replace(decision, facts=facts))
    return [(evidence, _of_different_words(evidence, decision)) for evidence, decision in result]


def _of_different_words(evidence: Evidence, decision: Decision) -> Decision:
    """The decision, unless it is a contradiction by the model all of whose reasons have the same words on both sides.

    "Near Arlon it halted" against "It halted near Arlon": a model that is asked what carries its verdict may name
    "near Arlon" twice. Where one side has words that the other lacks, these are marked instead. Where none has, the
    sentences differ in their order alone, and nothing can be shown to clash.
    """
    if decision.verdict is not Verdict.CONTRADICTION or not decision.facts:
        return decision
    if not all(fact.kind is ReasonKind.MODEL and _has_equal_content(evidence, fact) for fact in decision.facts):
        return decision
    left, right = (_own_phrase(evidence.left, evidence.right), _own_phrase(evidence.right, evidence.left))
    if left is None and right is None:
        is_equal = all(_has_equal_words(evidence, fact) for fact in decision.facts)
        is_reordered = is_equal and not differs_in_polarity(evidence.left, evidence.right)
        return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_sure") if is_reordered else decision
    facts = tuple(replace(fact, left=left or fact.left, right=right or fact.right) for fact in decision.facts)
    return replace(decision, facts=facts)


def _has_equal_words(evidence: Evidence, fact: Fact) -> bool:
    if fact.left is None or fact.right is None:
        return False
    return _words(evidence.left, fact.left) == _words(evidence.right, fact.right)


def _has_equal_content(evidence: Evidence, fact: Fact) -> bool:
    """Whether the words are equal but for function words, as with "near Arlon" and "on near Arlon"."""
    if fact.left is None or fact.right is None:
        return False
    return _content(evidence.left, fact.left) == _content(evidence.right, fact.right)


def _content(reading: Reading, span: Span) -> tuple[str, ...]:
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    return tuple(word for word in _words(reading, span) if word not in known)


def _words(reading: Reading, span: Span) -> tuple[str, ...]:
    """The words in a span as they compare: without case, punctuation and width of blanks."""
    return tuple(
        token.lower
        for token in reading.tokens
        if token.kind is not TokenKind.SYMBOL and span.start <= token.span.start and token.span.end <= span.end
    )


def _own_phrase(reading: Reading, other: Reading) -> Span | None:
    """The first phrase with a content word that the other passage has nowhere."""
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    theirs = {token.lower for token in other.tokens} | known
    own = (phrase for phrase in phrases(reading) if any(word not in theirs for word in _words(reading, phrase)))
    return next(own, None)


def _lacks_words(fact: Fact) -> bool:
    return fact.kind is ReasonKind.MODEL and fact.left is None


def _question(evidence: Evidence, outcome: Outcome) -> Question:
    is_forward = True
    if evidence.entailment is not None:
        forward, backward = (
            (said.entailment, said.neutral, said.contradiction)[outcome]
            for said in (evidence.entailment.forward, evidence.entailment.backward)
        )
        is_forward = forward >= backward
    return Question(evidence.left, evidence.right, outcome, is_forward)
