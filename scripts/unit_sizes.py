"""Writes resources/unit_sizes.tsv: how large each unit of resources/units.tsv is, and what it measures, as pint has it.

    python scripts/unit_sizes.py

Loading pint takes as long as comparing two pages without a model, so the program asks it only for what is not in there.
"""

from __future__ import annotations

from statement_compare.engine.annotate import measures
from statement_compare.engine.annotate.unit_table import SIZES, sizes_text


def main() -> None:
    SIZES.write_text(sizes_text(measures.asked_of_pint()), encoding="utf-8")


if __name__ == "__main__":
    main()
