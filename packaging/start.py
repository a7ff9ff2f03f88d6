"""Where the program starts once it is a folder of its own, without a Python beside it (`make package`)."""

import re
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from os.path import isfile

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


class PackedLibraries:
    """Finds libraries that `packed.py` has packed, where no other place has the module."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, _target: object = None) -> ModuleSpec | None:
        for folder in path or ():
            for suffix in EXTENSION_SUFFIXES:
                packed = f"{folder}/{name.rpartition('.')[2]}{suffix}.xz"
                if isfile(packed):  # noqa: PTH113 - nothing is loaded for a start that unpacks nothing
                    place = unpacked(packed)
                    return ModuleSpec(name, ExtensionFileLoader(name, place), origin=place)
        return None


def unpacked(packed: str) -> str:
    """A path of what is packed there, which lies in memory as long as this process lives. ImportError if it cannot."""
    import lzma
    import os
    import shutil

    try:
        memory = os.memfd_create(packed.rpartition("/")[2])
        with lzma.open(packed) as source, open(memory, "wb", closefd=False) as target:
            shutil.copyfileobj(source, target, 1 << 20)
    except (OSError, lzma.LZMAError) as error:
        raise ImportError(f"{packed}: {error}") from error
    return f"/proc/self/fd/{memory}"


if __name__ == "__main__":
    # A worker runs the script of whoever started it once more, and there is no script here that it could find.
    globals().pop("__file__", None)
    sys.meta_path.append(PackedLibraries)
    serve_multiprocessing()
    from statement_compare.__main__ import main

    sys.exit(main())
