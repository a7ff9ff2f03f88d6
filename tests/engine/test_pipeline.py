"""The whole way from two texts to a comparison, without models, and with fakes where a model is what is tested."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.model import CompareOptions, Comparison, ReasonKind, Role, Side, Source, Span, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.pipeline import compare, judge_pair, judge_pairs
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import read_bytes, read_text
from statement_compare.engine.unanswered import unanswered

LEFT = (
    "The ministry closed the mine on 3 May 2024. Four miners were injured in the accident.\n\n"
    "The company paid a fine of 2.5 million euros. The ministry will publish its full report in the autumn."
)
RIGHT = (
    "Seven miners were injured in the accident. The company paid a fine of EUR 2,500,000.\n\n"
    "The mine was closed by the ministry on 3 May. We thank the rescue teams."
)


def compared(left: str = LEFT, right: str = RIGHT) -> Comparison:
    # A reader refuses an empty file; a side may still hold nothing, before anything is pasted into it.
    sources = [read_text(text) if text else Source("", ()) for text in (left, right)]
    return compare(sources[0], sources[1], CompareOptions(use_model=False))


def test_pairs_cross_and_each_is_judged() -> None:
    comparison = compared()
    found = {(link.left, link.right): link.verdict for link in comparison.links}
    assert found[(1,), (0,)] is Verdict.CONTRADICTION
    assert found[(2,), (1,)] is Verdict.AGREEMENT
    assert ((0,), (2,)) in found


def test_the_contradiction_names_the_figures_where_they_stand_in_the_source() -> None:
    comparison = compared()
    link = next(each for each in comparison.links if each.verdict is Verdict.CONTRADICTION)
    reason = link.reasons[0]
    assert reason.kind is ReasonKind.NUMBER
    assert reason.left is not None
    assert reason.right is not None
    assert LEFT[reason.left.start : reason.left.end].startswith("Four")
    assert RIGHT[reason.right.start : reason.right.end].startswith("Seven")


def test_every_sentence_is_linked_or_left_over_once() -> None:
    comparison = compared()
    for side, linked, over in (
        (comparison.left, [i for link in comparison.links for i in link.left], comparison.only_left),
        (comparison.right, [i for link in comparison.links for i in link.right], comparison.only_right),
    ):
        assert sorted([*linked, *over]) == [sentence.id for sentence in side.sentences]


def test_the_courtesy_answers_nothing() -> None:
    assert 3 in compared().only_right


def test_a_verdict_other_than_unclear_has_a_reason_and_an_unclear_one_may_have_none() -> None:
    for link in compared().links:
        assert link.reasons or link.verdict is Verdict.UNCLEAR


def test_swapping_the_sides_swaps_the_links_and_keeps_the_verdicts() -> None:
    forth, back = compared(), compared(RIGHT, LEFT)
    assert {(link.left, link.right, link.verdict) for link in forth.links} == {
        (link.right, link.left, link.verdict) for link in back.links
    }


def test_two_empty_texts_have_no_links() -> None:
    comparison = compared("", "")
    assert (comparison.links, comparison.only_left, comparison.only_right) == ((), (), ())


def test_one_empty_side_leaves_all_of_the_other_over() -> None:
    comparison = compared(LEFT, "")
    assert comparison.links == ()
    assert comparison.only_left == tuple(range(len(comparison.left.sentences)))


def test_the_same_input_gives_the_same_comparison() -> None:
    assert compared() == compared()


def test_a_text_agrees_with_itself() -> None:
    comparison = compared(LEFT, LEFT)
    assert {link.verdict for link in comparison.links} == {Verdict.AGREEMENT}
    assert all(link.similarity == 1.0 for link in comparison.links)


def test_an_emoji_before_a_figure_moves_no_span() -> None:
    left = "👩‍🚒🔥 Four miners were injured in the accident."
    comparison = compared(left, "Seven miners were injured in the accident.")
    reason = comparison.links[0].reasons[0]
    assert reason.left == Span(left.index("Four"), left.index("Four") + len("Four"))


def test_a_sentence_repeated_three_times_pairs_in_order() -> None:
    text = "The mine was closed on 3 May.\n\n" * 3
    assert [(link.left, link.right) for link in compared(text, text).links] == [((i,), (i,)) for i in range(3)]


def test_cancelling_stops_at_the_next_report() -> None:
    asked = iter([False, False, True])
    progress = Progress(is_cancelled=lambda: next(asked, True))
    with pytest.raises(Cancelled):
        compare(read_text(LEFT), read_text(RIGHT), CompareOptions(use_model=False), progress=progress)


def test_a_single_pair_is_judged_on_its_own() -> None:
    judged = judge_pair("The mine employs 400 people.", "The mine employs 40 people.", CompareOptions(use_model=False))
    assert judged.link.verdict is Verdict.CONTRADICTION
    assert judged.link.entailment is None
    reason = judged.link.reasons[0]
    assert reason.left is not None
    assert judged.left[reason.left.start : reason.left.end] == "400"


class CountingModel:
    """Answers "neutral" and keeps what it was asked."""

    name = "counting"
    sha256 = "1" * 64

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        return np.full((len(pairs), 3), (0.25, 0.5, 0.25), np.float32)


def test_an_entailment_model_is_asked_once_in_both_directions_and_its_answer_is_kept() -> None:
    model = CountingModel()
    (judged,) = judge_pairs(
        [("The mine closed.", "It opened.")], CompareOptions(languages=("en", "en")), Models(entailment=model)
    )
    assert model.asked[:2] == [("The mine closed.", "It opened."), ("It opened.", "The mine closed.")]
    assert judged.link.entailment is not None
    assert judged.link.entailment.forward.neutral == 0.5


def test_without_use_of_models_none_is_asked() -> None:
    model = CountingModel()
    judge_pairs([("The mine closed.", "It opened.")], CompareOptions(use_model=False), Models(entailment=model))
    assert model.asked == []


def test_two_equal_headings_agree_in_nothing() -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))
    sides = [f"# Background\n\nThe mine employs {count} people.\n\n# 40 jobs\n" for count in (30, 40)]
    found = compare(*(read_bytes(text.encode(), name="a.md") for text in sides), options)
    assert [sentence.role for sentence in found.left.sentences] == [Role.HEADING, Role.CLAIM, Role.HEADING]
    assert [(link.left, link.right) for link in found.links] == [((1,), (1,)), ((2,), (2,))]
    assert found.only_left == found.only_right == (0,)
    assert unanswered(found, Side.LEFT) == ()


def test_two_empty_cells_say_nothing() -> None:
    judged = judge_pair("", "", CompareOptions(use_model=False))
    assert (judged.link.verdict, judged.link.reasons) == (Verdict.UNCLEAR, ())


def test_a_model_can_be_stopped_between_batches() -> None:
    model, reports = CountingModel(), []

    def listen(stage: str, done: int, total: int) -> None:
        reports.append((stage, done, total))
        if done:
            raise Cancelled

    pairs = [(f"The mine closed on day {n}.", "It opened.") for n in range(80)]
    options = CompareOptions(languages=("en", "en"))
    with pytest.raises(Cancelled):
        judge_pairs(pairs, options, Models(entailment=model), Progress(listen))
    assert reports == [("entail", 0, 80), ("entail", 32, 80)]
    assert len(model.asked) == 64


def test_a_passage_without_end_is_judged_by_its_beginning() -> None:
    left = "The mine employs 400 people. " + "and so on " * 600
    judged = judge_pair(left, "The mine employs 40 people.", CompareOptions(use_model=False))
    assert len(left) > 6_000
    assert all(reason.left is None or reason.left.end <= 4_000 for reason in judged.link.reasons)


class Reads:
    """A model that reads the languages it is given, sees nothing in them, and pairs nothing."""

    sha256 = "2" * 64

    def __init__(self, *languages: str) -> None:
        self.name = "-".join(("reads", *languages))
        self._languages = languages

    def covers(self, language: str) -> bool:
        return language in self._languages

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.full((len(pairs), 3), (0.25, 0.5, 0.25), np.float32)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.tile(np.array((1.0, 0.0), np.float32), (len(texts), 1))


@pytest.mark.parametrize(
    ("languages", "judged_by", "paired_by"),
    [
        (("en", "en"), "entailment", ("encoder", "multilingual")),
        (("en", "ru"), "multilingual_entailment", ("multilingual",)),
        (("en", "tr"), "", ()),
    ],
)
def test_a_comparison_says_which_of_the_models_judged_and_paired(
    languages: tuple[str, str], judged_by: str, paired_by: tuple[str, ...]
) -> None:
    models = Models(Reads("en"), Reads("en"), Reads("en", "ru"), Reads("en", "ru"))
    told: list[Comparison] = []
    sources = (read_text(LEFT), read_text(RIGHT))
    made = compare(*sources, CompareOptions(languages=languages), models, on_partial=told.append)
    assert {(each.judged_by, each.paired_by) for each in (made, *told)} == {(judged_by, paired_by)}
    alone = compare(*sources, CompareOptions(languages=languages, use_model=False), models)
    assert (alone.judged_by, alone.paired_by) == ("", ())


def test_what_has_no_link_names_the_sentence_that_comes_nearest() -> None:
    """The first of equals here: the model says the same of all pairs, and the encoder sees no difference."""
    left = "The harbour took 40 ships in May.\n\nWolves were seen."
    right = "Some 40 ships called at the harbour in May.\n\nPension funds lost money."
    models = Models(Reads("en"), Reads("en"))
    made = compare(read_text(left), read_text(right), CompareOptions(languages=("en", "en")), models)
    alone = {(Side.LEFT, i) for i in made.only_left} | {(Side.RIGHT, i) for i in made.only_right}
    assert {(near.side, near.sentence) for near in made.nearest} == alone
    for near in made.nearest:
        assert made.nearest_to(near.side, near.sentence) == near
        assert near.other in (0, 1)
        assert 0 <= near.chance <= 1
    assert made.nearest_to(Side.LEFT, 9) is None
    back = compare(read_text(right), read_text(left), CompareOptions(languages=("en", "en")), models)
    assert {(n.side, n.sentence, n.chance) for n in back.nearest} == {
        (Side.RIGHT if n.side is Side.LEFT else Side.LEFT, n.sentence, n.chance) for n in made.nearest
    }


def test_without_a_model_nothing_is_said_to_come_near() -> None:
    assert compared("Wolves were seen.", "Pension funds lost money.").nearest == ()


def test_the_days_that_answer_a_question_are_held_against_each_other_and_no_other_days() -> None:
    opened, closed = "When did the plant open? 5 May 2023.", "When did the plant close? 6 May 2024."
    assert [link.verdict for link in compared(opened, opened.replace("5", "7")).links] == [Verdict.CONTRADICTION]
    assert Verdict.CONTRADICTION not in [link.verdict for link in compared(opened, closed).links]
