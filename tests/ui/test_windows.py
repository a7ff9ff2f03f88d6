"""Several windows in one program: each with its own pair, and all with the same settings and recent pairs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from programs import Start, another, end, open_pair, read_again
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from statement_compare.engine.model import Side, Verdict
from statement_compare.errors import UnreadableFileError
from statement_compare.session.edits import SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.instance import Wish
from statement_compare.session.query import Filter
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.review import pair_of
from statement_compare.ui.app import Program
from statement_compare.ui.desk import Desk
from statement_compare.ui.memory import Memory
from statement_compare.ui.shared_memory import SharedMemory


def note(at: Desk, words: str) -> None:
    review = at.document.state.review
    assert review is not None
    assert at.controller.edit(SetNote(pair_of(review.comparison.links[0]), words))


def notes(at: Desk) -> list[str]:
    work = at.controller.editing.keep()
    assert work is not None
    return [each.edit.note for each in work.entries if isinstance(each.edit, SetNote)]


def closed(program: Program, qtbot: QtBot, left: int) -> None:
    qtbot.waitUntil(lambda: len(program.desks.all) == left)


def test_each_window_has_a_pair_edits_and_undo_of_its_own(program: Program) -> None:
    first = program.desks.front
    open_pair(first, "/texts/a.txt", "/texts/b.txt")
    second = another(program)
    assert second is not first
    assert second.tasks is not first.tasks
    assert not second.document.state.has_text
    open_pair(second, "/texts/c.txt", "/texts/d.txt")
    note(first, "of the first")
    note(second, "of the second")
    second.window.actions_by_id["undo"].trigger()
    assert (notes(first), notes(second)) == (["of the first"], [])
    assert [each.window.windowTitle() for each in (first, second)] == ["a.txt – b.txt", "c.txt – d.txt"]


def test_closing_one_leaves_the_others(program: Program, qtbot: QtBot) -> None:
    first = program.desks.front
    second = another(program)
    open_pair(second, "/texts/c.txt", "/texts/d.txt")
    window = first.window
    window.actions_by_id["close_window"].trigger()
    closed(program, qtbot, 1)
    qtbot.waitUntil(lambda: not isValid(window))
    assert program.desks.front is second
    second.memory.keep_settings(replace(second.memory.settings, theme="dark", language="ru"))
    second.memory.keep_settings(replace(second.memory.settings, language="en"))
    note(second, "still here")
    assert notes(second) == ["still here"]


def test_quitting_closes_all(program: Program, qtbot: QtBot) -> None:
    first, second = program.desks.front, another(program)
    first.window.actions_by_id["quit"].trigger()
    qtbot.waitUntil(lambda: not first.window.isVisible() or not second.window.isVisible())
    qtbot.waitUntil(lambda: not any(each.window.isVisible() for each in program.desks.all))


def test_whoever_stays_in_a_window_that_would_lose_decisions_keeps_the_others_too(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    another(program)
    last = another(program)
    open_pair(last, "/texts/a.txt", "/texts/b.txt")
    note(last, "nowhere else")
    work = last.controller.editing.keep()
    assert work is not None
    monkeypatch.setattr(type(work), "would_be_lost", lambda kept: kept is work)
    last.window.actions_by_id["quit"].trigger()
    box = last.window.findChild(QMessageBox)
    assert box is not None
    box.reject()
    assert len(program.desks.all) == 3
    program.desks.all[1].window.close()
    closed(program, qtbot, 2)
    last.window.actions_by_id["quit"].trigger()
    box = next(each for each in last.window.findChildren(QMessageBox) if each.isVisible())
    next(button for button in box.buttons() if button.text() == "Close and lose them").click()
    qtbot.waitUntil(lambda: not any(each.window.isVisible() for each in program.desks.all))


def test_another_start_opens_a_window_here(program: Program, tmp_path: Path) -> None:
    first = program.desks.front
    program.take_wish(Wish(str(tmp_path / "a.txt"), str(tmp_path / "b.txt")))
    second = program.desks.front
    assert second is not first
    assert [second.document.state.side(side).origin.path for side in Side] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]
    program.take_wish(Wish())
    assert len(program.desks.all) == 3


def test_a_session_that_is_open_in_a_window_is_shown_there(program: Program, tmp_path: Path) -> None:
    first = program.desks.front
    open_pair(first, "/texts/a.txt", "/texts/b.txt")
    note(first, "mine")
    session = tmp_path / "work.stcmp"
    assert first.controller.files.save(session)
    second = another(program)
    program.take_wish(Wish(str(session)))
    assert len(program.desks.all) == 2
    assert program.desks.front is first
    assert second.controller.files.open(session)
    assert not second.document.state.has_text
    assert first.window.status.message == "work.stcmp is open here already."
    second.window.open_pair(first.window.presenter.present_pair())
    assert not second.document.state.has_text


def test_settings_hold_in_all_windows_and_the_view_in_its_own(program: Program) -> None:
    first, second = program.desks.front, another(program)
    first.memory.keep_settings(replace(first.memory.settings, theme="dark", zoom_percent=150))
    second.memory.keep_settings(replace(second.memory.settings, reviewer="Ada", findings_shown=False))
    assert [(each.memory.settings.theme, each.memory.settings.reviewer) for each in (first, second)] == [
        ("dark", "Ada"),
        ("dark", "Ada"),
    ]
    assert first.window.status.field("zoom") == "150 %"
    assert second.window.status.field("zoom") == "100 %"
    assert first.window.actions_by_id["findings"].isChecked()
    assert second.window.actions_by_id["theme_dark"].isChecked()
    assert second.controller.editing.reviewer == first.controller.editing.reviewer == "Ada"


def test_a_change_of_language_is_said_in_all_windows(program: Program) -> None:
    first, second = program.desks.front, another(program)
    first.memory.keep_settings(replace(first.memory.settings, language="ru"))
    assert [each.window.actions_by_id["quit"].text() for each in (first, second)] == ["Выход", "Выход"]


def test_windows_lose_none_of_each_others_pairs(program: Program, folders: Folders) -> None:
    first, second = program.desks.front, another(program)
    first.controller.paste(Side.LEFT, "Half of the first.")
    second.controller.paste(Side.LEFT, "Half of the second.")
    assert [pair.left.pasted for pair in Memory(folders).recent.pairs] == ["Half of the second.", "Half of the first."]
    first.controller.paste(Side.RIGHT, "Rest of the first.")
    pairs = [(pair.left.pasted, pair.right.pasted) for pair in Memory(folders).recent.pairs]
    assert pairs == [("Half of the first.", "Rest of the first."), ("Half of the second.", "")]
    assert [each.memory.recent for each in (first, second)] == [Memory(folders).recent] * 2


def test_two_programs_lose_none_of_each_others_pairs_and_settings(folders: Folders, qapp: QApplication) -> None:
    assert qapp is not None
    first, second = Memory(folders, shared=SharedMemory(folders)), Memory(folders, shared=SharedMemory(folders))
    first.keep_pair(Pair(Origin(pasted="One."), Origin()))
    second.keep_pair(Pair(Origin(pasted="Two."), Origin()))
    first.keep_settings(replace(first.settings, theme="dark"))
    second.keep_settings(replace(second.settings, reviewer="Ada"))
    assert [pair.left.pasted for pair in Memory(folders).recent.pairs] == ["Two.", "One."]
    assert (Memory(folders).settings.theme, Memory(folders).settings.reviewer) == ("dark", "Ada")
    assert second.settings.theme == "dark"


def test_what_was_forgotten_is_not_written_again_by_any_window(program: Program, folders: Folders) -> None:
    first, second = program.desks.front, another(program)
    first.controller.paste(Side.LEFT, "Secret of the first.")
    second.controller.paste(Side.LEFT, "Secret of the second.")
    first.window.commands.saving.forget_pairs()
    for each in (first, second):
        each.window.keep_place()
    assert Memory(folders).recent.pairs == ()
    assert list(folders.pasted.glob("*.txt")) == []
    program.desks.keep()
    assert "Secret" not in folders.windows.read_text(encoding="utf-8")


def test_windows_that_were_open_at_the_end_come_back_as_they_were(start: Start, folders: Folders, qtbot: QtBot) -> None:
    program = start()
    program.open([])
    first = program.desks.front
    open_pair(first, "/texts/a.txt", "/texts/b.txt")
    note(first, "without a name")
    first.window.resize(780, 600)
    first.window.actions_by_id["zoom_in"].trigger()
    second = another(program)
    open_pair(second, "/texts/c.txt", "/texts/d.txt")
    note(second, "with a name")
    assert second.controller.files.save(folders.data / "named.stcmp")
    second.window.commands.seeing.choose_filter(Filter(frozenset({Verdict.CONTRADICTION})))
    second.window.actions_by_id["overview"].trigger()
    second.window.actions_by_id["quit"].trigger()
    qtbot.waitUntil(lambda: not any(each.window.isVisible() for each in program.desks.all))
    end(program)
    again = start()
    again.open([])
    assert len(again.desks.all) == 2
    front, behind = again.desks.all
    assert (notes(front), notes(behind)) == (["with a name"], ["without a name"])
    assert front.window.panel.shown == Filter(frozenset({Verdict.CONTRADICTION}))
    assert behind.window.panel.shown == Filter()
    assert [each.memory.settings.zoom_percent for each in (front, behind)] == [110, 110]
    assert [each.memory.settings.overview_shown for each in (front, behind)] == [False, True]
    assert (behind.window.width(), behind.window.height()) == (780, 600)


@pytest.mark.parametrize("is_found", [True, False])
def test_the_filter_of_a_pair_that_is_not_found_again_is_not_that_of_the_next_one(start: Start, is_found: bool) -> None:
    program = start()
    program.open([])
    open_pair(program.desks.front, "/texts/a.txt", "/texts/b.txt")
    program.desks.front.window.commands.seeing.choose_filter(Filter(text="Left 1"))
    program.desks.keep_places()
    end(program)
    again = start()
    again.open([])
    desk = again.desks.front
    tasks = desk.tasks
    assert isinstance(tasks, FakeTasks)
    if is_found:
        read_again(desk)
    else:
        for side in ("left", "right"):
            tasks.refuse(side, UnreadableFileError("missing", "It is not there."))
        open_pair(desk, "/texts/c.txt", "/texts/d.txt")
    assert desk.window.panel.shown == (Filter(text="Left 1") if is_found else Filter())


def test_after_the_program_was_killed_the_windows_come_back(start: Start, folders: Folders) -> None:
    program = start()
    program.open([])
    open_pair(program.desks.front, "/texts/a.txt", "/texts/b.txt")
    open_pair(another(program), "/texts/c.txt", "/texts/d.txt")
    program.desks.keep()  # which a timer does shortly after each change
    content = folders.windows.read_bytes()
    end(program)
    folders.windows.write_bytes(content)
    again = start()
    again.open([])
    assert [each.document.state.left.origin.path for each in again.desks.all] == ["/texts/c.txt", "/texts/a.txt"]
    read_again(again.desks.all[1])
    assert again.desks.all[1].document.state.comparison is not None


def test_work_that_a_crash_kept_out_of_the_lists_comes_beside_the_windows(start: Start, folders: Folders) -> None:
    program = start()
    program.open([])
    open_pair(program.desks.front, "/texts/a.txt", "/texts/b.txt")
    program.desks.keep()
    listed, recent = folders.windows.read_bytes(), folders.recent.read_bytes()
    lost = another(program)
    open_pair(lost, "/texts/c.txt", "/texts/d.txt")
    note(lost, "nearly lost")
    end(program)
    folders.windows.write_bytes(listed)
    folders.recent.write_bytes(recent)
    os.utime(folders.recent, (0, 0))
    again = start()
    again.open([])
    lefts = [each.document.state.left.origin.path for each in again.desks.all]
    assert lefts == ["/texts/c.txt", "/texts/a.txt"]
    assert notes(again.desks.front) == ["nearly lost"]


def test_with_the_setting_off_the_program_begins_empty(start: Start) -> None:
    program = start()
    program.open([])
    open_pair(program.desks.front, "/texts/a.txt", "/texts/b.txt")
    program.memory.keep_settings(replace(program.memory.settings, reopen_last=False))
    end(program)
    again = start()
    again.open([])
    assert [each.document.state.has_text for each in again.desks.all] == [False]


def test_a_window_opened_from_another_looks_like_it_and_does_not_lie_on_it(program: Program) -> None:
    first = program.desks.front
    first.window.actions_by_id["inspector"].trigger()
    first.window.move(40, 40)
    second = another(program)
    assert not second.window.actions_by_id["inspector"].isChecked()
    assert second.window.pos() != first.window.pos()


def test_a_list_of_windows_that_cannot_be_written_is_told_in_words(program: Program, folders: Folders) -> None:
    folders.windows.unlink(missing_ok=True)
    folders.windows.mkdir(parents=True)
    program.desks.keep()
    assert str(folders.windows) in program.window.status.message
    folders.windows.rmdir()


def test_the_width_of_the_list_is_kept(program: Program) -> None:
    program.window.resize(1280, 800)
    program.memory.keep_settings(replace(program.memory.settings, findings_width=360))
    QApplication.processEvents()
    assert program.window.panel.width() == 360
