"""What a passage sets something against: "Unlike France, Spain did not sign" tells of France that it did."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import stance_of
from statement_compare.engine.annotate.times import date_spans
from statement_compare.engine.annotate.word_classes import AUXILIARIES, FUNCTION_WORDS, words_of
from statement_compare.engine.language import phrases, word_sets
from statement_compare.engine.text.tokens import Token, TokenKind

_OPENS = phrases("contrasted", "opens")
_CLOSES = phrases("contrasted", "closes")
# Behind the first, and within the second, what somebody says is no party: "unlike what the firm says".
_OF_WHAT = phrases("contrasted", "of_what")
_OPENS_CLAUSE = phrases("contrasted", "opens_clause")
_ARTICLES = word_sets("entities", "articles")
_AGENT = word_sets("entities", "agent")
_ENDS = frozenset(".,;:!?()–—")
_NONE: frozenset[str] = frozenset()


@annotation
def contrasted(reading: Reading) -> frozenset[int]:
    """The tokens of all phrases such as "unlike the mayor"."""
    lowers = [token.lower for token in reading.tokens]
    found: set[int] = set()
    for phrase in _OPENS.get(reading.language, ()):
        for at in places(lowers, phrase):
            if at not in scopes(reading).half_negated:  # "not unlike"
                behind = at + len(phrase.split())
                end = _end(reading, at, behind)
                found.update(_apart_from_claims(reading, phrase, range(at, end), behind))
    for phrase in _CLOSES.get(reading.language, ()):
        for at in places(lowers, phrase):
            found.update(
                range(max((i + 1 for i in range(at) if lowers[i] in _ENDS), default=0), at + len(phrase.split()))
            )
    return frozenset(found)


@cache
def contrasting_words(language: str) -> frozenset[str]:
    """The words of the phrases that open or close a contrast, which are no part of what it names."""
    return frozenset(
        word for phrase in (*_OPENS.get(language, ()), *_CLOSES.get(language, ())) for word in phrase.split()
    )


def _apart_from_claims(reading: Reading, phrase: str, inside: range, behind: int) -> set[int]:
    """What is left of such a phrase without the claim in it: nothing of "unlike what the firm says" and "anders als die
    Firma sagt", and "in Leeds" of "unlike what the firm said in Leeds".

    The firm's claim is denied, and it is no second case that the rest says nothing of. The place and all else behind
    the verb of saying may be one, but not the time, which may be when it was said.
    """
    language, tokens = reading.language, reading.tokens
    articles = words_of(_ARTICLES, language)
    said = [i for i in range(behind, inside.stop) if _is_of_saying(tokens[i], language)]
    line = " ".join(token.lower for token in tokens[behind : inside.stop])
    is_what = any(line.startswith(what) for what in _OF_WHAT.get(language, ()))
    is_clause = phrase in _OPENS_CLAUSE.get(language, ())
    if not said or not (is_what or (is_clause and said[-1] == inside.stop - 1)):
        return set(inside)
    if not is_what:
        return set()
    verb = next((i for i in said if tokens[i - 1].lower not in articles), said[0])  # "what the report says"
    # "Affirme la direction", "dichiarato dalla ditta": who says it is a part of the claim.
    of_speaker = articles | words_of(_AGENT, language)
    known = FUNCTION_WORDS.get(language, _NONE)
    first = next(
        (i for i in range(verb + 1, inside.stop) if tokens[i].lower in known and tokens[i].lower not in of_speaker),
        inside.stop,
    )
    times = date_spans(reading)
    return {i for i in range(first, inside.stop) if not any(t.start <= tokens[i].span.start < t.end for t in times)}


def _is_of_saying(token: Token, language: str) -> bool:
    """ "Affirme", also where another word is joined to it ("qu'affirme")."""
    forms = {token.lower, re.split("['’]", token.lower)[-1]}
    return token.kind is TokenKind.WORD and any(stance_of(form, language) is not None for form in forms)


def _end(reading: Reading, opening: int, behind: int) -> int:
    """Where such a phrase ends: at a comma or stop; where it opens a sentence that has no comma, at the verb or after
    one word: "Anders als Frankreich hat Spanien ...".
    """
    tokens, language = reading.tokens, reading.language
    end = next((i for i in range(behind, len(tokens)) if tokens[i].text in _ENDS), len(tokens))
    opens = opening == 0 or tokens[opening - 1].text in _ENDS - {","}
    if not opens or (end < len(tokens) and tokens[end].text == ","):
        return end
    auxiliaries = AUXILIARIES.get(language, _NONE)
    first = next((i + 1 for i in range(behind, end) if is_content(tokens[i], language)), end)
    return next((i for i in range(behind, end) if tokens[i].lower in auxiliaries), first)
