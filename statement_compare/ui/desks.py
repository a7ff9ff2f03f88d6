"""All windows of the program: which are open, which is in front, and how they are closed together and come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer

from statement_compare.session import open_windows
from statement_compare.session.open_windows import OpenWindow, view_of
from statement_compare.ui.desk import Desk
from statement_compare.ui.session_files import is_session
from statement_compare.ui.shared_memory import SharedMemory
from statement_compare.ui.strings import say

_CASCADE = QPoint(32, 32)
# Many edits of one moment, such as opening a pair, are written once.
_SOON_MS = 200
Make = Callable[[Mapping[str, Any] | None], Desk]


class Desks(QObject):
    """There is one from the beginning, and the last one stays until `close`, though its window is closed.

    `is_kept`: which windows are open is written down, so that they come back at the next start.
    """

    def __init__(self, shared: SharedMemory, make: Make, parent: QObject, *, is_kept: bool) -> None:
        super().__init__(parent)
        self._shared = shared
        self._make = make
        self._is_kept = is_kept
        self._is_quitting = False
        self._is_ended = False
        self._desks: list[Desk] = []  # that in front first
        self._leaving: list[Desk] = []  # their windows are closed, and what outlives these is not yet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.keep)
        self._add(None)

    @property
    def front(self) -> Desk:
        """The window in front, or else the one that was there last."""
        return self._desks[0]

    @property
    def all(self) -> tuple[Desk, ...]:
        return tuple(self._desks)

    def begin(self) -> tuple[OpenWindow, ...]:
        """What was open when the program ended, read before it is written anew."""
        return open_windows.load(self._shared.folders.windows, self._shared.recent) if self._is_kept else ()

    def open_new(self, files: list[Path] | None = None) -> Desk:
        """Another window, with these files or with none; a session that is open in one already is shown there."""
        files = files or []
        if len(files) == 1 and is_session(files[0]) and self.show_session(files[0]):
            return self.front
        former = self.front.window
        desk = self._add(view_of(self.front.memory.settings) | former.geometry_to_keep())
        if not former.isMaximized() and not former.isFullScreen():
            desk.window.move(former.pos() + _CASCADE)
        desk.window.show()
        desk.start(files)
        desk.come_to_front()
        return desk

    def open_again(self, windows: tuple[OpenWindow, ...]) -> None:
        """Windows as they were left, beside those that are there; that in front stays there."""
        if not windows:
            return
        front = self.front
        for each in reversed(windows):
            desk = self._add(each.view)
            desk.window.show()
            desk.start([])
            desk.show_again(each.pair, each.filter)
        self._take_front(front)
        front.come_to_front()

    def show_session(self, session: Path, asker: Desk | None = None) -> bool:
        """Bring the window that works on a session to the front; whether there is one besides who asks."""
        found = next((desk for desk in self._desks if desk is not asker and desk.has_open(session)), None)
        if found is None:
            return False
        found.come_to_front()
        self._take_front(found)
        found.window.say(say("session.shown_here", name=session.name))
        return True

    def quit(self) -> None:
        """Close all windows, one after another, as each is closed; where a person stays in one, the rest stays open.

        None is closed while a page over one of them waits for an answer: what was typed into it would be lost. That one
        comes to the front.
        """
        asking = next((desk for desk in self._desks if desk.waiting_page is not None), None)
        if asking is not None:
            page = asking.waiting_page
            asking.come_to_front()
            self._take_front(asking)
            asking.window.say(say("quit.waits", page="" if page is None else page.windowTitle()))
            return
        self.keep()
        self._is_quitting = True
        self._go_on()

    def keep(self) -> None:
        """Write down which windows are open."""
        self._soon.stop()
        if self._is_kept and not self._is_quitting and not self._is_ended:
            self._shared.write(
                lambda: open_windows.save([desk.as_open for desk in self._desks], self._shared.folders.windows),
                self._shared.folders.windows,
            )

    def keep_places(self) -> None:
        """Remember what is open in all windows, and where each is scrolled to."""
        for desk in reversed(self._desks):
            desk.window.keep_place()
        self.keep()

    def close(self) -> None:
        self._is_ended = True
        self._soon.stop()
        self._end_leaving()
        for desk in self._desks:
            desk.close()

    def _add(self, view: Mapping[str, Any] | None) -> Desk:
        desk = self._make(view)
        self._desks.insert(0, desk)
        desk.controller.files.is_elsewhere = lambda path: self.show_session(path, desk)
        window = desk.window
        window.closed.connect(lambda: self._take_closed(desk))
        window.came_to_front.connect(lambda: self._take_front(desk))
        window.commands.quit_wanted.connect(self.quit)
        window.commands.window_wanted.connect(self.open_new)
        window.commands.saving.stayed.connect(self._stay)
        desk.memory.recent_changed.connect(lambda _: self._soon.start())
        return desk

    def _take_front(self, desk: Desk) -> None:
        if desk in self._desks and self._desks[0] is not desk:
            self._desks.remove(desk)
            self._desks.insert(0, desk)
            self._soon.start()

    def _take_closed(self, desk: Desk) -> None:
        self.keep()
        if len(self._desks) == 1:
            self._is_ended = True
            self._soon.stop()
            return
        self._desks.remove(desk)
        self.keep()
        # It is still being closed: its own part of that comes first.
        self._leaving.append(desk)
        QTimer.singleShot(0, self, self._end_leaving)
        if self._is_quitting:
            QTimer.singleShot(0, self, self._go_on)

    def _end_leaving(self) -> None:
        leaving, self._leaving = self._leaving, []
        for desk in leaving:
            desk.close()

    def _go_on(self) -> None:
        if not self._is_quitting:
            return
        if len(self._desks) > 1:
            self.front.come_to_front()
        self.front.window.close()

    def _stay(self) -> None:
        if self._is_quitting:
            self._is_quitting = False
            self.keep()
