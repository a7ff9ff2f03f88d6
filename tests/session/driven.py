"""A process that works on a session until it is killed: it says the number of each step once the store has made it.

Usage: driven.py PATH SEED FIRST_STEP. It says "started" and "open" before.
"""

import itertools
import os
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from some_edits import STAMP, some_step  # noqa: E402

from statement_compare.session.store import Store  # noqa: E402

if __name__ == "__main__":
    _, path, seed, first = sys.argv
    os.write(1, b"started\n")
    with Store.open(Path(path)) as store:
        assert store.read_only_because is None, store.read_only_because
        os.write(1, b"open\n")
        for number in itertools.count(int(first)):
            step = some_step(random.Random(f"{seed}-{number}"), store.review)
            if step.edit is None:
                _ = store.undo() if step.name == "undo" else store.redo()
            else:
                store.apply(step.edit, STAMP, replace_last=step.replace_last)
            os.write(1, f"{number + 1}\n".encode())
