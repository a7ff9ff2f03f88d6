"""When degrees tell how far a temperature moved ("rose by 5 °F") and not where it stands ("rose to 5 °F").

The two convert differently: a level of 5 °F is -15 °C, a rise by 5 °F one by 2.8 °C.
The words that tell a change stand in the tables `temperatures` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import dropwhile, pairwise, takewhile

from statement_compare.engine.annotate.numerals import Word
from statement_compare.engine.language import CODES, own_words, patterns, words

_SKIPPED = words("temperatures", "skipped")
_BEFORE_COMPARED = words("temperatures", "before_compared")
_UP_TO, _DEGREES_DATIVE = words("temperatures", "up_to"), words("temperatures", "degrees_dative")
_TRAITS = words("temperatures", "traits")
_NONE: frozenset[str] = frozenset()
_BEFORE, _BEHIND = 6, 4


def tells_a_change(line: Sequence[Word], start: int, first: int, after: int, language: str) -> bool:
    """Whether the degrees of words `first` to `after` are the amount of a change; `start` is where its bound begins."""
    if language not in CODES:
        return False
    return _Degrees(line, start, first, after, language).are_a_change()


@cache
def _pattern(name: str, language: str) -> re.Pattern[str] | None:
    """The language's words of that name: one of the tables of `temperatures`."""
    found = patterns("temperatures", name).get(language)
    return None if found is None else re.compile(found)


class _Degrees:
    def __init__(self, line: Sequence[Word], start: int, first: int, after: int, language: str) -> None:
        self.language = language
        lower = [word.lower for word in line[max(0, start - 2 * _BEFORE) : after + 3 * _BEHIND]]
        moved = min(start, 2 * _BEFORE) - start
        skipped = _SKIPPED.get(language, _NONE)
        self.bound, self.amount = lower[start + moved : first + moved], lower[first + moved : after + moved]
        before = _clause(lower[: start + moved][::-1])  # the nearest first
        self.before = list(dropwhile(lambda word: word in skipped, before))
        self.is_attribute = (
            bool(before) and before[0] in own_words("temperatures", "articles", self.language)
        ) or "-" in self.amount[1:]
        self.behind = _clause(_past_brackets(lower[after + moved :]))[:_BEHIND]

    def are_a_change(self) -> bool:
        if "change_by_case" in _TRAITS.get(self.language, _NONE):
            return self.is_dative_with_a_move() or self.is_of_warming()
        return (
            self.is_joined_by() or self.is_of_a_move() or self.is_direct() or self.precedes_a_noun()
            or self.is_compared() or self.is_of_warming()
        )  # fmt: skip

    def has_any(self, name: str, words: Iterable[str]) -> bool:
        """Whether one of the words is one of the language's words of that name."""
        pattern = _pattern(name, self.language)
        return pattern is not None and any(pattern.fullmatch(word) for word in words)

    def holds(self, table: Mapping[str, frozenset[str]], words: Iterable[str]) -> bool:
        return not table.get(self.language, _NONE).isdisjoint(words)

    def is_joined_by(self) -> bool:
        return self.has_any("by", self.before[:1]) and self.has_any("moves", self.before[1:_BEFORE] + self.behind)

    def is_of_a_move(self) -> bool:
        if not self.has_any("of", self.before[:1]) or self.has_any("to", self.behind[:1]):
            return False  # "subió de 5 °C a 8 °C": the amount is where it began
        near = takewhile(
            lambda word: word not in own_words("temperatures", "other_matters", self.language), self.before[1:_BEFORE]
        )
        return self.has_any("nouns", near)

    def is_direct(self) -> bool:
        is_measured = not self.bound or self.bound[0] in own_words("temperatures", "measured", self.language)
        return is_measured and self.has_any("direct", self.before[:1])

    def precedes_a_noun(self) -> bool:
        """ "A 5 °F rise", "a 10-degree Fahrenheit drop", "5 °F of warming"; not "below 32 °F increase the risk"."""
        behind = list(
            dropwhile(
                lambda word: word == "-" or word in own_words("temperatures", "passed", self.language), self.behind
            )
        )
        is_of = bool(self.behind) and self.behind[0] in own_words("temperatures", "amount_of", self.language)
        return (self.is_attribute or is_of) and self.has_any("nouns", behind[:1])

    def is_compared(self) -> bool:
        joining = _BEFORE_COMPARED.get(self.language, _NONE)
        behind = self.behind[1:] if self.behind and self.behind[0] in joining else self.behind
        if self.has_any("compared", behind[:1]):
            return True
        return self.has_any("above", self.behind[:2]) and self.has_any("norms", self.behind)

    def is_of_warming(self) -> bool:
        near = [*self.before[::-1], "", *self.behind[:2]]
        return self.has_any("warming", (*near, *(" ".join(pair) for pair in pairwise(near))))

    def is_dative_with_a_move(self) -> bool:
        """ "5 градусқа жылыды", and not "5 градусқа дейін жылыды"."""
        behind = [word for word in self.behind if word != "-"]
        is_dative = self.holds(_DEGREES_DATIVE, self.amount) or self.has_any("by", behind[:1])
        return is_dative and not self.holds(_UP_TO, behind[:2]) and self.has_any("moves", behind)


def _clause(words: list[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if word in {",", ";", ".", ":", "(", ")"}), len(words))
    return words[:end]


def _past_brackets(words: list[str]) -> list[str]:
    """ "A 2.8 °C (5 °F) rise": what stands in brackets behind the amount tells it over."""
    return words[words.index(")") + 1 :] if words[:1] == ["("] and ")" in words else words
