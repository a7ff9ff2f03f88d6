"""The table of rules that say whether a sentence ends at a candidate.

`RULES` are asked in order; the first that speaks decides, and where none does, a stop before a gap ends the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from statement_compare.engine.text.abbreviation_rules import (
    is_abbreviation,
    is_inside_abbreviation,
    is_letter_or_initial,
    is_ordinal,
    is_unknown_abbreviation,
)
from statement_compare.engine.text.abbreviations import Kind
from statement_compare.engine.text.boundary_words import known, namers, word_patterns
from statement_compare.engine.text.candidates import Candidate

_BULLETS = "•⁃▪‣◦●∙·■□–—*-"
_ENUMERATOR = re.compile(rf"\s*[{_BULLETS}]*\s*\(?(?:\d{{1,3}}(?:\.\d{{1,2}})*|[^\W\d_]|[ivxIVX]{{1,5}})[.)]+\s*")
_FAR_BEFORE = 2000
Rule = Callable[[Candidate], bool | None]


def ends_sentence(candidate: Candidate) -> bool:
    """Whether a sentence ends at the candidate."""
    for rule in RULES:
        answer = rule(candidate)
        if answer is not None:
            return answer
    return True


def nothing_follows(c: Candidate) -> bool | None:
    return True if c.next_at >= len(c.text) else None


def stands_behind_list_number(c: Candidate) -> bool | None:
    """ "1." or "a)" at the start of a sentence is the number of a list item."""
    return False if c.end - c.start < 16 and _ENUMERATOR.fullmatch(c.text, c.start, c.end) else None


def quotes_inwards(c: Candidate) -> bool | None:
    """ "»Wir zahlten.« Er ging. »Nein.«": where marks point inwards, « closes what » opened.

    Whether they do shows in the mark before: a « behind a space is open, and what follows closes it. A » before
    a letter opens.
    """
    opens, closes = c.text[c.next_at] == "»", c.closers[:1] in ("«", "‹")
    if not (opens or closes):
        return None
    before = c.text[max(0, c.mark_at - _FAR_BEFORE) : c.mark_at]
    last = max(before.rfind("«"), before.rfind("»")) if opens or c.closers[0] == "«" else before.rfind("›")
    led = last <= 0 or before[last - 1].isspace() or before[last - 1] in "([{–—"
    if closes:
        return None if last >= 0 and before[last] != "«" and led else False
    is_open = last >= 0 and before[last] == "«" and led
    return None if c.following and c.opener == "»" and not is_open else False


def goes_on_with_punctuation(c: Candidate) -> bool | None:
    if c.text[c.next_at] in ",;:)]}%&/+=…" or (c.text[c.next_at] == "№" and c.is_in_brackets):
        return False
    return False if c.text[c.next_at] in ".!?" and not c.text.startswith((".", "..."), c.next_at) else None


def goes_on_behind_dash(c: Candidate) -> bool | None:
    """A dash leads to who said it ("...! - said he"), unless a capital follows outside of an open quotation."""
    if c.text[c.next_at] not in "–—-―":
        return None
    rest = c.text[c.next_at : c.next_at + 8].lstrip("–—-― \xa0")
    if rest[:1].islower() or not rest:
        return False
    said = c.text[max(c.start, c.next_at - 2000) : c.end]
    if said.count("«") > said.count("»") or said.count("„") > said.count("“"):
        return False
    if rest[:1].isdigit() and c.word[-1:].isdigit():
        return False
    return None


def leads_to_figure(c: Candidate) -> bool | None:
    """ "We paid.1 It", "We paid.(1) It" end with the mark of a note; "fig.1 The" and "No.7 The" name a number."""
    if not c.closers.strip("()").isdecimal():
        return None
    word = c.word.lower()
    if len(word) < 2 or c.tables.kinds(word) or word in namers(c.language) or not c.following[:1].isupper():
        return False
    is_word = len(word) > 3 and (c.word.islower() or c.closers[0] == "(")
    return None if is_word or c.next_is_starter else False


def asks_in_single_words(c: Candidate) -> bool | None:
    """ "who? what?": a chain of questions of one word each, in small letters."""
    return True if c.mark == "?" and c.tail.startswith("?") and c.following.islower() and not c.closers else None


def is_written_without_capitals(c: Candidate) -> bool | None:
    """A writer who opened this sentence with a small letter opens the next one so, too."""
    if c.closers or not c.following[:1].islower() or not c.word.isalpha() or len(c.word) < 3:
        return None
    first = next((letter for letter in c.text[c.start : c.start + 20] if letter.isalnum()), "")
    if not first.islower() or c.tables.kinds(c.word.lower()) or known("vowels").isdisjoint(c.word.lower()):
        return None
    return True


def is_sign_of_name(c: Candidate) -> bool | None:
    """ "The Jeopardy! host", "the Yahoo! Inc. deal"; "He left Yahoo! The deal" ends."""
    if c.mark != "!" or c.closers or c.opener or c.word.lower() not in known("marked_names"):
        return None
    is_firm = c.tail.startswith(".") and Kind.FIRM in c.tables.kinds(c.following.lower())
    return False if c.following[:1].islower() or is_firm else None


def goes_on_in_small_letters(c: Candidate) -> bool | None:
    if not c.following[:1].islower() or c.following[1:2].isupper():
        return None
    if c.mark[0] in "!?" and not c.closers:
        return c.is_proposed
    return False


def names_who_said_it(c: Candidate) -> bool | None:
    """ "Why now?" Smith asked."""
    if (
        c.mark[-1] in "!?"
        and c.closers
        and not c.opener
        and word_patterns().said.match(c.text, c.next_at, c.next_at + 90)
    ):
        return False
    return None


def cites_behind_quotation(c: Candidate) -> bool | None:
    """ "..." (Smith 55). belongs together: the stop stands behind the bracket."""
    if not c.opener.startswith("(") or not c.closers:
        return None
    close = c.text.find(")", c.next_at, c.next_at + 60)
    return False if close > 0 and c.text[close + 1 : close + 2] == "." else None


def leaves_words_out(c: Candidate) -> bool | None:
    """ "[...]" and "(...)" stand for words left out; they end nothing."""
    if len(c.mark) > 1 or c.mark == "…":
        opened = c.text[max(0, c.mark_at - 1) : c.mark_at]
        if opened in ("[", "(") and c.closers[:1] in ("]", ")") and len(c.mark.replace(" ", "")) <= 3:
            return None if c.mark_at - 1 <= c.start else False
    return None


def trails_off(c: Candidate) -> bool | None:
    """Three dots set apart by spaces (". . .") stand for words left out; with a fourth the sentence ends."""
    return False if c.mark == ". . ." and c.text[max(c.start, c.mark_at - 1)].isspace() else None


def is_no_plain_stop(c: Candidate) -> bool | None:
    return None if c.is_plain_stop else True


RULES: tuple[Rule, ...] = (
    nothing_follows,
    stands_behind_list_number,
    quotes_inwards,
    goes_on_with_punctuation,
    goes_on_behind_dash,
    leads_to_figure,
    asks_in_single_words,
    is_written_without_capitals,
    is_sign_of_name,
    goes_on_in_small_letters,
    names_who_said_it,
    cites_behind_quotation,
    leaves_words_out,
    trails_off,
    is_no_plain_stop,
    is_inside_abbreviation,
    is_abbreviation,
    is_letter_or_initial,
    is_ordinal,
    is_unknown_abbreviation,
)
