"""Whole disputes with their gold links: how a file of them is read, and which pairs of sentences it gives to learn from.

A dispute lists every pair of sentences that speak of one claim; a pair that it does not list speaks of another matter.
So it shows a model candidate pairs in the proportion in which it will meet them: some ten links in a hundred and fifty.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OF_VERDICT = {"agreement": 0, "qualified": 1, "related": 1, "contradiction": 2}
HELD_OUT_OF_TEN = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of gold: `sign` is = (an editor would print it), ~ (defensible), ! (a trap)."""

    sign: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    verdict: str
    kind: str = ""
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Dispute:
    """Both statements by their keys (L1, R1 ...) and the marks; `languages` are those of left and right."""

    name: str
    languages: tuple[str, str]
    left: dict[str, str]
    right: dict[str, str]
    marks: tuple[Mark, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to validation: three in ten."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 10 < HELD_OUT_OF_TEN

    def marked(self) -> dict[tuple[str, str], list[Mark]]:
        """The marks of each pair of keys that has one."""
        found: dict[tuple[str, str], list[Mark]] = {}
        for mark in self.marks:
            for a in mark.left:
                for b in mark.right:
                    found.setdefault((a, b), []).append(mark)
        return found


def read_dispute(path: Path) -> Dispute:
    """One file; ValueError names a line that has no meaning."""
    languages = ("en", "en")
    left: dict[str, str] = {}
    right: dict[str, str] = {}
    marks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("# language:"):
            first, second = line.split(":", 1)[1].split()[:2]
            languages = (first, second)
        elif not line or line.startswith(("#", "0")):
            continue
        elif line[0] in "LR" and "|" in line:
            key, text = line.split("|", 1)
            (left if line[0] == "L" else right)[key.strip()] = text.strip()
        elif line[0] in "=~!":
            told, *words = (part.strip() for part in line[1:].split("||"))
            sides = told.split()
            verdict, kind = (*sides[2:4], "", "")[:2]
            pair = (words[0], words[1]) if len(words) == 2 else ("", "")
            marks.append(Mark(line[0], tuple(sides[0].split(",")), tuple(sides[1].split(",")), verdict, kind, pair))
        else:
            raise ValueError(f"{path}:{number}: {line}")
    return Dispute(path.stem, languages, left, right, tuple(marks))


def read_disputes(folder: Path) -> list[Dispute]:
    """All disputes of a folder, in the order of file names."""
    return [read_dispute(path) for path in sorted(folder.glob("*.dispute"))]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A pair of sentences with its label (0 entailment, 1 neutral, 2 contradiction); `words` clash where it is 2."""

    left: str
    right: str
    label: int
    kind: str = ""
    words: tuple[str, str] = ("", "")
    is_defensible: bool = False


def lessons(dispute: Dispute, unlisted: int, rng: random.Random, *, with_defensible: bool = False) -> Iterator[Lesson]:
    """The pairs of one pass over a dispute: all that are marked, and `unlisted` others, half of them sharing words.

    A defensible mark is left out unless it is asked for and stands alone for its two sentences; so is what stands under
    two marks that do not agree.
    """
    marked = dispute.marked()
    for (a, b), marks in marked.items():
        if any(m.sign == "~" for m in marks):
            only = marks[0]
            is_single = len(marks) == len(only.left) == len(only.right) == 1
            if with_defensible and is_single and OF_VERDICT[only.verdict] != 1:
                yield Lesson(dispute.left[a], dispute.right[b], OF_VERDICT[only.verdict], is_defensible=True)
            continue
        labels = {OF_VERDICT[m.verdict] if m.sign == "=" else 1 for m in marks}
        if len(labels) == 1:
            first = marks[0]
            words = first.words
            here = words[0] in dispute.left[a] and words[1] in dispute.right[b]
            yield Lesson(dispute.left[a], dispute.right[b], labels.pop(), first.kind, words if here else ("", ""))
    others = [(a, b) for a in dispute.left for b in dispute.right if (a, b) not in marked]
    rng.shuffle(others)
    others.sort(key=lambda pair: -shared(dispute.left[pair[0]], dispute.right[pair[1]]))
    near, rest = others[: unlisted * 2], others[unlisted * 2 :]
    for a, b in rng.sample(near, min(unlisted // 2, len(near))) + rng.sample(rest, min(unlisted // 2, len(rest))):
        yield Lesson(dispute.left[a], dispute.right[b], 1)


def shared(a: str, b: str) -> float:
    """The share of the longer words of two texts that both have."""
    first, second = ({w.strip(".,;:'\"()") for w in t.lower().split() if len(w) > 3} for t in (a, b))
    return len(first & second) / max(1, len(first | second))
