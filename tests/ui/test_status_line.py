"""The line below everything: what it shows when there is more to say than it has room for."""

from __future__ import annotations

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
