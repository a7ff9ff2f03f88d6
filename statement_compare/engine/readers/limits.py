"""How much of a stranger's file is read before it is refused: every limit of every reader stands here."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading.

    `unpacked_bytes`, `ratio` (unpacked to packed) and `entries` bound zip-based files, `pages` PDFs. `seconds` and
    `memory_bytes` bound the child process, `markup_seconds` what the parser of HTML takes in it: its time grows with
    the square of how deep tags nest. Memory and the parser can be bounded only where the system offers it.
    """

    file_bytes: int = 100 * _MEGABYTE
    unpacked_bytes: int = 200 * _MEGABYTE
    ratio: int = 200
    entries: int = 5_000
    pages: int = 1_000
    text_characters: int = 25 * _MEGABYTE
    seconds: float = 60.0
    markup_seconds: float = 10.0
    memory_bytes: int = 768 * _MEGABYTE


DEFAULT_LIMITS = Limits()
