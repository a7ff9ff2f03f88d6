"""`review` lists the findings of a saved session for people, spreadsheets and programs, and changes nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statement_compare import cli
from statement_compare.cli.options import ONLY
from statement_compare.engine.model import CompareOptions, Link, Side, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text
from statement_compare.engine.report import json as report_json
from statement_compare.engine.report import render
from statement_compare.engine.reported import ReportChoice
from statement_compare.session.edits import (
    Bookmark,
    Confirm,
    Dismiss,
    Edit,
    Relink,
    SetNote,
    SetSpeaker,
    SetStatus,
    SetVerdict,
    Stamp,
)
from statement_compare.session.review import Pair, Status
from statement_compare.session.store import Store

ROOT = Path(__file__).resolve().parent.parent
LEFT = "The port paid 5,000 euros for the survey.\n\nThe survey began in March.\n\nNobody was told of the leak.\n"
RIGHT = "The port paid 1,000 euros for the survey.\n\nThe survey began in March.\n\nThe staff had a party.\n"
FIRST: Pair = ((0,), (0,))
SECOND: Pair = ((1,), (1,))
STAMP = Stamp("Ada", "2026-01-02T03:04:05+00:00")
EDITS: tuple[Edit, ...] = (
    SetVerdict(FIRST, Verdict.QUALIFIED, "the second is net"),
    SetNote(FIRST, "=ask\nthe port \u202e"),
    SetStatus(FIRST, Status.ASKED),
    Confirm((SECOND,)),
    Bookmark(SECOND),
    Relink(added=(Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ()),)),
    SetSpeaker(Side.LEFT, "The port"),
)

Run = Callable[..., str]


@pytest.fixture
def session(tmp_path: Path) -> Path:
    comparison = compare(read_text(LEFT), read_text(RIGHT), CompareOptions(languages=("en", "en"), use_model=False))
    with Store.create(tmp_path / "harbour.stcmp", comparison) as store:
        for edit in EDITS:
            store.apply(edit, STAMP)
    return tmp_path / "harbour.stcmp"


@pytest.fixture
def run(session: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    def listed(*arguments: str) -> str:
        before = session.read_bytes(), session.stat().st_mtime_ns
        assert cli.run(("review", str(session), *arguments), lambda *_: 9) == cli.DONE
        assert (session.read_bytes(), session.stat().st_mtime_ns) == before
        out, err = capfd.readouterr()
        assert err == ""
        return out

    return listed


def test_the_text_says_place_verdict_who_decided_and_why(run: Run) -> None:
    lines = run().splitlines()
    assert lines[1] == "3 findings, 2 of 3 decided"
    start = lines.index("~ qualified   L1 – R1")
    assert lines[start + 1 : start + 8] == [
        "  Decision: changed from contradiction to qualified by Ada: the second is net",
        "  Note: =ask the port ‹U+202E›",
        "  Status: asked",
        "  Last change: Ada, 2 January 2026, 03:04 UTC",
        "  proposed as contradiction: 5,000 euros against 1,000 euros",
        "  L1: The port paid 5,000 euros for the survey.",
        "  R1: The port paid 1,000 euros for the survey.",
    ]
    start = lines.index("= agreement   L2 – R2")
    assert lines[start + 1 : start + 4] == ["  Decision: confirmed by Ada", "  Status: open", "  Bookmark: set"]
    start = lines.index("? unclear   L3 – R3")
    assert lines[start + 1 : start + 3] == ["  Decision: not decided", "  Link: made by hand"]
    assert lines[-1] == "  R3: The staff had a party."


def test_dismissed_findings_are_listed_last_under_their_own_heading(run: Run, session: Path) -> None:
    with Store.open(session) as store:
        store.apply(SetVerdict(FIRST, None), STAMP)
        store.apply(Dismiss(FIRST), STAMP)
    lines = run().splitlines()
    assert lines[1] == "3 findings, 2 of 3 decided, 1 dismissed"
    heading = lines.index("Dismissed:")
    assert [line for line in lines if re.match("[=~≠?] ", line)] == [
        "= agreement   L2 – R2",
        "? unclear   L3 – R3",
        "≠ contradiction   L1 – R1",
    ]
    assert lines[heading - 1 : heading + 4] == [
        "",
        "Dismissed:",
        "",
        "≠ contradiction   L1 – R1",
        "  Decision: dismissed by Ada",
    ]
    rows = csv.DictReader(io.StringIO(run("--format", "csv").removeprefix("\ufeff"), newline=""))
    assert [row["left"] for row in rows] == ["L2", "L3", "L1"]
    assert "Dismissed:" not in run("--only", "undecided")
    assert run("--only", "dismissed").splitlines()[1] == "3 findings, 2 of 3 decided, 1 dismissed, 1 listed"


def test_the_text_is_in_the_language_that_is_asked_for(run: Run) -> None:
    lines = run("--report-language", "ru").splitlines()
    assert lines[1] == "3 сопоставления, решено 2 из 3"
    assert "  Решение: оценка «противоречие» изменена на «с оговоркой» – Ada: the second is net" in lines
    assert "  Связь: установлена вручную" in lines
    assert "3 салғастыру, 3 ішінен 2 шешілді" in run("--report-language", "kk")


def test_a_report_of_a_session_holds_what_was_decided(run: Run, session: Path, tmp_path: Path) -> None:
    with Store.open(session, for_reading=True) as store:
        reported = store.review.reported()
    assert run("--format", "md") == render(reported, "md").decode()
    for format_ in ("html", "docx", "pdf", "xlsx"):
        file = tmp_path / f"report.{format_}"
        assert run("-o", str(file), "--report-language", "kk") == ""
        assert file.read_bytes() == render(reported, format_, choice=ReportChoice(language="kk"))


def test_a_report_of_a_session_can_hold_some_findings_alone(run: Run) -> None:
    page = run("--format", "md", "--only", "confirmed")
    assert "confirmed by Ada" in page
    assert "the second is net" not in page
    assert "This report holds the findings that were chosen for it. Left out: 2 findings that were not chosen" in page


def test_json_is_that_of_compare_with_decisions_and_the_session(run: Run, session: Path) -> None:
    result = json.loads(run("--format", "json"))
    with Store.open(session, for_reading=True) as store:
        expected = json.loads(report_json.render(store.review.comparison))
        created = store.created
    said = [link.pop("decision") for link in result["links"]]
    by_hand = [link.pop("by_hand", False) for link in result["links"]]
    about = result.pop("session")
    proposed = expected["links"][0]["confidence"]
    assert proposed > 0
    expected["links"][0]["confidence"] = 0.0  # how sure the program is of what it proposed says nothing of this verdict
    assert result == expected
    assert result["left"]["speaker"] == "The port"
    assert said[0] == {
        "decided": True,
        "verdict": "qualified",
        "reason": "the second is net",
        "confirmed": False,
        "dismissed": False,
        "bookmarked": False,
        "note": "=ask\nthe port \u202e",
        "status": "asked",
        "reviewer": "Ada",
        "at": STAMP.at,
        "proposed": {"verdict": "contradiction", "confidence": proposed, "leaning": 0.0},
    }
    assert [(each["decided"], each["proposed"]["verdict"]) for each in said[1:]] == [
        (True, "agreement"),
        (False, "unclear"),
    ]
    assert by_hand == [False, False, True]
    assert about == {
        "file": "harbour.stcmp",
        "program": expected["signature"]["version"],
        "created": created,
        "changed": STAMP.at,
        "edits": len(EDITS),
        "findings": 3,
        "decided": 2,
        "removed": [],
        "corrections": [],
        "lost": [],
    }


def test_a_table_has_a_row_a_finding_and_no_formula(run: Run, session: Path) -> None:
    target = session.with_name("findings.csv")
    assert run("-o", str(target)) == ""
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [(row["left"], row["right"], row["verdict"], row["proposed"], row["decision"]) for row in rows] == [
        ("L1", "R1", "qualified", "contradiction", "overruled"),
        ("L2", "R2", "agreement", "agreement", "confirmed"),
        ("L3", "R3", "unclear", "", "undecided"),
    ]
    assert rows[0]["note"].startswith("'=ask the port")
    assert (rows[0]["reason"], rows[0]["status"], rows[0]["reviewer"]) == ("the second is net", "asked", "Ada")
    assert rows[1]["bookmarked"] == "yes"


def test_reasons_in_tables_and_json_are_in_the_language_that_is_asked_for(run: Run) -> None:
    found = {}
    for language in ("en", "ru"):
        table = run("--format", "csv", "--report-language", language).removeprefix("\ufeff")
        (first, *_) = csv.DictReader(io.StringIO(table, newline=""))
        data = json.loads(run("--format", "json", "--report-language", language))
        assert data["links"][0]["reasons"][0]["message"] == first["found"]
        found[language] = first["found"]
    assert found == {"en": "5,000 euros against 1,000 euros", "ru": "5,000 euros против 1,000 euros"}


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (["undecided"], ["L3"]),
        (["decided"], ["L1", "L2"]),
        (["confirmed"], ["L2"]),
        (["overruled"], ["L1"]),
        (["changed"], ["L1"]),
        (["dismissed"], []),
        (["bookmarked"], ["L2"]),
        (["noted"], ["L1"]),
        (["by-hand"], ["L3"]),
        (["open"], ["L2", "L3"]),
        (["asked"], ["L1"]),
        (["qualified"], ["L1"]),
        (["contradiction"], []),
        (["decided", "open"], ["L2"]),
    ],
)
def test_only_those_that_are_asked_for_are_listed(run: Run, words: list[str], places: list[str]) -> None:
    options = [part for word in words for part in ("--only", word)]
    rows = csv.DictReader(io.StringIO(run(*options, "--format", "csv").removeprefix("\ufeff"), newline=""))
    assert [row["left"] for row in rows] == places
    assert len(json.loads(run(*options, "--format", "json"))["links"]) == len(places)


def test_each_word_can_be_asked_for(run: Run) -> None:
    for word in ONLY:
        assert run("--only", word)


def test_a_session_that_is_open_in_a_window_is_listed(session: Path, run: Run) -> None:
    with Store.open(session) as store:
        store.apply(SetNote(SECOND, "just now"), STAMP)
        assert "just now" in run()


@pytest.mark.parametrize(
    ("content", "words"), [(None, "there is no such file"), (b"", "empty"), (b"words", "no session file")]
)
def test_what_is_no_session_is_told_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes | None, words: str
) -> None:
    path = tmp_path / "other.stcmp"
    if content is not None:
        path.write_bytes(content)
    assert cli.run(("review", str(path)), lambda *_: 9) == cli.FILE_PROBLEM
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert str(path) in err


def test_the_list_does_not_overwrite_the_session(session: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(("review", str(session), "-o", str(session)), lambda *_: 9) == cli.WRONG_USAGE
    assert "would overwrite" in capfd.readouterr().err


def test_help_shows_an_example() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "statement_compare", "review", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "statement-compare review harbour.stcmp --only contradiction" in done.stdout


def test_a_verdict_that_a_person_keeps_is_not_told_as_overruled(run: Run, session: Path) -> None:
    with Store.open(session) as store:
        store.apply(SetVerdict(SECOND, Verdict.AGREEMENT, "seen in the log"), STAMP)
    assert "  Decision: kept as agreement and confirmed by Ada: seen in the log" in run().splitlines()
    rows = csv.DictReader(io.StringIO(run("--format", "csv").removeprefix("\ufeff"), newline=""))
    assert [row["decision"] for row in rows] == ["overruled", "kept", "undecided"]
    assert "L2" not in run("--only", "overruled")
