"""The language of the window: which one is chosen, and that all that is shown takes another one while it runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Comparison, Entailment, EntailmentPair, Verdict
from statement_compare.engine.reported import ReportChoice
from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.edits import Bookmark, Confirm, Dismiss, SetNote, SetStatus, SetVerdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter, Mark
from statement_compare.session.review import Status, pair_of
from statement_compare.ui import languages
from statement_compare.ui.app import Program
from statement_compare.ui.compare.header import Header
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.controller import Controller
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.document import Document
from statement_compare.ui.findings.gauges import Gauges
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.strings import LANGUAGES, Language, language, say
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.quote import Quote
from statement_compare.ui.worker import LoadedModels, Render

SCENARIO = "A1!B2:number A2=B3 A3~B1 A4?B4"
READS = Entailment(0.1, 0.2, 0.7)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    yield
    languages.use("en")


class Desk:
    """A window with everything behind it but the worker."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        load_fonts()
        self.tasks = FakeTasks()
        self.document = Document()
        self.memory = Memory(Folders(folder / "config", folder / "data"))
        self.controller = Controller(self.document, self.tasks)  # type: ignore[arg-type]
        self.window = MainWindow(self.document, self.controller, self.memory, LIGHT, lambda: LIGHT)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()

    def open(self, made: Comparison | None = None) -> None:
        self.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
        self.tasks.answer_reading("left", "Left one. Left two.")
        self.tasks.answer_reading("right", "Right one. Right two.")
        self.tasks.answer_comparing(made or comparison(SCENARIO))

    def switch(self, code: str) -> None:
        languages.use(code)
        self.window.retranslate()


Situation = Callable[[Desk], None]


def nothing_open(_: Desk) -> None:
    pass


def one_side_open(desk: Desk) -> None:
    desk.controller.open_paths([Path("/texts/a.txt")])
    desk.tasks.answer_reading("left", "Left one. Left two.")


def pair_open(desk: Desk) -> None:
    desk.open()
    desk.tasks.finished.emit("models", None, LoadedModels("encoder", "judge", ""))


def being_compared(desk: Desk) -> None:
    desk.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
    desk.tasks.answer_reading("left", "Left one. Left two.")
    desk.tasks.answer_reading("right", "Right one. Right two.")


def searched_and_filtered(desk: Desk) -> None:
    desk.open()
    desk.window.bar.search.setText("a")
    desk.window.panel.findChild(QLineEdit).setText("nosuchwords")


def unanswered_shown(desk: Desk) -> None:
    desk.open(comparison("A1=B1 A3=B3"))
    desk.window.actions_by_id["unanswered"].trigger()


def trying_words(desk: Desk) -> None:
    desk.open()
    desk.window.actions_by_id["what_if"].trigger()


def decided(desk: Desk) -> None:
    """Every kind of decision on the first finding, one of which is undone, and a filter that asks for decisions."""
    desk.open()
    review = desk.document.state.review
    assert review is not None
    pair = pair_of(review.comparison.links[0])
    for edit in (
        SetVerdict(pair, Verdict.UNCLEAR, "7"),
        Confirm((pair,)),
        Bookmark(pair),
        SetNote(pair, "8"),
        SetStatus(pair, Status.ASKED),
        Dismiss(pair),
    ):
        assert desk.controller.edit(edit)
    desk.controller.undo()
    desk.window.panel.set_filter(Filter(marks=frozenset({Mark.DECIDED})))


def asked_for_a_reason(desk: Desk) -> None:
    desk.open()
    desk.window.actions_by_id["verdict_agreement"].trigger()


def asked_for_a_note(desk: Desk) -> None:
    desk.open()
    desk.window.actions_by_id["note"].trigger()


def compared_otherwise(desk: Desk) -> None:
    """What has changed stands in the line below and in a list of its own."""
    desk.open()
    pair = ((0,), (1,))
    changes = (
        Change(ChangeKind.VERDICT, pair, Verdict.UNCLEAR, Verdict.CONTRADICTION),
        Change(ChangeKind.NEW, pair, None, Verdict.AGREEMENT),
        Change(ChangeKind.GONE, pair, Verdict.QUALIFIED, None),
    )
    desk.document.put(replace(desk.document.state, changes=changes))
    desk.window.actions_by_id["changes"].trigger()


def original_shown(desk: Desk) -> None:
    desk.open()
    desk.window.actions_by_id["original"].trigger()


SITUATIONS: list[Situation] = [
    nothing_open,
    one_side_open,
    pair_open,
    being_compared,
    searched_and_filtered,
    unanswered_shown,
    trying_words,
    decided,
    asked_for_a_reason,
    asked_for_a_note,
    compared_otherwise,
    original_shown,
]


def said(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Everything that a window says in words, to the eye and to a screen reader, with where it stands."""
    for widget in (window, *window.findChildren(QWidget)):
        # What they show is told anew before they are seen again.
        told = widget if isinstance(widget, Quote | Gauges) else widget.parent()
        if isinstance(told, Quote | Gauges) and not told.isVisibleTo(window):
            continue
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield where, widget.accessibleName()
        yield where, widget.accessibleDescription()
        yield where, widget.toolTip()
        yield where, widget.statusTip()
        yield where, widget.windowTitle()
        if isinstance(widget, ElidedLabel):
            yield where, widget.words
        elif isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield where, widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(row)) for row in range(widget.count()))
        if isinstance(widget, QMenu):
            yield where, widget.title()
        if isinstance(widget, QAbstractItemView):
            yield from ((where, words) for words in heard(widget.model()))
        if isinstance(widget, Pane) and widget.notice is not None:
            yield where, widget.notice.title
            yield where, widget.notice.text
        if isinstance(widget, Header):
            yield where, " ".join(widget.shown(1000))
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()}", action.statusTip()


def heard(model: QAbstractItemModel | None) -> Iterator[str]:
    for row in range(0 if model is None else model.rowCount(QModelIndex())):
        index = model.index(row, 0)  # type: ignore[union-attr]
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(index.data(role) or "")


def test_the_first_of_the_systems_languages_that_is_known_is_spoken() -> None:
    assert languages.resolve("system", ["kk-KZ", "ru-RU", "en"]) == "kk"
    assert languages.resolve("system", ["de-AT", "de", "ru_RU"]) == "ru"
    assert languages.resolve("system", ["pt-BR"]) == "en"
    assert languages.resolve("system", []) == "en"


@pytest.mark.parametrize(("choice", "code"), [("ru", "ru"), ("en", "en"), ("tlh", "en")])
def test_a_chosen_language_is_kept_whatever_the_system_says(choice: str, code: str) -> None:
    assert languages.resolve(choice, ["kk-KZ"]) == code


def test_qt_itself_follows_as_far_as_it_can(qapp: QApplication) -> None:
    languages.use("ru")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Отмена"
    languages.use("kk")
    languages.use("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    qapp.processEvents()
    assert qapp.findChildren(QTranslator) == []


@pytest.mark.parametrize("code", ["ru", "kk"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_window_that_changes_its_language_says_what_one_says_that_never_spoke_another(
    tmp_path: Path, qtbot: QtBot, situation: Situation, code: str
) -> None:
    changed = Desk(tmp_path / "changed", qtbot)
    situation(changed)
    changed.switch(code)
    own = Desk(tmp_path / "own", qtbot)
    situation(own)
    own.window.status.hint("")
    pairs = zip(said(changed.window), said(own.window), strict=True)
    assert [(one, other) for one, other in pairs if one != other] == []


@pytest.mark.parametrize("situation", SITUATIONS)
def test_nothing_is_said_past_the_table_of_words(
    tmp_path: Path, qtbot: QtBot, situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a language of Greek letters no Latin word is left, but for those of texts, files, keys and the engine."""
    table = {
        key: tuple(map(in_greek, words)) if isinstance(words, tuple) else in_greek(words)
        for key, words in LANGUAGES["en"].table.items()
    }
    monkeypatch.setitem(LANGUAGES, "xx", Language("Greek", table, LANGUAGES["en"].plural, ","))
    desk = Desk(tmp_path, qtbot)
    situation(desk)
    desk.switch("xx")
    latin = [(where, words) for where, words in said(desk.window) if re.search(r"[A-Za-z]{3}", without_texts(words))]
    assert latin == []


LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβγδεζηθικλμνξοπρσςτυφχψωά")


def in_greek(words: str) -> str:
    parts = re.split(r"(\{\w*\})", words)
    return "".join(part if part.startswith("{") else part.lower().translate(LETTERS) for part in parts)


def without_texts(words: str) -> str:
    """Words without those of the texts, of file names, keys and encodings."""
    known = r"(Left|Right) \w+|\w+\.txt| is so\b| against | encoder\b|/texts/\S+|nosuchwords"
    keys = r"\b(Alt|Ctrl|Shift|Ins|Esc|Down|Up|PgUp|PgDown|Del|Space)\b"
    encodings = r"utf-\d+|cp\d+|koi8-r|iso-8859-\d+|mac-cyrillic"
    return re.sub(f"{known}|{keys}|{encodings}|color:#\\w+|&nbsp;|style|span|<[^>]*>|qt_\\w+", "", words)


def test_what_a_person_has_before_her_stays_when_the_language_changes(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, qtbot)
    many = "\n\n".join(f"The plant has {i} halls and a yard. It was built long ago." for i in range(80))
    desk.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
    left = desk.tasks.answer_reading("left", many)
    right = desk.tasks.answer_reading("right", many)
    made = comparison(" ".join(f"A{i}!B{i}:number" for i in range(1, 60)), left, right)
    desk.tasks.answer_comparing(made)
    window = desk.window
    window.panel.findChild(QLineEdit).setText("1")
    window.presenter.choose(made.links.index(made.links[11]))
    window.bar.search.setText("left")
    window.presenter.search.step(forward=True)
    window.panel.findings_list.verticalScrollBar().setValue(40)
    before = (
        desk.document.state,
        window.panel.shown,
        window.panel.order(),
        window.page.scroll_state(),
        window.page.chosen_link,
        window.page.hit,
        window.page.hit_count,
        window.panel.findings_list.verticalScrollBar().value(),
        [index.row() for index in window.panel.findings_list.selectionModel().selectedIndexes()],
        window.bar.search.text(),
        window.focusWidget(),
    )
    desk.switch("ru")
    qtbot.wait(10)
    assert before == (
        desk.document.state,
        window.panel.shown,
        window.panel.order(),
        window.page.scroll_state(),
        window.page.chosen_link,
        window.page.hit,
        window.page.hit_count,
        window.panel.findings_list.verticalScrollBar().value(),
        [index.row() for index in window.panel.findings_list.selectionModel().selectedIndexes()],
        window.bar.search.text(),
        window.focusWidget(),
    )


def test_words_that_are_being_tried_stay_when_the_language_changes(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, qtbot)
    trying_words(desk)
    field = desk.window.inspector.findChild(QPlainTextEdit)
    field.insertPlainText("Not ")
    typed = field.toPlainText()
    desk.switch("kk")
    assert desk.window.inspector.is_trying
    assert field.toPlainText() == typed
    assert field.document().isUndoAvailable()


def test_figures_of_a_model_are_told_in_the_present_language(tmp_path: Path, qtbot: QtBot) -> None:
    made = comparison(SCENARIO)
    links = tuple(replace(link, entailment=EntailmentPair(READS, READS)) for link in made.links)
    desk = Desk(tmp_path, qtbot)
    desk.open(replace(made, links=links))
    desk.switch("ru")
    told = desk.window.inspector.heard()
    assert "Левое как посылка, правое как гипотеза: следует .10, не решено .20, противоречит .70" in told


def test_the_page_of_settings_offers_each_language_by_its_own_name(tmp_path: Path, qtbot: QtBot) -> None:
    languages.use("ru")
    memory = Memory(Folders(tmp_path / "config", tmp_path / "data"))
    dialog = SettingsDialog(memory.settings, LIGHT)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "languages")
    assert [box.itemText(row) for row in range(box.count())] == ["Как в системе", "English", "Русский", "Қазақша"]
    box.setCurrentIndex(3)
    assert dialog.settings.language == "kk"


def test_reasons_and_reports_are_in_the_language_of_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, qtbot)
    desk.open(comparison("A1!B2:number"))
    desk.switch("ru")
    assert "Left 1 против Right 2." in desk.window.inspector.heard()
    desk.controller.write_report(tmp_path / "page.html", "html")
    request = desk.tasks.asked["report"]
    assert isinstance(request, Render)
    assert request.choice == ReportChoice(language="ru")


def test_a_change_of_the_settings_is_heard_at_once_and_at_the_next_start(
    folders: Folders, qapp: QApplication, qtbot: QtBot
) -> None:
    style_sheet = qapp.styleSheet()
    program = Program(qapp, folders)
    qtbot.addWidget(program.window)
    assert program.window.menuBar().actions()[0].text() == "&File"
    program.memory.keep_settings(replace(program.memory.settings, language="kk"))
    assert program.window.menuBar().actions()[1].text() == "Өң&деу"
    program.close()
    assert language() == "en"
    again = Program(qapp, folders)
    qtbot.addWidget(again.window)
    assert again.window.actions_by_id["quit"].text() == "Шығу"
    again.close()
    qapp.setStyleSheet(style_sheet)


def test_what_was_wrong_with_the_settings_is_told_in_the_language_that_they_name(
    folders: Folders, qapp: QApplication
) -> None:
    assert qapp is not None
    folders.settings.parent.mkdir(parents=True)
    folders.settings.write_text('{"language": "ru", "zoom_percent": 7}', encoding="utf-8")
    memory = Memory(folders)
    languages.use(languages.resolve(memory.settings.language))
    assert memory.notices == ("Некоторые настройки не имели смысла и сброшены: zoom_percent",)


def test_before_there_is_a_choice_english_is_spoken() -> None:
    assert language() == "en"
    assert say("side.left") == "Left"
