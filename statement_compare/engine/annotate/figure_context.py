"""Which words around a figure or a date tell what it is a figure of: content stems, and signs of another matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from statement_compare.engine.annotate.cues import PhraseTable
from statement_compare.engine.annotate.figure_tables import pattern
from statement_compare.engine.annotate.numerals import spelled_figures
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.language import phrases, word_sets, words
from statement_compare.engine.text.tokens import Token, TokenKind, stem

_TOPIC = "subject_matter"
_TRAITS = words(_TOPIC, "traits")
FUNCTION_WORDS = word_sets(_TOPIC, "function_words")
# Words that by themselves say that another case than the other side's is meant, wherever they stand ("separate").
FIRMLY_OTHER = word_sets(_TOPIC, "firmly_other")
# These and the words that say so where one side alone has them ("another", "previous").
OTHERNESS = {code: found | FIRMLY_OTHER[code] for code, found in word_sets(_TOPIC, "otherness").items()}
_NOT_OTHER_AFTER = word_sets(_TOPIC, "not_other_after")
_SPELLS = word_sets(_TOPIC, "spells")  # "two days earlier"
# What a statement says of itself or of the speaker; it tells nothing of the matter.
SAYING = word_sets(_TOPIC, "saying")
_REPORTERS = word_sets(_TOPIC, "reporters")
REPORTING = {language: reporters | SAYING[language] for language, reporters in _REPORTERS.items()}
# Words of another phase of the same matter (planned, asked for, allowed, before) beside what was done.
_PHASE = word_sets(_TOPIC, "phases")
# What is told up to now may grow: "has repaid 1.2 million so far" does not contradict "must repay 4.5 million".
_UNTIL_NOW = word_sets(_TOPIC, "until_now")
INSISTING = word_sets(_TOPIC, "insisting")
_NOUN_ENDINGS = phrases(_TOPIC, "noun_endings")
_CODE = re.compile(r"\b[A-ZА-Я]{1,3}-?\d+\b")
_NAME_JOINTS = word_sets(_TOPIC, "name_joints")
_NEGATIONS = word_sets(_TOPIC, "negations")
_NEGATION_ENDINGS = phrases(_TOPIC, "negation_endings")
_ORDINALS = word_sets(_TOPIC, "ordinals")
_LONE_ORDINALS = word_sets(_TOPIC, "lone_ordinals")
_EXEMPTING = phrases("figure_bounds", "exempting")
_REMAINDER = word_sets(_TOPIC, "remainder")


@annotation
def content(reading: Reading) -> tuple[tuple[int, int, str, str], ...]:
    """The content words of a passage: (start, end, case-folded word, stem); figures and function words left out."""
    found = []
    language = reading.language
    empty = words_of(FUNCTION_WORDS, language)
    for token in reading.tokens:
        if token.kind is not TokenKind.WORD:
            continue
        word = token.lower.replace("ё", "е")
        word = word.removesuffix("'s")
        if word in empty or len(word) < 2:
            continue
        found.append((token.span.start, token.span.end, word, meeting_stem(word, language)))
    return tuple(found)


@lru_cache(maxsize=100_000)
def meeting_stem(word: str, language: str) -> str:
    """A stem that noun and verb of one root mostly share: "inspect" of "inspection" and of "inspected"."""
    short = stem(word, language)
    if _has("no_stemmer", language):
        return short[:5]
    for ending in _NOUN_ENDINGS.get(language, ()):
        if short.endswith(ending) and len(short) - len(ending) >= 4:
            short = short[: -len(ending)]
            break
    return short


def _has(trait: str, language: str) -> bool:
    return trait in _TRAITS.get(language, frozenset())


@dataclass(frozen=True, slots=True)
class Profile:
    """What a passage is about, without its figures: stems of content words, and names that are not the speaker's."""

    stems: frozenset[str]
    words: tuple[tuple[str, str], ...]  # each stem with a word it was cut from
    names: frozenset[str]
    otherness: frozenset[str]
    phase: frozenset[str]


@annotation
def profile(reading: Reading) -> Profile:
    """The profile of a passage; dates are no content words here, since `dates` compares them."""
    text, language = reading.text, reading.language
    spans = [moment.span for moment in moments(reading)] + spelled_figures(reading)
    line = [token for token in reading.tokens if token.kind is TokenKind.WORD]
    stems: dict[str, str] = {}
    names, otherness, phase = set(), set(), set()
    speakers = _speakers(line, language)
    empty = words_of(FUNCTION_WORDS, language)
    others, reporting, phases = (words_of(table, language) for table in (OTHERNESS, REPORTING, _PHASE))
    has_capitals, has_cases = _has("nouns_with_capital", language), _has("names_have_cases", language)
    for at, token in enumerate(line):
        word = token.lower.replace("ё", "е").removesuffix("'s")
        if any(span.start <= token.span.start < span.end for span in spans):
            continue
        is_name = (
            token.text[:1].isupper()
            and not has_capitals
            and (
                not _opens(text, token.span.start)
                or (at + 1 < len(line) and line[at + 1].text[:1].isupper() and word not in empty)
            )
        )
        before = line[at - 1].lower if at else ""
        if (
            word in others
            and before not in words_of(_NOT_OTHER_AFTER, language)
            and before.rstrip("s") not in words_of(_SPELLS, language)
        ):
            otherness.add(word)
        if word in phases or f"{before} {word}" in words_of(_UNTIL_NOW, language):
            phase.add(word)
        if is_name:
            if at not in speakers:
                names.add(word[:5] if has_cases else word)
            continue
        if word in empty or word in reporting or len(word) < 2 or word in others:
            continue
        stems.setdefault(meeting_stem(word, language), word)
    names.update(match.group().casefold() for match in _CODE.finditer(text))
    return Profile(frozenset(stems), tuple(stems.items()), frozenset(names), frozenset(otherness), frozenset(phase))


def _speakers(line: Sequence[Token], language: str) -> frozenset[int]:
    """Indices of capitalised words that stand in a run beside a verb of saying: they name who speaks."""
    found = set()
    reporting, joints = words_of(REPORTING, language), words_of(_NAME_JOINTS, language)
    for at, token in enumerate(line):
        if token.lower not in reporting:
            continue
        for step in (1, -1):
            k, skipped = at + step, 0
            while 0 <= k < len(line) and skipped <= 2:
                if line[k].text[:1].isupper():
                    found.add(k)
                elif line[k].lower in joints or line[k].lower == "&" or line[k].lower in reporting:
                    pass
                else:
                    skipped += 3 if any(k - step == other for other in found) else 1
                k += step
    return frozenset(found)


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\n\"“„«'‘(")
    return not before or before[-1] in ".!?:…"


def unmet(
    mine: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...], affinity: Callable[[str, str], float]
) -> frozenset[str]:
    """Words of one side that the other has no word for; both sides as stems with their words."""
    stems = {stem_ for stem_, _ in theirs}
    return frozenset(
        word
        for stem_, word in mine
        if stem_ not in stems and not any(_akin(stem_, word, other, theirs_, affinity) for other, theirs_ in theirs)
    )


def _akin(stem_a: str, a: str, stem_b: str, b: str, affinity: Callable[[str, str], float]) -> bool:
    shared = min(len(stem_a), len(stem_b))
    length = max(4, shared - 1)
    return (shared >= 4 and stem_a[:length] == stem_b[:length]) or affinity(a, b) >= 0.6


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the smaller set the other holds, 0 to 1; 0 where one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.0


def names_remainder(line: Sequence[Token], language: str) -> bool:
    """Whether a passage speaks of what is left of a whole ("yet to be laid", "the remaining 19")."""
    return any(token.lower in words_of(_REMAINDER, language) for token in line)


def is_negated(line: Sequence[Token], language: str) -> bool:
    """Whether a passage has a word of negation anywhere."""
    return any(
        token.lower in words_of(_NEGATIONS, language) or token.lower.endswith(_NEGATION_ENDINGS.get(language, ()))
        for token in line
    )


@annotation
def tells_average(reading: Reading) -> bool:
    """Whether a passage has a word of averages anywhere: it may stand far from its figure."""
    average = pattern("figure_roles", "average", reading.language)
    return any(average.fullmatch(token.lower) for token in reading.tokens)


@annotation
def exempts(reading: Reading) -> bool:
    """Whether a passage says that a rule does not hold for some ("exempt", "need not")."""
    return bool(_exempting(reading.language).find(reading.tokens))


@cache
def _exempting(language: str) -> PhraseTable[str]:
    return PhraseTable({"exempting": _EXEMPTING.get(language, ())})


def ordinals_differ(left: Sequence[Token], right: Sequence[Token], languages: tuple[str, str]) -> bool:
    """Whether one side counts a case ("the second permit") that the other does not count so."""
    ours = {token.stem for token in left if token.lower in words_of(_ORDINALS, languages[0])}
    theirs = {token.stem for token in right if token.lower in words_of(_ORDINALS, languages[1])}
    if ours & theirs:
        return False
    return bool(ours and theirs) or bool(
        ours - words_of(_LONE_ORDINALS, languages[0]) or theirs - words_of(_LONE_ORDINALS, languages[1])
    )
