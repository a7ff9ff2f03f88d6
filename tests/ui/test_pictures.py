"""The window is compared with kept pictures of it, in light, dark and high contrast.

Bundled fonts, a screen of 96 dots an inch and no fonts of the system make them the same on every machine with Linux;
where Qt has another minor version than the one they were taken with, glyphs and lines may lie a pixel off, so that the
comparison is left out there. What depends on a window manager (the bar with the title) and menus that hang from the bar
are in no picture. `make screenshots` takes the kept ones anew; look at them before they are committed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pictures
import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QColor, QImage, QPainter

Pixels = npt.NDArray[np.float64]
BLOCK = 8
MOST = 4.0
"""By how much the colour of a block of pixels may differ, of 255; smoothing of edges differs by less in the mean."""
FAILED = Path(__file__).resolve().parent.parent.parent / "build" / "pictures"
NAMES = sorted(path.stem for path in pictures.KEPT.glob("*.png"))
VERSION = (pictures.KEPT / "qt-version.txt").read_text(encoding="utf-8").strip()
is_comparable = sys.platform == "linux" and qVersion().split(".")[:2] == VERSION.split(".")[:2]
compared = pytest.mark.skipif(not is_comparable, reason=f"the pictures were taken with Qt {VERSION} on Linux")


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures of the window as it is now."""
    folder, scratch = tmp_path_factory.mktemp("pictures"), tmp_path_factory.mktemp("scratch")
    command = [sys.executable, pictures.__file__, str(folder)]
    ran = subprocess.run(
        command, env=pictures.environment(scratch), capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return folder


@compared
def test_there_is_a_kept_picture_of_each_that_is_taken(taken: Path) -> None:
    assert sorted(path.stem for path in taken.glob("*.png")) == NAMES


@compared
@pytest.mark.parametrize("name", NAMES)
def test_the_window_looks_as_in_its_kept_picture(taken: Path, name: str) -> None:
    kept, now = QImage(str(pictures.KEPT / f"{name}.png")), QImage(str(taken / f"{name}.png"))
    blocks = unlike(kept, now)
    if blocks.any():
        FAILED.mkdir(parents=True, exist_ok=True)
        now.save(str(FAILED / f"{name}.png"))
        marked(kept, blocks).save(str(FAILED / f"{name}-difference.png"))
    where = FAILED / f"{name}-difference.png"
    assert blocks.sum() == 0, f"{name} looks different, see {where} and what is beside it; `make screenshots` renews it"


def unlike(kept: QImage, now: QImage) -> npt.NDArray[np.bool_]:
    """The blocks of pixels in which two pictures differ; all of them where their sizes do."""
    one = means(kept)
    if kept.size() != now.size():
        return np.ones(one.shape[:2], dtype=np.bool_)
    return (np.abs(one - means(now)) > MOST).any(axis=2)


def means(picture: QImage) -> Pixels:
    """The mean colour of each block: rows x columns x 3."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    height, width = plain.height(), plain.width()
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(height, width, 4)[:, :, :3].astype(np.float64)
    padded = np.pad(pixels, ((0, -height % BLOCK), (0, -width % BLOCK), (0, 0)), mode="edge")
    rows, columns = padded.shape[0] // BLOCK, padded.shape[1] // BLOCK
    blocks: Pixels = padded.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3))
    return blocks


def marked(kept: QImage, blocks: npt.NDArray[np.bool_]) -> QImage:
    """The kept picture, with the blocks marked that are different now."""
    result = kept.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(result)
    for row, column in zip(*np.nonzero(blocks), strict=True):
        painter.fillRect(int(column) * BLOCK, int(row) * BLOCK, BLOCK, BLOCK, QColor(255, 0, 0, 110))
    painter.end()
    return result


@pytest.fixture
def kept() -> QImage:
    return QImage(str(pictures.KEPT / "finding-light.png")).convertToFormat(QImage.Format.Format_RGB32)


def test_a_part_that_moved_by_one_pixel_is_seen(kept: QImage) -> None:
    moved = QImage(kept)
    painter = QPainter(moved)
    painter.drawImage(0, 701, kept.copy(0, 700, kept.width(), 60))
    painter.end()
    assert 10 < unlike(kept, moved).sum() < 2000


def test_another_tint_behind_a_sentence_is_seen(kept: QImage) -> None:
    other = QImage(kept)
    pixels = [(x, y) for y in range(200, 320) for x in range(kept.width())]
    tinted = [place for place in pixels if kept.pixelColor(*place).name() == "#fdeee4"]
    assert len(tinted) > 500
    for place in tinted:
        other.setPixelColor(*place, QColor("#f0edf9"))
    assert unlike(kept, other).sum() > 10


def test_edges_that_are_smoothed_otherwise_are_not(kept: QImage) -> None:
    """Every second pixel of the letters is lighter by what rounding and hinting make of it."""
    smoothed = QImage(kept)
    for y in range(0, kept.height(), 2):
        for x in range(y % 4 // 2, kept.width(), 2):
            colour = kept.pixelColor(x, y)
            if 60 < colour.lightness() < 200:
                smoothed.setPixelColor(x, y, colour.lighter(108))
    assert smoothed != kept
    assert unlike(kept, smoothed).sum() == 0
