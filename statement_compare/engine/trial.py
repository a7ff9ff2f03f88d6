"""Whether a model of a person's own can be opened at all: tried in a process that can be ended.

Opening a model works out all of it that does not depend on what it is asked, which may take minutes or never end, and
nothing else of a process goes on meanwhile: neither a clock nor a person could stop it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import statement_compare

# A frozen program has no interpreter to call: it calls itself with this word, which `__main__` hands to `main`.
TRIAL_SWITCH = "--statement-compare-model"
_BOOT = (
    "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from statement_compare.engine.trial import main;"
    "main(sys.argv[2])"
)


def opens_within(folder: Path, seconds: float) -> bool:
    """Whether the model of a folder is open, or has been refused with an error, within so many seconds."""
    try:
        subprocess.run(
            _command(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,  # what is wrong with a model is told when it is opened here
            # A console window would flash up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return False
    except OSError:
        return True  # no process can be had: the model is opened as it is
    return True


def main(folder: str) -> None:
    """Open the model of a folder and end; what runs inside the process that may be ended."""
    from statement_compare.engine.onnx.folder import ModelFolder
    from statement_compare.engine.onnx.runtime import open_session
    from statement_compare.engine.readers.child import die_with_parent
    from statement_compare.errors import ModelError

    die_with_parent()
    try:
        open_session(ModelFolder(Path(folder), {}, b"", ""))
    except ModelError:
        sys.exit(1)


def _command(folder: Path) -> list[str]:
    where = os.fspath(folder.absolute())
    if getattr(sys, "frozen", False):
        return [sys.executable, TRIAL_SWITCH, where]
    # As `readers.isolation` starts its child: without site and environment, and without the working folder.
    root = str(Path(statement_compare.__file__).resolve().parent.parent)
    path = [root, *(entry for entry in sys.path if entry and entry != root)]
    return [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(path), where]
