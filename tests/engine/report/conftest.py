"""A comparison made by hand: sentences with their marked words in braces, so that reports can be looked at alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Sentence,
    Signature,
    Source,
    Span,
    Statement,
    Verdict,
)

_MARK = re.compile(r"\{([^{}]*)\}")


class Writer:
    """Puts a side together from sentences in which the words of reasons stand in braces."""

    def __init__(self, **known: object) -> None:
        self._known = known
        self._text = ""
        self._sentences: list[Sentence] = []
        self.marks: dict[int, Span] = {}

    def add(self, marked: str, role: Role = Role.CLAIM) -> None:
        self._text += " " if self._text else ""
        start = len(self._text)
        found = _MARK.search(marked)
        if found:
            self.marks[len(self._sentences)] = Span(start + found.start(), start + found.end() - 2)
        plain = _MARK.sub(r"\1", marked)
        span = Span(start, start + len(plain))
        self._sentences.append(Sentence(len(self._sentences), span, plain, role, 0))
        self._text += plain

    def statement(self, language: str = "en") -> Statement:
        blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(self._text))),)
        source = Source(self._text, blocks, **self._known)  # type: ignore[arg-type]
        return Statement(source, language, tuple(self._sentences))


def written(left: list[str], right: list[str], links: list[tuple[int, int, Verdict, ReasonKind]]) -> Comparison:
    """A comparison of two lists of marked sentences; a link's reason rests on the marks of its two sentences."""
    sides = (
        Writer(path="ministry.txt", sha256="a" * 64, speaker="Ministry", date=date(2021, 11, 1)),
        Writer(path="answer.txt", sha256="b" * 64, title="An answer"),
    )
    for writer, sentences in zip(sides, (left, right), strict=True):
        for sentence in sentences:
            role = Role.COURTESY if sentence.startswith("Thank you") else Role.CLAIM
            writer.add(sentence, role)
    first, second = sides[0].statement(), sides[1].statement()
    made = []
    for i, j, verdict, kind in links:
        reason = Reason(kind, sides[0].marks.get(i), sides[1].marks.get(j), "no.such.rule")
        made.append(Link((i,), (j,), 0.31, verdict, 0.93, (reason,)))
    lone = [
        tuple(s.id for s in statement.sentences if s.id not in {link[side] for link in links})
        for side, statement in enumerate((first, second))
    ]
    signature = Signature("9.9", (("preset", "normal"),), (("encoder", "tiny sha256:abc"),))
    return Comparison(first, second, tuple(made), lone[0], lone[1], signature)


@pytest.fixture
def pair() -> Comparison:
    """Two contradictions, a qualified one and an agreement, crossing, with something unanswered on both sides."""
    return written(
        [
            "Kazakhstan receives {exclusive} access to the system.",
            "The field gives {5,000} barrels a day.",
            "Content that breaks the law {will be} removed.",
            "At least {3.2 million} people use the service.",
            "The ministry reports to parliament on 4 March 2022.",
            "Thank you for your attention.",
        ],
        [
            "The field gives {1,000} barrels per day.",
            "The process is {the same for governments around the world}.",
            "Some 3.2 million people use it.",
            "Content {may be} reviewed & <removed>.",
            "A new office opens in Oslo.",
        ],
        [
            (0, 1, Verdict.CONTRADICTION, ReasonKind.EXCLUSIVITY),
            (1, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER),
            (2, 3, Verdict.QUALIFIED, ReasonKind.MODALITY),
            (3, 2, Verdict.AGREEMENT, ReasonKind.WORDING),
        ],
    )


@pytest.fixture
def read_by_model() -> Comparison:
    """A contradiction that no rule saw, with the phrases that carry it, as a model's reason gives it."""
    made = written(
        ["Brindle was {asked twice} for comment."],
        ["We were {never shown} the report."],
        [(0, 0, Verdict.CONTRADICTION, ReasonKind.MODEL)],
    )
    (link,) = made.links
    (reason,) = link.reasons
    return replace(made, links=(replace(link, reasons=(replace(reason, rule="model.contradiction"),)),))
