"""What a unit is called in six languages, and how units of one dimension convert into each other (by pint)."""

from __future__ import annotations

from functools import lru_cache

import pint

# Each row: a pint unit or "CUR:code", a colon-free list of forms. A form that ends in * is a beginning of a word.
_ROWS = """
kilometer | km kilomet* kilométr* kilómetro* километр* км шақырым*
meter | m metre metres meter meters mètre mètres metro metros metern метр метра метров метре метрах метрами м
meter | метрам метром метру метрге метрден метрді метрдің метрі метрін метрінен
centimeter | cm centimet* zentimeter* centimètr* centímetr* сантиметр* см
millimeter | mm millimet* milímetr* millimètr* миллиметр* мм
micrometer | micrometre* micrometer* micron* µm
mile | mile miles миль мили миля meile meilen milla millas
nautical_mile | nm seemeile* nautical_mile*
foot | foot feet ft фут фута футов fuß
inch | inch inches дюйм*
yard | yard yards
tonne | t tonne tonnes ton tons т тонна тонны тонн тонну тоннах тонна* tonnen tonelada* mt
kiloton | kiloton* kilotonne* kt килотонн*
megaton | megaton* megatonne* мегатонн*
kilogram | kg kilo kilos kilogram* kilogramm* kilogramme* kilogramo* кг килограмм* кило
gram | g gram grams gramme grammes gramm gramo gramos г грамм грамма граммов
milligram | mg milligram* milligramm* miligramo* мг миллиграмм*
microgram | µg μg mcg ug microgram* mikrogramm* microgramo* мкг микрограмм*
nanogram | ng nanogram* nanogramm* нг нанограмм*
pound | lb lbs
ounce | ounce ounces oz
barrel | barrel barrels bbl баррел* barril barriles baril barils баррель
second | second seconds sec secs sekunde sekunden segundo segundos seconde secondes секунд секунды секунду секунда сек с
minute | minute minutes min mins minuten minuto minutos минут* мин
hour | hour hours hr hrs h stunde stunden hora horas heure heures час часа часов часу ч сағат*
day | day days tag tage tagen día días jour jours день дня дней днем сутки суток дн күн күн* тәулік*
week | week weeks woche wochen semana semanas semaine semaines неделя недели недель неделю апта*
month | month months monat monate monaten mes meses mois месяц месяца месяцев месяце ай айдан
year | year years yr yrs jahr jahre jahren año años an ans année années год года лет году жыл*
quarter_year | квартал квартала квартале тоқсанына
decade | decade decades jahrzehnt* década* décennie* десятилети*
hectare | hectare hectares ha hektar hektare hectárea hectáreas га гектар*
acre | acre acres
meter**2 | m² m2 sqm
kilometer**2 | km² km2 sqkm
meter**3 | m³ m3 cbm kubikmeter* кубометр* текшеметр*
liter | l litre litres liter liters litro litros litern л литр литра литров
liter | литрам литрге литрден литрді литрдің литрі литрін
milliliter | ml millilit* мл миллилитр*
hectoliter | hl hectolit* hektoliter*
megaliter | megalit* ml_
gigaliter | gigalit*
gallon | gallon gallons
kilowatt | kw kilowatt kilowatts квт киловатт
megawatt | mw megawatt megawatts megavatio* mégawatt mégawatts мвт мегаватт
gigawatt | gw gigawatt gigawatts гвт гигаватт
watt | w watt watts ватт
milliwatt | milliwatt milliwatts
kilowatt_hour | kwh kilowatt-hour* kilowattstunde* kilovatio* киловатт-час* квт·ч
megawatt_hour | mwh megawatt-hour* megawattstunde* мегаватт-час*
gigawatt_hour | gwh gigawatt-hour* gigawattstunde* гигаватт-час*
terawatt_hour | twh terawatt-hour* terawattstunde* тераватт-час*
kilometer/hour | km/h kmh kph км/ч
mile/hour | mph
knot | knot knots kt_ узел узла узлов knoten nudo nudos nœud nœuds
degree_Celsius | °c celsius
degree_Fahrenheit | °f fahrenheit
decibel | db dba decibel decibels dezibel decibelio* décibel décibels дб децибел*
volt | volt volts
kilovolt | kv kilovolt* кв
hertz | hz hertz
kilohertz | khz kilohertz
megahertz | mhz megahertz
ampere | ampere amperes amp amps
bar | bar bars бар
pascal | pa pascal pascals
kilopascal | kpa kilopascal*
megapascal | mpa megapascal*
byte | byte bytes
megabyte | mb megabyte* мегабайт*
gigabyte | gb gigabyte* гигабайт*
terabyte | tb terabyte* терабайт*
megabit | mbit megabit*
gigabit | gbit gigabit*
megabit/second | mbps
ppm | ppm
ppb | ppb
microsievert | microsievert* µsv
millisievert | millisievert* msv
becquerel | becquerel* bq
container | teu
CUR:EUR | € eur euro euros евро еуро*
CUR:USD | $ usd dollar dollars us$ доллар* dólar dólares долл
CUR:GBP | £ gbp sterling pound_ pounds
CUR:KZT | ₸ kzt tenge tenges тенге теңге*
CUR:RUB | ₽ rub rouble roubles ruble rubles rubel rublo rublos рубль рубля рублей рублем руб коп_
CUR:JPY | ¥ jpy yen иен*
CUR:CNY | cny rmb yuan юан*
CUR:CHF | chf franken franc francs франк*
CUR:CROWN | crown crowns czk kroner krone kroners nok dkk sek krona kronor koruna korunas кроны крон крона kronen
CUR:PLN | zloty zlotys pln злот*
CUR:TRY | lira liras lire try лир
CUR:INR | ₹ rupee rupees inr рупи*
CUR:UAH | ₴ hryvnia* uah гривн* гривен
CUR:PESO | peso pesos песо
CUR:REAL | reais
CUR:RAND | rand zar
CUR:AUD | aud
CUR:CAD | cad
CUR:FORINT | forint forints huf
CUR:LEU | lei leu ron
CUR:SOM | сом сома сомов som soms
CUR:DIRHAM | dirham dirhams
CUR:RIYAL | riyal riyals
CUR:CENT | cent cents
CUR:PENCE | pence penny
CUR:KOPECK | копейка копейки копеек коп kopeck kopecks
CUR:MARK | mark marks
CUR:SHILLING | shilling shillings
CUR:DINAR | dinar dinars
"""
# Signs so short that only a figure right before them makes them a unit, and never a bare word in the text.
_WHOLE: dict[str, str] = {}
_STARTS: list[tuple[str, str]] = []
for _row in _ROWS.strip().splitlines():
    _unit, _forms = (part.strip() for part in _row.split("|"))
    for _form in _forms.split():
        if _form.endswith("*"):
            _STARTS.append((_form[:-1], _unit))
        elif not _form.endswith("_"):
            _WHOLE[_form] = _unit

# A larger unit of a currency in its smaller ones.
SMALLER_COIN = {"CUR:CENT": ("CUR:EUR", 0.01), "CUR:PENCE": ("CUR:GBP", 0.01), "CUR:KOPECK": ("CUR:RUB", 0.01)}


@lru_cache(maxsize=4096)
def unit_of(word: str) -> str | None:
    """The unit a case-folded word names, None if it names none."""
    found = _WHOLE.get(word)
    if found is None:
        found = next((unit for start, unit in _STARTS if word.startswith(start)), None)
    return found


FORMS = {**_WHOLE, **dict(_STARTS)}  # every form or beginning of one, with its unit
# What may be squared or cubed: "per square metre"; there are no square degrees here.
LENGTHS = frozenset({"kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard"})
UNITS = frozenset(_WHOLE.values()) | frozenset(unit for _, unit in _STARTS)


@lru_cache(maxsize=4096)
def is_unit(name: str) -> bool:
    """Whether a name is one of the units here, or one of them to a power ("meter**3")."""
    return name.partition("**")[0] in UNITS and not is_currency(name)


def is_currency(unit: str) -> bool:
    return unit.startswith("CUR:")


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    registry.define("container = []")
    registry.define("quarter_year = 0.25 * year")
    return registry


@lru_cache(maxsize=1024)
def dimension(unit: str) -> str:
    """What kind of thing the unit measures: "[mass]", "money", or the unit itself where no dimension is known."""
    if is_currency(unit):
        return "money"
    if unit in {"ppm", "ppb", "decibel"}:
        return unit[:2] + "*" if unit.startswith("pp") else "decibel"
    return str(_registry().get_dimensionality(unit)) + ("byte" if "byte" in unit or "bit" in unit else "")


@lru_cache(maxsize=8192)
def to_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension (degrees Celsius for temperatures; money stays as it is)."""
    if value in (float("inf"), float("-inf")) or is_currency(unit):
        return value
    if unit in {"ppm", "ppb", "decibel"}:
        return value * (1e-3 if unit == "ppb" else 1.0)
    based = float(_registry().Quantity(value, unit).to_base_units().magnitude)
    return based - 273.15 if unit.startswith("degree_") else based


@lru_cache(maxsize=1024)
def size_of(unit: str) -> float:
    """One of a unit in the base unit of its dimension, as what a rate is divided by; above nought for every unit."""
    if unit.startswith("degree_"):
        return to_base(1.0, unit) - to_base(0.0, unit)  # "per degree": the step, not the temperature of one degree
    return to_base(1.0, unit)
