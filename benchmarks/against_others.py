"""How long a comparison takes, and how much memory, beside what people would use instead: as ratios, in one run.

    python benchmarks/against_others.py [--runs 5] [--pages 1 50] [--models none fast thorough]
        [--only commands windows pdfs] [--program dist/statement-compare/statement-compare]
        [--before env PYTHONPATH=ANOTHER_CHECKOUT .venv/bin/python -m statement_compare]

On the command line the others are wdiff, dwdiff and git's word diff; with a window, meld and kdiff3, under a screen of
this script's own (Xvfb). All of them mark words that differ, and none gives a verdict: they do less, and are held
beside this program to know what its verdicts cost. Statements are made up from a fixed seed: of the right side, half
retells the left one in the same order with a figure or a place changed, the rest is new. PDFs are read to their text,
beside fetching the text of each page by PDFium and nothing else. `--before` is another version of this program.

Runs take turns, so that a busy machine is busy for all, and medians are shown. Where PYTHONDONTWRITEBYTECODE is set, or
nobody may write beside the program, each start compiles the program anew, which an installed one never does: unset it.
Nothing is dropped from the disk cache: the first run of each is thrown away, and a start is that of a new process. Read
ratios, not seconds.
"""

from __future__ import annotations

import argparse
import os
import random
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SENTENCES_A_PAGE = 28
WIDTH, HEIGHT = 1280, 800
LONGEST_S = 600.0
PARTS = ("commands", "windows", "pdfs")

WHO = "The ministry|The company|The port authority|The regional council|The operator|The union|The auditor".split("|")
DID = "shipped|processed|bought|stored|inspected|repaired|refused|returned|sold|registered".split("|")
WHAT = "tonnes of grain|barrels of crude oil|freight cars|permits|meters of cable|passengers|complaints|vaccines".split(
    "|"
)
WHERE = "in the northern district|at the new terminal|on the eastern line|in both towns|at three sites".split("|")
WHEN = "in January|in March|in May|last spring|during the strike|after the flood|in the second quarter".split("|")
WHY = (
    "and reported the figures to the board|which is more than was agreed|although the road was closed|as the contract "
    "demands|without asking for more money|and informed the residents in writing"
).split("|")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds by the clock, seconds of processor time, and megabytes at its largest."""

    seconds: float
    processor: float
    megabytes: float


def statements(pages: int, seed: int = 7) -> tuple[str, str]:
    draw = random.Random(seed)

    def sentence() -> list[str]:
        figure = f"{draw.randrange(100, 90_000):,}"
        return [draw.choice(WHO), draw.choice(DID), figure, *(draw.choice(each) for each in (WHAT, WHERE, WHEN, WHY))]

    left, right = [], []
    for _ in range(pages * SENTENCES_A_PAGE):
        words = sentence()
        left.append(words)
        if draw.random() < 0.5:
            words = list(words)
            if draw.random() < 0.5:
                words[2] = f"{draw.randrange(100, 90_000):,}"
            else:
                words[4] = draw.choice(WHERE)
            right.append(words)
        else:
            right.append(sentence())

    def page(side: list[list[str]]) -> str:
        lines = [" ".join(words) + "." for words in side]
        return "\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, len(lines), 4)) + "\n"

    return page(left), page(right)


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Cost:
    """Raises RuntimeError where the command fails otherwise than by finding differences."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} failed with {process.returncode}: {said.decode(errors='replace')[-300:]}")
    return Cost(time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def in_turns(
    commands: Mapping[str, Sequence[str | Path]], runs: int, environment: Mapping[str, str]
) -> dict[str, Cost]:
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for round_ in range(runs + 1):
        for name, command in commands.items():
            cost = run(command, environment)
            if round_ or cost.seconds > 60:  # what takes minutes is not run for the cache's sake
                found[name].append(cost)
    return {name: median(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        *(statistics.median(getattr(cost, part) for cost in costs) for part in ("seconds", "processor", "megabytes"))
    )


class Screen:
    """A screen of one's own, whose pixels lie in a file: looking at them costs those who paint nothing."""

    def __init__(self, folder: Path) -> None:
        self._pixels = folder / "Xvfb_screen0"
        near, far = os.pipe()
        command = ["Xvfb", "-displayfd", str(far), "-wr", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
        self._process = subprocess.Popen(command, pass_fds=[far], stderr=subprocess.DEVNULL)
        os.close(far)
        with os.fdopen(near) as told:
            self.display = f":{told.readline().strip()}"

    def colours(self) -> dict[int, int]:
        """How often each colour (0xRRGGBB) is seen, of every seventh pixel; quickly, so that nothing is slowed down."""
        import numpy as np  # not before the commands are measured: a process begins as large as who starts it

        body = np.fromfile(self._pixels, np.uint32)[-WIDTH * HEIGHT :: 7] & 0xFFFFFF
        colours, counts = np.unique(body, return_counts=True)
        return dict(zip(colours.tolist(), counts.tolist(), strict=True))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


@contextmanager
def screen() -> Iterator[Screen]:
    with tempfile.TemporaryDirectory() as folder:
        shown = Screen(Path(folder))
        try:
            yield shown
        finally:
            shown.close()


def has_window(colours: Mapping[int, int]) -> bool:
    """Whether the screen, which is white without a window, shows anything."""
    return colours.get(0xFFFFFF, 0) < 0.99 * sum(colours.values())


def has_texts(colours: Mapping[int, int]) -> bool:
    """Whether text is painted: many pixels are neither background nor paper, and some of them are dark."""
    total = sum(colours.values())
    dark = sum(count for pixel, count in colours.items() if max(pixel.to_bytes(3, "big")) < 110)
    plain = sum(sorted(colours.values())[-3:])
    return 0.006 < dark / total < 0.5 and plain / total < 0.985


def has_verdicts(colours: Mapping[int, int]) -> bool:
    """Whether words of a contradiction are marked in the window's own colour for them."""
    return colours.get(0xF9C9A8, 0) > 10


def window(command: Sequence[str | Path], environment: Mapping[str, str], shows: Sequence[object]) -> list[Cost]:
    """What it cost until each of the signs was seen on a screen that was empty before, of all its processes."""
    costs = []
    with screen() as shown:
        started = time.monotonic()
        process = subprocess.Popen(
            command,
            env={**environment, "DISPLAY": shown.display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            start_new_session=True,
        )
        try:
            for is_seen in shows:
                while not is_seen(shown.colours()):  # type: ignore[operator]
                    if process.poll() is not None or time.monotonic() - started > LONGEST_S:
                        raise RuntimeError(f"{command[0]} shows nothing ({process.poll()})")
                    time.sleep(0.005)
                costs.append(Cost(time.monotonic() - started, *of_group(process.pid)))
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return costs


def of_group(leader: int) -> tuple[float, float]:
    """Processor seconds so far, and megabytes now (what is shared is shared out), of all processes of a session."""
    ticks, kilobytes = 0, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == leader:
                ticks += int(fields[11]) + int(fields[12])
                kilobytes += int((folder / "smaps_rollup").read_text().partition("\nPss:")[2].split()[0])
        except (OSError, IndexError, ValueError):  # it has ended meanwhile
            continue
    return ticks / os.sysconf("SC_CLK_TCK"), kilobytes / 1024


def table(title: str, costs: Mapping[str, Cost], base: str) -> None:
    print(f"\n| {title} | seconds | processor | MB | times {base} |\n|---|---|---|---|---|")
    for name, cost in costs.items():
        ratio = cost.processor / costs[base].processor if costs[base].processor else float("nan")
        print(
            f"| {name} | {cost.seconds:.2f} | {cost.processor:.2f} | {cost.megabytes:.0f} | {ratio:.1f} |", flush=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="*", default=[1])
    parser.add_argument("--models", nargs="*", default=["none", "fast"])
    parser.add_argument("--program", default=shlex.join([sys.executable, "-m", "statement_compare"]))
    parser.add_argument("--before", default="", help="another version of this program, which takes turns with it")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    chosen = parser.parse_args()
    ours = {"now": shlex.split(chosen.program)} | ({"before": shlex.split(chosen.before)} if chosen.before else {})
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        environment = {**os.environ, "HOME": made, "GIT_CONFIG_GLOBAL": "/dev/null", "NO_AT_BRIDGE": "1"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        if "commands" in chosen.only:
            commands(ours, folder, chosen, environment)
        if "windows" in chosen.only and shutil.which("Xvfb"):
            for pages in chosen.pages:
                windows(ours, written(folder, pages), chosen.runs, environment)
        if "pdfs" in chosen.only:
            pdfs(ours, folder, chosen.runs, environment)


def written(folder: Path, pages: int) -> list[Path]:
    """Two statements of so many pages, as files."""
    sides = [folder / f"{side}{pages}.txt" for side in ("left", "right")]
    for path, text in zip(sides, statements(pages), strict=True):
        path.write_text(text, encoding="utf-8")
    return sides


Programs = Mapping[str, Sequence[str]]


def commands(ours: Programs, folder: Path, chosen: argparse.Namespace, environment: Mapping[str, str]) -> None:
    starts: dict[str, Sequence[str | Path]] = {"python": [sys.executable, "-c", "pass"]}
    for when, program in ours.items():
        starts |= {f"{option}, {when}": [*program, option] for option in ("--version", "--help")}
    table("starts", in_turns(starts, chosen.runs, environment), "python")
    samples = [ROOT / "resources" / "samples" / f"{name}.txt" for name in ("ministry", "company")]
    for title, sides in (
        ("the bundled sample", samples),
        *((f"{pages} pages each", written(folder, pages)) for pages in chosen.pages),
    ):
        others: dict[str, Sequence[str | Path]] = {
            "wdiff": ["wdiff", *sides],
            "dwdiff": ["dwdiff", *sides],
            "git --word-diff": ["git", "diff", "--no-index", "--word-diff", *sides],
        }
        others = {name: command for name, command in others.items() if shutil.which(str(command[0]))}
        for model in chosen.models:
            for when, program in ours.items():
                others[f"--model {model}, {when}"] = [*program, "compare", *sides, "--model", model, "--quiet"]
        table(title, in_turns(others, chosen.runs, environment), next(iter(others)))


def windows(ours: Programs, sides: Sequence[Path], runs: int, environment: Mapping[str, str]) -> None:
    found: dict[str, list[Cost]] = {}
    rivals = {name: [name] for name in ("kdiff3", "meld") if shutil.which(name)}
    signs = {"window": has_window, "texts": has_texts, "first verdicts": has_verdicts}
    for round_ in range(runs + 1):
        for name, program in {**rivals, **ours}.items():
            looked_for = dict(list(signs.items())[: 2 if name in rivals else 3])
            costs = window([*program, *map(str, sides)], environment, list(looked_for.values()))
            for sign, cost in zip(looked_for, costs, strict=True):
                if round_:
                    found.setdefault(f"{name}: {sign}", []).append(cost)
    medians = {
        name: median(found[name]) for name in sorted(found, key=lambda name: list(signs).index(name.split(": ")[1]))
    }
    table(f"window, {sides[0].stem.removeprefix('left')} pages each", medians, next(iter(medians)))


PDFIUM = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
for page in document:
    page.get_textpage().get_text_range()
"""


def pdfs(ours: Programs, folder: Path, runs: int, environment: Mapping[str, str]) -> None:
    """Pages a second of processor time, less what a start takes that reads a page of plain text."""
    import pypdfium2
    from made_pdfs import KINDS, write

    plain = folder / "plain.txt"
    plain.write_text("It is so.\n", encoding="utf-8")
    empty = [sys.executable, "-c", "import pypdfium2"]
    print("\n| PDFs | pages | words a page | " + " | ".join(f"pages/s {when}" for when in ours) + " | PDFium alone |")
    print("|---|---|---|" + "---|" * (len(ours) + 1))
    for number, kind in enumerate(KINDS):
        path = folder / f"{number}.pdf"
        write(kind, path)
        asked: dict[str, Sequence[str | Path]] = {
            "PDFium": [sys.executable, "-c", PDFIUM, path],
            "PDFium, start": empty,
        }
        for when, program in ours.items():
            asked |= {when: [*program, "extract", path], f"{when}, start": [*program, "extract", plain]}
        costs = in_turns(asked, runs, environment)
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
        words = sum(len(document[page].get_textpage().get_text_range().split()) for page in range(0, pages, 10))
        speeds = [pages / (costs[name].processor - costs[f"{name}, start"].processor) for name in (*ours, "PDFium")]
        told = " | ".join(f"{speed:.0f}" for speed in speeds)
        print(f"| {kind} | {pages} | {words / len(range(0, pages, 10)):.0f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
