"""The report for a terminal: both sides beside each other, wrapped to its width, in signs and words before colours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from statement_compare.engine.model import Comparison, Link, Side, Verdict
from statement_compare.engine.report import decided, place_words, provenance, wording
from statement_compare.engine.report.marked import Piece, pieces, statement_of, words_of
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import EVERYTHING, Report, ReportChoice, Subject, report_of
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import unanswered


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
    report = report_of(subject, choice)
    comparison = report.comparison
    layout = _Layout(page, report.language)
    said = words_in(report.language)
    lines = [*layout.head(report)]
    for verdict in wording.SECTIONS:
        links = [link for link in wording.by_gravity(comparison) if link.verdict is verdict]
        if links:
            lines += ["", layout.section(verdict)]
            for link in links:
                lines += ["", *layout.link(report, link)]
    if report.is_whole:
        lines += layout.denied_in_general(comparison)
        for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
            lines += layout.lone(comparison, side, other)
    if report.dismissed:
        lines += ["", layout.title(said.say("decided.dismissed"), _COLOURS[Verdict.UNCLEAR])]
        for link in wording.gravest_first(report.dismissed):
            lines += ["", *layout.link(report, link)]
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

    def head(self, report: Report) -> Iterator[str]:
        comparison = report.comparison
        names, abouts = zip(*(self._side(comparison, side) for side in Side), strict=True)
        if self._is_beside:
            yield from self._columns(*names)
            yield from self._columns(*abouts)
        else:
            for name, about in zip(names, abouts, strict=True):
                yield from self._columns(name, about)
        yield ""
        counts = [
            f"{wording.VERDICT_SIGNS[verdict]} {wording.count(verdict, number, self._language)}"
            for verdict in wording.SECTIONS
            if (number := report.number_of(verdict))
        ]
        left, right = (len(unanswered(comparison, side)) for side in Side)
        counts.append(f"{wording.UNANSWERED_SIGN} {wording.without_answer(left, right, self._language)}")
        yield from self._paragraph(" · ".join((*counts, *decided.counts(report))))
        left_out = decided.left_out(report)
        if left_out:
            yield from self._paragraph(left_out)
        if any(words_of(link, side) for link in report.links for side in Side) and not self._colour:
            yield from self._paragraph(self._said.say("line.brackets"))

    def _side(self, comparison: Comparison, side: Side) -> tuple[list[_Word], list[_Word]]:
        name = provenance.side_name(comparison, side, self._language)
        known = (part for part in provenance.about(statement_of(comparison, side), self._language) if part != name)
        about = " · ".join(map(hidden.isolated, known))
        return _words(f"{wording.SIDE_LETTERS[side]} {provenance.as_title(name)}", _BOLD), _words(about, _FAINT)

    def section(self, verdict: Verdict) -> str:
        title = wording.section_title(verdict, self._language)
        return self.title(f"{wording.VERDICT_SIGNS[verdict]} {title}", _COLOURS[verdict])

    def title(self, text: str, codes: str) -> str:
        rule = "─" * max(0, self._width - width_of(text) - 1)
        return f"{self._styled(text, f'{_BOLD};{codes}')} {self._styled(rule, _FAINT)}"

    def link(self, report: Report, link: Link) -> Iterator[str]:
        comparison = report.comparison
        sign, colour = wording.VERDICT_SIGNS[link.verdict], _COLOURS[link.verdict]
        verdict = wording.verdict_words(link, self._language)
        undecided = verdict if link.may_contradict else self._said.say("line.undecided")
        kinds = decided.kinds(report, link) or undecided
        if report.is_changed(link) or report.is_dismissed(link):
            # No reason stands for it, or no title above it says the verdict.
            kinds = verdict
        places = f"{wording.numbers(Side.LEFT, link.left)} – {wording.numbers(Side.RIGHT, link.right)}"
        gauges = self._said.say("line.wording", percent=wording.percent(link.similarity))
        if link.confidence:
            sure = self._said.say("line.confidence", percent=wording.percent(link.confidence))
            gauges = f"{sure}   {gauges}"
        left = f"{sign} {kinds}   {places}"
        gap = self._width - width_of(left) - width_of(gauges)
        start = self._styled(f"{sign} {kinds}", f"{_BOLD};{colour}") + f"   {places}"
        if gap >= 2:
            yield start + " " * gap + self._styled(gauges, _FAINT)
        else:
            yield start
            yield self._styled(f"  {gauges}", _FAINT)
        for message in decided.messages(report, link):
            yield from self._paragraph(message, indent=2)
        yield from self._rows(decided.rows(report, link))
        columns = [self._sentences(comparison, side, link) for side in Side]
        yield from self._columns(columns[0], columns[1])

    def _sentences(self, comparison: Comparison, side: Side, link: Link) -> list[_Word]:
        statement = statement_of(comparison, side)
        marks = words_of(link, side)
        words: list[_Word] = []
        for i in link.left if side is Side.LEFT else link.right:
            words += _words(place_words.numbered(statement, side, i, self._language), _FAINT)
            cut = pieces(statement.sentences[i], statement.source.text, marks)
            words += self._marked(cut, f"{_BOLD};{_UNDERLINED};{_COLOURS[link.verdict]}")
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

    def denied_in_general(self, comparison: Comparison) -> Iterator[str]:
        told = wording.denied_in_general(comparison, self._language)
        if told:
            yield ""
            yield self.title(self._said.say("denied.title"), _COLOURS[Verdict.UNCLEAR])
            for line in told:
                yield from self._paragraph(line, indent=2)

    def lone(self, comparison: Comparison, side: Side, other: Side) -> Iterator[str]:
        name = hidden.isolated(provenance.side_name(comparison, other, self._language))
        statement = statement_of(comparison, side)
        for title, entries in wording.unanswered_sections(comparison, side, self._language):
            yield ""
            yield self.title(f"{wording.UNANSWERED_SIGN} {title} {name}", _COLOURS[Verdict.UNCLEAR])
            for entry, note in entries:
                text = hidden.isolated(wording.plain(statement.sentences[entry.sentence].text))
                place = place_words.numbered(statement, side, entry.sentence, self._language)
                yield from self._paragraph(f"{place} {text}{f' ({note})' if note else ''}", indent=2)

    def lost(self, report: Report) -> Iterator[str]:
        if not (report.tells_lost and report.reported.lost):
            return
        yield ""
        yield self.title(self._said.say("decided.lost"), _COLOURS[Verdict.UNCLEAR])
        for lost in report.reported.lost:
            yield ""
            yield from self._rows(decided.rows_of_lost(lost, self._language))
            left, right = (
                [word for text in texts for word in (*_words(letter, _FAINT), *_words(wording.plain(text)))]
                for letter, texts in zip(wording.SIDE_LETTERS.values(), (lost.left, lost.right), strict=True)
            )
            yield from self._columns(left, right)

    def _rows(self, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        for name, value in rows:
            yield from self._paragraph(f"{name}: {value}", indent=2)

    def foot(self, report: Report) -> Iterator[str]:
        comparison = report.comparison
        yield self._styled("─" * self._width, _FAINT)
        for name, value in provenance.signed(comparison, self._language):
            if name != self._said.say("made.libraries"):
                yield from self._paragraph(visible(f"{name}: {value}"), codes=_FAINT)
        for name, value in decided.done_by_hand(report):
            yield from self._paragraph(f"{name}: {value}", codes=_FAINT)
        for side in Side:
            source = statement_of(comparison, side).source
            if source.sha256:
                yield from self._paragraph(f"{wording.SIDE_LETTERS[side]} sha256 {source.sha256}", codes=_FAINT)
        yield from self._paragraph(provenance.caveats(comparison, self._language), codes=_FAINT)

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
