"""What tables add to the pairs of sentences that are judged: rows that answer each other, and rows in running text."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.candidate_links import CandidateLink
from statement_compare.engine.facts.fact import Lexicon
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.verdict.cells import held_back, judge_mention, judge_rows
from statement_compare.engine.verdict.decide import Decision, Evidence

Judged = tuple[Evidence, Decision]


def with_tables(
    reader: PairReader,
    tables: TableRows,
    lexicon: Lexicon,
    candidates: Sequence[CandidateLink],
    decided: Sequence[Judged],
    progress: Progress = SILENT,
) -> tuple[list[CandidateLink], list[Judged], frozenset[int]]:
    """The pairs and what is said of them, those of tables behind the others, and which these are: no model is asked.

    A sentence that tells figures of a row is judged by these alone, whatever else it has in common with the row.
    Reports as "judge".
    """
    added: list[tuple[CandidateLink, Judged]] = []
    for pair in progress.over("judge", tables.pairs, 1):
        left, right = reader.passages(pair.left, pair.right)
        similarity = wording_in_common(left.text, right.text)
        link = CandidateLink(pair.left, pair.right, similarity, 1.0, None, is_aligned=True)
        added.append((link, judge_rows(pair, left, right, similarity, lexicon)))
    for found in tables.mentions(progress):
        left, right = reader.passages((found.left,), (found.right,))
        similarity = wording_in_common(left.text, right.text)
        judged = judge_mention(found, left, right, similarity, lexicon)
        if judged is not None:
            link = CandidateLink((found.left,), (found.right,), similarity, 1.0, None, is_aligned=True)
            added.append((link, judged))
    answered = {(i, j) for link, _ in added for i in link.left for j in link.right}
    kept = [
        (each, (evidence, held_back(evidence, decision) if each.holds_row(tables) else decision))
        for each, (evidence, decision) in zip(candidates, decided, strict=True)
        if not any((i, j) in answered for i in each.left for j in each.right)
    ]
    both = [*kept, *added]
    return [each for each, _ in both], [judged for _, judged in both], frozenset(range(len(kept), len(both)))
