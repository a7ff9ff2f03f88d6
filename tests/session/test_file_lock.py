"""Programs that change the same file take turns, and none waits for one that has stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_compare.session import file_lock
from statement_compare.session.file_lock import turn


def test_who_holds_its_turn_for_long_is_waited_for_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "_PATIENCE_SECONDS", 0.02)
    came = []
    with turn(tmp_path / "list.json"):
        came.append("first")
        with turn(tmp_path / "list.json"):
            came.append("second")
    assert came == ["first", "second"]


def test_in_a_folder_that_cannot_be_made_it_is_gone_on_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with turn(tmp_path / "file" / "list.json"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
