"""Opposites in an equal frame: two passages that are word for word the same, but for "above" against "below"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile, takewhile

from rapidfuzz.distance import Indel

from statement_compare.engine.annotate.cues import phrase_list
from statement_compare.engine.annotate.empty_negations import empty_negations
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.language import CODES, lines, words
from statement_compare.engine.model import ReasonKind, Span
from statement_compare.engine.text.tokens import Token, TokenKind

IN_FRAME = "antonym.in_frame"
# Both cannot be true; both hardly can ("before the flood" / "after the flood"); both can, but they do not agree
# ("some wells are above the limit" / "some wells are below it").
SURE, LIKELY, APART = 0.9, 0.5, 0.35


@dataclass(frozen=True, slots=True)
class _Table:
    """The opposites of one language.

    `sure` and `likely` are rows of two opposites. The opposite of a word of `denies` ("no") is no word at all or one
    of `affirms` ("an"), that of `denies_all` ("not all") one of `wholes` ("every") alone. `fillers` ("is", "the") have
    no opposite; one of `definite` ("the") before all that is left tells of the whole, but not where a word of `singles`
    ("every") takes each by itself. `agrees` is a second sign of the same denial ("ningún ... no"). Beside a word of
    `partial` ("some") both can be true.
    """

    sure: tuple[tuple[frozenset[str], frozenset[str]], ...]
    likely: tuple[tuple[frozenset[str], frozenset[str]], ...]
    denies: frozenset[str]
    affirms: frozenset[str]
    denies_all: frozenset[str]
    singles: frozenset[str]
    wholes: frozenset[str]
    fillers: frozenset[str]
    definite: frozenset[str]
    plural_verbs: frozenset[str]
    agrees: frozenset[str]
    partial: frozenset[str]


_SURE = lines("opposites", "sure")
_LIKELY = lines("opposites", "likely")
_DENIES = words("opposites", "denies")
_AFFIRMS = words("opposites", "affirms")
_DENIES_ALL = words("opposites", "denies_all")
_SINGLES = words("opposites", "singles")
_WHOLES = words("opposites", "wholes")
_FILLERS = words("opposites", "fillers")
_DEFINITE = words("entities", "definite")
_PLURAL_VERBS = words("entities", "plural_verbs")
_AGREES = words("opposites", "agrees")
_PARTIAL = words("opposites", "partial")


@cache
def _table_of(language: str) -> _Table | None:
    if language not in CODES:
        return None
    sure, likely = (
        tuple((frozenset(phrase_list(one)), frozenset(phrase_list(other))) for one, other in rows.get(language, ()))
        for rows in (_SURE, _LIKELY)
    )
    rest = (_DENIES, _AFFIRMS, _DENIES_ALL, _SINGLES, _WHOLES, _FILLERS, _DEFINITE, _PLURAL_VERBS, _AGREES, _PARTIAL)
    return _Table(sure, likely, *(table.get(language, frozenset()) for table in rest))


def in_equal_frames(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The conflict of two passages that differ in nothing but opposites; nothing where anything else differs."""
    if left.text > right.text:
        # Words that can be lined up in two ways are lined up in one, whichever side they stand on.
        return tuple(fact.mirrored() for fact in in_equal_frames(right, left, lexicon))
    for language in sorted({left.language, right.language}):
        table = _table_of(language)
        fact = None if table is None else _of_language(left, right, table, language, lexicon)
        if fact is not None:
            return (fact,)
    return ()


def is_a_denial(reading: Reading, span: Span) -> bool:
    """Whether the words of a stretch are nothing but a denial: "not", "did not", "pas"."""
    table = _table_of(reading.language)
    return table is not None and _denies(_within(reading, span), table)


def is_no_opposite(reading: Reading, span: Span, denied: Reading) -> bool:
    """Whether words that stand against a denial are none of its opposites: "is" and "the", and words that the denied
    passage has as well. "Always" is the opposite of "never".
    """
    table = _table_of(reading.language)
    theirs = {token.stem for token in _words(denied)}
    small = frozenset() if table is None else table.fillers
    return all(token.lower in small or token.stem in theirs for token in _within(reading, span))


def _within(reading: Reading, span: Span) -> list[Token]:
    return [token for token in _words(reading) if span.start <= token.span.start < span.end]


def _of_language(left: Reading, right: Reading, table: _Table, language: str, lexicon: Lexicon) -> Fact | None:
    mine, yours = _words(left), _words(right)
    # As one stretch first: "gracias a" and "a pesar de" share the word "a", which must not cut them in two.
    found = _conflict(mine, yours, [_whole(mine, yours)], table, language, lexicon) or _conflict(
        mine, yours, list(_stretches(mine, yours)), table, language, lexicon
    )
    if found is None:
        return None
    strength, here, there = found
    shared = {token.lower for token in mine} & {token.lower for token in yours}
    if shared & table.partial or "?" in (left.text.rstrip()[-1:], right.text.rstrip()[-1:]):
        strength = APART
    spans = _span(mine, here), _span(yours, there)
    return Fact(ReasonKind.ANTONYM, Relation.CONFLICT, *spans, strength, IN_FRAME)


def _conflict(
    mine: Sequence[Token],
    yours: Sequence[Token],
    stretches: Sequence[tuple[range, range]],
    table: _Table,
    language: str,
    lexicon: Lexicon,
) -> tuple[float, range, range] | None:
    """How sure it is that the stretches oppose each other and where; None where one of them does not."""
    opposed: list[tuple[float, range, range]] = []
    denials: list[tuple[float, range, range]] = []
    signs: list[tuple[float, range, range]] = []
    for here, there in stretches:
        a, b = list(mine[here.start : here.stop]), list(yours[there.start : there.stop])
        if _meaning(a, table.fillers) == _meaning(b, table.fillers):
            continue
        if bool(a) != bool(b) and all(token.lower in table.agrees for token in (*a, *b)):
            signs.append((SURE, here, there))
        elif _denies(a, table) != _denies(b, table):
            behind = mine[here.stop :], yours[there.stop :]
            strength = _affirms(b, behind[::-1], a, table) if _denies(a, table) else _affirms(a, behind, b, table)
            if strength is None:
                return None
            denials.append((strength, here, there))
        else:
            strength = _opposed(a, b, table, language, lexicon)
            if strength is None:
                return None
            opposed.append((strength, here, there))
    # A denial and an opposite undo each other: "not above" is "below". What is not so of all may not be so of any.
    if (opposed and (denials or signs)) or (len(denials) > 1 and any(each[0] < SURE for each in denials)):
        return None
    found = opposed or denials or signs[:1]
    if not found:
        return None
    strength, here, there = found[0]
    return (strength if len(found) == 1 else LIKELY), here, there


def _words(reading: Reading) -> list[Token]:
    apart = empty_negations(reading)
    return [token for i, token in enumerate(reading.tokens) if token.kind is not TokenKind.SYMBOL and i not in apart]


def _stretches(mine: Sequence[Token], yours: Sequence[Token]) -> Iterator[tuple[range, range]]:
    """Places of the words that one passage has where the other has others, or none."""
    a, b = [token.stem for token in mine], [token.stem for token in yours]
    i = j = 0
    for block in Indel.opcodes(a, b).as_matching_blocks():
        if block.a > i or block.b > j:
            yield range(i, block.a), range(j, block.b)
        i, j = block.a + block.size, block.b + block.size


def _whole(mine: Sequence[Token], yours: Sequence[Token]) -> tuple[range, range]:
    """All between the words that both passages begin with and those that both end with."""
    shorter = min(len(mine), len(yours))
    start = next((i for i in range(shorter) if mine[i].stem != yours[i].stem), shorter)
    most = shorter - start
    end = next((i for i in range(most) if mine[-1 - i].stem != yours[-1 - i].stem), most)
    return range(start, len(mine) - end), range(start, len(yours) - end)


def _opposed(a: list[Token], b: list[Token], table: _Table, language: str, lexicon: Lexicon) -> float | None:
    first, second = _forms(a, table), _forms(b, table)
    for rows, strength in ((table.sure, SURE), (table.likely, LIKELY)):
        for here, there in rows:
            if (first & here and second & there) or (first & there and second & here):
                return strength
    if any(token.text[:1].isupper() and token.span.start for token in (*a, *b)):
        return None
    one, other = (" ".join(_said(each, table.fillers)) for each in (a, b))
    return LIKELY if one and other and lexicon.are_antonyms(one, other, language) else None


def _forms(words: list[Token], table: _Table) -> set[str]:
    """A stretch as it may stand in the table: with fillers such as "is" and "the", and without them."""
    return {" ".join(token.lower for token in words), " ".join(_said(words, table.fillers))}


def _said(words: list[Token], fillers: frozenset[str]) -> list[str]:
    return [token.lower for token in words if token.lower not in fillers]


def _meaning(words: list[Token], fillers: frozenset[str]) -> list[str]:
    return [token.stem for token in words if token.lower not in fillers]


def _denies(words: list[Token], table: _Table) -> bool:
    return not (table.denies | table.denies_all).isdisjoint(_forms(words, table))


def _affirms(
    words: list[Token], behind: tuple[Sequence[Token], Sequence[Token]], denial: list[Token], table: _Table
) -> float | None:
    """How surely words say what a denial denies. "Not all recovered" denies "every one did", but not "some" or "most",
    and "the patients recovered" more likely than not. `behind` is what stands behind the words, and behind the denial.
    """
    forms = _forms(words, table)
    if not table.denies_all.isdisjoint(_forms(denial, table)):
        if not table.wholes.isdisjoint(forms):
            return SURE
        is_whole = any(token.lower in table.definite for token in (*words[-1:], *behind[0][:1]))
        # "Not every bridge" or "not all bridges", and "the bridge": one of them.
        own, denied = (_named_first(tokens, table) for tokens in behind)
        is_single = own != denied or any(token.lower in table.singles for token in denial)
        return LIKELY if is_whole and not is_single and not _said(words, table.fillers) else None
    return SURE if not _said(words, table.fillers) or not table.affirms.isdisjoint(forms) else None


def _named_first(words: Sequence[Token], table: _Table) -> tuple[list[str], bool]:
    """What words name up to the first filler behind it, and whether that is a verb of many: "hospitals" of "hospitals
    have been paid". German "Arbeiter" are many in "die Arbeiter wurden" alone. All of it where no such verb is known.
    """
    lowers = [token.lower for token in words]
    if not table.plural_verbs:
        return lowers, True
    lowers = list(dropwhile(lambda word: word in table.fillers, lowers))
    named = list(takewhile(lambda word: word not in table.fillers, lowers))
    return named, not table.plural_verbs.isdisjoint(lowers[len(named) : len(named) + 1])


def _span(words: Sequence[Token], place: range) -> Span | None:
    """The words of a stretch; the word behind it as well where it has none ("accident" for "no accident")."""
    if not words:
        return None
    last = min(place.stop - 1 if len(place) else place.start, len(words) - 1)
    return Span(words[min(place.start, last)].span.start, words[last].span.end)
