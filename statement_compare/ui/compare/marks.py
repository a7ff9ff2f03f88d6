"""What each sentence of a side shows for its links: a sign, a verdict, the words that carry it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from statement_compare.engine.model import Comparison, Role, Side, Span, Statement, Verdict
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN

NOTABLE_FIRST = (Verdict.CONTRADICTION, Verdict.QUALIFIED, Verdict.AGREEMENT, Verdict.UNCLEAR)
"""Which verdict a sentence shows that has several."""

_NEVER_ANSWERED = frozenset({Role.COURTESY, Role.CONTACT, Role.HEADING})


@dataclass(frozen=True, slots=True)
class Clash:
    """Words that carry a verdict: where they stand in the side's text."""

    span: Span
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """What one sentence shows. `links` are indexes into the comparison, the most notable first.

    `verdict` is None for a sentence in no link; `is_unanswered` says that it then is worth a sign. `is_dimmed` is
    true where a filter hides every link of the sentence. `is_numbered` is false for a text not yet cut into sentences.
    """

    verdict: Verdict | None = None
    links: tuple[int, ...] = ()
    clashes: tuple[Clash, ...] = ()
    is_unanswered: bool = False
    is_dimmed: bool = False
    is_numbered: bool = True

    def label(self, sentence: int) -> str:
        """Number and sign as they stand before a sentence, with blanks at which no line breaks."""
        if not self.is_numbered:
            return ""
        return f"{sentence + 1}\u00a0{self.sign}\u00a0" if self.sign else f"{sentence + 1}\u00a0"

    @property
    def sign(self) -> str:
        if self.verdict is not None:
            return SIGNS[self.verdict]
        return UNANSWERED_SIGN if self.is_unanswered else ""


PLAIN = Mark()
UNNUMBERED = Mark(is_numbered=False)


def plain_marks(statement: Statement) -> tuple[Mark, ...]:
    """The marks of a statement that has not been compared."""
    return (PLAIN,) * len(statement.sentences)


def marks_of(comparison: Comparison, side: Side, shown: frozenset[int] | None = None) -> tuple[Mark, ...]:
    """One mark a sentence of `side`. `shown` holds the indexes of the links that a filter lets through; None: all."""
    statement = comparison.left if side == Side.LEFT else comparison.right
    only = set(comparison.only_left if side == Side.LEFT else comparison.only_right)
    links_of: list[list[int]] = [[] for _ in statement.sentences]
    for index, link in enumerate(comparison.links):
        for sentence in link.left if side == Side.LEFT else link.right:
            links_of[sentence].append(index)
    return tuple(
        _mark(comparison, side, sentence.role, links_of[sentence.id], shown, is_only=sentence.id in only)
        for sentence in statement.sentences
    )


def _mark(
    comparison: Comparison, side: Side, role: Role, links: list[int], shown: frozenset[int] | None, *, is_only: bool
) -> Mark:
    if not links:
        return Mark(is_unanswered=True) if is_only and role not in _NEVER_ANSWERED else PLAIN
    visible = [index for index in links if shown is None or index in shown]
    ordered = sorted(visible or links, key=lambda index: NOTABLE_FIRST.index(comparison.links[index].verdict))
    return Mark(
        verdict=comparison.links[ordered[0]].verdict,
        links=tuple(ordered),
        clashes=tuple(_clashes(comparison, side, ordered)) if visible else (),
        is_dimmed=not visible,
    )


def _clashes(comparison: Comparison, side: Side, links: list[int]) -> Iterable[Clash]:
    for index in links:
        link = comparison.links[index]
        for reason in link.reasons:
            span = reason.left if side == Side.LEFT else reason.right
            if span is not None and span.end > span.start:
                yield Clash(span, link.verdict)
