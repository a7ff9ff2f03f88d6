"""How a figure is written: digits with any separators, number words of nine languages, scale words, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from statement_compare.engine.model import Span

SPACES = " \u00a0\u202f\u2009"  # plain, no-break, narrow no-break, thin
_LEX = re.compile(
    rf"(?P<figure>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,’']\d+)*)"
    r"|(?P<word>(?<![^\W_])(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)"
    r"|(?P<symbol>[^\w\s])"
)
# Languages that write 1.234 for a thousand and more; the others that are known write a point before decimals only.
_POINT_GROUPS = frozenset({"de", "es", "it", "nl", "pt", "tr"})
_COMMA_DECIMALS = frozenset({"de", "es", "it", "nl", "pt", "tr", "fr", "ru", "kk", "uk", "pl"})
# Longer rows of digits are keys and hashes; sums and squares of what is smaller stay finite.
_LARGEST = 1e30
_LONGEST_JOINED = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or sign as the number grammar sees it; hyphens part words, `value` is of figures in digits."""

    start: int
    end: int
    text: str
    lower: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: words `first` to `last` (exclusive), its value with the scale word, and how it was written.

    `mantissa` is the number before the scale word, `scale` that word's factor, `step` what the last digit written
    stands for (100 in "1,400", 0.1 million in "1.5 million"). `in_digits` tells "4" from "four".
    """

    first: int
    last: int
    value: float
    mantissa: float
    scale: float
    step: float
    in_digits: bool


def literal(text: str, language: str) -> float | None:
    """The value of digits with separators, read as the language writes them; None if no number is written so."""
    plain = text
    for sign in SPACES + "’'":
        plain = plain.replace(sign, "")
    if plain.isdecimal():
        return _float(plain)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = max(plain.rfind("."), plain.rfind(","))
        other = "," if plain[decimal] == "." else "."
        if plain.count(plain[decimal]) > 1:
            return None
        return _float(plain.replace(other, "").replace(",", "."))
    sign = "." if points else ","
    head, *groups = plain.split(sign)
    grouped = all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3 and head.strip("0") != ""
    if len(groups) > 1:
        return _float(plain.replace(sign, "")) if grouped else None
    is_thousands = language in _POINT_GROUPS if sign == "." else language not in _COMMA_DECIMALS
    if grouped and is_thousands:
        return _float(plain.replace(sign, ""))
    return _float(plain.replace(sign, "."))


def _float(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if value < _LARGEST else None


@lru_cache(maxsize=4096)
def words(text: str, language: str) -> tuple[Word, ...]:
    """The words, figures and signs of a text in order."""
    found = []
    for match in _LEX.finditer(text):
        raw = match.group()
        lower = raw.casefold().replace("ё", "е").replace("’", "'")
        value = literal(raw, language) if match.lastgroup == "figure" else None
        found.append(Word(match.start(), match.end(), raw, lower, value))
    return tuple(found)


def _table(rows: str) -> dict[str, float]:
    table = {}
    for row in rows.split(";"):
        value, *forms = row.split()
        table.update(dict.fromkeys(forms, float(value)))
    return table


# Values that may be added to a larger one before them: "two hundred" + "five", "сто" + "двадцать".
_SMALL: dict[str, dict[str, float]] = {
    "en": _table(
        "0 zero;1 one;2 two;3 three;4 four;5 five;6 six;7 seven;8 eight;9 nine;10 ten;11 eleven;12 twelve;13 thirteen;"
        "14 fourteen;15 fifteen;16 sixteen;17 seventeen;18 eighteen;19 nineteen;20 twenty;30 thirty;40 forty;50 fifty;"
        "60 sixty;70 seventy;80 eighty;90 ninety"
    ),
    "ru": _table(
        "0 ноль нуля;1 один одна одно одного одной одному одну одним одном;2 два две двух двум двумя двое двоих двоим;"
        "3 три трех трем тремя трое троих троим;4 четыре четырех четырем четырьмя четверо четверых;"
        "5 пять пяти пятью пятеро пятерых;6 шесть шести шестью шестеро шестерых;7 семь семи семью семеро семерых;"
        "8 восемь восьми восьмью восемью восьмеро;9 девять девяти девятью девятеро;10 десять десяти десятью десятеро;"
        "11 одиннадцать одиннадцати одиннадцатью;12 двенадцать двенадцати двенадцатью;"
        "13 тринадцать тринадцати тринадцатью;14 четырнадцать четырнадцати четырнадцатью;"
        "15 пятнадцать пятнадцати пятнадцатью;16 шестнадцать шестнадцати шестнадцатью;"
        "17 семнадцать семнадцати семнадцатью;18 восемнадцать восемнадцати восемнадцатью;"
        "19 девятнадцать девятнадцати девятнадцатью;20 двадцать двадцати двадцатью;30 тридцать тридцати тридцатью;"
        "40 сорок сорока;50 пятьдесят пятидесяти;60 шестьдесят шестидесяти;70 семьдесят семидесяти;"
        "80 восемьдесят восьмидесяти;90 девяносто девяноста;100 сто ста;200 двести двухсот двумстам;"
        "300 триста трехсот тремстам;400 четыреста четырехсот;500 пятьсот пятисот;600 шестьсот шестисот;"
        "700 семьсот семисот;800 восемьсот восьмисот;900 девятьсот девятисот;1.5 полтора полторы полутора"
    ),
    "kk": _table(
        "0 нөл;1 бір бірі;2 екі екеуі;3 үш үшеуі;4 төрт төртеуі;5 бес бесеуі;6 алты алтауы;7 жеті жетеуі;"
        "8 сегіз сегізі;9 тоғыз тоғызы;"
        "10 он оны;20 жиырма;30 отыз;40 қырық;50 елу;60 алпыс;70 жетпіс;80 сексен;90 тоқсан"
    ),
    "de": _table("0 null;1 eins"),
    "fr": _table(
        "0 zéro;1 un une;2 deux;3 trois;4 quatre;5 cinq;6 six;7 sept;8 huit;9 neuf;10 dix;11 onze;12 douze;13 treize;"
        "14 quatorze;15 quinze;16 seize;20 vingt vingts;30 trente;40 quarante;50 cinquante;60 soixante"
    ),
    "es": _table(
        "0 cero;1 uno una un;2 dos;3 tres;4 cuatro;5 cinco;6 seis;7 siete;8 ocho;9 nueve;10 diez;11 once;12 doce;"
        "13 trece;14 catorce;15 quince;16 dieciséis;17 diecisiete;18 dieciocho;19 diecinueve;20 veinte;"
        "21 veintiuno veintiún veintiuna;22 veintidós;23 veintitrés;24 veinticuatro;25 veinticinco;26 veintiséis;"
        "27 veintisiete;28 veintiocho;29 veintinueve;30 treinta;40 cuarenta;50 cincuenta;60 sesenta;70 setenta;"
        "80 ochenta;90 noventa;100 cien ciento;200 doscientos doscientas;300 trescientos trescientas;"
        "400 cuatrocientos cuatrocientas;500 quinientos quinientas;600 seiscientos seiscientas;"
        "700 setecientos setecientas;800 ochocientos ochocientas;900 novecientos novecientas"
    ),
    "it": _table("0 zero;1 un uno una"),
    "nl": _table("0 nul;1 een één"),
    "pt": _table(
        "0 zero;1 um uma;2 dois duas;3 três;4 quatro;5 cinco;6 seis;7 sete;8 oito;9 nove;10 dez;11 onze;12 doze;"
        "13 treze;14 catorze quatorze;15 quinze;16 dezesseis dezasseis;17 dezessete dezassete;18 dezoito;"
        "19 dezenove dezanove;20 vinte;30 trinta;40 quarenta;50 cinquenta;60 sessenta;70 setenta;80 oitenta;"
        "90 noventa;100 cem cento;200 duzentos duzentas;300 trezentos trezentas;400 quatrocentos quatrocentas;"
        "500 quinhentos quinhentas;600 seiscentos seiscentas;700 setecentos setecentas;800 oitocentos oitocentas;"
        "900 novecentos novecentas"
    ),
}
_HUNDRED = {"en": "hundred", "kk": "жүз", "fr": "cent cents"}
# German, French and Spanish count on the long scale: their "billion" is a million millions, an English trillion.
_SCALES: dict[str, dict[str, float]] = {
    "en": _table(
        "1000 thousand k;1000000 million mn mln mio;"
        "1000000000 billion bn mrd milliard;"
        "1000000000000 trillion tn;1000000000000000 quadrillion;100000 lakh lakhs;10000000 crore crores;12 dozen"
    ),
    "ru": _table(
        "1000 тысяча тысячи тысяч тысячу тысячей тысячам тысячами тысячах тыс;"
        "1000000 миллион миллиона миллионов миллиону миллионом миллионами миллионам миллионах млн;"
        "1000000000 миллиард миллиарда миллиардов миллиардом миллиардами миллиардах млрд;"
        "1000000000000 триллион триллиона триллионов трлн;12 дюжина дюжину дюжины"
    ),
    "kk": _table("1000 мың тыс;1000000 миллион млн;1000000000 миллиард млрд;1000000000000 триллион трлн"),
    "de": _table(
        "1000 tausend tsd;1000000 million millionen mio mill;1000000000 milliarde milliarden mrd;"
        "1000000000000 billion billionen;1000000000000000 billiarde billiarden;"
        "1000000000000000000 trillion trillionen;12 dutzend"
    ),
    "fr": _table(
        "1000 mille;1000000 million millions mio;1000000000 milliard milliards mrd md mds;"
        "1000000000000 billion billions;1000000000000000 billiard billiards;"
        "1000000000000000000 trillion trillions;12 douzaine douzaines"
    ),
    "es": _table(
        "1000 mil;1000000 millón millones mill mln;1000000000 millardo millardos;1000000000000 billón billones;"
        "1000000000000000000 trillón trillones;12 docena docenas"
    ),
    "it": _table("1000 mille mila;1000000 milione milioni mln;1000000000 miliardo miliardi mld;12 dozzina dozzine"),
    "nl": _table("1000 duizend;1000000 miljoen mln;1000000000 miljard mld;1000000000000 biljoen;12 dozijn"),
    "pt": _table("1000 mil;1000000 milhão milhões;1000000000 bilhão bilhões;12 dúzia dúzias"),
}
# Where a number word alone is an article or a pronoun far more often than a count.
_NOT_ALONE = frozenset(
    "один одна одно одного одной одному одну одним одном бір бірі оны он "
    "un une uno una um uma een één sei k mio mille mil тыс".split()
)
_LINKS = {"en": "and", "fr": "et", "es": "y", "pt": "e"}


@dataclass(frozen=True, slots=True)
class _Joined:
    """How a language writes a number as one word: the forms below a hundred, then those of a hundred and a thousand.

    `articles` are its forms of one that are articles far more often than a count.
    """

    below_hundred: dict[str, float]
    hundreds: tuple[str, ...]
    thousands: tuple[str, ...]
    link: str
    articles: frozenset[str]


def _units_first(units: str, tens: str, links: tuple[str, ...]) -> dict[str, float]:
    """Numbers below a hundred of a language that says "einundzwanzig": unit, link, ten."""
    small, large = _table(units), _table(tens)
    joined = {
        unit + link + ten: small[unit] + large[ten]
        for unit in small
        for ten in large
        for link in links
        if small[unit] < 10 and large[ten] >= 20
    }
    return small | large | joined


def _tens_first(units: str, tens: str) -> dict[str, float]:
    """Numbers below a hundred of a language that says "ventitré": a ten, without its last vowel before a vowel."""
    small, large = _table(units), _table(tens)
    joined = {
        (ten[:-1] if unit[0] in "uo" else ten) + unit: large[ten] + small[unit]
        for ten in large
        for unit in small
        if small[unit] < 10
    }
    return small | large | joined


_JOINED = {
    "de": _Joined(
        _units_first(
            "1 ein eins eine;2 zwei zwo;3 drei;4 vier;5 fünf;6 sechs;7 sieben;8 acht;9 neun;10 zehn;11 elf;12 zwölf;"
            "13 dreizehn;14 vierzehn;15 fünfzehn;16 sechzehn;17 siebzehn;18 achtzehn;19 neunzehn",
            "20 zwanzig;30 dreißig dreissig;40 vierzig;50 fünfzig;60 sechzig;70 siebzig;80 achtzig;90 neunzig",
            ("und",),
        ),
        ("hundert",),
        ("tausend",),
        "und",
        frozenset({"ein", "eine", "eins"}),
    ),
    "nl": _Joined(
        _units_first(
            "1 een één;2 twee;3 drie;4 vier;5 vijf;6 zes;7 zeven;8 acht;9 negen;10 tien;11 elf;12 twaalf;13 dertien;"
            "14 veertien;15 vijftien;16 zestien;17 zeventien;18 achttien;19 negentien",
            "20 twintig;30 dertig;40 veertig;50 vijftig;60 zestig;70 zeventig;80 tachtig;90 negentig",
            ("en", "ën"),
        ),
        ("honderd",),
        ("duizend",),
        "en",
        frozenset({"een", "één"}),
    ),
    "it": _Joined(
        _tens_first(
            "1 uno un una;2 due;3 tre tré;4 quattro;5 cinque;6 sei;7 sette;8 otto;9 nove;10 dieci;11 undici;"
            "12 dodici;13 tredici;14 quattordici;15 quindici;16 sedici;17 diciassette;18 diciotto;19 diciannove",
            "20 venti;30 trenta;40 quaranta;50 cinquanta;60 sessanta;70 settanta;80 ottanta;90 novanta",
        ),
        ("cento",),
        ("mila", "mille"),
        "",
        frozenset({"un", "uno", "una"}),
    ),
}


@lru_cache(maxsize=8192)
def _joined(word: str, language: str) -> float | None:
    """The value of a number word written as one ("dreihundertzwölf", "duecento"), None for any other word."""
    form = _JOINED[language]
    if word in form.below_hundred:
        return form.below_hundred[word]
    if len(word) > _LONGEST_JOINED:
        return None
    for names, factor in ((form.thousands, 1000), (form.hundreds, 100)):
        for name in names:
            head, found, tail = word.partition(name)
            if found:
                times = _joined(head, language) if head else 1
                rest = _joined(tail.removeprefix(form.link), language) if tail else 0
                return None if times is None or rest is None else times * factor + rest
    return None


def _small(word: str, language: str) -> float | None:
    form = _JOINED.get(language)
    if form is not None:
        return None if word in form.articles else _joined(word, language)
    return _SMALL.get(language, {}).get(word)


def _scale(word: str, language: str) -> float | None:
    return _SCALES.get(language, _SCALES["en"]).get(word.rstrip("."))


def _step(text: str, value: float) -> float:
    """What the last digit that is not a closing zero stands for."""
    if value == 0:
        return 1.0
    match = re.search(r"[.,](\d+)$", text)
    if match and value != round(value):
        return float(10.0 ** -len(match.group(1)))
    return _zeros(value)


def _zeros(value: float) -> float:
    step = 1.0
    whole = round(value)
    while whole and whole % 10 == 0:
        whole //= 10
        step *= 10
    return step


_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def figure_at(line: tuple[Word, ...], index: int, language: str) -> Figure | None:
    """The number that starts at word `index`, as long as it goes; None if none starts there."""
    word = line[index]
    if word.value is not None:
        return _scaled(line, index, index + 1, word.value, _step(word.text, word.value), True, language)
    found = _spelled(line, index, language)
    if found is None:
        return None
    last, value = found
    if last == index + 1 and word.lower in _NOT_ALONE:
        return None
    figure = _scaled(line, index, last, value, _zeros(value) if value == round(value) else 0.5, False, language)
    if figure.last == index + 1 and language != "en" and word.lower in _NOT_ALONE:
        return None
    return figure


def _scaled(
    line: tuple[Word, ...], first: int, last: int, mantissa: float, step: float, in_digits: bool, language: str
) -> Figure:
    """A number with the scale words and the "and a half" that follow it."""
    scale = 1.0
    if last < len(line) and line[last].lower in _VULGAR:
        mantissa, step, last = mantissa + _VULGAR[line[last].lower], 0.25, last + 1
    half = [word.lower for word in line[last : last + 3]]
    if half in (["and", "a", "half"], ["y", "media", ""]) or half[:2] in (
        ["y", "media"],
        ["y", "medio"],
        ["et", "demie"],
        ["et", "demi"],
        ["с", "половиной"],
    ):
        mantissa, step, last = mantissa + 0.5, 0.5, last + (3 if half[0] == "and" else 2)
    elif half[:1] == ["жарым"]:
        mantissa, step, last = mantissa + 0.5, 0.5, last + 1
    while last < len(line):
        factor = _scale(line[last].lower, language)
        if factor is None or (line[last].lower == "k" and line[last].start != line[last - 1].end):
            break
        if (factor == 12 and line[last].lower.endswith("s")) or scale * factor >= _LARGEST:
            break
        scale, last = scale * factor, last + 1
        if line[last - 1].lower in {"тыс", "млн", "млрд", "трлн", "mio", "mrd", "tsd", "mill"} and last < len(line):
            last += line[last].text == "." and _closes_abbreviation(line, last)
    return Figure(first, last, mantissa * scale, mantissa, scale, step * scale, in_digits)


def _closes_abbreviation(line: tuple[Word, ...], index: int) -> bool:
    return index + 1 < len(line) and not line[index + 1].text[:1].isupper()


def _spelled(line: tuple[Word, ...], index: int, language: str) -> tuple[int, float] | None:
    """Number words from `index` on: (index after the last, value)."""
    total, current, ceiling = 0.0, None, float("inf")
    at, hundred = index, _HUNDRED.get(language, "").split()
    done = index
    while at < len(line):
        word = line[at].lower
        if word == "-" and at > index and line[at].start == line[at - 1].end:
            at += 1
            continue
        if word == _LINKS.get(language) and at > index and at + 1 < len(line):
            follows = _small(line[at + 1].lower, language)
            if follows is None or not _may_link(current, follows, total > 0, language):
                break
            at += 1
            continue
        small = _small(word, language)
        if small is not None:
            if current is None:
                current = small
            elif language == "fr" and small == 20 and current % 100 == 4:
                current += 76
            elif _may_add(current, small, language):
                current += small
            else:
                break
        elif word in hundred and (current is None or current < 100):
            if current is None and language == "fr" and at > index:
                break
            current = (current or 1) * 100
        else:
            factor = _scale(word, language)
            if factor is None or word in {"k", "mn", "bn", "tn", "тыс", "млн", "млрд"} or factor >= ceiling:
                break
            if current is None and at == index and not _may_open(line, index, language):
                break
            if factor == 12 and current is None:
                current = 1
            total, current, ceiling = total + (current or 1) * factor, None, factor
        at += 1
        done = at
    if done == index:
        return None
    return done, total + (current or 0)


def _may_open(line: tuple[Word, ...], index: int, language: str) -> bool:
    """Whether a scale word with no number before it is a number itself ("a million", "мың", "mille")."""
    word = line[index].lower
    if language == "en":
        return index > 0 and line[index - 1].lower in {"a", "half", "quarter"}
    if language in {"fr", "es", "pt", "kk"} and word in {"mille", "mil", "мың"}:
        return True
    return word in {
        "тысяча",
        "тысячу",
        "тысячи",
        "миллион",
        "миллиард",
        "tausend",
        "million",
        "millón",
        "дюжину",
        "dutzend",
    }


def _may_link(current: float | None, small: float, is_after_scale: bool, language: str) -> bool:
    """Whether "and" joins two parts of one number: "two hundred and five", "treinta y uno", "vinte e três"."""
    if language in {"en", "pt"} and (current is not None or is_after_scale) and (current or 0) % 100 == 0:
        return True
    return language != "en" and current is not None and current % 10 == 0 and current > 0 and small < 12


def _may_add(current: float, small: float, language: str) -> bool:
    if language == "fr" and current % 100 in {60, 80} and 10 <= small <= 16:
        return True
    if language == "fr" and current % 100 in {10, 70, 90} and 7 <= small <= 9:
        return True
    if language == "kk" and current % 100 == 10:
        return small < 10
    if current % 100 == 0 and current > 0:
        return small < 100
    if language in {"ru", "es", "pt"} and current % 1000 == 0 and current > 0:
        return small < 1000
    return current % 10 == 0 and 20 <= current % 100 <= 90 and small < 10


def spelled_figures(text: str, language: str) -> list[Span]:
    """Where numbers stand in words."""
    line = words(text, language)
    return [Span(line[figure.first].start, line[figure.last - 1].end) for figure in _in_words(line, language)]


def spelled_values(text: str, language: str) -> list[float]:
    """The values of the numbers that stand in words, with their scale words; none in a language without tables."""
    return [figure.value for figure in _in_words(words(text, language), language)] if language in _SMALL else []


def _in_words(line: tuple[Word, ...], language: str) -> Iterator[Figure]:
    index = 0
    while index < len(line):
        figure = figure_at(line, index, language)
        if figure is not None and not figure.in_digits:
            yield figure
        index = figure.last if figure is not None else index + 1
