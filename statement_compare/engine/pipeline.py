"""The whole way from two sources to a comparison: segment, align, judge."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from statement_compare.engine.align import Alignment, align, paired_by
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.annotate.reading import Passage, lone_passage, read
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS
from statement_compare.engine.candidate_links import candidate_links, chance
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.general_denials import general_denials
from statement_compare.engine.leaning_pairs import judged_alone
from statement_compare.engine.model import (
    MAY_CONTRADICT,
    CompareOptions,
    Comparison,
    EntailmentPair,
    InWholePair,
    Judged,
    Link,
    Nearest,
    Preset,
    Reason,
    Side,
    Source,
    Span,
    Statement,
)
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.signature import sign
from statement_compare.engine.table_links import with_tables
from statement_compare.engine.text.graphemes import widened
from statement_compare.engine.text.language import guess
from statement_compare.engine.text.segment import segment
from statement_compare.engine.text.tokens import TokenKind, tokens
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.verdict.answered_dates import with_answered_dates
from statement_compare.engine.verdict.decide import Decision, Evidence, Standing
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.explain import explained
from statement_compare.engine.verdict.judge import gather, judge
from statement_compare.engine.verdict.links import JudgedPair, chosen
from statement_compare.engine.verdict.tables import weighed_by, weights_of
from statement_compare.engine.verdict.weights import Weights

_PARTIAL_INTERVAL_S = 1.0
# Links whose words are looked for together; the first are shown when they are found.
_JUDGED_TOGETHER = 16

T = TypeVar("T")


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
    sides = cut(left, right, options, progress)
    return compare_statements(*sides, options, models, progress, on_partial)


def cut(
    left: Source, right: Source, options: CompareOptions, progress: Progress = SILENT
) -> tuple[Statement, Statement]:
    """Both sources as sentences, as `compare_statements` takes them: they stay the same whichever model judges."""
    first, second = (
        segment(source, language, sentences_per_line=options.sentences_per_line, progress=progress)
        for source, language in zip((left, right), options.languages, strict=True)
    )
    return first, second


def compare_statements(
    left: Statement,
    right: Statement,
    options: CompareOptions,
    models: Models = NO_MODELS,
    progress: Progress = SILENT,
    on_partial: Callable[[Comparison], None] | None = None,
) -> Comparison:
    """As `compare`, of statements that are cut into sentences already."""
    used = models.for_languages(left.language, right.language) if options.use_model else NO_MODELS
    reader = PairReader(left, right, used, progress)
    tables = TableRows(left, right)
    alignments = align(
        left,
        right,
        used.encoder,
        progress,
        multilingual=used.multilingual,
        rerank=reader.rerank(),
        tables=tables,
    )
    signature = sign(options, used, weighed_by(used), (left.source.text, right.source.text))
    judge_role = used.judge_for(left.language, right.language)
    encoder_roles = paired_by(left, right, used.encoder, used.multilingual, tables)

    def tell(links: Sequence[Link]) -> None:
        if on_partial is not None:
            on_partial(Comparison(left, right, tuple(links), (), (), signature, judge_role, encoder_roles))

    links, bears = _linked(reader, alignments, tables, options, progress, tell)
    linked_left = {i for link in links for i in link.left}
    linked_right = {i for link in links for i in link.right}
    only_left = tuple(s.id for s in left.sentences if s.id not in linked_left)
    only_right = tuple(s.id for s in right.sentences if s.id not in linked_right)
    nearest = _nearest(bears, only_left, only_right)
    found = Comparison(left, right, links, only_left, only_right, signature, judge_role, encoder_roles, nearest)
    return replace(found, denials=general_denials(found))


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
    passages = [
        (
            lone_passage(left, options.languages[0] or guess(left)),
            lone_passage(right, options.languages[1] or guess(right)),
        )
        for left, right in pairs
    ]
    cases = [
        _Case(left, right, wording_in_common(left.text, right.text), entailment, weights=_weights(used, left, right))
        for (left, right), entailment in zip(passages, entail(passages, used, progress), strict=True)
    ]
    decided = _decided(cases, BundledLexicon(used.encoder), options.preset, progress)
    measured = {each.role: each.is_measured for each in weighed_by(used)}
    judged: list[Judged] = []
    for some in _in_batches(decided):
        for evidence, decision in explained(some, used, progress):
            texts = evidence.left.text, evidence.right.text
            is_measured = measured.get(used.judge_for(evidence.left.language, evidence.right.language))
            judged.append(Judged(*texts, _link((0,), (0,), evidence, decision, texts), is_measured))
    return judged


@dataclass(frozen=True, slots=True)
class _Case:
    """A pair that is to be judged. `score` and `standing` are None for one that a person put together."""

    left: Passage
    right: Passage
    similarity: float
    entailment: EntailmentPair | None
    weights: Weights | None
    score: float | None = None
    standing: Standing | None = None
    in_whole: InWholePair | None = None


def _weights(models: Models, left: Passage, right: Passage) -> Weights | None:
    return weights_of(models, left.language, right.language)


def _decided(
    cases: Sequence[_Case], lexicon: BundledLexicon, preset: Preset, progress: Progress
) -> list[tuple[Evidence, Decision]]:
    """What is known of each case and its verdict, in order; reports as "judge"."""
    decided: list[tuple[Evidence, Decision]] = []
    reading = cache(read)  # one sentence stands in many pairs
    for some in _in_batches(cases):
        lexicon.expect(content_words([(case.left, case.right) for case in some]))
        for case in some:
            progress.report("judge", len(decided), len(cases))
            evidence = gather(
                reading(case.left),
                reading(case.right),
                lexicon,
                score=case.score,
                similarity=case.similarity,
                entailment=case.entailment,
                standing=case.standing,
                in_whole=case.in_whole,
            )
            decided.append((evidence, judge(evidence, preset, case.weights)))
    return decided


def _linked(
    reader: PairReader,
    alignments: Sequence[Alignment],
    tables: TableRows,
    options: CompareOptions,
    progress: Progress,
    tell: Callable[[Sequence[Link]], None],
) -> tuple[tuple[Link, ...], dict[tuple[int, int], float]]:
    """The links of two statements: of all pairs that were read, those whose verdict makes them one (`links.chosen`).

    And, for every pair of two sentences that was read, the chance that both speak of one claim.
    """
    candidates = candidate_links(reader, alignments)
    said = reader.entailments([(each.left, each.right) for each in candidates])
    weights = reader.weights
    cases = [
        _Case(
            *reader.passages(each.left, each.right),
            each.similarity,
            entailment,
            weights,
            each.score,
            each.standing,
            None if each.standing is None else reader.in_whole(each.left, each.right),
        )
        for each, entailment in zip(candidates, said, strict=True)
    ]
    lexicon = BundledLexicon(reader.models.encoder)
    decided = _decided(cases, lexicon, options.preset, progress)
    pairs = [((each.left, each.right), evidence) for each, (evidence, _) in zip(candidates, decided, strict=True)]
    for index, evidence in with_answered_dates(pairs).items():
        decided[index] = evidence, judge(evidence, options.preset, weights)
    for index, judged in judged_alone(reader, candidates, decided, options.preset, progress).items():
        decided[index] = judged
    of_tables: frozenset[int] = frozenset()
    if tables.has_rows:
        candidates, decided, of_tables = with_tables(reader, tables, lexicon, candidates, decided, progress)
    kept: Sequence[int] = range(len(candidates))
    bears = {each.pair: chance(each.after) for each in reader.read}
    many = weights.many(in_whole=reader.reads_whole) if weights is not None and reader.links_many else None
    if many is not None:
        weighed = [
            JudgedPair(
                each.left,
                each.right,
                decision.verdict,
                decision.confidence,
                decision.bears,
                each.is_aligned,
                decision.leaning >= MAY_CONTRADICT,
            )
            for each, (_, decision) in zip(candidates, decided, strict=True)
        ]
        # What is told of tables stands, however many cells of one row are answered in several.
        kept = sorted({*chosen(weighed, many.least_to_bear), *of_tables})
        # What was hopeless keeps the chance that pairing gave it: no facts were looked for.
        bears |= {(p.left[0], p.right[0]): p.bears for p in weighed if len(p.left) * len(p.right) == 1}
    texts = reader.left.source.text, reader.right.source.text
    links: list[Link] = []
    told_at = time.monotonic()
    for some in _in_batches(kept):
        if links and time.monotonic() - told_at >= _PARTIAL_INTERVAL_S:
            tell(links)
            told_at = time.monotonic()
        progress.report("judge", len(candidates), len(candidates))
        for index, (evidence, decision) in zip(
            some, explained([decided[i] for i in some], reader.models, progress), strict=True
        ):
            each = candidates[index]
            links.append(_link(each.left, each.right, evidence, decision, texts))
    progress.report("judge", len(candidates), len(candidates))
    return tuple(sorted(links, key=lambda link: (link.left, link.right))), bears


def _nearest(
    bears: Mapping[tuple[int, int], float], only_left: Sequence[int], only_right: Sequence[int]
) -> tuple[Nearest, ...]:
    """For each sentence in no link the one of the other side with the best chance; of equals the first."""
    found = []
    for side, alone in ((Side.LEFT, only_left), (Side.RIGHT, only_right)):
        mine = 0 if side is Side.LEFT else 1
        best: dict[int, tuple[float, int]] = {}
        for pair, likely in bears.items():
            sentence, other = pair[mine], -pair[1 - mine]
            best[sentence] = max(best.get(sentence, (likely, other)), (likely, other))
        found += [Nearest(side, i, -best[i][1], _shown(best[i][0])) for i in alone if i in best]
    return tuple(found)


def _link(
    left: tuple[int, ...], right: tuple[int, ...], evidence: Evidence, decision: Decision, texts: tuple[str, str]
) -> Link:
    """What a comparison says of the sentences with these ids; `texts` are those of the sources."""
    return Link(
        left,
        right,
        _shown(evidence.similarity),
        decision.verdict,
        _shown(decision.confidence),
        _reasons(evidence, decision, texts),
        evidence.entailment,
        _shown(decision.leaning),
    )


def _in_batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + _JUDGED_TOGETHER] for start in range(0, len(items), _JUDGED_TOGETHER))


def content_words(passages: Sequence[tuple[Passage, Passage]]) -> set[str]:
    """The words of pairs of passages whose meanings may be compared."""
    return {
        token.lower
        for pair in passages
        for passage in pair
        for token in tokens(passage.text, passage.language)
        if token.kind is TokenKind.WORD and token.lower not in FUNCTION_WORDS.get(passage.language, frozenset())
    }


def _reasons(evidence: Evidence, decision: Decision, texts: tuple[str, str]) -> tuple[Reason, ...]:
    """The facts that carry a decision, with their spans moved into the sources, where they hold whole characters."""
    return tuple(
        Reason(
            fact.kind,
            _in_source(fact.left, evidence.left.passage, texts[0]),
            _in_source(fact.right, evidence.right.passage, texts[1]),
            fact.rule,
            fact.params,
        )
        for fact in decision.facts
    )


def _in_source(span: Span | None, passage: Passage, text: str) -> Span | None:
    return None if span is None else widened(text, passage.in_source(span))


def _shown(value: float) -> float:
    """Figures as they are shown and written: four places, so that they do not depend on the last bit."""
    return round(value, 4)
