"""A word for "no" is an answer where it opens a sentence or a quotation, and not in the rest of one."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.empty_negations import empty_negations
from statement_compare.engine.annotate.reading import lone_reading


@pytest.mark.parametrize(
    ("text", "language", "empty"),
    [
        ('He said, "No, we paid."', "en", {"No"}),
        ("'No, we paid,' he said.", "en", {"No"}),
        ("Did they pay? - No, we paid.", "en", {"No"}),
        ('"They lied." No, we paid.', "en", {"No"}),
        ("»Nein, wir zahlten«, sagte er.", "de", {"Nein"}),
        ("«Это ложь, — сказал он. — Нет, мы заплатили».", "ru", {"Нет"}),
        ("Лицензии у ООО «Ромашка» нет, сообщили в ведомстве.", "ru", set()),
        ('Лицензии у ООО "Ромашка" нет, сообщили в ведомстве.', "ru", set()),
        ("It works — no, we paid.", "en", {"no"}),
        ("• No, we paid.", "en", {"No"}),
        ("* No, we paid.", "en", {"No"}),
        ("→ “No, we paid.”", "en", {"No"}),
        ("▪ Нет, мы заплатили.", "ru", {"Нет"}),
        ("¡No, la planta está abierta!", "es", {"No"}),
        ("Dijo: ¡No, la planta está abierta!", "es", {"No"}),
        ("• Лицензии у ООО «Ромашка» нет, сообщили в ведомстве.", "ru", set()),
        ("• Денег нет, ответили в мэрии.", "ru", set()),
        ("Денег на 50 % нет, ответили в мэрии.", "ru", set()),
        ("• No mayor, as we said, signed it.", "en", set()),
        ("Разрешения (на снос) нет, ответили в мэрии.", "ru", set()),
        ("Денег в бюджете — нет, заявил министр.", "ru", set()),
        ("Договора на 2020 г. нет, ответили в мэрии.", "ru", set()),
        ("Pagó las primas; no, en cambio, las horas extra.", "es", set()),
    ],
)
def test_an_answer_opens_a_sentence_or_a_quotation(text: str, language: str, empty: set[str]) -> None:
    passage = lone_reading(text, language)
    assert {passage.tokens[i].text for i in empty_negations(passage)} == empty
