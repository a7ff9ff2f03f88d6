"""The words of sheets in Russian: nothing but a table."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "sheet.quoted": "«{text}»",
    "sheet.sentence": "предложение {number}",
    "sheet.in_place": "{sentence}, {place}",
    "sheet.disclaimer": "Сопоставлены два текста; что верно на самом деле, не устанавливалось.",
}
