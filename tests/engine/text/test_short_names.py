"""Short forms of places, bills, firms and decades, and names that end in a sign."""

from __future__ import annotations

import pytest

from statement_compare.engine.text.boundaries import sentence_ends


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ru", ["Пожар начался в с. Каменка Омской области."]),
        ("ru", ["Погибли жители д. Ивановка и п. Речной.", "Горело в х. Южный и а. Аксай."]),
        ("ru", ["Пожар был на о. Сахалин.", "Область Омская, с. Каменка, сгорела (д. Речная)."]),
        ("ru", ["Он бежал 10 с.", "Тренер доволен.", "Купил хлеб и т. п.", "Продавец доволен."]),
        ("ru", ["Купил хлеб и т. д.", "Продавец доволен.", "Длина 5 п.", "Завод закрыт."]),
        ("ru", ["Нарушен пункт а.", "Завод закрыт.", "Это в п. 5.", "Завод закрыт."]),
        ("kk", ["Ол Шамалған а.", "Тұрғын келді."]),
        ("ru", ["Завод работал в 1990-х гг.", "Рабочие ушли."]),
        ("ru", ["В 1990-х гг. Казахстан закрыл завод.", "Он сообщил, что в 1990-х гг. Завод закрылся."]),
        ("de", ["Die Fa. Müller zahlte.", "Die Meier GmbH i. L. zahlte."]),
        ("de", ["Die Zinsen stiegen um 3,5 v. H.", "Die Firma zahlte um 4 v. H. mehr."]),
        ("es", ["Vive en la Col. Centro de la ciudad."]),
        ("en", ["The House passed H.R. 5 on Monday.", "The court cited 800 F. Supp. 2 in May."]),
        ("en", ["He signed S.B. 1070 and A.B. 5.", "The Senate passed S. Res. 12 and S.J. Res. 7 in May."]),
        ("en", ["She works in H.R.", "The plant closed.", "A.B. Smith signed it.", "It was A.B. Smith."]),
        ("en", ["It violates 18 U.S.C. 1001 in part.", "It happened in the U.S.", "5 people died."]),
        ("en", ["The Jeopardy! host Ken Jennings won.", "He sold the Yahoo! Inc. deal."]),
        ("en", ["Jeopardy! host Ken Jennings won.", "He left Yahoo!", "The deal failed.", "Stop!", "He left."]),
    ],
)
def test_a_short_form_ends_a_sentence_only_where_one_ends(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    ends = sentence_ends(text, language)
    assert [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)] == sentences
