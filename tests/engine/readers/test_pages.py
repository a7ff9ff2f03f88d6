"""A page of a PDF as a picture: drawn in a process of its own, of the very file that was read, believed by count."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statement_compare.engine.place import Box
from statement_compare.engine.places import place_of
from statement_compare.engine.readers import isolation, read_bytes
from statement_compare.engine.readers.limits import Limits
from statement_compare.engine.readers.page_image import MOST_PIXELS, PageImage, drawn, image_of
from statement_compare.engine.readers.pages import page_image
from statement_compare.errors import UnreadableFileError

Pdf = Callable[..., bytes]
At = Callable[..., object]


def kept(tmp_path: Path, data: bytes) -> tuple[str, str]:
    """A file with its path and its hash."""
    path = tmp_path / "answer.pdf"
    path.write_bytes(data)
    return str(path), hashlib.sha256(data).hexdigest()


def rows_of(image: PageImage) -> list[bytes]:
    """The pixels of a PNG, row by row."""
    packed = b""
    place = 8
    while place < len(image.png):
        (length,) = struct.unpack(">I", image.png[place : place + 4])
        name, content = image.png[place + 4 : place + 8], image.png[place + 8 : place + 8 + length]
        assert struct.unpack(">I", image.png[place + 8 + length : place + 12 + length]) == (zlib.crc32(name + content),)
        packed += content if name == b"IDAT" else b""
        place += 12 + length
    rows = zlib.decompress(packed)
    stride = 1 + 3 * image.width
    return [rows[start + 1 : start + stride] for start in range(0, len(rows), stride)]


def inked(image: PageImage) -> Box:
    """The rectangle, in points of the page, outside of which all is white."""
    rows = rows_of(image)
    scale = image.page_width / image.width
    high = [number for number, row in enumerate(rows) if row.strip(b"\xff")]
    wide = [
        place // 3
        for row in rows
        for place in (len(row) - len(row.lstrip(b"\xff")), len(row.rstrip(b"\xff")))
        if row.strip(b"\xff")
    ]
    return Box(min(wide) * scale, high[0] * scale, max(wide) * scale, high[-1] * scale)


def key_of(*args: Any, **named: Any) -> str:
    with pytest.raises(UnreadableFileError) as error:
        page_image(*args, **named)
    return error.value.key


def test_a_page_is_drawn_as_wide_as_was_asked(pdf: Pdf, at: At, tmp_path: Path) -> None:
    path, sha256 = kept(tmp_path, pdf([at(60, 700, "One.")], [at(60, 700, "Two.")]))
    image = page_image(path, sha256, 2, 595)
    assert image.png.startswith(b"\x89PNG")
    assert (image.width, image.height, image.pages) == (595, 842, 2)
    assert (image.page_width, image.page_height) == (595.0, 842.0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_marked_is_what_is_drawn(pdf: Pdf, at: At, tmp_path: Path, turn: int) -> None:
    """The box that a reader gives holds all the ink of the page, however the page is turned."""
    data = pdf([at(60, 700, "The fine was paid in May.")], page_extra=f"/Rotate {turn}")
    path, sha256 = kept(tmp_path, data)
    source = read_bytes(data, name=path)
    (place,) = place_of(source, source.blocks[0].span)
    box, ink = place.lines[0].box, inked(page_image(path, sha256, 1, 1200))
    # Within a few points, since the font that stands in for the named one has widths of its own.
    assert abs(box.left - ink.left) < 10
    assert abs(box.top - ink.top) < 10
    assert (box.right - box.left > box.bottom - box.top) is (ink.right - ink.left > ink.bottom - ink.top)


def test_a_page_within_a_larger_one_is_marked_where_it_is_seen(pdf: Pdf, at: At, tmp_path: Path) -> None:
    data = pdf([at(160, 600, "The fine was paid.")], page_extra="/CropBox [100 100 495 742]")
    path, sha256 = kept(tmp_path, data)
    source = read_bytes(data, name=path)
    image = page_image(path, sha256, 1, 790)
    assert (image.page_width, image.page_height) == (395.0, 642.0)
    box, ink = source.places[0].lines[0].box, inked(image)
    assert (box.left, box.top) == pytest.approx((60, 133), abs=4)
    assert (ink.left, ink.top) == pytest.approx((box.left, box.top), abs=6)


def test_a_file_that_has_changed_is_not_drawn(pdf: Pdf, at: At, tmp_path: Path) -> None:
    path, sha256 = kept(tmp_path, pdf([at(60, 700, "One.")]))
    kept(tmp_path, pdf([at(60, 700, "Another.")]))
    assert key_of(path, sha256, 1, 300) == "file_changed"


def test_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    assert key_of(str(tmp_path / "gone.pdf"), "0" * 64, 1, 300) == "file_missing"


def test_a_file_that_is_no_pdf_or_protected_is_told_of(pdf: Pdf, at: At, tmp_path: Path) -> None:
    assert key_of(*kept(tmp_path, b"plain text"), 1, 300) == "file_damaged"
    locked = pdf(
        [at(60, 700, "One.")],
        trailer_extra="/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "x" * 32 + ") /U (" + "y" * 32 + ") /P -4 >> "
        "/ID [(a)(a)]",
    )
    assert key_of(*kept(tmp_path, locked), 1, 300) == "file_encrypted"


@pytest.mark.parametrize("page", [0, 2, -1, 10**9])
def test_a_page_that_is_not_there_is_told_of(pdf: Pdf, at: At, tmp_path: Path, page: int) -> None:
    assert key_of(*kept(tmp_path, pdf([at(60, 700, "One.")])), page, 300) == "file_without_page"


@pytest.mark.parametrize("width", [-5, 0, 10**7])
def test_a_picture_is_never_larger_than_the_most(pdf: Pdf, at: At, tmp_path: Path, width: int) -> None:
    image = page_image(*kept(tmp_path, pdf([at(60, 700, "One.")])), 1, width)
    assert 1 <= image.width <= MOST_PIXELS
    assert 1 <= image.height <= MOST_PIXELS


def test_a_page_as_narrow_as_a_thread_is_drawn(pdf: Pdf, at: At, tmp_path: Path) -> None:
    data = pdf([at(0, 700, "One.")]).replace(b"[0 0 595 842]", b"[0 0 3 14400]")
    image = page_image(*kept(tmp_path, data), 1, 800)
    assert image.height == MOST_PIXELS
    assert image.width >= 1


def test_a_child_that_takes_too_long_is_ended(
    pdf: Pdf, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "_BOOT", "import sys,time;sys.stdin.buffer.read();time.sleep(600)")
    file = kept(tmp_path, pdf([at(60, 700, "One.")]))
    assert key_of(*file, 1, 300, limits=Limits(seconds=0.3)) == "file_too_slow"


@pytest.mark.parametrize("answer", ["", "R []", 'R {"rows":"!"}', 'R {"text":"abc"}', "R nonsense"])
def test_a_child_that_answers_nonsense_is_an_error(
    pdf: Pdf, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(isolation, "_BOOT", f"import sys;sys.stdin.buffer.read();print({answer!r})")
    assert key_of(*kept(tmp_path, pdf([at(60, 700, "One.")])), 1, 300) == "file_breaks_reader"


# ---- what the process that draws may say

_ROWS = b"\0" + b"\xff" * 6


def test_a_sound_answer_is_a_picture() -> None:
    image = image_of(drawn(_ROWS * 3, 2, 3, 10.0, 15.0, 1))
    assert rows_of(image) == [b"\xff" * 6] * 3


@pytest.mark.parametrize(
    "changed",
    [
        {"width": 3},
        {"height": 2},
        {"height": 4},
        {"width": True},
        {"width": 0},
        {"height": MOST_PIXELS + 1},
        {"pages": 0},
        {"pages": "1"},
        {"page_width": float("nan")},
        {"page_width": float("inf")},
        {"page_height": 0.0},
        {"page_height": -1.0},
        {"rows": "not base64"},
        {"rows": base64.b64encode(b"not packed").decode()},
        {"rows": base64.b64encode(zlib.compress(b"\1" + _ROWS[1:] + _ROWS * 2)).decode()},
        {"rows": base64.b64encode(zlib.compress(b"\0" * 50_000_000)).decode()},
        {"rows": 7},
    ],
)
def test_an_answer_with_other_pixels_than_it_says_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        image_of(drawn(_ROWS * 3, 2, 3, 10.0, 15.0, 1) | changed)
