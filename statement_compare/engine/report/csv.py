"""The report as a table for a spreadsheet, one row a link, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from statement_compare.engine.model import Comparison, Decision, Link, Lost, Pair, Reason, Side, Statement, pair_of
from statement_compare.engine.report import decided, provenance
from statement_compare.engine.report.json import figure
from statement_compare.engine.report.place_words import place_of
from statement_compare.engine.report.wording import by_gravity, gravest_first, numbers, plain
from statement_compare.engine.reported import EVERYTHING, Report, ReportChoice, Subject, report_of
from statement_compare.engine.unanswered import unanswered

_COLUMNS: Final = (
    "left",
    "right",
    "verdict",
    "confidence",
    "kinds",
    "reason",
    "left_words",
    "right_words",
    "similarity",
    "left_text",
    "right_text",
)
# Behind these where a person decided something: what she said, then the same in every row, so that each tells by itself
# what it is of and what made it.
_DECIDED: Final = (
    "decision",
    "proposed",
    "proposed_confidence",
    "decision_reason",
    "note",
    "status",
    "bookmarked",
    "by_hand",
    "reviewer",
    "at",
)
# Behind all others, where it is known of any sentence where it stands in its original.
_PLACES: Final = ("left_place", "right_place")
# Behind these, in every row, where a reader noted anything about a file: that a page of it was not read, say.
_NOTES: Final = ("left_notes", "right_notes")
_PROVENANCE: Final = ("File", "Title", "Speaker", "Date", "SHA-256")
_SIGNED: Final = ("Made by", "Options", "Models", "Judged by")

# What a spreadsheet takes for the start of a formula, full-width signs among it: at the start of a cell, and behind a
# semicolon or a tab within one, since a spreadsheet of half the world parts cells there ("closed;=1+1"). Spaces and
# quotation marks before it may be dropped: a sign is found with all of these, from the first one on, and only once.
_SIGN: Final = re.compile(r"(?<![\s\"])([\s\"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_PARTS_CELLS: Final = re.compile(r"([\t\r\n])")


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """One row a link, contradictions first, then one for each claim in no link, whose verdict reads `unanswered`.

    Behind them the links that a person dismissed, and decisions on sentences that are in neither text any more, whose
    verdict reads `lost`. Where nobody decided anything, there are neither these nor the columns of decisions.
    """
    report = report_of(subject, choice)
    constant = _constant(report) if report.is_touched else {}
    rows = [([*row, *constant.values()], _places(report, pair)) for row, pair in _rows_of(report)]
    columns = (*_COLUMNS, *(_DECIDED if report.is_touched else ()), *constant)
    has_places = any(place for _, places in rows for place in places)
    notes = tuple(provenance.notes(each, report.language) for each in (report.comparison.left, report.comparison.right))
    columns += (_PLACES if has_places else ()) + (_NOTES if any(notes) else ())
    behind = notes if any(notes) else ()
    return table(columns, [[*row, *(places if has_places else ()), *behind] for row, places in rows])


def _rows_of(report: Report) -> Iterator[tuple[list[str | float], Pair]]:
    """Each row with the sentences that it is of."""
    comparison, is_touched = report.comparison, report.is_touched
    for link in by_gravity(comparison):
        yield [*_link_row(report, link), *_said(report, link)], pair_of(link)
    if report.is_whole:
        nothing: list[str | float] = [""] * len(_DECIDED) if is_touched else []
        for side in Side:
            for entry in unanswered(comparison, side):
                alone = (entry.sentence,)
                pair = (alone, ()) if side is Side.LEFT else ((), alone)
                yield [*_lone_row(comparison, side, entry.sentence), *nothing], pair
    for link in gravest_first(report.dismissed):
        yield [*_link_row(report, link), *_said(report, link)], pair_of(link)
    if report.tells_lost:
        yield from ((_lost_row(lost), ((), ())) for lost in report.reported.lost)


def _places(report: Report, pair: Pair) -> list[str | float]:
    """Where the sentences of a row stand in their originals, each place once."""
    sides = zip((report.comparison.left, report.comparison.right), pair, strict=True)
    told = [[place_of(one, i, report.language) for i in ids] for one, ids in sides]
    return ["; ".join(dict.fromkeys(filter(None, each))) for each in told]


def _said(report: Report, link: Link) -> list[str | float]:
    if not report.is_touched:
        return []
    reported = report.reported
    proposed = reported.proposed_link(link)
    return _decision_cells(
        reported.decision_on(link),
        proposed.verdict.value,
        figure(proposed.confidence),
        is_by_hand=reported.is_by_hand(link),
    )


def _decision_cells(
    decision: Decision, proposed: str, confidence: str | float, *, is_by_hand: bool
) -> list[str | float]:
    acts = []
    if decision.verdict is not None:
        acts = ["kept" if decision.verdict.value == proposed else "changed" if proposed else "given"]
    acts += ["confirmed"] if decision.is_confirmed else []
    acts += ["dismissed"] if decision.is_dismissed else []
    acts += ["look_again"] if decision.needs_another_look else []
    return [
        " ".join(acts),
        proposed,
        confidence,
        plain(decision.reason),
        plain(decision.note),
        decision.status.value,
        "yes" if decision.is_bookmarked else "",
        "yes" if is_by_hand else "",
        plain(decision.reviewer),
        plain(decision.at),
    ]


def _lost_row(lost: Lost) -> list[str | float]:
    texts = [" ".join(map(plain, side)) for side in (lost.left, lost.right)]
    return ["", "", "lost", *[""] * 6, *texts, *_decision_cells(lost.decision, "", "", is_by_hand=False)]


def _constant(report: Report) -> dict[str, str]:
    """What both texts are, what made the table and what it leaves out, by the names of columns."""
    comparison = report.comparison
    known = dict(provenance.of_documents((comparison.left, comparison.right)))
    cells = {
        f"{side.value}_{_as_column(name)}": known.get(name, ("", ""))[place]
        for name in _PROVENANCE
        for place, side in enumerate(Side)
    }
    made = dict(provenance.signed(comparison))
    caveat = " ".join(
        part for part in (decided.left_out(report), provenance.caveats(comparison, report.language)) if part
    )
    return cells | {_as_column(name): made.get(name, "") for name in _SIGNED} | {"caveat": caveat}


def _as_column(name: str) -> str:
    return name.lower().replace("-", "").replace(" ", "_")


def table(columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """UTF-8 with a byte order mark, by which a spreadsheet knows it, comma-separated as in RFC 4180.

    A text cell that starts with = + - @ or a tab gets an apostrophe before it, and so does such a sign behind a
    semicolon, so that nothing in a stranger's statement runs as a formula.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig", "backslashreplace")


def _guarded(cell: str) -> str:
    def guard(match: re.Match[str]) -> str:
        is_start = match.start() == 0 or cell[match.start() - 1] == ";"
        return ("'" if is_start else "") + _PARTS_CELLS.sub(r"\1'", match[1])

    guarded = _SIGN.sub(guard, cell)
    return f"'{guarded}" if guarded.startswith(("\t", "\r")) else guarded


def _link_row(report: Report, link: Link) -> list[str | float]:
    left, right = report.comparison.left, report.comparison.right
    is_given = report.reported.decision_on(link).verdict is not None
    return [
        numbers(Side.LEFT, link.left),
        numbers(Side.RIGHT, link.right),
        link.verdict.value,
        "" if is_given else figure(link.confidence),
        # Those of a verdict that a person changed are reasons for another one, in this table as in every report.
        "" if report.is_changed(link) else " ".join(dict.fromkeys(reason.kind.value for reason in link.reasons)),
        "; ".join(decided.messages(report, link)),
        _words(link.reasons, Side.LEFT, left),
        _words(link.reasons, Side.RIGHT, right),
        figure(link.similarity),
        _sentences(left, link.left),
        _sentences(right, link.right),
    ]


def _lone_row(comparison: Comparison, side: Side, i: int) -> list[str | float]:
    is_left = side is Side.LEFT
    number = numbers(side, (i,))
    text = _sentences(comparison.left if is_left else comparison.right, (i,))
    return [
        number if is_left else "",
        "" if is_left else number,
        "unanswered",
        "",
        "",
        "",
        "",
        "",
        "",
        text if is_left else "",
        "" if is_left else text,
    ]


def _words(reasons: Sequence[Reason], side: Side, statement: Statement) -> str:
    spans = [reason.left if side is Side.LEFT else reason.right for reason in reasons]
    return "; ".join(dict.fromkeys(plain(span.of(statement.source.text)) for span in spans if span))


def _sentences(statement: Statement, ids: Sequence[int]) -> str:
    return " ".join(plain(statement.sentences[i].text) for i in ids)
