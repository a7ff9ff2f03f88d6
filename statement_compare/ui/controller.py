"""What follows from what: a file opened is read, two texts read are compared, and the latest wish wins."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Comparison, Judged, Preset, Side, Statement
from statement_compare.engine.reported import ReportChoice
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import Edit
from statement_compare.session.folders import Folders
from statement_compare.session.recent import Origin, Pair
from statement_compare.ui import arriving, pair_trials, report_file
from statement_compare.ui.document import EMPTY_SIDE, Document, SideState, State
from statement_compare.ui.editing import Editing
from statement_compare.ui.judging import Judging
from statement_compare.ui.link_judging import LinkJudging
from statement_compare.ui.model_loading import ModelLoading
from statement_compare.ui.page_drawings import PageDrawings
from statement_compare.ui.pair_trials import PairTrials
from statement_compare.ui.reading import not_taken, wish_to_read
from statement_compare.ui.report_file import ReportFile
from statement_compare.ui.session_files import SessionFiles, is_session
from statement_compare.ui.state_queries import in_place_of_sample
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.wanted_finding import WantedFinding
from statement_compare.ui.worker import Compare, LoadedModels

_log = logging.getLogger(__name__)
_COMPARE = "compare"


class Controller(QObject):
    """Takes a person's wishes, asks the worker, and writes what comes back into the document."""

    progressed = Signal(str, str, int, int)
    compared = Signal(object)
    refined = Signal(int)

    def __init__(
        self,
        document: Document,
        tasks: Tasks,
        parent: QObject | None = None,
        first_model: str = "",
        folders: Folders | None = None,
    ) -> None:
        """`first_model` as `Judging` has it; `folders` as `Editing`."""
        super().__init__(parent)
        self._judging = Judging(first_model)
        self._document = document
        self._tasks = tasks
        self.models = ModelLoading(tasks, self)
        self.report = ReportFile(tasks, self)
        self.trials = PairTrials(tasks, self)
        self.links = LinkJudging(tasks, self)
        self.drawings = PageDrawings(tasks, self)
        self._wanted = WantedFinding()
        self._unrefined: list[Comparison] = []  # they were shown, and what judges them once more was broken off
        self.editing = Editing(document, self, folders=folders)
        self.editing.stepped_from.connect(self._go_on_with_what_is_shown)
        self.files = SessionFiles(self.editing, self.show_instead, self)
        self.files.opened.connect(self.compared)
        self._kept: State | None = None
        tasks.finished.connect(self._take)
        tasks.partial.connect(self._take_partial)
        tasks.failed.connect(self._take_failure)
        tasks.progressed.connect(self.progressed)

    @property
    def _state(self) -> State:
        return self._document.state

    def load_models(self) -> None:
        """Load what the first comparison will ask, ahead of it."""
        self.models.load(self._first_of_all())

    def set_judging(self, preset: Preset, model: str) -> None:
        """Choose how contradictions are called, and by which model; what is open is compared again where it matters."""
        wanted = replace(self._judging, preset=preset, model=model)
        if wanted == self._judging:
            return
        former, self._judging = self._judging, wanted
        self._unrefined.clear()
        if model != former.model and self.models.has_begun:  # before the start it waits for `load_models`
            self.load_models()
        self._compare()

    def open(self, side: Side, origin: Origin) -> None:
        """Read an origin into a side; one that is brought to the sample takes the place of both its texts."""
        self._wanted.forget()
        pair = in_place_of_sample(self._state, side, origin)
        self._read(side, origin) if pair is None else self.open_pair(pair)

    def open_path(self, side: Side, path: Path) -> None:
        self.open(side, Origin(path=str(path.absolute())))

    def open_paths(self, paths: list[Path], side: Side | None = None) -> None:
        """Two files fill both sides; one goes to `side`, or to the first side that is empty."""
        if len(paths) == 1 and is_session(paths[0]):
            self.files.open(paths[0])
        elif len(paths) >= 2:
            left, right = (Origin(path=str(path.absolute())) for path in paths[:2])
            self.open_pair(Pair(left, right, self._state.sentences_per_line))
        elif paths:
            self.open_path(side or self._state.empty_side or Side.LEFT, paths[0])

    def paste(self, side: Side, text: str) -> None:
        if text.strip():
            self.open(side, Origin(pasted=text))

    def open_pair(self, pair: Pair) -> None:
        """Open a pair as it was left."""
        left, right = (SideState(origin, is_busy=not origin.is_empty) for origin in (pair.left, pair.right))
        self.show_instead(State(left, right, sentences_per_line=pair.sentences_per_line))
        self._wanted.want(pair.finding)
        for side, origin in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
            if not origin.is_empty:
                self._ask_to_read(side, origin)

    def show_instead(self, state: State) -> None:
        """Show another pair; what was open comes back by undoing."""
        present = self._let_go()
        self._document.put(state.in_place_of(present if present.has_text else None, self._state.former))

    def close_pair(self) -> None:
        self.show_instead(State())

    def undo(self) -> None:
        """Take the last edit back, or else what replaced a text; once more, and what replaced it is back."""
        former = self._state.former
        if self._state.is_reading and self._state.is_replacing:
            self.cancel()
        elif self._state.undo_name is not None:
            self.editing.undo()
        elif former is not None:
            self._put_back(replace(former, former=self._let_go()))

    def edit(self, edit: Edit, *, replace_last: bool = False) -> bool:
        """Make an edit of the review; whether it could be made. `replace_last` is as in `Work.apply`."""
        is_made = self.editing.edit(edit, replace_last=replace_last)
        self._refine_what_waits()
        return is_made

    def forget_former(self) -> None:
        """Hold no text that is not open any more."""
        self._document.put(replace(self._state, former=None))

    def swap(self) -> None:
        state = self._state
        for lane in (*Side, _COMPARE):
            self._tasks.cancel(lane)
        self._wanted.want_again(state.review, state.chosen)
        self._wanted.swap()
        swapped, self._kept = self.editing.swapped(state, self._kept)
        self._document.put(swapped)
        for side in Side:
            if self._state.side(side).is_busy:
                self._read(side, self._state.side(side).origin)
        self._compare()

    def describe(self, side: Side, origin: Origin) -> None:
        """Take what a person says about a side: encoding and path call for reading anew, the rest for comparing."""
        held = self._state.side(side)
        if held.origin == origin:
            return
        if not held.is_read_from(origin):
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

    def compare_again(self, sides: tuple[Side, ...] = tuple(Side)) -> None:
        """Read sides anew, as their files may have changed, and compare."""
        for side in sides:
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
        if self._state.is_refining or self._state.is_comparing:
            self._tasks.cancel(_COMPARE)
            self._document.put(arriving.stopped(self.editing, self._state))
            self._refine_no_more()

    def write_report(self, path: Path, format_: str, choice: ReportChoice | None = None, reviewer: str = "") -> None:
        if (review := self._state.review) is not None:
            self.report.ask(path, review.reported(reviewer), format_, choice)

    def judge_pair(self, left: str, right: str) -> None:
        """Judge two texts beside the comparison; `trials` answers the last wish."""
        self.trials.judge(left, right, self.pair_options())

    def pair_options(self) -> CompareOptions | None:
        """How two texts are judged beside the comparison: as it judges."""
        made = self._state.comparison
        if made is None:
            return None
        return self._options((made.left.language, made.right.language), self._judging.model_of(made))

    def _read(self, side: Side, origin: Origin) -> None:
        self._break_off(self._state.proposed)
        if self._state.side(side).origin.text == origin.text:  # another text has other findings
            self._wanted.want_again(self._state.review, self._state.chosen)  # reading takes the findings away
        if not self._state.is_reading:
            self._kept = self._state
        is_replacing = self._kept is not None and self._kept.has_text
        state = replace(self._state.without_findings, problem=None, is_comparing=False, is_replacing=is_replacing)
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
        self._wanted.forget()
        self._unrefined.clear()
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
        told = not_taken(self._state.side(side).origin, problem)
        state = replace(self._state.with_side(side, former), problem=told)
        if (state.left, state.right) == (kept.left, kept.right):
            self._put_back(replace(kept, former=state.former), told)
        else:
            self._document.put(state)
            self._compare(told)

    def _put_back(self, state: State, problem: StatementCompareError | None = None) -> None:
        """Show a state again, and go on with what was being done in it."""
        was_comparing, was_refining = state.is_comparing, state.is_refining
        state = self.editing.as_left(state)
        if any(state.side(side).is_busy for side in Side):
            self._kept = None
        self._document.put(replace(state, problem=problem, is_comparing=False, is_refining=False))
        for side in Side:
            if state.side(side).is_busy:
                self._ask_to_read(side, state.side(side).origin)
        if was_refining:
            self._refine()
        elif was_comparing or state.comparison is None or not self._judging.has_made(state.comparison):
            self._compare(problem)

    def _ask_to_read(self, side: Side, origin: Origin) -> None:
        if is_session(Path(origin.path)):
            no_text = StatementCompareError("session_file", "This is a saved session, no statement.", path=origin.path)
            self._keep_former(side, no_text)
            return
        self._tasks.ask(side, wish_to_read(origin, sentences_per_line=self._state.sentences_per_line))

    def _compare(self, problem: StatementCompareError | None = None) -> None:
        """Compare what is open; `problem` is what a person is told meanwhile."""
        # What is shown stays until there is something better: only texts that were read anew have ended it.
        if self._ask_to_compare(self._first_of_all()):
            self._document.put(replace(self._state.whole, problem=problem, is_comparing=True, is_refining=False))

    def _first_of_all(self) -> str:
        """The model that is asked first."""
        return self._judging.first_of_all(self._state.whole.comparison)

    def _refine(self) -> None:
        """Judge what is shown once more, by the model that was chosen."""
        if self._ask_to_compare(self._judging.model):
            self._refine_no_more()
            self._document.put(replace(self._state, is_refining=True))

    def _refine_no_more(self) -> None:
        """What is shown waits for no better verdicts: they are being made, or a person has stopped it."""
        self._unrefined = [each for each in self._unrefined if each is not self._state.proposed]

    def _break_off(self, shown: Comparison | None) -> None:
        """End what is being compared; where `shown` was to be judged once more, that waits until it is shown again."""
        self._tasks.cancel(_COMPARE)
        if self._state.is_refining and shown is not None:
            self._unrefined.append(shown)

    def _go_on_with_what_is_shown(self, former: Comparison) -> None:
        """Another comparison is shown by undoing: what was to take the place of the former one is for nobody."""
        self._break_off(former)
        state = self._state
        self._document.put(replace(state, is_comparing=False, is_refining=False))
        is_made = self._judging.has_made_of(state.proposed, state.left.described, state.right.described)
        self._compare() if state.is_comparing and not is_made else self._refine_what_waits()

    def _refine_what_waits(self) -> None:
        """Judge what is shown once more where that was broken off, and nothing would be lost that can be redone."""
        state = self._state
        is_waiting = state.proposed in self._unrefined and state.redo_name is None
        if is_waiting and not state.is_comparing and not state.is_refining:
            self._refine()

    def _ask_to_compare(self, model: str) -> bool:
        """Ask for a comparison of what is open; whether there are two texts."""
        state = self._state
        left, right = state.left.described, state.right.described
        if left is None or right is None:
            return False
        self.models.load_other(model)
        languages = state.left.origin.language, state.right.origin.language
        self._tasks.ask(_COMPARE, Compare(left, right, self._options(languages, model)))
        return True

    def _options(self, languages: tuple[str, str], model: str) -> CompareOptions:
        return self._judging.options(languages, model, sentences_per_line=self._state.sentences_per_line)

    def _take(self, lane: str, request: object, result: object) -> None:
        if isinstance(request, Compare):
            self.editing.options = request.options
        match result:
            case Statement() if lane in tuple(Side):
                state = arriving.with_text(self._state, Side(lane), result, self._kept)
                self._document.put(state)
                self._compare(state.problem)
            case Comparison() if lane == _COMPARE and self._state.is_refining:
                self._take_refined(result)
            case Comparison() if lane == _COMPARE:
                self._document.put(arriving.with_whole(self.editing, self._state, self._wanted, result))
                self.compared.emit(result)
                if isinstance(request, Compare) and self._judging.is_first_of_two(request.options):
                    self._refine()
            case LoadedModels() if result.problem and self._state.is_refining and not self.models.is_check(lane):
                self._tasks.cancel(_COMPARE)  # without the thorough model there is nothing better to come
                problem = StatementCompareError("model", result.problem)
                self._document.put(replace(self._state, is_refining=False, problem=problem))
            case LoadedModels():
                self.models.take(lane, request, result)
            case Judged() if lane == pair_trials.LANE:
                self.trials.take(result)
            case bytes():
                self.report.take(result)

    def _take_refined(self, comparison: Comparison) -> None:
        before = self._state
        after = arriving.with_better(self.editing, before, comparison)
        self._document.put(after)
        self.compared.emit(comparison)
        self.refined.emit(self.editing.verdicts_changed(before, after))

    def _take_partial(self, _lane: str, _request: object, result: object) -> None:
        if isinstance(result, Comparison):
            after = arriving.with_part(self.editing, self._state, result)
            if after is not None:
                self._document.put(after)

    def _take_failure(self, lane: str, request: object, error: StatementCompareError) -> None:
        _log.info("%s: %s", lane, error.message)
        if lane in tuple(Side):
            self._keep_former(Side(lane), error)
        elif lane == _COMPARE:
            state = self.editing.with_review_back(self._state)
            self._document.put(replace(state, is_comparing=False, is_refining=False, problem=error))
        elif self.models.is_check(lane):
            self.models.take_failure(request, error)
        elif lane == report_file.LANE:
            self.report.take_failure(error)
        elif lane == pair_trials.LANE:
            self.trials.take_failure(error)
