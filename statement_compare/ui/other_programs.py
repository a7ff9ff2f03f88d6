"""How a file is shown by another program of this computer: the one that opens its kind, or the one for folders."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> bool:
    """Open a file with the program of its kind; whether there is one."""
    return path.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Open the folder of a file, with the file chosen where the system has a way to say so."""
    if not path.exists():
        return False
    if sys.platform == "win32":
        started = QProcess.startDetached("explorer", ["/select,", QDir.toNativeSeparators(str(path))])
        return bool(started[0] if isinstance(started, tuple) else started)
    if sys.platform == "darwin":
        started = QProcess.startDetached("open", ["-R", str(path)])
        return bool(started[0] if isinstance(started, tuple) else started)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
