"""Which models the worker was told to load ahead of the first question, and whether a folder holds one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.errors import StatementCompareError
from statement_compare.ui.strings import error_words
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import LoadedModels, LoadModels

_LOAD = "models"
_CHECK = "check"


class ModelLoading(QObject):
    """`loaded(LoadedModels)` tells what is there; `checked(folder, problem, is_measured)` answers `check`."""

    loaded = Signal(object)
    checked = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._told = ""

    @property
    def has_begun(self) -> bool:
        return bool(self._told)

    def load(self, model: str) -> None:
        self._told = model
        self._tasks.ask(_LOAD, LoadModels(model))

    def load_other(self, model: str) -> None:
        """Load a model that is asked next, where another one was loaded before."""
        if self._told and model != self._told:
            self.load(model)

    def check(self, folder: str) -> None:
        """Find out whether a folder holds a model; `problem` is "" where it does."""
        self._tasks.ask(_CHECK, LoadModels(folder))

    def is_check(self, lane: str) -> bool:
        return lane == _CHECK

    def take(self, lane: str, request: object, result: LoadedModels) -> None:
        if lane == _CHECK and isinstance(request, LoadModels):
            self.checked.emit(request.model, result.problem, result.is_measured)
        else:
            self.loaded.emit(result)

    def take_failure(self, request: object, error: StatementCompareError) -> None:
        """A folder could not be looked into."""
        if isinstance(request, LoadModels):
            self.checked.emit(request.model, error_words(error), False)
