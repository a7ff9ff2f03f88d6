"""How far what is denied reaches: "denied that it had leaked and said ..." denies the leak alone."""

from __future__ import annotations

from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import Stance, opens_report, stance_of
from statement_compare.engine.annotate.times import date_spans
from statement_compare.engine.annotate.verb_forms import is_verb
from statement_compare.engine.annotate.word_classes import AUXILIARIES, words_of
from statement_compare.engine.language import word_sets, words

_THAT = words("denials", "that")
_ANNOUNCING = words("denials", "announcing")
_ASIDE = words("denials", "aside")
_RELATIVE = words("denials", "relative")
_GERUND_OPENERS = words("denials", "gerund_openers")
_JOINING = words("negation", "clause_and")
_DEFINITE = word_sets("entities", "definite")
_STOPS = frozenset(".!?;")
_NONE: frozenset[str] = frozenset()


def ends_of_denied(reading: Reading, cue: range, end: int) -> tuple[int, int]:
    """Where what is surely denied behind a cue ends, and what may be: at a colon, which brings what is told ("denied
    the allegations: the work was paid") but for "denied: ..." and "denied the following: ..."; or where the denier
    goes on: "... and said". The denier's own words also follow the comma behind "contrary to claims that it closed".

    "Denied that it had misled clients and reported false profits" may deny both; "denied that it had leaked and
    reported 12 tests" hardly does.
    """
    tokens, language = reading.tokens, reading.language
    if tokens[cue.start].lower in _ASIDE.get(language, _NONE):
        return _ends_of_aside(reading, cue, end)
    announcing, joining = (table.get(language, _NONE) for table in (_ANNOUNCING, _JOINING))
    names_it = any(tokens[i].lower in words_of(_DEFINITE, language) for i in cue)  # "rejected the claim: ..."
    is_bare = tokens[cue.stop - 1].lower in _GERUND_OPENERS.get(language, ())  # "denied having met and told them"
    sure = end
    for i in range(cue.stop, end):
        if tokens[i].text == ":":
            if (i > cue.stop or names_it) and not any(t.lower in announcing for t in tokens[cue.stop : i]):
                return min(sure, i), i
        elif tokens[i].lower in joining and cue.stop + 2 <= i < end - 1 and not is_bare:
            if stance_of(tokens[i + 1].lower, language) is not Stance.SAY:
                continue
            if not _is_clause(reading, cue, i) or opens_report(tokens[i + 1 : end], language):
                return min(sure, i), i
            sure = min(sure, i)
    return sure, end


def _ends_of_aside(reading: Reading, cue: range, end: int) -> tuple[int, int]:
    """The ends of "contrary to the claim that wages, pensions and bonuses were cut": a comma that has a verb before it.

    Where none is known to be a verb, it may be denied up to the last comma ("that wind, water and coal cost more").
    """
    tokens = reading.tokens
    opens_clause = cue.stop < end and tokens[cue.stop].lower in _THAT.get(reading.language, _NONE)
    # "The claim that, in May, it closed": the first comma ends nothing.
    commas = [i for i in range(cue.stop + 2 * opens_clause, end) if tokens[i].text in (",", ":")]
    if not commas or not opens_clause:
        first = next(iter(commas), end)
        return first, first
    verbs = _verbs(reading, range(cue.stop, commas[-1]))
    with_verb = next((i for i in commas if any(k < i for k in verbs)), None)
    if with_verb is not None:
        return with_verb, with_verb
    # "The plant is open, contrary to claims that, in May, it closed": no words of the denier's follow.
    start, _ = sentence_around(reading, cue.start)
    is_last = tokens[cue.start - 1].text == "," and bool(_verbs(reading, range(start, cue.start)))
    return (end, end) if is_last else (commas[0], commas[-1])


def _is_clause(reading: Reading, cue: range, end: int) -> bool:
    """Whether what is denied has a verb, which may have a second one: "denied that it had met and told them"."""
    auxiliaries = AUXILIARIES.get(reading.language, _NONE)
    return reading.tokens[cue.stop - 1].lower in _THAT.get(reading.language, _NONE) or any(
        token.lower in auxiliaries for token in reading.tokens[cue.stop : end]
    )


def _verbs(reading: Reading, inside: range) -> list[int]:
    """The words that are surely verbs, but for those of "the mayor, who resigned, took bribes"; "May" is a month."""
    tokens, language = reading.tokens, reading.language
    times = {i for span in date_spans(reading) for i in inside if span.start <= tokens[i].span.start < span.end}
    relative, found, is_aside = _RELATIVE.get(language, _NONE), [], False
    for i in inside:
        if tokens[i].text == ",":
            is_aside = i + 1 < inside.stop and tokens[i + 1].lower in relative
        elif not is_aside and i not in times and is_verb(tokens[i].lower, language):
            found.append(i)
    return found


def sentence_around(reading: Reading, place: int) -> tuple[int, int]:
    """The tokens between two full stops, question or exclamation marks or semicolons in which a place lies."""
    tokens = reading.tokens
    start, end = place, place
    while start > 0 and tokens[start - 1].text not in _STOPS:
        start -= 1
    while end < len(tokens) and tokens[end].text not in _STOPS:
        end += 1
    return start, end
