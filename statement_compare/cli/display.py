"""Whether this machine can show a window, asked before Qt is: Qt ends the whole program where it cannot."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

# What Qt's X11 platform plugin loads (package of Debian and Ubuntu by library).
_X11_LIBRARIES: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Why no window can be shown, "" where nothing speaks against it."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)"
    number = display.removeprefix("unix").removeprefix(":").split(".")[0]
    if number.isdigit() and not Path(f"/tmp/.X11-unix/X{number}").exists():
        return f"the display {display} does not answer"
    missing = [package for library, package in _X11_LIBRARIES.items() if not _loads(library)]
    if missing:
        return f"Qt needs system libraries that are not there: apt-get install {' '.join(missing)}"
    return ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
