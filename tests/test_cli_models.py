"""`models add`, `list` and `remove`, and what is said of a model that was not measured."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tiny_labelled import write_labelled
from tiny_model import write_model

from statement_compare import bundled, cli
from statement_compare.engine import bundle, calibration
from statement_compare.engine.calibration import Calibration
from statement_compare.engine.models import NO_MODELS
from statement_compare.session import folders

Run = Callable[..., int]
DENIED = "left\tright\nThe report was shown to us.\tThe report was never shown to us.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with a data folder of its own, few labelled pairs, and no encoders, which take long to load."""
    labelled, place = write_labelled(tmp_path / "calibration"), bundled.path
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(
        bundled, "path", lambda *parts: labelled.joinpath(*parts[1:]) if parts[0] == "calibration" else place(*parts)
    )
    monkeypatch.setattr(bundle, "load_encoders", lambda: NO_MODELS)

    def no_window(*_: str) -> int:
        raise cli.NoWindowError("this is a test")

    return lambda *arguments: cli.run(arguments, no_window)


@pytest.fixture
def pairs(tmp_path: Path) -> str:
    file = tmp_path / "pairs.tsv"
    file.write_text(DENIED, encoding="utf-8")
    return str(file)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a measuring gives, at once: the thorough model's table, and figures that nobody reads."""
    from statement_compare.engine.calibration.figures import AllFigures, Figures, Told

    figures = Figures(70, Told(20, 20, 20, 20), Told(20, 15, 20, 19), 0)
    table = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))["statement-thorough"]
    found = Calibration(table, AllFigures(figures, figures, figures, 1.0, 0.9, 0.5))
    monkeypatch.setattr(calibration, "calibrate", lambda *_: found)
    assert tmp_path


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "data").rglob("*") if path.is_file())


def test_a_model_is_measured_used_listed_and_forgotten(
    tmp_path: Path, run: Run, pairs: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = write_model(tmp_path / "own", name="tiny judge")
    assert run("judge", pairs, "--model", str(folder)) == cli.DONE
    out, err = capfd.readouterr()
    assert json.loads(out)["measured"] is False
    assert err == (
        "statement-compare: tiny judge has not been measured: the thorough model's table weighs its answers, and how "
        f"sure its verdicts are is not known; measure it with: statement-compare models add {folder}\n"
    )

    assert run("models", "add", str(folder)) == cli.DONE
    out, err = capfd.readouterr()
    assert err == ""
    assert out.startswith("tiny judge is measured, and its table is kept (sha256 ")
    assert f"--model {folder}" in out
    assert "70 pairs of sentences" in out
    assert "contradictions found" in out
    assert "In other languages than English it reads no better than chance" in out

    assert run("judge", pairs, "--model", str(folder)) == cli.DONE
    out, err = capfd.readouterr()
    assert ("measured" in json.loads(out), err) == (False, "")
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text("The plant was closed in May.\n", encoding="utf-8")
    sides = [str(tmp_path / name) for name in ("left.txt", "right.txt")]
    assert run("compare", *sides, "--language", "en", "--format", "json", "--model", str(folder)) == cli.DONE
    signature = json.loads(capfd.readouterr().out)["signature"]
    assert signature["measured"] is True
    assert signature["tables"]["entailment"]["table"].startswith("own sha256:")

    assert run("models", "list") == cli.DONE
    out = capfd.readouterr().out
    assert out.startswith("tiny judge  sha256 ")
    assert str(folder) in out
    assert run("models", "remove", "tiny judge") == cli.DONE
    assert "is forgotten" in capfd.readouterr().out
    assert files(tmp_path) == []
    assert run("models", "list") == cli.DONE
    assert "No model of your own has been measured yet" in capfd.readouterr().out


@pytest.mark.usefixtures("quick")
def test_json_names_models_hashes_and_figures(tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    folder = write_model(tmp_path / "own", name="tiny judge")

    def asked(*arguments: str) -> dict[str, Any]:
        assert run("models", *arguments, "--format", "json") == cli.DONE
        return dict(json.loads(capfd.readouterr().out))

    added = asked("add", str(folder))
    assert (added["format"], added["added"]["name"], added["added"]["folder"]) == (1, "tiny judge", str(folder))
    assert added["added"]["figures"]["lone"]["contradictions"]["gold"] == 20
    assert added["bundled"] == []
    assert asked("list")["measured"] == [added["added"]]
    digest = added["added"]["sha256"]
    assert asked("remove", digest[:8])["removed"] == {"name": "tiny judge", "sha256": digest}
    assert asked("list")["measured"] == []


@pytest.mark.usefixtures("quick")
def test_a_result_can_be_written_to_a_file(tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    folder, target = write_model(tmp_path / "own"), tmp_path / "figures.txt"
    assert run("models", "add", str(folder), "-o", str(target)) == cli.DONE
    assert capfd.readouterr() == ("", "")
    assert "is measured" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder, "there is no such folder"),
        (lambda folder: write_model(folder, labels=None), "this is no entailment model"),
        (lambda folder: write_model(folder, {"never": (1.0, 0.0)}), "this is no entailment model"),
        (lambda folder: write_model(folder, {"never": (0.0, 0.0, 0.0)}), "reads no better than chance"),
        (lambda folder: write_model(folder, languages=["de"]), "the labelled pairs are English"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_one_line_and_nothing_is_kept(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str], make: Callable[[Path], Path], words: str
) -> None:
    folder = make(tmp_path / "own")
    assert run("models", "add", str(folder)) == cli.FILE_PROBLEM
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert files(tmp_path) == []


def test_a_model_that_comes_along_has_its_table_already(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("models", "add", str(bundled.path("models", "entail-fast"))) == cli.FILE_PROBLEM
    assert "there is nothing to add" in capfd.readouterr().err


@pytest.mark.usefixtures("quick")
def test_an_interruption_leaves_nothing_half_written(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folders.os, "fsync", interrupt)
    assert run("models", "add", str(write_model(tmp_path / "own"))) == cli.CANCELLED
    assert capfd.readouterr().err == "statement-compare: cancelled\n"
    assert files(tmp_path) == []


@pytest.mark.usefixtures("quick")
def test_a_data_folder_that_cannot_be_written_is_one_line(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    assert run("models", "add", str(write_model(tmp_path / "own"))) == cli.FILE_PROBLEM
    assert "cannot be written" in capfd.readouterr().err


@pytest.mark.usefixtures("quick")
def test_a_damaged_table_is_refused_in_words_and_can_be_forgotten(
    tmp_path: Path, run: Run, pairs: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = write_model(tmp_path / "own")
    assert run("models", "add", str(folder)) == cli.DONE
    (file,) = (tmp_path / "data").rglob("*.json")
    file.write_text('{"format": 1', encoding="utf-8")
    capfd.readouterr()
    assert run("judge", pairs, "--model", str(folder)) == cli.FILE_PROBLEM
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "it is damaged; measure the model again with" in err
    assert run("models", "list") == cli.DONE
    assert f"unusable: sha256 {file.stem[:12]}, it is damaged" in capfd.readouterr().out
    assert run("models", "remove", file.stem[:12]) == cli.DONE
    assert not file.exists()


@pytest.mark.usefixtures("quick")
def test_a_name_that_two_models_bear_is_not_enough_to_forget_one(
    tmp_path: Path, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    for strength in (8.0, 9.0):
        folder = write_model(tmp_path / f"own{strength}", {"never": (0.0, 0.0, strength)})
        assert run("models", "add", str(folder)) == cli.DONE
    capfd.readouterr()
    assert run("models", "remove", "tiny") == cli.FILE_PROBLEM
    assert "several measured models are meant by tiny" in capfd.readouterr().err
    assert run("models", "remove", "nobody") == cli.FILE_PROBLEM
    assert "no measured model is called nobody" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("models",), "see statement-compare models --help"),
        (("models", "add"), "models add needs the folder of a model"),
        (("models", "remove"), "models remove needs the name or the hash"),
        (("models", "list", "mine"), "models list takes no name"),
        (("models", "measure", "mine"), "invalid choice"),
        (("models", "list", "--format", "csv"), "invalid choice"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    run: Run, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert run(*arguments) == cli.WRONG_USAGE
    err = capfd.readouterr().err
    assert words in err
    assert err.count("\n") == 1


def test_quiet_means_without_the_line_about_the_table(
    tmp_path: Path, run: Run, pairs: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("judge", pairs, "--quiet", "--model", str(write_model(tmp_path / "own"))) == cli.DONE
    out, err = capfd.readouterr()
    assert (json.loads(out)["measured"], err) == (False, "")


def test_a_copy_of_a_bundled_model_is_no_stranger(run: Run, pairs: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("judge", pairs, "--model", str(bundled.path("models", "entail-fast"))) == cli.DONE
    out, err = capfd.readouterr()
    assert ("measured" in json.loads(out), err) == (False, "")
