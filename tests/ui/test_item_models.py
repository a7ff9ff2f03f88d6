"""The models behind the lists keep the rules of Qt through all that a person does with them.

Each model that the window makes is watched by Qt's own tester, which writes a warning for every rule that is broken,
such as rows that come without a word; a warning fails a test here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement

from statement_compare.engine.ledger import ledger
from statement_compare.engine.model import Side, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter, Mark
from statement_compare.ui import languages
from statement_compare.ui.findings.facts_model import FactFilter

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = statement(
    "The port ships 5,000 barrels a day.",
    "It opened on 3 May 2019.",
    "Some 340 people work there.",
    "The pier was built of oak.",
    "The lighthouse needs paint.",
    path="/texts/left.txt",
)
RIGHT = statement(
    "The port ships 1,000 barrels a day.",
    "It opened on 3 May 2019.",
    "The pier was built of pine.",
    "Nobody counted the 77 trucks.",
    path="/texts/right.txt",
)
MADE = comparison("A1!B1:number A2=B2:date A4~B3:wording", LEFT, RIGHT)
AGAIN = comparison("A1!B1:number A2=B2:date A3?B4 A4!B3:wording", LEFT, RIGHT)


def own_models(kind: type[QAbstractItemModel] = QAbstractItemModel) -> Iterator[type[QAbstractItemModel]]:
    """Every item model of the program, whatever it is derived from."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("statement_compare."):
            yield each
        yield from own_models(each)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many models of each class were made, all of them watched from their first moment on."""
    made: dict[str, int] = {}

    def watch(kind: type[QAbstractItemModel]) -> None:
        begin = kind.__init__

        def begin_watched(self: QAbstractItemModel, *arguments: object, **named: object) -> None:
            begin(self, *arguments, **named)
            QAbstractItemModelTester(self, WARN, self)
            made[kind.__name__] = made.get(kind.__name__, 0) + 1

        monkeypatch.setattr(kind, "__init__", begin_watched)

    for kind in set(own_models()):
        watch(kind)
    return made


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot, watched: dict[str, int]) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, MADE)
    qtbot.addWidget(reviewer.window)
    assert watched == dict.fromkeys((kind.__name__ for kind in set(own_models())), 1)
    yield reviewer
    reviewer.window.close()


def rows(ada: Reviewer) -> tuple[int, int, int]:
    """How many findings, unanswered sentences and facts are listed."""
    panel = ada.window.panel
    return panel.findings_list.model().rowCount(), len(panel.unanswered_list.rows), panel.facts.count


def compare_again(ada: Reviewer) -> None:
    ada.act("compare_again")
    ada.tasks.answer_reading("left", LEFT.source.text)
    ada.tasks.answer_reading("right", RIGHT.source.text)
    ada.tasks.answer_comparing(AGAIN)


def test_findings_are_filtered_decided_on_undone_and_compared_again(ada: Reviewer) -> None:
    panel = ada.window.panel
    for shown in (Filter(frozenset({Verdict.CONTRADICTION})), Filter(text="zebra"), Filter(marks=frozenset(Mark))):
        panel.set_filter(shown)
    panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    assert rows(ada)[0] == 3
    ada.press("Space")
    ada.press("Down")
    ada.decide("U", "no clash")
    assert rows(ada)[0] == 2  # it stays listed until another one is chosen
    ada.press("Down")
    assert rows(ada)[0] == 1
    panel.reset_filter()
    ada.press("Home")
    ada.press("Delete")  # a dismissed finding goes to the end, once it is left
    ada.press("Down")
    assert rows(ada)[0] == 3
    for name in ("undo", "undo", "redo", "undo", "undo"):
        ada.act(name)
    assert ada.review.decisions == {}
    ada.press("Space")
    compare_again(ada)
    assert rows(ada)[0] == 4
    ada.act("close_pair")
    assert rows(ada)[0] == 0


def test_unanswered_sentences_are_filtered_by_side_and_words(ada: Reviewer) -> None:
    ada.act("unanswered")
    assert rows(ada)[1] == 3
    for side in (*Side, None):
        ada.window.panel._sides.choose(side)
        ada.window.panel._take_side()
    ada.window.panel.set_filter(Filter(text="lighthouse"))
    assert rows(ada)[1] == 1
    ada.window.panel.reset_filter()
    compare_again(ada)
    assert rows(ada)[1] == 1


def test_facts_are_filtered_and_made_anew(ada: Reviewer) -> None:
    ada.press("4", CTRL)
    ada.tasks.answer("facts", ledger(MADE))
    facts = ada.window.panel.facts
    number = facts.count
    assert number > 3
    for row in {each.relation for each in facts.model.rows}:
        facts.choose_filter(FactFilter(relation=row))
        assert 0 < facts.count < number
    facts.choose_filter(FactFilter(text="zebra"))
    assert facts.count == 0
    facts.choose_filter(FactFilter())
    compare_again(ada)
    ada.press("4", CTRL)
    ada.tasks.answer("facts", ledger(AGAIN))
    assert facts.count == number


def test_another_language_changes_words_and_no_rows(ada: Reviewer) -> None:
    before = rows(ada)
    languages.use("ru")
    try:
        ada.window.retranslate()
        assert "Противоречие" in ada.heard
        assert rows(ada) == before
    finally:
        languages.use("en")
