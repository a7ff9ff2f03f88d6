"""Whether two clauses have different subjects or objects: "the goats were sold" / "the sheep were sold"."""

from __future__ import annotations

from collections.abc import Collection

from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts.substitutions import Slot, slots
from statement_compare.engine.facts.word_matching import MATCHED, Match, Term

_APART = 0.5  # affinity below which two words surely name different things


def other_heads(
    found: Match,
    left: Reading,
    right: Reading,
    anchors: tuple[int, int],
    apart: tuple[Collection[int], Collection[int]],
) -> bool:
    """Whether subject or object beside the tokens `anchors` differ: "goats" / "sheep", "the roof" / "the cellar".

    Words under dispute (`apart`) are left out. "We" and what a party calls itself may be any subject. A figure or a
    word that only one side has is a detail ("three goats" / "goats"), not another thing.
    """
    here = scopes(left).clause_of(anchors[0])
    there = scopes(right).clause_of(anchors[1])
    for slot in slots(found, left, right):
        a = _open(slot.left, found.left, found.partner_left, here, apart[0])
        b = _open(slot.right, found.right, found.partner_right, there, apart[1])
        if a and b and _is_head(slot, found, anchors, (a, b)):
            return True
    return False


def _open(
    place: tuple[int, ...],
    terms: tuple[Term, ...],
    partners: tuple[tuple[int, float], ...],
    clause: tuple[int, int],
    apart: Collection[int],
) -> list[int]:
    """The words of a slot that the other passage lacks; none where others of it stand elsewhere over there."""
    inside = [
        (n, term)
        for n, term in enumerate(terms)
        if term.index in place and clause[0] <= term.index < clause[1] and term.index not in apart
    ]
    if any(partners[n][1] >= MATCHED for n, _ in inside):
        return []
    return [
        term.index
        for n, term in inside
        if partners[n][1] < _APART and term.weight >= 1 and not (term.is_number or term.is_organisation)
    ]


def _is_head(slot: Slot, found: Match, anchors: tuple[int, int], open_: tuple[list[int], list[int]]) -> bool:
    """Whether the slot is the subject (before the predicate) or the object (the first words after it) on both sides."""
    if all(max(words) < anchor for words, anchor in zip(open_, anchors, strict=True)):
        return True
    if not all(min(words) > anchor for words, anchor in zip(open_, anchors, strict=True)):
        return False
    return _follows(anchors[0], slot.left[0], found.left) and _follows(anchors[1], slot.right[0], found.right)


def _follows(anchor: int, start: int, terms: tuple[Term, ...]) -> bool:
    """Whether nothing but modifiers of it ("licensed importer") stands between the anchor and a word."""
    between = [term.index for term in terms if anchor < term.index < start and not term.is_number]
    return between == list(range(start - len(between), start))
