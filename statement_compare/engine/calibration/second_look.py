"""How the second look at candidate pairs is fitted: what their odds and the model's answers weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from math import log

import numpy as np

from statement_compare.engine.align.assign import Pair, best_matching, weights
from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.align.score import against_rivals
from statement_compare.engine.calibration import regression
from statement_compare.engine.calibration.evidence import NEUTRAL, DisputeRows
from statement_compare.engine.calibration.examples import DIGITS, folds_of

_STRENGTH_OF_LOOK, _STRENGTH_OF_CURVE = 1.0, 10.0
_LEAST_STEPS = tuple(round(0.02 * step, 2) for step in range(1, 21))
_RECALL_COUNTS = 1.5
_LEAST_ODDS = 1e-13


def fit_rerank(disputes: Sequence[DisputeRows]) -> Weighing:
    """How odds and what the model says weigh, and from which chance on a pair is linked, disputes left out in turn."""
    linked: list[tuple[float, bool]] = []
    total = 0
    for rest, here in _in_turn(disputes):
        weighing = _fit_odds(rest)
        for dispute in here:
            is_link = {row.place: row.is_link for row in dispute.rows}
            chances_of = matched(dispute, weighing)
            linked += [(chance, is_link.get(pair, False)) for pair, chance in chances_of.items()]
            links = [row.ids for row in dispute.rows if row.is_link]
            total += min(len({i for i, _ in links}), len({j for _, j in links}))
    best = (-1.0, 0.0)
    for least in _LEAST_STEPS:
        kept = [is_link for chance, is_link in linked if chance >= least]
        precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / max(1, total)
        # A link too many stays unclear, a link too few is a finding lost.
        squared = _RECALL_COUNTS**2
        best = max(best, ((1 + squared) * precision * recall / max(1e-9, squared * precision + recall), least))
    chances = np.array([[min(max(chance, 1e-9), 1 - 1e-9)] for chance, _ in linked])
    curve = regression.fit_two(
        np.log(chances / (1 - chances)), np.array([is_link for _, is_link in linked]), _STRENGTH_OF_CURVE
    )
    steep = max(float(curve.weights[0, 0]), 0.05)
    middle = -float(curve.constants[0]) / steep
    return replace(_fit_odds(disputes), least=best[1], steep=steep, middle=middle)


def _in_turn(
    disputes: Sequence[DisputeRows],
) -> Iterable[tuple[list[DisputeRows], list[DisputeRows]]]:
    folds = folds_of(dispute.name for dispute in disputes)
    for fold in sorted(set(folds.values())):
        yield (
            [dispute for dispute in disputes if folds[dispute.name] != fold],
            [dispute for dispute in disputes if folds[dispute.name] == fold],
        )


def _fit_odds(disputes: Sequence[DisputeRows]) -> Weighing:
    rows = [row for dispute in disputes for row in dispute.rows]
    table = np.array([[log(max(row.odds, _LEAST_ODDS)), row.bears] for row in rows])
    fitted = regression.fit_two(table, np.array([row.is_link for row in rows]), _STRENGTH_OF_LOOK)
    odds, bearing = (float(weight) for weight in fitted.weights[0])
    return replace(NEUTRAL, constant=float(fitted.constants[0]), odds=odds, bearing=bearing)


def matched(dispute: DisputeRows, weighing: Weighing) -> dict[Pair, float]:
    """The best assignment of a dispute's sentences, with the chance of each of its pairs among its rivals."""
    bears = {row.place: row.bears for row in dispute.rows}
    odds = [weighing.again(value, bears.get(pair)) for pair, value in zip(dispute.places, dispute.odds, strict=True)]
    chances = against_rivals(dispute.places, odds, dispute.texts)
    by_pair = dict(zip(dispute.places, chances, strict=True))
    matched = best_matching(weights(dispute.places, chances, weighing.least))
    return {pair: by_pair[pair] for pair in matched.items()}


def rounded(weighing: Weighing) -> Weighing:
    """The same with as many digits as a table keeps."""
    return Weighing(**{key: round(float(value), DIGITS) for key, value in asdict(weighing).items()})
