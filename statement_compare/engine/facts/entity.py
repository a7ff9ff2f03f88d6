"""Who or where: one name, place or body in place of another in an otherwise equal sentence."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import Party, party_of
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.denial import denials
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.one_event import (
    are_kinds,
    are_rival_bodies,
    is_of_subject,
    may_be_one_body,
    tells_of_one,
)
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.places import Where, stand
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.substitutions import Slot, slots
from statement_compare.engine.facts.word_matching import Match, Term, speaks_as_we
from statement_compare.engine.language import word_sets
from statement_compare.engine.model import ReasonKind, Span

_LONGEST_SLOT = 4
_LEAST_SHARED = 3
# What a slot is, by the word before it.
_AGENT = word_sets("entities", "agent")
_ORIGIN = word_sets("entities", "origin")
_COMING = word_sets("entities", "coming")
_PLACE = word_sets("entities", "place")
_PLACE_OF_NAME = word_sets("entities", "place_of_name")
_PLACE_AT_END = word_sets("entities", "place_at_end")
_PLACE_HEADS = word_sets("entities", "place_heads")
# Acts with an author ("written by", "built by"): who did them is told as attribution, and no body or place.
_AUTHORED = word_sets("entities", "authored")
_UNITS = word_sets("entities", "units")


# Two words in one place, of which the word of a model alone makes no contradiction.
PERHAPS_ONE = "entity.perhaps_one"


@dataclass(frozen=True, slots=True)
class _Place:
    """The one slot in which two nearly equal sentences differ, where it names who acted or where."""

    slot: Slot
    kind: ReasonKind
    prior: float
    are_rivals: bool
    may_be_one: bool


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    place = _place(pair, lexicon)
    if place is None or place.are_rivals:
        return settle(disputes(pair, lexicon), pair)
    if not place.may_be_one or place.slot.added_left or place.slot.added_right:
        return ()
    # "In Lyon" and "in France", "by Brown" and "by the mayor", "a man in Lyon" and "a man in Paris". None of the nine
    # such pairs of the corpora contradict each other, and to models most of them do. Of "rebels" and "soldiers", and of
    # a town that no table knows beside a country, nothing is told: a model may know.
    spans = (_span(pair.left, place.slot.left), _span(pair.right, place.slot.right))
    return (Fact(ReasonKind.ENTITY, Relation.OTHER, *spans, 0.7, PERHAPS_ONE),)


def disputes(pair: Pair, lexicon: Lexicon) -> list[Dispute]:
    """The slot as a conflict, where both cannot fill it."""
    place = _place(pair, lexicon)
    if place is None or not place.are_rivals:
        return []
    slot = place.slot
    rule = "entity.replaced" if place.kind is ReasonKind.ENTITY else "attribution.replaced"
    return [
        Dispute(
            place.kind,
            Relation.CONFLICT,
            rule,
            slot.left,
            slot.right,
            slot.left[0],
            slot.right[0],
            slot.left,
            slot.right,
            place.prior,
        )
    ]


def _place(pair: Pair, lexicon: Lexicon) -> _Place | None:
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return None
    differing = slots(found, left, right)
    if denials(left) or denials(right):
        return None
    if len(differing) != 1 or len(scopes(left).cues) != len(scopes(right).cues):
        return None
    slot = differing[0]
    a = [term for term in found.left if term.index in slot.left]
    b = [term for term in found.right if term.index in slot.right]
    if not _is_comparable(slot, a, b, left, lexicon) or _may_be_one(a, b, left, right):
        return None
    kind, prior = _kind(slot, found, a, b, left)
    if kind is None:
        return None
    return _Place(slot, kind, prior, *_standing(kind, slot, a, b, left, right))


def _span(reading: Reading, indices: tuple[int, ...]) -> Span:
    return Span(reading.tokens[indices[0]].span.start, reading.tokens[indices[-1]].span.end)


def _is_comparable(slot: Slot, a: list[Term], b: list[Term], left: Reading, lexicon: Lexicon) -> bool:
    is_all_else_equal = slot.added_left == slot.added_right == 0
    if slot.shared < (_LEAST_SHARED - 1 if is_all_else_equal else _LEAST_SHARED) or max(len(a), len(b)) > _LONGEST_SLOT:
        return False
    if min(slot.added_left, slot.added_right) > 0 or max(slot.added_left, slot.added_right) > 2:
        return False
    if slot.left_marker != slot.right_marker:
        return False
    if any(t.is_number or t.is_calendar or t.key in words_of(_UNITS, left.language) for t in (*a, *b)):
        return False
    if not _is_run(slot.left) or not _is_run(slot.right):
        return False
    return not any(lexicon.are_antonyms(x.key, y.key, left.language) for x in a for y in b)


def _kind(slot: Slot, found: Match, a: list[Term], b: list[Term], left: Reading) -> tuple[ReasonKind | None, float]:
    """What the slot is, an agent, an origin or a place (None for any other), and a correction of the strength."""
    before = [term for term in found.left if term.index < slot.left[0]]
    verb = before[-1].key.split()[0] if before else ""
    said = {term.key.split()[0] for term in before}
    are_names = any(t.is_name for t in a) and any(t.is_name for t in b)
    ends = _ends_clause(slot, left)
    if slot.left_marker in words_of(_AGENT, left.language):
        return (ReasonKind.ATTRIBUTION if said & words_of(_AUTHORED, left.language) else ReasonKind.ENTITY), 0.0
    if slot.left_marker in words_of(_ORIGIN, left.language) and verb in words_of(_COMING, left.language):
        return ReasonKind.ATTRIBUTION, 0.0
    if (
        slot.left_marker in words_of(_PLACE, left.language)
        or (slot.left_marker in words_of(_PLACE_OF_NAME, left.language) and are_names)
        or slot.left_marker in words_of(_PLACE_HEADS, left.language)
        or verb in words_of(_PLACE_HEADS, left.language)
    ):
        if are_names:
            return ReasonKind.ENTITY, 0.0
        if ends and slot.left_marker in words_of(_PLACE_AT_END, left.language):
            return ReasonKind.ENTITY, -0.3
    return None, 0.0


def _standing(
    kind: ReasonKind, slot: Slot, a: list[Term], b: list[Term], left: Reading, right: Reading
) -> tuple[bool, bool]:
    """Whether the two cannot both fill the slot of one event, and whether both are likely to be true."""
    is_one_event = tells_of_one(left, slot.left) or tells_of_one(right, slot.right)
    is_body = slot.left_marker in words_of(_AGENT, left.language) | words_of(_ORIGIN, left.language)
    if not is_body:
        where = stand(left, right, a, b)
        are_attributes = is_of_subject(left, slot.left) and is_of_subject(right, slot.right)
        may_be_one = where is Where.PERHAPS_WITHIN or (where is Where.APART and not is_one_event)
        return where is Where.APART and is_one_event and not are_attributes, may_be_one
    are_rivals = are_rival_bodies(left, right, slot.left, slot.right)
    if kind is ReasonKind.ENTITY and are_kinds(left, right, slot.left, slot.right):
        are_rivals = False
    may_be_one = not is_one_event or may_be_one_body(left, right, slot.left, slot.right)
    return are_rivals and is_one_event, may_be_one


def _ends_clause(slot: Slot, left: Reading) -> bool:
    after = slot.left[-1] + 1
    return after >= len(left.tokens) or left.tokens[after].text in ".,;"


def _may_be_one(a: list[Term], b: list[Term], left: Reading, right: Reading) -> bool:
    """An acronym and what it stands for, "the company" and "we", a body named by its kind: perhaps the same one."""
    for x, y in ((a, b), (b, a)):
        initials = "".join(term.key[:1] for term in x)
        if len(y) == 1 and len(initials) > 1:
            short = y[0].key.replace(".", "")
            # "NYC" has one letter more than "New York".
            if short in (initials, initials[:-1]) or short[:-1] == initials:
                return True
    mine = party_of(tuple(left.tokens[t.index] for t in a), left.language)
    yours = party_of(tuple(right.tokens[t.index] for t in b), right.language)
    is_company = Party.COMPANY in (mine, yours)
    return is_company and Party.OTHER in (mine, yours) and (speaks_as_we(left) or speaks_as_we(right))


def _is_run(indices: tuple[int, ...]) -> bool:
    return indices[-1] - indices[0] <= len(indices) + 1
