"""Numbers of paragraphs, parts, notes and recordings are no figures of a claim; what looks like one of them stays."""

from __future__ import annotations

from time import process_time

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Passage, lone_reading, read
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.claim_contents import content_stems, counted
from statement_compare.engine.ledger import ledger
from statement_compare.engine.model import CompareOptions, Role, Span, Verdict
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.pipeline import compare, judge_pairs
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.roles import frames_statement, role_of
from statement_compare.engine.verdict.context import asked


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "12. Acme closed the plant.", "Acme closed the plant."),
        ("en", "5. Mayor Smith closed it.", "Mayor Smith closed it."),
        ("en", "5. the plant closed.", "the plant closed."),
        ("en", "2.1. Acme paid 5 million tenge.", "Acme paid 5 million tenge."),
        ("en", "2.1 The company paid.", "The company paid."),
        ("en", "(1) Acme paid the workers.", "Acme paid the workers."),
        ("en", "12) acme paid the workers", "acme paid the workers"),
        ("en", "12. 20,000 people left.", "20,000 people left."),
        ("en", "12. 5 May was cold.", "5 May was cold."),
        ("en", "12.\tAcme closed the plant.", "Acme closed the plant."),
        ("en", "[12] The company paid.", "The company paid."),
        ("ru", "12. Завод закрыт в мае.", "Завод закрыт в мае."),
        ("de", "12. Das Werk schloss im Mai.", "Das Werk schloss im Mai."),
        ("fr", "12. L'usine a fermé en mai.", "L'usine a fermé en mai."),
        ("es", "12. La planta cerró en mayo.", "La planta cerró en mayo."),
        ("kk", "12. Зауыт мамырда жабылды.", "Зауыт мамырда жабылды."),
        ("en", "The plant closed in May [12].", "The plant closed in May ."),
        ("en", "The plant closed.[12][13]", "The plant closed."),
        ("en", "In May,[3] 5[4, 5] people died.", "In May, 5 people died."),
        ("en", "[00:05] Minister: We closed it.", "Minister: We closed it."),
        ("en", "(01:01:15) We closed it.", "We closed it."),
        ("en", "00:00:05 We closed it.", "We closed it."),
        ("en", "[00:00:05.000 --> 00:00:07.000] We closed it.", "We closed it."),
        ("en", "Minister (00:00:05): We closed it.", "Minister : We closed it."),
        ("en", "[00:05] 12. Acme paid.", "Acme paid."),
        ("en", "Point 3. Acme closed the plant.", "Acme closed the plant."),
        ("en", "Article 5: workers are paid.", "workers are paid."),
        ("en", "Q1. Did you pay?", "Did you pay?"),
        ("en", "Slide 3 The plant closed.", "The plant closed."),
        ("ru", "Статья 3. Рабочим платят.", "Рабочим платят."),
        ("kk", "3-бап. Зауыт жабылды.", "Зауыт жабылды."),
        ("en", "Point 3.", ""),
    ],
)
def test_a_number_that_names_a_place_in_the_text_is_left_out(language: str, text: str, left: str) -> None:
    bare = without_markers(text, language)
    assert " ".join(bare.split()) == left
    assert len(bare) == len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 workers died."),
        ("en", "5. workers left."),
        ("de", "3. Mai 2024 zahlte die Firma."),
        ("de", "2. Quartal brachte Verluste."),
        ("de", "5.12. Wir zahlten."),
        ("ru", "5. Января завод закрыт."),
        ("ru", "5.03. Завод закрыт."),
        ("en", "5. May 2024 was cold."),
        ("en", "1986. The plant was opened."),
        ("en", "12:30 Firefighters arrived."),
        ("en", "12:30:15 Firefighters arrived."),
        ("en", "(12:30) Firefighters arrived."),
        ("en", "10.15 The fire began."),
        ("de", "12. 5. 2024 zahlte die Firma."),
        ("de", "12. 300 Menschen gingen."),
        ("en", "12. 000 people left."),
        ("en", "1,200 people left."),
        ("en", "(5) per cent of it was sold."),
        ("en", "2.1 per cent of it was sold."),
        ("en", "2.1 Million euros were paid."),
        ("en", "[12] workers died."),
        ("en", "The number of the dead was [12]."),
        ("en", "Article 5 was breached."),
        ("en", "They breached Article 5. "),
        ("en", "Table 3 tennis players left."),
        ("en", "Q1. Sales rose."),
        ("en", "7 May was cold."),
        ("en", "No. 5 was closed."),
        ("en", "24/7 is open."),
        ("en", "1.\tAcme\t300"),
        ("kk", "3-бап бұзылды."),
    ],
)
def test_what_looks_like_one_stays(language: str, text: str) -> None:
    assert without_markers(text, language) == text


def test_all_that_read_a_passage_read_it_without_them_and_its_places_stay() -> None:
    text = "12. Acme paid 5 million tenge in May [7]."
    reading = lone_reading(text, "en")
    assert reading.passage.text == text
    assert [quantity.span.of(text) for quantity in quantities(reading)] == ["5 million tenge"]
    assert [moment.span.of(text) for moment in moments(reading)] == ["May"]
    assert counted(text, "en") == counted("Acme paid 5 million tenge in May.", "en")
    assert not content_stems(text, "en") & {"12", "7"}
    assert asked(reading.passage, reading.passage)[0] == "Acme paid 5 million tenge in May ."


def test_each_sentence_of_a_passage_has_its_own() -> None:
    text = "12. Acme closed the plant [4]. 13. Nobody was hurt."
    reading = read(Passage(text, ((0, Span(0, 30)), (31, Span(31, len(text)))), "en"))
    assert not quantities(reading)
    assert reading.text.split() == ["Acme", "closed", "the", "plant", ".", "Nobody", "was", "hurt."]


def test_behind_a_question_the_number_is_the_answer() -> None:
    answer = lone_reading("12. The plant is closed.", "en", before="How many died?")
    assert [quantity.written for quantity in quantities(answer)] == [12]


def test_behind_a_question_of_the_same_passage_it_is_too() -> None:
    text = "How many died? 12. The plant is closed [4]. 13. Nobody was hurt."
    pieces = ((0, Span(0, 14)), (15, Span(15, 43)), (44, Span(44, len(text))))
    assert [quantity.written for quantity in quantities(read(Passage(text, pieces, "en")))] == [12]


def test_behind_a_numbered_question_stands_the_next_number() -> None:
    text = "11. Was it shut? 12. The plant is closed."
    assert not quantities(read(Passage(text, ((0, Span(0, 16)), (17, Span(17, len(text)))), "en")))
    assert not quantities(lone_reading("12. The plant is closed.", "en", before="11. Was it shut?"))


@pytest.mark.parametrize("text", ["Point 3.", "Article 12", "Q1.", "Статья 5.", "3-бап.", "§ 4."])
def test_the_name_of_a_part_alone_is_a_heading_that_stands_in_no_link(text: str) -> None:
    role = role_of(text, "en")
    assert role is Role.HEADING
    assert frames_statement(text, role)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12. Acme closed the plant in May.", "3. Acme closed the plant in May."),
        ("The plant closed in May [12].", "The plant closed in May [15]."),
        ("[00:05] Minister: We closed the plant in May.", "[01:15] Minister: We closed the plant in May."),
        ("Point 3: Acme closed the plant in May.", "Point 5: Acme closed the plant in May."),
    ],
)
def test_equal_sentences_with_other_numbers_agree(left: str, right: str) -> None:
    there, back = judge_pairs([(left, right), (right, left)], CompareOptions(use_model=False, languages=("en", "en")))
    assert there.link.verdict is back.link.verdict is Verdict.AGREEMENT


def test_two_letters_that_number_their_paragraphs_otherwise_answer_each_other_as_without_numbers() -> None:
    left = ["Acme closed the plant in May 2024.", "It dismissed 240 workers.", "Two workers were hurt in a fire."]
    right = ["Acme closed the plant in June 2024.", "It dismissed 40 workers.", "Two workers were hurt in a fire."]

    def numbered(lines: list[str], first: int) -> str:
        return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, first))

    plain, counted_up = (
        compare(read_text(one), read_text(other), CompareOptions(use_model=False), NO_MODELS)
        for one, other in (("\n".join(left), "\n".join(right)), (numbered(left, 12), numbered(right, 3)))
    )
    assert [(k.left, k.right, k.verdict) for k in counted_up.links] == [
        (k.left, k.right, k.verdict) for k in plain.links
    ]
    assert [(row.kind, row.relation) for row in ledger(counted_up)] == [
        (row.kind, row.relation) for row in ledger(plain)
    ]


@pytest.mark.parametrize(
    "text", ["x" + " [1]" * 20_000 + "x", "x" + " " * 40_000 + "x1 [", "[" * 20_000 + "1]" * 20_000]
)
def test_time_grows_with_the_length_alone(text: str) -> None:
    began = process_time()
    assert without_markers(text, "en") == text
    assert process_time() - began < 2
