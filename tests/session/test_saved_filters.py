from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.session.options import DEFAULTS, load, save
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.session.review import Status
from statement_compare.session.saved_filters import filter_from, saved_filters, text_of, with_filter

ALL = Filter(
    frozenset({Verdict.CONTRADICTION, Verdict.UNCLEAR}),
    frozenset({ReasonKind.NUMBER}),
    "crude oil",
    frozenset({Mark.UNDECIDED}),
    frozenset({Status.ASKED}),
)


@pytest.mark.parametrize("shown", [ALL, Filter(text="“нефть”"), Filter(marks=frozenset(Mark))])
def test_a_filter_comes_back_as_it_was(shown: Filter) -> None:
    assert filter_from(text_of(shown)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "7",
        '{"verdicts": ["maybe"]}',
        '{"verdicts": 3}',
        '{"text": 4}',
        '{"colour": ["red"]}',
        "[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_no_filter(text: str) -> None:
    assert filter_from(text) is None


def test_what_shows_everything_is_no_filter() -> None:
    assert filter_from(text_of(EVERYTHING)) is None


def test_filters_are_kept_with_the_settings_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = replace(DEFAULTS, filters=with_filter(DEFAULTS, "to ask", ALL))
    settings = replace(settings, filters=with_filter(settings, "oil", Filter(text="oil")))
    save(settings, path)
    loaded = load(path)
    assert loaded.refused == ()
    assert saved_filters(loaded.settings) == {"oil": Filter(text="oil"), "to ask": ALL}
    assert with_filter(settings, "oil", None) == with_filter(DEFAULTS, "to ask", ALL)
    assert with_filter(settings, "gone", None) == settings.filters


def test_one_damaged_filter_leaves_the_others() -> None:
    settings = replace(DEFAULTS, filters=(("bad", "{"), ("oil", text_of(Filter(text="oil")))))
    assert list(saved_filters(settings)) == ["oil"]
