"""Figures are counted as the scorer of the development sets counts them, and calibration as its definition says."""

from __future__ import annotations

import pytest

from benchmarks.judging import scores
from benchmarks.judging.gold import GoldLink, GoldPair, of_group, sample, twin_kind
from benchmarks.judging.rows import in_turns
from benchmarks.judging.scores import JudgedLink, Judgement


def pair(verdict: str, kind: str = "", twin: str = "") -> GoldPair:
    return GoldPair("left", "right", verdict, kind, twin)


def link(notation: str) -> JudgedLink:
    left, right, verdict = notation.split()
    return JudgedLink(frozenset(left.split(",")), frozenset(right.split(",")), Judgement(verdict, 0.8))


def gold_link(notation: str) -> GoldLink:
    left, right, verdict = notation.split()
    return GoldLink(frozenset(left.split(",")), frozenset(right.split(",")), verdict, "")


def test_precision_and_recall_of_pairs_are_counted_by_verdict() -> None:
    gold = [pair("contradiction"), pair("contradiction"), pair("related"), pair("agreement")]
    shown = ["contradiction", "unclear", "contradiction", "agreement"]
    found = scores.of_pairs(gold, [Judgement(verdict, 0.9) for verdict in shown])
    assert (found.contradiction.precision, found.contradiction.recall, found.contradiction.f1) == (0.5, 0.5, 0.5)
    assert (found.agreement.precision, found.agreement.recall) == (1.0, 1.0)


def test_a_qualified_pair_shown_as_agreement_is_no_fault_and_no_hit() -> None:
    found = scores.of_pairs(
        [pair("qualified"), pair("agreement")], [Judgement("agreement", 0.9), Judgement("unclear", 0.0)]
    )
    assert (found.agreement.precision, found.agreement.recall) == (1.0, 0.0)


def test_nothing_shown_has_a_precision_of_nought() -> None:
    assert scores.of_pairs([pair("contradiction")], [Judgement("unclear", 0.0)]).contradiction.f1 == 0.0


def test_links_match_when_they_share_a_sentence_on_either_side() -> None:
    gold = [gold_link("L1 R1,R2 contradiction"), gold_link("L3 R3 agreement")]
    found = scores.of_statements([(gold, [link("L1,L2 R2 contradiction"), link("L3 R4 agreement")])])
    assert (found.contradiction.precision, found.contradiction.recall) == (1.0, 1.0)
    assert (found.agreement.precision, found.agreement.recall) == (0.0, 0.0)
    assert (found.alignment.precision, found.alignment.recall) == (0.5, 0.5)


def test_an_unclear_link_counts_for_the_recall_of_the_pairing_alone() -> None:
    found = scores.of_statements([([gold_link("L1 R1 contradiction")], [link("L1 R1 unclear"), link("L2 R2 unclear")])])
    assert (found.alignment.shown, found.alignment.recall, found.contradiction.recall) == (0, 1.0, 0.0)


def test_the_model_alone_contradicts_in_one_direction_and_agrees_in_both() -> None:
    assert scores.by_model_alone((0.2, 0.1, 0.7, 0.1, 0.8, 0.1)).verdict == "contradiction"
    assert scores.by_model_alone((0.9, 0.1, 0.0, 0.6, 0.4, 0.0)) == Judgement(
        "agreement", 0.6, probabilities=(0.9, 0.1, 0.0, 0.6, 0.4, 0.0)
    )
    assert scores.by_model_alone((0.9, 0.1, 0.0, 0.2, 0.8, 0.0)).verdict == "unclear"
    assert scores.by_model_alone(()).verdict == "unclear"


def test_public_sets_are_scored_by_the_likeliest_label_of_premise_to_hypothesis() -> None:
    assert scores.forward_alone((0.4, 0.3, 0.3, 0.0, 0.0, 1.0)).verdict == "agreement"
    assert scores.forward_alone((0.3, 0.4, 0.3, 0.0, 0.0, 1.0)).verdict == "unclear"


def test_accuracy_takes_all_that_is_neither_agreement_nor_contradiction_as_one() -> None:
    gold = [pair("related"), pair("related"), pair("agreement"), pair("contradiction")]
    shown = [Judgement(verdict, 0.5) for verdict in ("qualified", "unclear", "unclear", "contradiction")]
    assert scores.accuracy(gold, shown) == 0.75


def test_the_calibration_error_is_the_weighted_distance_of_confidence_and_the_share_that_is_right() -> None:
    verdicts = [
        (0.9, True),
        (0.9, True),
        (0.9, True),
        (0.9, False),
        (0.1, False),
        (0.1, False),
        (0.1, False),
        (0.1, False),
    ]
    assert scores.calibration_error(verdicts) == pytest.approx(0.5 * 0.15 + 0.5 * 0.1)


def test_full_confidence_falls_into_the_last_bin() -> None:
    assert [b.count for b in scores.bins([(1.0, True), (0.99, True), (0.0, False)])] == [1, 2]


def test_only_shown_verdicts_have_a_confidence_to_be_held_against() -> None:
    gold = [pair("related"), pair("qualified"), pair("related")]
    judged = [Judgement("unclear", 0.9), Judgement("agreement", 0.8), Judgement("contradiction", 0.7)]
    assert scores.shown(gold, judged) == [(0.8, True), (0.7, False)]


def test_kinds_hold_what_was_found_and_named_and_the_twins_that_fooled() -> None:
    gold = [pair("contradiction", "unit"), pair("contradiction", "unit"), pair("agreement", twin="unit")]
    judged = [
        Judgement("contradiction", 0.9, kinds=("unit",)),
        Judgement("contradiction", 0.9),
        Judgement("unclear", 0),
    ]
    assert scores.by_kind(gold, judged) == {
        "unit": scores.OfKind(found=2, named=1, contradictions=2, false_alarms=0, twins=1)
    }


@pytest.mark.parametrize(
    ("note", "kind"), [("para; twin=unit; km = miles", "unit"), ("edit", ""), ("para; twin=order", "order")]
)
def test_a_note_names_the_kind_that_a_near_miss_looks_like(note: str, kind: str) -> None:
    assert twin_kind(note) == kind


def test_a_sample_keeps_the_order_and_is_the_same_each_time() -> None:
    pairs = [GoldPair(str(i), "", "related") for i in range(50)]
    drawn = sample(pairs, 10)
    assert drawn == sample(pairs, 10)
    assert [int(each.left) for each in drawn] == sorted(int(each.left) for each in drawn)
    assert len(set(drawn)) == 10
    assert sample(pairs, 0) == tuple(pairs)


def test_a_group_pairs_its_sentence_with_each_of_its_texts() -> None:
    row = {
        "id": "g-1",
        "p": "p",
        "agree": ["a"],
        "contra": [{"kind": "date", "text": "c"}],
        "qualified": ["q"],
        "related": ["r"],
        "twins": [{"kind": "date", "verdict": "agreement", "text": "t"}],
    }
    assert [(g.right, g.verdict, g.kind, g.twin) for g in of_group(row)] == [
        ("a", "agreement", "", ""),
        ("q", "qualified", "", ""),
        ("r", "related", "", ""),
        ("c", "contradiction", "date", ""),
        ("t", "agreement", "", "date"),
    ]


def test_sets_take_turns_in_a_list_of_errors() -> None:
    assert in_turns([["a1", "a2", "a3"], [], ["b1"]]) == ["a1", "b1", "a2", "a3"]
