"""Work whose file can be written no more goes on: in the data folder, or in memory until there is room again."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from some_edits import FIRST, STAMP

from statement_compare.errors import SessionError
from statement_compare.session import kept_work
from statement_compare.session.edits import Bookmark, Confirm, SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.kept_work import Circumstances, KeptWork
from statement_compare.session.store import Store
from statement_compare.session.works import Sessions

PAIR = ((1,), (2,))
HERE = Path(__file__).resolve().parent
FULL = SessionError("session.full", "there is no room left on the disk")


class Desk:
    """Sessions with a disk that can be full, and what is told."""

    def __init__(self, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[SessionError] = []
        self.sessions = Sessions(folders, self.told.append)
        self.is_full = False
        transaction, create = kept_work.Store._change, kept_work.Store.save_as

        def change(store: Store) -> object:
            if self.is_full:
                raise FULL
            return transaction(store)

        def save_as(store: Store, path: Path, *, keeps_former: bool = True) -> None:
            if self.is_full and path.parent == folders.sessions:
                raise FULL
            create(store, path, keeps_former=keeps_former)

        monkeypatch.setattr(Store, "_change", change)
        monkeypatch.setattr(Store, "save_as", save_as)

    def begin(self) -> KeptWork:
        work = self.sessions.begin(FIRST, Circumstances())
        work.apply(Bookmark(PAIR), STAMP)
        return work


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data")


@pytest.fixture
def desk(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(folders, monkeypatch)


def read(path: Path | None) -> Store:
    """What lies on the disk."""
    assert path is not None
    with Store.open(path, for_reading=True) as store:
        return store


def test_a_full_disk_keeps_edits_in_memory_until_there_is_room(desk: Desk) -> None:
    work = desk.begin()
    path = work.path
    desk.is_full = True
    work.apply(SetNote(PAIR, "one"), STAMP)
    work.apply(SetNote(PAIR, "two"), STAMP)
    work.undo()
    assert (work.review.decision(PAIR).note, work.is_in_memory, work.path) == ("one", True, path)
    assert desk.told == [FULL]
    assert read(path).review.decision(PAIR).note == ""
    desk.is_full = False
    after = work.apply(Confirm((PAIR,)), STAMP)
    assert not work.is_in_memory
    assert read(path).review == after == work.review
    assert after.decision(PAIR).note == "one"
    desk.sessions.close()


def test_what_a_full_disk_kept_in_memory_is_saved_elsewhere(desk: Desk, tmp_path: Path) -> None:
    work = desk.begin()
    desk.is_full = True
    work.apply(SetNote(PAIR, "one"), STAMP)
    desk.is_full = False
    work.save_as(tmp_path / "other.stcmp")
    assert read(tmp_path / "other.stcmp").review == work.review
    assert work.review.decision(PAIR).note == "one"
    desk.sessions.close()


def test_what_is_undone_before_the_disk_was_full_is_undone_in_the_file_as_well(desk: Desk) -> None:
    work = desk.begin()
    desk.is_full = True
    work.undo()
    assert work.review.is_untouched
    desk.is_full = False
    desk.sessions.close()  # a last chance
    assert read(work.path).review.is_untouched


def test_without_room_nothing_is_made_again_that_was_undone(desk: Desk) -> None:
    work = desk.begin()
    work.undo()
    desk.is_full = True
    with pytest.raises(SessionError, match="no room"):
        work.redo()
    assert work.can_redo
    desk.is_full = False
    assert work.redo().decision(PAIR).is_bookmarked
    desk.sessions.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_work_whose_folder_is_gone_goes_on_in_the_data_folder(desk: Desk, tmp_path: Path, folders: Folders) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    work = desk.begin()
    work.save_as(stick / "harbour.stcmp")
    shutil.rmtree(stick)
    after = work.apply(SetNote(PAIR, "one"), STAMP)
    assert [each.key for each in desk.told] == ["session.gone"]
    assert work.path is not None
    assert work.path.parent == folders.sessions
    assert not work.has_name
    assert read(work.path).review == after
    work.save_as(tmp_path / "rescued.stcmp")
    assert read(tmp_path / "rescued.stcmp").review == after
    desk.sessions.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_work_whose_data_folder_is_gone_has_it_again(desk: Desk, folders: Folders) -> None:
    work = desk.begin()
    shutil.rmtree(folders.data)
    after = work.apply(SetNote(PAIR, "one"), STAMP)
    assert [each.key for each in desk.told] == ["session.gone"]
    assert read(work.path).review == after
    desk.sessions.close()


def test_work_that_another_window_has_is_only_read(desk: Desk, folders: Folders) -> None:
    work = desk.begin()
    assert work.path is not None
    assert desk.sessions.open(work.path)[0] is work
    other = Sessions(folders, desk.told.append)
    second, _ = other.open(work.path)
    with pytest.raises(SessionError, match="open"):
        second.apply(Confirm((PAIR,)), STAMP)
    assert second.review == work.review
    assert desk.told == []
    other.close()
    desk.sessions.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a mode keeps nobody out for sure")
def test_a_data_folder_that_becomes_read_only_is_told_and_work_is_saved_elsewhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", str(HERE / "driven_read_only.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=bound_by_modes,
    )
    assert done.stderr == ""
    told, whole = done.stdout.splitlines()
    assert told.startswith("session.read_only")
    assert whole == "whole 3"
    note = read(tmp_path / "elsewhere.stcmp").review.decision(PAIR).note
    assert note == "while it was read-only"


def bound_by_modes() -> None:
    """Where this runs as root, the process to come is kept out of folders by their modes as any other user is."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
