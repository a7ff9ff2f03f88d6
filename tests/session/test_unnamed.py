"""Work without a name lies in the data folder and comes back, complete up to the last edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from some_edits import AGAIN, FIRST, PAIR, STAMP

from statement_compare.errors import SessionError
from statement_compare.session.edits import Bookmark, Stamp
from statement_compare.session.folders import Folders
from statement_compare.session.store import Store
from statement_compare.session.unnamed import Unnamed, Unreadable, is_unnamed, new_path, unnamed


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data")


def test_there_is_nothing_at_first(folders: Folders) -> None:
    assert unnamed(folders) == ()
    assert not folders.sessions.exists()


def test_work_comes_back_the_latest_first(folders: Folders) -> None:
    with Store.create(new_path(folders), FIRST) as first, Store.create(new_path(folders), AGAIN) as second:
        first.apply(Bookmark(PAIR), Stamp("Ada", "2031-01-02T03:04:05+00:00"))
        second.apply(Bookmark(((1,), (2,))), STAMP)
        second.close()
        found = unnamed(folders)
        assert all(isinstance(each, Unnamed) for each in found)
        assert [(each.path, each.review, each.edits, each.is_open) for each in found if isinstance(each, Unnamed)] == [
            (first.path, first.review, 1, True),
            (second.path, second.review, 1, False),
        ]
        assert found[0].changed == "2031-01-02T03:04:05+00:00"  # type: ignore[union-attr]
        assert found[0].sources == first.sources  # type: ignore[union-attr]


def test_work_that_gets_a_name_leaves_the_folder(folders: Folders, tmp_path: Path) -> None:
    with Store.create(new_path(folders), FIRST) as store:
        assert is_unnamed(store.path, folders)
        store.save_as(tmp_path / "named.stcmp", keeps_former=not is_unnamed(store.path, folders))
        assert not is_unnamed(store.path, folders)
    assert unnamed(folders) == ()
    assert list(folders.sessions.iterdir()) == []


def test_what_cannot_be_read_is_told_last_and_stays(folders: Folders) -> None:
    path = new_path(folders)
    path.write_bytes(b"no session")
    Store.create(new_path(folders), FIRST).close()
    found = unnamed(folders)
    assert [type(each) for each in found] == [Unnamed, Unreadable]
    assert isinstance(found[1], Unreadable)
    assert found[1].error.key == "session.foreign"
    assert path.read_bytes() == b"no session"


def test_where_the_data_folder_cannot_be_made_that_is_told(folders: Folders) -> None:
    folders.data.write_text("a file of this name")
    with pytest.raises(SessionError, match="cannot be written"):
        new_path(folders)
