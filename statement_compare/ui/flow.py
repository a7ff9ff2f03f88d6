"""What follows from what: a file opened is read, two texts read are compared, and the latest wish wins."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Comparison, Preset, Side, Statement
from statement_compare.errors import StatementCompareError
from statement_compare.session.query import in_order
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.review import Review
from statement_compare.ui.document import EMPTY_SIDE, Document, SideState, State
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Compare, LoadedModels, LoadModels, ReadFile, ReadText, Render

_log = logging.getLogger(__name__)
_COMPARE = "compare"
_MODELS = "models"
_REPORT = "report"
_SESSION_SUFFIX = ".stcmp"


class Flow(QObject):
    """Takes a person's wishes, asks the worker, and writes what comes back into the document."""

    progressed = Signal(str, str, int, int)
    compared = Signal(object)
    models_loaded = Signal(object)
    report_written = Signal(str)
    report_failed = Signal(object)

    def __init__(self, document: Document, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._tasks = tasks
        self._preset = Preset.NORMAL
        self._uses_model = True
        self._report_path = Path()
        self._finding_wanted = -1
        tasks.finished.connect(self._take)
        tasks.partial.connect(self._take_partial)
        tasks.failed.connect(self._take_failure)
        tasks.progressed.connect(self.progressed)

    @property
    def _state(self) -> State:
        return self._document.state

    def load_models(self) -> None:
        self._tasks.ask(_MODELS, LoadModels())

    def set_judging(self, preset: Preset, *, uses_model: bool) -> None:
        """Choose how contradictions are called; what is open is compared again where that changes anything."""
        if (preset, uses_model) != (self._preset, self._uses_model):
            self._preset, self._uses_model = preset, uses_model
            self._compare()

    def open(self, side: Side, origin: Origin) -> None:
        """Read an origin into a side."""
        self._finding_wanted = -1
        self._read(side, origin)

    def open_path(self, side: Side, path: Path) -> None:
        self.open(side, Origin(path=str(path.absolute())))

    def open_paths(self, paths: list[Path], side: Side | None = None) -> None:
        """Two files fill both sides; one goes to `side`, or to the first side that is empty."""
        if len(paths) >= 2:
            left, right = (Origin(path=str(path.absolute())) for path in paths[:2])
            self.open_pair(Pair(left, right, self._state.sentences_per_line))
        elif paths:
            self.open_path(side or self._empty_side() or Side.LEFT, paths[0])

    def paste(self, side: Side, text: str) -> None:
        if text.strip():
            self.open(side, Origin(pasted=text))

    def open_pair(self, pair: Pair) -> None:
        """Open a pair as it was left."""
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        self._finding_wanted = pair.finding
        left, right = (SideState(origin, is_busy=not origin.is_empty) for origin in (pair.left, pair.right))
        self._document.put(State(left, right, sentences_per_line=pair.sentences_per_line))
        for side, origin in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
            if not origin.is_empty:
                self._ask_to_read(side, origin)

    def close_pair(self) -> None:
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        self._document.put(State())

    def swap(self) -> None:
        state = self._state
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        self._document.put(replace(_without_findings(state), left=state.right, right=state.left, is_comparing=False))
        for side in Side:
            if self._state.side(side).is_busy:
                self._read(side, self._state.side(side).origin)
        self._compare()

    def describe(self, side: Side, origin: Origin) -> None:
        """Take what a person says about a side: encoding and path call for reading anew, the rest for comparing."""
        held = self._state.side(side)
        if held.origin == origin:
            return
        if _what_is_read(held.origin) != _what_is_read(origin):
            self._read(side, origin)
        else:
            self._document.put(self._state.with_side(side, replace(held, origin=origin)))
            self._compare()

    def set_sentences_per_line(self, is_set: bool) -> None:
        if is_set != self._state.sentences_per_line:
            self._document.put(replace(self._state, sentences_per_line=is_set))
            self.compare_again()

    def choose(self, link: int | None) -> None:
        self._document.put(replace(self._state, current=link))

    def compare_again(self) -> None:
        """Read both sides anew, as their files may have changed, and compare."""
        for side in Side:
            origin = self._state.side(side).origin
            if not origin.is_empty:
                self._finding_wanted = -1 if self._state.current is None else self._state.current
                self._read(side, origin)

    def cancel(self) -> None:
        for side in Side:
            if self._state.side(side).is_busy:
                self._tasks.cancel(side)
                held = self._state.side(side)
                back = EMPTY_SIDE if held.statement is None else replace(held, is_busy=False)
                self._document.put(self._state.with_side(side, back))
        if self._state.is_comparing:
            self._tasks.cancel(_COMPARE)
            stopped = StatementCompareError("stopped", "The comparison was stopped.")
            self._document.put(replace(self._whole(), is_comparing=False, problem=stopped))

    def write_report(self, path: Path, format_: str) -> None:
        if self._state.review is not None:
            self._report_path = path
            self._tasks.ask(_REPORT, Render(self._state.review.comparison, format_))

    def _empty_side(self) -> Side | None:
        return next((side for side in Side if self._state.side(side).origin.is_empty), None)

    def _read(self, side: Side, origin: Origin) -> None:
        self._tasks.cancel(_COMPARE)
        state = replace(_without_findings(self._state), problem=None, is_comparing=False)
        self._document.put(state.with_side(side, SideState(origin, is_busy=True)))
        self._ask_to_read(side, origin)

    def _ask_to_read(self, side: Side, origin: Origin) -> None:
        if Path(origin.path).suffix.lower() == _SESSION_SUFFIX:
            later = StatementCompareError("session_file", "Saved sessions cannot be opened yet.", path=origin.path)
            self._document.put(self._state.with_side(side, SideState(origin, problem=later)))
            return
        per_line = self._state.sentences_per_line
        self._tasks.ask(
            side,
            ReadFile(origin.path, origin.encoding, origin.language, per_line)
            if origin.path
            else ReadText(origin.pasted, origin.language, per_line),
        )

    def _compare(self) -> None:
        state = self._state
        left, right = state.left.source, state.right.source
        if left is None or right is None:
            return
        options = CompareOptions(
            sentences_per_line=state.sentences_per_line,
            languages=(state.left.origin.language, state.right.origin.language),
            preset=self._preset,
            use_model=self._uses_model,
        )
        # What is shown stays until there is something better: only texts that were read anew have ended it.
        self._document.put(replace(self._whole(), problem=None, is_comparing=True))
        self._tasks.ask(_COMPARE, Compare(left, right, options))

    def _take(self, lane: str, _request: object, result: object) -> None:
        match result:
            case Statement() if lane in tuple(Side):
                side = Side(lane)
                held = self._state.side(side)
                self._document.put(self._state.with_side(side, SideState(held.origin, result)))
                self._compare()
            case Comparison():
                state = replace(self._state, is_comparing=False, is_partial=False, problem=None)
                current = self._current_in(result)
                self._document.put(replace(state, review=Review(result), current=current))
                self.compared.emit(result)
            case LoadedModels():
                self.models_loaded.emit(result)
            case bytes():
                self._write(result)

    def _take_partial(self, _lane: str, _request: object, result: object) -> None:
        """Show what is judged so far, unless a whole comparison of these texts is still there to read."""
        state = self._state
        if isinstance(result, Comparison) and (state.review is None or state.is_partial):
            # Nothing is chosen that nobody asked for: what is first now will not be first at the end.
            current = None if state.current is None else self._same_link(result)
            self._document.put(replace(state, review=Review(result), is_partial=True, current=current))

    def _whole(self) -> State:
        """The state without findings that were never finished."""
        return _without_findings(self._state) if self._state.is_partial else self._state

    def _same_link(self, comparison: Comparison) -> int | None:
        """The link of another comparison that joins the sentences which the chosen one joins."""
        state = self._state
        if state.comparison is None or state.current is None:
            return None
        held = state.comparison.links[state.current]
        same = (i for i, link in enumerate(comparison.links) if (link.left, link.right) == (held.left, held.right))
        return next(same, None)

    def _current_in(self, comparison: Comparison) -> int | None:
        """What to choose in a new comparison: what was chosen before, what a reopened pair asks for, or the first."""
        wanted, self._finding_wanted = self._finding_wanted, -1
        if self._state.comparison is not None and self._state.current is not None:
            same = self._same_link(comparison)
            return _first(comparison) if same is None else same
        return wanted if 0 <= wanted < len(comparison.links) else _first(comparison)

    def _take_failure(self, lane: str, _request: object, error: StatementCompareError) -> None:
        _log.info("%s: %s", lane, error.message)
        if lane in tuple(Side):
            held = self._state.side(Side(lane))
            self._document.put(self._state.with_side(Side(lane), SideState(held.origin, problem=error)))
        elif lane == _COMPARE:
            self._document.put(replace(self._whole(), is_comparing=False, problem=error))
        elif lane == _REPORT:
            self.report_failed.emit(error)

    def _write(self, content: bytes) -> None:
        try:
            self._report_path.write_bytes(content)
        except OSError as error:
            reason = error.strerror or str(error)
            self.report_failed.emit(
                StatementCompareError("unwritable", reason, path=str(self._report_path), reason=reason)
            )
            return
        self.report_written.emit(str(self._report_path))


def _without_findings(state: State) -> State:
    return replace(state, review=None, is_partial=False, current=None)


def _first(comparison: Comparison) -> int | None:
    return next(iter(in_order(comparison)), None)


def _what_is_read(origin: Origin) -> tuple[str, str, str, str]:
    return origin.path, origin.pasted, origin.encoding, origin.language
