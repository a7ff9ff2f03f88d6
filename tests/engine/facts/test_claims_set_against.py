"""A claim that a sentence is set against ("unlike what the firm says") is denied, and no second case."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, reading

from statement_compare.engine.facts import negation
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired


@pytest.mark.parametrize(
    ("left", "right", "language", "is_denied"),
    [
        (
            "Anders als die Firma behauptet, wurden den Fahrern die Löhne nicht gezahlt.",
            "Die Firma hat die Löhne gezahlt.",
            "de",
            True,
        ),
        (
            "Contrairement à ce qu'affirme la direction, les primes de mai n'ont pas été versées.",
            "La direction a versé les primes.",
            "fr",
            True,
        ),
        (
            "A diferencia de lo que afirma la empresa, los salarios de mayo no se pagaron.",
            "La empresa pagó los salarios.",
            "es",
            True,
        ),
        (
            "A differenza di quanto afferma l'azienda, i salari di maggio non sono stati pagati.",
            "L'azienda ha pagato i salari.",
            "it",
            True,
        ),
        (
            "Unlike what the firm says, the wages for May were not paid to the drivers.",
            "The firm paid the wages.",
            "en",
            True,
        ),
        (
            "Anders als die Firma hat die Stadt sie nicht gezahlt.",
            "Die Firma hat die Löhne gezahlt.",
            "de",
            False,
        ),
        (
            "Contrairement à ce qui s'est passé à Lyon, les primes n'ont pas été versées à Paris.",
            "Les primes ont été versées à Lyon.",
            "fr",
            False,
        ),
        (
            "Unlike what happened in Leeds, the drivers in York were not paid.",
            "The drivers in Leeds were paid.",
            "en",
            False,
        ),
        (
            "Unlike what the union announced in Leeds, the workers in Hull did not strike.",
            "The workers in Leeds went on strike.",
            "en",
            False,
        ),
        (
            "Unlike what was said about Austria, the border with Germany is not open.",
            "The border with Austria is open.",
            "en",
            False,
        ),
        (
            "Contrairement à ce que le maire a annoncé pour Lyon, l'école de Nice n'a pas fermé.",
            "L'école de Lyon a fermé.",
            "fr",
            False,
        ),
        (
            "A differenza di quanto annunciato dal ministro per Milano, la scuola di Torino non ha chiuso.",
            "La scuola di Milano ha chiuso.",
            "it",
            False,
        ),
        (
            "Unlike what the firm said on Monday in Leeds, the wages were not paid to the drivers.",
            "The firm paid the wages.",
            "en",
            True,
        ),
        (
            "Unlike what the ministry said in May, the bridge was not closed.",
            "The bridge was closed in May.",
            "en",
            True,
        ),
        (
            "A differenza di quanto dichiarato dalla ditta, i salari non sono stati pagati.",
            "La ditta ha pagato i salari.",
            "it",
            True,
        ),
        ("Unlike the report, the minister did not mention costs.", "The report mentioned the costs.", "en", False),
    ],
)
def test_a_claim_that_is_set_against_the_rest_is_denied(left: str, right: str, language: str, is_denied: bool) -> None:
    for one, other in ((left, right), (right, left)):
        pair = paired(reading(one, language), reading(other, language), LEXICON)
        relations = {fact.relation for fact in negation.compare(pair, LEXICON)}
        assert (Relation.CONFLICT in relations) is is_denied
