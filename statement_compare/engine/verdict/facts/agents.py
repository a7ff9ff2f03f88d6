"""Who or what a passage holds to have caused, asked for, ordered or answered for something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.verdict.facts.cues import PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.frames import Party, framed_tokens, party_of
from statement_compare.engine.verdict.facts.scope import is_content, scopes
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Reading


class Office(StrEnum):
    """What the named one did."""

    CAUSE = "cause"
    REQUEST = "request"
    DUTY = "duty"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Agent:
    """Tokens `cue` name the office, tokens `named` who fills it; `is_denied` where the passage says it was not they."""

    office: Office
    cue: tuple[int, ...]
    named: tuple[int, ...]
    is_denied: bool
    is_partial: bool
    party: Party


_AFTER: dict[str, dict[Office, tuple[str, ...]]] = {
    "en": {
        Office.CAUSE: phrase_list(
            """
            caused by / due to / because of / result of / resulted from / traced to / traced back to / blamed on /
            owing to / triggered by / set off by / attributable to / consequence of / stemmed from / stems from /
            sparked by / brought about by / brought on by / down to / on account of / came about through / caused
            not by / attributed to / arose from / the fault of / the work of / provoked by
            """
        ),
        Office.REQUEST: phrase_list(
            """
            at the request of / on the orders of / on the order of / on orders from / on the instructions of / on
            the instruction of / on instructions from / at the instigation of / on the initiative of / by order of /
            requested by / ordered by / at the insistence of / proposed by / suggested by / demanded by /
            commissioned by / on the advice of / the idea of / initiated by / instructed by
            """
        ),
        Office.DUTY: phrase_list(
            """
            responsibility lies with / lies with / rests with / is a matter for / a matter for / the duty of / the
            responsibility of / falls to / falls on / is up to / incumbent on / the task of / blame lies with
            """
        ),
        Office.ACTOR: phrase_list(
            """
            made by / given by / decided by / taken by / written by / signed by / came from / done by / drafted by /
            approved by / carried out by / committed by / drawn up by / dismissed by / chosen by / paid by / sent by
            """
        ),
    },
    "ru": {
        Office.CAUSE: phrase_list(
            """
            по вине / из-за / вызван / вызвана / вызвано / вызваны / вследствие / в результате / причиной стал /
            причиной стала / причиной стало / причиной стали
            """
        ),
        Office.REQUEST: phrase_list(
            """
            по просьбе / по требованию / по указанию / по распоряжению / по инициативе / по приказу / по решению
            """
        ),
        Office.DUTY: phrase_list(
            """
            ответственность лежит на / ответственность несёт / ответственность несет / обязанность лежит на / лежит
            на / возложена на
            """
        ),
        Office.ACTOR: (),
    },
    "de": {
        Office.CAUSE: phrase_list(
            """
            verursacht durch / wegen / aufgrund / infolge / verursacht von / ausgelöst durch / zurückzuführen auf
            """
        ),
        Office.REQUEST: phrase_list(
            """
            auf wunsch / auf antrag / auf anordnung / auf weisung / auf betreiben / auf verlangen / im auftrag
            """
        ),
        Office.DUTY: phrase_list("verantwortung liegt bei / liegt bei / aufgabe / zuständig ist"),
        Office.ACTOR: (),
    },
    "fr": {
        Office.CAUSE: phrase_list(
            """
            causé par / causée par / dû à / due à / en raison de / à cause de / provoqué par / provoquée par /
            résulte de / imputable à
            """
        ),
        Office.REQUEST: phrase_list(
            """
            à la demande de / sur ordre de / sur instruction de / à l'initiative de / sur décision de / à la demande
            du / sur ordre du / à l'initiative du
            """
        ),
        Office.DUTY: phrase_list("incombe à / relève de / incombe au / relève du"),
        Office.ACTOR: (),
    },
    "es": {
        Office.CAUSE: phrase_list(
            """
            causado por / causada por / debido a / a causa de / provocado por / provocada por / se debió a / por
            culpa de / se debe a / consecuencia de
            """
        ),
        Office.REQUEST: phrase_list(
            """
            a petición de / por orden de / a instancias de / por iniciativa de / por decisión de / a petición del /
            por orden del
            """
        ),
        Office.DUTY: phrase_list("corresponde a / recae en / compete a / recae sobre / corresponde al"),
        Office.ACTOR: (),
    },
    "kk": {
        Office.CAUSE: (),
        Office.REQUEST: (),
        Office.DUTY: (),
        Office.ACTOR: (),
    },
}
# "at the ministry's request": the name stands before these.
_BEFORE: dict[str, dict[Office, tuple[str, ...]]] = {
    "en": {
        Office.REQUEST: phrase_list(
            """
            request / insistence / instigation / initiative / orders / order / instructions / behest
            """
        ),
        Office.CAUSE: phrase_list("fault / doing"),
    },
    "kk": {
        Office.CAUSE: phrase_list("кінәсінен / салдарынан / себебінен"),
        Office.REQUEST: phrase_list(
            """
            өтініші бойынша / бұйрығымен / нұсқауымен / талабы бойынша / бастамасымен / тапсырмасымен
            """
        ),
        Office.DUTY: phrase_list("міндеті / жауапкершілігінде"),
    },
}
_ACTIVE = word_set("caused triggered provoked sparked led brought")
_AFTER_TABLES = {language: PhraseTable(table) for language, table in _AFTER.items()}
_PARTIAL = word_set(
    """
    partly contributed contributing factor factors among partial also mainly chiefly largely mostly primarily
    частично отчасти одна одной teilweise partiellement parcialmente одним ішінара
    """
)
_ENDS_NAME = word_set(
    """
    that who which whom when where while after before because since if but and or so is was were are had has
    have will would which's not in on at for to during under with as until into from rather что который которая
    которые когда после а и но dass die der das wenn und aber sondern qui que quand et mais pero y cuando
    """
)
_NO_NAME = word_set(
    """
    true false clear possible likely thereby first wrong untrue right necessary
    """
)
_LONGEST_NAME = 6


@lru_cache(maxsize=256)
def agents(reading: Reading) -> tuple[Agent, ...]:
    """The causes, requests, duties and actors that a passage names, outside its reporting frames."""
    tokens, language = reading.tokens, reading.language
    table = _AFTER_TABLES.get(language)
    if table is None:
        return ()
    framed = framed_tokens(reading)
    result = []
    for phrase in table.find(tokens):
        if phrase.start not in framed:
            named = _name_after(reading, phrase.end)
            if named:
                result.append(_agent(reading, phrase.kind, phrase.tokens, named))
    for office, words in _BEFORE.get(language, {}).items():
        for phrase in PhraseTable({office: words}).find(tokens):
            named = _name_before(reading, phrase.start)
            if named and phrase.start not in framed:
                result.append(_agent(reading, office, phrase.tokens, named))
    if language == "en":
        result += _clefts(reading, framed)
    return tuple(result)


def contrasts(reading: Reading) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """(who it was, who it was not) of "X, not Y", "X and not Y", "not X but Y", "X rather than Y"."""
    tokens = reading.tokens
    nots = {"en": ("not",), "ru": ("не",), "de": ("nicht",), "fr": ("non",), "es": ("no",), "kk": ()}.get(
        reading.language, ()
    )
    buts = {"en": "but", "ru": "а", "de": "sondern", "fr": "mais", "es": "sino"}.get(reading.language, "")
    found = []
    for i, token in enumerate(tokens):
        if token.lower not in nots:
            continue
        start = i + 1
        if start < len(tokens) and tokens[start].lower in ("by", "from", "on", "at", "with", "to"):
            start += 1
        denied = _name_after(reading, start)
        if not denied:
            continue
        after = denied[-1] + 1
        while after < len(tokens) and tokens[after].text == ",":
            after += 1
        if after < len(tokens) and tokens[after].lower == buts:
            begin = after + 1
            if begin < len(tokens) and tokens[begin].lower in ("by", "from", "on", "at", "with", "to"):
                begin += 1
            named = _name_after(reading, begin)
        elif i > 1 and (tokens[i - 1].text == "," or tokens[i - 1].lower in ("and", "и", "und", "et", "y")):
            named = _name_run_before(reading, i - 1)
        else:
            continue
        if named:
            found.append((named, denied))
    return tuple(found)


def _clefts(reading: Reading, framed: frozenset[int]) -> list[Agent]:
    """`It was X that ...`, `X caused ...`."""
    tokens = reading.tokens
    found = []
    for i, token in enumerate(tokens):
        if i in framed:
            continue
        if token.lower == "it" and i + 3 < len(tokens) and tokens[i + 1].lower in ("was", "is"):
            start = i + 2
            is_denied = tokens[start].lower == "not"
            named = _name_after(reading, start + is_denied)
            if named and named[-1] + 1 < len(tokens):
                following = named[-1] + 1
                while following < len(tokens) and tokens[following].text == ",":
                    following += 1
                if following < len(tokens) and tokens[following].lower in ("that", "who", "which", "and", "not"):
                    agent = _agent(reading, Office.ACTOR, (i, i + 1), named)
                    found.append(Agent(agent.office, agent.cue, named, is_denied, agent.is_partial, agent.party))
        elif token.lower in _ACTIVE and i > 0 and tokens[min(i + 1, len(tokens) - 1)].lower != "by":
            named = _name_run_before(reading, i)
            if named and (
                token.lower not in ("led", "brought") or tokens[min(i + 1, len(tokens) - 1)].lower in ("to", "about")
            ):
                found.append(_agent(reading, Office.CAUSE, (i,), named))
    return found


def _agent(reading: Reading, office: Office, cue: tuple[int, ...], named: tuple[int, ...]) -> Agent:
    scoped = scopes(reading)
    first, last = scoped.clause_of(cue[0])
    is_partial = any(reading.tokens[i].lower in _PARTIAL for i in range(first, last))
    is_denied = scoped.is_negated(cue[0]) or scoped.is_negated(named[0])
    party = party_of(tuple(reading.tokens[i] for i in range(named[0], named[-1] + 1)), reading.language)
    return Agent(office, cue, named, is_denied, is_partial, party)


def _name_after(reading: Reading, start: int) -> tuple[int, ...]:
    tokens = reading.tokens
    end = start
    while end < len(tokens) and end - start < _LONGEST_NAME:
        token = tokens[end]
        if token.text in ".,;:!?()—–" or (token.lower in _ENDS_NAME and end > start):
            break
        end += 1
    return _trim(reading, range(start, end))


def _name_before(reading: Reading, end: int) -> tuple[int, ...]:
    tokens = reading.tokens
    owner = end - 1
    if owner >= 0 and tokens[owner].lower == "own":
        owner -= 1
    if owner < 0:
        return ()
    if tokens[owner].lower in ("our", "its", "their"):
        return (owner,) if tokens[owner].lower == "our" else ()
    is_owner = tokens[owner].lower.endswith(("'s", "s'")) or (tokens[owner].text == "'" and owner > 0)
    if not is_owner and reading.language == "en":
        return ()
    named = (owner,) if reading.language == "kk" else _name_run_before(reading, owner + 1)
    if named and reading.language == "en":
        # "at the ministry's request", not "the airline's request for slots".
        opener = tokens[named[0] - 1].lower if named[0] else ""
        if opener in ("the", "a", "an"):
            opener = tokens[named[0] - 2].lower if named[0] > 1 else ""
        if opener not in ("at", "on", "by", "through", "entirely", "was", "is"):
            return ()
    return named


def _name_run_before(reading: Reading, end: int) -> tuple[int, ...]:
    tokens = reading.tokens
    start = end
    while start > 0 and end - start < _LONGEST_NAME:
        token = tokens[start - 1]
        if token.text in ".,;:!?()—–" or token.lower in _ENDS_NAME or token.lower in ("by", "that", "it"):
            break
        if token.lower in ("the", "a", "an") and start < end:
            break
        start -= 1
    return _trim(reading, range(start, end))


def _trim(reading: Reading, run: range) -> tuple[int, ...]:
    tokens = reading.tokens
    return tuple(
        i
        for i in run
        if tokens[i].lower not in _NO_NAME
        and (is_content(tokens[i], reading.language) or party_of((tokens[i],), reading.language) is Party.SELF)
    )
