"""Verbs that hold their negation in one word ("хабарламады"), and verbs far before it ("zahlte die Löhne nicht")."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS
from statement_compare.engine.language import patterns, words
from statement_compare.engine.text.tokens import Token, TokenKind

_TRAITS = words("negation", "traits")
_NEGATIVE_SYLLABLES = words("negation", "negative_syllables")
_NEGATIVE_ENDINGS = patterns("negation", "negative_endings")
_REFUSED_ENDINGS = words("negation", "refused_endings")


def negated_root(word: str, language: str) -> str | None:
    """What a negated verb of one word shares with its positive forms ("хабарла" of "хабарламады"); None for others.

    A verbal noun in the ablative ("кездесуден" before "бас тартты") is such a form as well.
    """
    forms = negative_verb(language)
    if forms is None:
        return None
    refused = next((ending for ending in _REFUSED_ENDINGS.get(language, ()) if word.endswith(ending)), None)
    if refused is not None and len(word) >= len(refused) + 3:
        return word.removesuffix(refused)
    if not forms.match(word):
        return None
    return word[: max(word.rfind(syllable) for syllable in _NEGATIVE_SYLLABLES[language])]


@cache
def negative_verb(language: str) -> re.Pattern[str] | None:
    """A whole verb with the negation within it; None in languages that negate by words of their own."""
    if language not in _NEGATIVE_SYLLABLES:
        return None
    syllables = "|".join(sorted(_NEGATIVE_SYLLABLES[language]))
    return re.compile(rf"^\w{{2,}}?(?:{syllables})(?:{_NEGATIVE_ENDINGS[language]})$")


def second_verb(clause: range, tokens: tuple[Token, ...], language: str) -> int | None:
    """The verb of a clause in a language that has it second, however far before the negation: the first word with a
    small letter that is no function word, and none between such a word and a noun ("der neue Bürgermeister"). None
    where the clause ends with a verb of its own ("prüfte es und schloss").
    """
    if "verb_second" not in _TRAITS.get(language, ()):
        return None
    small = FUNCTION_WORDS.get(language, frozenset())
    if len(clause) > 1 and tokens[clause[-1]].text.islower() and tokens[clause[-2]].lower in small:
        return None
    for i in clause:
        token = tokens[i]
        if token.kind is not TokenKind.WORD or not token.text[:1].islower() or token.lower in small:
            continue
        is_attribute = i > clause.start and tokens[i - 1].lower in small and tokens[i + 1].text[:1].isupper()
        if not is_attribute:
            return i
    return None
