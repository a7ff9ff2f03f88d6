"""The way from a file, pasted text or standard input to a `Source`, and what may go wrong on it.

Plain text, Markdown and pasted text up to a megabyte are read in this process: that is a moment's work, bounded and
in Python alone. Everything else is read in a child process with limits (see `isolation`).
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import fields, replace
from pathlib import Path, PurePath

from statement_compare.engine.model import Source
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.readers import text
from statement_compare.engine.readers.detect import format_of
from statement_compare.engine.readers.extract import Extract, Request
from statement_compare.engine.readers.failures import Refusal, size, unreadable
from statement_compare.engine.readers.formats import READ_HERE, SUFFIXES, Format
from statement_compare.engine.readers.isolation import CHILD_SWITCH, STAGE, extract
from statement_compare.engine.readers.limits import DEFAULT_LIMITS, Limits
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.reader_of_format import reader_of

_READ_HERE_BYTES = 1_000_000

__all__ = [
    "CHILD_SWITCH",
    "DEFAULT_LIMITS",
    "SUFFIXES",
    "Limits",
    "bytes_of_file",
    "read_bytes",
    "read_file",
    "read_text",
    "refuse_too_large",
]


def read_file(
    path: str | os.PathLike[str],
    *,
    encoding: str = "",
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = SILENT,
) -> Source:
    """The document in a file. `encoding` is a person's choice for text without a fixed one; "" guesses.

    Raises UnreadableFileError with one line that says what happened and what to do, UsageError for an encoding that
    does not exist, Cancelled at a progress report.
    """
    name = os.fspath(path)
    progress.report(STAGE, 0, 1)
    data = bytes_of_file(name, limits)
    return read_bytes(data, name=name, encoding=encoding, limits=limits, progress=progress)


def bytes_of_file(name: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """What an ordinary file holds; UnreadableFileError for any other, and for one that is too large."""
    if not name:
        raise unreadable(Refusal("file_missing"), '""')
    try:
        return _bytes_of(Path(name), limits)
    except Refusal as refusal:
        raise unreadable(refusal, name) from None


def refuse_too_large(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> None:
    """UnreadableFileError for more bytes than are read, as standard input may give them."""
    if len(data) > limits.file_bytes:
        raise unreadable(Refusal("file_too_large", limit=size(limits.file_bytes)), name)


def read_bytes(
    data: bytes,
    *,
    name: str,
    encoding: str = "",
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = SILENT,
) -> Source:
    """The document in `data`; `name` is its path, or "-" for standard input. Errors as for `read_file`."""
    refuse_too_large(data, name, limits)
    try:
        file_format = format_of(data, name)
        if file_format in READ_HERE and len(data) <= _READ_HERE_BYTES:
            progress.report(STAGE, 0, 1)
            found = reader_of(file_format)(data, Request(encoding, limits))
        else:
            found = extract(data, file_format, encoding, limits, progress)
    except Refusal as refusal:
        raise unreadable(refusal, name) from None
    progress.report(STAGE, 1, 1)
    named = SUFFIXES.get(PurePath(name).suffix.lower(), file_format)
    differs = (note("format_differs_from_name", file_format),) if named is not file_format else ()
    return _source(found, name, file_format, hashlib.sha256(data).hexdigest(), differs)


def read_text(pasted: str, *, title: str = "", limits: Limits = DEFAULT_LIMITS) -> Source:
    """Pasted text, unchanged, line ends of Windows included; `title` overrides what its first lines say."""
    try:
        if len(pasted) <= _READ_HERE_BYTES:
            found = text.of_text(pasted, Request(limits=limits))
        else:
            found = extract(text.whole(pasted).encode(), Format.TXT, "utf-8", limits, SILENT)
            found = replace(found, encoding="")
    except Refusal as refusal:
        raise unreadable(refusal, "") from None
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    # What was pasted stands in no document in which a paragraph could be counted.
    return _source(replace(found, title=title or found.title, places=()), "", Format.TXT, digest, ())


def _source(found: Extract, path: str, file_format: Format, sha256: str, notes: tuple[str, ...]) -> Source:
    said = {field.name: getattr(found, field.name) for field in fields(found)}
    said["notes"] = notes + found.notes
    return Source(path=path, format=file_format.value, sha256=sha256, **said)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    """A regular file's bytes, one more than allowed at most; a pipe or device is never opened, it may not end."""
    try:
        _refuse_unless_regular(path.stat().st_mode)
        with path.open("rb") as file:
            # Once more on what was really opened: the name may point elsewhere by now.
            status = os.fstat(file.fileno())
            _refuse_unless_regular(status.st_mode)
            if status.st_size > limits.file_bytes:
                raise Refusal("file_too_large", limit=size(limits.file_bytes))
            return file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise Refusal("file_missing") from None
    except PermissionError:
        raise Refusal("file_not_permitted") from None
    except (OSError, ValueError) as error:
        # ValueError: a null character in the name.
        detail = getattr(error, "strerror", None) or str(error)
        raise Refusal("file_unavailable", detail=detail) from None


def _refuse_unless_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Refusal("file_is_folder")
    if not stat.S_ISREG(mode):
        raise Refusal("file_special")
