"""How a model is asked several questions: side by side, told in their order, and never without an end."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
from tiny_model import write_model

from statement_compare.engine.onnx import runtime
from statement_compare.engine.onnx.runtime import answered
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    from statement_compare.engine.onnx.folder import ModelFolder
    from statement_compare.engine.onnx.runtime import Session

TWO = 2


class Model:
    """A session that answers each question with its number, and keeps which were asked."""

    def __init__(self, meeting: threading.Barrier | None = None, failing: int | None = None) -> None:
        self.asked: list[int] = []
        self._meeting = meeting
        self._failing = failing

    def run(self, _outputs: list[str] | None, feeds: dict[str, Any], _options: Any) -> list[Any]:
        number = int(feeds["input_ids"][0])
        self.asked.append(number)
        if number == self._failing:
            raise ValueError(f"{number} cannot be read")
        if self._meeting is not None:
            self._meeting.wait(30)
        return [number]


class EndlessModel:
    """One that comes to no answer until it is told to end."""

    def __init__(self) -> None:
        self.ended = 0

    def run(self, _outputs: list[str] | None, _feeds: dict[str, Any], options: Any) -> list[Any]:
        while not options.terminate:
            threading.Event().wait(0.01)
        self.ended += 1
        raise RuntimeError("ended")


def asked(model: object, count: int, seconds: float | None = None) -> list[int]:
    questions = [{"input_ids": np.array([number])} for number in range(count)]
    return answered(cast("Session", model), None, questions, lambda told: int(told[0]), seconds)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: TWO)


@pytest.mark.usefixtures("two_processors")
def test_answers_come_in_the_order_of_the_questions_and_the_last_is_asked_first() -> None:
    model = Model()
    assert asked(model, 9) == list(range(9))
    assert sorted(model.asked) == list(range(9))
    assert 0 not in model.asked[:7]


@pytest.mark.usefixtures("two_processors")
def test_as_many_are_asked_at_a_time_as_there_are_processors() -> None:
    # Both wait for each other: were one asked after the other, the barrier would break.
    assert asked(Model(threading.Barrier(TWO)), 6) == list(range(6))


def test_no_question_is_no_answer() -> None:
    assert asked(Model(), 0) == []


@pytest.mark.usefixtures("two_processors")
def test_what_fails_is_raised_and_nothing_more_is_asked() -> None:
    model = Model(failing=99)
    with pytest.raises(ValueError, match="99 cannot be read"):
        asked(model, 100)
    assert len(model.asked) < 100


@pytest.mark.usefixtures("two_processors")
def test_an_answer_that_cannot_be_kept_is_raised_and_not_taken_for_the_end() -> None:
    questions = [{"input_ids": np.array([number])} for number in range(5)]
    with pytest.raises(IndexError):
        answered(cast("Session", Model()), None, questions, lambda told: told[1])


@pytest.mark.usefixtures("two_processors")
def test_a_model_that_comes_to_no_answer_is_ended() -> None:
    model = EndlessModel()
    with pytest.raises(TimeoutError):
        asked(model, 5, seconds=0.1)
    assert model.ended == TWO


def test_a_session_runs_in_the_thread_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    import onnxruntime

    from statement_compare import bundled
    from statement_compare.engine.onnx.folder import read_folder

    opened: list[Any] = []

    def note(_where: object, options: Any, **_: object) -> object:
        opened.append(options)
        return object()

    monkeypatch.setattr(onnxruntime, "InferenceSession", note)
    runtime.open_session(read_folder(bundled.path("models", "minilm")))
    assert [(each.intra_op_num_threads, each.inter_op_num_threads) for each in opened] == [(1, 1)]


def test_the_file_of_a_bundled_model_is_not_kept_in_memory() -> None:
    from statement_compare import bundled
    from statement_compare.engine.onnx.folder import Checking, read_folder

    folder = bundled.path("models", "minilm")
    kept, not_kept = read_folder(folder), Checking(folder).end()
    assert (kept.model, not_kept.model) == ((folder / "model.onnx").read_bytes(), b"")
    assert kept.sha256 == not_kept.sha256


def test_a_bundled_model_is_checked_while_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    from statement_compare import bundled

    came: list[str] = []

    def open_(_: ModelFolder) -> object:
        came.extend(each.name for each in threading.enumerate() if each.name == "check")
        return came

    monkeypatch.setattr(runtime, "open_session", open_)
    found, session = runtime.open_and_check(bundled.path("models", "minilm"))
    assert session is came
    assert came == ["check"]
    assert found.sha256 == hashlib.sha256((found.path / "model.onnx").read_bytes()).hexdigest()


def test_a_model_that_opens_and_is_not_the_one_that_came_along_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"sha256": "0" * 64}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.onnx is not the file that config\.json names"):
        runtime.open_and_check(folder)
    assert not [each for each in threading.enumerate() if each.name == "check"]
