"""Why two sentences of a comparison are no link, or one without a sure verdict: the steps of the way, asked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from statement_compare.engine.align import align
from statement_compare.engine.align.profile import profiles
from statement_compare.engine.align.rerank import Read, Rerank
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.annotate.reading import read
from statement_compare.engine.candidate_links import is_hopeless
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Entailment,
    EntailmentPair,
    InWholePair,
    Link,
    Reason,
    Role,
    Side,
    Verdict,
)
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.graphemes import widened
from statement_compare.engine.text.roles import frames_statement
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.verdict.decide import THRESHOLDS, Decision, Evidence, Standing, by_rules
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.judge import gather, judge, table_for
from statement_compare.engine.verdict.links import MOST_CONTRADICTIONS


class Why(StrEnum):
    """A step of the way that two sentences did not pass; `WhyNot.params` names what each is told with."""

    LINKED = "linked"  # nothing to explain: they are a link with a verdict
    FRAMES = "frames"  # side: one only says who speaks, where, when or in which form
    NO_CLAIM = "no_claim"  # side, role
    ROWS = "rows"  # both are rows of tables: these meet by their labels and columns, whatever words they share
    ROW_IN_TEXT = "row_in_text"  # one is a row, and the other names not both its label and a column
    NOT_CANDIDATE = "not_candidate"  # wording, shared (figures, dates and names): others have more in common
    OTHERS_NEARER = "others_nearer"  # the same, of two that have much in common
    NEUTRAL = "neutral"  # chance, of "neutral" in the direction in which it is less sure
    OTHER_CLAIM = "other_claim"  # chance that both speak of one claim, least of a pair that is shown
    OTHER_MATTER = "other_matter"  # a fact that says that both can hold
    BELOW = "below"  # verdict, chance, least of the preset
    NOTHING_FOUND = "nothing_found"  # no fact, and no rule that decides
    TOO_MANY = "too_many"  # side: one contradicts so many others that this pair says nothing
    OUTRANKED = "outranked"  # link: one of the two has a better partner


@dataclass(frozen=True, slots=True)
class WhyNot:
    """One reason. Shares and chances in `params` have four places; `link` is the other link, or the pair's own.

    `fact` is a reason as a link has them, with spans in the sources.
    """

    why: Why
    params: tuple[tuple[str, str], ...] = ()
    link: Link | None = None
    fact: Reason | None = None


Ids = tuple[tuple[int, ...], tuple[int, ...]]
# What is hardly ever paired; questions, opinions and predictions are as claims are.
_ASKS_NOTHING: Final = frozenset({Role.COURTESY, Role.CONTACT, Role.HEADING})
# Facts this sure are told; weaker ones are met in any two sentences.
_TOLD: Final = 0.5
# From these on it would be odd to say that two sentences have too little in common.
_MUCH_WORDING, _MANY_SHARED = 0.6, 2
_UNREAD: Final = EntailmentPair(Entailment(0.0, 1.0, 0.0), Entailment(0.0, 1.0, 0.0))


def why_not(
    comparison: Comparison,
    left: int,
    right: int,
    options: CompareOptions,
    models: Models = NO_MODELS,
    progress: Progress = SILENT,
) -> tuple[WhyNot, ...]:
    """Why the sentences with these ids are no link, or why their link has no surer verdict; what weighs most first.

    `options` and `models` are those of the comparison. Sentences are paired once more, as far as the models that read
    two of them together are not needed: of these only the pair itself is asked.
    """
    link = next((each for each in comparison.links if left in each.left and right in each.right), None)
    if link is not None and link.verdict is not Verdict.UNCLEAR:
        return (WhyNot(Why.LINKED, (("verdict", link.verdict.value),), link),)
    framing = tuple(_framing(comparison, left, right)) if link is None else ()
    if framing:
        return framing
    look = _Look(comparison, (link.left, link.right) if link else ((left,), (right,)), options, models, progress)
    found = [*look.reasons(link), *_roles(comparison, left, right)]
    if link is None:
        better = [each for each in comparison.links if left in each.left or right in each.right]
        better.sort(key=lambda each: (-each.confidence, each.left, each.right))
        found += [WhyNot(Why.OUTRANKED, link=each) for each in better]
    # Of equals the first stays first: a role that asks for no answer, then what was read, then who came before.
    return tuple(sorted(found, key=_weight)) or (WhyNot(Why.NOTHING_FOUND),)


def _weight(found: WhyNot) -> int:
    if found.why is Why.NO_CLAIM:
        return 0 if dict(found.params)["role"] in _ASKS_NOTHING else 3
    return 2 if found.why in (Why.NOT_CANDIDATE, Why.OTHERS_NEARER) else 1


def _framing(comparison: Comparison, left: int, right: int) -> Iterator[WhyNot]:
    for side, statement, i in ((Side.LEFT, comparison.left, left), (Side.RIGHT, comparison.right, right)):
        sentence = statement.sentences[i]
        if frames_statement(sentence.text, sentence.role) or not any(c.isalnum() for c in sentence.text):
            yield WhyNot(Why.FRAMES, (("side", side.value),))


def _roles(comparison: Comparison, left: int, right: int) -> tuple[WhyNot, ...]:
    roles = ((Side.LEFT, comparison.left.sentences[left].role), (Side.RIGHT, comparison.right.sentences[right].role))
    return tuple(
        WhyNot(Why.NO_CLAIM, (("side", side.value), ("role", role.value)))
        for side, role in roles
        if role is not Role.CLAIM
    )


class _Look:
    """One pair, looked at as the comparison did: what was read before links were chosen, and how it is judged."""

    def __init__(
        self, comparison: Comparison, ids: Ids, options: CompareOptions, models: Models, progress: Progress
    ) -> None:
        self._comparison, self._ids, self._options = comparison, ids, options
        left, right = comparison.left, comparison.right
        used = models.for_languages(left.language, right.language) if options.use_model else NO_MODELS
        self._reader = PairReader(left, right, used, progress)
        self._weights = self._reader.weights
        self._inside = {(i, j) for i in ids[0] for j in ids[1]}
        self._read: dict[tuple[int, int], Read] = {}
        self._tables = TableRows(left, right)
        alignments = align(
            left,
            right,
            used.encoder,
            progress,
            multilingual=used.multilingual,
            rerank=self._rerank(),
            tables=self._tables,
        )
        self._score = next((each.score for each in alignments if (each.left, each.right) == ids), None)
        self._lexicon: Lexicon = BundledLexicon(used.encoder)

    def _rerank(self) -> Rerank | None:
        """As the comparison has it, but that of all pairs worth reading only the one in question is read."""
        if self._weights is None:
            return None
        return Rerank(
            self._ask,
            self._weights.pairing,
            lambda read: self._read.update((each.pair, each) for each in read),
            is_wide=self._weights.among_many is not None,
        )

    def _ask(self, pairs: Sequence[tuple[int, int]]) -> list[EntailmentPair | None]:
        wanted = [pair for pair in pairs if pair in self._inside]
        said = dict(zip(wanted, self._reader.entailments([((i,), (j,)) for i, j in wanted]), strict=True))
        return [said.get(pair, _UNREAD) for pair in pairs]

    def reasons(self, link: Link | None) -> Iterator[WhyNot]:
        """Reasons that lie in the pair itself, in the order of the way; `link` is the one that it is, if it is one."""
        inside = [self._read[pair] for pair in sorted(self._inside) if pair in self._read]
        was_paired = bool(inside) if self._read else self._score is not None
        if link is None and not was_paired:
            yield self._not_candidate()
            return
        said = self._reader.entailments([self._ids])[0] if self._weights is not None else None
        in_whole = self._in_whole(inside)
        if link is None and inside and self._is_among_many and is_hopeless(inside[0], said, in_whole):
            yield from () if said is None else (_neutral(said),)
            return
        evidence = self._evidence(inside, said)
        decision = judge(evidence, self._options.preset, self._weights)
        yield from self._unshown(decision, link)
        yield from self._facts(evidence)
        if decision.verdict is Verdict.UNCLEAR:
            below = self._below(evidence, decision)
            if below is not None:
                yield below
            elif not any(fact.relation is Relation.OTHER and fact.strength >= _TOLD for fact in evidence.facts):
                yield WhyNot(Why.NOTHING_FOUND)

    def _in_whole(self, inside: Sequence[Read]) -> InWholePair | None:
        """What the model says of the pair within both statements: of a pair alone, whatever else was read."""
        if not (inside and self._is_among_many):
            return None
        self._reader.read = list(self._read.values())
        return self._reader.in_whole(*self._ids, alone=True)

    @property
    def _is_among_many(self) -> bool:
        return bool(self._read) and self._weights is not None and self._weights.among_many is not None

    def _not_candidate(self) -> WhyNot:
        (i,), (j,) = self._ids
        left, right = self._comparison.left, self._comparison.right
        mine, theirs = left.sentences[i], right.sentences[j]
        if not self._tables.may_pair(mine, theirs):
            return WhyNot(Why.ROWS if self._tables.is_row(0, i) and self._tables.is_row(1, j) else Why.ROW_IN_TEXT)
        (one,), (other,) = profiles([mine], left.language, [theirs], right.language)
        shared = sum(anchor in other.anchors for anchor in one.anchors)
        wording = wording_in_common(mine.text, theirs.text)
        is_much = wording >= _MUCH_WORDING or shared >= _MANY_SHARED
        why = Why.OTHERS_NEARER if is_much else Why.NOT_CANDIDATE
        return WhyNot(why, (("wording", f"{wording:.4f}"), ("shared", str(shared))))

    def _evidence(self, inside: Sequence[Read], said: EntailmentPair | None) -> Evidence:
        sentences = [
            " ".join(statement.sentences[i].text for i in ids)
            for statement, ids in zip((self._comparison.left, self._comparison.right), self._ids, strict=True)
        ]
        standing, score = None, self._score
        if self._is_among_many and inside:
            standing = Standing(max(each.before for each in inside), min(each.ranks for each in inside))
            score = max(each.after / (1 + each.after) for each in inside)
        left, right = self._reader.passages(*self._ids)
        return gather(
            read(left),
            read(right),
            self._lexicon,
            score=score,
            similarity=wording_in_common(*sentences),
            entailment=said,
            standing=standing,
            in_whole=None if standing is None else self._in_whole(inside),
        )

    def _unshown(self, decision: Decision, link: Link | None) -> Iterator[WhyNot]:
        """Why a pair that was judged is no link."""
        if link is not None:
            return
        many = None
        if self._weights is not None and self._is_among_many:
            many = self._weights.many(in_whole=self._reader.reads_whole)
        if many is not None and decision.verdict is Verdict.UNCLEAR and decision.bears < many.least_to_bear:
            yield _with_chance(Why.OTHER_CLAIM, decision.bears, many.least_to_bear)
        if decision.verdict is Verdict.CONTRADICTION:
            for side, (i,) in zip(Side, self._ids, strict=True):
                number = sum(
                    i in (each.left if side is Side.LEFT else each.right)
                    for each in self._comparison.links
                    if each.verdict is Verdict.CONTRADICTION
                )
                if number >= MOST_CONTRADICTIONS:
                    yield WhyNot(Why.TOO_MANY, (("side", side.value),))

    def _facts(self, evidence: Evidence) -> Iterator[WhyNot]:
        told: set[str] = set()
        for fact in sorted(evidence.facts, key=lambda each: -each.strength):
            if fact.relation is Relation.OTHER and fact.strength >= _TOLD and fact.rule not in told:
                told.add(fact.rule)
                yield WhyNot(Why.OTHER_MATTER, fact=self._in_sources(fact, evidence))

    def _in_sources(self, fact: Fact, evidence: Evidence) -> Reason:
        sides = (
            (fact.left, evidence.left.passage, self._comparison.left.source.text),
            (fact.right, evidence.right.passage, self._comparison.right.source.text),
        )
        left, right = (
            None if span is None else widened(text, passage.in_source(span)) for span, passage, text in sides
        )
        return Reason(fact.kind, left, right, fact.rule, fact.params)

    def _below(self, evidence: Evidence, decision: Decision) -> WhyNot | None:
        """The likeliest verdict with the chance that it lacks; None where none is near, or none lacks a chance."""
        preset = self._options.preset
        if self._weights is None or evidence.entailment is None:
            least = {
                Verdict.CONTRADICTION: THRESHOLDS[preset].conflict,
                Verdict.AGREEMENT: THRESHOLDS[preset].agreement,
            }
            near = [(chance, verdict) for verdict, chance in by_rules(evidence).items() if verdict in least]
        else:
            table = table_for(evidence, self._weights)
            enough = table.enough[preset]
            least = {
                Verdict.CONTRADICTION: enough.to_contradict(evidence),
                Verdict.AGREEMENT: enough.agreement,
                Verdict.QUALIFIED: enough.qualified,
            }
            chances = table.chances(features(evidence))
            near = [(chance, verdict) for verdict, chance in chances.items() if verdict in least]
        near = [(chance, verdict) for chance, verdict in near if chance < least[verdict]]
        if not near or decision.rule == "nothing_said":
            return None
        chance, verdict = max(near)
        return _with_chance(Why.BELOW, chance, least[verdict], verdict)


def _neutral(said: EntailmentPair) -> WhyNot:
    chance = min(said.forward.neutral, said.backward.neutral)
    return WhyNot(Why.NEUTRAL, (("chance", f"{chance:.4f}"),))


def _with_chance(why: Why, chance: float, least: float, verdict: Verdict | None = None) -> WhyNot:
    params = (("chance", f"{chance:.4f}"), ("least", f"{least:.4f}"))
    return WhyNot(why, params if verdict is None else (("verdict", verdict.value), *params))
