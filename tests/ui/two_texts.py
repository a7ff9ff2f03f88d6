"""Two statements as files, of twenty sentences each, every other one of which says another figure."""

from __future__ import annotations

from pathlib import Path

SUBJECTS = ("ferry", "school", "harbour", "bridge", "clinic", "library", "stadium", "airport", "museum", "market")


def texts(folder: Path) -> list[Path]:
    files = []
    for name, extra in (("left.txt", 0), ("right.txt", 4)):
        lines = (
            f"The {subject} {verb} {10 + number + extra * (number % 2)} people in {2001 + number}."
            for number, (verb, subject) in enumerate((v, s) for v in ("employed", "served") for s in SUBJECTS)
        )
        path = folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        files.append(path)
    return files
