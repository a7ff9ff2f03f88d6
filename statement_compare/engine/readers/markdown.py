"""What Markdown's marks mean: text without them, and the headings, lists and tables that they drew."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import Place
from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Piece, Request, assemble, raised, tidy
from statement_compare.engine.readers.numbering import numbered
from statement_compare.engine.readers.paragraphs import looks_like_heading
from statement_compare.engine.text.wordlists import alternatives

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(
    r"(?P<indent>\s*)(?:[-*+]|(?P<number>\d{1,9})(?P<tail>[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(?P<text>\S.*)$"
)
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
# Of a line without the spaces at its ends.
_TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
# "[1]: http://example.org 'Title'", and no words of "[Minister]: No. We paid.": the place of a link has a sign in it.
_DEFINITION = re.compile(
    r" {0,3}\[(?!\^)[^\]]+\]:\s*(?:<[^<>]*>|(?=\S*(?:[/#@:]|\w\.[^\W\d_]))\S+)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*$"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:\s*(?P<text>.*)$")
# What a line between two "---" is made of where these hold front matter: a key, or what goes on below one.
_KEY = re.compile(r"(?P<key>[^\W\d][\w.-]*(?: {1,3}[\w.-]+)*)\s*:(?:\s+(?P<value>.*))?$")
_BELOW_KEY = re.compile(r"\s*$|\s|#|-\s|[\[\]{}]+,?\s*$")
_KEYS_READ = frozenset({"title", "date", "author"})
_MOST_ITEM_DIGITS = 3
_MOST_DAYS = 31
# "Mai 2024", "Mai:"; what only begins with the name of a month may be an item: "May Day must be free".
_DATED = re.compile(r"\w+\.?\s*(?:\d{4}\b|[:,–—-]|$)")
# How a line ends that goes on in the next: with a comma, a preposition, or a short word that is no unit of a figure:
# "bis zum", "от".
_PREPOSITIONS = alternatives("sentence_ends", "prepositions")
_UNFINISHED = re.compile(rf"(?:,|[^\W\d]\s+[^\W\d_A-ZА-ЯЁ]{{1,3}}|\s(?:{_PREPOSITIONS}))$")
_SHORT_END = re.compile(r"[^\W\d]\s+[^\W\d_A-ZА-ЯЁ]{1,3}$")
# How an event begins behind its number: with a month and a year, and the sign that parts these from the rest.
_DATE = re.compile(r"\w+\.?(?:\s*\d{4})?(?:\s*\([^()]*\))?\s*(?P<sign>[:–—-]?)")
# A line as long as this may go on in the next.
_FULL_LINE_CHARACTERS = 55
_TERMINALS = (".", "!", "?", "…", ":", ";")
_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029]")


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a text that is too long or blank, UsageError for an unknown encoding."""
    decoded = decode(data, request.encoding)
    lines = _LINE.split(_without_comments(decoded.text))
    matter, lines = _front_matter(lines)
    request.report(1, 2)
    text, blocks, places = assemble(numbered(_pieces(lines)), request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        encoding=decoded.encoding,
        encoding_guessed=decoded.is_guess,
        title=matter.get("title") or found.title,
        date=masthead.parse(matter.get("date", "")) or found.date,
        speaker=matter.get("author") or found.speaker,
        notes=decoded.notes,
        places=places,
    )


def _without_comments(text: str) -> str:
    """A text without what stands between `<!--` and `-->`; one that is never closed stays, and is looked for once."""
    parts: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[place:start])
        place = end + 3
    return "".join((*parts, text[place:]))


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The simple `key: value` lines between two `---` at the top, and the lines after them."""
    if not lines or lines[0].rstrip() != "---":
        return {}, lines
    for end, line in enumerate(lines[1:200], 1):
        if line.rstrip() in ("---", "..."):
            matter = _matter(lines[1:end])
            return ({}, lines) if matter is None else (matter, lines[end + 1 :])
    return {}, lines


def _matter(lines: list[str]) -> dict[str, str] | None:
    """What front matter says; None where the lines are a text between two rules.

    Lines of a text may read "Minister: We paid." as well: keys are in small letters, or among those that are read.
    """
    keys = [key for line in lines if not _BELOW_KEY.match(line) and (key := _KEY.match(line.rstrip()))]
    if not keys or len(keys) < sum(not _BELOW_KEY.match(line) for line in lines):
        return None
    matter = {key["key"].lower(): (key["value"] or "").strip().strip("\"'") for key in keys}
    is_small = all(key["key"].isascii() and " " not in key["key"] and key["key"][0].islower() for key in keys)
    return matter if is_small or _KEYS_READ & set(matter) else None


def _pieces(lines: list[str]) -> Iterator[Piece]:
    kind = BlockKind.PARAGRAPH
    open_lines: list[str] = []
    fence = ""
    in_table = False
    spoken, days = _spoken_numbers(lines)
    for index, line in enumerate(lines):
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            elif line.strip():
                yield Piece(BlockKind.PARAGRAPH, line.strip())
            continue
        line = _QUOTE.sub("", line, count=1)
        is_event = index in spoken and kind is BlockKind.PARAGRAPH and bool(open_lines) and _parts(open_lines, line)
        if index in days and kind is BlockKind.LIST_ITEM and open_lines and _SHORT_END.search(open_lines[-1].rstrip()):
            open_lines.append(line)
            continue
        starts = _start_of_block(line, after_text=bool(open_lines) and not is_event, kind=kind)
        if starts is not None or in_table or _begins_table(line, lines, index):
            underlined = kind is BlockKind.PARAGRAPH and starts == "setext" and _is_underlined(line, open_lines)
            yield from _closed(BlockKind.HEADING if underlined else kind, open_lines)
            kind, open_lines = BlockKind.PARAGRAPH, []
        if in_table or _begins_table(line, lines, index):
            in_table = "|" in line
            if in_table:
                if not _is_table_rule(line):
                    yield from _row(line)
                continue
        if starts == "fence":
            match = _FENCE.match(line)
            fence = match.group(1) if match else ""
        elif starts == "heading":
            yield Piece(BlockKind.HEADING, inline(_heading(line)))
        elif starts == "item":
            match = _ITEM.match(line)
            if match is None or index in spoken:
                open_lines = [line]
            else:
                kind, open_lines = BlockKind.LIST_ITEM, [line if index in days else match["text"]]
        elif starts == "footnote":
            match = _FOOTNOTE.match(line)
            open_lines = [match["text"] if match else line]
        elif starts is None:
            open_lines.append(line)
    yield from _closed(kind, open_lines)


def _start_of_block(line: str, *, after_text: bool, kind: BlockKind) -> str | None:
    """What a line starts or is; None for running text. "setext" underlines the text above it."""
    if not line.strip():
        return "blank"
    if _FENCE.match(line):
        return "fence"
    if _ATX.match(line):
        return "heading"
    if after_text and kind is BlockKind.PARAGRAPH and _SETEXT.match(line):
        return "setext"
    if _RULE.match(line):
        return "rule"
    item = _ITEM.match(line)
    # "2021. The year" in the middle of a paragraph is no item: there, only "1." may start a list.
    if item and not (after_text and kind is BlockKind.PARAGRAPH and re.match(r"\s*(?!1[.)])\d", line)):
        return "item"
    if _DEFINITION.match(line):
        return "definition"
    return "footnote" if _FOOTNOTE.match(line) else None


class _Numbered(NamedTuple):
    """A line that begins with a number: its indent and the sign behind that are the same within a list."""

    line: int
    number: int
    series: tuple[str, str]
    is_month: bool
    is_day: bool


def _spoken_numbers(lines: list[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Lines whose number belongs to the sentence: "1986. The plant was opened", "3. Mai 2024 zahlte das Werk".

    An item's number is 1, or one away from that of an item before or after it; years and days of a month are none. The
    second are items that keep their number, which may be a day: "3. Mai zahlte das Werk" at the end of a list.
    """
    spoken: set[int] = set()
    found: list[_Numbered] = []
    for index, line in enumerate(lines):
        item = _ITEM.match(_QUOTE.sub("", line, count=1))
        if item is None or item["number"] is None:
            continue
        number = int(item["number"])
        is_month = number <= _MOST_DAYS and masthead.opens_with_month(item["text"])
        if len(item["number"]) > _MOST_ITEM_DIGITS or (is_month and _DATED.match(item["text"])):
            spoken.add(index)
        else:
            is_day = is_month and masthead.opens_with_german_month(item["text"])
            found.append(_Numbered(index, number, (item["indent"], item["tail"]), is_month, is_day))
    items, amid = _items_with_months(found, lines)
    spoken |= {each.line for each in found if each.is_month} - items
    lone: set[int] = set()
    last: dict[tuple[str, str], _Numbered] = {}
    for each in found:
        if each.line in spoken:
            continue
        before = last.get(each.series)
        last[each.series] = each
        if before is not None and 0 <= each.number - before.number <= 1:
            lone.discard(before.line)
        elif each.number > 1:
            lone.add(each.line)
    # Between two items it is one, but where that above goes on in it: "ab dem", "2. Mai um 5 Prozent".
    amid = {line for line in amid if _SHORT_END.search(lines[line - 1].rstrip()) is None}
    return frozenset(spoken | lone), frozenset({each.line for each in found if each.is_day} & items - amid)


def _items_with_months(found: list[_Numbered], lines: list[str]) -> tuple[set[int], set[int]]:
    """Lines such as "2. May Day must be free", which is an item directly behind "1. Wages must rise", or before 3.

    The second are those that stand between two items.
    """
    items: set[int] = set()
    amid: set[int] = set()
    for step, order in ((1, found), (-1, found[::-1])):
        beside: dict[tuple[str, str], _Numbered] = {}
        for each in order:
            other = beside.get(each.series)
            beside[each.series] = each
            if other is None or not each.is_month or (other.is_month and other.line not in items):
                continue
            first, second = sorted((each.line, other.line))
            below_blank = dropwhile(str.strip, lines[first + 1 : second])
            if each.number == other.number + step and not any(map(str.strip, below_blank)):
                (amid if each.line in items else items).add(each.line)
    return items, amid


def _parts(lines: list[str], event: str) -> bool:
    """Whether a paragraph does not go on in a line that begins with a spoken number, but each line is of its own.

    "1986. The plant was opened" is above "1987. It was closed". "1. Mai 2024 bis" goes on in "5. Mai 2024", and so does
    "It was in the spring of" in "2021. Nobody was hurt", which is no event. A line that no stop ends goes on in what
    opens in another way than it does: "3. Mai 2024: Das Werk zahlt binnen" in "14. Tagen".
    """
    last = lines[-1].rstrip()
    number, opening = _opening(lines[0])
    if _UNFINISHED.search(last) is not None or not (number or last.endswith(":")):
        return False
    next_number, next_opening = _opening(event)
    is_alike = opening == next_opening or next_number == number + 1
    is_full = opening not in ("day:", "day-") and len(last) >= _FULL_LINE_CHARACTERS
    return last.endswith(_TERMINALS) or (is_alike and not is_full)


def _opening(line: str) -> tuple[int, str]:
    """A line's number, 0 for none, and what stands behind it: "year", "number", or "day" with the sign behind that."""
    item = _ITEM.match(line)
    if item is None or item["number"] is None:
        return 0, ""
    day = _DATE.match(item["text"]) if masthead.opens_with_month(item["text"]) else None
    name = "number" if len(item["number"]) <= _MOST_ITEM_DIGITS else "year"
    return int(item["number"]), name if day is None else f"day{day['sign'].replace('–', '-').replace('—', '-')}"


def _is_underlined(line: str, lines: list[str]) -> bool:
    """Whether lines are a heading: sentences above "---" are a text above a rule, whatever the format says."""
    return bool(lines) and (line.lstrip().startswith("=") or looks_like_heading(" ".join(map(str.strip, lines))))


def _begins_table(line: str, lines: list[str], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return "|" in line and "|" in following and _is_table_rule(_QUOTE.sub("", following, count=1))


def _is_table_rule(line: str) -> bool:
    return _TABLE_RULE.match(line.strip()) is not None


def _heading(line: str) -> str:
    """The words of "## Words ##", where the marks behind them may be missing."""
    words = line.lstrip(" ").lstrip("#").rstrip(" \t")
    without = words.rstrip("#")
    return without if without[-1:] in ("", " ", "\t") else words


def _row(line: str) -> Iterator[Piece]:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    is_first = True
    for column, cell in enumerate(map(inline, cells), 1):
        if cell:
            yield Piece(BlockKind.TABLE_CELL, cell, follows_in_row=not is_first, place=Place(column=column))
            is_first = False


def _closed(kind: BlockKind, lines: list[str]) -> Iterator[Piece]:
    if lines:
        # Two spaces or a backslash at the end ask for a line break; the sentence goes on, so a space will do.
        yield Piece(kind, inline(" ".join(re.sub(r"\\$", "", line) for line in lines)))


# ---- marks within a line

_TICKS = re.compile("`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]]+\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>@\s]+@[^<>@\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Tags that part words: "5,000<br>6,000" are two figures.
_PARTING_TAG = re.compile(
    r"(?i)</?(?:br|p|div|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|td|th|h[1-6]|hr|blockquote|pre|section|details|summary)"
    r"(?=[\s/>])[^<>]*>"
)
_SUPERSCRIPT = re.compile(r"(?i)<sup(?:\s[^<>]*)?>([^<>]*)</sup\s*>")
_EMPHASIS = (
    re.compile(r"(?P<mark>\*{1,3})(?=\S)(?P<text>[^*]+?)(?<=\S)(?P=mark)"),
    # An underscore within a word is a letter of it.
    re.compile(r"(?<!\w)(?P<mark>_{1,3})(?=\S)(?P<text>[^_]+?)(?<=\S)(?P=mark)(?!\w)"),
    re.compile(r"(?P<mark>~~)(?=\S)(?P<text>[^~]+?)(?<=\S)(?P=mark)"),
)
# Text that is to stay as it is waits in the private use area while marks are taken off, as much as there is room for.
_KEPT = 0xF0000
_MOST_KEPT = 0xFFFE


def inline(text: str) -> str:
    """A line's text without emphasis, links, images, code marks, tags and escapes."""
    kept: list[str] = []

    def keep(part: str) -> str:
        if len(kept) == _MOST_KEPT:
            return part
        kept.append(part)
        return chr(_KEPT + len(kept) - 1)

    text = "".join(char for char in text if not _KEPT <= ord(char) < _KEPT + _MOST_KEPT)
    text = _without_code_marks(text, keep)
    text = _ESCAPE.sub(lambda match: keep(match.group(1)), text)
    text = _IMAGE.sub("", text)
    text = _AUTOLINK.sub(lambda match: keep(match.group(1).removeprefix("mailto:")), text)
    text = _LINK.sub(lambda match: match["text"], text)
    text = _SUPERSCRIPT.sub(lambda match: raised(match.group(1)), _PARTING_TAG.sub(" ", text))
    text = _FOOTNOTE_MARK.sub("", _TAG.sub("", text))
    for pattern in _EMPHASIS * 2:
        text = pattern.sub(lambda match: match["text"], text)
    text = html.unescape(text)
    return tidy("".join(_put_back(char, kept) for char in text))


def _without_code_marks(text: str, keep: Callable[[str], str]) -> str:
    """A text in which each span of code has gone through `keep`, without its marks.

    A row of marks opens a span that the next row of the same length closes; without one, it is text. Each row finds the
    one that closes it without another look at the text, so that rows without a partner cost no more than others.
    """
    rows = [match.span() for match in _TICKS.finditer(text)]
    closing: dict[int, int] = {}
    later: dict[int, int] = {}
    for number in reversed(range(len(rows))):
        length = rows[number][1] - rows[number][0]
        if length in later:
            closing[number] = later[length]
        later[length] = number
    parts: list[str] = []
    place = number = 0
    while number < len(rows):
        start, inside = rows[number]
        if number in closing:
            end, behind = rows[closing[number]]
            parts += [text[place:start], keep(text[inside:end].strip())]
            place = behind
            number = closing[number]
        number += 1
    return "".join((*parts, text[place:]))


def _put_back(char: str, kept: list[str]) -> str:
    place = ord(char) - _KEPT
    return kept[place] if 0 <= place < len(kept) else char
