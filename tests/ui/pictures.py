"""Pictures of the window as it is: `pictures.py FOLDER` takes them all and writes them there.

It runs as a process of its own, off the screen, with the bundled fonts and no others, so that the same version of Qt
paints the same on every machine. The pair is the sample; its links are written down here, so that what the engine makes
of it changes no picture.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "pictures"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
SIZE = (1120, 800)
THEMES = ("light", "dark", "contrast")
IN_LIGHT_ALONE = frozenset({"decided"})
_MOST_S = 20


def environment(folder: Path) -> dict[str, str]:
    """Where the system says nothing of fonts, sizes and languages; `folder` takes what the process needs to write."""
    fonts = folder / "fonts.conf"
    fonts.write_text(NO_FONTS, encoding="utf-8")
    own = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "LC_", "LANG"))}
    return own | {
        "FONTCONFIG_FILE": str(fonts),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join([str(HERE.parent.parent), os.environ.get("PYTHONPATH", "")]),
        "QT_FONT_DPI": "96",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "TZ": "UTC",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def take_all(folder: Path) -> None:
    """Take every picture; needs the environment above and no application yet."""
    for each in (HERE.parent, HERE.parent / "session", HERE):
        sys.path.insert(0, str(each))
    from PySide6.QtWidgets import QApplication, QWidget
    from window_alone import Desk

    from statement_compare.engine.ledger import ledger
    from statement_compare.engine.model import Comparison
    from statement_compare.session.folders import Folders
    from statement_compare.ui import fonts, icons, stylesheet
    from statement_compare.ui.dialogs.settings import SettingsDialog
    from statement_compare.ui.theme import Theme, resolve
    from statement_compare.ui.worker import LoadedModels

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)
    fonts.load_fonts()
    made = sample()

    def states(choice: str, theme: Theme, home: Path) -> Iterator[tuple[str, QWidget]]:
        desk = Desk(Folders(home / "config", home / "data"))
        desk.memory.keep_settings(replace(desk.memory.settings, theme=choice, language="en", reviewer="Ada"))
        window = desk.window
        window.set_theme(theme)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        desk.tasks.finished.emit("models", None, LoadedModels("", "", ""))
        yield "empty", window
        open_sample(desk, made)
        desk.act("findings_focus")
        yield "finding", window
        desk.act("verdict_qualified")
        desk.window.inspector.decisions._reason.setText("The statement was prepared and not given out")
        desk.window.inspector.decisions._give_verdict()
        yield "decided", window
        desk.act("facts")
        desk.tasks.answer("facts", ledger(made))
        yield "facts", window
        desk.act("findings_focus")
        desk.act("projector")
        for _ in range(3):
            window.projector.advance()
        yield "projector", window
        desk.act("projector")
        settings = SettingsDialog(desk.memory.settings, theme, window)
        settings.show()
        yield "settings", settings
        settings.close()
        window.close()

    def open_sample(desk: Desk, made: Comparison) -> None:
        desk.controller.open_paths([Path(made.left.source.path), Path(made.right.source.path)])
        desk.tasks.answer("left", made.left)
        desk.tasks.answer("right", made.right)
        desk.tasks.answer_comparing(made)

    for choice in THEMES:
        theme = resolve(choice)
        application.setPalette(stylesheet.palette(theme))
        application.setStyleSheet(stylesheet.stylesheet(theme) + icons.controls_sheet(theme))
        with tempfile.TemporaryDirectory() as home:
            for name, widget in states(choice, theme, Path(home)):
                if name in IN_LIGHT_ALONE and choice != "light":
                    continue
                picture = at_rest(application.processEvents, widget)
                assert picture.save(str(folder / f"{name}-{choice}.png"), quality=0)


def at_rest(turn: Callable[[], None], widget):  # type: ignore[no-untyped-def]
    """A picture of a widget once nothing moves in it any more."""
    end, still = time.monotonic() + _MOST_S, 0
    last = widget.grab().toImage()
    while still < 8:
        assert time.monotonic() < end, "it never comes to rest"
        for _ in range(5):
            turn()
            time.sleep(0.01)
        now = widget.grab().toImage()
        still = still + 1 if now == last else 0
        last = now
    return last


def sample():  # type: ignore[no-untyped-def]
    """The sample pair with some links of each verdict."""
    from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Side, Signature, Span, Verdict
    from statement_compare.engine.readers import read_text
    from statement_compare.engine.text.segment import segment
    from statement_compare.session.samples import sample_pair

    sides = {}
    for side, path in zip(Side, sample_pair(), strict=True):
        source = read_text(path.read_text(encoding="utf-8"))
        sides[side] = segment(replace(source, path=str(path), encoding="utf-8"), "en")

    def words(side: Side, said: str) -> Span:
        start = sides[side].source.text.index(said)
        return Span(start, start + len(said))

    def holding(side: Side, span: Span) -> int:
        return next(each.id for each in sides[side].sentences if each.span.start <= span.start < each.span.end)

    def link(verdict: Verdict, kind: str, rule: str, left: str, right: str, similarity: float) -> Link:
        one, other = words(Side.LEFT, left), words(Side.RIGHT, right)
        reason = Reason(ReasonKind(kind), one, other, rule)
        ends = (holding(Side.LEFT, one),), (holding(Side.RIGHT, other),)
        return Link(*ends, similarity, verdict, 0.9 if verdict is not Verdict.UNCLEAR else 0.0, (reason,))

    links = (
        link(Verdict.CONTRADICTION, "negation", "negation.one_side", "issued", "not issued", 0.77),
        link(Verdict.CONTRADICTION, "exclusivity", "exclusivity.alone_or_shared", "exclusive", "not exclusive", 0.6),
        link(Verdict.AGREEMENT, "number", "number.equal", "3.2 million", "3.2 million", 0.9),
        link(Verdict.QUALIFIED, "modality", "modality.softer", "will remove posts", "may remove posts", 0.62),
        link(Verdict.UNCLEAR, "wording", "wording.near", "It is the first country", "We publish the number", 0.3),
    )
    linked = {side: {i for each in links for i in (each.left if side is Side.LEFT else each.right)} for side in Side}
    alone = {side: tuple(each.id for each in sides[side].sentences if each.id not in linked[side]) for side in Side}
    left, right = sides[Side.LEFT], sides[Side.RIGHT]
    return Comparison(left, right, links, alone[Side.LEFT], alone[Side.RIGHT], Signature("1", (), ()))


if __name__ == "__main__":
    if "FONTCONFIG_FILE" not in os.environ or os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        import subprocess

        with tempfile.TemporaryDirectory() as scratch:
            command = [sys.executable, __file__, *sys.argv[1:]]
            sys.exit(subprocess.run(command, check=False, env=environment(Path(scratch))).returncode)
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else KEPT
    target.mkdir(parents=True, exist_ok=True)
    take_all(target)
    from PySide6.QtCore import qVersion

    (target / "qt-version.txt").write_text(f"{qVersion()}\n", encoding="utf-8")
