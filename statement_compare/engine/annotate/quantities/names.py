"""Figures which are no amounts: names, ordinals and ages."""

from __future__ import annotations

from statement_compare.engine.annotate.figure_context import FUNCTION_WORDS
from statement_compare.engine.annotate.numerals import Figure
from statement_compare.engine.annotate.quantities.around import Around
from statement_compare.engine.annotate.quantities.reading import SCALE_LETTERS
from statement_compare.engine.annotate.quantity_words import (
    NAMERS,
)
from statement_compare.engine.annotate.word_classes import words_of


class Names(Around):
    """Tells what a figure is not."""

    def is_name(self, figure: Figure) -> bool:
        before = self.lower(figure.first - 1)
        at = figure.first - 1
        if before == "." and at > 0 and self.line[at].end == self.line[figure.first].start - 1:
            at -= 1
            before = self.lower(at)
        if not figure.in_digits:
            return before in self.said.named_in_words
        glued = at >= 0 and self.line[at].end == self.line[figure.first].start
        if before in {"-", "–", "‑", "/"} and glued and at > 0 and self.line[at - 1].end == self.line[at].start:
            return self.line[at - 1].value is None and not self.is_end_of_amount(at - 1)
        if glued and self.line[at].text.isalpha() and self.unit_at(at) is None:
            return True
        if glued and before == ".":
            return True
        if self.is_beside_border(figure):
            return False
        if (
            before in words_of(NAMERS, self.language)
            and figure.value < 10_000
            and not self.followed_by_measure(figure.last)
        ):
            follows = self.lower(figure.last)
            is_counted = follows.endswith(self.said.plural_endings) and follows not in self.stop
            return not (is_counted and before not in self.said.sure_namers)
        capital = at > 0 and self.line[at].text[:1].isupper() and self.line[at].text.isalpha()
        if (
            capital
            and self.unit_at(at) is None
            and before not in words_of(FUNCTION_WORDS, self.language)
            and figure.scale == 1
        ):
            follows = self.line[figure.last].text if figure.last < len(self.line) else "."
            # "Im Oktober 36 Triebwagen": behind the name of a month a noun is what is counted.
            is_counted = follows[:1].islower() or (follows.isalpha() and self.in_date(at, at + 1))
            return not (is_counted and follows.lower() not in self.stop) and not self.followed_by_measure(figure.last)
        glued_after = figure.last < len(self.line) and self.line[figure.last].start == self.line[figure.last - 1].end
        if (
            glued_after
            and self.line[figure.last].text.isalpha()
            and self.lower(figure.last) not in self.said.ordinal_tails
        ):
            signs = self.said.percent_as_written | {"x", "pp", "bp"}
            if self.currency_before(figure.first) is not None:
                signs = signs | SCALE_LETTERS.keys()  # "$3b"
            return self.unit_at(figure.last) is None and self.lower(figure.last) not in signs
        return False

    def is_beside_border(self, figure: Figure) -> bool:
        """Whether a cell ends between a figure and the word before it: "Night Express", "54" are no "Express 54"."""
        first = figure.first
        return first > 0 and "\t" in self.text[self.line[first - 1].end : self.line[first].start]

    def is_ordinal(self, figure: Figure) -> bool:
        last = figure.last
        if last >= len(self.line):
            return False
        glued = self.line[last].start == self.line[last - 1].end
        if glued and figure.in_digits and self.lower(last) in self.said.ordinal_tails:
            return True
        if glued and self.lower(last) in {"-", "‑"} and last + 1 < len(self.line):
            tail = self.lower(last + 1)
            if tail in self.said.ordinal_tails or tail.startswith(self.said.age_hyphened):
                return True
            if tail in self.said.hyphened_years and self.lower(last + 2) in self.said.old_or_olds | {"-"}:
                after = {self.lower(last + 2), self.lower(last + 3)}
                return bool(after & self.said.old_or_olds)
        if not self.phrase_at(last, self.said.no_age_after):
            if self.phrase_at(last, self.said.age_after):
                return True
            if self.phrase_at(last, self.said.years_of):
                return False
        before = self.lower(figure.first - 1)
        if before in self.said.age_before:
            return True
        if self.lower(last) in self.said.age_years and before in self.said.age_years_joints:
            return self.lower(figure.first - 2) in self.said.aged | {","}
        return self.is_age_beside_name(figure)

    def is_age_beside_name(self, figure: Figure) -> bool:
        """ "Ibrahim, 34, a fitter", "Ibrahim (34)"."""
        at, last = figure.first - 1, figure.last
        if not figure.in_digits or at < 1 or last >= len(self.line) or not 1 <= figure.value <= 115 or figure.value % 1:
            return False
        signs = (self.lower(at), self.lower(last))
        name = self.line[at - 1].text
        is_named = name[:1].isupper() and name.isalpha() and not name.isupper() and "capital_nouns" not in self.traits
        return is_named and signs in {(",", ","), ("(", ")")} and self.unit_at(at - 1) is None
