"""The page to send to a desk: one file without scripts or references to anything outside it, for screen and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from statement_compare import bundled
from statement_compare.engine.colours import style_sheet
from statement_compare.engine.model import BlockKind, Link, Sentence, Side, Span, Statement, Verdict, pair_of
from statement_compare.engine.report import decided, place_words, provenance, wording
from statement_compare.engine.report.marked import joined, pieces, statement_of, words_of
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import EVERYTHING, Report, ReportChoice, Subject, report_of
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import unanswered

# Even if something slipped through the escaping, a browser would load and run nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"

# Between the number of a sentence and its words: a margin would be on the wrong side where they run from right to left.
_GAP: Final = '<span class="gap"> </span>'


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The whole report as one HTML file in UTF-8; the same subject gives the same bytes."""
    page = _Page(report_of(subject, choice))
    return "".join(f"{line}\n" for line in page.lines()).encode("utf-8", "xmlcharrefreplace")


class _Page:
    """One report: which finding has which number, and which findings a sentence takes part in."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._comparison = report.comparison
        self._language = report.language
        self._said = words_in(report.language)
        self._live = wording.by_gravity(report.comparison)
        # Those dismissed are numbered behind all others, so that no sentence takes its colour from them.
        self._findings = (*self._live, *wording.gravest_first(report.dismissed))
        self._left_out = {
            (side, i)
            for link in set(report.reported.links) - set(report.links)
            for side, ids in zip(Side, pair_of(link), strict=True)
            for i in ids
        }
        self._of_sentence: dict[tuple[Side, int], list[int]] = {}
        for number, link in enumerate(self._findings, 1):
            for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
                for i in ids:
                    self._of_sentence.setdefault((side, i), []).append(number)

    def lines(self) -> Iterator[str]:
        names = [_text(provenance.side_name(self._comparison, side, self._language)) for side in Side]
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self._language}"><head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        title = self._said.say("page.title", left=provenance.as_title(names[0]), right=names[1])
        yield f"<title>{title}</title>"
        sheets = ["report.css", *(["decided.css"] if self._report.is_touched else [])]
        style = "".join(bundled.path("report", sheet).read_text(encoding="utf-8") for sheet in sheets)
        yield f"<style>\n{style_sheet(style)}</style>"
        yield "</head><body><main>"
        yield from self._head(names)
        yield from self._section(Verdict.CONTRADICTION)
        if self._report.is_whole:
            yield from self._texts(names)
        yield from self._section(Verdict.QUALIFIED)
        if self._report.is_whole:
            yield from self._denied_in_general()
            yield from self._lone(names)
        yield from self._section(Verdict.AGREEMENT)
        yield from self._section(Verdict.UNCLEAR)
        yield from self._dismissed()
        yield from self._lost()
        yield from self._made()
        yield "</main></body></html>"

    def _head(self, names: Sequence[str]) -> Iterator[str]:
        yield f'<p class="kicker">{self._said.say("page.kicker")}</p>'
        yield (
            f'<h1><span dir="auto">{provenance.as_title(names[0])}</span> '
            f'<span class="against">{self._said.say("page.and")}</span> <span dir="auto">{names[1]}</span></h1>'
        )
        yield '<ul class="counts">'
        for verdict in wording.SECTIONS:
            number = self._report.number_of(verdict)
            words = wording.count(verdict, number, self._language).partition(" ")[2]
            yield (
                f'<li class="{verdict}"><span class="sign">{wording.VERDICT_SIGNS[verdict]}</span> '
                f"<b>{number}</b> {words}</li>"
            )
        lone = [len(unanswered(self._comparison, side)) for side in Side]
        yield (
            f'<li class="unanswered"><span class="sign">{wording.UNANSWERED_SIGN}</span> <b>{sum(lone)}</b> '
            f"{self._said.say('unanswered.word')} "
            f'<span class="soft">{self._said.say("unanswered.by_side", left=lone[0], right=lone[1])}</span></li>'
        )
        yield from (f"<li>{told}</li>" for told in decided.counts(self._report))
        yield "</ul>"
        left_out = decided.left_out(self._report)
        if left_out:
            yield f'<p class="soft">{left_out}</p>'

    def _section(self, verdict: Verdict) -> Iterator[str]:
        links = [(i, link) for i, link in enumerate(self._live, 1) if link.verdict is verdict]
        # That there is no contradiction is a finding too, but of a report that leaves none out.
        if not links and (verdict is not Verdict.CONTRADICTION or self._report.number_of(verdict)):
            return
        compact = "" if verdict is Verdict.CONTRADICTION else ' class="compact"'
        sign, title = wording.VERDICT_SIGNS[verdict], wording.section_title(verdict, self._language)
        yield f'<section{compact}><h2 class="{verdict}"><span class="sign">{sign}</span>{title}</h2>'
        if not links:
            reported = self._report.reported
            was_one = any(reported.proposed_link(link).verdict is verdict for link in reported.links)
            yield f'<p class="soft">{self._said.say("page.none_stands" if was_one else "page.none_found")}</p>'
        for number, link in links:
            yield from self._finding(number, link)
        yield "</section>"

    def _dismissed(self) -> Iterator[str]:
        if self._report.dismissed:
            yield f'<section class="compact dismissed"><h2>{self._said.say("decided.dismissed")}</h2>'
            for number, link in enumerate(self._findings[len(self._live) :], len(self._live) + 1):
                yield from self._finding(number, link)
            yield "</section>"

    def _lost(self) -> Iterator[str]:
        if not (self._report.tells_lost and self._report.reported.lost):
            return
        yield f'<section class="compact"><h2>{self._said.say("decided.lost")}</h2>'
        for lost in self._report.reported.lost:
            yield '<article class="finding unclear">'
            yield _rows(decided.rows_of_lost(lost, self._language))
            yield '<div class="sides">'
            for side, texts in zip(Side, (lost.left, lost.right), strict=True):
                language = statement_of(self._comparison, side).language
                words = " ".join(_text(wording.one_line(text)) for text in texts)
                yield f'<div class="quote" lang="{_text(language)}" dir="auto">{words}</div>'
            yield "</div></article>"
        yield "</section>"

    def _finding(self, number: int, link: Link) -> Iterator[str]:
        word = wording.verdict_words(link, self._language).capitalize()
        kinds = decided.kinds(self._report, link)
        yield f'<article class="finding {link.verdict}" id="finding-{number}"><header>'
        yield f"<h3>{wording.VERDICT_SIGNS[link.verdict]} {word}{' · ' if kinds else ''}{_text(kinds)}</h3>"
        places = " – ".join(self._places(side, link) for side in Side)
        yield f'<span class="soft">{places}</span>'
        yield '<span class="gauges">'
        if link.confidence:
            yield _gauge("confidence", self._said.say("page.confidence"), link.confidence)
        yield _gauge("wording", self._said.say("page.wording"), link.similarity)
        yield "</span></header>"
        messages = decided.messages(self._report, link)
        if messages:
            items = (f'<li dir="auto">{escape(message)}</li>' for message in messages)
            yield f'<ul class="why">{"".join(items)}</ul>'
        said = decided.rows(self._report, link)
        if said:
            yield _rows(said)
        yield '<div class="sides">'
        for side in Side:
            statement = statement_of(self._comparison, side)
            marks = words_of(link, side)
            yield f'<div class="quote" lang="{_text(statement.language)}" dir="auto">'
            for i in link.left if side is Side.LEFT else link.right:
                label = wording.numbers(side, (i,))
                words = _marked(statement.sentences[i], statement.source.text, marks)
                yield f"{self._number(label)}{_GAP}{_place(statement, i, self._language)}{words}"
            yield "</div>"
        yield "</div></article>"

    def _places(self, side: Side, link: Link) -> str:
        labels = [wording.numbers(side, (i,)) for i in (link.left if side is Side.LEFT else link.right)]
        if not self._report.is_whole:
            return ", ".join(labels)
        return ", ".join(f'<a href="#{label}">{label}</a>' for label in labels)

    def _number(self, label: str) -> str:
        """The number of a sentence, which leads to where it stands in its text if the report has the text."""
        if not self._report.is_whole:
            return f'<span class="number" dir="ltr">{label}</span>'
        return f'<a class="number" dir="ltr" href="#{label}">{label}</a>'

    def _texts(self, names: Sequence[str]) -> Iterator[str]:
        yield f'<section><h2>{self._said.say("page.texts")}</h2><div class="panes sides">'
        for side, name in zip(Side, names, strict=True):
            statement = statement_of(self._comparison, side)
            yield f'<div class="pane"><h3 dir="auto">{provenance.as_title(name)}</h3>'
            known = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in provenance.about(statement, self._language))
            yield f'<p class="about">{known}</p>'
            yield f'<div class="text" lang="{_text(statement.language)}">'
            yield from self._blocks(side, statement)
            yield "</div></div>"
        yield "</div></section>"

    def _blocks(self, side: Side, statement: Statement) -> Iterator[str]:
        lone = {entry.sentence for entry in unanswered(self._comparison, side)}
        for block, sentences in groupby(statement.sentences, key=lambda sentence: sentence.block):
            content = " ".join(self._sentence(side, statement, sentence, lone) for sentence in sentences)
            kinds = statement.source.blocks
            match kinds[block].kind if block < len(kinds) else BlockKind.PARAGRAPH:
                case BlockKind.HEADING:
                    yield f'<h4 dir="auto">{content}</h4>'
                case BlockKind.LIST_ITEM:
                    yield f'<ul><li dir="auto">{content}</li></ul>'
                case _:
                    yield f'<p dir="auto">{content}</p>'

    def _sentence(self, side: Side, statement: Statement, sentence: Sentence, lone: set[int]) -> str:
        found = self._of_sentence.get((side, sentence.id), [])
        label = wording.numbers(side, (sentence.id,))
        if not found:
            is_lone = sentence.id in lone
            sign = f" {wording.UNANSWERED_SIGN}" if is_lone else ""
            title = self._said.say("unanswered.mark") if is_lone else wording.role_word(sentence.role, self._language)
            if (side, sentence.id) in self._left_out:
                title = self._said.say("decided.left_out_mark")
            looks = "unanswered" if is_lone else "plain"
            number = f'<span class="number" dir="ltr">{sentence.id + 1}{sign}</span>{_GAP}'
            words = _marked(sentence, statement.source.text, ())
            return f'<span class="sentence {looks}" id="{label}" title="{title}">{number}{words}</span>'
        links = [self._findings[number - 1] for number in found]
        gravest = links[0]  # findings are numbered by gravity
        is_dismissed = self._report.is_dismissed(gravest)
        other = Side.RIGHT if side is Side.LEFT else Side.LEFT
        partners = "; ".join(
            self._said.say(
                "page.partner",
                verdict=wording.verdict_word(link.verdict, self._language),
                places=wording.numbers(other, link.right if side is Side.LEFT else link.left),
            )
            + (self._said.say("decided.dismissed_mark") if self._report.is_dismissed(link) else "")
            for link in links
        )
        sign = "" if is_dismissed else f" {wording.VERDICT_SIGNS[gravest.verdict]}"
        number = f'<a class="number" dir="ltr" href="#finding-{found[0]}">{sentence.id + 1}{sign}</a>{_GAP}'
        marks = joined(
            span
            for link in links
            if link.verdict is gravest.verdict and not self._report.is_dismissed(link)
            for span in words_of(link, side)
        )
        words = _marked(sentence, statement.source.text, marks)
        looks = "plain" if is_dismissed else gravest.verdict
        return f'<span class="sentence {looks}" id="{label}" title="{partners}">{number}{words}</span>'

    def _lone(self, names: Sequence[str]) -> Iterator[str]:
        entries = {side: unanswered(self._comparison, side) for side in Side}
        if not any(entries.values()):
            return
        title = f'<span class="sign">{wording.UNANSWERED_SIGN}</span>{self._said.say("unanswered.title")}'
        yield f'<section class="unanswered"><h2>{title}</h2>'
        yield '<div class="sides">'
        for side, other in zip(Side, reversed(names), strict=True):
            statement = statement_of(self._comparison, side)
            yield "<div>"
            for title, noted in wording.unanswered_sections(self._comparison, side, self._language):
                yield f'<h3 class="soft">{title} <span dir="auto">{other}</span></h3>'
                yield f'<ul class="lone" lang="{_text(statement.language)}">'
                for entry, note in noted:
                    label = wording.numbers(side, (entry.sentence,))
                    words = _marked(statement.sentences[entry.sentence], statement.source.text, ())
                    near = f' <span class="soft" dir="ltr" lang="{self._language}">{note}</span>' if note else ""
                    number = f'<a class="number" dir="ltr" href="#{label}">{label}</a>{_GAP}'
                    place = _place(statement, entry.sentence, self._language)
                    yield f'<li dir="auto">{number}{place}{words}{near}</li>'
                yield "</ul>"
            if not entries[side]:
                named = f'<span dir="auto">{other}</span>'
                yield f'<p class="soft">{self._said.say("unanswered.none", other=named)}</p>'
            yield "</div>"
        yield "</div></section>"

    def _denied_in_general(self) -> Iterator[str]:
        told = wording.denied_in_general(self._comparison, self._language)
        if told:
            yield f"<section><h2>{self._said.say('denied.title')}</h2><ul>"
            yield from (f"<li>{_text(line)}</li>" for line in told)
            yield "</ul></section>"

    def _made(self) -> Iterator[str]:
        said = self._said
        yield f'<section><h2>{said.say("page.made")}</h2><table class="made">'
        yield f"<tr><th></th><td>{said.say('page.left')}</td><td>{said.say('page.right')}</td></tr>"
        statements = (self._comparison.left, self._comparison.right)
        for name, cells in provenance.of_documents(statements, self._language):
            values = [
                f"<code>{_text(cell)}</code>" if name == said.say("row.sha256") else _text(cell) for cell in cells
            ]
            row = "".join(f'<td dir="auto">{value}</td>' for value in values)
            yield f"<tr><th>{name}</th>{row}</tr>"
        for name, value in provenance.signed(self._comparison, self._language):
            yield f'<tr><th>{name}</th><td colspan="2">{_text(value)}</td></tr>'
        for name, value in decided.done_by_hand(self._report):
            yield f'<tr><th>{name}</th><td colspan="2" dir="auto">{escape(value)}</td></tr>'
        yield f'</table><p class="disclaimer">{provenance.caveats(self._comparison, self._language)}</p></section>'


def _rows(rows: Sequence[tuple[str, str]]) -> str:
    """What a person said of a finding; `decided` has hidden characters in sight already."""
    said = "".join(f'<div><dt>{name}</dt><dd dir="auto">{escape(value)}</dd></div>' for name, value in rows)
    return f'<dl class="decided">{said}</dl>'


def _place(statement: Statement, i: int, language: str) -> str:
    """Where a sentence stands in its original, with the gap behind it; "" where that is not known."""
    where = place_words.place_of(statement, i, language)
    return f'<span class="soft" dir="ltr" lang="{language}">{_text(where)}</span>{_GAP}' if where else ""


def _gauge(kind: str, name: str, share: float) -> str:
    percent = wording.percent(share)
    width = percent.replace(" ", "")
    return f'<span class="gauge {kind}">{name}<i><i style="width:{width};height:100%"></i></i>{percent}</span>'


def _marked(sentence: Sentence, text: str, marks: Sequence[Span]) -> str:
    cut = pieces(sentence, text, marks)
    return "".join(f"<mark>{_text(piece.text)}</mark>" if piece.is_marked else _text(piece.text) for piece in cut)


def _text(text: str) -> str:
    """Text that is text and nothing else: escaped, and with hidden and forbidden characters in sight."""
    return escape(hidden.shown(text))
