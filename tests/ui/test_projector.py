"""The projector view: one finding, revealed step by step, that a room can read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel
from pytestqt.qtbot import QtBot
from reviewer import FOUR, Reviewer
from scenario import comparison

from statement_compare.engine.colours import THEMES, Theme
from statement_compare.engine.model import Side, Span, Verdict
from statement_compare.session.edits import Dismiss, SetSpeaker
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter, Mark
from statement_compare.ui.findings.told import Quoted
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.widgets.projector import TYPE_PT, Projector, Slide
from statement_compare.ui.widgets.sentence_edit import SentenceEdit

WORDS = {
    "en": "The ministry said on Tuesday that the northern harbour shipped five thousand barrels of crude oil every day",
    "ru": "Министерство сообщило во вторник, что северный порт отгружал пять тысяч баррелей сырой нефти каждый день",
    "kk": "Министрлік сейсенбіде солтүстік порт күн сайын бес мың баррель шикі мұнай жөнелтіп тұрғанын хабарлады",
}


CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, comparison(FOUR))
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


@pytest.fixture
def projected(ada: Reviewer) -> Reviewer:
    ada.press("F5")
    return ada


def forty_words(language: str) -> str:
    words = WORDS[language].split()
    return " ".join((words * 4)[:40])


def slide(left: str, right: str, reason: str = "The figures differ: 5,000 against 1,000 barrels a day.") -> Slide:
    quotes = {Side.LEFT: Quoted("L2", left, (Span(4, 12),)), Side.RIGHT: Quoted("R4", right, (Span(4, 12),))}
    return Slide(Verdict.CONTRADICTION, "≠ Contradiction · number", quotes, reason, "2 of 9")


@pytest.fixture
def view(qtbot: QtBot) -> Projector:
    load_fonts()
    made = Projector(LIGHT)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_a_finding_is_revealed_step_by_step_and_taken_back(projected: Reviewer) -> None:
    view = projected.window.projector
    assert view.isVisible()
    assert not projected.window.bar.isVisible()
    assert not projected.window.menuBar().isVisible()
    assert projected.focus is view
    seen = [view.shown]
    for key in ("Space", "Right", "PageDown"):
        projected.press(key)
        seen.append(view.shown)
    left, right = "a.txt · L2: Left 2 is so.", "b.txt · R2: Right 2 is so."
    heading = "≠ Contradiction · date"
    assert seen[:3] == [[left], [left, right], [heading, left, right]]
    assert seen[3][:3] == seen[2]
    assert len(seen[3]) == 4
    for key, shown in (("Left", seen[2]), ("PageUp", seen[1]), ("Backspace", seen[0])):
        projected.press(key)
        assert view.shown == shown


def test_beyond_the_last_step_is_the_next_finding_and_before_the_first_the_one_before(projected: Reviewer) -> None:
    view = projected.window.projector
    first = projected.chosen
    assert view.foot == "1 of 4"
    for _ in range(4):
        projected.press("PageDown")
    assert projected.chosen != first
    assert (view.step, view.foot) == (1, "2 of 4")
    projected.press("PageUp")
    assert projected.chosen == first
    assert view.step == 4


def test_at_the_last_finding_it_is_said_so_before_the_first_comes_again(projected: Reviewer) -> None:
    view = projected.window.projector
    projected.press("PageUp")
    assert view.foot == "That was the first one. Once more goes to the end."
    projected.press("PageUp")
    assert view.foot == "4 of 4"


def test_a_dismissed_finding_says_so_in_its_heading(projected: Reviewer) -> None:
    projected.controller.edit(Dismiss(((1,), (1,))))
    for _ in range(2):
        projected.press("Space")
    assert projected.window.projector.shown[0] == "≠ Contradiction · date · × dismissed"


def test_a_dismissed_finding_is_counted_in_no_place(projected: Reviewer) -> None:
    view = projected.window.projector
    assert view.foot == "1 of 4"
    projected.controller.edit(Dismiss(((1,), (1,))))
    assert view.foot == "Dismissed"
    feet = []
    for _ in range(4):
        projected.press("Down", Qt.KeyboardModifier.AltModifier)
        feet.append(view.foot)
    assert feet[:3] == ["1 of 3", "2 of 3", "3 of 3"]


def test_who_speaks_is_named_as_it_was_set_and_cut_between_words(projected: Reviewer) -> None:
    title = "The Standing Committee on Harbours, Inland Waterways and Ferries"
    projected.controller.edit(SetSpeaker(Side.RIGHT, title))
    projected.press("Space")
    left, right = projected.window.projector.shown
    assert left.startswith("a.txt · L2: ")
    assert right.startswith("The Standing Committee on Harbours… · R2: ")


def test_escape_leaves_the_page_and_stops_nothing(projected: Reviewer) -> None:
    stop = projected.window.actions_by_id["stop"]
    stopped: list[bool] = []
    stop.setEnabled(True)
    stop.triggered.connect(stopped.append)
    projected.press("Escape")
    assert not projected.window.projector.isVisible()
    assert stopped == []


def test_leaving_keeps_the_finding_that_was_shown_last(projected: Reviewer) -> None:
    projected.press("Down", Qt.KeyboardModifier.AltModifier)
    chosen = projected.chosen
    assert projected.window.projector.shown[0].startswith("a.txt · L3: ")
    projected.press("Escape")
    assert projected.window.bar.isVisible()
    assert projected.window.menuBar().isVisible()
    assert not projected.window.actions_by_id["projector"].isChecked()
    assert projected.chosen == chosen == ((2,), (2,))
    assert projected.window.page.chosen_link == projected.state.current
    projected.press("F5")
    assert projected.window.projector.shown[0].startswith("a.txt · L3: ")


def test_only_findings_that_pass_the_filter_are_gone_through(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    ada.press("F5")
    assert ada.window.projector.foot == "1 of 2"


AGREEMENTS = Filter(verdicts=frozenset({Verdict.AGREEMENT}))
NOTHING = Filter(text="nowhere to be found")


def test_a_finding_that_the_filter_keeps_out_gives_way_to_the_first_that_passes(ada: Reviewer) -> None:
    ada.window.panel.set_filter(AGREEMENTS)
    ada.press("F5")
    view = ada.window.projector
    assert (view.shown, view.foot) == (["a.txt · L1: Left 1 is so."], "1 of 1")
    ada.press("Escape")
    assert ada.chosen == ((0,), (0,))  # what the room saw last


def test_a_finding_that_passes_is_the_first_to_be_seen_wherever_it_stands(ada: Reviewer) -> None:
    ada.press("Down")
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    ada.press("F5")
    assert ada.window.projector.shown == ["a.txt · L3: Left 3 is so."]
    assert ada.window.projector.foot == "2 of 2"


def test_a_finding_that_a_decision_took_out_of_the_filter_is_still_in_hand(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    ada.press("Space")
    ada.press("F5")
    assert ada.window.projector.shown == ["a.txt · L2: Left 2 is so."]
    assert ada.window.projector.foot == "1 of 4"


def test_where_nothing_passes_no_finding_is_shown_until_something_does(ada: Reviewer) -> None:
    ada.window.panel.set_filter(NOTHING)
    ada.press("F5")
    view = ada.window.projector
    assert view.shown == ["Choose a finding to see why it was called so."]
    ada.press("Space")
    assert view.shown == ["Choose a finding to see why it was called so."]
    ada.act("clear_filter")
    assert (view.shown, view.foot) == (["a.txt · L2: Left 2 is so."], "1 of 4")


def test_undoing_shows_what_it_changes_though_the_filter_keeps_it_out(ada: Reviewer) -> None:
    ada.press("B")
    ada.window.panel.set_filter(AGREEMENTS)
    ada.press("F5")
    ada.act("undo")
    view = ada.window.projector
    assert view.shown == ["a.txt · L2: Left 2 is so."]
    assert view.foot == "The chosen finding does not pass the filter."


def test_a_comparison_that_comes_while_the_view_is_on_is_shown(projected: Reviewer) -> None:
    projected.act("compare_again")
    projected.read_both()
    view = projected.window.projector
    assert view.shown == ["Choose a finding to see why it was called so."]
    projected.tasks.answer_comparing(comparison("A1=B1:number A2!B2:date A3!B3:number"))
    assert (view.shown, view.foot) == (["a.txt · L2: Left 2 is so."], "1 of 3")
    projected.press("Space")
    assert view.shown == ["a.txt · L2: Left 2 is so.", "b.txt · R2: Right 2 is so."]


def test_a_pair_that_undoing_brings_back_is_shown_again(projected: Reviewer) -> None:
    projected.controller.close_pair()
    view = projected.window.projector
    assert view.shown == ["Choose a finding to see why it was called so."]
    projected.act("undo")
    assert (view.shown, view.foot) == (["a.txt · L2: Left 2 is so."], "1 of 4")


def test_more_of_a_comparison_is_told_with_its_places(projected: Reviewer) -> None:
    projected.act("compare_again")
    projected.read_both()
    request = projected.tasks.asked["compare"]
    projected.tasks.partial.emit("compare", request, comparison("A2!B2:date"))
    projected.press("Down", ALT)
    view = projected.window.projector
    assert (view.shown, view.foot) == (["a.txt · L2: Left 2 is so."], "1 of 1")
    projected.tasks.answer_comparing(comparison(FOUR))
    assert (view.shown, view.foot) == (["a.txt · L2: Left 2 is so."], "1 of 4")


def test_a_link_that_is_made_again_by_undoing_has_its_place(projected: Reviewer) -> None:
    view = projected.window.projector
    projected.controller.choose(3)
    assert (view.shown, view.foot) == (["a.txt · L4: Left 4 is so."], "3 of 4")
    projected.act("unlink")
    assert (view.shown, view.foot) == (["a.txt · L3: Left 3 is so."], "2 of 3")
    projected.act("undo")
    assert (view.shown, view.foot) == (["a.txt · L4: Left 4 is so."], "3 of 4")


def test_without_a_finding_it_says_what_to_do(ada: Reviewer) -> None:
    ada.controller.close_pair()
    ada.press("F5")
    assert ada.window.projector.shown == ["Choose a finding to see why it was called so."]
    ada.press("Space")
    ada.press("Escape")


def test_a_key_for_decisions_decides_nothing_in_front_of_a_room(projected: Reviewer) -> None:
    for key in ("A", "Delete", "Space"):
        projected.press(key)
    assert projected.review.decisions == {}


INTO_THE_WINDOW = [("1", CONTROL), ("2", CONTROL), ("3", CONTROL), ("4", CONTROL), ("E", CONTROL), ("F", CONTROL)]


@pytest.mark.parametrize("width", [1280, 1000])
@pytest.mark.parametrize(("key", "held"), [*INTO_THE_WINDOW, ("F2", PLAIN), ("F3", PLAIN), ("F6", PLAIN)])
def test_a_key_that_leads_into_the_window_leaves_the_view_and_arrives(
    projected: Reviewer, key: str, held: Qt.KeyboardModifier, width: int
) -> None:
    projected.window.resize(width, 700)
    projected.press(key, held)
    assert not projected.window.projector.isVisible()
    assert not projected.window.actions_by_id["projector"].isChecked()
    assert projected.focus is not None
    assert projected.focus.isVisible()


@pytest.fixture
def long(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """Two texts of two hundred sentences, with the finding near their end on the page of the view."""
    reviewer = Reviewer(folders, qtbot, comparison("A2!B2:date A190!B190:number", sentences=200))
    qtbot.addWidget(reviewer.window)
    reviewer.controller.choose(1)
    reviewer.press("F5")
    yield reviewer
    reviewer.window.close()


def is_in_sight(ada: Reviewer, sentence: int) -> bool:
    pane = ada.window.page.pane(Side.LEFT)
    QApplication.processEvents()
    return pane.viewport().rect().contains(pane.sentence_rect(sentence))


@pytest.mark.parametrize("width", [1280, 1000])
def test_a_place_that_is_looked_for_out_of_the_view_stays_in_sight(long: Reviewer, width: int) -> None:
    long.window.bar.search.setText("Left 50 is")
    long.window.resize(width, 700)
    long.press("F3")
    assert is_in_sight(long, 49)


@pytest.mark.parametrize("width", [1280, 760])
def test_leaving_brings_the_finding_that_was_shown_last_into_sight(long: Reviewer, width: int) -> None:
    long.controller.choose(0)
    long.window.resize(width, 700)
    long.press("Escape")
    assert is_in_sight(long, 1)
    long.press("F5")
    long.controller.choose(1)
    long.window.resize(1000, 600)
    long.press("Escape")
    assert is_in_sight(long, 189)


def test_what_is_tried_is_tried_where_it_is_seen(projected: Reviewer) -> None:
    projected.press("E", CONTROL)
    assert projected.window.inspector.is_trying
    projected.type("Now ")
    assert isinstance(projected.focus, SentenceEdit)
    assert projected.focus.toPlainText().startswith("Now ")


def test_the_list_that_is_asked_for_is_shown(projected: Reviewer) -> None:
    projected.press("4", CONTROL)
    assert projected.window.panel.shows_facts
    assert projected.window.actions_by_id["facts"].isChecked()


@pytest.mark.parametrize(
    ("key", "held"), [("Down", ALT), ("Down", CONTROL), ("I", CONTROL), ("F9", PLAIN), ("Z", CONTROL)]
)
def test_what_shows_another_finding_or_nothing_leaves_the_view_on(
    projected: Reviewer, key: str, held: Qt.KeyboardModifier
) -> None:
    projected.press(key, held)
    assert projected.window.projector.isVisible()
    assert projected.focus is projected.window.projector


def test_a_click_steps_on_and_the_other_button_back(view: Projector, qtbot: QtBot) -> None:
    view.show_slide(slide("Left it is so.", "Right it is so."))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert view.step == 2
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(400, 300))
    assert view.step == 1


@pytest.mark.parametrize("language", WORDS)
def test_forty_words_a_side_stand_in_the_full_size_without_a_scroll_bar(view: Projector, language: str) -> None:
    view.show_all(slide(forty_words(language), forty_words(language)))
    view.repaint()
    assert view.size_pt == TYPE_PT
    assert view.findChildren(QAbstractScrollArea) == []
    assert view.size().height() == 720
    assert all(view.rect().contains(line.geometry()) for line in lines(view))
    assert overlaps(view) == []


def test_longer_sentences_get_a_smaller_type_and_stay_whole(view: Projector) -> None:
    view.show_all(slide(" ".join([forty_words("en")] * 3), forty_words("ru")))
    view.repaint()
    assert view.size_pt < TYPE_PT
    assert all(view.rect().contains(line.geometry()) for line in lines(view))
    assert overlaps(view) == []


def test_a_list_of_thousands_of_words_is_shown_and_revealed_at_once(view: Projector) -> None:
    long = " ".join(f"word{n % 97} number" for n in range(1500)) + "."
    begun = time.process_time()
    view.show_slide(slide(long, f"{long} too"))
    for _ in range(3):
        view.advance()
    view.repaint()
    assert time.process_time() - begun < 1.5
    assert "…" in lines(view)[1].text()
    view.show_all(slide("Nobody came.", "Some came."))
    assert "dy came." in lines(view)[1].text()
    assert "number" not in lines(view)[1].text()


def test_what_is_revealed_moves_nothing(view: Projector) -> None:
    view.show_slide(slide(forty_words("en"), forty_words("en")))
    view.repaint()
    tops = [line.y() for line in lines(view)]
    for _ in range(3):
        view.advance()
        view.repaint()
    assert [line.y() for line in lines(view)] == tops


def test_what_stands_in_a_text_is_never_markup(view: Projector) -> None:
    view.show_all(slide("<b>bold</b> & <img src=x>", "plain"))
    quote = lines(view)[1]
    assert "&lt;b" in quote.text() or "&lt;" in quote.text()
    assert "<img" not in quote.text()


def test_every_colour_on_the_page_can_be_read_in_every_theme() -> None:
    for name, theme in THEMES.items():
        for verdict in Verdict:
            colours = theme.of(verdict)
            for ink, ground in ((theme.ink, theme.paper), (theme.ink, colours.words), (colours.ink, theme.paper)):
                assert contrast(ink, ground) >= 4.5, (name, verdict)
        assert contrast(theme.soft, theme.paper) >= 4.5, name


def test_the_page_takes_the_colours_of_the_window(ada: Reviewer) -> None:
    dark: Theme = replace(THEMES["dark"])
    ada.press("F5")
    ada.window.set_theme(dark)
    assert dark.ink in lines(ada.window.projector)[1].text()


def lines(view: Projector) -> list[QLabel]:
    return [view._heading, *view._quotes.values(), view._reason, view._foot]


def overlaps(view: Projector) -> list[tuple[int, int]]:
    """Places where a line begins before the one above it ends, or has less height than it needs."""
    found = lines(view)
    wrong = [(a.geometry().bottom(), b.y()) for a, b in pairwise(found) if b.y() <= a.geometry().bottom()]
    needs = [(line.height(), line.heightForWidth(line.width())) for line in found]
    return wrong + [(height, need) for height, need in needs if height < need]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
