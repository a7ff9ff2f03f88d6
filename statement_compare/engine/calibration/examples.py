"""Rows to learn from, each left out together with its group or dispute, and regressions over features by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.calibration import regression
from statement_compare.engine.calibration.evidence import ReadRow
from statement_compare.engine.calibration.regression import Fitted, Floats
from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict.features import Features

CLASSES = (Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.UNCLEAR)
FOLDS = 5
_DEFENSIBLE = 0.5
DIGITS = 4
"""Of the figures in a table."""


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


def verdict_of(gold: str) -> Verdict:
    """The class of a gold verdict; a trap, a topic in common and no pair at all are unclear."""
    told = gold.removeprefix("~")
    return Verdict(told) if told in (Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED) else Verdict.UNCLEAR


def holds(verdict: Verdict, gold: str) -> bool:
    """Whether a verdict is what the gold says; an agreement may be a qualified one."""
    accepted = (Verdict.AGREEMENT, Verdict.QUALIFIED) if verdict is Verdict.AGREEMENT else (verdict,)
    return gold in accepted


def of_read(row: ReadRow, found: Features, unit: str) -> Example:
    """What is learnt from a candidate pair of a dispute; one that may be judged otherwise counts less."""
    return Example(found, verdict_of(row.gold), _DEFENSIBLE if row.gold.startswith("~") else 1.0, unit)


def names_of(examples: Sequence[Example]) -> list[str]:
    """The names of all features, in the order of the columns of `matrix_of`."""
    return sorted({name for each in examples for name in each.features})


def matrix_of(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    """Shape (examples, names); 0 where a row has no feature of that name."""
    return np.array([[each.features.get(name, 0.0) for name in names] for each in examples], np.float64)


def fit_named(examples: Sequence[Example], names: Sequence[str], strength: float) -> Fitted:
    """The regression of the verdicts on the features; the strength of its penalty is one over `strength`."""
    return regression.fit(
        matrix_of(examples, names),
        np.array([CLASSES.index(each.verdict) for each in examples]),
        len(CLASSES),
        strength,
        np.array([each.weight for each in examples]),
    )


def held_out(examples: Sequence[Example], strength: float) -> Floats:
    """The chances of each example by a table that saw nothing of its unit."""
    names, folds = names_of(examples), folds_in(examples)
    found: Floats = np.zeros((len(examples), len(CLASSES)))
    for fold in sorted(set(folds.tolist())):
        rest = [each for each, its in zip(examples, folds, strict=True) if its != fold]
        here = [each for each, its in zip(examples, folds, strict=True) if its == fold]
        found[folds == fold] = fit_named(rest, names, strength).chances(matrix_of(here, names))
    return found


def folds_in(examples: Sequence[Example]) -> NDArray[np.int64]:
    """The fold of each row."""
    of_unit = folds_of(each.unit for each in examples)
    return np.array([of_unit[each.unit] for each in examples])


def rows_of(fitted: Fitted, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """A row of the table for each verdict."""
    return {
        verdict.value: row_of(fitted.weights[place], float(fitted.constants[place]), names)
        for place, verdict in enumerate(CLASSES)
    }


def row_of(weights_: Floats, constant: float, names: Sequence[str]) -> dict[str, float]:
    """The rounded weights by name, with the constant."""
    named = {name: round(float(weight), DIGITS) for name, weight in zip(names, weights_, strict=True)}
    return {"constant": round(constant, DIGITS), **named}
