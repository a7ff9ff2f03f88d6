"""Which dashes and words before a figure are its sign: "a result of -3 million", "minus 5 degrees", "+5 per cent"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from statement_compare.engine.annotate.number_words import number_words
from statement_compare.engine.text.tokens import CURRENCY_SIGNS, LEADING_POINT, SPACES_IN_FIGURES

# A sign behind a blank, a bracket or a currency, and glued to a figure or a sum of money.
_GLUED = re.compile(rf"(?<![^\s(\[«“„\"'<>≤≥=~≈{CURRENCY_SIGNS}])[-‑−–+](?=[{CURRENCY_SIGNS}]?(?:\d|{LEADING_POINT}))")
# Behind a figure, a share or degrees it is the dash of a range: "5 -7 per cent", "5% -7%", "5 °C -7 °C".
_OPENS_A_RANGE = re.compile(rf"(?:\d\w*|[%‰°]|°[ \u00a0]?\w)[{SPACES_IN_FIGURES}]+$")
_PLUS, _EN_DASH = "+", "–"
# A dash that closes what another one opened: "the family –5 people in all– was rescued".
_CLOSING = re.compile(r"(?<=\S)–(?![^\s.,;:!?)])")
_WORD_BEFORE = re.compile(r"([^\W_]+)?\s*([-‑–—/]?)(\s*)$")
_ENDS = ".:;!?…"
_LINE_WITH_DASH = re.compile(r"^[ \t\u00a0]*[-‑−–+]", re.MULTILINE)
_FAR_BEFORE, _FAR_BEHIND = 24, 200


def signs(text: str, language: str) -> dict[int, int]:
    """Where the sign of a figure begins: -1 for a minus, 1 for a plus.

    A dash at the beginning of a text, or of a line behind the end of a sentence, may be a bullet, and is no sign.
    """
    found = {}
    is_list = len(list(islice(_LINE_WITH_DASH.finditer(text), 2))) > 1
    for match in _GLUED.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _FAR_BEFORE) : start]
        is_bullet = not before.strip() or _may_be_bullet(text, start, is_list=is_list)
        is_dash = match.group() == _EN_DASH and _CLOSING.search(text, end, end + _FAR_BEHIND) is not None
        if not (is_bullet or is_dash or _OPENS_A_RANGE.search(before)):
            found[start] = 1 if match.group() == _PLUS else -1
    for match in _minus(language).finditer(text):
        before_it = _WORD_BEFORE.search(text[max(0, match.start() - _FAR_BEFORE) : match.start()])
        if before_it is None or _may_be_followed(before_it, language):
            found[match.start()] = -1
    return found


def _may_be_bullet(text: str, start: int, *, is_list: bool) -> bool:
    """Whether a dash begins a line behind the end of a sentence, or with other lines that begin so (`is_list`); else a
    line that is too long for its page was broken before a minus.
    """
    newline = text.rfind("\n", max(0, start - _FAR_BEFORE), start)
    if newline < 0 or text[newline:start].strip():
        return False
    above = text[max(0, newline - _FAR_BEFORE) : newline].rstrip(" \t\r\u00a0")
    return is_list or not above or above[-1] in _ENDS or above[-1] == "\n"


@cache
def _minus(language: str) -> re.Pattern[str]:
    """The language's words for minus, before a blank."""
    words = "|".join(map(re.escape, sorted(number_words(language).minus)))
    return re.compile(rf"(?<!\w)(?:{words})(?=\s)" if words else "(?!)", re.IGNORECASE)


def _may_be_followed(before: re.Match[str], language: str) -> bool:
    """Whether a minus behind a word or a dash is a sign; it is none of a sum ("10 minus 5") or a phrase ("au moins").

    A dash with a gap is that of a range: "minus 10 - minus 12 degrees", and not "plus-minus 5".
    """
    word, dash, gap = before.groups("")
    if word.casefold() in number_words(language).no_minus_after:
        return False
    return bool(gap) if dash else not word[:1].isdigit()
