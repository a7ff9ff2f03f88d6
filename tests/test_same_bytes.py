"""The same texts give the same bytes of JSON, whatever threads, hash seed, locale, time zone and folder there are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# As many processors as the first argument says, however many there are: each gets a thread of the model's.
BOOT = (
    "import os, sys\n"
    "processors = int(sys.argv.pop(1))\n"
    "os.cpu_count = lambda: processors\n"
    "from statement_compare.__main__ import main\n"
    "sys.exit(main(sys.argv[1:]))"
)
LEFT = "The harbour office paid 3.4 million euros for two cranes. Nobody was hurt. The works take nine months.\n"
RIGHT = "The office paid 4.3 million euros for three cranes. Two dockers were hurt. The works take a year.\n"
OPTIONS = ("--format", "json", "--model", "fast")  # all models are asked by benchmarks/same_bytes.py


def test_threads_seeds_locales_zones_and_folders_change_no_byte(tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")

    def compared(processors: int, folder: Path, **surroundings: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-c", BOOT, str(processors), "compare", str(left), str(right), *OPTIONS],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **surroundings},
            capture_output=True,
            check=True,
        ).stdout

    one = compared(1, tmp_path, PYTHONHASHSEED="0", LC_ALL="C", TZ="Pacific/Kiritimati", OMP_NUM_THREADS="1")
    two = compared(2, ROOT, PYTHONHASHSEED="4711", LC_ALL="tr_TR.UTF-8", TZ="America/Adak")
    assert one == two
    found = json.loads(one)
    assert found["links"]
    assert found["links"][0]["entailment"] is not None
