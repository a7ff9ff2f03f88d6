"""What a screen reader finds in a pane: the pane as a document, its sentences as children."""

from __future__ import annotations


def install() -> None:
    """Placeholder until the interfaces below exist."""
