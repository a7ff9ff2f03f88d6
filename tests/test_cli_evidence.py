"""`bundle` writes a session as evidence, `verify` says whether evidence is what it was, each with its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tiny_model import write_model

from statement_compare import cli
from statement_compare.engine.bundle import load_models
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_file, read_text
from statement_compare.session.edits import SetVerdict, Stamp
from statement_compare.session.recent import Origin
from statement_compare.session.store import Store
from statement_compare.session.store_rows import kept

ROOT = Path(__file__).resolve().parent.parent
LEFT = "The port paid 5,000 euros for the survey.\n\nThe survey began in March.\n"
RIGHT = "The port paid 1,000 euros for the survey.\n\nThe survey began in March.\n"
WITHOUT = CompareOptions(use_model=False, model="none")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    for name, text in (("ministry.txt", LEFT), ("answer.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = [read_file(tmp_path / name) for name in ("ministry.txt", "answer.txt")]
    first, second = (kept(each, Origin(path=each.path), Path(each.path).read_bytes()) for each in sources)
    comparison = compare(sources[0], sources[1], WITHOUT)
    path = tmp_path / "harbour.stcmp"
    with Store.create(path, comparison, options=WITHOUT, sources=(first, second)) as store:
        store.apply(SetVerdict(((0,), (0,)), Verdict.QUALIFIED, "net"), Stamp("Ada", "2026-01-02T03:04:05+00:00"))
    return path


@pytest.fixture
def bundle(session: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    path = session.with_name("harbour.zip")
    assert run("bundle", str(session), "-o", str(path)) == cli.DONE
    out, err = capfd.readouterr()
    assert (out[:12], len(out), err) == ("fingerprint ", 77, "")
    return path


def run(*arguments: str) -> int:
    return cli.run(arguments, lambda *_: 9)


def test_a_bundle_is_a_zip_and_the_session_stays_as_it_is(session: Path, bundle: Path) -> None:
    before = session.read_bytes()
    with zipfile.ZipFile(bundle) as archive:
        assert archive.namelist()[:2] == ["README.txt", "manifest.json"]
        assert archive.read("documents/1.txt").decode() == LEFT
    first = bundle.read_bytes()
    assert run("bundle", str(session), "-o", str(bundle)) == cli.DONE
    assert (bundle.read_bytes(), session.read_bytes()) == (first, before)


def test_a_bundle_goes_to_standard_output_and_its_fingerprint_elsewhere(session: Path, bundle: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "statement_compare", "bundle", str(session), "-o", "-"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout == bundle.read_bytes()
    assert done.stderr.startswith(b"fingerprint ")


def test_what_is_as_it_was_made_leaves_with_0(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", str(bundle)) == cli.DONE
    out, err = capfd.readouterr()
    lines = out.splitlines()
    assert lines[0] == "harbour.zip: ministry.txt – answer.txt, made by version 0.1.0 of the program"
    assert lines[1].startswith("Fingerprint: ")
    assert "  same         the zip holds 15 files, and nothing besides" in lines
    assert lines[-2] == "All is the same: the bundle is as it was made."
    assert "does not prove who made it" in lines[-1]
    assert err == ""


def test_what_was_changed_leaves_with_6_and_its_place(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = bundle.read_bytes()
    bundle.write_bytes(data.replace(b"5,000 euros", b"9,000 euros", 1))
    assert run("verify", str(bundle)) == cli.NOT_THE_SAME == 6
    out, err = capfd.readouterr()
    assert "  DIFFERS      comparison.json: its SHA-256 is " in out
    assert out.splitlines()[-2].endswith(" differences were found.")
    assert err == ""


def test_json_says_the_same_to_programs(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", str(bundle), "--format", "json") == cli.DONE
    found = json.loads(capfd.readouterr().out)
    assert {key: found[key] for key in ("format", "file", "same", "replayed", "differences")} == {
        "format": 1,
        "file": "harbour.zip",
        "same": True,
        "replayed": True,
        "differences": 0,
    }
    assert found["findings"][0] == {
        "standing": "same",
        "check": "zip.same",
        "where": "",
        "n": 15,
        "message": "the zip holds 15 files, and nothing besides",
    }
    data = bundle.read_bytes()
    bundle.write_bytes(data[:-1])
    target = bundle.with_name("result.json")
    assert run("verify", str(bundle), "-o", str(target)) == cli.NOT_THE_SAME
    found = json.loads(target.read_bytes())
    assert (found["same"], found["differences"]) == (False, 1)
    assert found["findings"][0]["check"] == "zip.differs"


def test_a_fingerprint_can_be_asked_for(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("verify", str(bundle), "--format", "json")
    fingerprint = json.loads(capfd.readouterr().out)["fingerprint"]
    assert run("verify", str(bundle), "--fingerprint", fingerprint.upper()) == cli.DONE
    assert "the fingerprint is the one that you gave" in capfd.readouterr().out
    assert run("verify", str(bundle), "--fingerprint", "0" * 64) == cli.NOT_THE_SAME
    assert "this is another bundle than you were told of" in capfd.readouterr().out
    assert run("verify", str(bundle), "--fingerprint", "abc") == cli.WRONG_USAGE


def test_reports_and_words_come_in_another_language(session: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = session.with_name("b.zip")
    assert run("bundle", str(session), "-o", str(path), "--report-language", "kk") == cli.DONE
    with zipfile.ZipFile(path) as archive:
        assert archive.read("README.txt").decode().startswith("ДӘЛЕЛДЕР ЖИНАҒЫ\n")
    assert run("verify", str(path), "--report-language", "ru") == cli.DONE
    assert "Всё совпадает: пакет такой, каким его создали." in capfd.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "does not exist"),
        (b"", "this is no zip"),
        (b"PK\3\4", "its end is missing"),
        (b"PK\5\6" + bytes(18), "this is no zip"),
    ],
)
def test_what_is_no_bundle_is_told_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes | None, words: str
) -> None:
    path = tmp_path / "other.zip"
    if content is not None:
        path.write_bytes(content)
    assert run("verify", str(path)) == cli.FILE_PROBLEM
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert str(path) in err


def test_a_compressed_zip_is_refused_in_words(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    packed = bundle.with_name("packed.zip")
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    assert run("verify", str(packed)) == cli.FILE_PROBLEM
    assert "file 1 in it is compressed" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("bundle", "harbour.stcmp"),
        ("bundle", "-", "-o", "b.zip"),
        ("verify", "-"),
        ("verify", "harbour.stcmp"),
        ("verify",),
        ("verify", "harbour.zip", "-o", "harbour.zip"),
        ("bundle", "harbour.stcmp", "-o", "harbour.stcmp"),
    ],
)
def test_what_cannot_be_meant_leaves_with_2(
    bundle: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(bundle.parent)
    assert run(*arguments) == cli.WRONG_USAGE
    assert capfd.readouterr().err.count("\n") == 1


def test_a_folder_that_cannot_be_written_and_a_file_that_is_no_session_leave_with_3(
    session: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("bundle", str(session), "-o", str(session.parent / "none" / "b.zip")) == cli.FILE_PROBLEM
    assert "cannot be written" in capfd.readouterr().err
    assert run("bundle", str(session.with_name("ministry.txt")), "-o", "b.zip") == cli.FILE_PROBLEM
    assert "no session file" in capfd.readouterr().err


def test_a_model_of_ones_own_is_asked_again_where_it_is_named_and_told_by_its_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = write_model(tmp_path / "mine", name="tiny judge")
    other = write_model(tmp_path / "other", {"never": (0.0, 9.0, 0.0)}, name="another")
    options = CompareOptions(model=str(own))
    left, right = read_text(LEFT), read_text(RIGHT)
    path, bundle = tmp_path / "a.stcmp", tmp_path / "a.zip"
    with Store.create(path, compare(left, right, options, load_models(str(own))), options=options):
        pass
    assert run("bundle", str(path), "-o", str(bundle)) == cli.DONE
    assert b"/mine" not in bundle.read_bytes()
    capfd.readouterr()
    assert run("verify", str(bundle)) == cli.NOT_THE_SAME
    out = capfd.readouterr().out
    assert "judged by tiny judge sha256:" in out
    assert "Not all of it could be checked." in out
    assert run("verify", str(bundle), "--model", str(own)) == cli.DONE
    assert "comparison 1 was made again by the same models" in capfd.readouterr().out
    assert run("verify", str(bundle), "--model", str(other)) == cli.NOT_THE_SAME
    assert "another model judges, and may judge otherwise" in capfd.readouterr().out


def test_a_model_of_ones_own_is_a_folder(bundle: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", str(bundle), "--model", str(bundle.parent / "none")) == cli.FILE_PROBLEM
    assert "there is no such folder" in capfd.readouterr().err


@pytest.mark.parametrize("command", ["bundle", "verify"])
def test_help_shows_an_example_and_the_exit_codes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(command, "--help")
    out = capsys.readouterr().out
    assert f"statement-compare {command} harbour." in out
    with pytest.raises(SystemExit):
        run("--help")
    assert "6 an evidence bundle is not as it was made" in capsys.readouterr().out
