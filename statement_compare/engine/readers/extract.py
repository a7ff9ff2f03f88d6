"""What a format's reader hands on: text with its borders, and what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from statement_compare.engine.model import Block, BlockKind, Span
from statement_compare.engine.place import NOWHERE, Box, Place, PlacedLine
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.limits import DEFAULT_LIMITS, Limits
from statement_compare.engine.readers.paragraphs import looks_like_heading


@dataclass(frozen=True, slots=True)
class Extract:
    """The outcome of one format's reader; `blocks` and `places` as in `Source`, `notes` are keys of `notes.NOTES`."""

    text: str
    blocks: tuple[Block, ...]
    encoding: str = ""
    encoding_guessed: bool = False
    title: str = ""
    date: date | None = None
    speaker: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def to_plain(extract: Extract) -> dict[str, Any]:
    """The fields of an extract in values that JSON has, as `from_plain` takes them."""
    found = {field.name: (field.type, getattr(extract, field.name)) for field in fields(extract)}
    return {name: _PLAIN.get(str(kind), _as_it_is)(value) for name, (kind, value) in found.items()}


def from_plain(plain: Mapping[str, Any]) -> Extract:
    """The extract that `to_plain` wrote; ValueError, KeyError, TypeError or AttributeError for what is none."""
    return Extract(**{field.name: _MADE[str(field.type)](plain[field.name]) for field in fields(Extract)})


def _as_it_is(value: object) -> object:
    return value


# More than this is counted, or measured in points, in no document: a page of PDF reaches to 14,400 points.
_MOST_COUNTED = 100_000_000
_FARTHEST = 100_000.0


def is_believed(points: float) -> bool:
    """Whether a distance may be one on a page: neither endless, nor beyond any page, nor no number at all."""
    return -_FARTHEST <= points <= _FARTHEST


def points(value: float) -> float:
    """A distance to a tenth of a point, within what is believed: a page may claim to be of any size."""
    return min(max(round(value, 1), -_FARTHEST), _FARTHEST) if value == value else 0.0


def _plain_place(place: Place) -> list[object]:
    return [place.page, place.paragraph, place.table, place.row, place.column, list(map(_plain_line, place.lines))]


def _plain_line(line: PlacedLine) -> list[float]:
    box = line.box
    knots = [number for knot in line.knots for number in knot]
    return [line.page, line.start, box.left, box.top, box.right, box.bottom, *knots]


def _place(plain: Any) -> Place:
    *counted, lines = plain
    page, paragraph, table, row, column = map(_count, counted)
    if not any(counted) and not lines:
        return NOWHERE
    return Place(page, paragraph, table, row, column, tuple(map(_line, lines)))


def _line(plain: Any) -> PlacedLine:
    page, start, left, top, right, bottom, *rest = plain
    knots = tuple(zip(map(_count, rest[::2]), map(_points, rest[1::2]), strict=True))
    return PlacedLine(_count(page), _count(start), Box(*map(_points, (left, top, right, bottom))), knots)


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST_COUNTED:
        raise ValueError("no count")
    return value


def _points(value: object) -> float:
    if type(value) is not float or not is_believed(value):
        raise ValueError("no distance")
    return value


# By the type of a field: how it is written, where JSON does not have it, and how it is made again.
_PLAIN: Final[Mapping[str, Callable[[Any], object]]] = {
    "tuple[Block, ...]": lambda blocks: [(block.kind.value, block.span.start, block.span.end) for block in blocks],
    "date | None": lambda day: day.isoformat() if day else "",
    "tuple[Place, ...]": lambda places: list(map(_plain_place, places)),
}
_MADE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "str": str,
    "bool": bool,
    "tuple[str, ...]": lambda words: tuple(map(str, words)),
    "tuple[Block, ...]": lambda blocks: tuple(
        Block(BlockKind(kind), Span(int(start), int(end))) for kind, start, end in blocks
    ),
    "date | None": lambda day: date.fromisoformat(day) if day else None,
    "tuple[Place, ...]": lambda places: tuple(map(_place, places)),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What a reader is asked beside the bytes. `report(done, total)` says how far it is, in pages or parts.

    `alarm(seconds)` ends the reader's process where native code takes longer than that; 0 calls it off.
    """

    encoding: str = ""
    limits: Limits = DEFAULT_LIMITS
    report: Callable[[int, int], None] = lambda _done, _total: None
    alarm: Callable[[float], None] = lambda _seconds: None


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a document that is put together anew; `follows_in_row` says that it is the next cell of a row.

    The lines of its `place` start at offsets in `text`.
    """

    kind: BlockKind
    text: str
    follows_in_row: bool = False
    place: Place = NOWHERE


_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def tidy(text: str) -> str:
    """Running text without the white space of its markup; no-break spaces stay, invisible characters go."""
    # Most text is tidy: what may be printed holds neither invisible characters nor white space other than spaces.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()


LEAST_RAISED: Final = 4
"""By how many half points a word is set higher at least that is no part of its line: a figure so is a superscript."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGN_RAISED: Final = {"": "", "+": "⁺", **dict.fromkeys("-\N{MINUS SIGN}\N{EN DASH}", "⁻")}
# A power, or the mark of a note or of several: "6", "−6", "2+", "1,2", "3)". Neither "th" nor the cents of "99.50".
_SUPERSCRIPT: Final = re.compile(r"(\s*)([+\-−–]?)([0-9]+(?:[,;–-]\s?[0-9]{1,2})*[)*]?)([+\-−–]?)(\s*)")


def raised(text: str) -> str:
    """Superscript figures as characters of their own, so that "2021" and the mark of note 1 never make "20211"."""
    if text == "\N{MINUS SIGN}":
        return _SIGN_RAISED[text]
    if (match := _SUPERSCRIPT.fullmatch(text)) is None:
        return text
    before, sign, figures, charge, after = match.groups()
    return f"{before}{_SIGN_RAISED[sign]}{figures.translate(_RAISED)}{_SIGN_RAISED[charge]}{after}"


@dataclass(slots=True)
class HigherRuns:
    """Which runs of a paragraph that are set higher than its line are superscripts: those directly behind a word.

    "10" and a "6" set higher are 10⁶. "It paid 500 tenge", with the 500 set higher, is from a form or a converted page,
    whose words were moved to where they had stood.
    """

    _is_at_word: bool | None = None

    def is_raised(self, before: str, text: str, *, is_higher: bool) -> bool:
        """Asked of each run in turn, with what stands before it; a run goes with the one before that is set higher."""
        if not is_higher:
            self._is_at_word = None
        elif self._is_at_word is None and text:
            self._is_at_word = before[-1:].strip() != "" and text[:1].strip() != ""
        return is_higher and self._is_at_word is True


def with_bold_headings(pieces: list[Piece], bold: set[str]) -> list[Piece]:
    """Short paragraphs all in bold, above ordinary text, as headings: that is how most writers make them."""
    if all(piece.text in bold for piece in pieces if piece.kind is BlockKind.PARAGRAPH):
        return pieces
    return [
        replace(piece, kind=BlockKind.HEADING)
        if piece.kind is BlockKind.PARAGRAPH
        and piece.text in bold
        and looks_like_heading(piece.text)
        and piece is not pieces[-1]
        else piece
        for piece in pieces
    ]


def assemble(
    pieces: Iterable[Piece], limits: Limits = DEFAULT_LIMITS
) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """Text, blocks and their places: an empty line between blocks, a tab between the cells of one row."""
    parts: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    length = 0
    before: Piece | None = None
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        separator = "" if before is None else _separator(before, piece)
        parts += [separator, text]
        start = length + len(separator)
        length = start + len(text)
        if length > limits.text_characters:
            raise Refusal("file_too_long", limit=f"{limits.text_characters:,}")
        blocks.append(Block(piece.kind, Span(start, length)))
        places.append(_shifted(piece.place, start) if piece.place.lines else piece.place)
        before = piece
    if not blocks:
        raise Refusal("file_without_text")
    return "".join(parts) + "\n", tuple(blocks), tuple(places) if any(each != NOWHERE for each in places) else ()


def _shifted(place: Place, by: int) -> Place:
    lines = (
        PlacedLine(line.page, line.start + by, line.box, tuple((at + by, x) for at, x in line.knots))
        for line in place.lines
    )
    return replace(place, lines=tuple(lines))


def _separator(before: Piece, piece: Piece) -> str:
    if piece.follows_in_row:
        return "\t"
    same_list = before.kind is piece.kind and piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
    return "\n" if same_list else "\n\n"
