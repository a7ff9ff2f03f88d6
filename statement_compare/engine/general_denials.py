"""Who denies the other side's charges in general, and which of them have no other answer.

"The company strongly refutes these allegations" denies everything and nothing: as a contradiction of each charge it
would be six findings that say the same. It is one finding of its own, which names what was charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statement_compare.engine.model import Comparison, GeneralDenial, Role, Side, Verdict
from statement_compare.engine.text.tokens import TokenKind, tokens
from statement_compare.engine.verdict.facts.words import FUNCTION_WORDS

# What is said besides a general denial and makes it no denial of something else: "and will defend itself in court".
_MOST_CONTENT_WORDS = 10
# By language: who denies charges as such, and who calls them untrue. "That" behind them names one charge.
_DENIALS: dict[str, tuple[str, ...]] = {
    "en": (
        (
            r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|contest(?:s|ed)?"
            r"|repudiat(?:e|es|ed))\s+(?:\w+\s+){0,6}?(?:allegations?|accusations?|claims|charges|assertions|insinuations?"
            r"|imputations?|wrongdoing)\b(?!\s+(?:that|of|about|to)\b)"
        ),
        (
            r"(?:allegations?|accusations?|claims|charges|assertions)\s+(?:\w+\s+){0,3}?(?:are|is|were|have|has)\s+"
            r"(?:\w+\s+){0,2}?(?:false|untrue|unfounded|baseless|groundless|meritless|wrong|incorrect"
            r"|without (?:any )?(?:merit|foundation|basis)|no (?:merit|foundation|basis))"
        ),
    ),
    "ru": (
        (
            r"(?:отверга|отрица|опроверга|отверг|опроверг)\w*\s+(?:\w+\s+){0,3}?(?:обвинени|утверждени|претензи|домысл)\w*\b"
            r"(?!,?\s+(?:в|что|о|об)\b)"
        ),
        (
            r"(?:обвинени|утверждени|претензи|сведени)\w*\s+(?:\w+\s+){0,3}?(?:необоснован|безосновательн|беспочвен|ложн"
            r"|надуман|не соответству|не имеют под собой|лишены)\w*"
        ),
    ),
    "kk": (
        (
            r"(?:айыптау|айып|тұжырым|мәлімет|ақпарат)\w*\s+(?:\w+\s+){0,3}?(?:(?:жоққа|теріске) шығар(?!ма)"
            r"|негізсіз|шындыққа сәйкес келме|шындыққа жанаспай)\w*"
        ),
    ),
    "de": (
        (
            r"(?:bestreite\w*|bestritt\w*|dementier\w*)\s+(?:\w+\s+){0,5}?(?:vorwürfe|anschuldigungen|behauptungen)\b"
            r"(?!,?\s+dass\b)"
        ),
        (  # "weist auf die Vorwürfe hin" is none
            r"(?:weis(?:t|en)|wies(?:en)?)\s+(?:\w+\s+){0,5}?(?:vorwürfe|anschuldigungen|behauptungen)\s+(?:\w+\s+){0,3}?"
            r"(?:zurück|von sich)\b"
        ),
        (
            r"(?:vorwürfe|anschuldigungen|behauptungen)\s+(?:\w+\s+){0,2}?(?:sind|seien|waren|entbehren)\s+(?:\w+\s+){0,2}?"
            r"(?:haltlos|unbegründet|falsch|unwahr|jeder grundlage|jeglicher grundlage)"
        ),
    ),
    "fr": (
        (
            r"(?:(?:rejet|réfut|contest|démen)\w*|ni(?:e|ent|ons|er|ait|aient|é|ant))\s+(?:\w+\s+){0,4}?"
            r"(?:accusations|allégations|affirmations|reproches)\b(?!\s+(?:(?:selon|de|que)\b|d['’]))"
        ),
        (
            r"(?:accusations|allégations|reproches)\s+(?:\w+\s+){0,2}?(?:sont|étaient)\s+(?:\w+\s+){0,2}?"
            r"(?:infondé|faux|fausses|sans fondement|dénué|mensong)\w*"
        ),
    ),
    "es": (
        (
            r"(?:(?:nieg|rechaz|desmient|desment|refut)\w*|neg(?:ar|amos|ó|aron|aba|aban|ado|ando))\s+(?:\w+\s+){0,4}?(?:acusaciones|alegaciones|afirmaciones"
            r"|imputaciones|señalamientos)\b(?!\s+(?:de|que)\b)"
        ),
        (
            r"(?:acusaciones|alegaciones|imputaciones)\s+(?:\w+\s+){0,2}?(?:son|eran|carecen)\s+(?:\w+\s+){0,2}?"
            r"(?:falsas|infundadas|de todo fundamento|de fundamento)"
        ),
    ),
}

# By language: what before a denial, or within it, undoes it ("nobody disputes", "are not false"), and what does so
# behind it. What belongs to a denial itself ("have no merit", "не соответствуют") is not among them.
_UNDONE: dict[str, str] = {
    "en": r"\b(?:not(?!\s+(?:only|just|merely|simply)\b)|never|nobody|no\s+one|neither|none|cannot)\b|n['’]t\b",
    "ru": r"\b(?:не(?!\s+(?:только|соответству|имеют))|никто|никогда|нельзя)\b",
    "kk": r"\b(?:емес|ешкім|ешқашан)\b",
    "de": r"\b(?:nicht(?!\s+nur\b)|nie|niemals|niemand|keineswegs)\b",
    "fr": r"\bne\b|\bn['’]|\b(?:pas|jamais|personne)\b",
    "es": r"\b(?:no(?!\s+(?:solo|sólo)\b)|nunca|jamás|nadie|tampoco)\b",
}
_BEHIND: dict[str, str] = {"de": r"\A\s+(?:nicht|nie|niemals)\b", "kk": r"\A\s+емес\b"}
# Words between that and the denial; a further clause begins with one of the others.
_NEAR = r"(?:\s+(?!(?:but|and|or|но|а|и|aber|und|mais|et|pero|y|бірақ|және)\b)\w+){0,4}\s*\Z"


def general_denials(comparison: Comparison) -> tuple[GeneralDenial, ...]:
    """The general denials of both sides in reading order, where any claim of the other side is without an answer."""
    return tuple(_of_side(comparison, Side.LEFT)) + tuple(_of_side(comparison, Side.RIGHT))


def denies_in_general(text: str, language: str) -> bool:
    """Whether a sentence denies charges as such and says little else; False in languages without a list."""
    found = [match for pattern in _patterns(language) for match in pattern.finditer(text)]
    if not found or any(_is_undone(match, language) for match in found):
        return False
    if any(token.kind is TokenKind.NUMBER for token in tokens(text, language)):
        return False  # "rejected 12 insurance claims" as well
    known = FUNCTION_WORDS.get(language, frozenset())
    rest = tokens(text[: found[0].start()] + text[found[0].end() :], language)
    content = [token for token in rest if token.kind is TokenKind.WORD and token.lower not in known]
    return len(content) <= _MOST_CONTENT_WORDS


def _is_undone(denial: re.Match[str], language: str) -> bool:
    """Whether a denial is denied itself: "we do not dispute the charges", "bestreitet die Vorwürfe nicht"."""
    before, within, behind = _undoing(language)
    text = denial.string
    return (
        before.search(text, 0, denial.start()) is not None
        or within.search(denial[0]) is not None
        or (behind is not None and behind.search(text[denial.end() :]) is not None)
    )


def _of_side(comparison: Comparison, side: Side) -> Iterator[GeneralDenial]:
    mine, theirs = (comparison.left, comparison.right) if side is Side.LEFT else (comparison.right, comparison.left)
    answered = {
        sentence
        for link in comparison.links
        if link.verdict is not Verdict.UNCLEAR
        for sentence in (link.right if side is Side.LEFT else link.left)
    }
    charges = tuple(s.id for s in theirs.sentences if s.role is Role.CLAIM and s.id not in answered)
    if charges:
        for sentence in mine.sentences:
            if denies_in_general(sentence.text, mine.language):
                yield GeneralDenial(side, sentence.id, charges)


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in _DENIALS.get(language, ()))


@lru_cache(maxsize=16)
def _undoing(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """What undoes a denial before it, within it and behind it."""
    words, behind = _UNDONE[language], _BEHIND.get(language)
    before, within = (re.compile(each, re.IGNORECASE) for each in (rf"(?:{words}){_NEAR}", words))
    return before, within, None if behind is None else re.compile(behind, re.IGNORECASE)
