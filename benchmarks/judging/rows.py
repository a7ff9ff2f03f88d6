"""The figures of one row of the table: a system with its facts, or its entailment model alone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import scores
from .answers import Results
from .gold import GoldLink, GoldPair, PairSet, StatementSet
from .scores import Bin, JudgedLink, Judgement, OfKind, Scores
from .systems import Loaded, System

PRESETS = ("strict", "normal", "lenient")


@dataclass(frozen=True, slots=True)
class Sets:
    """What is judged: `single` are sets of pairs with verdicts, `public` are inference sets, premise on the left."""

    single: tuple[PairSet, ...]
    public: tuple[PairSet, ...] = ()
    statements: tuple[StatementSet, ...] = ()


@dataclass(slots=True)
class Row:
    """`judged` and `links` hold the judgements themselves; a row whose model is not there is empty."""

    label: str
    is_there: bool = True
    of_sets: dict[str, Scores] = field(default_factory=dict)
    kinds: dict[str, OfKind] = field(default_factory=dict)
    accuracies: dict[str, float] = field(default_factory=dict)
    shown: dict[str, list[tuple[float, bool]]] = field(default_factory=dict)
    pairs_a_second: float = 0.0
    megabytes: float = 0.0
    judged: dict[str, list[Judgement]] = field(default_factory=dict)
    links: dict[str, list[list[JudgedLink]]] = field(default_factory=dict)

    @property
    def mean_accuracy(self) -> float:
        return sum(self.accuracies.values()) / max(1, len(self.accuracies))

    @property
    def false_alarms(self) -> tuple[int, int]:
        """Near misses shown as contradictions, and all near misses."""
        return sum(k.false_alarms for k in self.kinds.values()), sum(k.twins for k in self.kinds.values())

    def bins(self) -> list[Bin]:
        return scores.bins([each for found in self.shown.values() for each in found])


class Measurement:
    """Judges sets with one system, or takes what is kept of an earlier run with the same system."""

    def __init__(self, loaded: Loaded, sets: Sets, results: Results, engine: str, *, is_timed_anew: bool) -> None:
        self._loaded = loaded
        self._sets = sets
        self._results = results
        self._engine = engine
        self._is_timed_anew = is_timed_anew

    def row(self, preset: str, *, with_facts: bool) -> Row:
        system = self._loaded.system
        row = Row(label(system, with_facts=with_facts), megabytes=system.megabytes)
        for gold in self._sets.single:
            judged = self._pairs(gold, preset)
            if not with_facts:
                judged = [scores.by_model_alone(each.probabilities) for each in judged]
            row.judged[gold.key] = judged
            row.of_sets[gold.key] = scores.of_pairs(gold.pairs, judged)
            row.shown[gold.key] = scores.shown(gold.pairs, judged)
        if self._sets.single:
            first = self._sets.single[0]
            row.kinds = scores.by_kind(first.pairs, row.judged[first.key])
            row.pairs_a_second = self._results.figure(
                f"{system.key} {preset} speed {'with' if with_facts else 'without'} facts",
                self._made_of(first.digest),
                lambda: self._loaded.pairs_a_second(first, preset, with_facts=with_facts),
                is_anew=self._is_timed_anew,
            )
        for gold in self._sets.public:
            judged = self._pairs(gold, preset)
            if not with_facts:
                judged = [scores.forward_alone(each.probabilities) for each in judged]
            row.accuracies[gold.key] = scores.accuracy(gold.pairs, judged)
        for each in self._sets.statements:
            found = self._statements(each, preset)
            if not with_facts:
                found = [[without_facts(link) for link in links] for links in found]
            row.links[each.key] = found
            row.of_sets[each.key] = scores.of_statements(of_files(each, found))
        return row

    def of_preset(self, preset: str, keys: Sequence[str]) -> dict[str, Scores]:
        """Figures of the sets with these keys under a preset."""
        found = {}
        for gold in self._sets.single:
            if gold.key in keys:
                found[gold.key] = scores.of_pairs(gold.pairs, self._pairs(gold, preset))
        for each in self._sets.statements:
            if each.key in keys:
                found[each.key] = scores.of_statements(of_files(each, self._statements(each, preset)))
        return found

    def _pairs(self, gold: PairSet, preset: str) -> list[Judgement]:
        def judge() -> list[Judgement]:
            say(f"{name}, {len(gold.pairs)} pairs")
            return self._loaded.pairs(gold, preset)

        name = f"{self._loaded.system.key} {preset} {gold.key}"
        return self._results.pairs(name, self._made_of(gold.digest), judge)

    def _statements(self, gold: StatementSet, preset: str) -> list[list[JudgedLink]]:
        def judge() -> list[list[JudgedLink]]:
            say(f"{name}, {len(gold.statements)} pairs of statements")
            return self._loaded.statements(gold, preset)

        name = f"{self._loaded.system.key} {preset} {gold.key}"
        return self._results.statements(name, self._made_of(gold.digest), judge)

    def _made_of(self, digest: str) -> str:
        return f"{self._loaded.digest} {self._engine} {digest}"


def label(system: System, *, with_facts: bool) -> str:
    return system.label if not system.model else f"{system.label}, {'with' if with_facts else 'without'} facts"


def without_facts(link: JudgedLink) -> JudgedLink:
    return JudgedLink(link.left, link.right, scores.by_model_alone(link.judgement.probabilities))


def of_files(
    gold: StatementSet, found: Sequence[Sequence[JudgedLink]]
) -> list[tuple[tuple[GoldLink, ...], Sequence[JudgedLink]]]:
    return [(each.links, links) for each, links in zip(gold.statements, found, strict=True)]


def errors(sets: Sets, row: Row, most: int = 0) -> tuple[list[str], list[str]]:
    """False contradictions and missed ones, in words, at most `most` together (0 for all), the sets taking turns.

    Half are false alarms, as far as there are so many of either.
    """
    alarms: list[list[str]] = []
    misses: list[list[str]] = []
    # In another order the same statements mostly fail alike.
    reordered = [each for each in sets.statements if each.key.endswith("shuffled")]
    for statements in reordered:
        mine, theirs = statement_errors(statements, row.links[statements.key])
        alarms.append(mine)
        misses.append(theirs)
    for pairs in sets.single:
        mine, theirs = pair_errors(pairs, row.judged[pairs.key])
        alarms.append(mine)
        misses.append(theirs)
    false, missed = in_turns(alarms), in_turns(misses)
    if not most:
        return false, missed
    first = max(min(len(false), (most + 1) // 2), most - len(missed))
    return false[:first], missed[: most - min(first, len(false))]


def pair_errors(gold: PairSet, judged: Sequence[Judgement]) -> tuple[list[str], list[str]]:
    alarms: list[str] = []
    misses: list[str] = []
    for g, j in zip(gold.pairs, judged, strict=True):
        is_shown, is_gold = j.verdict == scores.CONTRADICTION, g.verdict == scores.CONTRADICTION
        if is_shown != is_gold:
            wanted = f"{g.verdict} {g.kind or (g.twin and f'twin={g.twin}')}".strip()
            (alarms if is_shown else misses).append(in_words(g.origin or gold.key, g.left, g.right, wanted, j))
    return alarms, misses


def statement_errors(gold: StatementSet, found: Sequence[Sequence[JudgedLink]]) -> tuple[list[str], list[str]]:
    alarms: list[str] = []
    misses: list[str] = []
    for each, links in zip(gold.statements, found, strict=True):
        theirs = [g for g in each.links if g.verdict == scores.CONTRADICTION]
        mine = [p for p in links if p.judgement.verdict == scores.CONTRADICTION]
        for p in mine:
            if not any(scores.matches(p, g) for g in theirs):
                wanted = ", ".join(g.verdict for g in each.links if scores.matches(p, g)) or "not linked"
                where = f"{gold.key}: {each.name} {names(p)}"
                alarms.append(in_words(where, each.words(p.left), each.words(p.right), wanted, p.judgement))
        for g in theirs:
            if not any(scores.matches(p, g) for p in mine):
                said = [p.judgement for p in links if scores.matches(p, g)] or [Judgement("not linked", 0.0)]
                where = f"{gold.key}: {each.name} {names(g)}"
                misses.append(
                    in_words(where, each.words(g.left), each.words(g.right), f"{g.verdict} {g.kind}", said[0])
                )
    return alarms, misses


def names(link: GoldLink | JudgedLink) -> str:
    return f"{','.join(sorted(link.left)) or '-'} {','.join(sorted(link.right)) or '-'}"


def in_words(where: str, left: str, right: str, gold: str, judged: Judgement) -> str:
    lines = [f"{where}: gold {gold}, shown {judged.verdict} {judged.confidence:.2f}", f"  L {left}", f"  R {right}"]
    lines += [f"  - {reason}" for reason in judged.reasons]
    if judged.probabilities:
        forward, backward = judged.probabilities[:3], judged.probabilities[3:]
        told = " / ".join(",".join(f"{p:.2f}" for p in each) for each in (forward, backward))
        lines.append(f"  model (entailment,neutral,contradiction): {told}")
    return "\n".join(lines)


def in_turns(lists: Sequence[Sequence[str]]) -> list[str]:
    """The first of each list, then the second of each, and so on."""
    longest = max((len(each) for each in lists), default=0)
    return [each[i] for i in range(longest) for each in lists if i < len(each)]


def by_rule(gold: Sequence[GoldPair], judged: Sequence[Judgement]) -> dict[str, tuple[int, int]]:
    """Right and wrong contradictions by the rule of their first reason."""
    found: dict[str, tuple[int, int]] = {}
    for g, j in zip(gold, judged, strict=True):
        if j.verdict == scores.CONTRADICTION:
            rule = j.reasons[0].partition(":")[0] if j.reasons else "-"
            right, wrong = found.get(rule, (0, 0))
            is_right = g.verdict == scores.CONTRADICTION
            found[rule] = (right + is_right, wrong + (not is_right))
    return dict(sorted(found.items(), key=lambda each: (-each[1][1], each[0])))


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
