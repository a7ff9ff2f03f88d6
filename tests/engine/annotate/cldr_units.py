"""What Unicode CLDR calls the units of the program's tables, as babel carries it."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from statement_compare.engine.annotate.unit_words import LANGUAGES

CLDR_OF_BABEL = "2.19."
# The unit of our tables by CLDR's name of it. CLDR's ton is the American one, its gallon and pint too.
CLDR_UNITS = {
    "area-acre": "acre", "area-hectare": "hectare", "area-square-kilometer": "kilometer**2",
    "area-square-meter": "meter**2", "area-square-centimeter": "centimeter**2", "area-square-foot": "foot**2",
    "area-square-inch": "inch**2", "area-square-mile": "mile**2", "area-square-yard": "yard**2",
    "concentr-part-per-1e6": "ppm", "concentr-part-per-1e9": "ppb",
    "digital-byte": "byte", "digital-gigabit": "gigabit", "digital-gigabyte": "gigabyte", "digital-megabit": "megabit",
    "digital-megabyte": "megabyte", "digital-terabyte": "terabyte",
    "duration-day": "day", "duration-decade": "ten_years", "duration-hour": "hour", "duration-minute": "minute",
    "duration-month": "month", "duration-quarter": "quarter_year", "duration-second": "second", "duration-week": "week",
    "duration-year": "year",
    "electric-ampere": "ampere", "electric-volt": "volt", "energy-becquerel": "becquerel",
    "energy-british-thermal-unit": "british_thermal_unit", "energy-kilowatt-hour": "kilowatt_hour",
    "frequency-gigahertz": "gigahertz", "frequency-hertz": "hertz", "frequency-kilohertz": "kilohertz",
    "frequency-megahertz": "megahertz",
    "length-centimeter": "centimeter", "length-fathom": "fathom", "length-foot": "foot", "length-inch": "inch",
    "length-kilometer": "kilometer", "length-meter": "meter", "length-micrometer": "micrometer", "length-mile": "mile",
    "length-millimeter": "millimeter", "length-nautical-mile": "nautical_mile", "length-yard": "yard",
    "mass-carat": "carat", "mass-gram": "gram", "mass-kilogram": "kilogram", "mass-microgram": "microgram",
    "mass-milligram": "milligram", "mass-ounce": "ounce", "mass-ounce-troy": "troy_ounce", "mass-pound": "pound",
    "mass-stone": "stone", "mass-ton": "short_ton", "mass-tonne": "tonne",
    "power-gigawatt": "gigawatt", "power-horsepower": "metric_horsepower", "power-kilowatt": "kilowatt",
    "power-megawatt": "megawatt", "power-milliwatt": "milliwatt", "power-watt": "watt",
    "pressure-bar": "bar", "pressure-kilopascal": "kilopascal", "pressure-megapascal": "megapascal",
    "pressure-pascal": "pascal",
    "speed-kilometer-per-hour": "kilometer/hour", "speed-knot": "knot", "speed-mile-per-hour": "mile/hour",
    "temperature-celsius": "degree_Celsius", "temperature-fahrenheit": "degree_Fahrenheit",
    "volume-barrel": "untold_barrel", "volume-bushel": "bushel", "volume-cubic-centimeter": "centimeter**3",
    "volume-cubic-foot": "foot**3", "volume-cubic-inch": "inch**3", "volume-cubic-kilometer": "kilometer**3",
    "volume-cubic-meter": "meter**3", "volume-cubic-mile": "mile**3", "volume-cubic-yard": "yard**3",
    "volume-gallon": "untold_gallon", "volume-gallon-imperial": "imperial_gallon", "volume-hectoliter": "hectoliter",
    "volume-liter": "liter", "volume-megaliter": "megaliter", "volume-milliliter": "milliliter",
    "volume-pint": "untold_pint", "volume-pint-imperial": "imperial_pint",
}  # fmt: skip

# A name of CLDR may be read as this unit instead: its gallon is the American one, where the press leaves it open.
ALSO = {"untold_barrel": "oil_barrel", "untold_gallon": "us_gallon", "untold_pint": "us_pint"}
# Words of our tables that CLDR has for another unit, and why ours stands.
READ_OTHERWISE = {
    "untold_ton": "a ton of which no more is told may be any of three", "kilotonne": "carats are not measured in kt",
    "oil_barrel": "bbl is the oil trade's sign", "hour": "an h is an hour more often than a henry",
    "CUR:GBP": "money, unless the text shows a weight", "gram": "a g is a gram more often than the earth's pull",
    "tonne": "the press means a metric ton", "metric_pound": "a Pfund of the German press is half a kilogram",
    "meter**3": "mc is the cubic metre of the Italian press",
    "degree_Celsius": "gradi of which no more is told are Celsius",
}  # fmt: skip


def units_by_name(language: str) -> dict[str, set[str]]:
    """CLDR's units by name in a language, in the notation of our tables.

    A unit that is not in `CLDR_UNITS` goes by CLDR's name without its group: "length-furlong" is "furlong".
    """
    found: dict[str, set[str]] = {}
    for unit in Locale.parse(language)._data["unit_patterns"]:
        for name in cldr_names(unit, language):
            found.setdefault(name.casefold().replace(" ", "_"), set()).add(
                CLDR_UNITS.get(unit) or unit.partition("-")[2].replace("-", "_")
            )
    return found


def cldr_names(unit: str, language: str) -> list[str]:
    """What follows a figure in CLDR's long and short patterns of a unit, in all plural forms, the long ones first."""
    patterns = Locale.parse(language)._data["unit_patterns"].get(unit, {})
    names: dict[str, None] = {}
    for width in ("long", "short"):
        for form, pattern in patterns.get(width, {}).items():
            if form in {"zero", "one", "two", "few", "many", "other"} and isinstance(pattern, str):
                names[pattern.replace("{0}", "").replace("\xa0", " ").replace("\u202f", " ").strip()] = None
    return list(names)


def all_names() -> Iterator[tuple[str, str, str]]:
    """Each unit of our tables with a language and a name of CLDR in it."""
    for cldr, unit in CLDR_UNITS.items():
        for language in LANGUAGES:
            for name in cldr_names(cldr, language):
                yield unit, language, name
