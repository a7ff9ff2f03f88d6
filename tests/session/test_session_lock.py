"""A lock beside a session file is held by the system as long as a process has the file open, and no longer."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from statement_compare.session import session_lock

ROOT = Path(__file__).resolve().parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from statement_compare.session import session_lock
lock = session_lock.take(Path(sys.argv[1]), "Ada")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.stcmp"


def test_a_lock_says_who_and_goes_when_it_is_released(path: Path) -> None:
    assert session_lock.holder(path) is None
    lock = session_lock.take(path, "Ada")
    holder = session_lock.holder(path)
    assert holder is not None
    assert (holder.name, holder.since[:2]) == ("Ada", "20")
    with pytest.raises(session_lock.HeldError) as caught:
        session_lock.take(path, "Ben")
    assert caught.value.holder == holder
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == []
    session_lock.take(path).release()


def test_without_a_reviewer_the_user_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "grace")
    lock = session_lock.take(path)
    holder = session_lock.holder(path)
    assert holder is not None
    assert holder.name == "grace"
    lock.release()


def test_a_killed_process_leaves_no_lock(path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdin is not None
    with child.stdin, child.stdout:
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(session_lock.HeldError):
            session_lock.take(path)
        child.kill()
        child.wait()
    assert session_lock.lock_file(path).exists()
    assert session_lock.holder(path) is None
    lock = session_lock.take(path, "Ben")
    holder = session_lock.holder(path)
    assert holder is not None
    assert holder.name == "Ben"
    lock.release()


def test_what_somebody_else_wrote_into_a_lock_names_nobody(path: Path) -> None:
    lock = session_lock.take(path, "Ada")
    session_lock.lock_file(path).write_bytes(b",grace,desk,01.02.2026 10:00;")
    assert session_lock.holder(path) == session_lock.Holder()
    lock.release()


def test_a_lock_whose_folder_is_gone_is_released_all_the_same(path: Path) -> None:
    lock = session_lock.take(path)
    session_lock.lock_file(path).unlink()
    path.parent.rmdir()
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use cannot be removed there")
def test_whoever_lost_the_lock_to_a_tidy_hand_does_not_take_it_from_the_next(path: Path) -> None:
    first = session_lock.take(path, "Ada")
    session_lock.lock_file(path).unlink()
    second = session_lock.take(path, "Ben")
    first.release()
    with pytest.raises(session_lock.HeldError):
        session_lock.take(path)
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use cannot be removed there")
def test_a_lock_on_a_file_that_was_just_removed_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who had it before removes the file between our opening and our locking: the lock must be of the new file."""
    hold = session_lock._hold
    former = iter((True,))

    def removed_meanwhile(file: int) -> bool:
        if next(former, False):
            session_lock.lock_file(path).unlink()
        return hold(file)

    monkeypatch.setattr(session_lock, "_hold", removed_meanwhile)
    lock = session_lock.take(path)
    assert session_lock.holder(path) is not None
    lock.release()


def test_where_a_folder_knows_no_locks_work_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    session_lock.take(path).release()
