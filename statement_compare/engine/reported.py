"""What a report is of: a comparison with a person's decisions on it, and how much of that is asked for.

Every writer takes the same `Report`, so that all formats hold the same findings and say the same of them. It stands
beside the package `report` and not in it, so that a review can describe one without loading a writer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from statement_compare.engine.model import (
    UNDECIDED,
    Comparison,
    Correction,
    Decision,
    Link,
    Lost,
    Pair,
    Role,
    Side,
    Verdict,
    pair_of,
)
from statement_compare.engine.tally import Tally, tally


@dataclass(frozen=True)
class Reported:
    """A comparison and a person's decisions on it.

    `comparison` is what there is to see: its links are the proposed ones without those that were taken away (`removed`)
    and with those made by hand (`by_hand`). `proposed` holds, for findings that were given another verdict, the link as
    the program judged it. `roles` and `speakers` were set by hand and stand in `comparison` already; `corrections` are
    sentences whose text was put right before it was compared. `reviewer` is who makes the report, "" where no name is
    set.
    """

    comparison: Comparison
    decisions: Mapping[Pair, Decision] = field(default_factory=dict)
    by_hand: frozenset[Pair] = frozenset()
    proposed: Mapping[Pair, Link] = field(default_factory=dict)
    removed: frozenset[Pair] = frozenset()
    roles: Mapping[tuple[Side, int], Role] = field(default_factory=dict)
    speakers: Mapping[Side, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    lost: tuple[Lost, ...] = ()
    reviewer: str = ""

    def decision_on(self, link: Link) -> Decision:
        return self.decisions.get(pair_of(link), UNDECIDED)

    def is_by_hand(self, link: Link) -> bool:
        return pair_of(link) in self.by_hand

    def proposed_link(self, link: Link) -> Link:
        """The link as the program judged it, whatever a person said of it."""
        return self.proposed.get(pair_of(link), link)

    @cached_property
    def is_touched(self) -> bool:
        """Whether a person did anything that a report has to tell; else it reads as if nobody had looked."""
        return bool(
            any(not each.is_empty for each in self.decisions.values())
            or self.by_hand
            or self.removed
            or self.roles
            or self.speakers
            or self.corrections
            or self.lost
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links with the verdict that stands, in the order of the comparison.

        How sure the program is of what it proposed says nothing of a verdict that a person gave: such a link has no
        confidence and leans nowhere.
        """
        if not self.decisions:
            return self.comparison.links
        return tuple(map(self._standing, self.comparison.links))

    @cached_property
    def dismissed(self) -> frozenset[Pair]:
        """What a person dismissed, whether it is a finding still or not."""
        return frozenset(pair for pair, said in self.decisions.items() if said.is_dismissed)

    @property
    def decided(self) -> int:
        """How many of the findings need no further look."""
        return sum(self.decision_on(link).is_decided for link in self.comparison.links)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who decided anything, and who makes the report, by name."""
        said = [*self.decisions.values(), *(each.decision for each in self.lost)]
        return tuple(sorted({each.reviewer for each in said if each.reviewer} | ({self.reviewer} - {""})))

    def _standing(self, link: Link) -> Link:
        verdict = self.decision_on(link).verdict
        return link if verdict is None else replace(link, verdict=verdict, confidence=0.0, leaning=0.0)


class Scope(StrEnum):
    """How much of a review is reported."""

    ALL = "all"
    """The findings, both texts in full, what has no answer and what is denied in general."""
    FINDINGS = "findings"
    """The findings alone."""
    CONFIRMED = "confirmed"
    """The findings that a person confirmed or gave a verdict of her own."""
    CHOSEN = "chosen"
    """The findings that are named."""


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """Which findings a report holds, and in which language it is written. `pairs` counts for `Scope.CHOSEN` alone.

    `language` is one of `REPORT_LANGUAGES`; what both statements say is never translated.
    """

    scope: Scope = Scope.ALL
    pairs: frozenset[Pair] = frozenset()
    has_agreements: bool = True
    has_dismissed: bool = True
    language: str = "en"


EVERYTHING: Final = ReportChoice()


class LeftOut(StrEnum):
    """Why a finding is not in a report."""

    NOT_CONFIRMED = "not_confirmed"
    NOT_CHOSEN = "not_chosen"
    AGREEMENT = "agreement"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class Report:
    """What a writer writes: the findings that were chosen, each with the verdict that stands."""

    reported: Reported
    choice: ReportChoice = EVERYTHING

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All findings of the report, dismissed ones among them, in the order of the left text."""
        return tuple(link for link in self.reported.links if self._left_out(link) is None)

    @cached_property
    def comparison(self) -> Comparison:
        """The comparison with the links that the report lists: those chosen and not dismissed."""
        links = tuple(link for link in self.links if not self.is_dismissed(link))
        whole = self.reported.comparison
        return whole if links == whole.links else replace(whole, links=links)

    @cached_property
    def dismissed(self) -> tuple[Link, ...]:
        """The findings that a person dismissed, as far as they were chosen; they stand behind all others."""
        return tuple(link for link in self.links if self.is_dismissed(link))

    @property
    def language(self) -> str:
        """The language that it is written in, as an ISO 639-1 code."""
        return self.choice.language

    @property
    def is_whole(self) -> bool:
        """Whether it holds both texts in full and what stands in no finding."""
        return self.choice.scope is Scope.ALL

    @property
    def tells_lost(self) -> bool:
        """Whether it holds decisions on sentences that are gone; they belong to no finding that could be chosen."""
        return self.choice.scope in (Scope.ALL, Scope.FINDINGS)

    @property
    def is_touched(self) -> bool:
        return self.reported.is_touched

    def is_dismissed(self, link: Link) -> bool:
        return self.reported.decision_on(link).is_dismissed

    def is_changed(self, link: Link) -> bool:
        """Whether the verdict that stands is another than the proposed one, so that the reasons are not its own."""
        return self.reported.proposed_link(link).verdict is not link.verdict

    @cached_property
    def tally(self) -> Tally:
        """All findings counted, whether the report lists them or not."""
        return tally(self.reported.links, self.reported.dismissed)

    @property
    def left_out(self) -> Mapping[LeftOut, int]:
        """How many findings are not in the report, by why."""
        reasons = [self._left_out(link) for link in self.reported.links]
        return {why: reasons.count(why) for why in LeftOut if why in reasons}

    def _left_out(self, link: Link) -> LeftOut | None:
        choice, decision = self.choice, self.reported.decision_on(link)
        if choice.scope is Scope.CHOSEN and pair_of(link) not in choice.pairs:
            return LeftOut.NOT_CHOSEN
        if decision.is_dismissed:
            # What was dismissed is not confirmed, whatever was said of it before.
            is_in = choice.has_dismissed and choice.scope is not Scope.CONFIRMED
            return None if is_in else LeftOut.DISMISSED
        if choice.scope is Scope.CONFIRMED and not decision.is_decided:
            return LeftOut.NOT_CONFIRMED
        if link.verdict is Verdict.AGREEMENT and not choice.has_agreements:
            return LeftOut.AGREEMENT
        return None


Subject = Comparison | Reported
"""What a report can be asked of: a comparison alone is one of which nobody decided anything."""


def report_of(subject: Subject, choice: ReportChoice = EVERYTHING) -> Report:
    return Report(Reported(subject) if isinstance(subject, Comparison) else subject, choice)
