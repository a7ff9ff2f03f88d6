"""Which encodings may be named for statements on the command line, and how."""

from __future__ import annotations

import argparse


def of_both(text: str) -> tuple[str, str]:
    """The encodings of both sides, "" where one is to be guessed; raises `ArgumentTypeError` in words."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        parts *= 2
    if len(parts) != 2:
        raise argparse.ArgumentTypeError(f"{text!r}: give one encoding a side, such as cp1251,utf-8")
    return _encoding(parts[0]), _encoding(parts[1])


def of_one(text: str) -> tuple[str, str]:
    """The encoding of the one file that there is, as that of both sides."""
    return (_encoding(text.strip()),) * 2


def _encoding(name: str) -> str:
    if name.lower() in ("", "auto"):
        return ""
    try:
        b"  ".decode(name, "replace")
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{name!r} is no text encoding that Python knows") from error
    return name
