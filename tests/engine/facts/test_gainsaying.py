"""A sentence that says the contrary of what it cites: neither those words nor their denial is its own claim."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pairs


def _verdict(left: str, right: str, language: str) -> Verdict:
    (judged,) = judge_pairs([(left, right)], CompareOptions(use_model=False, languages=(language, language)))
    return judged.link.verdict


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "Contrary to what the firm says, the wages were not paid.", "The wages were paid."),
        ("en", "Contrary to what the ministry claims, the bridge is not safe.", "The bridge is safe."),
        ("en", "The wages were not paid, contrary to what the firm says.", "The wages were paid."),
        ("en", "Contrary to claims that the school was closed, the school is open.", "The school was closed."),
        ("en", "The mine was dry, contrary to claims that it was flooded in May.", "The mine was flooded in May."),
        (
            "en",
            "Contrary to the claim that wages, fees and fares were cut, pay rose by 3 percent.",
            "Wages, fees and fares were cut.",
        ),
        (
            "en",
            "Contrary to the claim that, in May, the ministry dissolved the board, the board met in June.",
            "In May, the ministry dissolved the board.",
        ),
        ("en", "The plant is open, contrary to claims that, in May, it closed.", "The plant closed in May."),
        (
            "en",
            "Contrary to claims that the mayor, who resigned in May, took bribes, the court found none.",
            "The mayor took bribes.",
        ),
        ("en", "Contrary to claims that the vaccine harms children, no harm was found.", "The vaccine harms children."),
        ("en", "The mayor said that contrary to claims that the plant closed, it is open.", "The plant closed."),
        ("fr", "Contrairement à ce qu'affirme la direction, rien n'a été payé.", "Tout a été payé."),
        ("de", "Entgegen der Behauptung der Firma wurden die Löhne nicht gezahlt.", "Die Löhne wurden gezahlt."),
    ],
)
def test_what_it_says_itself_contradicts(language: str, left: str, right: str) -> None:
    assert _verdict(left, right, language) is Verdict.CONTRADICTION
    assert _verdict(right, left, language) is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "Contrary to what the ministry claims, the bridge is safe.", "The bridge is safe."),
        ("en", "Contrary to claims by the union, Acme paid all wages in May.", "Acme paid all wages in May."),
        ("en", "Contrary to the allegation, no ash was dumped in the river.", "No ash was dumped in the river."),
        (
            "en",
            "Contrary to the claim that wages, pensions and bonuses were cut, the company raised pay by 3 percent.",
            "The company raised pay by 3 percent.",
        ),
        ("en", "Contrary to claims that wind and coal, if taxed, cost more, Ann sold 3 mills.", "Ann sold 3 mills."),
        ("en", "Contrary to claims that police shot the man, he died in May, officials said.", "The man died in May."),
        ("en", "The wages were paid, contrary to what the union says.", "The wages were paid."),
        ("de", "Anders als die Firma behauptet, wurden die Löhne gezahlt.", "Die Löhne wurden gezahlt."),
    ],
)
def test_what_it_says_itself_is_not_denied(language: str, left: str, right: str) -> None:
    assert _verdict(left, right, language) in (Verdict.AGREEMENT, Verdict.UNCLEAR)


def test_what_another_says_is_still_reported() -> None:
    assert _verdict("The ministry claims the bridge is safe.", "The bridge is safe.", "en") is not Verdict.AGREEMENT


def test_a_speaker_may_have_the_name_of_such_a_word() -> None:
    left = "Anders Larsson sagte, dass die Brücke nicht sicher sei."
    assert _verdict(left, "Die Brücke ist sicher.", "de") is Verdict.CONTRADICTION
    left = "Anders als die Firma sagte, ist die Brücke nicht sicher."
    assert _verdict(left, "Die Brücke ist nicht sicher.", "de") is not Verdict.CONTRADICTION
