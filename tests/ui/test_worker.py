"""What the worker does with each request, called as the process calls it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from statement_compare.engine import pipeline
from statement_compare.engine.bundle import NO_MODEL
from statement_compare.engine.model import CompareOptions, Comparison, Statement
from statement_compare.engine.progress import SILENT, Cancelled, Progress
from statement_compare.engine.readers import read_text
from statement_compare.ui.worker import Compare, ReadText, engine

LEFT = "The plant closed on 3 May 2024.\nFour people were hurt."
RIGHT = "The plant closed on 4 May 2024. Nobody was hurt."


def test_sides_are_cut_when_they_are_read_and_never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    options = CompareOptions(sentences_per_line=True, languages=("en", "en"), use_model=False, model=NO_MODEL)
    whole = pipeline.compare(read_text(LEFT), read_text(RIGHT), options)
    perform = engine()
    sides = [perform(ReadText(text, "en", sentences_per_line=True), SILENT, print) for text in (LEFT, RIGHT)]
    left, right = (side for side in sides if isinstance(side, Statement))
    assert [len(side.sentences) for side in (left, right)] == [2, 1]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("cut again")

    monkeypatch.setattr(pipeline, "segment", refuse)
    made = perform(Compare(left, right, options), SILENT, print)
    assert isinstance(made, Comparison)
    assert made == whole


def test_cutting_a_long_text_can_be_stopped() -> None:
    def listen(stage: str, _done: int, _total: int) -> None:
        stages.append(stage)

    stages: list[str] = []
    with pytest.raises(Cancelled):
        engine()(ReadText("One.\n\n" * 200), Progress(listen, lambda: "segment" in stages), print)
    assert stages[-1] == "segment"


GONE = """
import multiprocessing, sys, time
from pathlib import Path
from statement_compare.ui import worker

here, there = multiprocessing.Pipe()
here.send(worker.Asked(1, "anything"))


def perform(request, progress, tell):
    # The thread that hears of it is kept from being the first to leave.
    worker.leave = lambda: time.sleep(60)
    here.close()
    {telling}


worker.serve(there, Path(sys.argv[1]), lambda: perform)
"""


@pytest.mark.parametrize("telling", ["return 1", "tell(1)", "progress.report('read', 1, 2)"])
def test_a_worker_whose_window_is_gone_leaves_and_logs_nothing(telling: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", GONE.format(telling=telling), str(tmp_path / "worker.log")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "worker.log").read_text(encoding="utf-8") == ""
