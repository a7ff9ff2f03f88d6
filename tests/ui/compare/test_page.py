"""The two texts as a person uses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mouse import double_click
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import Comparison, Side, Statement, Verdict
from statement_compare.ui import theme
from statement_compare.ui.compare.header import HEADER_HEIGHT
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.rows import Paragraph, Paragraphs
from statement_compare.ui.compare.sight import ScrollState

LEFT = [["The mine [closed] in 😀 May.", "It was old."], ["Nobody asked."]]
RIGHT = [["The mine is [open]."], ["It was rather old.", "Sales rose."]]


@pytest.fixture
def small(make: Callable[..., Comparison]) -> Comparison:
    return make(LEFT, RIGHT, "1!1 2~2")


@pytest.fixture
def left(page: ComparePage) -> Pane:
    return page.pane(Side.LEFT)


@pytest.fixture
def right(page: ComparePage) -> Pane:
    return page.pane(Side.RIGHT)


def point_of(pane: Pane, words: str, occurrence: int = 0) -> QPoint:
    """The middle of some words on the screen."""
    assert pane.statement is not None
    text = pane.statement.source.text
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    sentence = pane.column.sentence_of_position(start)
    assert sentence is not None
    row = pane.column.row_of(sentence)
    box = pane.column.layout(row).span_boxes(start, start + len(words))[0]
    x = pane.column.left + (box.left + box.right) / 2
    y = pane.column.row_top(row) + (box.top + box.bottom) / 2 - pane.scroll_y
    return QPoint(round(x), round(y))


def click(pane: Pane, words: str) -> None:
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, words))


def wheel(pane: Pane, pixels: int) -> None:
    centre = QPointF(pane.viewport().rect().center())
    event = QWheelEvent(
        centre,
        pane.viewport().mapToGlobal(centre),
        QPoint(0, -pixels),
        QPoint(0, -pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


# Choosing


def test_a_click_on_a_sentence_chooses_it_and_then_its_link(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    heard: list[object] = []
    page.sentence_chosen.connect(lambda side, sentence: heard.append((side, sentence)))
    page.link_chosen.connect(heard.append)
    click(left, "old")
    assert heard == [(Side.LEFT, 1), 1]
    assert page.chosen_link == 1
    assert left.emphasis.chosen == {1}
    assert left.emphasis.chosen_verdict == Verdict.QUALIFIED


def test_a_click_on_an_unanswered_sentence_chooses_no_link(
    page: ComparePage, left: Pane, small: Comparison, qtbot: QtBot
) -> None:
    page.set_comparison(small)
    with qtbot.assertNotEmitted(page.link_chosen), qtbot.waitSignal(page.sentence_chosen) as heard:
        click(left, "Nobody")
    assert heard.args == [Side.LEFT, 2]
    assert page.chosen_sentence(Side.LEFT) == 2


def test_a_click_beside_the_text_chooses_nothing(
    page: ComparePage, left: Pane, small: Comparison, qtbot: QtBot
) -> None:
    page.set_comparison(small)
    with qtbot.assertNotEmitted(page.sentence_chosen):
        QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))


def test_clicking_again_goes_on_to_the_next_link_of_the_sentence(
    page: ComparePage, left: Pane, make: Callable[..., Comparison], qtbot: QtBot
) -> None:
    page.set_comparison(make(LEFT, RIGHT, "1=2 1!1"))
    chosen = []
    page.link_chosen.connect(chosen.append)
    for _ in range(3):
        click(left, "mine")
        QTest.qWait(QApplication.doubleClickInterval() + 20)
    assert chosen == [1, 0, 1]
    assert qtbot is not None


def test_choosing_by_the_program_is_not_announced(page: ComparePage, small: Comparison, qtbot: QtBot) -> None:
    page.set_comparison(small)
    with qtbot.assertNotEmitted(page.link_chosen):
        page.choose_link(0)
    assert page.chosen_link == 0
    page.choose_link(None)
    assert page.chosen_link is None
    page.choose_link(99)
    assert page.chosen_link is None


def test_a_click_on_a_curve_chooses_its_link(page: ComparePage, left: Pane, small: Comparison, qtbot: QtBot) -> None:
    page.set_comparison(small)
    page.grab()
    gutter = page._gutter
    y = round(left.sentence_screen_y(0) + HEADER_HEIGHT)
    with qtbot.waitSignal(page.link_chosen) as heard:
        QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(3, y))
    assert heard.args == [0]


def test_a_chosen_link_far_down_is_brought_level_on_both_sides(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(200))
    page.choose_link(150)
    assert 0 < left.sentence_screen_y(150) < left.viewport().height()
    assert right.sentence_screen_y(150) == pytest.approx(left.sentence_screen_y(150), abs=2)


def test_a_chosen_link_in_sight_moves_nothing(page: ComparePage, left: Pane, right: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    page.choose_link(1)
    assert (left.scroll_y, right.scroll_y) == (0, 0)


def test_the_first_link_at_a_large_zoom_leaves_the_top_alone(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    page.set_zoom(200)
    page.choose_link(0)
    assert (left.scroll_y, right.scroll_y) == (0, 0)


def test_an_unanswered_sentence_can_be_shown(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(100))
    page.choose_sentence(Side.LEFT, 80)
    assert 0 < left.sentence_screen_y(80) < left.viewport().height()
    assert left.emphasis.chosen == {80}


def test_the_other_side_is_reached_at_the_linked_sentence(page: ComparePage, small: Comparison) -> None:
    page.set_comparison(small)
    page.focus_side(Side.LEFT)
    page.choose_link(1)
    page.focus_other_side()
    assert page.focused_side == Side.RIGHT
    assert page.chosen_sentence(Side.RIGHT) == 1


# Scrolling


def test_scrolling_one_side_scrolls_the_other_to_the_linked_place(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(200))
    left.scroll_to(left.reach / 2)
    seen = left.visible_sentences()
    assert seen is not None
    middle = (seen[0] + seen[1]) // 2
    assert right.sentence_screen_y(middle) == pytest.approx(left.sentence_screen_y(middle), abs=150)


def test_both_sides_reach_their_ends_together(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_End)
    assert left.scroll_y == left.reach
    assert right.scroll_y == pytest.approx(right.reach, abs=right.column.setting.line_height)
    QTest.keyClick(left, Qt.Key.Key_Home)
    assert (left.scroll_y, right.scroll_y) == (0, 0)


def test_an_unlocked_side_scrolls_alone(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    page.set_sync(False)
    wheel(left, 500)
    assert (left.scroll_y, right.scroll_y) == (500, 0)


def test_after_a_crossing_link_the_other_side_catches_up_without_a_jump(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    long = make_long(200)
    crossing = replace(long.links[20], right=(180,))
    page.set_comparison(replace(long, links=(*long.links, crossing)))
    page.choose_link(200)
    before = right.scroll_y
    wheel(left, 40)
    assert 0 < abs(right.scroll_y - before) < 120


def test_the_text_on_the_screen_stays_while_heights_above_become_known(
    page: ComparePage, left: Pane, make: Callable[..., Comparison]
) -> None:
    """Wide and narrow letters, so that no estimate of a height is right."""
    letters = ["WWWW ", "iiii "]
    paragraphs = [[letters[number % 2] * 70 + "."] for number in range(200)]
    page.set_comparison(make(paragraphs, [["One."]], "1=1"))
    page.set_sync(False)
    left.scroll_to(left.reach * 0.7)
    seen = left.visible_sentences()
    assert seen is not None
    for _ in range(40):
        before = left.sentence_screen_y(seen[0])
        wheel(left, -50)
        assert left.sentence_screen_y(seen[0]) == pytest.approx(before + 50, abs=2)
        seen = left.visible_sentences()
        assert seen is not None


@pytest.mark.parametrize("letters", ["WWWW ", "iiii "])
def test_a_jump_into_a_paragraph_of_unknown_height_keeps_its_place_in_it(
    page: ComparePage, left: Pane, make: Callable[..., Comparison], letters: str
) -> None:
    """The height is estimated too low for wide letters, too high for narrow ones."""
    page.set_comparison(make([[letters * 150 + "."] for _ in range(60)], [["One."]], "1=1"))
    page.set_sync(False)
    column = left.column
    y = column.row_top(30) + 0.6 * column.rows.height(30)
    estimated = column.rows.height(30)
    assert not column.rows.is_measured(30)
    left.scroll_to(y)
    true = column.rows.height(30)
    assert column.rows.is_measured(30)
    assert abs(true - estimated) > 2 * column.setting.line_height
    assert (left.scroll_y - column.row_top(30)) / true == pytest.approx(0.6, abs=1 / true)


def test_scrolling_goes_by_single_pixels(page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]) -> None:
    page.set_comparison(make_long(60))
    wheel(left, 1)
    assert left.scroll_y == 1


def test_hovering_never_scrolls(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison], qtbot: QtBot
) -> None:
    page.set_comparison(make_long(60))
    wheel(left, 300)
    before = (left.scroll_y, right.scroll_y)
    qtbot.mouseMove(left.viewport(), QPoint(60, 200))
    QTest.mouseMove(left.viewport(), QPoint(61, 201))
    QApplication.processEvents()
    assert (left.scroll_y, right.scroll_y) == before
    assert left.emphasis.hovered != frozenset()


@pytest.mark.parametrize(("key", "lines"), [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)])
def test_an_arrow_key_scrolls_by_a_line(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison], key: Qt.Key, lines: int
) -> None:
    page.set_comparison(make_long(60))
    left.scroll_to(200)
    before = left.scroll_y
    QTest.keyClick(left, key)
    assert left.scroll_y - before == lines * left.column.setting.line_height


def test_left_and_right_go_from_sentence_to_sentence(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    chosen = []
    page.sentence_chosen.connect(lambda _, sentence: chosen.append(sentence))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(left, key)
    assert chosen == [0, 1, 0]


def test_keys_of_the_window_are_left_to_it(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    page.choose_link(0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_N):
        QTest.keyClick(left, key)
    QTest.keyClick(left, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (left.scroll_y, page.chosen_link) == (0, 0)


def test_the_scroll_position_survives_closing_and_another_width(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    long = make_long(300)
    page.set_comparison(long)
    left.scroll_to(left.reach / 2)
    seen = left.visible_sentences()
    state = ScrollState.read(page.scroll_state().text)
    page.set_comparison(None)
    page.set_statement(Side.LEFT, None)
    page.resize(800, 500)
    page.set_comparison(long)
    page.restore_scroll_state(state)
    assert seen is not None
    after = left.visible_sentences()
    assert after is not None
    assert abs(after[0] - seen[0]) <= 1
    assert right.scroll_y > 0


@pytest.mark.parametrize("text", ["", "nonsense", "1", "nan 0", "1 2 3"])
def test_a_scroll_position_that_makes_no_sense_is_the_top(text: str) -> None:
    assert ScrollState.read(text) == ScrollState()


def test_zooming_keeps_the_sentence_at_the_top(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(300))
    left.scroll_to(left.reach / 3)
    before = left.visible_sentences()
    page.set_zoom(250)
    after = left.visible_sentences()
    assert before is not None
    assert after is not None
    assert abs(before[0] - after[0]) <= 1


def test_the_overview_scrolls_to_where_it_is_clicked(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(300))
    overview = page._overview
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(3, overview.height() // 2))
    assert left.scroll_y == pytest.approx(left.reach / 2, rel=0.05)


def test_the_wheel_scrolls_over_the_curves_too(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    window = page.windowHandle()
    assert window is not None
    QTest.wheelEvent(window, QPointF(page._gutter.mapTo(page, QPoint(10, 200))), QPoint(0, -120), QPoint(0, -70))
    assert left.scroll_y == 70


def test_the_top_stays_the_top_at_another_width(
    page: ComparePage, left: Pane, right: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    for width in (700, 1300, 640):
        page.resize(width, 500)
        QApplication.processEvents()
        assert (left.scroll_y, right.scroll_y) == (0, 0)
    page.set_zoom(200)
    assert (left.scroll_y, right.scroll_y) == (0, 0)


def test_the_wheel_with_control_is_left_to_the_window(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    event = QWheelEvent(
        QPointF(10, 200),
        left.viewport().mapToGlobal(QPointF(10, 200)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(left.viewport(), event)
    assert not event.isAccepted()
    assert left.scroll_y == 0


def test_the_side_that_has_the_keys_shows_it_unless_it_was_clicked(page: ComparePage, small: Comparison) -> None:
    page.set_theme(theme.LIGHT)
    page.set_comparison(small)
    page.activateWindow()

    def lines() -> list[str]:
        picture = page.grab().toImage()
        width = page.pane(Side.RIGHT).mapTo(page, QPoint(5, 0)).x()
        return [picture.pixelColor(x, HEADER_HEIGHT - 1).name() for x in (5, width)]

    page.focus_side(Side.RIGHT)
    assert lines() == [theme.LIGHT.line, theme.LIGHT.accent]
    page.focus_other_side()
    assert lines() == [theme.LIGHT.accent, theme.LIGHT.line]


# Partial results


def test_partial_results_keep_the_scroll_position(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    long = make_long(200)
    page.set_statement(Side.LEFT, long.left)
    page.set_statement(Side.RIGHT, long.right)
    left.scroll_to(1500)
    for count in (10, 120, 200):
        page.set_comparison(replace(long, links=long.links[:count]))
        assert left.scroll_y == pytest.approx(1500, abs=2)


def test_a_chosen_link_stays_chosen_only_while_it_is_the_same(page: ComparePage, small: Comparison) -> None:
    page.set_comparison(small)
    page.choose_link(0)
    page.set_comparison(replace(small, links=(replace(small.links[0], verdict=Verdict.UNCLEAR), small.links[1])))
    assert page.chosen_link == 0
    page.set_comparison(replace(small, links=(small.links[1], small.links[0])))
    assert page.chosen_link is None


def test_without_a_comparison_the_texts_stay(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    page.set_comparison(None)
    assert left.statement == small.left
    assert left.column.marks[0].verdict is None


def test_a_filter_fades_and_unfades(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    page.set_filter(frozenset({1}))
    assert left.column.marks[0].is_dimmed
    page.set_filter(None)
    assert not left.column.marks[0].is_dimmed


# Selecting and copying


def drag(pane: Pane, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(8, 0), end):
        event_point = QPointF(point)
        QApplication.sendEvent(
            pane.viewport(),
            QMouseEvent(
                QEvent.Type.MouseMove,
                event_point,
                pane.viewport().mapToGlobal(event_point),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_a_dragged_selection_copies_the_text_as_it_stands_in_the_file(
    page: ComparePage, left: Pane, small: Comparison, qtbot: QtBot
) -> None:
    page.set_comparison(small)
    with qtbot.assertNotEmitted(page.link_chosen):
        drag(left, point_of(left, "mine"), point_of(left, "Nobody"))
    copied = left.selected_text()
    text = small.left.source.text
    assert copied in text
    assert "closed in 😀 May. It was old.\n\n" in copied
    QTest.keyClick(left, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def test_everything_of_a_side_can_be_selected(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    QTest.keyClick(left, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert left.selected_text() == small.left.source.text.strip()


def test_a_double_click_selects_a_word(page: ComparePage, left: Pane, small: Comparison) -> None:
    page.set_comparison(small)
    double_click(left.viewport(), point_of(left, "closed"))
    assert left.selected_text() == "closed"


# Finding


def test_find_goes_through_both_sides_and_around(page: ComparePage, small: Comparison) -> None:
    page.set_comparison(small)
    assert page.set_find("the MINE") == 2
    assert [page.find_next() for _ in range(3)] == [0, 1, 0]
    assert page.find_previous() == 1
    assert page.pane(Side.RIGHT).emphasis.current_hit is not None
    assert page.set_find("nowhere") == 0
    assert page.find_next() is None


def test_a_hit_far_down_is_scrolled_to(page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]) -> None:
    page.set_comparison(make_long(300))
    page.set_find("Sentence 222 of the left")
    page.find_next()
    assert 0 < left.sentence_screen_y(222) < left.viewport().height()


def test_hits_are_found_again_in_a_new_comparison(
    page: ComparePage, small: Comparison, make: Callable[..., Comparison]
) -> None:
    page.set_comparison(small)
    page.set_find("mine")
    page.set_comparison(make([["A mine, a mine, a mine."]], [["None."]], "1=1"))
    assert page.hit_count == 3


# Empty sides, problems, progress


def test_an_empty_side_says_what_to_do(page: ComparePage, left: Pane, right: Pane) -> None:
    assert left.notice is not None
    assert left.notice.text == "Drop a file here, paste text or open one"
    page.set_keys({Side.LEFT: "Ctrl+O", Side.RIGHT: ""}, "Ctrl+V")
    assert (left.notice.title, left.notice.text) == (
        "Left side",
        "Drop a file here, paste text (Ctrl+V) or open one (Ctrl+O)",
    )
    assert right.notice is not None
    assert right.notice.text == "Drop a file here, paste text (Ctrl+V) or open one"


def test_a_click_on_an_empty_side_asks_to_open_a_file(page: ComparePage, right: Pane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as heard:
        QTest.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert heard.args == [Side.RIGHT]


def opened(page: ComparePage, steps: Callable[[QWidget], None]) -> list[Side]:
    """The sides that ask for a file after some steps on the right one."""
    heard: list[Side] = []
    page.open_requested.connect(heard.append)
    steps(page.pane(Side.RIGHT).viewport())
    page.open_requested.disconnect(heard.append)
    return heard


def press(at: QWidget) -> None:
    QTest.mousePress(at, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))


HERE = QPoint(100, 100)


def release(at: QWidget, place: QPoint = HERE) -> None:
    QTest.mouseRelease(at, Qt.MouseButton.LeftButton, pos=place)


def test_only_a_whole_click_on_an_empty_side_asks_to_open_a_file(page: ComparePage, small: Comparison) -> None:
    def away(at: QWidget) -> None:
        press(at)
        release(at, QPoint(-400, -50))

    def text_comes(at: QWidget) -> None:
        press(at)
        page.set_comparison(small)
        release(at)

    def text_goes(at: QWidget) -> None:
        press(at)
        page.set_statement(Side.RIGHT, None)
        release(at)

    def drawn(at: QWidget) -> None:
        press(at)
        QTest.mouseMove(at, QPoint(130, 110))
        release(at, QPoint(130, 110))

    def twice(at: QWidget) -> None:
        press(at)
        release(at)
        double_click(at, QPoint(100, 100))

    assert opened(page, release) == []  # a double-click in a dialog that went at its second press
    assert opened(page, away) == []
    assert opened(page, drawn) == [Side.RIGHT]
    assert opened(page, twice) == [Side.RIGHT]
    assert opened(page, text_comes) == []
    assert opened(page, text_goes) == []


def test_a_side_that_is_being_read_asks_for_no_file(page: ComparePage, right: Pane) -> None:
    def click_it(at: QWidget) -> None:
        QTest.mouseMove(at, QPoint(90, 90))
        QTest.mouseMove(at, QPoint(100, 100))
        QTest.mouseClick(at, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        QTest.keyClick(right, Qt.Key.Key_Return)

    page.set_waiting(Side.RIGHT, "Reading b.txt")
    assert opened(page, click_it) == []
    assert right.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    for makes_empty in (
        lambda: page.set_statement(Side.RIGHT, None),
        lambda: page.set_problem(Side.RIGHT, "The file is locked."),
    ):
        page.set_waiting(Side.RIGHT, "Reading b.txt")
        makes_empty()
        assert opened(page, click_it) == [Side.RIGHT, Side.RIGHT]
        assert right.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_two_empty_statements_are_shown_in_words(page: ComparePage, make_statement: Callable[..., Statement]) -> None:
    nothing = make_statement([])
    page.set_comparison(Comparison(nothing, nothing, (), (), ()))
    page.grab()
    notice = page.pane(Side.LEFT).notice
    assert notice is not None
    assert "no sentence" in notice.text
    page.find_next()
    page.choose_link(0)
    QTest.keyClick(page.pane(Side.LEFT), Qt.Key.Key_End)
    QTest.keyClick(page.pane(Side.LEFT), Qt.Key.Key_Right)


def test_one_empty_side_leaves_the_other_readable(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison], make_statement: Callable[..., Statement]
) -> None:
    long = make_long(60)
    page.set_comparison(Comparison(long.left, make_statement([]), (), tuple(range(60)), ()))
    wheel(left, 300)
    page.grab()
    assert left.scroll_y == 300


def test_a_problem_stands_in_the_page_until_another_text_comes(
    page: ComparePage, left: Pane, small: Comparison
) -> None:
    page.set_problem(Side.LEFT, "The file is locked.")
    assert left.notice is not None
    assert left.notice.text == "The file is locked."
    page.grab()
    page.set_comparison(small)
    assert left.notice is None


def test_progress_can_be_cancelled(page: ComparePage, qtbot: QtBot) -> None:
    page.set_busy(None, "Judging the pairs", 0.4)
    assert page._line.text == "Judging the pairs · 40%"
    with qtbot.waitSignal(page.cancel_requested):
        page._line._cancel.click()
    page.set_busy(None, "")
    assert page._line.isHidden()


def test_progress_hides_a_hint_and_gives_it_back(page: ComparePage) -> None:
    page.set_hint("No model reads Kazakh.")
    page.set_busy(Side.LEFT, "Reading", None)
    assert page._line.text == "Reading"
    page.set_busy(Side.LEFT, "")
    assert page._line.text == "No model reads Kazakh."


# Dropping and pasting


def drop(pane: Pane, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.dropEvent(event)


def test_dropped_files_come_with_their_side(page: ComparePage, right: Pane, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with qtbot.waitSignal(page.files_dropped) as heard:
        drop(right, data)
    assert heard.args == [Side.RIGHT, paths]


def test_dropped_and_pasted_text_comes_with_its_side(page: ComparePage, left: Pane, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("A statement.")
    with qtbot.waitSignal(page.text_dropped) as heard:
        drop(left, data)
    assert heard.args == [Side.LEFT, "A statement."]
    QGuiApplication.clipboard().setText("Another.")
    with qtbot.waitSignal(page.text_dropped) as heard:
        QTest.keyClick(left, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [Side.LEFT, "Another."]


# Painting


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK, theme.LIGHT_CONTRAST, theme.DARK_CONTRAST])
def test_every_theme_paints_the_chosen_pair_in_the_verdicts_ink(
    page: ComparePage, small: Comparison, look: theme.Theme
) -> None:
    page.set_theme(look)
    page.set_comparison(small)
    page.choose_link(0, scroll=False)
    picture = page.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(440) for y in range(HEADER_HEIGHT, 130)}
    assert {look.paper, look.contradiction_tint, look.contradiction_words, look.contradiction_ink} <= colours


def test_painting_a_cached_page_lays_nothing_out(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(60))
    page.grab()
    layouts = [left.column.layout(row) for row in range(3)]
    page.grab()
    assert [left.column.layout(row) for row in range(3)] == layouts


def test_five_thousand_sentences_keep_few_layouts(
    page: ComparePage, left: Pane, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(5000))
    page.grab()
    assert left.column.layout_count < 60
    for share in range(50):
        left.scroll_to(left.reach * share / 50)
        page.grab()
    assert left.column.layout_count <= 400


def test_a_book_is_shown_without_going_through_its_paragraphs(
    page: ComparePage, make_long: Callable[[int], Comparison], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    made = Paragraphs.__getitem__

    def count(self: Paragraphs, row: int) -> Paragraph:
        asked.append(row)
        paragraph = made(self, row)
        assert isinstance(paragraph, Paragraph)
        return paragraph

    monkeypatch.setattr(Paragraphs, "__getitem__", count)
    counts = []
    for size in (200, 2000):
        asked.clear()
        page.set_comparison(make_long(size))
        page.grab()
        counts.append((len(asked), *(page.pane(side).column.layout_count for side in Side)))
    assert counts[0] == counts[1]
    assert max(counts[1][1:]) < 40


def test_marks_are_made_of_the_sentences_in_sight_alone(
    page: ComparePage, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(2000))
    page.grab()
    assert all(page.pane(side).column.marks.made < 60 for side in Side)


def test_a_filter_of_more_links_than_a_comparison_has_is_borne(
    page: ComparePage, make: Callable[..., Comparison], small: Comparison
) -> None:
    page.set_comparison(small)
    page.set_filter(frozenset({0, 1}))
    page.set_comparison(make(LEFT, RIGHT, "1!1"))
    page.grab()
    assert page.link_of(Side.LEFT, 0) == 0


def test_each_side_that_is_read_has_a_progress_of_its_own(page: ComparePage) -> None:
    page.set_busy(Side.LEFT, "Reading a.pdf", 0.9)
    page.set_busy(Side.RIGHT, "Reading b.pdf", 0.1)
    assert page._line.text == "Reading b.pdf · 10%"
    page.set_busy(Side.LEFT, "Reading a.pdf", 0.95)
    assert page._line.text == "Reading b.pdf · 10%"
    page.set_busy(Side.RIGHT, "Reading b.pdf")
    assert page._line.text == "Reading b.pdf"  # nobody knows how far it is
    page.set_busy(Side.RIGHT, "Reading b.pdf", 0.2)
    page.set_busy(Side.RIGHT, "")
    assert page._line.text == "Reading a.pdf · 95%"
    page.set_busy(None, "Comparing", 0.0)
    assert page._line.text == "Comparing · 0%"
    page.set_hint("Press Ctrl+R.")
    page.set_busy(None, "")
    assert page._line.text == "Reading a.pdf · 95%"
    page.set_busy(Side.LEFT, "")
    assert page._line.text == "Press Ctrl+R."
