from __future__ import annotations

import multiprocessing
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import fake_work
import pytest
from pytestqt.qtbot import QtBot

from statement_compare.errors import StatementCompareError
from statement_compare.ui import tasks as tasks_module
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import ReadText
from statement_compare.ui.worker_process import begin, begin_ahead

WAIT_MS = 20_000


class Heard:
    """What the tasks' signals said, in order."""

    def __init__(self, tasks: Tasks) -> None:
        self.results: list[tuple[str, object]] = []
        self.errors: list[tuple[str, StatementCompareError]] = []
        self.stages: list[tuple[str, str, int, int]] = []
        tasks.finished.connect(lambda lane, _request, result: self.results.append((lane, result)))
        tasks.failed.connect(lambda lane, _request, error: self.errors.append((lane, error)))
        tasks.progressed.connect(lambda *stage: self.stages.append(stage))


@pytest.fixture
def tasks(tmp_path: Path, qtbot: QtBot) -> Iterator[Tasks]:  # noqa: ARG001 - the application must exist
    made = Tasks(tmp_path / "log" / "worker.log", fake_work.prepare)
    yield made
    made.close()


@pytest.fixture
def heard(tasks: Tasks) -> Heard:
    return Heard(tasks)


def test_a_result_comes_back_from_another_process_without_qt(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("where", None))
    tasks.ask("b", ("without Qt", None))
    qtbot.waitUntil(lambda: len(heard.results) == 2, timeout=WAIT_MS)
    assert dict(heard.results)["a"] != os.getpid()
    assert dict(heard.results)["b"] is True


def test_the_same_process_does_all_the_work(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("where", None))
    qtbot.waitUntil(lambda: len(heard.results) == 1, timeout=WAIT_MS)
    tasks.ask("a", ("where", None))
    qtbot.waitUntil(lambda: len(heard.results) == 2, timeout=WAIT_MS)
    assert heard.results[0] == heard.results[1]


def test_the_latest_request_of_a_lane_wins(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("count", 10_000))
    qtbot.waitUntil(lambda: bool(heard.stages), timeout=WAIT_MS)
    tasks.ask("a", ("echo", "second"))
    tasks.ask("a", ("echo", "third"))
    qtbot.waitUntil(lambda: bool(heard.results), timeout=WAIT_MS)
    qtbot.wait(300)
    assert heard.results == [("a", "third")]
    assert heard.errors == []


def test_other_lanes_are_left_alone(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("count", 10_000))
    tasks.ask("b", ("echo", "b"))
    tasks.cancel("a")
    qtbot.waitUntil(lambda: heard.results == [("b", "b")], timeout=WAIT_MS)
    assert not tasks.is_busy("a")


def test_progress_says_where_the_work_is(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("count", 40))
    qtbot.waitUntil(lambda: heard.results == [("a", "counted")], timeout=WAIT_MS)
    assert {stage[:2] for stage in heard.stages} == {("a", "count")}
    done = [stage[2] for stage in heard.stages]
    assert done == sorted(done)
    assert len(done) < 40  # not every step is worth a message


def test_what_is_known_before_the_end_is_told_in_order(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    tasks.partial.connect(lambda lane, _request, result: told.append((lane, result)))
    tasks.ask("a", ("tell", ["some", "more", "all"]))
    qtbot.waitUntil(lambda: heard.results == [("a", "all")], timeout=WAIT_MS)
    assert told == [("a", "some"), ("a", "more")]


def test_an_error_a_person_can_read_arrives_as_one(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("left", ("refuse", "/nowhere.txt"))
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=WAIT_MS)
    lane, error = heard.errors[0]
    assert (lane, error.key, error.params) == ("left", "file_missing", {"path": "/nowhere.txt"})
    assert error.message == "/nowhere.txt does not exist."


def test_a_crash_is_told_and_a_fresh_worker_goes_on(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("die", None))
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=WAIT_MS)
    assert heard.errors[0][1].key == "worker_crashed"
    tasks.ask("a", ("echo", "alive"))
    qtbot.waitUntil(lambda: heard.results == [("a", "alive")], timeout=WAIT_MS)


@pytest.mark.parametrize("fault", ["break", "panic"])
def test_a_fault_in_one_request_is_told_and_the_others_are_done_by_the_same_worker(
    tasks: Tasks, heard: Heard, qtbot: QtBot, fault: str
) -> None:
    tasks.ask("a", ("where", None))
    qtbot.waitUntil(lambda: len(heard.results) == 1, timeout=WAIT_MS)
    tasks.ask("left", (fault, None))
    tasks.ask("right", ("where", None))
    qtbot.waitUntil(lambda: bool(heard.errors) and len(heard.results) == 2, timeout=WAIT_MS)
    assert [(lane, error.key) for lane, error in heard.errors] == [("left", "worker_fault")]
    assert heard.errors[0][1].params["log"].endswith("worker.log")
    assert heard.results[1] == ("right", heard.results[0][1])


def test_a_log_that_cannot_be_written_stops_no_work(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_bytes(b"")
    tasks = Tasks(tmp_path / "file" / "worker.log", fake_work.prepare)
    heard = Heard(tasks)
    tasks.ask("a", ("echo", "read"))
    qtbot.waitUntil(lambda: heard.results == [("a", "read")], timeout=WAIT_MS)
    assert heard.errors == []
    tasks.close()


def test_a_worker_that_died_while_idle_is_replaced_without_a_word(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.ask("a", ("where", None))
    qtbot.waitUntil(lambda: len(heard.results) == 1, timeout=WAIT_MS)
    worker = multiprocessing.active_children()[0]
    worker.kill()
    worker.join()
    tasks.ask("a", ("echo", "alive"))
    qtbot.waitUntil(lambda: heard.results[1:] == [("a", "alive")], timeout=WAIT_MS)
    assert heard.errors == []


def test_what_was_unforeseen_is_written_to_the_log(tasks: Tasks, heard: Heard, qtbot: QtBot, tmp_path: Path) -> None:
    tasks.ask("a", ("break", None))
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=WAIT_MS)
    log = (tmp_path / "log" / "worker.log").read_text(encoding="utf-8")
    assert 'raise RuntimeError("an unforeseen fault")' in log  # a line of code, where it happened
    assert "\nRuntimeError (its 19 characters of text are left out: they may quote a statement)\n" in log
    assert stat.S_IMODE((tmp_path / "log" / "worker.log").stat().st_mode) == 0o600 or sys.platform == "win32"


def test_work_that_hears_no_cancelling_is_ended_and_what_waits_is_done(
    tasks: Tasks, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_module, "_PATIENCE_S", 0.3)
    tasks.ask("warm", ("echo", 1))
    qtbot.waitUntil(lambda: bool(heard.results), timeout=WAIT_MS)
    tasks.ask("a", ("be deaf", 60))
    qtbot.wait(200)
    tasks.ask("b", ("echo", "b"))
    tasks.cancel("a")
    qtbot.waitUntil(lambda: heard.results[1:] == [("b", "b")], timeout=WAIT_MS)
    assert heard.errors == []


def test_a_worker_that_never_comes_up_is_told_once_and_not_tried_without_end(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(tmp_path / "worker.log", fake_work.prepare_nothing)
    heard = Heard(tasks)
    tasks.ask("a", ("echo", 1))
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=WAIT_MS)
    assert heard.errors[0][1].key == "worker_crashed"
    tasks.close()


@pytest.mark.usefixtures("qtbot")
def test_a_process_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = Tasks(tmp_path / "worker.log", fake_work.prepare)
    heard = Heard(tasks)

    def fail(*_: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
    tasks.ask("a", ("echo", 1))
    assert [error.key for _, error in heard.errors] == ["worker_not_started"]
    assert not tasks.is_busy("a")
    tasks.close()


def test_a_worker_that_was_started_ahead_does_the_work(tmp_path: Path, qtbot: QtBot) -> None:
    begun = begin(tmp_path / "worker.log", fake_work.prepare)
    (process,) = multiprocessing.active_children()
    tasks = Tasks(tmp_path / "worker.log", fake_work.prepare)
    tasks.take_on(begun)
    heard = Heard(tasks)
    tasks.start()
    tasks.ask("a", ("where", None))
    qtbot.waitUntil(lambda: heard.results == [("a", process.pid)], timeout=WAIT_MS)
    tasks.close()
    assert not begun.is_alive()
    begun.end_unless_taken()  # it was taken, and is ended already


def test_a_worker_that_nobody_took_ends(tmp_path: Path) -> None:
    begun = begin(tmp_path / "worker.log", fake_work.prepare)
    assert begun.is_alive()
    begun.end_unless_taken()
    assert not begun.is_alive()
    assert multiprocessing.active_children() == []


def test_no_worker_is_started_ahead_where_it_would_only_slow_the_window_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert begin_ahead(tmp_path / "worker.log") is None
    assert multiprocessing.active_children() == []


def test_a_worker_that_cannot_be_started_ahead_is_left_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
    assert begin_ahead(tmp_path / "worker.log") is None


def test_a_worker_that_was_started_ahead_warms_up_and_says_nothing_of_it(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    begun = begin_ahead(tmp_path / "worker.log")
    assert begun is not None
    tasks = Tasks(tmp_path / "worker.log")
    tasks.take_on(begun)
    heard = Heard(tasks)
    tasks.ask("left", ReadText("The fine was paid."))
    qtbot.waitUntil(lambda: bool(heard.results), timeout=WAIT_MS)
    tasks.close()
    ((lane, statement),) = heard.results
    assert (lane, [sentence.text for sentence in statement.sentences]) == ("left", ["The fine was paid."])  # type: ignore[attr-defined]
    assert heard.errors == []


def test_closing_in_the_middle_of_work_leaves_no_process(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(tmp_path / "worker.log", fake_work.prepare)
    heard = Heard(tasks)
    tasks.ask("a", ("count", 10_000))
    qtbot.waitUntil(lambda: bool(heard.stages), timeout=WAIT_MS)
    tasks.close()
    tasks.ask("a", ("echo", "too late"))
    qtbot.wait(200)
    assert heard.results == []  # the leak check of the fixture sees the process
