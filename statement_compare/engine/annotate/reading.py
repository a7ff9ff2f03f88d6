"""What is read of one side: a passage and its tokens, which all fact modules share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TypeVar, cast

from statement_compare.engine.model import Sentence, Span, Statement
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.tokens import Token, tokens

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence or sentences of one side that are judged together.

    `text` is the sentences' text joined by one space; `pieces` maps it back: (start in `text`, span in the source).
    `before` is the sentence that stands before the first one in the same paragraph ("" if none): context for "that",
    "they"; it is not judged. `speaker` and `date` are the statement's own, where known. `voice` is the name of the
    organisation that "we" stands for, where the two statements tell it; it is used only in what a model is asked.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    language: str
    date: date | None = None
    speaker: str = ""
    before: str = ""
    voice: str = ""

    def unmarked(self) -> str:
        """The text with blanks in the place of the numbers of its paragraphs, parts, notes and time stamps.

        Behind a question "12." may be the answer, unless the question has a number too.
        """
        starts = [start for start, _ in self.pieces]
        ends = [*(start - 1 for start in starts[1:]), len(self.text)]
        told = [self.text[start:end] for start, end in zip(starts, ends, strict=True)]
        return " ".join(
            _unmarked(piece, before, self.language) for before, piece in zip([self.before, *told], told, strict=False)
        )

    def in_source(self, span: Span) -> Span:
        """A span of `text` as a span of the source; it is cut at the end of the sentence it starts in."""
        for start, piece in reversed(self.pieces):
            if span.start >= start:
                offset = piece.start - start
                return Span(span.start + offset, max(span.start + offset, min(span.end + offset, piece.end)))
        raise ValueError(f"{span} lies before the passage")


def _unmarked(sentence: str, before: str, language: str) -> str:
    text = without_markers(sentence, language)
    opening = len(text) - len(text.lstrip()) if _asks(before, language) else 0
    return sentence[:opening] + text[opening:]


def _asks(sentence: str, language: str) -> bool:
    """Whether a sentence is a question that has no number of its own, unlike "11. Was it shut?"."""
    return sentence.rstrip().endswith("?") and without_markers(sentence, language) == sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with its tokens, shared by all fact modules so that nothing is cut twice.

    `text` is that of the passage with blanks for the numbers of its paragraphs, parts, notes and time stamps: "12." of
    "12. Acme closed the plant." is no figure (`markers`). All else stands where the passage has it.

    `annotations` is what functions marked with `annotation` have found in it. It is no part of the value: two readings
    of one passage are equal whatever has been asked of each, and none of it is pickled.
    """

    passage: Passage
    tokens: tuple[Token, ...]
    text: str
    annotations: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[Reading], tuple[Passage, tuple[Token, ...], str]]:
        return Reading, (self.passage, self.tokens, self.text)

    @property
    def language(self) -> str:
        return self.passage.language


def read(passage: Passage) -> Reading:
    text = passage.unmarked()
    return Reading(passage, tokens(text, passage.language), text)


def annotation(find: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """Makes `find` look once at each reading: what it found stays with the reading, and is given back with it.

    A dozen fact modules ask one passage for its clauses, times and amounts, and a passage stands in many pairs.
    """

    @wraps(find)
    def found(reading: Reading) -> T:
        if find not in reading.annotations:
            reading.annotations[find] = find(reading)
        return cast(T, reading.annotations[find])

    return found


def passage_of(statement: Statement, ids: Sequence[int], voice: str = "") -> Passage:
    """The passage made of the sentences `ids` of a statement, in the order of the text; `voice` as in `voices`."""
    chosen: list[Sentence] = [statement.sentences[i] for i in sorted(ids)]
    text, pieces = "", []
    for sentence in chosen:
        text += " " if text else ""
        pieces.append((len(text), sentence.span))
        text += sentence.text
    first = chosen[0]
    previous = statement.sentences[first.id - 1] if first.id else None
    before = previous.text if previous is not None and previous.block == first.block else ""
    source = statement.source
    return Passage(text, tuple(pieces), statement.language, source.date, source.speaker, before, voice)


def lone_passage(text: str, language: str, **known: object) -> Passage:
    """A passage that is a text of its own, for single pairs and tests."""
    return Passage(text, ((0, Span(0, len(text))),), language, **known)  # type: ignore[arg-type]


def lone_reading(text: str, language: str, **known: object) -> Reading:
    """`lone_passage`, read."""
    return read(lone_passage(text, language, **known))
