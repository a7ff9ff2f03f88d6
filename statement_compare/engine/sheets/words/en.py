"""The words of sheets in English: nothing but a table."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "sheet.quoted": "“{text}”",
    "sheet.sentence": "sentence {number}",
    "sheet.in_place": "{sentence}, {place}",
    "sheet.disclaimer": "Two texts were compared with each other; what is true was not established.",
}
