"""The report as Markdown, for notes and trackers: the texts in it are escaped so that they stay texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from statement_compare.engine.model import Side
from statement_compare.engine.report import wording
from statement_compare.engine.report.marked import Piece
from statement_compare.engine.report.outline import Finding, Outline, Section
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of
from statement_compare.engine.text import hidden

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_ESCAPED: Final = r"\\\1"
# What makes a list, a rule or a quotation only at the start of a line.
_AT_START: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The report as UTF-8; the words that carry a verdict are bold."""
    lines = _lines(outline_of(report_of(subject, choice)))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is, with hidden characters in sight."""
    return _literal(wording.plain(text))


def _literal(text: str) -> str:
    """Words that are safe to read already, so that no sign in them is markup."""
    literal = _SPECIAL.sub(_ESCAPED, text)
    return _AT_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", literal)


def _lines(report: Outline) -> Iterator[str]:
    yield f"# {_literal(report.title)}"
    yield ""
    yield _literal(report.counted())
    if report.left_out:
        yield from ("", _literal(report.left_out))
    for section in report.sections:
        if section.findings:
            yield from _section(section)
    yield from _in_no_finding(report)
    if report.dismissed:
        yield from _section(report.dismissed)
    yield from _lost(report)
    yield from ("", f"## {report.say('page.made')}", "")
    yield from (f"| | {report.say('page.left')} | {report.say('page.right')} |", "|---|---|---|")
    for name, cells in report.documents:
        left, right = (hidden.isolated(_literal(cell)) for cell in cells)
        yield f"| {name} | {left} | {right} |"
    yield ""
    for name, value in (*report.signed, *report.by_hand):
        yield f"- {name}: {_literal(value)}"
    yield from ("", report.caveats)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {_SPECIAL.sub(_ESCAPED, section.heading)}")
    for finding in section.findings:
        yield from _finding(finding)


def _in_no_finding(report: Outline) -> Iterator[str]:
    if report.denials:
        yield from ("", f"## {report.say('denied.title')}", "", *(f"- {line}" for line in report.denials))
    for alone in report.unanswered:
        yield from ("", f"## {_SPECIAL.sub(_ESCAPED, alone.heading)}", "")
        for quote, note in alone.entries:
            text = hidden.isolated(_literal(quote.text))
            yield f"- {quote.numbered} {text}{f' ({note})' if note else ''}"


def _lost(report: Outline) -> Iterator[str]:
    if report.lost:
        yield from ("", f"## {report.say('decided.lost')}")
    for gone in report.lost:
        yield ""
        yield from (f"- {name}: {_literal(value)}" for name, value in gone.rows)
        for side, texts in zip(Side, gone.texts, strict=True):
            for text in texts:
                yield from ("", f"> {wording.SIDE_LETTERS[side]} {hidden.isolated(_literal(text))}")


def _finding(finding: Finding) -> Iterator[str]:
    leans = finding.word if finding.leans else ""
    # Those dismissed stand together whatever their verdict is, so that each has to say it.
    verdict = f"{finding.sign} {finding.word}" if finding.is_dismissed else ""
    heading = " · ".join(part for part in (verdict, finding.kinds or leans, finding.places) if part)
    yield from ("", f"### {_literal(heading)}", "")
    for message in finding.messages:
        yield f"- {_literal(message)}"
    for name, value in finding.rows:
        yield f"- {name}: {_literal(value)}"
    yield f"- {finding.gauges}"
    for quotes in finding.quotes:
        for quote in quotes:
            yield from ("", f"> {quote.numbered} {hidden.isolated(''.join(map(_written, quote.pieces)))}")


def _written(piece: Piece) -> str:
    text = _SPECIAL.sub(_ESCAPED, piece.text)
    core = text.strip()
    # Bold marks take effect only where they touch a word.
    return text.replace(core, f"**{core}**", 1) if piece.is_marked and core else text
