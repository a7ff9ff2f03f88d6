"""What each sentence of a side shows for its links: a sign, a verdict, the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statement_compare.engine.model import Comparison, Role, Side, Span, Statement, Verdict, pair_of
from statement_compare.session.few_changes import Changes
from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN

NOTABLE_FIRST = (Verdict.CONTRADICTION, Verdict.QUALIFIED, Verdict.AGREEMENT, Verdict.UNCLEAR)
"""Which verdict a sentence shows that has several."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Words that carry a verdict: where they stand in the side's text."""

    span: Span
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """What one sentence shows. `links` are indexes into the comparison, the most notable first.

    `verdict` is None for a sentence in no link; `is_unanswered` says that it then is a claim that the other side never
    takes up. `is_dimmed` is true where a filter hides every link of the sentence.
    """

    verdict: Verdict | None = None
    links: tuple[int, ...] = ()
    clashes: tuple[Clash, ...] = ()
    is_unanswered: bool = False
    is_dimmed: bool = False

    def label(self, sentence: int) -> str:
        """Number and sign as they stand before a sentence, with blanks at which no line breaks."""
        return f"{sentence + 1}\u00a0{self.sign}\u00a0" if self.sign else f"{sentence + 1}\u00a0"

    @property
    def sign(self) -> str:
        if self.verdict is not None:
            return SIGNS[self.verdict]
        return UNANSWERED_SIGN if self.is_unanswered else ""


PLAIN = Mark()


class Marks:
    """The marks of one side by sentence id, each made when it is asked for first: few of many are ever seen.

    `shown` holds the indexes of the links that a filter lets through; None: all. Without a comparison every mark is
    plain. `ends` are those of its links, where they have been collected.
    """

    def __init__(
        self,
        side: Side,
        statement: Statement,
        comparison: Comparison | None = None,
        shown: frozenset[int] | None = None,
        ends: Ends | None = None,
    ) -> None:
        self._side = side
        self._statement = statement
        self._links = comparison.links if comparison is not None else ()
        self._shown = shown
        self._ends = ends if ends is not None else Ends.of(self._links)
        self._alone = frozenset[int]()
        self._made: dict[int, Mark] = {}
        if comparison is not None:
            self._alone = frozenset(comparison.only_left if side is Side.LEFT else comparison.only_right)

    def judged_anew(self, comparison: Comparison) -> Marks:
        """The marks of a comparison that differs from this one in verdicts alone."""
        marks = Marks(self._side, self._statement, None, self._shown)
        marks._links, marks._ends, marks._alone = comparison.links, self._ends, self._alone
        return marks

    def __len__(self) -> int:
        return len(self._statement.sentences)

    @property
    def made(self) -> int:
        """How many marks have been asked for so far."""
        return len(self._made)

    def __getitem__(self, sentence: int) -> Mark:
        mark = self._made.get(sentence)
        if mark is None:
            mark = self._made[sentence] = self._make(sentence)
        return mark

    def _make(self, sentence: int) -> Mark:
        links = self._ends.links_of(self._side, sentence)
        if not links:
            is_claim = self._statement.sentences[sentence].role is Role.CLAIM
            return Mark(is_unanswered=True) if is_claim and sentence in self._alone else PLAIN
        visible = [index for index in links if self._shown is None or index in self._shown]
        ordered = sorted(visible or links, key=lambda index: NOTABLE_FIRST.index(self._links[index].verdict))
        return Mark(
            verdict=self._links[ordered[0]].verdict,
            links=tuple(ordered),
            clashes=tuple(self._clashes(ordered)) if visible else (),
            is_dimmed=not visible,
        )

    def _clashes(self, links: list[int]) -> Iterator[Clash]:
        for index in links:
            link = self._links[index]
            for reason in link.reasons:
                span = reason.left if self._side == Side.LEFT else reason.right
                if span is not None and span.end > span.start:
                    yield Clash(span, link.verdict)


def differs_in_verdicts_alone(former: Comparison, comparison: Comparison, changes: Changes | None) -> bool:
    """Whether both are of the same texts and the same links, so that nothing moves.

    `changes` lead from the links of one to those of the other; None where they are many.
    """
    if former.left is not comparison.left or former.right is not comparison.right:
        return False
    if (former.only_left, former.only_right) != (comparison.only_left, comparison.only_right):
        return False
    if changes is None:
        pairs = zip(former.links, comparison.links, strict=False)
        return len(former.links) == len(comparison.links) and all(pair_of(a) == pair_of(b) for a, b in pairs)
    places = zip(changes.gone, changes.come, strict=False)
    return changes.gone == changes.come and all(
        pair_of(former.links[i]) == pair_of(comparison.links[j]) for i, j in places
    )
