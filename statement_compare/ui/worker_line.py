"""The worker's end of the line to the window: where the window is gone, the worker leaves, whatever it is doing."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.connection import Connection
from typing import NoReturn


def tell(connection: Connection, message: object) -> None:
    """Send a message. A window that has closed meanwhile is no fault of the worker's that a log should tell of."""
    try:
        connection.send(message)
    except OSError:
        leave()


def leave() -> NoReturn:
    """End this process and those that it began."""
    for child in multiprocessing.active_children():
        child.kill()
    os._exit(0)
