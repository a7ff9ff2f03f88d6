"""What the first edit writes is made while nobody waits, and is what it would be at once."""

from __future__ import annotations

import sqlite3
from collections import deque
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from some_edits import FIRST, STAMP

from statement_compare.engine.model import Comparison, Source
from statement_compare.errors import SessionError
from statement_compare.session import written_ahead
from statement_compare.session.codec import CodecError, encoded, encoding, packed, packing
from statement_compare.session.edits import Bookmark
from statement_compare.session.folders import Folders
from statement_compare.session.kept_work import Circumstances, KeptWork
from statement_compare.session.works import Sessions

PAIR = ((1,), (2,))


def begun(tmp_path: Path, name: str, first: Comparison, told: list[SessionError]) -> KeptWork:
    folders = Folders(tmp_path / name / "config", tmp_path / name / "data")
    return Sessions(folders, told.append).begin(first, Circumstances())


def rows(work: KeptWork) -> list[tuple[object, ...]]:
    assert work.path is not None
    with closing(sqlite3.connect(work.path)) as db:
        return [*db.execute("SELECT * FROM comparison"), *db.execute("SELECT * FROM source")]


def test_what_was_made_ahead_is_what_the_first_edit_would_have_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[SessionError] = []
    slow, quick = (begun(tmp_path, name, FIRST, told) for name in ("slow", "quick"))
    slow.apply(Bookmark(PAIR), STAMP)
    deque(quick.preparing(), maxlen=0)
    monkeypatch.setattr(written_ahead, "made", None)
    monkeypatch.setattr(written_ahead, "body_of", None)
    quick.apply(Bookmark(PAIR), STAMP)
    assert rows(quick) == rows(slow)
    assert quick.review == slow.review
    assert told == []
    for work in (slow, quick):
        work.close()


def test_an_edit_does_not_wait_for_what_is_made_only_in_part(tmp_path: Path) -> None:
    told: list[SessionError] = []
    work = begun(tmp_path, "half", FIRST, told)
    steps = work.preparing()
    for _ in range(3):
        next(steps)
    work.apply(Bookmark(PAIR), STAMP)
    deque(steps, maxlen=0)
    assert work.review.decision(PAIR).is_bookmarked
    assert [*work.preparing()] == []
    work.close()


def test_what_no_file_can_hold_is_told_at_the_first_edit(tmp_path: Path) -> None:
    told: list[SessionError] = []
    work = begun(tmp_path, "unsound", replace(FIRST, only_left=(99,)), told)
    deque(work.preparing(), maxlen=0)
    assert told == []
    work.apply(Bookmark(PAIR), STAMP)
    assert [error.key for error in told] == ["session.cannot_hold"]
    assert work.is_in_memory


def test_bit_by_bit_gives_the_bytes_of_all_at_once() -> None:
    source = replace(FIRST.left.source, path="report\udcff.txt", text="A sentence. " * 200_000)
    for value, kind in ((FIRST, Comparison), (source, Source)):
        steps, data = [], None
        making = encoding(value, kind)
        while data is None:
            try:
                steps.append(next(making))
            except StopIteration as end:
                data = end.value
        assert data == encoded(value, kind)
        assert len(steps) > 5
        assert packed(data) == packed(bytes(data))
    assert len([*packing(data)]) == 10


def test_bit_by_bit_refuses_what_would_not_be_read_back() -> None:
    links = (replace(FIRST.links[0], similarity=float("nan")),)
    with pytest.raises(CodecError, match="similarity"):
        deque(encoding(replace(FIRST, links=links), Comparison), maxlen=0)
