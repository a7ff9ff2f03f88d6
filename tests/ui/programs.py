"""The whole program with several windows, whose workers are answered by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from scenario import comparison

from statement_compare.session.folders import Folders
from statement_compare.ui import desk
from statement_compare.ui.app import Program
from statement_compare.ui.desk import Desk

FOUR = "A1=B1:number A2!B3:date A3!B2:number A4~B4:modality"
Start = Callable[[], Program]


@contextmanager
def started(folders: Folders, application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """What starts the program; all that it started end when this is left."""
    style_sheet = application.styleSheet()
    programs: list[Program] = []

    def tasks(_log: Path, _prepare: object, parent: QObject) -> FakeTasks:
        made = FakeTasks()
        made.setParent(parent)
        return made

    monkeypatch.setattr(desk, "Tasks", tasks)

    def start() -> Program:
        program = Program(application, folders, is_kept=True)
        program.show()
        programs.append(program)
        return program

    yield start
    for program in programs:
        if not program.is_closed:
            end(program)
    application.setStyleSheet(style_sheet)


def end(program: Program) -> None:
    for each in program.desks.all:
        each.window.close()
    program.close()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: windows are gone before the next are there


def open_pair(at: Desk, left: str, right: str) -> None:
    at.controller.open_paths([Path(left), Path(right)])
    read_again(at)


def read_again(at: Desk) -> None:
    """Both sides are read and compared, as the worker would do it."""
    tasks = at.tasks
    assert isinstance(tasks, FakeTasks)
    tasks.answer_reading("left", "Left one. Left two.")
    tasks.answer_reading("right", "Right one. Right two.")
    tasks.answer_comparing(comparison(FOUR))


def another(program: Program) -> Desk:
    """Another window, which is in front then."""
    program.window.actions_by_id["new_window"].trigger()
    return program.desks.front
