"""Tables of models are kept by the model's hash, and one that cannot be used is told in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tiny_model import write_model

from statement_compare import bundled
from statement_compare.engine.calibration.figures import AllFigures, Figures, Told
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.onnx import load_entailment
from statement_compare.errors import ModelError
from statement_compare.session import tables
from statement_compare.session.tables import Measured, Unreadable, bundled_figures, forget, keep, load, load_all

DIGEST = "ab" * 32
FIGURES = AllFigures(
    Figures(400, Told(140, 100, 110, 99), Told(110, 60, 70, 61), 2),
    None,
    Figures(1300, Told(60, 30, 40, 28, 4), Told(13, 5, 9, 6, 1), 1),
    0.9,
    0.88,
    None,
)


def table() -> dict[str, Any]:
    content = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))
    return dict(content["statement-thorough"])


@pytest.fixture
def kept(tmp_path: Path) -> Measured:
    measured = Measured("mine", DIGEST, "/models/mine", table(), FIGURES)
    keep(measured, tmp_path)
    return measured


def test_what_is_kept_is_read_again(kept: Measured, tmp_path: Path) -> None:
    assert load(DIGEST, tmp_path) == kept
    assert load_all(tmp_path) == (kept,)
    assert load("cd" * 32, tmp_path) is None
    forget(DIGEST, tmp_path)
    assert load_all(tmp_path) == ()


def test_measured_once_more_the_new_table_takes_the_place_of_the_old(kept: Measured, tmp_path: Path) -> None:
    keep(replace(kept, name="renamed"), tmp_path)
    assert [each.name for each in load_all(tmp_path) if isinstance(each, Measured)] == ["renamed"]


def change(**values: object) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_text("{", encoding="utf-8"), "it is damaged"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "it is damaged"),
        (lambda path: path.write_text("[]", encoding="utf-8"), "it is damaged"),
        (lambda path: path.write_text("[" * 100_000, encoding="utf-8"), "it is damaged"),
        (change(table={}), "it is damaged"),
        (change(table={**table(), "weights": {"agreement": {"constant": 0.0}}}), "it is damaged"),
        (change(table={key: value for key, value in table().items() if key != "links"}), "it is damaged"),
        (change(table={**table(), "links": {**table()["links"], "least_to_bear": float("nan")}}), "it is damaged"),
        (change(figures={}), "it is damaged"),
        (change(sha256="cd" * 32), "it is damaged"),
        (change(format=99), "another version of the program"),
        (change(features=0), "another version of the program"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_words(
    kept: Measured, tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(tmp_path / f"{kept.sha256}.json")
    with pytest.raises(ModelError, match=words) as caught:
        load(kept.sha256, tmp_path)
    assert "models add FOLDER" in caught.value.message
    assert f"models remove {DIGEST[:12]}" in caught.value.message
    found = load_all(tmp_path)
    assert len(found) == 1
    assert isinstance(found[0], Unreadable)
    assert words in found[0].why


def test_a_models_table_is_found_by_its_hash_whatever_it_is_called(tmp_path: Path) -> None:
    model = load_entailment(write_model(tmp_path / "own", name="statement-fast"))
    models = replace(NO_MODELS, entailment=model, is_own=True)
    assert tables.with_table(models, tmp_path).tables == {}
    keep(Measured("another name", model.sha256, "", table(), FIGURES), tmp_path)
    assert list(tables.with_table(models, tmp_path).tables) == [model.sha256]
    assert tables.with_table(replace(models, is_own=False), tmp_path).tables == {}


def test_figures_of_a_model_that_has_changed_since_are_not_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = bundled.path
    monkeypatch.setattr(
        bundled,
        "path",
        lambda *parts: tmp_path / "figures.json" if parts[-1] == "figures.json" else place(*parts),
    )
    assert bundled_figures() == ()
    config = json.loads(place("models", "entail-fast", "config.json").read_text(encoding="utf-8"))
    figures = json.loads(json.dumps(tables.asdict(FIGURES)))
    content = {"fast": {"name": "statement-fast", "sha256": config["sha256"], "figures": figures}}
    (tmp_path / "figures.json").write_text(
        json.dumps(content | {"thorough": content["fast"] | {"sha256": "ef" * 32}}), encoding="utf-8"
    )
    assert [(each.word, each.figures) for each in bundled_figures()] == [("fast", FIGURES)]
