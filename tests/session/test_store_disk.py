"""What becomes of work when the disk is full, the folder goes away, or nothing can be written: nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from some_edits import AGAIN, FIRST, STAMP

from statement_compare.errors import SessionError
from statement_compare.session import session_lock, store_schema
from statement_compare.session.edits import Bookmark, Compared, Confirm, SetNote
from statement_compare.session.store import Store

HERE = Path(__file__).parent
PAIR = ((1,), (2,))
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# Fills a session until the file may grow no more: how far it came is printed, and how that was told.
FILLED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from some_edits import FIRST, STAMP
from statement_compare.errors import SessionError
from statement_compare.session.edits import SetNote
from statement_compare.session.store import Store
path = Path(sys.argv[1])
store = Store.create(path, FIRST)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for number in range(10_000):
    before = store.review
    try:
        store.apply(SetNote(((1,), (2,)), f"{number}" * 1000), STAMP)
    except SessionError as error:
        assert store.review is before
        print(error.key, number)
        break
store.undo()
store.redo()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be bounded there")
def test_on_a_full_disk_every_edit_of_before_is_there(tmp_path: Path) -> None:
    path = tmp_path / "harbour.stcmp"
    done = subprocess.run(
        [sys.executable, "-c", FILLED, str(path), str(HERE)],
        cwd=HERE.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    key, number = done.stdout.split()
    assert key == "session.full"
    with Store.open(path) as store:
        assert len(store.entries) == int(number) > 10
        last = store.entries[-1].edit
        assert isinstance(last, SetNote)
        assert last.note.startswith(str(int(number) - 1))


def test_without_room_an_edit_is_told_and_the_next_one_that_fits_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "harbour.stcmp"
    with Store.create(path, FIRST) as store:
        before = store.apply(Bookmark(PAIR), STAMP)
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[union-attr]
        store._db.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[union-attr]
        with pytest.raises(SessionError, match="no room left") as caught:
            store.apply(SetNote(PAIR, "n" * 50_000), STAMP)
        assert caught.value.key == "session.full"
        assert store.review is before
        store.apply(Confirm((PAIR,)), STAMP)
    with Store.open(path) as store:
        assert [each.edit for each in store.entries] == [Bookmark(PAIR), Confirm((PAIR,))]


def test_a_comparison_that_finds_no_room_leaves_the_file_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_schema, "MOST_BYTES", 4096 * 4)
    other = tmp_path / "other.stcmp"
    other.write_bytes(b"as it was")
    with pytest.raises(SessionError, match="no room left"):
        Store.create(tmp_path / "new.stcmp", FIRST)
    assert [each.name for each in tmp_path.iterdir()] == ["other.stcmp"]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_work_whose_folder_is_gone_can_be_saved_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    store = Store.create(folder / "harbour.stcmp", FIRST)
    before = store.apply(Bookmark(PAIR), STAMP)
    shutil.rmtree(folder)
    for change in (lambda: store.apply(SetNote(PAIR, "n"), STAMP), store.undo):
        with pytest.raises(SessionError, match="not there any more") as caught:
            change()
        assert caught.value.key == "session.gone"
    assert store.review is before
    store.save_as(tmp_path / "rescued.stcmp")
    after = store.apply(SetNote(PAIR, "n"), STAMP)
    store.close()
    with Store.open(tmp_path / "rescued.stcmp") as again:
        assert again.review == after


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use cannot be renamed there")
def test_work_whose_file_was_replaced_does_not_write_into_the_other(tmp_path: Path) -> None:
    path = tmp_path / "harbour.stcmp"
    with Store.create(path, FIRST) as store:
        path.rename(tmp_path / "moved.stcmp")
        path.write_bytes(b"another")
        with pytest.raises(SessionError, match="not there any more"):
            store.apply(Bookmark(PAIR), STAMP)
        assert path.read_bytes() == b"another"


def test_a_failed_save_as_leaves_both_files_and_the_work_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "harbour.stcmp", tmp_path / "other.stcmp"
    other.write_bytes(b"as it was")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Store.create(path, FIRST) as store:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(SessionError, match="no space left"):
                store.save_as(other)
        assert store.path == path
        assert other.read_bytes() == b"as it was"
        review = store.apply(Bookmark(PAIR), STAMP)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["harbour.stcmp", "other.stcmp"]
    with Store.open(path) as again:
        assert again.review == review


def test_on_a_medium_that_cannot_be_written_work_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "harbour.stcmp"
    Store.create(path, FIRST).close()

    def read_only(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(session_lock, "take", read_only)
    with Store.open(path) as store:
        assert store.read_only_because is not None
        assert store.read_only_because.key == "session.read_only"
        with pytest.raises(SessionError, match="read only"):
            store.apply(Bookmark(PAIR), STAMP)


def test_on_a_full_disk_work_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "harbour.stcmp"
    Store.create(path, FIRST).close()

    def full(*_: object) -> None:
        raise SessionError("session.full", "there is no room left on the disk", path=str(path))

    monkeypatch.setattr(store_schema, "writing", full)
    with Store.open(path) as store:
        assert store.read_only_because is not None
        assert store.read_only_because.key == "session.full"
    assert not session_lock.lock_file(path).exists()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "harbour.stcmp"
    with pytest.raises(SessionError, match="cannot be written"):
        Store.create(path, FIRST)
    assert not path.parent.exists()


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="whoever may do everything writes everywhere")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_or_a_folder_that_may_not_be_written_is_read(tmp_path: Path, what: str) -> None:
    path = tmp_path / "harbour.stcmp"
    Store.create(path, FIRST).close()
    target = path if what == "file" else tmp_path
    target.chmod(0o444 if what == "file" else 0o555)
    try:
        with Store.open(path) as store:
            assert store.read_only_because is not None
            assert store.read_only_because.key == "session.read_only"
    finally:
        target.chmod(0o755)
    assert not session_lock.lock_file(path).exists()


def test_a_file_that_another_program_holds_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_schema, "_BUSY_SECONDS", 0.05)
    path = tmp_path / "harbour.stcmp"
    with Store.create(path, FIRST) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM edit").fetchall()
        with pytest.raises(SessionError, match="another program is holding") as caught:
            store.apply(Bookmark(PAIR), STAMP)
        assert caught.value.key == "session.busy"
        other.execute("COMMIT")
        store.apply(Compared(AGAIN), STAMP)
        assert len(store.entries) == 1
