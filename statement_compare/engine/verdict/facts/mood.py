"""Whether a clause states a fact: conditions, hedges, plans and questions in six languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.model import Span
from statement_compare.engine.verdict.facts.cues import phrase_list, places
from statement_compare.engine.verdict.facts.scope import scopes
from statement_compare.engine.verdict.reading import Reading


class MoodMark(StrEnum):
    IF = "if"
    HEDGE = "hedge"
    PLAN = "plan"


_IF: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        if / unless / provided / provided that / providing that / as long as / on condition / on the condition /
        subject to / in the event / should any / should the / should a / should it / should we / were the / were it
        / had the / had it / had we / had any / whether / assuming / in case / even if / depending on / would have /
        would be / would / contingent on / conditional on / so that / in order
        """
    ),
    "ru": phrase_list(
        """
        если / при условии / в случае / при наличии / бы / ли / в зависимости / лишь если
        """
    ),
    "kk": phrase_list("егер / жағдайда / шартымен / болса"),
    "de": phrase_list(
        """
        wenn / falls / sofern / sollte / sollten / vorausgesetzt / unter der bedingung / ob / würde / wäre
        """
    ),
    "fr": phrase_list(
        """
        si / à condition / sous réserve / en cas / pourvu / s'il / s'ils / serait / aurait
        """
    ),
    "es": phrase_list("si / siempre que / a condición / en caso / sería / habría"),
}
_HEDGES: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        may / might / could / may have / might have / could have / appears / appear / appeared / seems / seem /
        seemed / likely / unlikely / probably / possibly / perhaps / apparently / presumably / allegedly /
        reportedly / suspected / believed to / thought to / in all likelihood / cannot rule out / can't rule out /
        not rule out / cannot be ruled out / not be ruled out / not excluded / cannot be excluded / in part / partly
        / to some extent / it is possible / a risk / in principle / supposedly / potentially / suggests / suggest /
        to our knowledge / as far as we know / so far as we know / we believe / not yet clear / unclear
        """
    ),
    "ru": phrase_list(
        """
        возможно / вероятно / по-видимому / видимо / предположительно / мог / могла / могли / могло / может быть /
        не исключено / не исключает / не исключают / якобы / скорее всего / похоже / в принципе / отчасти
        """
    ),
    "kk": phrase_list("мүмкін / ықтимал / шамасы / бәлкім / болжам / ішінара"),
    "de": phrase_list(
        """
        möglicherweise / vermutlich / wahrscheinlich / wohl / vielleicht / könnte / könnten / dürfte / dürften /
        offenbar / anscheinend / mutmaßlich / nicht ausgeschlossen / nicht auszuschließen / teilweise
        """
    ),
    "fr": phrase_list(
        """
        peut-être / probablement / vraisemblablement / pourrait / pourraient / semble / semblent / apparemment /
        éventuellement / pas exclu / pas exclure / il se peut / en partie
        """
    ),
    "es": phrase_list(
        """
        quizá / quizás / probablemente / posiblemente / podría / podrían / parece / parecen / al parecer /
        presuntamente / no se descarta / no descarta / pudo / pudieron / en parte / es posible
        """
    ),
}
_PLANS: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        will / shall / plans to / plan to / planned to / intends to / intend to / intended to / is to / are to / was
        to / were to / going to / won't / aims to / hopes to / expects to / proposes to / proposed to / intention /
        prepared to / due to be / wants to / would like to / from next / about to / expected to
        """
    ),
    "ru": phrase_list(
        """
        будет / будут / планирует / планируют / намерен / намерена / намерены / собирается / собираются / готов /
        готова / готовы / планируется / предполагается / ожидается
        """
    ),
    "kk": phrase_list("жоспарлап / жоспарлайды / жоспарлауда / ниетті / мақ / болады / дайын"),
    "de": phrase_list(
        """
        wird / werden / plant / planen / beabsichtigt / will / wollen / soll / sollen
        """
    ),
    "fr": phrase_list(
        """
        sera / seront / va / vont / prévoit / prévoient / entend / compte / envisage
        """
    ),
    "es": phrase_list(
        """
        será / serán / va a / van a / prevé / prevén / planea / tiene previsto / piensa
        """
    ),
}


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words around a token make of it; a span for each thing found, None where there is none."""

    condition: Span | None
    hedge: Span | None
    plan: Span | None
    is_question: bool


@lru_cache(maxsize=512)
def mood_marks(reading: Reading, kind: MoodMark) -> tuple[tuple[int, int], ...]:
    """Token ranges of the words of a kind in a passage."""
    table = {MoodMark.IF: _IF, MoodMark.HEDGE: _HEDGES, MoodMark.PLAN: _PLANS}[kind]
    lowers = [token.lower for token in reading.tokens]
    found: list[tuple[int, int]] = []
    for phrase in sorted(table.get(reading.language, ()), key=lambda text: (-len(text.split()), text)):
        width = len(phrase.split())
        for i in places(lowers, phrase):
            if not any(a <= i < b for a, b in found) and _is_real(kind, lowers, i, width, reading):
                found.append((i, i + width))
    return tuple(sorted(found))


def _is_real(kind: MoodMark, lowers: list[str], i: int, width: int, reading: Reading) -> bool:
    word = lowers[i]
    following = lowers[i + width] if i + width < len(lowers) else ""
    if reading.language != "en":
        return True
    if word == "may":  # "May" the month
        return reading.tokens[i].text == "may" or i == 0
    if kind is MoodMark.IF and word in ("should", "were", "had") and width > 1:
        return i == 0 or lowers[i - 1] in (",", ";", ".", "and", "that", '"', "“")
    if kind is MoodMark.IF and word == "provided" and width == 1:
        return following in ("the", "that", "it", "they", "we", "a")
    if kind is MoodMark.HEDGE and word == "could":
        return following != "not"
    return True


@lru_cache(maxsize=1024)
def mood(reading: Reading, token: int, apart: tuple[int, ...] = ()) -> Mood:
    """The mood of the clause that holds `token`; a condition counts for its whole sentence. `apart` is left out."""
    first, last = scopes(reading).clause_of(token)
    start, end = _sentence(reading, token)
    tokens = reading.tokens

    def inside(kind: MoodMark, a: int, b: int) -> Span | None:
        for x, y in mood_marks(reading, kind):
            if a <= x < b and x not in apart:
                return Span(tokens[x].span.start, tokens[y - 1].span.end)
        return None

    is_question = (end < len(tokens) and tokens[end].text == "?") or (end > 0 and tokens[end - 1].text == "?")
    return Mood(
        inside(MoodMark.IF, start, end),
        inside(MoodMark.HEDGE, first, last),
        inside(MoodMark.PLAN, first, last),
        is_question,
    )


def _sentence(reading: Reading, token: int) -> tuple[int, int]:
    tokens = reading.tokens
    start, end = token, token
    while start > 0 and tokens[start - 1].text not in ".!?;":
        start -= 1
    while end < len(tokens) and tokens[end].text not in ".!?;":
        end += 1
    return start, end
