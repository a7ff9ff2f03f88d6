"""A tiny notation for comparisons: "A1=B1 A2!B3 A3~B2 A4?B4" over sentences that are made up on the spot."""

from __future__ import annotations

import re

from made_side import Part, made_side

from statement_compare.engine.model import (
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Side,
    Span,
    Statement,
    Verdict,
)

_VERDICTS = {
    "=": Verdict.AGREEMENT,
    "~": Verdict.QUALIFIED,
    "!": Verdict.CONTRADICTION,
    "?": Verdict.UNCLEAR,
}
_LINK = re.compile(r"A(\d+)([=~!?])B(\d+)(?::(\w+))?")


def statement(*sentences: str, path: str = "", roles: dict[int, Role] | None = None) -> Statement:
    """A statement of one paragraph with these sentences; `roles` says which are no claims."""
    made, _ = made_side(Part(sentences), roles=roles, path=path)
    return made


def comparison(
    scenario: str, left: Statement | None = None, right: Statement | None = None, *, sentences: int = 4
) -> Comparison:
    """The comparison a scenario draws; "A2!B3:number" gives the link a reason of that kind on its first words.

    Links without a kind have no reason. Sentences are "Left 1 is so." unless statements are given.
    """
    left = left or statement(*(f"Left {n} is so." for n in range(1, sentences + 1)), path="/texts/left.txt")
    right = right or statement(*(f"Right {n} is so." for n in range(1, sentences + 1)), path="/texts/right.txt")
    links = []
    for a, sign, b, kind in _LINK.findall(scenario):
        i, j = int(a) - 1, int(b) - 1
        reasons = ()
        if kind:
            reasons = (Reason(ReasonKind(kind), _first_words(left, i), _first_words(right, j), f"{kind}.test"),)
        links.append(Link((i,), (j,), 0.5, _VERDICTS[sign], 0.9, reasons))
    used = {side: {i for link in links for i in (link.left if side is Side.LEFT else link.right)} for side in Side}
    return Comparison(
        left,
        right,
        tuple(links),
        tuple(s.id for s in left.sentences if s.id not in used[Side.LEFT]),
        tuple(s.id for s in right.sentences if s.id not in used[Side.RIGHT]),
    )


def _first_words(side: Statement, sentence: int) -> Span:
    span = side.sentences[sentence].span
    words = side.sentences[sentence].text.split()[:2]
    return Span(span.start, span.start + len(" ".join(words)))
