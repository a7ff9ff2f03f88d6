"""Searching both texts: what is found first, what while nobody waits, and that it is what a slow search finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import Comparison, Side
from statement_compare.session.query import find
from statement_compare.ui.compare import search
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.widgets import slices


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


@pytest.fixture
def counting(
    page: ComparePage, make_long: Callable[[int], Comparison], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Callable[[], None]:
    """Counting has begun and is far from done; whoever calls this gives it the time to be."""
    page.set_comparison(make_long(800))
    monkeypatch.setattr(slices, "_SLICE_S", 0.0)  # one sentence at a time
    page.set_find("sentence")
    qtbot.wait(60)
    assert page.is_counting_hits

    def wait() -> None:
        monkeypatch.setattr(slices, "_SLICE_S", 1.0)
        qtbot.waitUntil(lambda: page._search._slices.is_done)
        qtbot.wait(30)

    return wait


def marked(page: ComparePage) -> int:
    return sum(len(page.pane(side).emphasis.hits) for side in Side)


def test_words_that_are_removed_while_they_are_counted_are_marked_no_more(
    page: ComparePage, counting: Callable[[], None]
) -> None:
    page.set_find("")
    counting()
    assert (page.hit_count, marked(page), page.is_counting_hits) == (0, 0, False)


def test_texts_that_are_short_have_no_places_of_the_long_ones(
    page: ComparePage, make_long: Callable[[int], Comparison], counting: Callable[[], None]
) -> None:
    page.set_comparison(make_long(3))
    assert page.hit_count == slowly(page, "sentence")
    counting()
    assert page.hit_count == marked(page) == slowly(page, "sentence")


@pytest.mark.parametrize("words", ["sentence 1", "sentence 79", "sen", "of", "nowhere"])
def test_other_words_while_the_first_are_counted_find_their_own_places(
    page: ComparePage, counting: Callable[[], None], words: str
) -> None:
    page.set_find(words)
    counting()
    assert page.hit_count == marked(page) == slowly(page, words)


def test_the_same_words_again_are_counted_from_the_beginning(page: ComparePage, counting: Callable[[], None]) -> None:
    page.set_find("")
    page.set_find("sentence")
    counting()
    assert page.hit_count == marked(page) == 1600


def test_stepping_while_words_are_counted_and_removing_them_leaves_none(
    page: ComparePage, counting: Callable[[], None]
) -> None:
    page.find_next()
    page.set_find("")
    counting()
    assert (page.hit_count, marked(page)) == (0, 0)
