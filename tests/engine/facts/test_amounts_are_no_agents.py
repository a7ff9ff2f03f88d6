"""What stands where a name may stand, and is how much something is: "liegt bei 60 %" names nobody in charge."""

import pytest

from statement_compare.engine.annotate.agents import agents
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Anteil liegt bei 60 %."),
        ("de", "Der Anteil liegt bei mehr als 60 %."),
        ("de", "Der Anteil liegt bei 60 Prozent der Stimmen."),
        ("de", "Der Wert liegt bei einem Drittel."),
        ("de", "Die Quote liegt bei 3,5."),
        ("de", "Der Preis liegt bei 20 Euro."),
        ("en", "The share falls to 60%."),
        ("en", "The price is down to five euros."),
    ],
)
def test_an_amount_is_no_agent(language: str, text: str) -> None:
    assert agents(lone_reading(text, language)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Verantwortung liegt bei der Stadt Ulm."),
        ("de", "Die Aufgabe liegt bei den drei Gemeinden."),
        ("de", "Die Aufgabe liegt bei Referat 60."),
        ("en", "The report was ordered by 12 ministers."),
        ("en", "The collapse was caused by a 60-metre tree."),
        ("en", "The drop was due to a 5% tax."),
    ],
)
def test_who_is_counted_and_what_is_measured_is_one(language: str, text: str) -> None:
    assert agents(lone_reading(text, language)) != ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Der Anteil liegt bei 60 %.", "Der Anteil liegt bei 60,0 Prozent.", Verdict.AGREEMENT),
        ("Der Anteil liegt bei rund 60 %.", "Der Anteil liegt bei 61 %.", Verdict.AGREEMENT),
        ("Der Anteil liegt bei mehr als 60 %.", "Der Anteil liegt bei 65 %.", Verdict.QUALIFIED),
        ("Der Anteil liegt bei 60 %.", "Der Anteil liegt bei 70 %.", Verdict.CONTRADICTION),
        ("Die Aufgabe liegt bei der Bahn.", "Die Aufgabe liegt bei der Stadt.", Verdict.CONTRADICTION),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("de", "de"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected
