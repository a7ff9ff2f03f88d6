"""A lock beside a session file is held by the system as long as a process has the file open, and no longer."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from some_edits import FIRST

from statement_compare.errors import SessionError
from statement_compare.session import session_lock
from statement_compare.session.store import Store

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


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are others there")
@pytest.mark.parametrize("kind", ["link", "second name", "link to nothing", "pipe", "folder"])
def test_a_lock_that_leads_elsewhere_is_not_followed_and_the_session_is_read(path: Path, kind: str) -> None:
    victim = path.with_name("letter.txt")
    victim.write_text("dear to somebody")
    beside = session_lock.lock_file(path)
    if kind == "second name":
        beside.hardlink_to(victim)
    elif kind == "pipe":
        os.mkfifo(beside)
    elif kind == "folder":
        beside.mkdir()
    else:
        beside.symlink_to(victim if kind == "link" else path.with_name("new.txt"))
    Store.create(path.with_name("other.stcmp"), FIRST).close()
    path.with_name("other.stcmp").rename(path)
    with Store.open(path, reviewer="Ada") as store:
        assert store.read_only_because is not None
        assert store.read_only_because.key == "session.read_only"
    assert victim.read_text() == "dear to somebody"
    assert not path.with_name("new.txt").exists()
    with pytest.raises(OSError):  # noqa: PT011 - each kind has an error of its own
        session_lock.take(path)
    with pytest.raises(SessionError):
        Store.create(path.with_name(path.name), FIRST)
