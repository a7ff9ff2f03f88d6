"""Where the program starts once it is a folder of its own, without a Python beside it (`make package`)."""

import re
import sys

_FORK = "--multiprocessing-fork"
_TRACKER = re.compile(r"from multiprocessing\.resource_tracker import main;\s*main\((\d+)\)")


def serve_multiprocessing() -> None:
    """Where multiprocessing called this program as it would call a Python, be what it asks for, and do not return.

    It does so for the worker of the window, and for a process that cleans up behind both. Nothing of it is loaded by
    a start that a person makes.
    """
    if sys.argv[1:2] == [_FORK]:
        from multiprocessing.spawn import freeze_support

        freeze_support()  # ends the process
    if "-c" in sys.argv[1:-1] and (asked := _TRACKER.fullmatch(sys.argv[-1])):
        from multiprocessing.resource_tracker import main as track

        track(int(asked[1]))
        sys.exit()


if __name__ == "__main__":
    # A worker runs the script of whoever started it once more, and there is no script here that it could find.
    globals().pop("__file__", None)
    serve_multiprocessing()
    from statement_compare.__main__ import main

    sys.exit(main())
