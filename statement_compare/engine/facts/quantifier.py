"""How much of a thing is meant: all, most, some, few or none of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.word_classes import NUMBER_WORDS
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import CODES, phrases, words
from statement_compare.engine.model import ReasonKind


class Share(StrEnum):
    ALL = "all"
    MOST = "most"
    SOME = "some"
    FEW = "few"
    NOT_ALL = "not_all"
    NONE = "none"


_PHRASES = {share: phrases("shares", share.value) for share in Share}
_TRAITS = words("shares", "traits")
_INSIDE_NOUN = words("shares", "inside_noun")
_NOT_AFTER = words("shares", "not_after")
_NOT_BEFORE = words("shares", "not_before")
_COUNTS = words("shares", "counts")
_ABOUT = words("shares", "about")


@cache
def _table(language: str) -> PhraseTable[Share] | None:
    if language not in CODES:
        return None
    return PhraseTable({share: by_language.get(language, ()) for share, by_language in _PHRASES.items()})


_CONFLICTS = frozenset(
    frozenset(pair)
    for pair in (
        (Share.ALL, Share.NONE),
        (Share.ALL, Share.NOT_ALL),
        (Share.ALL, Share.FEW),
        (Share.MOST, Share.NONE),
        (Share.MOST, Share.FEW),
        (Share.SOME, Share.NONE),
    )
)
_QUALIFYING = frozenset(
    frozenset(pair)
    for pair in (
        (Share.ALL, Share.MOST),
        (Share.ALL, Share.SOME),
        (Share.MOST, Share.SOME),
        (Share.MOST, Share.NOT_ALL),
        (Share.SOME, Share.FEW),
        (Share.SOME, Share.NOT_ALL),
        (Share.FEW, Share.NONE),
    )
)
# "Not all were inspected" and "some were not inspected", "all failed" and "none passed": a negated predicate.
_NEGATED = {Share.ALL: Share.NONE, Share.SOME: Share.NOT_ALL, Share.NONE: Share.ALL, Share.MOST: Share.FEW}


@dataclass(frozen=True, slots=True)
class Quantified:
    """A share at tokens `cue` of the thing at token `restrictor`, with the negations of the clause worked in."""

    cue: tuple[int, ...]
    share: Share
    restrictor: int
    is_bare_negation: bool
    negations: tuple[int, ...] = ()


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(pair, lexicon), pair)


def disputes(pair: Pair, lexicon: Lexicon) -> list[Dispute]:
    """Shares of the same thing that exclude each other, or of which one is the softer."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    names = {term.index: term for term in found.left}
    rivals = {term.index: term for term in found.right}
    result = []
    shares = frozenset(i for q in quantified(left) for i in (*q.cue, q.restrictor))
    opposed = _has_antonyms(found, left.language, lexicon, shares)
    for mine in quantified(left):
        for yours in quantified(right):
            if mine.is_bare_negation and yours.is_bare_negation:
                continue
            a, b = names.get(mine.restrictor), rivals.get(yours.restrictor)
            if a is None or b is None:
                continue
            if a.stem != b.stem and lexicon.affinity(a.key, b.key) < SAME_HEAD:
                continue
            shares_told = frozenset((mine.share, yours.share))
            if opposed:
                continue
            if shares_told in _CONFLICTS:
                relation, rule = Relation.CONFLICT, "quantifier.exclude"
            elif shares_told in _QUALIFYING:
                relation, rule = Relation.QUALIFIES, "quantifier.softer"
            else:
                continue
            result.append(
                Dispute(
                    ReasonKind.QUANTIFIER,
                    relation,
                    rule,
                    (*mine.cue, mine.restrictor),
                    (*yours.cue, yours.restrictor),
                    mine.restrictor,
                    yours.restrictor,
                    (*mine.cue, *mine.negations),
                    (*yours.cue, *yours.negations),
                    params=(("left_share", mine.share.value), ("right_share", yours.share.value)),
                )
            )
    return result


def _has_antonyms(found: Match, language: str, lexicon: Lexicon, shares: frozenset[int]) -> bool:
    """`Each was undrinkable`, `none was fit`: opposed predicates turn the shares around."""
    return any(
        lexicon.are_antonyms(a.key, b.key, language)
        for n, a in enumerate(found.left)
        for m, b in enumerate(found.right)
        if found.partner_left[n][1] < SAME_HEAD
        and found.partner_right[m][1] < SAME_HEAD
        and not a.is_number
        and a.index not in shares
    )


@annotation
def quantified(reading: Reading) -> tuple[Quantified, ...]:
    """The quantifiers of a passage with what they range over; negations elsewhere in the clause are worked in."""
    table = _table(reading.language)
    if table is None:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    # There "none" takes a negated verb and still means none.
    none_with_negation = "none_with_negation" in _TRAITS.get(reading.language, ())
    result = []
    for cue in table.find(reading.tokens):
        if cue.start in framed or _is_other_use(cue, reading):
            continue
        restrictor = _restrictor(cue, reading)
        if restrictor is None:
            continue
        share = cue.kind
        # A negation after the quantifier turns it around ("all of them did not"); before it, its reach is unclear.
        clause = scoped.clause_of(cue.start)
        others = [c for c in scoped.cues if clause[0] <= c.start < clause[1] and not cue.start <= c.start < cue.end]
        if others and not (share is Share.NONE and none_with_negation):
            turned = _NEGATED.get(share)
            if turned is None or len(others) > 1 or not 0 <= others[0].start - cue.end <= 8:
                continue
            share = turned
        is_bare = cue.kind is Share.NONE and cue.end - cue.start == 1
        negations = tuple(i for other in others for i in range(other.start, other.end))
        result.append(Quantified(cue.tokens, share, restrictor, is_bare, negations))
    return tuple(result)


def _restrictor(cue: Found[Share], reading: Reading) -> int | None:
    """The noun a quantifier ranges over: the last content word of the run that follows it."""
    tokens, language = reading.tokens, reading.language
    is_noun_last, inside = "noun_last" in _TRAITS.get(language, ()), _INSIDE_NOUN.get(language, ())
    last: int | None = None
    for i in range(cue.end, min(cue.end + 9, len(tokens))):
        token = tokens[i]
        if is_content(token, language):
            if not is_noun_last:
                # Where no article shows where a noun phrase ends, the first word must do.
                return i
            if last is not None and i - last > 1 and tokens[i - 1].lower not in inside:
                break
            last = i
        elif token.text == "," or token.lower in (".", ";", ":") or last is not None:
            break
    return last


def _is_other_use(cue: Found[Share], reading: Reading) -> bool:
    """Uses that count nothing: "at all", "most recent", "some 40", "all the more"."""
    if cue.end - cue.start > 1:
        return False
    tokens, language = reading.tokens, reading.language
    word = tokens[cue.start].lower
    before = tokens[cue.start - 1].lower if cue.start else ""
    after = tokens[cue.end].lower if cue.end < len(tokens) else ""
    if f"{before} {word}" in _NOT_AFTER.get(language, ()) and f"{word} {after}" not in _COUNTS.get(language, ()):
        return True
    if word in _ABOUT.get(language, ()) and (after[:1].isdigit() or after in NUMBER_WORDS.get(language, ())):
        return True
    return f"{word} {after}" in _NOT_BEFORE.get(language, ())


# Shares as `quantified` gives them, the negation worked in: "some trains ran without" is "not all ran with".
_HOLD_TOGETHER = {
    Share.NOT_ALL: frozenset((Share.SOME, Share.MOST, Share.FEW, Share.NOT_ALL)),
    Share.SOME: frozenset((Share.SOME, Share.MOST, Share.FEW, Share.NOT_ALL)),
    Share.FEW: frozenset((Share.SOME, Share.FEW, Share.NOT_ALL)),
}


def may_both_hold(left: Reading, place: int, right: Reading, rival: int) -> bool:
    """`Some trains had no guard` and `most trains had a guard` are both true."""
    here, there = scopes(left).clause_of(place), scopes(right).clause_of(rival)
    mine = [q.share for q in quantified(left) if here[0] <= q.cue[0] < here[1] and not q.is_bare_negation]
    yours = [q.share for q in quantified(right) if there[0] <= q.cue[0] < there[1]]
    return len(mine) == len(yours) == 1 and yours[0] in _HOLD_TOGETHER.get(mine[0], frozenset())
