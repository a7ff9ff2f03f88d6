"""Bundled models that are loaded at the first question: until then their config.json alone is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.onnx.encoder import OnnxEncoder, load_encoder
from statement_compare.engine.onnx.entailment import OnnxEntailment, load_entailment
from statement_compare.engine.onnx.folder import read_config, refuse_if_incomplete


class _WhenAsked:
    """What config.json says of a bundled model that is not loaded yet; ModelError where it cannot be read."""

    def __init__(self, folder: Path) -> None:
        refuse_if_incomplete(folder)
        config = read_config(folder)
        self.name = str(config.get("name") or folder.name)
        self.sha256 = str(config.get("sha256", ""))
        self._languages = frozenset(config.get("languages", ()))
        self._folder = folder

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        return language in self._languages


class EncoderWhenAsked(_WhenAsked):
    """A bundled encoder that is loaded at the first question, where ModelError says if files are damaged."""

    _encoder: OnnxEncoder | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), as `OnnxEncoder` gives them."""
        if self._encoder is None:
            self._encoder = load_encoder(self._folder)
        return self._encoder.encode(texts)


class EntailmentWhenAsked(_WhenAsked):
    """A bundled entailment model that is loaded at the first question, where ModelError says if files are damaged."""

    _model: OnnxEntailment | None = None

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3), as `OnnxEntailment` gives them."""
        if self._model is None:
            self._model = load_entailment(self._folder)
        return self._model.judge(pairs)
