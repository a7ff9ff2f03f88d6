"""The bundled pairs of sentences and whole disputes whose verdicts are known, on which another model is measured."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from statement_compare import bundled
from statement_compare.engine.model import Statement, Verdict
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment
from statement_compare.errors import ModelError

FOLDER = "calibration"
SENTENCES_A_PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class LonePair:
    """Two sentences with their verdict. Pairs of one `group` share a sentence, and never stand in two folds."""

    group: str
    languages: tuple[str, str]
    left: str
    right: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """What an editor says of sentences of both sides: `sign` is = (would print it), ~ (defensible) or ! (a trap)."""

    sign: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    verdict: str


@dataclass(frozen=True)
class Dispute:
    """Two whole statements, sentence by sentence, and all pairs of sentences that speak of one claim."""

    name: str
    languages: tuple[str, str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def statements(self) -> tuple[Statement, Statement]:
        """Both sides as the program reads them."""
        first, second = (
            segment(read_text(laid_out(side)[0]), language)
            for side, language in zip((self.left, self.right), self.languages, strict=True)
        )
        return first, second

    def gold(self, left: int, right: int) -> str:
        """The verdict of a pair of sentence ids of `statements`, "" where it is none.

        "~" stands before it where it is defensible, and a trap is "!".
        """
        a, b = self._numbers[0][left], self._numbers[1][right]
        found = [mark for mark in self.marks if not a.isdisjoint(mark.left) and not b.isdisjoint(mark.right)]
        for sign in "=~!":
            for mark in found:
                if mark.sign == sign:
                    return {"=": mark.verdict, "~": f"~{mark.verdict}", "!": "!"}[sign]
        return ""

    @cached_property
    def _numbers(self) -> tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]]:
        """Which of the sentences as they are written each sentence as it is read covers."""
        first, second = (
            {s.id: overlapped((s.span.start, s.span.end), laid_out(side)[1]) for s in statement.sentences}
            for side, statement in zip((self.left, self.right), self.statements, strict=True)
        )
        return first, second


@dataclass(frozen=True, slots=True)
class Labelled:
    pairs: tuple[LonePair, ...]
    disputes: tuple[Dispute, ...]


def bundled_pairs() -> Labelled:
    """What comes along with the program; ModelError where it cannot be read."""
    folder = bundled.path(FOLDER)
    try:
        return Labelled(
            tuple(_pair(row) for row in _rows(folder / "pairs.jsonl")),
            tuple(_dispute(row) for row in _rows(folder / "disputes.jsonl")),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "calibration.damaged",
            f"{folder}: the labelled pairs that a model is measured on cannot be read; install the program again",
            path=str(folder),
        ) from error


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _pair(row: dict[str, Any]) -> LonePair:
    first, second = row["languages"]
    return LonePair(row["group"], (first, second), row["left"], row["right"], Verdict(row["verdict"]))


def _dispute(row: dict[str, Any]) -> Dispute:
    first, second = row["languages"]
    marks = (Mark(mark["sign"], tuple(mark["left"]), tuple(mark["right"]), mark["verdict"]) for mark in row["marks"])
    return Dispute(row["name"], (first, second), tuple(row["left"]), tuple(row["right"]), tuple(marks))


def laid_out(sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Plain text in paragraphs of a few sentences, and where each of them stands."""
    text, places = "", []
    for number, sentence in enumerate(sentences):
        text += "" if not number else "\n\n" if number % SENTENCES_A_PARAGRAPH == 0 else " "
        places.append((len(text), len(text) + len(sentence)))
        text += sentence
    return f"{text}\n", places


def overlapped(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of which the span covers half, or which cover half of it."""
    return frozenset(
        number
        for number, (start, end) in enumerate(places)
        if 2 * (min(end, span[1]) - max(start, span[0])) >= min(end - start, span[1] - span[0])
    )
