"""One finding as a quote to paste elsewhere: both sides verbatim, verdict and reason, what a person decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from statement_compare.engine.model import Comparison, Link, Pair, Side, pair_of
from statement_compare.engine.report import decided, provenance, wording
from statement_compare.engine.report.marked import statement_of
from statement_compare.engine.report.wording import plain
from statement_compare.engine.reported import Report, ReportChoice, Reported
from statement_compare.engine.sheets.passages import Quote, in_quotation_marks, known_of, quotes_of
from statement_compare.engine.sheets.words import words_in
from statement_compare.engine.text import hidden


@dataclass(frozen=True, slots=True)
class PairQuote:
    """The same twice: `plain` for any program, `html` with the clashing words in bold for one that shows them."""

    plain: str
    html: str


def pair_quote(reported: Reported, pair: Pair, language: str = "en") -> PairQuote:
    """The finding that joins these sentences. Raises ValueError where there is none."""
    report = Report(reported, ReportChoice(language=language))
    link = next((each for each in reported.links if pair_of(each) == pair), None)
    if link is None:
        raise ValueError(f"no finding joins {pair}")
    return PairQuote(_plain(report, link), _html(report, link))


def _plain(report: Report, link: Link) -> str:
    parts = ["\n".join((_verdict(report, link), *decided.messages(report, link)))]
    for side in Side:
        lines = [_source(report.comparison, side, report.language)]
        lines += (
            f"{_number(side, quote)} {in_quotation_marks(quote.text, report.language)}"
            for quote in quotes_of(report.comparison, link, side, report.language)
        )
        parts.append("\n".join(lines))
    parts += [": ".join(row) for row in _decision(report, link)]
    parts.append(words_in(report.language).say("sheet.disclaimer"))
    return "\n\n".join(parts) + "\n"


def _html(report: Report, link: Link) -> str:
    language = report.language
    reasons = "".join(f"<br>{escape(message)}" for message in decided.messages(report, link))
    lines = [f"<p><b>{escape(_verdict(report, link))}</b>{reasons}</p>"]
    for side in Side:
        lines.append(f"<p>{escape(_source(report.comparison, side, language))}</p>")
        spoken = escape(statement_of(report.comparison, side).language)
        for quote in quotes_of(report.comparison, link, side, language):
            words = "".join(
                f"<b>{escape(piece.text)}</b>" if piece.is_marked else escape(piece.text)
                for piece in quote.pieces_in_marks(language)
            )
            # The words of a statement run in their own direction and are in their own language.
            isolated = f'<span lang="{spoken}" dir="auto">{words}</span>'
            marked = words_in(language).say("sheet.quoted", text=isolated)
            lines.append(f"<blockquote>{escape(_number(side, quote))} {marked}</blockquote>")
    lines += [f"<p><b>{escape(name)}:</b> {escape(value)}</p>" for name, value in _decision(report, link)]
    lines.append(f"<p><i>{escape(words_in(language).say('sheet.disclaimer'))}</i></p>")
    return f'<div lang="{language}">\n' + "\n".join(lines) + "\n</div>\n"


def _verdict(report: Report, link: Link) -> str:
    """ "≠ Contradiction · number"."""
    word = wording.verdict_words(link, report.language)
    kinds = decided.kinds(report, link)
    heading = f"{wording.VERDICT_SIGNS[link.verdict]} {word[:1].upper()}{word[1:]}"
    return f"{heading} · {kinds}" if kinds else heading


def _source(comparison: Comparison, side: Side, language: str) -> str:
    """ "Ministry, “Two routes open”, 1 November 2021"; its file, where nothing of it is known."""
    statement = statement_of(comparison, side)
    known = known_of(statement, language)
    name = hidden.isolated(provenance.as_title(plain(statement.source.speaker)))
    if not name and not known:
        name = hidden.isolated(provenance.as_title(provenance.side_name(comparison, side, language)))
    return ", ".join(part for part in (name, *known) if part)


def _number(side: Side, quote: Quote) -> str:
    """ "L3 (page 2)"."""
    number = f"{wording.SIDE_LETTERS[side]}{quote.number}"
    return f"{number} ({quote.place})" if quote.place else number


def _decision(report: Report, link: Link) -> Iterator[tuple[str, str]]:
    """What a person decided of the finding, as a name and a value; nothing where nobody did."""
    if report.reported.decision_on(link).is_decided:
        yield decided.rows(report, link)[0]
