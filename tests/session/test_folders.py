from __future__ import annotations

from pathlib import Path

import pytest

from statement_compare.session.folders import platform_folders, write_whole


def test_linux_follows_the_xdg_variables() -> None:
    folders = platform_folders({"HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"}, "linux")
    assert (folders.config, folders.data) == (Path("/c/statement-compare"), Path("/d/statement-compare"))


def test_linux_without_them_uses_the_home_folder() -> None:
    folders = platform_folders({"HOME": "/home/a"}, "linux")
    assert folders.config == Path("/home/a/.config/statement-compare")
    assert folders.data == Path("/home/a/.local/share/statement-compare")


def test_other_platforms_have_their_own_places() -> None:
    assert "Application Support" in str(platform_folders({"HOME": "/Users/a"}, "darwin").config)
    windows = platform_folders({"USERPROFILE": "/a", "APPDATA": "/a/Roaming", "LOCALAPPDATA": "/a/Local"}, "win32")
    assert (windows.config, windows.data) == (
        Path("/a/Roaming/statement-compare"),
        Path("/a/Local/statement-compare"),
    )


def test_a_failed_replacement_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.txt"
    write_whole(path, b"old")

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["kept.txt"]
