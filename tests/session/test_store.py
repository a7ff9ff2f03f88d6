"""A session file holds every edit before the review that it leads to is given back, and opens as it was left."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from some_edits import AGAIN, CORRECTED, EVERY_KIND, FIRST, OTHER, PAIR, STAMP, Log, Step, some_step

from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Link,
    Preset,
    Source,
    Verdict,
)
from statement_compare.errors import SessionError
from statement_compare.session import session_lock
from statement_compare.session.edits import (
    KINDS,
    Bookmark,
    Compared,
    Confirm,
    Dismiss,
    Edit,
    EditError,
    Relink,
    SetNote,
    Stamp,
)
from statement_compare.session.recent import Origin
from statement_compare.session.review import Review
from statement_compare.session.store import Store
from statement_compare.session.store_rows import MOST_OF_EDIT, Kept, kept
from statement_compare.session.store_schema import APPLICATION_ID


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.stcmp"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, FIRST) as created:
        yield created


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path)


def test_a_new_session_is_an_untouched_review_in_one_file(store: Store, path: Path) -> None:
    assert store.review == Review(FIRST)
    assert (store.can_undo, store.can_redo, store.undo_name, store.redo_name) == (False, False, None, None)
    store.close()
    assert [each.name for each in path.parent.iterdir()] == ["harbour.stcmp"]


def test_the_file_names_itself_to_other_programs(store: Store, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as db:
        values = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        assert values == [APPLICATION_ID, 1]
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_every_kind_of_edit_has_a_case_here() -> None:
    assert {name: type(edit) for name, edit in EVERY_KIND.items()} == dict(KINDS)


@pytest.mark.parametrize("kind", list(EVERY_KIND))
def test_an_edit_is_there_when_the_file_is_opened_again(store: Store, kind: str) -> None:
    review = store.apply(EVERY_KIND[kind], STAMP)
    assert review == store.review != Review(FIRST)
    with reopened(store) as again:
        assert again.review == review
        assert [each.edit for each in again.entries] == [EVERY_KIND[kind]]
        assert again.entries[0].stamp == STAMP


def test_undo_and_redo_hold_over_closing(store: Store) -> None:
    first = store.apply(SetNote(PAIR, "one"), STAMP)
    second = store.apply(Confirm((PAIR,)), STAMP)
    assert store.undo() == first
    with reopened(store) as again:
        assert again.review == first
        assert again.redo_name == ("edit.confirm", {"place": "L2-R3"})
        assert again.undo_name == ("edit.note", {"place": "L2-R3"})
        assert again.redo() == second
        assert not again.can_redo
        again.undo()
        assert again.undo() == Review(FIRST)
        with reopened(again) as third:
            assert third.review == Review(FIRST)
            assert third.redo() == first


def test_without_an_edit_to_undo_or_redo_the_review_stays(store: Store) -> None:
    assert store.undo() == store.redo() == Review(FIRST)


def test_an_edit_after_an_undo_removes_what_was_undone(store: Store) -> None:
    store.apply(SetNote(PAIR, "secret words"), STAMP)
    store.apply(Compared(AGAIN), STAMP)
    store.undo()
    store.undo()
    store.apply(Bookmark(PAIR), STAMP)
    assert not store.can_redo
    with reopened(store) as again:
        assert [each.edit for each in again.entries] == [Bookmark(PAIR)]
        assert not again.can_redo
    assert b"secret words" not in store.path.read_bytes()


def test_a_confirmation_that_lapsed_is_back_when_comparing_is_undone_also_in_the_file(store: Store) -> None:
    store.apply(Confirm((PAIR,)), STAMP)
    store.apply(Compared(AGAIN), STAMP)
    assert store.review.decisions == {}
    with reopened(store) as again:
        assert again.review == store.review
        assert again.undo().decision(PAIR).is_confirmed
        assert again.redo().decisions == {}


def test_a_text_being_typed_undoes_as_one_step(store: Store) -> None:
    store.apply(Bookmark(PAIR), STAMP)
    for typed in ("a", "as", "ask"):
        store.apply(SetNote(PAIR, typed), STAMP, replace_last=True)
    assert [each.edit for each in store.entries] == [Bookmark(PAIR), SetNote(PAIR, "ask")]
    store.apply(SetNote(OTHER, "b"), STAMP, replace_last=True)
    store.apply(SetNote(OTHER, "c"), STAMP)
    with reopened(store) as again:
        assert len(again.entries) == 4
        for _ in range(3):
            again.undo()
        assert again.review.decision(PAIR).note == ""


def test_a_comparison_by_another_model_can_take_the_place_of_the_one_just_made(store: Store) -> None:
    store.apply(Confirm((PAIR,)), STAMP)
    store.apply(Compared(AGAIN), STAMP)
    assert not store.review.decision(PAIR).is_confirmed
    store.apply(Compared(FIRST), STAMP, replace_last=True)
    assert store.review.decision(PAIR).is_confirmed
    with reopened(store) as again:
        assert [each.edit for each in again.entries] == [Confirm((PAIR,)), Compared(FIRST)]
        assert again.review == store.review
        assert again.undo().decision(PAIR).is_confirmed


def test_a_note_does_not_go_on_with_one_that_was_undone(store: Store) -> None:
    store.apply(SetNote(PAIR, "a"), STAMP)
    store.apply(SetNote(PAIR, "b"), STAMP)
    store.undo()
    store.apply(SetNote(PAIR, "c"), STAMP, replace_last=True)
    assert [each.edit for each in store.entries] == [SetNote(PAIR, "a"), SetNote(PAIR, "c")]


def test_an_edit_that_changes_nothing_is_not_kept(store: Store) -> None:
    store.apply(Confirm((PAIR,)), STAMP)
    store.apply(Confirm((PAIR,)), Stamp("Ben", STAMP.at))
    assert len(store.entries) == 1


def test_an_edit_of_what_is_not_there_changes_nothing(store: Store) -> None:
    with pytest.raises(EditError, match="no link any more"):
        store.apply(Bookmark(((5,), (5,))), STAMP)
    assert store.review == Review(FIRST)
    with reopened(store) as again:
        assert not again.can_undo


@pytest.mark.parametrize(
    ("edit", "stamp"),
    [
        (Relink(added=(Link((5, 4), (5,), 0.1, Verdict.UNCLEAR, 0.0, ()),)), STAMP),
        (Relink(added=(Link((5,), (5,), float("nan"), Verdict.UNCLEAR, 0.0, ()),)), STAMP),
        (Relink(added=(Link((5,), (5,), 1.5, Verdict.UNCLEAR, 0.0, ()),)), STAMP),
        (Compared(replace(FIRST, only_left=(9,))), STAMP),
        (SetNote(PAIR, "a" * MOST_OF_EDIT), STAMP),
        (Bookmark(PAIR), Stamp("Ada", "yesterday")),
    ],
)
def test_what_could_not_be_opened_again_is_not_taken(store: Store, edit: Edit, stamp: Stamp) -> None:
    with pytest.raises(SessionError, match="cannot be kept") as caught:
        store.apply(edit, stamp)
    assert caught.value.key == "session.cannot_hold"
    assert store.review == Review(FIRST)
    with reopened(store) as again:
        assert again.review == Review(FIRST)


def test_half_a_character_in_a_name_becomes_its_escape(store: Store) -> None:
    review = store.apply(Bookmark(PAIR), Stamp("Ad\udce4", STAMP.at))
    assert review.decision(PAIR).reviewer == "Ad\\udce4"
    with reopened(store) as again:
        assert again.review == review


def document(text: str, content: bytes, **more: object) -> Source:
    return replace(
        FIRST.left.source,
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        format="docx",
        **more,  # type: ignore[arg-type]
    )


def compared(left: Source) -> Comparison:
    return replace(FIRST, left=replace(FIRST.left, source=left))


def test_both_documents_are_kept_with_their_bytes_and_where_they_came_from(path: Path) -> None:
    content = b"PK\x03\x04 bytes \x00"
    left = document(FIRST.left.source.text, content, title="Порт", date=date(2026, 1, 2), speaker="A port")
    origin = Origin(path="/texts/left.docx", language="en", speaker="The port", date=date(2026, 1, 3))
    options = CompareOptions(preset=Preset.STRICT, languages=("en", "ru"), model="fast")
    sources = kept(left, origin, content), kept(FIRST.right.source)
    with reopened(Store.create(path, compared(left), sources=sources, options=options)) as again:
        assert again.sources == (
            Kept(left, content, True, origin),
            Kept(FIRST.right.source, FIRST.right.source.text.encode(), False, Origin(path="/texts/right.txt")),
        )
        assert again.options == options
        assert again.program == FIRST.signature.version
        assert again.created


def test_bytes_that_are_not_those_that_were_read_are_not_kept() -> None:
    left = document("text", b"as it was")
    assert kept(left, None, b"as it is now") == Kept(left, b"text", False, Origin(path="/texts/left.txt"))


def test_a_pasted_text_is_its_own_origin() -> None:
    pasted = replace(FIRST.left.source, path="", text="half \udcff")
    assert kept(pasted) == Kept(pasted, b"half \xed\xb3\xbf", False, Origin(pasted="half \udcff"))


def test_a_new_version_of_a_document_is_kept_beside_the_old_one(path: Path) -> None:
    old, new = (document(FIRST.left.source.text, content) for content in (b"old", b"new"))
    sources = kept(old, Origin(path="/a"), b"old"), kept(FIRST.right.source)
    store = Store.create(path, compared(old), sources=sources)
    newer = kept(new, Origin(path="/b"), b"new"), sources[1]
    store.apply(Compared(compared(new)), STAMP, sources=newer, options=CompareOptions(model="fast"))
    assert (store.sources, store.options.model) == (newer, "fast")
    with reopened(store) as again:
        assert again.sources == newer
        again.undo()
        assert (again.sources, again.options.model) == (sources, "thorough")


def test_a_corrected_text_keeps_the_document_as_it_was_read(path: Path) -> None:
    read = document(FIRST.left.source.text, b"file")
    sources = kept(read, None, b"file"), kept(FIRST.right.source)
    store = Store.create(path, compared(read), sources=sources)
    text = read.text.replace("1", "7", 1)
    sentences = (replace(FIRST.left.sentences[0], text="Left 7 is so."), *FIRST.left.sentences[1:])
    corrected = replace(FIRST, left=replace(FIRST.left, source=replace(read, text=text), sentences=sentences))
    store.apply(Compared(corrected, CORRECTED), STAMP)
    assert store.review.proposed.left.source.text == text
    with reopened(store) as again:
        assert again.sources == sources
        assert again.review.corrections == CORRECTED
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM source").fetchone() == (2,)


def test_another_text_of_the_same_name_is_another_document(store: Store) -> None:
    newer = replace(FIRST.right, source=replace(FIRST.right.source, sha256="ab"))
    store.apply(Compared(replace(FIRST, right=newer)), STAMP)
    assert [each.source.sha256 for each in store.sources] == ["", "ab"]
    assert store.sources[1].origin == Origin(path="/texts/right.txt")


def test_work_goes_on_in_the_file_it_was_saved_as(store: Store, path: Path) -> None:
    store.apply(Bookmark(PAIR), STAMP)
    store.apply(SetNote(PAIR, "n"), STAMP)
    store.undo()
    named = path.with_name("named.stcmp")
    store.save_as(named)
    assert store.path == named
    review = store.apply(Confirm((PAIR,)), STAMP)
    store.undo()
    assert len(store.entries) == 1
    with reopened(store) as again, Store.open(path) as former:
        assert again.redo() == review
        assert former.review.decision(PAIR).is_bookmarked
        assert former.can_redo
        assert former.read_only_because is None


def test_the_file_of_before_can_be_left_behind_or_removed(store: Store, path: Path) -> None:
    store.save_as(path.with_name("named.stcmp"), keeps_former=False)
    assert not path.exists()
    assert not session_lock.lock_file(path).exists()


def test_saving_as_replaces_what_was_there_and_its_own_name_is_no_change(store: Store, path: Path) -> None:
    other = path.with_name("other.stcmp")
    other.write_text("something else")
    store.save_as(other)
    store.save_as(other, keeps_former=False)
    with reopened(store) as again:
        assert again.review == Review(FIRST)


def test_a_session_is_not_made_over_a_file(store: Store, path: Path) -> None:
    store.close()
    before = path.read_bytes()
    with pytest.raises(SessionError, match="of this name already"):
        Store.create(path, AGAIN)
    assert path.read_bytes() == before
    assert not session_lock.lock_file(path).exists()


def test_the_second_who_opens_a_file_reads_it_and_is_told_why(path: Path) -> None:
    with Store.create(path, FIRST, reviewer="Ada") as first:
        first.apply(Bookmark(PAIR), STAMP)
        with Store.open(path, reviewer="Ben") as second:
            assert second.review == first.review
            why = second.read_only_because
            assert why is not None
            assert (why.key, why.params["who"]) == ("session.in_use", "Ada")
            assert why.params["since"] in why.message
            assert (second.can_undo, second.can_redo) == (False, False)
            for change in (lambda: second.apply(Bookmark(OTHER), STAMP), second.undo):
                with pytest.raises(SessionError, match="Ada"):
                    change()
            first.apply(Bookmark(OTHER), STAMP)
            with pytest.raises(SessionError, match="Ada"):
                second.save_as(path)
            second.save_as(path.with_name("copy.stcmp"))
            second.apply(Dismiss(PAIR), STAMP)
        assert not first.review.decision(PAIR).is_dismissed
    with Store.open(path) as third:
        assert third.read_only_because is None


def test_whoever_has_the_file_is_found_by_another_way_to_it(store: Store, path: Path) -> None:
    link = path.with_name("link.stcmp")
    link.symlink_to(store.path)
    with Store.open(link) as second:
        assert second.read_only_because is not None


def test_a_file_opened_for_reading_locks_nobody_out(store: Store, path: Path) -> None:
    store.close()
    with Store.open(path, for_reading=True) as reading, Store.open(path) as writing:
        assert reading.read_only_because is not None
        assert writing.apply(Bookmark(PAIR), STAMP).decision(PAIR).is_bookmarked


def test_a_closed_session_can_be_read_and_not_changed(store: Store) -> None:
    store.close()
    store.close()
    assert store.review == Review(FIRST)
    with pytest.raises(SessionError, match="was closed"):
        store.apply(Bookmark(PAIR), STAMP)


def test_any_edits_and_undoings_are_the_fold_of_what_is_left(path: Path) -> None:
    chance = random.Random(11)
    log = Log(FIRST)
    store = Store.create(path, FIRST)
    for number in range(200):
        step = some_step(chance, store.review)
        if step.edit is None:
            review = store.undo() if step.name == "undo" else store.redo()
        else:
            review = store.apply(step.edit, STAMP, replace_last=step.replace_last)
        log.take(step)
        assert review == store.review
        if number % 40 == 0:
            store = reopened(store)
        assert store.entries == log.holding
        assert store.can_redo == (log.live < len(log.entries))
        assert store.review == log.review
        assert number % 20 or store.review == log.folded
    assert store.review == log.folded
    for _ in range(len(log.entries)):  # farther back than reviews are remembered
        store.undo()
        log.take(Step("undo"))
        assert store.entries == log.holding
        assert store.review == log.review
    assert store.review == Review(FIRST)
    store.close()
