"""Words that look like a negation and deny nothing of their sentence: the answer "No, ...", the number sign "No. 5"."""

from __future__ import annotations

from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import sentences, stance_of
from statement_compare.engine.annotate.verb_forms import is_verb
from statement_compare.engine.language import words
from statement_compare.engine.text.tokens import TokenKind

_ANSWERS = words("negation", "answers")
_ABSENT = words("negation", "absent")
_TRAITS = words("negation", "traits")
_NUMBER_SIGNS = words("negation", "number_signs")
_BEHIND_AN_ANSWER = frozenset(",.!;:–—")
_QUOTES = frozenset("\"“”„‟«»'‘’‚‛‹›")
_DASHES = frozenset("-‐‑–—")
_OPENING = _QUOTES | frozenset("([¡¿")
_CLOSING = _QUOTES | frozenset(")]")
_BEHIND_A_NUMBER = frozenset(".,;:!?()'’\"”")
_ASKING = words("mood", "conditions")  # "asked whether"
_NONE: frozenset[str] = frozenset()


@annotation
def empty_negations(reading: Reading) -> frozenset[int]:
    """The tokens that are an answer or a number sign."""
    numeros = {i for i in range(len(reading.tokens)) if _is_number_sign(reading, i)}
    return _answers(reading) | numeros


@annotation
def negations_in_doubt(reading: Reading) -> frozenset[int]:
    """A "нет" between a dash and a sign denies ("денег в бюджете — нет") or answers ("завод открыт — нет, закрыт")."""
    tokens, known = reading.tokens, _ABSENT.get(reading.language, _NONE)
    dashed = [i for i in range(2, len(tokens)) if tokens[i].text in known and tokens[i - 1].text in ("–", "—")]
    return frozenset(i for i in dashed if i + 1 == len(tokens) or tokens[i + 1].kind is TokenKind.SYMBOL)


def _answers(reading: Reading) -> frozenset[int]:
    """`No, the mayor signed it`: what is denied was said by somebody else. In "no mayor signed it" it stands here."""
    known = _ANSWERS.get(reading.language, _NONE)
    found: set[int] = set()
    for i, token in enumerate(reading.tokens[:-2]):
        if token.lower not in known or reading.tokens[i + 1].text not in _BEHIND_AN_ANSWER:
            continue
        if (_opens(reading, i) or i - 2 in found) and not _denies_what_is_asked(reading, i):  # "No, no, ..."
            found.add(i)
    return frozenset(found)


def _opens(reading: Reading, i: int) -> bool:
    """Whether a word opens a sentence or a quotation; in "лицензии у ООО «Ромашка» нет" it does neither.

    "It works — no, it is shut" goes on with an answer, "денег — нет, сказал он" does not. Signs alone before it, as in
    "• No, it is shut", are those of a list.
    """
    tokens, at = reading.tokens, i
    if all(token.kind is TokenKind.SYMBOL for token in tokens[:i]):
        return True
    while at and tokens[at - 1].text in _OPENING and tokens[at - 1].span.end == tokens[at].span.start:
        at -= 1
    if at < i and (not at or tokens[at - 1].span.end < tokens[at].span.start):
        return True
    if at and tokens[at - 1].text in _DASHES:
        if not _may_end_a_clause(reading.language):
            return True
        at -= 1
    while at and tokens[at - 1].text in _CLOSING:
        at -= 1
    if not at or tokens[at - 1].text in ("!", "?", ":"):
        return True
    return tokens[at - 1].text in (".", "…") and tokens[i].text[:1].isupper()  # unlike "в 2020 г. нет"


def _may_end_a_clause(language: str) -> bool:
    """Whether the word for "no" says as well that something is missing, as "нет" and "жоқ" do."""
    return language in _ABSENT or "verb_last" in _TRAITS.get(language, _NONE)


def _denies_what_is_asked(reading: Reading, i: int) -> bool:
    """`Did they pay? No, said their lawyer`: behind it stands nothing but who says so. "No, they refused" tells it."""
    asking = _ASKING.get(reading.language, _NONE)
    if not any(token.text == "?" or token.lower in asking for token in reading.tokens[:i]):
        return False
    behind = reading.tokens[i + 2 : next((b for a, b in sentences(reading.tokens) if a <= i < b), i)]
    verbs = [token for token in behind if _is_verb(token.lower, reading.language)]
    return len(verbs) <= 1 and all(stance_of(verb.lower, reading.language) is not None for verb in verbs)


def _is_number_sign(reading: Reading, i: int) -> bool:
    """`No. 7`, `letter No 7`, `No 10 has denied it`; but "No 5G masts", "No 911 call was made" deny what they count."""
    tokens = reading.tokens
    if tokens[i].text not in _NUMBER_SIGNS.get(reading.language, _NONE):
        return False
    has_dot = i + 1 < len(tokens) and tokens[i + 1].text == "."
    at = i + 1 + has_dot
    if at >= len(tokens) or tokens[at].kind is not TokenKind.NUMBER:
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if has_dot or behind is None:
        return True
    if behind.kind is TokenKind.SYMBOL:
        return behind.text in _BEHIND_A_NUMBER
    if behind.span.start == tokens[at].span.end:
        return False
    before = tokens[i - 1] if i else None
    opens = before is None or before.kind is TokenKind.SYMBOL or stance_of(before.lower, reading.language) is not None
    return not opens or _is_verb(behind.lower, reading.language)


def _is_verb(word: str, language: str) -> bool:
    """Whether a word is one that says what the bearer of a number did: "No 10 knew", "No 10 insisted"."""
    return stance_of(word, language) is not None or is_verb(word, language)
