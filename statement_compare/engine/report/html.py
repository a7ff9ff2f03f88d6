"""The page to send to a desk: one file without scripts or references to anything outside it, for screen and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from statement_compare import bundled
from statement_compare.engine.colours import style_sheet
from statement_compare.engine.model import BlockKind, Side, Verdict
from statement_compare.engine.report import wording
from statement_compare.engine.report.marked import Piece
from statement_compare.engine.report.outline import Finding, Outline, Paragraph, Placed, Quote, Section
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of

# Even if something slipped through the escaping, a browser would load and run nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"

# Between the number of a sentence and its words: a margin would be on the wrong side where they run from right to left.
_GAP: Final = '<span class="gap"> </span>'


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The whole report as one HTML file in UTF-8; the same subject gives the same bytes."""
    page = _Page(outline_of(report_of(subject, choice)))
    return "".join(f"{line}\n" for line in page.lines()).encode("utf-8", "xmlcharrefreplace")


class _Page:
    """One report as lines of HTML."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._language = outline.language
        self._said = words_in(outline.language)

    def lines(self) -> Iterator[str]:
        outline = self._outline
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self._language}"><head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        title = self._said.say("page.title", left=escape(outline.heads[0]), right=escape(outline.names[1]))
        yield f"<title>{title}</title>"
        sheets = ["report.css", *(["decided.css"] if outline.is_touched else [])]
        style = "".join(bundled.path("report", sheet).read_text(encoding="utf-8") for sheet in sheets)
        yield f"<style>\n{style_sheet(style)}</style>"
        yield f'</head><body><a class="skip" href="#findings">{self._said.say("page.skip")}</a><main>'
        yield from self._head()
        yield '<div id="findings" tabindex="-1">'
        yield from self._sections(Verdict.CONTRADICTION)
        yield from self._texts()
        yield from self._sections(Verdict.QUALIFIED)
        yield from self._denied_in_general()
        yield from self._lone()
        yield from self._sections(Verdict.AGREEMENT, Verdict.UNCLEAR)
        if outline.dismissed:
            yield from self._section(outline.dismissed)
        yield from self._lost()
        yield "</div>"
        yield from self._made()
        yield "</main></body></html>"

    def _head(self) -> Iterator[str]:
        outline = self._outline
        yield f'<p class="kicker">{self._said.say("page.kicker")}</p>'
        yield (
            f'<h1><span dir="auto">{escape(outline.heads[0])}</span> '
            f'<span class="against">{self._said.say("page.and")}</span> '
            f'<span dir="auto">{escape(outline.names[1])}</span></h1>'
        )
        yield '<ul class="counts">'
        sections = {section.verdict for section in outline.sections}
        for count in outline.counts:
            words = count.words.partition(" ")[2]
            told = f'<span class="sign">{count.sign}</span> <b>{count.number}</b> {words}'
            yield f'<li class="{count.verdict}">{_led(told, count.verdict, count.verdict in sections)}</li>'
        left, right = outline.unanswered_by_side
        told = (
            f'<span class="sign">{wording.UNANSWERED_SIGN}</span> <b>{left + right}</b> '
            f"{self._said.say('unanswered.word')} "
            f'<span class="soft">{self._said.say("unanswered.by_side", left=left, right=right)}</span>'
        )
        yield f'<li class="unanswered">{_led(told, "unanswered", self._has_lone)}</li>'
        yield from (f"<li>{told}</li>" for told in outline.decided)
        yield "</ul>"
        if outline.left_out:
            yield f'<p class="soft">{outline.left_out}</p>'

    def _sections(self, *verdicts: Verdict) -> Iterator[str]:
        for section in self._outline.sections:
            if section.verdict in verdicts:
                yield from self._section(section)

    def _section(self, section: Section) -> Iterator[str]:
        if section.verdict is None:
            yield f'<section class="compact dismissed"><h2>{section.title}</h2>'
        else:
            compact = "" if section.verdict is Verdict.CONTRADICTION else ' class="compact"'
            sign = f'<span class="sign">{section.sign}</span>'
            heading = f'<h2 class="{section.verdict}">{sign}{section.title}</h2>'
            yield f'<section{compact} id="{section.verdict}">{heading}'
        if section.note:
            yield f'<p class="soft">{section.note}</p>'
        for finding in section.findings:
            yield from self._finding(finding)
        yield "</section>"

    def _lost(self) -> Iterator[str]:
        if not self._outline.lost:
            return
        yield f'<section class="compact"><h2>{self._said.say("decided.lost")}</h2>'
        for gone in self._outline.lost:
            yield '<article class="finding unclear">'
            yield _rows(gone.rows)
            yield '<div class="sides">'
            for language, texts in zip(self._outline.languages, gone.texts, strict=True):
                yield f'<div class="quote" lang="{escape(language)}" dir="auto">{" ".join(map(escape, texts))}</div>'
            yield "</div></article>"
        yield "</section>"

    def _finding(self, finding: Finding) -> Iterator[str]:
        yield f'<article class="finding {finding.verdict}" id="finding-{finding.number}"><header>'
        yield f"<h3>{escape(finding.heading)}</h3>"
        places = " – ".join(", ".join(map(self._led, quotes)) for quotes in finding.quotes)
        yield f'<span class="soft">{places}</span>'
        yield '<span class="gauges">'
        if finding.confidence:
            yield _gauge("confidence", self._said.say("page.confidence"), finding.confidence)
        yield _gauge("wording", self._said.say("page.wording"), finding.wording)
        yield "</span></header>"
        if finding.messages:
            items = (f'<li dir="auto">{escape(message)}</li>' for message in finding.messages)
            yield f'<ul class="why">{"".join(items)}</ul>'
        if finding.rows:
            yield _rows(finding.rows)
        yield '<div class="sides">'
        for language, quotes in zip(self._outline.languages, finding.quotes, strict=True):
            yield f'<div class="quote" lang="{escape(language)}" dir="auto">'
            for quote in quotes:
                yield f"{self._number(quote)}{_GAP}{self._place(quote)}{_marked(quote.pieces)}"
            yield "</div>"
        yield "</div></article>"

    def _led(self, quote: Quote) -> str:
        """The number of a sentence, which leads to where it stands in its text if the report has the text."""
        return f'<a href="#{quote.number}">{quote.number}</a>' if self._outline.is_whole else quote.number

    def _number(self, quote: Quote) -> str:
        """The same before the words of the sentence."""
        if not self._outline.is_whole:
            return f'<span class="number" dir="ltr">{quote.number}</span>'
        return f'<a class="number" dir="ltr" href="#{quote.number}">{quote.number}</a>'

    def _place(self, quote: Quote) -> str:
        """Where a sentence stands in its original, with the gap behind it; "" where that is not known."""
        if not quote.place:
            return ""
        return f'<span class="soft" dir="ltr" lang="{self._language}">{escape(quote.place)}</span>{_GAP}'

    def _texts(self) -> Iterator[str]:
        outline = self._outline
        if not outline.is_whole:
            return
        yield f'<section><h2>{self._said.say("page.texts")}</h2><div class="panes sides">'
        told = zip(outline.heads, outline.abouts, outline.languages, outline.texts, strict=True)
        for name, about, language, paragraphs in told:
            yield f'<div class="pane"><h3 dir="auto">{escape(name)}</h3>'
            known = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in about)
            yield f'<p class="about">{known}</p>'
            yield f'<div class="text" lang="{escape(language)}">'
            yield from map(_paragraph, paragraphs)
            yield "</div></div>"
        yield "</div></section>"

    @property
    def _has_lone(self) -> bool:
        return self._outline.is_whole and any(self._outline.unanswered_by_side)

    def _lone(self) -> Iterator[str]:
        outline = self._outline
        if not self._has_lone:
            return
        title = f'<span class="sign">{wording.UNANSWERED_SIGN}</span>{self._said.say("unanswered.title")}'
        yield f'<section class="unanswered" id="unanswered"><h2>{title}</h2>'
        yield '<div class="sides">'
        for side, language, other in zip(Side, outline.languages, reversed(outline.names), strict=True):
            yield "<div>"
            told = [alone for alone in outline.unanswered if alone.side is side]
            for alone in told:
                yield f'<h3 class="soft">{alone.title} <span dir="auto">{escape(other)}</span></h3>'
                yield f'<ul class="lone" lang="{escape(language)}">'
                for quote, note in alone.entries:
                    near = f' <span class="soft" dir="ltr" lang="{self._language}">{note}</span>' if note else ""
                    words = f"{self._place(quote)}{_marked(quote.pieces)}"
                    yield f'<li dir="auto">{self._number(quote)}{_GAP}{words}{near}</li>'
                yield "</ul>"
            if not told:
                named = f'<span dir="auto">{escape(other)}</span>'
                yield f'<p class="soft">{self._said.say("unanswered.none", other=named)}</p>'
            yield "</div>"
        yield "</div></section>"

    def _denied_in_general(self) -> Iterator[str]:
        if self._outline.denials:
            yield f"<section><h2>{self._said.say('denied.title')}</h2><ul>"
            yield from (f"<li>{escape(line)}</li>" for line in self._outline.denials)
            yield "</ul></section>"

    def _made(self) -> Iterator[str]:
        said, outline = self._said, self._outline
        yield f'<section><h2>{said.say("page.made")}</h2><table class="made">'
        heads = "".join(f'<th scope="col">{said.say(key)}</th>' for key in ("page.left", "page.right"))
        yield f"<thead><tr><td></td>{heads}</tr></thead><tbody>"
        for name, cells in outline.documents:
            values = [
                f"<code>{escape(cell)}</code>" if name == said.say("row.sha256") else escape(cell) for cell in cells
            ]
            row = "".join(f'<td dir="auto">{value}</td>' for value in values)
            yield f'<tr><th scope="row">{name}</th>{row}</tr>'
        for name, value in outline.signed:
            yield f'<tr><th scope="row">{name}</th><td colspan="2">{escape(value)}</td></tr>'
        for name, value in outline.by_hand:
            yield f'<tr><th scope="row">{name}</th><td colspan="2" dir="auto">{escape(value)}</td></tr>'
        yield f'</tbody></table><p class="disclaimer">{outline.caveats}</p></section>'


def _paragraph(paragraph: Paragraph) -> str:
    content = " ".join(map(_sentence, paragraph.sentences))
    match paragraph.kind:
        case BlockKind.HEADING:
            return f'<h4 dir="auto">{content}</h4>'
        case BlockKind.LIST_ITEM:
            return f'<ul><li dir="auto">{content}</li></ul>'
        case _:
            return f'<p dir="auto">{content}</p>'


def _sentence(placed: Placed) -> str:
    label = placed.quote.number
    number = f"{label[1:]} {placed.sign}".rstrip()
    if placed.finding:
        number = f'<a class="number" dir="ltr" href="#finding-{placed.finding}">{number}</a>'
    else:
        number = f'<span class="number" dir="ltr">{number}</span>'
    looks = placed.verdict or ("unanswered" if placed.is_unanswered else "plain")
    words = f"{number}{_GAP}{_marked(placed.quote.pieces)}"
    return f'<span class="sentence {looks}" id="{label}" title="{placed.told}">{words}</span>'


def _led(told: str, target: str, is_there: bool) -> str:
    """Words that lead to a part of the page, if it has that part."""
    return f'<a href="#{target}">{told}</a>' if is_there else told


def _rows(rows: Sequence[tuple[str, str]]) -> str:
    """What a person said of a finding."""
    said = "".join(f'<div><dt>{name}</dt><dd dir="auto">{escape(value)}</dd></div>' for name, value in rows)
    return f'<dl class="decided">{said}</dl>'


def _gauge(kind: str, name: str, percent: str) -> str:
    width = percent.replace(" ", "")
    return f'<span class="gauge {kind}">{name}<i><i style="width:{width};height:100%"></i></i>{percent}</span>'


def _marked(pieces: Sequence[Piece]) -> str:
    return "".join(f"<mark>{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text) for piece in pieces)
