"""Why two sentences are no link, or one without a verdict: each step of the way says what it did not let pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.model import CompareOptions, Comparison, Preset, Side, Verdict
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import compare
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import read_bytes, read_text
from statement_compare.engine.report.why_not_wording import why_not_message
from statement_compare.engine.report.words import words_in
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.why_not import Why, WhyNot, why_not

LEFT = (
    "The mine was closed on 3 May 2024. Four miners were injured in the accident. "
    "The company paid a fine of 2.5 million euros. Will it open again?"
)
RIGHT = (
    "Seven miners were injured in the accident. The mine was closed by the ministry on 3 May. "
    "We thank the rescue teams. Oslo, 4 May 2024. The weather in the north stays mild."
)
RULES = CompareOptions(use_model=False)


class Says:
    """A model that says of pairs with certain words what it is told to, and finds all others neutral."""

    name, sha256 = "statement-thorough", "0"

    def __init__(self, said: dict[tuple[str, str], tuple[float, float, float]]) -> None:
        self._said = said
        self.asked: list[tuple[str, str]] = []

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        return np.array([self._of(premise + hypothesis) for premise, hypothesis in pairs], np.float32)

    def _of(self, text: str) -> tuple[float, float, float]:
        return next(
            (row for words, row in self._said.items() if all(word in text for word in words)), (0.02, 0.97, 0.01)
        )


def seen(left: str, right: str, options: CompareOptions = RULES, models: Models = NO_MODELS) -> Comparison:
    return compare(read_text(left), read_text(right), options, models)


def whys(found: Sequence[WhyNot]) -> list[Why]:
    return [each.why for each in found]


def test_a_pair_with_a_verdict_needs_no_explaining() -> None:
    comparison = seen(LEFT, RIGHT)
    (found,) = why_not(comparison, 1, 0, RULES)
    assert found.why is Why.LINKED
    assert found.link == next(link for link in comparison.links if link.left == (1,))


def test_a_better_partner_is_named() -> None:
    comparison = seen(LEFT, RIGHT)
    found = why_not(comparison, 2, 1, RULES)
    assert whys(found) == [Why.OUTRANKED, Why.NOT_CANDIDATE]
    assert found[0].link is not None
    assert found[0].link.right == (1,)
    assert why_not_message(comparison, 2, 1, found[0]) == "a better partner was found: L1 – R2 (agreement)"
    assert why_not_message(comparison, 2, 1, found[1]) == (
        "L3 and R2 have too little in common to be paired: wording 49 %, no figure, date or name"
    )


def test_two_rows_that_are_told_apart_by_their_labels_are_not_said_to_have_too_little_in_common() -> None:
    head = "| Ship | Crew | Hours |\n|---|---|---|\n"
    one, two = (
        read_bytes(f"{head}{row}".encode(), name="a.md")
        for row in ("| Night Express | 54 | 1,080 |\n", "| Night Express 54 | 61 | 1,080 |\n\nIt rained in Orrin.\n")
    )
    comparison = compare(one, two, CompareOptions(use_model=False, languages=("en", "en")))
    found = why_not(comparison, 1, 1, RULES)
    assert whys(found)[0] is Why.ROWS
    assert why_not_message(comparison, 1, 1, found[0]) == (
        "L2 and R2 are rows of tables, which are paired by their labels and columns, and these do not meet"
    )
    assert whys(why_not(comparison, 1, 2, RULES))[0] is Why.ROW_IN_TEXT


def test_two_sentences_with_much_in_common_are_told_that_others_come_nearer() -> None:
    first = "The mine at Orrin was closed on 3 May 2024 by the ministry."
    second = "The mine at Orrin was inspected on 3 May 2024 by the ministry."
    comparison = seen(f"{first} It rained. {second}", f"{first} It snowed. {second}")
    found = next(each for each in why_not(comparison, 0, 2, RULES) if each.why is Why.OTHERS_NEARER)
    assert int(dict(found.params)["shared"]) >= 2
    assert why_not_message(comparison, 0, 2, found).startswith("L1 and R3 have much in common (wording ")


def test_a_dateline_stands_in_no_pair_and_a_courtesy_asks_for_no_answer() -> None:
    comparison = seen(LEFT, RIGHT)
    (frame,) = why_not(comparison, 0, 3, RULES)
    assert (frame.why, frame.params) == (Why.FRAMES, (("side", Side.RIGHT),))
    courtesy, *rest = why_not(comparison, 2, 2, RULES)
    assert courtesy == WhyNot(Why.NO_CLAIM, (("side", "right"), ("role", "courtesy")))
    assert whys(rest) == [Why.NOT_CANDIDATE]
    # A question is paired as a claim is, so that its role explains least.
    assert whys(why_not(comparison, 3, 4, RULES)) == [Why.NOT_CANDIDATE, Why.NO_CLAIM]


def test_what_a_model_found_neutral_is_told_with_its_chance() -> None:
    model = Says({("Four", "Seven"): (0.01, 0.01, 0.98)})
    options = CompareOptions()
    comparison = seen(LEFT, RIGHT, options, Models(entailment=model))
    model.asked.clear()
    found = why_not(comparison, 2, 4, options, Models(entailment=model))
    assert found[0] == WhyNot(Why.NEUTRAL, (("chance", "0.9700"),))
    # Of all pairs worth reading the one in question alone is asked, in both directions.
    assert {frozenset(pair) for pair in model.asked} == {
        frozenset({comparison.left.sentences[2].text, comparison.right.sentences[4].text})
    }


def test_a_chance_below_the_preset_is_told_with_what_is_asked() -> None:
    left, right = "The dam at Orrin held during the flood.", "The dam at Orrin was damaged during the flood."
    model = Models(entailment=Says({("held", "damaged"): (0.05, 0.55, 0.4)}))
    options = CompareOptions(preset=Preset.STRICT)
    comparison = seen(left, right, options, model)
    assert [link.verdict for link in comparison.links] == [Verdict.UNCLEAR]
    below = next(each for each in why_not(comparison, 0, 0, options, model) if each.why is Why.BELOW)
    params = dict(below.params)
    assert params["verdict"] == "contradiction"
    assert float(params["chance"]) == comparison.links[0].leaning
    assert float(params["chance"]) < float(params["least"])


def test_another_period_is_told_with_the_words_of_both_sides() -> None:
    left, right = "In 2023 the mine made 5,000 tonnes of coal.", "In 2024 the mine made 6,000 tonnes of coal."
    comparison = seen(left, right)
    assert [link.verdict for link in comparison.links] == [Verdict.UNCLEAR]
    found = next(each for each in why_not(comparison, 0, 0, RULES) if each.why is Why.OTHER_MATTER)
    assert found.fact is not None
    assert found.fact.left is not None
    assert found.fact.left.of(left) in ("5,000 tonnes", "2023", "In 2023")
    assert why_not_message(comparison, 0, 0, found).startswith("L1 and R1 speak of different matters: the figures are")


def test_a_sentence_that_contradicts_many_takes_no_more() -> None:
    left = "The company denies that any of its five wells leaked."
    right = " ".join(f"Well {name} leaked oil into the river in the {time}." for name, time in (
        ("Alder", "spring"), ("Birch", "summer"), ("Cedar", "autumn"), ("Dogwood", "winter"), ("Elm", "night"),
    ))  # fmt: skip
    model = Models(entailment=Says({("denies", "Well"): (0.001, 0.001, 0.998)}))
    comparison = seen(left, right, CompareOptions(), model)
    linked = {link.right[0] for link in comparison.links if link.verdict is Verdict.CONTRADICTION}
    assert len(linked) == 4
    (alone,) = {0, 1, 2, 3, 4} - linked
    found = why_not(comparison, 0, alone, CompareOptions(), model)
    assert found[0] == WhyNot(Why.TOO_MANY, (("side", "left"),))
    assert whys(found).count(Why.OUTRANKED) == 4


def test_nothing_found_is_told_where_nothing_speaks_for_or_against() -> None:
    comparison = seen("The old bridge of Orrin is painted.", "The old bridge of Orrin is narrow.")
    assert [link.verdict for link in comparison.links] == [Verdict.UNCLEAR]
    assert Why.NOTHING_FOUND in whys(why_not(comparison, 0, 0, RULES))


def test_every_pair_has_a_reason_and_every_reason_a_sentence() -> None:
    assert {f"why.{why.value}" for why in Why} <= set(words_in("en").phrases)
    model = Models(entailment=Says({("Four", "Seven"): (0.01, 0.01, 0.98), ("fine", "thank"): (0.2, 0.5, 0.3)}))
    for options, models in ((RULES, NO_MODELS), (CompareOptions(), model)):
        comparison = seen(LEFT, RIGHT, options, models)
        for left in range(len(comparison.left.sentences)):
            for right in range(len(comparison.right.sentences)):
                found = why_not(comparison, left, right, options, models)
                assert found
                for each in found:
                    messages = {why_not_message(comparison, left, right, each, code) for code in REPORT_LANGUAGES}
                    assert len(messages) == len(REPORT_LANGUAGES)
                    assert not {"{", "}"} & set("".join(messages))


def test_it_can_be_stopped() -> None:
    comparison = seen(LEFT, RIGHT)
    with pytest.raises(Cancelled):
        why_not(comparison, 2, 1, RULES, progress=Progress(is_cancelled=lambda: True))


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        (0, "ни одного общего числа, ни даты, ни имени"),
        (1, "1 общее число, дата или имя"),
        (3, "3 общих числа"),
        (5, "5 общих чисел"),
    ],
)
def test_why_not_is_said_in_russian_with_its_plurals(shared: int, said: str) -> None:
    found = WhyNot(Why.NOT_CANDIDATE, (("wording", "0.25"), ("shared", str(shared))))
    message = why_not_message(seen(LEFT, RIGHT), 0, 1, found, "ru")
    assert message.startswith(f"у L1 и R2 слишком мало общего для сопоставления: общие слова – 25 %, {said}")


def test_the_verdict_and_the_role_in_an_answer_are_in_its_language() -> None:
    comparison = seen(LEFT, RIGHT)
    linked = WhyNot(Why.LINKED, (("verdict", "contradiction"),))
    assert why_not_message(comparison, 0, 0, linked, "kk") == "L1 және R1 салғастырылған, қорытынды: қайшылық"
    no_claim = WhyNot(Why.NO_CLAIM, (("side", "left"), ("role", "question")))
    assert why_not_message(comparison, 0, 0, no_claim, "ru") == "L1 – не утверждение (прочитано как «вопрос»)"
