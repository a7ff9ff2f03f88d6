"""A sentence and its plain denial are told as a denial with the words that are denied; opposites stay opposites."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.verdict.decide import named_conflicts
from statement_compare.engine.verdict.judge import gather

LEXICON = BundledLexicon()
Told = list[tuple[str, str, str]]


def told(left: str, right: str, language: str = "en") -> Told:
    sides = lone_reading(left, language), lone_reading(right, language)
    evidence = gather(*sides, LEXICON, score=None, similarity=0.9)
    return [
        (fact.rule, *(span.of(text) if span else "" for span, text in ((fact.left, left), (fact.right, right))))
        for fact in named_conflicts(evidence)
    ]


DENIALS = [
    ("en", "They were paid on 5 May.", "They were not paid on 5 May.", "paid", "not paid"),
    ("en", "The strike ended on 5 May.", "The strike did not end on 5 May.", "ended", "not end"),
    ("en", "We found lead in the water.", "We found no lead in the water.", "found", "found no"),
    ("en", "The mayor signed the order.", "The mayor didn't sign the order.", "signed", "didn't sign"),
    ("en", "The workers were paid.", "The workers were never paid.", "paid", "never paid"),
    ("en", "The lead is above the limit.", "The lead is not above the limit.", "above", "not above"),
    ("en", "There was an accident.", "There was no accident.", "accident", "no accident"),
    ("ru", "Завод закрыт.", "Завод не закрыт.", "закрыт", "не закрыт"),
    ("fr", "Ils ont payé les ouvriers.", "Ils n'ont pas payé les ouvriers.", "payé", "n'ont pas payé"),
    ("es", "La planta está cerrada.", "La planta no está cerrada.", "cerrada", "no está cerrada"),
    ("de", "Das Werk ist geschlossen.", "Das Werk ist nicht geschlossen.", "geschlossen", "nicht geschlossen"),
    (
        "de",
        "Er unterschrieb im Mai.",
        "Er unterschrieb im Mai nicht.",
        "unterschrieb im Mai",
        "unterschrieb im Mai nicht",
    ),
    ("de", "Das Werk schloss.", "Das Werk schloss nicht.", "schloss", "schloss nicht"),
    ("kk", "Зауыт жабық.", "Зауыт жабық емес.", "жабық", "жабық емес"),
]


@pytest.mark.parametrize(("language", "stated", "denied", "word", "negated"), DENIALS)
def test_a_plain_denial_is_told_once_with_what_is_denied(
    language: str, stated: str, denied: str, word: str, negated: str
) -> None:
    assert told(stated, denied, language) == [("negation.one_side", word, negated)]
    assert told(denied, stated, language) == [("negation.one_side", negated, word)]


@pytest.mark.parametrize(
    ("left", "right", "one", "other"),
    [
        ("The plant is closed.", "The plant is open.", "closed", "open"),
        ("The lead is above the limit.", "The lead is below the limit.", "above", "below"),
        ("The gates opened before the flood.", "The gates opened after the flood.", "before", "after"),
        ("The plant never closed.", "The plant always closed.", "never", "always"),
        ("None of the wells is safe.", "All of the wells are safe.", "None", "All"),
        ("He left without his coat.", "He left with his coat.", "without", "with"),
        ("Few were paid.", "Many were paid.", "Few", "Many"),
    ],
)
def test_opposites_are_told_as_such(left: str, right: str, one: str, other: str) -> None:
    assert ("antonym.in_frame", one, other) in told(left, right)
    assert ("antonym.in_frame", other, one) in told(right, left)


def test_what_is_denied_of_all_is_told_with_all_of_it() -> None:
    found = told("All patients recovered.", "Not all patients recovered.")
    assert found == [("quantifier.exclude", "All patients recovered", "Not all patients recovered")]


@pytest.mark.parametrize(
    ("stated", "word"),
    [
        ("Der neue Bürgermeister unterschrieb den Vertrag", "unterschrieb den Vertrag"),
        ("Im Mai zahlte die Firma die Löhne", "zahlte die Firma die Löhne"),
        ("Die Firma, die er leitete, zahlte die Löhne", "zahlte die Löhne"),
        ("Die Behörde prüfte das Werk und schloss", "schloss"),
    ],
)
def test_a_negation_at_the_end_is_told_with_the_verb_before_it(stated: str, word: str) -> None:
    assert told(f"{stated}.", f"{stated} nicht.", "de") == [("negation.one_side", word, f"{word} nicht")]


def test_another_verb_on_the_other_side_is_not_told_for_the_one_denied() -> None:
    found = told("Die Firma hat die Löhne bezahlt.", "Die Firma zahlte die Löhne nicht.", "de")
    assert ("negation.one_side", "Löhne", "Löhne nicht") in found
