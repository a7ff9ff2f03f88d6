"""Who denies the other side's charges in general, and which of them have no other answer.

"The company strongly refutes these allegations" denies everything and nothing: as a contradiction of each charge it
would be six findings that say the same. It is one finding of its own, which names what was charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.reported_speech import Party, Stance, frames, party_of
from statement_compare.engine.annotate.word_classes import FIRST_PERSON, FUNCTION_WORDS, words_of
from statement_compare.engine.language import patterns, word_sets
from statement_compare.engine.model import Comparison, GeneralDenial, Role, Side, Statement, Verdict
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.tokens import TokenKind, tokens
from statement_compare.engine.verdict.voices import key_of, names_are_unchanged, voices

_MARKS = " \t\n\u00a0\u202f\"'“”„«»‘’‹›"
# What is said besides a general denial and makes it no denial of something else: "and will defend itself in court".
_MOST_CONTENT_WORDS = 10
# Words before a denial that are who denies, and no clause of their own.
_MOST_WORDS_OF_SUBJECT = 6
# Who denies charges as such, in one place or with a part of the verb behind them, and who calls them untrue. "That"
# behind them names one charge.
_DENIALS = tuple(patterns("general_denials", table) for table in ("denials", "split_denials", "rebuttals"))
_OF_WHAT_WAS_SAID = patterns("general_denials", "of_what_was_said")
# What before a denial, or within it, undoes it ("nobody disputes", "are not false"), and what does so behind it.
_UNDONE = patterns("general_denials", "undone")
_UNDONE_PARTS = patterns("general_denials", "undone_parts")
_BEHIND = patterns("general_denials", "undone_behind")
# Words between that and the denial; a further clause begins with one of the others.
_JOINING = word_sets("general_denials", "joining")


def general_denials(comparison: Comparison) -> tuple[GeneralDenial, ...]:
    """The general denials of both sides in reading order, where any claim of the other side is without an answer."""
    return tuple(_of_side(comparison, Side.LEFT)) + tuple(_of_side(comparison, Side.RIGHT))


def denies_in_general(text: str, language: str, *, opens: bool = False) -> bool:
    """Whether a sentence denies charges as such and says little else; False in languages without a list.

    `opens` says that no claim of the same side stands before it: "This is a lie" is of what the other side said there,
    and elsewhere of the sentence before it.
    """
    return _denial(text, language, opens=opens) is not None


def _denial(text: str, language: str, *, opens: bool) -> re.Match[str] | None:
    """Where a sentence that denies in general does so, in its text without markers; None for any other."""
    text = without_markers(text, language).strip(_MARKS)
    found = [match for pattern in _patterns(language, opens) for match in pattern.finditer(text)]
    if not found or any(_is_undone(match, language) for match in found):
        return None
    if any(token.kind is TokenKind.NUMBER for token in tokens(text, language)):
        return None  # "rejected 12 insurance claims" as well
    if _is_told_of_another(text, found[0].start(), language):
        return None
    known = FUNCTION_WORDS.get(language, frozenset())
    rest = tokens(text[: found[0].start()] + text[found[0].end() :], language)
    content = [token for token in rest if token.kind is TokenKind.WORD and token.lower not in known]
    return min(found, key=re.Match.start) if len(content) <= _MOST_CONTENT_WORDS else None


def _is_undone(denial: re.Match[str], language: str) -> bool:
    """Whether a denial is denied itself: "we do not dispute the charges", "bestreitet die Vorwürfe nicht"."""
    before, within, behind = _undoing(language)
    text = denial.string
    return (
        before.search(text, 0, denial.start()) is not None
        or within.search(denial[0]) is not None
        or (behind is not None and behind.search(text[denial.end() :]) is not None)
    )


def _is_told_of_another(text: str, start: int, language: str) -> bool:
    """Whether somebody tells that another denies: "Acme denies the allegations, the union says".

    Only where an authority or a union tells it of somebody else, or a company of an authority: a spokesman who says
    that Acme denies them may be Acme's.
    """
    reading = lone_reading(text, language)
    known = FUNCTION_WORDS.get(language, frozenset())
    for frame in frames(reading):
        content = reading.tokens[slice(*frame.content)]
        if frame.stance is Stance.DENY or not content or start >= content[-1].span.end:
            continue
        who = tuple(token for token in content if token.kind is TokenKind.WORD and token.span.start < start)
        party = party_of(who, language)
        is_named = party is Party.COMPANY or any(token.text[0].isupper() and token.lower not in known for token in who)
        if frame.party is Party.AUTHORITY and party in {Party.COMPANY, Party.OTHER} and is_named:
            return True
        if frame.party is Party.COMPANY and party is Party.AUTHORITY:
            return True
    return False


def _of_side(comparison: Comparison, side: Side) -> Iterator[GeneralDenial]:
    mine, theirs = (comparison.left, comparison.right) if side is Side.LEFT else (comparison.right, comparison.left)
    answered = {
        sentence
        for link in comparison.links
        if link.verdict is not Verdict.UNCLEAR
        for sentence in (link.right if side is Side.LEFT else link.left)
    }
    charges = tuple(s.id for s in theirs.sentences if s.role is Role.CLAIM and s.id not in answered)
    if charges:
        opens = True
        for sentence in mine.sentences:
            if sentence.role is not Role.QUESTION:
                denial = _denial(sentence.text, mine.language, opens=opens)
                if denial is not None and not _is_of_speaker(denial, mine, theirs):
                    yield GeneralDenial(side, sentence.id, charges)
            opens = opens and sentence.role is not Role.CLAIM


def _is_of_speaker(denial: re.Match[str], mine: Statement, theirs: Statement) -> bool:
    """Whether a denial opens with the name of who speaks on the other side: "Acme denies the allegations".

    "Acme's claims are false" is the denial of who says so.
    """
    code = mine.language
    if not names_are_unchanged(code):
        return False
    text, start = denial.string, denial.start()
    who = [token for token in tokens(text[:start], code) if token.kind is TokenKind.WORD]
    if not who or len(who) > _MOST_WORDS_OF_SUBJECT or not text[who[-1].span.end : start].isspace():
        return False
    if any(token.lower in FIRST_PERSON.get(code, frozenset()) or "'" in token.lower for token in who):
        return False
    named = key_of(text[:start], code)
    return bool(named) and named == key_of(voices(mine, theirs)[1], code)


@lru_cache(maxsize=16)
def _patterns(language: str, opens: bool) -> tuple[re.Pattern[str], ...]:
    tables = (*_DENIALS, _OF_WHAT_WAS_SAID) if opens else _DENIALS
    found = (table[language] for table in tables if language in table)
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in found)


@lru_cache(maxsize=16)
def _undoing(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """What undoes a denial before it, within it and behind it."""
    undone, behind = rf"\b(?:{_UNDONE[language]})\b", _BEHIND.get(language)
    if language in _UNDONE_PARTS:
        undone += f"|{_UNDONE_PARTS[language]}"
    joining = "|".join(sorted(words_of(_JOINING, language)))
    near = rf"(?:\s+(?!(?:{joining})\b)\w+(?:[’'-]\w+)*){{0,4}}\s*\Z"
    before, within = (re.compile(each, re.IGNORECASE) for each in (rf"(?:{undone}){near}", undone))
    return before, within, None if behind is None else re.compile(rf"\A\s+(?:{behind})\b", re.IGNORECASE)
