"""How a stranger's file is read in a process of its own, so that nothing in it can crash, hang or fill this one.

The child is `python -I -S -c ...` and not `multiprocessing`: it runs none of the caller's `__main__`, may be started
by a daemonic worker, and imports nothing but the one reader. It gets the bytes on its standard input and answers in
lines on its standard output: `P done total` for progress, then `R {json}`. JSON and not pickle, since an answer of a
process that reads strangers' files must not run code here.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

import statement_compare
from statement_compare.engine.model import Span
from statement_compare.engine.place import PlacedLine
from statement_compare.engine.progress import Progress
from statement_compare.engine.readers.extract import Extract, from_plain
from statement_compare.engine.readers.failures import Refusal, size, unknown_encoding
from statement_compare.engine.readers.formats import Format
from statement_compare.engine.readers.limits import Limits
from statement_compare.engine.readers.page_image import LONGEST_DRAWING, PageImage, image_of

# A frozen program has no interpreter to call: it calls itself with this word, which `__main__` hands to `child.main`.
CHILD_SWITCH = "--statement-compare-reader"
_BOOT = (
    "import json,sys;sys.path[:]=json.loads(sys.argv[1]);"
    "from statement_compare.engine.readers.child import main;main(sys.argv[2])"
)
_TICK_SECONDS = 0.1
# How a child ends whose parser took too long; Windows knows no such signal.
_ALARMS = (-signal.SIGALRM,) if hasattr(signal, "SIGALRM") else ()
STAGE = "read"
# What is raised over an answer that a sound child cannot give.
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError)


def extract(data: bytes, file_format: Format, encoding: str, limits: Limits, progress: Progress) -> Extract:
    """What the format's reader makes of `data`, read in a child process.

    Raises Refusal (the reader's own, or for a child that is too slow or breaks off), UsageError, and Cancelled at a
    progress report; the child is dead in each case when this returns.
    """
    request = {"format": file_format, "encoding": encoding, "limits": _plain(limits)}
    return _understood(_answer(request, data, _longest_answer(limits), limits, progress), limits)


def draw(data: bytes, page: int, width: int, limits: Limits, progress: Progress) -> PageImage:
    """A page of a PDF, from 1, as a picture about `width` pixels wide, drawn in a child process.

    Raises as `extract` does; Refusal for a page that is not there as well.
    """
    request = {"page": page, "width": width, "limits": _plain(limits)}
    answer = _answer(request, data, LONGEST_DRAWING, limits, progress)
    try:
        return image_of(_fields(answer))
    except _NONSENSE as error:
        raise Refusal("file_breaks_reader", limit=size(limits.memory_bytes)) from error


def _answer(request: dict[str, Any], data: bytes, longest: int, limits: Limits, progress: Progress) -> bytes:
    """What a child answers; b"" where it broke off."""
    child = _start(json.dumps(request))
    answers: SimpleQueue[bytes | None] = SimpleQueue()
    assert child.stdin is not None
    assert child.stdout is not None
    threads = (
        threading.Thread(target=_feed, args=(child.stdin, data), daemon=True),
        threading.Thread(target=_listen, args=(child.stdout, answers, longest), daemon=True),
    )
    for thread in threads:
        thread.start()
    try:
        answer = _wait(answers, limits, progress)
        if not answer:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(_TICK_SECONDS)
    finally:
        child.kill()
        child.wait()
        for thread in threads:
            thread.join()
        with contextlib.suppress(OSError):
            child.stdin.close()
        child.stdout.close()
    if not answer and child.returncode in _ALARMS:
        raise Refusal("file_too_slow", limit=f"{limits.markup_seconds:g}")
    return answer


def _plain(limits: Limits) -> dict[str, Any]:
    return {name: getattr(limits, name) for name in limits.__dataclass_fields__}


def _start(request: str) -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, CHILD_SWITCH, request]
    else:
        # Without site (-S) and environment (-I) the start is fast and the path is ours alone: this program's own
        # folder, then the caller's path. An empty entry would be the working folder, where anybody's json.py may lie.
        root = str(Path(statement_compare.__file__).resolve().parent.parent)
        path = [root, *(entry for entry in sys.path if entry and entry != root)]
        command = [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(path), request]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # A console window would flash up on Windows for each file.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},
        )
    except OSError as error:
        raise Refusal("reader_not_started", detail=error.strerror or type(error).__name__) from error


def _feed(stdin: IO[bytes], data: bytes) -> None:
    # The child may be dead or done before it has read everything.
    with contextlib.suppress(OSError):
        stdin.write(data)
        stdin.close()


def _listen(stdout: IO[bytes], answers: SimpleQueue[bytes | None], longest: int) -> None:
    """Lines into the queue, None at their end; a line longer than any true answer is the end as well."""
    with contextlib.suppress(OSError):
        while line := stdout.readline(longest):
            if not line.endswith(b"\n"):
                break
            answers.put(line)
    answers.put(None)


def _longest_answer(limits: Limits) -> int:
    # Four bytes a character of text at most, escapes for line ends, and some sixty bytes for each block.
    return 16 * limits.text_characters + 1_000_000


def _wait(answers: SimpleQueue[bytes | None], limits: Limits, progress: Progress) -> bytes:
    """The line with the result, b"" where the child broke off; reports ten times a second."""
    deadline = time.monotonic() + limits.seconds
    done, total = 0, 1
    while True:
        progress.report(STAGE, done, total)
        if time.monotonic() > deadline:
            raise Refusal("file_too_slow", limit=f"{limits.seconds:g}")
        try:
            line = answers.get(timeout=_TICK_SECONDS)
        except Empty:
            continue
        if line is None:
            return b""
        if line.startswith(b"R "):
            return line[2:]
        if line.startswith(b"P "):
            with contextlib.suppress(ValueError):
                done, total = map(int, line[2:].split())


def _understood(answer: bytes, limits: Limits) -> Extract:
    """The extract an answer holds; an answer that a sound child cannot give is that of a broken one."""
    try:
        return _extract(_fields(answer))
    except _NONSENSE as error:
        raise Refusal("file_breaks_reader", limit=size(limits.memory_bytes)) from error


def _fields(answer: bytes) -> dict[str, Any]:
    """What an answer holds, where it is no refusal."""
    fields: dict[str, Any] = json.loads(answer)
    if "usage" in fields:
        raise unknown_encoding(str(fields["usage"]))
    if "refusal" in fields:
        params = {str(key): str(value) for key, value in fields["params"].items()}
        raise Refusal(str(fields["refusal"]), **params)
    return fields


def _extract(fields: dict[str, Any]) -> Extract:
    found = from_plain(fields)
    borders = [0, *(place for block in found.blocks for place in (block.span.start, block.span.end)), len(found.text)]
    if borders != sorted(borders):
        raise ValueError("blocks out of order")
    if len(found.places) not in (0, len(found.blocks)):
        raise ValueError("not a place for each block")
    for block, place in zip(found.blocks, found.places, strict=False):
        if place.lines and not _is_in_order(place.lines, block.span):
            raise ValueError("lines out of order")
    return found


def _is_in_order(lines: tuple[PlacedLine, ...], span: Span) -> bool:
    """Whether offsets never go back, and stay within the block."""
    before = span.start
    for line in lines:
        if line.start < before:
            return False
        before = line.start
        for offset, _ in line.knots:
            if offset < before:
                return False
            before = offset
    return before <= span.end
