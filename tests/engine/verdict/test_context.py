"""What a model is asked about a pair: with the sentence before, and with a name where a statement says "we"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.annotate.reading import lone_passage, passage_of
from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.engine.models import Models
from statement_compare.engine.text.segment import segment
from statement_compare.engine.verdict.context import asked
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.voices import bare, key_of, voices


def ask(left: str, right: str, left_voice: str = "", right_voice: str = "") -> tuple[str, str]:
    return asked(lone_passage(left, "en", voice=left_voice), lone_passage(right, "en", voice=right_voice))


def statement(text: str, speaker: str = "", language: str = "en") -> Statement:
    return segment(Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), speaker=speaker), language)


def test_a_span_belongs_to_the_sentence_that_it_starts_in_and_ends_with_it() -> None:
    told = statement("Gas leaked.  Nobody was warned.")
    passage = passage_of(told, [0, 1])
    assert passage.text == "Gas leaked. Nobody was warned."
    source = told.source.text
    assert passage.in_source(Span(12, 18)).of(source) == "Nobody"  # the first letter of the second sentence
    assert passage.in_source(Span(4, 11)).of(source) == "leaked."
    assert passage.in_source(Span(4, 18)).of(source) == "leaked."
    assert passage.in_source(Span(11, 12)) == Span(11, 11)  # the blank between them is the first one's, and empty


# ---- the sentence before


def test_a_sentence_that_leans_is_asked_with_the_one_before_it() -> None:
    left = lone_passage("That is false.", "en", before="The firm says the alarm was sounded.")
    right = lone_passage("The alarm was sounded.", "en", before="Two men were hurt.")
    assert asked(left, right) == (
        "The firm says the alarm was sounded. That is false.",
        "The alarm was sounded.",
    )


def test_a_sentence_that_only_looks_like_it_is_asked_alone() -> None:
    left = lone_passage("This week the plant closed.", "en", before="Two men were hurt.")
    assert asked(left, lone_passage("The plant is open.", "en"))[0] == "This week the plant closed."


def test_the_first_sentence_of_a_paragraph_has_nothing_to_lean_on() -> None:
    assert ask("They were 124.", "Some 200 came.") == ("They were 124.", "Some 200 came.")


def test_leaning_is_known_in_other_languages() -> None:
    left = lone_passage("Это неправда.", "ru", before="Завод сообщил об утечке.")
    assert asked(left, lone_passage("No leak was reported.", "en"))[0] == "Завод сообщил об утечке. Это неправда."


def test_facts_and_spans_keep_the_sentence_alone() -> None:
    left = statement("The firm says the alarm was sounded. That is false.")
    passage = passage_of(left, [1])
    assert passage.text == "That is false."
    assert passage.in_source(Span(0, 4)).of(left.source.text) == "That"


# ---- who "we" is


@pytest.mark.parametrize(
    ("other", "text", "voice", "expected"),
    [
        ("Brindle asked twice.", "We never asked.", "Brindle Dairies", "Brindle never asked."),
        ("The operator was warned.", "Nobody warned us.", "Kelso Hydro", "Nobody warned the operator."),
        ("The company's wells ran dry.", "Our wells are full.", "Kelso Hydro", "The company's wells are full."),
        ("Brindle paid.", "It is true that we have paid.", "Brindle Dairies", "It is true that Brindle has paid."),
        ("The Board was not told.", "We were told.", "The Marine Accident Board", "The Board was told."),
        ("The regulator was not told.", "We're sure that we'd been told.", "The Coal Authority",
         "The regulator is sure that the regulator'd been told."),
        ("Six pumps failed.", "We tested the pumps.", "Kelso Hydro", "Kelso Hydro tested the pumps."),
        ("Brindle's tests failed.", "Tests of ours and our own cows passed.", "Brindle Dairies",
         "Tests of Brindle's and Brindle's own cows passed."),
    ],
)  # fmt: skip
def test_we_meets_what_the_other_side_calls_the_speaker(other: str, text: str, voice: str, expected: str) -> None:
    assert ask(other, text, right_voice=voice) == (other, expected)
    assert ask(text, other, left_voice=voice) == (expected, other)


@pytest.mark.parametrize(
    ("other", "text", "voice"),
    [
        # Whose "we" is not known.
        ("The operator was warned.", "Nobody warned us.", ""),
        # The "we" of a speech that is quoted.
        ("Brindle asked twice.", "“We never asked,” a neighbour said.", "Brindle Dairies"),
        # An owner that the other side does not speak of is one more thing it lacks.
        ("Six pumps failed.", "Our pumps are new.", "Kelso Hydro"),
        # A country, and no pronoun.
        ("Brindle sold milk abroad.", "Sales in the US rose.", "Brindle Dairies"),
    ],
)
def test_we_stays_where_it_is_not_the_speaker_or_not_known(other: str, text: str, voice: str) -> None:
    assert ask(other, text, right_voice=voice) == (other, text)


def test_a_noun_that_the_speaker_uses_of_somebody_else_is_not_the_speaker() -> None:
    _, text = ask("The supplier was warned.", "We warned the supplier.", right_voice="Kelso Hydro")
    assert text == "Kelso Hydro warned the supplier."


def test_the_other_sides_own_noun_is_not_the_speaker() -> None:
    _, text = ask("The association wrote to the firm.", "We got no letter.", "The Tenants Association", "Kelso Hydro")
    assert text == "The firm got no letter."


def test_a_name_does_not_replace_a_pronoun_of_another_language() -> None:
    left = lone_passage("Мы не получали писем.", "ru", voice="Родник")
    assert asked(left, lone_passage("We wrote.", "en", voice="The Ministry"))[1] == "We wrote."


# ---- who speaks

MINISTRY = "The Ministry of Energy has completed its review. Kelso Hydro Ltd. ignored three warnings. {}"
COMPANY = "Kelso Hydro Ltd. regrets the accident. We received no warning. {}"


def test_statements_that_open_under_their_own_names_say_who_we_is() -> None:
    names = voices(statement(MINISTRY.format("")), statement(COMPANY.format("")))
    assert names == ("The Ministry of Energy", "Kelso Hydro")


def test_the_order_of_the_sides_does_not_matter() -> None:
    names = voices(statement(COMPANY.format("")), statement(MINISTRY.format("")))
    assert names == ("Kelso Hydro", "The Ministry of Energy")


def test_who_the_other_side_names_most_is_we_where_a_statement_names_nobody() -> None:
    left = "Inspectors saw the kitchen of Orrin Foods Ltd. in May. They told Orrin Foods twice. Orrin paid in June."
    assert voices(statement(left), statement("We sold nothing spoiled. Nobody warned us.")) == ("", "Orrin Foods")
    # Once is too little: any supplier may be named once.
    left = "Inspectors saw the kitchen of Orrin Foods Ltd. in May. They gave two warnings."
    assert voices(statement(left), statement("We sold nothing spoiled. Nobody warned us.")) == ("", "")


def test_who_says_something_of_us_is_not_us() -> None:
    right = "Orrin Foods Ltd. claims that we were late. Our inspectors came in May."
    left = "Orrin Foods Ltd. thanks its customers. Inspectors came late."
    assert voices(statement(left), statement(right)) == ("Orrin Foods", "")


def test_nobody_is_named_where_the_statements_do_not_tell() -> None:
    left, right = statement("The plant closed in May. Nobody was hurt."), statement("We closed it in June.")
    assert voices(left, right) == ("", "")


def test_who_is_accused_in_the_first_sentence_is_not_who_accuses() -> None:
    left = "Acme Ltd. paid no wages. Acme Ltd. dismissed 20 workers. We want our money."
    assert voices(statement(left), statement("The Workers Union lies. We paid all wages.")) == ("", "")
    assert voices(statement(left), statement("Acme Ltd. thanks its staff. We paid all wages."))[0] == ""
    # Who regrets something there speaks, and so does who names another or is named by the other side.
    assert voices(statement("Acme Ltd. regrets the delay. We paid late."), statement("We waited.")) == ("Acme", "")
    assert voices(statement(MINISTRY.format("")), statement("We got no warning."))[0] == "The Ministry of Energy"
    left = "Acme Ltd. has two dams. We opened them at noon."
    assert voices(statement(left), statement("The dams of Acme flooded our fields.")) == ("Acme", "")


def test_places_and_persons_are_no_speakers() -> None:
    left = "Port Harrow was flooded. Port Harrow and Mary Dunn waited. Port Harrow saw Mary Dunn leave Port Harrow."
    assert voices(statement(left), statement("We pumped for nine hours.")) == ("", "")


def test_the_speaker_that_a_file_names_counts_where_the_statements_use_the_name() -> None:
    left, text = statement("Arden paid the fine late."), "We paid in time."
    assert voices(left, statement(text, speaker="Arden Rail plc")) == ("", "Arden Rail")
    assert voices(left, statement(text, speaker="press@arden.example")) == ("", "")
    assert voices(left, statement(text, speaker="Mary Dunn")) == ("", "")


def test_other_languages_name_nobody() -> None:
    right = "Завод «Родник» благодарит жителей. Мы не получали писем."
    assert voices(statement(MINISTRY.format("")), statement(right, language="ru")) == ("", "")


@pytest.mark.parametrize(
    ("name", "short", "key"),
    [
        ("Vireo Energy Ltd.", "Vireo Energy", "Vireo"),
        ("Lumen Arcade Holdings S.A.", "Lumen Arcade", "Lumen"),
        ("Harbour & Trent Bank plc", "Harbour & Trent Bank", "Harbour"),
        ("The Ministry of Fisheries", "The Ministry of Fisheries", "Ministry"),
        ("The Energy Markets Regulator (EMR)", "The Energy Markets Regulator", "Regulator"),
    ],
)
def test_names_lose_their_legal_form_and_keep_the_word_they_go_by(name: str, short: str, key: str) -> None:
    assert (bare(name), key_of(name)) == (short, key)


def test_the_model_is_asked_in_context_and_answers_for_the_passage() -> None:
    class Recorder:
        name, sha256 = "recorder", "0" * 64

        def __init__(self) -> None:
            self.pairs: list[tuple[str, str]] = []

        def covers(self, language: str) -> bool:
            return language == "en"

        def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
            self.pairs += pairs
            return np.array([(0, 0, 1)] * len(pairs), np.float32)

    left, right = statement(MINISTRY.format("They were sent in May.")), statement(COMPANY.format(""))
    names = voices(left, right)
    model = Recorder()
    (found,) = entail([(passage_of(left, [2], names[0]), passage_of(right, [1], names[1]))], Models(entailment=model))
    expected = (
        "Kelso Hydro Ltd. ignored three warnings. They were sent in May.",
        "Kelso Hydro received no warning.",
    )
    unnamed = (expected[0], "We received no warning.")
    assert model.pairs == [expected, unnamed, expected[::-1], unnamed[::-1]]
    assert found is not None
    assert found.forward.contradiction == 1.0
