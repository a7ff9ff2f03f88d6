"""Which passages tell a charge; each has a near miss that tells none."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.charges import tells_a_charge


@pytest.mark.parametrize(
    ("language", "charge", "none"),
    [
        (
            "en",
            "The regulator sent a letter alleging that the tank leaked.",
            "The regulator sent a letter on the tank.",
        ),
        ("en", "The union claims that two shifts were cut.", "The insurer paid 40 claims in March."),
        ("en", "The supposed leak was reported on Monday.", "The leak was reported on Monday."),
        ("ru", "Ведомство обвиняет завод в сбросе.", "Ведомство проверило завод."),
        ("kk", "Министрлік компанияны айыптады.", "Министрлік компанияны тексерді."),
        ("de", "Die Behörde erhebt den Vorwurf der Täuschung.", "Die Behörde prüfte die Anlage."),
        ("fr", "L'agence accuse la société de fraude.", "L'agence a contrôlé la société."),
        ("es", "La agencia acusa a la empresa de fraude.", "La agencia revisó la empresa."),
    ],
)
def test_a_charge_is_told_from_a_report(language: str, charge: str, none: str) -> None:
    assert tells_a_charge(charge, language)
    assert not tells_a_charge(none, language)


def test_a_language_without_a_list_tells_none() -> None:
    assert not tells_a_charge("Het bedrijf wordt beschuldigd.", "nl")
