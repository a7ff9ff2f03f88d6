"""Work outside the window's thread: the one module that knows that there is a worker process, and how to replace it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from statement_compare.errors import StatementCompareError
from statement_compare.ui.crossing import Gone, Outbox, receive, with_texts
from statement_compare.ui.worker import Perform, engine, texts_of
from statement_compare.ui.worker_messages import Asked, Cancel, Done, Failed, Leave, Partial, Ready, Reported, Stopped
from statement_compare.ui.worker_process import WorkerProcess, begin

_DRAIN_INTERVAL_MS = 15
_PATIENCE_S = 5.0  # how long a cancelled piece of work may take to notice before its process is replaced
_FAREWELL_S = 2.0


@dataclass(slots=True)
class _Pending:
    lane: str
    request: object
    is_sent: bool = False
    cancelled_at: float | None = None


class Tasks(QObject):
    """Requests by lane ("left", "compare"); in each lane the latest request wins and earlier ones are cancelled.

    Results arrive in `finished(lane, request, result)`, what is known of them before in `partial`, and what a person
    can be told of in `failed(lane, request, error)`. A cancelled request is never heard of again.
    """

    progressed = Signal(str, str, int, int)
    finished = Signal(str, object, object)
    partial = Signal(str, object, object)
    failed = Signal(str, object, object)

    def __init__(self, log: Path, prepare: Callable[[], Perform] = engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._prepare = prepare
        self._worker: WorkerProcess | None = None
        self._outbox: Outbox | None = None
        self._inbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._is_ready = False
        self._is_closed = False
        self._tickets = 0
        self._pending: dict[int, _Pending] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_DRAIN_INTERVAL_MS)
        self._timer.timeout.connect(self._drain)

    def start(self) -> None:
        """Start the worker ahead of the first request, so that it is warm; or again, where it died while idle."""
        if self._worker is not None and not self._pending_sent() and not self._worker.is_alive():
            self._let_go()
        if self._worker is not None or self._is_closed:
            return
        try:
            worker = begin(self._log, self._prepare)
        except OSError as error:
            self._fail_all("worker_not_started", f"No process could be started: {error.strerror or error}")
            return
        self.take_on(worker)

    def take_on(self, worker: WorkerProcess) -> None:
        """Have the work done by a worker that was started ahead, and is ended as any other."""
        self._worker, self._outbox, self._is_ready = worker, Outbox(worker.connection), False
        self._inbox = queue.SimpleQueue()
        threading.Thread(target=receive, args=(worker.connection, self._inbox), daemon=True, name="answers").start()
        self._timer.start()

    def ask(self, lane: str, request: object) -> None:
        """Do `request`; an earlier one of the same lane is cancelled."""
        self.cancel(lane)
        self._tickets += 1
        self._pending[self._tickets] = _Pending(lane, request)
        self.start()
        if self._worker is not None:
            self._timer.start()
            self._send_waiting()

    def cancel(self, lane: str) -> None:
        for ticket, pending in list(self._pending.items()):
            if pending.lane != lane or pending.cancelled_at is not None:
                continue
            if pending.is_sent:
                pending.cancelled_at = time.monotonic()
                self._send(Cancel(ticket))
            else:
                del self._pending[ticket]

    def is_busy(self, lane: str) -> bool:
        return any(each.lane == lane and each.cancelled_at is None for each in self._pending.values())

    def close(self) -> None:
        """End the worker and wait until it is gone."""
        self._is_closed = True
        self._timer.stop()
        self._pending.clear()
        self._let_go()

    def _pending_sent(self) -> bool:
        return any(each.is_sent for each in self._pending.values())

    def _send_waiting(self) -> None:
        if not self._is_ready:
            return
        for ticket, pending in self._pending.items():
            if not pending.is_sent:
                pending.is_sent = True
                self._send(Asked(ticket, pending.request))

    def _send(self, message: object) -> None:
        if self._outbox is not None:
            self._outbox.put(message)

    def _drain(self) -> None:
        while not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Gone):
                self._replace_crashed()
                return
            self._take(message)
        self._replace_deaf()
        if self._is_ready and not self._pending:
            self._timer.stop()

    def _take(self, message: object) -> None:
        match message:
            case Ready():
                self._is_ready = True
                self._send_waiting()
            case Reported(ticket, stage, done, total):
                pending = self._pending.get(ticket)
                if pending is not None and pending.cancelled_at is None:
                    self.progressed.emit(pending.lane, stage, done, total)
            case Partial(ticket, result):
                pending = self._pending.get(ticket)
                if pending is not None and pending.cancelled_at is None:
                    self.partial.emit(pending.lane, pending.request, with_texts(result, texts_of(pending.request)))
            case Done(ticket, result):
                pending = self._pending.pop(ticket, None)
                if pending is not None and pending.cancelled_at is None:
                    self.finished.emit(pending.lane, pending.request, with_texts(result, texts_of(pending.request)))
            case Failed(ticket, key, error_message, params):
                pending = self._pending.pop(ticket, None)
                if pending is not None and pending.cancelled_at is None:
                    error = StatementCompareError(key, error_message, **dict(params))
                    self.failed.emit(pending.lane, pending.request, error)
            case Stopped(ticket):
                self._pending.pop(ticket, None)

    def _replace_crashed(self) -> None:
        """Say which work was lost, and start afresh unless the worker never came up at all."""
        came_up = self._is_ready
        self._let_go()
        lost = self._pending
        self._pending = {}
        if came_up:
            self.start()
        else:
            self._timer.stop()
        self._fail(lost, "worker_crashed", "The part of the program that reads and compares has stopped.")

    def _fail_all(self, key: str, message: str) -> None:
        lost = self._pending
        self._pending = {}
        self._timer.stop()
        self._fail(lost, key, message)

    def _fail(self, lost: dict[int, _Pending], key: str, message: str) -> None:
        for each in lost.values():
            if each.cancelled_at is None:
                self.failed.emit(each.lane, each.request, StatementCompareError(key, message, log=str(self._log)))

    def _replace_deaf(self) -> None:
        """Replace a worker that does not notice that it was asked to stop; the other requests go to the new one."""
        now = time.monotonic()
        if any(p.cancelled_at is not None and now - p.cancelled_at > _PATIENCE_S for p in self._pending.values()):
            self._let_go(patience_s=0.0)
            self._pending = {t: p for t, p in self._pending.items() if p.cancelled_at is None}
            for pending in self._pending.values():
                pending.is_sent = False
            self.start()

    def _let_go(self, patience_s: float = _FAREWELL_S) -> None:
        """End the worker: it may leave by itself within `patience_s`, then it is killed."""
        self._inbox = queue.SimpleQueue()  # what the old one may still say is for nobody
        if self._worker is not None and self._outbox is not None:
            if patience_s > 0:
                self._send(Leave())
            self._outbox.close()
            self._worker.end(patience_s)
        self._worker = self._outbox = None  # the thread that reads from it sees its end, and closes it
        self._is_ready = False
