"""Words, figures and signs with their places, and stems under which inflected forms meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.text.tokens import TokenKind, stem, tokens


def texts(text: str, language: str = "en") -> list[str]:
    return [token.text for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5 litres", ["1,234.5", "litres"]),
        ("6 200 тонн", ["6 200", "тонн"]),
        ("6\u00a0200 t", ["6\u00a0200", "t"]),
        ("18'400'000 francs", ["18'400'000", "francs"]),
        ("in 2021 300 people", ["in", "2021", "300", "people"]),
        ("1,2345", ["1,2345"]),
        ("at 03:40 and 3:52:10", ["at", "03:40", "and", "3:52:10"]),
        ("a ratio of 3:1", ["a", "ratio", "of", "3", ":", "1"]),
        ("12.5%", ["12.5", "%"]),
        ("€18m", ["€", "18", "m"]),
        ("don’t long-term", ["don’t", "long-term"]),
        ("well - no", ["well", "-", "no"]),
        ("2021-2023", ["2021", "-", "2023"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("«Да»", ["«", "Да", "»"]),
        ("😀 ok", ["😀", "ok"]),
        ("شركة 5", ["شركة", "5"]),
        ("", []),
    ],
)
def test_text_is_taken_apart(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_lower_is_one_spelling_of_the_word() -> None:
    assert [t.lower for t in tokens("DON’T co\u00adOperate Cafe\u0301 non‑stop", "en")] == [
        "don't",
        "cooperate",
        "café",
        "non-stop",
    ]


def test_kinds_are_told_apart() -> None:
    kinds = [t.kind for t in tokens("No. 7 at 03:40", "en")]
    word, number, symbol = TokenKind.WORD, TokenKind.NUMBER, TokenKind.SYMBOL
    assert kinds == [word, symbol, number, word, number]


@given(st.text(max_size=120))
def test_spans_are_exact_in_order_and_leave_out_white_space_and_underscores_only(text: str) -> None:
    found = tokens(text, "kk")
    assert all(token.span.of(text) == token.text for token in found)
    at = 0
    for token in found:
        assert token.span.start >= at
        at = token.span.end
    covered = {i for token in found for i in range(token.span.start, token.span.end)}
    assert all(c.isspace() or c == "_" or c.isalnum() for i, c in enumerate(text) if i not in covered)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["inspection", "inspections", "inspection's"]),
        ("ru", ["авария", "аварии", "аварию", "аварией"]),
        ("de", ["genehmigung", "genehmigungen"]),
        ("fr", ["usine", "usines", "l'usine", "d'usine"]),
        ("es", ["trabajador", "trabajadores"]),
        ("it", ["azienda", "aziende", "l'azienda"]),
        ("kk", ["үй", "үйлер", "үйде", "үйлерді", "үйі", "үйіміз", "үйлеріміз", "үйлеріміздің", "үйлерінен"]),
        ("kk", ["автобус", "автобустың", "автобустар", "автобустарға", "автобусы", "автобуспен"]),
        ("kk", ["кітап", "кітаптар", "кітабы", "кітабын", "кітабымыз"]),
        ("kk", ["жалақы", "жалақыны", "жалақының", "жалақыға"]),
        ("kk", ["министрлік", "министрлікке", "министрліктің", "министрлігі"]),
        ("kk", ["аяқтал", "аяқталды", "аяқталған", "аяқталады"]),
    ],
)
def test_inflected_forms_meet(language: str, forms: list[str]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("kk", "төленген", "төленбеген"),
        ("kk", "аяқталған", "аяқталмаған"),
        ("kk", "қала", "қар"),
        ("kk", "бала", "бал"),
        ("en", "paid", "unpaid"),
        ("ru", "работает", "неработает"),
        ("de", "genehmigt", "ungenehmigt"),
    ],
)
def test_words_of_other_meaning_do_not_meet(language: str, left: str, right: str) -> None:
    assert stem(left, language) != stem(right, language)


def test_without_a_stemmer_a_word_is_its_own_stem() -> None:
    assert stem("уряди", "uk") == "уряди"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\u0935\u0939 \u0915\u0930\u094d\u092e\u091a\u093e\u0930\u0940", 2),
        ("\u0643\u064e\u062a\u064e\u0628\u064e \u0643\u064e\u062a\u064e\u0628\u064e", 2),
        ("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", 1),
        ("\u304b\u3099", 1),
    ],
    ids=["Hindi vowels", "Arabic points", "Hebrew points", "a kana with its mark"],
)
def test_a_word_keeps_its_marks_in_any_script(text: str, words: int) -> None:
    found = tokens(text, "xx")
    assert [token.text for token in found] == text.split()
    assert [token.kind for token in found] == [TokenKind.WORD] * words
