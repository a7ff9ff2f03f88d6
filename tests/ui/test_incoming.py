from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from statement_compare.ui.incoming import Incoming, incoming, is_address, is_welcome


def data(text: str = "", *urls: str) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    return made


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (data("A statement."), Incoming(text="A statement.")),
        (data(" \n "), Incoming()),
        (data(), Incoming()),
        (
            data("", "file:///texts/a.txt", "file:///texts/b.txt"),
            Incoming((Path("/texts/a.txt"), Path("/texts/b.txt"))),
        ),
        (data("", "file:///texts/%D0%BE%D1%82%D0%B2%D0%B5%D1%82.txt"), Incoming((Path("/texts/ответ.txt"),))),
        (data(" file:///texts/the%20answer.html#top\n"), Incoming((Path("/texts/the answer.html"),))),
        (data("FILE:///a.txt file:/b.txt"), Incoming((Path("/a.txt"), Path("/b.txt")))),
        (data("file:///a.txt says so."), Incoming(text="file:///a.txt says so.")),
        (data("file://server/a.txt"), Incoming(text="file://server/a.txt")),
        (data("file:///a.txt https://b.org/"), Incoming(text="file:///a.txt https://b.org/")),
        (data("File: /a.txt"), Incoming(text="File: /a.txt")),
    ],
    ids=[
        *("text", "blanks", "nothing", "two files", "a Russian name"),
        *("an address", "two addresses", "words", "another computer", "a link as well", "a label"),
    ],
)
def test_files_come_before_text_and_blanks_are_nothing(held: QMimeData, expected: Incoming) -> None:
    assert incoming(held) == expected


def test_what_is_neither_file_nor_text_is_not_welcome() -> None:
    picture = QMimeData()
    picture.setData("image/png", b"...")
    assert not is_welcome(picture)
    assert is_welcome(data("words"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/statement.html", True),
        (" HTTP://example.org/a?b=c#d \r\n ftp://example.org/b.txt", True),
        ("imap-message://ada@example.org/INBOX#1", True),
        ("mailto:press@example.org", True),
        ("data:image/png;base64,iVBORw0KGgo=", True),
        ("https://example.org says that the mine is open.", False),
        ("See https://example.org/a", False),
        ("Minister: no", False),
        ("Data: 12", False),
        ("12:30", False),
        ("press@example.org", False),
        ("file://server/texts/a.txt", True),
        ("file:///texts/a.txt says that the mine is open.", False),
        ("File: /texts/a.txt", False),
        ("", False),
    ],
)
def test_addresses_alone_are_no_statement(text: str, expected: bool) -> None:
    assert is_address(text) is expected


def test_a_link_out_of_a_browser_is_an_address() -> None:
    assert is_address(incoming(data("", "https://example.org/ответ.html")).text)
    assert is_address(incoming(data("https://example.org/a", "https://example.org/a")).text)
    assert not is_address(incoming(data("The mine is open.", "https://example.org/a")).text)
    mixed = incoming(data("", "https://example.org/a", "file:///texts/b.txt"))
    assert mixed == Incoming((Path("/texts/b.txt"),))
