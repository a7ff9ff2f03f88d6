"""Two comparisons of two things, told from two ends ("A is more than B", "B is less than A") or turned round."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statement_compare.engine.annotate.comparisons import Comparison, Now, compared_forms, comparisons
from statement_compare.engine.annotate.figure_context import profile
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.word_classes import FIRST_PERSON
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.strength import span_of
from statement_compare.engine.facts.word_matching import SAME_HEAD, Term, terms
from statement_compare.engine.model import ReasonKind

CONVERSE, TURNED = "antonym.converse", "antonym.compared"
# Both surely speak of one comparison; one side has words more that the other does not answer.
SURE, LIKELY = 0.9, 0.4
# Each word of a comparison is held against each of the other: a longer passage, or one of more comparisons, tells none.
_LONGEST_PASSAGE, _MOST_COMPARISONS = 200, 8
_NOW, _WE = "now", "we"
Items = frozenset[Term | str]


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a comparison compares: `more` is all that its passage tells beside the standard, `own` its clause alone.

    `tail` are the words of the standard behind its first: "were hired last year" of "than men were hired last year".
    """

    of: Comparison
    more: Items
    standard: Items
    own: Items
    measured: Items
    tail: tuple[str, ...]

    @property
    def contrast(self) -> Items:
        """What tells the standard from what it is compared with: "northern" of "the northern depot"."""
        return frozenset(x for x in self.standard if not any(_is_one(x, y) for y in self.more))


def between(left: Reading, right: Reading, lexicon: Lexicon) -> Fact | None:
    """The surest fact of any two comparisons of both sides; None where none is of the same two things."""
    if max(len(left.tokens), len(right.tokens)) > _LONGEST_PASSAGE or left.language != right.language:
        return None
    if max(len(comparisons(left)), len(comparisons(right))) > _MOST_COMPARISONS:
        return None
    if _periods_told(left) != _periods_told(right):
        return None
    all_mine, all_yours = ([_sides(each, side) for each in comparisons(side)] for side in (left, right))
    found = [
        fact
        for mine in all_mine
        for yours in all_yours
        if (fact := _of_two(mine, yours, left, right, lexicon)) is not None
    ]
    best = max(found, key=lambda fact: (fact.strength, fact.relation is Relation.SAME), default=None)
    if best is not None and best.relation is Relation.SAME and any(_compares_twice(side) for side in (left, right)):
        # "Older than the yard and larger than the dock": that the one half is met says nothing of the other.
        return replace(best, strength=min(best.strength, LIKELY))
    return best


def _compares_twice(reading: Reading) -> bool:
    """Whether two words compare, each with something of its own: not both words of "more fertiliser than"."""
    places = [(each.word, min(each.standard, default=-1)) for each in comparisons(reading)]
    return any(word != other and start != begin for word, start in places for other, begin in places)


def _periods_told(reading: Reading) -> tuple[bool, frozenset[tuple[int, int] | None]]:
    """What a passage says of other cases ("previous") and of years told from the present ("of the previous year")."""
    told = frozenset(moment.years for moment in moments(reading) if moment.is_relative)
    return bool(profile(reading).otherness), told


def _sides(found: Comparison, reading: Reading) -> _Sides:
    inside = {term.index: term for term in terms(reading) if term.index not in found.apart}
    ours = FIRST_PERSON.get(reading.language, frozenset())
    we = frozenset(i for i, token in enumerate(reading.tokens) if token.lower in ours)
    clause = range(*scopes(reading).clause_of(found.word))

    def items(indices: frozenset[int] | range, now: Now) -> Items:
        some: set[Term | str] = {inside[i] for i in indices if i in inside}
        if found.now is now:
            some.add(_NOW)
        if we.intersection(indices):
            some.add(_WE)
        return frozenset(some)

    rest = frozenset(range(len(reading.tokens))) - found.standard
    return _Sides(
        found,
        items(rest, Now.COMPARED),
        items(found.standard, Now.STANDARD),
        items(frozenset(i for i in clause if i not in found.standard), Now.COMPARED),
        items(found.measured, Now.NOWHERE) - {_NOW, _WE},
        tuple(reading.tokens[i].lower for i in sorted(found.standard)[1:]),
    )


def _of_two(mine: _Sides, yours: _Sides, left: Reading, right: Reading, lexicon: Lexicon) -> Fact | None:
    is_same_way = _is_same_way(mine.of, yours.of, left, right, lexicon)
    if is_same_way is None:
        return None
    is_converse = _is_converse(mine, yours, lexicon)
    if not is_converse and not _is_straight(mine, yours, lexicon):
        return None
    strength = _strength(mine, yours, lexicon)
    if strength is None or (not is_converse and is_same_way):
        return None
    is_one = is_converse != is_same_way
    return Fact(
        ReasonKind.ANTONYM,
        Relation.SAME if is_one else Relation.CONFLICT,
        span_of(left, mine.of.cue),
        span_of(right, yours.of.cue),
        strength,
        CONVERSE if is_one else TURNED,
    )


def _is_same_way(mine: Comparison, yours: Comparison, left: Reading, right: Reading, lexicon: Lexicon) -> bool | None:
    if mine.way and yours.way and not (mine.has_manner or yours.has_manner):
        return mine.way == yours.way
    ones, others = compared_forms(left, mine.word), compared_forms(right, yours.word)
    is_opposite = any(lexicon.are_antonyms(a, b, left.language) for a in ones for b in others)
    if any(each.way and not each.has_manner for each in (mine, yours)):
        # "Taller than" beside "shorter than", which is listed as the opposite of "longer"; but not "more slowly than"
        # beside "more than".
        return False if is_opposite and not (mine.has_manner or yours.has_manner) else None
    # A comparative of one word says "more": "slower" is "more slowly".
    is_one_way = (mine.way or 1) == (yours.way or 1)
    if ones & others:
        return is_one_way
    return not is_one_way if is_opposite else None


def _is_converse(mine: _Sides, yours: _Sides, lexicon: Lexicon) -> bool:
    """Whether each side compares with what the other speaks of.

    What stands behind both standards tells nothing apart: "hired" of "more women than men were hired".
    """
    a = frozenset(x for x in mine.contrast if not _is_answered(x, yours.standard, lexicon))
    b = frozenset(x for x in yours.contrast if not _is_answered(x, mine.standard, lexicon))
    if (a, b) != (mine.contrast, yours.contrast) and mine.tail != yours.tail:
        return False  # "voted for Olsen", "voted against Olsen"
    return bool(a and b) and _all_in(a, yours.more, lexicon) and _all_in(b, mine.more, lexicon)


def _is_straight(mine: _Sides, yours: _Sides, lexicon: Lexicon) -> bool:
    """Whether both compare with the same thing."""
    a, b = mine.contrast, yours.contrast
    if not a or not b or mine.of.now is not yours.of.now:
        return False
    return _all_in(a, yours.standard, lexicon) or _all_in(b, mine.standard, lexicon)


def _strength(mine: _Sides, yours: _Sides, lexicon: Lexicon) -> float | None:
    """How sure both comparisons are of one matter; None where one tells a time, figure or name that the other lacks."""
    all_mine, all_yours = mine.more | mine.standard, yours.more | yours.standard
    open_mine, open_yours = _open(all_mine, all_yours, lexicon), _open(all_yours, all_mine, lexicon)
    if any(term.is_number or term.is_calendar for term in (*open_mine, *open_yours)):
        return None
    if any(term.is_name for term in open_mine) and any(term.is_name for term in open_yours):
        return None
    scales = {mine.of.scale, yours.of.scale} - {""}
    # "Stores more fertiliser than", "stores more seed than"
    others = bool(_open(mine.measured, all_yours, lexicon)), bool(_open(yours.measured, all_mine, lexicon))
    if all(others):
        return None
    own_mine = [term for term in open_mine if term in mine.own or term in mine.standard]
    own_yours = [term for term in open_yours if term in yours.own or term in yours.standard]
    fewest = min(len(own_mine), len(own_yours))
    if fewest > 1 or max(len(own_mine), len(own_yours)) > _MOST_OPEN:
        return None
    is_loose = fewest == 1 or len(scales) > 1 or any(others)
    return LIKELY if is_loose else SURE


_MOST_OPEN = 3  # words of one comparison that the other has none for, where it answers all others


def _open(some: Items, others: Items, lexicon: Lexicon) -> list[Term]:
    return [x for x in some if isinstance(x, Term) and not _is_answered(x, others, lexicon)]


def _all_in(some: Items, others: Items, lexicon: Lexicon) -> bool:
    return all(_is_answered(x, others, lexicon) for x in some)


def _is_answered(x: Term | str, others: Items, lexicon: Lexicon) -> bool:
    return any(_is_one(x, y) or _is_near(x, y, lexicon) for y in others)


def _is_one(x: Term | str, y: Term | str) -> bool:
    if isinstance(x, str) or isinstance(y, str):
        return x == y
    return x.key == y.key or x.stem == y.stem


def _is_near(x: Term | str, y: Term | str, lexicon: Lexicon) -> bool:
    if isinstance(x, str) or isinstance(y, str) or x.is_name or y.is_name or x.is_number or y.is_number:
        return False
    return lexicon.affinity(x.key, y.key) >= SAME_HEAD
