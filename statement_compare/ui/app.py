"""Where everything is built and joined: folders, memory, worker, document, window; and what happens when it crashes."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from statement_compare import garbage
from statement_compare.session.faults import described, log_fault
from statement_compare.session.folders import Folders, platform_folders
from statement_compare.session.instance import Instance, Wish
from statement_compare.session.open_windows import OpenWindow
from statement_compare.session.options import Settings
from statement_compare.ui import fonts, icons, languages, stylesheet, theme
from statement_compare.ui.controller import Controller
from statement_compare.ui.desk import Desk
from statement_compare.ui.desks import Desks
from statement_compare.ui.document import Document
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.other_starts import OtherStarts
from statement_compare.ui.pages import open_over
from statement_compare.ui.renewed import Renewal, pages_of
from statement_compare.ui.shared_memory import SharedMemory
from statement_compare.ui.strings import language, say
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Perform, engine
from statement_compare.ui.worker_process import WorkerProcess

_log = logging.getLogger(__name__)
_MOST_DIALOGS = 3
_DRESS_MS = 120


def run(
    left: str | Path = "",
    right: str | Path = "",
    *,
    instance: Instance | None = None,
    is_beside: bool = False,
    worker: WorkerProcess | None = None,
) -> int:
    """Open a window on two files ("" for none) and return the program's exit code when the last window is closed.

    `instance` is the right to be the program that others find, and to know which windows were open. One that
    `is_beside` another opens nothing by itself: what was open last is open there. `worker` is one that
    was started before this module was loaded.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("statement-compare")
    application.setApplicationDisplayName(say("product"))
    application.setDesktopFileName("statement-compare")
    application.setWindowIcon(icons.program())
    folders = platform_folders()
    program = Program(application, folders, is_kept=instance is not None, reopens=not is_beside, worker=worker)
    crashes = Crashes(folders.crash_log)
    crashes.happened.connect(program.tell_crash)
    sys.excepthook = crashes.take
    endings = Endings(application)
    endings.came.connect(program.end)
    files = [Path(each) for each in (left, right) if str(each)]
    program.show()
    garbage.expect_some()
    # The first picture comes before the first work.
    QTimer.singleShot(0, lambda: program.open(files))
    if instance is not None and instance.hears:
        program.hear(instance)
    try:
        return application.exec()
    finally:
        endings.close()
        program.close()
        sys.excepthook = sys.__excepthook__


class Program(QObject):
    """All parts of the running program; `close` ends what outlives the windows.

    `is_kept` as in `Desks`; `reopens`: without files, what was open last is opened. `window`, `document` and so on are
    those of the window in front.
    """

    def __init__(
        self,
        application: QApplication,
        folders: Folders,
        prepare: Callable[[], Perform] = engine,
        *,
        is_kept: bool = False,
        reopens: bool = True,
        worker: WorkerProcess | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        fonts.load_fonts()
        application.setStyle("Fusion")
        self._told_crashes = 0
        self.is_closed = False
        self._reopens = reopens
        self._starts: OtherStarts | None = None
        self._worker = worker
        self.folders = folders
        self.shared = SharedMemory(folders, self)
        languages.use(languages.resolve(self.shared.settings.language))
        self._prepare_dress(self.shared.settings)
        self.desks = Desks(
            self.shared,
            lambda view: Desk(self.shared, prepare, self._theme, self._plain_theme, view, self._take_worker()),
            self,
            is_kept=is_kept,
        )
        # Each part of a window that is put into another one is dressed anew where there is a style sheet already: a
        # third of the time that building the first window takes.
        self._put_on(self._theme())
        self.shared.settings_changed.connect(self._take_settings)
        self._dressing = QTimer(self)  # a wheel that turns zooms by many steps, and dressing takes longer than one
        self._dressing.setSingleShot(True)
        self._dressing.setInterval(_DRESS_MS)
        self._dressing.timeout.connect(self._dress_zoomed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._redress)

    def _take_worker(self) -> WorkerProcess | None:
        """The worker that was started ahead is the first window's; the next ones start their own."""
        worker, self._worker = self._worker, None
        return worker

    @property
    def window(self) -> MainWindow:
        return self.desks.front.window

    @property
    def document(self) -> Document:
        return self.desks.front.document

    @property
    def controller(self) -> Controller:
        return self.desks.front.controller

    @property
    def memory(self) -> Memory:
        return self.desks.front.memory

    @property
    def tasks(self) -> Tasks:
        return self.desks.front.tasks

    def show(self) -> None:
        self.desks.front.show()

    def open(self, files: list[Path]) -> None:
        """Start the worker and open these files, or else what was open last."""
        desk = self.desks.front
        if files or not (self._reopens and self.shared.settings.reopen_last):
            desk.start(files)
            return
        windows = self.desks.begin()
        desk.tasks.start()
        others = self._reopen(desk, windows)
        desk.controller.load_models()
        self.desks.open_again(others)

    def _reopen(self, desk: Desk, windows: tuple[OpenWindow, ...]) -> tuple[OpenWindow, ...]:
        """Open what was in front last: unnamed work that a crash kept out of all lists, or a window, or a pair.

        Returns the windows that are still to be opened.
        """
        lost = desk.controller.editing.sessions.latest_unnamed(self.shared.written)
        is_known = any(each.pair is not None and lost == Path(each.pair.session) for each in windows)
        if lost is not None and not is_known and desk.controller.files.open(lost):
            return windows
        if windows:
            desk.memory.keep_settings(replace(desk.memory.settings, **windows[0].view))
            desk.window.restore_geometry()
            desk.show_again(windows[0].pair, windows[0].filter)
        elif self.shared.recent.last is not None:
            desk.show_again(self.shared.recent.last)
        elif not self.shared.settings.tour_seen:
            desk.window.commands.tour()
        return windows[1:]

    def hear(self, instance: Instance) -> None:
        """Open from now on what other starts of the program are asked for."""
        self._starts = OtherStarts(instance, self)
        self._starts.wished.connect(self.take_wish)
        self._application.lastWindowClosed.connect(self._stop_hearing)

    def take_wish(self, wish: Wish) -> None:
        if wish.token and sys.platform.startswith("linux"):
            os.environ["XDG_ACTIVATION_TOKEN"] = wish.token  # Qt takes it with the next wish to come to the front
        self.desks.open_new(wish.files)

    def _stop_hearing(self) -> None:
        if self._starts is not None:
            self._starts.close()
            self._starts = None

    def end(self, number: int) -> None:
        """End as closing the windows does, with the exit code that a shell gives to what a signal ended."""
        self.desks.keep_places()
        self._application.exit(128 + number)

    def close(self) -> None:
        self.is_closed = True
        self._dressing.stop()
        self._stop_hearing()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._redress)
        languages.use("en")  # before there is a window, and after it, everything is said in English
        self.desks.close()

    def tell_crash(self, path: str) -> None:
        """Say in words that something went wrong; not without end, where the same fault comes again and again."""
        self._told_crashes += 1
        self.desks.keep_places()
        if self._told_crashes > _MOST_DIALOGS:
            return
        box = QMessageBox(self.window)
        box.setWindowTitle(say("crash.title"))
        box.setText(say("crash.text"))
        box.setInformativeText(say("crash.where", path=path))
        open_over(box, "privacy")

    def _take_settings(self, before: Settings, after: Settings) -> None:
        if (before.theme, before.colours) != (after.theme, after.colours):
            self._redress()
        elif fonts.interface_share(before.zoom_percent) != fonts.interface_share(after.zoom_percent):
            self._dressing.start()
        if before.language != after.language:
            former = language()
            languages.use(languages.resolve(after.language))
            renewal = Renewal(former, language())
            for desk in self.desks.all:
                for page in pages_of(desk.window):
                    renewal.renew(page)
                desk.window.retranslate()

    def _dress_zoomed(self) -> None:
        """Bars, menus and dialogs follow the statements; then the window shares its room among its parts anew."""
        self._dress(self.shared.settings)
        for desk in self.desks.all:
            desk.window.fit()

    def _redress(self, *_: object) -> None:
        self._dress(self.shared.settings)
        for desk in self.desks.all:
            desk.window.set_theme(self._theme())

    def _dress(self, settings: Settings) -> None:
        chosen = self._prepare_dress(settings)
        self._put_on(chosen)

    def _prepare_dress(self, settings: Settings) -> theme.Theme:
        """All that parts look at while they are built: the size of the type and the palette."""
        fonts.use_zoom(settings.zoom_percent)
        chosen = self._theme(settings)
        self._application.setStyleSheet("")  # Qt takes four times as long to put one in the place of another
        self._application.setPalette(stylesheet.palette(chosen))
        return chosen

    def _put_on(self, chosen: theme.Theme) -> None:
        self._application.setStyleSheet(stylesheet.stylesheet(chosen) + icons.controls_sheet(chosen))

    def _theme(self, settings: Settings | None = None) -> theme.Theme:
        settings = settings or self.shared.settings
        try:
            return theme.resolve(settings.theme, dict(settings.colours))
        except ValueError as error:  # a colour of the settings file that is none
            _log.warning("%s", error)
            return theme.resolve(settings.theme)

    def _plain_theme(self) -> theme.Theme:
        return theme.resolve(self.shared.settings.theme)


class Endings(QObject):
    """Tells that the system, a shell or Ctrl+C asks the program to end: `came(number)`.

    While Qt waits for events no Python code runs, and a handler in Python would run with the next event, which may
    never come. So Python writes each signal into a pipe, which Qt listens to. Where Qt cannot wait for a pipe, as on
    Windows, Ctrl+C ends the program at once.
    """

    came = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._former: dict[int, Any] = {}
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        self._near, self._far = os.pipe()
        for end in (self._near, self._far):
            os.set_blocking(end, False)
        self._former_end = signal.set_wakeup_fd(self._far, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_IGN:
                continue  # started with nohup, it goes on when the terminal is closed
            self._former[number] = signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._near, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def close(self) -> None:
        if sys.platform == "win32":
            return
        # It goes before what it listens to, and before the application whose loop asks it.
        self._notifier.setEnabled(False)
        self._notifier.setParent(None)
        del self._notifier
        signal.set_wakeup_fd(self._former_end)
        for number, former in self._former.items():
            signal.signal(number, former)
        os.close(self._near)
        os.close(self._far)

    def _take(self) -> None:
        for number in os.read(self._near, 64):
            if number in self._former:
                self.came.emit(number)


class Crashes(QObject):
    """Writes what no part of the program expected into a file, and tells of it."""

    happened = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._path = log

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        error.__traceback__ = trace
        try:
            log_fault(self._path, error)
        except OSError:
            sys.stderr.write(described(error))
        self.happened.emit(str(self._path))
