"""Which sentences of two statements speak of the same fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.engine.align.assign import best_matching, weights
from statement_compare.engine.align.candidates import DEFAULT_LIMITS, Limits, candidates, told_again
from statement_compare.engine.align.groups import Side, grown
from statement_compare.engine.align.meaning import asked, vectors_of
from statement_compare.engine.align.profile import profiles
from statement_compare.engine.align.rerank import Rerank, Weighing
from statement_compare.engine.align.score import (
    Judgement,
    against_rivals,
    all_evidence,
    confidence,
    odds,
)
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.model import Sentence, Statement
from statement_compare.engine.models import Encoder
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.roles import frames_statement
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.errors import UnreadableFileError

_LINKS_A_REPORT = 256

__all__ = ["Alignment", "align", "paired_by", "wording_in_common"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentence ids of both sides that belong together.

    `similarity` is the wording in common, `score` how sure it is that both sides speak of the same fact; 0 to 1 each.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    score: float


def align(
    left: Statement,
    right: Statement,
    encoder: Encoder | None,
    progress: Progress = SILENT,
    *,
    multilingual: Encoder | None = None,
    rerank: Rerank | None = None,
    tables: TableRows | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Alignment, ...]:
    """The alignments of two statements in the order of the left one; a sentence stands in at most one of them.

    Rows of tables are not aligned with each other: `tables` pairs them by the names of rows and columns.

    Links may cross. An encoder is used where it covers both languages; `multilingual` is a second one, which serves
    other languages and gives a second opinion on short statements. With a `rerank` the likeliest pairs of each
    sentence are read together before links are chosen. The same statements, encoders and limits give the
    same alignments, whatever the machine has of cores. Raises Cancelled from `progress`, and UnreadableFileError for a
    statement with more sentences than `limits` allow.
    """
    for statement in (left, right):
        _refuse_unless_bounded(statement, limits)
    tables = TableRows(left, right) if tables is None else tables
    sides = (_alignable(left, tables, 0), _alignable(right, tables, 1))
    if not sides[0] or not sides[1]:
        return ()
    progress.report("align", 0, 1)
    first, second = profiles(sides[0], left.language, sides[1], right.language, progress)
    languages = (left.language, right.language)
    vectors, kind = vectors_of(sides, languages, (encoder, multilingual), limits, progress)
    found = candidates(first, second, vectors, limits, progress, background=kind.background)
    if tables.has_rows:
        found = found.only(lambda i, j: tables.may_pair(sides[0][i], sides[1][j]))
    pair_odds = [odds(each, kind.weights) for each in all_evidence(first, second, found, progress)]
    texts = ([p.text for p in first], [p.text for p in second])
    judging: Judgement | Weighing = kind
    if rerank is not None:
        ids = ([s.id for s in sides[0]], [s.id for s in sides[1]])
        again = rerank.odds(found.pairs, pair_odds, ids, told_again(*texts))
        if again is not None:
            pair_odds, judging = again, rerank.weighing
    chances = against_rivals(found.pairs, pair_odds, texts)
    equal = {(i, j) for i, j in found.pairs if first[i].text == second[j].text}
    matched = best_matching(weights(found.pairs, chances, judging.least, equal), progress)
    by_pair = dict(zip(found.pairs, chances, strict=True))
    alone = {pair: value / (1 + value) for pair, value in zip(found.pairs, pair_odds, strict=True)}
    groups = grown(
        matched, (Side(sides[0], left.language), Side(sides[1], right.language)), alone, judging.least_to_join
    )
    result = []
    for lefts, rights in progress.over("align", groups, _LINKS_A_REPORT):
        core = next((i, matched[i]) for i in lefts if matched.get(i) in rights)
        result.append(
            Alignment(
                tuple(sides[0][i].id for i in lefts),
                tuple(sides[1][j].id for j in rights),
                wording_in_common(_joined(sides[0], lefts), _joined(sides[1], rights)),
                confidence(by_pair[core], judging.steep, judging.middle),
            )
        )
    progress.report("align", 1, 1)
    return tuple(sorted(result, key=lambda each: (each.left, each.right)))


def paired_by(
    left: Statement,
    right: Statement,
    encoder: Encoder | None,
    multilingual: Encoder | None = None,
    tables: TableRows | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[str, ...]:
    """Which of its encoders `align` asks about two statements: "encoder", "multilingual", both or none."""
    tables = TableRows(left, right) if tables is None else tables
    sentences = len(_alignable(left, tables, 0)) + len(_alignable(right, tables, 1))
    chosen = asked((encoder, multilingual), (left.language, right.language), sentences, limits)
    return tuple(role for role, model in zip(("encoder", "multilingual"), chosen, strict=True) if model is not None)


def _refuse_unless_bounded(statement: Statement, limits: Limits) -> None:
    number, most = len(statement.sentences), limits.most_sentences
    if number > most:
        name = statement.source.path or "the pasted text"
        raise UnreadableFileError(
            "align.too_long",
            f"{name} has {number:,} sentences; up to {most:,} a side can be compared. Compare it in parts.",
            path=name,
            sentences=f"{number:,}",
            limit=f"{most:,}",
        )


def _alignable(statement: Statement, tables: TableRows, side: int) -> list[Sentence]:
    return [
        sentence
        for sentence in statement.sentences
        if any(c.isalnum() for c in sentence.text)
        and not frames_statement(sentence.text, sentence.role)
        and not tables.is_header(side, sentence.id)
    ]


def _joined(sentences: Sequence[Sentence], indices: Sequence[int]) -> str:
    return " ".join(sentences[index].text for index in indices)
