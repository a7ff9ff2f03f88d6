"""What is told beside each time of a passage: which event it is of, and whether it tells when or which one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from statement_compare.engine.annotate.alternatives import named, of
from statement_compare.engine.annotate.figure_context import FUNCTION_WORDS, meeting_stem
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.numerals import Word, words_of_reading
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.times import Moment, moments
from statement_compare.engine.annotate.times.spans import is_between
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.language import lines, own_words, patterns, phrases, speaking
from statement_compare.engine.model import Span

_CLAUSE_ENDS = frozenset((",", ";", ":", "—", "–"))


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A moment with the words near it: what happened then."""

    moment: Moment
    near: frozenset[str]
    phases: frozenset[str]
    is_rejected: bool
    is_attribute: bool  # "the blackout of 17 November", "the 2021 settlement": it says which one
    insists: bool  # "as early as", "not a day later", "it was on ... that"
    own_phases: frozenset[str]  # those of the time's own words: "expires on 3 May" is a bound, and an end
    is_denied: bool  # "did not sign on 3 May"
    is_still: bool  # "was still open on 3 May"
    is_state: bool  # the same where the verb of the time's own clause says so
    lasts: bool  # "ran from 3 to 10 May"
    is_between: bool  # "between 3 and 10 May": at some time of it
    turns: bool = False  # "became mayor in 2013", "the last train runs at 21:00"
    opening: str = ""  # stem of the first word of the time's clause that says something: "vote" in "the vote was held"
    event: frozenset[str] = frozenset()  # stems of what it is counted from: "two days after the vote on 3 May"
    thing: str = ""  # stem of the paper that the time tells apart: "letter" in "our letter of September 2022"


@annotation
def told_times(side: Reading) -> tuple[ToldTime, ...]:
    """The times of a passage that stand at words of it, in order."""
    found = []
    line = words_of_reading(side)
    for moment in moments(side):
        inside = [k for k, word in enumerate(line) if moment.span.start <= word.start < moment.span.end]
        if not inside:
            continue
        near = _near(line, inside[0], -1, 9) + _near(line, inside[-1], 1, 6)
        # The "no" of "no later than May" belongs to the bound, and rejects nothing.
        before = [word.lower for word in line[max(0, inside[0] - 4) : inside[0]] if not _lies_in(word, moment.marked)]
        found.append(
            ToldTime(
                moment,
                frozenset(
                    meeting_stem(w, side.language)
                    for w in near
                    if w not in words_of(FUNCTION_WORDS, side.language) and w[:1].isalpha() and len(w) > 1
                ),
                _phases_of(near, side.language),
                _is_rejected(before, side.language),
                _is_attribute(side, moment, line, inside),
                _insisting(side.language).search(
                    side.text[max(0, moment.span.start - 45) : moment.span.end + 60].casefold()
                )
                is not None,
                _phases_of([w.lower for w in line if _lies_in(w, moment.marked)], side.language),
                _is_denied(side, moment.span),
                any(word.lower in _words("still", side.language) for word in line),
                _is_state(side, line, inside[0]),
                not _words("lasting", side.language).isdisjoint(near),
                is_between(side.text[: moment.span.start], side.language),
                not _words("turning", side.language).isdisjoint(near),
                _opening(side, line, inside[0]),
                frozenset(_telling_stems(moment.counted_from.casefold().split(), side.language)),
                _thing(side, line, inside[0]),
            )
        )
    return tuple(found)


def _near(line: tuple[Word, ...], index: int, step: int, most: int) -> list[str]:
    found: list[str] = []
    at = index + step
    while 0 <= at < len(line) and len(found) < most and line[at].lower not in {";", ".", ":"}:
        if line[at].lower == "," and len(found) > 3:
            break
        found.append(line[at].lower)
        at += step
    return found


def _lies_in(word: Word, span: Span) -> bool:
    return span.start <= word.start < span.end


def _is_denied(side: Reading, span: Span) -> bool:
    """Whether a negation reaches the words of a time."""
    scoped = scopes(side)
    return any(scoped.is_negated(i) for i, t in enumerate(side.tokens) if span.start <= t.span.start < span.end)


def _is_state(side: Reading, line: tuple[Word, ...], first: int) -> bool:
    """Whether the words before a time say that something was "still" so, right behind a verb of being."""
    clause = [word.lower for word in line[:first]]
    stops = [at for at, word in enumerate(clause) if word in _CLAUSE_ENDS]
    still, behind = _words("still", side.language), _words("still_behind", side.language)
    own = clause[stops[-1] + 1 :] if stops else clause
    return any(verb in behind and word in still for verb, word in pairwise(own))


def _phases_of(said: list[str], language: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _phases(language) if any(pattern.fullmatch(word) for word in said))


@cache
def _phases(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What becomes of the event at the time named; two of different groups are two events."""
    rows = [row for table in speaking(lines("timing", "phases"), language) for row in table]
    return tuple((name, re.compile(forms)) for name, forms in named(rows).items())


def _is_rejected(before: list[str], language: str) -> bool:
    said = " ".join(before)
    return not _words("not", language).isdisjoint(before) or any(phrase in said for phrase in _instead(language))


@cache
def _instead(language: str) -> tuple[str, ...]:
    return tuple(phrase for table in speaking(phrases("timing", "instead"), language) for phrase in table)


def _is_attribute(side: Reading, moment: Moment, line: tuple[Word, ...], inside: list[int]) -> bool:
    """Whether the time tells which one is meant ("the letter of 20 May", "the 2021 settlement", "for 2022")."""
    before = line[inside[0] - 1].lower if inside[0] else ""
    second = line[inside[0] - 2].lower if inside[0] > 1 else ""
    after = side.text[moment.span.end : moment.span.end + 1]
    follows = line[inside[-1] + 1] if inside[-1] + 1 < len(line) else None
    if before in _words("which_one", side.language) and second not in _words("time_nouns", side.language):
        return True
    if moment.years is not None and moment.days is None and before in _words("before_which_year", side.language):
        # "The 2021 settlement" and "the late 1990s recession", but "closed in the late 1990s"
        return moment.years[0] == moment.years[1] or _is_before_noun(follows, side.language)
    is_plain_year = moment.years is not None and moment.days is None and moment.span.end - moment.span.start <= 7
    return (
        is_plain_year
        and after.isspace()
        and follows is not None
        and before in _words("before_year_of_word", side.language)
        and follows.text[:1].islower()
    )


def _opening(side: Reading, line: tuple[Word, ...], first: int) -> str:
    clause = [word.lower for word in line[:first]]
    stops = [at for at, word in enumerate(clause) if word in _CLAUSE_ENDS or word == "."]
    return next(iter(_telling_stems(clause[stops[-1] + 1 :] if stops else clause, side.language)), "")


def _telling_stems(said: list[str], language: str) -> list[str]:
    return [
        meeting_stem(word, language)
        for word in said
        if word[:1].isalpha() and word not in words_of(FUNCTION_WORDS, language)
    ]


def _is_before_noun(follows: Word | None, language: str) -> bool:
    return (
        follows is not None and follows.text[:1].islower() and follows.lower not in words_of(FUNCTION_WORDS, language)
    )


def _thing(side: Reading, line: tuple[Word, ...], first: int) -> str:
    """The stem of the paper or act that a time behind "of" tells apart; "" where there is none.

    The day of a fire is when it burnt, and that of a letter says nothing of what else happened.
    """
    before, second = (line[first - back].lower if first >= back else "" for back in (1, 2))
    stem = meeting_stem(second, side.language)
    return stem if before in _words("which_one", side.language) and stem in _paper_stems(side.language) else ""


@cache
def _paper_stems(language: str) -> frozenset[str]:
    return frozenset(meeting_stem(word, language) for word in _words("papers", language))


@cache
def _insisting(language: str) -> re.Pattern[str]:
    return re.compile(of(patterns("timing", "insisting"), language))


def _words(table: str, language: str) -> frozenset[str]:
    return own_words("timing", table, language)
