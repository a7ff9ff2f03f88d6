"""Every row of the unit tables against a reference: sizes of NIST SP 811 and ISO 80000, names of Unicode CLDR."""

from __future__ import annotations

import csv
from pathlib import Path

import babel
import pytest
from cldr_units import ALSO, CLDR_OF_BABEL, READ_OTHERWISE, all_names, units_by_name

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.unit_words import LANGUAGES, WHOLE
from statement_compare.engine.annotate.units import unit as unit_named
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

GOLDEN = Path(__file__).parents[2] / "golden"


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = rows("units_reference.tsv")
# Names of CLDR that are not read as its unit, with the reason.
EXCEPTIONS = {(row["unit"], row["language"], row["name"]): row["reason"] for row in rows("units_exceptions.tsv")}


def test_the_reference_names_no_unit_that_is_not_read() -> None:
    assert [row["unit"] for row in ROWS if not unit_named(row["unit"]).is_measure] == []


# Babel carries another CLDR with each release; which one the reference holds is the one in requirements.lock.
of_this_cldr = pytest.mark.skipif(not babel.__version__.startswith(CLDR_OF_BABEL), reason="another CLDR")


@of_this_cldr
def test_the_reference_holds_every_name_of_cldr_but_the_declared_exceptions() -> None:
    known = {row["unit"]: set(row["names"].split("; ")) for row in ROWS}
    missing = [
        (unit, language, name)
        for unit, language, name in all_names()
        if f"{language}:{name}" not in known[unit] | known.get(ALSO.get(unit, ""), set())
    ]
    assert missing == list(EXCEPTIONS)
    assert all(EXCEPTIONS.values())


@pytest.mark.parametrize(("unit", "language", "name"), EXCEPTIONS)
def test_an_exception_is_one(unit: str, language: str, name: str) -> None:
    assert [found.unit.name for found in quantities(lone_reading(f"7 {name}", language))] != [unit]


@of_this_cldr
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_word_of_ours_is_the_unit_that_cldr_calls_so(language: str) -> None:
    named = units_by_name(language)
    apart = {
        form: unit.name
        for form, unit in WHOLE[language].items()
        if form in named and unit.name not in named[form] and unit.name not in READ_OTHERWISE
    }
    assert apart == {}


@pytest.mark.parametrize("row", ROWS, ids=[row["unit"] for row in ROWS])
def test_a_unit_is_as_large_as_the_reference_says_and_goes_by_its_names(row: dict[str, str]) -> None:
    assert unit_named(row["unit"]).size == pytest.approx(float(row["size"]), rel=1e-5)
    for name in filter(None, row["names"].split("; ")):
        language, _, form = name.partition(":")
        assert [found.unit.name for found in quantities(lone_reading(f"7 {form}", language))] == [row["unit"]], name


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("2 billion euros", "en", 2e9, "CUR:EUR"), ("2 Billionen Euro", "de", 2e12, "CUR:EUR"),
        ("2 billions d'euros", "fr", 2e12, "CUR:EUR"), ("2 billones de euros", "es", 2e12, "CUR:EUR"),
        ("3.000 millones de euros", "es", 3e9, "CUR:EUR"), ("5 M€", "fr", 5e6, "CUR:EUR"),
        ("2 milliards de dollars", "fr", 2e9, "CUR:DOLLAR"), ("5 crore rupees", "en", 5e7, "CUR:RUPEE"),
        ("50p", "en", 0.5, "CUR:GBP"), ("80 pence", "en", 0.8, "CUR:GBP"), ("80 копеек", "ru", 0.8, "CUR:RUB"),
        ("20 cents of a dollar", "en", 0.2, "CUR:DOLLAR"), ("US$5m", "en", 5e6, "CUR:USD"),
        ("5 million US dollars", "en", 5e6, "CUR:USD"), ("5 млн долларов США", "ru", 5e6, "CUR:USD"),
        ("40 Swiss francs", "en", 40, "CUR:CHF"), ("40 couronnes suédoises", "fr", 40, "CUR:SEK"),
        ("40 francs CFA", "fr", 40, "CUR:CFA"), ("40 Deutsche Mark", "de", 40, "CUR:MARK"),
        ("40 US$", "es", 40, "CUR:USD"), ("40 dollars US", "fr", 40, "CUR:USD"),
        ("12 short tons", "en", 12 * 907.18474, "short_ton"), ("12 long tons", "en", 12 * 1016.0469, "long_ton"),
        ("12 metric tons", "en", 12_000, "tonne"), ("500 Mt", "en", 5e11, "megatonne"), ("500 MT", "en", 5e5, "tonne"),
        ("100 центнеров", "ru", 10_000, "quintal"), ("100 Doppelzentner", "de", 10_000, "quintal"),
        ("100 quintaux", "fr", 10_000, "quintal"), ("3 версты", "ru", 3200.4, "verst"),
        ("200 Pfund Mehl", "de", 100, "metric_pound"), ("90 л. с.", "ru", 90 * 735.49875, "metric_horsepower"),
        ("40 мВт", "ru", 0.04, "milliwatt"), ("40 МВт", "ru", 4e7, "megawatt"), ("5m tonnes", "en", 5e9, "tonne"),
        ("12 ounces of gold", "en", 12 * 0.0311034768, "troy_ounce"), ("three decades", "en", 946_728_000, "ten_years"),
        ("$2 per pound", "en", 2 / 0.45359237, "CUR:DOLLAR"), ("30 Fuß", "de", 9.144, "foot"),
    ],
)  # fmt: skip
def test_an_amount_is_what_a_press_release_means_by_it(text: str, language: str, value: float, unit: str) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert (found.value, found.unit.name) == (pytest.approx(value, rel=1e-5), unit)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The ship lost 1,000 barrels of oil.", "The ship lost 159,000 litres of oil.", Verdict.AGREEMENT),
        ("The ship lost 1,000 barrels of oil.", "The ship lost 119,000 litres of oil.", Verdict.CONTRADICTION),
        ("The tank held 1,000 gallons.", "The tank held 4,546 litres.", Verdict.AGREEMENT),
        ("The tank held 1,000 gallons.", "The tank held 3,785 litres.", Verdict.AGREEMENT),
        ("The tank held 1,000 gallons.", "The tank held 7,000 litres.", Verdict.CONTRADICTION),
        ("The tank held 1,000 imperial gallons.", "The tank held 3,785 litres.", Verdict.CONTRADICTION),
        ("The mine sold 1,000 tons of coal.", "The mine sold 907 tonnes of coal.", Verdict.AGREEMENT),
        ("The mine sold 1,000 tons of coal.", "The mine sold 1,016 tonnes of coal.", Verdict.AGREEMENT),
        ("The mine sold 1,000 tons of coal.", "The mine sold 800 tonnes of coal.", Verdict.CONTRADICTION),
        ("The mine sold 1,000 tons of coal.", "The mine sold 907 tons of coal.", Verdict.CONTRADICTION),
        ("The fee is 20 cents.", "The fee is $0.20.", Verdict.AGREEMENT),
        ("The brewery sold 1,000 barrels of beer.", "The brewery sold 159,000 litres of beer.", Verdict.UNCLEAR),
        ("The brewery sold 1,000 barrels of beer.", "The brewery sold 163,659 litres of beer.", Verdict.AGREEMENT),
        ("The brewery sold 1,000 barrels of beer.", "The brewery sold 20,000 litres of beer.", Verdict.CONTRADICTION),
        ("The brewery sold 1,000 barrels of beer.", "The brewery sold 1,000 barrels.", Verdict.AGREEMENT),
        ("The brewery sold 1,000 barrels of beer.", "The brewery sold 800 barrels.", Verdict.CONTRADICTION),
        ("The firm sold 1,000 UK barrels of beer.", "The firm sold 163,659 litres of beer.", Verdict.AGREEMENT),
        ("The firm sold 1,000 UK barrels of beer.", "The firm sold 117,348 litres of beer.", Verdict.CONTRADICTION),
        ("The firm sold 1,000 US barrels of beer.", "The firm sold 117,348 litres of beer.", Verdict.AGREEMENT),
        ("The firm sold 1,000 US oil barrels.", "The firm sold 159,000 litres.", Verdict.AGREEMENT),
        ("The firm sold 1,000 barrels of wine.", "The firm sold 159,000 litres of wine.", Verdict.UNCLEAR),
        ("The firm sold 1,000 barrels of wine.", "The firm sold 900 litres of wine.", Verdict.CONTRADICTION),
        ("The farm sold 1,000 bushels of wheat.", "The farm sold 27.2 tonnes of wheat.", Verdict.AGREEMENT),
        ("The farm sold 1,000 bushels of corn.", "The farm sold 25.4 tonnes of corn.", Verdict.AGREEMENT),
        ("The farm sold 1,000 bushels of corn.", "The farm sold 40 tonnes of corn.", Verdict.CONTRADICTION),
        ("The farm sold 1,000 bushels of wheat.", "The farm sold 1,000 bushels.", Verdict.AGREEMENT),
        ("The price was $6 a bushel.", "The price of wheat was $6 a bushel.", Verdict.AGREEMENT),
        ("The pit sold 200 hundredweight of coal.", "The pit sold 10,160 kilograms of coal.", Verdict.AGREEMENT),
        ("The pit sold 200 hundredweight of coal.", "The pit sold 9,072 kilograms of coal.", Verdict.AGREEMENT),
        ("The pit sold 200 hundredweight of coal.", "The pit sold 7,000 kilograms of coal.", Verdict.CONTRADICTION),
        ("The farm sold 100 stone of wool.", "The farm sold 400 kilograms of wool.", Verdict.UNCLEAR),
        ("The thieves took 12 ounces.", "The thieves took 12 ounces of gold.", Verdict.AGREEMENT),
        ("The thieves took 12 ounces of gold.", "The thieves took 373 grams of gold.", Verdict.AGREEMENT),
        ("The thieves took 12 ounces of gold.", "The thieves took 340 grams of gold.", Verdict.CONTRADICTION),
        ("The fee is 80 pence.", "The fee is £0.80.", Verdict.AGREEMENT),
        ("The fee is 80 pence.", "The fee is £8.", Verdict.CONTRADICTION),
        ("The grant was 5 million kronor.", "The grant was SEK 5 million.", Verdict.AGREEMENT),
        ("The grant was 5 million Swedish crowns.", "The grant was 5 million Danish crowns.", Verdict.CONTRADICTION),
    ],
)
def test_amounts_are_the_same_only_where_one_reading_of_their_units_makes_them_so(
    left: str, right: str, verdict: Verdict
) -> None:
    assert judge_pair(left, right, CompareOptions(languages=("en", "en"), use_model=False)).link.verdict is verdict


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("1000 баррелей пива", "ru", "untold_beer_barrel"), ("1000 баррелей нефти", "ru", "oil_barrel"),
        ("1 000 barils de bière", "fr", "untold_beer_barrel"), ("1 000 barils de brut", "fr", "oil_barrel"),
        ("1000 barriles de cerveza", "es", "untold_beer_barrel"), ("1000 Barrel Bier", "de", "untold_beer_barrel"),
        ("1000 Barrel Rohöl", "de", "oil_barrel"), ("1000 бушелей пшеницы", "ru", "wheat_bushel"),
        ("1 000 boisseaux de maïs", "fr", "corn_bushel"), ("12 унция алтын", "kk", "troy_ounce"),
        ("1,000 barrels of beer at an oil firm", "en", "untold_beer_barrel"),
    ],
)  # fmt: skip
def test_the_goods_tell_which_barrel_bushel_or_ounce_is_meant(text: str, language: str, unit: str) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert found.unit.name == unit


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Two bars were closed.", "en", ""), ("The boiler ran at 12 bars of pressure.", "en", "bar"),
        ("It ran at 2.5 bars.", "en", "bar"), ("He got 12 marks.", "en", ""),
        ("The fine was 500 marks.", "en", "CUR:MARK"), ("Two feet were amputated.", "en", ""),
        ("The wall is 30 feet high.", "en", "foot"), ("Two yards were closed.", "en", ""),
        ("It stood 200 yards away.", "en", "yard"), ("Two stones were thrown.", "en", ""),
        ("He weighs 12 stone.", "en", "stone"), ("They seized 200 pounds of cocaine.", "en", "pound"),
        ("He paid 200 pounds.", "en", "CUR:GBP"), ("It runs 7 metro stations.", "en", ""),
        ("300 жылқы бар", "kk", ""), ("5 еуропалық ел", "kk", ""), ("Обезврежено 5 мин.", "ru", ""),
        ("Открыто 5 узлов связи.", "ru", ""), ("Zwei Bars schlossen.", "de", ""),
        ("Cinq livres ont paru.", "fr", ""), ("A 5G network opened in 4 towns.", "en", ""),
    ],
)  # fmt: skip
def test_a_word_is_a_unit_only_where_its_language_and_the_text_show_it(text: str, language: str, unit: str) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert found.unit.name == unit
