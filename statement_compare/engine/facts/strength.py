"""How sure a dispute is, 0 to 1: the more alike two clauses are beside the opposed words, the surer."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Indel

from statement_compare.engine.annotate.contrasted import contrasted
from statement_compare.engine.annotate.factuality import mood
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.times import moments, years_apart
from statement_compare.engine.annotate.word_classes import is_calendar_word
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.other_arguments import other_heads
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.word_matching import Match, Overlap, overlap
from statement_compare.engine.language import own_words, words
from statement_compare.engine.model import ReasonKind, Side, Span
from statement_compare.engine.text.tokens import TokenKind


@dataclass(frozen=True, slots=True)
class Dispute:
    """Opposed words of both sides ("rose", "fell"): the tokens to show, and an anchor, whose clause is compared.

    `but_left` and `but_right` are the opposed tokens, left out when the clauses are compared. `prior` is what speaks
    for the dispute (above 0) or against it before that: -1 takes some 40 % of its strength.
    """

    kind: ReasonKind
    relation: Relation
    rule: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    left_anchor: int
    right_anchor: int
    but_left: tuple[int, ...] = ()
    but_right: tuple[int, ...] = ()
    prior: float = 0.0
    params: tuple[tuple[str, str], ...] = field(default=())
    negated: Side | None = None  # the side that says no: what it says must all be answered by the other

    def mirrored(self) -> Dispute:
        return Dispute(
            self.kind,
            self.relation,
            self.rule,
            self.right,
            self.left,
            self.right_anchor,
            self.left_anchor,
            self.but_right,
            self.but_left,
            self.prior,
            self.params,
            None if self.negated is None else (Side.RIGHT if self.negated is Side.LEFT else Side.LEFT),
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against two clauses stating one matter; every value is 0 to 1 or a small count."""

    clause_low: float
    clause_negated: float
    passage_low: float
    passage_negated: float
    both_open: float
    swaps: float
    heads_clash: float
    names_clash: float
    periods_clash: float
    numbers_clash: float
    likeness: float
    mood_differs: float
    plan_differs: float
    is_unreal: float
    setting_differs: float
    more_cues: float


def evidence(dispute: Dispute, pair: Pair) -> Evidence:
    left, right, found = pair.left, pair.right, pair.words
    here, there = scopes(left), scopes(right)
    clause = overlap(
        found,
        range(*here.clause_of(dispute.left_anchor)),
        range(*there.clause_of(dispute.right_anchor)),
        but_left=dispute.but_left,
        but_right=dispute.but_right,
    )
    whole = overlap(
        found,
        range(len(left.tokens)),
        range(len(right.tokens)),
        but_left=dispute.but_left,
        but_right=dispute.but_right,
    )
    mine = mood(left, dispute.left_anchor, dispute.left)
    yours = mood(right, dispute.right_anchor, dispute.right)
    cues_left = _cues_apart(left, dispute.left + dispute.but_left)
    cues_right = _cues_apart(right, dispute.right + dispute.but_right)
    return Evidence(
        clause_low=min(clause.left, clause.right),
        clause_negated=_of_side(dispute.negated, clause),
        passage_low=min(whole.left, whole.right),
        passage_negated=_of_side(dispute.negated, whole),
        both_open=min(1.0, min(whole.left_open, whole.right_open) / 3),
        swaps=min(1.0, whole.swaps / 2),
        # Not of denials and causes: they name a speaker or a doer as well, who would look like another subject.
        heads_clash=float(
            dispute.kind in _OF_ONE_HEAD
            and other_heads(
                found,
                left,
                right,
                (dispute.left_anchor, dispute.right_anchor),
                (dispute.but_left, dispute.but_right),
            )
        ),
        names_clash=float(whole.names_clash),
        periods_clash=float(whole.periods_clash or _in_other_periods(left, right)),
        numbers_clash=float(whole.numbers_clash),
        likeness=_likeness(found, dispute),
        mood_differs=float(
            (mine.condition is None) != (yours.condition is None) or (mine.hedge is None) != (yours.hedge is None)
        ),
        plan_differs=float((mine.plan is None) != (yours.plan is None)),
        is_unreal=float(
            mine.is_question or yours.is_question or (mine.condition is not None and yours.condition is not None)
        ),
        setting_differs=float(_setting(left, dispute.but_left) != _setting(right, dispute.but_right)),
        more_cues=min(1.0, abs(cues_left - cues_right) / 2),
    )


def _of_side(side: Side | None, met: Overlap) -> float:
    if side is None:
        return min(met.left, met.right)
    return met.left if side is Side.LEFT else met.right


def _likeness(found: Match, dispute: Dispute) -> float:
    """Wording in common in its order, the disputed words left out: 1 where nothing else differs."""
    a = [term.stem for term in found.left if term.index not in dispute.but_left]
    b = [term.stem for term in found.right if term.index not in dispute.but_right]
    return float(Indel.normalized_similarity(a, b)) if a or b else 0.0


_OF_ONE_HEAD = frozenset(
    (
        ReasonKind.NEGATION,
        ReasonKind.ANTONYM,
        ReasonKind.QUANTIFIER,
        ReasonKind.EXCLUSIVITY,
        ReasonKind.MODALITY,
    )
)
_SETTINGS, _BARE_AUXILIARIES = words("turned_statements", "settings"), words("turned_statements", "bare_auxiliaries")
_DAYS, _WHICH, _PERIODS = (words("relative_periods", table) for table in ("days", "which", "periods"))
_NONE: frozenset[str] = frozenset()


def _in_other_periods(left: Reading, right: Reading) -> bool:
    """Whether both passages name months, weekdays or years, and not one in common."""
    here, there = _calendar_periods(left), _calendar_periods(right)
    if here and there and not here & there:
        return True
    here, there = _relative_periods(left), _relative_periods(right)
    if here and there and not here & there:
        return True
    return years_apart(moments(left), moments(right)) is not None


@annotation
def _calendar_periods(reading: Reading) -> frozenset[str]:
    """The stems of the months, weekdays and years that a passage names."""
    small = own_words("relative_periods", "no_month_when_small", reading.language)
    return frozenset(
        token.stem
        for token in reading.tokens
        if (is_calendar_word(token.lower, reading.language) and token.text not in small)
        or (token.kind is TokenKind.NUMBER and len(token.text) == 4 and token.text.startswith(("19", "20")))
    )


@annotation
def _relative_periods(reading: Reading) -> frozenset[str]:
    """ "Today", "next year", "last quarter" as the passage says them."""
    days, which, periods = (table.get(reading.language, _NONE) for table in (_DAYS, _WHICH, _PERIODS))
    lowers = [token.lower for token in reading.tokens]
    told = (f"{first} {second}" for first, second in pairwise(lowers) if first in which and second in periods)
    return days.intersection(lowers) | frozenset(told)


def _setting(reading: Reading, apart: tuple[int, ...]) -> frozenset[str]:
    """The turning words of a passage, but for some tokens of it."""
    return frozenset(word for i, word in _settings(reading) if i not in apart)


@annotation
def _settings(reading: Reading) -> tuple[tuple[int, str], ...]:
    """The turning words of a passage, and "..., the union was" where a clause ends in a bare auxiliary."""
    turning = _SETTINGS.get(reading.language, _NONE)
    auxiliaries = _BARE_AUXILIARIES.get(reading.language, _NONE)
    no_setting_before = own_words("turned_statements", "no_setting_before", reading.language)
    framed = framed_tokens(reading)
    found = []
    for i, token in enumerate(reading.tokens):
        if i in framed:
            continue
        behind = reading.tokens[min(i + 1, len(reading.tokens) - 1)].lower
        if token.lower in turning and behind not in no_setting_before:
            found.append((i, token.lower))
        following = reading.tokens[i + 1].text if i + 1 < len(reading.tokens) else "."
        if token.lower in auxiliaries and following in ".,;" and i > 2:
            found.append((i, "..."))
    return tuple(found)


def _cues_apart(reading: Reading, disputed: tuple[int, ...]) -> int:
    """How many negations and denials a passage holds besides those in dispute."""
    cues = sum(not _touches(cue.start, cue.end, disputed) for cue in scopes(reading).cues)
    return cues + sum(not _touches(i, i + 1, disputed) for i in _denying(reading))


@annotation
def _denying(reading: Reading) -> tuple[int, ...]:
    """The words of a passage that deny."""
    framed = framed_tokens(reading)
    denying = own_words("turned_statements", "denying", reading.language)
    return tuple(i for i, token in enumerate(reading.tokens) if token.lower in denying and i not in framed)


def _touches(start: int, end: int, tokens: Iterable[int]) -> bool:
    return any(start - 1 <= i <= end for i in tokens)


def to_fact(dispute: Dispute, left: Reading, right: Reading, strength: float) -> Fact:
    return Fact(
        dispute.kind,
        dispute.relation,
        span_of(left, dispute.left),
        span_of(right, dispute.right),
        round(strength, 3),
        dispute.rule,
        dispute.params,
    )


def span_of(reading: Reading, indices: Iterable[int]) -> Span | None:
    """The stretch from the first to the last of these tokens; None where there are none."""
    chosen = sorted(indices)
    if not chosen:
        return None
    return Span(reading.tokens[chosen[0]].span.start, reading.tokens[chosen[-1]].span.end)


def settle(disputes: Iterable[Dispute], pair: Pair) -> tuple[Fact, ...]:
    """The strongest facts among the disputes: at most two of each relation, strongest first, none below a quarter."""
    best: dict[tuple[Relation, tuple[int, ...], tuple[int, ...]], Fact] = {}
    for dispute in disputes:
        if _is_of_contrasted(dispute, pair):
            continue
        fact = to_fact(dispute, pair.left, pair.right, weigh(dispute, evidence(dispute, pair)))
        key = dispute.relation, dispute.left, dispute.right
        if fact.strength >= LEAST_STRENGTH and (key not in best or best[key].strength < fact.strength):
            best[key] = fact
    nowhere = Span(0, 0)
    ordered = sorted(
        best.values(),
        key=lambda fact: (-fact.strength, fact.relation, *sorted((fact.left or nowhere, fact.right or nowhere))),
    )
    return tuple(fact for n, fact in enumerate(ordered) if sum(f.relation is fact.relation for f in ordered[:n]) < 2)


def _is_of_contrasted(dispute: Dispute, pair: Pair) -> bool:
    """Whether one side speaks of what the other sets something against: "Unlike France, Spain did not sign" denies of
    Spain what "France signed" tells. "France and Spain signed" is denied.
    """
    sides = (
        (pair.left, pair.right, dispute.left_anchor, dispute.right_anchor),
        (pair.right, pair.left, dispute.right_anchor, dispute.left_anchor),
    )
    for mine, yours, here, there in sides:
        against = _stems(mine, contrasted(mine))
        if not against:
            continue
        told = _stems(yours, frozenset(range(*scopes(yours).clause_of(there))) - contrasted(yours))
        own = _stems(mine, frozenset(range(*scopes(mine).clause_of(here))) - contrasted(mine))
        if against & told - own and (_has_time(mine, contrasted(mine)) or not own <= told):
            return True
    return False


def _stems(reading: Reading, indices: frozenset[int]) -> frozenset[str]:
    return frozenset(reading.tokens[i].stem for i in indices if is_content(reading.tokens[i], reading.language))


def _has_time(reading: Reading, indices: frozenset[int]) -> bool:
    starts = {reading.tokens[i].span.start for i in indices}
    return any(moment.span.start in starts for moment in moments(reading))


def weigh(dispute: Dispute, seen: Evidence) -> float:
    """How sure the dispute's relation holds, 0 to 1."""
    if dispute.relation is Relation.QUALIFIES:
        strength = _QUALIFYING[_likeness_step(seen)]
    elif dispute.relation is Relation.OTHER:
        strength = 0.6
    elif dispute.relation is Relation.SAME:
        strength = _SAMENESS[fit(seen)]
    else:
        strength = _CONFLICTS.get(dispute.kind, _USUAL)[fit(seen)]
    return max(
        0.0, min(0.95, strength * math.exp(min(0.0, dispute.prior) / 2) + (0.05 if dispute.prior > 0.3 else 0.0))
    )


def fit(seen: Evidence) -> Fit:
    """How alike the two clauses are beside the disputed words."""
    if seen.names_clash or seen.periods_clash or seen.numbers_clash or seen.is_unreal:
        return Fit.APART
    if seen.heads_clash:
        return Fit.PARTED
    if seen.swaps and seen.both_open:
        return Fit.SWAPPED
    if seen.setting_differs or seen.mood_differs or seen.plan_differs:
        return Fit.TURNED
    is_close = seen.clause_low >= 0.85 and seen.passage_low >= 0.75
    # "It makes no mention" is contradicted by "it makes clear mention": the one who affirms may say more.
    is_narrower = min(seen.clause_negated, seen.passage_negated) >= 0.95 and seen.clause_low >= 0.65
    if (is_close or is_narrower) and seen.both_open <= 0.1:
        return Fit.CLOSE if not seen.more_cues else Fit.NEAR
    if seen.clause_low >= 0.7 and seen.passage_low >= 0.55 and seen.both_open <= 0.34 and not seen.more_cues:
        return Fit.NEAR
    return Fit.LOOSE


def _likeness_step(seen: Evidence) -> int:
    if seen.names_clash or seen.periods_clash or seen.numbers_clash or (seen.swaps and seen.both_open):
        return 0
    return 1 + sum(seen.likeness >= step for step in (0.4, 0.6, 0.8))


class Fit(StrEnum):
    CLOSE = "close"  # both clauses say the same but for the disputed words
    NEAR = "near"  # one side has a detail more, or a negation more somewhere
    LOOSE = "loose"  # some of the words are the same
    TURNED = "turned"  # a small word ("before", "unless", "may") stands on one side only
    SWAPPED = "swapped"  # beside a shared word each side has another ("noise permit", "discharge permit")
    PARTED = "parted"  # another subject or object ("goats", "sheep")
    APART = "apart"  # other names, figures or periods


LEAST_STRENGTH = 0.25
# The share of disputes of each fit that are true contradictions, measured on half of the training corpus and rounded.
_USUAL = {
    Fit.CLOSE: 0.85,
    Fit.NEAR: 0.6,
    Fit.LOOSE: 0.45,
    Fit.TURNED: 0.4,
    Fit.SWAPPED: 0.25,
    Fit.PARTED: 0.2,
    Fit.APART: 0.2,
}
_CONFLICTS: dict[ReasonKind, dict[Fit, float]] = {
    ReasonKind.NEGATION: _USUAL | {Fit.CLOSE: 0.82, Fit.LOOSE: 0.5},
    ReasonKind.ANTONYM: _USUAL | {Fit.CLOSE: 0.88, Fit.NEAR: 0.65},
    ReasonKind.DENIAL: _USUAL | {Fit.CLOSE: 0.9, Fit.NEAR: 0.75, Fit.LOOSE: 0.55, Fit.TURNED: 0.6, Fit.SWAPPED: 0.5},
    ReasonKind.EXCLUSIVITY: _USUAL | {Fit.CLOSE: 0.88, Fit.NEAR: 0.5, Fit.LOOSE: 0.6, Fit.TURNED: 0.55},
    ReasonKind.MODALITY: _USUAL | {Fit.CLOSE: 0.88, Fit.NEAR: 0.65, Fit.LOOSE: 0.5},
    ReasonKind.QUANTIFIER: _USUAL | {Fit.CLOSE: 0.88, Fit.NEAR: 0.65},
}
_SAMENESS = {
    Fit.CLOSE: 0.62,
    Fit.NEAR: 0.55,
    Fit.LOOSE: 0.45,
    Fit.TURNED: 0.35,
    Fit.SWAPPED: 0.25,
    Fit.PARTED: 0.25,
    Fit.APART: 0.2,
}
_QUALIFYING = (0.25, 0.35, 0.5, 0.65, 0.85)
