"""Which actions make sense now: stepping needs a comparison, swapping a text, stopping some work."""

from __future__ import annotations

from statement_compare.engine.model import Role, Side
from statement_compare.session.review import Status
from statement_compare.ui.actions import ROLE, STATUS, VERDICT_KEYS
from statement_compare.ui.document import State

_OF_A_COMPARISON = (
    "copy",
    "what_if",
    "next",
    "previous",
    "next_contradiction",
    "previous_contradiction",
    "unanswered",
    "facts",
    "save_filter",
    "summary",
    "why_not",
    "findings_focus",
    "original",
)
_OF_A_FINDING = (
    *(f"verdict_{verdict.value}" for verdict in VERDICT_KEYS),
    "verdict_back",
    "confirm",
    "confirm_up_to",
    "dismiss",
    "note",
    "bookmark",
    "unlink",
    "split",
    "merge",
    *(f"{STATUS}{status.value}" for status in Status),
)
_OF_SENTENCES = ("correct", "link", "pick", "speaker_left", "speaker_right", *(f"{ROLE}{role.value}" for role in Role))
_OF_A_TEXT = ("swap", "close_pair", "compare_again", "find_next", "find_previous", "other_side")


def availability(state: State) -> dict[str, bool]:
    """Whether an action can be used, by its id; actions that always can be are left out."""
    is_any = not (state.left.origin.is_empty and state.right.origin.is_empty)
    able = dict.fromkeys(_OF_A_COMPARISON, state.comparison is not None) | dict.fromkeys(_OF_A_TEXT, is_any)
    for side in Side:
        able[f"details_{side.value}"] = not state.side(side).origin.is_empty
    for name in ("report", "reply", "marked_left", "marked_right", "bundle"):
        able[name] = state.comparison is not None and not state.is_partial
    if state.is_partial:
        able["unanswered"] = False  # nobody knows yet what will not be answered
        able["summary"] = False
        able["facts"] = False  # nor which figures meet
        able["why_not"] = False  # nor which pairs are still to come
    able["undo"] = state.can_undo
    is_finding = state.review is not None and state.chosen is not None
    able |= dict.fromkeys(_OF_A_FINDING, is_finding)
    able |= dict.fromkeys(_OF_SENTENCES, state.review is not None)
    able["claim_review"] = is_finding and not state.is_partial
    able["changes"] = bool(state.changes)
    able["redo"] = state.redo_name is not None
    able["stop"] = state.is_comparing or state.is_refining or state.is_reading
    return able
