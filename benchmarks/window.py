"""How long the window takes to answer a key with a long pair open, and where that time goes.

    python benchmarks/window.py [--sentences 5000] [--times 20] [--profile KEY] [--limit 50]

Each row is one key or one thing that arrives: what the window's thread computes until all is painted again (50th and
95th percentile), and the clock's 95th, which has the disk in it. Every action that has a key is pressed, in the second
part of the table by its id. A key should answer within 50 ms. Nothing is judged here: what the worker would say is
handed in. `--profile link` prints where the time of that row goes.
Prints a table and writes benchmarks/out/window.json. With `--limit`, in milliseconds of processor time, the exit code
is 1 where half the presses of a key take longer; a star stands beside those that are known to.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from scroll import invented_comparison, milliseconds  # noqa: E402 - found beside this file

if TYPE_CHECKING:
    from statement_compare.engine.model import Comparison

# What no key waits for, what Qt takes for a style sheet in the place of another (each widget is dressed anew), and a
# page with a hundred fields, which is built when it is asked for.
KNOWN_SLOW = frozenset({"first show", "theme", "zoom, at rest", "settings"})
# Keys that are measured by name above, that end something, ask for a file, or open a program's or a system's own page.
NOT_PRESSED = frozenset(
    {
        *("new_window", "open_left", "open_right", "open_session", "save_session_as", "close_pair", "close_window"),
        *("quit", "compare_again", "stop", "paste", "swap", "confirm", "dismiss", "bookmark", "undo", "redo", "next"),
        *("next_contradiction", "find", "unlink", "link", "merge", "split", "unanswered", "facts", "zoom_in"),
        *("zoom_out", "verdict_unclear", "verdict_contradiction"),
    }
)
UNLINKED = 5
"""One sentence in so many is in no link."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sentences", type=int, default=5_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--profile", help="a row of the table")
    parser.add_argument("--limit", type=float, help="milliseconds of processor time that a key may take")
    arguments = parser.parse_args()
    rows = measure(arguments.sentences, arguments.times, arguments.profile)
    print(f"{'':22s} {'p50 ms':>8s} {'p95 ms':>8s} {'clock p95':>10s}")
    for name, row in rows.items():
        star = " *" if name in KNOWN_SLOW else ""
        print(f"{name:22s} {row['p50_ms']:8.1f} {row['p95_ms']:8.1f} {row['clock_p95_ms']:10.1f}{star}")
    out = ROOT / "benchmarks" / "out" / "window.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"sentences": arguments.sentences, "rows": rows}, indent=1) + "\n", encoding="utf-8")
    slow = too_slow(rows, arguments.limit)
    if slow:
        print(f"above {arguments.limit:g} ms: {', '.join(slow)}", file=sys.stderr)
        raise SystemExit(1)


def too_slow(rows: dict[str, dict[str, float]], limit: float | None) -> list[str]:
    """The keys that take longer than a limit and are not known to."""
    if limit is None:
        return []
    return [name for name, row in rows.items() if row["p50_ms"] > limit and name not in KNOWN_SLOW]


def long_comparison(count: int) -> Comparison:
    """`count` invented sentences a side; every fifth of the left ones, and what it would answer, is in no link."""
    whole = invented_comparison(count)
    links = tuple(link for link in whole.links if link.left[0] % UNLINKED)
    left, right = {i for link in links for i in link.left}, {i for link in links for i in link.right}
    result: Comparison = replace(
        whole,
        links=links,
        only_left=tuple(i for i in range(count) if i not in left),
        only_right=tuple(i for i in range(count) if i not in right),
    )
    return result


def measure(count: int, times: int, profiled: str | None) -> dict[str, dict[str, float]]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QDialog

    from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
    from statement_compare.engine.model import Link, Verdict
    from statement_compare.session.edits import Relink
    from statement_compare.session.folders import Folders
    from statement_compare.session.query import Filter, Mark
    from statement_compare.session.recent import Origin
    from statement_compare.session.review import pair_of
    from statement_compare.ui.actions import ACTIONS
    from statement_compare.ui.app import Program
    from statement_compare.ui.compare.page import ComparePage
    from statement_compare.ui.document import SideState, State
    from statement_compare.ui.theme import LIGHT

    application = QApplication.instance() or QApplication([])
    result: dict[str, dict[str, float]] = {}
    profiler = cProfile.Profile(time.thread_time)

    def time_of(
        name: str, act: Callable[[int], object], times: int, settle: Callable[[], object] | None = None
    ) -> None:
        computed, clock = [], []
        for turn in range(times):
            if name == profiled:
                profiler.enable()
            started, wall = time.thread_time(), time.perf_counter()
            act(turn)
            application.processEvents()
            computed.append(time.thread_time() - started)
            clock.append(time.perf_counter() - wall)
            profiler.disable()
            if settle is not None:
                settle()
                application.processEvents()
        result[name] = {
            "p50_ms": milliseconds(median(computed)),
            "p95_ms": milliseconds(sorted(computed)[int(len(computed) * 0.95)]),
            "clock_p95_ms": milliseconds(sorted(clock)[int(len(clock) * 0.95)]),
        }

    comparison = long_comparison(count)
    gc.freeze()  # as the window does with a long answer of its worker
    with tempfile.TemporaryDirectory() as folder:
        program = Program(application, Folders(Path(folder) / "config", Path(folder) / "data"))  # type: ignore[arg-type]
        window, controller, document = program.window, program.controller, program.document
        window.resize(1280, 800)
        program.show()
        warm = ComparePage(LIGHT)
        warm.set_comparison(invented_comparison(20))
        warm.grab()
        application.processEvents()

        texts = State(
            left=SideState(Origin(pasted="left"), comparison.left),
            right=SideState(Origin(pasted="right"), comparison.right),
        )

        def show(_turn: int) -> None:
            document.put(controller.editing.with_whole(document.state, comparison))
            window.grab()

        document.put(texts)
        application.processEvents()
        time_of("first show", show, 1)

        def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
            target = application.focusWidget() or window  # type: ignore[attr-defined]
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                application.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

        def act(name: str) -> None:
            action = window.actions_by_id[name]
            if not action.isEnabled():
                raise SystemExit(f"{name} cannot be done")
            action.trigger()

        def idle() -> None:
            """A person looks at the window for a second: what is prepared while nobody waits is done."""
            while not (window.panel.unanswered_list.is_prepared and controller.editing.is_prepared):
                application.processEvents()

        def speak(language: str) -> None:
            settings = program.shared.settings
            program.shared.change_settings(settings, replace(settings, language=language))

        def ready() -> None:
            """As a person finds the window: a finding in hand, no page open, nothing left to prepare."""
            for page in window.findChildren(QDialog):
                page.close()
            for name in ("projector", "full_screen"):
                if window.actions_by_id[name].isChecked():
                    act(name)
            window.inspector.decisions.leave()
            window.commands.texts_focus()
            window.presenter.show_list()
            window.panel.focus_list()
            application.processEvents()
            idle()

        window.panel.focus_list()
        idle()
        time_of("first decision", lambda _: act("confirm"), 1)
        time_of("next finding", lambda _: act("next"), times)
        time_of("next contradiction", lambda _: act("next_contradiction"), times)
        time_of("confirm", lambda _: act("confirm"), times, lambda: act("next"))
        time_of(
            "another verdict",
            lambda turn: act("verdict_unclear" if turn % 2 else "verdict_contradiction"),
            times,
            lambda: act("next"),
        )
        time_of("dismiss", lambda _: act("dismiss"), times, lambda: act("next"))
        time_of("bookmark", lambda _: act("bookmark"), times, lambda: act("next"))
        time_of("undo", lambda _: act("undo"), times)
        time_of("redo", lambda _: act("redo"), times)

        made = comparison.links[0]
        only_left, only_right = comparison.only_left, comparison.only_right

        def link(turn: int) -> None:
            new = replace(made, left=(only_left[turn],), right=(only_right[-1 - turn],), reasons=())
            if not controller.edit(Relink(added=(new,))):
                raise SystemExit("no link was made")

        time_of("link", link, times)
        time_of("unlink", lambda _: act("unlink"), times, lambda: act("next"))

        def merge(_turn: int) -> None:
            state = document.state
            links = state.comparison.links
            at = state.current if state.current + 1 < len(links) else 0
            one, two = links[at], links[at + 1]
            whole = Link(
                tuple(sorted({*one.left, *two.left})),
                tuple(sorted({*one.right, *two.right})),
                0.5,
                Verdict.UNCLEAR,
                0.0,
                (),
            )
            if not controller.edit(Relink((pair_of(one), pair_of(two)), (whole,))):
                raise SystemExit("nothing was merged")

        def split(_turn: int) -> None:
            whole = document.state.chosen
            singles = tuple(
                replace(whole, left=(a,), right=(b,)) for a, b in zip(whole.left, whole.right, strict=False)
            )
            if not controller.edit(Relink((pair_of(whole),), singles)):
                raise SystemExit("nothing was split")

        time_of("merge", merge, times, lambda: act("undo"))
        merge(0)
        application.processEvents()
        time_of("split", split, times, lambda: act("undo"))
        time_of("undo a link", lambda turn: act("redo" if turn % 2 else "undo"), times)

        window.panel.focus_list()
        window.panel._foot.focus_words()
        letters = "the ministry"
        time_of("filter by words", lambda turn: press(Qt.Key(0), text=letters[turn % len(letters)]), len(letters))
        window.panel.reset_filter()
        application.processEvents()
        window.panel.focus_list()
        time_of("a chip", lambda _: window.panel.findChild(object, "chip_qualified").click(), times)
        window.panel.reset_filter()

        window.panel.set_filter(Filter(text="ministry"))
        window.panel.focus_list()
        time_of("undo while filtered", lambda turn: act("redo" if turn % 2 else "undo"), times)
        window.panel.reset_filter()
        window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
        window.panel.focus_list()
        time_of("confirm while filtered", lambda _: act("confirm"), times, lambda: act("next"))
        window.panel.reset_filter()
        time_of("find", lambda _: act("find"), 1)
        time_of("a letter in find", lambda turn: press(Qt.Key(0), text=letters[turn]), len(letters))
        time_of("undo beside hits", lambda turn: act("redo" if turn % 2 else "undo"), times)
        window.bar.search.clear()
        application.processEvents()
        time_of("theme", lambda turn: act("theme_light" if turn % 2 else "theme_dark"), 6)
        time_of("zoom", lambda turn: act("zoom_out" if turn % 2 else "zoom_in"), 6)
        application.processEvents()
        program._dressing.stop()
        time_of("zoom, at rest", lambda _: program._dress_zoomed(), 3)
        time_of("narrower, wider", lambda turn: window.resize(1280 if turn % 2 else 1180, 800), 6)
        time_of("another language", lambda turn: speak("en" if turn % 2 else "ru"), 6)
        idle()
        time_of("list of unanswered", lambda _: act("unanswered"), 1)
        time_of("next unanswered", lambda _: act("next"), times)
        window.presenter.show_list()
        application.processEvents()

        def rows() -> tuple[Row, ...]:
            spans = [(each.id, each.span) for each in comparison.left.sentences]
            return tuple(
                Row(
                    Kind.FIGURE,
                    list(Relation)[i % 5],
                    (Place(i, span),),
                    (Place(i, comparison.right.sentences[i].span),),
                )
                for i, span in spans
            )

        asked: list[object] = []
        window.presenter.facts.wanted.disconnect()
        window.presenter.facts.wanted.connect(asked.append)
        time_of("list of facts", lambda _: act("facts"), 1)
        held = rows()
        time_of("facts arrive", lambda _: window.presenter.facts.take(asked[-1], held), 1)
        application.processEvents()
        for spec in ACTIONS:
            if spec.keys and spec.id not in NOT_PRESSED:
                ready()
                if window.actions_by_id[spec.id].isEnabled():
                    time_of(spec.id, lambda _, name=spec.id: act(name), 3, ready)
                else:
                    print(f"{spec.id} cannot be done here", file=sys.stderr)
        ready()
        program.close()
        application.clipboard().clear()  # type: ignore[attr-defined] - what Python put there must not outlive Python
    if profiled:
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(40).sort_stats("tottime").print_stats(40)
    return result


if __name__ == "__main__":
    main()
