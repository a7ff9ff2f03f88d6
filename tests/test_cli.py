"""The command line as other programs rely on it: exit codes, streams, and the JSON of the contract."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tiny_model import write_model

from statement_compare import bundled, cli
from statement_compare.cli import commands, streams
from statement_compare.cli.environment import drop_unusable_time_zone
from statement_compare.engine.model import Verdict
from statement_compare.engine.readers.formats import titles
from statement_compare.session.folders import Folders
from statement_compare.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
LEFT = "The field gives 5,000 barrels a day. The minister opened the plant on 3 May 2021. Nobody was hurt.\n"
RIGHT = "The minister opened the plant on 3 May 2021. The field gives 1,000 barrels per day. We plan a second line.\n"

Run = Callable[..., int]


def in_process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "statement_compare", *arguments], cwd=ROOT, timeout=120, check=False, **options
    )


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Выводы сделаны: только по правилам"), ("kk", "Қорытындыны жасаған: тек ережелер")]
)
def test_a_report_can_be_asked_for_in_another_language(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes], language: str, words: str
) -> None:
    assert run("compare", *pair, "--no-model", "--report-language", language) == cli.DONE
    assert words in capfdbinary.readouterr().out.decode("utf-8")
    assert run("compare", *pair, "--no-model", "--report-language", "tlh") == cli.WRONG_USAGE


def test_json_has_the_fields_of_the_contract(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("compare", *pair, "--format", "json", "--no-model") == cli.DONE
    out, err = capfdbinary.readouterr()
    result = json.loads(out)
    assert err == b""
    contract = ["format", "signature", "left", "right", "links", "only_left", "only_right"]
    assert list(result) == [*contract, "nearest", "general_denials"]
    assert result["format"] == 1
    assert result["left"]["path"] == pair[0]
    assert result["left"]["text"] == LEFT
    assert [s["id"] for s in result["left"]["sentences"]] == [0, 1, 2]
    for side in ("left", "right"):
        text = result[side]["text"]
        assert len(result[side]["sha256"]) == 64
        for sentence in result[side]["sentences"]:
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    linked = {i for link in result["links"] for i in link["left"]}
    assert linked | set(result["only_left"]) == {0, 1, 2}
    for link in result["links"]:
        assert link["verdict"] in set(Verdict)
        assert 0 <= link["similarity"] <= 1
        assert 0 <= link["confidence"] <= 1
        assert link["reasons"] or link["verdict"] == "unclear"
        for reason in link["reasons"]:
            assert reason["message"]
            for side in ("left", "right"):
                if reason[side] is not None:
                    text = result[side]["text"]
                    assert text[reason[side]["start"] : reason[side]["end"]] == reason[side]["text"]


def test_the_same_input_gives_the_same_bytes(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for format_ in ("json", "html", "csv", "md", "text"):
        run("compare", *pair, "--format", format_, "--no-model")
        first = capfdbinary.readouterr().out
        run("compare", *pair, "--format", format_, "--no-model")
        assert capfdbinary.readouterr().out == first
        assert first


def test_spans_count_code_points_and_keep_the_text_unchanged(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = "The \U0001f6e2 field gives 5,000\u00a0barrels.\r\nA second cafe\u0301 opened."
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode())
    assert run("compare", str(file), str(file), "--format", "json", "--no-model") == cli.DONE
    side = json.loads(capfdbinary.readouterr().out)["left"]
    assert side["text"] == text
    assert [text[s["start"] : s["end"]] for s in side["sentences"]] == [s["text"] for s in side["sentences"]]


def test_each_line_is_a_sentence_when_that_is_asked_for(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("One. And two\n\nthree\n", encoding="utf-8")
    assert run("sentences", str(file), "--sentences-per-line") == cli.DONE
    assert capfdbinary.readouterr().out.decode() == "One. And two\nthree\n"


def test_a_language_that_was_said_is_not_guessed(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run("compare", *pair, "--format", "json", "--no-model", "--language", "ru,kk")
    result = json.loads(capfdbinary.readouterr().out)
    assert (result["left"]["language"], result["right"]["language"]) == ("ru", "kk")


def test_a_contradiction_fails_only_when_asked_to(pair: tuple[str, str], run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    found = run("compare", *pair, "-o", str(report), "--no-model", "--fail-on", "contradiction")
    has_contradiction = any(link["verdict"] == "contradiction" for link in json.loads(report.read_text())["links"])
    assert found == (cli.CONTRADICTION_FOUND if has_contradiction else cli.DONE)
    assert run("compare", *pair, "-o", str(report), "--no-model") == cli.DONE


def test_the_same_text_twice_holds_no_contradiction(pair: tuple[str, str], run: Run, tmp_path: Path) -> None:
    report = str(tmp_path / "report.json")
    options = ("-o", report, "--no-model", "--fail-on", "contradiction")
    assert run("compare", pair[0], pair[0], *options) == cli.DONE
    assert {link["verdict"] for link in json.loads(Path(report).read_text())["links"]} == {"agreement"}


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("r.html", b"<!DOCTYPE html>"),
        ("r.json", b"{"),
        ("r.csv", b"\xef\xbb\xbfleft,right,"),
        ("r.md", b"# "),
        ("r.docx", b"PK\x03\x04"),
        ("r.XLSX", b"PK\x03\x04"),
        ("r.pdf", b"%PDF-1.7"),
        ("r", b"  L"),
    ],
)
def test_the_name_of_the_result_tells_its_format(
    pair: tuple[str, str], run: Run, tmp_path: Path, name: str, beginning: bytes
) -> None:
    assert run("compare", *pair, "--no-model", "-o", str(tmp_path / name)) == cli.DONE
    assert (tmp_path / name).read_bytes().startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compare", "a.txt"], "RIGHT"),
        (["compare", "a.txt", "b.txt", "--format", "xml"], "invalid choice"),
        (["compare", "a.txt", "b.txt", "--language", "en,english"], "two letters"),
        (["compare", "a.txt", "b.txt", "--language", "kz,en"], "'kk' may be meant"),
        (["compare", "a.txt", "b.txt", "--language", "en,ru,kk"], "one language a side"),
        (["compare", "a.txt", "b.txt", "--encoding", "utf-99"], "no text encoding"),
        (["compare", "a.txt", "b.txt", "--encoding", "hex"], "no text encoding"),
        (["compare", "a.txt", "b.txt", "--encoding", "utf-8,utf-99"], "'utf-99' is no text encoding"),
        (["compare", "a.txt", "b.txt", "--encoding", "utf-8,utf-8,utf-8"], "one encoding a side"),
        (["extract", "a.txt", "--encoding", "utf-8,cp1251"], "no text encoding"),
        (["compare", "a.txt", "b.txt", "--preset", "wild"], "invalid choice"),
        (["compare", "a.txt", "b.txt", "--fail-on", "agreement"], "invalid choice"),
        (["compare", "a.txt", "b.txt", "--no-model", "--model", "fast"], "one of them can be meant, not both"),
        (["judge", "a.tsv", "--model", "own", "--no-model"], "one of them can be meant, not both"),
        (["extract", "a.txt", "--model", "fast"], "unrecognized arguments"),
        (["compare", "-", "-"], "one side only"),
        (["compare", "a.stcmp", "b.txt"], "saved session, no statement"),
        (["review"], "FILE.stcmp"),
        (["review", "-"], "not from standard input"),
        (["review", "a.stcmp", "--only", "mine"], "invalid choice"),
        (["review", "a.stcmp", "--format", "xml"], "invalid choice"),
        (["a.stcmp", "b.txt"], "saved session, no statement"),
        (["a.txt"], "with no file or with two"),
        (["a.txt", "b.txt", "c.txt"], "with no file or with two"),
        (["a.txt", "-"], "standard input"),
        (["--quiet", "compare", "a.txt", "b.txt"], "unrecognized arguments"),
        (["a.txt", "compare", "b.txt"], "a command comes first"),
        (["compar", "a.txt", "b.txt"], 'unknown command "compar", did you mean compare?'),
        (["Compare", "a.txt", "b.txt", "--format", "json"], 'unknown command "Compare", did you mean compare?'),
        (["extrcat", "a.txt"], 'unknown command "extrcat", did you mean extract?'),
        (["dmeo"], 'unknown command "dmeo", did you mean demo?'),
        (["merge", "a.txt", "b.txt"], 'unknown command "merge", see statement-compare --help'),
        ([], "no window can be shown: this is a test"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    run: Run, capfd: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(*arguments) == cli.WRONG_USAGE
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert words in err


def test_a_result_never_overwrites_a_statement(
    pair: tuple[str, str], run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", *pair, "-o", pair[1]) == cli.WRONG_USAGE
    assert "would overwrite" in capfd.readouterr().err
    assert Path(pair[1]).read_text(encoding="utf-8") == RIGHT


def test_files_that_cannot_be_read_are_named(
    pair: tuple[str, str], run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.txt")
    for arguments in (
        ("compare", pair[0], missing),
        ("extract", missing),
        ("sentences", missing),
        ("judge", missing),
        ("judge", str(tmp_path)),
        ("compare", pair[0], str(tmp_path)),
    ):
        assert run(*arguments) == cli.FILE_PROBLEM
        out, err = capfd.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert arguments[-1] in err


def test_a_result_that_cannot_be_written_is_named(
    pair: tuple[str, str], run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for target in (tmp_path / "no" / "folder" / "r.json", tmp_path):
        assert run("compare", *pair, "--no-model", "-o", str(target)) == cli.FILE_PROBLEM
        err = capfd.readouterr().err
        assert err.count("\n") == 1
        assert str(target) in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.txt", "right.txt"]


def test_an_old_result_is_replaced_and_keeps_its_rights(pair: tuple[str, str], run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text("old", encoding="utf-8")
    report.chmod(0o640)
    assert run("compare", *pair, "--no-model", "-o", str(report)) == cli.DONE
    assert json.loads(report.read_text(encoding="utf-8"))["format"] == 1
    assert report.stat().st_mode & 0o777 == 0o640


def test_standard_input_is_one_side(pair: tuple[str, str]) -> None:
    done = in_process(
        "compare", "-", pair[1], "--format", "json", "--no-model", input=LEFT.encode(), capture_output=True
    )
    assert done.returncode == cli.DONE
    assert done.stderr == b""
    result = json.loads(done.stdout)
    assert result["left"]["path"] == "-"
    assert result["left"]["text"] == LEFT


def test_a_reader_that_has_seen_enough_is_no_failure(pair: tuple[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = in_process("compare", *pair, "--no-model", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == cli.DONE
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
def test_a_full_disk_is_told(pair: tuple[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = in_process("compare", *pair, "--no-model", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == cli.FILE_PROBLEM
    assert done.stderr.count(b"\n") == 1
    assert b"standard output: no space left" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_leaves_with_4_and_one_line(pair: tuple[str, str]) -> None:
    # Whoever started the tests in the background may have had the signal ignored, and that is inherited.
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from statement_compare.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "compare", "-", pair[1]],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):  # it ended before it was asked to: its exit code and stderr say why
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when this returns, the program is reading
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert err == b"statement-compare: cancelled\n"
    assert process.returncode == cli.CANCELLED
    assert out == b""


def test_extract_gives_the_text_as_it_will_be_compared(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("extract", pair[0]) == cli.DONE
    assert capfdbinary.readouterr().out == LEFT.encode()


def test_extract_takes_the_encoding_that_was_said(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Завод открыт.".encode("windows-1251"))
    assert run("extract", str(file), "--encoding", "windows-1251") == cli.DONE
    assert capfdbinary.readouterr().out.decode() == "Завод открыт."


@pytest.mark.parametrize(
    ("command", "name", "writes"),
    [
        ("compare", "report.xls", ".txt, .json, .html, .csv, .md, .docx, .pdf, .xlsx"),
        ("compare", "REPORT.DOC", ".txt, .json, .html, .csv, .md, .docx, .pdf, .xlsx"),
        ("compare", "report.rtf", ".txt, .json, .html, .csv, .md, .docx, .pdf, .xlsx"),
        ("facts", "facts.xlsx", ".txt, .json, .csv"),
        ("extract", "left.docx", ".txt"),
        ("extract", "left.pdf", ".txt"),
        ("sentences", "left.odt", ".txt, .json"),
        ("judge", "verdicts.xlsx", ".jsonl, .csv"),
        ("verify", "checked.pdf", ".txt, .json"),
        ("review", "findings.ods", ".txt, .json, .html, .csv, .md, .docx, .pdf, .xlsx"),
        ("bundle", "bundle.docx", ".zip"),
        ("reply", "questions.rtf", ".md, .docx"),
        ("facts", "facts.html", ".txt, .json, .csv"),
        ("extract", "left.HTM", ".txt"),
        ("judge", "verdicts.html", ".jsonl, .csv"),
        ("bundle", "bundle.xhtml", ".zip"),
    ],
)
def test_a_name_by_which_the_result_would_be_opened_as_what_it_is_not_is_refused(
    pair: tuple[str, str],
    tmp_path: Path,
    run: Run,
    capfd: pytest.CaptureFixture[str],
    command: str,
    name: str,
    writes: str,
) -> None:
    files = pair if command in ("compare", "facts", "reply") else pair[:1]
    assert run(command, *files, "-o", str(tmp_path / name)) == cli.WRONG_USAGE
    assert (
        capfd.readouterr().err == f"statement-compare: {tmp_path / name}: {command} writes no such file, but {writes}\n"
    )
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("command", "name", "beginning"),
    [
        ("compare", "report", "L left.txt"),
        ("compare", "report.log", "L left.txt"),
        ("compare", "report.2024", "L left.txt"),
        ("extract", "left.md", LEFT),
        ("extract", "left", LEFT),
        ("sentences", "left.tsv", "The field gives"),
        ("sentences", "left.txt", "The field gives"),
        ("sentences", "left.JSON", '{\n "format": 1,'),
        ("facts", "facts.tsv", "L left.txt"),
        ("compare", "report.html", "<!DOCTYPE html>"),
        ("compare", "report.HTM", "<!DOCTYPE html>"),
        ("extract", "left.html.txt", LEFT),
    ],
)
def test_any_other_name_is_taken(
    pair: tuple[str, str], tmp_path: Path, run: Run, command: str, name: str, beginning: str
) -> None:
    target = tmp_path / "results" / name
    target.parent.mkdir()
    more = ("--no-model",) if command in ("compare", "facts") else ()
    files = pair if more else pair[:1]
    assert run(command, *files, *more, "-o", str(target)) == cli.DONE
    assert target.read_text(encoding="utf-8").lstrip().startswith(beginning)


def test_who_says_the_format_may_call_the_file_as_she_likes(pair: tuple[str, str], tmp_path: Path, run: Run) -> None:
    target = tmp_path / "report.doc"
    assert run("compare", *pair, "--no-model", "--format", "html", "-o", str(target)) == cli.DONE
    assert target.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("said", "encodings"),
    [
        ("cp1251,utf-8", ("cp1251", "utf-8")),
        ("cp1251,", ("cp1251", "utf-8")),
        ("windows-1251, auto", ("windows-1251", "utf-8")),
        ("auto,utf-8", ("cp1251", "utf-8")),
        (",", ("cp1251", "utf-8")),
        ("cp1251", ("cp1251", "cp1251")),
    ],
)
def test_each_side_may_have_an_encoding_of_its_own(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str], said: str, encodings: tuple[str, str]
) -> None:
    words = "Завод выплатил пять миллионов тенге рабочим в мае."
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_bytes(words.encode("cp1251"))
    right.write_bytes(words.encode())
    command = ("compare", str(left), str(right), "--encoding", said, "--no-model", "--format", "json")
    assert run(*command) == cli.DONE
    out, err = capfd.readouterr()
    sides = [json.loads(out)[side] for side in ("left", "right")]
    assert tuple(side["encoding"] for side in sides) == encodings
    is_one_for_both = encodings[1] == "cp1251"
    assert (sides[1]["text"] != words) == is_one_for_both
    assert [note["kind"] for note in sides[1]["notes"]] == (["is_utf8_as_well"] if is_one_for_both else [])
    assert ("seems to be UTF-8" in err) == is_one_for_both


def test_sentences_come_one_a_line_or_with_spans(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("sentences", pair[0]) == cli.DONE
    assert capfdbinary.readouterr().out.decode().splitlines()[0] == "The field gives 5,000 barrels a day."
    assert run("sentences", pair[0], "--format", "json") == cli.DONE
    result = json.loads(capfdbinary.readouterr().out)
    assert [result["text"][s["start"] : s["end"]] for s in result["sentences"]] == [
        "The field gives 5,000 barrels a day.",
        "The minister opened the plant on 3 May 2021.",
        "Nobody was hurt.",
    ]


def test_judge_gives_one_object_a_row(tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text('id\tright\tleft\n1\tB is open.\tA "open" door.\n2\tSame words.\tSame words.\n', encoding="utf-8")
    assert run("judge", str(table), "--no-model") == cli.DONE
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [list(row) for row in rows] == [
        ["row", "verdict", "confidence", "reasons", "similarity", "entailment", "leaning"]
    ] * 2
    assert [row["row"] for row in rows] == [0, 1]
    assert rows[1]["verdict"] == "agreement"
    assert rows[1]["similarity"] == 1.0
    assert rows[1]["entailment"] is None
    assert [list(reason) for reason in rows[1]["reasons"]] == [["kind", "left", "right", "message", "rule", "params"]]
    assert (rows[1]["reasons"][0]["rule"], rows[1]["reasons"][0]["params"]) == ("wording.same", {})


DENIED = "left\tright\nThe report was shown to us.\tThe report was never shown to us.\n"


def judged(run: Run, capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, Any]:
    assert run("judge", *arguments) == cli.DONE
    return dict(json.loads(capfdbinary.readouterr().out))


def test_a_model_of_ones_own_judges_and_is_signed(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    table, folder = tmp_path / "pairs.tsv", write_model(tmp_path / "own", name="tiny judge")
    table.write_text(DENIED, encoding="utf-8")
    row = judged(run, capfdbinary, str(table), "--model", str(folder))
    forward = row["entailment"]["forward"]
    assert max(forward, key=forward.get) == "contradiction"
    monkeypatch.chdir(tmp_path)
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text(LEFT, encoding="utf-8")
    assert run("compare", "left.txt", "right.txt", "--format", "json", "--model", "own") == cli.DONE
    signature = json.loads(capfdbinary.readouterr().out)["signature"]
    digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    assert "tiny judge" in json.dumps(signature["models"])
    assert digest in json.dumps(signature["models"])
    assert signature["options"]["model"] == "own"


@pytest.mark.parametrize("name", ["fast", "thorough"])
def test_a_folder_of_ones_own_that_is_called_as_a_bundled_model_is_told_as_a_path(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path / name, name="tiny judge")
    for side in ("left.txt", "right.txt"):
        (tmp_path / side).write_text(LEFT, encoding="utf-8")
    assert run("compare", "left.txt", "right.txt", "--format", "json", "--model", f"./{name}") == cli.DONE
    signature = json.loads(capfdbinary.readouterr().out)["signature"]
    assert (signature["judged_by"], signature["options"]["model"]) == ("entailment", f"./{name}")
    assert signature["models"]["entailment"].startswith("tiny judge sha256:")
    assert run("compare", "left.txt", "right.txt", "--format", "text", "--model", f"./{name}") == cli.DONE
    report = capfdbinary.readouterr().out.decode()
    assert f"model: ./{name}" in report
    assert "tiny judge" in report


@pytest.mark.parametrize("options", [("--model", "none"), ("--no-model",), ("--no-model", "--model", "none")])
def test_no_model_can_be_said_in_two_ways(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes], options: tuple[str, ...]
) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(DENIED, encoding="utf-8")
    assert judged(run, capfdbinary, str(table), *options)["entailment"] is None


@pytest.mark.parametrize("model", ["fast", "thorough"])
def test_a_model_that_comes_along_is_chosen_by_its_name(
    tmp_path: Path,
    run: Run,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    model: str,
) -> None:
    place = bundled.path
    monkeypatch.setattr(
        bundled,
        "path",
        lambda *parts: tmp_path / parts[-1] if parts[-1].startswith("entail-") else place(*parts),
    )
    write_model(tmp_path / "entail-fast", {"never": (0.0, 0.0, 9.0)})
    write_model(tmp_path / "entail-thorough", {"never": (9.0, 0.0, 0.0)})
    table = tmp_path / "pairs.tsv"
    table.write_text(DENIED, encoding="utf-8")
    forward = judged(run, capfdbinary, str(table), "--model", model)["entailment"]["forward"]
    assert max(forward, key=forward.get) == {"fast": "contradiction", "thorough": "entailment"}[model]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: shutil.rmtree(folder), "there is no such folder; --model takes fast, thorough, none or"),
        (lambda folder: (folder / "config.json").unlink(), "config.json is missing"),
        (lambda folder: (folder / "model.onnx").write_bytes(b"\x08"), "cannot be used"),
        (lambda folder: write_model(folder, labels=None), "this is no entailment model"),
    ],
)
def test_a_folder_that_holds_no_model_is_one_line_and_exit_code_3(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str], spoil: Callable[[Path], object], words: str
) -> None:
    table, folder = tmp_path / "pairs.tsv", write_model(tmp_path / "own")
    table.write_text(DENIED, encoding="utf-8")
    spoil(folder)
    assert run("judge", str(table), "--model", str(folder)) == cli.FILE_PROBLEM
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"statement-compare: {folder}: ")
    assert words in err


def test_judge_writes_a_table(tmp_path: Path, run: Run) -> None:
    table, result = tmp_path / "pairs.csv", tmp_path / "verdicts.csv"
    table.write_text('left;right\n"=1+1; really";Same words.\n', encoding="utf-8")
    assert run("judge", str(table), "--no-model", "-o", str(result)) == cli.DONE
    rows = list(csv.DictReader(io.StringIO(result.read_text(encoding="utf-8-sig"))))
    assert rows[0]["left"] == "'=1+1; really"
    assert rows[0]["row"] == "0"
    assert rows[0]["verdict"] in set(Verdict)


def test_a_table_without_the_columns_is_told(tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("premise\thypothesis\na\tb\n", encoding="utf-8")
    assert run("judge", str(table)) == cli.FILE_PROBLEM
    assert "columns left and right" in capfd.readouterr().err


def test_without_a_window_the_comparison_is_printed(
    pair: tuple[str, str], run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(*pair) == cli.DONE
    out, err = capfd.readouterr()
    assert "The field gives" in out
    assert err == "No window can be shown: this is a test. The comparison follows as text.\n"


def test_the_window_gets_the_files(pair: tuple[str, str]) -> None:
    opened: list[tuple[str, str]] = []

    def open_window(left: str, right: str) -> int:
        opened.append((left, right))
        return 0

    assert cli.run(list(pair), open_window) == 0
    assert cli.run([], open_window) == 0
    assert cli.run(["demo"], open_window) == 0
    assert opened == [pair, ("", ""), commands.sample()]


@pytest.mark.parametrize("command", [[], ["demo"]])
def test_a_program_of_its_own_can_be_asked_for(command: list[str]) -> None:
    asked: list[bool] = []

    def open_window(_left: str, _right: str, *, is_alone: bool = False) -> int:
        asked.append(is_alone)
        return 0

    assert cli.run([*command, "--new-instance"], open_window) == 0
    assert cli.run(command, open_window) == 0
    assert asked == [True, False]


def test_files_whose_names_are_like_commands_open_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("compared").write_text(LEFT, encoding="utf-8")
    opened: list[tuple[str, str]] = []

    def open_window(left: str, right: str) -> int:
        opened.append((left, right))
        return 0

    assert cli.run(["compared", "answer"], open_window) == 0
    assert cli.run(["ministry", "answer"], open_window) == 0
    assert opened == [("compared", "answer"), ("ministry", "answer")]


@pytest.mark.parametrize("command", ["", "compare", "facts", "judge", "extract", "sentences", "demo"])
def test_every_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str], run: Run) -> None:
    with pytest.raises(SystemExit) as left:
        run(*command.split(), "--help")
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert "example:\n  statement-compare" in out.replace("  pbpaste | ", "  ")


def test_the_help_of_extract_lists_every_format(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    with pytest.raises(SystemExit):
        run("extract", "--help")
    assert f"formats: {titles()}\n" in capsys.readouterr().out


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """What the program prints, and the modules that it loads for that beyond those of a bare Python."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from statement_compare.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout, set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["compare", "--help"], ["demo", "--version"]])
def test_help_and_version_load_no_library_and_of_the_engine_only_names(arguments: list[str]) -> None:
    printed, loaded = loaded_by(*arguments)
    assert printed.startswith((f"statement-compare {VERSION}\n", "usage: statement-compare"))
    own = {name for name in loaded if name.split(".")[0] == "statement_compare"}
    assert {name for name in loaded - own if name.split(".")[0] not in sys.stdlib_module_names} == set()
    assert {name for name in own if name.startswith(("statement_compare.ui", "statement_compare.session"))} == set()
    engine = {name for name in own if name.startswith("statement_compare.engine")}
    assert engine <= {
        f"statement_compare.engine{part}" for part in ("", ".report_formats", ".sheets", ".sheets.formats", ".progress")
    }
    # Parts of the standard library that take longer to load than the rest of the way together.
    slow = {"importlib.metadata", "email", "ctypes", "multiprocessing", "sqlite3", "socket", "subprocess", "zipfile"}
    assert loaded & slow == set()


def test_progress_is_silent_where_nobody_watches(capfd: pytest.CaptureFixture[str]) -> None:
    with streams.progress_line(quiet=False) as progress:
        progress.report("judge", 1, 2)
    assert capfd.readouterr().err == ""


def test_progress_on_a_terminal_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with streams.progress_line(quiet=False) as progress:
        progress.report("judge", 1, 2)
        progress.report("judge", 1, 2)
    assert terminal.getvalue() == "\r\x1b[Kjudging pairs  50 %\r\x1b[K"
    with streams.progress_line(quiet=True) as progress:
        progress.report("judge", 1, 2)
    assert terminal.getvalue() == "\r\x1b[Kjudging pairs  50 %\r\x1b[K"


class Screen(io.StringIO):
    """Standard output where it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
@pytest.mark.parametrize("command", [("compare", "a.txt", "b.txt"), ("review", "a.stcmp")])
@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_what_is_no_text_is_not_written_to_a_terminal_and_nothing_is_read_for_it(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    format_: str,
    output: tuple[str, ...],
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(*command, "--format", format_, *output) == cli.WRONG_USAGE
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        f"statement-compare: {format_} is no text that a terminal can show: name a file with -o FILE, or use a pipe"
    )
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    "command",
    [
        ("bundle", "a.stcmp", "-o", "-"),
        ("marked", "a.stcmp"),
        ("marked", "a.stcmp", "-o", "-"),
        ("reply", "a.stcmp", "--format", "docx", "-o", "-"),
    ],
)
def test_no_file_that_is_to_be_sent_is_written_to_a_terminal_if_it_is_no_text(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(*command) == cli.WRONG_USAGE
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(" is no text that a terminal can show: name a file with -o FILE, or use a pipe")
    assert screen.getvalue() == ""


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
def test_what_is_no_text_goes_through_a_pipe_as_it_goes_into_a_file(
    run: Run, pair: tuple[str, str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], format_: str
) -> None:
    file = tmp_path / f"report.{format_}"
    assert run("compare", *pair, "--no-model", "-o", str(file)) == cli.DONE
    assert run("compare", *pair, "--no-model", "--format", format_) == cli.DONE
    assert capfdbinary.readouterr().out == file.read_bytes()


STEERING = "The field gives 5,\u202e000 barrels.\x1b[2J\x07\x9b31m\r\nNo\u200bt more.\n"


@pytest.mark.parametrize("command", ["extract", "sentences"])
def test_a_strangers_text_steers_no_terminal_and_reaches_a_file_as_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    source, result = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text(STEERING, encoding="utf-8", newline="")
    assert run(command, str(source), "-o", str(result), "--encoding", "utf-8") == cli.DONE
    assert "5,\u202e000 barrels.\x1b[2J" in result.read_text(encoding="utf-8")
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(command, str(source), "--encoding", "utf-8") == cli.DONE
    assert "5,‹U+202E›000 barrels.‹U+001B›[2J‹U+0007›‹U+009B›31m" in screen.getvalue()
    assert not set(screen.getvalue()) & set("\x1b\x07\x9b\u202e\u200b")


@pytest.mark.parametrize(
    "arguments", [("extract", "a", "-o", "no\x1b[31m\u202e\nfolder/b"), ("compare", "a", "b", "--model", "m\x1b\x9b")]
)
def test_no_name_of_a_file_or_a_model_steers_a_terminal(
    run: Run,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / name).write_text("It gives 5 barrels.", encoding="utf-8")
    assert run(*arguments) in (cli.WRONG_USAGE, cli.FILE_PROBLEM)
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "‹U+001B›" in said
    assert not set(said) & set("\x1b\x9b\u202e")


def test_what_a_reader_left_out_is_said_to_a_log_as_well_unless_it_is_to_be_quiet(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "answer.eml"
    mail.write_text("Subject: Re\n\nWe deny all of it.\n\n-- \nPress office\n", encoding="utf-8")
    for command in (("extract", str(mail)), ("compare", str(mail), str(mail), "--no-model")):
        assert run(*command) == cli.DONE
        out, err = capfd.readouterr()
        assert set(err.splitlines()) == {f"{mail}: The signature below the mail was left out."}
        assert run(*command, "--quiet") == cli.DONE
        assert capfd.readouterr() == (out, "")


def test_a_guess_of_the_encoding_is_no_line_in_a_log(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Завод выплатил пять миллионов тенге в мае.".encode("cp1251"))
    assert run("extract", str(file)) == cli.DONE
    assert capfd.readouterr().err == ""


def test_a_no_break_space_before_a_stop_is_read(
    tmp_path: Path, run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>It is hepatitis B&nbsp;. The plant is closed.</p>", encoding="utf-8")
    assert run("sentences", str(page)) == cli.DONE
    out, err = capfdbinary.readouterr()
    assert out.decode().splitlines()[-1] == "The plant is closed."
    assert err == b""


@pytest.mark.parametrize(
    "fault", [RuntimeError("nobody foresaw it"), type("PanicException", (BaseException,), {})("a library failed")]
)
def test_a_fault_of_the_program_is_one_line_a_log_and_its_own_exit_code(
    pair: tuple[str, str],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    fault: BaseException,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("statement_compare.session.folders.platform_folders", lambda: Folders(tmp_path, tmp_path))
    monkeypatch.setattr(commands, "compare", fail)
    assert run("compare", *pair, "--no-model", "--fail-on", "contradiction") == cli.PROGRAM_FAULT
    lines = capfd.readouterr().err.splitlines()
    assert lines == [
        f"statement-compare: the program itself failed ({type(fault).__name__}); {tmp_path / 'crash.log'} says where"
    ]
    log = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert f"{type(fault).__name__} (its {len(str(fault))} characters of text are left out" in log
    assert "in fail\n    raise fault\n" in log


def test_an_interrupted_import_that_a_library_calls_its_own_error_is_still_cancelled(
    pair: tuple[str, str], run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def load(*_: object) -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("numpy.core.multiarray failed to import") from None

    monkeypatch.setattr(commands, "compare", load)
    assert run("compare", *pair) == cli.CANCELLED
    assert capfd.readouterr().err == "statement-compare: cancelled\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_command_that_is_ended_takes_its_reading_process_along(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<div>" * 200_000 + "text", encoding="utf-8")  # a reader is busy with it for a long time
    process = subprocess.Popen([sys.executable, "-m", "statement_compare", "extract", str(page)], cwd=ROOT)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 30
    while not (found := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    process.terminate()
    assert process.wait(10) == -signal.SIGTERM
    assert found
    assert not Path(f"/proc/{found[0]}").exists()


@pytest.mark.parametrize("zone", ["/etc/passwd", "/", "Europe", "../../etc"])
def test_a_time_zone_that_is_none_stops_nothing(pair: tuple[str, str], zone: str) -> None:
    done = in_process("compare", *pair, "--no-model", env={**os.environ, "TZ": zone}, capture_output=True)
    assert (done.returncode, done.stderr) == (cli.DONE, b"")


def test_a_file_that_breaks_off_where_a_time_zone_is_told_is_none(tmp_path: Path) -> None:
    zone = tmp_path / "zone"
    zone.write_bytes(b"TZif2")
    environment = {"TZ": str(zone)}
    drop_unusable_time_zone(environment)
    assert environment == {}


def test_a_result_may_have_the_longest_name_there_is(pair: tuple[str, str], run: Run, tmp_path: Path) -> None:
    report = tmp_path / ("r" * 250 + ".json")
    assert run("compare", *pair, "--no-model", "-o", str(report)) == cli.DONE
    assert json.loads(report.read_text(encoding="utf-8"))["format"] == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["left.txt", "right.txt", report.name]


def test_standard_input_without_end_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= 100_000_001, "it asked for everything"
            return b"a" * size

    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Endless()}))
    for command in ("extract", "judge"):
        assert run(command, "-") == cli.FILE_PROBLEM
        assert capfd.readouterr().err == (
            "statement-compare: Standard input is larger than 100 MB. Split it, or paste the part that you need.\n"
        )


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX")
def test_a_device_or_a_pipe_is_no_table(tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("/dev/zero", str(tmp_path / "pipe")):
        assert run("judge", name) == cli.FILE_PROBLEM
        assert capfd.readouterr().err.startswith(f"statement-compare: {name} is a device or a pipe.")


def test_an_output_that_takes_only_a_part_at_a_time_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    class Narrow(io.RawIOBase):
        taken = b""

        def write(self, piece: Any) -> int:
            self.taken += bytes(piece[:3])
            return min(3, len(piece))

    narrow = Narrow()
    monkeypatch.setattr(sys, "stdout", type("Stdout", (), {"buffer": narrow, "isatty": lambda _self: False})())
    streams.write_to_output(b"a whole report")
    assert narrow.taken == b"a whole report"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted where the system lists them")
@pytest.mark.parametrize(("wished", "threads"), [(None, 1), ("2", min(2, os.cpu_count() or 1))])
def test_numpy_starts_no_threads_of_its_own_unless_somebody_wishes_it(
    pair: tuple[str, str], wished: str | None, threads: int
) -> None:
    code = (
        "import os, sys\n"
        "from statement_compare.__main__ import main\n"
        "assert main(sys.argv[1:]) == 0\n"
        "print(len(os.listdir('/proc/self/task')), 'numpy' in sys.modules, file=sys.stderr)"
    )
    surroundings = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", code, "compare", *pair, "--no-model", "--quiet"],
        cwd=ROOT,
        env=surroundings | ({} if wished is None else {"OPENBLAS_NUM_THREADS": wished}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.split() == [str(threads), "True"]
