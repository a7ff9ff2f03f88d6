"""What a passage says is more than what: the two that are compared, and which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from statement_compare.engine.annotate.factuality import mood
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.times import date_spans
from statement_compare.engine.language import keyed, own_words, phrases, words
from statement_compare.engine.text.tokens import Token, TokenKind

_TOPIC = "comparisons"
_SCALES = {1: keyed(_TOPIC, "more"), -1: keyed(_TOPIC, "less")}
_CHANGES = {1: words(_TOPIC, "rises"), -1: words(_TOPIC, "falls")}
_THAN_ENDINGS = phrases(_TOPIC, "than_endings")
_COMPARATIVE_ENDINGS = phrases(_TOPIC, "endings")
_ADVERB_ENDINGS = phrases(_TOPIC, "adverb_endings")
_STOPS = frozenset(',;.:!?()"“”«»')
_ANY_SCALE = ""  # of a change: "waiting times have grown" is met by "were shorter" and by "were fewer"
_LONGEST_STANDARD = 8  # words that are looked at behind "than", "since"


class Now(StrEnum):
    """On which side of a comparison the time of telling stands."""

    NOWHERE = "nowhere"
    COMPARED = "compared"  # "is lower today than in 2019", "has fallen since 2019"
    STANDARD = "standard"  # "was higher in 2019 than today"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Token `word` says that what stands in the passage is more (`way` 1) or less (-1) than the tokens `standard`.

    `way` is 0 where the word is no listed one ("quieter"), and that of "more" or "less" where `word` is the adverb
    behind it ("more slowly": then it `has_manner`). `measured` are the tokens between the word and the standard
    ("more fertiliser than"), `cue` those to show, `apart` those that are no part of what is compared ("than", "now").
    """

    word: int
    way: int
    scale: str
    standard: frozenset[int]
    measured: frozenset[int]
    now: Now
    cue: tuple[int, ...]
    apart: frozenset[int]
    has_manner: bool = False


@annotation
def comparisons(reading: Reading) -> tuple[Comparison, ...]:
    """The comparisons that a passage states as a fact: none that is denied, doubted, asked, or true of another time."""
    elsewhere = own_words(_TOPIC, "elsewhere", reading.language)
    parting = frozenset(i for i, token in enumerate(reading.tokens) if token.lower in elsewhere)
    found = (*_with_standard(reading), *_changes(reading), *_of_an_earlier_time(reading))
    return tuple(each for each in found if parting <= each.standard and _is_stated(each, reading))


def _is_stated(found: Comparison, reading: Reading) -> bool:
    said = mood(reading, found.word)
    is_doubtful = said.condition is not None or said.hedge is not None or said.plan is not None or said.is_question
    in_scope = scopes(reading)
    is_turned = in_scope.is_negated(found.word) or found.word in in_scope.half_negated
    return not is_doubtful and not is_turned and found.word not in framed_tokens(reading)


def _with_standard(reading: Reading) -> Iterator[Comparison]:
    """ "A stores more fertiliser than B", "больше южного", "қоймадан үлкен"."""
    tokens, language = reading.tokens, reading.language
    than = own_words(_TOPIC, "than", language)
    for at, token in enumerate(tokens):
        way, scale = _way(token.lower, language)
        between = next((k for k in range(at + 1, min(len(tokens), at + 10)) if tokens[k].lower in than), None)
        if between is not None:
            if not way and not _may_compare(token, language, is_next=between == at + 1):
                continue
            # Of two words before "than" ("paid more", "more is stored") the last listed one compares.
            if any(_way(tokens[k].lower, language)[0] for k in range(at + 1, between)):
                continue
            behind = range(between + 1, len(tokens))
            manner = _manner(reading, at, between)
            if manner is None:
                yield from _made(reading, at, way, scale, range(at + 1, between), behind, between)
            else:
                for made in _made(reading, manner, way, _ANY_SCALE, range(0), behind, between):
                    yield replace(made, cue=(at, *made.cue), has_manner=True)
        elif way and "yes" in own_words(_TOPIC, "genitive", language):
            yield from _made(reading, at, way, scale, range(0), range(at + 1, len(tokens)), at)
        elif way and at and tokens[at - 1].lower.endswith(_THAN_ENDINGS.get(language, ())):
            for first in (at - 1, at - 2):
                if first >= 0:
                    yield from _made(reading, at, way, scale, range(0), range(first, at), at)


def _manner(reading: Reading, at: int, than: int) -> int | None:
    """The adverb that two words compare with, as one word does: "more slowly than", "slower than"."""
    if than != at + 2:
        return None
    word = reading.tokens[at + 1].lower
    is_adverb = word.endswith(_ADVERB_ENDINGS.get(reading.language, ()))
    return at + 1 if is_adverb and word not in own_words(_TOPIC, "no_adverbs", reading.language) else None


def compared_forms(reading: Reading, word: int) -> frozenset[str]:
    """What a comparing word may be looked up by: "slower" and "slowly" of two passages are both "slow"."""
    token = reading.tokens[word]
    endings = (
        *_COMPARATIVE_ENDINGS.get(reading.language, ()),
        *_ADVERB_ENDINGS.get(reading.language, ()),
    )
    bare = (token.lower.removesuffix(ending) for ending in endings if token.lower.endswith(ending))
    return frozenset((token.lower, token.stem, *bare))


def _made(
    reading: Reading, at: int, way: int, scale: str, measured: range, behind: range, than: int
) -> Iterator[Comparison]:
    standard = _stretch(reading, behind)
    if not standard or _begins_with_figure(reading, standard):
        return  # "more than forty": figures decide
    if _way_of_change(reading.tokens[standard[0]].lower, reading.language):
        return  # "has more than halved"
    now_words = own_words(_TOPIC, "now", reading.language)
    is_now = [k for k, token in enumerate(reading.tokens) if token.lower in now_words]
    now = Now.NOWHERE
    if is_now:
        now = Now.STANDARD if any(k in standard for k in is_now) else Now.COMPARED
    cue = tuple(dict.fromkeys((*standard, at) if standard[0] < at else (at, *range(at + 1, than + 1), *standard)))
    yield Comparison(
        at,
        way,
        scale,
        frozenset(standard) - frozenset(is_now),
        frozenset(measured),
        now,
        cue,
        frozenset({at, than, *is_now}),
    )


def _changes(reading: Reading) -> Iterator[Comparison]:
    """ "Has fallen since 2019": what is now is less than what was in 2019."""
    tokens, language = reading.tokens, reading.language
    since, behind = own_words(_TOPIC, "since", language), own_words(_TOPIC, "since_after", language)
    perfect = own_words(_TOPIC, "perfect", language)
    for at, token in enumerate(tokens):
        way = _way_of_change(token.lower, language)
        if not way or (perfect and not any(tokens[k].lower in perfect for k in range(max(0, at - 3), at))):
            continue
        for k, lead in enumerate(tokens):
            if lead.lower in since:
                standard = _stretch(reading, range(k + 1, len(tokens)) if k > at else range(k + 1, at))
                # «С 2019 года»: in a language where the word has other uses too, a time has to follow.
                if not perfect:
                    standard = tuple(i for i in standard if _is_in_date(reading, i))
            elif lead.lower in behind:
                standard = tuple(i for i in range(max(0, k - 3), k) if _is_in_date(reading, i) or i == k - 1)
            else:
                continue
            if standard:
                yield Comparison(
                    at, way, _ANY_SCALE, frozenset(standard), frozenset(), Now.COMPARED, (at,), frozenset({at, k})
                )


def _of_an_earlier_time(reading: Reading) -> Iterator[Comparison]:
    """ "Before the merger waiting times were shorter": than now."""
    tokens, language = reading.tokens, reading.language
    lowers = [token.lower for token in tokens]
    before, was = own_words(_TOPIC, "before", language), own_words(_TOPIC, "was", language)
    if own_words(_TOPIC, "than", language) & set(lowers):
        return
    places = [k for k, word in enumerate(lowers) if word in before]
    for at, word in enumerate(lowers):
        way, scale = _way(word, language)
        if (
            way
            and len(places) == 1
            and at
            and lowers[at - 1] in was
            and _stretch(reading, range(places[0] + 1, len(tokens)))
        ):
            apart = frozenset({at, places[0]})
            yield Comparison(at, way, scale, frozenset(), frozenset(), Now.STANDARD, (at,), apart)


def _stretch(reading: Reading, where: range) -> tuple[int, ...]:
    """The words of a stretch up to the first sign that ends it."""
    found: list[int] = []
    for k in where:
        if reading.tokens[k].text in _STOPS or len(found) == _LONGEST_STANDARD:
            break
        found.append(k)
    return tuple(found)


def _begins_with_figure(reading: Reading, standard: tuple[int, ...]) -> bool:
    places = [reading.tokens[k].span.start for k in standard[:2]]
    amounts = [quantity.span for quantity in quantities(reading)]
    return any(span.start <= place < span.end for span in amounts for place in places)


def _is_in_date(reading: Reading, index: int) -> bool:
    at = reading.tokens[index].span.start
    return any(span.start <= at < span.end for span in date_spans(reading))


def _way(word: str, language: str) -> tuple[int, str]:
    for way, table in _SCALES.items():
        scale = table.get(language, {}).get(word)
        if scale is not None:
            return way, scale
    return 0, ""


def _may_compare(token: Token, language: str, *, is_next: bool) -> bool:
    """Whether a word that is not listed may compare: "quieter than"."""
    is_word = is_next and token.kind is TokenKind.WORD and token.lower.endswith(_COMPARATIVE_ENDINGS.get(language, ()))
    return is_word and token.lower not in own_words(_TOPIC, "no_comparatives", language)


def _way_of_change(word: str, language: str) -> int:
    return next((way for way in _CHANGES if _is_change(word, way, language)), 0)


def _is_change(word: str, way: int, language: str) -> bool:
    entries = _CHANGES[way].get(language, frozenset())
    return word in entries or any(entry.endswith("~") and word.startswith(entry[:-1]) for entry in entries)
