"""One window with all that is its own: what is open in it, its edits and their undoing, its worker, and its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog

from statement_compare.engine.bundle import FAST, THOROUGH, is_bundled
from statement_compare.session.open_windows import OpenWindow, view_of
from statement_compare.session.recent import Pair
from statement_compare.session.saved_filters import filter_from, text_of
from statement_compare.ui.compare import numbers
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document, State
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.pages import waiting_page
from statement_compare.ui.shared_memory import SharedMemory
from statement_compare.ui.state_queries import bare_pair
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.theme import Theme
from statement_compare.ui.worker import Perform
from statement_compare.ui.worker_process import WorkerProcess

_PAINTED_MS = 50  # after which texts that have come are on the screen


class Desk(QObject):
    """`close` ends what outlives the window. `theme` is how the window looks, `plain` the same without own colours.

    `begun` is a worker for it that was started ahead.
    """

    def __init__(
        self,
        shared: SharedMemory,
        prepare: Callable[[], Perform],
        theme: Callable[[], Theme],
        plain: Callable[[], Theme],
        view: Mapping[str, Any] | None = None,
        begun: WorkerProcess | None = None,
    ) -> None:
        super().__init__()
        folders = shared.folders
        self.memory = Memory(folders, self, shared, view)
        self.document = Document(self)
        self.tasks = Tasks(folders.worker_log, prepare, self)
        if begun is not None:
            self.tasks.take_on(begun)
        has_both = is_bundled(FAST) and is_bundled(THOROUGH)
        self.controller = Controller(self.document, self.tasks, self, FAST if has_both else "", folders)
        self.window = MainWindow(self.document, self.controller, self.memory, theme(), plain)
        self._filter: tuple[Pair | None, str] = None, ""  # what the list is to show once this pair is there
        self.controller.compared.connect(self._show_filter)
        self.document.changed.connect(self._get_ready)

    def show(self) -> None:
        self.window.show()
        for words in self.memory.notices:
            self.window.say(words)

    def start(self, files: list[Path]) -> None:
        """Start the worker and open these files, if there are any."""
        self.tasks.start()
        if files:
            self.controller.open_paths(files)
        self.controller.load_models()

    def show_again(self, pair: Pair | None, shown: str = "") -> None:
        """Open a pair as it was left, with the filter that its list had."""
        self._filter = pair, shown
        if pair is not None:
            self.window.open_pair(pair)

    def has_open(self, session: Path) -> bool:
        """Whether the work in a file is what this window shows, and can be changed in it."""
        work = self.controller.editing.keep()
        if work is None or work.path is None or work.read_only_because is not None:
            return False
        with suppress(OSError):
            return work.path.samefile(session)
        return work.path == session.absolute()

    @property
    def as_open(self) -> OpenWindow:
        """What is needed to have the window back as it is."""
        pair = self.window.presenter.present_pair()
        view = view_of(self.memory.settings) | self.window.geometry_to_keep()
        return OpenWindow(pair if pair.has_text else None, view, text_of(self.window.panel.shown))

    @property
    def waiting_page(self) -> QDialog | None:
        """The page over the window that waits for an answer, such as the settings."""
        return waiting_page(self.window)

    def come_to_front(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        (self.waiting_page or window).activateWindow()

    def close(self) -> None:
        self.memory.let_go()
        self.tasks.close()
        self.controller.editing.sessions.close()
        self.window.deleteLater()
        self.deleteLater()

    def _show_filter(self, _comparison: object) -> None:
        (pair, words), self._filter = self._filter, (None, "")
        shown = filter_from(words)
        if pair is not None and shown is not None and bare_pair(self.document.state).texts == pair.texts:
            self.window.commands.seeing.choose_filter(shown)

    def _get_ready(self, _before: State, after: State) -> None:
        """Load what shows a comparison while the worker makes the first one: texts are shown without it."""
        if after.is_comparing:
            self.document.changed.disconnect(self._get_ready)
            QTimer.singleShot(_PAINTED_MS, self, numbers.load)
