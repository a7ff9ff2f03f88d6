"""Which encoder reads which pair of statements."""

import numpy as np
import pytest

from statement_compare.engine.align.candidates import Limits
from statement_compare.engine.align.meaning import vectors_of
from statement_compare.engine.align.score import BOTH, ENGLISH, MULTILINGUAL, WORDS_ALONE, Judgement
from statement_compare.engine.progress import SILENT

from .scenes import MatterEncoder, statement

ENGLISH_ONLY = MatterEncoder("dam gates water", "siren alarm")
MANY = MatterEncoder("dam плотина", "siren сирена", "harvest урожай", languages=("en", "ru", "kk"))
LEFT = statement("The dam held.", "The siren failed.").sentences
RIGHT = statement("The siren worked.").sentences


@pytest.mark.parametrize(
    ("languages", "encoders", "kind", "width"),
    [
        (("en", "en"), (ENGLISH_ONLY, MANY), BOTH, 7),
        (("en", "en"), (ENGLISH_ONLY, None), ENGLISH, 3),
        (("ru", "en"), (ENGLISH_ONLY, MANY), MULTILINGUAL, 4),
        (("kk", "kk"), (None, MANY), MULTILINGUAL, 4),
        (("ru", "en"), (ENGLISH_ONLY, None), WORDS_ALONE, 0),
        (("ja", "en"), (ENGLISH_ONLY, MANY), WORDS_ALONE, 0),
        (("en", "en"), (None, None), WORDS_ALONE, 0),
    ],
)
def test_the_languages_decide_who_is_asked(
    languages: tuple[str, str],
    encoders: tuple[MatterEncoder | None, MatterEncoder | None],
    kind: Judgement,
    width: int,
) -> None:
    vectors, chosen = vectors_of((LEFT, RIGHT), languages, encoders, Limits(), SILENT)
    assert chosen is kind
    assert (0 if vectors is None else vectors[0].shape[1]) == width


def test_long_statements_are_read_by_the_first_encoder_alone() -> None:
    vectors, kind = vectors_of((LEFT, RIGHT), ("en", "en"), (ENGLISH_ONLY, MANY), Limits(second_opinion=2), SILENT)
    assert kind is ENGLISH
    assert vectors is not None
    assert vectors[0].shape == (2, 3)


def test_vectors_of_two_encoders_still_have_length_one() -> None:
    vectors, _ = vectors_of((LEFT, RIGHT), ("en", "en"), (ENGLISH_ONLY, MANY), Limits(), SILENT)
    assert vectors is not None
    for side in vectors:
        assert np.allclose(np.linalg.norm(side, axis=1), 1.0, atol=1e-5)


def test_rows_stand_in_the_order_of_the_sentences() -> None:
    vectors, _ = vectors_of((LEFT, RIGHT), ("en", "en"), (ENGLISH_ONLY, None), Limits(), SILENT)
    assert vectors is not None
    left, right = vectors
    assert left[1] @ right[0] > 0.9 > left[0] @ right[0]
