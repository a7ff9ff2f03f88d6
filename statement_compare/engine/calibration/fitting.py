"""How the table of a model is fitted: what its answers and the facts weigh, and which chances are enough.

The steps are those of training/fit_verdicts.py and training/fit_links.py, by which the bundled tables are made, on
fewer pairs.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from statement_compare.engine.calibration.evidence import Rows
from statement_compare.engine.calibration.lone_pairs import fit_lone, of_aligned, of_lone
from statement_compare.engine.calibration.many_pairs import among_many, fit_links
from statement_compare.engine.calibration.second_look import fit_rerank, rounded


def fit_table(rows: Rows) -> dict[str, Any]:
    """The table of one model, as `weights.read_weights` takes it."""
    weighing = rounded(fit_rerank(rows.disputes))
    lone = [of_lone(row) for row in rows.lone if row.is_english]
    aligned = [each for dispute in rows.disputes for each in of_aligned(dispute, weighing)]
    links = [(dispute, among_many(dispute, weighing)) for dispute in rows.disputes]
    return {
        **fit_lone(lone, aligned),
        "pairing": asdict(weighing),
        "links": fit_links(links),
    }
