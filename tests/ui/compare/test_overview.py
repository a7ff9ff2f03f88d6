"""The bar at the right edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from statement_compare.engine.model import Comparison, Side
from statement_compare.ui import theme
from statement_compare.ui.compare.overview import OVERVIEW_WIDTH
from statement_compare.ui.compare.page import ComparePage

PARAGRAPHS = [[f"Sentence number {number} of a text that needs its room."] for number in range(400)]


def marks_at(page: ComparePage, y: int, left: int) -> set[str]:
    """The colours of one half of the bar at a height."""
    picture = page._overview.grab(QRect(0, max(y - 1, 0), OVERVIEW_WIDTH, 3)).toImage()
    return {QColor(picture.pixel(x, row)).name() for x in range(left, left + 3) for row in range(picture.height())}


def test_a_contradiction_is_never_hidden_by_its_neighbours(page: ComparePage, make: Callable[..., Comparison]) -> None:
    links = " ".join(f"{number}{'!' if number == 200 else '='}{number}" for number in range(1, 401))
    page.set_comparison(make(PARAGRAPHS, PARAGRAPHS, links))
    middle = round(page.pane(Side.LEFT).column.sentence_places()[199] * page._overview.height())
    assert theme.LIGHT.contradiction_ink in marks_at(page, middle, 3)
    assert theme.LIGHT.agreement_ink in marks_at(page, middle + 60, 3)


def test_a_mark_names_the_link_it_stands_for(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(make(PARAGRAPHS, PARAGRAPHS, "1=400 300!2 200~200"))
    page.grab()
    overview = page._overview
    assert overview.link_at(3, overview.height() * 0.497) == 2
    assert overview.link_at(3, overview.height() * 0.747) == 1
    assert overview.link_at(11, 3) == 1
    assert overview.link_at(11, overview.height() * 0.99) == 0
    assert overview.link_at(3, overview.height() * 0.4) is None


def test_links_that_a_filter_hides_have_no_mark(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(make(PARAGRAPHS, PARAGRAPHS, "1=400 300!2"))
    page.set_filter(frozenset({1}))
    page.grab()
    assert page._overview.link_at(3, 3) is None


def test_the_marks_of_a_text_that_fits_stand_beside_it(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(make([["One."], ["Two."]], [["One."], ["Two."]], "1=1 2!2"))
    page.grab()
    overview = page._overview
    y = page.pane(Side.LEFT).sentence_screen_y(1) / page.pane(Side.LEFT).viewport().height() * overview.height()
    assert overview.link_at(3, y - 12) in (0, 1)
    assert overview.link_at(3, overview.height() * 0.7) is None


def test_no_mark_is_left_when_a_comparison_ends(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.grab()
    blank = page._overview.grab().toImage()
    page.set_comparison(make(PARAGRAPHS, PARAGRAPHS, " ".join(f"{number}={number}" for number in range(1, 101))))
    page.pane(Side.LEFT).verticalScrollBar().setValue(0)
    assert page._overview.grab().toImage() != blank
    assert page._overview.link_at(3, 3) is not None
    page.set_comparison(None)
    for side in Side:
        page.set_statement(side, None)
    assert page._overview.grab().toImage() == blank
    assert page._overview.link_at(3, 3) is None
