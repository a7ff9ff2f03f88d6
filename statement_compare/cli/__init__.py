"""The command line: one function that runs it and turns whatever happens into an exit code.

Nothing in this package imports the engine before a command needs it, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import Final

from statement_compare import garbage
from statement_compare.cli.arguments import Arguments, read_arguments
from statement_compare.cli.environment import drop_unusable_time_zone, spare_idle_threads
from statement_compare.cli.streams import StandardOutputClosedError, flush_output, say
from statement_compare.errors import StatementCompareError, UsageError

DONE: Final = 0
CONTRADICTION_FOUND: Final = 1
WRONG_USAGE: Final = 2
FILE_PROBLEM: Final = 3
CANCELLED: Final = 4
PROGRAM_FAULT: Final = 5
NOT_THE_SAME: Final = 6
"""An evidence bundle is not as it was made, or could not be checked in full."""

# Opens a window on two files ("" for none yet) and returns its exit code; with `is_alone`, in a program of its own.
OpenWindow = Callable[..., int]


class NoWindowError(Exception):
    """No window can be shown here; the text says why."""


class _TerminatedError(BaseException):
    """SIGTERM or SIGHUP came; what was begun, such as a process that reads a file, is ended on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command line and return its exit code; `--help` and `--version` leave by SystemExit(0).

    Exit code 1 is a found contradiction alone: whatever nobody foresaw, the panic of a library included, is told in one
    line, with the place of its traceback, and is PROGRAM_FAULT.
    """
    drop_unusable_time_zone()
    spare_idle_threads()
    garbage.expect_little()
    with _ended_in_order() as interrupted:
        try:
            return _run(arguments, open_window)
        except KeyboardInterrupt:
            return _cancelled()
        except (SystemExit, _TerminatedError):
            raise
        except BaseException as error:  # noqa: BLE001 - nothing is hidden: it is told, logged, and an exit code
            # A library that is interrupted while it loads may call that an error of its own.
            return _cancelled() if interrupted else _fault(error)


def _run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    try:
        chosen = read_arguments(arguments)
        try:
            code = _dispatch(chosen, open_window)
            flush_output()
        except StandardOutputClosedError:
            # Whoever read the output, such as `head`, has seen enough: that is no failure.
            code = DONE
        return code
    except UsageError as error:
        say(f"statement-compare: {error.message}")
        return WRONG_USAGE
    except StatementCompareError as error:
        say(f"statement-compare: {error.message}")
        return FILE_PROBLEM


def _cancelled() -> int:
    say("statement-compare: cancelled")
    return CANCELLED


def _fault(error: BaseException) -> int:
    """Say in one line that the program itself failed, and where its traceback lies."""
    if isinstance(error, MemoryError):
        say("statement-compare: there is not enough memory for this; close other programs, or compare shorter texts")
        return PROGRAM_FAULT
    where = "its crash log could not be written"
    with suppress(OSError, RuntimeError):  # RuntimeError: nobody's home folder is known
        from statement_compare.session.faults import log_fault
        from statement_compare.session.folders import platform_folders

        log = platform_folders().crash_log
        log_fault(log, error)
        where = f"{log} says where"
    say(f"statement-compare: the program itself failed ({type(error).__name__}); {where}")
    return PROGRAM_FAULT


@contextmanager
def _ended_in_order() -> Iterator[list[int]]:
    """Answer signals by exceptions, so that processes and unfinished files go on the way out; yields what came."""
    came: list[int] = []

    def interrupt(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        raise KeyboardInterrupt

    def terminate(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough: the way out is not to be interrupted
        raise _TerminatedError(number)

    answers = {signal.SIGINT: interrupt, signal.SIGTERM: terminate}
    if hangup := getattr(signal, "SIGHUP", None):
        answers[hangup] = terminate
    former = {}
    if threading.current_thread() is threading.main_thread():
        usual = (signal.SIG_DFL, signal.default_int_handler)
        # What whoever started the program wants ignored, as nohup does with SIGHUP, stays ignored.
        former = {number: old for number in answers if (old := signal.getsignal(number)) in usual}
    for number in former:
        signal.signal(number, answers[number])
    try:
        yield came
    except _TerminatedError as error:
        # Die of the signal, as whoever sent it expects to see.
        signal.signal(error.number, signal.SIG_DFL)
        os.kill(os.getpid(), error.number)
        sys.exit(128 + error.number)
    finally:
        for number, old in former.items():
            signal.signal(number, old)


def _dispatch(chosen: Arguments, open_window: OpenWindow) -> int:
    from statement_compare.cli import commands

    match chosen.command:
        case "compare":
            has_contradiction = commands.compare(chosen)
            return CONTRADICTION_FOUND if has_contradiction and chosen.fail_on == "contradiction" else DONE
        case "facts":
            commands.facts(chosen)
        case "judge":
            commands.judge(chosen)
        case "extract":
            commands.extract(chosen)
        case "sentences":
            commands.sentences(chosen)
        case "review":
            commands.review(chosen)
        case "reply":
            commands.reply(chosen)
        case "marked":
            commands.marked(chosen)
        case "claim-review":
            commands.claim_review(chosen)
        case "bundle":
            commands.bundle(chosen)
        case "verify":
            return DONE if commands.verify(chosen) else NOT_THE_SAME
        case "models":
            commands.models(chosen)
        case "demo":
            chosen.left, chosen.right = commands.sample()
            chosen.format = "text"
            return _window(chosen, open_window)
        case _:
            return _window(chosen, open_window)
    return DONE


def _window(chosen: Arguments, open_window: OpenWindow) -> int:
    """The window; where none can be shown, the same comparison as text."""
    from statement_compare.cli import commands

    if chosen.new_instance:
        open_window = partial(open_window, is_alone=True)
    try:
        return open_window(chosen.left, chosen.right)
    except NoWindowError as error:
        if not chosen.left:
            raise UsageError(
                "window.none", f"no window can be shown: {error}; see statement-compare compare --help"
            ) from error
        say(f"No window can be shown: {error}. The comparison follows as text.")
    commands.compare(chosen)
    return DONE
