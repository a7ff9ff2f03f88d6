from __future__ import annotations

import json
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare import bundled
from statement_compare.engine.bundle import load_models
from statement_compare.engine.calibration.figures import AllFigures, Figures, Told
from statement_compare.engine.models import NO_MODELS, Clash, ExplainingModel, Models, WholeModel
from statement_compare.errors import ModelError
from statement_compare.session.tables import Measured, keep
from statement_compare.ui import loaded_models as module
from statement_compare.ui.loaded_models import ModelCache, Remembering


@dataclass
class Counting:
    """A model that answers by the length of the hypothesis and counts what it is asked."""

    name: str = "counting"
    sha256: str = "aa"
    asked: list[list[tuple[str, str]]] = field(default_factory=list)

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked.append(list(pairs))
        return np.array([[len(hypothesis), 0, 0] for _, hypothesis in pairs], np.float32).reshape(-1, 3)


class Loading:
    """Stands in for the bundle, and writes down what was loaded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.loaded: list[str] = []
        self.broken: set[str] = set()
        monkeypatch.setattr(module, "load_encoders", self._encoders)
        monkeypatch.setattr(module, "load_models", self._models)

    def _encoders(self) -> Models:
        self._load("encoders")
        return NO_MODELS

    def _models(self, choice: str, base: Models) -> Models:
        self._load(choice)
        return replace(
            base,
            entailment=Counting(choice),
            multilingual_entailment=base.multilingual_entailment or Counting("multilingual"),
        )

    def _load(self, what: str) -> None:
        self.loaded.append(what)
        if what in self.broken:
            raise ModelError("model.damaged", f"{what} is damaged")


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Loading:
    return Loading(monkeypatch)


def name_of(models: Models) -> str:
    return models.entailment.name if models.entailment else ""


def test_each_model_is_loaded_when_it_is_first_asked_for_and_once(loading: Loading) -> None:
    cache = ModelCache()
    assert loading.loaded == []
    fast, thorough, again = (cache.take(choice)[0] for choice in ("fast", "thorough", "fast"))
    assert loading.loaded == ["encoders", "fast", "thorough"]
    assert [name_of(models) for models in (fast, thorough, again)] == ["fast", "thorough", "fast"]
    assert fast.multilingual_entailment is thorough.multilingual_entailment is not None


def test_without_models_nothing_is_loaded(loading: Loading) -> None:
    assert ModelCache().take("none") == (NO_MODELS, "")
    assert loading.loaded == []


def test_of_own_models_the_last_is_held(loading: Loading) -> None:
    cache = ModelCache()
    for choice in ("fast", "/own/a", "/own/b", "/own/b", "fast", "/own/a"):
        cache.take(choice)
    assert loading.loaded == ["encoders", "fast", "/own/a", "/own/b", "/own/a"]


def test_a_damaged_model_is_told_and_tried_again_while_the_encoders_go_on(loading: Loading) -> None:
    cache = ModelCache()
    loading.broken = {"/own"}
    models, problem = cache.take("/own")
    assert (name_of(models), problem) == ("", "/own is damaged")
    loading.broken = set()
    assert name_of(cache.take("/own")[0]) == "/own"
    assert loading.loaded == ["encoders", "/own", "/own"]


def test_damaged_encoders_leave_words_and_rules(loading: Loading) -> None:
    loading.broken = {"encoders"}
    assert ModelCache().take("fast") == (NO_MODELS, "encoders is damaged")


def test_a_pair_is_asked_once() -> None:
    model = Counting()
    remembering = Remembering(model)
    first = remembering.judge([("a", "b"), ("a", "bbb"), ("a", "b")])
    assert first.tolist() == [[1, 0, 0], [3, 0, 0], [1, 0, 0]]
    second = remembering.judge([("a", "bbb"), ("b", "aa")])
    assert second.tolist() == [[3, 0, 0], [2, 0, 0]]
    assert model.asked == [[("a", "b"), ("a", "bbb")], [("b", "aa")]]
    assert remembering.judge([]).shape == (0, 3)
    assert (remembering.covers("en"), remembering.covers("kk")) == (True, False)


def test_what_was_asked_long_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ANSWERS", 2)
    model = Counting()
    remembering = Remembering(model)
    for hypothesis in ("a", "aa", "aaa", "aaa", "a"):
        remembering.judge([("", hypothesis)])
    assert [batch[0][1] for batch in model.asked] == ["a", "aa", "aaa", "a"]


class Forgetting(Counting):
    """Does not keep what it was asked."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.zeros((len(pairs), 3), np.float32)


def kilobytes_of_answers(batches: int) -> float:
    """What is held after 625 pairs of sentences were asked for so many times, each of another text."""
    remembering = Remembering(Forgetting())
    tracemalloc.start()
    try:
        for batch in range(batches):
            left, right = ([f"{side} {batch} {n} ".ljust(120, "x") for n in range(25)] for side in ("left", "right"))
            remembering.judge([(one, other) for one in left for other in right])
        return tracemalloc.get_traced_memory()[0] / 1e3
    finally:
        tracemalloc.stop()


def test_an_answer_that_is_remembered_takes_few_bytes_and_all_of_them_no_more_once_there_are_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert module._MOST_ANSWERS == 20_000  # eight times as many as here
    monkeypatch.setattr(module, "_MOST_ANSWERS", 2_500)
    held = kilobytes_of_answers(4)
    assert held < 1_000
    assert kilobytes_of_answers(12) < held + 50


@dataclass
class Explaining(Counting):
    """Has learnt which words clash: all of each text."""

    explained: list[list[tuple[str, str]]] = field(default_factory=list)

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        self.explained.append(list(pairs))
        return [Clash({"number": 1.0}, ((0, len(a), 1.0),), ((0, len(b), 1.0),)) for a, b in pairs]


def test_the_window_asks_a_model_that_has_learnt_which_words_clash_for_them_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = Explaining()
    monkeypatch.setattr(module, "load_encoders", lambda: NO_MODELS)
    monkeypatch.setattr(module, "load_models", lambda _choice, base: replace(base, entailment=model))
    held = ModelCache().take("thorough")[0].entailment
    assert isinstance(held, ExplainingModel)
    (first,) = held.explain([("a", "bb")])
    assert first.hypothesis == ((0, 2, 1.0),)
    assert [clash.hypothesis for clash in held.explain([("a", "ccc"), ("a", "bb")])] == [((0, 3, 1.0),), ((0, 2, 1.0),)]
    assert model.explained == [[("a", "bb")], [("a", "ccc")]]


@dataclass
class Whole(Explaining):
    """Has learnt to read a sentence with another statement as well."""

    longest_reading: int = 100
    read: list[list[tuple[str, tuple[str, ...]]]] = field(default_factory=list)

    def sizes(self, texts: Sequence[str]) -> list[int]:
        return [len(text) for text in texts]

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        self.read.append([(sentence, tuple(others)) for sentence, others in readings])
        return [np.full((len(others), 4), len(sentence), np.float32) for sentence, others in readings]


def test_the_window_has_a_model_read_whole_statements_where_it_can_and_each_sentence_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = Whole()
    monkeypatch.setattr(module, "load_encoders", lambda: NO_MODELS)
    monkeypatch.setattr(module, "load_models", lambda _choice, base: replace(base, entailment=model))
    monkeypatch.setattr(module, "_MOST_READINGS", 1)
    held = ModelCache().take("thorough")[0].entailment
    assert isinstance(held, WholeModel)
    assert (held.longest_reading, held.sizes(["abc"])) == (100, [3])
    assert held.read_whole([("a", ["b", "c"])])[0].tolist() == [[1.0] * 4] * 2
    both = held.read_whole([("aa", ["b"]), ("a", ["b", "c"])])
    assert [rows[0, 0] for rows in both] == [2.0, 1.0]
    assert model.read == [[("a", ("b", "c"))], [("aa", ("b",))]]
    held.read_whole([("a", ["b", "c"])])
    assert model.read[-1] == [("a", ("b", "c"))]  # of more than are kept the oldest are asked again


def test_the_window_and_the_command_line_are_given_models_that_can_do_the_same() -> None:
    for choice in ("fast", "thorough"):
        bundled_one, held = load_models(choice).entailment, ModelCache().take(choice)[0].entailment
        for ability in (ExplainingModel, WholeModel):
            assert isinstance(held, ability) == isinstance(bundled_one, ability), (choice, ability)


def test_a_model_that_has_not_learnt_it_is_not_taken_for_one_that_has(loading: Loading) -> None:
    assert loading.loaded == []
    assert not isinstance(ModelCache().take("fast")[0].entailment, ExplainingModel)


def test_the_table_of_a_model_is_found_whenever_it_was_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "load_encoders", lambda: NO_MODELS)
    own = Counting("mine", "ab" * 32)
    monkeypatch.setattr(module, "load_models", lambda _choice, base: replace(base, entailment=own, is_own=True))
    cache = ModelCache(tmp_path)
    models, problem = cache.take("/models/mine")
    assert (models.is_own, dict(models.tables), problem) == (True, {}, "")
    table = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))["statement-thorough"]
    figures = Figures(1, Told(), Told(), 0)
    keep(Measured("mine", own.sha256, "", table, AllFigures(figures, None, figures, 0.9, 0.9, None)), tmp_path)
    assert list(cache.take("/models/mine")[0].tables) == [own.sha256]
    (tmp_path / f"{own.sha256}.json").write_text("{", encoding="utf-8")
    models, problem = cache.take("/models/mine")
    assert models.entailment is None
    assert "it is damaged" in problem
