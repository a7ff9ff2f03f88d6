"""Makes the generators importable from the tests beside them, and starts the process that opens their inputs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
# Edits of sessions are made by what the tests of sessions make them with.
sys.path[:0] = [str(_HERE), str(_HERE.parent / "session")]

from prober import Prober  # noqa: E402 - the folders have to be named first


@pytest.fixture(scope="session")
def prober(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prober]:
    with Prober(tmp_path_factory.mktemp("prober")) as found:
        yield found
