"""How fast the two texts are shown and scrolled, drawn off the screen.

    python benchmarks/scroll.py [--sentences 1000 10000 50000]

For each size a process of its own: first show of the page with all links, frames of a scroll in which the other side
follows (a frame is both panes, the curves and the overview), jumps to places never seen before, and the memory that
the page added. Prints one table and writes benchmarks/out/scroll.json. Times are milliseconds that the window's thread
computes, so that a machine busy with other things does not distort them; `wall_p95_ms` is the clock's time of a frame.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 50_000)
COLUMNS = (
    "sentences",
    "paragraphs",
    "first_show_ms",
    "frame_p50_ms",
    "frame_p95_ms",
    "wall_p95_ms",
    "jump_p50_ms",
    "jump_p95_ms",
)
FRAMES = 400
JUMPS = 40
_TEXT = (
    "the ministry company report barrels a day were exported in September while pipeline to Novorossiysk was closed "
    "for repairs and agency had said earlier that no licence would be granted before end of year"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sentences", type=int, nargs="*", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(json.dumps(measure(arguments.one)))
        return
    rows = []
    for size in arguments.sentences:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
        rows.append(json.loads(done.stdout))
    columns = (*COLUMNS, "memory_mb")
    print("  ".join(f"{column:>13}" for column in columns))
    for row in rows:
        print("  ".join(f"{row[column]:>13}" for column in columns))
    out = ROOT / "benchmarks" / "out" / "scroll.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def measure(count: int) -> dict[str, float]:
    """One size: `count` sentences a side, four links in five in order, one in five anywhere."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    from statement_compare.engine.model import Side
    from statement_compare.ui import fonts, theme
    from statement_compare.ui.compare.page import ComparePage

    application = QApplication([])
    fonts.load_fonts()
    comparison = invented_comparison(count)
    warm = ComparePage(theme.LIGHT)
    warm.resize(1000, 560)
    warm.set_comparison(invented_comparison(20))
    warm.grab()
    before_mb = memory_mb()

    started = time.thread_time()
    page = ComparePage(theme.LIGHT)
    page.resize(1000, 560)
    page.set_comparison(comparison)
    page.show()
    application.processEvents()
    page.grab()
    first_show = time.thread_time() - started
    page.choose_link(min(5, count - 1))

    pane = page.pane(Side.LEFT)
    centre = QPointF(pane.viewport().rect().center())

    def turn_wheel(pixels: int) -> None:
        event = QWheelEvent(
            centre,
            QPointF(pane.viewport().mapToGlobal(centre.toPoint())),
            QPoint(0, -pixels),
            QPoint(0, -pixels),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        application.sendEvent(pane.viewport(), event)
        application.processEvents()

    frames = []
    walls = []
    for _ in range(FRAMES):
        started, wall = time.thread_time(), time.perf_counter()
        turn_wheel(43)
        frames.append(time.thread_time() - started)
        walls.append(time.perf_counter() - wall)

    jumps = []
    dice = random.Random(5)
    for _ in range(JUMPS):
        target = dice.random() * pane.reach
        started = time.thread_time()
        pane.scroll_to(target)
        application.processEvents()
        jumps.append(time.thread_time() - started)

    return {
        "sentences": count,
        "paragraphs": len(pane.column.rows),
        "first_show_ms": milliseconds(first_show),
        "frame_p50_ms": milliseconds(median(frames)),
        "frame_p95_ms": milliseconds(sorted(frames)[int(len(frames) * 0.95)]),
        "wall_p95_ms": milliseconds(sorted(walls)[int(len(walls) * 0.95)]),
        "jump_p50_ms": milliseconds(median(jumps)),
        "jump_p95_ms": milliseconds(sorted(jumps)[int(len(jumps) * 0.95)]),
        "memory_mb": round(memory_mb() - before_mb, 1),
    }


def invented_comparison(count: int):  # type: ignore[no-untyped-def]  # imported late, so that --help needs no Qt
    """`count` invented sentences a side, one to three a paragraph, each linked once."""
    from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Verdict

    dice = random.Random(count)
    left, right = invented_statement(count, dice), invented_statement(count, dice)
    order = list(range(count))
    moved = dice.sample(range(count), count // 5)
    for here, there in zip(moved, sorted(moved), strict=True):
        order[here] = there
    verdicts = list(Verdict)
    links = []
    for index, target in enumerate(order):
        here, there = left.sentences[index].span, right.sentences[target].span
        reason = Reason(
            ReasonKind.WORDING, type(here)(here.start, here.start + 12), type(there)(there.start, there.start + 9), ""
        )
        links.append(Link((index,), (target,), 0.5, dice.choice(verdicts), 0.9, (reason,)))
    return Comparison(left, right, tuple(links), (), ())


def invented_statement(count: int, dice: random.Random):  # type: ignore[no-untyped-def]
    from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement

    words = _TEXT.split()
    pieces: list[str] = []
    blocks = []
    sentences = []
    position = 0
    while len(sentences) < count:
        start = position
        for _ in range(min(dice.randint(1, 3), count - len(sentences))):
            text = " ".join(dice.choice(words) for _ in range(dice.randint(6, 34))).capitalize() + "."
            span = Span(position, position + len(text))
            sentences.append(Sentence(len(sentences), span, text, Role.CLAIM, len(blocks)))
            pieces.append(text + " ")
            position = span.end + 1
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, position - 1)))
    return Statement(Source("".join(pieces), tuple(blocks)), "en", tuple(sentences))


def memory_mb() -> float:
    """The most memory the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)


if __name__ == "__main__":
    main()
