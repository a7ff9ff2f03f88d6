"""Quotations within quotations, by the rules of each language of reports."""

from __future__ import annotations

import pytest

from statement_compare.engine.report.quotation import filled, nested


@pytest.mark.parametrize(
    ("language", "text", "within"),
    [
        ("en", "Nobody said anything.", "Nobody said anything."),
        ("en", "The mayor said “no”.", "The mayor said ‘no’."),
        ("en", 'The mayor said "no", and "never".', "The mayor said ‘no’, and ‘never’."),
        ("en", "She said “they call it ‘routine’ here”.", "She said ‘they call it “routine” here’."),
        ("en", "The port’s ‘zero’ list", "The port’s ‘zero’ list"),
        ("en", "“It is the port’s”, she said.", "‘It is the port’s’, she said."),
        ("en", 'The pipe is 5" wide.', 'The pipe is 5" wide.'),
        ("en", 'A 5" pipe and a 6" pipe', 'A 5" pipe and a 6" pipe'),
        ("en", "“We knew nothing.", "‘We knew nothing."),
        ("en", "Nor did we ask.”", "Nor did we ask.’"),
        ("en", "Она сказала «нет».", "Она сказала «нет»."),
        ("en", "Sie sagte „nein“ dazu.", "Sie sagte „nein“ dazu."),
        ("ru", "Мэр сказал «нет».", "Мэр сказал „нет“."),
        ("ru", 'Мэр сказал "нет".', "Мэр сказал „нет“."),
        ("ru", "АО «Порт „Восток“» ответило.", "АО „Порт «Восток»“ ответило."),
        ("ru", "ООО «Завод «Север»» ответило.", "ООО „Завод «Север»“ ответило."),
        ("ru", "The mayor said “no”.", "The mayor said “no”."),
        ("kk", "Әкім «жоқ» деді.", "Әкім „жоқ“ деді."),
    ],
)  # fmt: skip
def test_marks_within_marks_are_the_other_ones(language: str, text: str, within: str) -> None:
    assert nested(text, language) == within
    assert len(within) == len(text)


def test_only_what_a_template_quotes_is_nested() -> None:
    assert filled("«{left}» – {right}", "ru", left="«а»", right="«б»") == "«„а“» – «б»"
    assert filled("{left} – {right}", "en", left="“a”", right="“b”") == "“a” – “b”"


def test_a_text_of_nothing_but_marks_is_gone_through_once() -> None:
    for text in (
        "“" * 100_000 + "’" * 100_000,
        "“" * 100_000 + "”" * 100_000,
        "‘“" * 50_000,
        'a "b' * 50_000,
        "„" * 100_000,
    ):
        assert len(nested(text, "en")) == len(text)
    assert nested("“" * 3 + "”" * 3, "en") == "‘“‘’”’"
