"""Which sentences are paired, told in small scenes."""

import os
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare import bundled
from statement_compare.engine.align import align
from statement_compare.engine.align.candidates import Limits, told_again
from statement_compare.engine.model import Role
from statement_compare.engine.onnx import OnnxEncoder, load_encoder
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.errors import UnreadableFileError

from .scenes import MatterEncoder, statement


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return load_encoder(bundled.path("models", "minilm"))


def pairs(left, right, encoder=None):  # type: ignore[no-untyped-def]
    return [(a.left, a.right) for a in align(left, right, encoder)]


MINISTRY = statement(
    "The dam released 12 million cubic metres of water on 4 June.",
    "Nobody in the valley was warned before the gates were opened.",
    "Seven farms lost their harvest.",
)
OPERATOR = statement(
    "The crops of seven farms were destroyed.",
    "On 4 June, 21 million cubic metres of water were released from the dam.",
    "We telephoned every mayor in the valley an hour before opening the gates.",
)


def test_pairs_cross_when_answers_come_in_another_order(encoder: OnnxEncoder) -> None:
    assert pairs(MINISTRY, OPERATOR, encoder) == [((0,), (1,)), ((1,), (2,)), ((2,), (0,))]


def test_without_an_encoder_words_and_figures_still_pair() -> None:
    assert ((0,), (1,)) in pairs(MINISTRY, OPERATOR)
    assert ((1,), (2,)) in pairs(MINISTRY, OPERATOR)


def test_an_encoder_that_does_not_cover_a_language_is_not_asked() -> None:
    class Deaf(MatterEncoder):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise AssertionError(f"asked for {texts}")

    left = statement("Завод закрыт 4 июня.", language="ru")
    assert pairs(left, statement("The plant was closed on 4 June."), Deaf()) == [((0,), (0,))]


def test_a_swapped_figure_is_still_the_same_matter_and_nearly_the_same_wording() -> None:
    (found,) = align(
        statement("The plant released 12 million litres of waste water last year."),
        statement("The plant released 21 million litres of waste water last year."),
        None,
    )
    assert 0.97 <= found.similarity < 1.0
    assert found.score > 0.5


def test_other_matters_stay_alone(encoder: OnnxEncoder) -> None:
    left = statement("The court fined the bank in May.", "Trains to the coast ran late all week.")
    right = statement("Our new chief engineer joins in autumn.", "The museum is open on Sundays.")
    assert pairs(left, right, encoder) == []


def test_the_same_sentence_three_times_on_both_sides_is_paired_in_order() -> None:
    line = "No complaint was received in March."
    assert pairs(statement(line, line, line), statement(line, line, line)) == [((n,), (n,)) for n in range(3)]


@pytest.mark.parametrize("times", [30, 60])
def test_a_standing_phrase_of_large_statements_is_paired_each_time_and_in_order(times: int) -> None:
    """More often than the nearest that are looked for, and so often that its words count as common ones."""
    phrase, others = "The request was refused.", ("A dam broke in May.", "Trains ran late on Sunday.")
    left = statement(others[0], *[phrase] * times, others[1])
    right = statement(*[phrase] * times, others[1], others[0], phrase)
    found = [(a.left, a.right) for a in align(left, right, None, limits=Limits(every_pair=0, nearest=5))]
    assert found[1 : times + 1] == [((1 + n,), (n,)) for n in range(times)]
    assert found[0] == ((0,), (times + 1,))
    assert found[-1] == ((times + 1,), (times,))


def test_equal_sentences_are_paired_first_with_first_as_far_as_both_sides_have_them() -> None:
    assert told_again(["a", "b", "a", "a", "c"], ["b", "a", "d", "a"]) == {(0, 1), (1, 0), (2, 3)}
    assert told_again(["a"], ["b"]) == told_again([], ["a"]) == set()


def test_a_sentence_stands_in_one_alignment_at_most(encoder: OnnxEncoder) -> None:
    line = "The bridge was closed in March for repairs."
    left = statement(
        line, "In March the bridge was shut for repairs.", "The bridge, under repair, was closed in March."
    )
    found = pairs(left, statement(line, "Repairs closed the bridge in March."), encoder)
    lefts = [i for ids, _ in found for i in ids]
    rights = [j for _, ids in found for j in ids]
    assert len(set(lefts)) == len(lefts)
    assert len(set(rights)) == len(rights)


def test_courtesy_is_not_an_answer_to_a_claim(encoder: OnnxEncoder) -> None:
    left = statement("The company delayed the repair of the bridge until March.")
    thanks = "We thank everybody for their patience during the repair of the bridge."
    assert pairs(left, statement(thanks, roles=[Role.COURTESY]), encoder) == []


def test_a_rejection_joins_the_report_it_rejects(encoder: OnnxEncoder) -> None:
    left = statement("The inspectors found that alarms in the mine had been switched off for nine days.")
    right = statement(
        "We operate four mines in the county.",
        "The inspectors say that our alarms were switched off for nine days.",
        "This is untrue.",
    )
    assert pairs(left, right, encoder) == [((0,), (1, 2))]


def test_a_rejection_in_another_paragraph_does_not_join(encoder: OnnxEncoder) -> None:
    left = statement("The inspectors found that alarms in the mine had been switched off for nine days.")
    right = statement(
        "The inspectors say that our alarms were switched off for nine days.", "This is untrue.", a_paragraph=1
    )
    assert pairs(left, right, encoder) == [((0,), (0,))]


def test_one_sentence_may_answer_two(encoder: OnnxEncoder) -> None:
    left = statement("The pilot's licence has been suspended.", "The aircraft is held at Orrin airfield.")
    right = statement("The aircraft is held at Orrin airfield, and the pilot's licence is suspended.")
    assert pairs(left, right, encoder) == [((0, 1), (0,))]


def test_two_statements_of_one_sentence_each_can_be_paired(encoder: OnnxEncoder) -> None:
    left = statement("Nobody lost a job when the mill was sold.")
    assert pairs(left, statement("The sale of the mill cost no jobs."), encoder) == [((0,), (0,))]
    assert pairs(left, statement("Rain is expected on the coast."), encoder) == []


def test_an_empty_side_has_no_alignments() -> None:
    assert pairs(statement(), MINISTRY) == []
    assert pairs(statement("...", "- -"), MINISTRY) == []


def test_the_result_is_the_same_each_time(encoder: OnnxEncoder) -> None:
    assert align(MINISTRY, OPERATOR, encoder) == align(MINISTRY, OPERATOR, encoder)


def test_aligning_stops_at_the_next_report() -> None:
    with pytest.raises(Cancelled):
        align(MINISTRY, OPERATOR, None, Progress(is_cancelled=lambda: True))


def test_progress_goes_from_nothing_to_the_whole_of_one_step() -> None:
    seen: list[tuple[str, int, int]] = []
    align(MINISTRY, OPERATOR, None, Progress(lambda *step: seen.append(step)))
    assert seen[0] == ("align", 0, 1)
    assert seen[-1] == ("align", 1, 1)
    assert all(stage == "align" and 0 <= done <= total for stage, done, total in seen)


def test_progress_counts_sentences_read_by_the_encoder(encoder: OnnxEncoder) -> None:
    seen = []
    align(MINISTRY, OPERATOR, encoder, Progress(lambda *step: seen.append(step)))
    assert ("encode", 0, 3) in seen
    assert seen[-1] == ("align", 1, 1)


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "from statement_compare.engine.align import align\n"
        "from statement_compare.engine.align.candidates import Limits\n"
        "from statement_compare.engine.readers import read_text\n"
        "from statement_compare.engine.text.segment import segment\n"
        "left = segment(read_text('The dam at Orrin held. Two gates opened on 4 June. No siren sounded.'), 'en')\n"
        "right = segment(read_text('A siren sounded. On 4 June the gates opened. The Orrin dam burst.'), 'en')\n"
        "print(align(left, right, None, limits=Limits(every_pair=0, nearest=2)))\n"
    )
    results = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        results.add(done.stdout)
    assert len(results) == 1
    assert "Alignment(" in results.pop()


def test_a_statement_too_long_to_be_aligned_is_refused_by_name() -> None:
    limits = Limits(most_sentences=2)
    with pytest.raises(UnreadableFileError, match="the pasted text has 3 sentences; up to 2 a side can be compared"):
        align(MINISTRY, statement("One.", "Two.", "Three."), None, limits=limits)


def test_aligning_can_be_stopped_at_every_stage() -> None:
    left = statement(*(f"On {n} May the mill at Orrin sold {n * 17} tonnes." for n in range(1, 29)))
    right = statement(*(f"The Orrin mill sold {n * 17} tonnes on {n} May." for n in range(1, 29)))
    reports = []
    align(left, right, None, Progress(lambda *step: reports.append(step)), limits=Limits(every_pair=0))
    for last in range(1, len(reports)):
        asked = iter(range(len(reports)))
        with pytest.raises(Cancelled):
            align(
                left,
                right,
                None,
                Progress(is_cancelled=lambda asked=asked, last=last: next(asked) >= last),
                limits=Limits(every_pair=0),
            )
    assert len(reports) > 7


def test_what_only_frames_a_statement_is_linked_to_nothing() -> None:
    texts = (
        "Press release",
        "Astana, {} March 2026.",
        "The plant lost 40 megawatts.",
        "Press office, tel. 0114 555 123",
    )
    roles = [Role.HEADING, Role.HEADING, Role.CLAIM, Role.CONTACT]
    first, later = ([text.format(day) for text in texts] for day in (12, 13))
    assert pairs(statement(*first, roles=roles), statement(*first, roles=roles), None) == [((2,), (2,))]
    assert pairs(statement(*first, roles=roles), statement(*later, roles=roles), None) == [((2,), (2,))]


def test_headlines_that_say_the_same_are_linked() -> None:
    headline = "Ministry rejects the claims of the operator"
    side = statement(headline, "The plant lost 40 megawatts.", roles=[Role.HEADING, Role.CLAIM])
    assert pairs(side, side, None) == [((0,), (0,)), ((1,), (1,))]
