"""How the table of lone pairs is fitted, and which of its chances are enough for each preset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.align.score import confidence
from statement_compare.engine.calibration.evidence import DisputeRows, LoneRow
from statement_compare.engine.calibration.examples import Example, fit_named, held_out, names_of, of_read, rows_of
from statement_compare.engine.calibration.regression import Floats
from statement_compare.engine.calibration.second_look import matched
from statement_compare.engine.calibration.thresholds import in_order_of_presets, lowest
from statement_compare.engine.model import Preset, Verdict

_STRENGTH = 1.0  # that of a penalty is one over it
# The corpus holds more texts that differ in a word than press offices write.
_WEIGHT_OF = {Verdict.QUALIFIED: 0.7, Verdict.UNCLEAR: 0.7}
# Share of a preset's contradictions and agreements of lone pairs that hold; lenient finds a share of all.
_HOLD = {Preset.STRICT: (0.95, 0.9), Preset.NORMAL: (0.86, 0.82)}
_LENIENT_FINDS, _LENIENT_AGREEMENTS_HOLD = 0.87, 0.75
_QUALIFIED = {Preset.STRICT: 0.6, Preset.NORMAL: 0.5, Preset.LENIENT: 0.4}
# What only a pair among many has: the table of lone pairs does not look at it.
_OF_STANDING = frozenset("log_odds rank_best rank_worst".split())


def fit_lone(lone: Sequence[Example], aligned: Sequence[Example]) -> dict[str, Any]:
    """The weights and the least chances of a table for lone pairs."""
    examples = [*lone, *aligned]
    held = held_out(examples, _STRENGTH)
    names = names_of(examples)
    return {
        "weights": rows_of(fit_named(examples, names, _STRENGTH), names),
        "enough": _enough_alone(examples, held, len(lone)),
    }


def of_lone(row: LoneRow) -> Example:
    """What is learnt from a pair that no alignment vouches for."""
    return Example(row.features, row.verdict, _WEIGHT_OF.get(row.verdict, 1.0), row.group)


def of_aligned(dispute: DisputeRows, weighing: Weighing) -> list[Example]:
    """The pairs of the best assignment: of them it is learnt what an unsure pairing takes away."""
    rows = {row.place: row for row in dispute.rows}
    found = []
    for pair, chance in matched(dispute, weighing).items():
        if pair in rows:
            row = rows[pair]
            scored = row.scored(confidence(chance, weighing.steep, weighing.middle))
            plain = {name: value for name, value in row.features_of(scored).items() if name not in _OF_STANDING}
            found.append(of_read(row, plain, dispute.name))
    return found


def _enough_alone(examples: Sequence[Example], held: Floats, lone: int) -> dict[str, dict[str, float]]:
    """The lowest chances at which a preset's promise holds from there on up, for rows left out in turn.

    The first `lone` examples are pairs that no alignment vouches for.
    """
    weight = np.array([each.weight for each in examples])
    contradicts = np.array([each.verdict is Verdict.CONTRADICTION for each in examples])
    agrees = np.array([each.verdict in (Verdict.AGREEMENT, Verdict.QUALIFIED) for each in examples])
    found: dict[Preset, dict[str, float]] = {}
    for preset, (hold, agreements_hold) in _HOLD.items():
        found[preset] = {
            "contradiction": lowest(held[:, 0], contradicts, weight, hold),
            "alone": lowest(held[:lone, 0], contradicts[:lone], weight[:lone], hold),
            "agreement": lowest(held[:, 1], agrees, weight, agreements_hold),
        }
    order = np.argsort(-held[:, 0], kind="stable")
    recall = np.cumsum((contradicts * weight)[order]) / max(1e-9, float((contradicts * weight).sum()))
    found[Preset.LENIENT] = {
        "contradiction": float(held[order[int(np.argmax(recall >= _LENIENT_FINDS))], 0]),
        "alone": 0.0,
        "agreement": lowest(held[:, 1], agrees, weight, _LENIENT_AGREEMENTS_HOLD),
    }
    return in_order_of_presets(found, _QUALIFIED)
