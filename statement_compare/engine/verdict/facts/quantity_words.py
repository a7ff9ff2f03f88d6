"""The words around a figure in six languages: bounds, fractions, factors, rates, roles, and what makes it a name."""

from __future__ import annotations

import re
from enum import StrEnum

from statement_compare.engine.verdict.facts.context import FUNCTION_WORDS
from statement_compare.engine.verdict.facts.words import word_sets


class Role(StrEnum):
    """What a figure is for, where the words beside it say so."""

    LIMIT = "limit"  # what is allowed or required, not what happened
    TARGET = "target"
    AVERAGE = "average"
    CHANGE = "change"  # by how much something rose or fell
    DIFFERENCE = "difference"  # how much more or less than something else
    REJECTED = "rejected"  # "and not fifty"


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(row.split()) for row in text.replace("\n", "|").split("|") if row.strip()]
    return tuple(sorted(rows, key=len, reverse=True))


_AT_LEAST = _phrases(
    """at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|more than|over|above
    upwards of|in excess of|exceeding|exceeded|exceeds|exceed|well over|far more than|well above|well more than
    not under|minimum
    не менее|не менее чем|не меньше|не меньше чем|по меньшей мере|по крайней мере|как минимум|минимум|более
    более чем|больше|больше чем
    свыше|выше|превысил|превысила|превысило|превышает|превысили|превысить|превысят|превышать|кемінде|кем дегенде
    mindestens|wenigstens|nicht weniger als|mehr als|über|au moins|pas moins de|plus de|plus d'|au-dessus de
    al menos|por lo menos|no menos de|como mínimo|más de|un mínimo de
    longer than|taller than|higher than|deeper than|wider than|thicker than|older than|heavier than|faster than
    greater than|larger than|bigger than|later than|dearer than|not below|not shorter than|no shorter than
    no lower than|no smaller than|no younger than|no lighter than|no earlier than
    длиннее|выше|старше|тяжелее|глубже|шире|дороже|быстрее|не короче|не ниже|не младше|не легче|превысит|превышал
    länger als|höher als|älter als|schwerer als|tiefer als|breiter als|größer als|schneller als|nicht kürzer als
    plus long que|plus longs que|supérieur à|supérieure à|supérieurs à|supérieures à|dépasse|dépassent|dépassera
    más largo de|superior a|superiores a|mayor de|mayores de|mayor que|supera|superan|superó|superará"""
)
_AT_MOST = _phrases(
    """at most|no more than|not more than|up to|as many as|as much as|a maximum of|maximum of|not exceeding
    no higher than
    fewer than|less than|under|below|not above|not over|within|maximum|at the most|not exceed|no longer than|inside
    не более|не более чем|не больше|не больше чем|до|максимум|менее|менее чем|меньше|меньше чем|ниже|не свыше
    не выше|в пределах
    ең көбі|көп дегенде|höchstens|maximal|bis zu|nicht mehr als|weniger als|unter|au plus|jusqu'à|pas plus de|moins de
    como máximo|hasta|no más de|a lo sumo|menos de|un máximo de
    shorter than|smaller than|lower than|younger than|lighter than|slower than|narrower than|thinner than
    shallower than|cheaper than|earlier than|no taller than|no deeper than|no wider than|no older than
    no heavier than|no faster than|no greater than|no larger than|no bigger than|no later than|not reach|short of
    короче|младше|моложе|легче|мельче|дешевле|медленнее|не длиннее|не старше|не тяжелее|не глубже|не шире
    не дороже|не превысит|не превысят|не превышает|не превышал|не превысил|не превысила|не превысило|не превышать
    не превысили
    kürzer als|niedriger als|jünger als|leichter als|flacher als|schmaler als|kleiner als|langsamer als
    nicht länger als|nicht höher als|nicht älter als|nicht schwerer als
    inférieur à|inférieure à|inférieurs à|inférieures à|ne dépasse pas|ne dépassera pas|ne dépassent pas
    n'a pas dépassé
    inferior a|inferiores a|menor de|menores de|menor que|no supera|no superan|no superó|no superará|no excederá
    no excede"""
)
_NEAR = _phrases(
    """about|roughly|around|some|approximately|c|ca|circa|~|≈|approx|approx .|an estimated|estimated|close to
    in the region of
    of the order of|or so|give or take|something like|c .|ca .
    около|примерно|порядка|приблизительно|где-то|шамамен|rund|etwa|ungefähr|zirka|environ|quelque|quelques|à peu près
    unos|unas|cerca de|alrededor de|aproximadamente|an die|más o menos"""
)
_JUST_OVER = _phrases(
    """just over|a little over|a little more than|slightly more than|slightly over|rather more than|a bit over
    just above
    a shade over|a touch over|somewhat over|somewhat more than|a bit more than|a little above
    чуть более|чуть больше|чуть более чем|немногим более|немногим больше|чуть свыше|сәл астам|gut|etwas mehr als
    knapp über|un peu plus de|algo más de|poco más de"""
)
_JUST_UNDER = _phrases(
    """nearly|almost|just under|a little under|slightly under|slightly less than|close on|a little less than|just below
    not quite|just short of|почти|без малого|чуть менее|чуть меньше|немногим менее|knapp|fast|beinahe|presque
    près de|un peu moins de
    casi|cerca de los|poco menos de|algo menos de"""
)
_PREFIXES = (
    *((p, "just_over") for p in _JUST_OVER),
    *((p, "just_under") for p in _JUST_UNDER),
    *((p, "at_least") for p in _AT_LEAST),
    *((p, "at_most") for p in _AT_MOST),
    *((p, "about") for p in _NEAR),
)
PREFIXES_BY_LENGTH = tuple(sorted(_PREFIXES, key=lambda pair: len(pair[0]), reverse=True))
SUFFIXES = (
    (("or", "more"), "at_least"), (("or", "less"), "at_most"), (("or", "fewer"), "at_most"), (("or", "lower"),
    "at_most"),
    (("or", "so"), "about"), (("at", "least"), "at_least"), (("at", "most"), "at_most"), (("at", "the", "most"),
    "at_most"),
    (("or", "higher"), "at_least"), (("и", "более"), "at_least"), (("и", "менее"), "at_most"), (("с", "лишним"),
    "just_over"),
    (("астам",), "at_least"), (("астамы",), "at_least"), (("жуық",), "about"), (("дерлік",), "about"), (("дейін",),
    "at_most"),
    (("nicht", "übersteigen"), "at_most"), (("nicht", "überschreiten"), "at_most"), (("nicht", "übersteigt"),
    "at_most"), (("übersteigen",), "at_least"), (("übersteigt",), "at_least"),
    (("асады",), "at_least"), (("асатын",), "at_least"), (("аспайтын",), "at_most"), (("асқан",), "at_least"),
    (("кем", "емес"), "at_least"), (("артық", "емес"), "at_most"), (("аспайды",), "at_most"), (("аспауы",), "at_most"),
    (("артық",), "at_least"), (("көп",), "at_least"), (("кем",), "at_most"), (("o", "más"), "at_least"),
    (("ou", "plus"), "at_least"), (("oder", "mehr"), "at_least"), (("in", "excess"), "at_least"),
)  # fmt: skip

# Words before a figure that make it a name ("Boiler No. 4", "Art. 14", "cell 7"), matched as beginnings.
NAMERS = word_sets(
    """en: no nr № n° nº article articles art artikel artículo section sections sec § para paragraph paragraphs clause
    rule annex
    schedule form page chapter lot cell unit reactor boiler furnace gate terminal room block platform stage phase level
    version type model ward zone highway road route line berth pier flight track pump well shaft tank turbine generator
    tower building house plot hall dock pit silo line kiln appendix footnote item order case resolution decree law act
    no. art. sec. nos para. abs ¶ covid ebola agenda vision horizon studio radio channel class group grade bus tram
    district
    ru: статья статьи статье ст пункт пункта п часть глава цех блок корпус причал участок платформа ворота
    номер дом школа
    школе школы рейс маршрут маршрута шахта энергоблок котел приказ постановление закон лицей № nr art covid ebola
    kk: бап баптың № статья пункт блок цех nr covid ebola
    de: nr nr. № art art. artikel abs abs. § paragraph block phase version modell lot tor halle zelle gleis
    linie paragraf
    ziffer kapitel seite form covid ebola agenda vision horizon radio typ
    fr: no nº n° № art art. article section chapitre page phase version type bâtiment ligne quai porte vol lot bloc
    covid ebola agenda horizon radio
    es: no nº n° № art art. artículo sección capítulo página línea puerta vuelo edificio apartado fase lote bloque
    covid ebola agenda radio"""
)
ORDINAL_TAILS = frozenset("st nd rd th er ère e ème º ª й я е го му м х ші шы інші ыншы ой ый ая".split())
PERCENT_WORDS = ("процент", "пайыз", "prozent")
FRACTIONS = {
    "en": {"half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
           "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "seventh": 1 / 7, "sevenths": 1 / 7,
           "eighth": 1 / 8, "eighths": 1 / 8, "ninth": 1 / 9, "ninths": 1 / 9, "tenth": 0.1, "tenths": 0.1,
           "twentieth": 0.05},
    "ru": {"треть": 1 / 3, "трети": 1 / 3, "третью": 1 / 3, "четверть": 0.25, "четверти": 0.25, "четвертью": 0.25,
           "половина": 0.5, "половину": 0.5, "половины": 0.5, "половине": 0.5, "половиной": 0.5, "пятая": 0.2,
           "пятую": 0.2,
           "десятая": 0.1, "десятую": 0.1, "пятых": 0.2, "десятых": 0.1},
    "kk": {"жартысы": 0.5, "жартысын": 0.5, "жартысынан": 0.5, "жартысына": 0.5, "ширегі": 0.25, "ширегін": 0.25},
    "de": {"hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25, "fünftel": 0.2, "sechstel": 1 / 6, "achtel": 1 / 8,
    "zehntel": 0.1},
    "fr": {"moitié": 0.5, "tiers": 1 / 3, "quart": 0.25, "quarts": 0.25, "cinquième": 0.2, "cinquièmes": 0.2,
    "dixième": 0.1},
    "es": {"mitad": 0.5, "tercio": 1 / 3, "tercios": 1 / 3, "tercera": 1 / 3, "cuarto": 0.25, "cuartos": 0.25,
           "quinto": 0.2, "quintos": 0.2, "quinta": 0.2, "décimo": 0.1, "décima": 0.1},
}  # fmt: skip
NOT_ONE = frozenset(
    """not no every each any single but which ни каждый каждая каждое kein keine jeder jede aucun chaque cada
    ningún""".split()
)
# "every second flat" is half of them.
EVERY = {
    ("every", "second"): 2, ("every", "other"): 2, ("every", "third"): 3, ("every", "fourth"): 4, ("every", "fifth"): 5,
    ("every", "tenth"): 10, ("каждый", "второй"): 2, ("каждая", "вторая"): 2, ("каждое", "второе"): 2,
    ("каждый", "третий"): 3, ("каждая", "третья"): 3, ("каждый", "четвертый"): 4, ("каждый", "пятый"): 5,
    ("каждый", "десятый"): 10, ("jeder", "zweite"): 2, ("jede", "zweite"): 2, ("jedes", "zweite"): 2, ("jeder",
    "dritte"): 3,
    ("jede", "dritte"): 3, ("jedes", "dritte"): 3, ("jeder", "vierte"): 4, ("jede", "vierte"): 4, ("jeder",
    "fünfte"): 5,
    ("әр", "екінші"): 2, ("әрбір", "екінші"): 2, ("әр", "үшінші"): 3, ("әрбір", "үшінші"): 3,
}  # fmt: skip
COINS = frozenset(
    "cent cents pence penny centimes céntimos centavos копейка копейки копеек коп öre øre paras kopecks тиын".split()
)
ARTICLES = word_sets(
    "en: a an one the another 1 ru: 1 kk: 1 de: der die das den eine ein 1 fr: la le un une les l' 1 "
    "es: la el los las un una 1"
)
FACTORS = {
    "twice": 2.0, "double": 2.0, "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "twofold": 2.0, "triple": 3.0,
    "tripled": 3.0,
    "treble": 3.0, "trebled": 3.0, "tripling": 3.0, "threefold": 3.0, "quadrupled": 4.0, "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0, "halved": 0.5, "вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0, "удвоил": 2.0, "удвоилась": 2.0,
    "удвоились": 2.0, "удвоился": 2.0, "удвоилось": 2.0, "утроил": 3.0, "утроилась": 3.0, "утроились": 3.0,
    "утроился": 3.0, "doppelt": 2.0, "verdoppelt": 2.0, "verdoppelte": 2.0, "verdreifacht": 3.0, "halbiert": 0.5,
    "doublé": 2.0, "triplé": 3.0, "doble": 2.0, "duplicado": 2.0, "duplicó": 2.0, "triple_": 3.0, "triplicó": 3.0,
}  # fmt: skip
PER_WORDS = word_sets("en: a an per each every ru: per kk: per de: per pro je fr: par es: por")
PERIOD_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour",
    "annual": "year", "täglich": "day", "monatlich": "month", "jährlich": "year", "wöchentlich": "week",
    "ежедневно": "day", "ежемесячно": "month", "ежегодно": "year", "ежегодный": "year", "ежемесячный": "month",
    "жылына": "year", "айына": "month", "күніне": "day", "тәулігіне": "day", "сағатына": "hour", "аптасына": "week",
    "mensuales": "month", "mensual": "month", "anuales": "year", "anual": "year", "diarios": "day", "diarias": "day",
    "mensuels": "month", "mensuel": "month", "annuels": "year", "annuel": "year", "quotidiens": "day",
    "semanales": "week",
}  # fmt: skip
# Words that make an area or a volume of the length after them ("square metres"), and of the length before them.
POWERS = {
    **dict.fromkeys(("square", "sq", "кв", "квадратных", "квадратного", "квадратный", "квадратная", "квадратные",
                     "квадратной", "квадратную", "шаршы"), 2),
    **dict.fromkeys(("cubic", "cu", "куб", "кубических", "кубического", "кубический", "кубическая", "кубические",
                     "кубической", "кубическую", "текше"), 3),
}  # fmt: skip
POWERS_AFTER = {
    **dict.fromkeys(("carré", "carrés", "cuadrado", "cuadrados", "cuadrada", "cuadradas"), 2),
    **dict.fromkeys(("cube", "cubes", "cúbico", "cúbicos", "cúbica", "cúbicas"), 3),
}
# The last word of "parts per million" and "parts per billion".
PARTS_PER = {
    ("en", "million"): "ppm", ("en", "billion"): "ppb", ("fr", "million"): "ppm", ("fr", "milliard"): "ppb",
    ("es", "millón"): "ppm", ("es", "millardo"): "ppb",
}  # fmt: skip
TIME_UNITS = frozenset({"quarter_year", "second", "minute", "hour", "day", "week", "month", "year", "ten_years"})
SHARES = frozenset({"%", "‰", "bp"})
_ROLE_CUES: tuple[tuple[Role, str], ...] = (
    (Role.LIMIT, (r"limits?|ceiling|cap|capped|maximum|minimum|allow\w*|permit|permits|permitted|quota|threshold|"
                 r"requires?|"
                 r"required|entitled|must|may|lets?|binds?|bound|obliges?|prescribe\w*|compulsory|statutory|"
                 r"лимит\w*|предел\w*|норматив\w*|разреш\w*|"
                 r"вправе|должн\w*|обязан\w*|максимальн\w*|минимальн\w*|порог\w*|шегі|рұқсат|міндетті|grenzwert\w*|"
                 r"höchst\w*|erlaubt\w*|zulässig\w*|darf|dürfen|plafond|limite|autorisé\w*|maximale?|máxim[oa]|"
                 r"mínim[oa]|"
                 r"límite|permitid[oa]s?|permite|autorizad[oa]s?")),
    (Role.TARGET, (r"targets?|goals?|pledged?|promised?|planned|plans?|forecast|expected|expects|projected|aims?|"
                  r"intends?|will|"
                  r"цел[ьи]|план\w*|обещал\w*|прогноз\w*|ожидает\w*|намерен\w*|ziel\w*|geplant\w*|objectif|prévu\w*|"
                  r"objetivo|previst[oa]s?|жоспар\w*")),
    (Role.AVERAGE, (r"average|averaged|mean|median|typical|средн\w*|медиан\w*|орташа|durchschnitt\w*|moyenne|"
                   r"médian\w*|media|promedio|mediana")),
    (Role.CHANGE, (r"ros[ei]\w*|rise[ns]?|increas\w*|fell|fall\w*|drop\w*|grew|growth|grown|declin\w*|reduc\w*|"
                  r"cut|raised?|"
                  r"rais\w*|up|down|climb\w*|jump\w*|hike|вырос\w*|выросл\w*|рост\w*|увелич\w*|снизи\w*|"
                  r"снижен\w*|сократи\w*|"
                  r"упал\w*|подня\w*|подорож\w*|подешев\w*|повы\w*|повысил\w*|өсті|өскен|төмендеді|артты|"
                  r"қысқарды|азайды|"
                  r"gestiegen|stieg\w*|erhöh\w*|senk\w*|gesunken|zunahme|rückgang|augment\w*|baiss\w*|hausse|réduit\w*|"
                  r"diminu\w*|aument\w*|subi\w*|baj\w*|reduj\w*|cay\w*|descen\w*")),
)  # fmt: skip
ROLE_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLE_CUES)
MORE = word_sets(
    """en: more fewer less above over below under higher lower short ahead extra additional outstanding
    ru: выше больше меньше ниже более менее сверх дополнительно kk: артық кем de: mehr weniger über unter
    fr: plus moins es: más menos"""
)
REJECTERS = (
    ("and", "not"), ("not",), ("rather", "than"), ("instead", "of"), ("а", "не"), ("не",), ("вместо",), ("nicht",),
    ("statt",),
    ("et", "non"), ("non",), ("au", "lieu", "de"), ("y", "no"), ("en", "lugar", "de"),
)  # fmt: skip
_ADVERBS = word_sets(
    """en: altogether total overall instead again already later earlier ago apiece exactly precisely alone together
    yesterday today
    currently now then nearly almost exclusively respectively roughly long wide high deep away old late early
    ru: всего вместе ровно итого назад позже раньше подряд kk: барлығы de: insgesamt zusammen später
    fr: au-total total es: total totales"""
)
_SIGNS = frozenset(',.;:()[]"«»„“”—–!?…&'.split()) | {"’", "'"}
STOP = {language: words | _ADVERBS[language] | _SIGNS for language, words in FUNCTION_WORDS.items()}
SKIPPED_ADJECTIVES = frozenset(
    """working calendar full whole consecutive straight flying school further extra new more separate different net
    gross
    additional entire solid рабочих рабочие календарных полных подряд новых целых werktage ganze volle jours ouvrables
    hábiles жұмыс күнтізбелік""".split()
)

# Verbs and comparatives that a "not" shortly before them turns round.
UPPER_WHEN_NEGATED = frozenset(
    {("more", "than"), ("above",), ("over",), ("exceed",), ("exceeding",), ("longer", "than"), ("higher", "than"),
     ("later", "than"), ("older", "than"), ("larger", "than"), ("greater", "than"), ("более",), ("mehr", "als"),
     ("länger", "als"), ("höher", "als"), ("más", "de"), ("plus", "de")}
)  # fmt: skip
LOWER_WHEN_NEGATED = frozenset({("below",), ("under",), ("less", "than"), ("fewer", "than"), ("lower", "than"),
                                ("shorter", "than"), ("younger", "than"), ("ниже",), ("weniger", "als")})  # fmt: skip
# Which way a length lies; "40 metres high" says nothing of "200 metres long".
_ASPECTS: tuple[tuple[str, str], ...] = (
    ("high", (r"high|tall|height|elevation|высот\w*|высок\w*|биікті\w*|биік|hoch|höhe|hohe[rns]?|haut|hauts|haute|"
             r"hauteur|alto|alta|altura")),
    ("long", (r"long|length|длин\w*|протяженност\w*|ұзынды\w*|ұзын|lang|länge|lange[rns]?|longueur|longs|longue|"
             r"largo|larga|longitud")),
    ("wide", (r"wide|width|broad|breadth|ширин\w*|широк\w*|ені|енінің|breit|breite[rns]?|large|largeur|ancho|ancha|"
             r"anchura")),
    ("deep", (r"deep|depth|глубин\w*|глубок\w*|тереңді\w*|терең|tief|tiefe[rns]?|profond|profondeur|profondo|"
             r"profundidad")),
    ("thick", r"thick|thickness|толщин\w*|қалыңды\w*|dick|dicke|épais|épaisseur|espesor|grosor"),
    ("across", r"diameter|диаметр\w*|durchmesser|diamètre|diámetro"),
)  # fmt: skip
ASPECT_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _ASPECTS)
# After a bare "once": it counts, and does not mean "formerly" or "as soon as".
AFTER_ONCE = frozenset(
    {"", ".", ",", ";", "during", "last", "this", "per", "every", "between", "since", "by", "and", "or"}
)
ONE_TIME = frozenset("однажды einmal".split())
SEVERAL_TIMES = {"thrice": 3.0, "дважды": 2.0, "трижды": 3.0, "zweimal": 2.0, "dreimal": 3.0, "viermal": 4.0}
GAMES = re.compile(
    r"(?:won|win|wins|beat|beaten|lost|lose|loses|drew|draw|victory|defeat|score[ds]?|vote[ds]?|goals?|match|game|final|"
    r"обыграл\w*|выигра\w*|проигра\w*|счет\w*|побед\w*|жеңді|жеңілді|есеп\w*|gewann\w*|verlor\w*|gewonnen|verloren|"
    r"battu|gagné|perdu|victoire|défaite|ganó|perdió|venció|derrota|victoria)"
)
