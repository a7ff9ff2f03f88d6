"""A bundle holds what a session rests on, under names of its own, and the same session gives the same bytes."""

from __future__ import annotations

import getpass
import hashlib
import json
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bundles import (
    FIRST,
    LEFT,
    OF_A_FINDING,
    RIGHT,
    WITHOUT,
    by_hand,
    checked,
    compared,
    contents,
    members_of,
    told,
    written,
)

from statement_compare.engine.model import Correction, Entailment, EntailmentPair, Side, Verdict
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.pipeline import compare, compare_statements
from statement_compare.engine.readers import read_bytes, read_text
from statement_compare.engine.report import html
from statement_compare.engine.report import json as report_json
from statement_compare.engine.reported import ReportChoice
from statement_compare.session.corrected import with_sentence
from statement_compare.session.edits import Compared, Confirm, Dismiss, SetNote, folded
from statement_compare.session.evidence.record import folded as folded_record
from statement_compare.session.evidence.record import record_of
from statement_compare.session.evidence.words import TABLES, result_words
from statement_compare.session.evidence.writing import bundle_of
from statement_compare.session.mirror import mirrored_comparison
from statement_compare.session.recent import Origin
from statement_compare.session.store import Store
from statement_compare.session.store_rows import Contents, kept


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return contents(tmp_path_factory.mktemp("session") / "harbour.stcmp")


@pytest.fixture(scope="module")
def members(session: Contents) -> dict[str, bytes]:
    return members_of(bundle_of(session).data)


def test_it_holds_documents_texts_comparison_decisions_edits_and_reports(members: dict[str, bytes]) -> None:
    assert list(members) == [
        "README.txt",
        "manifest.json",
        "comparison.json",
        "decisions.json",
        "documents/1.text.txt",
        "documents/1.txt",
        "documents/2.text.txt",
        "documents/2.txt",
        "history.txt",
        "replay/comparison-1.json",
        "replay/comparison-2.json",
        "replay/document-1.json",
        "replay/document-2.json",
        "replay/session.json",
        "report.html",
        "report.json",
    ]
    assert (members["documents/1.txt"], members["documents/2.txt"]) == (LEFT.encode(), RIGHT.encode())
    assert members["documents/1.text.txt"] == LEFT.encode()


def test_the_reports_are_those_of_the_session(session: Contents, members: dict[str, bytes]) -> None:
    review = folded_record(record_of(session))
    assert members["comparison.json"] == report_json.render(review.proposed)
    assert members["report.json"] == report_json.render(review.reported())
    assert members["report.html"] == html.render(review.reported())
    russian = members_of(bundle_of(session, "ru").data)
    assert russian["report.html"] == html.render(review.reported(), ReportChoice(language="ru"))
    assert b'"report_language": "ru"' in russian["manifest.json"]


def test_the_manifest_lists_every_member_with_its_size_and_sha256(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    assert {row["name"]: (row["sha256"], row["size"]) for row in manifest["members"]} == {
        name: (hashlib.sha256(content).hexdigest(), len(content))
        for name, content in members.items()
        if name != "manifest.json"
    }
    assert (manifest["form"], manifest["kind"]) == (1, "statement-compare evidence bundle")
    assert [(row["name"], row["member"], row["bytes"]) for row in manifest["documents"]] == [
        ("ministry.txt", "documents/1.txt", True),
        ("answer.txt", "documents/2.txt", True),
    ]
    assert manifest["signature"] == json.loads(members["comparison.json"])["signature"]


def test_the_fingerprint_is_the_sha256_of_the_manifest(session: Contents, members: dict[str, bytes]) -> None:
    assert bundle_of(session).fingerprint == hashlib.sha256(members["manifest.json"]).hexdigest()


def test_the_lines_of_the_readme_check_all_files_without_the_program(session: Contents, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(bundle_of(session).data)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(folder)
    lines = (folder / "README.txt").read_text(encoding="utf-8").splitlines()
    rows = [match.groups() for line in lines if (match := re.fullmatch(r"([0-9a-f]{64})  (\S+)", line))]
    assert {name for _, name in rows} == {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("README.txt", "manifest.json")
    }
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for digest, name in rows)
    assert "sha256sum -c README.txt" in (folder / "README.txt").read_text(encoding="utf-8")


def test_the_readme_is_there_in_each_language_of_the_reports(session: Contents) -> None:
    texts = [members_of(bundle_of(session, language).data)["README.txt"].decode() for language in TABLES]
    assert len({text.splitlines()[0] for text in texts}) == len({text.splitlines()[4] for text in texts}) == 3
    assert all(text.count("sha256sum") == 2 and "ministry.txt" in text for text in texts)
    assert all(max(map(len, text.splitlines())) <= 120 for text in texts)


def test_decisions_stand_there_with_who_and_when(members: dict[str, bytes]) -> None:
    rows = {row["place"]: row for row in json.loads(members["decisions.json"])["decisions"]}
    said = rows["L1-R1"]["decision"]
    assert (said["verdict"], said["reason"], said["note"]) == ("qualified", "the second is net", "сұрау керек")
    assert (said["reviewer"], said["at"]) == ("Ada Okoye", "2026-01-02T03:04:05+00:00")
    assert rows["L1-R1"]["proposed"]["verdict"] == "contradiction"
    assert rows["L2-R3"]["by_hand"] is True
    assert json.loads(members["decisions.json"])["speakers"] == {"left": "The port"}


def test_the_history_tells_every_edit_in_its_order_and_in_full(members: dict[str, bytes]) -> None:
    text = members["history.txt"].decode()
    headings = [line.partition(": ")[2] for line in text.splitlines() if line.startswith("Edit ")]
    assert headings == [
        *("verdict L1-R1", "note L1-R1", "note L1-R1", "status L1-R1", "bookmark L2-R2", "dismiss L2-R2"),
        *("dismiss L2-R2", "confirm L2-R2", "speaker", "role", "relink +L2-R3", "compared", "note L2-R3"),
    ]
    assert '  note: "ask\\nthe port \\u202e"\n' in text  # what was written over is in the history
    assert text.count('  reviewer: "Ada Okoye"\n') == 13


def test_what_was_undone_goes_to_nobody(tmp_path: Path) -> None:
    comparison, sides = compared()
    with Store.create(tmp_path / "a.stcmp", comparison, sources=sides) as store:
        store.apply(Confirm((((1,), (1,)),)))
        before = bundle_of(store.contents).data
        store.apply(SetNote(((0,), (0,)), "not meant for others"))
        store.undo()
        after = bundle_of(store.contents).data
    assert after == before


def test_the_same_session_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, session: Contents) -> None:
    elsewhere = contents(tmp_path / "other.stcmp", "C:\\Users\\bob\\texts")
    assert bundle_of(replace(elsewhere, created=session.created)) == bundle_of(session)


def test_no_path_and_no_name_of_user_or_machine_is_in_it(session: Contents) -> None:
    data = bundle_of(session).data
    for word in ("/home", "eve/", "embargo", "Users", "bob", socket.gethostname(), str(Path.home())):
        assert word.encode() not in data, word
    user = getpass.getuser()
    assert user in ("root", "me", "user") or user.encode() not in data


def test_the_same_bytes_come_with_other_hash_seeds_time_zones_and_locales(tmp_path: Path) -> None:
    comparison, sides = compared()
    path = tmp_path / "a.stcmp"
    with Store.create(path, comparison, sources=sides) as store:
        for edit in OF_A_FINDING:
            store.apply(edit)
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "statement_compare", "bundle", str(path), "-o", "-"]
    made = {
        subprocess.run(command, cwd=root, env={**surroundings}, capture_output=True, check=True).stdout
        for surroundings in surroundings_of(tmp_path)
    }
    assert len(made) == 1
    assert made == {bundle_of(store.contents).data}


def surroundings_of(home: Path) -> Iterator[dict[str, str]]:
    import os

    for seed, zone, locale in (("0", "Pacific/Kiritimati", "C"), ("4711", "America/Adak", "tr_TR.UTF-8")):
        yield {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "HOME": str(home)}


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/srv/../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("a\nb  c\u202e.txt", "a\nb  c\u202e.txt"),
        (f"{'0' * 64}  report.txt", f"{'0' * 64}  report.txt"),
        ("half \udcff.txt", "half \udcff.txt"),
        ("-", "-"),
    ],
)
def test_a_documents_own_name_stands_in_the_manifest_and_names_no_member(tmp_path: Path, path: str, shown: str) -> None:
    left = read_bytes(LEFT.encode(), name=path)
    right = read_text(RIGHT)
    sides = kept(left, Origin(path=path), LEFT.encode()), kept(right)
    made = written(tmp_path / "a.stcmp", compare(left, right, WITHOUT), sides, ())
    data = bundle_of(made).data
    members = members_of(data)
    manifest = json.loads(members["manifest.json"])
    assert [row["name"] for row in manifest["documents"]] == [shown, ""]
    assert {row["member"] for row in manifest["documents"]} == {"documents/1.txt", "documents/2.txt"}
    heads = [line for line in members["README.txt"].decode().splitlines() if re.match(r"[0-9a-f]{64}  ", line)]
    assert len(heads) == len(members) - 2
    assert told(checked(data)) == []


def test_figures_of_a_model_have_the_places_that_are_shown(tmp_path: Path) -> None:
    comparison, sides = compared()
    raw = EntailmentPair(Entailment(0.123456789, 0.7, 0.176543211), Entailment(1 / 3, 1 / 3, 1 / 3))
    links = (replace(comparison.links[0], entailment=raw), *comparison.links[1:])
    made = written(tmp_path / "a.stcmp", replace(comparison, links=links), sides, ())
    members = members_of(bundle_of(made).data)
    assert b"0.1235" in members["replay/comparison-1.json"]
    assert b"0.12345" not in members["replay/comparison-1.json"]


def test_a_bundle_of_a_session_whose_documents_are_gone_has_their_text(tmp_path: Path) -> None:
    comparison, _ = compared()
    sides = kept(comparison.left.source), kept(comparison.right.source)
    data = bundle_of(written(tmp_path / "a.stcmp", comparison, sides, ())).data
    found = checked(data)
    assert (found.is_same, found.is_replayed) == (True, False)
    assert [(each.key, each.where) for each in found.findings if each.standing.value == "note"] == [
        ("document.no_bytes", "ministry.txt"),
        ("document.no_bytes", "answer.txt"),
    ]
    assert result_words(found) == (
        "All is the same, but 2 documents were not read again: the bundle holds only their text."
    )
    assert json.loads(members_of(data)["manifest.json"])["documents"][0]["bytes"] is False


def test_a_pasted_text_is_no_document_that_could_not_be_read_again(tmp_path: Path) -> None:
    left, right = read_text(LEFT), read_text(RIGHT)
    sides = kept(left, Origin(), LEFT.encode()), kept(right, Origin(), RIGHT.encode())
    made = written(tmp_path / "a.stcmp", compare(left, right, WITHOUT, NO_MODELS), sides, ())
    found = checked(bundle_of(made).data)
    assert (found.is_same, found.is_replayed) == (True, True)


def test_what_a_person_said_of_a_document_is_told_apart_from_what_it_says(tmp_path: Path) -> None:
    comparison, sides = compared()
    said = replace(comparison.left.source, title="The ministry's second letter", speaker="The ministry")
    told_of = replace(comparison, left=replace(comparison.left, source=said))
    data = bundle_of(written(tmp_path / "a.stcmp", told_of, sides, ())).data
    session = json.loads(members_of(data)["replay/session.json"])
    assert session["comparisons"][0]["left"] == {
        "document": 1,
        "title": "The ministry's second letter",
        "speaker": "The ministry",
        "date": None,
    }
    assert checked(data).is_same


def test_a_document_that_was_read_by_another_encoding_later_is_read_so_again(tmp_path: Path) -> None:
    letters = "Порт заплатил 5 000 евро. Никто не пострадал.\n"
    data = letters.encode("cp1251")
    first = read_bytes(data, name="port.txt", encoding="cp1252")
    later = read_bytes(data, name="port.txt", encoding="cp1251")
    right = read_text(RIGHT)
    sides = kept(first, Origin(path="port.txt", encoding="cp1252"), data), kept(right)
    again = compare(later, right, WITHOUT)
    from statement_compare.session.edits import Compared

    made = written(tmp_path / "a.stcmp", compare(first, right, WITHOUT), sides, (Compared(again),))
    found = checked(bundle_of(made).data)
    assert told(found) == []
    assert sum(each.key == "document.same" for each in found.findings) == 3


def test_the_edits_fold_to_the_review_of_the_session(session: Contents) -> None:
    expected = folded(session.first.comparison, [each.entry for each in session.log[: session.live]])
    found = folded_record(record_of(session))
    assert dict(found.decisions) == dict(expected.decisions)
    assert [(link.left, link.right, link.verdict) for link in found.comparison.links] == [
        (link.left, link.right, link.verdict) for link in expected.comparison.links
    ]


def test_a_link_by_hand_is_in_it_as_it_was_judged() -> None:
    comparison, _ = compared()
    assert by_hand(comparison, ((1,), (2,))).verdict is Verdict.UNCLEAR


def test_work_whose_sides_were_changed_about_is_replayed_so(tmp_path: Path) -> None:
    comparison, (left, right) = compared(options=replace(WITHOUT, languages=("en", "")))
    turned = mirrored_comparison(comparison)
    made = written(tmp_path / "a.stcmp", turned, (right, left), (Confirm((((0,), (0,)),)),))
    found = checked(bundle_of(made).data)
    assert told(found) == []
    assert record_of(made).last.options.languages == ("", "en")


@pytest.mark.parametrize(("lapses", "renews"), [(True, True), (True, False), (False, False)])
def test_what_lapsed_in_the_session_and_nothing_else_has_lapsed_in_the_bundle(
    tmp_path: Path, *, lapses: bool, renews: bool
) -> None:
    comparison, sides = compared()
    words = comparison.left.sentences[0].text, "The port paid 1,000 euros for the survey."
    statement = with_sentence(comparison.left, 0, words[1])
    again = compare_statements(statement, comparison.right, WITHOUT, NO_MODELS)
    put_right = Compared(again, (Correction(Side.LEFT, 0, *words),), lapses, renews)
    made = written(tmp_path / "harbour.stcmp", comparison, sides, [Confirm((FIRST,)), put_right])
    with Store.open(tmp_path / "harbour.stcmp", for_reading=True) as store:
        decided = store.review.decided
    assert decided == (0 if lapses else 1)
    data = bundle_of(made).data
    assert folded_record(record_of(made)).decided == decided
    assert json.loads(members_of(data)["decisions.json"])["decided"] == decided
    assert (b"renews" in members_of(data)["replay/session.json"]) is renews
    assert (told(checked(data)), checked(data).is_same) == ([], True)


@pytest.mark.parametrize("overrides", [True, False])
def test_a_finding_confirmed_and_dismissed_before_that_was_ruled_out_is_both_in_the_bundle_too(
    tmp_path: Path, *, overrides: bool
) -> None:
    comparison, sides = compared()
    edits = Confirm((FIRST,), overrides=overrides), Dismiss(FIRST, overrides=overrides)
    made = written(tmp_path / "harbour.stcmp", comparison, sides, edits)
    data = bundle_of(made).data
    said = folded_record(record_of(made)).decision(FIRST)
    assert (said.is_confirmed, said.is_dismissed) == (not overrides, True)
    assert (b"overrides" in members_of(data)["replay/session.json"]) is overrides
    assert (told(checked(data)), checked(data).is_same) == ([], True)
