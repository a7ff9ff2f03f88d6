"""What a passage sets something against: "Unlike France, Spain did not sign" tells of France that it did."""

from __future__ import annotations

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import AUXILIARIES
from statement_compare.engine.language import phrases

_OPENS = phrases("contrasted", "opens")
_CLOSES = phrases("contrasted", "closes")
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
                found.update(range(at, _end(reading, at, behind)))
    for phrase in _CLOSES.get(reading.language, ()):
        for at in places(lowers, phrase):
            found.update(
                range(max((i + 1 for i in range(at) if lowers[i] in _ENDS), default=0), at + len(phrase.split()))
            )
    return frozenset(found)


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
