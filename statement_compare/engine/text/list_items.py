"""Where items of a list begin within one paragraph: on lines of their own, or counted up in one that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from statement_compare.engine.text.abbreviations import Kind, abbreviations
from statement_compare.engine.text.boundary_words import namers, own
from statement_compare.engine.text.wordlists import entries

_LINE_ITEM = re.compile(
    r"(?:\r\n?|\n)[ \t]*(?=[•⁃▪‣◦●∙■□]|[*–—-][ \t]+[^\W\d_]|\(?\d{1,2}[.)]\)?[ \t]+[^\W\d_])"
)  # fmt: skip
_RULED_LINE = re.compile(r"(?m)^[ \t]*(?:[_=*~#]{3,}|-{3,})[ \t]*(?:\r\n?|\n)")
_LIST = re.compile(r"\s*(?P<bullet>[•⁃▪‣◦●]?)\s?(?P<number>\d{1,3}|[a-y])(?P<tail>\.\)|\)|\.)\s")
# What leads in a list within a paragraph: "We state: 1. ... 2. ...", "They demand: • ... • ...".
_LEAD_IN = re.compile(r"(?<=[^\W\d_])[\"'”»)]?:\s+(?=(?:[•⁃▪‣◦●]\s?)?(?:1|a)[.)]|(?P<bullet>[•⁃▪‣◦●])\s)")
_LEAD_INS_TRIED = 4
_CLOSERS, _CLAUSE_ENDS = "\"'”“»’)]", ".!?…;:,"
_WORD = re.compile(r"[^\W_][\w'’-]*")
_FAR_BEFORE = 80


def list_items(text: str, language: str) -> Iterator[int]:
    """Offsets at which an item of a list begins, or what follows a ruled line; not in order."""
    in_list = _LINE_ITEM.match("\n" + text[:40].lstrip()) is not None
    for line in _LINE_ITEM.finditer(text):
        ended = text[max(0, line.start() - 8) : line.start()].rstrip()[-1:] in (".", ":", ";", "!", "?")
        if ended or text[line.end()] in "•⁃▪‣◦●∙■□" or (in_list and not text[line.end()].isdigit()):
            in_list = True
            yield line.end()
    yield from (ruled.end() for ruled in _RULED_LINE.finditer(text))
    first = _LIST.match(text)
    if first is not None:
        yield from _counted_up(text, first, language)
    else:
        yield from _led_in(text, language)


def _led_in(text: str, language: str) -> Iterator[int]:
    """Where the items begin that a clause with a colon leads in; nowhere where no second one follows the first."""
    for lead in islice(_LEAD_IN.finditer(text), _LEAD_INS_TRIED):
        before = text[max(0, lead.start() - _FAR_BEFORE) : lead.start()]
        if before.count("(") > before.count(")") and not lead["bullet"]:  # "the vote (yes: 1) failed"
            continue
        first = _LIST.match(text, lead.end())
        items: list[int] = []
        if first is not None:
            items = list(_counted_up(text, first, language))
            # "for two reasons: 1) cost, 2) time" is one claim, whose items are no clauses.
            if items and text[lead.end() : items[0]].rstrip().rstrip(_CLOSERS)[-1:] not in (".", ";", "!", "?"):
                continue
        elif lead["bullet"]:
            items = [each.end() for each in re.compile(rf"\s(?={lead['bullet']}\s)").finditer(text, lead.end())]
        if items:
            yield from (lead.end(), *items)
            return


def _counted_up(text: str, first: re.Match[str], language: str) -> Iterator[int]:
    """Where the items behind the first begin, each with the next number or letter."""
    grammar = ListGrammar(language)
    tail, number, at = first["tail"], first["number"], first.end()
    if not grammar.may_open(text, tail, at):
        return
    while number not in ("z", "999"):
        number = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        marker = re.compile(rf"(?<=\s){re.escape(first['bullet'])}\s?{number}{re.escape(tail)}\s")
        places = marker.finditer(text, at)
        item = next((each for each in places if grammar.is_item(text, first, at, each)), None)
        if item is None:
            return
        yield item.start()
        at = item.end()


class ListGrammar:
    """How a language tells an item ("2) The fee rose") from a number that is named ("point 2) of the order")."""

    def __init__(self, language: str) -> None:
        self.tables = abbreviations(language)
        self.small = _words("closed_words", "function_words", language) | own("ordinal_leads", language)
        self.namers = namers(language)
        self.joints = _words("amounts", "and", language)
        self.months = _words("calendar", "names", language)
        self.has_ordinals = "ordinals_have_stops" in own("traits", language)

    def may_open(self, text: str, tail: str, at: int) -> bool:
        """Whether a number at the beginning opens a list, and is no date or ordinal: "3. März", "3. bis 4. Mai"."""
        word = self.word_at(text, at)
        return not self.is_ordinal(tail) or not (word[:1].islower() or self.is_month(word))

    @staticmethod
    def word_at(text: str, at: int = 0) -> str:
        """The first word behind a place; "" where none is near."""
        found = _WORD.search(text, at, at + 40)
        return found[0] if found else ""

    def is_ordinal(self, tail: str) -> bool:
        return self.has_ordinals and tail == "."

    def is_month(self, word: str) -> bool:
        return word.lower() in self.months or Kind.MONTH in self.tables.kinds(word.lower())

    def is_item(self, text: str, first: re.Match[str], at: int, item: re.Match[str]) -> bool:
        """Whether a number with its sign begins an item: behind the end of a clause, or as the first one begins."""
        tail, follows = first["tail"], self.word_at(text, item.end())
        before = text[max(at, item.start() - _FAR_BEFORE) : item.start()]
        words, sign = before.split(), before.rstrip().rstrip(_CLOSERS)[-1:]
        if first["bullet"] or not words:
            return True
        if self.is_ordinal(tail) and self.is_month(follows):
            return False
        is_starter = self.tables.starts_sentences(follows) and follows[:1].isupper()
        if words[-1][-1] in _CLAUSE_ENDS or (sign in _CLAUSE_ENDS and words[-1][-1] != ")"):
            return self.ends_clause(words[-1], tail)
        word = words[-1].strip(_CLOSERS).lower()
        if word in self.joints and len(words) > 1:
            return not _is_marker(words[-2], tail) and (is_starter or not self.is_ordinal(tail))
        opens = self.word_at(text, first.end())
        if opens[:1].isalpha() and follows[:1].isupper() != opens[:1].isupper():
            return False
        if word in self.small or word[:1].isdigit() or self.names(words, follows):
            return False
        has_line = "\n" in before[len(before.rstrip()) :] or "\r" in before[len(before.rstrip()) :]
        return is_starter or has_line or not self.is_ordinal(tail)

    def ends_clause(self, word: str, tail: str) -> bool:
        """Whether a word with a sign ends a clause, and is no abbreviation ("Art. 2.") or another number ("1), 2)")."""
        if word.endswith("."):
            kinds = self.tables.kinds(word.strip(_CLOSERS + "(.").lower())
            return not kinds & {Kind.NUMBERED, Kind.TITLE, Kind.INNER} and word.lower() not in self.namers
        return not (word.endswith(",") and _is_marker(word[:-1], tail))

    def names(self, words: list[str], follows: str) -> bool:
        """Whether a word makes a name of the number behind it: "see Table 2. The rest", and not "the first item 2."."""
        if words[-1].lower() not in self.namers:
            return False
        is_led = len(words) > 1 and (words[-2].lower() in self.small or words[-1][0].isupper())
        return is_led or not follows[:1].isupper()


def _is_marker(word: str, tail: str) -> bool:
    """Whether a word is a number as an item has it: "1)" of "points 1) and 2)"."""
    return re.fullmatch(rf"\(?(?:\d{{1,3}}|[^\W\d_]){re.escape(tail)}?", word) is not None and (
        word.endswith(tail) or word.isdigit()
    )


@lru_cache(maxsize=256)
def _words(topic: str, table: str, language: str) -> frozenset[str]:
    return frozenset(entries(topic, table, language))
