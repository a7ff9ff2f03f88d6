"""How one pair of passages is judged: each fact module is asked, and `decide` weighs what all of them say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_compare.engine.annotate.reading import Reading, read
from statement_compare.engine.facts import (
    antonym,
    attribution,
    dates,
    denial,
    entity,
    exclusivity,
    modality,
    negation,
    numbers,
    order,
    quantifier,
    units,
)
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.lexical_coverage import uncovered
from statement_compare.engine.facts.pair import FactModule, paired
from statement_compare.engine.model import EntailmentPair, InWholePair, Preset, ReasonKind, Span, Verdict
from statement_compare.engine.text.graphemes import widened
from statement_compare.engine.verdict.decide import ALIKE, Decision, Evidence, Standing, decide
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.stretches import windows
from statement_compare.engine.verdict.weigh import weighed
from statement_compare.engine.verdict.weights import Weights

# Code points of a passage that the fact modules look at. A sentence of the press is rarely longer than 600; a table
# that was read as one sentence may be.
LONGEST_PASSAGE = 1_500
# Longer passages that are equal but for some stretches are looked at around each, with so much of what both say.
_LONGEST_EQUAL, _AROUND = 20_000, 200

FACT_MODULES: Sequence[FactModule] = (
    units.compare,
    numbers.compare,
    dates.compare,
    order.compare,
    entity.compare,
    attribution.compare,
    exclusivity.compare,
    quantifier.compare,
    modality.compare,
    antonym.compare,
    denial.compare,
    negation.compare,
)


def gather(
    left: Reading,
    right: Reading,
    lexicon: Lexicon,
    *,
    score: float | None,
    similarity: float,
    entailment: EntailmentPair | None = None,
    standing: Standing | None = None,
    in_whole: InWholePair | None = None,
) -> Evidence:
    """All that is known of two passages. `score` is the alignment's (None for a pair that a person put together)."""
    parts, is_cut = _differing_parts(left.text, right.text), False
    if parts is not None:
        facts = tuple(
            _moved(fact, mine.start, theirs.start)
            for mine, theirs in parts
            for fact in _facts(_part(left, mine), _part(right, theirs), lexicon)
        )
    else:
        whole = left.text, right.text
        left, right = _bounded(left), _bounded(right)
        is_cut = _differ_behind(whole, (left.text, right.text))
        facts = _facts(left, right, lexicon)
    words = uncovered(left, right, lexicon)
    return Evidence(left, right, facts, entailment, score, similarity, words, standing, is_cut, in_whole)


def _facts(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    """What all modules say, the same whichever side a passage stands on: the passages are read in one order."""
    if _place(left) > _place(right):
        return tuple(fact.mirrored() for fact in _facts(right, left, lexicon))
    pair = paired(left, right, lexicon)
    found = tuple(fact for compare in FACT_MODULES for fact in compare(pair, lexicon))
    return found if _place(left) < _place(right) else _of_equals(found)


def _of_equals(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of two equal passages, each with the same words on both sides.

    "The ministry claims that it leaked" is a report on the left and one on the right: one fact. What is found between
    two places of a passage, such as its figures of two years, is nothing that two equal passages differ in.
    """
    found: list[Fact] = []
    for index, fact in enumerate(facts):
        told = fact
        if fact.left != fact.right and (fact.relation is Relation.SAME or None in (fact.left, fact.right)):
            words = fact.left or fact.right
            told = replace(fact, left=words, right=words)
        is_told = fact.left != fact.right and fact.mirrored() in facts[:index]
        if not is_told and told.left == told.right and sorted(told.params) == list(told.mirrored().params):
            found.append(told)
    return tuple(found)


def _place(reading: Reading) -> tuple[str, str, str, str]:
    passage = reading.passage
    return passage.text, passage.language, passage.speaker, str(passage.date)


def judge(evidence: Evidence, preset: Preset = Preset.NORMAL, weights: Weights | None = None) -> Decision:
    """The verdict on two passages: by what the evidence weighs where a model has read them, by rules where none has.

    `weights` is the table of the model that did. Passages that were not read to their ends agree in nothing for sure.
    """
    decision = _judged(evidence, preset, weights)
    if not evidence.is_cut or decision.verdict not in (Verdict.AGREEMENT, Verdict.QUALIFIED):
        return decision
    left, right = (Span(0, len(each.text)) for each in (evidence.left, evidence.right))
    unread = Fact(ReasonKind.WORDING, Relation.OTHER, left, right, 1.0, "wording.unread")
    return replace(decision, verdict=Verdict.UNCLEAR, confidence=0.0, facts=(unread,), rule="unread")


def _judged(evidence: Evidence, preset: Preset, weights: Weights | None) -> Decision:
    if weights is None or evidence.entailment is None:
        return decide(evidence, preset)
    many, found = weights.many(in_whole=evidence.in_whole is not None), features(evidence)
    decision = weighed(evidence, preset, table_for(evidence, weights), found)
    return decision if many is None else replace(decision, bears=many.chance_to_bear(found))


def table_for(evidence: Evidence, weights: Weights) -> Weights:
    """The table that weighs a pair: another one where it was chosen from among many.

    One sentence with a few words changed speaks of the same claim, however many pairs it was chosen from: such a pair
    is weighed by the table for a pair alone.
    """
    many = weights.many(in_whole=evidence.in_whole is not None)
    is_one_of_many = evidence.standing is not None and evidence.similarity < ALIKE
    return many.weights if many is not None and is_one_of_many else weights


def _bounded(reading: Reading) -> Reading:
    """The passage, cut where it is so long that comparing all of its words with all others would not end soon."""
    text = reading.text
    if len(text) <= LONGEST_PASSAGE:
        return reading
    return _part(reading, Span(0, widened(text, Span(LONGEST_PASSAGE, LONGEST_PASSAGE)).start))


def _differ_behind(whole: tuple[str, str], seen: tuple[str, str]) -> bool:
    """Whether two passages differ in what was cut off, but for blanks and capitals."""
    one, two = (text.casefold().split() for text in whole)
    if whole == seen or one == two:
        return False
    rest, other = (text[len(head) :].casefold().split() for text, head in zip(whole, seen, strict=True))
    return rest != other


def _differing_parts(left: str, right: str) -> tuple[tuple[Span, Span], ...] | None:
    """The parts of two long passages that hold all in which they differ; None for all others.

    A table that a file gives as one sentence may differ in a few figures far behind `LONGEST_PASSAGE`.
    """
    if left == right or not LONGEST_PASSAGE < max(len(left), len(right)) <= _LONGEST_EQUAL:
        return None
    return windows(left, right, longest=LONGEST_PASSAGE, around=_AROUND)


def _part(reading: Reading, span: Span) -> Reading:
    return read(replace(reading.passage, text=span.of(reading.text)))


def _moved(fact: Fact, left: int, right: int) -> Fact:
    sides = ((fact.left, left), (fact.right, right))
    one, two = (None if span is None else Span(span.start + by, span.end + by) for span, by in sides)
    return replace(fact, left=one, right=two)
