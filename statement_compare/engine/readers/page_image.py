"""What a picture of a page is, and how one is made of what a process that drew a stranger's file says."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

MOST_PIXELS: Final = 4_000
"""The widest and the highest picture that is drawn."""

_CHANNELS: Final = 3
LONGEST_DRAWING: Final = 2 * _CHANNELS * MOST_PIXELS * MOST_PIXELS
_MOST_POINTS: Final = 1_000_000.0
_MOST_PAGES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as it is shown: `png` of `width` x `height` pixels, of a page of `page_width` x `page_height` points.

    `pages` is how many the document has.
    """

    png: bytes
    width: int
    height: int
    page_width: float
    page_height: float
    pages: int


def drawn(rows: bytes, width: int, height: int, page_width: float, page_height: float, pages: int) -> dict[str, Any]:
    """The answer of the process that draws: `rows` of three bytes a pixel, each row behind a zero byte."""
    return {
        "rows": base64.b64encode(zlib.compress(rows, 1)).decode("ascii"),
        "width": width,
        "height": height,
        "page_width": page_width,
        "page_height": page_height,
        "pages": pages,
    }


def image_of(fields: Mapping[str, Any]) -> PageImage:
    """The picture that an answer of `drawn` holds; ValueError, KeyError or TypeError for what is none.

    The process that drew may be under a stranger's control, and PNG has many parts that a program may stumble over. So
    it hands over nothing but pixels, which are counted here, and the PNG around them is this program's own.
    """
    width, height, pages = (_whole(fields[name], most) for name, most in _COUNTED.items())
    page_width, page_height = (_points(fields[name]) for name in ("page_width", "page_height"))
    packed = base64.b64decode(fields["rows"], validate=True)
    length = 1 + _CHANNELS * width
    unpacking = zlib.decompressobj()
    try:
        rows = unpacking.decompress(packed, length * height + 1)
    except zlib.error as error:
        raise ValueError("no picture") from error
    if len(rows) != length * height or any(rows[::length]):
        raise ValueError("not so many pixels")
    return PageImage(_png(rows, width, height), width, height, page_width, page_height, pages)


_COUNTED: Final = {"width": MOST_PIXELS, "height": MOST_PIXELS, "pages": _MOST_PAGES}


def _whole(value: object, most: int) -> int:
    if type(value) is not int or not 1 <= value <= most:
        raise ValueError("no count")
    return value


def _points(value: object) -> float:
    if type(value) is not float or not 0 < value <= _MOST_POINTS:
        raise ValueError("no size of a page")
    return value


def _png(rows: bytes, width: int, height: int) -> bytes:
    """PNG as the standard has it: eight bits of red, green and blue, rows that are stored as they are."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )
