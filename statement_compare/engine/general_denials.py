"""Who denies the other side's charges in general, and which of them have no other answer.

"The company strongly refutes these allegations" denies everything and nothing: as a contradiction of each charge it
would be six findings that say the same. It is one finding of its own, which names what was charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS, words_of
from statement_compare.engine.language import patterns, word_sets
from statement_compare.engine.model import Comparison, GeneralDenial, Role, Side, Verdict
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.tokens import TokenKind, tokens

# What is said besides a general denial and makes it no denial of something else: "and will defend itself in court".
_MOST_CONTENT_WORDS = 10
# Who denies charges as such, in one place or with a part of the verb behind them, and who calls them untrue. "That"
# behind them names one charge.
_DENIALS = tuple(patterns("general_denials", table) for table in ("denials", "split_denials", "rebuttals"))
# What before a denial, or within it, undoes it ("nobody disputes", "are not false"), and what does so behind it.
_UNDONE = patterns("general_denials", "undone")
_UNDONE_PARTS = patterns("general_denials", "undone_parts")
_BEHIND = patterns("general_denials", "undone_behind")
# Words between that and the denial; a further clause begins with one of the others.
_JOINING = word_sets("general_denials", "joining")


def general_denials(comparison: Comparison) -> tuple[GeneralDenial, ...]:
    """The general denials of both sides in reading order, where any claim of the other side is without an answer."""
    return tuple(_of_side(comparison, Side.LEFT)) + tuple(_of_side(comparison, Side.RIGHT))


def denies_in_general(text: str, language: str) -> bool:
    """Whether a sentence denies charges as such and says little else; False in languages without a list."""
    text = without_markers(text, language)
    found = [match for pattern in _patterns(language) for match in pattern.finditer(text)]
    if not found or any(_is_undone(match, language) for match in found):
        return False
    if any(token.kind is TokenKind.NUMBER for token in tokens(text, language)):
        return False  # "rejected 12 insurance claims" as well
    known = FUNCTION_WORDS.get(language, frozenset())
    rest = tokens(text[: found[0].start()] + text[found[0].end() :], language)
    content = [token for token in rest if token.kind is TokenKind.WORD and token.lower not in known]
    return len(content) <= _MOST_CONTENT_WORDS


def _is_undone(denial: re.Match[str], language: str) -> bool:
    """Whether a denial is denied itself: "we do not dispute the charges", "bestreitet die Vorwürfe nicht"."""
    before, within, behind = _undoing(language)
    text = denial.string
    return (
        before.search(text, 0, denial.start()) is not None
        or within.search(denial[0]) is not None
        or (behind is not None and behind.search(text[denial.end() :]) is not None)
    )


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
        for sentence in mine.sentences:
            if denies_in_general(sentence.text, mine.language):
                yield GeneralDenial(side, sentence.id, charges)


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    found = (table[language] for table in _DENIALS if language in table)
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in found)


@lru_cache(maxsize=16)
def _undoing(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """What undoes a denial before it, within it and behind it."""
    undone, behind = rf"\b(?:{_UNDONE[language]})\b", _BEHIND.get(language)
    if language in _UNDONE_PARTS:
        undone += f"|{_UNDONE_PARTS[language]}"
    joining = "|".join(sorted(words_of(_JOINING, language)))
    near = rf"(?:\s+(?!(?:{joining})\b)\w+){{0,4}}\s*\Z"
    before, within = (re.compile(each, re.IGNORECASE) for each in (rf"(?:{undone}){near}", undone))
    return before, within, None if behind is None else re.compile(rf"\A\s+(?:{behind})\b", re.IGNORECASE)
