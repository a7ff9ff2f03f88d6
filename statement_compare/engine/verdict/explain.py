"""Which words a verdict by the model rests on: the reasons that have none yet are given theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import Outcome, Question, carrying_words
from statement_compare.engine.verdict.reading import Fact

_OUTCOMES = {Verdict.CONTRADICTION: Outcome.CONTRADICTION, Verdict.AGREEMENT: Outcome.ENTAILMENT}


def explained(
    decided: Sequence[tuple[Evidence, Decision]], models: Models, progress: Progress = SILENT
) -> list[tuple[Evidence, Decision]]:
    """The decisions, with the words that carry those of the model."""
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
    return result


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
