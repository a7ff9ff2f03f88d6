"""Where the program starts: arguments go to the command line, or to the window when they ask for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from statement_compare import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (0 to 5, see `cli`)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if getattr(sys, "frozen", False) and arguments:
        # A program without an interpreter beside it calls itself for what needs a process of its own: to read a file,
        # and to try a model.
        from statement_compare.engine import trial
        from statement_compare.engine.readers import CHILD_SWITCH, child

        inner = {CHILD_SWITCH: child.main, trial.TRIAL_SWITCH: trial.main}.get(arguments[0])
        if inner is not None:
            inner(arguments[1])
            return 0
    return cli.run(arguments, open_window)


def open_window(left: str, right: str) -> int:
    """Open the window on two files ("" for none yet) and return its exit code; raises NoWindowError."""
    from statement_compare.cli.display import why_no_window

    reason = why_no_window()
    if reason:
        raise cli.NoWindowError(reason)
    try:
        from statement_compare.ui.app import run
    except ImportError as error:  # Qt is missing, or one of the system libraries that it needs
        raise cli.NoWindowError(f"Qt could not be loaded ({error})") from error
    return run(left, right)


if __name__ == "__main__":
    sys.exit(main())
