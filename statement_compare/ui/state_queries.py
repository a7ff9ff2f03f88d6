"""What can be asked of a state of the document, or of what is open in it, without any part of the window."""

from __future__ import annotations

from collections.abc import Mapping

from statement_compare.engine.fact_rows import Row
from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.review import Review, pair_of
from statement_compare.session.samples import is_of_sample
from statement_compare.ui.document import State
from statement_compare.ui.findings.facts_model import fact_sentences
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.why_asked import Why


def bare_pair(state: State) -> Pair:
    """What is open, without a place in it."""
    return Pair(state.left.origin, state.right.origin, state.sentences_per_line, session=file_of(state))


def file_of(state: State) -> str:
    """The path of the file that holds the work on what is open, "" where none does."""
    path = None if state.steps is None else state.steps.work.path
    return "" if path is None else str(path)


def chosen_pair(state: State) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    return None if state.chosen is None else pair_of(state.chosen)


def in_place_of_sample(state: State, side: Side, origin: Origin) -> Pair | None:
    """The pair that takes the place of the sample where a text of one's own is brought to a side of it.

    Its other side is empty: a person who brings one text has another one in mind for it. None where no sample is open.
    """
    if is_of_sample(origin.path) or not all(is_of_sample(state.side(each).origin.path) for each in Side):
        return None
    left, right = (origin if each is side else Origin() for each in Side)
    return Pair(left, right, state.sentences_per_line)


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
    made = (pair_of(link) for link in review.by_hand if review.is_by_hand(link))
    return frozenset(i for pair in made if (i := review.index_of(pair)) is not None)


def is_edited_beside(before: State, after: State) -> bool:
    """Whether an edit left the chosen finding as it was."""
    return is_edited(before, after) and chosen_pair(before) == chosen_pair(after)


def looked_at(
    state: State, beside: Unanswered | Row | Why | None
) -> tuple[Mapping[Side, tuple[int, ...]], Verdict | None]:
    """The sentences that a person looks at, by side, and the verdict of the finding that they are in, if any.

    `beside` is what is shown in place of a finding, which stays chosen meanwhile.
    """
    match beside:
        case Unanswered(side, sentence):
            return {side: (sentence,)}, None
        case Row():
            return {side: fact_sentences(side, beside) for side in Side}, None
        case Why(left, right):
            return {Side.LEFT: (left,), Side.RIGHT: (right,)}, None
    link = state.chosen
    return ({}, None) if link is None else ({Side.LEFT: link.left, Side.RIGHT: link.right}, link.verdict)


def is_more_of(before: State, after: State) -> bool:
    """Whether there is more of a comparison that was shown in part, or better or edited of one that was shown whole."""
    return after.comparison is not None and (before.is_partial or before.is_refining or is_edited(before, after))
