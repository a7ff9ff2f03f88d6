"""Words that look like a negation and deny nothing of their sentence: the answer "No, ...", the number sign "No. 5"."""

from __future__ import annotations

from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.language import words
from statement_compare.engine.text.tokens import Token, TokenKind

_ANSWERS = words("negation", "answers")
_NUMBER_SIGNS = words("negation", "number_signs")
_BEHIND_AN_ANSWER = frozenset(",.!;:–—")
_NONE: frozenset[str] = frozenset()


@annotation
def empty_negations(reading: Reading) -> frozenset[int]:
    """The tokens that are an answer or a number sign."""
    signs = _NUMBER_SIGNS.get(reading.language, _NONE)
    numeros = {i for i in range(len(reading.tokens)) if _is_number_sign(reading.tokens, i, signs)}
    return _answers(reading) | numeros


def _answers(reading: Reading) -> frozenset[int]:
    """`No, the mayor signed it`: what is denied was said by somebody else. In "no mayor signed it" it stands here."""
    known = _ANSWERS.get(reading.language, _NONE)
    found: set[int] = set()
    for i, token in enumerate(reading.tokens[:-2]):
        if token.lower not in known or reading.tokens[i + 1].text not in _BEHIND_AN_ANSWER:
            continue
        before = reading.tokens[i - 1] if i else None
        opens = before is None or (before.kind is TokenKind.SYMBOL and before.text != ",")
        if opens or i - 2 in found:  # "No, no, ..."
            found.add(i)
    return frozenset(found)


def _is_number_sign(tokens: tuple[Token, ...], i: int, signs: frozenset[str]) -> bool:
    """`No. 7`, `No 7`."""
    if tokens[i].text not in signs:
        return False
    behind = tokens[i + 1 : i + 3]
    if behind and behind[0].text == ".":
        behind = behind[1:]
    return bool(behind) and behind[0].kind is TokenKind.NUMBER
