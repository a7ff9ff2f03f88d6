"""How values cross between the window and its worker, so that the window's thread does not stand still meanwhile.

A book of two sides is a few million bytes: packing or unpacking them takes a tenth of a second and more. Both are done
by threads of their own here, and texts that the other end has already do not cross again.
"""

from __future__ import annotations

import gc
import io
import pickle
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Final

from statement_compare.engine.model import Comparison, Source, Statement

_LONG_BYTES: Final = 1_000_000
_NO_TEXT: Final = Statement(Source("", ()), "", ())
Texts = tuple[Statement, Statement]


class Gone:
    """The other end of the pipe is closed."""


@dataclass(frozen=True, slots=True)
class Textless:
    """A comparison whose texts stay behind, where they are those that were sent to be compared."""

    comparison: Comparison
    has_left: bool
    has_right: bool


def without_texts(result: object, texts: Texts | None) -> object:
    """What is sent of an answer to someone who has these texts. They are known by being the very same values."""
    if texts is None or not isinstance(result, Comparison):
        return result
    has_left, has_right = result.left is not texts[0], result.right is not texts[1]
    left, right = (result.left if has_left else _NO_TEXT), (result.right if has_right else _NO_TEXT)
    return Textless(replace(result, left=left, right=right), has_left, has_right)


def with_texts(answer: object, texts: Texts | None) -> object:
    """The answer that `without_texts` was given, with the texts of whoever asked."""
    if not isinstance(answer, Textless) or texts is None:
        return answer
    made = answer.comparison
    left, right = (made.left if answer.has_left else texts[0]), (made.right if answer.has_right else texts[1])
    return replace(made, left=left, right=right)


class _Packer(pickle.Pickler):
    """Packs as `pickle.dumps` does, and lets other threads go on: between calls of Python code, not within C."""

    def persistent_id(self, _obj: object) -> None:
        return None


class Outbox:
    """Sends what is put into it, in its order, from a thread of its own, until `close`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: queue.SimpleQueue[object] = queue.SimpleQueue()
        threading.Thread(target=self._send_all, daemon=True, name="requests").start()

    def put(self, message: object) -> None:
        self._waiting.put(message)

    def close(self) -> None:
        """Nothing is put into it any more; what waits is still sent."""
        self._waiting.put(Gone())

    def _send_all(self) -> None:
        while not isinstance(message := self._waiting.get(), Gone):
            try:
                self._connection.send_bytes(_packed(message))
            except OSError:
                return  # whoever listens for answers finds the other end gone and says so


def _packed(message: object) -> memoryview:
    held = io.BytesIO()
    _Packer(held).dump(message)
    return held.getbuffer()


def receive(connection: Connection, inbox: queue.SimpleQueue[object]) -> None:
    """Put what arrives into the inbox, until the other end is closed."""
    try:
        while True:
            inbox.put(_unpacked(connection.recv_bytes()))
    except (EOFError, OSError):
        inbox.put(Gone())


def _unpacked(packed: bytes) -> object:
    if len(packed) < _LONG_BYTES:
        return pickle.loads(packed)
    return _uncollected(lambda: pickle.loads(packed))


def _uncollected(work: Callable[[], object]) -> object:
    """Do what makes very many values and no garbage. What has come into being is not looked through from then on.

    The collector would stop all threads again and again while they grow, and once more whenever it goes through all
    that there is. Values such as these hold no circles: they go when nobody holds them.
    """
    gc.disable()
    try:
        return work()
    finally:
        gc.enable()
        gc.freeze()
