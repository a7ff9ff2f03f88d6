"""What a killed process left unfinished goes when the next one writes there; anything else stays."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from some_edits import FIRST

from statement_compare.session import leftovers, store_schema
from statement_compare.session.folders import write_whole
from statement_compare.session.history import begun
from statement_compare.session.kept_work import Circumstances, KeptWork
from statement_compare.session.leftovers import remove_leftovers
from statement_compare.session.result_file import UNFINISHED, write_result
from statement_compare.session.store import Store

ROOT = Path(__file__).parents[2]
HOURS_AGO = time.time() - 7_200


def left(path: Path, *, is_old: bool = True) -> Path:
    path.write_bytes(b"half of a statement")
    if is_old:
        os.utime(path, (HOURS_AGO, HOURS_AGO))
    return path


def test_only_what_is_old_and_was_made_by_chance_goes(tmp_path: Path) -> None:
    gone = [left(tmp_path / f"{UNFINISHED}abcd_123"), left(tmp_path / f"{UNFINISHED}{'0f' * 8}")]
    kept = [
        left(tmp_path / f"{UNFINISHED}abcd_124", is_old=False),
        left(tmp_path / f"{UNFINISHED}notes.txt"),
        left(tmp_path / "abcd_123"),
        left(tmp_path / "report.html"),
    ]
    (tmp_path / f"{UNFINISHED}abcd_125").symlink_to(kept[3])
    folder = tmp_path / f"{UNFINISHED}abcd_126"
    folder.mkdir()
    os.utime(folder, (HOURS_AGO, HOURS_AGO))
    remove_leftovers(tmp_path, UNFINISHED)
    assert not any(path.exists() for path in (*gone, folder))
    assert all(path.exists() for path in kept)


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "none", UNFINISHED)


def test_each_way_of_writing_removes_what_it_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = [left(tmp_path / f"{UNFINISHED}abcd_123")]
    write_result(b"report", tmp_path / "report.html")
    found.append(left(tmp_path / ".settings.json.abcd_123"))
    write_whole(tmp_path / "settings.json", b"{}")
    found.append(left(tmp_path / f"{UNFINISHED}{'a' * 16}"))
    path = tmp_path / "a.stcmp"
    Store.create(path, FIRST).close()
    assert not any(each.exists() for each in found)
    folder = tmp_path / "statement-compare.abcd_123"
    folder.mkdir()
    left(folder / "copy.stcmp")
    os.utime(folder, (HOURS_AGO, HOURS_AGO))
    store_schema._taken_back(path).close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.stcmp", "report.html", "settings.json"]


def test_work_can_be_saved_under_a_name_where_a_killed_process_left_a_half(tmp_path: Path) -> None:
    left(tmp_path / ".harbour.stcmp.new", is_old=False)
    work = KeptWork(begun(FIRST, ()), None, Circumstances(), print)
    work.save_as(tmp_path / "harbour.stcmp")
    work.close()
    assert [each.name for each in tmp_path.iterdir()] == ["harbour.stcmp"]


def test_a_stick_that_knows_no_rights_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    write_result(b"report", tmp_path / "report.html")
    Store.create(tmp_path / "a.stcmp", FIRST).close()
    assert (tmp_path / "report.html").read_bytes() == b"report"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.stcmp", "report.html"]


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [sys.argv[2]]
from some_edits import FIRST
from statement_compare.session import folders, result_file, store
def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)
path = Path(sys.argv[3])
if sys.argv[1] == "result":
    Path.chmod = kill
    result_file.write_result(b"half of a statement", path)
elif sys.argv[1] == "kept":
    Path.replace = kill
    folders.write_whole(path, b"half of a statement")
else:
    store.flush = kill
    store.Store.create(path, FIRST)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
@pytest.mark.parametrize("way", ["result", "kept", "session"])
def test_what_is_unfinished_is_nobody_elses_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    path = tmp_path / "named"
    command = [sys.executable, "-c", KILLED, way, str(ROOT / "tests" / "session"), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    assert not path.exists()
    half = [each for each in tmp_path.iterdir() if not each.name.startswith(".~lock")]
    assert len(half) == 1
    assert stat.S_IMODE(half[0].stat().st_mode) & 0o177 == 0
    monkeypatch.setattr(leftovers, "_OLD_SECONDS", -1.0)
    (write_whole if way == "kept" else write_result)(path=path, **{"content" if way == "kept" else "result": b"whole"})
    assert [each.name for each in tmp_path.iterdir() if not each.name.startswith(".~lock")] == ["named"]
    assert stat.S_IMODE(path.stat().st_mode) in (0o600, 0o644, 0o664)
