"""Pairs of statements with tables and a gold verdict for each figure: how they are written down and counted.

A file holds many pairs. Each begins with "== what it is about"; "formats: pdf md", "languages: ru ru", "widths: 3 2"
(columns of a page, in centimetres) and "kind: trap" may follow, then "-- left", "-- right" and "-- gold". A line that
begins with "|" is a row; a cell "<" is joined with the one before it, "^" with the one above. `{a 12}` is a figure that
is called a; figures of one name on both sides count the same thing, or seem to.

Gold is one line a verdict: "contradiction a b", "agreement c", and "open d" for what may be told either way. Figures
that are not named there say nothing of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from statement_compare.engine.model import Comparison, Span

_FIGURE = re.compile(r"\{(?P<name>\w+) (?P<text>[^{}]*)\}")
_SEPARATOR = re.compile(r"(?m)^-- (left|right|gold)$")
VERDICTS = ("contradiction", "agreement")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its name: the text that it stands in, and how often that text stood before on its side."""

    name: str
    text: str
    before: int


@dataclass(frozen=True, slots=True)
class TablePair:
    """`sides` are texts in the notation of rows without names of figures; `gold` says a name's verdict."""

    about: str
    sides: tuple[str, str]
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    gold: Mapping[str, str]
    formats: tuple[str, str]
    languages: tuple[str, str]
    widths: tuple[float, ...]
    is_trap: bool


@dataclass(slots=True)
class TableCount:
    """Of each verdict how many figures were told with it, rightly and wrongly, and how many gold has."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    may: int = 0
    """Contradictions of the gold that are told as what may be one."""
    faults: list[str] = field(default_factory=list)

    def add(self, pair: TablePair, found: Comparison) -> None:
        places = tuple(
            _placed(figures, side.source.text)
            for figures, side in zip(pair.figures, (found.left, found.right), strict=True)
        )
        told: dict[str, set[str]] = {verdict: set() for verdict in VERDICTS}
        for name in pair.gold:
            if pair.gold[name] in VERDICTS:
                self.gold[pair.gold[name]] += 1
        for verdict, left, right, words in _told(found):
            names = [_covered(places[0], left), _covered(places[1], right)]
            both = names[0] & names[1]
            if verdict not in VERDICTS:
                told.setdefault("may", set()).update(both)
                continue
            if not (names[0] or names[1]):
                if verdict == "contradiction":
                    self._fault(pair, verdict, words)
                continue
            if both and all(pair.gold.get(name) in (verdict, "open") for name in both):
                told[verdict] |= {name for name in both if pair.gold[name] == verdict}
            else:
                self._fault(pair, verdict, words)
        for verdict in VERDICTS:
            self.right[verdict] += len(told[verdict])
            missed = sorted(name for name, gold in pair.gold.items() if gold == verdict and name not in told[verdict])
            may = told.get("may", set())
            if missed:
                self.faults.append(
                    f"  missed {verdict}: "
                    + " ".join(f"{n}{'?' if n in may else ''}" for n in missed)
                    + f"  ({pair.about})"
                )
            if verdict == "contradiction":
                self.may += sum(name in may for name in missed)

    def _fault(self, pair: TablePair, verdict: str, words: str) -> None:
        self.wrong[verdict] += 1
        self.faults.append(f"  WRONG {verdict}: {words}  ({pair.about})")

    def line(self, verdict: str) -> str:
        right, wrong, gold = self.right[verdict], self.wrong[verdict], self.gold[verdict]
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "-"
        recall = f"{right / gold:.3f}" if gold else "-"
        return f"{right} right, {wrong} wrong of {gold}: precision {precision}, recall {recall}"


def pairs_of(path: Path) -> tuple[TablePair, ...]:
    """The pairs of a file, in order."""
    return tuple(_pair(part) for part in re.split(r"(?m)^== ", path.read_text(encoding="utf-8"))[1:])


def _pair(text: str) -> TablePair:
    head, *rest = _SEPARATOR.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    about, *options = head.strip().splitlines()
    said = dict(option.split(": ", 1) for option in options)
    gold = {name: verdict for verdict, *names in map(str.split, parts["gold"].strip().splitlines()) for name in names}
    sides = (parts["left"], parts["right"])
    one, two = (_FIGURE.sub(lambda found: found["text"], side).strip() for side in sides)
    return TablePair(
        about,
        (one, two),
        (tuple(_figures(sides[0])), tuple(_figures(sides[1]))),
        gold,
        _two(said.get("formats", "md md")),
        _two(said.get("languages", "en en")),
        tuple(map(float, said.get("widths", "").split())),
        said.get("kind") == "trap",
    )


def _two(text: str) -> tuple[str, str]:
    one, two = text.split()
    return one, two


def _figures(text: str) -> Iterator[Figure]:
    """Figures in order; of equal texts the second is told from the first by how many stood before it."""
    plain, end = "", 0
    for found in _FIGURE.finditer(text):
        plain += text[end : found.start()]
        pattern = _pattern(found["text"])
        yield Figure(found["name"], found["text"], len(pattern.findall(plain + " ")))
        plain += found["text"]
        end = found.end()


def _pattern(text: str) -> re.Pattern[str]:
    """Where a figure's text stands by itself, whatever the spaces within it have become."""
    return re.compile(r"(?<![\w.,])" + r"\s".join(map(re.escape, text.split())) + r"(?![\w]|[.,]\d)")


def _placed(figures: tuple[Figure, ...], text: str) -> dict[str, Span]:
    places = {}
    for figure in figures:
        found = list(_pattern(figure.text).finditer(text))
        if len(found) <= figure.before:
            raise ValueError(f"{figure.text!r} is not in what was read")
        places[figure.name] = Span(*found[figure.before].span())
    return places


def _covered(places: Mapping[str, Span], span: Span | None) -> set[str]:
    if span is None:
        return set()
    return {name for name, each in places.items() if each.start < span.end and span.start < each.end}


def _told(found: Comparison) -> Iterator[tuple[str, Span | None, Span | None, str]]:
    """Each reason of a verdict, with what it marks and the words for a list of faults."""
    for link in found.links:
        verdict = "may" if link.may_contradict else link.verdict.value
        for reason in link.reasons:
            one, two = reason.left, reason.right
            texts = [
                side.source.text[span.start : span.end] if span is not None else "-"
                for span, side in ((one, found.left), (two, found.right))
            ]
            yield verdict, one, two, f"{reason.rule} {' / '.join(texts)} {link.left}-{link.right}"
