"""Newer versions of the program open files of older ones: each version has a file here that was made by it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from some_edits import EVERY_KIND, FIRST, PAIR, STAMP

from statement_compare.engine.model import (
    Block,
    BlockKind,
    CompareOptions,
    Comparison,
    Entailment,
    EntailmentPair,
    GeneralDenial,
    Link,
    Nearest,
    Preset,
    Reason,
    ReasonKind,
    Role,
    Sentence,
    Side,
    Signature,
    Source,
    Span,
    Statement,
    Verdict,
    Weighed,
)
from statement_compare.errors import SessionError
from statement_compare.session import store_schema
from statement_compare.session.edits import Bookmark
from statement_compare.session.recent import Origin
from statement_compare.session.store import Store
from statement_compare.session.store_rows import kept

FILES = Path(__file__).parent / "files"
_LEFT = "The port paid 5,000 euros.\n\nIs that all?"
_RIGHT = "Порт заплатил 1000 евро.\n\nNobody was told."
_DIGEST = "e5ca3c8fac6ce3e1b94ba3a96ffe36a0e4a7c8d65a9f9a3b4ca3d35c3b9b0a11"

# A value in every field of every class that a file holds.
FULL = Comparison(
    Statement(
        Source(
            _LEFT,
            (Block(BlockKind.PARAGRAPH, Span(0, 26)), Block(BlockKind.LIST_ITEM, Span(28, 40))),
            path="/texts/left.docx",
            format="docx",
            sha256=_DIGEST,
            encoding="utf-8",
            encoding_guessed=True,
            title="The port",
            date=date(2026, 1, 2),
            speaker="A port",
            notes=("pages:3",),
        ),
        "en",
        (
            Sentence(0, Span(0, 26), "The port paid 5,000 euros.", Role.CLAIM, 0),
            Sentence(1, Span(28, 40), "Is that all?", Role.QUESTION, 1),
        ),
    ),
    Statement(
        Source(_RIGHT, (Block(BlockKind.PARAGRAPH, Span(0, 24)), Block(BlockKind.PARAGRAPH, Span(26, 42)))),
        "ru",
        (
            Sentence(0, Span(0, 24), "Порт заплатил 1000 евро.", Role.CLAIM, 0),
            Sentence(1, Span(26, 42), "Nobody was told.", Role.CLAIM, 1),
        ),
    ),
    (
        Link(
            (0,),
            (0,),
            0.25,
            Verdict.CONTRADICTION,
            0.875,
            (
                Reason(ReasonKind.NUMBER, Span(14, 19), Span(14, 18), "number.differs", (("unit", "EUR"),)),
                Reason(ReasonKind.MODEL, None, None, "model.contradiction"),
            ),
            EntailmentPair(Entailment(0.125, 0.25, 0.625), Entailment(0.25, 0.25, 0.5)),
            0.375,
        ),
    ),
    (1,),
    (1,),
    Signature(
        "0.1.0", (("model", "fast"),), (("entailment", "m sha256:0"),), (("lib", "1"),), (Weighed("e", "t", True),)
    ),
    "entailment",
    ("encoder", "multilingual"),
    (Nearest(Side.LEFT, 1, 1, 0.5),),
    (GeneralDenial(Side.RIGHT, 1, (0, 1)),),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / "v1.stcmp", tmp_path / "old.stcmp"))


def made(path: Path) -> None:
    """Write the file of this version; it was done once for each, and its result is kept in `files`."""
    origin = Origin("/texts/left.docx", "", "utf-8", "en", "The port", "A port", date(2026, 1, 3))
    options = CompareOptions(True, ("en", "ru"), Preset.LENIENT, True, "fast")
    with Store.create(
        path, FULL, options=options, sources=(kept(FULL.left.source, origin), kept(FULL.right.source))
    ) as new:
        new.apply(EVERY_KIND["speaker"], STAMP)
        new.apply(replace(EVERY_KIND["compared"], comparison=FIRST), STAMP)  # type: ignore[type-var]
        for kind in ("verdict", "confirm", "note", "bookmark", "status", "dismiss", "role", "relink"):
            new.apply(EVERY_KIND[kind], STAMP)
        new.undo()


def test_a_file_of_version_1_opens_with_all_that_it_holds(old: Path) -> None:
    with Store.open(old) as store:
        assert store.read_only_because is None
        assert [type(each.edit).__name__ for each in store.entries] == (
            "SetSpeaker Compared SetVerdict Confirm SetNote Bookmark SetStatus Dismiss SetRole".split()
        )
        assert store.redo_name == ("edit.merge", {"place": "L1,2-R1,3"})
        said = store.review.decision(PAIR)
        assert (said.verdict, said.reason, said.status.value, said.reviewer) == (
            Verdict.QUALIFIED,
            "the second is net",
            "asked",
            "Ada",
        )
        assert (said.is_confirmed, said.is_dismissed, said.is_bookmarked) == (True, True, True)
        assert said.note == "Порттан сұрау\nand \x00 a half \udcff"
        assert store.review.speakers == {Side.LEFT: "The port"}
        store.redo()
        while store.can_undo:
            store.undo()
        assert store.review.proposed == FULL
        assert store.options == CompareOptions(True, ("en", "ru"), Preset.LENIENT, True, "fast")
        assert store.sources[0].origin.date == date(2026, 1, 3)
        assert store.sources[0].source == FULL.left.source
        assert store.program == "0.1.0"


def test_the_program_still_writes_what_it_wrote_then(old: Path, tmp_path: Path) -> None:
    """A change of what is written needs a new version, and a step that upgrades the files of before."""
    made(tmp_path / "new.stcmp")
    queries = (
        "SELECT seq, at, reviewer, kind, body, comparison, is_undone FROM edit",
        "SELECT id, left_source, right_source, options FROM comparison",
        "SELECT id, path, format, sha256, title, speaker, date, origin, is_file FROM source",
    )
    rows = []
    for path in (old, tmp_path / "new.stcmp"):
        with closing(sqlite3.connect(path)) as db:
            rows.append([db.execute(query).fetchall() for query in queries])
    assert rows[0] == rows[1]


def add_column(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE comparison ADD COLUMN colour TEXT")
    db.execute("UPDATE comparison SET colour = 'grey'")


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of version 2, whose comparisons have a colour."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in store_schema.SCHEMAS[1]:
            db.execute(statement)
        add_column(db)
        tables = tuple(each[0] for each in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    monkeypatch.setattr(store_schema, "VERSION", 2)
    monkeypatch.setattr(store_schema, "SCHEMAS", MappingProxyType({**store_schema.SCHEMAS, 2: tables}))
    monkeypatch.setattr(store_schema, "UPGRADES", MappingProxyType({1: add_column}))


@pytest.mark.usefixtures("newer")
def test_an_older_file_is_upgraded_when_it_is_opened_to_work_in(old: Path) -> None:
    with Store.open(old) as store:
        assert len(store.entries) == 9
        review = store.apply(Bookmark(((0,), (0,))), STAMP)
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
        assert db.execute("SELECT DISTINCT colour FROM comparison").fetchall() == [("grey",)]
    with Store.open(old) as again:
        assert again.review == review


@pytest.mark.usefixtures("newer")
def test_an_older_file_that_is_only_read_is_upgraded_in_memory(old: Path) -> None:
    before = old.read_bytes()
    with Store.open(old, for_reading=True) as store:
        assert len(store.entries) == 9
    assert old.read_bytes() == before


@pytest.mark.usefixtures("newer")
def test_an_upgrade_that_fails_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM edit")
        db.execute("ALTER TABLE comparison ADD COLUMN shade TEXT")

    monkeypatch.setattr(store_schema, "UPGRADES", MappingProxyType({1: half}))
    before = old.read_bytes()
    with pytest.raises(SessionError, match="could not be brought up to date"):
        Store.open(old)
    assert old.read_bytes() == before
    assert [each.name for each in old.parent.iterdir()] == [old.name]
    with pytest.raises(SessionError, match="could not be brought up to date"):
        store_schema.writing(old)
    assert old.read_bytes() == before
