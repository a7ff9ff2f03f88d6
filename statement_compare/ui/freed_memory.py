"""How memory that a comparison has freed goes back to the system."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Let the C library hand over what is free in its heaps, where it can (glibc); elsewhere nothing happens.

    It keeps what lies below anything still in use, and models are asked in threads with heaps of their own: after a
    comparison some ten megabytes wait for a next one that may never come.
    """
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # musl has none
        trim(ctypes.c_size_t(0))
