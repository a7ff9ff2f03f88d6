"""How far a negation reaches: clauses, the cues of six languages, and what cancels them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.facts.cues import phrase_list, places
from statement_compare.engine.verdict.facts.frames import frames
from statement_compare.engine.verdict.facts.words import (
    ADVERBS,
    AUXILIARIES,
    BREAKERS,
    CLAUSE_AFTER_AND,
    FUNCTION_WORDS,
    OPENERS,
    word_set,
)
from statement_compare.engine.verdict.reading import Reading


class Reach(StrEnum):
    """Which tokens a cue turns around."""

    RIGHT = "right"  # from the cue to the end of its clause
    CLAUSE = "clause"  # the whole clause: "no letter was received", "received no letter"


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `start` to `end` negate the tokens `scope` (both half-open)."""

    start: int
    end: int
    scope: tuple[int, int]
    reach: Reach
    word: str

    def span(self, tokens: tuple[Token, ...]) -> Span:
        return Span(tokens[self.start].span.start, tokens[self.end - 1].span.end)


# Longest phrase first decides. CANCELLED ones look like negations and are none.
_CANCELLED: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        not only / not just / not merely / not solely / not alone / not simply / not least / not to mention / not
        fewer than / not less than / not more than / not later than / not earlier than / not before / no fewer than
        / no less than / no more than / no later than / no earlier than / no sooner than / no fewer / no less / no
        sooner / not until / cannot rule out / can't rule out / not rule out / not ruled out / not rule it out / no
        doubt / not necessarily / no matter / not-for-profit / no trivial matter / no small matter / no secret / not
        surprisingly / not least because / or not / not all / not every / not everyone / not everybody / not each /
        not both / not always / not the only / not one of several / not entirely / not fully / not wholly / not
        completely / not everything / nothing but / nothing other than / nothing else / no option but / no choice
        but / no alternative but / no one but / nobody but / none but / no one else / nobody else / none other / no
        other / not exclusive / not exclusively / not unlike / no wonder / not so much / not yet clear / no comment
            / not comment / hardly any / hardly anyone / hardly anybody / scarcely anyone / scarcely anybody /
            barely anyone / hardly anything / hardly ever / scarcely any / barely any / not
        many / not much / few / not one of the only / not only because / no one's else / no matter how / not as /
        not quite / not nearly / not intentionally / not deliberately / not knowingly / not on purpose / no.  / if
        not / why not
        """
    ),
    "ru": phrase_list(
        """
        не только / не просто / не менее / не более / не меньше / не больше / не позднее / не позже / не ранее / не
        раньше / не исключено / не исключает / не исключают / не исключил / не все / не всех / не всё / не всем / не
        каждый / не каждая / не всегда / не полностью / не совсем / не столько / не единственный / не единственная /
        не один / не одна / не раз / не обязательно / не комментирует / не хуже / не лучше / ничем не / не до
        """
    ),
    "kk": phrase_list(
        """
        ғана емес / кем емес / артық емес / кеш емес / жалғыз емес / барлығы емес / бәрі емес
        """
    ),
    "de": phrase_list(
        """
        nicht nur / nicht allein / nicht zuletzt / nicht später als / nicht mehr als / nicht weniger als / nicht vor
        / nicht ausgeschlossen / nicht ausschließen / nicht alle / nicht jeder / nicht jede / nicht immer / nicht
        vollständig / nicht ganz / nicht der einzige / nicht die einzige / nichts anderes als / nichts als / nicht
        erst / nicht unbedingt / nicht zwingend
        """
    ),
    "fr": phrase_list(
        """
        non seulement / pas seulement / pas uniquement / pas moins de / pas plus de / pas exclu / pas tous / pas
        toutes / pas toujours / pas nécessairement / sans doute / rien d'autre que / pas entièrement / pas
        totalement
        """
    ),
    "es": phrase_list(
        """
        no sólo / no solo / no solamente / no únicamente / no menos de / no más de / no más tarde / no obstante / no
        descarta / no se descarta / no todos / no todas / no siempre / no necesariamente / sin duda / sin embargo /
        nada más que / no por completo / no del todo
        """
    ),
}
_RIGHT: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        not / never / cannot / failed to / fails to / fail to / failing to / failure to / without / refused to /
        refuses to / unable to / neglected to / omitted to / no longer / yet to / far from / lack / lacks / lacked /
        lacking / in no way / by no means / nor / declined to / free of / free from / stopped short of /
        fell short of / falls short of / fall short of / refrained
        from / absence of
        """
    ),
    "ru": phrase_list(
        """
        не / без / не смог / не смогла / не смогли / не стал / не стала / не стали / не удалось / отказался /
        отказалась / отказалось / отказались / отказывается / отказываются / отсутствует / отсутствовал /
        отсутствовала / отсутствовали / отсутствие
        """
    ),
    "kk": (),
    "de": phrase_list("ohne"),
    "fr": phrase_list("sans"),
    "es": phrase_list("no / sin / tampoco / ni"),
}
_CLAUSE: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        no / none / nobody / no one / no-one / nothing / nowhere / not a single / not one / not any / not a / at no
        point / at no time / at no stage / on no occasion / under no circumstances / neither / never once / in no
        case
        """
    ),
    "ru": phrase_list("нет / нельзя"),
    "kk": phrase_list("емес / жоқ / бас тартты / бас тартады / бас тартқан / бас тартып / бас тартуда"),
    "de": phrase_list(
        """
        nicht / kein / keine / keinen / keinem / keiner / keines / nie / niemals / niemand / nichts
        """
    ),
    "fr": phrase_list("ne / n'"),
    "es": phrase_list("nunca / jamás / ningún / ninguna / ninguno / nadie / nada"),
}
# Words that stand with another negation in the same clause without adding one ("no ... ningún", "никто не").
_CONCORD = {"es": frozenset(_CLAUSE["es"])}
# With one of them the Russian "не" denies all of its clause: "никто из жителей не пострадал".
_RUSSIAN_CONCORD = re.compile(
    r"(?:ни|никто|никого|никому|никем|ничто|ничего|ничему|ничем|никогда|нигде|никуда|никак\w{2,3})$"
)
_RUSSIAN_PREPOSITIONS = word_set(
    "среди из у в во на от до для по при за с со к ко о об над под между перед после без через около против кроме"
)
_RUSSIAN_AND = word_set("и или но а")
_KAZAKH_NEGATIVE_VERB = re.compile(
    r"^\w{2,}?(?:ма|ме|ба|бе|па|пе)(?:ды|ді|дым|дім|дық|дік|дыңыз|ған|ген|йды|йді|ймыз|йміз|й|са|се|ғаны|гені|ғанын|генін|"
    r"ғандығы|гендігі|ғандар|гендер|ғандықтан|гендіктен|у|уы|уі|ңыз|ңіз|стан|стен|с|ғанбыз|генбіз|ғанда|генде|йтын|йтін|пты|пті)$"
)
_AND = {"en": "and"}
_POSSESSION = word_set("have has had having is are was were been be there's there")
_DETERMINERS = word_set("a an the its our their his her this that these those of")


@dataclass(frozen=True, slots=True)
class Scopes:
    """Clauses of a passage, its negation cues, and for each token how many cues turn it around.

    `half_negated` are tokens of phrases such as "not all", "hardly any": neither plain yes nor plain no.
    """

    clauses: tuple[tuple[int, int], ...]
    cues: tuple[Cue, ...]
    depth: tuple[int, ...]
    half_negated: frozenset[int]

    def clause_of(self, token: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self.clauses if a <= token < b), (token, token + 1))

    def is_negated(self, token: int) -> bool:
        return self.depth[token] % 2 == 1


@lru_cache(maxsize=256)
def scopes(reading: Reading) -> Scopes:
    """Where the passage's clauses end and which of its words are negated."""
    tokens, language = reading.tokens, reading.language
    clauses = _clauses(
        tokens, language, frozenset(edge for frame in frames(reading) for edge in (frame.start, frame.end))
    )
    cues, cancelled = _cues(tokens, language, clauses)
    depth = [0] * len(tokens)
    for cue in cues:
        for i in range(*cue.scope):
            # A negated Kazakh verb is its own cue.
            if language == "kk" or not cue.start <= i < cue.end:
                depth[i] += 1
    return Scopes(clauses, cues, tuple(depth), cancelled)


def head(cue: Cue, reading: Reading) -> tuple[int, ...]:
    """Candidates for the word that a cue negates first: the predicate, then the noun it stands before."""
    tokens, language = reading.tokens, reading.language
    first, last = cue.scope
    after = [i for i in range(max(cue.end, first), last) if is_content(tokens[i], language)]
    before = [i for i in range(first, cue.start) if is_content(tokens[i], language)]
    if cue.reach is Reach.RIGHT:
        if language == "en" and after and tokens[after[0]].lower in LIGHT_VERBS:
            # "Received no fine", "has not received any fine": the noun says what did not happen.
            return tuple(dict.fromkeys([after[0], *_object_of_light_verb(after, tokens)]))
        if language == "en" and cue.word in ("without", "lack", "lacks", "lacked", "lacking", "free of", "free from"):
            noun = _noun_after(cue, after, tokens)
            return (noun,) if noun is not None else tuple(after[:1])
        return tuple(after[:1])
    if language == "en":
        auxiliaries = AUXILIARIES["en"]
        aux = next((i for i in range(cue.end, last) if tokens[i].lower in auxiliaries), None)
        noun = _noun_after(cue, after, tokens)
        predicate = next((i for i in after if aux is not None and i > aux), None)
        previous = tokens[cue.start - 1].lower if cue.start else ""
        has_it = previous in _POSSESSION
        if predicate is None and before and before[-1] == cue.start - 1 and cue.word in ("no", "nothing", "none of"):
            # "received no letter", but not "paid its directors no bonus".
            opener = tokens[before[-1] - 1].lower if before[-1] else ""
            predicate = before[-1] if opener not in _DETERMINERS and not tokens[before[-1]].text[:1].isupper() else None
        elif predicate is None and cue.word in ("nobody", "no one", "no-one", "nothing", "none"):
            predicate = after[0] if after and after[0] == cue.end else None
        found = [predicate] if predicate is not None and not has_it else []
        if noun is not None and cue.word in ("no", "not a", "not any") and (has_it or predicate is not None):
            found.append(noun)
        return tuple(dict.fromkeys(found))
    if language == "kk":
        # "Кездесуден бас тартты": what is refused stands before the refusal.
        is_refusal = cue.end - cue.start > 1
        own = [i for i in range(cue.start, cue.end) if is_content(tokens[i], language) and not is_refusal]
        return tuple(own or before[-1:])
    if cue.word == "нет" and not after:
        # "Пострадавших среди жителей нет": what is missing depends on no preposition.
        before = [i for i in before if not i or tokens[i - 1].lower not in _RUSSIAN_PREPOSITIONS] or before
    # German, French and Spanish: the last content word of the clause is the likeliest participle.
    near = after[:1] if language in ("fr", "es") else []
    return tuple(dict.fromkeys([*near, *(after[-1:] or before[-1:])]))


LIGHT_VERBS = word_set(
    """
    receive received get gotten got issue issued give given make made take taken hold held impose imposed conduct
    conducted have had carry carried perform performed obtain obtained
    """
)


def _object_of_light_verb(after: list[int], tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """The noun that "any" or "a single" brings in after the verb."""
    first = after[0] + 1
    opening = [token.lower for token in tokens[first : first + 2]]
    if opening[:1] != ["any"] and opening != ["a", "single"]:
        return ()
    run = [i for i in after[1:] if i <= first + 3]
    last = next((i for i, following in zip(run, [*run[1:], -1], strict=True) if following != i + 1), None)
    return () if last is None else (last,)


def kazakh_root(word: str) -> str | None:
    """What a negated Kazakh verb shares with its positive forms ("хабарла" of "хабарламады"); None for other words.

    A verbal noun in the ablative ("кездесуден" before "бас тартты") is such a form as well.
    """
    if word.endswith(("удан", "уден")) and len(word) >= 7:
        return word[:-4]
    if not _KAZAKH_NEGATIVE_VERB.match(word):
        return None
    return word[: max(word.rfind(syllable) for syllable in ("ма", "ме", "ба", "бе", "па", "пе"))]


def is_content(token: Token, language: str) -> bool:
    """Whether a token carries content: a word outside the closed classes, or a figure."""
    if token.kind is TokenKind.SYMBOL:
        return False
    if token.kind is TokenKind.NUMBER:
        return True
    word = token.lower.removesuffix("'s")
    if language == "en" and (word in ADVERBS["en"] or (word.endswith("ly") and len(word) > 5)):
        return False
    if language == "fr" and "'" in word:
        word = word.split("'", 1)[1]
    return word not in FUNCTION_WORDS.get(language, frozenset()) and len(word) > 1


def negated_noun(cue: Cue, reading: Reading) -> int | None:
    """The noun that an English "no" stands before; None for other cues."""
    if reading.language != "en" or cue.word not in ("no", "not a single", "not any"):
        return None
    after = [i for i in range(cue.end, cue.scope[1]) if is_content(reading.tokens[i], "en")]
    return _noun_after(cue, after, reading.tokens)


def _noun_after(cue: Cue, after: list[int], tokens: tuple[Token, ...]) -> int | None:
    """The last of the content words that follow a cue without a break, articles and "of" apart."""
    last: int | None = None
    for i in after:
        gap = [tokens[k].lower for k in range((cue.end if last is None else last + 1), i)]
        if any(word not in ("of", "the", "a", "an", "any", "our", "its", "their", "these", "those") for word in gap):
            break
        if last is not None and gap:
            break
        last = i
    return last


def _clauses(tokens: tuple[Token, ...], language: str, edges: frozenset[int]) -> tuple[tuple[int, int], ...]:
    found, start = [], 0
    breakers, openers = BREAKERS.get(language, frozenset()), OPENERS.get(language, frozenset())
    for i, token in enumerate(tokens):
        follower = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if token.text in ".;:!?()—–" or (token.text == "," and follower in openers) or i in edges:
            is_end = True
        elif token.lower == _AND.get(language):
            is_end = follower in CLAUSE_AFTER_AND
        else:
            is_end = token.lower in breakers and not (token.lower == "as" and follower in ("a", "many", "much", "well"))
        if is_end and i > start:
            found.append((start, i))
            start = i
    if start < len(tokens):
        found.append((start, len(tokens)))
    return tuple(found)


def _cues(
    tokens: tuple[Token, ...], language: str, clauses: tuple[tuple[int, int], ...]
) -> tuple[tuple[Cue, ...], frozenset[int]]:
    lowers = [token.lower for token in tokens]
    taken: set[int] = set()
    for phrase in _CANCELLED.get(language, ()):
        for i in places(lowers, phrase):
            if not (phrase == "few" and i and lowers[i - 1] == "a"):
                taken.update(range(i, i + len(phrase.split())))
    cancelled = frozenset(taken)
    found: list[Cue] = []
    phrases = [(p, Reach.RIGHT) for p in _RIGHT.get(language, ())]
    phrases += [(p, Reach.CLAUSE) for p in _CLAUSE.get(language, ())]
    for phrase, reach in sorted(phrases, key=lambda item: -len(item[0].split())):
        for i in places(lowers, phrase):
            end = i + len(phrase.split())
            if taken & set(range(i, end)) or _is_numero(tokens, i, language):
                continue
            taken.update(range(i, end))
            cue = _cue(i, end, reach, phrase, clauses)
            found.append(_widened(cue, lowers, clauses) if phrase == "не" else cue)
    for i, lower in enumerate(lowers):
        if i in taken:
            continue
        if language == "en" and lower.endswith("n't"):
            following = lowers[i + 1] if i + 1 < len(lowers) else ""
            if f"not {following}" not in _CANCELLED["en"]:
                found.append(_cue(i, i + 1, Reach.RIGHT, lower, clauses))
        elif language == "fr" and lower.startswith("n'"):
            found.append(_cue(i, i + 1, Reach.CLAUSE, "n'", clauses))
        elif language == "kk" and _KAZAKH_NEGATIVE_VERB.match(lower):
            found.append(_cue(i, i + 1, Reach.CLAUSE, lower, clauses))
    kept = [cue for cue in found if not _is_void(cue, found, lowers, language)]
    return tuple(sorted(kept, key=lambda cue: cue.start)), cancelled


def _widened(cue: Cue, lowers: list[str], clauses: tuple[tuple[int, int], ...]) -> Cue:
    """A Russian "не" that stands with "никто" or the like denies what stands before it as well, back to an "и"."""
    first = next((a for a, b in clauses if a <= cue.start < b), cue.start)
    first = max((i + 1 for i in range(first, cue.start) if lowers[i] in _RUSSIAN_AND), default=first)
    if any(_RUSSIAN_CONCORD.match(lower) for lower in lowers[first : cue.start]):
        return replace(cue, scope=(first, cue.scope[1]))
    return cue


def _is_void(cue: Cue, found: list[Cue], lowers: list[str], language: str) -> bool:
    """Whether something else in the clause takes the negation away."""
    rest = lowers[cue.end : cue.scope[1]]
    if language == "en":
        if cue.word in ("not", "never", "nobody", "no", "none") or cue.word.endswith("n't"):
            following = lowers[cue.end : cue.end + 14]
            if "until" in following or "till" in following:
                return True
        if cue.word == "nor":
            # "Neither A nor B was asked" negates once.
            return any(other.word == "neither" and other.scope[0] <= cue.start < other.scope[1] for other in found)
        exceptions = ("but", "except", "apart", "besides", "bar", "save")
        return cue.word in ("no", "nothing", "nobody", "none", "no one") and (
            any(word in exceptions for word in lowers[cue.end : cue.end + 3]) or "than" in rest[:4]
        )
    if language == "fr" and cue.reach is Reach.CLAUSE:
        clause = lowers[cue.scope[0] : cue.scope[1] + 12]
        has_second = any(
            word in ("pas", "jamais", "plus", "rien", "personne", "ni", "aucun", "aucune") for word in clause
        )
        return not has_second
    if language in _CONCORD and cue.word in _CONCORD[language]:
        return any(other.word == "no" and other.scope[0] <= cue.start <= other.scope[1] + 1 for other in found)
    return False


def _is_numero(tokens: tuple[Token, ...], i: int, language: str) -> bool:
    """`No. 7` is a number sign, not a negation."""
    return (
        language == "en"
        and tokens[i].text == "No"
        and i + 2 < len(tokens)
        and tokens[i + 1].text == "."
        and tokens[i + 2].kind is TokenKind.NUMBER
    )


def _cue(start: int, end: int, reach: Reach, word: str, clauses: tuple[tuple[int, int], ...]) -> Cue:
    clause = next(((a, b) for a, b in clauses if a <= start < b), (start, end))
    first = clause[0] if reach is Reach.CLAUSE else end
    return Cue(start, end, (first, max(clause[1], end)), reach, word)
