"""Whether a speaker takes the other side's word up as true: "We do not dispute that", "It is true that", "indeed"."""

from __future__ import annotations

import re

_DENYING_VERBS = "deny|dispute|contest|question|challenge|doubt|quarrel with|argue with"
_CONCEDES = {
    "en": re.compile(
        rf"\b(?:it is (?:quite |indeed |perfectly )?(?:true|correct|right) that"
        rf"|(?:do|does|did|will|would|can|could) ?not (?:seek to |wish to |try to )?(?:{_DENYING_VERBS})"
        rf"|(?:don|doesn|didn|won|can)['’]t (?:{_DENYING_VERBS})"
        rf"|(?:cannot|never) (?:{_DENYING_VERBS}|denied|disputed|contested|questioned|doubted)"
        r"|(?:is|are|was|were) (?:not (?:in dispute|disputed|contested|denied)|undisputed|uncontested|common ground)"
        r"|we (?:fully |readily |openly |freely )?"
        r"(?:accept(?:ed)?|acknowledged?|admit(?:ted)?|conceded?|recogni[sz]ed?|agreed?) that"
        r"|indeed|rightly (?:says|said|notes|noted|points|pointed|states|stated))(?!\w)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:не (?:оспарива\w+|отрица\w+|опроверга\w+|спор\w+)|верно,? что|действительно|призна[её]\w*,? что"
        r"|соглас\w+ с тем|это правда)",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"(?:жоққа шығармай\w*|теріске шығармай\w*|рас,|рас екен|шынымен|мойындай\w*|келісе\w*)", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(?:(?:bestreite|leugne|bezweifle)\w* (?:\w+ ){0,3}nicht|ist (?:richtig|wahr|unstrittig)|es stimmt,"
        r"|in der tat|tatsächlich|räum\w+ (?:\w+ ){0,3}ein|erkenn\w+ (?:\w+ ){0,3}an)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne (?:contest|nie|nion|dément)\w* pas|il est (?:vrai|exact)|en effet|effectivement|reconnaiss\w+ que"
        r"|admett\w+ que)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:no (?:neg|nieg|disput|discut|cuestion|rebat)\w+|es (?:cierto|verdad) que|en efecto|efectivamente"
        r"|reconoce\w* que|admit\w+ que)",
        re.IGNORECASE,
    ),
}
# After one of these a concession is taken back: "It is true that we were told, but ...".
_TURNS = re.compile(
    r"(?:;|\b(?:but|however|yet|но|однако|бірақ|aber|jedoch|mais|cependant|pero|sin embargo)(?!\w))", re.I
)


def concedes(text: str, language: str) -> bool:
    """Whether a passage takes something up as true and does not turn against it afterwards."""
    pattern = _CONCEDES.get(language)
    found = pattern.search(text) if pattern is not None else None
    return found is not None and _TURNS.search(text, found.end()) is None
