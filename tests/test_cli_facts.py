"""`statement-compare facts`: the table of figures, dates and names as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from statement_compare import cli

LEFT = "The field gives 5,000 barrels a day. Vireo paid 1.2 million euros on 3 May 2021. It was in Oslo.\n"
RIGHT = "On 3 May Vireo paid EUR 1,200,000. The field gives 1,000 barrels per day. We plan for 2027.\n"

Run = Callable[..., int]


def test_json_has_each_fact_with_its_places(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("facts", *pair, "--format", "json", "--no-model") == cli.DONE
    out, err = capfdbinary.readouterr()
    result = json.loads(out)
    assert err == b""
    assert list(result) == ["format", "signature", "left", "right", "facts"]
    assert result["format"] == 1
    first = result["facts"][0]
    assert (first["kind"], first["relation"]) == ("figure", "differs")
    assert first["left"]["places"] == [{"sentence": 0, "start": 16, "end": 35, "text": "5,000 barrels a day"}]
    assert first["right"]["amount"] == {"value": 1000.0, "unit": "untold_barrel", "per": "day"}
    for fact in result["facts"]:
        for side in ("left", "right"):
            for place in fact[side]["places"]:
                assert result[side]["text"][place["start"] : place["end"]] == place["text"]
    found = {(fact["kind"], fact["relation"]) for fact in result["facts"]}
    assert {("figure", "same"), ("date", "same"), ("date", "only_right"), ("name", "only_left")} <= found


def test_the_text_tells_what_differs_first(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("facts", *pair, "--no-model") == cli.DONE
    lines = capfdbinary.readouterr().out.decode().splitlines()
    at = lines.index("Figures: 1 differs, 1 the same")
    assert lines[at + 1] == "  ≠ differs         5,000 barrels a day (L1) – 1,000 barrels per day (R2)"
    assert lines[at + 2] == "  = the same        1.2 million euros (L2) – EUR 1,200,000 (R1)"
    assert "  ∅ only right      2027 (R3)" in lines


def test_csv_has_one_row_a_fact(pair: tuple[str, str], run: Run, tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    assert run("facts", *pair, "-o", str(target), "--no-model") == cli.DONE
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert rows[0]["relation"] == "differs"
    assert (rows[0]["left"], rows[0]["right"]) == ("L1", "R2")
    assert (rows[0]["left_words"], rows[0]["left_value"]) == ("5,000 barrels a day", "5000.0")
    assert rows[-1]["kind"] == "name"


def test_nothing_in_a_statement_runs_as_a_formula(run: Run, tmp_path: Path) -> None:
    left, right, target = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "facts.csv"
    left.write_text("It fell by -5 °C in Oslo.", encoding="utf-8")
    right.write_text("Nobody was hurt.", encoding="utf-8")
    assert run("facts", str(left), str(right), "-o", str(target), "--no-model") == cli.DONE
    cells = [cell for row in csv.reader(io.StringIO(target.read_text("utf-8-sig"))) for cell in row]
    assert "'-5 °C" in cells
    signed = [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert signed == ["-5.0"]  # the value in a column of numbers: nothing of it can run


def test_the_same_input_gives_the_same_bytes(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = []
    for _ in range(2):
        assert run("facts", *pair, "--format", "json", "--no-model") == cli.DONE
        said.append(capfdbinary.readouterr().out)
    assert said[0] == said[1]


def test_help_shows_an_example_and_another_format_is_refused(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit) as left:
        run("facts", "--help")
    assert left.value.code == 0
    assert b"example:" in capfdbinary.readouterr().out
    assert run("facts", *pair, "--format", "html") == cli.WRONG_USAGE
    assert run("facts", pair[0]) == cli.WRONG_USAGE
    assert run("facts", pair[0], pair[0] + ".none", "--no-model") == cli.FILE_PROBLEM


def test_the_table_is_written_in_the_language_that_is_asked_for(
    pair: tuple[str, str], run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("facts", *pair, "--no-model", "--report-language", "ru") == cli.DONE
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert "Числа: 1 расходится, 1 совпадает" in lines
    at = lines.index("Числа: 1 расходится, 1 совпадает")
    assert lines[at + 1] == "  ≠ расходится      5,000 barrels a day (L1) – 1,000 barrels per day (R2)"
