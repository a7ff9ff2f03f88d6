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
from statement_compare.session.mirror import mirrored, mirrored_comparison
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


def turned(sessions: Sessions, former: KeptWork) -> KeptWork:
    """The work with both sides changed about, in place of what it was."""
    first = mirrored_comparison(former.first)
    return sessions.begin(first, Circumstances(), mirrored(former, former.first).entries, former)


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


@pytest.mark.parametrize("has_name", [True, False])
def test_work_that_can_only_be_read_stays_as_it_is_when_its_sides_are_changed_about(
    tmp_path: Path, folders: Folders, *, has_name: bool
) -> None:
    told: list[SessionError] = []
    theirs, ours = Sessions(folders, told.append), Sessions(folders, told.append)
    work = theirs.begin(FIRST, Circumstances())
    work.apply(Bookmark(PAIR), STAMP)
    if has_name:
        unnamed_path = work.save_as(tmp_path / "harbour.stcmp")
        assert unnamed_path is not None
        unnamed_path.unlink()
    path = work.path
    assert path is not None
    former, _ = ours.open(path)
    assert former.read_only_because is not None
    work.apply(SetNote(PAIR, "written since"), STAMP)
    before = path.read_bytes()
    copy = turned(ours, former)
    assert path.read_bytes() == before
    assert (copy.has_name, copy.read_only_because, copy.review.decision(PAIR[::-1]).is_bookmarked) == (
        False,
        None,
        True,
    )
    assert [(each.key, each.params["name"]) for each in told] == [("session.left_as_it_is", path.name)]
    work.apply(Confirm((PAIR,)), STAMP)
    ours.close()
    theirs.close()
    assert (read(path).review.decision(PAIR).note, read(path).review.decision(PAIR).is_confirmed) == (
        "written since",
        True,
    )
    assert read(copy.path).review == copy.review


def test_a_file_that_can_only_be_read_stays_as_it_is_when_nobody_has_it_open(tmp_path: Path, folders: Folders) -> None:
    with Store.create(tmp_path / "harbour.stcmp", FIRST) as store:
        store.apply(Bookmark(PAIR), STAMP)
    before = (tmp_path / "harbour.stcmp").read_bytes()
    told: list[SessionError] = []
    # As a file is opened that has no right to be written; whoever runs the tests may write any.
    former = KeptWork(Store.open(tmp_path / "harbour.stcmp", for_reading=True), folders, Circumstances(), told.append)
    copy = turned(Sessions(folders, told.append), former)
    copy.apply(SetNote(PAIR[::-1], "n"), STAMP)
    assert (tmp_path / "harbour.stcmp").read_bytes() == before
    assert copy.path is not None
    assert copy.path.parent == folders.sessions
    copy.close()


def test_changing_sides_of_what_can_be_written_leaves_one_file(tmp_path: Path, folders: Folders) -> None:
    told: list[SessionError] = []
    sessions = Sessions(folders, told.append)
    work = sessions.begin(FIRST, Circumstances())
    work.apply(Bookmark(PAIR), STAMP)
    unnamed_path = work.save_as(tmp_path / "harbour.stcmp")
    assert unnamed_path is not None
    unnamed_path.unlink()
    copy = turned(sessions, work)
    assert (copy.path, list(folders.sessions.glob("*.stcmp")), told) == (tmp_path / "harbour.stcmp", [], [])
    sessions.close()
