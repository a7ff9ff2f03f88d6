"""The bundled thorough model reads a sentence together with those of the other statement."""

from __future__ import annotations

import numpy as np
import pytest

from statement_compare.engine.bundle import load_models
from statement_compare.engine.models import WholeModel

SENTENCE = "Nobody was injured in the derailment."
OTHERS = (
    "The line was opened in 1902 and has been electric since 1961.",
    "Two passengers were taken to hospital with broken bones after the train left the rails.",
    "The operator thanks the fire brigade.",
)
AGREEMENT, NOTHING, CONTRADICTION = 0, 1, 2


@pytest.fixture(scope="module")
def model() -> WholeModel:
    found = load_models().entailment
    assert isinstance(found, WholeModel)
    return found


def test_it_finds_the_sentence_that_contradicts_among_others(model: WholeModel) -> None:
    (rows,) = model.read_whole([(SENTENCE, OTHERS)])
    assert rows.shape == (3, 4)
    assert np.allclose(rows.sum(axis=1), 1.0, atol=1e-5)
    assert rows[1, CONTRADICTION] > 0.5
    assert all(rows[number, NOTHING] > 0.5 for number in (0, 2))


def test_a_reading_is_the_same_to_the_last_bit_in_any_company(model: WholeModel) -> None:
    alone = model.read_whole([(SENTENCE, OTHERS)])[0]
    among = model.read_whole([(OTHERS[0], OTHERS[1:]), (SENTENCE, OTHERS), (OTHERS[2], (SENTENCE,))])[1]
    assert alone.tobytes() == among.tobytes()


def test_sizes_count_the_mark_behind_each_sentence_and_end_where_sentences_are_cut(model: WholeModel) -> None:
    short, long = model.sizes(["It is so.", "so " * 500])
    assert (short, long) == (5, 81)
    assert model.longest_reading == 478


def test_a_reading_of_as_many_tokens_as_it_takes_is_answered(model: WholeModel) -> None:
    others = ["so " * 75] * 6
    size = sum(model.sizes(others)) + model.sizes(["It is so."])[0]
    assert size <= model.longest_reading < size + 76
    (rows,) = model.read_whole([("It is so.", others)])
    assert np.isfinite(rows).all()
    assert rows.shape == (6, 4)
