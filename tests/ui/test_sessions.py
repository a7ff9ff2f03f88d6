"""Work is kept as it is done: it has a file from the first decision on, and comes back with all of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from reviewer import FOUR, L2_R2, Reviewer
from scenario import comparison
from window_alone import Desk

from statement_compare.engine.model import Comparison, Side, Signature, Verdict
from statement_compare.errors import SessionError
from statement_compare.session import store_schema, unnamed, written_ahead
from statement_compare.session.edits import Bookmark, Compared, Confirm, SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.review import pair_of
from statement_compare.session.store import Store
from statement_compare.ui.names import file_name


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot)
    yield made
    made.window.close()
    made.controller.editing.sessions.close()
    made.window.deleteLater()


@pytest.fixture
def again(folders: Folders, qtbot: QtBot) -> Iterator[Callable[[], Desk]]:
    """Opens the window another time."""
    desks: list[Desk] = []

    def opened() -> Desk:
        desk = Desk(folders)
        desk.window.show()
        qtbot.waitExposed(desk.window)
        desks.append(desk)
        return desk

    yield opened
    for desk in desks:
        desk.window.close()
        desk.controller.editing.sessions.close()
        desk.window.deleteLater()


def in_data_folder(folders: Folders) -> list[Path]:
    return sorted(folders.sessions.glob("*.stcmp"))


def chosen_name(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    answer(monkeypatch, path)


def test_the_first_decision_of_a_comparison_waits_for_the_disk_alone(
    ada: Reviewer, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: ada.controller.editing.is_prepared)
    assert in_data_folder(folders) == []
    monkeypatch.setattr(written_ahead, "made", None)  # so that whoever needs it now fails
    ada.press("Space")
    (path,) = in_data_folder(folders)
    with Store.open(path, for_reading=True) as store:
        assert store.review.decision(L2_R2).is_confirmed


def test_nothing_is_written_before_anybody_decides(ada: Reviewer, folders: Folders) -> None:
    assert in_data_folder(folders) == []
    ada.press("Space")
    (path,) = in_data_folder(folders)
    with Store.open(path, for_reading=True) as store:
        assert store.review.decision(L2_R2).is_confirmed
        assert store.review.decision(L2_R2).reviewer == "Ada"
        assert [each.origin.path for each in store.sources] == ["/texts/a.txt", "/texts/b.txt"]


def test_the_file_holds_each_step_when_it_is_seen(ada: Reviewer, folders: Folders) -> None:
    ada.decide("U", "other years")
    ada.press("B")
    (path,) = in_data_folder(folders)
    with Store.open(path, for_reading=True) as store:
        assert store.review == ada.review
    ada.act("undo")
    with Store.open(path, for_reading=True) as store:
        assert store.review == ada.review
        assert store.can_redo is False  # read only
        assert not store.review.decision(L2_R2).is_bookmarked


def test_what_was_left_comes_back_with_its_decisions_and_its_undoing(
    ada: Reviewer, again: Callable[[], Desk], folders: Folders
) -> None:
    ada.decide("U", "other years")
    ada.window.keep_place()
    ada.controller.editing.sessions.close()
    pair = ada.window.presenter.present_pair()
    later = again()
    assert Path(pair.session) in in_data_folder(folders)
    later.window.open_pair(pair)
    assert later.state.review == ada.review
    assert later.state.left.statement == ada.review.proposed.left
    assert not later.tasks.asked
    later.act("undo")
    assert later.state.chosen is not None
    assert later.state.chosen.verdict is Verdict.CONTRADICTION
    later.act("redo")
    assert later.state.review == ada.review


def test_a_session_that_is_opened_as_a_file_comes_back_where_it_was_left(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.press("Space")
    path = tmp_path / "harbour.stcmp"
    assert ada.controller.files.save(path)
    ada.controller.choose(3)
    ada.act("close_pair")
    chosen_name(monkeypatch, path)
    ada.act("open_session")
    assert ada.chosen == ((3,), (3,))
    ada.controller.choose(2)
    ada.act("close_pair")
    ada.controller.open_paths([path])  # as a file that is dropped on the window is
    assert ada.chosen == ((2,), (2,))


def test_another_session_of_the_same_texts_has_a_place_of_its_own(ada: Reviewer, tmp_path: Path) -> None:
    ada.press("Space")
    for name in ("one", "two"):
        assert ada.controller.files.save(tmp_path / f"{name}.stcmp")
        shutil.copy(tmp_path / f"{name}.stcmp", tmp_path / f"copy of {name}.stcmp")
    ada.controller.choose(3)
    ada.act("close_pair")
    assert ada.controller.files.open(tmp_path / "copy of one.stcmp")
    assert ada.state.current == 0


def test_what_was_dismissed_is_faded_again_when_it_comes_back(ada: Reviewer, again: Callable[[], Desk]) -> None:
    ada.press("Delete")
    ada.window.keep_place()
    ada.controller.editing.sessions.close()
    later = again()
    later.window.open_pair(ada.window.presenter.present_pair())
    assert [later.window.page._shown, ada.window.page._shown] == [frozenset({0, 2, 3})] * 2
    later.act("sample")
    assert later.window.page._shown is None  # the next pair has no share in it


def test_a_crash_leaves_work_that_no_list_of_pairs_names(
    ada: Reviewer, again: Callable[[], Desk], folders: Folders
) -> None:
    ada.press("Space")
    ada.controller.editing.sessions.close()  # as the system does it for a killed process
    (path,) = in_data_folder(folders)
    later = again()
    assert later.controller.editing.sessions.latest_unnamed() == path
    assert later.controller.editing.sessions.latest_unnamed(path.stat().st_mtime) is None
    assert later.controller.files.open(path)
    assert later.state.review == ada.review


def test_saving_gives_a_name_and_goes_on_there(
    ada: Reviewer, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.press("Space")
    chosen_name(monkeypatch, tmp_path / "harbour")
    ada.act("save_session")
    path = tmp_path / "harbour.stcmp"
    assert in_data_folder(folders) == []
    assert ada.window.windowTitle().startswith("harbour (")
    ada.press("B")
    with Store.open(path, for_reading=True) as store:
        assert store.review.decision(L2_R2).is_bookmarked
    ada.act("save_session")
    assert "harbour.stcmp already" in ada.window.status.message


def test_a_comparison_on_which_nobody_decided_can_be_saved_as_well(
    ada: Reviewer, again: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen_name(monkeypatch, tmp_path / "harbour.stcmp")
    ada.act("save_session_as")
    ada.controller.editing.sessions.close()
    later = again()
    later.act("open_session")
    assert later.state.review == ada.review
    assert later.state.review is not None
    assert later.state.review.is_untouched


def opened_beside(ada: Reviewer, again: Callable[[], Desk], path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A second window on the session that the first one has decided in and saved."""
    ada.press("Space")
    chosen_name(monkeypatch, path)
    ada.act("save_session_as")
    later = again()
    later.controller.open_paths([path])
    return later


def test_a_second_window_reads_and_says_why_it_changes_nothing(
    ada: Reviewer, again: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = opened_beside(ada, again, tmp_path / "harbour.stcmp", monkeypatch)
    assert later.state.review == ada.review
    line = later.window.page._line
    assert re.fullmatch(
        r"“harbour\.stcmp” is open in another window \((\w+, )?since \d\d:\d\d\)\. "
        r"Here it can only be read; save it under another name to work on\.",
        line.text,
    )
    assert later.controller.edit(SetNote(L2_R2, "mine")) is False
    assert later.state.review == ada.review
    assert later.window.status.message == line.text
    later.controller.choose(2)
    confirm = later.window.actions_by_id["confirm"]
    confirm.trigger()
    assert not confirm.isChecked()
    later.act("close_pair")
    assert (line.text, later.window.status.message) == ("", "")


def test_what_can_only_be_read_can_be_worked_on_once_it_is_saved_under_another_name(
    ada: Reviewer, again: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = opened_beside(ada, again, tmp_path / "harbour.stcmp", monkeypatch)
    chosen_name(monkeypatch, tmp_path / "mine.stcmp")
    later.act("save_session_as")
    assert later.window.page._line.text == ""
    assert later.controller.edit(SetNote(L2_R2, "mine"))


def test_another_file_is_refused_in_words_and_what_is_open_stays(ada: Reviewer, tmp_path: Path) -> None:
    before = ada.state
    (tmp_path / "no.stcmp").write_text("not a session")
    ada.controller.open_paths([tmp_path / "no.stcmp"])
    assert ada.state == before
    assert "no.stcmp" in ada.window.status.message


def test_without_a_place_to_write_decisions_stay_in_hand(ada: Reviewer, folders: Folders) -> None:
    folders.data.mkdir(parents=True, exist_ok=True)
    folders.sessions.write_text("a file where the folder should be")
    ada.press("Space")
    assert ada.decision().is_confirmed
    assert str(folders.sessions) in ada.window.status.message
    ada.press("B")
    assert ada.decision().is_bookmarked


def test_swapping_the_sides_swaps_them_in_the_file(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> None:
    ada.press("Space")
    chosen_name(monkeypatch, tmp_path / "harbour.stcmp")
    ada.act("save_session_as")
    ada.act("swap")
    with Store.open(tmp_path / "harbour.stcmp", for_reading=True) as store:
        assert store.review.decision(L2_R2).is_confirmed
        assert [each.origin.path for each in store.sources] == ["/texts/b.txt", "/texts/a.txt"]
    assert in_data_folder(folders) == []


def test_swapping_the_sides_of_what_another_window_has_makes_a_copy(
    ada: Reviewer, again: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> None:
    later = opened_beside(ada, again, tmp_path / "harbour.stcmp", monkeypatch)
    before = (tmp_path / "harbour.stcmp").read_bytes()
    later.act("swap")
    assert (tmp_path / "harbour.stcmp").read_bytes() == before
    assert later.window.status.message == (
        "Your decisions are kept, without a name: save them under one. "
        "“harbour.stcmp” can only be read and stays as it is; this is a copy of it."
    )
    request = later.tasks.asked["compare"]
    later.tasks.answer_comparing(comparison(FOUR, request.left, request.right))  # type: ignore[attr-defined]
    assert later.controller.edit(SetNote(L2_R2, "mine"))
    (path,) = in_data_folder(folders)
    with Store.open(path, for_reading=True) as store:
        assert (store.review.decision(L2_R2).note, store.review.decision(L2_R2).is_confirmed) == ("mine", True)
        assert [each.origin.path for each in store.sources] == ["/texts/b.txt", "/texts/a.txt"]
    ada.press("B")
    with Store.open(tmp_path / "harbour.stcmp", for_reading=True) as store:
        assert store.review.decision(L2_R2).is_bookmarked


def described(ada: Reviewer, speaker: str, scenario: str = FOUR) -> None:
    """Say who speaks on the right, and answer the comparison that follows."""
    ada.controller.describe(Side.RIGHT, replace(ada.state.right.origin, speaker=speaker))
    left, right = (ada.state.side(side).described for side in Side)
    ada.tasks.answer_comparing(comparison(scenario, left, right))


def read_again(desk: Desk) -> None:
    desk.act("compare_again")
    desk.tasks.answer_reading("left", "Left one. Left two.")
    desk.tasks.answer_reading("right", "Right one. Right two.")


def test_who_speaks_outlives_closing_and_comparing_once_more(
    ada: Reviewer, again: Callable[[], Desk], folders: Folders
) -> None:
    described(ada, "The port", "A1=B1 A2!B2")
    ada.press("Space")
    described(ada, "Port of Ostrava", "A1=B1 A2!B2")
    (path,) = in_data_folder(folders)
    ada.controller.editing.sessions.close()
    later = again()
    later.controller.open_paths([path])
    assert later.state.right.origin.speaker == "Port of Ostrava"
    read_again(later)
    assert later.state.right.described is not None
    assert later.state.right.described.source.speaker == "Port of Ostrava"


def cut(desk: Desk, *, by_line: bool) -> Comparison:
    said = Signature("0", (("sentences_per_line", "yes" if by_line else "no"),), ())
    return replace(comparison("A1=B1", desk.state.left.statement, desk.state.right.statement), signature=said)


def test_a_session_that_is_opened_again_says_whether_a_line_is_a_sentence(
    ada: Reviewer, again: Callable[[], Desk], folders: Folders
) -> None:
    ada.press("Space")
    ada.controller.set_sentences_per_line(True)
    for side in ("left", "right"):
        ada.tasks.answer_reading(side, "One. Two.")
    ada.tasks.answer_comparing(cut(ada, by_line=True))
    (path,) = in_data_folder(folders)
    ada.controller.editing.sessions.close()
    with Store.open(path, for_reading=True) as store:
        assert store.options.sentences_per_line
    later = again()
    later.controller.open_paths([path])
    assert later.state.sentences_per_line
    assert later.window.actions_by_id["lines"].isChecked()


def test_a_session_whose_file_does_not_know_it_says_it_by_its_comparison(
    ada: Reviewer, again: Callable[[], Desk], tmp_path: Path
) -> None:
    """As files of before have it, where lines had become sentences since the session was begun."""
    with Store.create(tmp_path / "a.stcmp", cut(ada, by_line=False)) as store:
        store.apply(Compared(cut(ada, by_line=True)))
        assert not store.options.sentences_per_line
    later = again()
    later.controller.open_paths([tmp_path / "a.stcmp"])
    assert later.state.sentences_per_line
    later.act("undo")
    assert not later.state.sentences_per_line


def test_undoing_who_speaks_takes_the_name_back(ada: Reviewer) -> None:
    described(ada, "The port", "A1=B1 A2!B2")
    ada.press("Space")
    described(ada, "Port of Ostrava", "A1=B1 A2!B2")
    ada.act("undo")
    assert ada.state.right.origin.speaker == "The port"
    ada.act("redo")
    assert ada.state.right.origin.speaker == "Port of Ostrava"


def test_forgetting_deletes_work_without_a_name_but_what_is_open(ada: Reviewer, folders: Folders) -> None:
    ada.press("Space")
    (present,) = in_data_folder(folders)
    other = present.with_name("other.stcmp")
    other.write_bytes(present.read_bytes())
    ada.window.commands.saving.forget_pairs()
    assert in_data_folder(folders) == [present]


def test_undoing_goes_back_to_a_pair_whose_file_is_still_open(ada: Reviewer) -> None:
    ada.press("Space")
    ada.controller.paste(Side.LEFT, "Another text altogether.")
    ada.tasks.answer_reading("left", "Another text altogether.")
    ada.act("undo")
    assert ada.decision().is_confirmed
    assert ada.controller.edit(Confirm((pair_of(ada.review.comparison.links[0]),)))


def test_a_crash_leaves_work_that_its_pair_comes_back_with(ada: Reviewer, again: Callable[[], Desk]) -> None:
    """Another window may have written the list of pairs since: the pair itself says where the work is."""
    ada.press("Space")
    ada.controller.editing.sessions.close()
    later = again()
    pair = next(each for each in later.memory.recent.pairs if each.session)
    later.window.open_pair(pair)
    assert later.state.review == ada.review


def test_whenever_saving_is_ended_the_work_is_under_one_of_its_names(
    ada: Reviewer, folders: Folders, tmp_path: Path
) -> None:
    ada.press("Space")
    (present,) = in_data_folder(folders)
    seen: list[tuple[bool, str]] = []
    ada.controller.files.saved.connect(lambda _: seen.append((present.exists(), ada.memory.recent.pairs[0].session)))
    assert ada.controller.files.save(tmp_path / "harbour.stcmp")
    # The list of pairs names the new file while the old one is still there.
    assert seen == [(True, str(tmp_path / "harbour.stcmp"))]
    assert not present.exists()


def told_in_words(ada: Reviewer) -> list[str]:
    heard: list[str] = []
    ada.controller.editing.not_kept.connect(lambda _: heard.append(ada.said))
    ada.controller.editing.failed.connect(lambda _: heard.append(ada.said))
    return heard


def test_a_named_session_whose_folder_is_removed_goes_on_and_is_saved_elsewhere(
    ada: Reviewer, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    ada.press("Space")
    chosen_name(monkeypatch, stick / "harbour.stcmp")
    ada.act("save_session")
    shutil.rmtree(stick)
    heard = told_in_words(ada)
    ada.press("N")
    ada.type("ask the clerk")
    ada.press("Escape")
    assert ada.decision().note == "ask the clerk"
    (words,) = heard
    assert words.startswith("Your decisions are kept, without a name: save them under one.")
    assert "is not there any more" in words
    (present,) = in_data_folder(folders)
    assert ada.window.presenter.present_pair().session == str(present)
    assert [each.session for each in ada.memory.recent.pairs] == [str(present)]
    chosen_name(monkeypatch, tmp_path / "rescued.stcmp")
    ada.act("save_session")
    with Store.open(tmp_path / "rescued.stcmp", for_reading=True) as store:
        assert store.review == ada.review
    assert in_data_folder(folders) == []


def test_on_a_full_disk_the_window_says_so_and_what_was_typed_is_saved_elsewhere(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.press("Space")
    heard = told_in_words(ada)
    no_room = SessionError("session.full", "there is no room left on the disk")

    def full(*_: object) -> None:
        raise no_room

    with monkeypatch.context() as patch:
        patch.setattr(store_schema, "transaction", full)
        patch.setattr(unnamed, "new_path", full)
        ada.press("N")
        ada.type("ask the clerk")
        ada.press("Escape")
        ada.press("B")
        assert (ada.decision().note, ada.decision().is_bookmarked) == ("ask the clerk", True)
        (words,) = heard
        assert words.startswith("Your decisions are kept until the program ends, and not on the disk: there is no room")
    chosen_name(monkeypatch, tmp_path / "elsewhere.stcmp")
    ada.act("save_session")
    with Store.open(tmp_path / "elsewhere.stcmp", for_reading=True) as store:
        assert store.review == ada.review


def test_a_pair_that_was_closed_is_opened_again_and_worked_on(ada: Reviewer) -> None:
    """Undoing would bring it back, so that its file is still open: by this window, not by somebody else."""
    ada.press("Space")
    pair = ada.window.presenter.present_pair()
    ada.act("close_pair")
    ada.window.open_pair(pair)
    assert ada.decision().is_confirmed
    assert ada.state.former is None
    assert ada.controller.edit(Bookmark(L2_R2)), ada.said
    with Store.open(Path(pair.session), for_reading=True) as store:
        assert store.review == ada.review
    ada.act("undo")
    ada.act("undo")
    assert ada.review.is_untouched


def test_opening_what_is_open_changes_nothing(ada: Reviewer) -> None:
    ada.press("Space")
    before = ada.state
    pair = ada.window.presenter.present_pair()
    ada.window.open_pair(pair)
    ada.controller.open_paths([Path(pair.session)])
    assert ada.state is before
    assert ada.controller.edit(Bookmark(L2_R2)), ada.said


def test_thorough_verdicts_that_come_after_the_first_decision_go_into_its_file(ada: Reviewer, folders: Folders) -> None:
    ada.press("Space")
    (path,) = in_data_folder(folders)
    ada.controller._refine()
    ada.press("B")
    ada.tasks.answer_comparing(comparison("A1=B1:number A2~B2:date A3!B3:number"))
    assert in_data_folder(folders) == [path]
    assert (ada.decision().is_confirmed, ada.decision().is_bookmarked) == (False, True)
    for step in ("undo", "undo", "redo", "redo"):
        ada.act(step)
        with Store.open(path, for_reading=True) as store:
            assert store.review == ada.review


def test_what_is_made_of_a_session_is_called_as_the_session(ada: Reviewer, tmp_path: Path) -> None:
    assert file_name(ada.state) == "a - b"
    assert ada.controller.edit(Confirm((L2_R2,)))
    assert file_name(ada.state) == "a - b"  # kept in the data folder, without a name of its own
    assert ada.controller.files.save(tmp_path / "Harbour, the leak!.stcmp")
    assert file_name(ada.state) == "Harbour the leak"


def test_a_decision_on_a_part_that_was_taken_back_leaves_one_file(ada: Reviewer, folders: Folders) -> None:
    ada.controller.open_paths([Path("/texts/c.txt"), Path("/texts/d.txt")])
    for side in ("left", "right"):
        ada.tasks.answer_reading(side, "One. Two.")
    request = ada.tasks.asked["compare"]
    ada.tasks.partial.emit("compare", request, comparison("A1=B1:number A2!B2:date"))
    assert ada.controller.edit(Confirm((L2_R2,)))
    ada.tasks.partial.emit("compare", request, comparison("A1=B1:number A2!B2:date A3!B3:number"))
    assert ada.decision().is_confirmed
    ada.controller.undo()
    ada.tasks.answer_comparing(comparison(FOUR))
    assert ada.review.is_untouched
    (path,) = in_data_folder(folders)
    assert ada.state.steps is not None
    assert ada.state.steps.work.path == path


def test_closing_the_window_keeps_a_note_that_is_being_typed(ada: Reviewer, folders: Folders) -> None:
    ada.press("N")
    ada.type("ask the clerk")
    ada.window.close()
    (path,) = in_data_folder(folders)
    with Store.open(path, for_reading=True) as store:
        assert store.review.decision(L2_R2).note == "ask the clerk"
    ada.controller.editing.sessions.close()
    assert [each.name for each in folders.sessions.iterdir()] == [path.name]  # no lock and no journal is left


def test_two_windows_on_one_list_of_pairs_lose_none_and_no_work(
    ada: Reviewer, again: Callable[[], Desk], folders: Folders
) -> None:
    ada.press("Space")
    other = again()
    for name in "cdefg":
        other.controller.open_paths([Path(f"/texts/{name}.txt"), Path(f"/texts/{name}2.txt")])
        for side in ("left", "right"):
            other.tasks.answer_reading(side, "One. Two.")
        other.tasks.answer_comparing(comparison(FOUR))
        assert other.controller.edit(Bookmark(L2_R2))
        ada.press("B")
    ada.window.close()
    other.window.close()
    pairs = {Path(each.left.path).name: each for each in again().memory.recent.pairs}
    assert set(pairs) == {f"{name}.txt" for name in "acdefg"}
    assert {Path(each.session) for each in pairs.values()} == set(in_data_folder(folders))


def test_closing_asks_where_decisions_would_be_lost(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> None:
    folders.data.mkdir(parents=True, exist_ok=True)
    folders.sessions.write_text("a file where the folder should be")
    assert ada.window.commands.saving.may_close()  # nobody has decided anything
    ada.press("Space")
    ada.window.close()
    assert ada.window.isVisible()
    (box,) = ada.window.findChildren(QMessageBox)
    assert box.text() == "Your decisions could not be written. They would be lost."
    chosen_name(monkeypatch, tmp_path / "harbour.stcmp")
    ada.qtbot.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
    assert not ada.window.isVisible()
    with Store.open(tmp_path / "harbour.stcmp", for_reading=True) as store:
        assert store.review == ada.review


def test_closing_asks_nothing_where_there_is_room_again(ada: Reviewer, folders: Folders) -> None:
    folders.data.mkdir(parents=True, exist_ok=True)
    folders.sessions.write_text("a file where the folder should be")
    ada.press("Space")
    folders.sessions.unlink()
    ada.window.close()
    assert not ada.window.isVisible()
    (path,) = in_data_folder(folders)
    assert [each.session for each in ada.memory.recent.pairs] == [str(path)]


def test_decisions_that_nobody_wants_to_save_are_given_up(ada: Reviewer, folders: Folders) -> None:
    folders.data.mkdir(parents=True, exist_ok=True)
    folders.sessions.write_text("a file where the folder should be")
    ada.press("Space")
    ada.window.close()
    (box,) = ada.window.findChildren(QMessageBox)
    (button,) = (each for each in box.buttons() if each.text() == "Close and lose them")
    ada.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ada.window.isVisible()
