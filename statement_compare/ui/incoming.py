"""What a drop or the clipboard holds for a side: files, or else text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

# What is not on this computer, or no text: "https://example.org/statement.html", "mailto:press@example.org".
_ADDRESS = re.compile(r"(?!file:)(?:[a-z][a-z\d+.-]*://|(?:blob|cid|data|mailto|message|mid):)\S+", re.IGNORECASE)


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


def is_address(text: str) -> bool:
    """Whether a text is nothing but addresses, as browsers give for a link or a picture that is dragged or copied."""
    words = text.split()
    return bool(words) and all(_ADDRESS.fullmatch(word) for word in words)
