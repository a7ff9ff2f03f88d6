"""How often Python looks for garbage while the program loads and computes, and once its window stands."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from statement_compare import garbage

ROOT = Path(__file__).resolve().parent.parent
MOST = 4
"""With Python's own rule it is some 300 times."""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    former = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*former)


def test_a_short_comparison_hardly_ever_looks_for_garbage(tmp_path: Path) -> None:
    (tmp_path / "left.txt").write_text("The mill ground 40 tonnes of rye in May.\n", encoding="utf-8")
    (tmp_path / "right.txt").write_text("The mill ground 14 tonnes of rye in May.\n", encoding="utf-8")
    code = (
        "import gc, sys\n"
        "looked = []\n"
        "gc.callbacks.append(lambda phase, _: looked.append(phase))\n"
        "from statement_compare.__main__ import main\n"
        "before = len(looked)\n"
        "main(sys.argv[1:])\n"
        "print(len(looked) - before, file=sys.stderr)"
    )
    sides = [str(tmp_path / f"{side}.txt") for side in ("left", "right")]
    done = subprocess.run(
        [sys.executable, "-c", code, "compare", *sides, "--no-model", "--quiet"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contradiction" in done.stdout
    assert int(done.stderr) <= 2 * MOST  # each of them begins and ends


def test_what_a_window_was_built_of_is_not_looked_at_again() -> None:
    garbage.expect_little()
    most = gc.get_threshold()[0]
    garbage.expect_some()
    assert gc.get_threshold()[0] < most
    assert gc.get_freeze_count() > 0


def test_garbage_is_found_in_a_process_that_expects_little() -> None:
    garbage.expect_little()
    looked: list[str] = []

    def note(phase: str, _: object) -> None:
        looked.append(phase)

    gc.callbacks.append(note)
    try:
        held = [[] for _ in range(250_000)]  # type: ignore[var-annotated]
    finally:
        gc.callbacks.remove(note)
    assert len(held) == 250_000
    assert "stop" in looked
