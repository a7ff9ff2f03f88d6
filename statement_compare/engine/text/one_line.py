"""A stretch of text as it is shown on one line, the cells of a table's row with a border between them."""

from __future__ import annotations

import re

CELL_BORDER = " | "
"""What stands between the cells of a row where it is shown on one line; in the text that is a tab."""

_SPACE = re.compile(r"\s+")
_BORDER = re.compile(r"\s*\t\s*")
_SHOWN_BORDER = re.compile(r"\s*[|\t]\s*")


def on_one_line(text: str) -> str:
    """Words without the line breaks that their file had in them; between the cells of a row stands " | "."""
    return _SPACE.sub(" ", _BORDER.sub(CELL_BORDER, text.strip()))


def as_it_stood(line: str, text: str) -> str:
    """What a person made of `on_one_line(text)`, with the borders of cells that `text` has."""
    if "\t" not in text:
        return _SPACE.sub(" ", line).strip()
    return "\t".join(_SPACE.sub(" ", cell).strip() for cell in _SHOWN_BORDER.split(line.strip()))
