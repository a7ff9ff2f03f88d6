"""What is kept between runs, so that an interrupted run goes on: a model's answers and a system's judgements."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.models import Clash, Encoder, EntailmentModel, ExplainingModel, WholeModel

from .scores import JudgedLink, Judgement

Vectors = dict[tuple[str, str], NDArray[np.float32]]
"""Of texts, by the digest of the encoder and the text."""

_BATCH = 64  # pairs between two writes
_SENTENCE = "On 4 March the ministry ordered the operator to refund 212,000 customers"
_PROBES = (
    (f"{_SENTENCE}.", "No such order was ever made."),
    ("No such order was ever made.", f"{_SENTENCE}."),
    (f"{_SENTENCE}.", "Министерство не требовало возврата средств."),
    (f"{_SENTENCE}; ".join(("", *"abcdefghijklmnopqrstuvwxyz")), "The operator was told to pay."),
)


class Answers:
    """Probabilities that models gave, by the model's digest and the pair, in a file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path)
        self._file.execute("create table if not exists answers (pair text primary key, e real, n real, c real)")

    def get(self, pair: str) -> tuple[float, float, float] | None:
        row = self._file.execute("select e, n, c from answers where pair = ?", (pair,)).fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def put(self, rows: Sequence[tuple[str, float, float, float]]) -> None:
        with self._file:
            self._file.executemany("insert or replace into answers values (?, ?, ?, ?)", rows)

    def close(self) -> None:
        self._file.close()


class Remembered:
    """An entailment model that is asked only what it has not answered before."""

    def __init__(self, model: EntailmentModel, answers: Answers) -> None:
        self.name = model.name
        self.sha256 = model.sha256
        self._model = model
        self._answers = answers
        # The same weights answer otherwise where a pair is cut, scaled or ordered otherwise, which a few answers tell.
        self._prefix = f"{model.sha256} {np.round(model.judge(_PROBES), 5).tolist()} "

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        return self._model.covers(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3): entailment, neutral, contradiction."""
        keys = [self._key(pair) for pair in pairs]
        known = {key: self._answers.get(key) for key in keys}
        unknown = list({key: pair for key, pair in zip(keys, pairs, strict=True) if known[key] is None}.items())
        for start in range(0, len(unknown), _BATCH):
            batch = unknown[start : start + _BATCH]
            rows = self._model.judge([pair for _, pair in batch])
            found = [
                (key, float(row[0]), float(row[1]), float(row[2])) for (key, _), row in zip(batch, rows, strict=True)
            ]
            self._answers.put(found)
            known.update({key: (e, n, c) for key, e, n, c in found})
        return np.array([known[key] for key in keys], np.float32).reshape(-1, 3)

    def _key(self, pair: tuple[str, str]) -> str:
        return hashlib.sha256((self._prefix + "\0".join(pair)).encode("utf-8", "surrogatepass")).hexdigest()


class RememberedExplaining(Remembered):
    """The same of a model that has learnt to say why two texts contradict each other; of that nothing is kept."""

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        """For each pair why it would be a contradiction."""
        assert isinstance(self._model, ExplainingModel)
        return self._model.explain(pairs)


class RememberedWhole(RememberedExplaining):
    """The same of a model that also reads sentences within both statements; that is kept for one run."""

    def __init__(self, model: EntailmentModel, answers: Answers) -> None:
        super().__init__(model, answers)
        assert isinstance(model, WholeModel)
        self.longest_reading, self.sizes = model.longest_reading, model.sizes
        self._read_whole = model.read_whole
        self._readings: dict[tuple[str, tuple[str, ...]], NDArray[np.float32]] = {}

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        """For each sentence with others, (len(others), 4): the chances of `InWhole` in their order."""
        keys = [(sentence, tuple(others)) for sentence, others in readings]
        unknown = [key for key in dict.fromkeys(keys) if key not in self._readings]
        self._readings |= dict(zip(unknown, self._read_whole(unknown), strict=True))
        return [self._readings[key] for key in keys]


def remembered(model: EntailmentModel, answers: Answers) -> Remembered:
    if isinstance(model, WholeModel):
        return RememberedWhole(model, answers)
    return (RememberedExplaining if isinstance(model, ExplainingModel) else Remembered)(model, answers)


class RememberedEncoder:
    """An encoder that is asked for each text once; `vectors` may be shared by several of the same weights."""

    def __init__(self, encoder: Encoder, vectors: Vectors) -> None:
        self.name = encoder.name
        self.sha256 = encoder.sha256
        self._encoder = encoder
        self._vectors = vectors

    def covers(self, language: str) -> bool:
        """Whether vectors of texts in this language (ISO 639-1) mean anything."""
        return self._encoder.covers(language)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), each of length 1."""
        unknown = list(dict.fromkeys(text for text in texts if (self.sha256, text) not in self._vectors))
        if unknown or not texts:
            found = self._encoder.encode(unknown)
            self._vectors.update(((self.sha256, text), vector) for text, vector in zip(unknown, found, strict=True))
            if not texts:
                return found
        return np.stack([self._vectors[(self.sha256, text)] for text in texts])


class Results:
    """One file for each system and set, which says what it was made of: another model or engine makes it anew."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def pairs(self, name: str, made_of: str, judge: Callable[[], list[Judgement]]) -> list[Judgement]:
        """The judgements kept under `name`, or what `judge` gives, then kept."""
        kept = self._read(name, made_of)
        if kept is not None:
            return [_judgement(row) for row in kept]
        found = judge()
        self._write(name, made_of, [asdict(each) for each in found])
        return found

    def statements(
        self, name: str, made_of: str, judge: Callable[[], list[list[JudgedLink]]]
    ) -> list[list[JudgedLink]]:
        """As `pairs`, of the links of each pair of statements."""
        kept = self._read(name, made_of)
        if kept is not None:
            return [
                [JudgedLink(frozenset(a), frozenset(b), _judgement(judgement)) for a, b, judgement in links]
                for links in kept
            ]
        found = judge()
        rows = [[[sorted(each.left), sorted(each.right), asdict(each.judgement)] for each in links] for links in found]
        self._write(name, made_of, rows)
        return found

    def figure(self, name: str, made_of: str, measure: Callable[[], float], *, is_anew: bool = False) -> float:
        """As `pairs`, of a single figure, which `is_anew` measures again."""
        kept = None if is_anew else self._read(name, made_of)
        if kept is not None:
            return float(kept[0])
        found = measure()
        self._write(name, made_of, [found])
        return found

    def _path(self, name: str) -> Path:
        return self._folder / ("".join(c if c.isalnum() else "-" for c in name) + ".json")

    def _read(self, name: str, made_of: str) -> list | None:  # type: ignore[type-arg]
        try:
            kept = json.loads(self._path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return kept["rows"] if kept.get("made_of") == made_of else None

    def _write(self, name: str, made_of: str, rows: Sequence[object]) -> None:
        path = self._path(name)
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps({"made_of": made_of, "rows": rows}, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)


def _judgement(row: dict) -> Judgement:  # type: ignore[type-arg]
    return Judgement(
        row["verdict"], row["confidence"], tuple(row["kinds"]), tuple(row["reasons"]), tuple(row["probabilities"])
    )
