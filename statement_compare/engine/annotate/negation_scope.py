"""How far a negation reaches: clauses, the cues of each language, and what cancels them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.empty_negations import empty_negations, negations_in_doubt
from statement_compare.engine.annotate.negated_verbs import negative_verb
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import frames
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.word_classes import (
    ADVERBS,
    AUXILIARIES,
    BREAKERS,
    CLAUSE_AFTER_AND,
    FUNCTION_WORDS,
    OPENERS,
)
from statement_compare.engine.language import keyed, patterns, phrases, words
from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import Token, TokenKind


class Reach(StrEnum):
    """Which tokens a cue turns around."""

    RIGHT = "right"  # from the cue to the end of its clause
    CLAUSE = "clause"  # the whole clause: "no letter was received", "received no letter"


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `start` to `end` negate the tokens `scope` (both half-open)."""

    start: int
    end: int
    scope: tuple[int, int]
    reach: Reach
    word: str
    believed: int | None = None  # the first token of what "does not believe that" falls on

    def span(self, tokens: tuple[Token, ...]) -> Span:
        return Span(tokens[self.start].span.start, tokens[self.end - 1].span.end)


_TRAITS = words("negation", "traits")
# Longest phrase first decides. CANCELLED ones look like negations and are none.
_CANCELLED = phrases("negation", "cancelled")
_NOT_CANCELLED = words("negation", "not_cancelled")
_RIGHT = phrases("negation", "right")
_CLAUSE = phrases("negation", "clause")
_ENDINGS = keyed("negation", "endings")
_PREFIXES = words("negation", "prefixes")
# With one of WIDENING before it such a negation denies all of its clause: "никто из жителей не пострадал".
_WIDENED = words("negation", "widened")
_WIDENING = patterns("negation", "widening")
_WIDENING_STOPS = words("negation", "widening_stops")
_CLAUSE_AND = words("negation", "clause_and")
_NO_BREAKS = words("negation", "no_breaks")
_UNTIL_NEGATIONS = words("negation", "until_negations")
_UNTIL = phrases("negation", "until")
_UNTIL_TIMES = words("negation", "until_times")
_UNTIL_CLAUSES = phrases("negation", "until_clauses")
_TWIN_NEGATIONS = keyed("negation", "twin_negations")
_EXCEPTING_NEGATIONS = words("negation", "excepting_negations")
_EXCEPTIONS = words("negation", "exceptions")
_COMPARISONS = words("negation", "comparisons")
SECOND_WORDS = words("negation", "second_words")
_RAISING = words("negation", "raising")
# Beside one of them a negation of CLAUSE adds none ("no ... ningún").
_CONCORD = words("negation", "concord")
_ABSENT = words("negation", "absent")
_PREPOSITIONS = words("negation", "prepositions")
# Verbs of which the object says what happened ("take", "receive").
LIGHT_VERBS = words("negation", "light_verbs")
_LIGHT_OBJECTS = phrases("negation", "light_objects")
_LACKING = words("negation", "lacking")
_OBJECT_NEGATIONS = words("negation", "object_negations")
_SUBJECT_NEGATIONS = words("negation", "subject_negations")
_NOUN_NEGATIONS = words("negation", "noun_negations")
_MISSED_NOUN_NEGATIONS = words("negation", "missed_noun_negations")
_POSSESSION = words("negation", "possession")
_DETERMINERS = words("negation", "determiners")
_INSIDE_NOUN = words("negation", "inside_noun")
_ADVERB_ENDINGS = words("negation", "adverb_endings")
_POSSESSIVE = words("negation", "possessive")


@dataclass(frozen=True, slots=True)
class Scopes:
    """Clauses of a passage, its negation cues, and for each token how many cues turn it around.

    `half_negated` are tokens of phrases such as "not all", "hardly any" and negations that may end at a time: neither
    plain yes nor plain no.
    """

    clauses: tuple[tuple[int, int], ...]
    cues: tuple[Cue, ...]
    depth: tuple[int, ...]
    half_negated: frozenset[int]

    def clause_of(self, token: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self.clauses if a <= token < b), (token, token + 1))

    def is_negated(self, token: int) -> bool:
        return self.depth[token] % 2 == 1


@annotation
def scopes(reading: Reading) -> Scopes:
    """Where the passage's clauses end and which of its words are negated."""
    tokens, language = reading.tokens, reading.language
    clauses = _clauses(
        tokens, language, frozenset(edge for frame in frames(reading) for edge in (frame.start, frame.end))
    )
    in_doubt = negations_in_doubt(reading)
    cues, half_negated = _cues(tokens, language, clauses, empty_negations(reading) | in_doubt)
    half_negated |= {at for i in in_doubt for at in (i, i - 2)}  # with the clause before the dash
    open_ = tuple(cue for cue in cues if _may_end(cue, reading))
    half_negated |= {i for cue in open_ for i in range(cue.start, cue.end)}
    cues = tuple(cue for cue in cues if cue not in open_)
    cues = _raised(cues, reading, clauses)
    depth = [0] * len(tokens)
    in_verb = "negation_in_verb" in _TRAITS.get(language, ())
    for cue in cues:
        for i in range(*cue.scope):
            # A negated verb of one word is its own cue.
            if in_verb or not cue.start <= i < cue.end:
                depth[i] += 1
    return Scopes(clauses, cues, tuple(depth), half_negated)


def head(cue: Cue, reading: Reading) -> tuple[int, ...]:
    """Candidates for the word that a cue negates first: the predicate, then the noun it stands before."""
    tokens, language = reading.tokens, reading.language
    traits = _TRAITS.get(language, ())
    first, last = cue.scope
    after = [i for i in range(max(cue.end, first), last) if is_content(tokens[i], language)]
    before = [i for i in range(first, cue.start) if is_content(tokens[i], language)]
    if cue.believed is not None:
        auxiliaries = AUXILIARIES.get(language, frozenset())
        believed = [i for i in after if i >= cue.believed]
        aux = next((i for i in range(cue.believed, last) if tokens[i].lower in auxiliaries), None)
        return tuple(i for i in believed if aux is not None and i > aux)[:1] or tuple(believed[-1:])
    if cue.reach is Reach.RIGHT:
        if after and tokens[after[0]].lower in LIGHT_VERBS.get(language, ()):
            # "Received no fine", "has not received any fine": the noun says what did not happen.
            return tuple(dict.fromkeys([after[0], *_object_of_light_verb(after, tokens, language)]))
        if cue.word in _LACKING.get(language, ()):
            noun = _noun_after(cue, after, tokens, language)
            return (noun,) if noun is not None else tuple(after[:1])
        return tuple(after[:1])
    if "predicate_after_auxiliary" in traits:
        auxiliaries = AUXILIARIES.get(language, frozenset())
        aux = next((i for i in range(cue.end, last) if tokens[i].lower in auxiliaries), None)
        noun = _noun_after(cue, after, tokens, language)
        predicate = next((i for i in after if aux is not None and i > aux), None)
        previous = tokens[cue.start - 1].lower if cue.start else ""
        has_it = previous in _POSSESSION.get(language, ())
        may_be_object = cue.word in _OBJECT_NEGATIONS.get(language, ())
        if predicate is None and before and before[-1] == cue.start - 1 and may_be_object:
            # "received no letter", but not "paid its directors no bonus".
            opener = tokens[before[-1] - 1].lower if before[-1] else ""
            is_noun = opener in _DETERMINERS.get(language, ()) or tokens[before[-1]].text[:1].isupper()
            predicate = None if is_noun else before[-1]
        elif predicate is None and cue.word in _SUBJECT_NEGATIONS.get(language, ()):
            predicate = after[0] if after and after[0] == cue.end else None
        found = [predicate] if predicate is not None and not has_it else []
        negates_noun = cue.word in _NOUN_NEGATIONS.get(language, ())
        if noun is not None and negates_noun and (has_it or predicate is not None):
            found.append(noun)
        return tuple(dict.fromkeys(found))
    if "verb_last" in traits:
        # "Кездесуден бас тартты": what is refused stands before the refusal.
        is_refusal = cue.end - cue.start > 1
        own = [i for i in range(cue.start, cue.end) if is_content(tokens[i], language) and not is_refusal]
        return tuple(own or before[-1:])
    if cue.word in _ABSENT.get(language, ()) and not after:
        # "Пострадавших среди жителей нет": what is missing depends on no preposition.
        prepositions = _PREPOSITIONS.get(language, ())
        before = [i for i in before if not i or tokens[i - 1].lower not in prepositions] or before
    if "predicate_next" in traits and cue.word in _NOUN_NEGATIONS.get(language, ()) and len(after) > 1:
        # "Ninguna carta fue enviada al alcalde": a noun stands next, and the predicate behind it or its auxiliary.
        auxiliaries = AUXILIARIES.get(language, frozenset())
        aux = next((i for i in range(after[0], last) if tokens[i].lower in auxiliaries), None)
        if aux is not None or after[:2] == [cue.end, cue.end + 1]:
            return tuple(i for i in after if i > (after[0] if aux is None else aux))[:1]
    # Else the last content word of the clause is the likeliest participle.
    near = after[:1] if "predicate_next" in traits else []
    return tuple(dict.fromkeys([*near, *(after[-1:] or before[-1:])]))


def _object_of_light_verb(after: list[int], tokens: tuple[Token, ...], language: str) -> tuple[int, ...]:
    """The noun that "any" or "a single" brings in after the verb."""
    first = after[0] + 1
    openings = [phrase.split() for phrase in _LIGHT_OBJECTS.get(language, ())]
    if all([token.lower for token in tokens[first : first + len(opening)]] != opening for opening in openings):
        return ()
    run = [i for i in after[1:] if i <= first + 3]
    last = next((i for i in run if i + 1 not in run), None)
    return () if last is None else (last,)


@cache
def _widening(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_WIDENING[language]})$")


@cache
def _adverb_endings(language: str) -> tuple[str, ...]:
    return tuple(_ADVERB_ENDINGS.get(language, ()))


def is_content(token: Token, language: str) -> bool:
    """Whether a token carries content: a word outside the closed classes, or a figure."""
    if token.kind is TokenKind.SYMBOL:
        return False
    if token.kind is TokenKind.NUMBER:
        return True
    word = token.lower
    for ending in _POSSESSIVE.get(language, ()):
        word = word.removesuffix(ending)
    if word in ADVERBS.get(language, ()) or (word.endswith(_adverb_endings(language)) and len(word) > 5):
        return False
    if "'" in word and "elides" in _TRAITS.get(language, ()):
        word = word.split("'", 1)[1]
    return word not in FUNCTION_WORDS.get(language, frozenset()) and len(word) > 1


def negated_noun(cue: Cue, reading: Reading) -> int | None:
    """The noun that a negation such as "no" stands before; None for other cues."""
    language = reading.language
    if cue.word not in _MISSED_NOUN_NEGATIONS.get(language, ()):
        return None
    after = [i for i in range(cue.end, cue.scope[1]) if is_content(reading.tokens[i], language)]
    return _noun_after(cue, after, reading.tokens, language)


def _noun_after(cue: Cue, after: list[int], tokens: tuple[Token, ...], language: str) -> int | None:
    """The last of the content words that follow a cue without a break, articles and "of" apart."""
    inside = _INSIDE_NOUN.get(language, ())
    last: int | None = None
    for i in after:
        gap = [tokens[k].lower for k in range((cue.end if last is None else last + 1), i)]
        if any(word not in inside for word in gap):
            break
        if last is not None and gap:
            break
        last = i
    return last


def _clauses(tokens: tuple[Token, ...], language: str, edges: frozenset[int]) -> tuple[tuple[int, int], ...]:
    found, start = [], 0
    breakers, openers = BREAKERS.get(language, frozenset()), OPENERS.get(language, frozenset())
    joining, no_breaks = _CLAUSE_AND.get(language, ()), _NO_BREAKS.get(language, ())
    for i, token in enumerate(tokens):
        follower = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if token.text in ".;:!?()—–" or (token.text == "," and follower in openers) or i in edges:
            is_end = True
        elif token.lower in joining:
            is_end = follower in CLAUSE_AFTER_AND.get(language, ())
        else:
            is_end = token.lower in breakers and f"{token.lower} {follower}" not in no_breaks
        if is_end and i > start:
            found.append((start, i))
            start = i
    if start < len(tokens):
        found.append((start, len(tokens)))
    return tuple(found)


def _cues(
    tokens: tuple[Token, ...], language: str, clauses: tuple[tuple[int, int], ...], empty: frozenset[int]
) -> tuple[tuple[Cue, ...], frozenset[int]]:
    lowers = [token.lower for token in tokens]
    taken: set[int] = set()
    not_cancelled = _NOT_CANCELLED.get(language, ())
    for phrase in _CANCELLED.get(language, ()):
        for i in places(lowers, phrase):
            if not (i and f"{lowers[i - 1]} {phrase}" in not_cancelled):
                taken.update(range(i, i + len(phrase.split())))
    cancelled = frozenset(taken)
    found: list[Cue] = []
    listed = [(p, Reach.RIGHT) for p in _RIGHT.get(language, ())]
    listed += [(p, Reach.CLAUSE) for p in _CLAUSE.get(language, ())]
    widened = _WIDENED.get(language, ())
    for phrase, reach in sorted(listed, key=lambda item: -len(item[0].split())):
        for i in places(lowers, phrase):
            end = i + len(phrase.split())
            if taken & set(range(i, end)) or i in empty:
                continue
            taken.update(range(i, end))
            cue = _cue(i, end, reach, phrase, clauses)
            found.append(_widened(cue, lowers, clauses, language) if phrase in widened else cue)
    endings, prefixes, verb = _ENDINGS.get(language, {}), _PREFIXES.get(language, ()), negative_verb(language)
    for i, lower in enumerate(lowers):
        if i in taken:
            continue
        ending = next((each for each in endings if lower.endswith(each)), None)
        prefix = next((each for each in prefixes if lower.startswith(each)), None)
        if ending is not None:
            following = lowers[i + 1] if i + 1 < len(lowers) else ""
            if f"{endings[ending]} {following}" not in _CANCELLED.get(language, ()):
                found.append(_cue(i, i + 1, Reach.RIGHT, lower, clauses))
        elif prefix is not None:
            found.append(_cue(i, i + 1, Reach.CLAUSE, prefix, clauses))
        elif verb is not None and verb.match(lower):
            found.append(_cue(i, i + 1, Reach.CLAUSE, lower, clauses))
    kept = [cue for cue in found if not _is_void(cue, found, lowers, language)]
    return tuple(sorted(kept, key=lambda cue: cue.start)), cancelled


def _raised(cues: tuple[Cue, ...], reading: Reading, clauses: tuple[tuple[int, int], ...]) -> tuple[Cue, ...]:
    """ "Does not believe that the dam is safe" denies that it is safe: the negation reaches the clause believed."""
    found = list(cues)
    for frame in frames(reading):
        if not frame.is_negated or frame.verb not in _RAISING.get(reading.language, ()):
            continue
        end = next((b for a, b in clauses if a <= frame.content[0] < b), frame.content[0])
        for n, cue in enumerate(found):
            if cue.reach is Reach.RIGHT and frame.start <= cue.start < frame.end:
                found[n] = replace(cue, scope=(cue.scope[0], max(cue.scope[1], end)), believed=frame.content[0])
    return tuple(found)


def _widened(cue: Cue, lowers: list[str], clauses: tuple[tuple[int, int], ...], language: str) -> Cue:
    """A "не" that stands with "никто" or the like denies what stands before it as well, back to an "и"."""
    first = next((a for a, b in clauses if a <= cue.start < b), cue.start)
    stops = _WIDENING_STOPS.get(language, ())
    first = max((i + 1 for i in range(first, cue.start) if lowers[i] in stops), default=first)
    if any(_widening(language).match(lower) for lower in lowers[first : cue.start]):
        return replace(cue, scope=(first, cue.scope[1]))
    return cue


def _is_void(cue: Cue, found: list[Cue], lowers: list[str], language: str) -> bool:
    """Whether something else in the clause takes the negation away."""
    may_be_until = cue.word in _UNTIL_NEGATIONS.get(language, ()) or is_contracted(cue, language)
    if may_be_until and _has_phrase(lowers[cue.end : cue.end + 14], _UNTIL.get(language, ())):
        return True
    twin = _TWIN_NEGATIONS.get(language, {}).get(cue.word)
    if twin is not None:
        # "Neither A nor B was asked" negates once.
        return any(other.word == twin and other.scope[0] <= cue.start < other.scope[1] for other in found)
    if cue.word in _EXCEPTING_NEGATIONS.get(language, ()):
        exceptions, comparisons = _EXCEPTIONS.get(language, ()), _COMPARISONS.get(language, ())
        return any(word in exceptions for word in lowers[cue.end : cue.end + 3]) or any(
            word in comparisons for word in lowers[cue.end : cue.scope[1]][:4]
        )
    if cue.reach is Reach.CLAUSE and language in SECOND_WORDS:
        second_words = SECOND_WORDS[language]
        return not any(word in second_words for word in lowers[cue.scope[0] : cue.scope[1] + 12])
    if language in _CONCORD and cue.word in _CLAUSE.get(language, ()):
        carriers = _CONCORD[language]
        return any(other.word in carriers and other.scope[0] <= cue.start <= other.scope[1] + 1 for other in found)
    return False


def _has_phrase(lowers: list[str], known: Iterable[str]) -> bool:
    return any(True for phrase in known for _ in places(lowers, phrase))


def _may_end(cue: Cue, reading: Reading) -> bool:
    """Whether a negation may end at a time ("no abrió hasta el 3 de mayo", unlike "hasta Madrid") or with its clause.

    The factory opened then, but "no garantiza el empleo hasta 2025" promises nothing. "Мэр ждал, пока совет не подписал
    письмо" says that it was signed, "мы направили запрос, пока ответ не получен" that no answer came.
    """
    language = reading.language
    if cue.word not in _UNTIL_NEGATIONS.get(language, ()):
        return False
    known, starts = _UNTIL_TIMES.get(language, ()), {moment.marked.start for moment in moments(reading)}
    if any(token.lower in known and token.span.start in starts for token in reading.tokens[cue.end : cue.scope[1]]):
        return True
    before = [token.lower for token in reading.tokens[max(0, cue.start - 12) : cue.start]]
    clauses = ((phrase, at) for phrase in _UNTIL_CLAUSES.get(language, ()) for at in places(before, phrase))
    return any("," not in before[at + len(phrase.split()) :] for phrase, at in clauses)


def is_contracted(cue: Cue, language: str) -> bool:
    """Whether a negation is the ending of a word ("didn't")."""
    return any(cue.word.endswith(ending) for ending in _ENDINGS.get(language, {}))


def _cue(start: int, end: int, reach: Reach, word: str, clauses: tuple[tuple[int, int], ...]) -> Cue:
    # By its last word: the "but" of "anything but" begins a clause.
    clause = next(((a, b) for a, b in clauses if a < end <= b), (start, end))
    first = clause[0] if reach is Reach.CLAUSE else end
    return Cue(start, end, (first, max(clause[1], end)), reach, word)
