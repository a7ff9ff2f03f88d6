"""What one side says is so no longer, and the other that it was: "no longer employs children", "employed children"."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.negation_scope import Cue, head, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.word_classes import AUXILIARIES
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import patterns, phrases, words
from statement_compare.engine.text.tokens import TokenKind

_ENDED = phrases("former_states", "ended")
_NOT_ENDED_BEFORE = words("former_states", "not_ended_before")
_PAST = words("former_states", "past")
_PAST_ENDINGS = patterns("former_states", "past_endings")
_PERFECT = words("former_states", "perfect")
_PRESENT = words("former_states", "present")
_JOINED = re.compile("['’]")
_NONE: frozenset[str] = frozenset()


def was_so_before(cue: Cue, negative: Reading, positive: Reading, rival: int, found: Match) -> bool:
    """Whether a negation says that something has ended, and the other side that it was so, at `rival`: both agree.

    Where both tell a time it may be one time, which leaves them at odds: "no longer paid in 2020", "paid in 2020".
    """
    if not _has_ended(cue, negative) or (moments(negative) and moments(positive)):
        return False
    here, there = range(*scopes(negative).clause_of(cue.start)), range(*scopes(positive).clause_of(rival))
    past, present = (table.get(positive.language, _NONE) for table in (_PAST, _PRESENT))
    said, told = (
        {form for i in clause for form in _forms(reading.tokens[i].lower)}
        for reading, clause in ((negative, here), (positive, there))
    )
    if said & past or _is_past_by_ending(cue, negative, here) or told & present:
        return False
    return bool(told & past) or any(
        mine.index in here
        and partner >= 0
        and affinity >= SAME_HEAD
        and found.right[partner].index in there
        and _is_past(positive, found.right[partner].index)
        and not _is_past(negative, mine.index)
        for mine, (partner, affinity) in zip(found.left, found.partner_left, strict=True)
    )


def _is_past_by_ending(cue: Cue, reading: Reading, clause: range) -> bool:
    """Whether the negated verb is one of the past by itself: "no longer employed", but not "is no longer closed"."""
    auxiliaries = AUXILIARIES.get(reading.language, _NONE)
    if any(form in auxiliaries for i in clause for form in _forms(reading.tokens[i].lower)):
        return False
    return any(_is_past(reading, i) for i in head(cue, reading)[:1])


def _forms(word: str) -> tuple[str, str]:
    """A word, and what is left of it without the one that is joined to it: "n'était", "était"."""
    return word, _JOINED.split(word)[-1]


def _has_ended(cue: Cue, reading: Reading) -> bool:
    """Whether "any more" or the like stands in the clause of a negation, and does not measure ("any more than")."""
    first, last = scopes(reading).clause_of(cue.start)
    tokens, stops = reading.tokens[first : max(last, cue.end)], _NOT_ENDED_BEFORE.get(reading.language, _NONE)
    lowers = [token.lower for token in tokens]
    for phrase in _ENDED.get(reading.language, ()):
        for at in places(lowers, phrase):
            behind = at + len(phrase.split())
            measures = behind < len(tokens) and (
                lowers[behind] in stops or any(t.kind is TokenKind.NUMBER for t in tokens[behind : behind + 2])
            )
            if not measures:
                return True
    return False


def _is_past(reading: Reading, index: int) -> bool:
    """Whether a verb is one of the past: "employed", "a employé". A language without a table has none."""
    ending = _past_ending(reading.language)
    before = reading.tokens[index - 1].lower if index else ""
    return before in _PERFECT.get(reading.language, _NONE) or (
        ending is not None and ending.search(reading.tokens[index].lower) is not None
    )


@cache
def _past_ending(language: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{_PAST_ENDINGS[language]})$") if language in _PAST_ENDINGS else None
