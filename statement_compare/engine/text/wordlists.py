"""Tables of words that several languages share, and those of languages that are cut into sentences and no more.

Texts in the languages of CODES are compared. Those of BESIDES are only recognised and cut, so their folders hold the
tables of that alone; `EVERYWHERE` is the folder of what is written alike in the press of many languages ("Ltd.").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from statement_compare.engine.language import CODES
from statement_compare.engine.language.tables import rows_of

BESIDES: Final = tuple(code for code in ("uk", "it", "pt", "tr", "ky", "uz") if code not in CODES)
LANGUAGES: Final = (*CODES, *BESIDES)
EVERYWHERE: Final = "mul"
"""The code that ISO 639-2 has for several languages at once."""


def entries(topic: str, table: str, code: str) -> tuple[str, ...]:
    """The entries of a table in the order of its file; none for a code that nobody knows."""
    known = code in LANGUAGES or code == EVERYWHERE
    return tuple(row[0] for row in rows_of(topic, table, code)) if known else ()


def joined(topic: str, table: str, codes: Iterable[str] = CODES) -> tuple[str, ...]:
    """The entries of a table in several languages, each once, language by language."""
    return tuple(dict.fromkeys(entry for code in codes for entry in entries(topic, table, code)))


def alternatives(topic: str, table: str, codes: Iterable[str] = CODES) -> str:
    """The entries of a table in several languages as alternatives of one regular expression, without brackets."""
    return "|".join(joined(topic, table, codes))
