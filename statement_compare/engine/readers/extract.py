"""What a format's reader hands on: text with its borders, and what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from statement_compare.engine.model import Block, BlockKind, Span
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.limits import DEFAULT_LIMITS, Limits
from statement_compare.engine.readers.paragraphs import looks_like_heading


@dataclass(frozen=True, slots=True)
class Extract:
    """The outcome of one format's reader; `blocks` as in `Source`, `notes` are keys of `notes.NOTES`."""

    text: str
    blocks: tuple[Block, ...]
    encoding: str = ""
    encoding_guessed: bool = False
    title: str = ""
    date: date | None = None
    speaker: str = ""
    notes: tuple[str, ...] = ()


def to_plain(extract: Extract) -> dict[str, Any]:
    """The fields of an extract in values that JSON has, as `from_plain` takes them."""
    found = {field.name: (field.type, getattr(extract, field.name)) for field in fields(extract)}
    return {name: _PLAIN.get(str(kind), _as_it_is)(value) for name, (kind, value) in found.items()}


def from_plain(plain: Mapping[str, Any]) -> Extract:
    """The extract that `to_plain` wrote; ValueError, KeyError, TypeError or AttributeError for what is none."""
    return Extract(**{field.name: _MADE[str(field.type)](plain[field.name]) for field in fields(Extract)})


def _as_it_is(value: object) -> object:
    return value


# By the type of a field: how it is written, where JSON does not have it, and how it is made again.
_PLAIN: Final[Mapping[str, Callable[[Any], object]]] = {
    "tuple[Block, ...]": lambda blocks: [(block.kind.value, block.span.start, block.span.end) for block in blocks],
    "date | None": lambda day: day.isoformat() if day else "",
}
_MADE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "str": str,
    "bool": bool,
    "tuple[str, ...]": lambda words: tuple(map(str, words)),
    "tuple[Block, ...]": lambda blocks: tuple(
        Block(BlockKind(kind), Span(int(start), int(end))) for kind, start, end in blocks
    ),
    "date | None": lambda day: date.fromisoformat(day) if day else None,
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
    """One block of a document that is put together anew; `follows_in_row` says that it is the next cell of a row."""

    kind: BlockKind
    text: str
    follows_in_row: bool = False


_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def tidy(text: str) -> str:
    """Running text without the white space of its markup; no-break spaces stay, invisible characters go."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()


_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def raised(text: str) -> str:
    """Superscript figures as characters of their own, so that "2021" and the mark of note 1 never make "20211"."""
    return text.translate(_RAISED) if text.strip().strip("+-").isdecimal() else text


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


def assemble(pieces: Iterable[Piece], limits: Limits = DEFAULT_LIMITS) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks of a document: an empty line between blocks, a tab between the cells of one row."""
    parts: list[str] = []
    blocks: list[Block] = []
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
        before = piece
    if not blocks:
        raise Refusal("file_without_text")
    return "".join(parts) + "\n", tuple(blocks)


def _separator(before: Piece, piece: Piece) -> str:
    if piece.follows_in_row:
        return "\t"
    same_list = before.kind is piece.kind and piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
    return "\n" if same_list else "\n\n"
