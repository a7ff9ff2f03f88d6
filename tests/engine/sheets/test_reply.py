"""Which questions a side is asked, and by what they are asked."""

from __future__ import annotations

import pytest
from made_side import Part, made_side
from scene import compared, decided, harbour

from statement_compare.engine.model import (
    Decision,
    GeneralDenial,
    Pair,
    ReasonKind,
    Side,
    Status,
    Verdict,
    pair_of,
)
from statement_compare.engine.place import Place
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.reply import ReplyChoice, asked_of, open_findings, questions
from statement_compare.engine.sheets.words import words_in

FIGURE: Pair = ((0,), (0,))
DATE: Pair = ((1,), (1,))
SAME: Pair = ((2,), (2,))
NOW = "2026-01-02T03:04:05+00:00"


def open_pairs(said: dict[Pair, Decision]) -> list[Pair]:
    return [pair_of(link) for link in open_findings(decided(harbour(), said))]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, [FIGURE, DATE]),
        ({FIGURE: Decision(is_dismissed=True)}, [DATE]),
        ({FIGURE: Decision(status=Status.SETTLED)}, [DATE]),
        ({FIGURE: Decision(status=Status.ANSWERED)}, [DATE]),
        ({FIGURE: Decision(is_confirmed=True)}, [FIGURE, DATE]),
        ({FIGURE: Decision(Verdict.AGREEMENT)}, [DATE]),
        ({FIGURE: Decision(Verdict.QUALIFIED)}, [DATE]),
        ({FIGURE: Decision(Verdict.UNCLEAR, at=NOW)}, [DATE, FIGURE]),
        ({SAME: Decision(Verdict.CONTRADICTION)}, [FIGURE, DATE, SAME]),
        ({SAME: Decision(status=Status.ASKED)}, [FIGURE, DATE, SAME]),
        ({SAME: Decision(is_bookmarked=True)}, [FIGURE, DATE, SAME]),
        ({SAME: Decision(at=NOW)}, [FIGURE, DATE, SAME]),
        ({SAME: Decision(is_confirmed=True, at=NOW)}, [FIGURE, DATE]),
        ({SAME: Decision(status=Status.ASKED, is_dismissed=True)}, [FIGURE, DATE]),
    ],
)
def test_what_a_person_said_decides_what_is_asked_about(said: dict[Pair, Decision], asked: list[Pair]) -> None:
    assert open_pairs(said) == asked


def test_each_side_is_asked_about_the_other_sides_claims() -> None:
    reported = Reported(harbour())
    left, right = (questions(reported, to, ReplyChoice()) for to in Side)
    assert [(each.own, each.theirs, each.asks) for each in left] == [
        ((0,), (0,), ("figure",)),
        ((1,), (1,), ("date",)),
        ((), (3,), ("not_found",)),
    ]
    assert [(each.own, each.theirs, each.asks) for each in right[2:]] == [
        ((), (3,), ("not_taken_up",)),
        ((), (4,), ("not_found",)),
    ]


def test_a_person_chooses_what_is_asked_about() -> None:
    choice = ReplyChoice(pairs=frozenset({DATE, SAME}), claims=frozenset({(Side.LEFT, 4)}))
    reported = Reported(harbour())
    assert [each.theirs for each in questions(reported, Side.RIGHT, choice)] == [(1,), (2,), (4,)]
    assert [each.theirs for each in questions(reported, Side.LEFT, choice)] == [(1,), (2,)]


def test_a_cell_of_a_table_that_is_no_sentence_is_asked_about_only_where_it_is_chosen() -> None:
    cell = Place(table=1, row=1, column=1)
    parts = (Part(("Village",), place=cell), Part(("The dam was empty.",), place=cell), Part(("No alarm",)))
    reported = Reported(compared(made_side(*parts), made_side("The river is long.")))
    asked = [each.theirs for each in questions(reported, Side.RIGHT, ReplyChoice())]
    assert sorted(asked) == [(1,), (2,)]
    chosen = ReplyChoice(claims=frozenset({(Side.LEFT, 0)}))
    assert [each.theirs for each in questions(reported, Side.RIGHT, chosen)] == [(0,)]


def test_what_was_dismissed_is_never_asked_even_where_it_is_named() -> None:
    reported = decided(harbour(), {DATE: Decision(is_dismissed=True)})
    choice = ReplyChoice(pairs=frozenset({DATE}), claims=frozenset())
    assert questions(reported, Side.LEFT, choice) == ()


def test_a_claim_that_is_denied_in_general_is_asked_about_in_particular() -> None:
    made = compared(
        made_side("The pump leaked.", "The valve broke."),
        made_side("All of this is untrue.", "We paid."),
        denials=(GeneralDenial(Side.RIGHT, 0, (0,)),),
    )
    asked = questions(Reported(made), Side.RIGHT, ReplyChoice())
    assert [(each.asks, each.own, each.theirs, each.in_general) for each in asked] == [
        (("in_particular",), (0,), (0,), True),
        (("not_found",), (), (1,), False),
    ]


@pytest.mark.parametrize(
    ("kind", "rule", "ask"),
    [
        (ReasonKind.NUMBER, "number.differ", "figure"),
        (ReasonKind.UNIT, "unit.differ", "unit"),
        (ReasonKind.UNIT, "unit.currency", "currency"),
        (ReasonKind.DATE, "date.differ", "date"),
        (ReasonKind.ENTITY, "entity.replaced", "name"),
        (ReasonKind.ORDER, "order.reversed", "order"),
        (ReasonKind.NEGATION, "negation.one_side", "which"),
        (ReasonKind.ANTONYM, "antonym.opposed", "which"),
        (ReasonKind.EXCLUSIVITY, "exclusivity.alone_or_all", "alone"),
        (ReasonKind.QUANTIFIER, "quantifier.exclude", "share"),
        (ReasonKind.MODALITY, "modality.exclude", "certain"),
        (ReasonKind.ATTRIBUTION, "attribution.replaced", "said"),
        (ReasonKind.ATTRIBUTION, "attribution.exchanged", "did"),
        (ReasonKind.DENIAL, "denial.of_claim", "case"),
        (ReasonKind.MODEL, "model.contradiction", "case"),
    ],
)
def test_the_reason_says_what_is_asked(kind: ReasonKind, rule: str, ask: str) -> None:
    made = compared(made_side("One ⟦a⟧."), made_side("One ⟦b⟧."), [(0, 0, Verdict.CONTRADICTION, kind, rule)])
    assert asked_of(Reported(made), made.links[0]) == (ask,)


def test_no_side_is_asked_which_is_right_where_only_a_person_says_that_they_contradict() -> None:
    reported = decided(harbour(), {SAME: Decision(Verdict.CONTRADICTION)})
    link = next(each for each in reported.links if pair_of(each) == SAME)
    assert asked_of(reported, link) == ("case",)


def test_no_side_is_asked_which_is_right_where_they_do_not_contradict() -> None:
    reported = decided(harbour(), {FIGURE: Decision(Verdict.UNCLEAR)})
    link = next(each for each in reported.links if pair_of(each) == FIGURE)
    assert asked_of(reported, link) == ("relation",)


@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_every_question_is_one_and_none_says_that_anybody_is_wrong(code: str) -> None:
    blame = ("wrong", "false", "mistak", "contradict", "lie", "claim", "admit", "allege", "actually", "really")
    blame += ("ошиб", "ложь", "невер", "противореч", "якобы", "на самом деле", "утвержда", "призна")
    blame += ("қате", "өтірік", "қайшы", "мойында", "шын мәнінде", "-мыс")
    asks = {key: words for key, words in words_in(code).phrases.items() if key.startswith("ask.")}
    assert len(asks) == 17
    for key, words in asks.items():
        assert isinstance(words, str)
        assert words.endswith("?"), key
        assert [each for each in blame if each in words.lower()] == [], key
