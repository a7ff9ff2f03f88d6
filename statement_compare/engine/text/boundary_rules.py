"""The table of rules that say whether a sentence ends at a candidate.

`RULES` are asked in order; the first that speaks decides, and where none does, a stop before a gap ends the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from statement_compare.engine.language import keyed, patterns
from statement_compare.engine.text.abbreviations import Kind
from statement_compare.engine.text.candidates import Candidate
from statement_compare.engine.text.wordlists import EVERYWHERE, LANGUAGES, alternatives, entries, joined

_TOPIC: Final = "sentence_ends"

_BULLETS = "•⁃▪‣◦●∙·■□–—*-"
_ENUMERATOR = re.compile(rf"\s*[{_BULLETS}]*\s*\(?(?:\d{{1,3}}(?:\.\d{{1,2}})*|[^\W\d_]|[ivxIVX]{{1,5}})[.)]+\s*")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORT_WORD = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]{2,4}")


@cache
def _known(table: str) -> frozenset[str]:
    """The words of a table in all languages: names of people, places and companies stand in every language's press."""
    return frozenset(joined(_TOPIC, table, (*LANGUAGES, EVERYWHERE)))


@lru_cache(maxsize=256)
def _own(table: str, language: str) -> frozenset[str]:
    """The words of a table in one language."""
    return frozenset(entries(_TOPIC, table, language))


def _has(c: Candidate, trait: str) -> bool:
    """Whether something is so of the language ("ordinals_have_stops"); its tables tell."""
    return trait in _own("traits", c.language)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of the words of all languages: a text is cut before the language of each sentence is known."""

    name_and_verb: re.Pattern[str]
    said: re.Pattern[str]
    smaller_unit: re.Pattern[str]
    surname: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    verbs, said = alternatives(_TOPIC, "name_verbs"), alternatives(_TOPIC, "said")
    return _Patterns(
        name_and_verb=re.compile(rf"[^\W\d_][\w.’'-]*(?: [A-Z][\w’'-]*)?\s+(?:{verbs})\b"),
        said=re.compile(rf"(?:[^\W\d_][\w.’'-]*,?\s+){{1,4}}?(?:{said})\b"),
        smaller_unit=re.compile(rf"\d+\s*(?:{alternatives(_TOPIC, 'smaller_units')})"),
        surname=re.compile("|".join(patterns(_TOPIC, "surnames").values())),
        clause=re.compile(rf"[,;:]|\b(?:{alternatives(_TOPIC, 'clause_words')})\b"),
    )


@cache
def _owners_of_currencies() -> dict[str, str]:
    """Of all languages, as `_patterns`: "долл. США"."""
    return {currency: owner for table in keyed(_TOPIC, "currency_of").values() for currency, owner in table.items()}


Rule = Callable[[Candidate], bool | None]


def ends_sentence(candidate: Candidate) -> bool:
    """Whether a sentence ends at the candidate."""
    for rule in RULES:
        answer = rule(candidate)
        if answer is not None:
            return answer
    return True


# --- rules, in the order in which they are asked -------------------------------------------------------------------


def nothing_follows(c: Candidate) -> bool | None:
    return True if c.next_at >= len(c.text) else None


def stands_behind_list_number(c: Candidate) -> bool | None:
    """ "1." or "a)" at the start of a sentence is the number of a list item."""
    return False if c.end - c.start < 16 and _ENUMERATOR.fullmatch(c.text, c.start, c.end) else None


def goes_on_with_punctuation(c: Candidate) -> bool | None:
    if c.text[c.next_at] in ",;:)]}»%&/+=…" or (c.text[c.next_at] == "№" and c.is_in_brackets):
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


def asks_in_single_words(c: Candidate) -> bool | None:
    """ "who? what?": a chain of questions of one word each, in small letters."""
    return True if c.mark == "?" and c.tail.startswith("?") and c.following.islower() and not c.closers else None


def is_written_without_capitals(c: Candidate) -> bool | None:
    """A writer who opened this sentence with a small letter opens the next one so, too."""
    if c.closers or not c.following[:1].islower() or not c.word.isalpha() or len(c.word) < 3:
        return None
    first = next((letter for letter in c.text[c.start : c.start + 20] if letter.isalnum()), "")
    if not first.islower() or c.tables.kinds(c.word.lower()) or _known("vowels").isdisjoint(c.word.lower()):
        return None
    return True


def goes_on_in_small_letters(c: Candidate) -> bool | None:
    if not c.following[:1].islower() or c.following[1:2].isupper():
        return None
    if c.mark[0] in "!?" and not c.closers:
        return c.is_proposed
    return False


def names_who_said_it(c: Candidate) -> bool | None:
    """ "Why now?" Smith asked."""
    if c.mark[-1] in "!?" and c.closers and not c.opener and _patterns().said.match(c.text, c.next_at, c.next_at + 90):
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
    for left in _joined(c):
        kinds = _as_written(c, left, c.tables.kinds(left))
        if kinds and c.opener.startswith("("):
            return c.next_is_starter and kinds.isdisjoint((Kind.INNER, Kind.TITLE, Kind.NUMBERED))
        if kinds and (left != c.word.lower() or not _is_capital_letter(c, kinds)):
            return _ends_behind(c, left, kinds)
    return None


def _as_written(c: Candidate, word: str, kinds: frozenset[Kind]) -> frozenset[Kind]:
    """The kinds that fit the letters: "SEC." is a name, "rep." in small letters is a word."""
    written = c.word
    if not kinds or "." in word:
        return kinds
    if len(written) > 1 and written.isupper():
        keep = {Kind.FIRM} | ({Kind.TITLE} if word in _known("capital_titles") else set())
        return kinds & (keep | ({Kind.NUMBERED, Kind.MONTH} if c.next_is_figure else set()))
    if written[:1].islower() and written.isascii() and word not in _known("small_titles"):
        stays = _has(c, "titles_stay_small") and word not in _own("no_small_titles", c.language)
        drop = set() if stays else {Kind.TITLE}
        return kinds - (drop | ({Kind.MONTH} if _has(c, "months_have_capitals") else set()))
    return kinds


def _is_capital_letter(c: Candidate, kinds: frozenset[Kind]) -> bool:
    """Whether the word is one capital letter and so an initial or a name, not the abbreviation of the same letter."""
    if len(c.word) != 1 or not c.word.isupper():
        return False
    return not ((Kind.NUMBERED in kinds and c.next_is_figure) or (Kind.TITLE in kinds and _has(c, "letter_titles")))


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
    if c.previous.endswith(".") and len(c.previous) == 2 and _patterns().surname.fullmatch(c.earlier):
        return True
    if not lone and (c.previous.endswith(",") or _opens_with_verb(c)):  # "Ms. Ode, M.P.", "in the U.S. Vireo denies"
        return not _has_hardly_begun(c)
    return lone and (c.previous.lower().strip("\"'“”«»(,") in _known("lettered") or c.follows_figure)


def is_ordinal(c: Candidate) -> bool | None:
    """ "am 12. Juni", "des 19. Jahrhunderts"."""
    number = c.word.lstrip("-–")
    if not number.isdigit() or len(number) > 3 or c.closers or not _has(c, "ordinals_have_stops"):
        return None
    if c.tables.kinds(c.following.lower()[:3]) & {Kind.MONTH} and not c.next_is_starter:
        return False
    if c.following[:1].isdigit() or c.text[c.next_at] in "-–":
        return False
    is_led = c.previous.lower() in _own("ordinal_leads", c.language) or c.previous[:-1].isdigit()
    return False if is_led and not c.next_is_starter else None


def is_unknown_abbreviation(c: Candidate) -> bool | None:
    """A few consonants are a shortened word: "Hts.", "Brdg."."""
    word = c.word
    if (
        not _SHORT_WORD.fullmatch(word)
        or not word[1:].islower()
        or c.closers
        or not _known("vowels").isdisjoint(word.lower())
    ):
        return None
    if c.follows_figure:
        return None
    if c.next_is_figure or _has_hardly_begun(c):
        return False
    return c.next_is_starter or c.then.islower()


RULES: tuple[Rule, ...] = (
    nothing_follows,
    stands_behind_list_number,
    goes_on_with_punctuation,
    goes_on_behind_dash,
    asks_in_single_words,
    is_written_without_capitals,
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
        yield from (tail for tail in sorted(_own("compound_tails", c.language)) if word.endswith(tail))


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
    if word in _known("title_or_pronoun"):  # "сказано им. Суд" is a pronoun, "им. Абая" a title
        return c.next_is_starter or (len(c.following) > 2 and c.following[-1] in _known("bare_endings"))
    if word not in _known("streets") or not c.previous[:1].isupper() or not c.previous.isalpha():
        return False
    return c.next_is_starter or (
        c.then.islower() and c.previous.lower() not in _known("name_leads") and not _has_hardly_begun(c)
    )


def _ends_behind_numbered(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure or (_ROMAN.fullmatch(c.following) and len(c.following) < 6 and c.following != "I"):
        return False
    if word in _known("real_words") or c.next_is_starter:
        return True
    # "in der Lindenstr. Papst Leo" ends, "in der Lindenstr. Nr. 5" does not
    if word in _own("compound_tails", c.language):
        return Kind.NUMBERED not in c.tables.kinds(c.following.lower())
    if len(word) == 1:
        return None
    return False


def _ends_behind_month(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure or c.following in _known("days_and_months"):
        return False
    return None if len(word) < 3 else True


def _ends_behind_clock(c: Candidate, _word: str) -> bool | None:
    return not (c.following in _known("zones") or c.following in _known("days_and_months") or _has_hardly_begun(c))


def _ends_behind_year(c: Candidate, _word: str) -> bool | None:
    """ "в 2025 г. Завод" ends; "г. Алматы" and the bare date of a caption (", 1898 г. В 1854 году") do not."""
    if not c.follows_figure:
        return c.next_is_starter and len(c.following) > 1
    if _has_hardly_begun(c):
        return False
    if len(c.previous) < 3 and c.previous.isdigit():  # grams
        return True
    if c.next_is_figure:  # "в 2025 г. 92 тыс. номеров": an object is likelier than a sentence that opens with a figure
        return False
    if not _has(c, "year_opens_clause"):
        return True
    leads = _known("year_leads")
    clause = _patterns().clause.split(c.text[max(c.start, c.mark_at - 60) : c.mark_at])[-1].split()[:-1]
    if all(part[:1].isdigit() or part.lower() in leads for part in clause):  # "сообщил, что с 15 июня 2026 г. ФАС"
        return False
    lead = c.earlier.lower().strip('(«"')
    if Kind.MONTH in c.tables.kinds(lead.rstrip(".")):
        return True
    return lead in leads or lead[-1:].isdigit() or "-" in c.previous or "–" in c.previous


def _ends_behind_firm(c: Candidate, _word: str) -> bool | None:
    if c.next_is_starter:
        return True
    if c.following in _known("offices") or c.following in _known("days_and_months"):
        return False
    words = c.words_so_far()
    if words is None:
        return True
    return len(words) > 2 and not all(w[:1].isupper() or w == "&" or w in _known("name_joiners") for w in words)


def _ends_behind_place(c: Candidate, _word: str) -> bool | None:
    if c.next_is_starter:
        return True
    return not (_has_hardly_begun(c) or c.next_is_figure or c.following in _known("place_parts"))


def _ends_behind_unit(c: Candidate, word: str) -> bool | None:
    if c.next_is_figure and _patterns().smaller_unit.match(c.text, c.next_at):
        return False
    if c.following and _owners_of_currencies().get(word) == c.following:
        return False
    if word in _own("quantities", c.language):  # nouns have capitals: "5 Mio. Euro"
        return c.next_is_starter
    return not _has_hardly_begun(c)


def _ends_behind_end(c: Candidate, word: str) -> bool | None:
    if _ACRONYM.fullmatch(word) and word not in _known("and_so_on") and not c.next_is_starter:
        return False if _has(c, "nouns_have_capitals") else None
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
    match = _patterns().name_and_verb.match(c.text, c.next_at, c.next_at + 80)
    return match is not None and c.following not in _known("state_parts")


def _has_hardly_begun(c: Candidate) -> bool:
    """Whether the sentence up to the stop is too little to be one: "At 5 a.m.", "The U.S."."""
    words = c.words_so_far()
    if words is None:
        return False
    opens_with_date = words[0][:1].isdigit() and len(words) <= 4
    return len(words) <= 2 or opens_with_date or (len(words) <= 5 and words[0].lower() in _known("prepositions"))
