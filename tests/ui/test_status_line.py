"""The line below everything: what it shows when there is more to say than it has room for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statement_compare.ui.widgets.status_line import StatusLine

LONG = "Open the right side in a window of its own, where each of its sentences stands on the page of its file. " * 2


def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    counts, hidden = made.add_field("counts"), made.add_field("changes")
    made.add_message()
    made.add_field("zoom")
    made.show_field("counts", "Sentences 15 / 12")
    made.show_field("zoom", "100 %")
    made.resize(500, 26)
    made.show()
    qtbot.waitExposed(made)
    assert (counts.isVisible(), hidden.isVisible()) == (True, False)
    return made


def shown(made: StatusLine) -> list[str]:
    return [name for name, label in made._fields.items() if label.isVisible()]


def test_counts_give_way_to_a_long_hint_until_the_pointer_leaves(qtbot: QtBot) -> None:
    made = line(qtbot)
    made.hint("Short.")
    assert shown(made) == ["counts", "zoom"]
    made.hint(LONG)
    assert shown(made) == ["zoom"]
    made.hint("")
    assert shown(made) == ["counts", "zoom"]


def test_a_message_brings_the_counts_back(qtbot: QtBot) -> None:
    made = line(qtbot)
    made.hint(LONG)
    made.say("Saved.")
    assert shown(made) == ["counts", "zoom"]
    assert made.message == "Saved."


def test_a_narrow_line_leaves_out_whole_fields_and_cuts_off_none(qtbot: QtBot) -> None:
    made = StatusLine(give_way=("judge", "counts"))
    qtbot.addWidget(made)
    for name in ("counts", "decided"):
        made.add_field(name).setMinimumWidth(1)
    made.add_message()
    for name in ("judge", "zoom"):
        made.add_field(name)
    for name, words in (("counts", "Sentences 15 / 12"), ("decided", "7 of 39 decided"), ("zoom", "100 %")):
        made.show_field(name, words)
    made.show_field("judge", "Judging: thorough model")
    made.show()
    seen = []
    for width in (900, 380, 220):
        made.resize(width, 26)
        QApplication.processEvents()
        seen.append(shown(made))
        assert all(label.width() >= label.sizeHint().width() for label in made._fields.values() if label.isVisible())
    assert seen == [["counts", "decided", "judge", "zoom"], ["counts", "decided", "zoom"], ["decided", "zoom"]]


def test_fields_give_way_to_a_message_that_needs_their_room(qtbot: QtBot) -> None:
    made = StatusLine(give_way=("judge",))
    qtbot.addWidget(made)
    made.add_message()
    made.add_field("judge")
    made.show_field("judge", "Judging: thorough model")
    made.resize(260, 26)
    made.show()
    assert shown(made) == ["judge"]
    made.say("That was the last one. Once more.")
    assert shown(made) == []
    made._end_message()
    assert shown(made) == ["judge"]
