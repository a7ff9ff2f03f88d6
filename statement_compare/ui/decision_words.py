"""How decisions and edits of a review are told: in the menu, on cards, below the texts, and to a screen reader."""

from __future__ import annotations

from typing import Any

from statement_compare.engine.model import Role, Side, Verdict
from statement_compare.session.history import Name
from statement_compare.session.review import Status
from statement_compare.ui.strings import role_word, say, side_word, verdict_word


def status_word(status: Status) -> str:
    return say(f"review_status.{status.value}")


def step_words(action: str, name: Name | None) -> str:
    """What the menu says of undoing or redoing: "Undo: mark L3-R5 as contradiction"."""
    return say(f"action.{action}") if name is None else say(f"action.{action}_named", name=edit_words(name))


def edit_words(name: Name) -> str:
    """The name of an edit, such as "mark L3-R5 as contradiction"."""
    key, places = name
    words: dict[str, Any] = dict(places)
    if "verdict" in places:
        words["verdict"] = verdict_word(Verdict(places["verdict"])).lower()
    if "status" in places:
        words["status"] = status_word(Status(places["status"]))
    if "role" in places:
        words["role"] = role_word(Role(places["role"])).lower()
    if "side" in places:
        words["side"] = side_word(Side(places["side"])).lower()
    if "n" in places:
        words["n"] = int(places["n"])
    return say(key, **words)
