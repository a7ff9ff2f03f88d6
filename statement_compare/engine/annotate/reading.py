"""What is read of one side: a passage and its tokens, which all fact modules share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from statement_compare.engine.model import Sentence, Span, Statement
from statement_compare.engine.text.tokens import Token, tokens


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

    def in_source(self, span: Span) -> Span:
        """A span of `text` as a span of the source; it is cut at the end of the sentence it starts in."""
        for start, piece in reversed(self.pieces):
            if span.start >= start:
                offset = piece.start - start
                return Span(span.start + offset, max(span.start + offset, min(span.end + offset, piece.end)))
        raise ValueError(f"{span} lies before the passage")


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with its tokens, shared by all fact modules so that nothing is cut twice."""

    passage: Passage
    tokens: tuple[Token, ...]

    def __hash__(self) -> int:
        """That of the text, which Python computes once: caches look a reading up hundreds of times a pair."""
        return hash(self.passage.text)

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def language(self) -> str:
        return self.passage.language


def read(passage: Passage) -> Reading:
    return Reading(passage, tokens(passage.text, passage.language))


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
