"""Reports and reasons in other languages than English: every template is there, and no English word is left over."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from statement_compare.engine.model import (
    Comparison,
    Correction,
    Decision,
    GeneralDenial,
    Lost,
    Reason,
    ReasonKind,
    Role,
    Side,
    Signature,
    Span,
    Verdict,
    pair_of,
)
from statement_compare.engine.report import provenance, render, wording
from statement_compare.engine.report.words import en, words_in
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.reported import ReportChoice, Reported, Scope

OTHERS = [code for code in REPORT_LANGUAGES if code != "en"]
ENGLISH = words_in("en")
WRITTEN = ("text", "html", "md")
MISSING: frozenset[str] = frozenset()
"""Keys whose words may still be missing in other languages; they are said in English until then."""


def tables(code: str) -> tuple[dict[str, str], dict[ReasonKind, object], dict[str, str | tuple[str, ...]]]:
    """What stands in the table of a language itself, without the English that fills its gaps."""
    table = import_module(f"statement_compare.engine.report.words.{code}").WORDS
    return dict(table.rules), dict(table.kinds), dict(table.phrases)


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def forms(words: str | tuple[str, ...]) -> Sequence[str]:
    return (words,) if isinstance(words, str) else words


@pytest.mark.parametrize("code", OTHERS)
def test_every_rule_kind_and_phrase_has_words_in_every_language(code: str) -> None:
    rules, kinds, phrases = tables(code)
    missing = sorted(
        {*(set(ENGLISH.rules) - set(rules)), *(set(ENGLISH.kinds) - set(kinds)), *(set(ENGLISH.phrases) - set(phrases))}
        - MISSING
    )
    assert not missing, f"engine/report/words/{code}.py lacks words for: {', '.join(missing)}"
    unknown = sorted([*(set(rules) - set(ENGLISH.rules)), *(set(phrases) - set(ENGLISH.phrases))])
    assert not unknown, f"engine/report/words/{code}.py has words for unknown keys: {', '.join(unknown)}"


@pytest.mark.parametrize("code", OTHERS)
def test_the_same_places_are_filled_in_every_language(code: str) -> None:
    said = words_in(code)
    for rule, template in ENGLISH.rules.items():
        assert places(said.rules[rule]) == places(template), rule
    for key, phrase in ENGLISH.phrases.items():
        for form in forms(said.phrases[key]):
            assert places(form) == places(forms(phrase)[-1]), key
    for kind, english in ENGLISH.kinds.items():
        words = said.kinds[kind]
        assert [places(each) for each in (words.both, words.one)] == [places(english.both), places(english.one)], kind
        assert bool(words.none) == bool(english.none), kind


@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_what_a_rule_of_a_model_says_before_its_colon_stands_alone(code: str) -> None:
    for rule, template in words_in(code).rules.items():
        if rule.startswith("model."):
            before, colon, _ = template.partition(":")
            assert colon, rule
            assert places(before) == set(), rule


@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_templates_are_one_line_without_a_full_stop(code: str) -> None:
    for rule, template in words_in(code).rules.items():
        assert "\n" not in template, rule
        assert not template.endswith("."), rule


@pytest.mark.parametrize(("code", "number"), [("en", 2), ("ru", 3), ("kk", 1)])
def test_what_counts_has_as_many_forms_as_the_language_asks_for(code: str, number: int) -> None:
    for key, phrase in ENGLISH.phrases.items():
        if isinstance(phrase, tuple):
            assert len(forms(words_in(code).phrases[key])) == number, key


@pytest.mark.parametrize(
    ("code", "n", "words"),
    [
        ("ru", 1, "1 противоречие"),
        ("ru", 3, "3 противоречия"),
        ("ru", 12, "12 противоречий"),
        ("ru", 21, "21 противоречие"),
        ("kk", 1, "1 қайшылық"),
        ("kk", 7, "7 қайшылық"),
        ("tlh", 7, "7 contradictions"),
    ],
)
def test_verdicts_are_counted_as_the_language_does(code: str, n: int, words: str) -> None:
    assert wording.count(Verdict.CONTRADICTION, n, code) == words


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "one side negates what the other states: never came against came"),
        ("ru", "одна сторона отрицает то, что утверждает другая: «never came» против «came»"),
        ("kk", "бір жақ растағанды екінші жақ теріске шығарады: «never came» – «came»"),
    ],
)
def test_the_words_of_both_sides_are_quoted_as_they_stand(code: str, said: str) -> None:
    reason = Reason(ReasonKind.NEGATION, Span(3, 13), Span(3, 7), "negation.one_side")
    assert wording.reason_message(reason, "He never came.", "He came.", code) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "1 November 2021"), ("ru", "1 ноября 2021 г."), ("kk", "2021 ж. 1 қараша")],
)
def test_dates_are_written_as_the_language_does(code: str, said: str) -> None:
    assert provenance.day(date(2021, 11, 1), code) == said


def in_cyrillic(pair: Comparison) -> Comparison:
    """The pair with every letter of its texts and names in Cyrillic, so that English words can be told from them."""
    letters = str.maketrans(string.ascii_letters, "абцдефгхийклмнопярстуввхызАБЦДЕФГХИЙКЛМНОПЯРСТУВВХЫЗ")
    sides = []
    for statement in (pair.left, pair.right):
        source = statement.source
        sentences = tuple(replace(each, text=each.text.translate(letters)) for each in statement.sentences)
        source = replace(
            source,
            text=source.text.translate(letters),
            path="текст.документ",
            speaker="",
            title=source.title.translate(letters),
            encoding="1251",
            encoding_guessed=True,
            format="",
            sha256="7" * 64,
        )
        sides.append(replace(statement, source=source, sentences=sentences, language="kk"))
    denials = (GeneralDenial(Side.RIGHT, 0, (4,)),)
    return replace(pair, left=sides[0], right=sides[1], signature=Signature("9", (), ()), denials=denials)


def reviewed(pair: Comparison) -> Reported:
    first, second, third, *_ = pair.links
    at = "2022-01-02T03:04:05+00:00"
    decisions = {
        pair_of(first): Decision(Verdict.QUALIFIED, reason="да", is_confirmed=True, reviewer="Ада", at=at),
        pair_of(second): Decision(is_dismissed=True, is_bookmarked=True, note="нет", reviewer="Ада", at=at),
        pair_of(third): Decision(third.verdict),
    }
    return Reported(
        pair,
        decisions,
        by_hand=frozenset({pair_of(third)}),
        proposed={pair_of(first): first},
        removed=frozenset({((4,), (4,))}),
        roles={(Side.LEFT, 0): Role.OPINION},
        speakers={Side.RIGHT: "Она"},
        corrections=(Correction(Side.LEFT, 1, "было", "стало"),),
        lost=(Lost(("там",), ("тут",), Decision(Verdict.UNCLEAR, reviewer="Ада")),),
        reviewer="Ада",
    )


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("format_", WRITTEN)
@pytest.mark.parametrize("scope", [Scope.ALL, Scope.CONFIRMED, Scope.FINDINGS])
def test_no_english_word_is_left_in_a_report_of_another_language(
    pair: Comparison, code: str, format_: str, scope: Scope
) -> None:
    choice = ReportChoice(scope=scope, has_agreements=False, language=code)
    for subject in (in_cyrillic(pair), reviewed(in_cyrillic(pair))):
        report = render(subject, format_, choice=choice).decode("utf-8")
        report = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", report)
        report = re.sub(r"statement\\?_compare|SHA-256|sha256|UTC|encoder|tiny|&\w+;", " ", report)
        assert re.findall(r"[A-Za-z]{2,}", report) == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_page_says_its_language_and_its_titles_say_no_english(pair: Comparison, code: str) -> None:
    page = render(reviewed(in_cyrillic(pair)), "html", choice=ReportChoice(language=code)).decode("utf-8")
    assert f'<html lang="{code}">' in page
    assert [title for title in re.findall(r'title="([^"]*)"', page) if re.search(r"[a-z]{2}", title)] == []


@pytest.mark.parametrize("format_", ["text", "json", "html", "csv", "md"])
def test_nothing_changes_where_no_language_is_asked_for(pair: Comparison, format_: str) -> None:
    assert render(pair, format_) == render(pair, format_, choice=ReportChoice(language="en"))


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_data_keep_their_names_and_tell_the_reason_in_the_language(pair: Comparison, format_: str) -> None:
    english = render(pair, format_).decode("utf-8")
    russian = render(pair, format_, choice=ReportChoice(language="ru")).decode("utf-8")
    names = re.compile(r'"(\w+)":') if format_ == "json" else re.compile(r"^.*")
    assert names.findall(english) == names.findall(russian)
    assert "5,000 против 1,000" in russian


def test_a_gap_in_a_table_is_filled_with_english(monkeypatch: pytest.MonkeyPatch) -> None:
    words_in.cache_clear()
    monkeypatch.setitem(en.RULES, "test.new", "a rule that nobody has translated yet")
    reason = Reason(ReasonKind.WORDING, None, None, "test.new")
    assert wording.reason_message(reason, "", "", "ru") == "a rule that nobody has translated yet"
    words_in.cache_clear()
