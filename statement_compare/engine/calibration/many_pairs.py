"""How the table for pairs out of all sentences of two statements is fitted, most of which have nothing in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.calibration import regression
from statement_compare.engine.calibration.evidence import DisputeRows, ReadRow
from statement_compare.engine.calibration.examples import (
    Example,
    fit_named,
    folds_in,
    held_out,
    holds,
    matrix_of,
    names_of,
    of_read,
    row_of,
    rows_of,
)
from statement_compare.engine.calibration.regression import Floats
from statement_compare.engine.calibration.thresholds import FEWEST_SHOWN, in_order_of_presets
from statement_compare.engine.model import Preset, Verdict
from statement_compare.engine.verdict.decide import ALIKE
from statement_compare.engine.verdict.links import JudgedPair, chosen

_STRENGTH = 0.6  # that of a penalty is one over it: the pairs are many
# Contradictions that hold or are defensible, that hold, and agreements that hold or are defensible.
_HOLD = {
    Preset.STRICT: (0.90, 0.72, 0.92),
    Preset.NORMAL: (0.80, 0.65, 0.82),
    Preset.LENIENT: (0.62, 0.45, 0.70),
}
_QUALIFIED = 0.45
_NEVER = 0.97
_STEPS = tuple(round(0.96 - 0.02 * step, 2) for step in range(38))
# Of the sentences that the other side contradicts, those that may be told as unanswered.
_MISSED = 0.02


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate pair of a dispute, and what is learnt from it."""

    row: ReadRow
    example: Example


def among_many(dispute: DisputeRows, weighing: Weighing) -> list[Link]:
    """The read pairs of a dispute; versions of one sentence are weighed by the table of lone pairs (`judge.judge`)."""
    return [
        Link(row, of_read(row, row.features_of(row.seen_by(weighing)), dispute.name))
        for row in dispute.rows
        if row.evidence.similarity < ALIKE
    ]


def fit_links(disputes: Sequence[tuple[DisputeRows, list[Link]]]) -> dict[str, Any]:
    """The table and what `weights.AmongMany` holds beside it."""
    links = [link for _, some in disputes for link in some]
    examples = [link.example for link in links]
    names = names_of(examples)
    is_pair = np.array([bool(link.row.gold) for link in links])
    held = held_out(examples, _STRENGTH)
    bears = _held_out_bearing(examples, is_pair)
    least = _least_to_bear(disputes, bears)
    whole = regression.fit_two(matrix_of(examples, names), is_pair, _STRENGTH / 2)
    return {
        "weights": rows_of(fit_named(examples, names, _STRENGTH), names),
        "bears": row_of(whole.weights[0], float(whole.constants[0]), names),
        "least_to_bear": least,
        "enough": _enough_among_many(links, held, bears, least),
    }


def _least_to_bear(disputes: Sequence[tuple[DisputeRows, list[Link]]], bears: Floats) -> float:
    """The chance that the surest pair of all but a few of the sentences which the other side contradicts reaches.

    By sentence and not by pair: a sentence is told as unanswered where none of its pairs is shown.
    """
    surest: dict[tuple[int, int, int], float] = {}
    denied: set[tuple[int, int, int]] = set()
    chances = iter(bears)
    for number, (_, links) in enumerate(disputes):
        for link in links:
            chance = float(next(chances))
            for side, sentence in enumerate(link.row.ids):
                key = number, side, sentence
                surest[key] = max(surest.get(key, 0.0), chance)
                if link.row.gold == Verdict.CONTRADICTION.value:
                    denied.add(key)
    named = sorted(surest[key] for key in denied)
    return round(named[int(len(named) * _MISSED)], 3) if named else 0.0


def _enough_among_many(links: Sequence[Link], held: Floats, bears: Floats, least: float) -> dict[str, dict[str, float]]:
    """The lowest chances that keep a preset's promise, for disputes left out in turn.

    One verdict is looked at while the other is told of the surest pairs alone.
    """
    found: dict[Preset, dict[str, float]] = {preset: {} for preset in Preset}
    units = sorted({link.example.unit for link in links})
    rows = [
        [
            _Chances(link.row, float(chances[0]), float(chances[1]), float(chances[2]), float(bearing))
            for link, chances, bearing in zip(links, held, bears, strict=True)
            if link.example.unit == unit
        ]
        for unit in units
    ]
    for key, verdict in (("contradiction", Verdict.CONTRADICTION), ("agreement", Verdict.AGREEMENT)):
        told = [_told(rows, least, key, verdict, value) for value in _STEPS]
        for preset, (defensible, right, agreements) in _HOLD.items():
            found[preset][key] = _NEVER
            for value, (rightly, fairly, all_) in zip(_STEPS, told, strict=True):
                if all_ < FEWEST_SHOWN:
                    continue
                is_kept = (
                    fairly >= agreements * all_
                    if key == "agreement"
                    else fairly >= defensible * all_ and rightly >= right * all_
                )
                if is_kept:
                    found[preset][key] = value
            found[preset]["alone"] = 0.0
    return in_order_of_presets(found, dict.fromkeys(Preset, _QUALIFIED))


@dataclass(frozen=True, slots=True)
class _Chances:
    """What a table that did not see the dispute says of a row of it."""

    row: ReadRow
    contradiction: float
    agreement: float
    qualified: float
    bears: float

    def judged(self, enough: Mapping[str, float]) -> JudgedPair:
        verdict, sure = Verdict.UNCLEAR, 0.0
        if self.contradiction >= enough["contradiction"] and self.contradiction >= self.agreement:
            verdict, sure = Verdict.CONTRADICTION, self.contradiction
        elif self.qualified >= max(_QUALIFIED, self.agreement):
            verdict, sure = Verdict.QUALIFIED, self.qualified
        elif self.agreement >= enough["agreement"]:
            verdict, sure = Verdict.AGREEMENT, self.agreement
        return JudgedPair((self.row.ids[0],), (self.row.ids[1],), verdict, sure, self.bears)


def _told(
    disputes: Sequence[Sequence[_Chances]], least: float, key: str, verdict: Verdict, value: float
) -> tuple[int, int, int]:
    """Links that are told with a verdict: how many hold, hold or are defensible, and are told at all."""
    enough = {"contradiction": _NEVER, "agreement": _NEVER, key: value}
    rightly = fairly = total = 0
    for rows in disputes:
        judged = [row.judged(enough) for row in rows]
        for place in chosen(judged, least):
            if judged[place].verdict is verdict:
                gold = rows[place].row.gold
                rightly += holds(verdict, gold)
                fairly += holds(verdict, gold.removeprefix("~"))
                total += 1
    return rightly, fairly, total


def _held_out_bearing(examples: Sequence[Example], is_pair: NDArray[np.bool_]) -> Floats:
    """How sure it is that each pair speaks of one claim, by a table that saw nothing of its dispute."""
    table, folds = matrix_of(examples, names_of(examples)), folds_in(examples)
    found: Floats = np.zeros(len(examples))
    for fold in sorted(set(folds.tolist())):
        fitted = regression.fit_two(table[folds != fold], is_pair[folds != fold], _STRENGTH / 2)
        found[folds == fold] = regression.chance_of_yes(fitted, table[folds == fold])
    return found
