"""What units and currencies are called in six languages, and which of their names are other words more often."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Each row: a pint unit (with those that `measures` adds) or "CUR:code", signs that every language writes, and the forms
# of each language; names are those of Unicode CLDR with their cases and what the press writes beside them. A form that
# ends in * is the beginning of a word, a "_" in it a space.
_ROWS = """
kilometer | km | en kilomet* | ru километр* км | kk шақырым* | de kilomet* | fr kilomètr* kilométr* | es kilómetro*
meter | m | en metre metres meter meters | de meter metern metre | fr mètre mètres metre | es metro metros
meter | ru метр метра метров метре метрах метрами м метрам метром метру | kk метрге метрден метрді метрдің метрі метрін
meter | kk метрінен
centimeter | cm | en centimet* | ru сантиметр* см | de zentimeter* | fr centimètr* | es centímetr*
millimeter | mm | en millimet* | ru миллиметр* мм | de millimet* | fr millimètr* | es milímetr*
micrometer | µm μm | en micrometre* micrometer* micron microns | ru микрометр* мкм микрон* | de mikrometer*
micrometer | fr micromètre*
micrometer | es micrómetro*
mile | mi | en mile miles | ru миль мили миля милях милю ми | de meile meilen | fr mille_ miles mile | es milla millas
nautical_mile | nmi | en nautical_mile nautical_miles sea_mile sea_miles | de seemeile seemeilen | fr mille_marin
nautical_mile | fr milles_marins milles_nautiques mille_nautique | es milla_náutica millas_náuticas milla_marina
nautical_mile | ru морская_миля морские_мили морских_миль морских_мили морской_мили
nautical_mile | es millas_marinas | de sm | kk теңіз_милі
foot | ft | en foot feet | ru фут фута футов фт | fr pi | de fuß | fr pied pieds | es pie pies
foot**2 | fr pi² | ru фт²
foot**3 | fr pi³ | ru фт³
mile**2 | fr milles_carrés
mile**3 | fr milles_cubes
inch**2 | in² | fr po²
inch**3 | in³ | fr po³
inch | fr po | en inch inches | ru дюйм* | de zoll | fr pouce pouces | es pulgada pulgadas
yard | yd | en yard yards | ru ярд ярда ярдов | de yard yards | fr yard yards | es yarda yardas
fathom | es braza brazas
fathom | fr brasse brasses
fathom | en fathom fathoms | ru морских_саженей морских_сажени морская_сажень морской_сажени | de faden
verst | en verst versts verste verstes | ru верста версты верст версту верстах верстами | de werst | fr verste verstes
verst | es versta verstas
tonne | t | en tonne tonnes metric_ton metric_tons mt metric_tonne metric_tonnes | ru т тонна тонны тонн тонну тоннах
tonne | es tonelada toneladas
tonne | kk метрлік_тонна | ru тонна* | de tonne tonnen | fr tonne tonnes tonne_métrique tonnes_métriques
tonne | es tonelada_métrica toneladas_métricas
untold_ton | en ton tons
short_ton | sh_tn | ru американская_тонна американской_тонны американские_тонны
short_ton | en short_ton short_tons us_ton us_tons u.s._tons | ru американских_тонн короткая_тонна коротких_тонн
short_ton | de short_ton short_tons | fr tonne_courte tonnes_courtes | es tonelada_corta toneladas_cortas
long_ton | en long_ton long_tons imperial_ton imperial_tons | ru длинная_тонна длинных_тонн английских_тонн
long_ton | de long_ton long_tons | fr tonne_longue tonnes_longues | es tonelada_larga toneladas_largas
kilotonne | kt | en kiloton kilotons kilotonne* | ru килотонн* | de kilotonne* | fr kilotonne* | es kilotonelada*
megatonne | en megaton megatons megatonne* | ru мегатонн* | de megatonne* | fr mégatonne* | es megatonelada*
kilogram | kg | en kilo kilos kilogram* | ru кг килограмм* кило | de kilo kilos kilogramm* | fr kilo kilos kilogramme*
kilogram | es kilo kilos kilogramo*
gram | g | en gram grams gramme grammes | ru г грамм грамма граммов | de gramm | fr gramme grammes | es gramo gramos
milligram | mg | en milligram* | ru мг миллиграмм* | de milligramm* | fr milligramme* | es miligramo*
microgram | µg μg mcg ug | en microgram* | ru мкг микрограмм* | de mikrogramm* | fr microgramme* | es microgramo*
nanogram | ng | en nanogram* | ru нг нанограмм* | de nanogramm* | fr nanogramme* | es nanogramo*
quintal | en quintal quintals | ru центнер центнера центнеров ц | kk центнер | de doppelzentner dezitonne dezitonnen
quintal | fr quintal quintaux | es quintal quintales
zentner | de zentner
pood | en pood poods | ru пуд пуда пудов | de pud | fr poud pouds
pound | lb lbs
metric_pound | de pfund
stone | en stone stones | ru стоун стоуна стоунов | de stone | fr stone | es stone
ounce | oz | en ounce ounces | ru унция унции унций унцию унц | de unze unzen | fr once onces | es onza onzas
troy_ounce | oz_t | kk трой_унциясы
troy_ounce | en troy_ounce troy_ounces | ru тройская_унция тройской_унции тройские_унции тройских_унций
troy_ounce | de feinunze feinunzen
troy_ounce | fr once_troy onces_troy | es onza_troy onzas_troy
carat | en carat carats | ru карат карата каратов кар | de karat | fr carat carats | es quilate quilates
untold_barrel | en barrel barrels | ru баррел* барр | de barrel barrels | fr baril barils | es barril barriles
oil_barrel | bbl
untold_hundredweight | cwt | en hundredweight hundredweights
imperial_hundredweight | en long_hundredweight long_hundredweights imperial_hundredweight imperial_hundredweights
us_hundredweight | en short_hundredweight short_hundredweights us_hundredweight us_hundredweights
second | en second seconds sec secs | ru секунд секунды секунду секунда сек с | kk секунд* | de sekunde sekunden
second | fr seconde secondes s | es segundo segundos s
minute | min | en minute minutes mins | ru минут* мин | de minute minuten | fr minute minutes | es minuto minutos
hour | h | en hour hours hr hrs | ru час часа часов часу часам часах ч | kk сағат* сағ | de stunde stunden std
hour | fr heure heures | es hora horas
day | en day days | ru день дня дней днем дням днях дн сутки суток сутками | kk күн күні күнге күнде күннен күндік күнді
day | kk күннің тәулік* | de tag tage tagen tages | fr jour jours | es día días
week | en week weeks wk wks | ru неделя недели недель неделю неделе неделям неделях нед | kk апта* | de woche wochen
week | fr semaine semaines sem | es semana semanas sem
month | kk ай айдан айға айда айды айдың айлық
month | en month months mth mths | ru мес месяц месяца месяцев месяце месяцам месяцах
month | de monat monate monaten monats | fr mois | es mes meses
year | en year years yr yrs | ru год года лет году годам годах
year | kk жыл жылы жылға жылда жылдан жылды жылдың жылдық жылғы
year | de jahr jahre jahren jahres | fr an ans année années | es año años
quarter_year | de quartal quartale quartalen
quarter_year | ru квартал квартала квартале кварталов кварт | kk тоқсан_ тоқсанына тоқсанда
quarter_year | fr trimestre trimestres trim | es trimestre trimestres trim
ten_years | en decade decades | ru десятилети* | de jahrzehnt* | fr décennie* | es década décadas decenio decenios
hectare | ha | en hectare hectares | ru га гектар* | de hektar hektare | fr hectare hectares | es hectárea hectáreas
acre | en acre acres | ru акр акра акров | de acre acres | fr acre acres | es acre acres
meter**2 | m² m2 sqm | ru м²
kilometer**2 | km² km2 sqkm | ru км²
meter**3 | m³ m3 cbm | ru м³ кубометр* | kk текшеметр* | de kubikmeter*
liter | l | en litre litres liter liters | ru л литр литра литров литрам | kk литрге литрден литрді литрдің литрі литрін
liter | de liter litern | fr litre litres | es litro litros
milliliter | ml | en millilit* | ru мл миллилитр* | de millilit* | fr millilitre* | es mililitro*
hectoliter | hl | en hectolit* | ru гл гектолитр* | de hektoliter* | fr hectolitre* | es hectolitro*
megaliter | en megalitre* megaliter* | ru мегалитр* | de megaliter* | fr mégalitre* | es megalitro*
gigaliter | en gigalitre* gigaliter* | ru гигалитр* | de gigaliter* | fr gigalitre* | es gigalitro*
untold_gallon | gal | en gallon gallons | ru галлон галлона галлонов гал | de gallone gallonen | fr gallon gallons
untold_gallon | es galón galones
us_gallon | en us_gallon us_gallons u.s._gallon u.s._gallons american_gallons | ru американских_галлонов
us_gallon | ru амер_галлон амер_галлона амер_галлонов ам_гал
us_gallon | de us-gallone us-gallonen | fr gallon_américain gallons_américains | es galón_estadounidense
us_gallon | es galones_estadounidenses
imperial_gallon | en imperial_gallon imperial_gallons uk_gallon uk_gallons british_gallons u.k._gallons
imperial_gallon | ru английских_галлонов имперских_галлонов британских_галлонов | fr gallon_impérial gallons_impériaux
imperial_gallon | gal_imp imp_gal | en imp_gallon imp_gallons | de imp_gallone imp_gallonen
imperial_gallon | ru имп_галлон имп_галлона имп_галлонов имп_гал
imperial_gallon | es galón_imperial galones_imperiales
us_pint | ru амер_пинта амер_пинты амер_пинт ам_пинт
imperial_pint | pt_imp | en pint_imperial pints_imperial
untold_pint | en pint pints | ru пинта пинты пинт | de pint pints | fr pinte pintes | es pinta_ pintas_
bushel | bu | en bushel bushels | ru бушель бушеля бушелей буш | de bushel | fr boisseau boisseaux | es bushel bushels
kilowatt | kw | en kilowatt kilowatts | ru квт киловатт киловатта | de kilowatt | fr kilowatt kilowatts
kilowatt | es kilovatio kilovatios
megawatt | mw | en megawatt megawatts | ru мвт мегаватт мегаватта | de megawatt | fr mégawatt mégawatts | es megavatio*
gigawatt | gw | en gigawatt gigawatts | ru гвт гигаватт гигаватта | de gigawatt | fr gigawatt gigawatts | es gigavatio*
terawatt | tw | en terawatt terawatts | ru твт тераватт | de terawatt | fr térawatt térawatts | es teravatio*
watt | w | en watt watts | ru вт ватт ватта | de watt | fr watt watts | es vatio vatios
milliwatt | en milliwatt milliwatts | ru милливатт милливатта | de milliwatt | fr milliwatt milliwatts | es milivatio*
metric_horsepower | en horsepower hp bhp | ru лошадиных_сил лошадиные_силы лошадиная_сила лошадиной_силы | kk ат_күші
metric_horsepower | es cv caballo_de_vapor caballos_de_vapor
metric_horsepower | de ps pferdestärke pferdestärken | fr cheval-vapeur chevaux-vapeur chevaux_
metric_horsepower | fr ch
kilowatt_hour | kwh | en kilowatt-hour* kilowatt_hour kilowatt_hours | ru киловатт-час* квт-ч
kilowatt_hour | kk киловатт-сағат* квт-сағ
kilowatt_hour | de kilowattstunde* | fr kilowatt-heure* kilowattheure* | es kilovatio_hora kilovatios_hora
megawatt_hour | mwh | en megawatt-hour* megawatt_hour megawatt_hours | ru мегаватт-час* мвт-ч | kk мегаватт-сағат*
megawatt_hour | de megawattstunde* | fr mégawatt-heure* mégawattheure* | es megavatio_hora megavatios_hora
gigawatt_hour | gwh | en gigawatt-hour* gigawatt_hour gigawatt_hours | ru гигаватт-час* гвт-ч | kk гигаватт-сағат*
gigawatt_hour | de gigawattstunde* | fr gigawatt-heure* gigawattheure* | es gigavatio_hora gigavatios_hora
terawatt_hour | twh | en terawatt-hour* terawatt_hour terawatt_hours | ru тераватт-час* твт-ч | kk тераватт-сағат*
terawatt_hour | de terawattstunde* | fr térawatt-heure* térawattheure* | es teravatio_hora teravatios_hora
british_thermal_unit | btu british_thermal_unit british_thermal_units | kk британдық_жылу_бірлігі
british_thermal_unit | ru бте британская_тепловая_единица британской_тепловой_единицы британские_тепловые_единицы
british_thermal_unit | ru британских_тепловых_единиц | es unidad_térmica_británica unidades_térmicas_británicas
kilometer/hour | km/h kmh kph | ru км/ч | kk км/сағ
mile/hour | mph
knot | es nudo nudos kn
knot | en knot knots kn | ru узел узла узлов уз | kk түйін | de knoten kn | fr nœud nœuds noeud noeuds nd
degree_Celsius | °c | en celsius | de celsius | fr celsius | es celsius | ru цельсия_
degree_Fahrenheit | °f
decibel | db dba | en decibel decibels | ru дб децибел* | de dezibel | fr décibel* | es decibelio* decibel_
volt | v | en volt volts | ru вольт вольта | de volt | fr volt volts | es voltio voltios
kilovolt | kv | en kilovolt* | ru кв киловольт* | de kilovolt | fr kilovolt* | es kilovoltio*
hertz | hz | en hertz | ru гц герц герца | de hertz | fr hertz | es hercio hercios
kilohertz | khz | en kilohertz | ru кгц килогерц килогерца | de kilohertz | fr kilohertz | es kilohercio*
megahertz | mhz | en megahertz | ru мгц мегагерц мегагерца | de megahertz | fr mégahertz | es megahercio*
gigahertz | ghz | en gigahertz | ru ггц гигагерц гигагерца | de gigahertz | fr gigahertz | es gigahercio*
ampere | en ampere amperes amp amps | ru ампер ампера | de ampere | fr ampère ampères | es amperio amperios
bar | en bar bars | ru бар бара | de bar | fr bar bars | es bar bares
pascal | pa | en pascal pascals | ru па паскаль паскаля паскалей | de pascal | fr pascal pascals | es pascal pascales
kilopascal | kpa | en kilopascal* | ru кпа килопаскал* | de kilopascal | fr kilopascal* | es kilopascal*
megapascal | mpa | en megapascal* | ru мпа мегапаскал* | de megapascal | fr mégapascal* | es megapascal*
byte | en byte bytes | ru байт байта | de byte bytes | fr octet octets | es byte bytes
megabyte | mb | en megabyte* | ru мб мегабайт* | de megabyte* | fr mégaoctet* mo | es megabyte*
gigabyte | gb | en gigabyte* | ru гб гигабайт* | de gigabyte* | fr gigaoctet* go | es gigabyte*
terabyte | tb | en terabyte* | ru тб терабайт* | de terabyte* | fr téraoctet* to | es terabyte*
megabit | mbit | en megabit* | ru мбит мегабит* | de megabit* | fr mégabit* | es megabit*
gigabit | gbit | en gigabit* | ru гбит гигабит* | de gigabit* | fr gigabit* | es gigabit*
megabit/second | mbps
ppm | ppm | ru миллионная_доля миллионной_доли миллионные_доли миллионных_долей | de millionstel
ppb | ppb | ru миллиардная_доля миллиардной_доли миллиардные_доли миллиардных_долей | de milliardstel
microsievert | µsv μsv | en microsievert* | ru мкзв микрозиверт* | de mikrosievert | fr microsievert* | es microsievert*
millisievert | msv | en millisievert* | ru мзв миллизиверт* | de millisievert | fr millisievert* | es milisievert*
becquerel | bq | en becquerel* | ru бк беккерел* | de becquerel | fr becquerel* | es becquerel* bequerel*
container | teu
CUR:EUR | € eur | en euro euros | ru евро | kk еуро еуроға еуроны еуродан еуромен еуроның еуросы | de euro euros
CUR:EUR | fr euro euros | es euro euros
CUR:USD | usd us$ | de us-dollar us-dollars
CUR:DOLLAR | $ | en dollar dollars | ru доллар* долл | de dollar dollars | fr dollar dollars | es dólar dólares
CUR:GBP | £ gbp | en sterling pound pounds quid | ru фунт фунта фунтов фунты | de pfund | fr livre livres
CUR:GBP | es libra libras
CUR:KZT | ₸ kzt | en tenge tenges | ru тенге тг | kk теңге* | de tenge | fr tenge tenges | es tenge tengue tengues
CUR:RUB | ₽ rub rur | en rouble roubles ruble rubles | ru рубль рубля рублей рублем рублях рублям руб | kk рубл*
CUR:RUB | de rubel | fr rouble roubles | es rublo rublos
CUR:JPY | jpy | en yen | ru иена иены иен иену | de yen | fr yen yens | es yen yenes
CUR:CNY | cny rmb | en yuan renminbi | ru юань юаня юаней юани | de yuan | fr yuan yuans | es yuan yuanes
CUR:CHF | chf | de franken
CUR:FRANC | en franc francs | ru франк франка франков франки | kk франк* | fr franc francs | es franco_ francos
CUR:CFA | xof xaf fcfa
CUR:CZK | czk | en koruna korunas
CUR:NOK | nok
CUR:DKK | dkk
CUR:SEK | sek | en krona kronor
CUR:CROWN | en crown crowns krone kroner krones | ru кроны крон крона крону | de krone kronen | fr couronne couronnes
CUR:CROWN | es corona coronas
CUR:PLN | pln | en zloty zlotys zlotych | ru злотый злотых злотого | de zloty złoty | fr zloty zlotys
CUR:PLN | es zloty zlotys esloti eslotis
CUR:TRY | try
CUR:LIRA | en lira liras lire | ru лира лиры лир лиру | de lira lire | fr lire_ lires | es lira liras
CUR:INR | ₹ inr
CUR:PKR | pkr
CUR:RUPEE | en rupee rupees | ru рупия рупии рупий рупию | de rupie rupien | fr roupie roupies | es rupia rupias
CUR:UAH | ₴ uah | en hryvnia* | ru гривн* гривен | de hrywnja griwna | fr hryvnia* | es grivna grivnas
CUR:MXN | mxn
CUR:ARS | ars
CUR:PESO | en peso pesos | ru песо | de peso pesos | fr peso pesos | es peso pesos
CUR:BRL | brl | en reais | es reales
CUR:ZAR | zar | en rand | ru рэнд* ранд рандов
CUR:AUD | aud
CUR:CAD | cad
CUR:HUF | huf | en forint forints | ru форинт* | de forint | fr forint forints | es forinto forintos
CUR:RON | ron | en lei leu | de lei leu | fr lei leu | es lei leu leus
CUR:KGS | kgs | en som soms | ru сом сома сомов | de som | fr som soms | es som soms
CUR:AED | aed | en dirham dirhams | ru дирхам* | de dirham | fr dirham dirhams | es dirham dirhams dírham dírhams
CUR:SAR | sar | en riyal riyals rial rials | ru риял* риал* | de rial | fr riyal riyals | es rial riales riyal
CUR:CENT | ¢ | en cent cents | ru цент цента центов | de cent cents | fr centime centimes | es centavo centavos
CUR:EUROCENT | en eurocent eurocents euro_cent euro_cents | ru евроцент* | de eurocent euro-cent | fr centimes_d'euro
CUR:EUROCENT | es céntimo céntimos
CUR:PENCE | en pence penny p pennies | ru пенс пенса пенсов | de pence | fr pence | es peniques penique
CUR:KOPECK | en kopeck kopecks kopek kopeks | ru копейка копейки копеек копейку коп | de kopeken | fr kopecks
CUR:KOPECK | es kopeks
CUR:MARK | en mark marks | de mark d-mark | fr marks | es marcos
CUR:SHILLING | en shilling shillings | de schilling | fr shilling shillings | es chelines
CUR:DINAR | en dinar dinars | ru динар динара динаров | de dinar | fr dinar dinars | es dinar dinares
"""
LANGUAGES = ("en", "ru", "kk", "de", "fr", "es")
# A Kazakh text takes units of Russian over; these are Kazakh words of their own ("бар" says that there is some).
_NOT_KAZAKH = frozenset({"бар", "бара", "ц"})
# Signs whose case tells the unit: megatonnes and metric tons, milliwatts and megawatts; "5G" is no weight.
CASED: dict[str, str | None] = {
    "Mt": "megatonne", "MT": "tonne", "mW": "milliwatt", "Mb": "megabit", "Gb": "gigabit",
    "ML": "megaliter", "Ml": "megaliter", "Мл": "megaliter", "мВт": "milliwatt", "G": None, "H": None,
    "V": "volt", "v": None, "Mi": None, "MI": None, "P": None,
}  # fmt: skip
# Codes that are words as well: "try", "rub" and "cad" are money in capitals only.
CODES_IN_CAPITALS = frozenset("TRY RUB CAD RON SAR SEK NOK ZAR ARS RUR PKR MXN AUD BRL AED INR KGS HUF".split())
# Names that several units or currencies go by, and which; what else is told settles it, and the first where nothing is.
READINGS: dict[str, tuple[str, ...]] = {
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
    "CUR:CENT": ("CUR:EUR", "CUR:USD", "CUR:DOLLAR", "CUR:CAD", "CUR:AUD", "CUR:ZAR", "CUR:CHF", "CUR:MXN"),
}
# Units that go by one word and differ in size by what is measured or by country, under the one that tells neither. A
# side that says "1,000 barrels" means the barrels of the other's "1,000 barrels of beer".
ONE_WORD: dict[str, tuple[str, ...]] = {
    "untold_barrel": (
        "oil_barrel", "goods_barrel", "untold_beer_barrel", "imperial_beer_barrel", "us_beer_barrel",
    ),
    "untold_beer_barrel": ("imperial_beer_barrel", "us_beer_barrel"),
    "untold_hundredweight": ("imperial_hundredweight", "us_hundredweight"),
    "bushel": ("imperial_bushel", "wheat_bushel", "corn_bushel", "barley_bushel", "oat_bushel"),
    "ounce": ("troy_ounce",),
    "stone": ("goods_stone",),
}  # fmt: skip
# Units whose size hangs on more than the text tells, and the least and most that it may be in the size used here: a
# barrel of wine holds from 100 to 270 litres, a bushel of wheat weighs 60 pounds or in Britain 63.
OPEN_SIZES: dict[str, tuple[float, float]] = {
    "untold_beer_barrel": (0.71, 1.0), "goods_barrel": (0.6, 1.7), "goods_stone": (0.35, 1.75),
    "wheat_bushel": (1.0, 1.06), "barley_bushel": (1.0, 1.2), "oat_bushel": (1.0, 1.35),
}  # fmt: skip
# Of these the size used here is no more likely than another.
NO_USUAL_SIZE = frozenset({"untold_beer_barrel", "goods_barrel", "goods_stone"})
# Words between a figure and "barrels" or "bushels" that tell which: "1,000 UK beer barrels".
TELLING_WHICH = frozenset("uk u.k. us u.s. british english imperial american beer oil crude wine whisky".split())
WHICH_UNITS = frozenset({"barrel", "barrels", "bushel", "bushels"})
# A currency's coin in the currency; whose cent it is may stay open.
SMALLER_COIN = {
    "CUR:CENT": ("CUR:CENT", 0.01),
    "CUR:EUROCENT": ("CUR:EUR", 0.01),
    "CUR:PENCE": ("CUR:GBP", 0.01),
    "CUR:KOPECK": ("CUR:RUB", 0.01),
}
_NATIONS: tuple[tuple[str, dict[str, str]], ...] = (
    (r"us|u\.s\.|american|сша|американск\w+|amerikanisch\w+|américains?|estadounidenses?|ақш",
     {"CUR:DOLLAR": "CUR:USD"}),
    (r"canadian|канадск\w+|kanadisch\w+|canadiens?|canadienses?", {"CUR:DOLLAR": "CUR:CAD"}),
    (r"australian|австралийск\w+|australisch\w+|australiens?|australianos?", {"CUR:DOLLAR": "CUR:AUD"}),
    (r"swiss|швейцарск\w+|schweizer|suisses?|suizos?", {"CUR:FRANC": "CUR:CHF"}),
    (r"cfa", {"CUR:FRANC": "CUR:CFA"}),
    (r"danish|датск\w+|dänisch\w+|danoises?|danesas?", {"CUR:CROWN": "CUR:DKK"}),
    (r"norwegian|норвежск\w+|norwegisch\w+|norvégiennes?|noruegas?", {"CUR:CROWN": "CUR:NOK"}),
    (r"swedish|шведск\w+|schwedisch\w+|suédoises?|suecas?", {"CUR:CROWN": "CUR:SEK"}),
    (r"czech|чешск\w+|tschechisch\w+|tchèques?|checas?", {"CUR:CROWN": "CUR:CZK"}),
    (r"turkish|турецк\w+|türkisch\w+|turques?|turcas?", {"CUR:LIRA": "CUR:TRY"}),
    (r"indian|индийск\w+|indisch\w+|indiennes?|indias?", {"CUR:RUPEE": "CUR:INR"}),
    (r"pakistani|пакистанск\w+|pakistanisch\w+|pakistanaises?|pakistaníes", {"CUR:RUPEE": "CUR:PKR"}),
    (r"mexican|мексиканск\w+|mexikanisch\w+|mexicains?|mexicanos?", {"CUR:PESO": "CUR:MXN"}),
    (r"argentine|аргентинск\w+|argentinisch\w+|argentins?|argentinos?", {"CUR:PESO": "CUR:ARS"}),
    (r"british|sterling|стерлингов|британск\w+|britisch\w+|esterlinas?", {"CUR:GBP": "CUR:GBP"}),
    (r"russian|российск\w+|russisch\w+|russes?|rusos?", {"CUR:RUB": "CUR:RUB"}),
    (r"kazakh|kazakhstani|казахстанск\w+|kasachisch\w+|kazakhs?|kazajos?", {"CUR:KZT": "CUR:KZT"}),
    (r"german|deutsche|deutschen|немецк\w+|allemands?|alemanes", {"CUR:MARK": "CUR:MARK"}),
)  # fmt: skip
NATIONS = tuple((re.compile(pattern), units) for pattern, units in _NATIONS)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that names a unit only where the text shows it, or another unit where the text shows that.

    `readings` are units (None: no unit) with the words that show them, tried in order; a reading without words holds
    wherever it is reached, and past the last one the word is no unit.
    """

    readings: tuple[tuple[str | None, re.Pattern[str] | None], ...]


_MONEY = (
    r"pa(?:y|ys|id|ying|yment|yments)|costs?|costing|pric\w+|worth|fine[ds]?|sum|money|cash|salary|wages?|fees?|spent|"
    r"spend\w*|earn\w*|sold|bought|budget|debts?|loans?|grants?|tax\w*|refund\w*|damages|currency|exchange|euros?|"
    r"dollars?|invest\w*|donat\w*|million|billion|profit\w*|loss\w*|revenue|turnover|compensation|subsid\w+|"
    r"deutsche|german|danish|swedish|norwegian|czech|"
    r"заплат\w*|выплат\w*|стои\w*|цен\w*|штраф\w*|сумм\w*|млн|млрд|тыс|шведск\w*|датск\w*|норвежск\w*|чешск\w*|"
    r"стерлингов|zahl\w*|bezahl\w*|kost\w*|preis\w*|strafe|summe|mio|mrd|millionen|milliarden|wert|"
    r"pay\w*|coût\w*|prix|amende|somme|millions|milliards|sterling|turques?|suédoises?|danoises?|norvégiennes?|"
    r"pag\w*|cost\w*|cuest\w*|precio\w*|multa|suma|millones|esterlinas|suecas|danesas|noruegas|checas"
)
_WEIGHT = (
    r"weigh\w*|weight|heav\w+|obes\w+|per square|thrust|"
    r"of (?:cocaine|heroin|cannabis|marijuana|explosives?|flour|sugar|beef|meat|fish|coffee|cotton|lead|thrust|butter|"
    r"potatoes|wheat|grain|\w+ium|gold|copper|salmon|cheese|pressure|bombs?|trash|rubbish|waste|force)|"
    r"вес|веса|весом|весит|весил\w*|взрывчат\w*|wieg\w*|wog\w*|gewicht|schwer|butter|fleisch|mehl|kartoffeln"
)
_PRICED = (
    r"worth|million|billion|cost\w*|pric\w+|paid|pay|pays|fine[ds]?|euros?|dollars?|sterling|стерлингов|млн|млрд|стоит|"
    r"сто\w*мост\w*|wert|kost\w*|preis\w*|mio|mrd|millionen|milliarden"
)
_PRESSURE = (
    r"press\w*|compress\w*|psi|gauges?|pumps?|pumped|boilers?|cylinders?|hydraulic\w*|steam|gas|pipelines?|pipes?|tyres?|"
    r"tires?|inflat\w*|valves?|vessels?|vacuum|reactors?|nozzles?|давлени\w*|атмосфер\w*|қысым\w*|druck\w*|drücke\w*|"
    r"presión\w*|pression\w*"
)
_LENGTH = (
    r"long|high|tall|wide|deep|thick|length|width|height|depth|distance|away|apart|within|further|farther|tall|"
    r"swam|walked|walk|swim|dragged|travell?ed|stretch\w*|cloth|fabric|cable|rope|trench|radius|metres?|meters?|miles?|"
    r"rose|fell|risen|fallen|threw|thrown|kicked|square|cubic|per|yards? (?:from|off|of|behind|ahead|past|above|below)"
)
_BODY = (
    r"amputat\w*|toes?|shoes?|boots?|hands?|legs?|ankles?|frostb\w*|swollen|injur\w*|broken|broke|bare|barefoot|"
    r"prosthe\w*|surgeons?|patients?|gangren\w*|webbed|burn\w*|sores?|diabet\w*|wounds?|wounded|severed|washed|"
    r"hooves|paws?|orteils?|jambes?|mains?|chaussures?|blessé\w*|amputé\w*|dedos?|piernas?|manos?|zapatos?|herid\w*"
)
_SPEED = (
    r"speed\w*|wind\w*|gusts?|sail\w*|ship\w*|vessel\w*|boat\w*|ferry|tanker|doing|cruis\w*|plane|aircraft|km|kmh|mph|"
    r"current|steam\w*|travell\w*|moving|making|скорост\w*|ход\w*|шел|шла|шло|ветер|ветра|судн\w*|жылдам\w*"
)


# What a barrel holds, by language: readings in the order in which they are tried.
_BARRELS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("oil_barrel", r"of (?:oil|crude|petroleum|condensate|fuel|diesel|petrol|gasoline|kerosene|brent)"),
        ("imperial_beer_barrel", r"(?:uk|u\.k\.|british|english|imperial) (?:beer|barrels?)"),
        ("us_beer_barrel", r"(?:us|u\.s\.|american) (?:beer|barrels?)"),
        ("untold_beer_barrel", r"of (?:beer|ale|lager|stout|porter|bitter|cider)|beers?|ales?|lager|stout|brew\w*"),
        ("goods_barrel", r"of (?:wine|whiske?y|bourbon|rum|brandy|sherry|port|flour|herring|fish|pork|beef|apples)"),
        ("goods_barrel", r"of (?:tar|cement|gunpowder|powder|waste|chemicals|syrup|honey|vinegar|water|salt|sugar)"),
        ("oil_barrel", r"oil|crude|opec|brent|oilfields?"),
    ),
    "ru": (
        ("oil_barrel", r"нефт\w*|конденсат\w*|топлив\w*|мазут\w*|опек|brent"),
        ("untold_beer_barrel", r"пив\w*"),
        ("goods_barrel", r"вин[ао]|виски|рома|воды|м[её]да|рыбы|муки"),
    ),
    "de": (
        ("oil_barrel", r"öl|\w+öl|\w*öls|opec|brent|kraftstoff\w*|benzin|diesel"),
        ("untold_beer_barrel", r"\w*bier|\w*biers|brauerei\w*"),
        ("goods_barrel", r"wein\w*|whisk\w+|rum"),
    ),
    "fr": (
        ("oil_barrel", r"pétrol\w*|brut|opep|brent|carburants?"),
        ("untold_beer_barrel", r"bières?|brasseri\w*"),
        ("goods_barrel", r"vins?|poudre|whisky|rhum|harengs?"),
    ),
    "es": (
        ("oil_barrel", r"petróleo|petrol\w*|crudo|opep|brent|combustibles?"),
        ("untold_beer_barrel", r"cervez\w*|cervecer\w*"),
        ("goods_barrel", r"vino|pólvora|whisky|ron|aceitunas"),
    ),
}  # fmt: skip
# What a bushel holds: wheat or beans, maize or rye, barley, oats.
_BUSHELS = {
    "en": (r"wheat|soya?|soybeans?|potatoes", r"corn|maize|rye|sorghum|flax\w*", r"barley", r"oats?"),
    "ru": (r"пшениц\w*|со[еия]|картоф\w*", r"кукуруз\w*|рж[иь]|рожь", r"ячмен\w*", r"ов[её]с|овса"),
    "de": (r"\w*weizen\w*|soja\w*|kartoffeln", r"mais|roggen", r"gerste", r"hafer"),
    "fr": (r"blé|soja|pommes", r"maïs|seigle", r"orge|d'orge|l'orge", r"avoine|d'avoine|l'avoine"),
    "es": (r"trigo|soja|soya|patatas|papas", r"maíz|centeno", r"cebada", r"avena"),
}


def _barrels(language: str, words: str, tables: str) -> dict[tuple[str, str], Doubt]:
    return _doubts(language, words, *_BARRELS[tables], ("untold_barrel", None))


def _bushels(language: str, words: str, tables: str) -> dict[tuple[str, str], Doubt]:
    named = zip(("wheat_bushel", "corn_bushel", "barley_bushel", "oat_bushel"), _BUSHELS[tables], strict=True)
    return _doubts(language, words, *named, ("bushel", None))


def _doubts(language: str, words: str, *readings: tuple[str | None, str | None]) -> dict[tuple[str, str], Doubt]:
    doubt = Doubt(tuple((unit, re.compile(cues) if cues is not None else None) for unit, cues in readings))
    return {(language, word): doubt for word in words.split()}


DOUBTS: dict[tuple[str, str], Doubt] = {
    **_doubts("en", "bar bars", ("bar", _PRESSURE)),
    **_doubts("fr", "bar bars", ("bar", _PRESSURE)),
    **_doubts("es", "bar bares", ("bar", _PRESSURE)),
    **_doubts("en", "mark marks crown crowns", (None, r"questions?|exams?|tests?|teeth|tooth|dent\w+"), ("", _MONEY)),
    **_doubts("en", "pound pounds", ("CUR:GBP", _PRICED), ("pound", _WEIGHT), ("CUR:GBP", None)),
    **_barrels("en", "barrel barrels", "en"),
    **_barrels("ru", "баррель барреля баррелю баррелем барреле баррели баррелей баррелям баррелями баррелях", "ru"),
    **_barrels("kk", "баррель барреля баррелей баррелі баррельге баррелін баррельді баррельдің", "ru"),
    **_barrels("de", "barrel barrels", "de"),
    **_barrels("fr", "baril barils", "fr"),
    **_barrels("es", "barril barriles", "es"),
    **_bushels("en", "bushel bushels", "en"),
    **_bushels("ru", "бушель бушеля бушелей", "ru"),
    **_bushels("kk", "бушель бушеля бушелей", "ru"),
    **_bushels("de", "bushel", "de"),
    **_bushels("fr", "boisseau boisseaux", "fr"),
    **_bushels("es", "bushel bushels", "es"),
    **_doubts(
        "en",
        "stone stones",
        ("goods_stone", r"of (?:wool|meat|beef|mutton|cheese|glass|hemp|lead|spices?|fish)"),
        ("stone", r"weigh\w*|weight|heav\w+|obes\w+|lost|gained|scales|diet\w*"),
    ),
    **_doubts("en", "yard yards", ("yard", _LENGTH)),
    **_doubts("en", "foot feet", (None, _BODY), ("foot", None)),
    **_doubts(
        "en",
        "ounce ounces",
        ("ounce", r"of (?:cocaine|heroin|cannabis|marijuana|meat|tea|butter)"),
        ("troy_ounce", r"gold|silver|platinum|palladium|bullion"),
        ("ounce", None),
    ),
    **_doubts("en", "knot knots", (None, r"ropes?|tied|tie|hair|knotted"), ("knot", None)),
    **_doubts("en", "rand", (None, r"paul|corporation|ayn"), ("", None)),
    **_doubts("ru", "узел узла узлов", ("knot", _SPEED)),
    **_doubts("kk", "узел узла узлов түйін", ("knot", _SPEED)),
    **_doubts(
        "ru", "мин", (None, r"обезвре\w*|сапер\w*|взры\w*|миномет\w*|противотанк\w*|противопехот\w*"), ("", None)
    ),
    **_doubts("ru", "крона кроны крон крону", (None, r"дере\w*|обрез\w*"), ("", None)),
    **_doubts("ru", "фунт фунта фунтов фунты", ("CUR:GBP", _PRICED), ("pound", _WEIGHT), ("CUR:GBP", None)),
    **_doubts("ru", "унция унции унций унцию", ("troy_ounce", r"золот\w*|серебр\w*|платин\w*"), ("ounce", None)),
    **_doubts("kk", "унция унции унций", ("troy_ounce", r"алтын\w*|күміс\w*|платина\w*"), ("ounce", None)),
    **_doubts("de", "pfund", ("CUR:GBP", _PRICED), ("metric_pound", _WEIGHT), ("CUR:GBP", None)),
    **_doubts("de", "krone kronen", (None, r"zahn\w*|zähne\w*|baum\w*|bäume\w*"), ("", None)),
    **_doubts("de", "knoten", (None, r"lymph\w*|gewebe\w*|tumor\w*|krebs\w*|brust"), ("knot", None)),
    **_doubts("de", "unze unzen", ("troy_ounce", r"gold\w*|silber\w*|platin\w*"), ("ounce", None)),
    **_doubts("fr", "livre livres", ("pound", r"poids|pes\w+"), ("CUR:GBP", _MONEY)),
    **_doubts("fr", "pied pieds", (None, _BODY), ("foot", None)),
    **_doubts("fr", "couronne couronnes", ("", _MONEY)),
    **_doubts("fr", "nœud nœuds noeud noeuds", ("knot", r"vitesse|vents?|navire|bateau|rafales?|filait|km")),
    **_doubts("fr", "once onces", ("troy_ounce", r"or|argent|platine"), ("ounce", None)),
    **_doubts("es", "libra libras", ("pound", r"pes\w+|peso"), ("CUR:GBP", None)),
    **_doubts("es", "pie pies", (None, _BODY), ("foot", None)),
    **_doubts("es", "corona coronas marcos", ("", _MONEY)),
    **_doubts("es", "nudo nudos", ("knot", r"velocidad|vientos?|buque|barco|rachas?|navega\w*|km")),
    **_doubts("es", "onza onzas", ("troy_ounce", r"oro|plata|platino"), ("ounce", None)),
}


def _tables() -> tuple[dict[str, dict[str, str]], dict[str, list[tuple[str, str]]]]:
    whole: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    starts: dict[str, list[tuple[str, str]]] = {language: [] for language in LANGUAGES}
    for row in _ROWS.strip().splitlines():
        unit, *columns = (part.strip() for part in row.split("|"))
        for column in columns:
            language, *forms = column.split()
            is_sign = language not in LANGUAGES
            if is_sign:
                forms = [language, *forms]
            for each in LANGUAGES if is_sign else (language,):
                for form in forms:
                    if form.endswith("*"):
                        starts[each].append((form[:-1].casefold(), unit))
                    elif not form.endswith("_"):
                        whole[each].setdefault(form.casefold(), unit)
    for form, unit in whole["ru"].items():
        if form not in _NOT_KAZAKH:
            whole["kk"].setdefault(form, unit)
    starts["kk"] += starts["ru"]
    return whole, starts


WHOLE, STARTS = _tables()
