"""When degrees tell how far a temperature moved ("rose by 5 °F") and not where it stands ("rose to 5 °F").

The two convert differently: a level of 5 °F is -15 °C, a rise by 5 °F one by 2.8 °C.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import dropwhile, pairwise, takewhile

from statement_compare.engine.verdict.facts.numerals import Word
from statement_compare.engine.verdict.facts.words import word_set, word_sets

# A level's unit and the unit of a change on the same scale.
CHANGES = {"degree_Celsius": "delta_degree_Celsius", "degree_Fahrenheit": "delta_degree_Fahrenheit"}


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a language tells a change of temperature; each field is a pattern of words ("" for none).

    `by` joins an amount and one of `moves`, verbs and nouns of rising, falling and differing, on either side of it
    ("stieg um 5 Grad", "um 5 Grad gestiegen"). `of` joins one of `nouns` and its amount ("a rise of 5 °F"); in English
    and German such a noun may follow ("a 5 °F rise"). A `direct` verb has the amount straight behind it ("rose 5 °F").
    `compared` are the words of "5 degrees warmer", `above` and `norms` those of "5 degrees above normal". Of the
    earth's `warming` no level is ever told. `to` leads on from a level where a change began ("von 5 °C auf 9 °C").
    """

    moves: str = ""
    by: str = ""
    nouns: str = ""
    of: str = ""
    direct: str = ""
    compared: str = ""
    above: str = ""
    norms: str = ""
    warming: str = ""
    to: str = ""


_WAYS = {
    "en": _Ways(
        moves=(
            r"ris(?:e|es|en|ing)|rose|increas\w*|fall(?:s|en|ing)?|fell|drop\w*|grew|grow\w*|declin\w*|decreas\w*|"
            r"reduc\w*|cut|rais\w*|up|down|climb\w*|jump\w*|hike[ds]?|warm(?:ed|ing|s)?|cool(?:ed|ing|s)?|plung\w*|"
            r"plummet\w*|soar\w*|surg\w*|dip\w*|slip\w*|sank|sinks?|sunk|sinking|differ\w*|chang\w*|var(?:y|ies|ied)|"
            r"fluctuat\w*|swing\w*|swung|spik\w*|gain\w*|lost|los(?:e|es|s|ing)|shift\w*|miss\w*|exceed\w*|off|out|"
            r"beat\w*|broke\w*|break\w*|overshot|surpass\w*|topp?(?:ed|s)?|higher|lower|warmer|colder|hotter|cooler"
        ),
        by="by",
        nouns=(
            r"(?:rise|increase|drop|fall|decline|decrease|jump|difference|warming|cooling|swing|change|dip|spike|hike|"
            r"gain|loss|shift|variation|fluctuation|margin|anomaly|surge|plunge)s?"
        ),
        of="of",
        direct=(
            r"ris(?:e|es|en|ing)|rose|increas\w*|fall(?:s|en|ing)?|fell|dropp?(?:ed|s|ing)?|grew|declin\w*|decreas\w*|up|"
            r"down|climb\w*|jump\w*|warm(?:ed|ing|s)|cool(?:ed|ing|s)|plung\w*|plummet\w*|soar\w*|surg\w*|dipp?(?:ed|s)|"
            r"slipp?(?:ed|s)|sank|sunk|gain\w*|lost|swung|spiked|shifted"
        ),
        compared=r"warmer|hotter|cooler|colder|higher|lower|milder|chillier",
        above=r"above|below|over|under|beyond|more|less",
        norms=r"normal\w*|average\w*|pre-?industrial|pre|usual|norms?|mean|seasonal|baseline|expected",
        warming=r"global warming|global heating",
    ),
    "ru": _Ways(
        moves=(
            r"вырос\w*|выраст\w*|рост\w*|увелич\w*|снизи\w*|снижен\w*|снижа\w*|понизи\w*|пониж\w*|упал\w*|упад\w*|"
            r"падени\w*|подня\w*|подним\w*|повыс\w*|повыш\w*|потепле\w*|похолода\w*|прогре\w*|нагре\w*|остыл\w*|"
            r"охлад\w*|отлича\w*|скач\w*|изменил\w*|изменени\w*|выше|ниже|теплее|холоднее|жарче|прохладнее"
        ),
        by="на",
        nouns=r"потеплени\w*|похолодани\w*|разниц\w*|рост\w*|повышени\w*|снижени\w*|падени\w*|скач\w*|перепад\w*",
        of="в",
        warming=r"глобальн\w+ потеплени\w*",
    ),
    "kk": _Ways(
        moves=(
            r"өсті|өседі|өскен|артты|артады|артқан|көтерілді|көтеріледі|көтерілген|төмендеді|төмендейді|төмендеген|жылыды|"
            r"жылынды|жылиды|жылынады|суыды|суиды|жоғарылады|түсті|азайды|жылы|жылырақ|суық|суығырақ|жоғары|төмен|салқын"
        ),
        by="қа|ға|ке|ге",
        warming=r"жаһандық жылыну\w*|жылыну\w*",
    ),
    "de": _Ways(
        moves=(
            r"gestiegen|steig\w*|stieg\w*|ansteig\w*|angestiegen|erhöh\w*|senk\w*|gesenkt|gesunken|sinkt|sinken|sank|"
            r"erwärm\w*|abkühl\w*|abgekühlt|gefallen|fiel\w*|fällt|fallen|wärmer|kälter|höher|niedriger|heißer|kühler|"
            r"wuchs|zugenommen|abgenommen|unterscheid\w*|schwank\w*|kletter\w*|anstieg\w*|rückgang"
        ),
        by="um",
        nouns=(
            r"\w*anstieg\w*|\w*rückgang\w*|\w*erwärmung|zunahme|abkühlung|\w*unterschied\w*|\w*differenz\w*|erhöhung|"
            r"senkung|steigerung|\w*sturz|\w*schwankung\w*"
        ),
        of="von",
        compared=r"wärmer|kälter|höher|niedriger|heißer|kühler",
        above=r"über|unter",
        norms=r"normal\w*|durchschnitt\w*|mittel\w*|vorindustriell\w*|üblich\w*|schnitt|soll",
        warming=r"erderwärmung|klimaerwärmung|globale[nr]? erwärmung",
        to=r"auf|bis",
    ),
    "fr": _Ways(
        nouns=(
            r"augment\w*|[ld]'augmentation|baiss\w*|hausse|réduit\w*|diminu\w*|réchauff\w*|refroid\w*|monté\w*|descend\w*|"
            r"grimp\w*|chut\w*|recul\w*|(?:[ld]')?élévation|élev[eé]\w*|différence|(?:[ld]')?écart|perte|vari\w*"
        ),
        of="de",
        direct=r"gagn\w*|perd\w*|pris",
        compared=r"plus|moins",
        above=r"au-dessus|au-dessous|dessus|dessous",
        norms=r"normal\w*|moyennes?|préindustriel\w*|habituel\w*|saison",
        warming=r"réchauffement climatique|réchauffement planétaire|réchauffement global",
        to=r"à|jusqu'à",
    ),
    "es": _Ways(
        moves=r"aument\w*|subi\w*|sube|suben|baj[aeoó]\w*|reduj\w*|reduc\w*|cay\w*|descen\w*|descien\w*|increment\w*|"
        r"calent\w*|enfri\w*|ascen\w*|ascien\w*|elev\w*|crec\w*|disminu\w*|difier\w*",
        by="en",
        nouns=(
            r"aumentos?|subidas?|bajadas?|caídas?|descensos?|ascensos?|incrementos?|calentamiento|enfriamiento|"
            r"diferencias?|elevación|reducción|disminución|variación"
        ),
        of="de",
        direct=(
            r"aument\w*|subi\w*|sube|suben|baj[aeoó]\w*|cay\w*|descen\w*|descien\w*|increment\w*|ascen\w*|ascien\w*|crec\w*|"
            r"disminu\w*|ganó|perdió"
        ),
        compared=r"más|menos",
        above=r"encima|debajo",
        norms=r"normal|media|promedio|preindustrial\w*|habitual\w*",
        warming=r"calentamiento global",
        to=r"a|hasta",
    ),
}
_PATTERNS = {
    (language, field.name): re.compile(getattr(ways, field.name))
    for language, ways in _WAYS.items()
    for field in fields(ways)
    if getattr(ways, field.name)
}
# "Rose above 90 °F", "fell below 32 °F" tell a level, "rose more than 5 °F" a change: bounds that may stand between a
# verb and the amount of its change, by their first words.
_MEASURED = word_set(
    "at about around nearly almost roughly approximately some more less fewer no not just close unos unas casi cerca "
    "más menos alrededor aproximadamente environ presque quelque plus moins près au al algo"
)
_SKIPPED = word_sets("en: a an some another further only fully between de: zwischen fr: entre es: otros entre unos")
# Past these no noun is looked for: "a drop in the number of 100 °F days", "à partir de 5 °C".
_OTHER_MATTERS = word_set(
    "from at near to à au aux du с со от до при aus bei auf bis desde hasta a partir number chance chances risk odds "
    "share frequency probability days zahl risiko nombre risque número riesgo"
)
_ARTICLES = word_set("a an the this that its their another one further single sudden")
_PASSED = word_set("- in temperature of average global mean")
_UP_TO = "дейін"
_BEFORE, _BEHIND = 6, 4


def tells_a_change(line: Sequence[Word], start: int, first: int, after: int, language: str) -> bool:
    """Whether the degrees of words `first` to `after` are the amount of a change; `start` is where its bound begins."""
    if language not in _WAYS:
        return False
    return _Degrees(line, start, first, after, language).are_a_change()


class _Degrees:
    def __init__(self, line: Sequence[Word], start: int, first: int, after: int, language: str) -> None:
        self.language = language
        lower = [word.lower for word in line[max(0, start - 2 * _BEFORE) : after + 3 * _BEHIND]]
        moved = min(start, 2 * _BEFORE) - start
        skipped = _SKIPPED.get(language, frozenset())
        self.bound, self.amount = lower[start + moved : first + moved], lower[first + moved : after + moved]
        before = _clause(lower[: start + moved][::-1])  # the nearest first
        self.before = list(dropwhile(lambda word: word in skipped, before))
        self.is_attribute = (bool(before) and before[0] in _ARTICLES) or "-" in self.amount
        self.behind = _clause(_past_brackets(lower[after + moved :]))[:_BEHIND]

    def are_a_change(self) -> bool:
        if self.language == "kk":
            return self.is_dative_with_a_move() or self.is_of_warming()
        return (
            self.is_joined_by() or self.is_of_a_move() or self.is_direct() or self.precedes_a_noun()
            or self.is_compared() or self.is_of_warming()
        )  # fmt: skip

    def meets(self, name: str, words: Iterable[str]) -> bool:
        """Whether one of the words is one of the language's words of that name."""
        pattern = _PATTERNS.get((self.language, name))
        return pattern is not None and any(pattern.fullmatch(word) for word in words)

    def is_joined_by(self) -> bool:
        return self.meets("by", self.before[:1]) and self.meets("moves", self.before[1:_BEFORE] + self.behind)

    def is_of_a_move(self) -> bool:
        if not self.meets("of", self.before[:1]) or self.meets("to", self.behind[:1]):
            return False  # "subió de 5 °C a 8 °C": the amount is where it began
        near = takewhile(lambda word: word not in _OTHER_MATTERS, self.before[1:_BEFORE])
        return self.meets("nouns", near)

    def is_direct(self) -> bool:
        is_measured = not self.bound or self.bound[0] in _MEASURED
        return is_measured and self.meets("direct", self.before[:1])

    def precedes_a_noun(self) -> bool:
        """ "A 5 °F rise", "a 10-degree Fahrenheit drop", "5 °F of warming"; not "below 32 °F increase the risk"."""
        behind = list(dropwhile(lambda word: word in _PASSED, self.behind))
        return (self.is_attribute or self.behind[:1] == ["of"]) and self.meets("nouns", behind[:1])

    def is_compared(self) -> bool:
        behind = self.behind[self.language == "fr" and self.behind[:1] == ["de"] :]
        if self.meets("compared", behind[:1]):
            return True
        return self.meets("above", self.behind[:2]) and self.meets("norms", self.behind)

    def is_of_warming(self) -> bool:
        near = [*self.before[::-1], "", *self.behind[:2]]
        return self.meets("warming", (*near, *(" ".join(pair) for pair in pairwise(near))))

    def is_dative_with_a_move(self) -> bool:
        """ "5 градусқа жылыды", and not "5 градусқа дейін жылыды"."""
        behind = [word for word in self.behind if word != "-"]
        is_dative = "градусқа" in self.amount or self.meets("by", behind[:1])
        return is_dative and _UP_TO not in behind[:2] and self.meets("moves", behind)


def _clause(words: list[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if word in {",", ";", ".", ":", "(", ")"}), len(words))
    return words[:end]


def _past_brackets(words: list[str]) -> list[str]:
    """ "A 2.8 °C (5 °F) rise": what stands in brackets behind the amount tells it over."""
    return words[words.index(")") + 1 :] if words[:1] == ["("] and ")" in words else words
