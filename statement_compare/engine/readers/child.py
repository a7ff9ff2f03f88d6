"""What runs inside the reader's process: its own limits first, then the one reader or the drawing that is asked for."""

from __future__ import annotations

import contextlib
import gc
import json
import signal
import sys
from typing import BinaryIO

from statement_compare.engine.readers.extract import Extract, Request, to_plain
from statement_compare.engine.readers.failures import Refusal, size
from statement_compare.engine.readers.formats import Format
from statement_compare.engine.readers.limits import Limits
from statement_compare.engine.readers.reader_of_format import reader_of
from statement_compare.errors import UsageError

_PR_SET_PDEATHSIG = 1


def main(request: str) -> None:
    """Read the document on standard input and write the answer to standard output (see `isolation`)."""
    asked = json.loads(request)
    limits = Limits(**asked["limits"])
    die_with_parent()
    _bound(limits)
    # This process reads one document and ends: looking for garbage again and again would only cost time.
    gc.disable()
    out = sys.stdout.buffer

    def report(done: int, total: int) -> None:
        out.write(b"P %d %d\n" % (done, total))
        out.flush()

    try:
        data = sys.stdin.buffer.read()
        if "page" in asked:
            from statement_compare.engine.readers.page_drawing import draw

            answer = json.dumps(draw(data, asked["page"], asked["width"])).encode()
        else:
            read = reader_of(Format(asked["format"]))
            answer = _answer(read(data, Request(asked["encoding"], limits, report, _alarm)))
    except Refusal as refusal:
        answer = json.dumps({"refusal": refusal.key, "params": refusal.params}).encode()
    except UsageError as error:
        answer = json.dumps({"usage": error.params.get("encoding", "")}).encode()
    except MemoryError:
        answer = json.dumps({"refusal": "file_needs_memory", "params": {"limit": size(limits.memory_bytes)}}).encode()
    _write(out, answer)


def _answer(extract: Extract) -> bytes:
    # A broken header may leave half a character in a name; it must not break the answer.
    return json.dumps(to_plain(extract), ensure_ascii=False).encode("utf-8", "replace")


def _alarm(seconds: float) -> None:
    """End this process after that time, whatever it does; the parent sees by which signal it went."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


def die_with_parent() -> None:
    """Where Linux offers it, end with whoever asked, even one that was killed: nobody waits for the answer then."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _write(out: BinaryIO, answer: bytes) -> None:
    # The parent may have stopped listening: cancelled, or closed.
    with contextlib.suppress(OSError):
        out.write(b"R " + answer + b"\n")
        out.flush()


def _bound(limits: Limits) -> None:
    """Memory and processor time, where the system can bound them; the parent's clock holds everywhere."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    for kind, amount in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, int(limits.seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS knows the name RLIMIT_AS but may refuse it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, amount))
