"""The summary of a comparison as one picture: an SVG that needs nothing else and reads in black and white too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from statement_compare.engine.colours import CONTRAST, THEMES
from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.engine.report import provenance, wording
from statement_compare.engine.report.overview_wording import fate_count, fate_word
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import Subject
from statement_compare.engine.summary import Fate, SideSummary, Summary, summary

WIDTH: Final = 760
_EDGE, _INSIDE = 32, 696
_LIGHT: Final = THEMES["light"]
# Fill, colour of the sign in it, and whether the border is broken. The fills are of different lightness, so that a
# print without colours tells them apart (no theme by itself has such), and each has its sign.
_LOOKS: Final = {
    Fate.CONTRADICTION: (THEMES[f"light{CONTRAST}"].contradiction_ink, _LIGHT.paper, False),
    Fate.QUALIFIED: (_LIGHT.qualified_words, _LIGHT.ink, False),
    Fate.AGREEMENT: (THEMES["dark"].agreement_ink, _LIGHT.ink, False),
    Fate.UNCLEAR: (_LIGHT.unclear_tint, _LIGHT.ink, False),
    Fate.DISMISSED: (_LIGHT.ground, _LIGHT.soft, False),
    Fate.ALONE: (_LIGHT.paper, _LIGHT.ink, True),
    Fate.NO_CLAIM: (_LIGHT.paper, _LIGHT.soft, False),
}
_SIGNS: Final = {
    Fate.CONTRADICTION: wording.VERDICT_SIGNS[Verdict.CONTRADICTION],
    Fate.QUALIFIED: wording.VERDICT_SIGNS[Verdict.QUALIFIED],
    Fate.AGREEMENT: wording.VERDICT_SIGNS[Verdict.AGREEMENT],
    Fate.UNCLEAR: wording.VERDICT_SIGNS[Verdict.UNCLEAR],
    Fate.DISMISSED: "×",
    Fate.ALONE: wording.UNANSWERED_SIGN,
    Fate.NO_CLAIM: "·",
}
# What XML 1.0 holds in no form, not even as a reference.
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Widths of characters in shares of the type size, on the generous side: no font is at hand to measure with.
_WIDE, _LARGE, _USUAL, _NARROW = 1.1, 0.82, 0.64, 0.4
_BROAD: Final = frozenset("mwMW@%&…—жшщюыфмЖШЩЮЫФМ")
_SLIM: Final = frozenset("iIjl.,:;'|!()[] ’‘")
_BOLD: Final = 1.12  # bold letters beside plain ones
_SIGN_WIDTH: Final = 26


def render(subject: Subject, language: str = "en") -> str:
    """The picture, `WIDTH` wide and as high as it needs to be; the same comparison gives the same text."""
    found = summary(subject)
    names = _names(subject, language)
    canvas = _Canvas(language)
    canvas.head(names)
    canvas.counts(found)
    for side, name in zip(found.sides, names, strict=True):
        canvas.bar(side, name)
    canvas.legend(found)
    canvas.kinds(found)
    canvas.foot()
    told = f"{names[0]} – {names[1]}"
    return "".join(f"{line}\n" for line in canvas.lines(told, ". ".join(_in_words(found, names, language))))


def in_words(subject: Subject, language: str = "en") -> str:
    """What the picture tells, for who cannot see it."""
    return ". ".join(_in_words(summary(subject), _names(subject, language), language))


def _names(subject: Subject, language: str) -> tuple[str, ...]:
    comparison = subject if isinstance(subject, Comparison) else subject.comparison
    return tuple(provenance.as_title(provenance.side_name(comparison, side, language)) for side in Side)


def width_of(text: str, size: float) -> float:
    """About how wide a text is at a type size, rather too wide than too narrow."""
    return size * sum(_width(character) for character in text)


def fitted(text: str, size: float, width: float) -> str:
    """A text that is no wider than that, cut at its end where it is too long."""
    if width_of(text, size) <= width:
        return text
    used, kept = _width("…") * size, ""
    for character in text:
        used += _width(character) * size
        if used > width:
            break
        kept += character
    return f"{kept.rstrip()}…"


def _width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or character in _BROAD or ord(character) > 0xFFFF:
        return _WIDE
    if character in _SLIM:
        return _NARROW
    # Scripts that are not known here are taken as large letters are.
    is_known = ord(character) < 0x530
    return _LARGE if character.isupper() or not is_known else _USUAL


def _in_words(found: Summary, names: Sequence[str], language: str) -> Iterator[str]:
    said = words_in(language)
    counted = [wording.count(verdict, found.of(verdict), language) for verdict in wording.SECTIONS]
    dismissed = found.links.dismissed
    yield ", ".join((*counted, *([said.say("decided.count_dismissed", n=dismissed)] if dismissed else [])))
    left, right = found.sides
    yield wording.without_answer(left.of(Fate.ALONE), right.of(Fate.ALONE), language)
    for side, name in zip(found.sides, names, strict=True):
        parts = (fate_count(fate, number, language) for fate, number in side.fates if number)
        sentences = said.say("sentences", n=side.sentences)
        yield f"{name}, {sentences}: {', '.join(parts) or said.say('overview.none')}"
    if found.kinds:
        parts = (said.say("overview.kind", n=number, kind=said.kinds[kind].word) for kind, number in found.kinds)
        yield f"{said.say('overview.kinds')}: {', '.join(parts)}"


class _Canvas:
    """What is drawn so far, and how far down it reaches."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said = words_in(language)
        self._drawn: list[str] = []
        self._y = 0.0

    def lines(self, title: str, description: str) -> Iterator[str]:
        height = f"{self._y:g}"
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        spoken = "" if self._language == "en" else f' xml:lang="{self._language}"'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg"{spoken} width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" role="img" font-family="sans-serif">'
        )
        yield f"<title>{_safe(title)}</title>"
        yield f"<desc>{_safe(description)}</desc>"
        yield f'<rect width="{WIDTH}" height="{height}" fill="{_LIGHT.paper}"/>'
        yield from self._drawn
        yield "</svg>"

    def head(self, names: Sequence[str]) -> None:
        self._y = 44
        for side, name in zip(Side, names, strict=True):
            self._text(_EDGE, self._y, wording.SIDE_LETTERS[side], 17, _INSIDE, colour=_LIGHT.soft, bold=True)
            self._text(_EDGE + 26, self._y, name, 17, _INSIDE - 26, bold=True)
            self._y += 26

    def counts(self, found: Summary) -> None:
        """One box each for the verdicts and for what has no answer: a large number, and the sign with its word."""
        boxes = [
            (
                str(found.of(verdict)),
                wording.VERDICT_SIGNS[verdict],
                wording.count(verdict, found.of(verdict), self._language),
            )
            for verdict in wording.SECTIONS
        ]
        alone = sum(side.of(Fate.ALONE) for side in found.sides)
        boxes.append((str(alone), wording.UNANSWERED_SIGN, f"{alone} {self._said.say('unanswered.word')}"))
        gap = 10.0
        width = (_INSIDE - gap * (len(boxes) - 1)) / len(boxes)
        top = self._y
        for at, (number, sign, word) in enumerate(boxes):
            x = _EDGE + at * (width + gap)
            self._drawn.append(
                f'<rect x="{x:g}" y="{top:g}" width="{width:g}" height="72" rx="6" '
                f'fill="{_LIGHT.ground}" stroke="{_LIGHT.line}"/>'
            )
            self._text(x + 12, top + 34, number, 24, width - 24, bold=True)
            self._text(x + 12, top + 58, f"{sign} {word.partition(' ')[2]}", 11.5, width - 16, colour=_LIGHT.soft)
        self._y = top + 72
        if found.links.dismissed:
            told = self._said.say("decided.count_dismissed", n=found.links.dismissed)
            self._text(_EDGE, self._y + 20, f"{_SIGNS[Fate.DISMISSED]} {told}", 11.5, _INSIDE, colour=_LIGHT.soft)
            self._y += 20
        self._y += 38

    def bar(self, side: SideSummary, name: str) -> None:
        """All sentences of one side as one bar, as long for three as for three hundred."""
        told = self._said.say("sentences", n=side.sentences)
        self._text(_EDGE, self._y, f"{wording.SIDE_LETTERS[side.side]} {name}", 13.5, _INSIDE - 140, bold=True)
        self._text(_EDGE + _INSIDE, self._y, told, 12.5, 130, colour=_LIGHT.soft, anchor="end")
        top, x = self._y + 10, float(_EDGE)
        if not side.sentences:
            self._drawn.append(
                f'<rect x="{x:g}" y="{top:g}" width="{_INSIDE}" height="30" fill="none" stroke="{_LIGHT.line}"/>'
            )
        for fate, number in side.fates:
            width = _INSIDE * number / side.sentences if number else 0.0
            if width:
                self._segment(fate, number, x, top, width)
            x += width
        self._y = top + 30 + 34

    def _segment(self, fate: Fate, number: int, x: float, top: float, width: float) -> None:
        fill, ink, is_broken = _LOOKS[fate]
        dashes = ' stroke-dasharray="4 3"' if is_broken else ""
        self._drawn.append(
            f'<rect x="{x:.2f}" y="{top:g}" width="{width:.2f}" height="30" fill="{fill}" '
            f'stroke="{_LIGHT.ink}"{dashes}/>'
        )
        for told in (f"{_SIGNS[fate]} {number}", _SIGNS[fate]):
            if width_of(told, 13) + 6 <= width:
                self._text(x + width / 2, top + 20, told, 13, width, colour=ink, anchor="middle")
                return

    def legend(self, found: Summary) -> None:
        """What the parts of the bars mean, in words, with the numbers of both sides."""
        columns = (_EDGE + _INSIDE - 90, _EDGE + _INSIDE)
        for x, side in zip(columns, found.sides, strict=True):
            letter = wording.SIDE_LETTERS[side.side]
            self._text(x, self._y, letter, 12.5, 60, colour=_LIGHT.soft, anchor="end", bold=True)
        self._y += 22
        for fate in Fate:
            if not any(side.of(fate) for side in found.sides):
                continue
            fill, ink, is_broken = _LOOKS[fate]
            dashes = ' stroke-dasharray="4 3"' if is_broken else ""
            self._drawn.append(
                f'<rect x="{_EDGE}" y="{self._y - 14:g}" width="{_SIGN_WIDTH}" height="18" fill="{fill}" '
                f'stroke="{_LIGHT.ink}"{dashes}/>'
            )
            self._text(_EDGE + _SIGN_WIDTH / 2, self._y, _SIGNS[fate], 13, _SIGN_WIDTH, colour=ink, anchor="middle")
            self._text(_EDGE + _SIGN_WIDTH + 12, self._y, fate_word(fate, self._language), 13, 500)
            for x, side in zip(columns, found.sides, strict=True):
                self._text(x, self._y, str(side.of(fate)), 13, 60, anchor="end")
            self._y += 25
        self._y += 14

    def kinds(self, found: Summary) -> None:
        if not found.kinds:
            return
        self._text(_EDGE, self._y, self._said.say("overview.kinds"), 13.5, _INSIDE, bold=True)
        self._y += 24
        most, start, longest = max(number for _, number in found.kinds), _EDGE + 150, _INSIDE - 200
        for kind, number in found.kinds:
            length = longest * number / most
            fill = _LOOKS[Fate.CONTRADICTION][0]
            self._text(_EDGE, self._y, self._said.kinds[kind].word, 13, 140)
            self._drawn.append(
                f'<rect x="{start}" y="{self._y - 12:g}" width="{length:.2f}" height="15" fill="{fill}"/>'
            )
            self._text(start + length + 8, self._y, str(number), 13, 40)
            self._y += 24
        self._y += 14

    def foot(self) -> None:
        self._text(_EDGE, self._y, self._said.say("overview.disclaimer"), 11.5, _INSIDE, colour=_LIGHT.soft)
        self._y += 26

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        width: float,
        *,
        colour: str = _LIGHT.ink,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """A line of text that is no wider than `width`; x is its start, middle or end."""
        weight = ' font-weight="bold"' if bold else ""
        shown = fitted(text, size * (_BOLD if bold else 1.0), width)
        self._drawn.append(
            f'<text x="{x:.2f}" y="{y:g}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{_safe(shown)}</text>"
        )


def _safe(text: str) -> str:
    """A stranger's words as the content of an element: nothing in them is markup, or what no XML may hold."""
    return escape(_NO_XML.sub("\ufffd", text))
