"""What pairs, sides and windows are called before and after their texts are known."""

from __future__ import annotations

from pathlib import PurePath

from statement_compare.engine.model import Side
from statement_compare.session.recent import Origin, Pair
from statement_compare.ui.document import SideState, State
from statement_compare.ui.strings import say

_LONGEST_QUOTE = 32
_LONGEST_PART = 40


def origin_name(origin: Origin) -> str:
    """The title a person gave, the file's name, or the first of the pasted words."""
    if origin.title:
        return origin.title
    if origin.path:
        return PurePath(origin.path).name
    words = " ".join(origin.pasted.split())
    return f"“{words[:_LONGEST_QUOTE]}…”" if len(words) > _LONGEST_QUOTE + 1 else f"“{words}”"


def side_name(side: SideState) -> str:
    """Who speaks, the title, or what its origin is called."""
    source = side.source
    if source is not None and (source.speaker or source.title):
        return capital(source.speaker or source.title)
    return origin_name(side.origin)


def capital(name: str) -> str:
    """A name as it stands at the beginning of a line: "the ministry" becomes "The ministry"."""
    return name[:1].upper() + name[1:]


def pair_name(pair: Pair) -> str:
    return say("window.title", left=origin_name(pair.left), right=origin_name(pair.right))


def window_title(state: State) -> str:
    names = [side_name(state.side(side)) for side in Side if not state.side(side).origin.is_empty]
    if not names:
        return say("product")
    if len(names) == 1:
        return say("window.title_one", one=names[0])
    return say("window.title", left=names[0], right=names[1])


def file_name(state: State) -> str:
    """A name for a report of what is open, without characters that a file's name may not have."""
    parts = [side_name(state.side(side))[:_LONGEST_PART] for side in Side]
    kept = "".join(c if c.isalnum() or c in " -_." else " " for c in " - ".join(parts))
    return " ".join(kept.split())
