"""A unit is one value: known by its name, equal to itself alone, in order, and asked instead of its name."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.units import (
    BARE,
    BASIS_POINT,
    COUNT,
    LENGTH,
    MASS,
    MONEY,
    NONE,
    PER_MILLE,
    PERCENT,
    SHARE,
    TIME,
    UNITS,
    Unit,
    dimension,
    told_per,
    unit,
)
from statement_compare.errors import StatementCompareError

EVERY = (
    *sorted(UNITS),
    NONE,
    PERCENT,
    PER_MILLE,
    BASIS_POINT,
    unit("verst**2"),
    unit("meter/hour"),
    told_per("inmate"),
)


@pytest.mark.parametrize("name", ["metre", "EUR", "CUR:XXX", "tonne**2", "meter**", "hour/hour", "inmate", " meter"])
def test_a_wrong_name_fails_in_words(name: str) -> None:
    with pytest.raises(StatementCompareError) as caught:
        unit(name)
    assert str(caught.value) == f"{name!r} is no unit: resources/units.tsv has no row of that name"


def test_one_name_is_one_value_however_it_is_reached() -> None:
    assert unit("meter") is unit("meter")
    assert unit("meter").raised(2) is unit("meter**2")
    assert unit("mile").an_hour() is unit("mile/hour")
    assert unit("") is NONE
    assert unit("%") is PERCENT
    assert told_per("day") is unit("day")
    assert told_per("inmate") is told_per("inmate")


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_a_copy_and_what_came_through_another_process_are_the_same_value(one: Unit) -> None:
    assert pickle.loads(pickle.dumps(one)) is one
    assert copy.deepcopy(one) is one
    assert pickle.loads(pickle.dumps(one.dimension)) is one.dimension
    assert eval(repr(one), {"unit": unit, "told_per": told_per}) is one


def test_units_are_equal_to_themselves_alone() -> None:
    assert len(set(EVERY)) == len(EVERY)
    assert unit("meter") != unit("mile")
    assert unit("meter") != "meter"
    assert told_per("bp") != BASIS_POINT
    assert TIME != "[time]"


def test_units_are_in_the_order_of_their_names() -> None:
    assert sorted([unit("mile"), NONE, unit("CUR:USD"), unit("CUR:EUR")]) == [
        NONE, unit("CUR:EUR"), unit("CUR:USD"), unit("mile"),
    ]  # fmt: skip
    assert unit("mile") >= unit("meter") > NONE
    assert sorted([TIME, BARE, COUNT]) == [BARE, TIME, COUNT]
    with pytest.raises(TypeError):
        _ = unit("mile") < "mile"
    with pytest.raises(TypeError):
        _ = COUNT < "count"


def test_a_unit_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        unit("meter").name = "mile"  # type: ignore[misc]


def test_money_has_a_code_and_no_size() -> None:
    euro = unit("CUR:EUR")
    assert (euro.is_money, euro.code, euro.dimension) == (True, "EUR", MONEY)
    assert (euro.is_measure, euro.size, euro.in_base(12.5)) == (False, 1, 12.5)
    assert [each.name for each in EVERY if each.is_money] == [each.name for each in EVERY if each.name[:4] == "CUR:"]
    assert [each for each in EVERY if bool(each.code) != each.is_money] == []


def test_a_coin_is_a_part_of_its_currency_and_a_cent_of_none_that_is_told() -> None:
    assert unit("CUR:PENCE").coin_of == (unit("CUR:GBP"), 0.01)
    cent = unit("CUR:CENT")
    assert cent.coin_of == (cent, 0.01)
    assert unit("CUR:EUR") in cent.readings
    assert unit("CUR:EUR").coin_of is None


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (NONE, BARE), (PERCENT, SHARE), (PER_MILLE, SHARE), (BASIS_POINT, SHARE), (unit("year"), TIME),
        (unit("verst"), LENGTH), (unit("untold_ton"), MASS), (told_per("inmate"), COUNT),
        (unit("mile/hour"), dimension("[length] / [time]")), (unit("hertz"), dimension("1 / [time]")),
        (unit("becquerel"), dimension("radioactivity")), (unit("megabit"), unit("byte").dimension),
    ],
    ids=repr,
)  # fmt: skip
def test_what_a_unit_measures(one: Unit, expected: object) -> None:
    assert one.dimension is expected


def test_a_size_is_that_of_the_base_unit_and_one_for_what_is_no_measure() -> None:
    assert unit("verst").size == pytest.approx(1066.8)
    assert unit("kilometer").raised(2).in_base(3) == pytest.approx(3e6)
    assert unit("degree_Fahrenheit").in_base(5) == pytest.approx(-15)
    assert (NONE.size, PERCENT.size, told_per("inmate").size) == (1, 1, 1)


def test_a_share_and_a_thing_are_no_measure_and_a_period_is_one() -> None:
    assert [each.name for each in EVERY if not (each.is_measure or each.is_money)] == ["", "%", "‰", "bp", "inmate"]
    assert (unit("day").is_period, unit("day").is_measure, unit("meter").is_period) == (True, True, False)


def test_what_is_told_of_units_by_name_is_told_of_rows_of_the_table() -> None:
    assert sorted(each.name for each in UNITS if each.is_period) == [
        "day", "hour", "minute", "month", "quarter_year", "second", "ten_years", "week", "year",
    ]  # fmt: skip
    assert sorted(each.name for each in UNITS if each.is_length) == [
        "centimeter", "foot", "inch", "kilometer", "meter", "mile", "millimeter", "verst", "yard",
    ]  # fmt: skip
    assert {each.dimension for each in UNITS if each.is_length} == {LENGTH}
    assert {each.country for each in UNITS} == {"", "imperial", "us"}


def test_degrees_have_a_unit_of_their_change() -> None:
    change = unit("degree_Celsius").of_a_change
    assert change is unit("delta_degree_Celsius")
    assert (change.is_of_a_change, unit("degree_Celsius").is_of_a_change) == (True, False)
    assert unit("meter").of_a_change is None


def test_units_of_one_word_differ_by_goods_and_not_by_country() -> None:
    assert unit("oil_barrel").goes_by_one_word_with(unit("goods_barrel"))
    assert unit("meter").goes_by_one_word_with(unit("meter"))
    assert not unit("us_beer_barrel").goes_by_one_word_with(unit("imperial_beer_barrel"))
    assert not unit("meter").goes_by_one_word_with(unit("mile"))
    assert unit("oil_barrel") in unit("untold_barrel").told_with_goods


def test_a_size_that_hangs_on_the_goods_is_open() -> None:
    assert unit("goods_barrel").open_size == (0.6, 1.7)
    assert not unit("goods_barrel").has_usual_size
    assert unit("wheat_bushel").has_usual_size
    assert unit("tonne").open_size == (1, 1)


def test_every_unit_that_another_may_mean_is_one_of_the_table() -> None:
    for one in UNITS:
        assert {*one.readings, *one.told_with_goods} <= UNITS, one
        assert one.coin_of is None or one.coin_of[0] in UNITS, one


@pytest.mark.parametrize(
    ("text", "told", "per"),
    [
        ("It costs 40 euros a day.", unit("CUR:EUR"), unit("day")),
        ("It costs 40 euros per inmate.", unit("CUR:EUR"), told_per("inmat")),
        ("There were 40 inmates.", NONE, NONE),
        ("It rose by 40 per cent.", PERCENT, NONE),
        ("It rose by 40 per thousand.", PER_MILLE, NONE),
        ("It rose by 40 basis points.", BASIS_POINT, NONE),
    ],
)
def test_an_amount_has_units_as_values(text: str, told: Unit, per: Unit) -> None:
    (found,) = quantities(lone_reading(text, "en"))
    assert (found.unit, found.per) == (told, per)


def test_pint_is_loaded_only_where_a_temperature_is_converted() -> None:
    code = (
        "import sys; from statement_compare.engine.annotate.units import unit; from statement_compare.engine import "
        "pipeline; assert unit('CUR:EUR').dimension.name == 'money'; print('pint' in sys.modules); "
        "unit('mile').size; print('pint' in sys.modules); unit('degree_Celsius').size; print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]
