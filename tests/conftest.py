"""Windows are drawn off the screen, so that the tests run on a machine without one; a tiny model is at hand."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))
# A job in the background of a shell ignores Ctrl+C, as do the programs that it starts: a test would wait without end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


# Of a test with more rows, these are measured.
_MEASURED_ROWS = 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """How much of the program tests run through is not measured where it was before: measuring doubles their time.

    The later rows of a long table and the random inputs of a property go where the first ones went, or further. A walk
    that is marked with `no_cover` goes the same way some thousand times.
    """
    rows: Counter[tuple[Path, str]] = Counter()
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        test = (item.path, item.originalname)
        rows[test] += 1
        if rows[test] > _MEASURED_ROWS or getattr(item.obj, "is_hypothesis_test", False):
            item.add_marker("no_cover")


@pytest.fixture(autouse=True)
def no_program_of_a_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever runs the tests may have the program open: no test finds it, or becomes the one that others find."""
    from statement_compare.session import instance

    is_ones_own, made = instance._is_ones_own, tmp_path_factory.getbasetemp()

    def is_of_the_tests(folder: Path) -> bool:
        assert made in folder.parents, folder
        return is_ones_own(folder)

    monkeypatch.setattr(instance, "_is_ones_own", is_of_the_tests)


@pytest.fixture(scope="session", autouse=True)
def encoders_are_opened_once() -> Iterator[None]:
    """Each command opens the models that come along, which takes half a second: the tests wait for that once a process.

    Models that a test has put elsewhere are opened each time.
    """
    from statement_compare import bundled
    from statement_compare.engine import bundle

    opened, folder = bundle.load_encoders, bundled.path("models")
    kept = cache(opened)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "load_encoders", lambda: kept() if bundled.path("models") == folder else opened())
        yield


@pytest.fixture
def run() -> Callable[..., int]:
    """The command line with these arguments, where no window can be opened; its exit code."""
    from statement_compare import cli

    def no_window(*_: str) -> int:
        raise cli.NoWindowError("this is a test")

    return lambda *arguments: cli.run(arguments, no_window)


@pytest.fixture
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[str, str]:
    """Two files with the texts that the module of the test calls LEFT and RIGHT."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(request.module.LEFT, encoding="utf-8")
    right.write_text(request.module.RIGHT, encoding="utf-8")
    return str(left), str(right)
