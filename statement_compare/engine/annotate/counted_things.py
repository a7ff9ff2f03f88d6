"""What each figure of a sentence with several figures counts, and when the other side swaps two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from statement_compare.engine.annotate.figure_context import REPORTING, content
from statement_compare.engine.annotate.numerals import Word, words_of_reading
from statement_compare.engine.annotate.quantities import Quantity
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Moment
from statement_compare.engine.annotate.units import BARE, COUNT
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.language import own_words, words

Affinity = Callable[[str, str], float]
Words = frozenset[tuple[str, str]]  # stem and word

_TRAITS = words("figures_dealt_out", "traits")


@dataclass(frozen=True, slots=True)
class Known:
    """The stems that each side has anywhere beside its figures."""

    ours: frozenset[str]
    theirs: frozenset[str]

    def turned(self) -> Known:
        return Known(self.theirs, self.ours)


@dataclass(frozen=True, slots=True)
class Governed:
    """The words that stand with one figure, and of these the ones that stand with no other figure of its side."""

    words: Words
    own: Words


def governed(reading: Reading, figures: Sequence[Quantity]) -> tuple[Governed, ...]:
    """For each figure the words between the joints around it; none where the sentence deals them out "respectively"."""
    language, line = reading.language, words_of_reading(reading)
    if any(word.lower in own_words("figures_dealt_out", "respectively", language) for word in line):
        return tuple(Governed(frozenset(), frozenset()) for _ in figures)
    borders = [0]
    for one, two in pairwise(figures):
        borders.append(_border(line, language, one.span.end, two.span.start))
    borders.append(len(reading.text) + 1)
    stops = [word.start for word in line if word.lower in {".", ";"}]
    times = event_moments(reading)
    found: list[Words] = []
    for figure, start, stop in zip(figures, borders, borders[1:], strict=False):
        stop = min([stop, *(at for at in stops if at >= figure.span.end)])
        start = max([start, *(at for at in stops if start <= at <= figure.span.start)])
        here = {
            (stem, word)
            for begin, _, word, stem in content(reading)
            if start <= begin < stop
            and not figure.span.start <= begin < figure.span.end
            and not any(moment.span.start <= begin < moment.span.end for moment in times)
            and word not in words_of(REPORTING, language)
            and word not in own_words("figures_dealt_out", "anybody", language)
        }
        here |= {
            (key, key)
            for moment in times
            if start <= moment.span.start < stop
            for key in (f"@{_years(moment)}{moment.days}{moment.weekday}{moment.clock}{moment.day_of_month}",)
        }
        before = [word.lower for word in line if word.start < figure.span.start][-1:]
        tells_amounts = "from_tells_amounts" in _TRAITS.get(language, ())
        if before and before[0] in own_words("figures_dealt_out", "from", language) and not tells_amounts:
            here.add(("@from", "@from"))
        elif before and before[0] in own_words("figures_dealt_out", "to", language):
            here.add(("@to", "@to"))
        found.append(frozenset(here))
    for k in range(len(figures) - 1):
        between = [w.lower for w in line if figures[k].span.end <= w.start < figures[k + 1].span.start]
        # "Two or perhaps three of the nine" counts one thing.
        if len(between) <= 3 and not own_words("figures_dealt_out", "or", language).isdisjoint(between):
            found[k] = found[k + 1] = found[k] | found[k + 1]
    return tuple(
        Governed(
            mine, frozenset(pair for pair in mine if not any(pair in other for k, other in enumerate(found) if k != at))
        )
        for at, mine in enumerate(found)
    )


def _years(moment: Moment) -> tuple[int, int] | None:
    """The years of a time as they are told: "last year" answers "last year", and never "2024"."""
    return moment.years if moment.spoken_year is None else (moment.spoken_year, moment.spoken_year)


def _border(line: Sequence[Word], language: str, start: int, stop: int) -> int:
    """Where the words of one figure end and those of the next begin."""
    between = [word for word in line if start <= word.start < stop]
    for joints in (own_words("figures_dealt_out", "joints", language) | {";"}, {","}):
        for word in reversed(between):
            if word.lower in joints:
                return word.start
    for word in reversed(between):
        if word.lower in own_words("figures_dealt_out", "from", language) or word.lower in own_words(
            "figures_dealt_out", "to", language
        ):
            return word.start
    return stop


def count_answered(a: Words, b: Words, affinity: Affinity, known: Known) -> int:
    """How many words of the first are in the second too, as themselves or as a word near in meaning.

    "North" and "south" are near in meaning: a word that the other side has itself is not answered by another one.
    """
    stems = {stem for stem, _ in b}
    return sum(
        stem in stems
        or (
            stem not in known.theirs
            and any(
                other not in known.ours and not other.startswith("@") and affinity(word, w) >= 0.6 for other, w in b
            )
        )
        for stem, word in a
        if not stem.startswith("@") or stem in stems
    )


def crossings(
    left: Sequence[Quantity], right: Sequence[Quantity], ours: Sequence[Governed], theirs: Sequence[Governed],
    affinity: Affinity,
) -> list[tuple[int, int]]:  # fmt: skip
    """Pairs of unequal figures of one thing where each side has the other's figure for something else.

    "Three people died and 12 were injured" / "12 people died and three were injured": 3 and 12 of the dead.
    """
    known = Known(_stems(ours), _stems(theirs))
    turned = known.turned()
    found: set[tuple[int, int]] = set()
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if not _is_one_figure(a, b):
                continue
            straight = count_answered(ours[i].own, theirs[j].own, affinity, known)
            for k, c in enumerate(left):
                for n, d in enumerate(right):
                    if k == i or n == j or not _is_one_figure(c, d) or not _is_rival(a, c):
                        continue
                    # "In the north 12 wells failed, in the south 3": the second figure leaves the predicate out.
                    is_straight = straight and count_answered(ours[k].own, theirs[n].own, affinity, known)
                    is_turned = _is_half(ours[i].own, theirs[n].own, affinity, known) and _is_half(
                        ours[k].own, theirs[j].own, affinity, known
                    )
                    found |= {(k, j), (i, n)} if is_turned and not is_straight else set()
            if straight:
                continue
            for k, c in enumerate(left):
                if k != i and _is_rival(a, c) and _is_whole(theirs[j].own, ours[k].own, affinity, turned):
                    kept = (_is_one_figure(c, d) and count_answered(ours[k].own, theirs[n].own, affinity, known)
                            for n, d in enumerate(right))  # fmt: skip
                    found |= set() if any(kept) else {(k, j)}
            for n, d in enumerate(right):
                if n != j and _is_rival(b, d) and _is_whole(ours[i].own, theirs[n].own, affinity, known):
                    kept = (_is_one_figure(c, d) and count_answered(ours[k].own, theirs[n].own, affinity, known)
                            for k, c in enumerate(left))  # fmt: skip
                    found |= set() if any(kept) else {(i, n)}
    return sorted(found)


def _stems(figures: Sequence[Governed]) -> frozenset[str]:
    return frozenset(stem for figure in figures for stem, _ in figure.words)


def _is_one_figure(a: Quantity, b: Quantity) -> bool:
    return _is_one_kind(a, b) and a.written == b.written


def _is_one_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be told of one thing; the noun or unit of the second is often left out.

    A small bare figure is as often part of a name ("Sector Five") as an amount without its unit.
    """
    kinds = {a.dimension, b.dimension}
    if kinds == {BARE, COUNT}:
        return True
    if BARE in kinds and len(kinds) == 2:
        return (a if a.dimension is BARE else b).written >= 10
    return len(kinds) == 1 and a.unit == b.unit and a.per == b.per


def _is_rival(a: Quantity, c: Quantity) -> bool:
    low, high = sorted((abs(a.written), abs(c.written)))
    return _is_one_kind(a, c) and low < high <= 200 * max(low, 1e-9)


def _is_half(a: Words, b: Words, affinity: Affinity, known: Known) -> bool:
    """Whether the smaller set of words has half its words or more in the other."""
    return 2 * count_answered(a, b, affinity, known) >= min(len(a), len(b)) > 0


def _is_whole(own: Words, other: Words, affinity: Affinity, known: Known) -> bool:
    """Whether all words of what one figure counts are among those of another, or the other way round."""
    shared = count_answered(own, other, affinity, known)
    is_all = shared == len(own) or count_answered(other, own, affinity, known.turned()) == len(other)
    return bool(own) and shared * 2 >= len(own) and is_all
