"""What a model says of pairs of sentences of two statements: pairing and judging ask the same, and each pair once."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.align.rerank import Read, Rerank
from statement_compare.engine.annotate.reading import Passage, passage_of
from statement_compare.engine.model import EntailmentPair, InWholePair, Statement
from statement_compare.engine.models import Models, WholeModel
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.context import without_numbers
from statement_compare.engine.verdict.entail import entail
from statement_compare.engine.verdict.tables import weights_of
from statement_compare.engine.verdict.voices import voices
from statement_compare.engine.verdict.weights import Weights
from statement_compare.engine.whole_reading import WholeReadings, read_in_whole


class PairReader:
    """The passages of two statements, and what the entailment model says of pairs of them: each is asked once.

    `read` holds the pairs of one sentence with one that were read before links were chosen.
    """

    def __init__(self, left: Statement, right: Statement, models: Models, progress: Progress = SILENT) -> None:
        self.left, self.right = left, right
        self.models = models
        self._voices = voices(left, right)
        self._progress = progress
        self._said: dict[tuple[tuple[int, ...], tuple[int, ...]], EntailmentPair | None] = {}
        self.read: list[Read] = []
        self._in_whole: WholeReadings | None = None

    @property
    def weights(self) -> Weights | None:
        """How the answers of the model that reads these two languages are weighed; None where none does."""
        return weights_of(self.models, self.left.language, self.right.language)

    @property
    def links_many(self) -> bool:
        """Whether pairs were read that a table for pairs among many can weigh: of too many sentences none are."""
        return bool(self.read) and self.weights is not None and self.weights.among_many is not None

    def rerank(self) -> Rerank | None:
        weights = self.weights
        if weights is None:
            return None
        return Rerank(
            lambda pairs: self.entailments([((i,), (j,)) for i, j in pairs]),
            weights.pairing,
            self.read.extend,
            is_wide=weights.among_many is not None,
        )

    def passages(self, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[Passage, Passage]:
        return passage_of(self.left, left, self._voices[0]), passage_of(self.right, right, self._voices[1])

    def entailments(self, pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> list[EntailmentPair | None]:
        missing = [pair for pair in dict.fromkeys(pairs) if pair not in self._said]
        answers = entail([self.passages(*pair) for pair in missing], self.models, self._progress)
        self._said |= dict(zip(missing, answers, strict=True))
        return [self._said[pair] for pair in pairs]

    @property
    def reads_whole(self) -> bool:
        """Whether the model that judges was asked of sentences within both statements."""
        return bool(self._in_whole)

    def in_whole(self, left: tuple[int, ...], right: tuple[int, ...], *, alone: bool = False) -> InWholePair | None:
        """What the model says of a pair where it reads each sentence with the other statement; None where it does not.

        All sentences are read at the first question, but for one that asks `alone`.
        """
        if self._in_whole is None:
            is_weighed = self.weights is not None and self.weights.reads_whole
            self._in_whole = self.read_in_whole((left, right) if alone else None) if is_weighed else WholeReadings()
        return self._in_whole.of(left, right)

    def read_in_whole(self, only: tuple[Sequence[int], Sequence[int]] | None = None) -> WholeReadings:
        """What the model says of all sentences, or of those of `only`, each read with the other statement.

        Nothing where it has not learnt to read so, and where too many sentences stand there for pairs to be read.
        """
        model = self.models.entailment_for(self.left.language, self.right.language)
        if not self.read or not isinstance(model, WholeModel):
            return WholeReadings()
        texts = tuple(
            {i: without_numbers(passage_of(side, (i,), voice)) for i in sorted({each.pair[at] for each in self.read})}
            for at, (side, voice) in enumerate(zip((self.left, self.right), self._voices, strict=True))
        )
        return read_in_whole(model, (texts[0], texts[1]), self.read, only, self._progress)
