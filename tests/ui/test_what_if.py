"""What if: a pair whose sentences a person changes in the inspector, judged anew without changing any statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from scenario import comparison, statement

from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Entailment,
    EntailmentPair,
    Judged,
    Link,
    Preset,
    Reason,
    ReasonKind,
    Side,
    Span,
    Verdict,
)
from statement_compare.engine.progress import SILENT
from statement_compare.errors import StatementCompareError
from statement_compare.session.folders import Folders
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document
from statement_compare.ui.findings.what_if import LONGEST
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.theme import DARK, LIGHT
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.outcomes import Outcomes
from statement_compare.ui.widgets.sentence_edit import SentenceEdit
from statement_compare.ui.worker import JudgePair, engine

WITHOUT_MODEL = CompareOptions(languages=("en", "en"), use_model=False)
LEFT = statement("The plant employs 5,000 people.", "It opened in 2010.")
RIGHT = statement("There are 1,000 workers.", "It was opened in 2012.")
AGREEING = EntailmentPair(Entailment(0.96, 0.03, 0.01), Entailment(0.91, 0.08, 0.01))


def test_the_worker_judges_two_texts_as_one_pair() -> None:
    request = JudgePair("The plant employs 5,000 people.", "The plant employs 1,000 people.", WITHOUT_MODEL)
    judged = engine()(request, SILENT, lambda _: None)
    assert isinstance(judged, Judged)
    assert judged.link.verdict is Verdict.CONTRADICTION
    (reason,) = judged.link.reasons
    assert reason.left is not None
    assert reason.left.of(judged.left) == "5,000"


def two_findings() -> Comparison:
    made = comparison("A1!B1:number A2!B2:date", LEFT, RIGHT)
    first = Reason(ReasonKind.NUMBER, Span(18, 23), Span(10, 15), "number.differ")
    return replace(made, links=(replace(made.links[0], reasons=(first,)), made.links[1]))


def judged(request: object, verdict: Verdict = Verdict.AGREEMENT, left: str = "", right: str = "") -> Judged:
    """An answer to a request, whose one reason rests on these words of both sides."""
    assert isinstance(request, JudgePair)
    starts = request.left.index(left), request.right.index(right)
    spans = [Span(at, at + len(words)) for at, words in zip(starts, (left, right), strict=True)]
    reason = Reason(ReasonKind.NUMBER, spans[0], spans[1], "number.equal")
    link = Link((0,), (0,), 0.41, verdict, 0.83, (reason,) if left else (), AGREEING)
    return Judged(request.left, request.right, link)


class Desk:
    """A window on a comparison of two findings, the first of them chosen; the test answers for the worker."""

    def __init__(self, folders: Folders, qtbot: QtBot) -> None:
        load_fonts()
        self.qtbot = qtbot
        self.tasks = FakeTasks()
        self.document = Document()
        self.memory = Memory(folders)
        self.controller = Controller(self.document, self.tasks)  # type: ignore[arg-type]
        self.window = MainWindow(self.document, self.controller, self.memory, LIGHT, lambda: LIGHT)
        self.inspector = self.window.inspector

    def compare(self) -> None:
        self.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
        self.tasks.answer_reading("left", LEFT.source.text)
        self.tasks.answer_reading("right", RIGHT.source.text)
        self.tasks.answer_comparing(two_findings())

    def field(self, side: Side) -> SentenceEdit:
        left, right = self.inspector.findChildren(SentenceEdit)
        return left if side is Side.LEFT else right

    def button(self, words: str) -> QPushButton:
        return next(each for each in self.inspector.findChildren(QPushButton) if each.text() == words)

    def start(self) -> None:
        self.window.actions_by_id["what_if"].trigger()

    def type(self, side: Side, text: str) -> None:
        """Put `text` in the place of a whole side, as a person does who selects all and types."""
        self.field(side).selectAll()
        self.qtbot.keyClicks(self.field(side), text)

    def asked(self) -> JudgePair:
        """The request that comes once typing pauses."""
        self.qtbot.waitUntil(lambda: "what_if" in self.tasks.asked)
        request = self.tasks.asked["what_if"]
        assert isinstance(request, JudgePair)
        return request

    @property
    def requests(self) -> list[tuple[str, str]]:
        return [(each.left, each.right) for _, each in self.tasks.history if isinstance(each, JudgePair)]

    @property
    def heard(self) -> list[str]:
        return self.inspector.heard().splitlines()

    @property
    def note(self) -> str:
        return self.inspector.findChildren(ElidedLabel)[0].words


ORIGINAL = [
    "≠ Contradiction · number",
    "L1: The plant employs 5,000 people.",
    "R1: There are 1,000 workers.",
    "5,000 against 1,000.",
    "Verdict confidence: 0.90",
    "Wording in common: 50 %",
]
TRIED = "Left, L1, other words to try: "


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(folders, qtbot)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.compare()
    yield made
    made.window.close()


def test_the_key_turns_both_quotes_into_fields_and_says_that_it_is_an_experiment(desk: Desk, qtbot: QtBot) -> None:
    assert desk.heard == ORIGINAL
    qtbot.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert [desk.field(side).toPlainText() for side in Side] == [
        "The plant employs 5,000 people.",
        "There are 1,000 workers.",
    ]
    assert [desk.field(side).marked_words for side in Side] == [["5,000"], ["1,000"]]
    assert desk.heard[:2] == ["What if – the statements are not changed", "≠ Contradiction · number"]
    assert desk.note == "the statements are not changed"
    signs = [label for label in desk.inspector.findChildren(QLabel) if label.text() == "What if"]
    assert [sign.isVisible() for sign in signs] == [True]
    assert QApplication.focusWidget() is desk.field(Side.LEFT)
    assert desk.requests == []


def test_other_words_are_judged_once_typing_pauses_with_the_languages_and_the_preset(desk: Desk) -> None:
    desk.memory.keep_settings(replace(desk.memory.settings, preset=Preset.STRICT))
    desk.tasks.answer_comparing(two_findings())
    desk.start()
    desk.type(Side.LEFT, "The plant employs 1,000 people.")
    assert desk.requests == []
    request = desk.asked()
    assert desk.requests == [("The plant employs 1,000 people.", "There are 1,000 workers.")]
    assert request.options.languages == ("en", "en")
    assert request.options.preset is Preset.STRICT


def test_verdict_reason_marks_and_probabilities_follow_the_words(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "The plant employs 1,000 people.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.AGREEMENT, "1,000 people", "1,000 workers"))
    assert desk.heard == [
        "What if – the statements are not changed",
        "= Agreement · number",
        TRIED + "The plant employs 1,000 people.",
        "Right, R1, other words to try: There are 1,000 workers.",
        "The same figure: 1,000 people, 1,000 workers.",
        "Verdict confidence: 0.83",
        "Wording in common: 41 %",
        "Left read as premise, right as hypothesis: entails .96, neutral .03, contradicts .01",
        "Right read as premise, left as hypothesis: entails .91, neutral .08, contradicts .01",
    ]
    assert [desk.field(side).marked_words for side in Side] == [["1,000 people"], ["1,000 workers"]]
    assert desk.note == "was ≠ contradiction · the statements are not changed"


def test_the_right_side_can_be_changed_as_well(desk: Desk) -> None:
    desk.start()
    desk.type(Side.RIGHT, "There are 5,000 workers.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.AGREEMENT, "5,000", "5,000"))
    assert desk.field(Side.RIGHT).marked_words == ["5,000"]
    assert desk.heard[1] == "= Agreement · number"


def test_words_beyond_the_basic_plane_are_marked_where_they_stand(desk: Desk) -> None:
    desk.start()
    desk.field(Side.LEFT).setPlainText("\U0001d54b\U0001d550 plant has 1,000 people.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.AGREEMENT, "1,000 people", "1,000 workers"))
    assert desk.field(Side.LEFT).marked_words == ["1,000 people"]


def test_nothing_else_changes_by_it(desk: Desk) -> None:
    before = desk.document.state
    desk.start()
    desk.type(Side.LEFT, "Nobody works there.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    assert desk.document.state is before
    assert desk.window.panel.order() == (0, 1)
    assert desk.window.page.chosen_link == 0
    assert "≠ 2" in desk.window.status.field("contradiction")


@pytest.mark.parametrize("way", ["Esc", "button", "key"])
def test_there_are_three_ways_back_to_the_original(desk: Desk, qtbot: QtBot, way: str) -> None:
    desk.start()
    desk.type(Side.LEFT, "Nobody works there.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    if way == "Esc":
        qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Escape)
    elif way == "button":
        qtbot.mouseClick(desk.button("Back to the original"), Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.heard == ORIGINAL
    assert not desk.field(Side.LEFT).isVisible()
    assert QApplication.focusWidget() is desk.window.page.pane(desk.window.page.focused_side)
    desk.start()
    assert desk.field(Side.LEFT).toPlainText() == "The plant employs 5,000 people."


def test_escape_leaves_the_fields_before_it_stops_a_comparison(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    desk.controller.set_sentences_per_line(False)
    desk.memory.keep_settings(replace(desk.memory.settings, preset=Preset.LENIENT))
    assert desk.window.actions_by_id["stop"].isEnabled()
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(desk.field(Side.LEFT), override)
    assert override.isAccepted()
    qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Escape)
    assert not desk.inspector.is_trying
    assert desk.document.state.is_comparing


def test_another_finding_restores_the_original(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    desk.type(Side.LEFT, "Nobody works there.")
    qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.document.state.current == 1
    assert desk.heard[1:3] == ["L2: It opened in 2010.", "R2: It was opened in 2012."]
    qtbot.keyClick(desk.window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.heard == ORIGINAL


def test_while_one_pair_is_judged_only_the_last_wish_waits_and_earlier_answers_are_dropped(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    first = desk.asked()
    for words in ("Two.", "Three."):
        desk.type(Side.LEFT, words)
        desk.qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Return)
    assert [left for left, _ in desk.requests] == ["One."]
    desk.tasks.answer("what_if", judged(first, Verdict.QUALIFIED))
    assert [left for left, _ in desk.requests] == ["One.", "Three."]
    assert desk.heard[1] == "≠ Contradiction · number"
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    assert desk.heard[1] == "? Unclear"


def test_an_answer_to_words_that_were_changed_since_is_not_shown(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    request = desk.asked()
    desk.type(Side.LEFT, "Two.")
    desk.tasks.answer("what_if", judged(request, Verdict.QUALIFIED))
    assert desk.heard[1] == "≠ Contradiction · number"


def test_an_answer_that_comes_after_leaving_is_not_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    request = desk.asked()
    qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Escape)
    desk.tasks.answer("what_if", judged(request, Verdict.QUALIFIED))
    assert desk.heard == ORIGINAL


def test_a_slow_answer_is_announced(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    request = desk.asked()
    desk.qtbot.waitUntil(lambda: desk.heard[1] == "Judging…")
    desk.tasks.answer("what_if", judged(request, Verdict.UNCLEAR))
    assert desk.heard[1] == "? Unclear"


def test_return_judges_at_once_and_breaks_no_line(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Return)
    assert desk.requests == [("One.", "There are 1,000 workers.")]


def test_typing_undoes_and_the_original_words_have_their_verdict_back(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    field = desk.field(Side.LEFT)
    qtbot.keyClicks(field, "Now ")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    assert desk.heard[1] == "? Unclear"
    while field.document().isUndoAvailable():
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "The plant employs 5,000 people."
    assert desk.heard[1] == "≠ Contradiction · number"
    assert [desk.field(side).marked_words for side in Side] == [["5,000"], ["1,000"]]
    assert desk.requests == [("Now The plant employs 5,000 people.", "There are 1,000 workers.")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Both sides need some words to be judged."),
        (" \t ", "Both sides need some words to be judged."),
        ("x" * (LONGEST + 1), "This is too long to be judged as one pair: at most 4,000 characters a side."),
    ],
)
def test_what_cannot_be_judged_is_not_asked_for_and_said(desk: Desk, words: str, said: str) -> None:
    desk.start()
    desk.field(Side.RIGHT).setPlainText(words)
    desk.qtbot.waitUntil(lambda: desk.heard[1] == said)
    assert desk.requests == []
    assert desk.heard[-2:] == ["Verdict confidence: –", "Wording in common: –"]
    assert [desk.field(side).marked_words for side in Side] == [[], []]
    desk.type(Side.RIGHT, "There are 5,000 workers.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.AGREEMENT, "5,000", "5,000"))
    assert desk.heard[1] == "= Agreement · number"


def test_a_failure_is_told_where_the_verdict_would_stand(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    desk.asked()
    desk.tasks.refuse("what_if", StatementCompareError("out_of_memory", "no memory"))
    assert desk.heard[1].startswith("This pair could not be judged: There is not enough memory")
    assert all(outcomes.isHidden() for outcomes in desk.inspector.findChildren(Outcomes))


def test_what_is_tried_outlives_a_new_comparison_of_the_same_texts_and_is_asked_again(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    desk.memory.keep_settings(replace(desk.memory.settings, preset=Preset.LENIENT))
    made = two_findings()
    softer = replace(made.links[0], verdict=Verdict.QUALIFIED)
    desk.tasks.answer_comparing(replace(made, links=(softer, made.links[1])))
    assert desk.field(Side.LEFT).toPlainText() == "One."
    assert [left for left, _ in desk.requests] == ["One.", "One."]
    assert desk.asked().options.preset is Preset.LENIENT
    desk.tasks.answer("what_if", judged(desk.asked(), Verdict.UNCLEAR))
    assert desk.note == "was ~ qualified · the statements are not changed"


def test_another_theme_keeps_what_is_tried(desk: Desk) -> None:
    desk.start()
    desk.type(Side.LEFT, "One.")
    desk.window.set_theme(DARK)
    assert desk.field(Side.LEFT).toPlainText() == "One."


def test_an_unanswered_sentence_has_nothing_to_try(desk: Desk) -> None:
    made = two_findings()
    desk.controller.compare_again()
    desk.tasks.answer_reading("left", LEFT.source.text)
    desk.tasks.answer_reading("right", RIGHT.source.text)
    desk.tasks.answer_comparing(replace(made, links=made.links[:1], only_left=(1,), only_right=(1,)))
    desk.window.presenter.show_list(unanswered=True)
    desk.window.panel.unanswered_list.choose_row(0)
    assert not desk.button("What if…").isVisible()
    desk.start()
    assert not desk.inspector.is_trying
    assert desk.window.status.message == "Choose a finding to try other words in it."


def test_the_key_brings_a_hidden_inspector_back(desk: Desk) -> None:
    desk.window.actions_by_id["inspector"].trigger()
    assert not desk.inspector.isVisible()
    desk.start()
    assert desk.field(Side.LEFT).isVisible()


def test_tab_leads_from_one_field_to_the_other_and_back(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.field(Side.RIGHT)
    qtbot.keyClick(desk.field(Side.RIGHT), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is desk.field(Side.LEFT)
    assert desk.field(Side.LEFT).toPlainText() == "The plant employs 5,000 people."


def test_the_button_names_the_key(desk: Desk) -> None:
    assert desk.button("What if…").toolTip().endswith("(Ctrl+E)")
    desk.memory.keep_settings(replace(desk.memory.settings, shortcuts=(("what_if", "Ctrl+T"),)))
    assert desk.button("What if…").toolTip().endswith("(Ctrl+T)")


def test_at_the_smallest_window_nothing_is_wider_than_the_inspector(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(840, 480)
    desk.start()
    qtbot.waitUntil(lambda: desk.window.width() == 840)
    back = desk.button("Back to the original")
    for widget in (*desk.inspector.findChildren(SentenceEdit), back):
        right_edge = widget.mapTo(desk.inspector, widget.rect().topRight()).x()
        assert right_edge < desk.inspector.width() - 240


def test_escape_gives_the_keyboard_back_to_where_it_was(desk: Desk) -> None:
    cards = desk.window.panel.findings_list
    cards.setFocus()
    desk.start()
    desk.qtbot.keyClick(desk.field(Side.LEFT), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is cards
