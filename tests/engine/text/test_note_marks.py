"""Marks of notes and titles in capitals: what stands around a stop and is no part of the sentence's words."""

from __future__ import annotations

import pytest

from statement_compare.engine.text.boundaries import sentence_ends


def cut(text: str, language: str) -> list[str]:
    ends = sentence_ends(text, language)
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["We paid in full.¹", "The bank confirmed it.²", "Nobody was hurt."]),
        ("en", ["We paid in full.¹²", "The bank confirmed it.", "Did we pay?³", "We did."]),
        ("en", ["“We paid in full.”³", '"The bank confirmed it."⁴', "Nobody was hurt."]),
        ("en", ["We paid in full.†", "The bank confirmed it."]),
        ("de", ["Wir haben gezahlt.¹", "Die Bank bestätigt es.²", "Niemand wurde verletzt."]),
        ("ru", ["Мы заплатили.¹", "Банк подтвердил².", "Никто не пострадал."]),
        ("en", ["We paid in full.[1]", "The bank confirmed it.[2][3]", "Nobody was hurt.[4, 5]"]),
        ("en", ["We paid in full.(1)", "The bank confirmed it.(2)", "Nobody was hurt."]),
        ("en", ["We paid in full.1", "It was confirmed.2", "The bank knew it.3", "Nobody was hurt."]),
    ],
)
def test_the_mark_of_a_note_behind_a_stop_belongs_to_the_sentence_before_it(
    language: str, sentences: list[str]
) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Smith et al.¹ found nothing."),
        ("en", "The yard of 500 sq. m.² is closed."),
        ("en", "Under section 5.(1) The Minister may act."),
        ("en", "Under para.(2) The Minister may act."),
        ("en", "See No.1 The Strand."),
        ("en", "See fig.12 The plant is red."),
        ("en", "The pages in Table.1 Results are wrong."),
        ("en", "He bought Windows.11 Home."),
        ("en", "We own node.14 instances."),
        ("ru", "Смотри рис.12 Завод."),
        ("de", "Siehe Abb.2 Werk."),
    ],
)
def test_a_figure_that_is_named_or_counted_is_no_note(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["MM. Dupont et Petit ont payé 5 millions.", "Ils nient."],
        ["Les ministres, MM. Dupont et Petit, nient."],
        ["Il pleuvait 12 mm.", "Le juge a payé."],
        ["Il vit au MMM.", "Dupont a payé."],
        ["La SEC.", "Dupont a payé."],
    ],
)
def test_two_french_gentlemen_are_a_title_in_capitals(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "fr") == sentences
