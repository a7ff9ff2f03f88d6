"""How much of a thing is meant: all, most, some, few or none of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.annotate.cues import Found, PhraseTable
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.quantities import Bound, quantities
from statement_compare.engine.annotate.quantities.model import Quantity
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.units import BARE, COUNT
from statement_compare.engine.annotate.word_classes import NUMBER_WORDS
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import CODES, patterns, phrases, words
from statement_compare.engine.model import ReasonKind

SOFTER = "quantifier.softer"
# "Of the total of 14": words between "of" and the whole at most.
_OF_THE = 3
_CLAUSE_END = re.compile(r"[,.;:]\s")


class Share(StrEnum):
    ALL = "all"
    MOST = "most"
    SOME = "some"
    FEW = "few"
    NOT_ALL = "not_all"
    NONE = "none"
    PART = "part"  # "nine of the fourteen": told in figures, so no words stand for it


_PHRASES = {share: phrases("shares", share.value) for share in Share if share is not Share.PART}
_TRAITS = words("shares", "traits")
_OF_THEM = patterns("shares", "of_them")
# Of the genitive that tells a whole: "он төрт ауылдың тоғызы".
_WHOLE_ENDINGS = words("shares", "whole_endings")
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


@cache
def _all_but(language: str) -> PhraseTable[Share]:
    """ "All but three", "all except the crew" are most of them."""
    return PhraseTable({Share.MOST: phrases("fractions", "all_but").get(language, ())})


@cache
def _opens_with_total(language: str) -> re.Pattern[str]:
    """Words that end where the figure of a whole begins: "Of", "Of the", "из"."""
    return re.compile(rf"\W*(?:{of(patterns('framing', 'of_a_total'), language)})(?:\s+\w+){{0,{_OF_THE}}}\s*", re.I)


_CONFLICTS = frozenset(
    frozenset(pair)
    for pair in (
        (Share.ALL, Share.NONE),
        (Share.ALL, Share.NOT_ALL),
        (Share.ALL, Share.FEW),
        (Share.MOST, Share.NONE),
        (Share.MOST, Share.FEW),
        (Share.SOME, Share.NONE),
        (Share.ALL, Share.PART),
        (Share.NONE, Share.PART),
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
_NEGATED = {
    Share.ALL: Share.NONE,
    Share.SOME: Share.NOT_ALL,
    Share.NONE: Share.ALL,
    Share.MOST: Share.FEW,
    Share.PART: Share.NOT_ALL,
}


@dataclass(frozen=True, slots=True)
class Quantified:
    """A share at tokens `cue` of the thing at token `restrictor`, with the negations of the clause worked in.

    `whole` is how many things there are, where that is told, and `counted` the tokens that tell it.
    """

    cue: tuple[int, ...]
    share: Share
    restrictor: int
    is_bare_negation: bool
    negations: tuple[int, ...] = ()
    whole: float | None = None
    counted: tuple[int, ...] = ()

    @property
    def has_noun_elsewhere(self) -> bool:
        """Whether the thing stands before the figure of its part, in another clause: "of 14 villages, nine"."""
        return self.share is Share.PART and self.restrictor < self.cue[0]

    @property
    def anchor(self) -> int:
        """The token whose clause says what is told of the share."""
        return self.cue[0] if self.has_noun_elsewhere else self.restrictor

    @property
    def shown(self) -> tuple[int, ...]:
        return self.cue if self.has_noun_elsewhere else (*self.cue, self.restrictor)

    @property
    def set_apart(self) -> tuple[int, ...]:
        """What is no part of what is told of the share."""
        return (*self.cue, *self.negations, *self.counted)

    def may_be_of(self, other: Quantified) -> bool:
        """Whether both can be shares of one whole: they give the same figure for it, or one gives none."""
        return self.whole is None or other.whole is None or self.whole == other.whole


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
            if opposed or not mine.may_be_of(yours):
                continue
            if shares_told in _CONFLICTS:
                relation, rule = Relation.CONFLICT, "quantifier.exclude"
            elif shares_told in _QUALIFYING:
                relation, rule = Relation.QUALIFIES, SOFTER
            else:
                continue
            result.append(
                Dispute(
                    ReasonKind.QUANTIFIER,
                    relation,
                    rule,
                    mine.shown,
                    yours.shown,
                    mine.anchor,
                    yours.anchor,
                    _but(mine, yours),
                    _but(yours, mine),
                    params=(("left_share", mine.share.value), ("right_share", yours.share.value)),
                )
            )
    return result


def _but(mine: Quantified, yours: Quantified) -> tuple[int, ...]:
    """The tokens of a side that are left out when what is told of both shares is compared."""
    is_noun_apart = mine.has_noun_elsewhere or yours.has_noun_elsewhere
    return (*mine.set_apart, mine.restrictor) if is_noun_apart else mine.set_apart


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
    all_but = {phrase.start for phrase in _all_but(reading.language).find(reading.tokens)}
    told = [
        (replace(cue, kind=Share.MOST) if cue.start in all_but else cue, _restrictor(cue, reading))
        for cue in table.find(reading.tokens)
        if not _is_other_use(cue, reading)
    ]
    parts = list(_parts(reading))
    wholes = {cue.start: (whole, counted) for cue, _, whole, counted in parts}
    result = []
    for cue, restrictor in told + [(cue, restrictor) for cue, restrictor, *_ in parts]:
        if cue.start in framed or restrictor is None:
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
        whole, counted = wholes.get(cue.start) or _whole_between(cue, restrictor, reading)
        result.append(Quantified(cue.tokens, share, restrictor, is_bare, negations, whole, counted))
    return tuple(result)


def _parts(reading: Reading) -> Iterator[tuple[Found[Share], int | None, float, tuple[int, ...]]]:
    """Parts of a whole that are told in figures: with the thing counted, the whole, and the tokens that tell it.

    "Nine of the fourteen villages", "of fourteen villages, nine", "fourteen villages ..., nine of them".
    """
    amounts = [each for each in quantities(reading) if each.is_exact or each.bound is Bound.AT_MOST]
    for number, amount in enumerate(amounts):
        cue = _cue(amount, reading)
        if amount.dimension is COUNT and amount.total is not None and 0 < amount.high < amount.total:
            yield cue, _restrictor(cue, reading), amount.total, ()
        whole = amounts[number - 1] if number else None
        if whole is None or whole.dimension is not COUNT or not 0 < amount.value < whole.value:
            continue
        noun = _restrictor(_cue(whole, reading), reading)
        if noun is not None and _is_part_of(amount, whole, noun, reading):
            yield cue, noun, whole.value, _cue(whole, reading).tokens


def _whole_between(cue: Found[Share], restrictor: int, reading: Reading) -> tuple[float | None, tuple[int, ...]]:
    """The figure in "all fourteen villages"."""
    counted = _counted(reading)
    for value, tokens in counted[bisect_left(counted, cue.end, key=lambda each: each[1][0]) :][:1]:
        if tokens[-1] < restrictor:
            return value, tokens
    return None, ()


@annotation
def _counted(reading: Reading) -> tuple[tuple[float, tuple[int, ...]], ...]:
    """The figures that count things, with their tokens, in order."""
    found = ((each.value, _cue(each, reading).tokens) for each in quantities(reading) if each.dimension is COUNT)
    return tuple(sorted(((value, tokens) for value, tokens in found if tokens), key=lambda each: each[1][0]))


@annotation
def _tokens_that_count(reading: Reading) -> frozenset[int]:
    return frozenset(i for _, tokens in _counted(reading) for i in tokens)


def _is_part_of(part: Quantity, whole: Quantity, noun: int, reading: Reading) -> bool:
    language = reading.language
    if part.dimension is BARE and part.total is None:
        of_them = _OF_THEM.get(language)
        before, after = reading.text[: part.span.start], reading.text[part.span.end :]
        if of_them and (
            re.match(rf"\s*(?:{of_them})\b", after, re.I) or re.search(rf"\b(?:{of_them})\s*$", before, re.I)
        ):
            return True
        return _stands_behind_of(whole, reading)
    endings = tuple(_WHOLE_ENDINGS.get(language, ()))
    return _cue(part, reading).start == noun + 1 and reading.tokens[noun].lower.endswith(endings) if endings else False


def _cue(amount: Quantity, reading: Reading) -> Found[Share]:
    first = bisect_right(reading.tokens, amount.span.start, key=lambda token: token.span.end)
    behind = bisect_left(reading.tokens, amount.span.end, lo=first, key=lambda token: token.span.start)
    return Found(first, behind, Share.PART)


def _stands_behind_of(whole: Quantity, reading: Reading) -> bool:
    """ "Of fourteen villages": at the start of its sentence or clause, with an article or none."""
    opening = _CLAUSE_END.split(reading.text[: whole.span.start])[-1]
    return _opens_with_total(reading.language).fullmatch(opening) is not None


def _restrictor(cue: Found[Share], reading: Reading) -> int | None:
    """The noun a quantifier ranges over: the last content word of the run that follows it."""
    tokens, language = reading.tokens, reading.language
    is_noun_last, inside = "noun_last" in _TRAITS.get(language, ()), _INSIDE_NOUN.get(language, ())
    counted = _tokens_that_count(reading)
    last: int | None = None
    for i in range(cue.end, min(cue.end + 9, len(tokens))):
        token = tokens[i]
        if i in counted:
            continue  # "all fourteen villages"
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
