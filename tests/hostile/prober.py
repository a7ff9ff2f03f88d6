"""A process that opens hostile inputs, each in a process of its own whose outcome, time and memory it tells.

Run as a program it is that process: it imports what is to be tried once, forks for each question that comes on its
standard input, and answers one line of JSON. `Prober` is the tests' end of it.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# Nothing here may take this long by the clock, however slow the machine: then it hangs.
_PATIENCE_SECONDS = 120
# Far above what any case may need, and below what would trouble the machine.
_MOST_BYTES = 6_000_000_000
_SHOWN_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an input. Exactly one of `text`, `refused` and `failed` says it; `line` is what a person reads."""

    text: str | None = None
    refused: str = ""
    line: str = ""
    failed: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    printed: str = ""
    left_behind: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)


class Prober:
    """The tests' end: asks the process, and looks at what was left in the folder of temporary files."""

    def __init__(self, folder: Path) -> None:
        self._temporary = folder / "temporary"
        self._temporary.mkdir()
        self._printed = folder / "printed"
        home = folder / "home"
        home.mkdir()
        self._home = home
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
            "TMPDIR": str(self._temporary),
            "HOME": str(home),
        }
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(self._printed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=folder,
        )

    def __enter__(self) -> Prober:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def ask(self, action: str, path: Path | str, **more: object) -> Outcome:
        """Do one of `ACTIONS` with a path."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        before = self._lying()
        question = json.dumps({"action": action, "path": os.fspath(path), **more})
        self._process.stdin.write(question.encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        known = {key: answer.pop(key) for key in list(answer) if key in Outcome.__dataclass_fields__}
        # What was refused or read leaves nothing of itself anywhere.
        return Outcome(**known, left_behind=tuple(sorted(self._lying() - before)), more=answer)

    def _lying(self) -> set[str]:
        """All that lies in the folders of temporary files and of the user."""
        return {str(path) for folder in (self._temporary, self._home) for path in folder.rglob("*")}


# ---- what the process does


def _read(asked: dict[str, Any]) -> dict[str, Any]:
    from statement_compare.engine.readers import read_file

    source = read_file(asked["path"])
    return {"text": source.text[:_SHOWN_CHARACTERS], "length": len(source.text), "format": source.format}


def _cuts(asked: dict[str, Any]) -> dict[str, Any]:
    """Beginnings of a file, each read in this very process: which outcomes there were, and which were none."""
    from collections import Counter

    from statement_compare.engine.readers.detect import format_of
    from statement_compare.engine.readers.extract import Request
    from statement_compare.engine.readers.failures import FAILURES, Refusal
    from statement_compare.engine.readers.reader_of_format import reader_of

    whole = Path(asked["path"]).read_bytes()
    outcomes: Counter[str] = Counter()
    for length in asked["lengths"]:
        data = whole[:length]
        try:
            reader_of(format_of(data, asked["path"]))(data, Request())
            outcomes["read"] += 1
        except Refusal as refusal:
            outcomes[refusal.key] += 1
            if refusal.key not in FAILURES:
                return {"failed": f"cut at {length}: refused as {refusal.key}, which has no words"}
        except Exception as error:  # noqa: BLE001 - that there is none is what is tried
            return {"failed": f"cut at {length}: {''.join(traceback.format_exception(error))}"}
    return {"text": "", "outcomes": dict(outcomes)}


def _session(asked: dict[str, Any]) -> dict[str, Any]:
    from statement_compare.session.store import Store

    with Store.open(Path(asked["path"]), for_reading=bool(asked.get("for_reading"))) as store:
        review = store.review
    return {"text": review.proposed.left.source.text[:_SHOWN_CHARACTERS]}


def _model(asked: dict[str, Any]) -> dict[str, Any]:
    from statement_compare.engine.onnx import load_entailment

    model = load_entailment(Path(asked["path"]))
    return {"text": str(model.judge([("It is so.", "It is never so.")]).shape)}


ACTIONS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "read": _read,
    "cuts": _cuts,
    "session": _session,
    "model": _model,
}


def _outcome(asked: dict[str, Any]) -> dict[str, Any]:
    from statement_compare.errors import StatementCompareError

    try:
        return ACTIONS[asked["action"]](asked)
    except StatementCompareError as error:
        return {"refused": error.key, "line": error.message}
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is an answer here
        return {"failed": "".join(traceback.format_exception(error))[-4_000:]}


def _in_child(asked: dict[str, Any], out: int, printed: str) -> None:
    import resource

    from statement_compare.engine.readers.child import die_with_parent

    os.setsid()
    # Whatever becomes of the tests, nothing that hangs outlives them.
    die_with_parent()
    resource.setrlimit(resource.RLIMIT_CPU, (2 * _PATIENCE_SECONDS, 2 * _PATIENCE_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    sink = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    answer = json.dumps(_outcome(asked)).encode()
    while answer:
        answer = answer[os.write(out, answer) :]


def _probed(asked: dict[str, Any], printed: str) -> dict[str, Any]:
    near, far = os.pipe()
    child = os.fork()
    if not child:
        os.close(near)
        status = 1
        try:
            _in_child(asked, far, printed)
            status = 0
        finally:
            os._exit(status)
    os.close(far)
    answer = _received(near)
    if answer is None:
        os.killpg(child, signal.SIGKILL)
    os.close(near)
    # Of the child and of those that it waited for: the process that reads a stranger's file among them.
    _, status, used = os.wait4(child, 0)
    found: dict[str, Any]
    if answer is None:
        found = {"failed": f"no answer within {_PATIENCE_SECONDS} seconds"}
    elif status or not answer:
        found = {"failed": f"ended with {os.waitstatus_to_exitcode(status)}"}
    else:
        found = json.loads(answer)
    # Linux counts kilobytes, macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    found["seconds"] = used.ru_utime + used.ru_stime
    found["megabytes"] = used.ru_maxrss * unit / 1_000_000
    found["printed"] = Path(printed).read_text(encoding="utf-8", errors="replace")[:2_000]
    return found


def _received(near: int) -> bytes | None:
    """All that comes until the other end closes; None where that takes too long."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    pieces = []
    while True:
        ready, _, _ = select.select([near], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        piece = os.read(near, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def main(printed: str) -> None:
    import statement_compare.engine.readers
    import statement_compare.session.store  # noqa: F401 - so that no child has to import it again

    for line in sys.stdin:
        sys.stdout.write(json.dumps(_probed(json.loads(line), printed)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
