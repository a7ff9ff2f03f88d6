"""A person with a keyboard takes two real files from opening to a report: what she decided is there the next day."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from two_texts import texts

from statement_compare.engine.model import Role, Side, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.review import Decision, Pair, Review, Status, pair_of
from statement_compare.session.store import Store
from statement_compare.ui.app import Program
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.document import State

WAIT_MS = 20_000
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
# No model, so that texts are compared at once; a role has no key unless a person gives it one.
SETTINGS = {"model": "none", "reviewer": "Ada", "shortcuts": {"role_opinion": "Ctrl+Alt+P"}}


class Person:
    """Presses keys in the program's window and reads what it holds."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        program.show()
        qtbot.waitExposed(program.window)
        program.window.resize(1280, 800)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)

    def press(self, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        self.qtbot.keyClick(focus or self.program.window, getattr(Qt.Key, f"Key_{key}"), modifiers)

    def type(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit | QPlainTextEdit)
        self.qtbot.keyClicks(focus, words)

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=WAIT_MS)

    def wait_for_comparison(self) -> None:
        self.wait(lambda: self.state.review is not None and not self.state.is_comparing and not self.state.is_partial)

    def choose(self, number: int) -> Pair:
        """Go to the finding of a sentence of the left text, counted from one."""
        for _ in range(60):
            if self.state.chosen is not None and self.state.chosen.left == (number - 1,):
                return pair_of(self.state.chosen)
            self.press("Down", ALT)
        raise AssertionError(f"no finding of L{number}: {self.program.window.panel.order()}")

    def go_to(self, side: Side, number: int) -> None:
        """Walk to a sentence in a text."""
        page = self.program.window.page
        self.press("3", CONTROL)
        if page.focused_side is not side:
            self.press("F6")
        for _ in range(60):
            here = page.chosen_sentence(side)
            if here == number - 1:
                return
            self.press("Right" if here is None or here < number - 1 else "Left")
        raise AssertionError(f"{side} {number} is not reached")

    def decide(self, key: str, reason: str) -> None:
        self.press(key)
        self.type(reason)
        self.press("Return")

    @property
    def state(self) -> State:
        return self.program.document.state

    @property
    def review(self) -> Review:
        assert self.state.review is not None
        return self.state.review

    @property
    def edits(self) -> int:
        return 0 if self.state.steps is None else len(self.state.steps.work.entries)

    def pairs(self) -> set[Pair]:
        return {pair_of(each) for each in self.review.comparison.links}


@pytest.fixture
def start(folders: Folders, qtbot: QtBot) -> Iterator[Callable[..., Person]]:
    """Starts the program on files, after ending the one that runs."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style_sheet = application.styleSheet()
    folders.config.mkdir(parents=True)
    folders.settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
    programs: list[Program] = []

    def end() -> None:
        for each in programs:
            each.window.close()
            each.close()
        programs.clear()

    def started(*files: Path) -> Person:
        end()
        program = Program(application, folders)
        programs.append(program)
        person = Person(program, qtbot)
        program.open(list(files))
        if files or program.memory.recent.pairs:
            person.wait_for_comparison()
        return person

    yield started
    end()
    application.setStyleSheet(style_sheet)


def test_from_opening_to_a_report_by_keys_alone(
    start: Callable[..., Person], tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = start()
    files = [str(each) for each in texts(tmp_path)]
    answer(monkeypatch, files)
    ada.press("O", CONTROL)
    ada.wait_for_comparison()
    assert {((i,), (i,)) for i in range(20)} <= ada.pairs()
    ada.press("1", CONTROL)

    decided = {}
    for number, key in ((2, "Space"), (4, "Delete"), (6, "B"), (8, "2"), (10, "3"), (12, "4")):
        decided[key] = ada.choose(number)
        ada.press(key)
    for number, key, reason in (
        (14, "U", "other years"),
        (16, "A", "a slip"),
        (18, "Q", "both hold"),
        (1, "C", "see the table"),
    ):
        decided[key] = ada.choose(number)
        ada.decide(key, reason)
    for number, note in ((3, "ask the clerk"), (5, "call again")):
        decided[note] = ada.choose(number)
        ada.press("N")
        ada.type(note)
        ada.press("Escape")
    assert ada.edits == 12

    ada.choose(20)
    ada.press("U", CONTROL)  # unlink
    assert ((19,), (19,)) not in ada.pairs()
    ada.go_to(Side.LEFT, 20)
    ada.press("P", CONTROL | ALT)  # its role
    assert ada.review.comparison.left.sentences[19].role is Role.OPINION
    ada.press("Space", CONTROL)
    ada.go_to(Side.RIGHT, 19)
    ada.press("Space", CONTROL)
    ada.press("L", CONTROL)  # link
    ada.wait(lambda: ((19,), (18,)) in ada.pairs())
    ada.choose(7)
    ada.go_to(Side.LEFT, 7)
    ada.go_to(Side.RIGHT, 8)
    ada.press("Space", CONTROL)
    ada.choose(7)
    ada.press("M", CONTROL)  # merge
    ada.wait(lambda: ((6,), (6, 7)) in ada.pairs())
    ada.press("L", CONTROL | SHIFT)  # split
    ada.wait(lambda: ((6,), (7,)) in ada.pairs())
    ada.press("1", CONTROL)
    for number in (9, 11, 13):
        ada.choose(number)
        ada.press("Space")
    assert ada.edits == 20

    whole = ada.review
    for _ in range(4):
        ada.press("Z", CONTROL)
    assert ((6,), (6, 7)) in ada.pairs()
    for _ in range(3):
        ada.press("Z", CONTROL | SHIFT)
    left_so = ada.review
    assert left_so != whole
    names = ada.state.undo_name, ada.state.redo_name
    ada.press("Q", CONTROL)
    assert not ada.program.window.isVisible()

    bea = start()
    assert bea.review == left_so
    assert (bea.state.undo_name, bea.state.redo_name) == names
    bea.press("Z", CONTROL | SHIFT)
    assert bea.review == whole
    review = bea.review
    assert review.decision(decided["Space"]).is_confirmed
    assert review.decision(decided["Delete"]).is_dismissed
    assert review.decision(decided["B"]).is_bookmarked
    kinds = (Status.ASKED, Status.ANSWERED, Status.SETTLED)
    assert tuple(review.decision(decided[key]).status for key in "234") == kinds
    verdicts = (Verdict.UNCLEAR, Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.CONTRADICTION)
    assert tuple(review.decision(decided[key]).verdict for key in "UAQC") == verdicts
    assert review.decision(decided["U"]).reason == "other years"
    assert review.decision(decided["ask the clerk"]).note == "ask the clerk"
    assert {each.reviewer for each in review.decisions.values() if each != Decision()} == {"Ada"}

    report = tmp_path / "report.json"
    answer(monkeypatch, report)
    bea.press("S", CONTROL | SHIFT)
    (page,) = bea.program.window.findChildren(ReportDialog)
    bea.qtbot.keyClick(page, Qt.Key.Key_Return)
    bea.wait(report.exists)
    bea.qtbot.keyClick(page, Qt.Key.Key_Escape)
    bea.program.window.activateWindow()
    bea.wait(bea.program.window.isActiveWindow)
    written = report.read_text(encoding="utf-8")
    assert all(words in written for words in ("other years", "ask the clerk", "see the table"))
    answer(monkeypatch, tmp_path / "harbour")
    bea.press("S", CONTROL)
    assert list(folders.sessions.iterdir()) == []
    with Store.open(tmp_path / "harbour.stcmp", for_reading=True) as store:
        assert store.review == whole


def test_a_file_that_has_changed_since_is_told_and_compared_on_a_wish(
    start: Callable[..., Person], tmp_path: Path
) -> None:
    left, right = texts(tmp_path)
    ada = start(left, right)
    page = ada.program.window.page
    ada.press("1", CONTROL)
    confirmed = ada.choose(2)
    ada.press("Space")
    noted = ada.choose(4)
    ada.press("B")
    same = ada.choose(8)
    ada.press("Space")
    named = tmp_path / "harbour.stcmp"
    assert ada.program.controller.files.save(named)
    assert page._line.text == ""

    words = right.read_text(encoding="utf-8")
    new = words.replace("employed 15 people", "employed 11 people")
    assert new != words
    right.write_text(new, encoding="utf-8")
    bea = start()
    line = bea.program.window.page._line
    assert line.text == "right.txt has changed since this was saved. You see it as it was."
    assert bea.review.decision(confirmed).is_confirmed
    assert bea.review.proposed.right.source.text == words
    bea.choose(6)
    bea.press("B")
    assert line.text.startswith("right.txt has changed")  # as long as it holds
    bea.qtbot.mouseClick(line._offer, Qt.MouseButton.LeftButton)
    bea.wait(lambda: bea.state.review is not None and bea.review.proposed.right.source.text == new)
    assert line.text == ""
    (verdict,) = [each.verdict for each in bea.review.comparison.links if pair_of(each) == confirmed]
    assert verdict is Verdict.AGREEMENT
    assert bea.program.window.status.field("changes") == "1 confirmation lapsed"
    assert not bea.review.decision(confirmed).is_confirmed
    assert bea.review.decision(same).is_confirmed
    assert bea.review.decision(noted).is_bookmarked
    with Store.open(named, for_reading=True) as store:
        assert store.review == bea.review
        assert store.first.right.source.text == words
        assert store.sources[1].content == new.encode()
        assert store.sources[1].is_file
    bea.press("Z", CONTROL)
    assert bea.review.proposed.right.source.text == words
    bea.press("Z", CONTROL | SHIFT)

    # The old version lies nowhere but in the session: it is there still when the sides are swapped.
    bea.press("Backslash", ALT)
    bea.wait_for_comparison()
    with Store.open(named, for_reading=True) as store:
        kept = [(each.content, each.is_file) for each in store.documents]
        assert kept[:2] == [(words.encode(), True), (left.read_bytes(), True)]
        assert (new.encode(), True) in kept
    bea.press("Backslash", ALT)
    bea.wait_for_comparison()
    again = start()
    assert again.program.window.page._line.text == ""
    assert again.review.proposed.right.source.text == new


def test_a_named_session_on_which_nobody_decided_takes_the_new_version_into_its_file(
    start: Callable[..., Person], tmp_path: Path
) -> None:
    left, right = texts(tmp_path)
    ada = start(left, right)
    named = tmp_path / "harbour.stcmp"
    assert ada.program.controller.files.save(named)
    for path in (left, right):
        path.write_text(path.read_text(encoding="utf-8") + "The port was closed.\n", encoding="utf-8")
    bea = start()
    line = bea.program.window.page._line
    assert line.text.startswith("left.txt and right.txt have changed")
    bea.qtbot.mouseClick(line._offer, Qt.MouseButton.LeftButton)
    bea.wait(lambda: bea.state.review is not None and len(bea.review.proposed.right.sentences) == 21)
    assert len(bea.review.proposed.left.sentences) == 21
    assert bea.state.steps is not None
    assert bea.state.steps.work.path == named
    with Store.open(named, for_reading=True) as store:
        assert len(store.review.proposed.left.sentences) == 21
        assert len(store.first.left.sentences) == 20


def test_a_file_that_is_gone_leaves_the_work_as_it_was(start: Callable[..., Person], tmp_path: Path) -> None:
    left, right = texts(tmp_path)
    ada = start(left, right)
    ada.press("1", CONTROL)
    ada.press("Space")
    before = ada.review
    left.unlink()
    bea = start()
    assert bea.review == before
    assert bea.program.window.page._line.text == ""
