"""What a drop or the clipboard holds for a side: files, or else text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

# What is not on this computer, or no text: "https://example.org/statement.html", "mailto:press@example.org".
_ADDRESS = re.compile(r"(?:[a-z][a-z\d+.-]*://|(?:blob|cid|data|mailto|message|mid):)\S+", re.IGNORECASE)
# "file:///statement.html", as it is copied out of the address bar of a browser; not "file://server/a.txt".
_OF_THIS_COMPUTER = re.compile(r"file:(?://)?/[^/\s]\S*", re.IGNORECASE)


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
    words = text.split()
    if words and all(_OF_THIS_COMPUTER.fullmatch(word) for word in words):
        return Incoming(tuple(Path(QUrl(word).toLocalFile()) for word in words))
    return Incoming(text=text) if text.strip() else Incoming()


def is_address(text: str) -> bool:
    """Whether a text is nothing but addresses, as browsers give for a link or a picture that is dragged or copied."""
    words = text.split()
    return bool(words) and all(_ADDRESS.fullmatch(word) for word in words)
