"""The command line: one function that runs it and turns whatever happens into an exit code.

Nothing in this package imports the engine before a command needs it, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from statement_compare.cli.arguments import Arguments, read_arguments
from statement_compare.cli.streams import StandardOutputClosedError, flush_output, say
from statement_compare.errors import StatementCompareError, UsageError

DONE: Final = 0
CONTRADICTION_FOUND: Final = 1
WRONG_USAGE: Final = 2
FILE_PROBLEM: Final = 3
CANCELLED: Final = 4

# Opens the window on two files ("" for none yet) and returns its exit code.
OpenWindow = Callable[[str, str], int]


class NoWindowError(Exception):
    """No window can be shown here; the text says why."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command line and return its exit code; `--help` and `--version` leave by SystemExit(0)."""
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
    except KeyboardInterrupt:
        say("statement-compare: cancelled")
        return CANCELLED


def _dispatch(chosen: Arguments, open_window: OpenWindow) -> int:
    from statement_compare.cli import commands

    match chosen.command:
        case "compare":
            has_contradiction = commands.compare(chosen)
            return CONTRADICTION_FOUND if has_contradiction and chosen.fail_on == "contradiction" else DONE
        case "judge":
            commands.judge(chosen)
        case "extract":
            commands.extract(chosen)
        case "sentences":
            commands.sentences(chosen)
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
