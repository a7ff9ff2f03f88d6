"""Which bundled texts are the sample pair."""

from __future__ import annotations

from pathlib import Path

from statement_compare import bundled


def sample_pair() -> tuple[Path, Path]:
    """The files of the left and of the right side."""
    folder = bundled.path("samples")
    return next(folder.glob("ministry.*")), next(folder.glob("company.*"))


def is_of_sample(path: str) -> bool:
    """Whether a path is that of one of the two."""
    return bool(path) and Path(path).parent == bundled.path("samples")
