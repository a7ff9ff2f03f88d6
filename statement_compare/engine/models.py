"""What the engine asks of a model: two protocols, so that any model, or a ten-line fake, can be passed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    # Only the types of what models answer: the window, which asks none, starts without it.
    import numpy as np
    from numpy.typing import NDArray

    from statement_compare.engine.verdict.weights import OwnTable


class Encoder(Protocol):
    """Sentence vectors for pairing; they see neither negation nor numbers, so they never judge."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), each of length 1. The same text gives the same vector."""
        ...

    def covers(self, language: str) -> bool:
        """Whether vectors of texts in this language (ISO 639-1) mean anything."""
        ...


class EntailmentModel(Protocol):
    """A cross-encoder that reads a premise and a hypothesis together."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3): entailment, neutral, contradiction; each row sums to 1."""
        ...

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        ...


@dataclass(frozen=True, slots=True)
class Clash:
    """What a model says of why two texts contradict each other.

    `kinds` maps names of kinds (`ReasonKind`) to probabilities. `premise` and `hypothesis` hold, for each piece of a
    word, where it stands in that text (code points, half-open) and how likely it is one of those that clash.
    """

    kinds: Mapping[str, float]
    premise: tuple[tuple[int, int, float], ...]
    hypothesis: tuple[tuple[int, int, float], ...]


@runtime_checkable
class ExplainingModel(EntailmentModel, Protocol):
    """An entailment model that has learnt which words clash, so that it need not be asked with words left out."""

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        """For each pair why it would be a contradiction, whether or not it is one."""
        ...


@runtime_checkable
class WholeModel(EntailmentModel, Protocol):
    """An entailment model that has learnt to read a sentence together with all sentences of another statement."""

    @property
    def longest_reading(self) -> int:
        """How many tokens all sentences of one reading may have."""
        ...

    def sizes(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text takes of a reading."""
        ...

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        """For each sentence with others, (len(others), 4): the chances of `InWhole` in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Models:
    """The models of one comparison; None where there is none.

    `multilingual` is an encoder for the languages that `encoder` does not cover; with a `second_opinion` short
    statements that both cover are read by both. `multilingual_entailment` judges pairs in languages that `entailment`
    does not cover. `is_own`: `entailment` is a model of a person's own. `tables` are those that were fitted to such
    models, by a model's SHA-256; for one that has none another model's stands in.
    """

    encoder: Encoder | None = None
    entailment: EntailmentModel | None = None
    multilingual: Encoder | None = None
    multilingual_entailment: EntailmentModel | None = None
    second_opinion: bool = True
    is_own: bool = False
    tables: Mapping[str, OwnTable] = field(default_factory=dict)

    def for_languages(self, left: str, right: str) -> Models:
        """What a comparison of statements in these languages (ISO 639-1) asks."""
        if (
            self.second_opinion
            or self.encoder is None
            or not (self.encoder.covers(left) and self.encoder.covers(right))
        ):
            return self
        return replace(self, multilingual=None)

    def entailment_for(self, left: str, right: str) -> EntailmentModel | None:
        """The model that judges a pair of these languages (ISO 639-1), None where none reads both."""
        role = self.judge_for(left, right)
        return None if not role else self.entailment if role == "entailment" else self.multilingual_entailment

    def judge_for(self, left: str, right: str) -> str:
        """The role of the model that `entailment_for` gives, as a signature names it; "" for none."""
        for role, model in (
            ("entailment", self.entailment),
            ("multilingual_entailment", self.multilingual_entailment),
        ):
            if model is not None and model.covers(left) and model.covers(right):
                return role
        return ""


NO_MODELS = Models()
