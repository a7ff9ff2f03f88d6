"""Which encoders read a pair of statements, and how two opinions become one vector."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from statement_compare.engine.align.candidates import Limits, Vectors
from statement_compare.engine.align.score import BOTH, ENGLISH, MULTILINGUAL, WORDS_ALONE, Judgement
from statement_compare.engine.model import Sentence
from statement_compare.engine.models import Encoder
from statement_compare.engine.progress import Progress

_ENCODE_AT_ONCE = 256
# Share of the first encoder in the cosine of both: its cosines spread four times as far.
_FIRST_SHARE = 0.23


def vectors_of(
    sides: tuple[Sequence[Sentence], Sequence[Sentence]],
    languages: tuple[str, str],
    encoders: tuple[Encoder | None, Encoder | None],
    limits: Limits,
    progress: Progress,
) -> tuple[tuple[Vectors, Vectors] | None, Judgement]:
    """Vectors of both sides, rows of length 1, and how their nearness is to be weighed; None where no encoder helps.

    `encoders` are the one for single languages and the multilingual one. Where both cover the languages both are asked,
    unless the statements are long: then the first alone, which is faster.
    """
    first, second = asked(encoders, languages, sum(map(len, sides)), limits)
    if first is not None and second is not None:
        left, right = (_together(_encoded(side, first, progress), _encoded(side, second, progress)) for side in sides)
        return (left, right), BOTH
    chosen = first or second
    if chosen is None:
        return None, WORDS_ALONE
    left, right = (_encoded(side, chosen, progress) for side in sides)
    return (left, right), ENGLISH if first is not None else MULTILINGUAL


def asked(
    encoders: tuple[Encoder | None, Encoder | None], languages: tuple[str, str], sentences: int, limits: Limits
) -> tuple[Encoder | None, Encoder | None]:
    """Those of the encoders that are asked about so many sentences of both sides, None in place of the others."""
    first, second = (e if e is not None and all(map(e.covers, languages)) else None for e in encoders)
    if first is not None and second is not None and sentences > limits.second_opinion:
        second = None
    return first, second


def _together(first: Vectors, second: Vectors) -> Vectors:
    """Vectors whose cosine is the weighted mean of the cosines of both."""
    return np.concatenate([first * np.float32(sqrt(_FIRST_SHARE)), second * np.float32(sqrt(1 - _FIRST_SHARE))], axis=1)


def _encoded(sentences: Sequence[Sentence], encoder: Encoder, progress: Progress) -> Vectors:
    """Vectors of all sentences, in parts so that a person can see how far it is, and stop it."""
    texts = sorted({s.text for s in sentences}, key=lambda text: (len(text), text))
    rows: dict[str, int] = {text: row for row, text in enumerate(texts)}
    parts = []
    for start in range(0, len(texts), _ENCODE_AT_ONCE):
        progress.report("encode", start, len(texts))
        parts.append(encoder.encode(texts[start : start + _ENCODE_AT_ONCE]))
    vectors: Vectors = np.concatenate(parts)[[rows[s.text] for s in sentences]]
    return vectors
