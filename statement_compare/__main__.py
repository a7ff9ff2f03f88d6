"""Where the program starts: arguments go to the command line, or to the window when they ask for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from statement_compare import cli

if TYPE_CHECKING:
    from statement_compare.session.instance import Instance


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


def open_window(left: str, right: str, *, is_alone: bool = False) -> int:
    """Open a window on two files ("" for none yet) and return the exit code; raises NoWindowError.

    Where the program runs already, it opens the window there and this one is done, unless it is to be `is_alone`.
    """
    from statement_compare.cli.display import why_no_window

    reason = why_no_window()
    if reason:
        raise cli.NoWindowError(reason)
    from statement_compare.session import instance
    from statement_compare.session.folders import platform_folders
    from statement_compare.session.options import DEFAULTS, as_written

    folders = platform_folders()
    place = instance.place(folders)
    if is_alone:
        return _run_window(left, right, None, is_beside=instance.is_anyone(place))
    if as_written(folders.settings, DEFAULTS).single_instance:
        joined = instance.join(place, instance.wish_of(left, right))
    else:
        joined = instance.Joined(instance=instance.claim(place, hears=False))
    if joined.is_taken:
        return cli.DONE
    try:
        return _run_window(left, right, joined.instance, is_beside=joined.instance is None)
    finally:
        if joined.instance is not None:
            joined.instance.close()


def _run_window(left: str, right: str, own: Instance | None, *, is_beside: bool) -> int:
    from statement_compare.session.folders import platform_folders
    from statement_compare.ui.worker_process import begin_ahead

    # It loads what reads a text while this process loads Qt.
    worker = begin_ahead(platform_folders().worker_log)
    try:
        try:
            from statement_compare.ui.app import run
        except ImportError as error:  # Qt is missing, or one of the system libraries that it needs
            raise cli.NoWindowError(f"Qt could not be loaded ({error})") from error
        return run(left, right, instance=own, is_beside=is_beside, worker=worker)
    finally:
        if worker is not None:
            worker.end_unless_taken()


if __name__ == "__main__":
    sys.exit(main())
