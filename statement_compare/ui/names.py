"""What pairs, sides and windows are called before and after their texts are known."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path, PurePath

from statement_compare import bundled
from statement_compare.engine.model import Side
from statement_compare.engine.text import hidden
from statement_compare.session.query import flat, statement_of
from statement_compare.session.recent import Origin, Pair
from statement_compare.ui.document import SideState, State
from statement_compare.ui.strings import say

_LONGEST_QUOTE = 32
_LONGEST_PART = 40
_LONGEST_SESSION = 80
_BORDER = re.compile(r"[\s_.-]")


def origin_name(origin: Origin) -> str:
    """The title a person gave, the file's name, or the first of the pasted words."""
    if origin.title:
        return hidden.shown(origin.title)
    if origin.path:
        return hidden.shown(PurePath(origin.path).name)
    words = flat(origin.pasted)
    return f"“{words[:_LONGEST_QUOTE]}…”" if len(words) > _LONGEST_QUOTE + 1 else f"“{words}”"


def side_name(side: SideState) -> str:
    """Who speaks, the file's name, or the first of the pasted words; never a title, as in `header_title`."""
    speaker = side.origin.speaker if side.source is None else side.source.speaker
    if speaker:
        return capital(hidden.shown(speaker))
    return origin_name(replace(side.origin, title=""))


def compared_name(state: State, side: Side) -> str:
    """Who speaks on a side of what was compared, as a person may have set it there; else what the side is called."""
    comparison = state.comparison
    speaker = "" if comparison is None else statement_of(comparison, side).source.speaker
    return capital(hidden.shown(speaker)) if speaker else side_name(state.side(side))


def short_name(name: str) -> str:
    """A name that is no longer than a line in large type."""
    cut = _cut_between_words(name, _LONGEST_PART)
    return name if cut == name else f"{cut.rstrip(',;:')}…"


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
    pair = say("window.title", left=names[0], right=names[1])
    session = _session_name(state)
    return say("window.title_session", name=hidden.shown(session), pair=pair) if session else pair


def file_name(state: State) -> str:
    """A name for what is made of the work that is open: that of its session, or else "left - right".

    It is cut between words, and of characters that any system takes.
    """
    session = _file_part(_session_name(state), _LONGEST_SESSION)
    return session or " - ".join(_side_part(state.side(side)) for side in Side)


def _session_name(state: State) -> str:
    """What a person called the session; "" where it has no name yet."""
    work = None if state.steps is None else state.steps.work
    return "" if work is None or work.path is None or not work.has_name else work.path.stem


def _side_part(side: SideState) -> str:
    """What a side is called in a file's name: as its file without its ending, else by its title or first words."""
    name = PurePath(side.origin.path).stem if side.origin.path else side_name(side)
    return _file_part(name, _LONGEST_PART) or say("report.unnamed")


def _file_part(name: str, longest: int) -> str:
    kept = " ".join("".join(c if c.isalnum() or c in " -_." else " " for c in name).split()).strip(".- ")
    return _cut_between_words(kept, longest)


def _cut_between_words(text: str, longest: int) -> str:
    """At most `longest` characters, without half a word at the end unless the first word alone is longer."""
    if len(text) <= longest:
        return text
    borders = [found.start() for found in _BORDER.finditer(text, 1, longest + 1)]
    return text[: borders[-1] if borders else longest].strip(" -_.")


def report_folder(state: State) -> Path | None:
    """Where a report of what is open is looked for first: beside the left file, or else beside the right one.

    None where both are pasted, and for folders that cannot be written or belong to the program, as the samples' do.
    """
    for side in Side:
        path = state.side(side).origin.path
        folder = Path(path).parent
        is_own = folder.is_relative_to(bundled.path())
        if path and folder.is_dir() and os.access(folder, os.W_OK) and not is_own:
            return folder
    return None
