"""Which sentences cannot be understood without the one before: "They were 124.", "That is false.", "Not in May."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


# The same sentence is asked about once for every sentence of the other side.
@lru_cache(maxsize=4096)
def leans(text: str, language: str) -> bool:
    """Whether a text opens with words whose meaning stands in the sentence before it.

    Only the opening counts: what comes later has mostly been named by then. False for a language without a table.
    """
    table = _table(language)
    if table is None:
        return False
    opening = text.lstrip(_OPENERS)
    return table.leaning.match(opening) is not None and table.standing.match(opening) is None


@dataclass(frozen=True, slots=True)
class _Table:
    leaning: re.Pattern[str]
    standing: re.Pattern[str]


_OPENERS = " \t\n\"'“”„«»‘’([–—-"


def _words(words: str) -> str:
    return "(?:" + "|".join(words.split()) + r")(?!\w)"


def _short(openings: str, most_words: int) -> str:
    """An answer of a few words that opens so and ends there."""
    return rf"{_words(openings)}[,:]?(?:\s+[\w'’.,:%-]+){{0,{most_words - 1}}}[.!…]?\s*\Z"


# The verbs that follow a bare "this" or "that"; before a noun both may name something for the first time.
_EN_VERBS = _words(
    "is was isn't isn’t wasn't wasn’t were are will won't would wouldn't can can't cannot could couldn't may might "
    "must should shall has hasn't had hadn't does doesn't did didn't also never not alone applies applied happened "
    "includes included means meant contradicts contradicted took came goes went ended began left led brought "
    "shows showed makes made remains remained seems cost costs concerns concerned affects affected"
)
# What is claimed, or stands for what was just named.
_EN_SAID = _words(
    "claim claims allegation allegations accusation accusations assertion assertions statement statements figure "
    "figures number numbers suggestion suggestions charge charges account accounts version picture letter letters "
    "incident incidents case cases decision decisions measure measures conclusion conclusions finding findings request "
    "offer answer reason explanation"
)
_EN_PARTITIVE = (
    r"(?:(?:about|around|some|only|just|almost|nearly|over|roughly|more than|fewer than|at least|not|every)\s+)*"
    r"(?:all|both|each|either|neither|none|one|two|three|four|five|six|seven|eight|nine|ten|any|half|many|most|much|some"
    r"|several|few|a few|a third|a quarter|the rest|the majority|the remainder|[\d.,]+(?:\s*(?:%|per cent|percent))?)"
    r"\s+of\s+(?:them|these|those|it)(?!\w)(?!\s+(?:who|which|that))"
)
_EN_PLURAL = "are were have had do did will would may might must should could can cannot never also"

# language -> (what leans, what looks like it and does not)
_PATTERNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            _words("they he she it"),
            rf"(?:this|that)\s+(?:{_EN_VERBS}|{_EN_SAID})",
            rf"these\s+(?:{_words(_EN_PLURAL)}|[a-z])",
            rf"those\s+(?:{_words(_EN_PLURAL)}|{_EN_SAID})",
            rf"such\s+(?:an?\s+)?{_EN_SAID}",
            rf"both\s+(?:of\s+(?:them|these)|{_words(_EN_PLURAL)})",
            rf"(?:neither|none|nor)\s+(?:{_words(_EN_PLURAL)}|is|was|has|does)(?!\w)",
            r"neither\s+the\s+(?:first|former|one)(?!\w)",
            r"(?:so|nor)\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\s",
            (
                r"the\s+(?:former|latter)(?!\s+(?:head|chief|director|manager|minister|owner|employee|chairman|chair|mayor"
                r"|president|staff|worker|workers|employees|managers|operator|plant|site|half|part)\w*)"
            ),
            _EN_PARTITIVE,
            _short("not never nor yes no only false untrue wrong incorrect nonsense correct exactly", 4),
            r"(?:in|by|before|after|until|on)\s+\w+[.!]?\s*\Z",
        ),
        (
            # "It is untrue that", "It took nine hours to", "It was our own team that": the sentence says what "it" is.
            (
                r"it\s+(?:(?:may|might|could|would|will|must|should|can|cannot|has|had|does|did)\s+)?(?:not\s+|never\s+|also\s+)?"
                r"(?:be|been|is|was|isn't|wasn't|take|takes|took|taken|seems|appears|emerges|emerged|follows|remains|turns|turned"
                r"|matters|makes|made)\s(?:\S+\s+){0,9}?(?:that|to|who|whether|because|if|when)(?!\w)"
            ),
            r"it\s+(?:(?:is|was)\s+not\s+until|rained|snowed|depends)(?!\w)",
            r"(?:this|these)\s+(?:past\s+|coming\s+)?" + _words("day days week weeks month months year years morning"),
            # "They who", "those affected": named by what follows.
            r"(?:they|those|he|she)\s+(?:who|whose|that|which)(?!\w)",
            r"no\s+\w+\s+\w+\s+\w+",
        ),
    ),
    "ru": (
        (
            _words("они он она оно это"),
            r"(?:эт(?:от|а|и|у|ого|ой|их)|так(?:ой|ая|ое|ие|их|ого))\s+[а-яё]",
            r"(?:оба|обе)\s+[а-яё]+(?:ли|ны|ты|ют|ят|ут|ат)(?!\w)",
            r"(?:никто|ничто|никакая|один|одна|две|два|три|все|многие|некоторые|большинство)\s+из\s+(?:них|этих)(?!\w)",
            r"(?:первый|первая|первое|последний|последняя|последнее)\s+[а-яё]+л[аои]?(?:сь|ся)?(?!\w)",
            _short("не нет да неправда неверно ложь ни никогда", 3),
            r"(?:в|к|до|после)\s+\w+[.!]?\s*\Z",
        ),
        (
            r"(?:эт(?:от|а|и|у|ого|ой|их))\s+(?:недел|год|месяц|дн|день|утр|вечер|зим|весн|лет|осен|ноч)",
            r"(?:они|он|она|это|те)\s*,?\s+(?:кто|которы|котора|что)",
        ),
    ),
    "kk": (
        (
            _words("бұл ол олар оның олардың осы мұндай бұлар екеуі"),
            _short("жоқ емес иә ешқашан дұрыс жалған", 2),
        ),
        (r"(?:бұл|осы|ол)\s+(?:апта|жыл|ай(?:да|дың)?(?!\w)|күн|таң|кеш|қыс|көктем|жаз|күз)",),
    ),
    "de": (
        (
            r"(?:das|dies)\s+"
            + _words(
                "ist war sind waren stimmt stimmte trifft traf gilt galt wird wurde hat hatte kann konnte muss darf "
                "entspricht widerspricht bedeutet bedeutete geschah betrifft betraf bleibt"
            ),
            _words("sie er beide ersterer ersteres letzterer letzteres"),
            r"es\s+(?:war|ist|waren|sind)\s+(?:nicht\s+)?(?:so|falsch|anders)\s*[.!]?\s*\Z",
            r"(?:dies(?:e|er|es|en)|solch(?:e|er|es|en)?)\s+[^\W\d_]",
            r"(?:keine?[rs]?|alle|viele|einige|die meisten|beide|zwei|drei)\s+(?:von\s+ihnen|davon)(?!\w)",
            _short("nicht nein ja nie niemals falsch unwahr keineswegs", 3),
            r"(?:im|am|vor|nach|bis)\s+\w+[.!]?\s*\Z",
        ),
        (r"dies(?:e|er|es|en)\s+(?:woche|jahr|monat|tage?|morgen|sommer|winter|herbst|frühling|frühjahr)",),
    ),
    "fr": (
        (
            _words("ils elles elle cela ceci"),
            r"(?:c['’]est|c['’]était|ce\s+n['’](?:est|était))(?!\w)",
            r"(?:ces|cette|cet|ce)\s+[^\W\d_]",
            r"(?:aucune?|tous|toutes|la plupart|plusieurs|deux|trois)\s+d['’](?:entre\s+)?(?:eux|elles)(?!\w)",
            _words("ni") + r"\s+l['’]une?",
            _short("non oui jamais pas faux", 3),
            r"(?:en|avant|après)\s+\w+[.!]?\s*\Z",
        ),
        (
            r"(?:c['’]est|c['’]était|ce\s+n['’](?:est|était)\s+(?:pas|que))\s.*\s(?:qui|que|qu['’]\w+)(?!\w)",
            (
                r"(?:ces|cette|cet|ce)\s+(?:semaine|année|mois|matin|soir|jours?|été|hiver|automne|printemps"
                r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|qui|que|sont)(?!\w)"
            ),
        ),
    ),
    "es": (
        (
            _words("ellos ellas esto eso ello aquello ambos ambas tampoco"),
            r"(?:est[eao]s?|es[eao]s?|dich[ao]s?)\s+[^\W\d_]",
            r"(?:ningun[oa]|tod[oa]s|la mayoría|vari[oa]s|un[oa]|dos|tres)\s+de\s+(?:ell[oa]s|est[oa]s)(?!\w)",
            _short("no sí nunca jamás falso", 3),
            r"(?:en|antes|tras)\s+\w+[.!]?\s*\Z",
        ),
        (
            (
                r"est[eao]s?\s+(?:semanas?|años?|mes(?:es)?|mañana|tarde|días?|verano|invierno|otoño|primavera"
                r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\w)"
            ),
            r"(?:amb[oa]s)\s+(?:partes|lados)(?!\w)",
        ),
    ),
}


@lru_cache(maxsize=16)
def _table(language: str) -> _Table | None:
    patterns = _PATTERNS.get(language)
    if patterns is None:
        return None
    leaning, standing = (re.compile("|".join(f"(?:{each})" for each in side), re.IGNORECASE) for side in patterns)
    return _Table(leaning, standing)
