"""How reasons and verdicts are said."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statement_compare.engine.ledger import Kind, Relation
from statement_compare.engine.model import Comparison, Reason, ReasonKind, Side, Span, Verdict
from statement_compare.engine.report import overview_wording, provenance, wording
from statement_compare.engine.report.words import en
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.summary import Fate

ENGINE = Path(wording.__file__).resolve().parent.parent
LEFT, RIGHT = "It gives 5,000 barrels a day.", "It gives 1,000 barrels per day."
LEFT_WORDS, RIGHT_WORDS = Span(9, 28), Span(9, 30)


@pytest.mark.parametrize(
    ("kind", "left", "right", "message"),
    [
        (ReasonKind.NUMBER, LEFT_WORDS, RIGHT_WORDS, "5,000 barrels a day against 1,000 barrels per day"),
        (ReasonKind.NUMBER, LEFT_WORDS, None, "only the left side gives the figure 5,000 barrels a day"),
        (ReasonKind.DENIAL, None, RIGHT_WORDS, "the right side denies it: 1,000 barrels per day"),
        (ReasonKind.MODEL, None, None, "judged by the language model from both sentences as a whole"),
        (ReasonKind.ORDER, None, None, "the order differs: who did what to whom, or what came first"),
        (
            ReasonKind.ORDER,
            LEFT_WORDS,
            None,
            "only the left side says who did what, or what came first: 5,000 barrels a day",
        ),
    ],
)
def test_a_reason_without_a_rule_of_its_own_says_its_kind(
    kind: ReasonKind, left: Span | None, right: Span | None, message: str
) -> None:
    assert wording.reason_message(Reason(kind, left, right, "no.such.rule"), LEFT, RIGHT) == message


SHOWN = "Brindle was asked twice for comment before print."
NEVER = "We were never shown the report."
ASKED_TWICE, NEVER_SHOWN = Span(12, 23), Span(8, 19)


@pytest.mark.parametrize(
    ("rule", "left", "right", "message"),
    [
        (
            "model.contradiction",
            ASKED_TWICE,
            NEVER_SHOWN,
            "read together, they cannot both be true: asked twice against never shown",
        ),
        ("model.contradiction", None, None, "read together, they cannot both be true"),
        ("model.contradiction", None, NEVER_SHOWN, "read together, they cannot both be true: never shown"),
        (
            "model.agreement",
            ASKED_TWICE,
            NEVER_SHOWN,
            "both sides say the same in other words: asked twice, never shown",
        ),
        ("model.agreement", None, None, "both sides say the same in other words"),
        (
            "model.qualified",
            ASKED_TWICE,
            NEVER_SHOWN,
            "one side says more than the other, or limits it: asked twice – never shown",
        ),
        ("model.left_more", ASKED_TWICE, None, "the left side says more than the right one: asked twice"),
        ("model.right_more", None, None, "the right side says more than the left one"),
        (
            "model.of_another_version",
            ASKED_TWICE,
            NEVER_SHOWN,
            "judged by the language model from both sides together: asked twice – never shown",
        ),
        (
            "model.of_another_version",
            ASKED_TWICE,
            None,
            "judged by the language model, on the left side by asked twice",
        ),
    ],
)
def test_what_a_model_read_is_said_in_words_with_the_phrases_it_rests_on(
    rule: str, left: Span | None, right: Span | None, message: str
) -> None:
    assert wording.reason_message(Reason(ReasonKind.MODEL, left, right, rule), SHOWN, NEVER) == message


def test_every_kind_can_be_said_with_any_side_missing() -> None:
    for kind in ReasonKind:
        for left in (LEFT_WORDS, None):
            for right in (RIGHT_WORDS, None):
                message = wording.reason_message(Reason(kind, left, right, "no.such.rule"), LEFT, RIGHT)
                assert message
                assert "{" not in message
                assert "\n" not in message


def test_a_rule_fills_its_places_with_words_and_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(en.RULES, "test.share", "{left} is {share} of {right}")
    reason = Reason(ReasonKind.NUMBER, LEFT_WORDS, RIGHT_WORDS, "test.share", (("share", "five times"),))
    assert wording.reason_message(reason, LEFT, RIGHT) == "5,000 barrels a day is five times of 1,000 barrels per day"


def test_a_rule_whose_place_stays_empty_gives_way_to_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(en.RULES, "test.share", "{left} is {share} of {right}")
    both = Reason(ReasonKind.NUMBER, LEFT_WORDS, RIGHT_WORDS, "test.share")
    one = Reason(ReasonKind.NUMBER, LEFT_WORDS, None, "test.share", (("share", "half"),))
    assert wording.reason_message(both, LEFT, RIGHT) == "5,000 barrels a day against 1,000 barrels per day"
    assert wording.reason_message(one, LEFT, RIGHT) == "only the left side gives the figure 5,000 barrels a day"


@pytest.mark.parametrize(
    ("kind", "rule", "left", "right", "message"),
    [
        (
            ReasonKind.EXCLUSIVITY,
            "exclusivity.one_side",
            None,
            RIGHT_WORDS,
            "the right side alone says that there is no other: 1,000 barrels per day",
        ),
        (
            ReasonKind.ATTRIBUTION,
            "attribution.reported",
            LEFT_WORDS,
            None,
            "the left side only reports what somebody else says: 5,000 barrels a day",
        ),
        (
            ReasonKind.ATTRIBUTION,
            "attribution.reported",
            LEFT_WORDS,
            RIGHT_WORDS,
            "each side only reports what somebody else says: 5,000 barrels a day – 1,000 barrels per day",
        ),
        (
            ReasonKind.DENIAL,
            "denial.of_other_claim",
            LEFT_WORDS,
            RIGHT_WORDS,
            f"{en.RULES['denial.of_other_claim']}: 5,000 barrels a day – 1,000 barrels per day",
        ),
        (ReasonKind.WORDING, "wording.same", LEFT_WORDS, RIGHT_WORDS, "both sides use the same words"),
    ],
)
def test_a_rule_without_a_place_for_words_has_them_behind_it(
    kind: ReasonKind, rule: str, left: Span | None, right: Span | None, message: str
) -> None:
    assert wording.reason_message(Reason(kind, left, right, rule), LEFT, RIGHT) == message


@pytest.mark.parametrize(
    ("share", "shown"), [(0.0, "0 %"), (0.001, "1 %"), (0.314, "31 %"), (0.997, "99 %"), (1.0, "100 %")]
)
def test_only_equal_texts_have_all_their_wording_in_common(share: float, shown: str) -> None:
    assert wording.percent(share) == shown


def test_the_words_of_a_statement_are_never_taken_for_a_template() -> None:
    text = "It gives {0} and {left.__class__}."
    reason = Reason(ReasonKind.NUMBER, Span(9, 33), None, "no.such.rule")
    assert wording.reason_message(reason, text, "").endswith("{0} and {left.__class__}")


def test_long_words_are_cut_in_the_middle_and_stand_on_one_line() -> None:
    text = "first line\n   " + "word " * 100 + "last"
    quoted = wording.quote(Span(0, len(text)), text)
    assert len(quoted) < 150
    assert quoted.startswith("first line word")
    assert quoted.endswith("word last")
    assert " … " in quoted


def test_every_rule_that_the_engine_names_can_be_said() -> None:
    kinds = "|".join(kind.value for kind in ReasonKind)
    named = {
        match
        for room in ("facts", "verdict")
        for path in (ENGINE / room).rglob("*.py")
        for match in re.findall(rf'"((?:{kinds})\.[a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    assert named - set(en.RULES) == set()


def test_rules_are_one_line_without_a_full_stop() -> None:
    for key, template in en.RULES.items():
        fields = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
        assert all(name.isidentifier() for name in fields), key
        assert "\n" not in template, key
        assert not template.endswith("."), key


def test_sides_are_called_by_speaker_or_file_and_never_by_title(pair: Comparison) -> None:
    assert provenance.side_name(pair, Side.LEFT) == "Ministry"
    assert pair.right.source.title == "An answer"
    assert provenance.side_name(pair, Side.RIGHT) == "answer.txt"
    same = replace(pair, right=replace(pair.right, source=replace(pair.right.source, speaker="Ministry")))
    assert [provenance.side_name(same, side) for side in Side] == ["Ministry (left)", "Ministry (right)"]
    pasted = replace(pair, right=replace(pair.right, source=replace(pair.right.source, path="")))
    assert provenance.side_name(pasted, Side.RIGHT) == "the right side"
    assert [provenance.as_title(name) for name in ("the ministry", "theatre.txt", "")] == [
        "The ministry",
        "theatre.txt",
        "",
    ]


def test_sentences_are_counted_from_one_and_verdicts_in_the_plural() -> None:
    assert wording.numbers(Side.RIGHT, (2, 3)) == "R3, R4"
    assert wording.count(Verdict.CONTRADICTION, 1) == "1 contradiction"
    assert wording.count(Verdict.CONTRADICTION, 0) == "0 contradictions"
    assert provenance.day(date(2021, 11, 1)) == "1 November 2021"


def test_every_kind_and_relation_of_a_fact_has_words() -> None:
    assert [overview_wording.fact_title(kind) for kind in Kind] == ["Figures", "Dates", "Names"]
    assert [overview_wording.fact_word(each) for each in Relation] == [
        "differs",
        "nearly the same",
        "only left",
        "only right",
        "the same",
    ]
    assert set(overview_wording.FACT_SIGNS) == set(Relation)
    assert [overview_wording.fact_count(Relation.DIFFERS, n, "ru") for n in (1, 2, 5, 21)] == [
        "1 расходится",
        "2 расходятся",
        "5 расходятся",
        "21 расходится",
    ]


def test_every_fate_of_a_sentence_has_words() -> None:
    for language in REPORT_LANGUAGES:
        assert len({overview_wording.fate_word(fate, language) for fate in Fate}) == len(Fate)
    assert overview_wording.fate_count(Fate.ALONE, 1) == "1 claim in no pair (unanswered)"
    assert overview_wording.fate_count(Fate.ALONE, 3, "ru") == "3 утверждения без пары (без ответа)"
    assert overview_wording.fate_count(Fate.ALONE, 3, "kk") == "3 жұпсыз тұжырым (жауапсыз)"
