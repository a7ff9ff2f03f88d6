"""All amounts of a passage, in order."""

from __future__ import annotations

import re
from dataclasses import replace

from statement_compare.engine.annotate.number_words import number_words
from statement_compare.engine.annotate.numerals import Figure, figure_at
from statement_compare.engine.annotate.quantities.model import (
    Bound,
    Quantity,
    without_sign,
)
from statement_compare.engine.annotate.quantities.neighbours import Neighbours
from statement_compare.engine.annotate.quantities.parts import TIMES
from statement_compare.engine.annotate.quantities.reading import SCALE_LETTERS
from statement_compare.engine.annotate.quantity_words import FRACTIONS, PLAIN_ARTICLES
from statement_compare.engine.annotate.units import BARE, COUNT, NONE, PERCENT, SCORE, SHARE
from statement_compare.engine.annotate.word_classes import AUXILIARIES, words_of
from statement_compare.engine.language import words

_FAR_BEHIND = 24
_MINUS_SIGN = "−"  # and no dash
_PREPOSITIONS = words("sentence_ends", "prepositions")
_LAST_WORD = re.compile(r"(\w+)\s+$")
_SCALES_IN_WORDS, _LARGEST_BEFORE_SCALE = (1e12, 1e9, 1e6, 1e3, 1e2), 1000
_NEAR_ENDS, _FAR_ENDS = 2, 10  # how many times the first end the second of a spaced range may be
_SCALE_CAPITALS = frozenset("BKMT")
_JOINTS_OF_NAMES = frozenset("-‑&'’")


class Parser(Neighbours):
    """Reads a passage from its first word to its last and collects the amounts."""

    def all(self) -> list[Quantity]:
        found: list[Quantity] = []
        index = 0
        while index < len(self.line):
            quantity, after = self.at(index)
            rest = None if quantity is None else self.rest_of_all(quantity, index)
            if rest is not None:
                found.append(rest)
            index = max(after, index + 1)
        return self.settled_among_each_other(list(map(self.counted, found)))

    def counted(self, mine: Quantity) -> Quantity:
        """What is counted is never below nought: in "were hurt –3 of them badly" the dash is one between clauses.

        The change of a count may be: "the net change was -3 jobs".
        """
        behind = self.text[mine.span.end : mine.span.end + _FAR_BEHIND].lower().split(maxsplit=1)[:1]
        of = (self.said.ratio_of, self.said.ratio_of_units)
        is_part = mine.dimension is BARE and bool(behind) and any(behind[0] in words for words in of)
        is_count = mine.dimension is COUNT and not self.may_be_a_change(mine)
        return without_sign(mine) if is_count or is_part else mine

    def may_be_a_change(self, mine: Quantity) -> bool:
        """Whether a minus before what is counted is the mathematical sign, or stands where no clause can begin."""
        if self.text[mine.span.start : mine.span.start + 1] == _MINUS_SIGN:
            return True
        before = _LAST_WORD.search(self.text, max(0, mine.span.start - _FAR_BEHIND), mine.span.start)
        leads = AUXILIARIES.get(self.language, frozenset()) | _PREPOSITIONS.get(self.language, frozenset())
        return before is not None and before.group(1) in leads

    def at(self, index: int) -> tuple[Quantity | None, int]:
        """The amount that starts at a word, and the index to go on from."""
        word = self.lower(index)
        if word in self.said.factors:
            return self.factor(index)
        times = 1.0 if self.is_once(index) else self.said.several_times.get(word)
        if times is not None:
            return self.build(index, index + 1, times, 1.0, COUNT, NONE, index + 1, noun=TIMES), index + 1
        every = self.said.every.get((word, self.lower(index + 1)))
        if every is not None and self.lower(index + 2) not in self.stop and self.unit_at(index + 2) is None:
            return self.build(index, index + 2, 100 / every, 3 / every, SHARE, PERCENT, index + 2), index + 2
        fraction = self.fraction(index)
        if fraction is not None:
            return fraction
        figure = figure_at(self.line, index, self.language) or self.one_and_more(index)
        if figure is None:
            return None, index + 1
        if self.in_date(figure.first, figure.last) or self.is_name(figure) or self.is_ordinal(figure):
            return None, figure.last
        if figure.sign:
            return self.plain(figure)
        if self.lower(figure.last) in FRACTIONS.get(self.language, {}) or self.lower(figure.last + 1) in FRACTIONS.get(
            self.language, {}
        ):
            several = self.several_parts(figure)
            if several is not None:
                return several
        score = self.score(figure)
        if score is not None:
            return score
        ratio = self.ratio(figure) or self.slashed(figure)
        if ratio is not None:
            return ratio
        told_in_two = self.in_two_figures(figure)
        if told_in_two is not None:
            return told_in_two
        return self.plain(figure)

    def one_and_more(self, index: int) -> Figure | None:
        """The "an hour" of "an hour and thirty-five minutes"; without more of it, "an hour" is seldom a measure."""
        if (
            self.lower(index) not in self.said.indefinite
            or self.lower(index + 2) not in self.said.longer_by
            or index + 3 >= len(self.line)
        ):
            return None
        before = self.lower(index - 1)
        if index and (
            before in self.said.several_times or before in self.said.times or self.unit_at(index - 1) is not None
        ):
            return None  # "three euros an hour and ...", "twice a day and ..."
        is_half = self.lower(index + 3) in self.said.indefinite and self.lower(index + 4) in self.said.half
        if is_half and self.unit_at(index + 1) is not None:
            return Figure(index, index + 1, 1.0, 1.0, 1.0, 1.0, in_digits=False)
        more = figure_at(self.line, index + 3, self.language)
        if more is None or not self.is_period(index + 1):
            return None
        is_longer = self.is_period(more.last)
        return Figure(index, index + 1, 1.0, 1.0, 1.0, 1.0, in_digits=False) if is_longer else None

    def is_once(self, index: int) -> bool:
        """Whether a word says "one time", and not "formerly", "as soon as" or "at once"."""
        if self.lower(index) in self.said.one_time:
            return True
        if (
            self.lower(index) not in self.said.doubtful_once
            or index == 0
            or self.lower(index - 1) in self.said.no_once_after | {"."}
        ):
            return False
        follows = self.lower(index + 1)
        if follows in self.said.once_before_date:
            return index + 3 <= len(self.line) and self.in_date(index + 2, index + 3)
        return follows in self.said.after_once or (follows in self.said.indefinite and self.is_period(index + 2))

    def score(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "2-1", "3:0": the score of a game or a vote, which is no amount of anything but may differ as a whole."""
        joint = figure.last
        if not figure.in_digits or self.lower(joint) not in {"-", "–", "‑", ":"} or joint + 1 >= len(self.line):
            return None
        second = self.line[joint + 1]
        is_glued = self.line[joint].start == self.line[joint - 1].end and second.start == self.line[joint].end
        if not is_glued or second.value is None or max(figure.value, second.value) > 199:
            return None
        after = joint + 2
        is_game = any(
            self.said.games.fullmatch(word)
            for word in self.clause_before(figure.first, 8) + self.clause_after(after, 4)
        )
        if not is_game or self.followed_by_measure(after) or figure.value % 1 or second.value % 1:
            return None
        value = 1000 * max(figure.value, second.value) + min(figure.value, second.value)
        return self.build(figure.first, after, value, 0.0, SCORE, NONE, after, noun=frozenset()), after

    def plain(self, figure: Figure) -> tuple[Quantity | None, int]:
        figure = self.with_letter(figure)
        value, step, last = figure.value, figure.step, figure.last
        if figure.value == 1 and not figure.in_digits and self.lower(figure.first - 1) in self.said.not_one:
            return None, figure.last
        second = self.range_end(figure)
        if second is not None:
            quantity, after = self.finish(figure.first, second.last, second.value, second.step)
            if quantity is None:
                return None, after
            is_scaled = figure.scale == 1 and (figure.sign < 0 or figure.value < second.mantissa)
            scale = second.scale if is_scaled and second.in_digits else self.scale_in_words(figure, second)
            low = self.based(figure.value * scale, quantity)
            if figure.sign < 0:
                return self.range_below_nought(figure, second, low, quantity), after
            if low < quantity.value:
                return replace(quantity, low=low, high=quantity.value, bound=Bound.RANGE), after
            return quantity, after
        quantity, after = self.finish(figure.first, last, value, step)
        if quantity is not None:
            other = self.other_reading(figure, quantity)
            total = self.whole_after(after) if quantity.dimension is SHARE else quantity.total
            quantity = replace(quantity, mantissa=figure.mantissa, other_reading=other, total=total)
        if quantity is not None and not figure.in_digits and figure.last == figure.first + 1 and value == 1:
            if quantity.dimension is COUNT and not quantity.noun:
                return None, after
            if (
                self.lower(figure.last) in self.said.no_lone_one_after
                or self.lower(figure.first - 1) in self.said.no_lone_one_before
            ):
                return None, after
            quantity = replace(quantity, lone_one=True)
        return quantity, after

    def scale_in_words(self, first: Figure, second: Figure) -> float:
        """The million of "two and three million", which the first end shares; 1 where the second has none."""
        if first.in_digits or second.in_digits or second.last == second.first + 1:
            return 1.0
        scale = next((each for each in _SCALES_IN_WORDS if second.value % each == 0), 1.0)
        return scale if first.value < second.value / scale < _LARGEST_BEFORE_SCALE else 1.0

    def range_below_nought(self, figure: Figure, second: Figure, first: float, quantity: Quantity) -> Quantity:
        """ "-5 to 3", "-10 to -5"; "minus 5 to 10" and "-5–10" may end above nought or below it."""
        ends = [first, quantity.value]
        if not second.sign and (self.lower(figure.first).isalpha() or not self.lower(figure.last).isalpha()):
            ends.append(self.based(-second.value, quantity))
        return replace(quantity, low=min(ends), high=max(ends), bound=Bound.RANGE, sign=-1)

    def other_reading(self, figure: Figure, quantity: Quantity) -> float | None:
        """ "1.200" as 1200 where it was read as 1.2, and the other way round; what is counted is seldom part of one:
        "a .45 calibre pistol", "closed .5 men were hurt".
        """
        text = self.line[figure.first + abs(figure.sign)].text
        if figure.sign < 0:
            return None
        if text.startswith(".") and quantity.dimension in (BARE, COUNT) and figure.scale == 1:
            return float(text[1:])
        if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text) is None:
            return None
        as_group = float(text.replace(".", "").replace(",", ""))
        return figure.scale * (as_group / 1000 if figure.mantissa == as_group else as_group)

    def with_letter(self, figure: Figure) -> Figure:
        """ "€2.4m", "$3b": a letter glued to a sum of money is its scale, not metres."""
        factor = SCALE_LETTERS.get(self.lower(figure.last))
        if factor is None or figure.scale != 1:
            return figure
        letter, after = self.line[figure.last], figure.last + 1
        is_glued = letter.start == self.line[figure.last - 1].end
        if not is_glued and self.begins_a_name(after):
            return figure
        is_sum = self.currency_before(figure.first) is not None
        if letter.text == "t" or (
            not is_glued
            and not (letter.text in _SCALE_CAPITALS and is_sum)  # "$5 B"
            and not (after < len(self.line) and self.line[after].start == letter.end and letter.text == "M")
        ):
            return figure  # "5 M€" is how a French text writes it
        named = self.unit_at(figure.last + 1)
        is_money = is_sum or (named is not None and named.is_money)
        # "5m tonnes" and "5m people" are millions of them, but "5m by 3 m" are metres.
        is_unit = named is not None and len(self.lower(figure.last + 1)) > 2
        is_counted = letter.text == "m" and (is_unit or self.lower(after) in self.said.counted_in_millions)
        if not is_money and not is_counted:
            return figure
        return replace(
            figure, last=figure.last + 1, value=figure.value * factor, scale=factor, step=figure.step * factor,
            in_digits=True,
        )  # fmt: skip

    def begins_a_name(self, after: int) -> bool:
        """Whether a letter is the first of a name: that of "a $20 T-shirt", "$90 B&B rates", "$3 T. Jones"."""
        if after + 1 >= len(self.line) or self.line[after].start != self.line[after - 1].end:
            return False
        sign, follows = self.line[after], self.line[after + 1]
        if sign.text == ".":
            return follows.text[:1].isupper() and follows.lower not in self.stop
        return sign.text in _JOINTS_OF_NAMES and follows.text[:1].isalpha() and follows.start == sign.end

    def is_spaced_range(self, figure: Figure) -> bool:
        """ "20 – 30 Euro", "20 — 30 человек": a dash with blanks between two figures, of which the second has a unit or
        counts something. That of a score, "3 – 5", joins no two ends.
        """
        dash, at = self.line[figure.last], figure.last + 1
        second = figure_at(self.line, at, self.language) if at < len(self.line) else None
        if second is None or not (figure.in_digits and second.in_digits) or second.sign:
            return False
        is_of_something = self.followed_by_measure(second.last) or bool(self.noun(second.last))
        is_spaced = self.line[figure.last - 1].end + 1 == dash.start and dash.end + 1 == self.line[at].start
        is_range = is_spaced and is_of_something and self.is_only_dash(self.line[figure.last - 1].end)
        return is_range and self.are_near_ends(figure, second) and not self.tells_distance(second.last)

    def are_near_ends(self, first: Figure, second: Figure) -> bool:
        """Whether two figures are as near as ends of a range are, and not the day and the dead of "Day 3 – 120 died".

        Behind a noun or a verb those of people and things must be nearer, and in "Motion 7 – 14 left" none are.
        """
        ratio = (second.mantissa if first.scale == 1 else second.value) / first.value if first.value else _FAR_ENDS
        before = self.lower(first.first - 1)
        is_loose = not before or before in self.stop or before in self.said.range_openers
        is_measured = self.followed_by_measure(second.last) or self.currency_before(first.first) is not None
        return ratio <= (_FAR_ENDS if is_loose or is_measured else _NEAR_ENDS)

    def range_end(self, figure: Figure) -> Figure | None:
        """The second figure of "30 to 50", "between 30 and 50", "30-50", "от 30 до 50"."""
        joint, before = self.lower(figure.last), self.lower(figure.first - 1)
        at = figure.last + 1
        articles = words_of(PLAIN_ARTICLES, self.language)
        if before in articles and joint in self.said.range_and:  # "entre el 5 y el 10 %"
            before, at = self.lower(figure.first - 2), at + (self.lower(at) in articles)
        # "From minus 5 to 10 degrees" may end at -10; "from minus 5 to minus 10" is a change.
        is_worded = figure.sign < 0 and self.lower(figure.first).isalpha()
        is_range = (
            (
                joint in {"-", "–", "—", "‑"}
                and (
                    is_worded
                    or self.line[figure.last].start == self.line[figure.last - 1].end
                    or self.is_spaced_range(figure)
                )
            )
            or (joint in self.said.range_to and (before not in self.said.starts or is_worded))
            or (joint in self.said.range_and and before in self.said.range_between)
            or (joint in self.said.range_until and before in self.said.range_from)
        )
        if not is_range or at >= len(self.line):
            return None
        at += self.lower(at) in number_words(self.language).plus
        second = figure_at(self.line, at, self.language) if at < len(self.line) else None
        if second is None or self.in_date(second.first, second.last):
            return None
        if is_worded and second.sign and before in self.said.starts:
            return None
        is_below_nought = figure.sign < 0 and second.sign < 0
        # "Moved €5 million to 10 schools" tells two amounts, "5 to 10 million" the ends of one.
        least = figure.mantissa if figure.scale == 1 else figure.value
        return second if second.value > least or is_below_nought else None
