"""Which words carry what an entailment model says: each phrase is left out in turn, and the fall of its answer counts.

Occlusion asks the model itself and needs no gradients, so that it works with any model that can be passed in
(Zeiler and Fergus 2014 for images; Li, Monroe and Jurafsky 2016 for text).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

import numpy as np

from statement_compare.engine.annotate.reading import Passage, Reading
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS
from statement_compare.engine.model import Entailment, EntailmentPair, Span
from statement_compare.engine.models import EntailmentModel, Models
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.context import asked as in_context
from statement_compare.engine.verdict.context import without_numbers

_LONGEST_PHRASE = 5  # words: long enough for "within five working days", short enough to point at something
_BATCH = 32  # pairs between two reports, so that a slow model can be stopped
_MOST_PHRASES = 8  # a side; longer passages are cut into longer phrases


class Outcome(IntEnum):
    """The columns of an entailment model's answer."""

    ENTAILMENT = 0
    NEUTRAL = 1
    CONTRADICTION = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A pair whose outcome is to be explained, in the directions in which the model was surest of it.

    `forward`: with the left passage as the premise. Both are asked where the model was as sure of the one as of the
    other, so that the answer does not rest on which statement was opened first.
    """

    left: Reading
    right: Reading
    outcome: Outcome
    forward: bool = True
    backward: bool = False


def entail(
    passages: Sequence[tuple[Passage, Passage]], models: Models, progress: Progress = SILENT
) -> list[EntailmentPair | None]:
    """Both directions of every pair whose languages one of the models reads; None for the others.

    A model is asked about the passages in their context (`context.asked`), and where a name stands for "we" also
    without it: the answer that says more is kept. Reports as "entail".
    """
    found: list[EntailmentPair | None] = [None] * len(passages)
    chosen = [models.entailment_for(left.language, right.language) for left, right in passages]
    readable = [i for i, model in enumerate(chosen) if model is not None]
    # One model after the other, so that a batch goes to one alone.
    readable.sort(key=lambda i: chosen[i] is not models.entailment)
    for start in range(0, len(readable), _BATCH):
        progress.report("entail", start, len(readable))
        for model, same in groupby(readable[start : start + _BATCH], key=lambda i: chosen[i]):
            if model is None:
                continue
            batch = list(same)
            asked: list[tuple[str, str]] = []
            forms: list[int] = []
            for i in batch:
                # With the speaker's name for "we" a model may see more; where it sees less, the other answer is kept.
                for pair in dict.fromkeys((in_context(*passages[i]), in_context(*map(_unnamed, passages[i])))):
                    asked.append(pair)
                    forms.append(i)
            rows = model.judge(asked + [(right, left) for left, right in asked])
            for place, i in enumerate(forms):
                forward, backward = (
                    Entailment(*(round(float(p), 4) for p in rows[place + shift])) for shift in (0, len(asked))
                )
                said = EntailmentPair(forward, backward)
                known = found[i]
                if known is None or _neutral(said) < _neutral(known):
                    found[i] = said
    return found


def _unnamed(passage: Passage) -> Passage:
    return replace(passage, voice="")


def _neutral(said: EntailmentPair) -> float:
    return said.forward.neutral + said.backward.neutral


def carrying_words(
    questions: Sequence[Question], model: EntailmentModel, progress: Progress = SILENT
) -> list[tuple[Span, Span]]:
    """For each question the phrase of each side without which the outcome falls most, as spans of the passages.

    The model is asked as it was for the verdict, in the context of the passages; their own phrases alone are left out.
    """
    asked: list[tuple[str, str]] = []
    places: list[tuple[int, bool, Span]] = []
    for number, question in enumerate(questions):
        whole = in_context(question.left.passage, question.right.passage)
        for is_left, reading in ((True, question.left), (False, question.right)):
            for phrase in phrases(reading):
                rest = _in_place(whole[not is_left], without_numbers(reading.passage), _without(reading.text, phrase))
                pair = (rest, whole[1]) if is_left else (whole[0], rest)
                asked += [pair] * question.forward + [pair[::-1]] * question.backward
                places += [(number, is_left, phrase)] * (question.forward + question.backward)
    starts = range(0, len(asked), _BATCH)
    parts = [model.judge(asked[start : start + _BATCH]) for start in progress.over("judge", starts, 1)]
    answers = np.concatenate(parts) if parts else np.zeros((0, 3), np.float32)
    over: defaultdict[tuple[int, bool, Span], float] = defaultdict(float)
    for answer, place in zip(answers, places, strict=True):
        over[place] += float(answer[questions[place[0]].outcome])
    best: dict[tuple[int, bool], tuple[float, Span]] = {}
    for (number, is_left, phrase), left_over in over.items():
        known = best.get((number, is_left))
        if known is None or left_over < known[0]:
            best[(number, is_left)] = (left_over, phrase)
    return [
        (
            best[(number, True)][1] if (number, True) in best else Span(0, len(question.left.text)),
            best[(number, False)][1] if (number, False) in best else Span(0, len(question.right.text)),
        )
        for number, question in enumerate(questions)
    ]


def _in_place(asked: str, text: str, rest: str) -> str:
    """What the model was asked of a passage, with what is left of the passage's text in its place.

    Where a name stands for its "we", the passage is asked as it is: a name that comes or goes would be counted as well.
    """
    return asked.removesuffix(text) + rest if asked.endswith(text) else rest


def phrases(reading: Reading) -> list[Span]:
    """The passage cut at punctuation and before function words, into phrases that hold at least one content word."""
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    words = sum(token.kind is not TokenKind.SYMBOL for token in reading.tokens)
    longest = max(_LONGEST_PHRASE, -(-words // _MOST_PHRASES))
    found: list[Span] = []
    current: list[Token] = []

    def close() -> None:
        if any(token.lower not in known for token in current):
            found.append(Span(current[0].span.start, current[-1].span.end))
        current.clear()

    for token in reading.tokens:
        if token.kind is TokenKind.SYMBOL and token.text not in "%€$£°№#&/":
            close()
            continue
        opens = token.lower in known and any(each.lower not in known for each in current)
        if opens or len(current) >= longest:
            close()
        current.append(token)
    close()
    return _joined(found, -(-len(found) // _MOST_PHRASES))


def _joined(found: list[Span], together: int) -> list[Span]:
    """Neighbours as one phrase, where there would be too many."""
    parts = [found[start : start + together] for start in range(0, len(found), together)] if together > 1 else []
    return [Span(part[0].start, part[-1].end) for part in parts] or found


def _without(text: str, phrase: Span) -> str:
    return " ".join((text[: phrase.start] + " " + text[phrase.end :]).split())
