"""Which of the times a text names is that of the telling ("said on 4 May that ..."), not of what is told."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from statement_compare.engine.model import Span
from statement_compare.engine.verdict.facts.moments import Moment, moments

# Verbs that only ever report, and verbs that may name the deed itself ("announced the levy on 10 April") and report
# only where a clause or a quotation follows.
_PLAIN = {
    "en": r"said|says|told (?:reporters|journalists|parliament|\w+ (?:news|radio|television))|told",
    "ru": r"сказал\w*|заявил\w*|заявля\w+|сообщил\w*|сообща\w+|рассказал\w*",
    "kk": r"деді|айтты|хабарлады|мәлімдеді|мәлім етті",
    "de": r"sagten?|teilten?|erklärten?",
    "fr": r"(?:a|ont|avait) (?:déclaré|dit|indiqué)",
    "es": r"dijo|dijeron|declaró|declararon|indicó|señaló",
}
_WITH_CLAUSE = {
    "en": r"confirm(?:ed|s)|announce[ds]|report(?:ed|s)|acknowledged|admitted|stated|warned|added|insisted|claimed|"
          r"maintained|noted|wrote|argued|conceded|disclosed|revealed|assured|denied|promised",
    "ru": r"подтвердил\w*|объявил\w*|признал\w*|отметил\w*|предупредил\w*|утверждал\w*|указал\w*|уточнил\w*|написал\w*|"
          r"пообещал\w*|пояснил\w*",
    "kk": r"растады|жариялады|мойындады|ескертті",
    "de": r"bestätigten?|gab(?:en)? bekannt|räumten? ein|kündigten? an|betonten?|berichteten?|warnten?|gab(?:en)?",
    "fr": r"(?:a|ont|avait) (?:confirmé|annoncé|reconnu|affirmé|averti|assuré|précisé)",
    "es": r"confirmó|anunció|afirmó|reconoció|admitió|advirtió|aseguró|informó|comunicó",
}  # fmt: skip
_CLAUSE = {
    "en": r"that\b(?!,? (?:year|month|week|day|evening|morning|night|afternoon|summer|winter|spring|autumn)\b)|"
          r"whether\b",
    "ru": r"что\b|будто\b", "kk": r"(?!)",
    "de": r"(?:mit|an|ein|bekannt)?,?\s*(?:dass|daß)\b",
    "fr": r"qu(?:e\b|['’])", "es": r"que\b",
}  # fmt: skip
_QUOTE = r"(?::\s*)?[\"“«„]"
_ON = {
    "en": r"(?:on|in|at|late|early|earlier|back|again|also|yesterday)",
    "ru": r"(?:в|во|еще|ещё|также|утром|вечером|днем)", "kk": r"(?!)",
    "de": r"(?:am|im|auch|noch|den|der)", "fr": r"(?:le|en|au|ce)", "es": r"(?:el|en|este|del?|pasado)",
}  # fmt: skip
# The verb of a clause that has begun without "that": "said the plant was closed on 4 May".
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|will|would|could|can|did)\b")
_REACH = 300  # characters on both sides of a time that are looked at
_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|be|are|is)|\bбыл\w*)\s(?:\w+ly\s)?$")
_FRAMES = {
    "en": r"\b(?:speaking|in (?:a|an|its|his|her|their) (?:[\w-]+ )?(?:statement|interview|briefing|speech|"
          r"press (?:release|conference)|news conference))\b[^,.;]*$",
    "ru": r"(?:выступая|в (?:интервью|заявлении|пресс-релизе)|на (?:брифинге|пресс-конференции))\b[^,.;]*$",
    "kk": r"(?:сұхбатында|мәлімдемесінде|брифингте|брифингінде)[^,.;]*$",
    "de": r"\b(?:in einer (?:erklärung|mitteilung|pressemitteilung)|in einem interview|"
          r"auf einer pressekonferenz)\b[^,.;]*$",
    "fr": r"\b(?:dans un (?:communiqué|entretien)|lors d['’]une conférence de presse|s['’]exprimant)\b[^,.;]*$",
    "es": r"\b(?:en (?:un comunicado|una entrevista|una rueda de prensa)|en declaraciones)\b[^,.;]*$",
}  # fmt: skip
_KAZAKH_SPEAKER = re.compile(
    r"^\s*(?:[\w-]+\s){0,3}(?:министрлі\w+|компания\w*|комитет\w*|басқарма\w*|әкімді\w+|агентті\w+|кәсіпорын\w*|"
    r"министр\w*|директор\w*|өкіл\w*|хатшы\w*)\s+$"
)


@lru_cache(maxsize=16)
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Compiled for one language: what stands before the time, after it, and in a clause that it opens."""
    plain, full, clause = _PLAIN[language], _WITH_CLAUSE[language], _CLAUSE[language]
    adverbs = rf"(?:,?\s+{_ON[language]})*"
    return (
        re.compile(rf"\b(?:{plain}){adverbs}\s*$"),
        re.compile(rf"\b(?:{plain}|{full})\b(?!\s+(?:{clause}))"),
        re.compile(rf"^\s*(?:{_ON[language]}\s+)*,?\s*(?:{clause}|{_QUOTE})"),
        re.compile(rf"^,?\s+(?:[\w'’.-]+\s+){{0,8}}?(?:{plain})\b"),
        re.compile(rf"^,?\s+(?:[\w'’.-]+\s+){{0,8}}?(?:{full})\b(?:\s+[\w'’-]+){{0,5}}?,?\s*(?:{clause}|{_QUOTE})"),
        re.compile(_FRAMES[language]),
    )


def is_of_telling(text: str, span: Span, language: str) -> bool:
    """Whether the time at `span` says when somebody spoke."""
    code = language if language in _PLAIN else "en"
    adjacent, verb_before, clause_after, opens_plain, opens_full, frame = _forms(code)
    before = text[max(0, span.start - _REACH) : span.start].casefold()
    after = text[span.end : span.end + _REACH].casefold()
    if frame.search(before):
        return True
    found = adjacent.search(before)
    if found is not None:
        return not _PASSIVE.search(before[: found.start()])
    if code == "kk":
        last = re.match(rf"\s*(?:[\w-]+\s+){{0,1}}(?:{_PLAIN['kk']})\b", after)
        if last is not None:
            return True
        ends = re.search(rf"\bдеп\s+(?:{_PLAIN['kk']}|{_WITH_CLAUSE['kk']})\s*\.?$", after)
        return ends is not None and _KAZAKH_SPEAKER.search(before) is not None
    governing = list(verb_before.finditer(before))
    if governing and clause_after.match(after):
        gap = before[governing[-1].end() :]
        if len(gap.split()) <= 8 and not re.search(r"[.;:\"“«„]", gap) and not _FINITE.search(gap):
            return not _PASSIVE.search(before[: governing[-1].start()])
    is_first = _opens_clause(before, code)
    return is_first and (_verb_follows(opens_plain, after) or _verb_follows(opens_full, after))


def _opens_clause(before: str, language: str) -> bool:
    """Whether nothing but a preposition stands before the time in its sentence."""
    rest = re.split(r"[.!?;:]\s|[\"“«„]", before)[-1].strip()
    return not rest or re.fullmatch(rf"(?:{_ON[language]}\s*)+", rest) is not None


def _verb_follows(pattern: re.Pattern[str], after: str) -> bool:
    found = pattern.match(after)
    return found is not None and not _PASSIVE.search(found.group()[: found.group().rfind(" ") + 1])


@lru_cache(maxsize=4096)
def event_moments(text: str, language: str, today: date | None = None) -> tuple[Moment, ...]:
    """The times of what is told: those of a text without the ones that say when somebody spoke."""
    return tuple(m for m in moments(text, language, today) if not is_of_telling(text, m.span, language))


_NOTIFYING = re.compile(
    r"\b(?:announce[ds]|disclosed|informed|notified|told the|объявил\w*|уведомил\w*|проинформировал\w*|жариялады|"
    r"kündigten?|informierten?|(?:a|ont) (?:annoncé|informé)|anunció|informó a|comunicó)\b"
)


def is_telling_itself_told(left: str, right: str) -> bool:
    """Whether both sides are about one announcement: a verb of announcing on both, by a speaker both name."""
    speakers = []
    for text in (left, right):
        found = _NOTIFYING.search(text.casefold())
        words = re.findall(r"\w+", text.casefold()[: found.start()]) if found is not None else []
        if not words:
            return False
        speakers.append(words[-1])
    return bool(speakers[0] == speakers[1])
