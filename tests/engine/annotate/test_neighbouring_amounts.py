"""What neighbouring amounts lend each other: the scale of a change, both ends of a range that have their own units."""

import pytest

from statement_compare.engine.annotate.quantities import Bound, Quantity, quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


def found(text: str, language: str = "en") -> list[Quantity]:
    return list(quantities(lone_reading(text, language)))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The loss rose from 5 to 10 million tenge.", [5e6, 10e6]),
        ("en", "Debt fell from 12 to 9 billion dollars.", [12e9, 9e9]),
        ("en", "Sales rose from 1.5 to 2 million.", [1.5e6, 2e6]),
        ("de", "Der Verlust stieg von 5 auf 10 Millionen Euro.", [5e6, 10e6]),
        ("ru", "Убыток вырос с 5 до 10 миллионов тенге.", [5e6, 10e6]),
        ("fr", "La perte est passée de 5 à 10 millions d'euros.", [5e6, 10e6]),
        ("es", "La pérdida subió de 5 a 10 millones de euros.", [5e6, 10e6]),
        ("fr", "La part est passée de 11 à 15 pour cent.", [11, 15]),
        # Near misses: too far apart for one scale, the first in full, no scale, not a change.
        ("en", "The price fell from $900 to $1.2 thousand.", [900, 1200]),
        ("en", "The number rose from 12 to 1 million.", [12, 1e6]),
        ("en", "Sales rose from 300,000 to 2 million.", [300_000, 2e6]),
        ("en", "The fleet grew from 12 to 9,000 cars.", [12, 9000]),
        ("en", "It gave 5 schools 10 million dollars.", [5, 10e6]),
    ],
)
def test_a_change_has_one_scale(language: str, text: str, expected: list[float]) -> None:
    assert [each.value for each in found(text, language)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "The fund paid between €5 million and €10 million.", 5e6, 10e6),
        ("en", "The fund paid between €5 and €10 million.", 5e6, 10e6),
        ("en", "The fund paid €5m-€10m.", 5e6, 10e6),
        ("en", "The road is between 5 km and 10 km long.", 5000, 10_000),
        ("en", "The road is 5 km to 10 km long.", 5000, 10_000),
        ("en", "Between 5 per cent and 10 per cent left.", 5, 10),
        ("en", "It cut 5%–10% of jobs.", 5, 10),
        ("en", "The shaft is 5km-7km off.", 5000, 7000),
        ("de", "Die Kosten betragen 5 Millionen Euro bis 10 Millionen Euro.", 5e6, 10e6),
        ("fr", "Entre 5 % et 10 % des élèves sont partis.", 5, 10),
        ("es", "La cuota está entre el 5 % y el 10 %.", 5, 10),
        ("es", "La cuota está entre el 5 y el 10 %.", 5, 10),
        ("it", "La quota è tra il 5% e il 10%.", 5, 10),
        ("ru", "Между 5 % и 10 % домов пусты.", 5, 10),
        ("ru", "Это стоит от 5 рублей до 10 рублей.", 5, 10),
        ("kk", "Бағасы 5 теңгеден 10 теңгеге дейін.", 5, 10),
        ("en", "The fee is £5 - £10.", 5, 10),
        ("de", "Der Weg ist 5 km – 10 km lang.", 5000, 10_000),
        ("de", "Es kostet 5 – 10 Euro.", 5, 10),
        ("ru", "Пришли 5 — 10 человек.", 5, 10),
        ("kk", "Бағасы 5 – 10 теңге.", 5, 10),
    ],
)
def test_ends_of_a_range_may_each_have_their_unit(language: str, text: str, low: float, high: float) -> None:
    (one,) = found(text, language)

    assert one.bound is Bound.RANGE
    assert (one.low, one.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose €2 million to €10 million.", [2e6, 10e6]),
        ("Profit rose by 2 per cent to 10 per cent.", [2, 10]),
        ("The price went from €5 million to €10 million.", [5e6, 10e6]),
        ("It moved €5 million to 10 schools.", [5e6, 10]),
        ("It gained 5%-3% less than planned.", [5, 3]),
        ("The banks had 5 per cent and 10 per cent.", [5, 10]),
        ("The road fell between 5 km and 3 km off.", [5000, 3000]),
        ("The result was 3 – 5 in the match.", [3, 5]),
        ("The firm – 5 staff – has 10 staff.", [5, 10]),
        ("It lost 5% – 10% less than planned.", [5, 10]),
        ("Ulm has 20 – Bonn has 30.", [20, 30]),
        ("It had 5 – 3 fewer seats.", [5, 3]),
    ],
)
def test_other_neighbours_stay_two(text: str, expected: list[float]) -> None:
    both = found(text)

    assert [each.value for each in both] == pytest.approx(expected)
    assert all(each.bound is Bound.EXACT for each in both)


def test_a_change_up_to_a_figure_is_no_range() -> None:
    both = found("Баға 5 пайыздан 10 пайызға дейін өсті.", "kk")

    assert [each.bound for each in both] == [Bound.EXACT, Bound.EXACT]


def test_a_rate_told_once_is_that_of_both_ends() -> None:
    (one,) = found("It costs $3b–$4b a year.")
    (whole,) = found("It costs $4b a year.")

    assert one.high == pytest.approx(whole.value)
    assert one.low == pytest.approx(whole.value * 3 / 4)


@pytest.mark.parametrize("text", ["The F-16 landed.", "COVID-19 was over.", "A Boeing-747 landed."])
def test_a_dash_in_a_name_begins_no_amount(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The fund paid between €5 and €10 million.", "The fund paid €12 million.", Verdict.CONTRADICTION),
        ("The repairs cost €5m-€10m.", "The repairs cost €25 million.", Verdict.CONTRADICTION),
        ("Debt fell from 12 to 9 billion dollars.", "Debt fell from $12bn to $9bn.", Verdict.AGREEMENT),
        ("Losses rose from 5 to 10 million tenge.", "Losses rose from 6 to 10 million tenge.", Verdict.CONTRADICTION),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected


@pytest.mark.parametrize("right", ["The fund paid €7 million.", "The fund paid €6.5m."])
def test_a_sum_between_both_ends_does_not_contradict(right: str) -> None:
    left = "The fund paid between €5 million and €10 million."

    judged = judge_pair(left, right, CompareOptions(use_model=False, languages=("en", "en")))

    assert judged.link.verdict is not Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Spending eased €3m to €40m in the year to March."),
        ("en", "The dollar lost 2 cents to 88 cents."),
        ("en", "The firm lifted its stake by 4% to 30%."),
        ("en", "The yes side lost by 48% to 52%."),
        ("en", "The ratio of women to men is 40% to 60%."),
        ("en", "The donor gave £2 million to the £10 million appeal."),
        ("en", "He added 5 km to 10 km routes."),
        ("en", "Sanctions cost the bank $3bn to the $9bn lost by rivals."),
        ("en", "Fatalities halved to 12."),
        ("en", "The workforce doubled to 500."),
        ("fr", "Les effectifs ont doublé à 500."),
        ("fr", "Le dollar a perdu 2 centimes à 88 centimes."),
    ],
)
def test_a_step_and_a_level_are_two(language: str, text: str) -> None:
    assert [each.bound for each in found(text, language)] == [Bound.EXACT, Bound.EXACT]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The deal is worth $5 to $6 million.", 5e6, 6e6),
        ("The deal is worth $5-$6 million.", 5e6, 6e6),
        ("Damage was put at 3 to €4 billion.", 3e9, 4e9),
        ("The deal is worth $500,000 to $6 million.", 5e5, 6e6),
        ("Tickets cost £5 to £10.", 5, 10),
        ("The fee is about £5 to £10.", 5, 10),
        ("5% to 10% of homes are empty.", 5, 10),
    ],
)
def test_a_range_of_sums(text: str, low: float, high: float) -> None:
    (one,) = found(text)

    assert one.bound is Bound.RANGE
    assert (one.low, one.high) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["The deal is worth $9 to $6 million.", "Tickets are $900-$1.2 million."])
def test_ends_too_far_apart_are_no_range(text: str) -> None:
    assert all(each.bound is Bound.EXACT for each in found(text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Day 3 – 120 people rescued", [3, 120]),
        ("en", "Table 4 – 30 patients relapsed.", [4, 30]),
        ("en", "Match ends 2 – 30 fans arrested.", [2, 30]),
        ("en", "Sold 20 – 30 fewer than in May.", [20, 30]),
        ("en", "It is the size of 3 – 40 tonnes heavy.", [3, 40_000]),
        ("de", "Tag 3 – 120 Menschen gerettet", [3, 120]),
        ("de", "Verkauft wurden 20 – 30 weniger als geplant.", [20, 30]),
        ("ru", "Погибли 7 — 30 человек ранены.", [7, 30]),
    ],
)
def test_a_dash_behind_what_a_figure_names_begins_a_clause(language: str, text: str, expected: list[float]) -> None:
    assert [each.value for each in found(text, language)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "Some 20 – 30 people came.", 20, 30),
        ("en", "About 100 – 500 homes burnt.", 100, 500),
        ("en", "It costs €2 – €10.", 2, 10),
        ("en", "It lasted 2 – 3 km.", 2000, 3000),
        ("de", "Es waren 20 – 30 Menschen da.", 20, 30),
        ("de", "Es kostet 5 – 40 Euro.", 5, 40),
        ("ru", "Нужно 20 — 30 человек.", 20, 30),
    ],
)
def test_near_ends_with_a_spaced_dash_are_a_range(language: str, text: str, low: float, high: float) -> None:
    (one,) = found(text, language)

    assert (one.low, one.high, one.bound) == (pytest.approx(low), pytest.approx(high), Bound.RANGE)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "Between two and three million people marched.", 2e6, 3e6),
        ("en", "Between five and six thousand homes are empty.", 5000, 6000),
        ("en", "Between two and three hundred left.", 200, 300),
        ("de", "Zwischen zwei und drei Millionen Menschen kamen.", 2e6, 3e6),
        ("fr", "Entre deux et trois millions de personnes.", 2e6, 3e6),
        ("es", "Entre dos y tres millones de personas.", 2e6, 3e6),
        ("ru", "От двух до трёх миллионов человек.", 2e6, 3e6),
        # Near misses: one scale would turn the ends around, or there is none.
        ("en", "Between five and one thousand people came.", 5, 1000),
        ("en", "Between five and twenty-six people came.", 5, 26),
    ],
)
def test_ends_in_words_share_a_scale(language: str, text: str, low: float, high: float) -> None:
    (one,) = found(text, language)

    assert (one.low, one.high, one.bound) == (pytest.approx(low), pytest.approx(high), Bound.RANGE)
