"""Which figures, dates and names two statements share, in which they differ, and which stand on one side alone.

A figure is held against the figures of linked sentences first, since a link says that both count the same; what is left
is held against the rest of the other text, where the same value is the same figure wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from statement_compare.engine.annotate.quantities import Quantity
from statement_compare.engine.annotate.reading import Reading, passage_of, read
from statement_compare.engine.annotate.times import Moment
from statement_compare.engine.annotate.units import BARE, COUNT
from statement_compare.engine.fact_rows import Amount, Kind, Place, Relation, Row
from statement_compare.engine.facts import dates, numbers, units
from statement_compare.engine.facts.fact import Fact, Lexicon
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.mentions import (
    SMALL,
    Mention,
    amount_of,
    amounts,
    are_one_share,
    bare_key,
    is_small_count,
    place_of,
    times,
    value_key,
    value_of,
)
from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Role, Side, Span
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.shared_names import Key, Sets, shared_names
from statement_compare.engine.verdict.judge import LONGEST_PASSAGE

__all__ = ["Amount", "Kind", "Place", "Relation", "Row", "ledger"]


# What a rule of the fact modules makes of two figures or times. Rules that are not here speak of two matters, and so
# does "number.derived" but for a share that is told in two ways.
_RELATIONS: Final = {
    "number.equal": Relation.SAME,
    "number.converted": Relation.SAME,
    "date.equal": Relation.SAME,
    "number.rounded": Relation.ROUNDED,
    "number.derived": Relation.ROUNDED,
    "number.within_bound": Relation.ROUNDED,
    "number.near": Relation.ROUNDED,
    "number.overlap": Relation.ROUNDED,
    "number.open_unit": Relation.ROUNDED,
    "number.open_sign": Relation.ROUNDED,
    "date.rounded": Relation.ROUNDED,
    "date.within": Relation.ROUNDED,
    "number.differ": Relation.DIFFERS,
    "number.beyond_bound": Relation.DIFFERS,
    "unit.differ": Relation.DIFFERS,
    "unit.scale": Relation.DIFFERS,
    "unit.currency": Relation.DIFFERS,
    "unit.rate": Relation.DIFFERS,
    "date.differ": Relation.DIFFERS,
    "entity.replaced": Relation.DIFFERS,
    "attribution.replaced": Relation.DIFFERS,
    "table.equal": Relation.SAME,
    "table.equal_unnamed": Relation.SAME,
    "table.differ": Relation.DIFFERS,
    "table.differ_unnamed": Relation.DIFFERS,
}
_OF_CELLS: Final = "table."
_STAGE: Final = "facts"
_EVERY: Final = 16  # sentences or links between two points at which the work can be stopped
_GRAVITY: Final = {relation: rank for rank, relation in enumerate(Relation)}
_SURER: Final = {Relation.SAME: 0, Relation.ROUNDED: 1, Relation.DIFFERS: 2}
_KINDS: Final = {kind: rank for rank, kind in enumerate(Kind)}
# Strength from which two figures of a link that differ are taken to be of one thing: "12 miners and 4 trucks" has no
# figure in common with "200 trucks and 7 doctors", and no two that are at odds.
# Below the second, two equal counts are of two things: "three people", "three times".
_LEAST: Final[dict[Relation | None, float]] = {Relation.DIFFERS: 0.3, Relation.SAME: 0.6}


def ledger(comparison: Comparison, lexicon: Lexicon | None = None, progress: Progress = SILENT) -> tuple[Row, ...]:
    """One row for each distinct figure, date and name: by kind, those that differ first, then as the texts go.

    `lexicon` says which words mean the same (the bundled tables if it is not given). Lines of contact are left out:
    a telephone number is no figure. Swapping the statements mirrors the rows.
    """
    book = _Book(comparison, progress)
    known = BundledLexicon() if lexicon is None else lexicon
    for link in progress.over(_STAGE, comparison.links, _EVERY):
        book.hold(link, known)
    return tuple(sorted(book.rows(), key=_order))


def _kind(told: Reason | Fact) -> Kind:
    """Of what a reason or a fact tells."""
    if told.rule.startswith(("entity.", "attribution.")):
        return Kind.NAME
    is_date = told.kind is ReasonKind.DATE if told.rule.startswith(_OF_CELLS) else told.rule.startswith("date.")
    return Kind.DATE if is_date else Kind.FIGURE


def _order(row: Row) -> tuple[object, ...]:
    places = row.left or row.right
    return (_KINDS[row.kind], _GRAVITY[row.relation], places[0], row.right[:1])


@dataclass(slots=True)
class _Edges:
    """The relations of one mention to mentions of linked sentences."""

    by: dict[tuple[Side, Place], Relation] = field(default_factory=dict)

    @property
    def best(self) -> Relation:
        return min(self.by.values(), key=_SURER.__getitem__)


class _Book:
    """All mentions of both statements, and what is known of how they stand to each other."""

    def __init__(self, comparison: Comparison, progress: Progress) -> None:
        self._statements = {Side.LEFT: comparison.left, Side.RIGHT: comparison.right}
        self._sets = Sets()
        self._edges: dict[tuple[Side, Place], _Edges] = defaultdict(_Edges)
        self._in_sentence: dict[tuple[Side, int], list[Mention]] = defaultdict(list)
        self._mentions: list[Mention] = []
        self._readings: dict[tuple[Side, tuple[int, ...]], Reading] = {}
        readings: dict[tuple[Side, int], Reading] = {}
        for side, statement in self._statements.items():
            for sentence in progress.over(_STAGE, statement.sentences, _EVERY):
                if sentence.role is not Role.CONTACT:
                    reading = readings[side, sentence.id] = self._reading(side, (sentence.id,))
                    self._add(side, amounts(side, statement, sentence.id, reading))
                    self._add(side, times(side, statement, sentence.id, reading))
        self._join_dates()
        self._join_small_counts()
        taken: dict[tuple[Side, int], list[Span]] = defaultdict(list)
        for mention in self._mentions:
            span, at = mention.place.span, mention.place.sentence
            start = self._statements[mention.side].sentences[at].span.start
            taken[mention.side, at].append(Span(span.start - start, span.end - start))
        for name in shared_names(self._statements, readings, taken):
            place = place_of(self._statements[name.side], name.sentence, name.span)
            self._add(name.side, [Mention(name.side, place, Kind.NAME, (Kind.NAME, *name.key))])

    def _reading(self, side: Side, ids: tuple[int, ...]) -> Reading:
        """What is read of these sentences: a link of one with one has the readings that their figures came from."""
        if (side, ids) not in self._readings:
            self._readings[side, ids] = read(passage_of(self._statements[side], ids))
        return self._readings[side, ids]

    def _add(self, side: Side, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            self._mentions.append(mention)
            self._in_sentence[side, mention.place.sentence].append(mention)

    def _join_dates(self) -> None:
        """ "3 May" is "3 May 2024" where no other year is told for that day."""
        years: dict[object, set[Key]] = defaultdict(set)
        without: set[Key] = set()
        for mention in self._mentions:
            if isinstance(mention.what, Moment) and mention.what.days is not None and mention.what.clock is None:
                if mention.what.years is None:
                    without.add(mention.key)
                else:
                    years[mention.what.days].add(mention.key)
        for key in without:
            full = years.get(key[2], set())
            if len(full) == 1:
                self._sets.join(key, *full)

    def _join_small_counts(self) -> None:
        """ "12 injured miners" are "the 12 miners", and no "12 trucks"."""
        first: dict[Key, Key] = {}
        for mention in self._mentions:
            if isinstance(mention.what, Quantity) and is_small_count(mention.what):
                language = self._statements[mention.side].language
                for noun in mention.what.noun:
                    shared = (language, value_of(mention.what), mention.what.bound, mention.what.total, noun)
                    self._sets.join(first.setdefault(shared, mention.key), mention.key)

    def hold(self, link: Link, lexicon: Lexicon) -> None:
        """Hold the figures and times of a link's sentences against each other, and note what its reasons say."""
        for reason in link.reasons:
            if reason.left is not None and reason.right is not None:
                self._relate(link, reason.rule, reason.left, reason.right, _kind(reason))
        if self._is_of_rows(link):
            # A figure of a row answers that of its column, and no other of the row.
            return
        has_both = all(
            any(m.what is not None for i in ids for m in self._in_sentence[side, i])
            for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right))
        )
        left, right = self._reading(Side.LEFT, link.left), self._reading(Side.RIGHT, link.right)
        # In a table that was read as one sentence figures meet by their values alone: comparing all takes too long.
        if not has_both or left.text == right.text or max(len(left.text), len(right.text)) > LONGEST_PASSAGE:
            return
        for fact in _facts(left, right, lexicon):
            if fact.strength < _LEAST.get(_RELATIONS.get(fact.rule), 0.0):
                continue
            if fact.left is not None and fact.right is not None:
                spans = left.passage.in_source(fact.left), right.passage.in_source(fact.right)
                self._relate(link, fact.rule, *spans, _kind(fact))

    def _is_of_rows(self, link: Link) -> bool:
        """Whether rows of tables answer each other, or a sentence tells figures of a row."""
        if any(reason.rule.startswith(_OF_CELLS) for reason in link.reasons):
            return True
        sides = ((Side.LEFT, link.left), (Side.RIGHT, link.right))
        return all("\t" in self._statements[side].sentences[i].text for side, ids in sides for i in ids)

    def _relate(self, link: Link, rule: str, left: Span, right: Span, kind: Kind) -> None:
        relation = _RELATIONS.get(rule)
        a, b = self._at(Side.LEFT, link.left, left, kind), self._at(Side.RIGHT, link.right, right, kind)
        if relation is None or a is None or b is None:
            return
        if rule == "number.derived" and not are_one_share(a.what, b.what):
            return
        if relation is Relation.DIFFERS and self._are_untold(link, rule, a, b):
            return
        if relation is Relation.SAME and kind is Kind.FIGURE:
            self._sets.join(a.key, b.key)
        known = self._edges[a.side, a.place].by.get((b.side, b.place), relation)
        relation = max(known, relation, key=_SURER.__getitem__)
        self._edges[a.side, a.place].by[b.side, b.place] = relation
        self._edges[b.side, b.place].by[a.side, a.place] = relation

    def _are_untold(self, link: Link, rule: str, left: Mention, right: Mention) -> bool:
        """Whether nothing tells what two small figures of two languages count, and no reason of the link names them."""
        if self._statements[Side.LEFT].language == self._statements[Side.RIGHT].language:
            return False
        both = [each.what for each in (left, right) if isinstance(each.what, Quantity)]
        if not any(each.dimension in (BARE, COUNT) and abs(each.written) <= SMALL for each in both):
            return False
        return all(reason.rule != rule or reason.left != left.place.span for reason in link.reasons)

    def _at(self, side: Side, ids: Sequence[int], span: Span, kind: Kind) -> Mention | None:
        """The mention of a kind that has most of a span; the first of equals."""
        best, most = None, 0
        for mention in (m for i in ids for m in self._in_sentence[side, i]):
            shared = min(mention.place.span.end, span.end) - max(mention.place.span.start, span.start)
            if mention.kind is kind and shared > most:
                best, most = mention, shared
        return best

    def rows(self) -> Iterator[Row]:
        by_place = {(m.side, m.place): m for m in self._mentions}
        of_fact: dict[Key, list[Mention]] = defaultdict(list)
        for mention in self._mentions:
            of_fact[self._sets.of(mention.key)].append(mention)
        # Pairs of facts that stand beside each other in a link, with their mentions there.
        pairs: dict[tuple[Key, Key, Relation], set[tuple[Side, Place]]] = defaultdict(set)
        at_odds: set[tuple[Side, Place]] = set()
        for place, edges in self._edges.items():
            for other, relation in edges.by.items():
                facts = [self._sets.of(by_place[each].key) for each in (place, other)]
                if relation not in (edges.best, self._edges[other].best):
                    continue
                if facts[0] == facts[1]:
                    continue
                if place[0] is Side.LEFT:
                    pairs[facts[0], facts[1], relation] |= {place, other}
                at_odds.add(place)
        loose: list[tuple[Side, list[Mention]]] = []
        for fact, mentions in of_fact.items():
            yield from self._of_fact(fact, mentions, at_odds, pairs, loose)
        yield from _met(loose)
        for (_, _, relation), places in pairs.items():
            yield _row(relation, [by_place[each] for each in places])

    def _of_fact(
        self,
        fact: Key,
        mentions: Sequence[Mention],
        at_odds: set[tuple[Side, Place]],
        pairs: dict[tuple[Key, Key, Relation], set[tuple[Side, Place]]],
        loose: list[tuple[Side, list[Mention]]],
    ) -> Iterator[Row]:
        """The row of a fact by itself; where one side alone has it, it is left in `loose` or put beside its rivals."""
        on = {side: [m for m in mentions if m.side is side] for side in Side}
        free = {side: [m for m in some if not self._is_at_odds(m, at_odds)] for side, some in on.items()}
        if not free[Side.LEFT] and not free[Side.RIGHT]:
            return
        if on[Side.LEFT] and on[Side.RIGHT]:
            yield _row(Relation.SAME, [m for side in Side for m in (free[side] or on[side])])
            return
        side = Side.LEFT if on[Side.LEFT] else Side.RIGHT
        rivals = [places for key, places in pairs.items() if key[side is Side.RIGHT] == fact]
        for places in rivals:
            places |= {(m.side, m.place) for m in free[side]}
        if not rivals:
            loose.append((side, on[side]))

    def _is_at_odds(self, mention: Mention, at_odds: set[tuple[Side, Place]]) -> bool:
        """Whether a mention is told in rows with other facts, and with no equal one of a linked sentence."""
        place = (mention.side, mention.place)
        return place in at_odds and self._edges[place].best is not Relation.SAME


def _facts(left: Reading, right: Reading, lexicon: Lexicon) -> Iterator[Fact]:
    """What the fact modules say of figures and times, the same whichever side a passage stands on."""
    if (left.text, left.language) > (right.text, right.language):
        yield from (fact.mirrored() for fact in _facts(right, left, lexicon))
        return
    pair = paired(left, right, lexicon)
    for compare in (numbers.compare, units.compare, dates.compare):
        yield from compare(pair, lexicon)


def _met(loose: Sequence[tuple[Side, list[Mention]]]) -> Iterator[Row]:
    """Rows of facts that one side alone has: those of both sides meet by value where a bound or a unit is untold."""
    rest = list(loose)
    for key_of, relation in ((value_key, Relation.ROUNDED), (bare_key, Relation.SAME)):
        by_key: dict[Key, list[int]] = defaultdict(list)
        for index, (_, mentions) in enumerate(rest):
            key = key_of(mentions[0])
            if key is not None:
                by_key[key].append(index)
        gone: set[int] = set()
        for indices in by_key.values():
            if len({rest[i][0] for i in indices}) == len(Side) and _may_meet(relation, [rest[i][1] for i in indices]):
                yield _row(relation, [m for i in indices for m in rest[i][1]])
                gone.update(indices)
        rest = [each for index, each in enumerate(rest) if index not in gone]
    for side, mentions in rest:
        yield _row(Relation.ONLY_LEFT if side is Side.LEFT else Relation.ONLY_RIGHT, mentions)


def _may_meet(relation: Relation, facts: Sequence[Sequence[Mention]]) -> bool:
    """A bare figure is that of one other fact; where several have it, nobody can say of which."""
    return relation is Relation.ROUNDED or len(facts) == len(Side)


def _row(relation: Relation, mentions: Iterable[Mention]) -> Row:
    on: dict[Side, list[Mention]] = {side: [] for side in Side}
    for mention in sorted(mentions, key=lambda m: m.place):
        on[mention.side].append(mention)
    left, right = on[Side.LEFT], on[Side.RIGHT]
    return Row(
        (left or right)[0].kind,
        relation,
        tuple(m.place for m in left),
        tuple(m.place for m in right),
        *(amount_of(some[0].what) if some else None for some in (left, right)),
    )
