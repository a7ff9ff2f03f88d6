"""Which words a verdict by the model rests on: the reasons that have none yet are given theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import Outcome, Question, carrying_words

_OUTCOMES = {Verdict.CONTRADICTION: Outcome.CONTRADICTION, Verdict.AGREEMENT: Outcome.ENTAILMENT}


def explained(decided: Sequence[tuple[Evidence, Decision]], models: Models) -> list[tuple[Evidence, Decision]]:
    """The decisions, with the words that carry those of the model."""
    result = list(decided)
    by_model: dict[int, list[int]] = {}
    for index, (evidence, decision) in enumerate(decided):
        if any(fact.kind is ReasonKind.MODEL and fact.left is None for fact in decision.facts):
            by_model.setdefault(id(models.entailment_for(evidence.left.language, evidence.right.language)), []).append(
                index
            )
    for indices in by_model.values():
        evidence, _ = decided[indices[0]]
        model = models.entailment_for(evidence.left.language, evidence.right.language)
        if model is None:
            continue
        questions = []
        for index in indices:
            evidence, decision = decided[index]
            outcome = _OUTCOMES.get(decision.verdict, Outcome.ENTAILMENT)
            questions.append(Question(evidence.left, evidence.right, outcome))
        for index, (left, right) in zip(indices, carrying_words(questions, model), strict=True):
            evidence, decision = decided[index]
            facts = tuple(
                replace(fact, left=left, right=right) if fact.kind is ReasonKind.MODEL and fact.left is None else fact
                for fact in decision.facts
            )
            result[index] = (evidence, replace(decision, facts=facts))
    return result
