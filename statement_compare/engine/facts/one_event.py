"""Whether two different words in one place of a sentence are rivals: two bodies or two places of one event.

"Signed by Brown" and "signed by the mayor" may tell of one man, what is in Lyon is in France, and what befell "a man"
in Lyon may have befallen another one in Paris. There no fact is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import Party, party_of
from statement_compare.engine.annotate.times import date_spans, moments
from statement_compare.engine.annotate.word_classes import AUXILIARIES, FUNCTION_WORDS, NUMBER_WORDS, words_of
from statement_compare.engine.facts.word_matching import name_tokens, terms
from statement_compare.engine.language import lines, phrases, word_sets, words
from statement_compare.engine.text.tokens import TokenKind

_AGENT = word_sets("entities", "agent")
_PLACE = word_sets("entities", "place")
_DEFINITE = words("entities", "definite")
_DETERMINERS = word_sets("slots", "determiners")
_ARTICLES = word_sets("entities", "articles")
_INDEFINITE = words("entities", "indefinite")
_PLURAL_VERBS = words("entities", "plural_verbs")
_UNCOUNTABLE = words("entities", "uncountable")
_NAME_TRAITS = words("names", "traits")
_KINDS = lines("entities", "kinds_of_one")
_EXACT = 2  # digits of a figure that tells of one event: "189 people", "a 43-year-old man"
_PLURAL_ENDINGS, _SINGULAR_ENDINGS = phrases("terms", "plural_endings"), phrases("entities", "singular_endings")


def are_rival_bodies(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether the words at these tokens name two bodies: two names, two offices, a ministry and a firm.

    A name beside a common noun may be the name of whom the noun calls by the office ("Merkel", "the chancellor").
    """
    if "nouns_large" in _NAME_TRAITS.get(left.language, ()):
        # Names have no article: "von der Kanzlerin" beside "von Merkel".
        return has_article(left, a[0]) == has_article(right, b[0])
    if is_name(left, a) == is_name(right, b):
        return True
    parties = {party_of(tuple(side.tokens[i] for i in at), side.language) for side, at in ((left, a), (right, b))}
    return parties == {Party.AUTHORITY, Party.COMPANY} or Party.SELF in parties


def may_be_one_body(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether one side names whom the other calls by what it is: "Merkel", "the chancellor"; "a Chinese firm", "CRBC".

    "His aides" and "a neighbour" are no word for somebody who has a name, though they may have one. Two bare nouns are
    one where one is a kind of the other ("police", "detectives").
    """
    if are_rival_bodies(left, right, a, b):
        return are_kinds(left, right, a, b) and _are_of_one_kind(left, right, a, b)
    if left.language not in _DEFINITE or "nouns_large" in _NAME_TRAITS.get(left.language, ()):
        return True
    side, at = (right, b) if is_name(left, a) else (left, a)
    if at[0] == 0 or _is_plural(side, at):
        return False
    before = side.tokens[at[0] - 1].lower
    is_of_nation = before in _INDEFINITE[side.language] and at[0] in name_tokens(side)
    return before in words_of(_ARTICLES, side.language) or is_of_nation


def are_kinds(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether both sides have a bare common noun where bodies have an article: "by police", "by soldiers"."""
    if left.language not in _DEFINITE or "nouns_large" in _NAME_TRAITS.get(left.language, ()):
        return False
    return not any(name_tokens(side) & set(at) or _is_determined(side, at[0]) for side, at in ((left, a), (right, b)))


def tells_of_one(reading: Reading, slot: Sequence[int]) -> bool:
    """Whether a sentence tells of a certain event: of "the meeting" or "Brown", and not of "a man" or "flights".

    `slot` are the tokens of the body or the place, which tell nothing of it. Where a language has no articles it is
    taken for certain.
    """
    tokens, language = reading.tokens, reading.language
    if language not in _DEFINITE or _is_fixed(reading, slot):
        return True
    begin = _before_determiners(reading, slot[0])
    outside = [i for i in range(len(tokens)) if not begin <= i <= slot[-1]]
    agent = words_of(_AGENT, language)
    is_agent = begin > 0 and tokens[begin - 1].lower in agent
    # "Flights at the airport in Lyon" are those of any airport; "called to the school by a parent" is of one school.
    behind = frozenset[str]() if is_agent else agent | words_of(_PLACE, language)
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


def _is_fixed(reading: Reading, slot: Sequence[int]) -> bool:
    """Whether a day or an exact figure tells of one event, though nothing else does: "a plane with 189 people"."""
    tokens = reading.tokens
    first, last = tokens[slot[0]].span.start, tokens[slot[-1]].span.end
    days = (
        moment
        for moment in moments(reading)
        if moment.days is not None or moment.weekday is not None or moment.day_of_month is not None
    )
    if any(not first <= moment.span.start < last for moment in days):
        return True
    dated = date_spans(reading)
    return any(
        sum(sign.isdigit() for sign in token.text) >= _EXACT
        and index not in slot
        and not any(span.start <= token.span.start < span.end for span in dated)
        for index, token in enumerate(tokens)
    )


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


def _are_of_one_kind(left: Reading, right: Reading, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether a table has both in one row: "police", "detectives"; not "soldiers", "police"."""
    mine, yours = (
        " ".join(side.tokens[i].lower for i in range(at[0], at[-1] + 1)) for side, at in ((left, a), (right, b))
    )
    return any({mine, yours} <= set(row) for row in _KINDS.get(left.language, ()))


def _is_plural(side: Reading, at: Sequence[int]) -> bool:
    head = side.tokens[at[-1]].lower
    endings, singular = _PLURAL_ENDINGS.get(side.language, ()), _SINGULAR_ENDINGS.get(side.language, ())
    return head.endswith(tuple(endings)) and not head.endswith(tuple(singular))


def is_name(reading: Reading, at: Sequence[int]) -> bool:
    """Whether all the words are a name's: in "an employee of Lyle Cement" and "a Chinese firm" some are."""
    return set(at) <= name_tokens(reading)


def has_article(reading: Reading, first: int) -> bool:
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
