"""How often Python looks for garbage: hardly ever while modules load, which make very many values that all stay."""

from __future__ import annotations

import gc
from typing import Final

_WHILE_LOADING: Final = 200_000
_USUAL: Final = 20_000


def expect_little() -> None:
    """For a process that loads and then computes: looking at every 700th value took a twelfth of a short comparison."""
    gc.set_threshold(_WHILE_LOADING, 5, 5)


def expect_some() -> None:
    """For a window that has been loaded and stays: what is there by now is never looked at again."""
    gc.freeze()
    gc.set_threshold(_USUAL, 10, 10)
