"""Who or what a passage holds to have caused, asked for, ordered or answered for something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import PhraseTable
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import Party, framed_tokens, party_of
from statement_compare.engine.annotate.units import COUNT
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.language import CODES, phrases, word_sets, words


class Office(StrEnum):
    """What the named one did."""

    CAUSE = "cause"
    REQUEST = "request"
    DUTY = "duty"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Agent:
    """Tokens `cue` name the office, tokens `named` who fills it; `is_denied` where the passage says it was not they."""

    office: Office
    cue: tuple[int, ...]
    named: tuple[int, ...]
    is_denied: bool
    is_partial: bool
    party: Party


_TRAITS = words("agents", "traits")
_AFTER = {office: phrases("agents", f"{office.value}_before") for office in Office}
# "at the ministry's request": the name stands before these.
_BEFORE = {office: phrases("agents", f"{office.value}_after") for office in (Office.REQUEST, Office.CAUSE, Office.DUTY)}
_NOT = words("agents", "not")
_BUT = words("agents", "but")
_CAUSING = words("agents", "causing")
_CAUSING_TOWARDS = words("agents", "causing_towards")
_TOWARDS = words("agents", "towards")
_PASSIVE = words("agents", "passive")
_CLEFT = words("agents", "cleft")
_CLEFT_VERBS = words("agents", "cleft_verbs")
_CLEFT_FOLLOWERS = words("agents", "cleft_followers")
_ASKED = words("agents", "asked")
_PARTIAL = word_sets("agents", "partial")
_ENDS_NAME = word_sets("agents", "ends_name")
_NO_NAME = word_sets("agents", "no_name")
_NOT_IN_NAME = word_sets("agents", "not_in_name")
_AND = word_sets("agents", "and")
_PREPOSITIONS = word_sets("agents", "prepositions")
_ARTICLES = word_sets("agents", "articles")
_OWN = word_sets("agents", "own")
_OWNERS = word_sets("agents", "owners")
_OUR = word_sets("agents", "our")
_OWNER_ENDINGS = phrases("agents", "owner_endings")
_LONGEST_NAME = 6


@annotation
def agents(reading: Reading) -> tuple[Agent, ...]:
    """The causes, requests, duties and actors that a passage names, outside its reporting frames."""
    tokens, language = reading.tokens, reading.language
    if language not in CODES:
        return ()
    framed = framed_tokens(reading)
    result = []
    for phrase in _names_before(language).find(tokens):
        if phrase.start not in framed:
            named = _name_after(reading, phrase.end)
            if named and not _tells_amount(reading, phrase.kind, named):
                result.append(_agent(reading, phrase.kind, phrase.tokens, named))
    for table in _names_behind(language):
        for phrase in table.find(tokens):
            named = _name_before(reading, phrase.start)
            if named and phrase.start not in framed:
                result.append(_agent(reading, phrase.kind, phrase.tokens, named))
    if language in _CLEFT:
        result += _clefts(reading, framed)
    return tuple(result)


@cache
def _names_before(language: str) -> PhraseTable[Office]:
    """The phrases behind which a name stands."""
    return PhraseTable({office: listed.get(language, ()) for office, listed in _AFTER.items()})


@cache
def _names_behind(language: str) -> tuple[PhraseTable[Office], ...]:
    """The phrases before which a name stands."""
    return tuple(PhraseTable({office: listed[language]}) for office, listed in _BEFORE.items() if language in listed)


def contrasts(reading: Reading) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """(who it was, who it was not) of "X, not Y", "X and not Y", "not X but Y", "X rather than Y"."""
    tokens = reading.tokens
    nots = _NOT.get(reading.language, frozenset())
    buts = _BUT.get(reading.language, frozenset())
    found = []
    for i, token in enumerate(tokens):
        if token.lower not in nots:
            continue
        start = i + 1
        if start < len(tokens) and tokens[start].lower in words_of(_PREPOSITIONS, reading.language):
            start += 1
        denied = _name_after(reading, start)
        if not denied:
            continue
        after = denied[-1] + 1
        while after < len(tokens) and tokens[after].text == ",":
            after += 1
        if after < len(tokens) and tokens[after].lower in buts:
            begin = after + 1
            if begin < len(tokens) and tokens[begin].lower in words_of(_PREPOSITIONS, reading.language):
                begin += 1
            named = _name_after(reading, begin)
        elif i > 1 and (tokens[i - 1].text == "," or tokens[i - 1].lower in words_of(_AND, reading.language)):
            named = _name_run_before(reading, i - 1)
        else:
            continue
        if named:
            found.append((named, denied))
    return tuple(found)


def _clefts(reading: Reading, framed: frozenset[int]) -> list[Agent]:
    """`It was X that ...`, `X caused ...`."""
    tokens, language = reading.tokens, reading.language
    found = []
    for i, token in enumerate(tokens):
        if i in framed:
            continue
        following_word = tokens[min(i + 1, len(tokens) - 1)].lower
        if token.lower in _CLEFT[language] and i + 3 < len(tokens) and following_word in _CLEFT_VERBS[language]:
            start = i + 2
            is_denied = tokens[start].lower in _NOT[language]
            named = _name_after(reading, start + is_denied)
            if named and named[-1] + 1 < len(tokens):
                following = named[-1] + 1
                while following < len(tokens) and tokens[following].text == ",":
                    following += 1
                if following < len(tokens) and tokens[following].lower in _CLEFT_FOLLOWERS[language]:
                    agent = _agent(reading, Office.ACTOR, (i, i + 1), named)
                    found.append(Agent(agent.office, agent.cue, named, is_denied, agent.is_partial, agent.party))
        elif token.lower in _CAUSING[language] and i > 0 and following_word not in _PASSIVE[language]:
            named = _name_run_before(reading, i)
            if named and (token.lower not in _CAUSING_TOWARDS[language] or following_word in _TOWARDS[language]):
                found.append(_agent(reading, Office.CAUSE, (i,), named))
    return found


def _agent(reading: Reading, office: Office, cue: tuple[int, ...], named: tuple[int, ...]) -> Agent:
    scoped = scopes(reading)
    first, last = scoped.clause_of(cue[0])
    is_partial = any(reading.tokens[i].lower in words_of(_PARTIAL, reading.language) for i in range(first, last))
    is_denied = scoped.is_negated(cue[0]) or scoped.is_negated(named[0])
    party = party_of(tuple(reading.tokens[i] for i in range(named[0], named[-1] + 1)), reading.language)
    return Agent(office, cue, named, is_denied, is_partial, party)


def _name_after(reading: Reading, start: int) -> tuple[int, ...]:
    tokens = reading.tokens
    end = start
    while end < len(tokens) and end - start < _LONGEST_NAME:
        token = tokens[end]
        if token.text in ".,;:!?()—–" or (token.lower in words_of(_ENDS_NAME, reading.language) and end > start):
            break
        end += 1
    return _trim(reading, range(start, end))


def _tells_amount(reading: Reading, office: Office, named: tuple[int, ...]) -> bool:
    """Whether what stands in the place of a name is how much something is: "liegt bei 60 %", "is down to five euros".

    Who is counted may be named so ("lies with three villages"), and what is measured may be a cause ("a 60-metre tree",
    "a 5% tax"); but no duty lies with a share or a sum of something ("liegt bei 60 % der Stimmen").
    """
    first, last = reading.tokens[named[0]].span, reading.tokens[named[-1]].span
    return any(
        each.span.start < first.end
        and first.start < each.span.end
        and each.dimension is not COUNT
        and (office is Office.DUTY or last.end <= each.span.end)
        for each in quantities(reading)
    )


def _name_before(reading: Reading, end: int) -> tuple[int, ...]:
    tokens = reading.tokens
    owner = end - 1
    if owner >= 0 and tokens[owner].lower in words_of(_OWN, reading.language):
        owner -= 1
    if owner < 0:
        return ()
    if tokens[owner].lower in words_of(_OWNERS, reading.language):
        return (owner,) if tokens[owner].lower in words_of(_OUR, reading.language) else ()
    traits = _TRAITS.get(reading.language, frozenset())
    is_owner = tokens[owner].lower.endswith(_OWNER_ENDINGS.get(reading.language, ())) or (
        tokens[owner].text == "'" and owner > 0
    )
    if not is_owner and "marked_owner" in traits:
        return ()
    named = (owner,) if "owner_of_one_word" in traits else _name_run_before(reading, owner + 1)
    if named and reading.language in _ASKED:
        # "at the ministry's request", not "the airline's request for slots".
        opener = tokens[named[0] - 1].lower if named[0] else ""
        if opener in words_of(_ARTICLES, reading.language):
            opener = tokens[named[0] - 2].lower if named[0] > 1 else ""
        if opener not in _ASKED[reading.language]:
            return ()
    return named


def _name_run_before(reading: Reading, end: int) -> tuple[int, ...]:
    tokens = reading.tokens
    start = end
    while start > 0 and end - start < _LONGEST_NAME:
        token = tokens[start - 1]
        if (
            token.text in ".,;:!?()—–"
            or token.lower in words_of(_ENDS_NAME, reading.language)
            or token.lower in words_of(_NOT_IN_NAME, reading.language)
        ):
            break
        if token.lower in words_of(_ARTICLES, reading.language) and start < end:
            break
        start -= 1
    return _trim(reading, range(start, end))


def _trim(reading: Reading, run: range) -> tuple[int, ...]:
    tokens = reading.tokens
    return tuple(
        i
        for i in run
        if tokens[i].lower not in words_of(_NO_NAME, reading.language)
        and (is_content(tokens[i], reading.language) or party_of((tokens[i],), reading.language) is Party.SELF)
    )
