"""The words of sheets in Kazakh: nothing but a table."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "sheet.quoted": "«{text}»",
    "sheet.sentence": "{number}-сөйлем",
    "sheet.in_place": "{sentence}, {place}",
    "sheet.disclaimer": "Екі мәтін салыстырылды; шын мәнінде не дұрыс екені анықталған жоқ.",
}
