"""Searching both texts: what is found first, what while nobody waits, and that it is what a slow search finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import Comparison, Side
from statement_compare.session.query import find
from statement_compare.ui.compare import search
from statement_compare.ui.compare.page import ComparePage


def slowly(page: ComparePage, words: str) -> int:
    texts = [page.pane(side).statement for side in Side]
    return sum(len(find(text, words)) for text in texts if text is not None)


def test_in_long_texts_the_hits_on_the_screen_come_first_and_all_of_them_soon(
    page: ComparePage, make_long: Callable[[int], Comparison], qtbot: QtBot
) -> None:
    page.set_comparison(make_long(800))
    with qtbot.waitSignal(page.hits_counted):
        assert 0 < page.set_find("sentence") < 400
        assert page.is_counting_hits
    assert not page.is_counting_hits
    assert page.hit_count == slowly(page, "sentence") == 1600
    hits = page.pane(Side.LEFT).emphasis.hits
    assert hits == tuple(sorted(hits, key=lambda hit: hit.start))


def test_whoever_steps_on_before_all_is_counted_finds_all(
    page: ComparePage, make_long: Callable[[int], Comparison]
) -> None:
    page.set_comparison(make_long(800))
    page.set_find("sentence")
    assert page.find_previous() == slowly(page, "sentence") - 1
    assert not page.is_counting_hits


@pytest.mark.parametrize(
    "typed", [("s", "se", "sen", "sentence 1"), ("sen", "se", "x", "e"), ("of", "of  the", "of t")]
)
def test_a_letter_more_or_less_finds_what_a_search_of_its_own_finds(
    page: ComparePage, make_long: Callable[[int], Comparison], typed: tuple[str, ...]
) -> None:
    page.set_comparison(make_long(200))
    for words in typed:
        assert page.set_find(words) == slowly(page, words)


def test_a_letter_more_looks_only_where_there_were_hits(
    page: ComparePage, make_long: Callable[[int], Comparison], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.set_comparison(make_long(200))
    page.set_find("sentence 11")
    looked: list[int] = []
    monkeypatch.setattr(search, "find_in", lambda _text, i, _pattern: looked.append(i) or [])
    page.set_find("sentence 112")
    assert sorted(set(looked)) == [11, *range(110, 120)]
    looked.clear()
    page.set_find("entence 112")
    assert len(looked) == 400
