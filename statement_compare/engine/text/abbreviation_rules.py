"""The rules that say whether a sentence ends behind an abbreviation, an initial or an ordinal.

Each answers None where it has nothing to say; `boundary_rules` asks them in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from statement_compare.engine.text.abbreviations import Kind
from statement_compare.engine.text.boundary_words import (
    has_trait,
    known,
    namers,
    own,
    owners_of_currencies,
    word_patterns,
)
from statement_compare.engine.text.candidates import Candidate

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_DECADE = re.compile(r"\d{2,4}-[^\W\d_]{1,2}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORT_WORD = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]{2,4}")


def is_inside_abbreviation(c: Candidate) -> bool | None:
    """The first stop of "т. е.", "z. B.", "U. S."."""
    if c.closers or not c.following or not c.tail.startswith("."):
        return None
    for left in _joined(c):
        joined = f"{left}.{c.following.lower()}"
        if c.tables.kinds(joined) or c.tables.has_head(joined + "."):
            return False
    return None


def is_abbreviation(c: Candidate) -> bool | None:
    if c.closers and c.closers[0] not in ")]}":
        return None
    if leads_to_place(c):
        return False
    for left in _joined(c):
        kinds = _as_written(c, left, c.tables.kinds(left))
        if kinds and c.opener.startswith("("):
            return c.next_is_starter and kinds.isdisjoint((Kind.INNER, Kind.TITLE, Kind.NUMBERED))
        if kinds and (left != c.word.lower() or not _is_capital_letter(c, kinds)):
            return _ends_behind(c, left, kinds)
    return None


def leads_to_place(c: Candidate) -> bool:
    """ "в с. Каменка", "на о. Сахалин": a small letter before a name; "10 с. Завод" and "пункт а. Завод" end."""
    if c.word not in own("place_letters", c.language) or not c.following[:1].isupper() or c.closers:
        return False
    before = c.previous.lower().strip("\"'“”«»(,")
    return before.isalpha() and before not in known("lettered") | namers(c.language) and not c.next_is_starter


def _as_written(c: Candidate, word: str, kinds: frozenset[Kind]) -> frozenset[Kind]:
    """The kinds that fit the letters: "SEC." is a name, "rep." in small letters is a word."""
    written = c.word
    if not kinds or "." in word:
        return kinds
    if len(written) > 1 and written.isupper():
        keep = {Kind.FIRM} | ({Kind.TITLE} if word in known("capital_titles") else set())
        return kinds & (keep | ({Kind.NUMBERED, Kind.MONTH} if c.next_is_figure else set()))
    if written[:1].islower() and written.isascii() and word not in known("small_titles"):
        stays = has_trait(c, "titles_stay_small") and word not in own("no_small_titles", c.language)
        drop = set() if stays else {Kind.TITLE}
        return kinds - (drop | ({Kind.MONTH} if has_trait(c, "months_have_capitals") else set()))
    return kinds


def _is_capital_letter(c: Candidate, kinds: frozenset[Kind]) -> bool:
    """Whether the word is one capital letter and so an initial or a name, not the abbreviation of the same letter."""
    if len(c.word) != 1 or not c.word.isupper():
        return False
    return not (
        (Kind.NUMBERED in kinds and c.next_is_figure) or (Kind.TITLE in kinds and has_trait(c, "letter_titles"))
    )


def is_letter_or_initial(c: Candidate) -> bool | None:
    """ "J. Smith", "А. Б. Иванов", "U.S. Midwest" go on; "Gate C. Orders" does not."""
    bare = c.word.rsplit("-", 1)[-1].lstrip(".") if "." in c.word else c.word
    lone = len(bare) == 1 and bare.isupper()
    if not lone and not (_ACRONYM.fullmatch(c.word) and c.word[-1].isupper()):
        return None
    if c.closers:
        return True
    if c.next_is_starter or (c.next_is_figure and not lone):
        return not _has_hardly_begun(c)
    if c.previous.endswith(".") and len(c.previous) == 2 and word_patterns().surname.fullmatch(c.earlier):
        return True
    if not lone and (c.previous.endswith(",") or _opens_with_verb(c)):  # "Ms. Ode, M.P.", "in the U.S. Vireo denies"
        return not _has_hardly_begun(c)
    return lone and (c.previous.lower().strip("\"'“”«»(,") in known("lettered") or c.follows_figure)


def is_ordinal(c: Candidate) -> bool | None:
    """ "am 12. Juni", "des 19. Jahrhunderts"."""
    number = c.word.lstrip("-–")
    if not number.isdigit() or len(number) > 3 or c.closers or not has_trait(c, "ordinals_have_stops"):
        return None
    if c.tables.kinds(c.following.lower()[:3]) & {Kind.MONTH} and not c.next_is_starter:
        return False
    if c.following[:1].isdigit() or c.text[c.next_at] in "-–":
        return False
    is_led = c.previous.lower() in own("ordinal_leads", c.language) or c.previous[:-1].isdigit()
    return False if is_led and not c.next_is_starter else None


def is_unknown_abbreviation(c: Candidate) -> bool | None:
    """A few consonants are a shortened word: "Hts.", "Brdg."."""
    word = c.word
    if (
        not _SHORT_WORD.fullmatch(word)
        or not word[1:].islower()
        or c.closers
        or not known("vowels").isdisjoint(word.lower())
    ):
        return None
    if c.follows_figure:
        return None
    if c.next_is_figure or _has_hardly_begun(c):
        return False
    return c.next_is_starter or c.then.islower()


def _joined(c: Candidate) -> Iterator[str]:
    """What may be the abbreviation before the stop, longest first: "и т. д" gives "т.д", then "д"."""
    word = c.word.lower()
    if not word:
        return
    if c.previous.endswith(".") and len(c.previous) <= 5:
        if c.earlier.endswith(".") and len(c.earlier) <= 3:
            yield f"{c.earlier}{c.previous}{word}".lower().lstrip("\"'«„“(")
        yield f"{c.previous}{word}".lower().lstrip("\"'«„“(")
    yield word
    if "-" in word:
        yield word.rsplit("-", 1)[1]
    else:
        yield from (tail for tail in sorted(own("compound_tails", c.language)) if word.endswith(tail))


def _ends_behind(c: Candidate, word: str, kinds: frozenset[Kind]) -> bool | None:
    """Whether a sentence ends behind a known abbreviation; None where its kinds leave that to the other rules."""
    if Kind.END in kinds and c.follows_figure:
        return _ends_behind_unit(c, word)
    for kind, ends in _BEHIND.items():
        if kind in kinds:
            return ends(c, word)
    return None


def _ends_behind_inner(_c: Candidate, _word: str) -> bool | None:
    return False


def _ends_behind_title(c: Candidate, word: str) -> bool | None:
    """ "St." is a street behind a name ("Main St. Trucks pass"), a saint before one ("in St. Ives", "Port St. Joe")."""
    if word in known("title_or_pronoun"):  # "сказано им. Суд" is a pronoun, "им. Абая" a title
        return c.next_is_starter or (len(c.following) > 2 and c.following[-1] in known("bare_endings"))
    if word not in known("streets") or not c.previous[:1].isupper() or not c.previous.isalpha():
        return False
    return c.next_is_starter or (
        c.then.islower() and c.previous.lower() not in known("name_leads") and not _has_hardly_begun(c)
    )


def _ends_behind_numbered(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure or (_ROMAN.fullmatch(c.following) and len(c.following) < 6 and c.following != "I"):
        return False
    if word in known("real_words") or c.next_is_starter:
        return True
    # "in der Lindenstr. Papst Leo" ends, "in der Lindenstr. Nr. 5" does not
    if word in own("compound_tails", c.language):
        return Kind.NUMBERED not in c.tables.kinds(c.following.lower())
    if len(word) == 1 or _ACRONYM.fullmatch(word):  # "works in H.R. Acme denies it"
        return None
    return False


def _ends_behind_month(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure or c.following in known("days_and_months"):
        return False
    return None if len(word) < 3 else True


def _ends_behind_clock(c: Candidate, _word: str) -> bool | None:
    return not (c.following in known("zones") or c.following in known("days_and_months") or _has_hardly_begun(c))


def _ends_behind_year(c: Candidate, _word: str) -> bool | None:
    """ "в 2025 г. Завод" ends; "г. Алматы" and the bare date of a caption (", 1898 г. В 1854 году") do not."""
    if not (c.follows_figure or _DECADE.fullmatch(c.previous)):
        return c.next_is_starter and len(c.following) > 1
    if _has_hardly_begun(c):
        return False
    if len(c.previous) < 3 and c.previous.isdigit():  # grams
        return True
    if c.next_is_figure:  # "в 2025 г. 92 тыс. номеров": an object is likelier than a sentence that opens with a figure
        return False
    if not has_trait(c, "year_opens_clause"):
        return True
    leads = known("year_leads")
    clause = word_patterns().clause.split(c.text[max(c.start, c.mark_at - 60) : c.mark_at])[-1].split()[:-1]
    if all(part[:1].isdigit() or part.lower() in leads for part in clause):  # "сообщил, что с 15 июня 2026 г. ФАС"
        return False
    lead = c.earlier.lower().strip('(«"')
    if Kind.MONTH in c.tables.kinds(lead.rstrip(".")):
        return True
    return lead in leads or lead[-1:].isdigit() or "-" in c.previous or "–" in c.previous


def _ends_behind_firm(c: Candidate, _word: str) -> bool | None:
    if c.next_is_starter:
        return True
    if c.following in known("offices") or c.following in known("days_and_months"):
        return False
    words = c.words_so_far()
    if words is None:
        return True
    return len(words) > 2 and not all(w[:1].isupper() or w == "&" or w in known("name_joiners") for w in words)


def _ends_behind_place(c: Candidate, _word: str) -> bool | None:
    if c.next_is_starter:
        return True
    return not (_has_hardly_begun(c) or c.next_is_figure or c.following in known("place_parts"))


def _ends_behind_unit(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure and word_patterns().smaller_unit.match(c.text, c.next_at):
        return False
    if c.following and owners_of_currencies().get(word) == c.following:
        return False
    if word in own("quantities", c.language):  # nouns have capitals: "5 Mio. Euro"
        return c.next_is_starter
    return not _has_hardly_begun(c)


def _ends_behind_end(c: Candidate, word: str) -> bool | None:
    if _ACRONYM.fullmatch(word) and word not in known("and_so_on") and not c.next_is_starter:
        return False if has_trait(c, "nouns_have_capitals") else None
    return _ends_behind_unit(c, word)


_BEHIND: dict[Kind, Callable[[Candidate, str], bool | None]] = {
    Kind.INNER: _ends_behind_inner,
    Kind.YEAR: _ends_behind_year,
    Kind.TITLE: _ends_behind_title,
    Kind.NUMBERED: _ends_behind_numbered,
    Kind.MONTH: _ends_behind_month,
    Kind.CLOCK: _ends_behind_clock,
    Kind.FIRM: _ends_behind_firm,
    Kind.PLACE: _ends_behind_place,
    Kind.END: _ends_behind_end,
}


def _opens_with_verb(c: Candidate) -> bool:
    """Whether a name and its verb follow, and the name is none that a state's letters lead to ("U.S. Navy")."""
    match = word_patterns().name_and_verb.match(c.text, c.next_at, c.next_at + 80)
    return match is not None and c.following not in known("state_parts")


def _has_hardly_begun(c: Candidate) -> bool:
    """Whether the sentence up to the stop is too little to be one: "At 5 a.m.", "The U.S."."""
    words = c.words_so_far()
    if words is None:
        return False
    opens_with_date = words[0][:1].isdigit() and len(words) <= 4
    return len(words) <= 2 or opens_with_date or (len(words) <= 5 and words[0].lower() in known("prepositions"))
