"""Whole disputes: how what is shown of them is counted against their marks, and which words are the right ones.

Counted as the scorer beside the development sets counts (`../shared/tools/score_disputes.py`), in one process.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from statement_compare.engine.calibration import labelled
from statement_compare.engine.model import Comparison, Link, Sentence, Span

from .gold import ROOT, module_at

Spans = dict[str, tuple[int, int]]
training: Any = module_at(ROOT / "training/disputes.py")
"""Reads `*.dispute` files: `read_dispute`, with marks, kinds and clashing words."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A dispute as two texts; `spans` say where each of its sentences stands in them."""

    dispute: Any
    left: str
    right: str
    spans: tuple[Spans, Spans]


def laid_out(path: Path) -> LaidOut:
    dispute = training.read_dispute(path)
    (left, first), (right, second) = _text(dispute.left), _text(dispute.right)
    return LaidOut(dispute, left, right, (first, second))


def _text(sentences: dict[str, str]) -> tuple[str, Spans]:
    text, places = labelled.laid_out(list(sentences.values()))
    return text, dict(zip(sentences, places, strict=True))


def _keys(sentences: Iterable[Sentence], spans: Spans) -> set[str]:
    """The sentences of the file that these of the program are."""
    keys, places = list(spans), list(spans.values())
    covered = (labelled.overlapped((each.span.start, each.span.end), places) for each in sentences)
    return {keys[number] for numbers in covered for number in numbers}


@dataclass(slots=True)
class Count:
    """What was shown of some disputes, and of the contradictions in their gold what became of each."""

    files: int = 0
    shown: dict[str, Counter[str]] = field(default_factory=lambda: {"contradiction": Counter(), "agreement": Counter()})
    gold: int = 0
    found: int = 0
    reversed: int = 0
    unlinked: int = 0
    told_unanswered: int = 0
    denied_unheard: int = 0
    hits: set[tuple[str, int]] = field(default_factory=set)
    alarms: set[tuple[str, tuple[int, ...], tuple[int, ...]]] = field(default_factory=set)

    def precision(self, verdict: str, *, is_fair: bool) -> float | None:
        told = self.shown[verdict]
        right = told["right"] + (told["defensible"] if is_fair else 0)
        return right / told.total() if told.total() else None

    def add(self, what: LaidOut, comparison: Comparison) -> None:
        self.files += 1
        marks = what.dispute.marks
        links = [(*_sides(what, comparison, link), link) for link in comparison.links]
        linked: set[str] = set().union(*(left for left, *_ in links))
        for left, right, link in links:
            verdict = link.verdict.value
            if verdict not in self.shown:
                continue
            signs = {m.sign for m in marks if m.verdict == verdict and _meets(m, left, right)}
            hit = "right" if "=" in signs else "defensible" if "~" in signs else "wrong"
            self.shown[verdict][hit] += 1
            if verdict == "contradiction" and hit == "wrong":
                self.alarms.add((what.dispute.name, link.left, link.right))
        unanswered = set(what.dispute.left) - linked
        self.told_unanswered += len(unanswered)
        denied: set[str] = set()
        for number, mark in enumerate(marks):
            if mark.sign != "=" or mark.verdict != "contradiction":
                continue
            told = {link.verdict.value for left, right, link in links if _meets(mark, left, right)}
            self.gold += 1
            self.unlinked += not told
            self.reversed += "agreement" in told and "contradiction" not in told
            denied |= set(mark.left)
            if "contradiction" in told:
                self.found += 1
                self.hits.add((what.dispute.name, number))
        self.denied_unheard += len(unanswered & denied)


@dataclass(slots=True)
class Marked:
    """How far the reasons of right contradictions name the right words and the right kind."""

    reasons: int = 0
    words: int = 0
    words_inside: int = 0
    spans: int = 0
    spans_hit: int = 0
    kinds_told: int = 0
    kinds_right: int = 0

    def add(self, what: LaidOut, comparison: Comparison) -> None:
        for link in comparison.links:
            left, right = _sides(what, comparison, link)
            marks = [m for m in what.dispute.marks if m.sign == "=" and m.words != ("", "") and _meets(m, left, right)]
            if link.verdict.value != "contradiction" or not marks or not link.reasons:
                continue
            mark = marks[0]
            self.reasons += 1
            kind = link.reasons[0].kind.value
            self.kinds_told += kind != "model"
            self.kinds_right += kind == mark.kind
            for side, text, keys in ((0, what.left, mark.left), (1, what.right, mark.right)):
                gold = _placed(text, mark.words[side], [what.spans[side][key] for key in keys])
                told = [span for reason in link.reasons if (span := (reason.left, reason.right)[side]) is not None]
                if gold is None:
                    continue
                marked = {place for span in told for place in _words(text, span)}
                inside = {place for place in marked if gold[0] <= place < gold[1]}
                self.words += len(marked)
                self.words_inside += len(inside)
                self.spans += 1
                self.spans_hit += bool(inside)


def _sides(what: LaidOut, comparison: Comparison, link: Link) -> tuple[set[str], set[str]]:
    first, second = (
        _keys((statement.sentences[i] for i in ids), spans)
        for statement, ids, spans in zip(
            (comparison.left, comparison.right), (link.left, link.right), what.spans, strict=True
        )
    )
    return first, second


def _meets(mark: Any, left: set[str], right: set[str]) -> bool:
    return bool(left & set(mark.left) and right & set(mark.right))


def _placed(text: str, words: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the gold words stand in one of these sentences."""
    for start, end in spans:
        at = text.find(words, start, end)
        if at >= 0:
            return at, at + len(words)
    return None


def _words(text: str, span: Span) -> list[int]:
    """Where each word in a span begins."""
    inside = range(span.start, span.end)
    return [i for i in inside if text[i].isalnum() and (i == span.start or not text[i - 1].isalnum())]
