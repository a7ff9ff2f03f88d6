"""What a side is asked before anything is published: which findings and claims are open, and what the question is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from statement_compare.engine.model import Link, Pair, ReasonKind, Side, Status, Verdict, pair_of
from statement_compare.engine.places import place_of
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.passages import ids_of, other
from statement_compare.engine.unanswered import unanswered

Claim = tuple[Side, int]
"""A claim that the other side does not answer: the side that makes it, and its sentence."""

# What is asked of a contradiction, by the rule of its reason where that says more than its kind.
_BY_RULE: Final = {
    "unit.currency": "currency",
    "attribution.other_agent": "did",
    "attribution.denied_agent": "did",
    "attribution.exchanged": "did",
    "attribution.reversed": "did",
    "attribution.not_that_one": "did",
}
_BY_KIND: Final = {
    ReasonKind.NUMBER: "figure",
    ReasonKind.DATE: "date",
    ReasonKind.UNIT: "unit",
    ReasonKind.NEGATION: "which",
    ReasonKind.EXCLUSIVITY: "alone",
    ReasonKind.QUANTIFIER: "share",
    ReasonKind.ANTONYM: "which",
    ReasonKind.ENTITY: "name",
    ReasonKind.ORDER: "order",
    ReasonKind.MODALITY: "certain",
    ReasonKind.ATTRIBUTION: "said",
}
# Of what a reason says nothing more exact of: it is asked what is the case.
_OPEN: Final = "case"


@dataclass(frozen=True, slots=True)
class ReplyChoice:
    """Whom to ask, what, and how. `pairs` and `claims` are those to ask about; None stands for all that are open.

    `language` is one of `REPORT_LANGUAGES`. `deadline` is a date (2026-12-01), one with a time (2026-12-01 18:00), or
    any words; `asked_by` is who asks. Both are left out where they are "".
    """

    sides: tuple[Side, ...] = tuple(Side)
    pairs: frozenset[Pair] | None = None
    claims: frozenset[Claim] | None = None
    language: str = "en"
    deadline: str = ""
    asked_by: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a side. `asks` are what to ask, as keys of words; `own` and `theirs` the sentences to quote.

    `in_general`: of its own sentences, the one that denies in general, and answers this claim in no other way.
    """

    asks: tuple[str, ...]
    own: tuple[int, ...]
    theirs: tuple[int, ...]
    link: Link | None = None
    in_general: bool = False


def is_open(reported: Reported, link: Link) -> bool:
    """Whether a finding is one to ask about, if nobody says which are.

    That is a contradiction which stands; and whatever a person marked as asked, or has looked at and left open. What
    she dismissed is none, nor is what has been answered or settled.
    """
    said = reported.decision_on(link)
    if said.is_dismissed or said.status in (Status.ANSWERED, Status.SETTLED):
        return False
    if link.verdict is Verdict.CONTRADICTION or said.status is Status.ASKED:
        return True
    has_looked = bool(said.at) or not said.is_empty
    return has_looked and (link.verdict is Verdict.UNCLEAR or not said.is_decided)


def open_findings(reported: Reported) -> tuple[Link, ...]:
    """The findings to ask about, those that contradict first, each group as it follows in the left text."""
    return _contradictions_first(link for link in reported.links if is_open(reported, link))


def open_claims(reported: Reported, side: Side) -> tuple[int, ...]:
    """The claims of a side that the other one does not answer, the weightiest first."""
    return tuple(each.sentence for each in unanswered(reported.comparison, side))


def is_claim_open(reported: Reported, claim: Claim) -> bool:
    """Whether a claim without an answer is one to ask about, if nobody says which are.

    A cell of a table that is no sentence ("Village", "210") says nothing that a side could answer by itself.
    """
    side, sentence = claim
    statement = reported.comparison.left if side is Side.LEFT else reported.comparison.right
    said = statement.sentences[sentence]
    is_cell = any(place.table for place in place_of(statement.source, said.span))
    return not is_cell or said.text.rstrip("\"'”’»)").endswith((".", "!", "?", "…"))


def questions(reported: Reported, to: Side, choice: ReplyChoice) -> tuple[Question, ...]:
    """What one side is asked: of the findings first, in the order of `open_findings`, then of the other's claims."""
    if choice.pairs is None:
        links = open_findings(reported)
    else:
        wanted = (link for link in reported.links if pair_of(link) in choice.pairs)
        links = _contradictions_first(link for link in wanted if not reported.decision_on(link).is_dismissed)
    of_findings = (
        Question(asked_of(reported, link), ids_of(link, to), ids_of(link, other(to)), link) for link in links
    )
    return (*of_findings, *_of_claims(reported, to, choice))


def asked_of(reported: Reported, link: Link) -> tuple[str, ...]:
    """What is asked of a finding, as keys of words.

    The reasons say it only of a contradiction that the program called so: where a person did, they are reasons for
    another verdict; and of what agrees or is qualified no side is asked which is right.
    """
    if link.verdict is not Verdict.CONTRADICTION:
        return ("relation",)
    if reported.proposed_link(link).verdict is not link.verdict:
        return (_OPEN,)
    told = [_BY_RULE.get(reason.rule) or _BY_KIND.get(reason.kind, _OPEN) for reason in link.reasons]
    return tuple(dict.fromkeys(ask for ask in told if ask != _OPEN)) or (_OPEN,)


def _of_claims(reported: Reported, to: Side, choice: ReplyChoice) -> Iterator[Question]:
    comparison, theirs = reported.comparison, other(to)
    denied = {charge: found.sentence for found in comparison.denials if found.side is to for charge in found.charges}
    for entry in unanswered(comparison, theirs):
        claim = theirs, entry.sentence
        if not (is_claim_open(reported, claim) if choice.claims is None else claim in choice.claims):
            continue
        if entry.sentence in denied:
            own = (denied[entry.sentence],)
            yield Question(("in_particular",), own, (entry.sentence,), in_general=True)
        else:
            yield Question(("not_taken_up" if entry.is_not_taken_up else "not_found",), (), (entry.sentence,))


def _contradictions_first(links: Iterator[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: link.verdict is not Verdict.CONTRADICTION))
