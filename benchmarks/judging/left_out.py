"""What each kind of fact buys: judges again without it, the fitted table as it is, all facts of a pair found once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from statement_compare.engine import pipeline
from statement_compare.engine.model import ReasonKind

from .rows import Sets, of_files
from .scores import CONTRADICTION, Judgement, Scores, is_right, matches, of_pairs, of_statements
from .systems import Loaded
from .tables import markdown

KINDS: tuple[ReasonKind, ...] = tuple(kind for kind in ReasonKind if kind not in (ReasonKind.WORDING, ReasonKind.MODEL))
NONE_AT_ALL = "all of them"

T = TypeVar("T")


class LeavingOut:
    """Stands between the pipeline and its facts: those of the kinds in `kinds` are not told to it."""

    def __init__(self) -> None:
        self.kinds: frozenset[ReasonKind] = frozenset()
        self._known: dict[tuple[object, ...], pipeline.Evidence] = {}
        self._gather: Callable[..., pipeline.Evidence] = pipeline.gather
        pipeline.gather = self._remembered  # type: ignore[assignment]

    def _remembered(self, left: Any, right: Any, lexicon: Any, **more: Any) -> pipeline.Evidence:
        key = (left.passage, right.passage, more["standing"], more["score"])
        if key not in self._known:
            self._known[key] = self._gather(left, right, lexicon, **more)
        found = self._known[key]
        return replace(found, facts=tuple(fact for fact in found.facts if fact.kind not in self.kinds))

    def forget(self) -> None:
        self._known.clear()

    def give_back(self) -> None:
        pipeline.gather = self._gather  # type: ignore[assignment]

    def each(self, judge: Callable[[], T]) -> dict[str, T]:
        """What `judge` gives with all kinds (""), without each by its name, and without any."""
        found = {}
        for name, kinds in (("", ()), *((kind.value, (kind,)) for kind in KINDS), (NONE_AT_ALL, KINDS)):
            self.kinds = frozenset(kinds)
            found[name] = judge()
        self.kinds = frozenset()
        return found


@dataclass(slots=True)
class Change:
    """Contradictions of one run beside those of the run with all facts, and the scores of both verdicts."""

    hits: frozenset[object]
    alarms: frozenset[object]
    scores: Scores


def of_single(gold: Sequence[Any], judged: Sequence[Judgement]) -> Change:
    told = [i for i, j in enumerate(judged) if j.verdict == CONTRADICTION]
    right = frozenset(i for i in told if is_right(gold[i].verdict, judged[i]))
    return Change(right, frozenset(told) - right, of_pairs(gold, judged))


def of_links(files: Iterable[tuple[Sequence[Any], Sequence[Any]]]) -> Change:
    hits: set[object] = set()
    alarms: set[object] = set()
    known = list(files)
    for number, (gold, links) in enumerate(known):
        for link in links:
            if link.judgement.verdict != CONTRADICTION:
                continue
            met = [g for g in gold if matches(link, g) and g.verdict == CONTRADICTION]
            hits.update((number, g.left, g.right) for g in met)
            if not met:
                alarms.add((number, link.left, link.right))
    return Change(frozenset(hits), frozenset(alarms), of_statements(known))


def measured(loaded: Loaded, sets: Sets, preset: str) -> str:
    """A table for each set of single pairs and of statements."""
    leaving = LeavingOut()
    parts = []
    try:
        for pairs in sets.single:
            judged = leaving.each(lambda pairs=pairs: loaded.pairs(pairs, preset))  # type: ignore[misc]
            parts.append(_table(pairs.key, {name: of_single(pairs.pairs, some) for name, some in judged.items()}))
            leaving.forget()
        for gold in sets.statements:
            linked = leaving.each(lambda gold=gold: loaded.statements(gold, preset))  # type: ignore[misc]
            found = {name: of_links(of_files(gold, some)) for name, some in linked.items()}
            parts.append(_table(gold.key, found))
            leaving.forget()
    finally:
        leaving.give_back()
    return "\n\n".join(parts)


def _table(key: str, found: dict[str, Change]) -> str:
    """One line a kind; kinds without which nothing at all changes are named together, below."""
    whole = found[""]
    heads = [f"{key}: without", "right contradictions lost, won", "false alarms gone, new"]
    heads += ["contradictions right, wrong", "agreements right, wrong"]
    lines, idle = [], []
    for name, change in found.items():
        changes = (whole.hits - change.hits, change.hits - whole.hits)
        alarms = (whole.alarms - change.alarms, change.alarms - whole.alarms)
        if name and not any((*changes, *alarms)) and change.scores.agreement == whole.scores.agreement:
            idle.append(name)
            continue
        lines.append(
            [
                name or "nothing left out",
                ", ".join(str(len(some)) for some in changes),
                ", ".join(str(len(some)) for some in alarms),
                *(
                    f"{tally.right}, {tally.shown - tally.right}"
                    for tally in (change.scores.contradiction, change.scores.agreement)
                ),
            ]
        )
    table = markdown(heads, lines)
    return f"{table}\n\nNothing changes there without: {', '.join(idle)}." if idle else table
