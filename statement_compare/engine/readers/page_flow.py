"""How the lines of pages become a document: what repeats is left out, what goes on is joined, the rest has borders."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.readers.extract import Piece, is_believed, points, tidy
from statement_compare.engine.readers.page_layout import Cell, Knots, Line
from statement_compare.engine.readers.page_segments import CELL_HYPHEN, HYPHENS, SOFT_HYPHENS
from statement_compare.engine.readers.paragraphs import goes_on, looks_like_heading

_MARGIN_SHARE = 0.12
_MARGIN_GAP = 0.6
_SAME_PLACE_POINTS = 8.0
_LEAST_REPEATS_SHARE = 0.3
_HEADING_SIZE = 1.1
_SAME_SIZE = 0.08
_NOTE_SIZE = 0.9
_PARAGRAPH_GAP = 1.25
_INDENT = 0.7
_PROSE_CHARACTERS = 40
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—\s]*(?:(?:page|p\.|seite|страница|стр\.?|с\.|бет|página)\s*)?(?P<number>\d{1,4})"
    r"(?:\s*(?:/|of|von|из|de|-бет|бет)\s*\d{0,4})?[-–—\s]*"
)
# What browsers print above and below a page: the time of printing, and its address.
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? +\d{1,2}:\d{2}\b.*|(?:https?|file)://\S+(?: +\d+/\d+)?")
_MARKER = re.compile(
    r"(?P<bullet>[•·▪●○■□◦‣–—*-])\s+|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+|\(?[a-zа-я]\)\s+|\([ivx]{1,4}\)\s+"
)
_NOTE = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†]")
_TERMINAL = ".!?…:;"
_CLOSING = "\"'”’»)]"
# First parts that keep their hyphen where a line happened to end behind it.
_KEEP_HYPHEN = frozenset(
    "non self ex vice well half long short high low full кое "
    "twenty thirty forty fifty sixty seventy eighty ninety".split()
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines in reading order, and its height in points."""

    lines: list[Line]
    height: float


def pieces_of(pages: list[Page]) -> tuple[list[Piece], bool]:
    """The document's pieces, and whether headers, footers or page numbers were left out."""
    running = _running_lines(pages)
    if all(id(line) in running for page in pages for line in page.lines):
        running = set()
    kept = [Page([line for line in page.lines if id(line) not in running], page.height) for page in pages]
    lines = [line for page in kept for line in page.lines]
    if not lines:
        return [], bool(running)
    flow = _Flow(lines)
    notes: list[Line] = []
    for page in kept:
        body, below = flow.without_notes(page.lines)
        notes += below
        flow.add(body)
    flow.end()
    flow.add(notes)
    flow.end()
    return flow.pieces, bool(running)


# ---- headers, footers, page numbers


def _running_lines(pages: list[Page]) -> set[int]:
    """The identities of lines that stand in the margin of many pages at one place, whatever figures they hold."""
    places: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in _in_margin(page):
            places[re.sub(r"\d+", "#", line.text).casefold()].append((number, line))
    running: set[int] = set()
    for found in places.values():
        middle = median(line.top for _, line in found)
        there = [(number, line) for number, line in found if abs(line.top - middle) <= _SAME_PLACE_POINTS]
        if len({number for number, _ in there}) >= max(2, _LEAST_REPEATS_SHARE * len(pages)):
            running |= {id(line) for _, line in there}
    for number, page in enumerate(pages, 1):
        lines = _in_margin(page)
        printed = [line for line in lines if _PRINTED.fullmatch(line.text)]
        for line in lines:
            match = _PAGE_NUMBER.fullmatch(line.text)
            is_number = match is not None and int(match["number"]) == number
            if is_number or any(_is_beside(line, other) for other in printed):
                running.add(id(line))
    return running


def _is_beside(line: Line, printed: Line) -> bool:
    """Whether a line stands on the printed line's own row, as the page's title does beside the time of printing.

    The height of the small print is the measure: by its own, a big headline would stand beside all that is near it.
    """
    return abs((line.top + line.bottom) - (printed.top + printed.bottom)) < printed.height


def _in_margin(page: Page) -> list[Line]:
    """Lines near the upper or lower edge that a gap keeps apart from the text."""
    top, bottom = _MARGIN_SHARE * page.height, (1 - _MARGIN_SHARE) * page.height
    clusters: list[list[Line]] = []
    lowest = 0.0
    for line in sorted(page.lines, key=lambda line: line.top):
        if clusters and line.top - lowest <= _MARGIN_GAP * line.height:
            clusters[-1].append(line)
        else:
            clusters.append([line])
        lowest = max(lowest, line.bottom)
    return [line for cluster in clusters if cluster[-1].bottom <= top or cluster[0].top >= bottom for line in cluster]


# ---- paragraphs


class _Flow:
    """Lines going by and the paragraph that is open."""

    def __init__(self, lines: list[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.height, 0)] += len(line.text)
        self._body_height = sizes.most_common(1)[0][0]
        in_body = [line for line in lines if self._is_body_size(line)]
        self._body_is_bold = sum(line.is_bold for line in in_body) > 0.5 * len(in_body)
        self._pitch = _pitch(in_body)
        self._lines = lines
        self._open: list[Line] = []
        self.pieces: list[Piece] = []

    def _is_body_size(self, line: Line) -> bool:
        return abs(line.height - self._body_height) <= max(0.75, _SAME_SIZE * self._body_height)

    def without_notes(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """A page's lines without the small print at its foot that starts as notes do, and that small print."""
        end = len(lines)
        while end and lines[end - 1].height <= _NOTE_SIZE * self._body_height and not lines[end - 1].cells:
            end -= 1
        below = lines[end:]
        if end and below and _NOTE.match(below[0].text):
            return lines[:end], below
        return lines, []

    def add(self, lines: list[Line]) -> None:
        for line in lines:
            if line.cells:
                self.end()
                for index, cell in enumerate(line.cells):
                    whole = self._cell_text(cell.text)
                    text = tidy(whole)
                    place = _place([line], _tidied(whole, text, [0]), len(text), cell)
                    self.pieces.append(Piece(BlockKind.TABLE_CELL, text, follows_in_row=index > 0, place=place))
                continue
            if self._open and not self._goes_on(line):
                self.end()
            self._open.append(line)

    def end(self) -> None:
        """Close the open paragraph."""
        if not self._open:
            return
        lines, self._open = self._open, []
        joined, starts = self._joined(lines)
        text = tidy(joined)
        starts = _tidied(joined, text, starts)
        marker = _MARKER.match(text)
        if marker is not None:
            # A bullet is drawn; a number may be spoken of.
            cut = marker.end() if marker["bullet"] else 0
            text = text[cut:]
            place = _place(lines, [start - cut for start in starts], len(text))
            self.pieces.append(Piece(BlockKind.LIST_ITEM, text, place=place))
            return
        is_large = all(line.height >= _HEADING_SIZE * self._body_height for line in lines)
        is_bold = not self._body_is_bold and all(line.is_bold for line in lines)
        is_heading = (is_large or is_bold) and looks_like_heading(text)
        kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
        self.pieces.append(Piece(kind, text, place=_place(lines, starts, len(text))))

    def _goes_on(self, line: Line) -> bool:
        """Whether a line goes on with the open paragraph."""
        last = self._open[-1]
        text = last.text.rstrip(_CLOSING)
        is_finished = text[-1:] in tuple(_TERMINAL)
        starts_small = line.text.lstrip("\"'“‘«(„")[:1].islower()
        if abs(line.height - last.height) > _SAME_SIZE * max(line.height, last.height) + 0.5:
            return False
        if line.is_bold != last.is_bold and not (starts_small and not is_finished):
            return False
        if _MARKER.match(line.text) and (is_finished or not _is_full(last, line) or _MARKER.match(self._open[0].text)):
            return False
        if last.text[-1:] in tuple(SOFT_HYPHENS):
            return True
        if line.column != last.column or line.top <= last.top:
            # The next column or page: the same paragraph only where the sentence plainly goes on.
            is_finished = is_finished and not goes_on(last.text)
            is_prose = len(self._open) > 1 or len(last.text) >= _PROSE_CHARACTERS
            may_go_on = is_prose and _is_full(last, line) and not self._is_heading_line(last)
            return not is_finished and (starts_small or may_go_on)
        if line.top - last.top > _PARAGRAPH_GAP * self._pitch_of(last):
            return False
        if self._is_heading_line(last):
            return True
        if starts_small and not is_finished:
            return True
        is_item = _MARKER.match(self._open[0].text) is not None
        indent = line.left - line.column_left
        is_indented = indent >= _INDENT * line.height and last.left - last.column_left < 0.3 * line.height
        if is_indented and not is_item and is_finished:
            return False
        return _is_full(last, line)

    def _is_heading_line(self, line: Line) -> bool:
        return line.height >= _HEADING_SIZE * self._body_height

    def _pitch_of(self, line: Line) -> float:
        """How far apart the lines of one paragraph stand at this size of font."""
        return self._pitch * max(line.height, 1.0) / max(self._body_height, 1.0)

    def _joined(self, lines: list[Line]) -> tuple[str, list[int]]:
        """The text of lines, and where in it each of them begins."""
        text = lines[0].text
        starts = [0]
        for line in lines[1:]:
            if text[-1:] and text[-1] in HYPHENS and text[-2:-1].isalpha():
                text = self._rejoined(text, line.text)
            else:
                text = text.rstrip(SOFT_HYPHENS) + " " + line.text
            starts.append(len(text) - len(line.text))
        # PDFium may take a hyphen within a line for one at its end.
        return re.sub(f"[{SOFT_HYPHENS}]", "-", text), starts

    def _cell_text(self, written: str) -> str:
        """What a cell says, whose words may be parted at the ends of its lines."""
        text, *rest = written.split(f"{CELL_HYPHEN} ")
        for below in rest:
            text = self._rejoined(f"{text}-", below) if text[-1:].isalpha() else f"{text}-{below}"
        return text

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words of the document that stand within lines; looked for where the first word was parted."""
        return _words(self._lines)

    def _rejoined(self, above: str, below: str) -> str:
        """Two lines of which the first ends in a hyphen: the word's own if the document writes it so elsewhere."""
        stem = above[:-1]
        first = re.split(r"[^\w’']", stem)[-1]
        second = re.match(r"[\w’']*", below)
        rest = second.group() if second is not None else ""
        joined, hyphened = (first + rest).casefold(), f"{first}-{rest}".casefold()
        keeps = not rest[:1].islower() or first.casefold() in _KEEP_HYPHEN
        if joined in self._words:
            keeps = False
        elif hyphened in self._words:
            keeps = True
        return f"{stem}-{below}" if keeps else stem + below


def _tidied(text: str, tidied: str, starts: list[int]) -> list[int]:
    """Where the lines of a text begin once it is tidied; white space is only ever taken away by that."""
    if len(text) == len(tidied):
        return starts
    found: list[int] = []
    kept = behind = 0
    for start in starts:
        part = text[behind:start]
        # Without the characters around it, a stretch keeps the one space that it may begin or end with.
        kept += len(tidy(f"|{part}|")) - 2
        behind = start
        found.append(kept)
    return found


def _place(lines: list[Line], starts: list[int], length: int, cell: Cell | None = None) -> Place:
    """The place of a text of `length` whose lines begin at `starts`, each offset at least as far as the one before."""
    placed: list[PlacedLine] = []
    least = 0
    for line, begin in zip(lines, starts, strict=True):
        start = min(max(begin, least), length)
        least = start
        left, right, knots = (
            (line.left, line.right, line.knots) if cell is None else (cell.left, cell.right, cell.knots)
        )
        known: Knots = ()
        if knots:
            known = tuple((begin + at, points(x)) for at, x in knots if start <= begin + at <= length)
            least = known[-1][0] if known else start
        box = Box(round(left, 1), round(line.top, 1), round(right, 1), round(line.bottom, 1))
        if not all(map(is_believed, box)):
            box = Box(*map(points, box))
        placed.append(PlacedLine(line.page, start, box, known))
    return Place(page=lines[0].page, lines=tuple(placed))


def _is_full(last: Line, line: Line) -> bool:
    """Whether the next line's first word would not have fitted: then the line ended only because it was full."""
    space = 0.25 * last.height
    return last.right + space + line.first_width > last.column_right + 0.1 * last.height


def _pitch(lines: list[Line]) -> float:
    """The distance of two lines of one paragraph: the usual one among neighbours in a column.

    Rows of tables tell it only where nothing else is there: they may stand closer.
    """
    neighbours = [
        (above, below)
        for above, below in pairwise(lines)
        if above.column == below.column and 0 < below.top - above.top < 3 * above.height
    ]
    of_prose = [
        (above, below)
        for above, below in neighbours
        if not (above.cells or below.cells) and len(above.text) >= _PROSE_CHARACTERS
    ]
    pitches = [below.top - above.top for above, below in of_prose or neighbours]
    if not pitches:
        return 1.5 * lines[0].height if lines else 1.0
    # Most lines stand within paragraphs; where most paragraphs are of one line, the nearest lines tell.
    common = Counter(round(pitch) for pitch in pitches).most_common(3)
    usual = min(pitch for pitch, count in common if count >= 0.5 * common[0][1])
    return float(max(usual, 1))


def _words(lines: list[Line]) -> frozenset[str]:
    """All words that stand within lines, with their hyphens."""
    return frozenset(_within(lines))


def _within(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        for word in line.text.casefold().split()[:-1]:
            yield word.strip(".,;:!?()«»“”\"'")
