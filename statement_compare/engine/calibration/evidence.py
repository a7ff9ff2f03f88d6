"""What is known of labelled pairs once a model has read them: each is asked once, and all in one run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from statement_compare.engine.align import align, wording_in_common
from statement_compare.engine.align.assign import Pair
from statement_compare.engine.align.rerank import Read, Rerank, Weighing, bearing
from statement_compare.engine.annotate.reading import Passage, lone_passage
from statement_compare.engine.annotate.reading import read as reading_of
from statement_compare.engine.calibration.labelled import Dispute, Labelled, LonePair
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import EntailmentPair, Verdict
from statement_compare.engine.models import EntailmentModel, Models
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.pipeline import content_words
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.decide import Evidence, Standing
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.features import Features, features, of_score
from statement_compare.engine.verdict.judge import gather

ENGLISH = "en"
NEUTRAL = Weighing(0.0, 1.0, 0.0, 0.02, 0.5, 1.0, 0.0)
"""A second look that changes nothing, for as long as none is fitted."""
_GATHERED_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class LoneRow:
    """A pair that no alignment brought together."""

    group: str
    verdict: Verdict
    evidence: Evidence
    features: Features
    is_english: bool


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A candidate pair of a dispute that was read.

    `place` are its indices among the sentences that are aligned, `ids` those of the sentences. `odds` are those before
    it was read, `bears` the log odds that one bears on the other. Evidence and features have no score: that is for a
    second look.
    """

    place: Pair
    ids: tuple[int, int]
    odds: float
    bears: float
    gold: str
    evidence: Evidence
    features: Features

    @property
    def is_link(self) -> bool:
        """Whether both speak of one claim, by the gold or defensibly."""
        return self.gold not in ("", "!")

    def seen_by(self, weighing: Weighing) -> Evidence:
        """The evidence, with the score that a second look gives."""
        odds = weighing.again(self.odds, self.bears)
        return self.scored(odds / (1 + odds))

    def scored(self, score: float) -> Evidence:
        return replace(self.evidence, score=score)

    def features_of(self, scored: Evidence) -> Features:
        """The features of this evidence with a score."""
        return self.features | of_score(scored)


@dataclass(frozen=True, slots=True)
class DisputeRows:
    """A dispute with all its candidate pairs (`places` and `odds`) and those of them that were read.

    `texts` are those of the aligned sentences of both sides.
    """

    dispute: Dispute
    places: tuple[Pair, ...]
    odds: tuple[float, ...]
    texts: tuple[tuple[str, ...], tuple[str, ...]]
    rows: tuple[ReadRow, ...]

    @property
    def name(self) -> str:
        return self.dispute.name


@dataclass(frozen=True, slots=True)
class Rows:
    lone: tuple[LoneRow, ...]
    disputes: tuple[DisputeRows, ...]


@dataclass(frozen=True, slots=True)
class _Recording(Rerank):
    """Keeps what the aligner would have read again, and leaves all odds as they are."""

    seen: list[tuple[tuple[Pair, ...], tuple[float, ...], tuple[Sequence[int], Sequence[int]]]] = field(
        default_factory=list
    )

    def odds(
        self,
        pairs: Sequence[Pair],
        odds: Sequence[float],
        ids: tuple[Sequence[int], Sequence[int]],
        always: Collection[Pair] = (),  # noqa: ARG002 - equal sentences teach a table nothing
    ) -> None:
        self.seen.append((tuple(pairs), tuple(odds), ids))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A dispute before a model has read it: `chosen` are the ids of the pairs that it is to read."""

    dispute: Dispute
    places: tuple[Pair, ...]
    odds: tuple[float, ...]
    ids: tuple[Sequence[int], Sequence[int]]
    chosen: tuple[Pair, ...]
    passages: tuple[tuple[Passage, Passage], ...]


def read(labelled: Labelled, model: EntailmentModel, encoders: Models, progress: Progress = SILENT) -> Rows:
    """All pairs whose languages the model reads, with what it says of them.

    `encoders` pair the sentences of disputes.
    """
    models = replace(encoders, entailment=model, multilingual_entailment=None, second_opinion=True)
    pairs = [pair for pair in labelled.pairs if all(model.covers(language) for language in pair.languages)]
    disputes = [_asked(d, models) for d in labelled.disputes if all(model.covers(each) for each in d.languages)]
    lone = [tuple(map(lone_passage, (pair.left, pair.right), pair.languages)) for pair in pairs]
    passages = [(left, right) for left, right in lone] + [each for asked in disputes for each in asked.passages]
    said = entail(passages, models, progress)
    standings: list[Standing | None] = [None] * len(pairs)
    reads: list[list[Read]] = []
    start = len(pairs)
    for asked in disputes:
        here = dict(zip(asked.chosen, said[start : start + len(asked.chosen)], strict=True))
        start += len(asked.chosen)
        found = {each.pair: each for each in _read_again(asked, here)}
        reads.append([found[pair] for pair in asked.chosen])
        standings += [Standing(each.before, each.ranks) for each in reads[-1]]
    evidence = _gathered(passages, said, standings, models, progress)
    rows = tuple(_lone_row(pair, each) for pair, each in zip(pairs, evidence[: len(pairs)], strict=True))
    result = []
    start = len(pairs)
    for asked, some in zip(disputes, reads, strict=True):
        result.append(_dispute_rows(asked, some, evidence[start : start + len(some)]))
        start += len(some)
    return Rows(rows, tuple(result))


def _asked(dispute: Dispute, models: Models) -> _Asked:
    """The candidate pairs of a dispute, and those of them that the program would have read."""
    left, right = dispute.statements
    used = models.for_languages(left.language, right.language)
    recording = _Recording(lambda pairs: [None] * len(pairs), NEUTRAL)
    align(left, right, used.encoder, multilingual=used.multilingual, rerank=recording)
    reader = PairReader(left, right, models)
    if not recording.seen:
        return _Asked(dispute, (), (), ((), ()), (), ())
    places, odds, ids = recording.seen[0]
    chosen: list[Pair] = []

    def choose(pairs: Sequence[Pair]) -> list[None]:
        chosen.extend(pairs)
        return [None] * len(pairs)

    Rerank(choose, NEUTRAL, is_wide=True).odds(places, odds, ids)
    passages = tuple(reader.passages((i,), (j,)) for i, j in chosen)
    return _Asked(dispute, places, odds, ids, tuple(chosen), passages)


def _read_again(asked: _Asked, said: dict[Pair, EntailmentPair | None]) -> list[Read]:
    noted: list[Read] = []
    look = Rerank(lambda pairs: [said[pair] for pair in pairs], NEUTRAL, noted.extend, is_wide=True)
    look.odds(asked.places, asked.odds, asked.ids)
    return noted


def _gathered(
    passages: Sequence[tuple[Passage, Passage]],
    said: Sequence[EntailmentPair | None],
    standings: Sequence[Standing | None],
    models: Models,
    progress: Progress,
) -> list[Evidence]:
    lexicon = BundledLexicon(models.encoder)
    reading = cache(reading_of)  # one sentence stands in many pairs
    found = []
    for start in progress.over("judge", range(0, len(passages), _GATHERED_TOGETHER), 1):
        some = slice(start, start + _GATHERED_TOGETHER)
        lexicon.expect(content_words(passages[some]))
        for (left, right), entailment, standing in zip(passages[some], said[some], standings[some], strict=True):
            similarity = wording_in_common(left.text, right.text)
            found.append(
                gather(
                    reading(left),
                    reading(right),
                    lexicon,
                    score=None,
                    similarity=similarity,
                    entailment=entailment,
                    standing=standing,
                )
            )
    return found


def _lone_row(pair: LonePair, evidence: Evidence) -> LoneRow:
    return LoneRow(pair.group, pair.verdict, evidence, features(evidence), set(pair.languages) == {ENGLISH})


def _dispute_rows(asked: _Asked, reads: Sequence[Read], evidence: Sequence[Evidence]) -> DisputeRows:
    indices = [{id_: index for index, id_ in enumerate(side)} for side in asked.ids]
    rows = tuple(
        ReadRow(
            (indices[0][each.pair[0]], indices[1][each.pair[1]]),
            each.pair,
            each.before,
            bearing(known.entailment),
            asked.dispute.gold(*each.pair),
            known,
            features(known),
        )
        for each, known in zip(reads, evidence, strict=True)
        if known.entailment is not None
    )
    texts = tuple(
        tuple(statement.sentences[id_].text for id_ in side)
        for statement, side in zip(asked.dispute.statements, asked.ids, strict=True)
    )
    return DisputeRows(asked.dispute, asked.places, asked.odds, (texts[0], texts[1]), rows)
