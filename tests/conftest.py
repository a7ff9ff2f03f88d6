"""Windows are drawn off the screen, so that the tests run on a machine without one; a tiny model is at hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def run() -> Callable[..., int]:
    """The command line with these arguments, where no window can be opened; its exit code."""
    from statement_compare import cli

    def no_window(*_: str) -> int:
        raise cli.NoWindowError("this is a test")

    return lambda *arguments: cli.run(arguments, no_window)
