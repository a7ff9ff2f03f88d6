"""How the table of a model is fitted: what its answers and the facts weigh, and which chances are enough.

The steps are those of training/fit_verdicts.py and training/fit_links.py, by which the bundled tables are made, on
fewer pairs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.align.assign import Pair, best_matching, weights
from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.align.score import against_rivals, confidence
from statement_compare.engine.calibration import regression
from statement_compare.engine.calibration.evidence import NEUTRAL, DisputeRows, LoneRow, ReadRow, Rows
from statement_compare.engine.calibration.regression import Fitted, Floats
from statement_compare.engine.model import Preset, Verdict
from statement_compare.engine.verdict.decide import ALIKE
from statement_compare.engine.verdict.features import Features
from statement_compare.engine.verdict.links import JudgedPair, chosen

CLASSES = (Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.UNCLEAR)
FOLDS = 5
# The strength of a penalty is one over these: pairs of disputes are many, and mostly about nothing in common.
_STRENGTH, _STRENGTH_AMONG_MANY = 1.0, 0.6
_STRENGTH_OF_LOOK, _STRENGTH_OF_CURVE = 1.0, 10.0
# The corpus holds more texts that differ in a word than press offices write.
_WEIGHT_OF = {Verdict.QUALIFIED: 0.7, Verdict.UNCLEAR: 0.7}
_DEFENSIBLE = 0.5
# Share of a preset's contradictions and agreements of lone pairs that hold; lenient finds a share of all.
_HOLD = {Preset.STRICT: (0.95, 0.9), Preset.NORMAL: (0.86, 0.82)}
_LENIENT_FINDS, _LENIENT_AGREEMENTS_HOLD = 0.87, 0.75
_QUALIFIED = {Preset.STRICT: 0.6, Preset.NORMAL: 0.5, Preset.LENIENT: 0.4}
# Among many pairs: contradictions that hold or are defensible, that hold, and agreements that hold or are defensible.
_HOLD_AMONG_MANY = {
    Preset.STRICT: (0.90, 0.72, 0.92),
    Preset.NORMAL: (0.80, 0.65, 0.82),
    Preset.LENIENT: (0.62, 0.45, 0.70),
}
_QUALIFIED_AMONG_MANY = 0.45
_NEVER, _NEVER_AMONG_MANY = 0.99, 0.97
_FEWEST_SHOWN = 8
_STEPS = tuple(round(0.96 - 0.02 * step, 2) for step in range(38))
# Of the sentences that the other side contradicts, those that may be told as unanswered.
_MISSED = 0.02
_LEAST_STEPS = tuple(round(0.02 * step, 2) for step in range(1, 21))
_RECALL_COUNTS = 1.5
_LEAST_ODDS = 1e-13
_DIGITS = 4
# What only a pair among many has: the table of lone pairs does not look at it.
_OF_STANDING = frozenset("log_odds rank_best rank_worst".split())


@dataclass(frozen=True, slots=True)
class Example:
    """One row to learn from. What has one `unit`, a group or a dispute, is left out together."""

    features: Features
    verdict: Verdict
    weight: float
    unit: str


def folds_of(units: Iterable[str]) -> dict[str, int]:
    """The fold, 0 to `FOLDS` - 1, in which each group or dispute is left out; there are as many in each."""
    ordered = sorted(set(units), key=lambda unit: hashlib.sha256(f"fold {unit}".encode()).hexdigest())
    return {unit: place % FOLDS for place, unit in enumerate(ordered)}


def fit_table(rows: Rows) -> dict[str, Any]:
    """The table of one model, as `weights.read_weights` takes it."""
    weighing = _rounded(fit_rerank(rows.disputes))
    lone = [_of_lone(row) for row in rows.lone if row.is_english]
    aligned = [each for dispute in rows.disputes for each in _of_aligned(dispute, weighing)]
    links = [(dispute, _among_many(dispute, weighing)) for dispute in rows.disputes]
    return {
        **_fit_lone(lone, aligned),
        "pairing": asdict(weighing),
        "links": _fit_links(links),
    }


def _of_lone(row: LoneRow) -> Example:
    return Example(row.features, row.verdict, _WEIGHT_OF.get(row.verdict, 1.0), row.group)


def verdict_of(gold: str) -> Verdict:
    """The class of a gold verdict; a trap, a topic in common and no pair at all are unclear."""
    told = gold.removeprefix("~")
    return Verdict(told) if told in (Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED) else Verdict.UNCLEAR


# -- the second look ---------------------------------------------------------------------------------------------------


def fit_rerank(disputes: Sequence[DisputeRows]) -> Weighing:
    """How odds and what the model says weigh, and from which chance on a pair is linked, disputes left out in turn."""
    linked: list[tuple[float, bool]] = []
    total = 0
    for rest, here in _in_turn(disputes):
        weighing = _fit_odds(rest)
        for dispute in here:
            is_link = {row.place: row.is_link for row in dispute.rows}
            matched = _matched(dispute, weighing)
            linked += [(chance, is_link.get(pair, False)) for pair, chance in matched.items()]
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


def _matched(dispute: DisputeRows, weighing: Weighing) -> dict[Pair, float]:
    """The best assignment of a dispute's sentences, with the chance of each of its pairs among its rivals."""
    bears = {row.place: row.bears for row in dispute.rows}
    odds = [weighing.again(value, bears.get(pair)) for pair, value in zip(dispute.places, dispute.odds, strict=True)]
    chances = against_rivals(dispute.places, odds, dispute.texts)
    by_pair = dict(zip(dispute.places, chances, strict=True))
    matched = best_matching(weights(dispute.places, chances, weighing.least))
    return {pair: by_pair[pair] for pair in matched.items()}


def _rounded(weighing: Weighing) -> Weighing:
    return Weighing(**{key: round(float(value), _DIGITS) for key, value in asdict(weighing).items()})


# -- lone pairs --------------------------------------------------------------------------------------------------------


def _of_aligned(dispute: DisputeRows, weighing: Weighing) -> list[Example]:
    """The pairs of the best assignment: of them it is learnt what an unsure pairing takes away."""
    rows = {row.place: row for row in dispute.rows}
    found = []
    for pair, chance in _matched(dispute, weighing).items():
        if pair in rows:
            row = rows[pair]
            scored = row.scored(confidence(chance, weighing.steep, weighing.middle))
            plain = {name: value for name, value in row.features_of(scored).items() if name not in _OF_STANDING}
            found.append(_of_read(row, plain, dispute.name))
    return found


def _of_read(row: ReadRow, found: Features, unit: str) -> Example:
    return Example(found, verdict_of(row.gold), _DEFENSIBLE if row.gold.startswith("~") else 1.0, unit)


def _fit_lone(lone: Sequence[Example], aligned: Sequence[Example]) -> dict[str, Any]:
    examples = [*lone, *aligned]
    held = _held_out(examples, _STRENGTH)
    names = _names(examples)
    return {
        "weights": _rows_of(_fit(examples, names, _STRENGTH), names),
        "enough": _enough_alone(examples, held, len(lone)),
    }


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
            "contradiction": _lowest(held[:, 0], contradicts, weight, hold),
            "alone": _lowest(held[:lone, 0], contradicts[:lone], weight[:lone], hold),
            "agreement": _lowest(held[:, 1], agrees, weight, agreements_hold),
        }
    order = np.argsort(-held[:, 0], kind="stable")
    recall = np.cumsum((contradicts * weight)[order]) / max(1e-9, float((contradicts * weight).sum()))
    found[Preset.LENIENT] = {
        "contradiction": float(held[order[int(np.argmax(recall >= _LENIENT_FINDS))], 0]),
        "alone": 0.0,
        "agreement": _lowest(held[:, 1], agrees, weight, _LENIENT_AGREEMENTS_HOLD),
    }
    return _in_order_of_presets(found, _QUALIFIED)


def _lowest(chance: Floats, hit: NDArray[np.bool_], weight: Floats, promised: float) -> float:
    """The lowest chance from which on up the share of hits is what is promised."""
    order = np.argsort(-chance, kind="stable")
    precision = np.cumsum((hit * weight)[order]) / np.cumsum(weight[order])
    # The first few may all be hits by chance, or none of them.
    holds = [int(place) for place in np.flatnonzero(precision >= promised) if place + 1 >= _FEWEST_SHOWN]
    return float(chance[order[holds[-1]]]) if holds else _NEVER


def _in_order_of_presets(
    found: Mapping[Preset, Mapping[str, float]], qualified: Mapping[Preset, float]
) -> dict[str, dict[str, float]]:
    """The same with rounded figures, where no preset asks for less than a more lenient one."""
    result: dict[str, dict[str, float]] = {}
    former: dict[str, float] = {}
    for preset in (Preset.LENIENT, Preset.NORMAL, Preset.STRICT):
        former = {key: max(round(value, 3), former.get(key, 0.0)) for key, value in found[preset].items()}
        result[preset.value] = {**former, "qualified": qualified[preset]}
    return result


# -- pairs among many --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Link:
    row: ReadRow
    example: Example


def _among_many(dispute: DisputeRows, weighing: Weighing) -> list[_Link]:
    """The read pairs of a dispute; versions of one sentence are weighed by the table of lone pairs (`judge.judge`)."""
    return [
        _Link(row, _of_read(row, row.features_of(row.seen_by(weighing)), dispute.name))
        for row in dispute.rows
        if row.evidence.similarity < ALIKE
    ]


def _fit_links(disputes: Sequence[tuple[DisputeRows, list[_Link]]]) -> dict[str, Any]:
    links = [link for _, some in disputes for link in some]
    examples = [link.example for link in links]
    names = _names(examples)
    is_pair = np.array([bool(link.row.gold) for link in links])
    held = _held_out(examples, _STRENGTH_AMONG_MANY)
    bears = _held_out_bearing(examples, is_pair)
    least = _least_to_bear(disputes, bears)
    whole = regression.fit_two(_matrix(examples, names), is_pair, _STRENGTH_AMONG_MANY / 2)
    return {
        "weights": _rows_of(_fit(examples, names, _STRENGTH_AMONG_MANY), names),
        "bears": _row_of(whole.weights[0], float(whole.constants[0]), names),
        "least_to_bear": least,
        "enough": _enough_among_many(links, held, bears, least),
    }


def _least_to_bear(disputes: Sequence[tuple[DisputeRows, list[_Link]]], bears: Floats) -> float:
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


def _enough_among_many(
    links: Sequence[_Link], held: Floats, bears: Floats, least: float
) -> dict[str, dict[str, float]]:
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
        for preset, (defensible, right, agreements) in _HOLD_AMONG_MANY.items():
            found[preset][key] = _NEVER_AMONG_MANY
            for value, (rightly, fairly, all_) in zip(_STEPS, told, strict=True):
                if all_ < _FEWEST_SHOWN:
                    continue
                is_kept = (
                    fairly >= agreements * all_
                    if key == "agreement"
                    else fairly >= defensible * all_ and rightly >= right * all_
                )
                if is_kept:
                    found[preset][key] = value
            found[preset]["alone"] = 0.0
    return _in_order_of_presets(found, dict.fromkeys(Preset, _QUALIFIED_AMONG_MANY))


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
        elif self.qualified >= max(_QUALIFIED_AMONG_MANY, self.agreement):
            verdict, sure = Verdict.QUALIFIED, self.qualified
        elif self.agreement >= enough["agreement"]:
            verdict, sure = Verdict.AGREEMENT, self.agreement
        return JudgedPair((self.row.ids[0],), (self.row.ids[1],), verdict, sure, self.bears)


def _told(
    disputes: Sequence[Sequence[_Chances]], least: float, key: str, verdict: Verdict, value: float
) -> tuple[int, int, int]:
    """Links that are told with a verdict: how many hold, hold or are defensible, and are told at all."""
    enough = {"contradiction": _NEVER_AMONG_MANY, "agreement": _NEVER_AMONG_MANY, key: value}
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


def holds(verdict: Verdict, gold: str) -> bool:
    """Whether a verdict is what the gold says; an agreement may be a qualified one."""
    accepted = (Verdict.AGREEMENT, Verdict.QUALIFIED) if verdict is Verdict.AGREEMENT else (verdict,)
    return gold in accepted


# -- regressions by name -----------------------------------------------------------------------------------------------


def _names(examples: Sequence[Example]) -> list[str]:
    return sorted({name for each in examples for name in each.features})


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    return np.array([[each.features.get(name, 0.0) for name in names] for each in examples], np.float64)


def _fit(examples: Sequence[Example], names: Sequence[str], strength: float) -> Fitted:
    return regression.fit(
        _matrix(examples, names),
        np.array([CLASSES.index(each.verdict) for each in examples]),
        len(CLASSES),
        strength,
        np.array([each.weight for each in examples]),
    )


def _held_out(examples: Sequence[Example], strength: float) -> Floats:
    """The chances of each example by a table that saw nothing of its unit."""
    names, folds = _names(examples), _folds(examples)
    found: Floats = np.zeros((len(examples), len(CLASSES)))
    for fold in sorted(set(folds.tolist())):
        rest = [each for each, its in zip(examples, folds, strict=True) if its != fold]
        here = [each for each, its in zip(examples, folds, strict=True) if its == fold]
        found[folds == fold] = _fit(rest, names, strength).chances(_matrix(here, names))
    return found


def _held_out_bearing(examples: Sequence[Example], is_pair: NDArray[np.bool_]) -> Floats:
    """How sure it is that each pair speaks of one claim, by a table that saw nothing of its dispute."""
    table, folds = _matrix(examples, _names(examples)), _folds(examples)
    found: Floats = np.zeros(len(examples))
    for fold in sorted(set(folds.tolist())):
        fitted = regression.fit_two(table[folds != fold], is_pair[folds != fold], _STRENGTH_AMONG_MANY / 2)
        found[folds == fold] = regression.chance_of_yes(fitted, table[folds == fold])
    return found


def _folds(examples: Sequence[Example]) -> NDArray[np.int64]:
    of_unit = folds_of(each.unit for each in examples)
    return np.array([of_unit[each.unit] for each in examples])


def _rows_of(fitted: Fitted, names: Sequence[str]) -> dict[str, dict[str, float]]:
    return {
        verdict.value: _row_of(fitted.weights[place], float(fitted.constants[place]), names)
        for place, verdict in enumerate(CLASSES)
    }


def _row_of(weights_: Floats, constant: float, names: Sequence[str]) -> dict[str, float]:
    named = {name: round(float(weight), _DIGITS) for name, weight in zip(names, weights_, strict=True)}
    return {"constant": round(constant, _DIGITS), **named}
