"""What goes to which stream: results to standard output or a file, notes and progress to standard error."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from statement_compare.engine.progress import SILENT, Progress
from statement_compare.errors import UnreadableFileError, UsageError

_STAGES: Final = {
    "read": "reading",
    "segment": "finding sentences",
    "encode": "reading their meaning",
    "align": "pairing sentences",
    "entail": "reading pairs together",
    "judge": "judging pairs",
    "weigh": "fitting the table",
    "fold": "making the edits again",
}


class StandardOutputClosedError(Exception):
    """Whoever read standard output has closed it."""


def say(line: str) -> None:
    """One line on standard error, if there is one; an escape or a line break in a name is seen and does nothing."""
    from statement_compare.engine.text import hidden

    if sys.stderr is not None:
        line = hidden.shown(line).replace("\n", hidden.token("\n")).replace("\r", hidden.token("\r"))
        with suppress(OSError, ValueError):  # nobody is left to be told
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def say_to_person(line: str, *, quiet: bool) -> None:
    """A note that is of use to a person who watches, and would be noise in a log."""
    if not quiet and _is_terminal(sys.stderr):
        say(line)


def read_standard_input(most: int) -> bytes:
    """What standard input holds, one byte more than `most` at the most: it need not end (`cat /dev/zero`)."""
    if sys.stdin is None:
        raise UnreadableFileError("read.stdin", "-: standard input is closed", path="-")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise UnreadableFileError("read.stdin", f"-: {_why(error)}", path="-") from error


def write(result: bytes, output: str) -> None:
    """Write a whole result to a file, or to standard output where `output` is "" or "-"."""
    if output in ("", "-"):
        write_to_output(result)
    else:
        write_file(result, Path(output))


def refuse_terminal(format_: str, output: str) -> None:
    """Raise UsageError where a file that is no text would be written to a terminal."""
    from statement_compare.engine.report_formats import BINARY_REPORTS

    if format_ in (*BINARY_REPORTS, "zip") and is_for_eyes(output):
        raise UsageError(
            "usage.binary", f"{format_} is no text that a terminal can show: name a file with -o FILE, or use a pipe"
        )


def is_for_eyes(output: str) -> bool:
    """Whether a result that goes to `output` is shown on a terminal, where control characters would act."""
    return output in ("", "-") and _is_terminal(sys.stdout)


def write_to_output(piece: bytes) -> None:
    """Write to standard output; raises StandardOutputClosedError when nobody reads any more."""
    if sys.stdout is None:
        raise UnreadableFileError("write.stdout", "-: standard output is closed", path="-")
    try:
        if _is_terminal(sys.stdout):
            # A terminal may speak another encoding than UTF-8, and not know every character.
            text = piece.decode("utf-8", "replace")
            encoding = sys.stdout.encoding or "utf-8"
            sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        else:
            _write_all(piece)
    except OSError as error:
        _output_failed(error)


def _write_all(piece: bytes) -> None:
    """All of a piece: with PYTHONUNBUFFERED standard output writes what fits on a full disk, and is content."""
    rest = memoryview(piece)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]


def flush_output() -> None:
    """Hand over what is still buffered, so that a full disk or a closed pipe is noticed before the program ends."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _output_failed(error)


def _output_failed(error: OSError) -> None:
    # What is still buffered can go nowhere; without this the interpreter would try again while it ends, and complain.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
        raise StandardOutputClosedError from error
    raise UnreadableFileError("write.stdout", f"standard output: {_why(error)}", path="-") from error


def write_file(result: bytes, path: Path) -> None:
    """Put a result in place of `path` in one step."""
    from statement_compare.session.result_file import write_result

    try:
        write_result(result, path)
    except OSError as error:
        raise UnreadableFileError("write.file", f"{path}: cannot be written: {_why(error)}", path=str(path)) from error


def _why(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def terminal_width() -> int:
    if not _is_terminal(sys.stdout):
        return 100
    import shutil  # late, since it loads all archive formats

    return shutil.get_terminal_size((100, 24)).columns


def shows_colour() -> bool:
    """Whether standard output is a terminal that wants colours (https://no-color.org)."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: IO[str] | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


@contextmanager
def progress_line(*, quiet: bool) -> Iterator[Progress]:
    """Progress that is one line on standard error, written over and over and gone at the end; silent elsewhere."""
    if quiet or not _is_terminal(sys.stderr):
        yield SILENT
        return
    last = ""

    def show(stage: str, done: int, total: int) -> None:
        nonlocal last
        share = f" {100 * done // total:3d} %" if total > 1 else ""
        line = f"{_STAGES.get(stage, stage)}{share}"
        if line != last:
            last = line
            _write_over(line)

    try:
        yield Progress(show)
    finally:
        if last:
            _write_over("")


def _write_over(line: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
