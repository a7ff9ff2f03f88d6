"""The lowest chances that keep what a preset promises."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.calibration.regression import Floats
from statement_compare.engine.model import Preset

_NEVER = 0.99
FEWEST_SHOWN = 8
"""Of fewer verdicts nothing can be promised."""


def lowest(chance: Floats, hit: NDArray[np.bool_], weight: Floats, promised: float) -> float:
    """The lowest chance from which on up the share of hits is what is promised."""
    order = np.argsort(-chance, kind="stable")
    precision = np.cumsum((hit * weight)[order]) / np.cumsum(weight[order])
    # The first few may all be hits by chance, or none of them.
    holds = [int(place) for place in np.flatnonzero(precision >= promised) if place + 1 >= FEWEST_SHOWN]
    return float(chance[order[holds[-1]]]) if holds else _NEVER


def in_order_of_presets(
    found: Mapping[Preset, Mapping[str, float]], qualified: Mapping[Preset, float]
) -> dict[str, dict[str, float]]:
    """The same with rounded figures, where no preset asks for less than a more lenient one."""
    result: dict[str, dict[str, float]] = {}
    former: dict[str, float] = {}
    for preset in (Preset.LENIENT, Preset.NORMAL, Preset.STRICT):
        former = {key: max(round(value, 3), former.get(key, 0.0)) for key, value in found[preset].items()}
        result[preset.value] = {**former, "qualified": qualified[preset]}
    return result
