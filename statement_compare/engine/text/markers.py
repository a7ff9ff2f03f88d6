"""Numbers that name a place in a text and tell nothing of the matter: of paragraphs and parts, notes and recordings.

Two letters number their paragraphs differently, and two recordings never have the same time stamps: "12. Acme closed
the plant [4]." and "3. Acme closed the plant [7]." tell one thing. Where nothing but the context could say that a
number is one of these, it stays a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statement_compare.engine.model import Span
from statement_compare.engine.text.list_items import ListGrammar
from statement_compare.engine.text.role_patterns import MONTH_LANGUAGES, months
from statement_compare.engine.text.wordlists import LANGUAGES, alternatives, entries

_OPENS = r"\s{0,4}[•⁃▪‣◦●]?\s{0,4}"
# "12.", "2.1.", "12)", "(12)", "[12]"; a figure of four digits is a year, and "5.03." a day.
_NUMBER = re.compile(
    rf"{_OPENS}(?P<open>[(\[])?(?P<number>\d{{1,3}}(?:\.(?!0)\d{{1,2}})*)(?P<tail>\.\)|[.)\]])(?P<gap>\s+)"
)
# "2.1 The company", but neither "2.1 per cent" nor the "10.15" of a log.
_PLAIN_NUMBER = re.compile(rf"{_OPENS}\d{{1,3}}(?:\.[1-9]){{1,3}}[ \xa0]+")
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_LONG_CLOCK = r"\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?"
_FIRST_HOUR = r"0:\d\d:\d\d(?:[.,]\d{1,3})?"  # without brackets, what has seconds later in a day may be a log
_TO = r"\s*(?:-->|[-–—→])\s*"
_STAMP = re.compile(
    rf"\s*(?:\[{_CLOCK}(?:{_TO}{_CLOCK})?\]|\({_LONG_CLOCK}(?:{_TO}{_LONG_CLOCK})?\)"
    rf"|{_LONG_CLOCK}\s*-->\s*{_LONG_CLOCK}|0?{_FIRST_HOUR}(?=\s))"
)
# "Minister (00:05): ...", "Speaker 2 [00:01:15]: ...".
_STAMP_OF_SPEAKER = re.compile(rf"\s*[^\W\d_][\w .'’-]{{0,40}}?\s*(?P<stamp>\[{_CLOCK}\]|\({_CLOCK}\))(?=\s*:\s)")
_NOTE = r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]"
_GLUED_NOTES = re.compile(rf"(?<=[\w.,;:!?”»\")])(?:{_NOTE})+(?!\w)")
_LAST_NOTES = re.compile(rf"(?:\s*{_NOTE})+(?=[.!?…\"”»)\s]*\Z)")
_MAY_HOLD_ONE = re.compile(r"[\[(§]|\A\W*\d|\A[^\d\n]{1,40}\d")
# "12. 20 workers"; neither "12. 5. 2024" nor "12. 300 workers", which may be 12,300 of them.
_FIGURE_OF_CLAIM = re.compile(r"(?!\d{3}(?![\d,.]))[1-9]\d{0,3}(?:,\d{3})*(?:[.,]\d+)?\s*%?\s+[^\W\d_]")
_LEADING_SIGNS = "\"'“”«„‘’(["
_QUARTERS = 4
_FAR_BACK = 120  # code points in which notes are looked for at an end: the time grows with the square of it
_LONGEST_PART_NAME = 40


def markers(text: str, language: str) -> tuple[Span, ...]:
    """Where such numbers stand in a sentence, in order, each with the word and the signs that belong to it."""
    if _MAY_HOLD_ONE.search(text) is None:
        return ()
    if is_part_name(text):
        return (Span(0, len(text)),)
    return tuple(sorted(set(_markers(text, language)), key=lambda span: (span.start, span.end)))


def without_markers(text: str, language: str) -> str:
    """A sentence with blanks in the place of such numbers, so that all else stands where it stood."""
    for span in markers(text, language):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def is_part_name(text: str) -> bool:
    """Whether a text is nothing but the name and number of a part, in any language: "Point 3.", "Статья 5"."""
    bare = text.strip()
    return len(bare) <= _LONGEST_PART_NAME and _part_name(LANGUAGES).fullmatch(bare) is not None


def _markers(text: str, language: str) -> Iterator[Span]:
    at = 0
    stamp = _STAMP.match(text)
    if stamp is not None and text[stamp.end() :].strip(" .:"):
        yield Span(*stamp.span())
        at = stamp.end()
    speaker = _STAMP_OF_SPEAKER.match(text, at)
    if speaker is not None:
        yield Span(*speaker.span("stamp"))
    at = _behind_number(text, at, language)
    if at:
        yield Span(0, at)
    yield from (Span(*found.span()) for found in _GLUED_NOTES.finditer(text))
    last = _LAST_NOTES.search(text, max(0, len(text) - _FAR_BACK))
    if last is not None and _may_be_annotated(text[: last.start()], language):
        yield Span(*last.span())


def _behind_number(text: str, at: int, language: str) -> int:
    """Where a sentence goes on behind the number, or the name and number of a part, that opens it; 0 if nowhere."""
    grammar = _grammar(language)
    found = _NUMBER.match(text, at)
    if found is not None and _opens_item(text, found, language):
        return found.end()
    plain = _PLAIN_NUMBER.match(text, at)
    if plain is not None and _starts(text[plain.end() :], grammar, small=False):
        return plain.end()
    part = _part_name((language,)).match(text, at)
    if part is None or not text[part.end() :].strip() or _may_be_quarter(text, part):
        return 0
    rest = text[part.end() :]
    if part["sign"] == ":" or (part["sign"] and _is_large(rest)) or _starts(rest, grammar, small=False):
        return part.end()
    return 0


def _opens_item(text: str, found: re.Match[str], language: str) -> bool:
    """Whether a number is that of a paragraph, and no date, ordinal or figure ("3. Mai", "(5) per cent")."""
    rest, tail, grammar = text[found.end() :], found["tail"], _grammar(language)
    is_square = tail == "]"
    if is_square != (found["open"] == "[") or (found["open"] == "(" and tail == "."):
        return False
    if "\t" in found["gap"] + rest and ("\t" in rest or not rest.rstrip().endswith((".", "!", "?"))):
        return False  # the row of a table
    if _FIGURE_OF_CLAIM.match(rest) and not found["open"]:
        return True
    word = grammar.word_at(rest)
    if grammar.is_month(word) or _names_month(word, language):
        return False
    if grammar.is_ordinal(tail):
        is_day = re.fullmatch(r"\d{1,2}\.1[0-2]", found["number"]) is not None
        return _starts(rest, grammar, small=False) and not is_day
    if tail in (")", ".)") and not found["open"]:
        return any(letter.isalnum() for letter in rest)
    return _is_large(rest) or (not is_square and _starts(rest, grammar, small=True))


def _names_month(word: str, language: str) -> bool:
    return language in MONTH_LANGUAGES and re.match(months(language), word, re.IGNORECASE) is not None


def _is_large(rest: str) -> bool:
    """Whether a text opens with a capital, or with a letter of an alphabet that has none."""
    first = rest.lstrip().lstrip(_LEADING_SIGNS)[:1]
    return first.isalpha() and not first.islower()


def _starts(rest: str, grammar: ListGrammar, *, small: bool) -> bool:
    """Whether a text opens with a small word that begins sentences; with a capital, unless it may be `small`."""
    word = grammar.word_at(rest) if rest.lstrip().lstrip(_LEADING_SIGNS)[:1].isalpha() else ""
    return grammar.tables.starts_sentences(word) and (small or word[:1].isupper())


def _may_be_quarter(text: str, part: re.Match[str]) -> bool:
    """Whether "Q2: ..." is of a quarter: up to four, and no question follows."""
    is_glued = part["glued"] is not None and int(part["glued"]) <= _QUARTERS
    return is_glued and not text.rstrip().endswith("?")


def _may_be_annotated(before: str, language: str) -> bool:
    """Whether a note may stand behind the words: "died in May [3]", and not "the number of the dead was [3]"."""
    words = before.split()
    return bool(words) and words[-1] not in _small_words(language)


@lru_cache(maxsize=32)
def _small_words(language: str) -> frozenset[str]:
    tables = ("function_words", "auxiliaries")
    return frozenset(word for table in tables for word in entries("closed_words", table, language))


@lru_cache(maxsize=32)
def _grammar(language: str) -> ListGrammar:
    return ListGrammar(language)


@lru_cache(maxsize=32)
def _part_name(languages: tuple[str, ...]) -> re.Pattern[str]:
    """The name of a part with its number, and the sign behind it."""
    before, behind = (alternatives("sentence_roles", table, languages) for table in ("part_names", "part_names_behind"))
    number = r"[ \xa0]+(?:№[ \xa0]?)?\d{1,3}(?:\.\d{1,2})*|(?P<glued>\d{1,2})"
    named = [rf"(?:{_any_of(before)})(?:{number})"] if before else []
    if behind:
        named.append(rf"\d{{1,3}}[ \xa0-]?(?:{_any_of(behind)})")
    return re.compile(rf"\s*(?:{'|'.join(named) or '(?!)'})(?!\w)(?P<sign>[.:)]?)(?:\s+|\Z)", re.IGNORECASE)


def _any_of(words: str) -> str:
    return words.replace(".", r"\.")
