from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Comparison, Preset, Side, Signature
from statement_compare.engine.progress import Progress
from statement_compare.errors import StatementCompareError, UnreadableFileError
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.samples import sample_pair
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import EMPTY_SIDE, Document, State
from statement_compare.ui.worker import Compare, JudgePair, LoadedModels, LoadModels, ReadFile, ReadText, Render, engine


class Desk:
    """A controller with its document and tasks that the test answers."""

    def __init__(self, first_model: str = "") -> None:
        self.tasks = FakeTasks()
        self.document = Document()
        self.controller = Controller(self.document, self.tasks, first_model=first_model)  # type: ignore[arg-type]

    @property
    def state(self) -> State:
        return self.document.state

    def read_both(self) -> None:
        self.controller.open_paths([Path("/a.txt"), Path("/b.txt")])
        self.tasks.answer_reading("left", "Left one. Left two.")
        self.tasks.answer_reading("right", "Right one. Right two.")

    def compare_both(self, scenario: str = "A1=B1 A2!B3") -> None:
        self.read_both()
        self.tasks.answer_comparing(comparison(scenario))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:  # noqa: ARG001 - the application must exist
    return Desk()


def test_one_file_is_read_and_waits_for_the_other(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/a.txt"))
    assert desk.state.left.is_busy
    desk.tasks.answer_reading("left", "One. Two.")
    assert not desk.state.left.is_busy
    assert desk.state.left.statement is not None
    assert [s.text for s in desk.state.left.statement.sentences] == ["One.", "Two."]
    assert desk.tasks.asked == {}


def test_two_texts_are_compared_by_themselves(desk: Desk) -> None:
    desk.read_both()
    assert desk.state.is_comparing
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B3"))
    assert not desk.state.is_comparing
    assert desk.state.comparison == comparison("A1=B1 A2!B3")


def test_the_first_contradiction_is_chosen(desk: Desk) -> None:
    desk.compare_both("A1=B1 A2!B3")
    assert desk.state.current == 1


def test_two_files_at_once_fill_both_sides_whichever_they_fell_on(desk: Desk) -> None:
    desk.controller.open_paths([Path("/a.txt"), Path("/b.txt")], Side.RIGHT)
    assert desk.state.left.origin.path == "/a.txt"
    assert desk.state.right.origin.path == "/b.txt"


def test_one_file_goes_to_the_side_that_is_empty(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/a.txt"))
    desk.controller.open_paths([Path("/b.txt")])
    assert desk.state.right.origin.path == "/b.txt"


def test_pasting_into_an_empty_side_compares_at_once(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/a.txt"))
    desk.tasks.answer_reading("left", "One.")
    desk.controller.paste(Side.RIGHT, "Pasted words.")
    assert desk.tasks.asked["right"] == ReadText("Pasted words.")
    desk.tasks.answer_reading("right", "Pasted words.")
    assert "compare" in desk.tasks.asked


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("is_pasted", [False, True])
def test_a_text_that_is_brought_to_the_sample_takes_the_place_of_both_sides(
    desk: Desk, side: Side, *, is_pasted: bool
) -> None:
    desk.controller.open_paths(list(sample_pair()))
    for each in ("left", "right"):
        desk.tasks.answer_reading(each, "One.")
    desk.tasks.answer_comparing(comparison("A1=B1", sentences=1))
    origin = Origin(pasted="My words.") if is_pasted else Origin(path="/mine.txt")
    desk.controller.open(side, origin)
    desk.tasks.answer_reading(side.value, "My words.")
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    assert (desk.state.side(side).origin, desk.state.side(other)) == (origin, EMPTY_SIDE)
    assert "compare" not in desk.tasks.asked
    assert desk.state.comparison is None
    desk.controller.open_paths([Path("/answer.txt")])
    desk.tasks.answer_reading(other.value, "An answer.")
    assert desk.state.side(side).origin == origin
    assert "compare" in desk.tasks.asked


def test_the_sample_comes_back_by_undoing(desk: Desk) -> None:
    desk.controller.open_paths(list(sample_pair()))
    for each in ("left", "right"):
        desk.tasks.answer_reading(each, "One.")
    desk.tasks.answer_comparing(comparison("A1=B1", sentences=1))
    desk.controller.open_path(Side.LEFT, Path("/mine.txt"))
    desk.tasks.answer_reading("left", "My words.")
    desk.controller.undo()
    assert [desk.state.side(each).origin.path for each in Side] == [str(path) for path in sample_pair()]
    assert desk.state.comparison is not None


def test_the_sample_the_other_way_round_is_still_the_sample(desk: Desk) -> None:
    left, right = sample_pair()
    desk.controller.open_paths([right, left])
    desk.controller.open_path(Side.RIGHT, Path("/mine.txt"))
    assert desk.state.left == EMPTY_SIDE
    desk.controller.open_paths([left, Path("/mine.txt")])
    desk.controller.open_path(Side.RIGHT, Path("/other.txt"))
    assert desk.state.left.origin.path == str(left)


def test_pasting_nothing_but_blanks_does_nothing(desk: Desk) -> None:
    desk.controller.paste(Side.RIGHT, " \n")
    assert desk.state == State()


def test_a_new_file_stops_the_comparison_of_the_old_one(desk: Desk) -> None:
    desk.read_both()
    desk.controller.open_path(Side.LEFT, Path("/c.txt"))
    assert "compare" not in desk.tasks.asked
    assert not desk.state.is_comparing


def test_a_file_that_cannot_be_read_says_so_on_its_side(desk: Desk) -> None:
    desk.controller.open_path(Side.RIGHT, Path("/a.txt"))
    error = UnreadableFileError("file_missing", "a.txt does not exist.", path="/a.txt")
    desk.tasks.refuse("right", error)
    assert desk.state.right.problem is error
    assert desk.state.right.origin.path == "/a.txt"
    assert not desk.state.right.is_busy


def test_swapping_compares_the_other_way_round(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.swap()
    request = desk.tasks.asked["compare"]
    assert isinstance(request, Compare)
    assert (request.left.source.path, request.right.source.path) == ("/b.txt", "/a.txt")


def test_swapping_while_one_side_is_being_read_reads_it_into_the_other(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/a.txt"))
    desk.controller.swap()
    assert "left" not in desk.tasks.asked
    assert desk.tasks.asked["right"] == ReadFile("/a.txt")


def test_another_encoding_reads_the_file_again(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.describe(Side.LEFT, replace(desk.state.left.origin, encoding="cp1251"))
    assert desk.tasks.asked["left"] == ReadFile("/a.txt", "cp1251")
    assert desk.state.comparison is None


def test_another_title_and_date_compare_again_without_reading(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.describe(Side.LEFT, replace(desk.state.left.origin, title="A plain title", speaker="The plant"))
    assert "left" not in desk.tasks.asked
    request = desk.tasks.asked["compare"]
    assert isinstance(request, Compare)
    assert (request.left.source.title, request.left.source.speaker) == ("A plain title", "The plant")
    assert desk.state.left.statement is not None
    assert request.left.sentences is desk.state.left.statement.sentences
    assert desk.state.comparison is not None  # what is shown stays until there is something better


def test_a_language_a_person_chose_goes_into_the_options(desk: Desk) -> None:
    desk.controller.open(Side.LEFT, Origin(path="/a.txt", language="kk"))
    desk.tasks.answer_reading("left", "One.")
    desk.controller.open_path(Side.RIGHT, Path("/b.txt"))
    desk.tasks.answer_reading("right", "Two.")
    request = desk.tasks.asked["compare"]
    assert isinstance(request, Compare)
    assert request.options.languages == ("kk", "")


def test_lines_as_sentences_read_both_sides_again(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.set_sentences_per_line(True)
    assert desk.tasks.asked["left"] == ReadFile("/a.txt", sentences_per_line=True)
    assert desk.tasks.asked["right"] == ReadFile("/b.txt", sentences_per_line=True)


def test_another_preset_compares_again_and_keeps_the_chosen_pair(desk: Desk) -> None:
    desk.compare_both("A1=B1 A2!B3")
    desk.controller.choose(0)
    desk.controller.set_judging(Preset.STRICT, "none")
    request = desk.tasks.answer_comparing(comparison("A3!B4 A1~B1"))
    assert (request.options.preset, request.options.use_model) == (Preset.STRICT, False)
    assert desk.state.current == 1


def test_the_same_preset_compares_nothing(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.set_judging(Preset.NORMAL, "thorough")
    assert desk.tasks.asked == {}


def test_a_reopened_pair_comes_back_to_its_finding(desk: Desk) -> None:
    desk.controller.open_pair(Pair(Origin(path="/a.txt"), Origin(pasted="Pasted."), finding=0))
    desk.tasks.answer_reading("left", "One.")
    desk.tasks.answer_reading("right", "Pasted.")
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B3"))
    assert desk.state.current == 0


def test_a_finding_that_is_no_longer_there_gives_way_to_the_first(desk: Desk) -> None:
    desk.controller.open_pair(Pair(Origin(path="/a.txt"), Origin(path="/b.txt"), finding=17))
    desk.tasks.answer_reading("left", "One.")
    desk.tasks.answer_reading("right", "Two.")
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B3"))
    assert desk.state.current == 1


def test_half_a_pair_reopens_as_half(desk: Desk) -> None:
    desk.controller.open_pair(Pair(Origin(path="/a.txt"), Origin()))
    assert set(desk.tasks.asked) == {"left"}


def test_stopping_leaves_the_texts_and_says_so(desk: Desk) -> None:
    desk.read_both()
    desk.controller.cancel()
    assert desk.tasks.asked == {}
    assert desk.state.left.statement is not None
    assert desk.state.problem is not None
    assert desk.state.problem.key == "stopped"


def test_stopping_while_reading_empties_the_side(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/a.txt"))
    desk.controller.cancel()
    assert desk.state.left.origin.is_empty


def test_a_comparison_that_fails_keeps_the_texts(desk: Desk) -> None:
    desk.read_both()
    desk.tasks.refuse("compare", StatementCompareError("worker_crashed", "It stopped."))
    assert desk.state.problem is not None
    assert not desk.state.is_comparing
    assert desk.state.right.statement is not None


def test_a_report_is_written_where_it_was_asked_for(desk: Desk, tmp_path: Path) -> None:
    desk.compare_both()
    written: list[str] = []
    desk.controller.report.written.connect(written.append)
    desk.controller.write_report(tmp_path / "out.csv", "csv")
    request = desk.tasks.asked["report"]
    assert isinstance(request, Render)
    assert request.format == "csv"
    desk.tasks.answer("report", b"a,b\n")
    assert (tmp_path / "out.csv").read_bytes() == b"a,b\n"
    assert written == [str(tmp_path / "out.csv")]


def test_a_report_that_cannot_be_written_is_told_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    desk.compare_both()
    errors: list[StatementCompareError] = []
    desk.controller.report.failed.connect(errors.append)
    desk.controller.write_report(tmp_path / "missing" / "out.csv", "csv")
    desk.tasks.answer("report", b"a,b\n")
    assert errors[0].key == "unwritable"
    assert errors[0].params["reason"] == "No such file or directory"


def test_the_document_tells_of_each_change_once_with_both_values(desk: Desk) -> None:
    changes: list[tuple[State, State]] = []
    desk.document.changed.connect(lambda before, after: changes.append((before, after)))
    before = desk.state
    desk.controller.choose(None)
    assert changes == []
    desk.document.put(replace(before, current=3))
    assert changes == [(before, replace(before, current=3))]


def made_by(model: str, scenario: str) -> Comparison:
    return replace(comparison(scenario), signature=Signature("1", (("model", model),), ()))


@pytest.fixture
def refining(qtbot: QtBot) -> Desk:  # noqa: ARG001 - the application must exist
    """A desk with both models, where the fast verdicts have come and the thorough ones are asked for."""
    desk = Desk("fast")
    desk.read_both()
    assert desk.tasks.answer_comparing(made_by("fast", "A1=B1 A2!B3 A3~B2")).options.model == "fast"
    return desk


def test_the_fast_verdicts_are_there_to_read_while_the_thorough_ones_are_made(refining: Desk) -> None:
    request = refining.tasks.asked["compare"]
    assert isinstance(request, Compare)
    assert (request.options.model, request.options.use_model) == ("thorough", True)
    assert refining.state.comparison == made_by("fast", "A1=B1 A2!B3 A3~B2")
    assert (refining.state.is_refining, refining.state.is_comparing) == (True, False)


def test_the_thorough_verdicts_take_the_place_of_the_fast_ones_and_the_chosen_pair_stays(refining: Desk) -> None:
    told: list[int] = []
    refining.controller.refined.connect(told.append)
    refining.controller.choose(2)
    refining.tasks.answer_comparing(made_by("thorough", "A4!B4 A1=B1 A3!B2"))
    assert refining.state.comparison == made_by("thorough", "A4!B4 A1=B1 A3!B2")
    assert refining.state.current == 2
    assert told == [3]  # A3-B2 is another verdict, A2-B3 is gone, and A4-B4 has come
    assert not refining.state.is_refining
    assert refining.tasks.asked == {}


def test_where_the_chosen_pair_is_gone_nothing_else_is_chosen_instead(refining: Desk) -> None:
    refining.controller.choose(1)
    refining.tasks.answer_comparing(made_by("thorough", "A4!B4 A1=B1"))
    assert refining.state.current is None


def test_where_nothing_was_chosen_nothing_is(refining: Desk) -> None:
    refining.controller.choose(None)
    refining.tasks.answer_comparing(made_by("thorough", "A1!B1"))
    assert refining.state.current is None


def test_stopping_keeps_the_fast_verdicts(refining: Desk) -> None:
    refining.controller.cancel()
    assert refining.tasks.asked == {}
    assert refining.state.comparison == made_by("fast", "A1=B1 A2!B3 A3~B2")
    assert not refining.state.is_refining
    assert refining.state.problem is not None
    assert refining.state.problem.key == "refining_stopped"


def test_thorough_verdicts_that_fail_leave_the_fast_ones(refining: Desk) -> None:
    refining.tasks.refuse("compare", StatementCompareError("worker_crashed", "It stopped."))
    assert refining.state.comparison == made_by("fast", "A1=B1 A2!B3 A3~B2")
    assert not refining.state.is_refining


def test_a_thorough_model_that_cannot_be_loaded_leaves_the_fast_verdicts(refining: Desk) -> None:
    heard: list[object] = []
    refining.controller.models.loaded.connect(heard.append)
    refining.tasks.asked["models"] = LoadModels("thorough")
    refining.tasks.answer("models", LoadedModels("small", "", "it is damaged"))
    assert "compare" not in refining.tasks.asked
    assert heard == []
    assert refining.state.problem is not None
    assert refining.state.problem.message == "it is damaged"
    assert refining.state.comparison == made_by("fast", "A1=B1 A2!B3 A3~B2")


@pytest.mark.parametrize("act", ["open", "swap", "close"])
def test_other_texts_end_the_refining_of_the_old_ones(refining: Desk, act: str) -> None:
    if act == "open":
        refining.controller.open_path(Side.LEFT, Path("/c.txt"))
    elif act == "swap":
        refining.controller.swap()
    else:
        refining.controller.close_pair()
    assert not refining.state.is_refining
    request = refining.tasks.asked.get("compare")
    assert request is None or (isinstance(request, Compare) and request.options.model == "fast")


def test_another_preset_while_refining_starts_with_the_fast_model_again(refining: Desk) -> None:
    refining.controller.set_judging(Preset.STRICT, "thorough")
    assert (refining.state.is_refining, refining.state.is_comparing) == (False, True)
    request = refining.tasks.answer_comparing(made_by("fast", "A1=B1"))
    assert (request.options.model, request.options.preset) == ("fast", Preset.STRICT)
    assert refining.state.is_refining


def test_thorough_verdicts_are_not_replaced_by_fast_ones(refining: Desk) -> None:
    refining.tasks.answer_comparing(made_by("thorough", "A1=B1"))
    refining.controller.set_judging(Preset.STRICT, "thorough")
    request = refining.tasks.answer_comparing(made_by("thorough", "A1~B1"))
    assert request.options.model == "thorough"
    assert refining.tasks.asked == {}
    assert refining.state.comparison == made_by("thorough", "A1~B1")


@pytest.mark.parametrize(("model", "uses_model"), [("fast", True), ("/models/mine", True), ("none", False)])
def test_any_other_choice_is_asked_alone(qtbot: QtBot, model: str, uses_model: bool) -> None:  # noqa: ARG001
    desk = Desk("fast")
    desk.controller.set_judging(Preset.NORMAL, model)
    desk.read_both()
    request = desk.tasks.answer_comparing(made_by(model, "A1=B1"))
    assert (request.options.model, request.options.use_model) == (model, uses_model)
    assert desk.tasks.asked == {}
    assert not desk.state.is_refining


def test_without_a_fast_model_the_thorough_one_is_asked_alone(desk: Desk) -> None:
    desk.read_both()
    assert desk.tasks.answer_comparing(made_by("thorough", "A1=B1")).options.model == "thorough"
    assert desk.tasks.asked == {}


def test_the_fast_model_is_loaded_first_and_the_thorough_one_when_its_turn_comes(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk("fast")
    desk.controller.load_models()
    desk.read_both()
    assert [request for lane, request in desk.tasks.history if lane == "models"] == [LoadModels("fast")]
    desk.tasks.answer_comparing(made_by("fast", "A1=B1"))
    assert [request for lane, request in desk.tasks.history if lane == "models"][1:] == [LoadModels("thorough")]


def test_another_model_is_loaded_as_it_is_chosen(desk: Desk) -> None:
    desk.controller.load_models()
    desk.controller.set_judging(Preset.NORMAL, "/models/mine")
    assert desk.tasks.asked["models"] == LoadModels("/models/mine")


def test_a_folder_is_looked_into_without_being_chosen(desk: Desk) -> None:
    heard: list[tuple[str, str, bool]] = []
    desk.controller.models.checked.connect(lambda *told: heard.append(told))
    loaded: list[object] = []
    desk.controller.models.loaded.connect(loaded.append)
    for problem in ("", "no model can be read here"):
        desk.controller.models.check("/models/mine")
        desk.tasks.answer("check", LoadedModels("small", "", problem, is_measured=not problem))
    desk.controller.models.check("/models/mine")
    desk.tasks.refuse("check", StatementCompareError("worker_crashed", "It stopped."))
    assert heard[:2] == [("/models/mine", "", True), ("/models/mine", "no model can be read here", False)]
    assert heard[2][1].startswith("The part of the program that reads") or heard[2][1] == "It stopped."
    assert loaded == []


def test_other_words_are_judged_by_a_model_of_ones_own_where_it_lies(desk: Desk) -> None:
    desk.controller.set_judging(Preset.NORMAL, "/models/mine")
    desk.read_both()
    desk.tasks.answer_comparing(made_by("mine", "A1!B1"))
    desk.controller.judge_pair("It is so.", "It is not so.")
    request = desk.tasks.asked["what_if"]
    assert isinstance(request, JudgePair)
    assert request.options.model == "/models/mine"


def test_other_words_are_judged_by_the_model_whose_verdicts_are_shown(refining: Desk) -> None:
    refining.controller.judge_pair("It is so.", "It is not so.")
    request = refining.tasks.asked["what_if"]
    assert isinstance(request, JudgePair)
    assert request.options.model == "fast"


def test_a_worker_tells_of_cutting_a_long_text_into_sentences() -> None:
    seen: list[str] = []
    perform = engine()
    perform(ReadText("One is here. Two is there.\n\n" * 50), Progress(lambda stage, *_: seen.append(stage)), print)
    assert "segment" in seen


def test_one_undo_while_a_text_is_read_ends_the_reading(desk: Desk) -> None:
    desk.compare_both()
    before = desk.state
    desk.controller.paste(Side.LEFT, "Another.")
    desk.controller.undo()
    assert (desk.state, desk.tasks.asked) == (before, {})


def test_where_both_files_are_read_again_and_one_is_gone_its_text_stays_and_is_compared(desk: Desk) -> None:
    desk.compare_both()
    desk.controller.compare_again()
    desk.tasks.refuse("left", UnreadableFileError("missing", "It is not there."))
    desk.tasks.answer_reading("right", "Right anew.")
    assert desk.state.left.statement is not None
    request = desk.tasks.answer_comparing(comparison("A1=B1"))
    assert request.right.source.text == "Right anew."
    assert desk.state.problem is not None
    assert desk.state.problem.key == "not_taken"


def test_comparing_again_keeps_the_finding_that_was_chosen(desk: Desk) -> None:
    desk.compare_both("A1=B1 A2!B3")
    desk.controller.choose(0)
    desk.controller.compare_again()
    desk.tasks.answer_reading("left", "Left one. Left two.")
    desk.tasks.answer_reading("right", "Right one. Right two.")
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B3"))
    assert desk.state.current == 0


def test_one_undo_while_a_text_is_read_goes_on_with_the_comparison_that_the_reading_ended(desk: Desk) -> None:
    desk.read_both()
    desk.controller.paste(Side.LEFT, "Another.")
    desk.controller.undo()
    assert (set(desk.tasks.asked), desk.state.is_comparing, desk.state.problem) == ({"compare"}, True, None)


def test_a_finding_wanted_after_a_swap_that_failed_is_not_looked_for_in_another_text(desk: Desk) -> None:
    desk.compare_both("A1=B1 A2!B2")
    desk.controller.choose(0)
    desk.controller.swap()
    desk.tasks.refuse("compare", StatementCompareError("out_of_memory", "There is not enough memory."))
    desk.controller.paste(Side.LEFT, "Another.")
    desk.tasks.answer_reading("left", "Another.")
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B2"))
    assert desk.state.current == 1


def test_findings_by_a_model_of_ones_own_are_put_back_as_they_were(desk: Desk) -> None:
    desk.controller.set_judging(Preset.NORMAL, "/models/mine")
    desk.read_both()
    desk.tasks.answer_comparing(made_by("mine", "A1=B1 A2!B3"))
    desk.controller.paste(Side.LEFT, "Another.")
    desk.controller.undo()
    assert desk.state.comparison == made_by("mine", "A1=B1 A2!B3")
    assert "compare" not in desk.tasks.asked


def test_the_fast_verdicts_are_not_put_back_where_no_model_is_to_judge_any_more(refining: Desk) -> None:
    refining.controller.cancel()
    refining.controller.paste(Side.LEFT, "Another.")
    refining.controller.set_judging(Preset.NORMAL, "none")
    refining.controller.undo()
    request = refining.tasks.asked["compare"]
    assert isinstance(request, Compare)
    assert request.options.use_model is False


def test_an_old_report_stays_whole_where_the_new_one_cannot_be_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"the old report")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    desk.compare_both()
    failed: list[StatementCompareError] = []
    desk.controller.report.failed.connect(failed.append)
    desk.controller.write_report(target, "csv")
    desk.tasks.answer("report", b"the new report")
    assert target.read_bytes() == b"the old report"
    assert [each.key for each in failed] == ["unwritable"]
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]
