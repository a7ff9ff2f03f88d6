"""Whether two different words in one place of a sentence are rivals: two bodies or two places of one event.

"Signed by Brown" and "signed by the mayor" may tell of one man, what is in Lyon is in France, and what befell "a man"
in Lyon may have befallen another one in Paris. There no fact is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statement_compare.engine.annotate.names import roots
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import Party, party_of
from statement_compare.engine.annotate.word_classes import AUXILIARIES, FUNCTION_WORDS, NUMBER_WORDS, words_of
from statement_compare.engine.facts.word_matching import Term, name_tokens, terms
from statement_compare.engine.language import lines, own_words, phrases, speaking, word_sets, words
from statement_compare.engine.text.tokens import TokenKind

_AGENT = word_sets("entities", "agent")
_PLACE = word_sets("entities", "place")
_DEFINITE = words("entities", "definite")
_DETERMINERS = word_sets("slots", "determiners")
_INDEFINITE = words("entities", "indefinite")
_PLURAL_VERBS = words("entities", "plural_verbs")
_UNCOUNTABLE = words("entities", "uncountable")
_NO_PLACE = word_sets("entities", "no_place")
_NAME_TRAITS = words("names", "traits")
# What holds what, the smallest first: rooms and names that no table knows are in none of them.
_NOUNS = ("houses", "settlements")
_NAMED = {table: lines("entities", table) for table in ("states", "countries", "continents")}
_PLURAL_ENDINGS, _SINGULAR_ENDINGS = phrases("terms", "plural_endings"), phrases("entities", "singular_endings")


def are_rival_bodies(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether the words at these tokens name two bodies: two names, two offices, a ministry and a firm.

    A name beside a common noun may be the name of whom the noun calls by the office ("Merkel", "the chancellor").
    """
    if "nouns_large" in _NAME_TRAITS.get(left.language, ()):
        # Names have no article: "von der Kanzlerin" beside "von Merkel".
        return _has_article(left, a[0]) == _has_article(right, b[0])
    if _is_name(left, a) == _is_name(right, b):
        return True
    parties = {party_of(tuple(side.tokens[i] for i in at), side.language) for side, at in ((left, a), (right, b))}
    return parties == {Party.AUTHORITY, Party.COMPANY} or Party.SELF in parties


def are_kinds(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether both sides have a bare common noun where bodies have an article: "by police", "by detectives"."""
    if left.language not in _DEFINITE or "nouns_large" in _NAME_TRAITS.get(left.language, ()):
        return False
    return not any(name_tokens(side) & set(at) or _is_determined(side, at[0]) for side, at in ((left, a), (right, b)))


def are_rival_places(left: Reading, right: Reading, a: Sequence[Term], b: Sequence[Term]) -> bool:
    """Whether two places lie outside each other: two towns, two countries, two rooms; not Lyon and France."""
    how = words_of(_NO_PLACE, left.language)
    if any(term.key in how for term in (*a, *b)):
        return False
    sides = ((left, tuple(t.index for t in a)), (right, tuple(t.index for t in b)))
    are_names = {_is_name(*side) for side in sides}
    if len(are_names) == 2 and not all(name_tokens(side) & set(at) for side, at in sides):
        return False
    one, other = (_sort_of(terms, left.language) for terms in (a, b))
    if one[0] != other[0]:
        return False
    if one[0] in _NAMED:
        return one[1] != other[1]
    # "In the Thames" and "in London": what has an article is no town.
    return True not in are_names or _has_article(left, sides[0][1][0]) == _has_article(right, sides[1][1][0])


def name_one_place(reading: Reading, a: Sequence[Term], b: Sequence[Term]) -> bool:
    """Whether two names are those of one country: "Britain", "the UK"."""
    one, other = (_sort_of(terms, reading.language) for terms in (a, b))
    return one[0] in _NAMED and one == other


def tells_of_one(reading: Reading, slot: Sequence[int]) -> bool:
    """Whether a sentence tells of a certain event: of "the meeting" or "Brown", and not of "a man" or "flights".

    `slot` are the tokens of the body or the place, which tell nothing of it. Where a language has no articles it is
    taken for certain.
    """
    tokens, language = reading.tokens, reading.language
    if language not in _DEFINITE:
        return True
    begin = _before_determiners(reading, slot[0])
    outside = [i for i in range(len(tokens)) if not begin <= i <= slot[-1]]
    behind = words_of(_AGENT, language) | words_of(_PLACE, language)
    names = name_tokens(reading)
    definite, indefinite = _DEFINITE[language], _INDEFINITE[language] | NUMBER_WORDS.get(language, frozenset())
    marks = []
    for i in outside:
        token = tokens[i]
        is_definite = token.lower in definite or i in names
        if not is_definite and token.lower not in indefinite and token.kind is not TokenKind.NUMBER:
            continue
        if i == 0 or tokens[i - 1].lower not in behind:
            marks.append((i, is_definite))
    if not marks:
        return not _opens_bare(reading, outside)
    if marks[0][1]:
        return True
    function_words = FUNCTION_WORDS.get(language, frozenset())
    # "A judge sentenced the man in Lyon", and not "a court in Lyon fined the firm".
    return any(is_definite and i < begin and tokens[i - 1].lower not in function_words for i, is_definite in marks)


def is_of_subject(reading: Reading, slot: Sequence[int]) -> bool:
    """Whether a place tells which thing is spoken of, one of several: "the office in Merrin has one employee"."""
    tokens, language = reading.tokens, reading.language
    begin, end = scopes(reading).clause_of(slot[0])
    auxiliaries = AUXILIARIES.get(language, frozenset())
    if any(tokens[i].lower in auxiliaries for i in range(begin, slot[0])):
        return False
    if any(tokens[i].lower in auxiliaries for i in range(slot[-1] + 1, end)):
        return True
    # "The warehouse in Dunmere failed the test", and not "the mayor spoke in Lyon about taxes".
    told = [term for term in terms(reading) if begin <= term.index < end and term.index not in slot]
    before = [term.index for term in told if term.index < slot[0]]
    has_article = len(before) == 1 and tokens[before[0] - 1].lower in words_of(_DETERMINERS, language) and before[0] > 0
    return has_article and any(term.index > slot[-1] and not term.is_calendar for term in told)


def _is_name(reading: Reading, at: Sequence[int]) -> bool:
    """Whether all the words are a name's: in "an employee of Lyle Cement" and "a Chinese firm" some are."""
    return set(at) <= name_tokens(reading)


def _has_article(reading: Reading, first: int) -> bool:
    return first > 0 and reading.tokens[first - 1].lower in _DEFINITE.get(reading.language, frozenset())


def _is_determined(reading: Reading, first: int) -> bool:
    return _before_determiners(reading, first) < first


def _before_determiners(reading: Reading, first: int) -> int:
    language = reading.language
    known = _DEFINITE.get(language, frozenset()) | _INDEFINITE.get(language, frozenset())
    while first > 0 and reading.tokens[first - 1].lower in known:
        first -= 1
    return first


def _opens_bare(reading: Reading, outside: Sequence[int]) -> bool:
    """Whether a sentence opens with a plural or a substance without an article ("Flights were cancelled")."""
    language = reading.language
    if language not in _PLURAL_VERBS or len(outside) < 2 or outside[0] != 0:
        return False
    first, second = reading.tokens[0].lower, reading.tokens[1].lower
    if first in _UNCOUNTABLE[language] or second in _PLURAL_VERBS[language]:
        return True
    if language not in _SINGULAR_ENDINGS or second in AUXILIARIES.get(language, frozenset()):
        return False  # "Adidas was fined"
    return first.endswith(_PLURAL_ENDINGS[language]) and not first.endswith(_SINGULAR_ENDINGS[language])


def _sort_of(terms: Sequence[Term], language: str) -> tuple[str, int]:
    """The table that knows a place, and which row of it; ("", 0) for what none knows."""
    found = [roots(term.key, language) for term in terms]
    for sort, row, name in _known_places(language):
        for start in range(len(found) - len(name) + 1):
            if all(found[start + k] & forms for k, forms in enumerate(name)):
                return sort, row
    return next(
        ((sort, 0) for sort in reversed(_NOUNS) if any(each & _known_nouns(sort, language) for each in found)), ("", 0)
    )


@cache
def _known_nouns(sort: str, language: str) -> frozenset[str]:
    return frozenset[str]().union(*(roots(word, language) for word in own_words("entities", sort, language)))


@cache
def _known_places(language: str) -> tuple[tuple[str, int, tuple[frozenset[str], ...]], ...]:
    """Each name of a table as the forms of its words, the longest names first: "Guinea" is no "New Guinea"."""
    found = [
        (sort, number, tuple(roots(word, language) for word in name.split()))
        for sort, table in _NAMED.items()
        for rows in speaking(table, language)
        for number, row in enumerate(rows)
        for name in row
    ]
    return tuple(sorted(found, key=lambda each: -len(each[2])))
