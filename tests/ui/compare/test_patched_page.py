"""What the page keeps and patches after each edit looks as it would if all were made anew."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
import some_edits
from pytestqt.qtbot import QtBot
from some_edits import Log, some_step

from statement_compare.engine.model import Side
from statement_compare.session.edits import EditError
from statement_compare.ui import theme
from statement_compare.ui.compare.page import ComparePage


def fresh(qtbot: QtBot) -> ComparePage:
    page = ComparePage(theme.LIGHT)
    page.resize(700, 400)
    qtbot.addWidget(page)
    return page


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(8))
def test_a_page_after_edits_undoing_and_filters_looks_like_one_made_anew(qtbot: QtBot, seed: int) -> None:
    chance, log, page = random.Random(3000 + seed), Log(some_edits.FIRST), fresh(qtbot)
    shown: frozenset[int] | None = None
    page.set_comparison(log.review.comparison)
    page.show()
    for _ in range(20):
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        comparison = log.review.comparison
        page.set_comparison(comparison)
        if chance.random() < 0.3:
            count = len(comparison.links)
            shown = None if chance.random() < 0.4 else frozenset(chance.sample(range(count), chance.randint(0, count)))
        page.set_filter(shown)
        anew = fresh(qtbot)
        anew.set_comparison(comparison)
        anew.set_filter(shown)
        anew.show()
        assert page.grab().toImage() == anew.grab().toImage()
        for side in Side:
            kept, made = page.pane(side).column.marks, anew.pane(side).column.marks
            assert [kept[i] for i in range(len(kept))] == [made[i] for i in range(len(made))]
        heights = range(0, page._overview.height(), 3)
        assert [page._overview.link_at(3, y) for y in heights] == [anew._overview.link_at(3, y) for y in heights]
