"""Session files and model folders of strangers are opened or refused in one line, in time and within memory."""

from __future__ import annotations

import sys
from pathlib import Path

import model_folders
import pytest
import session_files
from case import Case
from prober import Prober
from test_hostile_files import hold_against

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="time and memory of a process are measured on POSIX")


def state(folder: Path) -> list[tuple[str, int, int]]:
    return sorted((each.name, each.lstat().st_size, each.lstat().st_mtime_ns) for each in folder.rglob("*"))


@pytest.mark.parametrize("for_reading", [True, False], ids=["to read", "to work in"])
@pytest.mark.parametrize("case", session_files.CASES, ids=lambda case: case.name)
def test_a_hostile_session_ends_as_it_should(case: Case, for_reading: bool, prober: Prober, tmp_path: Path) -> None:
    path = case.make(tmp_path)
    before = state(tmp_path)
    outcome = prober.ask("session", path, for_reading=for_reading)
    hold_against(case, outcome)
    if for_reading or outcome.refused:
        assert state(tmp_path) == before


@pytest.mark.parametrize("case", model_folders.CASES, ids=lambda case: case.name)
def test_a_hostile_model_ends_as_it_should(case: Case, prober: Prober, tmp_path: Path) -> None:
    path = case.make(tmp_path)
    before = state(tmp_path)
    hold_against(case, prober.ask("model", path))
    assert state(tmp_path) == before
