"""Edits of a review come into the document one way, undo and redo, and outlive comparing once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Comparison, Preset, Side, Signature, Verdict
from statement_compare.errors import StatementCompareError
from statement_compare.session.corrected import with_sentence
from statement_compare.session.edits import Bookmark, Confirm, Relink, SetNote, SetSpeaker, SetVerdict
from statement_compare.session.folders import Folders
from statement_compare.session.review import Correction, Pair, Review, pair_of
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document, State
from statement_compare.ui.worker import ReadFile

L1_R1: Pair = ((0,), (0,))
L2_R2: Pair = ((1,), (1,))


class Desk:
    """A controller with its document and tasks that the test answers."""

    def __init__(self, first_model: str = "", folders: Folders | None = None) -> None:
        self.tasks = FakeTasks()
        self.document = Document()
        self.controller = Controller(self.document, self.tasks, None, first_model, folders)  # type: ignore[arg-type]
        self.controller.editing.reviewer = "Ada"
        self.refused: list[StatementCompareError] = []
        self.controller.editing.failed.connect(self.refused.append)

    @property
    def state(self) -> State:
        return self.document.state

    @property
    def review(self) -> Review:
        assert self.state.review is not None
        return self.state.review

    @property
    def left_text(self) -> str:
        return self.review.proposed.left.source.text

    @property
    def verdicts(self) -> str:
        signs = {
            Verdict.AGREEMENT: "=",
            Verdict.QUALIFIED: "~",
            Verdict.CONTRADICTION: "!",
            Verdict.UNCLEAR: "?",
        }
        return "".join(signs[link.verdict] for link in self.review.comparison.links)

    def made(self, scenario: str) -> Comparison:
        """A comparison of the texts that are open."""
        left, right = (self.state.side(side).statement for side in Side)
        return comparison(scenario, left, right)

    def read(self, *texts: str) -> None:
        for side, text in zip(("left", "right"), texts, strict=True):
            self.tasks.answer_reading(side, text)

    def compare(self, scenario: str = "A1=B1 A2!B2") -> None:
        self.controller.open_paths([Path("/a.txt"), Path("/b.txt")])
        self.read("Left one. Left two.", "Right one. Right two.")
        self.tasks.answer_comparing(self.made(scenario))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:  # noqa: ARG001 - the application must exist
    made = Desk()
    made.compare()
    return made


def test_an_edit_is_seen_and_undone_and_redone(desk: Desk) -> None:
    assert desk.controller.edit(SetVerdict(L1_R1, Verdict.UNCLEAR, "no source"))
    assert (desk.verdicts, desk.review.decision(L1_R1).reviewer) == ("?!", "Ada")
    assert desk.review.decision(L1_R1).at.endswith("+00:00")
    assert desk.state.undo_name == ("edit.verdict", {"place": "L1-R1", "verdict": "unclear"})
    desk.controller.undo()
    assert (desk.verdicts, desk.state.can_undo) == ("=!", False)
    desk.controller.editing.redo()
    assert desk.verdicts == "?!"


def test_an_edit_that_cannot_be_made_is_told_and_is_no_step(desk: Desk) -> None:
    assert not desk.controller.edit(Bookmark(((0,), (1,))))
    assert [error.key for error in desk.refused] == ["edit.no_such_finding"]
    assert desk.state.undo_name is None


def test_typing_in_a_note_undoes_as_one_step(desk: Desk) -> None:
    desk.controller.edit(Confirm((L2_R2,)))
    for note in ("a", "as", "ask"):
        desk.controller.edit(SetNote(L1_R1, note), replace_last=note != "a")
    assert desk.review.decision(L1_R1).note == "ask"
    desk.controller.undo()
    assert desk.review.decision(L1_R1).note == ""
    assert desk.review.decision(L2_R2).is_confirmed


def test_what_is_undone_is_what_is_chosen_then(desk: Desk) -> None:
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.choose(1)
    desk.controller.undo()
    assert desk.state.current == 0


def test_taking_the_chosen_link_away_chooses_another_one(desk: Desk) -> None:
    desk.controller.choose(1)
    desk.controller.edit(Relink(removed=(L2_R2,)))
    assert (desk.verdicts, desk.state.current) == ("=", 0)
    desk.controller.undo()
    assert (desk.verdicts, desk.state.current) == ("=!", 1)


def test_a_replaced_text_comes_back_after_all_edits_are_undone(desk: Desk) -> None:
    desk.controller.paste(Side.RIGHT, "Other one.")
    desk.tasks.answer_reading("right", "Other one.")
    desk.tasks.answer_comparing(desk.made("A1=B1"))
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.undo()
    assert desk.verdicts == "="
    desk.controller.undo()
    assert desk.verdicts == "=!"


def test_decisions_come_back_with_the_text_that_was_replaced(desk: Desk) -> None:
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.paste(Side.RIGHT, "Other one.")
    desk.tasks.answer_reading("right", "Other one.")
    desk.tasks.answer_comparing(desk.made("A1=B1"))
    assert desk.review.is_untouched
    desk.controller.undo()
    assert desk.review.decision(L1_R1).is_confirmed
    desk.controller.undo()
    assert desk.review.is_untouched


def test_another_pair_starts_with_nothing_to_undo(desk: Desk) -> None:
    desk.controller.edit(Confirm((L1_R1,)))
    desk.compare("A1!B1")
    # The same two files opened as a pair are begun anew; what was open comes back by undoing.
    assert desk.review.is_untouched
    assert desk.state.undo_name is None


def test_a_decision_outlives_other_options_as_one_step_more(desk: Desk) -> None:
    desk.controller.edit(SetVerdict(L1_R1, Verdict.UNCLEAR))
    desk.controller.set_judging(Preset.STRICT, "thorough")
    desk.tasks.answer_comparing(desk.made("A1=B1 A2~B2"))
    assert desk.verdicts == "?~"
    assert desk.state.undo_name == ("edit.compared", {})
    assert len(desk.state.changes) == 1
    desk.controller.undo()
    assert desk.verdicts == "?!"


def test_an_untouched_review_is_begun_anew(desk: Desk) -> None:
    desk.controller.set_judging(Preset.STRICT, "thorough")
    desk.tasks.answer_comparing(desk.made("A1=B1 A2~B2"))
    assert (desk.verdicts, desk.state.undo_name) == ("=~", None)


def test_a_decision_outlives_a_new_version_of_the_file(desk: Desk) -> None:
    desk.controller.edit(SetVerdict(L2_R2, Verdict.UNCLEAR))
    desk.controller.compare_again()
    assert isinstance(desk.tasks.asked["left"], ReadFile)
    desk.read("New first. Left one. Left two.", "Right one. Right two.")
    desk.tasks.answer_comparing(desk.made("A2=B1 A3!B2"))
    assert desk.review.decision(((2,), (1,))).verdict is Verdict.UNCLEAR
    assert desk.verdicts == "=?"
    desk.controller.undo()
    left = desk.state.left.statement
    assert left is not None
    assert [each.text for each in left.sentences] == ["Left one.", "Left two."]
    assert desk.verdicts == "=?"


@pytest.mark.parametrize("sides", [tuple(Side), (Side.LEFT,)])
def test_the_finding_that_was_chosen_is_chosen_where_its_sentences_are_now(desk: Desk, sides: tuple[Side, ...]) -> None:
    desk.controller.edit(SetNote(L2_R2, "ask"))
    desk.controller.choose(1)
    desk.controller.compare_again(sides)
    for side in sides:
        name = side.value.capitalize()
        desk.tasks.answer_reading(side.value, f"New {name}. {name} one. {name} two.")
    is_right = Side.RIGHT in sides
    desk.tasks.answer_comparing(desk.made("A1=B1 A2=B2 A3!B3" if is_right else "A2!B1 A3!B2"))
    assert desk.state.chosen is not None
    assert pair_of(desk.state.chosen) == ((2,), (2 if is_right else 1,))
    assert desk.review.decision(pair_of(desk.state.chosen)).note == "ask"


def test_where_the_sentences_of_the_chosen_finding_are_gone_the_first_one_is_chosen(desk: Desk) -> None:
    desk.controller.choose(0)
    desk.controller.compare_again()
    desk.read("Quite another. Left two.", "Right one. Right two.")
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert desk.state.current == 1


def test_what_a_person_chose_in_a_part_that_has_come_stays_chosen(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk()
    desk.compare()
    desk.controller.choose(1)
    desk.controller.compare_again()
    desk.read("New. Left one. Left two.", "Right one. Right two.")
    desk.tasks.partial.emit("compare", desk.tasks.asked["compare"], desk.made("A1=B1 A2=B1"))
    desk.controller.choose(0)
    desk.tasks.answer_comparing(desk.made("A1=B1 A2=B1 A3!B2"))
    assert desk.state.current == 0


def test_a_corrected_sentence_that_is_read_again_as_it_was_keeps_its_finding_chosen(corrected: Desk) -> None:
    corrected.controller.choose(1)
    corrected.controller.compare_again()
    corrected.read("Left one. Left two.", "Right one. Right two.")
    corrected.tasks.answer_comparing(corrected.made("A1!B1 A2=B2"))
    assert corrected.state.current == 1


def test_swapping_while_a_new_version_is_read_keeps_the_finding_chosen(desk: Desk) -> None:
    desk.controller.choose(1)
    desk.controller.compare_again()
    desk.controller.swap()
    desk.read("Right one. Right two.", "New. Left one. Left two.")
    desk.tasks.answer_comparing(desk.made("A1!B1 A1!B2 A2=B3"))
    assert desk.state.current == 2


def test_a_stopped_comparison_of_a_new_version_leaves_the_decisions(desk: Desk) -> None:
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.compare_again()
    desk.read("Left one. Left two.", "Right one. Right two.")
    desk.controller.cancel()
    assert desk.review.decision(L1_R1).is_confirmed


def test_parts_of_a_new_comparison_never_take_the_place_of_decisions(desk: Desk) -> None:
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.compare_again()
    desk.read("Left one. Left two.", "Right one. Right two.")
    request = desk.tasks.asked["compare"]
    desk.tasks.partial.emit("compare", request, desk.made("A1=B1"))
    assert desk.state.review is None
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert desk.review.decision(L1_R1).is_confirmed


def cut(made: Comparison, *, by_line: bool) -> Comparison:
    """A comparison that says whether each line of its texts is a sentence."""
    return replace(made, signature=Signature("0", (("sentences_per_line", "yes" if by_line else "no"),), ()))


@pytest.fixture
def by_line(qtbot: QtBot) -> Desk:  # noqa: ARG001
    """A text that was cut by its sentences is being cut by its lines."""
    made = Desk()
    made.controller.open_paths([Path("/a.txt"), Path("/b.txt")])
    made.read("Left one. Left two.", "Right one. Right two.")
    made.tasks.answer_comparing(cut(made.made("A1=B1 A2!B2"), by_line=False))
    made.controller.edit(SetNote(L1_R1, "n"))
    made.controller.set_sentences_per_line(True)
    return made


def test_undoing_and_redoing_say_whether_a_line_is_a_sentence(by_line: Desk) -> None:
    by_line.read("Left one. Left two.", "Right one. Right two.")
    by_line.tasks.answer_comparing(cut(comparison("A1=B1", sentences=1), by_line=True))
    assert by_line.state.sentences_per_line
    by_line.controller.undo()
    assert (by_line.state.sentences_per_line, len(by_line.review.proposed.left.sentences)) == (False, 2)
    by_line.controller.editing.redo()
    assert (by_line.state.sentences_per_line, len(by_line.review.proposed.left.sentences)) == (True, 1)
    by_line.controller.edit(SetNote(L1_R1, "m"))
    by_line.controller.undo()
    assert by_line.state.sentences_per_line


def test_stopping_to_read_leaves_lines_as_they_were_cut(by_line: Desk) -> None:
    assert by_line.state.sentences_per_line
    by_line.controller.cancel()
    assert not by_line.state.sentences_per_line


def test_a_comparison_that_does_not_say_how_its_texts_were_cut_changes_nothing(by_line: Desk) -> None:
    by_line.read("Left one. Left two.", "Right one. Right two.")
    by_line.tasks.answer_comparing(by_line.made("A1=B1 A2!B2"))
    assert by_line.state.sentences_per_line


def test_what_was_decided_of_a_part_holds_for_the_whole(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk()
    desk.controller.open_paths([Path("/a.txt"), Path("/b.txt")])
    desk.read("Left one. Left two.", "Right one. Right two.")
    request = desk.tasks.asked["compare"]
    desk.tasks.partial.emit("compare", request, desk.made("A1=B1"))
    desk.controller.edit(Confirm((L1_R1,)))
    desk.tasks.partial.emit("compare", request, desk.made("A1=B1 A2!B2"))
    assert desk.review.decision(L1_R1).is_confirmed
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert (desk.verdicts, desk.review.decided) == ("=!", 1)
    desk.controller.undo()
    assert (desk.verdicts, desk.review.decided) == ("=!", 0)


def test_a_decision_outlives_the_thorough_model(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk(first_model="fast")
    desk.compare()
    assert desk.state.is_refining
    desk.controller.edit(SetVerdict(L1_R1, Verdict.QUALIFIED))
    desk.tasks.answer_comparing(desk.made("A1?B1 A2=B2"))
    assert desk.verdicts == "~="


@pytest.fixture
def twice(qtbot: QtBot) -> Desk:  # noqa: ARG001
    """Judged by the fast model and then by the thorough one."""
    made = Desk(first_model="fast")
    made.compare()
    made.tasks.answer_comparing(made.made("A1=B1 A2!B2"))
    return made


def compare_again(desk: Desk, first: str, better: str) -> int:
    """Read and compare once more; how many verdicts are said to have changed."""
    told: list[int] = []
    desk.controller.refined.connect(told.append)
    desk.controller.compare_again()
    desk.read("Left one. Left two.", "Right one. Right two.")
    desk.tasks.answer_comparing(desk.made(first))
    assert desk.state.is_refining
    desk.tasks.answer_comparing(desk.made(better))
    (changed,) = told
    return changed


def test_comparing_again_by_two_models_is_one_step(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    assert compare_again(twice, "A1?B1 A2~B2", "A1~B1 A2!B2") == 1
    assert twice.review.decision(L2_R2).is_confirmed  # the fast verdict alone was another one
    assert [(each.pair, each.before, each.after) for each in twice.state.changes] == [
        (L1_R1, Verdict.AGREEMENT, Verdict.QUALIFIED)
    ]
    twice.controller.undo()
    assert (twice.verdicts, twice.state.undo_name) == ("=!", ("edit.confirm", {"place": "L2-R2"}))
    twice.controller.editing.redo()
    assert twice.verdicts == "~!"


def test_what_is_decided_between_both_models_is_a_step_between_them(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    twice.controller.compare_again()
    twice.read("Left one. Left two.", "Right one. Right two.")
    twice.tasks.answer_comparing(twice.made("A1?B1 A2!B2"))
    twice.controller.edit(Bookmark(L1_R1))
    twice.tasks.answer_comparing(twice.made("A1~B1 A2!B2"))
    assert twice.review.decision(L1_R1).is_bookmarked
    for verdicts in ("?!", "?!", "=!"):
        twice.controller.undo()
        assert twice.verdicts == verdicts


def read_again_by_the_first_model(desk: Desk) -> None:
    desk.controller.compare_again()
    desk.read("Left one. Left two is another.", "Right one. Right two.")
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert (desk.state.is_refining, desk.left_text) == (True, "Left one. Left two is another.")


def test_better_verdicts_of_texts_that_undoing_took_away_are_for_nobody(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    read_again_by_the_first_model(twice)
    assert not twice.review.decision(L2_R2).is_confirmed
    twice.controller.undo()
    assert (twice.tasks.asked, twice.state.is_refining) == ({}, False)
    assert (twice.left_text, twice.review.decision(L2_R2).is_confirmed) == ("Left one. Left two.", True)
    assert twice.state.redo_name == ("edit.compared", {})


def test_what_redoing_brings_back_gets_its_better_verdicts_after_all_in_the_same_step(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    read_again_by_the_first_model(twice)
    twice.controller.undo()
    twice.controller.editing.redo()
    assert twice.state.is_refining
    twice.tasks.answer_comparing(twice.made("A1~B1 A2!B2"))
    assert (twice.verdicts, twice.tasks.asked) == ("~!", {})
    twice.controller.undo()
    assert (twice.verdicts, twice.left_text) == ("=!", "Left one. Left two.")


def test_first_verdicts_that_undoing_comes_back_to_wait_for_better_ones_while_there_is_something_to_redo(
    qtbot: QtBot,  # noqa: ARG001
) -> None:
    desk = Desk(first_model="fast")
    desk.compare()
    desk.controller.edit(Confirm((L1_R1,)))
    read_again_by_the_first_model(desk)
    desk.controller.undo()
    assert (desk.state.is_refining, desk.state.redo_name) == (False, ("edit.compared", {}))
    desk.controller.edit(Bookmark(L2_R2))
    assert desk.state.is_refining
    assert desk.tasks.answer_comparing(desk.made("A1=B1 A2~B2")).left.source.text == "Left one. Left two."


def test_where_first_verdicts_were_left_by_stopping_undoing_asks_for_no_better_ones(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk(first_model="fast")
    desk.compare()
    desk.controller.cancel()
    desk.controller.edit(Confirm((L1_R1,)))
    read_again_by_the_first_model(desk)
    desk.controller.undo()
    desk.controller.edit(Bookmark(L2_R2))
    assert (desk.state.is_refining, desk.tasks.asked) == (False, {})


def decided_while_refining() -> Desk:
    """The fast model's verdicts, one of them confirmed, while the thorough model judges."""
    desk = Desk(first_model="fast")
    desk.compare()
    desk.controller.edit(Confirm((L1_R1,)))
    assert desk.state.is_refining
    return desk


def test_where_comparing_again_was_stopped_no_edit_asks_for_better_verdicts(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = decided_while_refining()
    desk.controller.compare_again()
    desk.read("Left one. Left two.", "Right one. Right two.")
    assert desk.state.is_comparing
    desk.controller.cancel()
    assert (desk.verdicts, desk.tasks.asked) == ("=!", {})
    desk.controller.edit(Bookmark(L2_R2))
    assert (desk.state.is_refining, desk.tasks.asked) == (False, {})


def test_where_reading_again_was_stopped_the_better_verdicts_go_on_being_made(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = decided_while_refining()
    desk.controller.compare_again()
    desk.controller.cancel()
    assert desk.state.is_refining
    desk.controller.edit(Bookmark(L2_R2))
    assert (desk.state.is_refining, len(desk.tasks.asked)) == (True, 1)
    desk.controller.cancel()
    desk.controller.edit(Bookmark(L1_R1))
    assert (desk.state.is_refining, desk.tasks.asked) == (False, {})


def test_a_decision_that_is_undone_while_better_verdicts_are_made_does_not_end_them(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    read_again_by_the_first_model(twice)
    twice.controller.edit(Bookmark(L1_R1))
    twice.controller.undo()
    assert twice.state.is_refining
    twice.tasks.answer_comparing(twice.made("A1~B1 A2!B2"))
    assert (twice.verdicts, twice.left_text) == ("~!", "Left one. Left two is another.")


def test_a_decision_that_is_undone_while_better_verdicts_are_made_can_be_made_again(
    qtbot: QtBot,  # noqa: ARG001
    folders: Folders,
) -> None:
    desk = Desk(first_model="fast", folders=folders)
    desk.compare()
    for edit in (Confirm((L1_R1,)), Confirm((L2_R2,)), SetNote(L2_R2, "ask")):
        desk.controller.edit(edit)
    for _ in range(2):
        desk.controller.undo()
    desk.tasks.answer_comparing(desk.made("A1=B1 A2~B2"))
    assert (desk.verdicts, desk.state.undo_name) == ("=~", ("edit.compared", {}))
    assert desk.state.redo_name == ("edit.confirm", {"place": "L2-R2"})
    assert desk.review.decision(L2_R2).is_empty
    for _ in range(2):
        desk.controller.editing.redo()
    assert (desk.review.decision(L2_R2).is_confirmed, desk.review.decision(L2_R2).note) == (True, "ask")
    assert (desk.verdicts, desk.state.redo_name) == ("=~", None)
    for _ in range(4):
        desk.controller.undo()
    assert (desk.verdicts, desk.state.undo_name) == ("=!", None)
    desk.controller.editing.sessions.close()


def test_what_was_undone_of_a_link_that_is_not_proposed_any_more_goes(qtbot: QtBot) -> None:  # noqa: ARG001
    desk = Desk(first_model="fast")
    desk.compare()
    for edit in (Confirm((L1_R1,)), Bookmark(L2_R2), Bookmark(L1_R1)):
        desk.controller.edit(edit)
    for _ in range(2):
        desk.controller.undo()
    desk.tasks.answer_comparing(desk.made("A1~B1"))
    desk.controller.editing.redo()
    assert (desk.review.decision(L1_R1).is_bookmarked, desk.state.redo_name) == (True, None)


def test_comparing_again_with_two_models_is_one_step_though_something_was_undone(twice: Desk) -> None:
    twice.controller.edit(Confirm((L1_R1,)))
    twice.controller.edit(Bookmark(L2_R2))
    twice.controller.undo()
    twice.controller.compare_again()
    twice.read("Left one. Left two.", "Right one. Right two.")
    twice.tasks.answer_comparing(twice.made("A1=B1 A2~B2"))
    assert twice.state.redo_name is None
    twice.tasks.answer_comparing(twice.made("A1~B1 A2~B2"))
    twice.controller.undo()
    assert (twice.verdicts, twice.state.undo_name) == ("=!", ("edit.confirm", {"place": "L1-R1"}))


def test_what_was_undone_of_other_words_goes(twice: Desk) -> None:
    twice.controller.edit(Confirm((L2_R2,)))
    twice.controller.edit(Bookmark(L1_R1))
    twice.controller.undo()
    read_again_by_the_first_model(twice)
    assert twice.state.redo_name is None


def test_what_is_undone_of_a_part_can_be_made_again_in_more_of_it(qtbot: QtBot, folders: Folders) -> None:  # noqa: ARG001
    desk = Desk(folders=folders)
    desk.controller.open_paths([Path("/a.txt"), Path("/b.txt")])
    desk.read("Left one. Left two.", "Right one. Right two.")
    request = desk.tasks.asked["compare"]
    desk.tasks.partial.emit("compare", request, desk.made("A2!B2"))
    desk.controller.edit(Confirm((L2_R2,)))
    desk.controller.undo()
    desk.tasks.partial.emit("compare", request, desk.made("A1=B1 A2!B2"))
    assert desk.state.redo_name == ("edit.confirm", {"place": "L2-R2"})
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert (desk.state.undo_name, desk.review.decision(L2_R2).is_empty) == (None, True)
    desk.controller.editing.redo()
    assert desk.review.decision(L2_R2).is_confirmed
    desk.controller.editing.sessions.close()


def signed(made: Comparison, preset: Preset = Preset.NORMAL) -> Comparison:
    return replace(made, signature=Signature("1", (("preset", preset.value),), ()))


@pytest.fixture
def corrected(qtbot: QtBot) -> Desk:  # noqa: ARG001
    """Judged as usual, and a sentence was put right."""
    desk = Desk()
    desk.compare()
    desk.controller.edit(Confirm((L1_R1,)))
    desk.controller.compare_again()
    desk.read("Left one. Left two.", "Right one. Right two.")
    desk.tasks.answer_comparing(signed(desk.made("A1=B1 A2!B2")))
    now = with_sentence(desk.review.proposed.left, 1, "Left two, put right.")
    made = signed(comparison("A1=B1 A2!B2", now, desk.review.proposed.right))
    corrections = (Correction(Side.LEFT, 1, "Left two.", "Left two, put right."),)
    desk.document.put(desk.controller.editing.with_whole(desk.state, made, corrections))
    return desk


def test_a_correction_that_is_undone_while_another_preset_judges_stays_undone(corrected: Desk) -> None:
    corrected.controller.set_judging(Preset.STRICT, "thorough")
    corrected.controller.undo()
    assert (corrected.left_text, corrected.state.is_comparing) == ("Left one. Left two.", True)
    assert corrected.state.redo_name == ("edit.corrected", {})
    request = corrected.tasks.answer_comparing(signed(corrected.made("A1=B1 A2~B2"), Preset.STRICT))
    assert (request.left.source.text, request.options.preset) == ("Left one. Left two.", Preset.STRICT)
    assert (corrected.verdicts, corrected.left_text, corrected.review.corrections) == ("=~", "Left one. Left two.", ())


def test_what_undoing_shows_is_not_compared_again_where_it_was_made_as_it_would_be_now(corrected: Desk) -> None:
    corrected.controller.set_judging(Preset.STRICT, "thorough")
    corrected.controller.set_judging(Preset.NORMAL, "thorough")
    corrected.controller.undo()
    assert (corrected.tasks.asked, corrected.state.is_comparing) == ({}, False)
    corrected.controller.editing.redo()
    assert corrected.left_text == "Left one. Left two, put right."


def test_a_decision_that_is_undone_while_another_preset_judges_does_not_end_that(corrected: Desk) -> None:
    corrected.controller.edit(Bookmark(L2_R2))
    corrected.controller.set_judging(Preset.STRICT, "thorough")
    corrected.controller.undo()
    corrected.tasks.answer_comparing(signed(corrected.made("A1=B1 A2~B2"), Preset.STRICT))
    assert (corrected.verdicts, corrected.left_text) == ("=~", "Left one. Left two, put right.")


def test_files_that_are_as_they_were_have_no_verdict_changed(twice: Desk) -> None:
    assert compare_again(twice, "A1?B1 A2~B2", "A1=B1 A2!B2") == 0
    assert compare_again(twice, "A1?B1 A2~B2", "A1=B1 A2~B2") == 1


def test_swapping_sides_keeps_what_was_decided(desk: Desk) -> None:
    desk.controller.edit(SetVerdict(L1_R1, Verdict.UNCLEAR, "why"))
    desk.controller.edit(
        Relink(removed=(L2_R2,), added=(replace(desk.review.proposed.links[1], left=(1,), right=(0,)),))
    )
    desk.controller.swap()
    desk.tasks.answer_comparing(desk.made("A1=B1 A2!B2"))
    assert {each: said.reason for each, said in desk.review.decisions.items()} == {L1_R1: "why"}
    assert [(link.left, link.right) for link in desk.review.comparison.links] == [((0,), (0,)), ((0,), (1,))]


def test_who_speaks_is_what_was_said_last_and_undoing_goes_back_to_what_was_said_before(desk: Desk) -> None:
    def shown() -> str:
        return desk.review.comparison.left.source.speaker

    desk.controller.edit(SetSpeaker(Side.LEFT, "The port"))
    desk.controller.describe(Side.LEFT, replace(desk.state.left.origin, speaker="The mayor"))
    request = desk.tasks.asked["compare"]
    desk.tasks.answer_comparing(comparison("A1=B1 A2!B2", request.left, request.right))  # type: ignore[attr-defined]
    assert shown() == "The mayor"
    desk.controller.undo()
    assert shown() == "The port"
    desk.controller.editing.redo()
    assert shown() == "The mayor"
    desk.controller.edit(SetSpeaker(Side.LEFT, "The harbour board"))
    assert shown() == "The harbour board"


@pytest.fixture
def saved(qtbot: QtBot, folders: Folders, tmp_path: Path) -> Iterator[Desk]:  # noqa: ARG001
    """A note, in a session with a name."""
    made = Desk(folders=folders)
    made.compare()
    made.controller.edit(SetNote(L2_R2, "ask"))
    assert made.controller.files.save(tmp_path / "work.stcmp")
    yield made
    made.controller.editing.rest()
    made.controller.editing.sessions.close()


def test_swapping_while_texts_are_read_and_stopping_keeps_what_was_decided(saved: Desk, tmp_path: Path) -> None:
    saved.controller.compare_again()
    saved.controller.swap()
    saved.controller.cancel()
    request = saved.tasks.answer_comparing(saved.made("A1=B1 A2!B2"))
    assert (request.left.source.text, request.right.source.text) == ("Right one. Right two.", "Left one. Left two.")
    assert saved.review.decision(L2_R2).note == "ask"
    assert saved.state.steps is not None
    assert saved.state.steps.work.path == tmp_path / "work.stcmp"
    assert saved.controller.edit(Bookmark(L2_R2))


def test_swapping_while_texts_are_read_and_stopping_all_of_it_keeps_what_was_decided(saved: Desk) -> None:
    saved.controller.compare_again()
    saved.controller.swap()
    saved.controller.cancel()
    saved.controller.cancel()
    assert saved.left_text == "Right one. Right two."
    assert (saved.review.decision(L2_R2).note, saved.state.undo_name) == ("ask", ("edit.note", {"place": "L2-R2"}))


@pytest.mark.parametrize("is_read", [False, True])
def test_swapping_while_a_text_takes_the_place_of_one_leaves_the_work_to_the_former_pair(
    saved: Desk, tmp_path: Path, is_read: bool
) -> None:
    saved.controller.open_path(Side.RIGHT, Path("/c.txt"))
    if is_read:
        saved.tasks.answer_reading("right", "Right one. Right two.")
    saved.controller.swap()
    if not is_read:
        saved.tasks.answer_reading("left", "Right one. Right two.")
    saved.tasks.answer_comparing(saved.made("A1=B1 A2!B2"))
    assert saved.review.is_untouched
    saved.controller.undo()
    if not is_read:  # what was open was swapped as well
        saved.tasks.answer_comparing(saved.made("A1=B1 A2!B2"))
    assert saved.review.decision(L2_R2).note == "ask"
    assert saved.controller.edit(Bookmark(L2_R2))
    assert saved.state.steps is not None
    assert saved.state.steps.work.path == tmp_path / "work.stcmp"


def test_swapping_while_the_second_of_two_texts_is_read_leaves_the_work_to_the_former_pair(
    saved: Desk, tmp_path: Path
) -> None:
    saved.controller.open_path(Side.RIGHT, Path("/c.txt"))
    saved.controller.open_path(Side.LEFT, Path("/d.txt"))
    saved.tasks.answer_reading("right", "Right one. Right two.")
    saved.controller.swap()
    saved.tasks.answer_reading("right", "Left one. Left two.")
    saved.tasks.answer_comparing(saved.made("A1=B1 A2!B2"))
    assert saved.review.is_untouched
    saved.controller.undo()
    saved.tasks.answer_comparing(saved.made("A1=B1 A2!B2"))
    assert (saved.left_text, saved.review.decision(L2_R2).note) == ("Right one. Right two.", "ask")
    assert saved.controller.edit(Bookmark(L2_R2))
    assert saved.state.steps is not None
    assert saved.state.steps.work.path == tmp_path / "work.stcmp"


def test_a_text_that_comes_back_has_its_review_as_undoing_left_it(desk: Desk) -> None:
    desk.controller.edit(Relink(removed=(L1_R1,)))
    desk.controller.describe(Side.LEFT, replace(desk.state.left.origin, language="de"))
    desk.tasks.answer_reading("left", "Left one. Left two.")
    desk.tasks.answer_comparing(desk.made("A1=B1 A2?B2"))
    assert desk.verdicts == "?"
    desk.controller.undo()
    desk.controller.undo()
    assert (desk.verdicts, desk.state.undo_name) == ("=!", None)
    desk.controller.undo()
    assert (desk.verdicts, desk.state.left.origin.language) == ("=!", "")
