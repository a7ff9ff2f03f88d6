"""What the window shows once the worker has answered, or is stopped: a text, a comparison, or what stays."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.errors import StatementCompareError
from statement_compare.ui.document import SideState, State
from statement_compare.ui.editing import Editing, shown
from statement_compare.ui.wanted_finding import WantedFinding, same_link


def with_text(state: State, side: Side, text: Statement, kept: State | None) -> State:
    """A side has its text; what was open before reading, `kept`, comes back by undoing where it held another one."""
    held = state.side(side)
    state = state.with_side(side, SideState(held.origin, text))
    is_replaced = kept is not None and kept.side(side).is_replaced_by(held.origin)
    return replace(state, former=replace(kept, former=None)) if kept is not None and is_replaced else state


def with_whole(editing: Editing, state: State, wanted: WantedFinding, comparison: Comparison) -> State:
    """All is judged: the finding that was wanted is chosen. What could not be taken is still told."""
    told, after = state.problem, editing.with_whole(state, comparison)
    kept_words = told if told is not None and told.key == "not_taken" else None
    assert after.review is not None
    current = wanted.take(after.review, state.chosen)
    return replace(after, is_comparing=False, is_partial=False, problem=kept_words, current=current)


def with_better(editing: Editing, state: State, comparison: Comparison) -> State:
    """Thorough verdicts take the place of the first ones; what a person looks at stays where it is."""
    after = editing.with_whole(state, comparison, is_better=True)
    return replace(after, current=same_link(shown(after), state.chosen), is_refining=False)


def with_part(editing: Editing, state: State, part: Comparison) -> State | None:
    """What is judged so far; None where there is more to read already, as a whole comparison of these texts."""
    if state.review is not None and not state.is_partial:
        return None
    if state.comparison is not None and len(part.links) < len(state.comparison.links):
        return None  # judging goes on after a stop, and has not come so far yet
    after = editing.with_part(state, part)
    if after.review is None:
        return None
    # Nothing is chosen that nobody asked for: what is first now will not be first at the end.
    return replace(after, is_partial=True, current=same_link(shown(after), state.chosen))


def stopped(editing: Editing, state: State) -> State:
    """Nothing is compared any more: the first verdicts stay where better ones were being made."""
    if state.is_refining:
        kept = StatementCompareError("refining_stopped", "The first verdicts stay.")
        return replace(state, is_refining=False, problem=kept)
    problem = StatementCompareError("stopped", "The comparison was stopped.")
    return replace(editing.with_review_back(state), is_comparing=False, problem=problem)
