"""What a unit is: what it measures, how large it is, whether it is money, and which other units its name may mean.

Each unit is one value, made once of a row of `resources/units.tsv`; pint is asked only where a size or a dimension is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, total_ordering
from typing import Final
from weakref import WeakValueDictionary

from statement_compare.engine.annotate import measures
from statement_compare.engine.annotate.unit_table import MONEY as _MONEY
from statement_compare.engine.annotate.unit_table import ROWS
from statement_compare.errors import StatementCompareError


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Dimension:
    """What may be compared with what. Made by `dimension` alone, so that two of one name are one value."""

    name: str

    def __lt__(self, other: object) -> bool:
        return self.name < other.name if isinstance(other, Dimension) else NotImplemented

    def __reduce__(self) -> tuple[Callable[[str], Dimension], tuple[str]]:
        return dimension, (self.name,)

    def __repr__(self) -> str:
        return f"dimension({self.name!r})"


@cache
def dimension(name: str) -> Dimension:
    """The dimension of that name; those of pint are called as pint calls them ("[length] / [time]")."""
    return Dimension(name)


BARE: Final = dimension("")  # of a figure of which nothing tells what it measures or counts
COUNT: Final = dimension("count")
MONEY: Final = dimension("money")
SHARE: Final = dimension("share")  # per cent, and parts of a whole told as per cent
POINTS: Final = dimension("points")  # per cent of the whole, not of the share before
FACTOR: Final = dimension("factor")
SCORE: Final = dimension("score")
TIME: Final = dimension("[time]")
LENGTH: Final = dimension("[length]")
MASS: Final = dimension("[mass]")


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True, weakref_slot=True)
class Unit:
    """A unit of `resources/units.tsv`, a sign of shares, a thing counted ("per inmate"), or `NONE`.

    Made by `unit` and `told_per` alone, so that two of one name are one value and `is` holds between them.
    `name` is what reports and tables call it: pint's name, "CUR:" and a code for money, "%", a thing's stem, "".
    """

    name: str
    code: str = ""  # of money: "EUR"
    is_share: bool = False  # "%", "‰", "bp"
    is_period: bool = False  # what "a day" and "a year" divide by
    is_length: bool = False  # may be squared and cubed
    is_thing: bool = False  # no unit at all: the stem of what a rate is told per
    country: str = ""  # "imperial", "us", where the name itself tells whose it is

    @property
    def is_money(self) -> bool:
        return self.code != ""

    @property
    def is_measure(self) -> bool:
        """Whether it has a size: neither money nor a share, a thing, or none."""
        return self.code == "" and not self.is_share and not self.is_thing and self.name != ""

    @property
    def dimension(self) -> Dimension:
        """What it measures; `BARE` where there is no unit."""
        return COUNT if self.is_thing else _dimension_of(self)

    @property
    def size(self) -> float:
        """One of it in the base unit of its dimension, as what a rate is divided by: above nought for every unit.

        It is 1 for what is no measure: so much per inmate is not converted.
        """
        return _size_of(self) if self.is_measure else 1.0

    def in_base(self, value: float) -> float:
        """So many of it in the base unit of its dimension (degrees Celsius for temperatures).

        Money, shares and bare figures stay as they are.
        """
        return measures.to_base(value, self.name) if self.is_measure else value

    @property
    def readings(self) -> tuple[Unit, ...]:
        """The units or currencies that share its name: of the ton the tonne, the short ton and the long ton.

        The other side's amounts tell which is meant, else it is the first.
        """
        return _READINGS.get(self, ())

    @property
    def told_with_goods(self) -> tuple[Unit, ...]:
        """The units of the same word that tell what is measured: of a barrel those of oil, of beer, of other goods."""
        return _ONE_WORD.get(self, ())

    def goes_by_one_word_with(self, other: Unit) -> bool:
        """Whether both are called alike and differ by what is measured: barrels of oil and of beer.

        Not so two that the text tells apart itself, as British and American barrels of beer.
        """
        if self is other:
            return True
        word = _WORD_OF.get(self)
        is_told = {self.country, other.country} == {"imperial", "us"}
        return word is not None and word is _WORD_OF.get(other) and not is_told

    @property
    def open_size(self) -> tuple[float, float]:
        """The least and the most that one of it may be, in what `in_base` makes of it."""
        return _OPEN_SIZES.get(self, (1.0, 1.0))

    @property
    def has_usual_size(self) -> bool:
        """Whether the size used here is likelier than another, where the text does not tell it in full."""
        return self not in _NO_USUAL_SIZE

    @property
    def coin_of(self) -> tuple[Unit, float] | None:
        """Of a coin the currency, and the part of it that the coin is; whose cent it is may stay open."""
        return _COINS.get(self)

    @property
    def of_a_change(self) -> Unit | None:
        """Of degrees the unit in which a change of as many is told: 5 °F is -15 °C, a rise by 5 °F one by 2.8 °C."""
        return _OF_A_CHANGE.get(self)

    @property
    def is_of_a_change(self) -> bool:
        return self in _OF_A_CHANGE.values()

    def raised(self, power: float) -> Unit:
        """A length squared or cubed."""
        return unit(f"{self.name}**{power:g}")

    def an_hour(self) -> Unit:
        """The speed of so many of a length an hour."""
        return unit(f"{self.name}/hour")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Unit):
            return NotImplemented
        return (self.name, self.is_thing) < (other.name, other.is_thing)

    def __reduce__(self) -> tuple[Callable[[str], Unit], tuple[str]]:
        return told_per if self.is_thing else unit, (self.name,)

    def __repr__(self) -> str:
        return f"{'told_per' if self.is_thing else 'unit'}({self.name!r})"


_SHARES: Final = ("%", "‰", "bp")
# Units that no text names by themselves.
_CHANGES: Final = ("delta_degree_Celsius", "delta_degree_Fahrenheit")
_PERIODS: Final = frozenset({"quarter_year", "second", "minute", "hour", "day", "week", "month", "year", "ten_years"})
# What may be squared or cubed: "per square metre"; there are no square degrees here.
_LENGTHS: Final = frozenset({"kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard", "verst"})
_SPEEDS: Final = frozenset({"kilometer/hour", "mile/hour", "meter/hour"})
_COUNTRIES: Final = ("imperial", "us")


def _made(name: str) -> Unit:
    country = name.partition("_")[0]
    return Unit(
        name=name,
        code=name.removeprefix(_MONEY) if name.startswith(_MONEY) else "",
        is_share=name in _SHARES,
        is_period=name in _PERIODS,
        is_length=name in _LENGTHS,
        country=country if country in _COUNTRIES else "",
    )


_BY_NAME: Final = {name: _made(name) for name in ("", *_SHARES, *(row.unit for row in ROWS), *_CHANGES)}


def unit(name: str) -> Unit:
    """The unit of that name; StatementCompareError for a name that `resources/units.tsv` does not have."""
    found = _BY_NAME.get(name)
    if found is None:
        length, _, power = name.partition("**")
        if not (name in _SPEEDS or (length in _LENGTHS and power.isdecimal())):
            raise StatementCompareError(
                "units.unknown", f"{name!r} is no unit: resources/units.tsv has no row of that name"
            )
        found = _BY_NAME.setdefault(name, _made(name))
    return found


def told_per(stem: str) -> Unit:
    """What a rate is told per by a word: the measure of that name, else the thing itself ("per inmate")."""
    known = _BY_NAME.get(stem)
    return known if known is not None and known.is_measure else _thing(stem)


NONE: Final = unit("")
PERCENT: Final = unit("%")
PER_MILLE: Final = unit("‰")
BASIS_POINT: Final = unit("bp")
UNITS: Final = frozenset(unit(row.unit) for row in ROWS)

# Words of texts are not kept longer than the amounts that are told per them.
_THINGS: Final[WeakValueDictionary[str, Unit]] = WeakValueDictionary()


def _thing(stem: str) -> Unit:
    return _THINGS.get(stem) or _THINGS.setdefault(stem, Unit(name=stem, is_thing=True))


@cache
def _dimension_of(one: Unit) -> Dimension:
    if one.is_money:
        return MONEY
    if one.is_share:
        return SHARE
    return dimension(measures.dimension(one.name)) if one.name else BARE


@cache
def _size_of(one: Unit) -> float:
    if one.of_a_change is not None:
        return one.in_base(1.0) - one.in_base(0.0)  # "per degree": the step, not the temperature of one degree
    return one.in_base(1.0)


def _by_unit(names: Mapping[str, Iterable[str]]) -> dict[Unit, tuple[Unit, ...]]:
    return {unit(name): tuple(unit(each) for each in others) for name, others in names.items()}


# A name that several units or currencies share, and these.
_READINGS: Final = _by_unit({
    "untold_ton": ("tonne", "short_ton", "long_ton"),
    "untold_gallon": ("us_gallon", "imperial_gallon"),
    "untold_pint": ("imperial_pint", "us_pint"),
    "untold_beer_barrel": ("imperial_beer_barrel", "us_beer_barrel"),
    "untold_hundredweight": ("imperial_hundredweight", "us_hundredweight"),
    "bushel": ("bushel", "imperial_bushel"),
    "CUR:DOLLAR": ("CUR:USD", "CUR:CAD", "CUR:AUD"),
    "CUR:FRANC": ("CUR:CHF", "CUR:CFA"),
    "CUR:CROWN": ("CUR:SEK", "CUR:NOK", "CUR:DKK", "CUR:CZK"),
    "CUR:LIRA": ("CUR:TRY",),
    "CUR:RUPEE": ("CUR:INR", "CUR:PKR"),
    "CUR:PESO": ("CUR:MXN", "CUR:ARS"),
    "CUR:YEN_SIGN": ("CUR:JPY", "CUR:CNY"),
    "CUR:CENT": ("CUR:EUR", "CUR:USD", "CUR:DOLLAR", "CUR:CAD", "CUR:AUD", "CUR:ZAR", "CUR:CHF", "CUR:MXN"),
})  # fmt: skip
# Units of one name that differ in size by goods or country ("barrel"), under the one of which neither is told. A
# side that says "1,000 barrels" means the barrels of the other's "1,000 barrels of beer".
_ONE_WORD: Final = _by_unit({
    "untold_barrel": (
        "oil_barrel", "goods_barrel", "untold_beer_barrel", "imperial_beer_barrel", "us_beer_barrel",
    ),
    "untold_beer_barrel": ("imperial_beer_barrel", "us_beer_barrel"),
    "untold_hundredweight": ("imperial_hundredweight", "us_hundredweight"),
    "bushel": ("imperial_bushel", "wheat_bushel", "corn_bushel", "barley_bushel", "oat_bushel"),
    "ounce": ("troy_ounce",),
    "stone": ("goods_stone",),
})  # fmt: skip
_WORD_OF: Final = {each: word for word, others in reversed(_ONE_WORD.items()) for each in (word, *others)}
# Units whose size the text does not tell in full, and the least and most that it may be in the size used here: a
# barrel of wine holds from 100 to 270 litres, a bushel of wheat weighs 60 pounds or in Britain 63.
_OPEN_SIZES: Final[dict[Unit, tuple[float, float]]] = {
    unit("untold_beer_barrel"): (0.71, 1.0), unit("goods_barrel"): (0.6, 1.7), unit("goods_stone"): (0.35, 1.75),
    unit("wheat_bushel"): (1.0, 1.06), unit("barley_bushel"): (1.0, 1.2), unit("oat_bushel"): (1.0, 1.35),
}  # fmt: skip
# Of these the size used here is no more likely than another.
_NO_USUAL_SIZE: Final = frozenset({unit("untold_beer_barrel"), unit("goods_barrel"), unit("goods_stone")})
# A currency's coin in the currency.
_COINS: Final = {
    unit("CUR:CENT"): (unit("CUR:CENT"), 0.01),
    unit("CUR:EUROCENT"): (unit("CUR:EUR"), 0.01),
    unit("CUR:PENCE"): (unit("CUR:GBP"), 0.01),
    unit("CUR:KOPECK"): (unit("CUR:RUB"), 0.01),
}
# A level's unit and the unit of a change on the same scale.
_OF_A_CHANGE: Final = {
    unit("degree_Celsius"): unit("delta_degree_Celsius"), unit("degree_Fahrenheit"): unit("delta_degree_Fahrenheit"),
}  # fmt: skip
