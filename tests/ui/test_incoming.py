from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from statement_compare.ui.incoming import Incoming, incoming, is_welcome


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
    ],
    ids=["text", "blanks", "nothing", "two files", "a Russian name"],
)
def test_files_come_before_text_and_blanks_are_nothing(held: QMimeData, expected: Incoming) -> None:
    assert incoming(held) == expected


def test_what_is_neither_file_nor_text_is_not_welcome() -> None:
    picture = QMimeData()
    picture.setData("image/png", b"...")
    assert not is_welcome(picture)
    assert is_welcome(data("words"))
