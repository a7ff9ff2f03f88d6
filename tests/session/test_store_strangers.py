"""A file that is no session, or a damaged, newer or malicious one, is refused in words and never changed."""

from __future__ import annotations

import os
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from some_edits import AGAIN, FIRST, STAMP

from statement_compare.engine.model import Comparison, Span
from statement_compare.errors import SessionError
from statement_compare.session import store_schema
from statement_compare.session.codec import encoded, packed
from statement_compare.session.edits import Bookmark, Compared, SetNote
from statement_compare.session.review import Review
from statement_compare.session.store import Store
from statement_compare.session.store_rows import kept

PAIR = ((1,), (2,))
Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound session of three edits, the last of them undone."""
    path = tmp_path / "harbour.stcmp"
    source = replace(FIRST.left.source, sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    comparison = replace(FIRST, left=replace(FIRST.left, source=source))
    with Store.create(path, comparison, sources=(kept(source, None, b"test"), kept(FIRST.right.source))) as store:
        store.apply(Bookmark(PAIR), STAMP)
        store.apply(Compared(AGAIN), STAMP)
        store.apply(SetNote(PAIR, "n"), STAMP)
        store.undo()
    return path


def refusal(path: Path) -> SessionError:
    """How a file is refused; it and its folder are as they were then."""

    def state() -> object:
        return sorted((each.name, each.stat().st_mtime_ns, content(each)) for each in path.parent.iterdir())

    def content(each: Path) -> bytes:
        return each.read_bytes() if each.is_file() else b""

    before = state()
    with pytest.raises(SessionError) as caught:
        Store.open(path)
    assert state() == before
    assert caught.value.message.startswith(f"{path}: ")
    assert caught.value.params["path"] == str(path)
    return caught.value


def test_the_sound_file_opens(path: Path) -> None:
    with Store.open(path) as store:
        assert len(store.entries) == 2


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "session.empty"),
        (b"SQLite", "session.foreign"),
        (b"SQLite format 3\0 and no more", "session.damaged"),
        (b"\xff\xfeA statement", "session.foreign"),
        (b"PK\x03\x04" + b"\0" * 200, "session.foreign"),
    ],
)
def test_what_is_no_session_file_is_told_as_such(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "other.stcmp"
    path.write_bytes(content)
    assert refusal(path).key == key


def test_a_missing_file_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.stcmp").key == "session.missing"
    (tmp_path / "folder.stcmp").mkdir()
    assert refusal(tmp_path / "folder.stcmp").key == "session.no_file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.stcmp")
        assert refusal(tmp_path / "pipe.stcmp").key == "session.no_file"


def test_a_name_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.stcmp").symlink_to(tmp_path / "b.stcmp")
    (tmp_path / "b.stcmp").symlink_to(tmp_path / "a.stcmp")
    for name in ("a.stcmp", "nul\0.stcmp"):
        with pytest.raises(SessionError) as caught:
            Store.open(tmp_path / name)
        assert caught.value.key == "session.unreadable"


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.stcmp"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE places (url TEXT)")
    assert refusal(path).key == "session.foreign_database"


def test_a_file_of_a_newer_version_is_refused_as_such(path: Path) -> None:
    change(path, lambda db: db.execute("PRAGMA user_version=2"))
    error = refusal(path)
    assert (error.key, error.params["version"]) == ("session.newer", "2")
    assert "newer version" in error.message


def test_a_file_that_is_cut_anywhere_is_damaged(path: Path) -> None:
    whole = path.read_bytes()
    chance = random.Random(5)
    for length in [*(chance.randrange(100, len(whole)) for _ in range(20)), len(whole) - 1, 4096, 8192]:
        path.write_bytes(whole[:length])
        assert refusal(path).key == "session.damaged"


def test_a_file_with_a_byte_changed_opens_as_it_was_or_is_refused(path: Path) -> None:
    """Most bytes are in use; those that are not, and letters of a note, are no damage that anything could see."""
    whole = path.read_bytes()
    with Store.open(path, for_reading=True) as store:
        review = store.review
    chance = random.Random(6)
    refused = 0
    for _ in range(150):
        content = bytearray(whole)
        content[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            with Store.open(path, for_reading=True) as store:
                assert isinstance(store.review, Review)
                assert store.review.proposed == review.proposed
        except SessionError:
            refused += 1
        assert path.read_bytes() == content
    assert refused > 10


@pytest.mark.parametrize("word", [b"CREATE TABLE edit", b"tablecomparison", b"sqlite_autoindex", b"is_undone INTEGER"])
def test_a_table_whose_name_is_no_text_is_damage(path: Path, word: bytes) -> None:
    """SQLite quotes it in its message, as it stands there."""
    content = path.read_bytes()
    assert word in content
    path.write_bytes(content.replace(word, word[:-3] + b"\xff\x82\xca"))
    assert refusal(path).key == "session.damaged"


def change(path: Path, by: Change) -> None:
    with closing(sqlite3.connect(path)) as db:
        by(db)
        db.commit()


def sql(text: str, *values: object) -> Change:
    return lambda db: db.execute(text, values)


def body(comparison: Comparison) -> Change:
    return sql("UPDATE comparison SET body = ? WHERE id = 1", packed(encoded(comparison, Comparison)))


BOMB = zlib.compress(b" " * 50_000_000, 9)
LEFT = FIRST.left
LINK = FIRST.links[1]


@pytest.mark.parametrize(
    "by",
    [
        sql("CREATE TABLE more (a)"),
        sql("CREATE VIEW edits AS SELECT * FROM edit"),
        sql("CREATE INDEX fast ON edit (kind)"),
        sql("CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM edit; END"),
        sql("ALTER TABLE edit ADD COLUMN more"),
        sql("DROP TABLE meta"),
        sql("PRAGMA user_version=0"),
    ],
)
def test_tables_that_are_not_those_of_a_session_are_refused(path: Path, by: Change) -> None:
    change(path, by)
    assert refusal(path).key == "session.damaged"


def test_a_file_that_keeps_its_changes_beside_it_is_refused(path: Path) -> None:
    change(path, sql("PRAGMA journal_mode=WAL"))
    assert refusal(path).key == "session.damaged"


@pytest.mark.parametrize(
    "by",
    [
        sql("DELETE FROM meta"),
        sql("DELETE FROM comparison WHERE id = 1"),
        sql("DELETE FROM comparison WHERE id = 2"),
        sql("DELETE FROM source WHERE id = 1"),
        sql("DELETE FROM edit WHERE seq = 1"),
        sql("DELETE FROM edit WHERE seq = 2"),
        sql("UPDATE edit SET is_undone = 1 WHERE seq = 1"),
        sql("UPDATE edit SET is_undone = 2 WHERE seq = 3"),
        sql("UPDATE edit SET kind = 'colour' WHERE seq = 1"),
        sql("UPDATE edit SET kind = 'dismiss' WHERE seq = 1"),
        sql("UPDATE edit SET kind = 'compared' WHERE seq = 1"),
        sql("UPDATE edit SET comparison = 1 WHERE seq = 2"),
        sql("UPDATE edit SET comparison = 2 WHERE seq = 3"),
        sql("UPDATE edit SET comparison = 'two' WHERE seq = 2"),
        sql("UPDATE edit SET at = 'yesterday' WHERE seq = 1"),
        sql('UPDATE edit SET body = \'{"pair":[[1],[2]],"is_bookmarked":1}\' WHERE seq = 1'),
        sql("UPDATE edit SET body = '{\"pair\":[[1],[1]]}' WHERE seq = 1"),
        sql("UPDATE edit SET body = '{\"pair\":[[1],[]]}' WHERE seq = 1"),
        sql("UPDATE edit SET body = ? WHERE seq = 1", "[" * 100_000),
        sql("UPDATE edit SET body = x'ff' WHERE seq = 1"),
        sql("UPDATE edit SET body = CAST(x'7bff7d' AS TEXT) WHERE seq = 1"),
        sql('UPDATE edit SET body = \'{"pair":[[9],[9]],"note":""}\' WHERE seq = 3'),
        sql("UPDATE edit SET reviewer = x'00' WHERE seq = 1"),
        sql("UPDATE source SET content = ? WHERE id = 1", zlib.compress(b"another")),
        sql("UPDATE source SET content = ? WHERE id = 2", BOMB),
        sql("UPDATE source SET content = 'text' WHERE id = 2"),
        sql("UPDATE source SET document = ? WHERE id = 2", zlib.compress(b"[]")),
        sql("UPDATE source SET origin = '{\"path\":5}' WHERE id = 2"),
        sql("UPDATE comparison SET body = ? WHERE id = 1", BOMB),
        sql("UPDATE comparison SET body = substr(body, 1, length(body) - 5)"),
        sql("UPDATE comparison SET body = body || x'00'"),
        sql('UPDATE comparison SET options = \'{"preset":"harsh"}\' WHERE id = 1'),
        sql("UPDATE comparison SET left_source = 7"),
        body(replace(FIRST, only_left=(9,))),
        body(replace(FIRST, only_left=(5, 4))),
        body(replace(FIRST, links=(*FIRST.links, LINK))),
        body(replace(FIRST, links=(replace(LINK, left=()),))),
        body(replace(FIRST, links=(replace(LINK, left=(1, 1)),))),
        body(replace(FIRST, links=(replace(LINK, similarity=2.0),))),
        body(replace(FIRST, links=(replace(LINK, reasons=(replace(LINK.reasons[0], left=Span(5, 9_000)),)),))),
        body(replace(FIRST, links=(replace(LINK, reasons=(replace(LINK.reasons[0], left=Span(9, 5)),)),))),
        body(replace(FIRST, left=replace(LEFT, sentences=LEFT.sentences[1:]))),
        body(replace(FIRST, left=replace(LEFT, sentences=(replace(LEFT.sentences[0], text="Other"),)))),
        body(replace(FIRST, left=replace(LEFT, sentences=(replace(LEFT.sentences[0], block=1),)))),
        body(replace(FIRST, left=replace(LEFT, source=replace(LEFT.source, blocks=LEFT.source.blocks * 2)))),
        body(replace(FIRST, left=replace(LEFT, source=replace(LEFT.source, text="")))),
    ],
)
def test_rows_that_the_program_never_writes_are_damage(path: Path, by: Change) -> None:
    change(path, by)
    error = refusal(path)
    assert error.key == "session.damaged"
    assert "was not changed" in error.message


def test_the_rows_that_the_program_writes_pass_through_the_same_change(path: Path) -> None:
    change(path, body(FIRST))
    Store.open(path).close()


def test_a_monotonous_text_is_no_bomb(tmp_path: Path) -> None:
    """What would shrink too well is not made smaller."""
    path = tmp_path / "long.stcmp"
    source = replace(FIRST.left.source, text=FIRST.left.source.text + " " * 9_000_000)
    comparison = replace(FIRST, left=replace(LEFT, source=source))
    Store.create(path, comparison).close()
    with Store.open(path) as store:
        assert store.review.proposed == comparison


def test_a_file_that_is_larger_than_a_session_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_schema, "MOST_BYTES", 1000)
    assert refusal(path).key == "session.too_large"


def unfinished(path: Path) -> None:
    """Leave a file as a killed process does: changed, with the journal beside it that takes the change back."""
    working, journal = path.with_name("working"), path.with_name("working-journal")
    working.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(working, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size=1")
        db.execute("PRAGMA cache_spill=1")
        db.execute("BEGIN")
        db.execute("DELETE FROM edit")
        db.execute(
            "INSERT INTO source SELECT id + 10, path, format, sha256, title, speaker, date, origin, document, "
            "is_file, randomblob(40000) FROM source"
        )
        path.with_name("kept-journal").write_bytes(journal.read_bytes())
        path.write_bytes(working.read_bytes())
    path.with_name("kept-journal").rename(path.with_name(f"{path.name}-journal"))
    working.unlink()


def test_a_change_that_was_never_finished_is_taken_back(path: Path) -> None:
    whole = path.read_bytes()
    unfinished(path)
    changed = path.read_bytes()
    with Store.open(path, for_reading=True) as store:
        assert len(store.entries) == 2
    assert path.read_bytes() == changed != whole
    with Store.open(path) as store:
        assert len(store.entries) == 2
    assert path.read_bytes() == whole
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_a_killed_process_left_of_a_former_file_does_not_touch_a_new_one(path: Path) -> None:
    unfinished(path)
    journal = path.with_name(f"{path.name}-journal")
    left = journal.read_bytes()
    path.unlink()
    with Store.create(path, AGAIN) as store:
        other = path.with_name("other.stcmp")
        other.write_bytes(b"of before")
        other.with_name("other.stcmp-journal").write_bytes(left)
        store.save_as(other)
    for each in (path, other):
        with Store.open(each) as store:
            assert store.review == Review(AGAIN)
            assert store.read_only_because is None
    assert sorted(each.name for each in path.parent.iterdir()) == ["harbour.stcmp", "other.stcmp"]


def test_changes_that_somebody_else_put_beside_a_file_are_not_read(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(bytes.fromhex("377f0682") + bytes(100))
    assert refusal(path).key == "session.damaged"


def test_a_journal_that_names_another_file_is_not_followed(path: Path) -> None:
    """SQLite would open the file that it names, and delete it."""
    victim = path.with_name("victim.txt")
    victim.write_text("dear to somebody")
    unfinished(path)
    name = os.fsencode(victim)
    with path.with_name(f"{path.name}-journal").open("ab") as journal:
        journal.write((0).to_bytes(4) + name + len(name).to_bytes(4) + sum(name).to_bytes(4))
        journal.write(bytes.fromhex("d9d505f920a163d7"))
    assert refusal(path).key == "session.damaged"
    assert victim.read_text() == "dear to somebody"


def test_what_cannot_be_decoded_is_told_in_one_line_that_quotes_nothing(tmp_path: Path) -> None:
    seeds = Path(__file__).resolve().parent.parent / "hostile" / "corpus" / "session"
    path = tmp_path / "a.stcmp"
    path.write_bytes((seeds / "schema-that-is-no-text").read_bytes())
    with pytest.raises(SessionError) as caught, Store.open(path, for_reading=True):
        pass
    reason = "the session file is damaged (it holds bytes that are no text); it was not changed"
    assert caught.value.message == f"{path}: {reason}"
