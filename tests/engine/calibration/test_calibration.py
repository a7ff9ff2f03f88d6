"""A model is measured on labelled pairs: a table comes of it, figures of rows it did not see, or a refusal in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tiny_labelled import write_labelled
from tiny_model import write_model

from statement_compare import bundled
from statement_compare.engine.calibration import Calibration, calibrate
from statement_compare.engine.calibration import figures as figures_module
from statement_compare.engine.calibration.evidence import Rows
from statement_compare.engine.calibration.examples import FOLDS, folds_of
from statement_compare.engine.calibration.fitting import fit_table
from statement_compare.engine.calibration.labelled import Labelled, bundled_pairs
from statement_compare.engine.model import Preset, Verdict
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.onnx import OnnxEntailment, load_entailment
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.verdict.weights import own_table
from statement_compare.errors import ModelError


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Labelled:
    folder = write_labelled(tmp_path_factory.mktemp("labelled") / "calibration")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundled, "path", lambda *parts: folder.parent.joinpath(*parts))
        return bundled_pairs()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> OnnxEntailment:
    return load_entailment(write_model(tmp_path_factory.mktemp("models") / "tiny"))


@dataclass(frozen=True, slots=True)
class Watched:
    """A calibration, the rows that each of its tables was fitted to, and of each judging the groups of its rows and how
    many tables there were then.
    """

    calibration: Calibration
    fitted: list[Rows]
    judged: list[tuple[set[str], int]]


@pytest.fixture(scope="module")
def watched(labelled: Labelled, model: OnnxEntailment) -> Watched:
    seen: list[Rows] = []
    judged: list[tuple[set[str], int]] = []

    def fitted(rows: Rows) -> dict[str, object]:
        seen.append(rows)
        return fit_table(rows)

    answers = figures_module._lone_answers

    def answered(rows, table):  # type: ignore[no-untyped-def]
        some = list(rows)
        judged.append(({row.group for row in some}, len(seen)))
        return answers(some, table)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures_module, "fit_table", fitted)
        patch.setattr(figures_module, "_lone_answers", answered)
        return Watched(calibrate(model, NO_MODELS, labelled), seen, judged)


@pytest.fixture(scope="module")
def found(watched: Watched) -> Calibration:
    return watched.calibration


def test_the_table_is_whole_and_weighs_what_the_model_says(found: Calibration) -> None:
    table = own_table(found.table)
    of = table.weights.of
    assert of[Verdict.CONTRADICTION]["contradicts_either"] > of[Verdict.AGREEMENT]["contradicts_either"]
    assert of[Verdict.AGREEMENT]["entails_either"] > of[Verdict.CONTRADICTION]["entails_either"]
    for enough in (table.weights.enough, table.weights.among_many.weights.enough if table.weights.among_many else {}):
        asked = [enough[preset].contradiction for preset in (Preset.LENIENT, Preset.NORMAL, Preset.STRICT)]
        assert asked == sorted(asked)


def test_a_model_that_reads_well_is_told_so(found: Calibration) -> None:
    told = found.figures
    assert (told.contradiction_rank, told.agreement_rank) == (1.0, 1.0)
    assert (told.lone.pairs, told.lone.contradictions.gold, told.lone.agreements.gold) == (70, 20, 20)
    assert told.lone.contradictions.found >= 18
    assert told.lone.reversed == 0
    assert told.disputes.contradictions.gold == 10


def test_pairs_in_other_languages_are_measured_and_fit_nothing(
    found: Calibration, labelled: Labelled, model: OnnxEntailment
) -> None:
    assert found.figures.others is not None
    assert found.figures.others.pairs == 3
    assert found.figures.others_rank == 0.5
    english = replace(labelled, pairs=tuple(pair for pair in labelled.pairs if pair.languages == ("en", "en")))
    alone = calibrate(model, NO_MODELS, english)
    assert alone.table == found.table
    assert alone.figures.others is None


def test_no_row_is_measured_by_a_table_that_saw_its_group_or_dispute(watched: Watched) -> None:
    assert len(watched.fitted) == FOLDS
    for groups, number in watched.judged[:FOLDS]:
        assert groups
        assert groups.isdisjoint(row.group for row in watched.fitted[number - 1].lone)
    assert all(len(rows.disputes) == 8 for rows in watched.fitted)


def test_folds_hold_as_many_units_each_and_do_not_part_one() -> None:
    folds = folds_of(["a", "b", "a", "c", "d", "e", "f", "g", "h", "i", "j"])
    assert sorted(folds.values()) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: write_model(folder, {"never": (0.0, 0.0, 0.0)}), "reads no better than chance"),
        (
            lambda folder: write_model(folder, labels={"0": "contradiction", "1": "neutral", "2": "entailment"}),
            "is the order in id2label",
        ),
        (lambda folder: write_model(folder, languages=["ru", "kk"]), "does not name en"),
    ],
)
def test_a_model_that_cannot_be_measured_is_refused_in_words(
    labelled: Labelled, tmp_path: Path, change: Callable[[Path], Path], words: str
) -> None:
    with pytest.raises(ModelError, match=words):
        calibrate(load_entailment(change(tmp_path / "own")), NO_MODELS, labelled)


def test_progress_is_told_from_reading_to_fitting(labelled: Labelled, model: OnnxEntailment) -> None:
    stages: list[str] = []

    def listen(stage: str, done: int, _total: int) -> None:
        stages.append(stage)
        if (stage, done) == ("weigh", 1):
            raise Cancelled

    with pytest.raises(Cancelled):
        calibrate(model, NO_MODELS, labelled, Progress(listen))
    assert list(dict.fromkeys(stages)) == ["entail", "judge", "weigh"]


def test_labelled_pairs_that_are_damaged_are_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = write_labelled(tmp_path / "calibration")
    monkeypatch.setattr(bundled, "path", lambda *parts: tmp_path.joinpath(*parts))
    (folder / "pairs.jsonl").write_text('{"group": 1}\n', encoding="utf-8")
    with pytest.raises(ModelError, match="install the program again"):
        bundled_pairs()


def test_the_pairs_that_come_along_hold_all_verdicts_and_traps() -> None:
    known = bundled_pairs()
    english = [pair for pair in known.pairs if pair.languages == ("en", "en")]
    assert len(english) == 400
    assert {pair.verdict for pair in english} == set(Verdict)
    assert len(known.disputes) == 10
    for dispute in known.disputes:
        left, right = dispute.statements
        gold = {dispute.gold(a.id, b.id) for a in left.sentences for b in right.sentences}
        assert {"contradiction", "", "!"} <= gold
    assert sum(path.stat().st_size for path in bundled.path("calibration").iterdir()) < 1_000_000
