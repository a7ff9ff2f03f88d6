"""Who reports what: the words that say whose speech a stretch of a passage is, and with which stance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import AUTHORITY_NOUNS, COMPANY_NOUNS, FIRST_PERSON, words_of
from statement_compare.engine.language import own_words, phrases, word_sets, words
from statement_compare.engine.text.tokens import Token, TokenKind


class Stance(StrEnum):
    """How the reporter treats what is reported: neutral, doubting, agreeing, denying."""

    SAY = "say"  # neutral: said, according to
    CLAIM = "claim"  # keeps its distance: alleges, claims
    ADMIT = "admit"  # takes it up: acknowledges, confirms
    DENY = "deny"
    OPINION = "opinion"  # believes, hopes, expects


class Party(StrEnum):
    SELF = "self"
    AUTHORITY = "authority"
    COMPANY = "company"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens `start` to `end` hold reporter and verb; the reported content is tokens `content` (half-open ranges)."""

    start: int
    end: int
    content: tuple[int, int]
    reporter: tuple[int, int]
    verb: str
    stance: Stance
    party: Party
    is_negated: bool
    is_aside: bool = False


_TOPIC = "reported_speech"
_TRAITS = words(_TOPIC, "traits")
_VERBS = {stance: words(_TOPIC, stance.value) for stance in Stance}
_BARE = words(_TOPIC, "bare_verbs")
_THAT = words(_TOPIC, "that")
_TELLING = words(_TOPIC, "telling")
_PAUSES = frozenset((",", ";", "–", "—"))
_SAID_WITHOUT_THAT = words(_TOPIC, "said_without_that")
_SOURCES = phrases(_TOPIC, "sources")
_THAT_JOINED = phrases(_TOPIC, "that_joined")
_AS = word_sets(_TOPIC, "as")
_DENIED_OPENERS = word_sets(_TOPIC, "denied_openers")
_NOT_ASIDES = word_sets(_TOPIC, "not_asides")
_ASIDE_OPENERS = word_sets(_TOPIC, "aside_openers")
_BETWEEN = word_sets(_TOPIC, "between")
_NEGATIONS = word_sets(_TOPIC, "negations")
_NOT_IN_REPORTER = word_sets(_TOPIC, "not_in_reporter")
_GAINSAYING = phrases(_TOPIC, "gainsaying")
_NOUN_BEFORE = word_sets(_TOPIC, "noun_before")
_NOT_REPORTING = word_sets(_TOPIC, "not_reporting")
_NOT_AFTER_VERB = word_sets(_TOPIC, "not_after_verb")
_ENDS = frozenset(".!?;:")
_QUOTES = frozenset("\"“”«»„'")
_LONGEST_REPORTER = 8
_LONGEST_HEARER = 3


def sentences(tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Token ranges between full stops, question and exclamation marks and semicolons."""
    found, start = [], 0
    for i, token in enumerate(tokens):
        if token.text in (".", "!", "?", ";"):
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return tuple(found)


def stance_of(verb: str, language: str) -> Stance | None:
    return _stances(language).get(verb)


@cache
def _stances(language: str) -> dict[str, Stance]:
    """The stance of each verb; of a verb in two tables that of the first."""
    found: dict[str, Stance] = {}
    for stance, verbs in _VERBS.items():
        for verb in verbs.get(language, ()):
            found.setdefault(verb, stance)
    return found


def opens_report(line: Sequence[Token], language: str) -> bool:
    """Whether a verb of saying has a clause or a quotation behind it: "said it was", "told them that it was", and not
    "reported false profits" or "told them the price". `line` begins with the verb.
    """
    verb, after = line[0].lower, [token.lower for token in line[1 : _LONGEST_HEARER + 2]]
    opens = _THAT.get(language, frozenset()) | _QUOTES | {":"}
    hearer = after[1:] if verb in _TELLING.get(language, ()) else []
    if not opens.isdisjoint((*after[:1], *hearer)):
        return True
    is_bare = verb in _BARE.get(language, frozenset())
    return is_bare and bool(after) and after[0] not in words_of(_NOT_AFTER_VERB, language)


def _has(trait: str, language: str) -> bool:
    return trait in _TRAITS.get(language, frozenset())


@annotation
def frames(reading: Reading) -> tuple[Frame, ...]:
    """The reporting frames of a passage, in the order of the text."""
    tokens, language = reading.tokens, reading.language
    found: list[Frame] = []
    for start, end in sentences(tokens):
        lead = _lead(tokens, start, end, language)
        if lead is not None:
            found.append(lead)
        found.extend(_sources(tokens, start, end, language))
        found.extend(_asides(tokens, start if lead is None else lead.end, end, start, language))
    return tuple(sorted(found, key=lambda frame: frame.start))


@annotation
def framed_tokens(reading: Reading) -> frozenset[int]:
    """Indices of the tokens that belong to frames rather than to what is said."""
    return frozenset(i for frame in frames(reading) for i in range(frame.start, frame.end))


@annotation
def unsaid_tokens(reading: Reading) -> frozenset[int]:
    """Indices of the tokens of what somebody did not say: "did not say that the dam was safe" leaves it open."""
    # "Does not believe that it is safe" does say something of it.
    told = (Stance.SAY, Stance.CLAIM, Stance.ADMIT)
    unsaid = (frame.content for frame in frames(reading) if frame.is_negated and frame.stance in told)
    return frozenset(i for content in unsaid for i in range(*content))


@annotation
def unclaimed_tokens(reading: Reading) -> frozenset[int]:
    """Indices of the tokens of what somebody did not claim: "never claimed that the app was secure".

    No more than the clause behind "that". "Did not report that it was unpaid" tells that it was, and is none of these.
    """
    tokens, language = reading.tokens, reading.language
    verbs = own_words(_TOPIC, "leaving_open", language)
    that = own_words(_TOPIC, "that", language)
    found: set[int] = set()
    for frame in frames(reading):
        start, end = frame.content
        if frame.is_negated and frame.verb in verbs and tokens[start - 1].lower in that:
            found.update(range(start, next((i for i in range(start, end) if tokens[i].text in _PAUSES), end)))
    return frozenset(found)


def party_of(tokens: tuple[Token, ...], language: str) -> Party:
    """What kind of speaker these words name."""
    named = [token.lower.removesuffix("'s").split("'")[-1] for token in tokens if token.kind is TokenKind.WORD]
    if any(word in FIRST_PERSON.get(language, frozenset()) for word in named):
        return Party.SELF
    if any(_is_one_of(word, AUTHORITY_NOUNS, language) for word in named):
        return Party.AUTHORITY
    if any(_is_one_of(word, COMPANY_NOUNS, language) for word in named):
        return Party.COMPANY
    return Party.OTHER


def _is_one_of(word: str, table: Mapping[str, frozenset[str]], language: str) -> bool:
    nouns = table.get(language, frozenset())
    if word in nouns or (_has("plural_s", language) and word.removesuffix("s") in nouns):
        return True
    if _has("compounds", language):
        return any(word.endswith(noun) for noun in nouns if len(noun) >= 4)
    # Case endings: "министерства", "министрлігінің".
    return _has("case_endings", language) and any(
        len(noun) >= 5 and word.startswith(noun[:-1]) and len(word) - len(noun) <= 5 for noun in nouns
    )


def _gainsays(tokens: Sequence[Token], language: str) -> bool:
    """Whether such a phrase stands first: "anders als die Firma sagt", and not "Anders Larsson sagt"."""
    known = (phrase.split() for phrase in _GAINSAYING.get(language, ()))
    return any([token.lower for token in tokens[: len(phrase)]] == phrase for phrase in known)


def _lead(tokens: tuple[Token, ...], start: int, end: int, language: str) -> Frame | None:
    """`The ministry says that ...`"""
    if _has("verb_last", language):
        return _trailing(tokens, start, end, language)
    first = start
    while first < end and tokens[first].text in _QUOTES:
        first += 1
    if _gainsays(tokens[first:], language):
        return None  # "Contrary to what the firm says, it was paid": those are not the firm's words, but the opposite
    for i in range(first + 1, min(end, first + _LONGEST_REPORTER + 3)):
        token = tokens[i]
        if (
            token.text in _ENDS
            or token.text == ","
            or token.lower in words_of(_NOT_IN_REPORTER, language) - words_of(_BETWEEN, language)
        ):
            return None
        stance = stance_of(token.lower, language)
        if stance is None or tokens[i - 1].lower in words_of(_NOUN_BEFORE, language):
            continue
        stop = i
        while stop > first and tokens[stop - 1].lower in words_of(_BETWEEN, language):
            stop -= 1
        if stop == first or stop - first > _LONGEST_REPORTER or i + 1 >= end:
            continue
        after = tokens[i + 1].lower
        content = i + 1
        if (
            after in _THAT[language]
            or after.startswith(_THAT_JOINED.get(language, ()))
            or after == ":"
            or after in words_of(_AS, language)
        ):
            content = i + 2
        elif after == "," and i + 2 < end and (_has("comma_before_that", language) or tokens[i + 2].text in _QUOTES):
            content = i + 3 if tokens[i + 2].lower in _THAT[language] else i + 2
        elif stance is Stance.DENY and after in words_of(_DENIED_OPENERS, language):
            content = i + 1
        elif token.lower not in _BARE.get(language, frozenset()) or after in words_of(_NOT_AFTER_VERB, language):
            continue
        reporter = (first, stop)
        is_negated = any(tokens[k].lower in words_of(_NEGATIONS, language) for k in range(stop, i))
        party = party_of(tokens[first:stop], language)
        return Frame(first, content, (content, end), reporter, token.lower, stance, party, is_negated)
    return None


def _asides(tokens: tuple[Token, ...], start: int, end: int, sentence: int, language: str) -> list[Frame]:
    """`..., the ministry said.` and `..., said the ministry, ...`"""
    found = []
    commas = [i for i in range(start, end) if tokens[i].text == "," or tokens[i].text in _QUOTES]
    for number, comma in enumerate(commas):
        stop = commas[number + 1] if number + 1 < len(commas) else end
        inside = range(comma + 1, min(stop, comma + 12))
        verb = next((i for i in inside if stance_of(tokens[i].lower, language) is not None), None)
        if verb is None or verb - comma > _LONGEST_REPORTER + 1:
            continue
        before = {tokens[i].lower for i in range(comma + 1, verb)} - words_of(_BETWEEN, language)
        if any(_gainsays(tokens[i:], language) for i in range(comma + 1, verb)):
            continue
        if before & words_of(_NOT_REPORTING, language) or tokens[verb - 1].lower in words_of(_NOT_REPORTING, language):
            continue
        if before & words_of(_NOT_IN_REPORTER, language) and not before <= words_of(_ASIDE_OPENERS, language):
            continue
        is_last = stop == end or (stop == end - 1)
        length = stop - comma
        if length > (14 if is_last else 9) or (verb == comma + 1 and length < 3):
            continue
        if verb + 1 < stop and tokens[verb + 1].lower in _THAT[language] | words_of(_NOT_ASIDES, language):
            continue
        stance = stance_of(tokens[verb].lower, language)
        assert stance is not None
        reporter = (comma + 1, verb) if verb > comma + 1 else (verb + 1, stop)
        party = party_of(tokens[reporter[0] : reporter[1]], language)
        found.append(
            Frame(comma, stop, (sentence, comma), reporter, tokens[verb].lower, stance, party, False, is_aside=True)
        )
    return found


def _sources(tokens: tuple[Token, ...], start: int, end: int, language: str) -> list[Frame]:
    """`According to the ministry, ...`"""
    found = []
    for source in _SOURCES.get(language, ()):
        phrase = tuple(source.split())
        for i in range(start, end - len(phrase)):
            if tuple(token.lower for token in tokens[i : i + len(phrase)]) != phrase:
                continue
            first = i + len(phrase)
            stop = first
            while stop < end and stop - first < _LONGEST_REPORTER and tokens[stop].text not in {",", *_ENDS}:
                stop += 1
            if stop < end and tokens[stop].text != ",":
                continue
            content = (stop, end) if i - start <= 1 else (start, i)
            party = party_of(tokens[first:stop], language)
            found.append(Frame(i, stop, content, (first, stop), source, Stance.SAY, party, False))
    return found


def _trailing(tokens: tuple[Token, ...], start: int, end: int, language: str) -> Frame | None:
    """The verb of saying stands last and the reporter first, as in Kazakh ("... деп мәлімдеді")."""
    for i in range(end - 1, start, -1):
        stance = stance_of(tokens[i].lower, language)
        if stance is None:
            continue
        has_that = tokens[i - 1].lower in _THAT[language]
        if has_that or tokens[i].lower in _SAID_WITHOUT_THAT.get(language, frozenset()):
            stop = min(start + 4, i)
            party = party_of(tokens[start:stop], language)
            first = i - 1 if has_that else i
            return Frame(first, end, (start, first), (start, stop), tokens[i].lower, stance, party, False)
        return None
    return None
