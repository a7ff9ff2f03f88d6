"""Numbers in words: one table a language says what they are worth."""

import pytest

from statement_compare import bundled
from statement_compare.engine.annotate.number_words import NUMBERS_ONLY
from statement_compare.engine.annotate.numerals import spelled_values
from statement_compare.engine.language.schema import declared


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Twenty-three doses, two men, five hundred and six beds.", [23, 2, 506]),
        ("en", "A hundred guards, two million euros, two and a half tonnes.", [100, 2_000_000, 2.5]),
        ("ru", "Сорок пять человек и двести тысяч тенге.", [45, 200_000]),
        ("kk", "Қырық бес адам.", [45]),
        ("de", "Dreihundertzwölf Leute, einundzwanzig Betten, zwei Millionen Euro.", [312, 21, 2_000_000]),
        ("fr", "Quatre-vingt-dix-sept lits, vingt et un médecins.", [97, 21]),
        ("es", "Treinta y uno, doscientos y tres.", [31, 203]),
        ("it", "Ventitré persone, duecento letti, trentuno medici, tre milioni.", [23, 200, 31, 3_000_000]),
        ("it", "Millecinquecento euro, duemila case.", [1500, 2000]),
        ("it", "Due milioni e mezzo di euro, un milione e mezza dozzina.", [2_500_000, 1_000_000, 6]),
        ("es", "Dos millones y medio de euros, dos millones y dos casas.", [2_500_000, 2_000_000, 2]),
        ("ru", "Два миллиона с половиной, два миллиона и половина.", [2_500_000, 2_000_000]),
        (
            "nl",
            "Drieëntwintig mensen, tweehonderd bedden, zevenenveertig artsen, vijf miljoen.",
            [23, 200, 47, 5_000_000],
        ),
        ("pt", "Vinte e três médicos, duzentos e cinquenta leitos, mil e duzentos euros.", [23, 250, 1200]),
    ],
)
def test_a_number_in_words_has_its_value(language: str, text: str, values: list[float]) -> None:
    assert spelled_values(text, language) == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "È stato un uomo e una donna."),
        ("nl", "Een man leest een boek."),
        ("pt", "Um homem e uma mulher."),
        ("de", "Ein Mann und eine Frau."),
        ("en", "It cost 23 euros and 2 million in all."),
        ("tr", "İki milyon kırk."),
    ],
)
def test_articles_figures_and_languages_without_a_table_give_no_number_in_words(language: str, text: str) -> None:
    assert spelled_values(text, language) == []


@pytest.mark.parametrize("language", NUMBERS_ONLY)
def test_languages_of_numbers_only_have_declared_tables(language: str) -> None:
    known = {each.table for each in declared() if each.topic == "numerals"}
    lines = bundled.path("languages", language, "numerals.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.split("\t")[0] for line in lines if line and not line.startswith("#")} <= known
