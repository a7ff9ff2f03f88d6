"""How facts, the model's answer and the alignment give one verdict: a list of rules, the first that applies decides.

Each rule is a small function of the evidence. It returns a Decision with the facts that carry it, or None when it has
nothing to say. Wording in common never enters a decision on contradiction; it is used where nothing else differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts.fact import FIGURES, Fact, Relation
from statement_compare.engine.facts.lexical_coverage import (
    Coverage,
    Uncovered,
    coverage,
    differs_in_order,
    differs_in_polarity,
    keeps_order,
    turning_words,
)
from statement_compare.engine.facts.numbers import OPEN_SIGN
from statement_compare.engine.language import patterns
from statement_compare.engine.model import EntailmentPair, InWholePair, Preset, ReasonKind, Span, Verdict
from statement_compare.engine.text.tokens import TokenKind
from statement_compare.engine.verdict.plain_denials import told_as_denials


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pair stands among all candidate pairs of two statements.

    `odds`: that both speak of one fact, before they were read together. `ranks`: how many pairs of the one and of the
    other sentence have better odds, the smaller number first.
    """

    odds: float
    ranks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one pair. `score` is None where a person, not the alignment, put the pair together.

    `uncovered` are the words of each side that the other has no word for. `is_cut`: the passages are so long that they
    were read to a certain length alone, and they are not known to be alike behind it. `in_whole` is what a model says
    of a pair that it read within both statements.
    """

    left: Reading
    right: Reading
    facts: tuple[Fact, ...]
    entailment: EntailmentPair | None
    score: float | None
    similarity: float
    uncovered: Uncovered
    standing: Standing | None = None
    is_cut: bool = False
    in_whole: InWholePair | None = None

    @property
    def relatedness(self) -> float:
        """How sure it is that both speak of the same fact, 0 to 1; a pair put together by a person is taken as sure."""
        return 1.0 if self.score is None else self.score

    def strongest(self, relation: Relation, *kinds: ReasonKind) -> Fact | None:
        """The strongest fact of a relation, of these kinds if any are named; the first of equals."""
        found = [f for f in self.facts if f.relation is relation and (not kinds or f.kind in kinds)]
        return max(found, key=lambda f: f.strength, default=None)


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, how sure it is, the facts that carry it (spans in the passages' texts) and the rule that spoke.

    `leaning` is the chance of a contradiction where the verdict is unclear, `bears` that both speak of one claim, where
    the pair is one of many.
    """

    verdict: Verdict
    confidence: float
    facts: tuple[Fact, ...]
    rule: str
    leaning: float = 0.0
    bears: float = 0.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a preset asks for before a verdict is given."""

    conflict: float  # strength of a conflict times relatedness
    relatedness: float  # below it a pair is too loose for a contradiction
    agreement: float  # evidence for agreement
    coverage: float  # share of the shorter side's content words that the other side has


THRESHOLDS: dict[Preset, Thresholds] = {
    Preset.STRICT: Thresholds(conflict=0.68, relatedness=0.6, agreement=0.75, coverage=0.6),
    Preset.NORMAL: Thresholds(conflict=0.45, relatedness=0.45, agreement=0.58, coverage=0.4),
    Preset.LENIENT: Thresholds(conflict=0.2, relatedness=0.3, agreement=0.5, coverage=0.3),
}


# What stands before a stretch of time that says when, and not how long ("over the last three years").
@cache
def _frames_period(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of(patterns('framing', 'periods'), language)})\s+$", re.IGNORECASE)


# A part told with its total.
@cache
def _of_a_total(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of(patterns('framing', 'of_a_total'), language)})\b", re.IGNORECASE)


# Strength below which "may" on one side is as often said of another thing than the one that both tell.
_SOFTENS = 0.6
# Strength from which a conflict, too weak to be shown, still speaks against an agreement.
_SPEAKS_AGAINST = 0.15
# Strength from which a further conflict is named beside the one that decides.
_NAMED = 0.35
# Wording in common from which two sentences are one sentence with a few words changed, and no paraphrases.
ALIKE = 0.74
# Where the alignment is sure that one sentence paraphrases the other (see `_strength_in_pair`): its least score, and
# from which strength to which a conflict of these kinds is raised. In the development statements that gave no wrong
# contradiction; conflicts of figures, raised alike, were wrong in one of three cases.
_PARAPHRASE_SCORE, _RAISED_FROM, _RAISED_TO = 0.9, 0.2, 0.55
_RAISED_KINDS = frozenset({ReasonKind.DATE, ReasonKind.UNIT, ReasonKind.ORDER, ReasonKind.MODALITY})
# Score of the alignment from which hardly a pair of development statements was about two matters.
_SURE_PAIR = 0.95
Rule = Callable[[Evidence, Thresholds], Decision | None]


def reported_without_stand(evidence: Evidence, _: Thresholds) -> Decision | None:
    """Reported speech is the other side's view: it neither agrees nor contradicts unless the speaker takes a stand."""
    report = evidence.strongest(Relation.OTHER, ReasonKind.ATTRIBUTION)
    denial = evidence.strongest(Relation.CONFLICT, ReasonKind.DENIAL)
    if report is None or report.strength < 0.7 or (denial is not None and denial.strength >= report.strength):
        return None
    return Decision(Verdict.UNCLEAR, report.strength, (report,), "reported_without_stand")


def facts_conflict(evidence: Evidence, thresholds: Thresholds) -> Decision | None:
    """Two facts that cannot both be true, of a pair that is surely about one matter, with no sign that it is not."""
    conflicts = [f for f in evidence.facts if f.relation is Relation.CONFLICT]
    conflict = max(conflicts, key=lambda f: _strength_in_pair(f, evidence), default=None)
    if conflict is None or evidence.relatedness < thresholds.relatedness:
        return None
    strength = _strength_in_pair(conflict, evidence)
    elsewhere = evidence.strongest(Relation.OTHER)
    if elsewhere is not None and elsewhere.strength >= strength:
        return None
    softened = evidence.strongest(Relation.QUALIFIES)
    if softened is not None and softened.strength > strength:
        return None
    weight = strength * (0.5 + 0.5 * evidence.relatedness)
    if weight < thresholds.conflict:
        return None
    return Decision(Verdict.CONTRADICTION, weight, named_conflicts(evidence), "facts_conflict")


def named_conflicts(evidence: Evidence, least: float = _NAMED) -> tuple[Fact, ...]:
    """The conflicts that a contradiction is told with, the surest first.

    Every figure that differs is named, not the surest alone: an editor looks for the one in the headline.
    """
    conflicts = [f for f in evidence.facts if f.relation is Relation.CONFLICT]
    surest = max(conflicts, key=lambda f: _strength_in_pair(f, evidence), default=None)
    if surest is None or _strength_in_pair(surest, evidence) < _SPEAKS_AGAINST:
        return ()
    enough = max(least, 0.5 * _strength_in_pair(surest, evidence))
    carried = [f for f in conflicts if f is surest or _strength_in_pair(f, evidence) >= enough]
    carried.sort(key=lambda f: (f is not surest, -f.strength))
    return _one_of_each(told_as_denials(carried, conflicts, evidence.left, evidence.right))


def _strength_in_pair(fact: Fact, evidence: Evidence) -> float:
    """The strength of a conflict, raised where the alignment is sure that one sentence paraphrases the other.

    A fact module lowers it for words that the other side lacks: the two may tell of two matters. A paraphrase has such
    words throughout ("The plant shut on Monday" / "Operations at the works ceased on Tuesday"), so there the day, unit,
    order or modality that differs counts in full. Figures are left out: two sentences on one matter give several.
    """
    if evidence.score is None or evidence.score < _PARAPHRASE_SCORE or evidence.similarity >= ALIKE:
        return fact.strength
    if fact.kind not in _RAISED_KINDS or fact.strength < _RAISED_FROM:
        return fact.strength
    return max(fact.strength, _RAISED_TO)


def _one_of_each(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The first fact of each rule: two phrases that say "exclusive" give one reason, not two."""
    kept: dict[tuple[ReasonKind, str], Fact] = {}
    for fact in facts:
        kept.setdefault((fact.kind, fact.rule), fact)
    return tuple(kept.values())


def other_matter(evidence: Evidence, _: Thresholds) -> Decision | None:
    """Another period, place or quantity: both can stand, whatever else looks alike."""
    elsewhere = evidence.strongest(Relation.OTHER)
    same = evidence.strongest(Relation.SAME)
    if elsewhere is None or elsewhere.strength < 0.6 or (same is not None and same.strength >= elsewhere.strength):
        return None
    return Decision(Verdict.UNCLEAR, elsewhere.strength, (elsewhere,), "other_matter")


def open_sign(evidence: Evidence) -> Fact | None:
    """The fact that two figures differ in a sign alone, with which no agreement is told."""
    return next((fact for fact in evidence.facts if fact.rule == OPEN_SIGN), None)


def left_open_by_sign(evidence: Evidence, _: Thresholds) -> Decision | None:
    """ "A result of -3 million" and "of 3 million": a minus, a dash, or a loss that is told by a word."""
    fact = open_sign(evidence)
    return None if fact is None else Decision(Verdict.UNCLEAR, fact.strength, (fact,), "left_open_by_sign")


def one_side_softer(evidence: Evidence, thresholds: Thresholds) -> Decision | None:
    """The same claim, but one side hedges, narrows or bounds it."""
    softer = evidence.strongest(Relation.QUALIFIES)
    if softer is None or softer.strength < _SOFTENS or evidence.relatedness < thresholds.relatedness:
        return None
    weight = softer.strength * (0.5 + 0.5 * evidence.relatedness)
    return Decision(Verdict.QUALIFIED, weight, softening_facts(evidence), "one_side_softer")


def softening_facts(evidence: Evidence) -> tuple[Fact, ...]:
    """What makes one side softer, narrower or a bound, where it is sure enough to be named."""
    return tuple(f for f in evidence.facts if f.relation is Relation.QUALIFIES and f.strength >= _SOFTENS)


def same_facts(evidence: Evidence, thresholds: Thresholds) -> Decision | None:
    """Figures, dates or polarity agree, and most of what one side says stands on the other side too.

    One equal figure is no agreement: "three years" stands in "inspected once in three years" and "four times in three
    years" alike.
    """
    carried = equal_facts(evidence)
    same = max(carried, key=lambda f: f.strength, default=None)
    if same is None or _is_disputed(evidence):
        return None
    covered = coverage(evidence.uncovered, carried)
    if _has_other_figures(covered):
        return None
    if _is_numeric(same) and differs_in_polarity(evidence.left, evidence.right):
        return None
    weight = same.strength * evidence.relatedness * (0.5 + 0.5 * covered.of_shorter)
    # In a paraphrase most words differ and mean nothing by it. In sentences that are alike but for a word, that word is
    # the difference ("resigned" / "was dismissed"), and so is the order ("Iran at Israel" / "Israel at Iran").
    is_edited = evidence.similarity >= ALIKE
    if is_edited and (covered.is_substituted or not keeps_order(evidence.left, evidence.right)):
        return None
    # Two statements about one event share its date whatever they say of it: a date alone carries little.
    is_dated_only = all(f.kind is ReasonKind.DATE for f in carried)
    if is_dated_only and differs_in_order(evidence.left, evidence.right):
        return None
    enough = thresholds.coverage + (0.25 if is_dated_only else 0.0)
    if weight < thresholds.agreement or covered.of_shorter < enough:
        return None
    return Decision(Verdict.AGREEMENT, weight, carried, "same_facts")


def sure_pair_with_equal_figures(evidence: Evidence, _: Thresholds) -> Decision | None:
    """A pair that the alignment is sure of, told in other words, with the same figures or dates and nothing against it.

    How many words are shared says little of a paraphrase. Of development statements in which the alignment gave .95 or
    more, all thirteen such pairs agreed or differed in reserve alone; of those with .8 or more, six in seven.
    """
    carried = tuple(f for f in equal_facts(evidence) if _is_numeric(f) and f.strength >= 0.6)
    if evidence.score is None or evidence.score < _SURE_PAIR or evidence.similarity >= ALIKE or not carried:
        return None
    if _is_disputed(evidence):
        return None
    if any(f.relation in (Relation.OTHER, Relation.QUALIFIES) and f.strength >= 0.5 for f in evidence.facts):
        return None
    if differs_in_polarity(evidence.left, evidence.right):
        return None
    strongest = max(f.strength for f in carried)
    return Decision(Verdict.AGREEMENT, strongest * evidence.score, carried, "sure_pair_with_equal_figures")


def equal_facts(evidence: Evidence) -> tuple[Fact, ...]:
    """What both sides say alike, without what only frames it."""
    return tuple(f for f in evidence.facts if f.relation is Relation.SAME and not _is_frame(f, evidence))


def _is_disputed(evidence: Evidence) -> bool:
    conflict = evidence.strongest(Relation.CONFLICT)
    return (conflict is not None and conflict.strength >= _SPEAKS_AGAINST) or open_sign(evidence) is not None


def _is_frame(fact: Fact, evidence: Evidence) -> bool:
    """Whether equal figures only frame what is said: "in the past three years", or the seven of "two of the seven"."""
    if fact.rule == "number.derived":
        part_left, part_right = (
            _of_a_total(reading.language).search(_words(span, reading)) is not None
            for span, reading in ((fact.left, evidence.left), (fact.right, evidence.right))
        )
        return part_left != part_right
    if fact.left is None or fact.right is None:
        return False
    return any(
        _frames_period(reading.language).search(reading.text[: span.start]) is not None
        for reading, span in ((evidence.left, fact.left), (evidence.right, fact.right))
    )


def _words(span: Span | None, reading: Reading) -> str:
    return "" if span is None else span.of(reading.text)


def _is_numeric(fact: Fact) -> bool:
    return fact.kind in FIGURES


def _has_other_figures(covered: Coverage) -> bool:
    """Whether each side holds a figure that no equal figure or date of the other answers."""
    return all(any(t.kind is TokenKind.NUMBER for t in over) for over in (covered.left_over, covered.right_over))


def same_wording(evidence: Evidence, thresholds: Thresholds) -> Decision | None:
    """Every content word of each side stands on the other, in the same order, and no fact module found a difference.

    A single word without a counterpart may be the whole difference ("easier" / "harder"), so that wording in common,
    however high, is not enough.
    """
    if any(f.relation is not Relation.SAME and f.strength >= 0.1 for f in evidence.facts):
        return None
    if not evidence.left.tokens or not evidence.right.tokens:
        return None
    if evidence.similarity < 0.6 or not coverage(evidence.uncovered).is_complete:
        return None
    if turning_words(evidence.left) != turning_words(evidence.right) or not keeps_order(evidence.left, evidence.right):
        return None
    weight = evidence.relatedness * (0.5 + 0.5 * evidence.similarity)
    if weight < thresholds.agreement:
        return None
    key = "wording.same" if evidence.similarity == 1.0 else "wording.near"
    whole = Fact(
        ReasonKind.WORDING,
        Relation.SAME,
        Span(0, len(evidence.left.text)),
        Span(0, len(evidence.right.text)),
        evidence.similarity,
        key,
    )
    return Decision(Verdict.AGREEMENT, weight, (whole,), "same_wording")


AGREEMENT_RULES: Sequence[Rule] = (same_facts, sure_pair_with_equal_figures, same_wording)
RULES: Sequence[Rule] = (
    reported_without_stand,
    facts_conflict,
    other_matter,
    left_open_by_sign,
    one_side_softer,
    *AGREEMENT_RULES,
)


def decide(evidence: Evidence, preset: Preset) -> Decision:
    """The verdict of the first rule that speaks; unclear, with no confidence to show, when none does."""
    for rule in RULES:
        decision = rule(evidence, THRESHOLDS[preset])
        if decision is not None:
            return decision
    return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_found")


def by_rules(evidence: Evidence) -> dict[Verdict, float]:
    """How sure the rules are of each verdict by itself, with the most lenient thresholds: `weigh` takes it in."""
    sure: dict[Verdict, float] = {}
    for rule in (facts_conflict, one_side_softer, *AGREEMENT_RULES):
        decision = rule(evidence, THRESHOLDS[Preset.LENIENT])
        if decision is not None:
            sure[decision.verdict] = max(decision.confidence, sure.get(decision.verdict, 0.0))
    return sure
