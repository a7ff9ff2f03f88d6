"""Which models the worker holds: the encoders once, each entailment model from when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL, load_encoders, load_models
from statement_compare.engine.models import NO_MODELS, Clash, EntailmentModel, ExplainingModel, Models, WholeModel
from statement_compare.errors import ModelError
from statement_compare.session.tables import with_table

_MOST_ANSWERS = 20_000
# One of them holds a figure for each piece of a word of both sentences, and so several thousand bytes.
_MOST_CLASHES = 2_000
# Of sentences read with another statement: sixteen bytes for each sentence of it.
_MOST_READINGS = 1_000


class ModelCache:
    """Holds the models that come along and the one of a person's own that was asked for last.

    `tables` is the folder with the tables of such models: it is looked into each time, since one may be measured while
    the window is open.
    """

    def __init__(self, tables: Path | None = None) -> None:
        self._tables = tables
        self._base: Models | None = None
        self._known: dict[str, Models] = {}

    def take(self, choice: str) -> tuple[Models, str]:
        """The models for "fast", "thorough", "none" or a folder; else what there is without it, and why.

        Without an entailment model the rules still judge, and without encoders the words still pair.
        """
        if choice == NO_MODEL:
            return NO_MODELS, ""
        if choice in self._known:
            return self._with_table(self._known[choice])
        try:
            self._base = self._base or load_encoders()
        except ModelError as error:
            return NO_MODELS, error.message
        try:
            loaded = load_models(choice, self._base)
        except ModelError as error:
            return replace(self._base, second_opinion=True), error.message
        entailment = None if loaded.entailment is None else remembering(loaded.entailment)
        multilingual = loaded.multilingual_entailment
        if multilingual is not None and not isinstance(multilingual, Remembering):
            multilingual = remembering(multilingual)
        self._base = replace(loaded, entailment=None, multilingual_entailment=multilingual)
        self._known = {name: models for name, models in self._known.items() if name in ENTAILMENT_FOLDERS}
        self._known[choice] = replace(self._base, entailment=entailment)
        return self._with_table(self._known[choice])

    def _with_table(self, models: Models) -> tuple[Models, str]:
        if self._tables is None:
            return models, ""
        try:
            return with_table(models, self._tables), ""
        except ModelError as error:
            return replace(models, entailment=None, is_own=False), error.message


def remembering(model: EntailmentModel) -> Remembering:
    """A model that remembers what it answered, and can do whatever the model itself can."""
    if isinstance(model, ExplainingModel):
        return RememberingReadings(model, model) if isinstance(model, WholeModel) else RememberingWords(model)
    return Remembering(model)


class Remembering:
    """An entailment model that is asked for each pair once: another preset, or the sides swapped, costs nothing."""

    def __init__(self, model: EntailmentModel) -> None:
        self.name = model.name
        self.sha256 = model.sha256
        self._model = model
        self._answers: dict[tuple[str, str], NDArray[np.float32]] = {}

    def covers(self, language: str) -> bool:
        """Whether the model can read this language (ISO 639-1)."""
        return self._model.covers(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3), as the model gives them."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._answers]
        answers = dict(self._answers)
        if new:
            answers |= zip(new, self._model.judge(new), strict=True)
            # The oldest go first: a dictionary keeps the order in which its keys came.
            self._answers = dict(list(answers.items())[-_MOST_ANSWERS:])
        rows: NDArray[np.float32] = np.zeros((len(pairs), 3), np.float32)
        for place, pair in enumerate(pairs):
            rows[place] = answers[pair]
        return rows


class RememberingWords(Remembering):
    """One that has learnt which words clash: for those of each pair it is asked once as well."""

    def __init__(self, model: ExplainingModel) -> None:
        super().__init__(model)
        self._explaining = model
        self._clashes: dict[tuple[str, str], Clash] = {}

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        """For each pair why it would be a contradiction, as the model says."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._clashes]
        clashes = dict(self._clashes)
        if new:
            clashes |= zip(new, self._explaining.explain(new), strict=True)
            self._clashes = dict(list(clashes.items())[-_MOST_CLASHES:])
        return [clashes[pair] for pair in pairs]


class RememberingReadings(RememberingWords):
    """One that has learnt both which words clash and to read a sentence with another statement: each is asked once."""

    def __init__(self, model: ExplainingModel, whole: WholeModel) -> None:
        super().__init__(model)
        self._whole = whole
        self._readings: dict[tuple[str, tuple[str, ...]], NDArray[np.float32]] = {}

    @property
    def longest_reading(self) -> int:
        """How many tokens all sentences of one reading may have."""
        return self._whole.longest_reading

    def sizes(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text takes of a reading."""
        return self._whole.sizes(texts)

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        """For each sentence with others, (len(others), 4), as the model says."""
        keys = [(sentence, tuple(others)) for sentence, others in readings]
        new = [key for key in dict.fromkeys(keys) if key not in self._readings]
        known = dict(self._readings)
        if new:
            known |= zip(new, self._whole.read_whole(new), strict=True)
            self._readings = dict(list(known.items())[-_MOST_READINGS:])
        return [known[key] for key in keys]
