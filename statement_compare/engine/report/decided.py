"""How a person's decisions are said in English: who decided what of a finding, and what she did by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from statement_compare.engine.model import Decision, Link, Lost, Pair, Side, Status
from statement_compare.engine.report import provenance, wording
from statement_compare.engine.reported import LeftOut, Report, Scope
from statement_compare.engine.text import hidden

STATUS_WORDS: Final = {
    Status.OPEN: "open",
    Status.ASKED: "asked",
    Status.ANSWERED: "answered",
    Status.SETTLED: "settled",
}
DISMISSED: Final = "Dismissed"
LOST: Final = "Decisions on sentences that are in neither text any more"
_SCOPE_WORDS: Final = {
    Scope.ALL: "",
    Scope.FINDINGS: "the findings alone",
    Scope.CONFIRMED: "the findings that were confirmed or given a verdict by a person",
    Scope.CHOSEN: "the findings that were chosen for it",
}
_LEFT_OUT_WORDS: Final = {
    LeftOut.NOT_CONFIRMED: ("1 finding that is not confirmed", "{n} findings that are not confirmed"),
    LeftOut.NOT_CHOSEN: ("1 finding that was not chosen", "{n} findings that were not chosen"),
    LeftOut.AGREEMENT: ("1 agreement", "{n} agreements"),
    LeftOut.DISMISSED: ("1 dismissed finding", "{n} dismissed findings"),
}


def counts(report: Report) -> tuple[str, ...]:
    """ "3 of 9 decided", "1 dismissed"; nothing where nobody did anything."""
    if not report.is_touched:
        return ()
    reported = report.reported
    dismissed = (f"{report.number_dismissed} dismissed",) if report.number_dismissed else ()
    return (f"{reported.decided} of {len(reported.links)} decided", *dismissed)


def left_out(report: Report) -> str:
    """One line on what a report does not hold of its comparison; "" where it holds all."""
    out = [
        one if number == 1 else many.format(n=number)
        for (one, many), number in ((_LEFT_OUT_WORDS[why], number) for why, number in report.left_out.items())
    ]
    if not report.is_whole:
        out.append("the texts in full and what stands in no finding")
    if not out:
        return ""
    holds = _SCOPE_WORDS[report.choice.scope]
    return f"{f'This report holds {holds}. ' if holds else ''}Left out: {'; '.join(out)}."


def rows(report: Report, link: Link) -> tuple[tuple[str, str], ...]:
    """What a person said of a finding, as names and values; nothing where nobody said anything of any finding.

    The values are on one line each, with hidden characters in sight, and are no markup of any kind yet.
    """
    if not report.is_touched:
        return ()
    reported = report.reported
    proposed, decision = reported.proposed_link(link), reported.decision_on(link)
    return _rows(decision, wording.verdict_words(proposed), is_by_hand=reported.is_by_hand(link))


def rows_of_lost(lost: Lost) -> tuple[tuple[str, str], ...]:
    return _rows(lost.decision, "", is_by_hand=False)


def messages(report: Report, link: Link) -> tuple[str, ...]:
    """The reasons of a finding; where a person gave another verdict, they say that they are for the proposed one."""
    said = wording.messages(report.comparison, link)
    if not report.is_changed(link):
        return said
    proposed = wording.verdict_words(report.reported.proposed_link(link))
    return tuple(f"proposed as {proposed}: {message}" for message in said)


def kinds(report: Report, link: Link) -> str:
    """The kinds of a finding's reasons in words; none where they are reasons for another verdict than the one shown."""
    return "" if report.is_changed(link) else wording.kinds(link)


def done_by_hand(report: Report) -> Iterator[tuple[str, str]]:
    """Rows of who reviewed a comparison and what was changed before or beside its findings: a name and a value."""
    if not report.is_touched:
        return
    reported = report.reported
    if reported.reviewers:
        yield "Reviewed by", ", ".join(map(_words, reported.reviewers))
    yield "Decided", f"{reported.decided} of {len(reported.links)} findings"
    if reported.removed:
        yield "Unlinked by hand", "; ".join(map(place, sorted(reported.removed)))
    if reported.speakers:
        yield (
            "Speakers by hand",
            "; ".join(
                f"{wording.SIDE_WORDS[side]}: {_words(reported.speakers[side])}"
                for side in Side
                if side in reported.speakers
            ),
        )
    if reported.roles:
        given = sorted(reported.roles.items(), key=lambda each: (list(Side).index(each[0][0]), each[0][1]))
        yield (
            "Roles by hand",
            "; ".join(f"{wording.numbers(side, (i,))}: {wording.ROLE_WORDS[role]}" for (side, i), role in given),
        )
    for each in reported.corrections:
        number = wording.numbers(each.side, (each.sentence,))
        yield "Corrected by hand", f"{number}: {_words(each.text)} (read as: {_words(each.original)})"


def place(pair: Pair) -> str:
    """ "L3 – R4, R5"."""
    return " – ".join(wording.numbers(side, ids) for side, ids in zip(Side, pair, strict=True))


def time(at: str) -> str:
    """ "2 January 2026, 03:04 UTC"; as it is written where it is no time."""
    try:
        when = datetime.fromisoformat(at)
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return _words(at)
    return f"{provenance.day(when.date())}, {when:%H:%M} UTC"


def _rows(decision: Decision, proposed: str, *, is_by_hand: bool) -> tuple[tuple[str, str], ...]:
    found = [("Decision", _decision(decision, proposed))]
    if decision.note:
        found.append(("Note", _words(decision.note)))
    if is_by_hand or not decision.is_empty:
        marks = [STATUS_WORDS[decision.status]]
        marks += ["bookmarked"] if decision.is_bookmarked else []
        marks += ["linked by hand"] if is_by_hand else []
        found.append(("Status", ", ".join(marks)))
    last = ", ".join(part for part in (_words(decision.reviewer), time(decision.at) if decision.at else "") if part)
    if last and not decision.is_empty:
        found.append(("Last word", last))
    return tuple(found)


def _decision(decision: Decision, proposed: str) -> str:
    """ "changed from contradiction to qualified and confirmed by Ada: the second figure is net"."""
    acts = []
    if decision.verdict is not None:
        given = wording.VERDICT_WORDS[decision.verdict]
        if not proposed:
            acts.append(f"given as {given}")
        else:
            acts.append(f"kept as {given}" if given == proposed else f"changed from {proposed} to {given}")
    acts += ["confirmed"] if decision.is_confirmed else []
    acts += ["dismissed"] if decision.is_dismissed else []
    if not acts:
        return "not decided"
    by = f" by {_words(decision.reviewer)}" if decision.reviewer else ""
    reason = f": {_words(decision.reason)}" if decision.reason else ""
    return f"{' and '.join(acts)}{by}{reason}"


def _words(text: str) -> str:
    """A person's words on one line, which turn nothing round and steer nothing."""
    return hidden.isolated(wording.plain(text))
