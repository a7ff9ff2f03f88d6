"""What makes a bound of a figure: "at least 40", "40 or more", ">40", "40+", and what turns one around."""

from __future__ import annotations

from itertools import pairwise, takewhile

from statement_compare.engine.annotate.amount_words import PLUS, SIGNS_OF_BOUNDS
from statement_compare.engine.annotate.quantities.unit_names import UnitNames
from statement_compare.engine.annotate.quantity_words import PLAIN_ARTICLES
from statement_compare.engine.annotate.units import NONE, Unit
from statement_compare.engine.annotate.word_classes import words_of

_GLUED = frozenset({PLUS, "-"})
_NO_BOUND_BEHIND = frozenset("-=–—<>")
_QUOTES = ">"
_NO_BOUND_BEFORE = frozenset("+-/=")


class Bounds(UnitNames):
    """Reads the words and signs on both sides of a figure that say it is the least, the most or a rough one."""

    def bound(self, first: int, after: int, unit: Unit, per: Unit = NONE) -> tuple[str, int, int, int | None]:
        """What stands before or after the figure and makes it a bound.

        (name, first word, end of it or 0, the word some way before it that turns it around, if one does).
        """
        start = first
        while start > 0 and self.lower(start - 1) in words_of(PLAIN_ARTICLES, self.language):
            start -= 1
        for stop in {start, first}:
            for phrase, name in self.said.prefixes.get(self.lower(stop - 1), ()):
                begin = stop - len(phrase)
                if phrase in SIGNS_OF_BOUNDS and not self.is_sign_of_bound(begin):
                    continue
                if begin >= 0 and all(self.lower(begin + k) == part for k, part in enumerate(phrase)):
                    if phrase[0] in self.said.ends_of_change and len(phrase) == 1 and self.is_end_of_change(begin):
                        return "exact", first, 0, None
                    told, negation = self.negated_bound(name, begin, phrase, unit, per)
                    return told, begin, 0, negation
        for at in range(first + 1, after + 1):
            many, name = self.glued_bound(at)
            if many:
                return name, first, at + many, None
        for at in range(after, min(after + 4, len(self.line))):
            for phrase, name in self.said.suffixes.get(self.lower(at), ()):
                end = at + len(phrase)
                if end < len(self.line) and self.line[end].value is not None:
                    continue  # "5 hurt, at least 3 of them badly"
                if phrase[0] not in _GLUED and all(self.lower(at + k) == part for k, part in enumerate(phrase)):
                    may_end = phrase[0] in self.said.ends_of_change_after and len(phrase) == 1
                    if may_end and any(self.said.change.fullmatch(word) for word in self.clause_after(at + 1, 2)):
                        return "exact", first, 0, None
                    return name, first, end, None
            is_passable = self.lower(at) in self.said.passed_over
            if (self.lower(at) in self.stop and not is_passable) or self.line[at].value is not None:
                break
        return "exact", first, 0, None

    def is_sign_of_bound(self, begin: int) -> bool:
        """Whether a sign belongs to the figure behind it: ">60%", "p<.05".

        That of "5 < 7" and "50% > 60%" joins two figures; "->" and "=>" are arrows, "<b>" is a tag, and a "> " that
        begins another line quotes what follows.
        """
        if begin < 0:
            return False
        sign = self.line[begin]
        before = self.line[begin - 1] if begin else None
        gap = self.text[before.end if before else 0 : sign.start]
        if not gap and before is not None:
            is_tag = self.lower(begin - 2) in {"<", "/"} and before.text.isalpha()
            return before.text not in _NO_BOUND_BEHIND and before.value is None and not is_tag
        if "\n" in gap:
            return sign.text != _QUOTES or not self.text[sign.end : sign.end + 1].isspace()
        return before is None or "\t" in gap or not (before.value is not None or self.is_end_of_amount(begin - 1))

    def is_end_of_amount(self, at: int) -> bool:
        """Whether a word is the sign of an amount: "5%" and "5km" before "–10km", not the "F" of "F-16"."""
        is_behind_figure = at > 0 and self.line[at - 1].value is not None
        is_sign = self.unit_at(at) is not None or self.percent_after(at) is not None
        return is_behind_figure and is_sign

    def glued_bound(self, at: int) -> tuple[int, str]:
        """How many words the bound has that is glued behind a figure or its unit, and which it is: "40+", "40-plus".

        The "+" of "5+3" and of "5+/-1" is none.
        """
        for phrase, name in self.said.suffixes.get(self.lower(at), ()):
            end = at + len(phrase)
            if phrase[0] not in _GLUED or end > len(self.line):
                continue
            is_told = all(
                word.lower == part and word.start == before.end
                for part, before, word in zip(phrase, self.line[at - 1 :], self.line[at:end], strict=False)
            )
            after = self.line[end] if end < len(self.line) and self.line[end].start == self.line[end - 1].end else None
            goes_on = after is not None and (after.value is not None or after.text in _NO_BOUND_BEFORE)
            if is_told and not (phrase == (PLUS,) and goes_on):
                return len(phrase), name
        return 0, ""

    def is_end_of_change(self, begin: int) -> bool:
        """ "снизился до 5", "с 8 до 5": where something arrived, not the most that it may be."""
        before = self.clause_before(begin, 6)
        return any(self.said.change.fullmatch(word) for word in before[-5:]) or (
            bool(self.said.starts_of_change & set(before))
            and any(self.line[k].value is not None for k in range(max(0, begin - 4), begin))
        )

    def negated_bound(
        self, name: str, begin: int, phrase: tuple[str, ...], unit: Unit, per: Unit
    ) -> tuple[str, int | None]:
        """ "not ... more than 25" sets an upper bound, and so does "no prisoner was held for longer than 25 days".

        "No water for more than 25 days" does not: for so long, or longer, there was none. Nor does "no compensation was
        paid to more than 25 families": these got none. Hours a week are no stretch of time, unless it is told for how
        long ("no water for more than 12 hours a day"). What may not be done turns it too (`forbidding`).
        With the bound the word that turns it, by index.
        """
        before = self.before_in_clause(begin, 7)
        earlier = set(before[:3])
        lasts = unit.is_period and phrase not in self.said.of_none_lasting
        lasts = lasts and (per is NONE or self.lower(begin - 1) in self.said.of_none_of_whom)
        if lasts or (unit is NONE and self.lower(begin - 1) in self.said.of_none_of_whom):
            earlier -= self.said.of_none - {self.lower(begin - 1)}
        else:
            earlier |= self.said.of_none.intersection(before)
        if phrase in self.said.forbidden:
            earlier |= self.forbidding(before[unit.is_period and self.lower(begin - 1) in self.said.of_none_of_whom :])
        turning = {
            word
            for word in earlier
            if word in self.said.negators | self.said.of_none or word.endswith(self.said.negated_endings)
        }
        turned = "at_most" if phrase in self.said.upper_when_negated else ""
        turned = turned or ("at_least" if phrase in self.said.lower_when_negated else "")
        if not turning or not turned:
            return name, None
        return turned, begin - 1 - next(k for k, word in enumerate(before) if word in turning)

    def forbidding(self, before: list[str]) -> set[str]:
        """The "not" of what may not be, some words off: "dairies may not pay a farmer less than 46 cents".

        What stands behind a preposition is of another thing: "the levy may not apply to firms with more than 25 staff".
        That of a time is left out before ("may not be held for more than 48 hours").
        """
        own = list(takewhile(lambda word: word not in self.said.of_none_of_whom, before))
        return {word for word, verb in pairwise(own) if word in self.said.negators and verb in self.said.modals}

    def before_in_clause(self, begin: int, most: int) -> list[str]:
        """The words before one, the nearest first, back to where something else is said."""
        before = reversed(self.clause_before(begin, most))
        return list(takewhile(lambda word: word != "," and word not in self.said.of_none_ends, before))
