from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statement_compare.session.recent import LIMIT, Origin, Pair, Recent, add, forget, load, save


def pair(left: str, right: str) -> Pair:
    return Pair(Origin(path=left), Origin(path=right))


def test_the_latest_pair_is_first_and_stands_once() -> None:
    recent = Recent().with_pair(pair("/a", "/b")).with_pair(pair("/c", "/d")).with_pair(pair("/a", "/b"))
    assert [each.left.path for each in recent.pairs] == ["/a", "/c"]


def test_a_changed_description_replaces_the_entry() -> None:
    first = pair("/a", "/b")
    described = replace(first, left=replace(first.left, title="The ministry"), scroll="3:0.5 2:0.1")
    recent = Recent().with_pair(first).with_pair(described)
    assert recent.pairs == (described,)


def test_a_pair_with_an_empty_side_gives_way_to_the_next() -> None:
    half = Pair(Origin(path="/a"), Origin())
    assert Recent().with_pair(half).with_pair(pair("/a", "/b")).pairs == (pair("/a", "/b"),)


def test_the_list_ends_somewhere() -> None:
    recent = Recent()
    for number in range(LIMIT + 5):
        recent = recent.with_pair(pair(f"/{number}", "/b"))
    assert len(recent.pairs) == LIMIT
    assert recent.last is not None
    assert recent.last.left.path == f"/{LIMIT + 4}"


def test_pairs_come_back_with_pasted_texts_descriptions_and_places(tmp_path: Path) -> None:
    kept = Pair(
        Origin(pasted="Вставленный текст.\nЕщё строка. \ud800"),
        Origin(path="/b.txt", encoding="cp1251", language="ru", speaker="Завод", date=date(2021, 11, 1)),
        sentences_per_line=True,
        scroll="3:0.2500 7:0.0000",
        finding=4,
    )
    recent = Recent((kept, pair("/a", "/b")))
    save(recent, tmp_path / "recent.json", tmp_path / "pasted")
    assert load(tmp_path / "recent.json", tmp_path / "pasted") == recent


def test_a_pasted_text_no_pair_needs_any_more_is_removed(tmp_path: Path) -> None:
    with_text = Recent((Pair(Origin(pasted="Gone soon."), Origin(path="/b")),))
    save(with_text, tmp_path / "recent.json", tmp_path / "pasted")
    assert len(list((tmp_path / "pasted").iterdir())) == 1
    save(Recent((pair("/a", "/b"),)), tmp_path / "recent.json", tmp_path / "pasted")
    assert list((tmp_path / "pasted").iterdir()) == []


def test_a_damaged_list_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "recent.json"
    path.write_text("[[[", encoding="utf-8")
    assert load(path, tmp_path / "pasted") == Recent()
    assert (tmp_path / "recent.json.damaged-1").read_text(encoding="utf-8") == "[[["


def test_entries_that_make_no_sense_or_lost_their_text_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "recent.json"
    good = {"left": {"path": "/a"}, "right": {"path": "/b"}, "scroll": 7, "finding": "x"}
    lost = {"left": {"pasted": "0" * 64}, "right": {"path": "/b"}}
    wrong_date = {"left": {"path": "/a", "date": "yesterday"}, "right": {"path": "/b"}}
    path.write_text(json.dumps({"pairs": [good, lost, wrong_date, 3, {}, {"left": 1}]}), encoding="utf-8")
    assert load(path, tmp_path / "pasted") == Recent((pair("/a", "/b"),))


def test_a_digest_from_a_tampered_list_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("private", encoding="utf-8")
    path = tmp_path / "recent.json"
    entry = {"left": {"pasted": "../secret"}, "right": {"path": "/b"}}
    path.write_text(json.dumps({"pairs": [entry]}), encoding="utf-8")
    assert load(path, tmp_path / "pasted") == Recent()


def test_forgetting_leaves_neither_pairs_nor_texts_nor_damaged_copies(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    save(Recent((Pair(Origin(pasted="Gone soon."), Origin(path="/b")),)), path, pasted)
    (tmp_path / "recent.json.damaged-1").write_text("/a/b.txt", encoding="utf-8")
    forget(path, pasted)
    assert load(path, pasted) == Recent()
    assert list(pasted.iterdir()) == []
    assert not (tmp_path / "recent.json.damaged-1").exists()


def test_two_windows_keep_each_others_pairs_and_texts(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    first = Pair(Origin(pasted="Of the first window."), Origin(path="/a"))
    half = Pair(Origin(pasted="Half of the first window's next."), Origin())
    second = Pair(Origin(pasted="Of the second window."), Origin(path="/b"))
    seen_by_first = add(first, Recent(), path, pasted)
    add(second, Recent(), path, pasted)
    add(half, seen_by_first, path, pasted)
    seen_by_second = add(second, Recent((second,)), path, pasted)
    assert load(path, pasted).pairs == seen_by_second.pairs == (second, half, first)
    assert len(list(pasted.iterdir())) == 3


def test_a_pair_with_an_empty_side_of_ones_own_gives_way_in_the_file_as_well(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    half = Pair(Origin(path="/a"), Origin())
    known = add(half, Recent(), path, pasted)
    assert add(pair("/a", "/b"), known, path, pasted).pairs == (pair("/a", "/b"),)


def test_a_file_name_that_is_no_utf_8_comes_back(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    odd = pair(os.fsdecode(b"/caf\xe9.txt"), "/\u043e\u0442\u0432\u0435\u0442.txt")
    save(Recent((odd,)), path, pasted)
    assert load(path, pasted) == Recent((odd,))
    assert "\u043e\u0442\u0432\u0435\u0442" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["[" * 200_000, "[[[", '{"pairs": [' + '{"left": ' * 100_000])
def test_a_list_nested_without_end_is_kept_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "recent.json"
    path.write_text(content, encoding="utf-8")
    assert load(path, tmp_path / "pasted") == Recent()
    assert (tmp_path / "recent.json.damaged-1").exists()


def test_a_damaged_list_in_a_folder_that_is_read_only_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "recent.json"
    path.write_text("[[[", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", read_only)
    assert load(path, tmp_path / "pasted") == Recent()


def read_only(*_: object) -> None:
    raise OSError(30, "Read-only file system")


def test_a_pair_that_another_window_shows_stays_though_the_list_is_full_or_a_side_is_empty(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    half = Pair(Origin(pasted="Only one side yet."), Origin())
    known = add(half, Recent(), path, pasted)
    for number in range(LIMIT + 3):
        known = add(pair(f"/{number}", "/b"), known, path, pasted, frozenset({half.texts}))
    assert half in load(path, pasted).pairs
    assert len(known.pairs) == LIMIT + 1
    assert half not in add(pair("/c", "/d"), known, path, pasted).pairs


def test_programs_that_add_pairs_at_the_same_time_lose_none(tmp_path: Path) -> None:
    path, pasted = tmp_path / "recent.json", tmp_path / "pasted"
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from statement_compare.session.recent import Origin, Pair, Recent, add\n"
        "known = Recent()\n"
        "for number in range(5):\n"
        "    pair = Pair(Origin(pasted=f'{sys.argv[3]} {number}'), Origin(path='/b'))\n"
        "    known = add(pair, known, Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    root = Path(__file__).resolve().parent.parent.parent
    words = [sys.executable, "-c", script, str(path), str(pasted)]
    children = [subprocess.Popen([*words, who], cwd=root) for who in "ab"]
    assert [child.wait(60) for child in children] == [0, 0]
    there = {each.left.pasted for each in load(path, pasted).pairs}
    assert there == {f"{who} {number}" for who in "ab" for number in range(5)}
