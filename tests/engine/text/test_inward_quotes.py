"""Marks of quotations that point inwards, as German books have them: »…« and ›…‹."""

from __future__ import annotations

import pytest

from statement_compare.engine.text.boundaries import sentence_ends


def cut(text: str, language: str) -> list[str]:
    ends = sentence_ends(text, language)
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            ["Er widersprach.", "»Wir haben nicht gezahlt.«", "Sie nicht.", "»Er zahlte.", "Ich weiß es«, sagte sie."],
        ),
        ("de", ["Er sagte: »Ende!«", "Danach schwieg er.", "»Warum?«", "Er wusste es nicht."]),
        ("de", ["›Wir zahlten.‹", "Sie blieb.", "›Nein.‹"]),
        ("de", ["»Er kam.", "Sie ging«, sagte er.", "»Ja.«"]),
        ("de", ["Das Buch »Krieg« erschien.", "»Frieden« nicht."]),
        ("da", ["Ministeren nægtede.", "»Vi betalte ikke.«", "Hun gik."]),
        # Others point outwards, and stay as they are.
        ("de", ["«Wir zahlten.»", "Er ging.", "«Nein.»", "Sie blieb."]),
        ("fr", ["« Nous payons. »", "Il part.", "« Non. »", "Elle reste."]),
        ("ru", ["«Мы платим.", "Мы заплатили.»", "Она ушла."]),
    ],
)
def test_quotations_are_cut_whichever_way_their_marks_point(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "»Wir zahlten!«, sagte sie."),
        ("de", "»Wir zahlten!« sagte sie."),
        ("de", "Er nannte Dr. »Joe« Müller."),
        ("de", "Er nannte es z. B. »Krieg«."),
        ("fr", "« Nous payons. »Elle part."),
        ("fr", "Il dit.« Nous payons."),
    ],
)
def test_a_mark_that_points_inwards_ends_nothing_within_a_sentence(language: str, text: str) -> None:
    assert cut(text, language) == [text]
