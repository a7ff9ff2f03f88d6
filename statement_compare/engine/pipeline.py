"""The whole way from two sources to a comparison: segment, align, judge."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statement_compare.engine.align import Alignment, align
from statement_compare.engine.align.score import wording_in_common
from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    EntailmentPair,
    Link,
    Reason,
    Source,
    Statement,
    Verdict,
)
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.signature import sign
from statement_compare.engine.text.language import guess
from statement_compare.engine.text.segment import segment
from statement_compare.engine.text.tokens import TokenKind, tokens
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.explain import explained
from statement_compare.engine.verdict.facts.words import FUNCTION_WORDS
from statement_compare.engine.verdict.judge import gather, judge
from statement_compare.engine.verdict.lexicon import BundledLexicon
from statement_compare.engine.verdict.reading import Passage, lone_passage
from statement_compare.engine.verdict.weigh import weights_of

_PARTIAL_INTERVAL_S = 1.0
# Links whose words are looked for together; the first are shown when they are found.
_JUDGED_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair of sentences judged on its own; the spans of its reasons point into `left` and `right`."""

    left: str
    right: str
    verdict: Verdict
    confidence: float
    reasons: tuple[Reason, ...]
    similarity: float
    entailment: EntailmentPair | None


def compare(
    left: Source,
    right: Source,
    options: CompareOptions,
    models: Models = NO_MODELS,
    progress: Progress = SILENT,
    on_partial: Callable[[Comparison], None] | None = None,
) -> Comparison:
    """Pair the sentences of two sources and judge each pair; raises Cancelled when `progress` says so.

    While judging takes long, `on_partial` gets what is judged so far now and then: the first links, and nothing yet
    that is in no link.
    """
    first = _segment(left, options.languages[0], options, progress)
    second = _segment(right, options.languages[1], options, progress)
    used = models.for_languages(first.language, second.language) if options.use_model else NO_MODELS
    reader = PairReader(first, second, used, progress)
    alignments = align(
        first,
        second,
        used.encoder,
        progress,
        multilingual=used.multilingual,
        second_look=reader.second_look(),
    )
    links = _judge_all(reader, alignments, options, progress, on_partial)
    linked_left = {i for link in links for i in link.left}
    linked_right = {i for link in links for i in link.right}
    return Comparison(
        first,
        second,
        links,
        tuple(s.id for s in first.sentences if s.id not in linked_left),
        tuple(s.id for s in second.sentences if s.id not in linked_right),
        sign(options, used),
    )


def judge_pair(
    left: str,
    right: str,
    options: CompareOptions,
    models: Models = NO_MODELS,
) -> Judged:
    """Judge two sentences that a person put together; nothing is aligned."""
    return judge_pairs([(left, right)], options, models)[0]


def judge_pairs(
    pairs: Sequence[tuple[str, str]],
    options: CompareOptions,
    models: Models = NO_MODELS,
    progress: Progress = SILENT,
) -> list[Judged]:
    """Judge pairs of sentences in one batch, in their order."""
    used = models if options.use_model else NO_MODELS
    lexicon = BundledLexicon(used.encoder)
    passages = [
        (
            lone_passage(left, options.languages[0] or guess(left)),
            lone_passage(right, options.languages[1] or guess(right)),
        )
        for left, right in pairs
    ]
    entailments = entail(passages, used, progress)
    judged: list[Judged] = []
    for start in range(0, len(passages), _JUDGED_TOGETHER):
        decided: list[tuple[Evidence, Decision]] = []
        lexicon.expect(_content(passages[start : start + _JUDGED_TOGETHER]))
        for left, right in passages[start : start + _JUDGED_TOGETHER]:
            progress.report("judge", start + len(decided), len(passages))
            similarity = wording_in_common(left.text, right.text)
            entailment = entailments[start + len(decided)]
            evidence = gather(left, right, lexicon, score=None, similarity=similarity, entailment=entailment)
            decided.append((evidence, judge(evidence, options.preset, weights_of(used, left.language, right.language))))
        judged += [
            Judged(
                evidence.left.text,
                evidence.right.text,
                decision.verdict,
                _shown(decision.confidence),
                _reasons(decision, evidence.left.passage, evidence.right.passage),
                _shown(evidence.similarity),
                evidence.entailment,
            )
            for evidence, decision in explained(decided, used, progress)
        ]
    return judged


def _segment(source: Source, language: str, options: CompareOptions, progress: Progress) -> Statement:
    return segment(source, language, sentences_per_line=options.sentences_per_line, progress=progress)


def _judge_all(
    reader: PairReader,
    alignments: Sequence[Alignment],
    options: CompareOptions,
    progress: Progress,
    on_partial: Callable[[Comparison], None] | None,
) -> tuple[Link, ...]:
    lexicon = BundledLexicon(reader.models.encoder)
    entailments = reader.entailments([(found.left, found.right) for found in alignments])
    links: list[Link] = []
    told_at = time.monotonic()
    for start in range(0, len(alignments), _JUDGED_TOGETHER):
        if on_partial is not None and links and time.monotonic() - told_at >= _PARTIAL_INTERVAL_S:
            signature = sign(options, reader.models)
            on_partial(Comparison(reader.left, reader.right, tuple(links), (), (), signature))
            told_at = time.monotonic()
        some = alignments[start : start + _JUDGED_TOGETHER]
        passages = [reader.passages(found.left, found.right) for found in some]
        lexicon.expect(_content(passages))
        decided: list[tuple[Evidence, Decision]] = []
        for index, (found, entailment) in enumerate(zip(some, entailments[start:], strict=False)):
            progress.report("judge", start + index, len(alignments))
            first, second = passages[index]
            evidence = gather(
                first, second, lexicon, score=found.score, similarity=found.similarity, entailment=entailment
            )
            decided.append((evidence, judge(evidence, options.preset, reader.weights)))
        for found, (evidence, decision) in zip(some, explained(decided, reader.models, progress), strict=True):
            links.append(
                Link(
                    found.left,
                    found.right,
                    _shown(found.similarity),
                    decision.verdict,
                    _shown(decision.confidence),
                    _reasons(decision, evidence.left.passage, evidence.right.passage),
                    evidence.entailment,
                )
            )
    progress.report("judge", len(alignments), len(alignments))
    return tuple(links)


def _content(passages: Sequence[tuple[Passage, Passage]]) -> set[str]:
    """The words of pairs of passages whose meanings may be compared."""
    return {
        token.lower
        for pair in passages
        for passage in pair
        for token in tokens(passage.text, passage.language)
        if token.kind is TokenKind.WORD and token.lower not in FUNCTION_WORDS.get(passage.language, frozenset())
    }


def _reasons(decision: Decision, left: Passage, right: Passage) -> tuple[Reason, ...]:
    """The facts that carry a decision, with their spans moved into the sources."""
    return tuple(
        Reason(
            fact.kind,
            left.in_source(fact.left) if fact.left else None,
            right.in_source(fact.right) if fact.right else None,
            fact.rule,
            fact.params,
        )
        for fact in decision.facts
    )


def _shown(value: float) -> float:
    """Figures as they are shown and written: four places, so that they do not depend on the last bit."""
    return round(value, 4)
