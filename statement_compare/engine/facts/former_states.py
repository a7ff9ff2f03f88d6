"""What one side says is so no longer, and the other that it was: "no longer employs children", "employed children"."""

from __future__ import annotations

import re
from collections.abc import Collection

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.negation_scope import Cue, head, is_content, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.verb_forms import PAST, has_past_ending
from statement_compare.engine.annotate.word_classes import AUXILIARIES, LIGHT_WORDS
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import phrases, words
from statement_compare.engine.text.tokens import TokenKind

_ENDED = phrases("former_states", "ended")
# Such a word ends something only as the second word of a negation: "ne ... plus", and not "le plus grand".
_ENDED_BEHIND = words("former_states", "ended_behind")
_NOT_ENDED_BEHIND = words("former_states", "not_ended_behind")
_NOT_ENDED_BEFORE = words("former_states", "not_ended_before")
_PARTICIPLES = words("former_states", "participles")
_PERFECT = words("former_states", "perfect")
_PRESENT = words("former_states", "present")
_DEFINITE = words("entities", "definite")
_TRAITS = words("names", "traits")
_JOINED = re.compile("['’]")
_NONE: frozenset[str] = frozenset()


def was_so_before(cue: Cue, negative: Reading, positive: Reading, rival: int, found: Match) -> bool:
    """Whether a negation says that something has ended, and the other side that it was so, at `rival`: both agree.

    Where both tell a time it may be one time, which leaves them at odds: "no longer paid in 2020", "paid in 2020".
    """
    if not _has_ended(cue, negative) or (moments(negative) and moments(positive)):
        return False
    here, there = range(*scopes(negative).clause_of(cue.start)), range(*scopes(positive).clause_of(rival))
    present = _PRESENT.get(positive.language, _NONE)
    if _is_told_past(negative, here, (cue.start - 1, *head(cue, negative))) or _is_past_by_ending(cue, negative, here):
        return False
    if any(form in present for i in there for form in _forms(positive.tokens[i].lower)):
        return False
    told = range(rival - 2, rival + 1)  # "made it", "used to make"
    return _is_told_past(positive, there, told) or any(
        mine.index in here
        and partner >= 0
        and affinity >= SAME_HEAD
        and found.right[partner].index in there
        and _is_past(positive, found.right[partner].index)
        and not _is_past(negative, mine.index)
        for mine, (partner, affinity) in zip(found.left, found.partner_left, strict=True)
    )


def _is_told_past(reading: Reading, clause: range, verbs: Collection[int]) -> bool:
    """Whether a clause has a verb of the past by itself: "was", "paid".

    What may stand beside a noun as well counts only as one of the `verbs` that are denied or told: the one in "the
    plant built in 1986 no longer employs children" tells nothing of what it employs.
    """
    past, participles = (table.get(reading.language, _NONE) for table in (PAST, _PARTICIPLES))
    return any(
        form in past and (form not in participles or i in verbs)
        for i in clause
        for form in _forms(reading.tokens[i].lower)
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
    last = max(last, cue.end)
    lowers = [token.lower for token in reading.tokens]
    for phrase in _ENDED.get(reading.language, ()):
        length = len(phrase.split())
        if any(not _measures(first + at + length, last, reading) for at in places(lowers[first:last], phrase)):
            return True
    behind = _ENDED_BEHIND.get(reading.language, _NONE)
    at = next((i for i in range(cue.end, last) if lowers[i] in behind), None)
    return at is not None and _is_second_word(cue, at, reading) and not _measures(at + 1, last, reading)


def _measures(behind: int, last: int, reading: Reading) -> bool:
    tokens, stops = reading.tokens[behind:last], _NOT_ENDED_BEFORE.get(reading.language, _NONE)
    return bool(tokens) and (tokens[0].lower in stops or any(t.kind is TokenKind.NUMBER for t in tokens[:2]))


def _is_second_word(cue: Cue, at: int, reading: Reading) -> bool:
    """Whether a word belongs to a negation: "n'a plus signé", "keine Kinder mehr", but neither "n'a pas non plus signé"
    nor "non ha firmato l'accordo più importante", nor "kein Land zahlte mehr Geld". "Non vende ormai da anni più armi"
    has a time between.
    """
    tokens, language = reading.tokens, reading.language
    between = tokens[cue.end : at]
    others = _NOT_ENDED_BEHIND.get(language, _NONE) | _NOT_ENDED_BEFORE.get(language, _NONE)
    if any(token.lower in others for token in between):
        return False
    light = LIGHT_WORDS.get(language, _NONE)
    if sum(is_content(token, language) and token.lower not in light for token in between) > 1:
        return False
    before, behind = tokens[at - 1], tokens[at + 1 : at + 2]
    if before.lower in _DEFINITE.get(language, _NONE):
        return False
    counts_nouns = "nouns_large" in _TRAITS.get(language, _NONE)
    return not (counts_nouns and any(token.text[:1].isupper() for token in behind))


def _is_past(reading: Reading, index: int) -> bool:
    """Whether a verb is one of the past: "employed", "a employé". A language without a table has none."""
    before = reading.tokens[index - 1].lower if index else ""
    return before in _PERFECT.get(reading.language, _NONE) or has_past_ending(
        reading.tokens[index].lower, reading.language
    )
