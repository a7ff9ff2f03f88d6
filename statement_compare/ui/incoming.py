"""What a drop or the clipboard holds for a side: files, or else text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Incoming:
    """Files on this computer, or a text that is not blank; both empty where there is nothing to open."""

    paths: tuple[Path, ...] = ()
    text: str = ""


def is_welcome(data: QMimeData) -> bool:
    """Whether something that hovers over a side may fall there."""
    return data.hasUrls() or data.hasText()


def incoming(data: QMimeData) -> Incoming:
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Incoming(paths)
    text = data.text() if data.hasText() else ""
    return Incoming(text=text) if text.strip() else Incoming()
