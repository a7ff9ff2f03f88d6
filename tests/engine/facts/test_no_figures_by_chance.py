"""Figures that look like each other's sum, part, range or other side by chance, where a sentence has two of a kind."""

import pytest

from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

DIFFERENT = [
    # A factor or a share that both sides tell makes no bridge.
    ("en", "Sales tripled to €90 million.", "Sales tripled to €30 million."),
    ("en", "Exports doubled to 100 tonnes.", "Exports doubled to 200 tonnes."),
    ("en", "Sales rose by 50% to €90 million.", "Sales rose by 50% to €45 million."),
    ("fr", "Les ventes ont triplé à 90 millions d'euros.", "Les ventes ont triplé à 30 millions d'euros."),
    # Nor do two levels.
    ("en", "Net profit rose from 4 to 10 million euros.", "Net profit rose from 6 to 10 million euros."),
    ("en", "Net profit fell from 12 to 9 million.", "Net profit fell from 12 to 3 million."),
    ("de", "Der Gewinn stieg von 4 auf 10 Millionen Euro.", "Der Gewinn stieg von 6 auf 10 Millionen Euro."),
    ("ru", "Убытки выросли с 4 до 10 млн евро.", "Убытки выросли с 6 до 10 млн евро."),
    # Both sides tell "for" and "against".
    ("en", "The bill got 310 votes in favour and 290 against.", "The bill got 350 votes in favour and 290 against."),
    ("en", "In all, 310 voted in favour and 290 against.", "In all, 330 voted in favour and 270 against."),
    ("en", "60% voted for the dam and 30% voted against it.", "40% voted for the dam and 30% voted against it."),
    (
        "de",
        "310 Abgeordnete stimmten für das Gesetz und 290 dagegen.",
        "350 Abgeordnete stimmten für das Gesetz und 290 dagegen.",
    ),
    ("es", "310 diputados votaron a favor y 290 en contra.", "350 diputados votaron a favor y 290 en contra."),
    ("kk", "310 депутат қолдап, 90 депутат қарсы дауыс берді.", "350 депутат қолдап, 90 депутат қарсы дауыс берді."),
    # Per cent of a number are no part of it told as a number.
    ("en", "15% of the 800 vehicles were hit.", "30% of the 800 vehicles were hit."),
    ("en", "40% of the 200 flats were sold.", "40 of the 200 flats were sold."),
    ("en", "40 per cent of the 200 flats were sold.", "60 of the 200 flats were sold."),
    ("en", "40% of the 200 flats were sold.", "70% of the 200 flats were sold."),
    # Sides of something else in the sentence.
    (
        "en",
        "Twelve people died and 30 were hurt when the 10 m by 20 m roof fell.",
        "Thirty people died and 12 were hurt when the 10 m by 20 m roof fell.",
    ),
]
NO_CONFLICT = [
    ("en", "Exports doubled to 100 tonnes.", "Exports rose from 50 to 100 tonnes."),
    ("en", "Profit rose by 6 to 10 million euros.", "Profit rose from 4 to 10 million euros."),
    ("en", "Of the 40 men, 75% were hurt.", "Of the 40 men, 75% were hurt: 30 of them."),
    ("en", "310 members voted in favour of the bill.", "290 members voted against the bill."),
    ("de", "310 stimmten für das Gesetz.", "290 stimmten gegen das Gesetz."),
    ("en", "40% of the 200 flats were sold.", "120 of the 200 flats were not sold."),
    ("en", "12% of the 40 councillors voted for the plan.", "30% of the 40 councillors voted against the plan."),
    ("en", "80% of the 200 flats were sold.", "160 of the 200 flats were sold."),
    ("en", "Some 15% of the 800 vehicles were hit.", "Some 120 of the 800 vehicles were hit."),
    ("en", "The plot is 30 m by 40 m.", "The plot is 40 m by 30 m."),
    ("en", "Between 100 and 500 people were hurt.", "Between 450 and 500 people were hurt."),
    ("en", "Between 5% and 10% of voters are undecided.", "Between 9% and 10% of voters are undecided."),
    ("en", "Sales are put at €5m to €10m.", "Sales are put at €7m."),
]


def verdicts(language: str, left: str, right: str) -> set[Verdict]:
    options = CompareOptions(use_model=False, languages=(language, language))
    return {judge_pair(a, b, options).link.verdict for a, b in ((left, right), (right, left))}


@pytest.mark.parametrize(("language", "left", "right"), DIFFERENT)
def test_what_differs_is_told(language: str, left: str, right: str) -> None:
    assert verdicts(language, left, right) == {Verdict.CONTRADICTION}


@pytest.mark.parametrize(("language", "left", "right"), NO_CONFLICT)
def test_what_may_both_be_true_is_no_conflict(language: str, left: str, right: str) -> None:
    found = verdicts(language, left, right)

    assert len(found) == 1
    assert Verdict.CONTRADICTION not in found


def test_ranges_with_one_upper_end_do_not_agree() -> None:
    left, right = "Between 100 and 500 people were hurt.", "Between 450 and 500 people were hurt."

    assert Verdict.AGREEMENT not in verdicts("en", left, right)
    assert verdicts("en", left, left) == {Verdict.AGREEMENT}
