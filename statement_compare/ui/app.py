"""Where everything is built and joined: folders, memory, worker, document, window; and what happens when it crashes."""

from __future__ import annotations

import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from statement_compare.engine.bundle import FAST, THOROUGH, is_bundled
from statement_compare.session.folders import Folders, log_crash, platform_folders
from statement_compare.session.options import Settings
from statement_compare.session.samples import sample_pair
from statement_compare.ui import fonts, icons, languages, stylesheet, theme
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.strings import say
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Perform, engine

_log = logging.getLogger(__name__)
_MOST_DIALOGS = 3
_DRESS_MS = 120


def run(left: str | Path = "", right: str | Path = "", *, demo: bool = False) -> int:
    """Open the window on two files ("" for none) and return the program's exit code when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("statement-compare")
    application.setApplicationDisplayName(say("product"))
    application.setDesktopFileName("statement-compare")
    application.setWindowIcon(icons.program())
    folders = platform_folders()
    program = Program(application, folders)
    crashes = Crashes(folders.crash_log)
    crashes.happened.connect(program.tell_crash)
    sys.excepthook = crashes.take
    endings = Endings(application)
    endings.came.connect(program.end)
    files = [Path(each) for each in (left, right) if str(each)]
    if demo:
        files = list(sample_pair())
    program.show()
    # The first picture comes before the first work.
    QTimer.singleShot(0, lambda: program.open(files))
    try:
        return application.exec()
    finally:
        endings.close()
        program.close()
        sys.excepthook = sys.__excepthook__


class Program(QObject):
    """All parts of the running program; `close` ends what outlives the window."""

    def __init__(self, application: QApplication, folders: Folders, prepare: Callable[[], Perform] = engine) -> None:
        super().__init__()
        self._application = application
        fonts.load_fonts()
        application.setStyle("Fusion")
        self._told_crashes = 0
        self.folders = folders
        self.memory = Memory(folders, self)
        languages.use(languages.resolve(self.memory.settings.language))
        self._dress(self.memory.settings)
        self.document = Document(self)
        self.tasks = Tasks(folders.worker_log, prepare, self)
        has_both = is_bundled(FAST) and is_bundled(THOROUGH)
        first_model = FAST if has_both else ""
        self.controller = Controller(self.document, self.tasks, self, first_model, folders)
        self.window = MainWindow(self.document, self.controller, self.memory, self._theme(), self._plain_theme)
        self.memory.settings_changed.connect(self._take_settings)
        self._dressing = QTimer(self)  # a wheel that turns zooms by many steps, and dressing takes longer than one
        self._dressing.setSingleShot(True)
        self._dressing.setInterval(_DRESS_MS)
        self._dressing.timeout.connect(self._dress_zoomed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._redress)

    def show(self) -> None:
        self.window.show()
        for words in self.memory.notices:
            self.window.say(words)

    def open(self, files: list[Path]) -> None:
        """Start the worker and open these files, or else what was open last."""
        self.tasks.start()
        if files:
            self.controller.open_paths(files)
        elif self.memory.settings.reopen_last:
            self._reopen()
        self.controller.load_models()

    def _reopen(self) -> None:
        """Open what was open last: unnamed work that a crash kept out of the list of pairs, or the latest pair."""
        lost = self.controller.editing.sessions.latest_unnamed(self.memory.written)
        if lost is not None and self.controller.files.open(lost):
            return
        last = self.memory.recent.last
        if last is not None:
            self.window.open_pair(last)

    def end(self, number: int) -> None:
        """End as closing the window does, with the exit code that a shell gives to what a signal ended."""
        self.window.keep_place()
        self._application.exit(128 + number)

    def close(self) -> None:
        self._dressing.stop()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._redress)
        languages.use("en")  # before there is a window, and after it, everything is said in English
        self.tasks.close()
        self.controller.editing.sessions.close()
        self.window.deleteLater()

    def tell_crash(self, path: str) -> None:
        """Say in words that something went wrong; not without end, where the same fault comes again and again."""
        self._told_crashes += 1
        self.window.keep_place()
        if self._told_crashes > _MOST_DIALOGS:
            return
        box = QMessageBox(self.window)
        box.setWindowTitle(say("crash.title"))
        box.setText(say("crash.text"))
        box.setInformativeText(say("crash.where", path=path))
        box.open()

    def _take_settings(self, before: Settings, after: Settings) -> None:
        if (before.theme, before.colours) != (after.theme, after.colours):
            self._redress()
        elif fonts.interface_share(before.zoom_percent) != fonts.interface_share(after.zoom_percent):
            self._dressing.start()
        if before.language != after.language:
            languages.use(languages.resolve(after.language))
            self.window.retranslate()

    def _dress_zoomed(self) -> None:
        """Bars, menus and dialogs follow the statements; then the window shares its room among its parts anew."""
        self._dress(self.memory.settings)
        self.window.fit()

    def _redress(self, *_: object) -> None:
        self._dress(self.memory.settings)
        self.window.set_theme(self._theme())

    def _dress(self, settings: Settings) -> None:
        fonts.use_zoom(settings.zoom_percent)
        chosen = self._theme(settings)
        self._application.setPalette(stylesheet.palette(chosen))
        self._application.setStyleSheet(stylesheet.stylesheet(chosen) + icons.controls_sheet(chosen))

    def _theme(self, settings: Settings | None = None) -> theme.Theme:
        settings = settings or self.memory.settings
        try:
            return theme.resolve(settings.theme, dict(settings.colours))
        except ValueError as error:  # a colour of the settings file that is none
            _log.warning("%s", error)
            return theme.resolve(settings.theme)

    def _plain_theme(self) -> theme.Theme:
        return theme.resolve(self.memory.settings.theme)


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
            log_crash(self._path, error)
        except OSError:
            sys.stderr.write("".join(traceback.format_exception(error)))
        self.happened.emit(str(self._path))
