"""Which contradictions a model finds in a sentence are those of the sentence before it, with which it was asked.

"The mayor did not sign the order. The minutes prove this." against "The mayor signed the order.": "the minutes prove
this" is asked together with the denial, and the denial is what contradicts. It is told of the denial alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.candidate_links import CandidateLink
from statement_compare.engine.model import MAY_CONTRADICT, Preset, Verdict
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.context import is_asked_with_antecedent
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.judge import judge

Judged = tuple[Evidence, Decision]


def judged_alone(
    reader: PairReader,
    candidates: Sequence[CandidateLink],
    decided: Sequence[Judged],
    preset: Preset,
    progress: Progress = SILENT,
) -> dict[int, Judged]:
    """What is known of those pairs, by index, whose contradiction may be that of a sentence before: the model is asked
    about their own words alone.
    """
    contradicting = {
        pair
        for each, (_, decision) in zip(candidates, decided, strict=True)
        if decision.verdict is Verdict.CONTRADICTION
        for pair in _crossed(each.left, each.right)
    }
    alone = {
        index: (_without_context(evidence.left), _without_context(evidence.right), evidence)
        for index, (each, (evidence, decision)) in enumerate(zip(candidates, decided, strict=True))
        if _is_by_the_model(decision) and not contradicting.isdisjoint(_asked_along(each, evidence))
    }
    said = entail([(left.passage, right.passage) for left, right, _ in alone.values()], reader.models, progress)
    found = {}
    for (index, (left, right, evidence)), entailment in zip(alone.items(), said, strict=True):
        new = replace(evidence, left=left, right=right, entailment=entailment)
        found[index] = new, judge(new, preset, reader.weights)
    return found


def _is_by_the_model(decision: Decision) -> bool:
    """Whether a model alone finds a contradiction, or leans to one; a fact stands in the words themselves."""
    if decision.verdict is Verdict.CONTRADICTION:
        return all(fact.is_by_a_model for fact in decision.facts)
    return decision.leaning >= MAY_CONTRADICT


def _asked_along(each: CandidateLink, evidence: Evidence) -> set[tuple[int, int]]:
    """The pairs of sentences that a model saw with those of a link: each with the sentence before the other."""
    left, right = (
        (*ids, min(ids) - 1) if is_asked_with_antecedent(reading.passage) else ids
        for ids, reading in ((each.left, evidence.left), (each.right, evidence.right))
    )
    return _crossed(left, right) - _crossed(each.left, each.right)


def _crossed(left: Sequence[int], right: Sequence[int]) -> set[tuple[int, int]]:
    return {(i, j) for i in left for j in right}


def _without_context(reading: Reading) -> Reading:
    if not is_asked_with_antecedent(reading.passage):
        return reading  # behind a question "12." stays the answer
    return replace(reading, passage=replace(reading.passage, before=""))
