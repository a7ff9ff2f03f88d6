"""How a person's decisions are said: who decided what of a finding, and what she did by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from statement_compare.engine.model import Decision, Link, Lost, Pair, Side
from statement_compare.engine.report import provenance, wording
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import Report, Scope
from statement_compare.engine.text import hidden

_HOLDS: Final = {
    Scope.FINDINGS: "decided.holds_findings",
    Scope.CONFIRMED: "decided.holds_confirmed",
    Scope.CHOSEN: "decided.holds_chosen",
}


def counts(report: Report) -> tuple[str, ...]:
    """ "3 of 9 decided", "1 dismissed"; nothing where nobody did anything."""
    return counts_of(report) if report.is_touched else ()


def counts_of(report: Report) -> tuple[str, ...]:
    """The same, whether anybody did anything or not."""
    reported, said = report.reported, words_in(report.language)
    number = report.tally.dismissed
    dismissed = (said.say("decided.count_dismissed", n=number),) if number else ()
    return (said.say("decided.count", decided=reported.decided, all=len(reported.links)), *dismissed)


def left_out(report: Report) -> str:
    """One line on what a report does not hold of its comparison; "" where it holds all."""
    said = words_in(report.language)
    out = [said.say(f"decided.left_out_{why.value}", n=number) for why, number in report.left_out.items()]
    if not report.is_whole:
        out.append(said.say("decided.left_out_texts"))
    if not out:
        return ""
    holds = _HOLDS.get(report.choice.scope)
    return (said.say(holds) if holds else "") + said.say("decided.left_out", what="; ".join(out))


def rows(report: Report, link: Link) -> tuple[tuple[str, str], ...]:
    """What a person said of a finding, as names and values; nothing where nobody said anything of any finding.

    The values are on one line each, with hidden characters in sight, and are no markup of any kind yet.
    """
    if not report.is_touched:
        return ()
    reported = report.reported
    proposed, decision = reported.proposed_link(link), reported.decision_on(link)
    was = wording.verdict_words(proposed, report.language)
    return _rows(decision, was, report.language, is_by_hand=reported.is_by_hand(link))


def rows_of_lost(lost: Lost, language: str = "en") -> tuple[tuple[str, str], ...]:
    return _rows(lost.decision, "", language, is_by_hand=False)


def messages(report: Report, link: Link) -> tuple[str, ...]:
    """The reasons of a finding; where a person gave another verdict, they say that they are for the proposed one."""
    language = report.language
    found = wording.messages(report.comparison, link, language)
    if not report.is_changed(link):
        return found
    proposed, said = wording.verdict_words(report.reported.proposed_link(link), language), words_in(language)
    return tuple(said.say("decided.proposed_as", verdict=proposed, message=message) for message in found)


def kinds(report: Report, link: Link) -> str:
    """The kinds of a finding's reasons in words; none where they are reasons for another verdict than the one shown."""
    return "" if report.is_changed(link) else wording.kinds(link, report.language)


def done_by_hand(report: Report) -> Iterator[tuple[str, str]]:
    """Rows of who reviewed a comparison and what was changed before or beside its findings: a name and a value."""
    if not report.is_touched:
        return
    reported, language = report.reported, report.language
    said = words_in(language)
    if reported.reviewers:
        yield said.say("decided.reviewed_by"), ", ".join(map(_words, reported.reviewers))
    yield (
        said.say("decided.row"),
        said.say("decided.of_findings", decided=reported.decided, all=len(reported.links)),
    )
    if reported.removed:
        yield said.say("decided.unlinked"), "; ".join(map(place, sorted(reported.removed)))
    if reported.speakers:
        yield (
            said.say("decided.speakers"),
            "; ".join(
                f"{wording.side_word(side, language)}: {_words(reported.speakers[side])}"
                for side in Side
                if side in reported.speakers
            ),
        )
    if reported.roles:
        given = sorted(reported.roles.items(), key=lambda each: (list(Side).index(each[0][0]), each[0][1]))
        yield (
            said.say("decided.roles"),
            "; ".join(
                f"{wording.numbers(side, (i,))}: {wording.role_word(role, language)}" for (side, i), role in given
            ),
        )
    for each in reported.corrections:
        number = wording.numbers(each.side, (each.sentence,))
        yield (
            said.say("decided.corrected"),
            said.say("decided.correction", number=number, text=_words(each.text), original=_words(each.original)),
        )


def place(pair: Pair) -> str:
    """ "L3 – R4, R5"."""
    return " – ".join(wording.numbers(side, ids) for side, ids in zip(Side, pair, strict=True))


def time(at: str, language: str = "en") -> str:
    """ "2 January 2026, 03:04 UTC"; as it is written where it is no time."""
    try:
        when = datetime.fromisoformat(at)
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return _words(at)
    return f"{provenance.day(when.date(), language)}, {when:%H:%M} UTC"


def _rows(decision: Decision, proposed: str, language: str, *, is_by_hand: bool) -> tuple[tuple[str, str], ...]:
    said = words_in(language)
    found = [(said.say("decided.decision"), _decision(decision, proposed, language))]
    if decision.note:
        found.append((said.say("decided.note"), _words(decision.note)))
    if not decision.is_empty:
        found.append((said.say("decided.status"), said.say(f"status.{decision.status.value}")))
    if decision.is_bookmarked:
        found.append((said.say("decided.bookmark"), said.say("decided.bookmarked")))
    if is_by_hand:
        found.append((said.say("decided.link"), said.say("decided.by_hand")))
    at = time(decision.at, language) if decision.at else ""
    last = ", ".join(part for part in (_words(decision.reviewer), at) if part)
    if last and not decision.is_empty:
        found.append((said.say("decided.last"), last))
    return tuple(found)


def _decision(decision: Decision, proposed: str, language: str) -> str:
    """ "changed from contradiction to qualified and confirmed by Ada: the second figure is net"."""
    said, acts = words_in(language), []
    if decision.verdict is not None:
        given = wording.verdict_word(decision.verdict, language)
        key = "given" if not proposed else "kept" if given == proposed else "changed"
        acts.append(said.say(f"decided.{key}", proposed=proposed, given=given))
    acts += [said.say("decided.confirmed")] if decision.is_confirmed else []
    acts += [said.say("decided.was_dismissed")] if decision.is_dismissed else []
    if not acts:
        return said.say("decided.not")
    told = said.say("decided.and").join(acts)
    if decision.reviewer:
        told = said.say("decided.by", acts=told, name=_words(decision.reviewer))
    told = f"{told}: {_words(decision.reason)}" if decision.reason else told
    return f"{told}; {said.say('decided.needs_look')}" if decision.needs_another_look else told


def _words(text: str) -> str:
    """A person's words on one line, which turn nothing round and steer nothing."""
    return hidden.isolated(wording.plain(text))
