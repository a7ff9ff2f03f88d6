"""Which line ends of a plain text are borders and which are only where the line was full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from statement_compare.engine.model import Block, BlockKind, Span
from statement_compare.engine.readers.masthead import dateline, is_form_in_stops
from statement_compare.engine.text.graphemes import is_border

_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
# A dash or bullet, "1.", "2)", "(3)", "a)", "(b)" or "iv." and then a space.
_MARKER = re.compile(
    r"(?P<bullet>[-*+•·‣◦▪●○■□–—])(?=\s)"
    r"|\(?(?P<number>\d{1,2})(?:\.\d{1,2}){0,3}[.)](?=\s)"
    r"|\((?P<letter>[^\W\d_]|[ivx]{1,4})\)(?=\s)"
    r"|(?P<bare_letter>[a-zа-я])\)(?=\s)"
)
# A dash stays a paragraph's own: direct speech begins with one in many languages.
_DRAWN_BULLET = re.compile(r"[•·‣◦▪●○■□\uf0b7\uf0a7]\s*|[-*]\s+")
_RULE = re.compile(r"[-=*_~#–—.·\s]{3,}")
# "Q:", "A:" in an interview.
_SPEAKER = re.compile(r"[^\W\d_]{1,2}:\s")
_CLOSING = "\"'”’»›)]}*_"
_TERMINAL = ".!?…。؟"
_TERMINALS = frozenset(_TERMINAL)
# A line that ends in one of these goes on in the next.
_GOES_ON_WORDS = (
    "a an the of in on at to by for with from and or nor but as that which who is are was were be been has have had "
    "its their his her our your this these those not than into per mr mrs ms dr st no "
    "и в во на по с со к о об от до за из у для что как или но а не при без под над между через г гг им "
    "және мен бен пен үшін туралы "
    "der die das den dem des ein eine einer eines und oder von vom zu zum zur mit für auf im in "
    "le la les un une des du de et ou à au aux en dans par pour sur que qui "
    "el los las del y o con por para"
)
_GOES_ON = frozenset(_GOES_ON_WORDS.split())
_WRAP_MIN, _WRAP_MAX = 45, 130
_MANY_NARROW = 4
_SHORT = 40
# Enough of a long text to see how it was written.
_SAMPLE_CHARACTERS = 1_000_000
_HEADING_CHARACTERS, _HEADING_WORDS = 120, 14


@dataclass(slots=True)
class _Line:
    """A line that is not blank: its span without outer white space, and what starts and ends it."""

    start: int
    text: str
    indent: int
    bullet: str
    number: int
    is_terminal: bool
    is_rule: bool
    ends_hard: bool
    is_cell: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        """The column it reaches to."""
        return self.indent + len(self.text)

    @property
    def first_word(self) -> str:
        return self.text.split(None, 1)[0]


def blocks_of(text: str, *, wraps: bool = True) -> tuple[Block, ...]:
    """The blocks of a plain text; `wraps=False` where the format says that every line end is meant."""
    sample = list(_groups(text[:_SAMPLE_CHARACTERS]))
    wrap = _wrap_width(sample) if wraps else 0
    uses_stops = any(line.is_terminal for group in sample for line in group)
    blocks: list[Block] = []
    # Headings stand above text; a run of short lines at the end is a name and an address.
    last_text = 0
    for lines in _blocks(text, wrap, wraps=wraps):
        kind = _kind(lines) if uses_stops else _kind_without_stops(lines)
        blocks.append(Block(kind, Span(lines[0].start, lines[-1].end)))
        if lines[-1].is_terminal or lines[0].bullet or lines[0].is_cell:
            last_text = len(blocks)
    for index in range(last_text, len(blocks)):
        if blocks[index].kind is BlockKind.HEADING and not _RULE.fullmatch(blocks[index].span.of(text)):
            blocks[index] = Block(BlockKind.PARAGRAPH, blocks[index].span)
    return tuple(blocks)


def _blocks(text: str, wrap: int, *, wraps: bool) -> Iterator[list[_Line]]:
    for group in map(_with_cells, _groups(text)):
        block = [group[0]]
        for line in group[1:]:
            if wraps and _continues(block, line, wrap):
                block.append(line)
            else:
                yield block
                block = [line]
        yield block


def _groups(text: str) -> Iterator[list[_Line]]:
    """Lines in groups that blank lines (and U+2029, which is a paragraph's end) keep apart."""
    group: list[_Line] = []
    for match in _LINE.finditer(text):
        raw, ending = match.groups()
        stripped = raw.strip()
        if stripped:
            begin = _first_character(raw)
            group.append(_line(match.start(), begin, raw[begin:].rstrip(), ending))
        if group and (not stripped or ending in ("\u2029", "\f")):
            yield group
            group = []
    if group:
        yield group


def _with_cells(group: list[_Line]) -> list[_Line]:
    """A group's lines, those of a table cut into its cells: neighbours with as many tabs, as tables are copied."""
    if not any("\t" in line.text for line in group):
        return group
    tabs = [0 if _MARKER.match(line.text) else line.text.count("\t") for line in group]
    cut: list[_Line] = []
    for index, line in enumerate(group):
        if tabs[index] and tabs[index] in (*tabs[max(0, index - 1) : index], *tabs[index + 1 : index + 2]):
            cells = re.finditer(r"[^\t]+", line.text)
            parts = [
                (cell.start() + len(cell.group()) - len(cell.group().lstrip()), cell.group().strip()) for cell in cells
            ]
            cut += [replace(line, start=line.start + at, text=part, is_cell=True) for at, part in parts if part]
        else:
            cut.append(line)
    return cut


def _first_character(raw: str) -> int:
    """Where a line begins behind its blanks; a blank with a mark on it is one character with the mark, and stays."""
    begin = len(raw) - len(raw.lstrip())
    while not is_border(raw, begin):
        begin -= 1
    return begin


def _line(start: int, indent: int, stripped: str, ending: str) -> _Line:
    marker = _MARKER.match(stripped)
    is_rule = not stripped[0].isalnum() and _RULE.fullmatch(stripped) is not None
    return _Line(
        start=start + indent,
        text=stripped,
        indent=indent,
        bullet="" if marker is None or is_rule else (marker["bullet"] or "1"),
        number=int(marker["number"]) if marker is not None and marker["number"] else 0,
        is_terminal=stripped.rstrip(_CLOSING)[-1:] in _TERMINALS,
        is_rule=is_rule,
        ends_hard=ending == "\u2028",
    )


def _goes_on_small(line: _Line) -> bool:
    """Whether a line starts as the middle of a sentence does."""
    first = line.text.lstrip("\"'“”‘’«»„([")[:1]
    return first.islower() and not line.bullet


def _wrap_width(groups: list[list[_Line]]) -> int:
    """The column at which lines were wrapped, or 0: judged by lines that plainly go on in the next one.

    Below some forty characters lines are wrapped only where text was copied out of a narrow column: then many are.
    """
    pairs = [(above, below) for group in groups for above, below in pairwise(group)]
    widths = sorted(
        above.width
        for above, below in pairs
        if not above.is_terminal and above.width <= _WRAP_MAX and _goes_on_small(below)
    )
    if len(widths) < max(_MANY_NARROW, 0.5 * len(pairs)):
        widths = [width for width in widths if width >= _WRAP_MIN]
    return widths[min(len(widths) - 1, int(len(widths) * 0.9))] if widths else 0


def _continues(block: list[_Line], line: _Line, wrap: int) -> bool:
    """Whether `line` goes on where the block's last line stopped; `wrap` is the text's wrap width or 0."""
    last = block[-1]
    # As a line's own writer would see it: would the next word have fitted above?
    fits = last.width + 1 + len(line.first_word) <= (wrap or 72)
    if last.is_rule or line.is_rule or last.is_cell or line.is_cell:
        return False
    if line.bullet:
        return not _starts_item(block, line, fits=fits)
    if fits and len(line.text) <= _SHORT and not goes_on(last.text) and dateline(line.text) is not None:
        return False  # "г. Никольск, 3 июня 2025 г." under the name of a form
    if _goes_on_small(line):
        return not last.ends_hard and not (last.text[-1] in ":;" and (fits or not wrap))
    if last.text[-1] in ",-–—(" or goes_on(last.text):
        return not (fits and last.width <= _SHORT and last.text[-1] == ",")
    if last.ends_hard or not wrap or last.width > 1.3 * wrap:
        return False
    if last.is_terminal and line.indent >= last.indent + 2 and not block[0].bullet:
        return False
    return not fits


def _starts_item(block: list[_Line], line: _Line, *, fits: bool) -> bool:
    """Whether a line that begins like a list item is one, and not a dash or figure in the middle of a sentence."""
    first, last = block[0], block[-1]
    if last.is_terminal or last.text[-1] in ":;," or fits:
        return True
    return first.bullet == line.bullet and (line.number == 0 or line.number == first.number + 1)


def _kind(lines: list[_Line]) -> BlockKind:
    """What a block is, in a text that ends its sentences with stops."""
    kind = _kind_without_stops(lines)
    if kind is not BlockKind.PARAGRAPH or len(lines) > 2:
        return kind
    text = " ".join(line.text for line in lines)
    is_heading = is_form_in_stops(text) if lines[-1].is_terminal else looks_like_heading(text)
    return BlockKind.HEADING if is_heading else kind


def _kind_without_stops(lines: list[_Line]) -> BlockKind:
    """What a block is, in a text where a missing stop says nothing: there, any line may be a sentence."""
    first = lines[0]
    if first.is_cell:
        return BlockKind.TABLE_CELL
    if first.is_rule:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if first.bullet else BlockKind.PARAGRAPH


def goes_on(line: str) -> bool:
    """Whether a line ends in a word or abbreviation behind which a sentence hardly ever ends ("of", "Mr.")."""
    return line.rsplit(None, 1)[-1].strip("\"'«»“”(.").lower() in _GOES_ON


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, no stop at its end, a capital or figure first."""
    if len(text) > _HEADING_CHARACTERS or len(text.split()) > _HEADING_WORDS or _SPEAKER.match(text):
        return False
    last = text.rstrip(_CLOSING)[-1:]
    first = text.lstrip("\"'“”‘’«»„([")[:1]
    return last not in tuple(_TERMINAL + ",;:-–—") and last != "" and not first.islower()


def split_lines(kind: BlockKind, text: str) -> list[tuple[BlockKind, str]]:
    """Text of one block of a richer format that may hold line breaks, as blocks without them.

    A heading or a cell stays one; in a paragraph a break may be meant, as in an address, or only be where a line
    was full, which is decided as in plain text.
    """
    if "\n" not in text.strip():
        bullet = _DRAWN_BULLET.match(text) if kind is BlockKind.PARAGRAPH else None
        return [(kind, text)] if bullet is None else [(BlockKind.LIST_ITEM, text[bullet.end() :])]
    if kind is not BlockKind.PARAGRAPH:
        return [(kind, text.replace("\n", " "))]
    return [(block.kind, block.span.of(text).replace("\n", " ")) for block in blocks_of(text)]
