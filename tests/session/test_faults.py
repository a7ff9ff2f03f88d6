"""A fault is written down with where it happened, and without what the program was working on."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from statement_compare.session.faults import described, log_fault, opened
from statement_compare.session.folders import write_whole

MARK = "Forty cormorants left the breakwater at noon."


def caught(error: BaseException) -> BaseException:
    def work(text: str) -> None:
        if text:
            raise error

    try:
        work(MARK)
    except BaseException as found:  # noqa: BLE001 - of every kind
        return found
    raise AssertionError


KINDS = [
    ValueError(MARK),
    KeyError(MARK),
    RuntimeError("a", MARK),
    TypeError(MARK),
    AssertionError(MARK),
    UnicodeEncodeError("utf-8", MARK, 0, 1, MARK),
    OSError(2, "No such file or directory", f"/texts/{MARK}"),
    OSError(MARK),
    SystemExit(MARK),
    type("PanicException", (BaseException,), {})(f"byte index 3 of `{MARK}`"),
    ExceptionGroup(MARK, [ValueError(MARK), ExceptionGroup("x", [KeyError(MARK)])]),
]


@pytest.mark.parametrize("error", KINDS, ids=lambda error: type(error).__name__)
def test_no_word_of_a_statement_is_written_down_of_a_fault(error: BaseException) -> None:
    found = caught(error)
    found.add_note(MARK)
    told = described(found)
    assert MARK not in told
    assert "cormorants" not in told
    assert type(error).__name__ in told
    assert "in work" in told


def test_the_fault_that_another_came_from_is_written_down_as_well() -> None:
    try:
        try:
            raise KeyError(MARK)
        except KeyError as error:
            raise ValueError(MARK) from error
    except ValueError as error:
        told = described(error)
    assert told.index("KeyError") < told.index("From this came") < told.index("ValueError")
    assert MARK not in told


def test_a_circle_of_faults_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert described(first).count("Traceback") == 2


def test_words_of_the_interpreter_about_code_stay() -> None:
    assert "AttributeError: 'NoneType' object has no attribute 'span'" in described(
        caught(AttributeError("'NoneType' object has no attribute 'span'"))
    )
    assert "FileNotFoundError: [Errno 2] No such file or directory\n" in described(
        caught(FileNotFoundError(2, "No such file or directory", "secret.txt"))
    )


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
def test_logs_and_what_is_kept_are_nobody_elses(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        log_fault(tmp_path / "share" / "data" / "crash.log", ValueError(MARK))
        opened(tmp_path / "share" / "data" / "worker.log").close()
        write_whole(tmp_path / "config" / "settings.json", b"{}")
    finally:
        os.umask(before)
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert rights == {
        "share": 0o700,
        "data": 0o700,
        "config": 0o700,
        "crash.log": 0o600,
        "worker.log": 0o600,
        "settings.json": 0o600,
    }


def test_each_fault_has_its_time_and_is_added(tmp_path: Path) -> None:
    for _ in range(2):
        log_fault(tmp_path / "crash.log", caught(ValueError(MARK)))
    assert (tmp_path / "crash.log").read_text(encoding="utf-8").count("+00:00\nTraceback") == 2
