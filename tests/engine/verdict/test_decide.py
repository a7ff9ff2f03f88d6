"""The rules of `decide`: each gets evidence made by hand, so that one fact more or less is all that differs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexical_coverage import uncovered
from statement_compare.engine.model import Preset, ReasonKind, Span, Verdict
from statement_compare.engine.verdict.decide import Decision, Evidence, decide, named_conflicts


class PlainLexicon:
    """Words mean nothing but themselves."""

    def are_antonyms(self, left: str, right: str, language: str) -> bool:  # noqa: ARG002 - the Protocol names them
        return False

    def affinity(self, left: str, right: str) -> float:
        return 1.0 if left == right else 0.0


def fact(
    relation: Relation, strength: float, kind: ReasonKind = ReasonKind.NUMBER, rule: str = "number.differ"
) -> Fact:
    return Fact(kind, relation, Span(0, 3), Span(0, 3), strength, rule)


def decided(
    *facts: Fact,
    left: str = "The mine employs 40 people.",
    right: str = "The mine employs 40 people.",
    score: float | None = 0.9,
    similarity: float = 0.5,
    preset: Preset = Preset.NORMAL,
) -> Decision:
    readings = [lone_reading(text, "en") for text in (left, right)]
    return decide(Evidence(*readings, facts, None, score, similarity, uncovered(*readings, PlainLexicon())), preset)


def test_a_strong_conflict_of_a_sure_pair_is_a_contradiction_with_that_conflict_as_its_reason() -> None:
    conflict = fact(Relation.CONFLICT, 0.9)
    decision = decided(conflict)
    assert decision.verdict is Verdict.CONTRADICTION
    assert decision.facts == (conflict,)
    assert decision.confidence == pytest.approx(0.9 * 0.95)


def test_one_conflict_told_by_two_phrases_is_one_reason_and_the_strongest_comes_first() -> None:
    weaker = fact(Relation.CONFLICT, 0.8, ReasonKind.EXCLUSIVITY, "exclusivity.alone_or_shared")
    other = fact(Relation.CONFLICT, 0.85)
    stronger = fact(Relation.CONFLICT, 0.9, ReasonKind.EXCLUSIVITY, "exclusivity.alone_or_shared")
    assert decided(weaker, other, stronger).facts == (stronger, other)


def test_a_weak_conflict_is_none() -> None:
    assert decided(fact(Relation.CONFLICT, 0.4)).verdict is Verdict.UNCLEAR


def test_a_conflict_of_a_loose_pair_is_none() -> None:
    assert decided(fact(Relation.CONFLICT, 0.9), score=0.4).verdict is Verdict.UNCLEAR


def test_a_person_who_puts_a_pair_together_is_believed_that_it_belongs_together() -> None:
    assert decided(fact(Relation.CONFLICT, 0.6), score=None).verdict is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("preset", "verdict"),
    [
        (Preset.STRICT, Verdict.UNCLEAR),
        (Preset.NORMAL, Verdict.CONTRADICTION),
        (Preset.LENIENT, Verdict.CONTRADICTION),
    ],
)
def test_strict_asks_for_more_than_normal(preset: Preset, verdict: Verdict) -> None:
    assert decided(fact(Relation.CONFLICT, 0.6), preset=preset).verdict is verdict


def test_lenient_shows_what_normal_does_not() -> None:
    assert decided(fact(Relation.CONFLICT, 0.4), preset=Preset.LENIENT).verdict is Verdict.CONTRADICTION


def test_another_period_or_thing_vetoes_a_conflict() -> None:
    decision = decided(fact(Relation.CONFLICT, 0.8), fact(Relation.OTHER, 0.8, rule="number.other_period"))
    assert decision.verdict is Verdict.UNCLEAR
    assert decision.rule == "other_matter"


def test_a_weaker_veto_does_not_stop_a_stronger_conflict() -> None:
    decision = decided(fact(Relation.CONFLICT, 0.8), fact(Relation.OTHER, 0.5, rule="number.other_period"))
    assert decision.verdict is Verdict.CONTRADICTION


def test_a_report_without_a_stand_is_unclear_whatever_the_figures_say() -> None:
    report = fact(Relation.OTHER, 0.85, ReasonKind.ATTRIBUTION, "attribution.reported")
    decision = decided(report, fact(Relation.CONFLICT, 0.9))
    assert decision.verdict is Verdict.UNCLEAR
    assert decision.rule == "reported_without_stand"


def test_a_report_that_is_denied_in_the_same_breath_contradicts() -> None:
    report = fact(Relation.OTHER, 0.85, ReasonKind.ATTRIBUTION, "attribution.reported")
    denial = fact(Relation.CONFLICT, 0.9, ReasonKind.DENIAL, "denial.of_claim")
    assert decided(report, denial).verdict is Verdict.CONTRADICTION


def test_a_softer_side_qualifies() -> None:
    softer = fact(Relation.QUALIFIES, 0.8, ReasonKind.MODALITY, "modality.hedged")
    decision = decided(softer)
    assert decision.verdict is Verdict.QUALIFIED
    assert decision.facts == (softer,)


def test_equal_figures_in_sentences_that_say_the_same_agree() -> None:
    same = Fact(ReasonKind.NUMBER, Relation.SAME, Span(17, 19), Span(17, 19), 0.9, "number.equal")
    decision = decided(same, similarity=0.9)
    assert decision.verdict is Verdict.AGREEMENT
    assert decision.facts == (same,)


def test_one_equal_figure_beside_two_others_that_differ_is_no_agreement() -> None:
    left = "Output at the 2 smelters fell by 12 points in 2021."
    right = "Output at the 2 smelters fell by 7 points in 2022."
    same = Fact(ReasonKind.NUMBER, Relation.SAME, Span(14, 15), Span(14, 15), 0.9, "number.equal")
    assert decided(same, left=left, right=right, similarity=0.9).verdict is Verdict.UNCLEAR


def test_an_equal_date_is_no_agreement_where_one_side_alone_denies() -> None:
    left = "The dam was inspected before the winter."
    same = Fact(ReasonKind.DATE, Relation.SAME, Span(29, 39), Span(41, 51), 0.9, "date.equal")
    denied = "No dam was inspected at the works before the winter."
    asserted = "The dam was inspected at the works before the winter."
    assert decided(same, left=left, right=denied).verdict is Verdict.UNCLEAR
    assert decided(same, left=left, right=asserted).verdict is Verdict.AGREEMENT


def test_an_equal_date_is_no_agreement_where_before_stands_against_after() -> None:
    left = "The dam was inspected before the winter."
    same = Fact(ReasonKind.DATE, Relation.SAME, Span(29, 39), Span(28, 38), 0.9, "date.equal")
    assert decided(same, left=left, right="The dam was inspected after the winter.").verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("left", "right", "phrase", "verdict"),
    [
        (
            "In the past three years the mine was inspected once.",
            "Over the last three years the mine was visited by ten teams.",
            "three years",
            Verdict.UNCLEAR,
        ),
        (
            "The mine was shut for three years after the flood.",
            "For three years after the flood all ore stayed in our pits.",
            "three years",
            Verdict.AGREEMENT,
        ),
    ],
)
def test_a_stretch_of_time_that_says_when_carries_no_agreement(
    left: str, right: str, phrase: str, verdict: Verdict
) -> None:
    spans = [Span(text.index(phrase), text.index(phrase) + len(phrase)) for text in (left, right)]
    same = Fact(ReasonKind.NUMBER, Relation.SAME, spans[0], spans[1], 0.9, "number.equal")
    found = decided(same, left=left, right=right, score=0.99, similarity=0.4)
    assert found.verdict is verdict


def test_a_total_that_a_part_is_told_of_carries_no_agreement() -> None:
    left, right = (
        "It stays shut until all seven tanks are checked.",
        "Two of the seven tanks were checked and found sound.",
    )
    same = Fact(ReasonKind.NUMBER, Relation.SAME, Span(27, 32), Span(0, 16), 0.6, "number.derived")
    assert decided(same, left=left, right=right, score=0.99, similarity=0.5).verdict is Verdict.UNCLEAR


def test_the_alignment_vouches_for_a_date_that_differs_in_a_paraphrase_but_not_for_a_figure() -> None:
    date = fact(Relation.CONFLICT, 0.25, ReasonKind.DATE, "date.differ")
    assert decided(date, score=0.97, similarity=0.4).verdict is Verdict.CONTRADICTION
    assert decided(date, score=0.97, similarity=0.4).facts == (date,)
    assert decided(date, score=0.8, similarity=0.4).verdict is not Verdict.CONTRADICTION
    assert decided(date, score=None, similarity=0.4).verdict is not Verdict.CONTRADICTION
    assert decided(date, score=0.97, similarity=0.9).verdict is not Verdict.CONTRADICTION  # an edit, no paraphrase
    assert decided(fact(Relation.CONFLICT, 0.25), score=0.97, similarity=0.4).verdict is not Verdict.CONTRADICTION


def test_a_figure_told_in_another_unit_is_no_substituted_word() -> None:
    left, right = "The road was closed for three weeks.", "The road was closed for 21 days."
    same = Fact(ReasonKind.NUMBER, Relation.SAME, Span(24, 35), Span(24, 31), 0.85, "number.converted")
    assert decided(same, left=left, right=right, similarity=0.8).verdict is Verdict.AGREEMENT


PARAPHRASE = {
    "left": "Freight carriers made 640 of the movements at night.",
    "right": "After dark our runway was used 640 times by cargo firms.",
}


def same_figure() -> Fact:
    spans = [Span(text.index("640"), text.index("640") + 3) for text in (PARAPHRASE["left"], PARAPHRASE["right"])]
    return Fact(ReasonKind.NUMBER, Relation.SAME, spans[0], spans[1], 0.9, "number.equal")


def test_an_equal_figure_carries_the_agreement_of_a_paraphrase_that_the_alignment_is_sure_of() -> None:
    assert decided(same_figure(), score=0.97, similarity=0.4, **PARAPHRASE).verdict is Verdict.AGREEMENT
    assert decided(same_figure(), score=0.8, similarity=0.4, **PARAPHRASE).verdict is Verdict.UNCLEAR
    assert decided(same_figure(), score=None, similarity=0.4, **PARAPHRASE).verdict is Verdict.UNCLEAR


def test_even_a_sure_paraphrase_does_not_agree_while_something_speaks_against_it() -> None:
    against = fact(Relation.CONFLICT, 0.2)
    assert decided(same_figure(), against, score=0.97, similarity=0.4, **PARAPHRASE).verdict is Verdict.UNCLEAR
    denied = {**PARAPHRASE, "right": "After dark our runway was never used 640 times by cargo firms."}
    assert decided(same_figure(), score=0.97, similarity=0.4, **denied).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The minister resigned on 3 June.", "The minister fell on 3 June."),
        ("Iran fired 12 missiles at Israel.", "Israel fired 12 missiles at Iran."),
    ],
)
def test_an_equal_figure_is_no_agreement_in_sentences_alike_but_for_a_word_or_its_place(left: str, right: str) -> None:
    number = "12" if "12" in left else "3 June"
    spans = [Span(text.index(number), text.index(number) + len(number)) for text in (left, right)]
    same = Fact(ReasonKind.NUMBER, Relation.SAME, spans[0], spans[1], 0.9, "number.equal")
    assert decided(same, left=left, right=right, similarity=0.9).verdict is Verdict.UNCLEAR
    assert decided(same, left=left, right=left, similarity=0.9).verdict is Verdict.AGREEMENT


def test_further_conflicts_of_a_contradiction_are_named_after_the_surest() -> None:
    surest, other, faint = (
        fact(Relation.CONFLICT, s, rule=f"number.{n}") for s, n in ((0.8, "a"), (0.5, "b"), (0.2, "c"))
    )
    assert decided(faint, other, surest).facts == (surest, other)


def test_the_same_words_agree() -> None:
    decision = decided(similarity=1.0)
    assert decision.verdict is Verdict.AGREEMENT
    assert [f.rule for f in decision.facts] == ["wording.same"]


@pytest.mark.parametrize(
    "right",
    [
        "The ramp has made access harder.",  # one content word is the whole difference
        "The ramp has not made access easier.",  # polarity
        "Access has made the ramp easier.",  # who and what change places
    ],
)
def test_nearly_the_same_words_are_no_agreement_while_something_differs(right: str) -> None:
    assert decided(left="The ramp has made access easier.", right=right, similarity=0.97).verdict is Verdict.UNCLEAR


def test_nobody_and_no_one_deny_alike() -> None:
    left, right = "Nobody was hurt at the works.", "No one was hurt at the works."
    assert decided(left=left, right=right, similarity=0.8).verdict is Verdict.AGREEMENT
    assert decided(left=left, right="One was hurt at the works.", similarity=0.8).verdict is Verdict.UNCLEAR


def test_nothing_found_is_unclear_without_confidence() -> None:
    decision = decided(left="The mine employs people.", right="Our port ships ore.")
    assert (decision.verdict, decision.confidence, decision.facts) == (Verdict.UNCLEAR, 0.0, ())


@pytest.mark.parametrize(("preset", "least"), [(Preset.STRICT, 0.68), (Preset.NORMAL, 0.45), (Preset.LENIENT, 0.2)])
def test_from_which_strength_on_a_conflict_of_a_pair_put_together_by_a_person_contradicts(
    preset: Preset, least: float
) -> None:
    assert decided(fact(Relation.CONFLICT, least), score=None, preset=preset).verdict is Verdict.CONTRADICTION
    assert decided(fact(Relation.CONFLICT, least - 0.01), score=None, preset=preset).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(("preset", "least"), [(Preset.STRICT, 0.6), (Preset.NORMAL, 0.45), (Preset.LENIENT, 0.3)])
def test_how_sure_the_alignment_must_be_of_a_pair_that_contradicts_or_qualifies(preset: Preset, least: float) -> None:
    softer = fact(Relation.QUALIFIES, 0.9, ReasonKind.MODALITY, "modality.softer")
    for found, verdict in ((fact(Relation.CONFLICT, 0.9), Verdict.CONTRADICTION), (softer, Verdict.QUALIFIED)):
        assert decided(found, score=least, preset=preset).verdict is verdict
        assert decided(found, score=least - 0.01, preset=preset).verdict is not verdict


def test_what_is_as_strong_as_a_conflict_stops_it_and_what_softens_has_to_be_stronger() -> None:
    conflict = fact(Relation.CONFLICT, 0.5)
    other = fact(Relation.OTHER, 0.5, rule="number.other_period")
    softer = fact(Relation.QUALIFIES, 0.5, ReasonKind.MODALITY, "modality.softer")
    assert decided(conflict, other).verdict is Verdict.UNCLEAR
    assert decided(conflict, replace(other, strength=0.49)).verdict is Verdict.CONTRADICTION
    assert decided(conflict, softer).verdict is Verdict.CONTRADICTION
    assert decided(conflict, replace(softer, strength=0.51)).verdict is Verdict.UNCLEAR


def test_from_which_strength_on_a_report_or_another_matter_leaves_a_pair_unclear() -> None:
    texts = {"left": "The mine employs people.", "right": "The mine employs people."}
    report = fact(Relation.OTHER, 0.7, ReasonKind.ATTRIBUTION, "attribution.reported")
    assert decided(report, **texts).rule == "reported_without_stand"
    assert decided(report, **texts).confidence == 0.7
    assert decided(replace(report, strength=0.69), **texts).rule != "reported_without_stand"
    denial = fact(Relation.CONFLICT, 0.7, ReasonKind.DENIAL, "denial.of_claim")
    assert decided(report, denial, **texts).rule != "reported_without_stand"
    assert decided(report, replace(denial, strength=0.69), **texts).rule == "reported_without_stand"
    other = fact(Relation.OTHER, 0.6, rule="number.other_period")
    assert decided(other, **texts).rule == "other_matter"
    assert decided(replace(other, strength=0.59), **texts).rule != "other_matter"
    same = fact(Relation.SAME, 0.6)
    assert decided(other, same, **texts).rule != "other_matter"
    assert decided(other, replace(same, strength=0.59), **texts).rule == "other_matter"


@pytest.mark.parametrize(("strength", "verdict"), [(0.6, Verdict.QUALIFIED), (0.59, Verdict.UNCLEAR)])
def test_from_which_strength_on_a_side_is_softer(strength: float, verdict: Verdict) -> None:
    softer = fact(Relation.QUALIFIES, strength, ReasonKind.MODALITY, "modality.softer")
    decision = decided(softer, score=0.8)
    assert decision.verdict is verdict
    assert decision.confidence == pytest.approx(0.54 if verdict is Verdict.QUALIFIED else 0.0)


def test_which_further_conflicts_are_named() -> None:
    surest = fact(Relation.CONFLICT, 0.9, rule="number.a")
    half = fact(Relation.CONFLICT, 0.45, rule="number.b")
    assert decided(surest, half).facts == (surest, half)
    assert decided(surest, replace(half, strength=0.44)).facts == (surest,)
    middling = replace(surest, strength=0.6)
    assert decided(middling, replace(half, strength=0.35)).facts == (middling, replace(half, strength=0.35))
    assert decided(middling, replace(half, strength=0.34)).facts == (middling,)


def test_conflicts_are_named_from_the_strength_on_that_speaks_against_an_agreement() -> None:
    readings = [lone_reading(text, "en") for text in ("It held.", "It broke.")]
    for strength, number in ((0.15, 1), (0.14, 0)):
        found = Evidence(
            *readings, (fact(Relation.CONFLICT, strength),), None, None, 0.5, uncovered(*readings, PlainLexicon())
        )
        assert len(named_conflicts(found)) == number


@pytest.mark.parametrize(
    ("score", "strength", "similarity", "is_raised"),
    [(0.9, 0.2, 0.73, True), (0.89, 0.2, 0.73, False), (0.9, 0.19, 0.73, False), (0.9, 0.2, 0.74, False)],
)
def test_where_the_alignment_vouches_for_a_conflict(
    score: float, strength: float, similarity: float, is_raised: bool
) -> None:
    date = fact(Relation.CONFLICT, strength, ReasonKind.DATE, "date.differ")
    decision = decided(date, score=score, similarity=similarity)
    assert (decision.verdict is Verdict.CONTRADICTION) == is_raised
    if is_raised:
        assert decision.confidence == pytest.approx(0.55 * 0.95)


@pytest.mark.parametrize(
    ("score", "strength", "against", "agrees"),
    [
        (0.95, 0.6, 0.49, True),
        (0.94, 0.6, 0.49, False),
        (0.95, 0.59, 0.49, False),
        (0.95, 0.6, 0.5, False),
    ],
)
def test_what_a_sure_paraphrase_needs_to_agree(score: float, strength: float, against: float, agrees: bool) -> None:
    same = replace(same_figure(), strength=strength)
    for relation in (Relation.OTHER, Relation.QUALIFIES):
        decision = decided(same, fact(relation, against, rule="x"), score=score, similarity=0.4, **PARAPHRASE)
        assert (decision.verdict is Verdict.AGREEMENT) == agrees
        if agrees:
            assert decision.confidence == pytest.approx(0.6 * 0.95)


@pytest.mark.parametrize(
    ("similarity", "strength", "agrees"), [(0.6, 0.09, True), (0.59, 0.09, False), (0.6, 0.1, False)]
)
def test_what_the_same_words_need_to_agree(similarity: float, strength: float, agrees: bool) -> None:
    faint = fact(Relation.OTHER, strength, rule="x")
    decision = decided(faint, similarity=similarity, score=None)
    assert (decision.verdict is Verdict.AGREEMENT) == agrees
    if agrees:
        assert [f.rule for f in decision.facts] == ["wording.near"]
        assert decision.confidence == pytest.approx(0.8)


def test_figures_that_differ_in_a_sign_alone_are_left_open_and_undo_no_other_conflict() -> None:
    open_sign = fact(Relation.OTHER, 0.3, rule="number.open_sign")
    equal = fact(Relation.SAME, 0.95, ReasonKind.DATE, "date.equal")
    assert decided(equal).verdict is Verdict.AGREEMENT
    left_open = decided(equal, open_sign)
    assert (left_open.verdict, left_open.facts) == (Verdict.UNCLEAR, (open_sign,))
    assert decided(open_sign, fact(Relation.CONFLICT, 0.9)).verdict is Verdict.CONTRADICTION
