"""Whether the same two texts give the same bytes of JSON, whatever the machine's threads, Python, locale or folder.

    python benchmarks/same_bytes.py [PYTHON ...] [--model fast|thorough|none] [--only NAME]

Compares the bundled sample and invented pairs (in English, Russian, Kazakh and two languages; of old encodings, HTML,
Word and PDF) again and again: with one, two and four threads, other hash seeds, locales and time zones, from another
folder, and by each PYTHON that is named, such as those of environments with other versions of the libraries. Each
result is held against that of this interpreter with two threads. Where versions of libraries differ the signature says
so ("versions"), and what differs besides is shown ("DIFFERS"). Exit status 1 where anything but versions differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BOOT = (
    "import os, sys\n"
    "threads = int(sys.argv.pop(1))\n"
    "os.cpu_count = lambda: threads\n"
    "from statement_compare.__main__ import main\n"
    "sys.exit(main(sys.argv[1:]))"
)

ENGLISH = (
    (
        "The harbour office bought two new cranes in March 2024 for 3.4 million euros. Nobody was hurt when the old "
        "quay gave way. We told the council of the damage on 12 April. The works will take at least nine months. "
        "About 5,000 containers a week passed the eastern gate last summer.\n\nThe office did not sign any contract "
        "with Ostrava Dredging."
    ),
    (
        "The harbour office paid 4.3 million euros for three cranes. Two dockers were injured when the old quay gave "
        "way. The council learned of the damage in May. The works are expected to take nine months or more. The "
        "eastern gate handled 1,000 containers per week in summer.\n\nOstrava Dredging has had a contract with the "
        "office since 2022."
    ),
)
RUSSIAN = (
    (
        "Комбинат «Заря» выплатил жителям посёлка Ключи 12 млн рублей. Авария произошла 3 мая 2023 года. Никто не "
        "пострадал. Очистные сооружения работают без перебоев с 2021 года. Комбинат не сбрасывал сточные воды в реку."
    ),
    (
        "Комбинат выплатил жителям Ключей 21 млн рублей. Авария случилась 5 мая. Пострадали двое рабочих. С 2021 года "
        "очистные сооружения останавливались четыре раза. Сточные воды сбрасывались в реку не менее двух месяцев."
    ),
)
KAZAKH = (
    (
        "Алтынсай зауыты 2023 жылы 5 000 тонна мыс шығарды. Зауыт ауыл тұрғындарына 120 млн теңге төледі. Апат "
        "кезінде ешкім зардап шеккен жоқ. Жөндеу жұмыстары 12 мамырда аяқталды."
    ),
    (
        "Алтынсай зауыты 2023 жылы 3 000 тонна мыс шығарды. Тұрғындарға 120 миллион теңге төленді. Апаттан екі "
        "жұмысшы жараланды. Жөндеу жұмыстары маусым айында ғана аяқталды."
    ),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One way to compare: what is told of it, the interpreter, its threads, surroundings and folder."""

    name: str
    python: str = sys.executable
    threads: int = 2
    surroundings: dict[str, str] = field(default_factory=dict)
    folder: Path = ROOT


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pythons", nargs="*", metavar="PYTHON")
    parser.add_argument("--model", default="thorough", choices=("fast", "thorough", "none"))
    parser.add_argument("--only", default="", metavar="NAME", help="only the pair of this name")
    args = parser.parse_args()
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, left, right in pairs(Path(folder)):
            if args.only not in ("", name):
                continue
            first, *others = runs(Path(folder), args.pythons)
            expected = compared(first, left, right, args.model)
            print(f"{name}: {hashlib.sha256(expected).hexdigest()[:16]} ({len(json.loads(expected)['links'])} links)")
            for run in others:
                found = compared(run, left, right, args.model)
                if found == expected:
                    print(f"  same     {run.name}")
                    continue
                differing = list(differences(json.loads(expected), json.loads(found)))
                others_than_versions = [each for each in differing if not each.startswith("signature.libraries.")]
                worst = max(worst, int(bool(others_than_versions)))
                print(f"  {'DIFFERS ' if others_than_versions else 'versions'} {run.name}")
                for line in differing[:12]:
                    print(f"           {line}")
    return worst


def runs(elsewhere: Path, pythons: list[str]) -> Iterator[Run]:
    """The first is what all others are held against."""
    yield Run("this interpreter, two threads")
    yield Run("again")
    yield Run("one thread", threads=1)
    yield Run("four threads", threads=4)
    yield Run("OMP_NUM_THREADS=1", surroundings={"OMP_NUM_THREADS": "1"})
    for seed in ("0", "1", "4711"):
        yield Run(f"PYTHONHASHSEED={seed}", surroundings={"PYTHONHASHSEED": seed})
    yield Run("LC_ALL=C", surroundings={"LC_ALL": "C", "LANG": "C"})
    yield Run("LC_ALL=tr_TR.UTF-8", surroundings={"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"})
    yield Run("TZ=Pacific/Kiritimati", surroundings={"TZ": "Pacific/Kiritimati"})
    yield Run("TZ=America/Adak", surroundings={"TZ": "America/Adak"})
    yield Run("another folder", folder=elsewhere)
    for python in pythons:
        yield Run(f"{python}, two threads", python)
        yield Run(f"{python}, one thread", python, threads=1)


def compared(run: Run, left: Path, right: Path, model: str) -> bytes:
    done = subprocess.run(
        [
            run.python,
            "-c",
            BOOT,
            str(run.threads),
            "compare",
            str(left),
            str(right),
            "--format",
            "json",
            "--model",
            model,
        ],
        cwd=run.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **run.surroundings},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{run.name}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def differences(one: Any, other: Any, where: str = "") -> Iterator[str]:
    """The places in which two values of JSON differ: "links.3.verdict: unclear, contradiction"."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one | other:
            yield from differences(one.get(key), other.get(key), f"{where}.{key}" if where else key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (first, second) in enumerate(zip(one, other, strict=True)):
            yield from differences(first, second, f"{where}.{number}")
    elif one != other:
        yield f"{where}: {str(one)[:80]}, {str(other)[:80]}"


def pairs(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    sample = ROOT / "resources" / "samples"
    yield "sample", sample / "ministry.txt", sample / "company.txt"
    for name, texts in (
        ("english", ENGLISH),
        ("russian", RUSSIAN),
        ("kazakh", KAZAKH),
        ("mixed", (f"{RUSSIAN[0]}\n\n{KAZAKH[0]}", RUSSIAN[1])),
        ("two languages", (ENGLISH[0], RUSSIAN[1])),
    ):
        left, right = (folder / f"{name.replace(' ', '-')}-{side}.txt" for side in ("left", "right"))
        for path, text in zip((left, right), texts, strict=True):
            path.write_text(text + "\n", encoding="utf-8")
        yield name, left, right
    left, right = folder / "legacy-left.txt", folder / "legacy-right.html"
    left.write_bytes(RUSSIAN[0].encode("cp1251"))
    paragraphs = "".join(f"<p>{each}.</p>" for each in RUSSIAN[1].removesuffix(".").split(". "))
    right.write_bytes(f"<html><body><article>{paragraphs}</article></body></html>".encode("koi8-r"))
    yield "legacy", left, right
    left, right = folder / "left.docx", folder / "right.docx"
    for path, text in zip((left, right), ENGLISH, strict=True):
        write_docx(path, text)
    yield "docx", left, right
    left, right = folder / "left.pdf", folder / "right.pdf"
    for path, text in zip((left, right), ENGLISH, strict=True):
        path.write_bytes(pdf(text))
    yield "pdf", left, right


def write_docx(path: Path, text: str) -> None:
    import docx

    document = docx.Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(path))


def pdf(text: str) -> bytes:
    """A page of lines in Helvetica."""
    lines: list[str] = []
    for word in text.split():
        if not lines or len(lines[-1]) + len(word) > 80:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    drawn = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 60 760 Td\n{drawn}ET\n".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F1 4 0 R >> >> >>"
        ),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content),
    )
    written, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return written + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


if __name__ == "__main__":
    sys.exit(main())
