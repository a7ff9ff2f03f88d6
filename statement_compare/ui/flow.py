"""What follows from what: a file opened is read, two texts read are compared, and the latest wish wins."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL, THOROUGH
from statement_compare.engine.model import CompareOptions, Comparison, Judged, Preset, Side, Statement
from statement_compare.engine.signature import model_word
from statement_compare.errors import StatementCompareError
from statement_compare.session.carry import carried
from statement_compare.session.pairing import chosen_model
from statement_compare.session.query import in_order
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.review import Review, changed_verdicts
from statement_compare.ui.document import EMPTY_SIDE, Document, SideState, State
from statement_compare.ui.strings import error_words
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import (
    Compare,
    JudgePair,
    LoadedModels,
    LoadModels,
    ReadFile,
    ReadText,
    Render,
)

_log = logging.getLogger(__name__)
_COMPARE = "compare"
_MODELS = "models"
_CHECK = "check"
_REPORT = "report"
_WHAT_IF = "what_if"
_SESSION_SUFFIX = ".stcmp"


class Flow(QObject):
    """Takes a person's wishes, asks the worker, and writes what comes back into the document."""

    progressed = Signal(str, str, int, int)
    compared = Signal(object)
    models_loaded = Signal(object)
    model_checked = Signal(str, str, bool)
    refined = Signal(int)
    report_written = Signal(str)
    report_failed = Signal(object)
    pair_judged = Signal(object)
    pair_failed = Signal(object)

    def __init__(self, document: Document, tasks: Tasks, parent: QObject | None = None, first_model: str = "") -> None:
        """`first_model` is asked before the thorough model, so that there is something to read; "" for none."""
        super().__init__(parent)
        self._first_model = first_model
        self._document = document
        self._tasks = tasks
        self._preset = Preset.NORMAL
        self._model: str = THOROUGH
        self._model_told = ""
        self._report_path = Path()
        self._finding_wanted = -1
        self._ids_wanted: tuple[tuple[int, ...], tuple[int, ...]] | None = None
        self._kept: State | None = None
        self._pair_wanted: JudgePair | None = None
        tasks.finished.connect(self._take)
        tasks.partial.connect(self._take_partial)
        tasks.failed.connect(self._take_failure)
        tasks.progressed.connect(self.progressed)

    @property
    def _state(self) -> State:
        return self._document.state

    def load_models(self) -> None:
        """Load what the first comparison will ask, ahead of it."""
        self._load(self._first_model if self._asks_first() else self._model)

    def set_judging(self, preset: Preset, model: str) -> None:
        """Choose how contradictions are called, and by which model; what is open is compared again where it matters."""
        if (preset, model) == (self._preset, self._model):
            return
        is_other_model = model != self._model
        self._preset, self._model = preset, model
        if is_other_model and self._model_told:  # before the start it waits for `load_models`
            self.load_models()
        self._compare()

    def check_model(self, folder: str) -> None:
        """Find out whether a folder holds a model; `model_checked(folder, problem, is_measured)` says so.

        `problem` is "" where there is none.
        """
        self._tasks.ask(_CHECK, LoadModels(folder))

    def open(self, side: Side, origin: Origin) -> None:
        """Read an origin into a side."""
        self._finding_wanted, self._ids_wanted = -1, None
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
        present = self._let_go()
        former = present if _has_text(present) else self._state.former
        self._finding_wanted = pair.finding
        left, right = (SideState(origin, is_busy=not origin.is_empty) for origin in (pair.left, pair.right))
        self._document.put(State(left, right, sentences_per_line=pair.sentences_per_line, former=former))
        for side, origin in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
            if not origin.is_empty:
                self._ask_to_read(side, origin)

    def close_pair(self) -> None:
        former = self._let_go()
        self._document.put(State(former=former if _has_text(former) else self._state.former))

    def undo(self) -> None:
        """Put back what was open before a text was replaced or closed; once more, and what replaced it is back."""
        former = self._state.former
        if self._state.is_reading and self._state.is_replacing:
            self.cancel()
        elif former is not None:
            self._put_back(replace(former, former=self._let_go()))

    def forget_former(self) -> None:
        """Hold no text that is not open any more."""
        self._document.put(replace(self._state, former=None))

    def swap(self) -> None:
        state = self._state
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        if state.comparison is not None and state.current is not None:
            chosen = state.comparison.links[state.current]
            self._ids_wanted = (chosen.right, chosen.left)
        kept = self._kept
        self._kept = None if kept is None else replace(_without_findings(kept), left=kept.right, right=kept.left)
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
        if self._state.current is not None:
            self._finding_wanted = self._state.current  # reading takes the findings away, what is chosen with them
        for side in Side:
            origin = self._state.side(side).origin
            if not origin.is_empty:
                self._read(side, origin)

    def go_on(self) -> None:
        """Judge the rest of the pairs after a stop; what is shown stays until there is more."""
        if self._state.is_stopped and self._ask_to_compare(self._first_of_all()):
            self._document.put(replace(self._state, problem=None, is_comparing=True))

    def cancel(self) -> None:
        """Stop what is being done. Where that is reading, what was open before is back and goes on as it was."""
        if self._state.is_reading:
            self._stop_reading()
            return
        if self._state.is_refining:
            self._tasks.cancel(_COMPARE)
            kept = StatementCompareError("refining_stopped", "The first verdicts stay.")
            self._document.put(replace(self._state, is_refining=False, problem=kept))
        if self._state.is_comparing:
            self._tasks.cancel(_COMPARE)
            stopped = StatementCompareError("stopped", "The comparison was stopped.")
            self._document.put(replace(self._state, is_comparing=False, problem=stopped))

    def write_report(self, path: Path, format_: str) -> None:
        if self._state.review is not None:
            self._report_path = path
            self._tasks.ask(_REPORT, Render(self._state.review.reported(), format_))

    def judge_pair(self, left: str, right: str) -> None:
        """Judge two texts beside the comparison, as it judges; while one pair is being judged, the last wish waits.

        A pair is never cancelled: behind a long comparison it could not hear of it, and the worker would be replaced.
        """
        comparison = self._state.comparison
        if comparison is None:
            return
        # A comparison names a model of a person's own by its folder's name alone, which nothing could be loaded by.
        made_by = chosen_model(comparison)
        model = made_by if made_by in ENTAILMENT_FOLDERS else self._model
        wish = JudgePair(left, right, self._options((comparison.left.language, comparison.right.language), model))
        if self._tasks.is_busy(_WHAT_IF):
            self._pair_wanted = wish
        else:
            self._tasks.ask(_WHAT_IF, wish)

    def _ask_for_next_pair(self) -> bool:
        """Go on with the pair that waits; what came of the one before is then for nobody."""
        wish, self._pair_wanted = self._pair_wanted, None
        if wish is None:
            return False
        self._tasks.ask(_WHAT_IF, wish)
        return True

    def _empty_side(self) -> Side | None:
        return next((side for side in Side if self._state.side(side).origin.is_empty), None)

    def _read(self, side: Side, origin: Origin) -> None:
        self._tasks.cancel(_COMPARE)
        if not self._state.is_reading:
            self._kept = self._state
        is_replacing = self._kept is not None and _has_text(self._kept)
        state = replace(_without_findings(self._state), problem=None, is_comparing=False, is_replacing=is_replacing)
        self._document.put(state.with_side(side, SideState(origin, is_busy=True)))
        self._ask_to_read(side, origin)

    def _stop_reading(self) -> None:
        for side in Side:
            if self._state.side(side).is_busy:
                self._tasks.cancel(side)
                self._keep_former(side, None)

    def _let_go(self) -> State:
        """End all work on what is open; returns it, so that a person can come back to it."""
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        self._ids_wanted = None
        kept, self._kept = self._kept, None
        # What is still being read has replaced nothing yet.
        state = kept if kept is not None and self._state.is_reading else self._state
        return replace(state, former=None)

    def _keep_former(self, side: Side, problem: StatementCompareError | None) -> None:
        """A side could not be read, or was not to be: what it held before stays, with its findings if they still hold.

        Where it held no text, the side says why there is none.
        """
        kept = self._kept
        former = EMPTY_SIDE if kept is None else kept.side(side)
        if former.statement is None:
            back = EMPTY_SIDE if problem is None else SideState(self._state.side(side).origin, problem=problem)
            self._document.put(self._state.with_side(side, back))
            return
        assert kept is not None
        told = None
        if problem is not None:
            name = Path(self._state.side(side).origin.path).name
            told = StatementCompareError("not_taken", problem.message, name=name, reason=error_words(problem))
        state = replace(self._state.with_side(side, former), problem=told)
        if (state.left, state.right) == (kept.left, kept.right):
            self._put_back(replace(kept, former=state.former), told)
        else:
            self._document.put(state)
            self._compare(told)

    def _put_back(self, state: State, problem: StatementCompareError | None = None) -> None:
        """Show a state again, and go on with what was being done in it."""
        was_comparing, was_refining = state.is_comparing, state.is_refining
        if any(state.side(side).is_busy for side in Side):
            self._kept = None
        self._document.put(replace(state, problem=problem, is_comparing=False, is_refining=False))
        for side in Side:
            if state.side(side).is_busy:
                self._ask_to_read(side, state.side(side).origin)
        if was_refining:
            self._refine()
        elif was_comparing or state.comparison is None or not self._is_made_so(state.comparison):
            self._compare(problem)

    def _is_made_so(self, comparison: Comparison) -> bool:
        """Whether a comparison was made as one would be made now."""
        made = dict(comparison.signature.options)
        # The first model's verdicts stay where a person stopped before the thorough one's came.
        models = {model_word(self._model)} | ({self._first_model} if self._model == THOROUGH else set())
        return made.get("preset", self._preset) == self._preset and made.get("model", model_word(self._model)) in models

    def _ask_to_read(self, side: Side, origin: Origin) -> None:
        if Path(origin.path).suffix.lower() == _SESSION_SUFFIX:
            later = StatementCompareError("session_file", "Saved sessions cannot be opened yet.", path=origin.path)
            self._keep_former(side, later)
            return
        per_line = self._state.sentences_per_line
        self._tasks.ask(
            side,
            ReadFile(origin.path, origin.encoding, origin.language, per_line)
            if origin.path
            else ReadText(origin.pasted, origin.language, per_line),
        )

    def _compare(self, problem: StatementCompareError | None = None) -> None:
        """Compare what is open; `problem` is what a person is told meanwhile."""
        # What is shown stays until there is something better: only texts that were read anew have ended it.
        if self._ask_to_compare(self._first_of_all()):
            self._document.put(replace(self._whole(), problem=problem, is_comparing=True, is_refining=False))

    def _first_of_all(self) -> str:
        """The model that is asked first."""
        return self._first_model if self._asks_first() else self._model

    def _refine(self) -> None:
        """Judge what is shown once more, by the model that was chosen."""
        if self._ask_to_compare(self._model):
            self._document.put(replace(self._state, is_refining=True))

    def _ask_to_compare(self, model: str) -> bool:
        """Ask for a comparison of what is open; whether there are two texts."""
        state = self._state
        left, right = state.left.described, state.right.described
        if left is None or right is None:
            return False
        if model != self._model_told and self._model_told:
            self._load(model)
        options = self._options((state.left.origin.language, state.right.origin.language), model)
        self._tasks.ask(_COMPARE, Compare(left, right, options))
        return True

    def _load(self, model: str) -> None:
        self._model_told = model
        self._tasks.ask(_MODELS, LoadModels(model))

    def _asks_first(self) -> bool:
        """Whether a faster model goes before the chosen one: not where the chosen one's verdicts are there to read."""
        shown = self._whole().comparison
        is_thorough = shown is not None and chosen_model(shown) == THOROUGH
        return bool(self._first_model) and self._model == THOROUGH and not is_thorough

    def _options(self, languages: tuple[str, str], model: str) -> CompareOptions:
        """How a person wants it judged, by the model whose turn it is."""
        return CompareOptions(
            sentences_per_line=self._state.sentences_per_line,
            languages=languages,
            preset=self._preset,
            use_model=self._model != NO_MODEL,
            model=model,
        )

    def _take(self, lane: str, request: object, result: object) -> None:
        match result:
            case Statement() if lane in tuple(Side):
                side = Side(lane)
                held, kept = self._state.side(side), self._kept
                state = self._state.with_side(side, SideState(held.origin, result))
                if kept is not None and _is_replaced(kept.side(side), held.origin):
                    state = replace(state, former=replace(kept, former=None))
                self._document.put(state)
                self._compare(state.problem)
            case Comparison() if self._state.is_refining:
                self._take_refined(result)
            case Comparison():
                told = self._state.problem
                kept_words = told if told is not None and told.key == "not_taken" else None
                state = replace(self._state, is_comparing=False, is_partial=False, problem=kept_words)
                current = self._current_in(result)
                self._document.put(replace(state, review=Review(result), current=current))
                self.compared.emit(result)
                if isinstance(request, Compare) and request.options.use_model and request.options.model != self._model:
                    self._refine()
            case LoadedModels() if lane == _CHECK and isinstance(request, LoadModels):
                self.model_checked.emit(request.model, result.problem, result.is_measured)
            case LoadedModels() if result.problem and self._state.is_refining:
                # Without the thorough model there is nothing better to come than what is shown.
                self._tasks.cancel(_COMPARE)
                problem = StatementCompareError("model", result.problem)
                self._document.put(replace(self._state, is_refining=False, problem=problem))
            case LoadedModels():
                self.models_loaded.emit(result)
            case Judged():
                if not self._ask_for_next_pair():
                    self.pair_judged.emit(result)
            case bytes():
                self._write(result)

    def _take_refined(self, comparison: Comparison) -> None:
        """Put the thorough verdicts in place of the first ones; what a person looks at stays where it is."""
        state = self._state
        if state.review is None:
            return
        review, former = carried(state.review, comparison).review, state.review.comparison
        self._document.put(replace(state, review=review, current=self._same_link(comparison), is_refining=False))
        self.compared.emit(comparison)
        self.refined.emit(changed_verdicts(former, comparison))

    def _take_partial(self, _lane: str, _request: object, result: object) -> None:
        """Show what is judged so far, unless a whole comparison of these texts is still there to read."""
        state = self._state
        if isinstance(result, Comparison) and (state.review is None or state.is_partial):
            if state.comparison is not None and len(result.links) < len(state.comparison.links):
                return  # judging goes on after a stop, and has not come so far yet
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
        ids, self._ids_wanted = self._ids_wanted, None
        if ids is not None:
            among = (i for i, link in enumerate(comparison.links) if (link.left, link.right) == ids)
            return next(among, _first(comparison))
        wanted, self._finding_wanted = self._finding_wanted, -1
        if self._state.comparison is not None and self._state.current is not None:
            same = self._same_link(comparison)
            return _first(comparison) if same is None else same
        return wanted if 0 <= wanted < len(comparison.links) else _first(comparison)

    def _take_failure(self, lane: str, request: object, error: StatementCompareError) -> None:
        _log.info("%s: %s", lane, error.message)
        if lane in tuple(Side):
            self._keep_former(Side(lane), error)
        elif lane == _COMPARE:
            self._document.put(replace(self._state, is_comparing=False, is_refining=False, problem=error))
        elif lane == _CHECK and isinstance(request, LoadModels):
            self.model_checked.emit(request.model, error_words(error), False)
        elif lane == _REPORT:
            self.report_failed.emit(error)
        elif lane == _WHAT_IF and not self._ask_for_next_pair():
            self.pair_failed.emit(error)

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
    return replace(state, review=None, is_partial=False, is_refining=False, current=None)


def _first(comparison: Comparison) -> int | None:
    return next(iter(in_order(comparison)), None)


def _has_text(state: State) -> bool:
    return any(state.side(side).statement is not None for side in Side)


def _is_replaced(former: SideState, origin: Origin) -> bool:
    """Whether a side held a text that another one has taken the place of."""
    return former.statement is not None and _what_is_read(former.origin) != _what_is_read(origin)


def _what_is_read(origin: Origin) -> tuple[str, str, str, str]:
    return origin.path, origin.pasted, origin.encoding, origin.language
