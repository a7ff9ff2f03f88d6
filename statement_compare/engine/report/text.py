"""The report for a terminal: both sides beside each other, wrapped to its width, in signs and words before colours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from statement_compare.engine.model import Side, Verdict
from statement_compare.engine.report import wording
from statement_compare.engine.report.marked import Piece
from statement_compare.engine.report.outline import Alone, Finding, Outline, Quote, Section
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of
from statement_compare.engine.text import hidden


@dataclass(frozen=True, slots=True)
class Page:
    """What the text is laid out for: columns of the terminal, and whether it shows colours."""

    width: int = 100
    colour: bool = False


PLAIN: Final = Page()

_NARROWEST, _WIDEST, _NARROWEST_BESIDE = 30, 150, 70
_COLOURS: Final = {
    Verdict.CONTRADICTION: "38;5;208",
    Verdict.QUALIFIED: "38;5;141",
    Verdict.AGREEMENT: "38;5;75",
    Verdict.UNCLEAR: "38;5;246",
}
_BOLD, _FAINT, _UNDERLINED = "1", "2", "4"

_BREAKS: Final = re.compile(r"[\t\n\r]")

# A word with its looks: what is written, how many columns it takes, and the codes around it.
_Word = tuple[str, int, str]


def render(subject: Subject, page: Page = PLAIN, choice: ReportChoice = EVERYTHING) -> bytes:
    """The report as UTF-8. Sentence numbers count from 1, with L or R before them."""
    report = outline_of(report_of(subject, choice))
    layout = _Layout(page, report.language)
    lines = [*layout.head(report)]
    for section in report.sections:
        lines += layout.section(section)
    lines += layout.in_no_finding(report)
    if report.dismissed:
        lines += layout.section(report.dismissed)
    lines += layout.lost(report)
    lines += ["", *layout.foot(report)]
    return "".join(f"{line.rstrip()}\n" for line in lines).encode("utf-8", "backslashreplace")


def width_of(text: str) -> int:
    """The columns that a text takes: two for wide characters, none for those that combine with the one before."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """A text on one line that cannot steer a terminal: control characters and marks of direction are shown as such."""
    return hidden.shown(_BREAKS.sub(" ", text))


class _Layout:
    """How one page is filled."""

    def __init__(self, page: Page, language: str) -> None:
        self._width = min(max(page.width, _NARROWEST), _WIDEST)
        self._colour = page.colour
        self._language = language
        self._said = words_in(language)
        self._is_beside = self._width >= _NARROWEST_BESIDE

    def head(self, report: Outline) -> Iterator[str]:
        names, abouts = zip(*(self._side(report, side) for side in Side), strict=True)
        if self._is_beside:
            yield from self._columns(*names)
            yield from self._columns(*abouts)
        else:
            for name, about in zip(names, abouts, strict=True):
                yield from self._columns(name, about)
        yield ""
        yield from self._paragraph(report.counted(none=False))
        if report.left_out:
            yield from self._paragraph(report.left_out)
        if report.has_marks and not self._colour:
            yield from self._paragraph(self._said.say("line.brackets"))

    def _side(self, report: Outline, side: Side) -> tuple[list[_Word], list[_Word]]:
        place = list(Side).index(side)
        about = " · ".join(hidden.isolated(part) for part in report.abouts[place] if part != report.names[place])
        return _words(f"{wording.SIDE_LETTERS[side]} {report.heads[place]}", _BOLD), _words(about, _FAINT)

    def section(self, section: Section) -> Iterator[str]:
        if not section.findings:
            return
        yield ""
        yield self.title(section.heading, _COLOURS[section.verdict or Verdict.UNCLEAR])
        for finding in section.findings:
            yield ""
            yield from self.finding(finding)

    def title(self, text: str, codes: str) -> str:
        rule = "─" * max(0, self._width - width_of(text) - 1)
        return f"{self._styled(text, f'{_BOLD};{codes}')} {self._styled(rule, _FAINT)}"

    def finding(self, finding: Finding) -> Iterator[str]:
        colour = _COLOURS[finding.verdict]
        kinds = ": ".join(filter(None, (finding.word if finding.leans else "", finding.kinds)))
        kinds = kinds or self._said.say("line.undecided")
        if finding.is_changed or finding.is_dismissed:
            # No reason stands for it, or no title above it says the verdict.
            kinds = finding.word
        gauges = self._said.say("line.wording", percent=finding.wording)
        if finding.confidence:
            sure = self._said.say("line.confidence", percent=finding.confidence)
            gauges = f"{sure}   {gauges}"
        left = f"{finding.sign} {kinds}   {finding.places}"
        gap = self._width - width_of(left) - width_of(gauges)
        start = self._styled(f"{finding.sign} {kinds}", f"{_BOLD};{colour}") + f"   {finding.places}"
        if gap >= 2:
            yield start + " " * gap + self._styled(gauges, _FAINT)
        else:
            yield start
            yield self._styled(f"  {gauges}", _FAINT)
        for message in finding.messages:
            yield from self._paragraph(message, indent=2)
        yield from self._rows(finding.rows)
        columns = [self._sentences(quotes, f"{_BOLD};{_UNDERLINED};{colour}") for quotes in finding.quotes]
        yield from self._columns(columns[0], columns[1])

    def _sentences(self, quotes: Iterable[Quote], codes: str) -> list[_Word]:
        words: list[_Word] = []
        for quote in quotes:
            words += _words(quote.numbered, _FAINT)
            words += self._marked(quote.pieces, codes)
        return words

    def _marked(self, cut: Sequence[Piece], codes: str) -> list[_Word]:
        """Words of pieces; a word that is marked in part stays one word."""
        words: list[_Word] = []
        is_open = False
        for piece in cut:
            text = piece.text
            if piece.is_marked and not self._colour:
                text = f"[{text.strip()}]" if text.strip() else text
            for number, part in enumerate(text.split(" ")):
                written = self._styled(part, codes) if piece.is_marked and part else part
                if number == 0 and is_open and words:
                    before, columns, _ = words[-1]
                    words[-1] = (before + written, columns + width_of(part), "")
                else:
                    words.append((written, width_of(part), ""))
            is_open = True
        return [word for word in words if word[0]]

    def in_no_finding(self, report: Outline) -> Iterator[str]:
        """What is denied in general, and what has no answer."""
        if report.denials:
            yield ""
            yield self.title(self._said.say("denied.title"), _COLOURS[Verdict.UNCLEAR])
            for line in report.denials:
                yield from self._paragraph(line, indent=2)
        for alone in report.unanswered:
            yield from self._alone(alone)

    def _alone(self, alone: Alone) -> Iterator[str]:
        yield ""
        yield self.title(alone.heading, _COLOURS[Verdict.UNCLEAR])
        for quote, note in alone.entries:
            told = f"{quote.numbered} {hidden.isolated(quote.text)}{f' ({note})' if note else ''}"
            yield from self._paragraph(told, indent=2)

    def lost(self, report: Outline) -> Iterator[str]:
        if report.lost:
            yield ""
            yield self.title(self._said.say("decided.lost"), _COLOURS[Verdict.UNCLEAR])
        for gone in report.lost:
            yield ""
            yield from self._rows(gone.rows)
            left, right = (
                [word for text in texts for word in (*_words(letter, _FAINT), *_words(text))]
                for letter, texts in zip(wording.SIDE_LETTERS.values(), gone.texts, strict=True)
            )
            yield from self._columns(left, right)

    def _rows(self, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        for name, value in rows:
            yield from self._paragraph(f"{name}: {value}", indent=2)

    def foot(self, report: Outline) -> Iterator[str]:
        yield self._styled("─" * self._width, _FAINT)
        for name, value in report.signed:
            if name != self._said.say("made.libraries"):
                yield from self._paragraph(f"{name}: {value}", codes=_FAINT)
        for name, value in report.by_hand:
            yield from self._paragraph(f"{name}: {value}", codes=_FAINT)
        documents, noted = dict(report.documents), self._said.say("row.notes")
        for letter, notes in zip(wording.SIDE_LETTERS.values(), documents.get(noted, ("", "")), strict=True):
            if notes:
                yield from self._paragraph(f"{letter} {noted}: {notes}", codes=_FAINT)
        digests = documents.get(self._said.say("row.sha256"), ("", ""))
        for letter, digest in zip(wording.SIDE_LETTERS.values(), digests, strict=True):
            if digest:
                yield from self._paragraph(f"{letter} sha256 {digest}", codes=_FAINT)
        yield from self._paragraph(report.caveats, codes=_FAINT)

    def _columns(self, left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[str]:
        if not self._is_beside:
            for words in (left, right):
                yield from (f"  {line}" for line, _ in self._wrapped(words, self._width - 2))
            return
        column = (self._width - 5) // 2
        lefts, rights = self._wrapped(left, column), self._wrapped(right, column)
        bar = self._styled("│", _FAINT)
        for (first, columns), (second, _) in zip_longest(lefts, rights, fillvalue=("", 0)):
            # Else right-to-left words on both sides of the bar would be one run, and change places.
            first, second = hidden.isolated(first), hidden.isolated(second)
            yield f"  {first}{' ' * (column - columns)} {bar} {second}"

    def _paragraph(self, text: str, indent: int = 0, codes: str = "") -> Iterator[str]:
        for line, _ in self._wrapped(_words(text, codes), self._width - indent):
            yield " " * indent + line

    def _wrapped(self, words: Iterable[_Word], width: int) -> list[tuple[str, int]]:
        """Lines with the columns that each takes; a word that fits no line is cut."""
        lines: list[tuple[str, int]] = []
        line, used = "", 0
        for text, columns, codes in words:
            for part, part_columns in [(text, columns)] if columns <= width else _cut(text, width):
                if line and used + 1 + part_columns > width:
                    lines.append((line, used))
                    line, used = "", 0
                line += (" " if line else "") + self._styled(part, codes)
                used += part_columns + (1 if used else 0)
        if line:
            lines.append((line, used))
        return lines

    def _styled(self, text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self._colour and codes and text else text


def _words(text: str, codes: str = "") -> list[_Word]:
    return [(word, width_of(word), codes) for word in text.split(" ") if word]


def _cut(word: str, width: int) -> list[tuple[str, int]]:
    parts: list[tuple[str, int]] = []
    part, used, is_code = "", 0, False
    for character in word:
        is_code = is_code or character == "\x1b"
        columns = 0 if is_code else _columns(character)
        if used + columns > width:
            parts.append((part, used))
            part, used = "", 0
        part, used = part + character, used + columns
        is_code = is_code and character != "m"
    parts.append((part, used))
    return parts
