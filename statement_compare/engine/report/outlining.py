"""How a report becomes an outline: the one place that decides in which order findings, texts and notes are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from statement_compare.engine.model import BlockKind, Link, Sentence, Side, Span, Statement, Verdict, pair_of
from statement_compare.engine.report import decided, place_words, provenance, wording
from statement_compare.engine.report.marked import Piece, joined, pieces, statement_of, words_of
from statement_compare.engine.report.outline import (
    Alone,
    Count,
    Finding,
    Gone,
    Outline,
    Paragraph,
    Placed,
    Quote,
    Row,
    Section,
)
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import Report
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import unanswered

# They are no characters at all: XML can hold neither, and PDF files have the first one where a word was parted.
_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")
_OTHER: Final = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def outline_of(report: Report) -> Outline:
    """All that a report says."""
    return _Outliner(report).outline()


def seen(text: str) -> str:
    """Words that are safe to read already, as any format can hold them."""
    return _NO_CHARACTERS.sub(lambda found: hidden.token(found[0]), text)


def plain(text: str) -> str:
    """A stranger's words on one line, in which whatever shows nothing is in sight."""
    return seen(wording.plain(text))


class _Outliner:
    """One report: which finding has which number, and which findings a sentence takes part in."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._comparison = report.comparison
        self._language = report.language
        self._said = words_in(report.language)
        self._live = wording.by_gravity(report.comparison)
        # Those dismissed are numbered behind all others, so that no sentence takes its colour from them.
        self._links = (*self._live, *wording.gravest_first(report.dismissed))
        self._lone = {side: tuple(unanswered(self._comparison, side)) for side in Side}

    def outline(self) -> Outline:
        report, comparison, language = self._report, self._comparison, self._language
        statements = (comparison.left, comparison.right)
        dismissed = tuple(self._finding(number) for number in range(len(self._live) + 1, len(self._links) + 1))
        told = tuple(
            Gone(_seen_rows(decided.rows_of_lost(lost, language)), _both(lost.left, lost.right))
            for lost in (report.reported.lost if report.tells_lost else ())
        )
        return Outline(
            language=language,
            names=(self._name(Side.LEFT), self._name(Side.RIGHT)),
            abouts=(self._about(comparison.left), self._about(comparison.right)),
            languages=(comparison.left.language, comparison.right.language),
            counts=tuple(self._counts()),
            unanswered_by_side=(len(self._lone[Side.LEFT]), len(self._lone[Side.RIGHT])),
            decided=decided.counts(report),
            left_out=decided.left_out(report),
            is_touched=report.is_touched,
            is_whole=report.is_whole,
            reviewers=tuple(map(plain, report.reported.reviewers)) if report.is_touched else (),
            has_marks=any(words_of(link, side) for link in report.links for side in Side),
            sections=tuple(self._sections()),
            denials=tuple(map(seen, wording.denied_in_general(comparison, language))) if report.is_whole else (),
            unanswered=tuple(self._unanswered()) if report.is_whole else (),
            dismissed=Section(None, self._said.say("decided.dismissed"), dismissed) if dismissed else None,
            lost=told,
            texts=(tuple(self._text(Side.LEFT)), tuple(self._text(Side.RIGHT))) if report.is_whole else ((), ()),
            documents=tuple(
                (name, (plain(left), plain(right)))
                for name, (left, right) in provenance.of_documents(statements, language)
            ),
            signed=tuple((name, plain(value)) for name, value in provenance.signed(comparison, language)),
            by_hand=_seen_rows(decided.done_by_hand(report)),
            caveats=provenance.caveats(comparison, language),
        )

    def _name(self, side: Side) -> str:
        return seen(provenance.side_name(self._comparison, side, self._language))

    def _about(self, statement: Statement) -> tuple[str, ...]:
        return tuple(map(plain, provenance.about(statement, self._language)))

    def _counts(self) -> Iterator[Count]:
        for verdict in wording.SECTIONS:
            number = self._report.tally.of(verdict)
            yield Count(verdict, number, wording.count(verdict, number, self._language))

    def _sections(self) -> Iterator[Section]:
        """Those that have findings; that there is no contradiction is told too, if the report leaves none out."""
        reported = self._report.reported
        for verdict in wording.SECTIONS:
            numbers = [number for number, link in enumerate(self._live, 1) if link.verdict is verdict]
            note = ""
            if not numbers:
                if verdict is not Verdict.CONTRADICTION or self._report.tally.of(verdict):
                    continue
                was_one = any(reported.proposed_link(link).verdict is verdict for link in reported.links)
                note = self._said.say("page.none_stands" if was_one else "page.none_found")
            title = wording.section_title(verdict, self._language)
            yield Section(verdict, title, tuple(map(self._finding, numbers)), note)

    def _finding(self, number: int) -> Finding:
        report, language, link = self._report, self._language, self._links[number - 1]
        return Finding(
            number=number,
            pair=pair_of(link),
            verdict=link.verdict,
            word=wording.verdict_words(link, language),
            kinds=decided.kinds(report, link),
            confidence=wording.percent(link.confidence) if link.confidence else "",
            wording=wording.percent(link.similarity),
            messages=tuple(map(seen, decided.messages(report, link))),
            rows=_seen_rows(decided.rows(report, link)),
            quotes=(self._quotes(Side.LEFT, link), self._quotes(Side.RIGHT, link)),
            gauges=self._gauges(link),
            leans=link.may_contradict,
            is_dismissed=report.is_dismissed(link),
            is_changed=report.is_changed(link),
        )

    def _gauges(self, link: Link) -> str:
        gauges = self._said.say("line.wording_in_common", percent=wording.percent(link.similarity))
        if not link.confidence:
            return gauges
        return f"{self._said.say('line.confidence', percent=wording.percent(link.confidence))}, {gauges}"

    def _quotes(self, side: Side, link: Link) -> tuple[Quote, ...]:
        marks = words_of(link, side)
        return tuple(self._quote(side, i, marks) for i in (link.left if side is Side.LEFT else link.right))

    def _quote(self, side: Side, i: int, marks: Sequence[Span] = ()) -> Quote:
        statement = statement_of(self._comparison, side)
        cut = pieces(statement.sentences[i], statement.source.text, marks)
        return Quote(
            side,
            i,
            wording.numbers(side, (i,)),
            place_words.place_of(statement, i, self._language),
            tuple(Piece(seen(piece.text), piece.is_marked) for piece in cut),
        )

    def _unanswered(self) -> Iterator[Alone]:
        for side in Side:
            for title, entries in wording.unanswered_sections(self._comparison, side, self._language):
                told = tuple((self._quote(side, entry.sentence), note) for entry, note in entries)
                yield Alone(side, title, self._name(_OTHER[side]), told)

    def _text(self, side: Side) -> Iterator[Paragraph]:
        statement = statement_of(self._comparison, side)
        blocks, lone = statement.source.blocks, {entry.sentence for entry in self._lone[side]}
        links, left_out = self._of_sentences(side)
        for block, sentences in groupby(statement.sentences, key=lambda sentence: sentence.block):
            kind = blocks[block].kind if block < len(blocks) else BlockKind.PARAGRAPH
            yield Paragraph(
                kind,
                tuple(
                    self._linked(side, each.id, links[each.id])
                    if each.id in links
                    else self._in_no_finding(side, each, lone, left_out)
                    for each in sentences
                ),
            )

    def _of_sentences(self, side: Side) -> tuple[dict[int, list[int]], set[int]]:
        """The numbers of the findings of each sentence, and the sentences of findings that are left out."""
        place = list(Side).index(side)
        numbers: dict[int, list[int]] = {}
        for number, link in enumerate(self._links, 1):
            for i in pair_of(link)[place]:
                numbers.setdefault(i, []).append(number)
        kept = set(self._report.links)
        return numbers, {i for link in self._report.reported.links if link not in kept for i in pair_of(link)[place]}

    def _in_no_finding(self, side: Side, sentence: Sentence, lone: set[int], left_out: set[int]) -> Placed:
        is_lone = sentence.id in lone
        told = self._said.say("unanswered.mark") if is_lone else wording.role_word(sentence.role, self._language)
        if sentence.id in left_out:
            told = self._said.say("decided.left_out_mark")
        return Placed(self._quote(side, sentence.id), None, 0, is_lone, told)

    def _linked(self, side: Side, i: int, numbers: Sequence[int]) -> Placed:
        links = [self._links[number - 1] for number in numbers]
        gravest = links[0]  # findings are numbered by gravity
        told = "; ".join(self._partner(_OTHER[side], link) for link in links)
        marks = joined(
            span
            for link in links
            if link.verdict is gravest.verdict and not self._report.is_dismissed(link)
            for span in words_of(link, side)
        )
        verdict = None if self._report.is_dismissed(gravest) else gravest.verdict
        return Placed(self._quote(side, i, marks), verdict, numbers[0], False, told)

    def _partner(self, other: Side, link: Link) -> str:
        """ "qualified with R4 (dismissed)"."""
        return self._said.say(
            "page.partner",
            verdict=wording.verdict_word(link.verdict, self._language),
            places=wording.numbers(other, link.left if other is Side.LEFT else link.right),
        ) + (self._said.say("decided.dismissed_mark") if self._report.is_dismissed(link) else "")


def _seen_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple((name, seen(value)) for name, value in rows)


def _both(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(map(plain, left)), tuple(map(plain, right))
