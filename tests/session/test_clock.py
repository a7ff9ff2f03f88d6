"""A clock that is set back while somebody works: edits keep the order in which they were made."""

from __future__ import annotations

from pathlib import Path

from some_edits import FIRST

from statement_compare.session.edits import Bookmark, Confirm, SetNote, Stamp
from statement_compare.session.folders import Folders
from statement_compare.session.store import Store
from statement_compare.session.unnamed import Unnamed, new_path, unnamed

PAIR = ((1,), (2,))
# An hour back, and then behind the day on which the session was begun.
TIMES = ("2026-03-29T03:30:00+00:00", "2026-03-29T02:30:00+00:00", "2001-01-01T00:00:00+00:00")
EDITS = (Bookmark(PAIR), SetNote(PAIR, "ask the port"), Confirm((PAIR,)))


def worked(path: Path) -> None:
    with Store.create(path, FIRST) as store:
        for edit, at in zip(EDITS, TIMES, strict=True):
            store.apply(edit, Stamp("Ada", at))


def test_edits_come_back_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    worked(tmp_path / "a.stcmp")
    with Store.open(tmp_path / "a.stcmp") as store:
        assert tuple(each.edit for each in store.entries) == EDITS
        assert tuple(each.stamp.at for each in store.entries) == TIMES
        decision = store.review.decisions[PAIR]
        assert (decision.is_confirmed, decision.note, decision.at) == (True, "ask the port", TIMES[2])


def test_undo_takes_back_what_was_made_last_not_what_has_the_latest_time(tmp_path: Path) -> None:
    worked(tmp_path / "a.stcmp")
    with Store.open(tmp_path / "a.stcmp") as store:
        for left in (EDITS[:2], EDITS[:1], ()):
            store.undo()
            assert tuple(each.edit for each in store.entries) == left
        store.redo()
        assert store.entries[-1].edit == EDITS[0]


def test_work_without_a_name_is_all_listed_whatever_its_times_say(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path)
    paths = [new_path(folders) for _ in range(2)]
    for path in paths:
        worked(path)
    found = unnamed(folders)
    assert {each.path for each in found} == set(paths)
    assert all(isinstance(each, Unnamed) and each.changed == TIMES[2] for each in found)
