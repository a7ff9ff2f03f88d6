"""A comparison with a person's decisions on it, in which everything that a stranger or a person writes is one text."""

from __future__ import annotations

import re
from datetime import date

from made_side import Part, made_side

from statement_compare.engine.model import (
    Comparison,
    Correction,
    Decision,
    Link,
    Lost,
    Reason,
    ReasonKind,
    Side,
    Signature,
    Statement,
    Verdict,
)
from statement_compare.engine.reported import Reported

_NOTHING = re.compile(r"(?!)()")  # whatever the text holds, it is no mark


def _statement(text: str, *, is_first: bool) -> Statement:
    made, _ = made_side(
        Part([text if number % 2 else f"Port {number}: {text} it said." for number in range(4)]),
        marked=_NOTHING,
        path=text,
        sha256=("a" if is_first else "b") * 64,
        title=text,
        date=date(2025, 11, 3),
        speaker=text if is_first else "",
    )
    return made


def _link(pair: tuple[int, int], verdict: Verdict, sides: tuple[Statement, Statement]) -> Link:
    left, right = sides
    spans = (left.sentences[pair[0]].span, right.sentences[pair[1]].span)
    reason = Reason(ReasonKind.NUMBER, *spans, "no.such.rule")
    return Link((pair[0],), (pair[1],), 0.31, verdict, 0.93, (reason,))


def reported_with(text: str) -> Reported:
    """`text` is each sentence, the title, the speaker and the name of both files, all notes, names and corrections."""
    sides = (_statement(text, is_first=True), _statement(text, is_first=False))
    links = (
        _link((0, 1), Verdict.CONTRADICTION, sides),
        _link((1, 0), Verdict.QUALIFIED, sides),
        _link((2, 3), Verdict.AGREEMENT, sides),
    )
    signature = Signature("9.9", (("model", text), ("preset", "normal")), (("encoder", text),), (("numpy", text),))
    comparison = Comparison(*sides, links, (3,), (2,), signature)
    said = Decision(Verdict.UNCLEAR, text, is_confirmed=True, note=text, reviewer=text, at=text)
    return Reported(
        comparison,
        {((0,), (1,)): said, ((1,), (0,)): Decision(is_dismissed=True, note=text, reviewer=text, at=text)},
        proposed={((0,), (1,)): links[0]},
        speakers={Side.LEFT: text},
        corrections=(Correction(Side.LEFT, 0, text, text),),
        lost=(Lost((text,), (text,), said),),
        reviewer=text,
    )
