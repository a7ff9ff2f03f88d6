"""What a state of the document says of itself, and what two of them have in common, as it is asked to show them."""

from __future__ import annotations

from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.session.recent import Pair
from statement_compare.session.review import Review, pair_of
from statement_compare.ui.document import State


def bare_pair(state: State) -> Pair:
    """What is open, without a place in it."""
    return Pair(state.left.origin, state.right.origin, state.sentences_per_line, session=file_of(state))


def file_of(state: State) -> str:
    """The path of the file that holds the work on what is open, "" where none does."""
    path = None if state.steps is None else state.steps.work.path
    return "" if path is None else str(path)


def chosen(state: State) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    return None if state.chosen is None else pair_of(state.chosen)


def is_contradiction(state: State) -> bool:
    if state.comparison is None or state.current is None:
        return False
    return state.comparison.links[state.current].verdict is Verdict.CONTRADICTION


def is_alone(comparison: Comparison, side: Side, sentence: int) -> bool:
    """Whether a sentence is in no link."""
    return sentence in (comparison.only_left if side is Side.LEFT else comparison.only_right)


def is_edited(before: State, after: State) -> bool:
    """Whether a person's edit made the one of the other, so that what she looks at stays where it is."""
    return before.review is not None and after.review is not None and before.steps is after.steps


def links_by_hand(review: Review | None) -> frozenset[int]:
    if review is None or not review.by_hand:
        return frozenset()
    return frozenset(i for link in review.by_hand if (i := review.index_of(pair_of(link))) is not None)
