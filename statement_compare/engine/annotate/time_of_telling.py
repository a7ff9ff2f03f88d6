"""Which of the times a text names is that of the telling ("said on 4 May that ..."), not of what is told."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from statement_compare.engine.annotate.alternatives import NEVER, of
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.times import Moment, moments
from statement_compare.engine.language import CODES, patterns, words
from statement_compare.engine.model import Span

# Verbs that only ever report, and verbs that may name the deed itself ("announced the levy on 10 April") and report
# only where a clause or a quotation follows.
_PLAIN = patterns("telling", "verbs")
_WITH_CLAUSE = patterns("telling", "verbs_with_clause")
_CLAUSE = patterns("telling", "clause")
_QUOTE = r"(?::\s*)?[\"“«„]"
_ADVERBS = patterns("telling", "adverbs")
_REACH = 300  # characters on both sides of a time that are looked at
_OCCASIONS = patterns("telling", "occasions")
_SPEAKERS = patterns("telling", "speakers")
_QUOTED = patterns("telling", "quoted")
_TRAITS = words("telling", "traits")


@cache
def _finite(language: str) -> re.Pattern[str]:
    """The verb of a clause that has begun without "that": "said the plant was closed on 4 May"."""
    return re.compile(rf"\b(?:{of(patterns('telling', 'finite_verbs'), language)})\b")


@cache
def _passive(language: str) -> re.Pattern[str]:
    verbs, adverbs = of(patterns("telling", "passive"), language), of(patterns("telling", "passive_adverbs"), language)
    return re.compile(rf"\b(?:{verbs})\s(?:(?:{adverbs})\s)?$")


@cache
def _speaker(language: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:[\w-]+\s){{0,3}}(?:{_SPEAKERS.get(language, NEVER)})\s+$")


@lru_cache(maxsize=16)
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Compiled for one language: what stands before the time, after it, and in a clause that it opens."""
    plain, full, clause = _PLAIN[language], _WITH_CLAUSE[language], _CLAUSE.get(language, NEVER)
    adverbs = _ADVERBS.get(language, NEVER)
    return (
        re.compile(rf"\b(?:{plain})(?:,?\s+(?:{adverbs}))*\s*$"),
        re.compile(rf"\b(?:{plain}|{full})\b(?!\s+(?:{clause}))"),
        re.compile(rf"^\s*(?:(?:{adverbs})\s+)*,?\s*(?:{clause}|{_QUOTE})"),
        re.compile(rf"^,?\s+(?:[\w'’.-]+\s+){{0,8}}?(?:{plain})\b"),
        re.compile(rf"^,?\s+(?:[\w'’.-]+\s+){{0,8}}?(?:{full})\b(?:\s+[\w'’-]+){{0,5}}?,?\s*(?:{clause}|{_QUOTE})"),
        re.compile(rf"(?:{_OCCASIONS.get(language, NEVER)})[^,.;]*$"),
    )


def is_of_telling(text: str, span: Span, language: str) -> bool:
    """Whether the time at `span` says when somebody spoke."""
    code = language if language in _PLAIN else CODES[0]
    adjacent, verb_before, clause_after, opens_plain, opens_full, frame = _forms(code)
    before = text[max(0, span.start - _REACH) : span.start].casefold()
    after = text[span.end : span.end + _REACH].casefold()
    if frame.search(before):
        return True
    found = adjacent.search(before)
    if found is not None:
        return not _passive(code).search(before[: found.start()])
    if "verb_last" in _TRAITS.get(code, frozenset()):
        last = re.match(rf"\s*(?:[\w-]+\s+){{0,1}}(?:{_PLAIN[code]})\b", after)
        if last is not None:
            return True
        quoted = _QUOTED.get(code, NEVER)
        ends = re.search(rf"\b(?:{quoted})\s+(?:{_PLAIN[code]}|{_WITH_CLAUSE[code]})\s*\.?$", after)
        return ends is not None and _speaker(code).search(before) is not None
    governing = list(verb_before.finditer(before))
    if governing and clause_after.match(after):
        gap = before[governing[-1].end() :]
        if len(gap.split()) <= 8 and not re.search(r"[.;:\"“«„]", gap) and not _finite(code).search(gap):
            return not _passive(code).search(before[: governing[-1].start()])
    is_first = _opens_clause(before, code)
    return is_first and (_verb_follows(opens_plain, after, code) or _verb_follows(opens_full, after, code))


def _opens_clause(before: str, language: str) -> bool:
    """Whether nothing but a preposition stands before the time in its sentence."""
    rest = re.split(r"[.!?;:]\s|[\"“«„]", before)[-1].strip()
    return not rest or re.fullmatch(rf"(?:(?:{_ADVERBS.get(language, NEVER)})\s*)+", rest) is not None


def _verb_follows(pattern: re.Pattern[str], after: str, code: str) -> bool:
    found = pattern.match(after)
    return found is not None and not _passive(code).search(re.sub(r"\S*$", "", found.group()))


@annotation
def event_moments(reading: Reading) -> tuple[Moment, ...]:
    """The times of what is told: those of a passage without the ones that say when somebody spoke."""
    return tuple(m for m in moments(reading) if not is_of_telling(reading.text, m.span, reading.language))


@cache
def _announcing(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of(patterns('telling', 'announcing'), language)})\b")


def is_telling_itself_told(left: str, right: str, languages: tuple[str, str]) -> bool:
    """Whether both sides are about one announcement: a verb of announcing on both, by a speaker both name."""
    speakers = []
    for text, language in zip((left, right), languages, strict=True):
        found = _announcing(language).search(text.casefold())
        words = re.findall(r"\w+", text.casefold()[: found.start()]) if found is not None else []
        if not words:
            return False
        speakers.append(words[-1])
    return bool(speakers[0] == speakers[1])
