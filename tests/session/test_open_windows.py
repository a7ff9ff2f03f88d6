"""Which windows were open comes back with what each showed, and with nothing that a person has forgotten since."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from statement_compare.session import open_windows
from statement_compare.session.open_windows import OpenWindow, view_of
from statement_compare.session.options import DEFAULTS
from statement_compare.session.recent import Origin, Pair, Recent

PAIR = Pair(Origin(pasted="Words for nobody else."), Origin(path="/texts/b.txt"), finding=3, session="/work/a.stcmp")
VIEW = view_of(replace(DEFAULTS, zoom_percent=140, findings_shown=False, geometry="AAAA"))


def test_windows_come_back_in_their_order_with_view_and_filter(tmp_path: Path) -> None:
    windows = (OpenWindow(PAIR, VIEW, '{"text": "oil"}'), OpenWindow(None, view_of(DEFAULTS)))
    open_windows.save(windows, tmp_path / "windows.json")
    assert open_windows.load(tmp_path / "windows.json", Recent((PAIR,))) == windows


def test_a_window_whose_pair_was_forgotten_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "windows.json"
    open_windows.save([OpenWindow(PAIR, VIEW)], path)
    assert open_windows.load(path, Recent()) == ()
    content = path.read_text(encoding="utf-8")
    assert "nobody" not in content
    assert "b.txt" not in content


def test_a_pair_comes_back_at_the_place_that_the_list_of_pairs_knows(tmp_path: Path) -> None:
    path = tmp_path / "windows.json"
    open_windows.save([OpenWindow(PAIR, VIEW)], path)
    later = replace(PAIR, finding=7)
    assert [each.pair for each in open_windows.load(path, Recent((later,)))] == [later]


@pytest.mark.parametrize("content", ["", "[[[", "7", "[" * 100_000, '{"windows": 7}', '{"windows": [7, {"view": 1}]}'])
def test_a_damaged_file_opens_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "windows.json").write_text(content, encoding="utf-8")
    assert open_windows.load(tmp_path / "windows.json", Recent()) == ()


def test_values_that_make_no_sense_are_left_out(tmp_path: Path) -> None:
    view = {"zoom_percent": 7, "scroll_locked": False, "theme": "dark", "other": 1}
    path = tmp_path / "windows.json"
    path.write_text(json.dumps({"windows": [{"pair": "", "view": view}]}), encoding="utf-8")
    assert open_windows.load(path, Recent()) == (OpenWindow(None, {"scroll_locked": False}),)
