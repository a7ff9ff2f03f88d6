"""Measures an entailment model on labelled pairs: the table that weighs its answers, and how good its verdicts are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from statement_compare.engine.calibration.evidence import ENGLISH, read
from statement_compare.engine.calibration.figures import (
    WEIGH,
    AllFigures,
    measure,
    rank_of_agreements,
    rank_of_contradictions,
)
from statement_compare.engine.calibration.fitting import fit_table
from statement_compare.engine.calibration.labelled import Labelled
from statement_compare.engine.models import EntailmentModel, Models
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.weights import read_weights
from statement_compare.errors import ModelError

LEAST_RANK = 0.6
"""As `AllFigures.contradiction_rank`; on 400 pairs a model that guesses stays within 0.06 of 0.5, 95 times in 100."""

__all__ = ["LEAST_RANK", "AllFigures", "Calibration", "calibrate"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """`table` as `weights.read_weights` takes it, and the figures of the model whose answers it weighs."""

    table: dict[str, Any]
    figures: AllFigures


def calibrate(model: EntailmentModel, encoders: Models, labelled: Labelled, progress: Progress = SILENT) -> Calibration:
    """The table of a model and its figures; Cancelled where `progress` says so.

    ModelError for a model that does not read English, and for one whose answers are no better than chance.
    """
    if not model.covers(ENGLISH):
        raise ModelError(
            "model.language",
            f"{model.name}: the labelled pairs are English, and languages in its config.json does not name en",
            name=model.name,
        )
    rows = read(labelled, model, encoders, progress)
    english = [row for row in rows.lone if row.is_english]
    ranks = {
        "a contradiction": rank_of_contradictions(english),
        "an agreement": rank_of_agreements(english),
    }
    for verdict, rank in ranks.items():
        if rank < LEAST_RANK:
            raise ModelError(
                "model.chance",
                f"{model.name} reads no better than chance: of {verdict} and a pair that is none, it finds the right "
                f"one likelier {100 * rank:.0f} times in 100; is the order in id2label of its config.json that of "
                "the model?",
                name=model.name,
            )
    progress.report(WEIGH, 0, 1)
    table = fit_table(rows)
    return Calibration(table, measure(rows, read_weights(table), progress))
