"""How verdicts on tables hold: pairs of statements with a gold verdict for each figure, in the formats they come in.

    python benchmarks/table_pairs.py [--model none|fast|thorough] [--faults] [FILE ...]

Without files those of `benchmarks/tables`, each told by itself; `held_out.txt` was written with the others, and rules
were made without looking at what is wrong in it: ask for its figures, not for its faults.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from judging.table_files import file_of
from judging.table_gold import VERDICTS, TableCount, TablePair, pairs_of

from statement_compare.engine import bundle
from statement_compare.engine.model import CompareOptions, Comparison
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_bytes

FOLDER = Path(__file__).parent / "tables"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--model", default="none")
    parser.add_argument("--faults", action="store_true", help="tell what is wrong or missed, pair by pair")
    args = parser.parse_args()
    models = NO_MODELS if args.model == "none" else bundle.load_models(args.model)
    for path in args.files or sorted(FOLDER.glob("*.txt")):
        count, pairs = TableCount(), pairs_of(path)
        for pair in pairs:
            count.add(pair, compared(pair, models))
        print(f"{path.stem}, {len(pairs)} pairs, model {args.model}")
        for verdict in VERDICTS:
            print(f"  {verdict}: {count.line(verdict)}")
        print(f"  of missed contradictions told as what may be one: {count.may}")
        if args.faults:
            print("\n".join(count.faults))
    return 0


def compared(pair: TablePair, models: Models = NO_MODELS) -> Comparison:
    """A pair as the program compares it: both sides written in their formats and read again."""
    left, right = (
        read_bytes(file_of(text, suffix, pair.widths), name=f"statement.{suffix}")
        for text, suffix in zip(pair.sides, pair.formats, strict=True)
    )
    return compare(left, right, CompareOptions(use_model=models is not NO_MODELS, languages=pair.languages), models)


if __name__ == "__main__":
    sys.exit(main())
