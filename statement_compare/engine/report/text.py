"""The report for a terminal: both sides beside each other, wrapped to its width."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.model import Comparison


@dataclass(frozen=True, slots=True)
class Page:
    """What the text is laid out for: columns of the terminal, and whether it shows colours."""

    width: int = 100
    colour: bool = False


PLAIN = Page()


def render(comparison: Comparison, page: Page = PLAIN) -> bytes:
    return b""
