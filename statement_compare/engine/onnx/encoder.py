"""How an encoder's folder becomes sentence vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.onnx.folder import ModelFolder
from statement_compare.engine.onnx.runtime import BATCH, answered, encodable, open_and_check, open_tokenizer

if TYPE_CHECKING:
    from statement_compare.engine.onnx.runtime import Session, Tokenizer


def load_encoder(folder: Path) -> OnnxEncoder:
    """The encoder in a folder. config.json gives `name`, `languages` (ISO 639-1, or "*"), `max_tokens` and `prefix`.

    ModelError says which file is missing or damaged.
    """
    read, session = open_and_check(folder)
    return OnnxEncoder(read, session, open_tokenizer(read))


class OnnxEncoder:
    """Mean-pooled sentence vectors of length 1.

    A batch holds texts of the same number of tokens alone. Nothing is padded, each token is quantised by itself, and
    so a text's vector is the same to the last bit whatever it is encoded with.
    """

    def __init__(self, folder: ModelFolder, session: Session, tokenizer: Tokenizer) -> None:
        self.name = folder.name
        self.sha256 = folder.sha256
        self._session = session
        self._tokenizer = tokenizer
        self._languages = frozenset(folder.config.get("languages", ["*"]))
        self._window = int(folder.config.get("max_tokens", 128))
        self._prefix = str(folder.config.get("prefix", ""))
        self._inputs = {each.name for each in session.get_inputs()}
        self._dimensions = int(session.get_outputs()[0].shape[-1])

    def covers(self, language: str) -> bool:
        """Whether vectors of texts in this language (ISO 639-1) mean anything."""
        return "*" in self._languages or language in self._languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), each of length 1; long texts are read in parts."""
        distinct = list(dict.fromkeys(texts))
        windows: list[tuple[int, list[int]]] = [
            (index, ids) for index, text in enumerate(distinct) for ids in self._windows(text)
        ]
        sums: NDArray[np.float32] = np.zeros((len(distinct), self._dimensions), np.float32)
        batches = list(_of_equal_length(windows))
        asked = [self._feeds(np.array([ids for _, ids in batch], np.int64)) for batch in batches]
        for batch, means in zip(batches, answered(self._session, None, asked, _means), strict=True):
            # A text's windows are added by length, then in the order of the text, whatever else is encoded.
            for (index, ids), mean in zip(batch, means, strict=True):
                sums[index] += mean * len(ids)
        vectors: NDArray[np.float32] = sums / _lengths(sums)
        rows = {text: index for index, text in enumerate(distinct)}
        chosen: NDArray[np.float32] = vectors[[rows[text] for text in texts]]
        return chosen

    def _windows(self, text: str) -> Iterator[list[int]]:
        # One text at a time: encode_batch starts threads that a later fork would warn about.
        ids = self._tokenizer.encode(self._prefix + encodable(text)).ids
        if len(ids) <= self._window:
            yield ids
            return
        first, inner, last = ids[0], ids[1:-1], ids[-1]
        step = self._window - 2
        for start in range(0, len(inner), step):
            yield [first, *inner[start : start + step], last]

    def _feeds(self, ids: NDArray[np.int64]) -> dict[str, NDArray[np.int64]]:
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return {name: feeds[name] for name in feeds if name in self._inputs}


def _means(told: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    """One vector a text, of length 1, of the vectors of its tokens."""
    means = np.asarray(np.asarray(told[0], np.float32).mean(axis=1), np.float32)
    means /= _lengths(means)
    return means


def _of_equal_length(windows: list[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    batch: list[tuple[int, list[int]]] = []
    for window in sorted(windows, key=lambda each: (len(each[1]), each[0])):
        if batch and (len(batch) == BATCH or len(batch[0][1]) != len(window[1])):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _lengths(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The length of each row, which is never nought, as a column. It has this type already, of which a type checker
    is told otherwise by numpy 2.5.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)
