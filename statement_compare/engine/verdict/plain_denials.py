"""Reasons for a plain denial: "were paid" / "were not paid" differ in a "not": that is a denial, and no opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statement_compare.engine.annotate.negation_scope import Cue, head, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.opposites import IN_FRAME, is_a_denial, is_no_opposite
from statement_compare.engine.model import ReasonKind, Span
from statement_compare.engine.text.tokens import TokenKind

_ONE_SIDE = "negation.one_side"


def told_as_denials(conflicts: Sequence[Fact], facts: Sequence[Fact], left: Reading, right: Reading) -> list[Fact]:
    """The conflicts that are told, of all `facts` known; what lies in a negation alone is told with what it negates.

    Of two sentences that are equal but for a "not", the words that differ are "not" and none, beside which the word
    that happens to stand there would be shown: "paid" / "not", "lead" / "no".
    """
    told: list[Fact] = []
    for fact in conflicts:
        if fact.rule != IN_FRAME or not _is_of_negations(fact, left, right):
            told.append(fact)
        elif not any(_tells(other, fact, left) for other in conflicts if other is not fact):
            known = (other for other in facts if other.rule == _ONE_SIDE and _tells(other, fact, left))
            told.append(_stronger(next(known, None) or _negated(fact, left, right) or fact, fact))
    return told


def _stronger(told: Fact, fact: Fact) -> Fact:
    return replace(told, strength=max(told.strength, fact.strength))


def _is_of_negations(fact: Fact, left: Reading, right: Reading) -> bool:
    """Whether one side of it is nothing but a negation, and the other has no opposite of that ("never" / "always")."""
    if fact.left is None or fact.right is None or _is_negation(left, fact.left) == _is_negation(right, fact.right):
        return False
    if _is_negation(left, fact.left):
        return is_no_opposite(right, fact.right, left)
    return is_no_opposite(left, fact.left, right)


def _is_negation(reading: Reading, span: Span | None) -> bool:
    if span is None:
        return False
    negating = {i for cue in _cues_in(reading, span) for i in range(cue.start, cue.end)}
    small = FUNCTION_WORDS.get(reading.language, frozenset())
    is_of_cues = bool(negating) and all(
        i in negating or token.lower in small or token.kind is TokenKind.SYMBOL
        for i, token in enumerate(reading.tokens)
        if span.start <= token.span.start < span.end
    )
    return is_of_cues or is_a_denial(reading, span)


def _cues_in(reading: Reading, span: Span | None) -> Iterator[Cue]:
    for cue in scopes(reading).cues:
        if span is not None and span.start <= reading.tokens[cue.end - 1].span.start < span.end:
            yield cue


def _tells(other: Fact, fact: Fact, left: Reading) -> bool:
    """Whether another conflict is told with the negation of this one."""
    if other.relation is not Relation.CONFLICT or other.kind not in (ReasonKind.NEGATION, ReasonKind.QUANTIFIER):
        return False
    mine, theirs = (fact.left, other.left) if _is_negation(left, fact.left) else (fact.right, other.right)
    return mine is not None and theirs is not None and theirs.start <= mine.start and mine.end <= theirs.end


def _negated(fact: Fact, left: Reading, right: Reading) -> Fact | None:
    """What the negation of a side falls on, with it, and the same word of the other side."""
    if not any(_cues_in(left, fact.left)):
        turned = _negated(fact.mirrored(), right, left) if any(_cues_in(right, fact.right)) else None
        return None if turned is None else turned.mirrored()
    cue = next(_cues_in(left, fact.left))
    for place in head(cue, left):
        same = next((token for token in right.tokens if token.stem == left.tokens[place].stem), None)
        if same is not None:
            first, last = min(cue.start, place), max(cue.end - 1, place)
            words = Span(left.tokens[first].span.start, left.tokens[last].span.end)
            return Fact(ReasonKind.NEGATION, Relation.CONFLICT, words, same.span, fact.strength, _ONE_SIDE)
    return None
