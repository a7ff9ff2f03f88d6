"""Negations that may deny or not contradict neither what is denied nor what is not."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, reading
from rapidfuzz import fuzz

from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict.judge import gather, judge


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # Of what lasts "until" tells no beginning.
        ("La empresa no garantiza el empleo hasta 2025.", "La empresa no garantiza el empleo.", "es"),
        ("No se prorrogó el contrato hasta el 31 de diciembre.", "No se prorrogó el contrato.", "es"),
        ("La direction ne garantit pas l'emploi jusqu'en 2025.", "La direction ne garantit pas l'emploi.", "fr"),
        ("L'azienda non garantisce il lavoro fino al 2025.", "L'azienda non garantisce il lavoro.", "it"),
        # "So far" and "while" in place of "until".
        ("Мы направили запрос, пока ответ не получен.", "Ответ не получен.", "ru"),
        ("Завод закрыт, пока компания не платит зарплату.", "Компания не платит зарплату.", "ru"),
        ("Здание, пока не сданное в эксплуатацию, пустует.", "Здание не сдано в эксплуатацию.", "ru"),
        ("Рабочие бастовали, пока компания не заплатила.", "Компания заплатила.", "ru"),
        # A "нет" behind a dash is the end of its clause, or an answer.
        ("Денег в бюджете — нет, заявил министр.", "В бюджете нет денег.", "ru"),
        ("Вода есть, а света — нет.", "Света нет.", "ru"),
        ("Завод работает — нет, закрыт.", "Завод закрыт.", "ru"),
        ("Мы не платили — нет, это ложь.", "Мы не платили.", "ru"),
        ("Проблема одна — нет денег.", "Нет денег.", "ru"),
    ],
)
def test_what_may_be_denied_or_not_contradicts_nothing(left: str, right: str, language: str) -> None:
    sides = reading(left, language), reading(right, language)
    found = {
        judge(gather(*pair, LEXICON, score=None, similarity=fuzz.ratio(left, right) / 100)).verdict
        for pair in (sides, sides[::-1])
    }
    assert Verdict.CONTRADICTION not in found
