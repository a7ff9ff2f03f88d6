"""What must, may, can or will be: obligations, permissions, abilities, hedges and conditions."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable
from statement_compare.engine.annotate.factuality import MoodMark, mood, mood_marks
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import MATCHED, Match
from statement_compare.engine.language import CODES, phrases, word_sets, words
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import Token


class Modal(StrEnum):
    MUST = "must"
    NEED_NOT = "need_not"
    MAY = "may"
    MAY_NOT = "may_not"
    CAN = "can"
    CANNOT = "cannot"
    SHOULD = "should"
    NONE = "none"  # a use of the word that is none of these


_TRAITS = words("modals", "traits")
_PHRASES = {kind: phrases("modals", kind.value) for kind in Modal}
_MONTHS_ALIKE = word_sets("modals", "months_alike")
_OTHER_NEGATIONS = word_sets("modals", "other_negations")
_NEGATIONS_BEHIND = word_sets("modals", "negations_behind")

_TURNED = {
    Modal.MUST: Modal.NEED_NOT,
    Modal.NEED_NOT: Modal.MUST,
    Modal.MAY: Modal.MAY_NOT,
    Modal.MAY_NOT: Modal.MAY,
    Modal.CAN: Modal.CANNOT,
    Modal.CANNOT: Modal.CAN,
}
_CONFLICTS: dict[frozenset[Modal], float] = {
    frozenset((Modal.MUST, Modal.NEED_NOT)): 0.0,
    frozenset((Modal.MUST, Modal.MAY_NOT)): -0.5,
    frozenset((Modal.MAY, Modal.MAY_NOT)): 0.0,
    frozenset((Modal.CAN, Modal.CANNOT)): 0.0,
    frozenset((Modal.MAY, Modal.CANNOT)): -0.3,
    frozenset((Modal.CAN, Modal.MAY_NOT)): -0.3,
}
_QUALIFYING = frozenset(
    frozenset(pair) for pair in ((Modal.MUST, Modal.SHOULD), (Modal.MUST, Modal.MAY), (Modal.MAY, Modal.SHOULD))
)


# Passages of more modals than 20 each are lists of duties; which answers which is not told by the words beside them.
_MOST_COMPARED = 400


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(pair, lexicon), pair)


def disputes(pair: Pair, lexicon: Lexicon) -> list[Dispute]:
    """Modals that exclude each other, weaker ones, and hedges, plans and conditions that stand on one side only."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    result = []
    is_list = len(modals(left)) * len(modals(right)) > _MOST_COMPARED
    for mine, what in () if is_list else zip(modals(left), _predicates(left), strict=True):
        for yours, its_what in zip(modals(right), _predicates(right), strict=True):
            kinds = frozenset((mine.kind, yours.kind))
            prior = 0.0
            if kinds in _CONFLICTS:
                relation, rule, prior = (
                    Relation.CONFLICT,
                    "modality.exclude",
                    _CONFLICTS[kinds] + (0.0 if _are_one(what, its_what, lexicon) else -1.5),
                )
            elif kinds in _QUALIFYING:
                relation, rule, prior = Relation.QUALIFIES, "modality.softer", -0.6
            else:
                continue
            result.append(
                Dispute(
                    ReasonKind.MODALITY,
                    relation,
                    rule,
                    mine.tokens,
                    yours.tokens,
                    mine.start,
                    yours.start,
                    mine.tokens,
                    yours.tokens,
                    prior,
                )
            )
    result += _one_sided(left, right, found)
    result += [dispute.mirrored() for dispute in _one_sided(right, left, found.mirrored())]
    return result


@annotation
def modals(reading: Reading) -> tuple[Found[Modal], ...]:
    """The modals of a passage, with the negations of their clause worked in."""
    if reading.language not in CODES:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    result: list[Found[Modal]] = []
    for cue in _table(reading.language).find(reading.tokens):
        if cue.kind is Modal.NONE or cue.start in framed:
            continue
        token = reading.tokens[cue.start]
        if token.text in words_of(_MONTHS_ALIKE, reading.language) and cue.start > 0:
            continue
        if _is_in_name(cue.start, reading):  # "Granby Lets"
            continue
        kind: Modal = cue.kind
        outside = [
            c
            for c in scoped.cues
            if c.scope[0] <= cue.start < c.scope[1]
            and c.word not in words_of(_OTHER_NEGATIONS, reading.language)
            and not cue.start <= c.start < cue.end
            and _governs(c.end, cue.start)
        ]
        after = [
            c for c in scoped.cues if c.start == cue.end and c.word in words_of(_NEGATIONS_BEHIND, reading.language)
        ]
        if (len(outside) + len(after)) % 2:
            kind = _TURNED.get(kind, kind)
        result.append(Found(cue.start, cue.end, kind))
    return tuple(result)


@cache
def _table(language: str) -> PhraseTable[Modal]:
    return PhraseTable({kind: listed.get(language, ()) for kind, listed in _PHRASES.items()})


def _is_in_name(index: int, reading: Reading) -> bool:
    """Whether a modal word is written as part of a name: a capital inside a sentence, German nouns apart."""
    tokens = reading.tokens
    if "nouns_with_capital" in _TRAITS.get(reading.language, frozenset()):
        return False
    if index == 0 or not tokens[index].text[:1].isupper() or tokens[index].text.isupper():
        return False
    return tokens[index - 1].text[:1].isupper() and tokens[index - 1].text.isalpha()


def _are_one(mine: Token | None, yours: Token | None, lexicon: Lexicon) -> bool:
    """Whether what must or may be done is the same on both sides; true where one side names it before the modal."""
    if mine is None or yours is None:
        return True
    return mine.stem == yours.stem or lexicon.affinity(mine.lower, yours.lower) >= MATCHED


@annotation
def _predicates(reading: Reading) -> tuple[Token | None, ...]:
    """What must or may be done, for each of the modals: the first word of content behind it in its clause."""
    scoped, result = scopes(reading), []
    following: int | None = None  # the first word of content from a token on, as modals are gone through from the last
    at = len(reading.tokens)
    for modal in reversed(modals(reading)):
        for i in range(at - 1, modal.end - 1, -1):
            following = i if is_content(reading.tokens[i], reading.language) else following
        at = min(at, modal.end)
        is_inside = following is not None and following < scoped.clause_of(modal.start)[1]
        result.append(reading.tokens[following] if is_inside and following is not None else None)
    return tuple(reversed(result))


def _governs(cue_end: int, modal: int) -> bool:
    """A negation before the modal reaches it when it stands near ("nobody may", "no owner of a kiln may")."""
    return 0 <= modal - cue_end <= 6


def _one_sided(soft: Reading, plain: Reading, found: Match) -> list[Dispute]:
    """Hedges, plans and conditions of `soft` in clauses that `plain` states without one."""
    result = []
    framed = framed_tokens(soft)
    rules = {
        MoodMark.HEDGE: "modality.hedged",
        MoodMark.IF: "modality.condition",
    }
    for mark in (MoodMark.HEDGE, MoodMark.IF):
        for start, end in mood_marks(soft, mark):
            if start in framed:
                continue
            near = _nearest_pair(soft, start, found)
            if near is None:
                continue
            place, rival = near
            theirs = mood(plain, rival)
            if (theirs.hedge if mark is MoodMark.HEDGE else theirs.condition) is not None:
                continue
            tokens = tuple(range(start, end))
            result.append(
                Dispute(
                    ReasonKind.MODALITY,
                    Relation.QUALIFIES,
                    rules[mark],
                    tokens,
                    (rival,),
                    place,
                    rival,
                    tokens,
                    (),
                    prior=-1.0 if mark is MoodMark.IF else 0.0,
                )
            )
    return result


def _nearest_pair(soft: Reading, place: int, found: Match) -> tuple[int, int] | None:
    """The word nearest after `place` in its clause that the other side has too, and that answer."""
    first, last = scopes(soft).clause_of(place)
    pairs = [
        (abs(term.index - place), term.index, found.right[found.partner_left[n][0]].index)
        for n, term in enumerate(found.left)
        if first <= term.index < last and found.partner_left[n][1] >= MATCHED and not term.is_number
    ]
    if not pairs:
        return None
    _, index, rival = min(pairs)
    return index, rival
