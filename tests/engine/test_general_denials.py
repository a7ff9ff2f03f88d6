"""Which sentences deny in general, and which charges they leave without another answer."""

from __future__ import annotations

import pytest

from statement_compare.engine.general_denials import denies_in_general, general_denials
from statement_compare.engine.model import Comparison, GeneralDenial, Link, Side, Statement, Verdict
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment


@pytest.mark.parametrize(
    ("language", "general", "particular"),
    [
        ("en", "Marowai strongly refutes these allegations.", "Marowai denies the claim that it shipped logs."),
        ("en", "The accusations are entirely without foundation.", "The accusations were read out on 12 May in court."),
        ("en", "We reject any wrongdoing and will fight in court.", "We deny having shipped any logs in 2005."),
        ("ru", "Компания категорически отвергает все обвинения.", "Компания отвергает обвинения, что слила мазут."),
        ("kk", "Компания айыптауларды толық жоққа шығарады.", "Компания 12 мамырда тексерілді."),
        ("de", "Das Unternehmen weist die Vorwürfe entschieden zurück.", "Das Unternehmen weist 12 Tonnen aus."),
        ("fr", "La société rejette fermement ces accusations.", "La société rejette 12 dossiers."),
        ("es", "La empresa niega todas las acusaciones.", "La empresa niega la venta de 12 barcos."),
    ],
)  # fmt: skip
def test_a_general_denial_is_told_from_a_particular_one(language: str, general: str, particular: str) -> None:
    assert denies_in_general(general, language)
    assert not denies_in_general(particular, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We do not deny the allegations."),
        ("en", "The company has never disputed the charges."),
        ("en", "The firm didn't contest the claims."),
        ("en", "Nobody disputes the allegations."),
        ("en", "The allegations are not false."),
        ("en", "We do not accept that the allegations are false."),
        ("en", "The insurer rejected 1,200 claims."),
        ("ru", "Компания не отрицает обвинения."),
        ("ru", "Компания отвергает обвинения в том, что слила мазут."),
        ("kk", "Компания айыптауларды жоққа шығармайды."),
        ("kk", "Бұл ақпарат шындыққа сәйкес келеді."),
        ("de", "Das Unternehmen bestreitet die Vorwürfe nicht."),
        ("de", "Die Behörde weist auf die Vorwürfe der Anwohner hin."),
        ("fr", "La société ne nie pas ces accusations."),
        ("fr", "Le niveau des accusations surprend."),
        ("fr", "La société rejette les accusations d'avoir pollué."),
        ("es", "La empresa no niega las acusaciones."),
        ("es", "La empresa negocia las acusaciones."),
    ],
)
def test_a_denial_that_is_undone_or_is_of_something_else_is_none(language: str, text: str) -> None:
    assert not denies_in_general(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We cannot comment further but deny the allegations."),
        ("en", "The firm not only rejects the allegations, it is appalled by them."),
        ("en", "The claims have no merit."),
        ("ru", "Эти утверждения не соответствуют действительности."),
        ("kk", "Бұл ақпарат шындыққа сәйкес келмейді."),
        ("de", "Das Unternehmen bestreitet die Vorwürfe."),
        ("de", "Wir weisen alle Anschuldigungen von uns aus zurück."),
        ("fr", "Nous nions ces accusations."),
        ("es", "Negamos las acusaciones."),
    ],
)
def test_a_denial_stands_beside_a_negation_that_is_its_own_or_of_something_else(language: str, text: str) -> None:
    assert denies_in_general(text, language)


def test_a_language_without_a_list_denies_nothing_in_general() -> None:
    assert not denies_in_general("Het bedrijf ontkent de beschuldigingen.", "nl")


def statement(*texts: str) -> Statement:
    return segment(read_text(" ".join(texts)), "en")


def test_the_charges_without_another_answer_are_named() -> None:
    left = statement("The firm sold rotten eggs.", "It hid the tests.", "It paid no tax.")
    right = statement("The firm strongly denies these allegations.", "The eggs were fresh.")
    link = Link((0,), (1,), 0.3, Verdict.CONTRADICTION, 0.9, ())
    told = Comparison(left, right, (link,), (1, 2), (0,))
    assert general_denials(told) == (GeneralDenial(Side.RIGHT, 0, (1, 2)),)


def test_without_a_general_denial_or_with_nothing_left_to_answer_there_is_none() -> None:
    left = statement("The firm sold rotten eggs.")
    link = Link((0,), (0,), 0.3, Verdict.CONTRADICTION, 0.9, ())
    fresh = statement("The eggs were fresh.", "The firm strongly denies these allegations.")
    assert general_denials(Comparison(left, fresh, (link,), (), (1,))) == ()
    assert general_denials(Comparison(left, statement("The eggs were fresh."), (), (0,), (0,))) == ()
