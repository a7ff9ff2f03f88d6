"""Which sentences of two statements may become a link: what was aligned, and what a model read and found likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.engine.align import Alignment, wording_in_common
from statement_compare.engine.align.rerank import Read
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.model import EntailmentPair, InWholePair, Role
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.verdict.decide import Standing

# A pair that the model finds neutral both ways, and that is unlikely to be about one fact: no facts are looked for.
_SURELY_NEUTRAL, _HARDLY_RELATED = 0.93, 0.05
# The same of a pair that it read within both statements, in the direction in which it is less sure.
_SURELY_NOTHING = 0.8


@dataclass(frozen=True, slots=True)
class CandidateLink:
    """Sentence ids that may become a link. `standing` is None where the pair was not read among others."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    score: float
    standing: Standing | None
    is_aligned: bool

    def holds_row(self, tables: TableRows) -> bool:
        """Whether the row of a table stands in it."""
        return any(tables.is_row(0, i) for i in self.left) or any(tables.is_row(1, j) for j in self.right)


def candidate_links(reader: PairReader, alignments: Sequence[Alignment]) -> list[CandidateLink]:
    """The aligned pairs and, where pairs are weighed among many, every one that was read and is not hopeless.

    Two equal headings are none: that both statements have a part "Background" is nothing that they agree in.
    """
    return [each for each in _all_candidates(reader, alignments) if not _are_equal_headings(reader, each)]


def _are_equal_headings(reader: PairReader, each: CandidateLink) -> bool:
    """Whether both are headings of the same words; one with a figure says something ("40 jobs are saved")."""
    if len(each.left) * len(each.right) != 1:
        return False
    left, right = reader.left.sentences[each.left[0]], reader.right.sentences[each.right[0]]
    if not left.role is right.role is Role.HEADING or any(c.isdigit() for c in left.text):
        return False
    return left.text.casefold().split() == right.text.casefold().split()


def _all_candidates(reader: PairReader, alignments: Sequence[Alignment]) -> list[CandidateLink]:
    if not reader.links_many:
        return [CandidateLink(a.left, a.right, a.similarity, a.score, None, True) for a in alignments]
    read = {each.pair: each for each in reader.read}
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], CandidateLink] = {}
    for each in alignments:
        inside = [read[i, j] for i in each.left for j in each.right if (i, j) in read]
        found[each.left, each.right] = CandidateLink(
            each.left,
            each.right,
            each.similarity,
            max((chance(r.after) for r in inside), default=each.score),
            Standing(max(r.before for r in inside), min(r.ranks for r in inside)) if inside else None,
            is_aligned=True,
        )
    for (i, j), one in read.items():
        pair = (i,), (j,)
        if pair not in found and not is_hopeless(one, reader.entailments([pair])[0], reader.in_whole(*pair)):
            similarity = wording_in_common(reader.left.sentences[i].text, reader.right.sentences[j].text)
            standing = Standing(one.before, one.ranks)
            found[(i,), (j,)] = CandidateLink((i,), (j,), similarity, chance(one.after), standing, is_aligned=False)
    return [found[pair] for pair in sorted(found)]


def chance(odds: float) -> float:
    return odds / (1 + odds)


def is_hopeless(read: Read, said: EntailmentPair | None, in_whole: InWholePair | None = None) -> bool:
    """Whether neither vectors nor the model see one claim in a pair: looking for facts, the slow part, is spared."""
    if said is None:
        return True
    if in_whole is not None and min(in_whole.forward.nothing, in_whole.backward.nothing) < _SURELY_NOTHING:
        return False
    neutral = min(said.forward.neutral, said.backward.neutral)
    return neutral > _SURELY_NEUTRAL and chance(read.after) < _HARDLY_RELATED
