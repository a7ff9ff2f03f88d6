"""Which windows were open and what each of them showed, so that they come back at the next start.

A window names its pair as the list of recent pairs has it: what was forgotten there does not come back from here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from statement_compare.session.folders import as_utf8, write_whole
from statement_compare.session.options import Settings, checked_value, schema
from statement_compare.session.recent import Pair, Recent

VIEW = (
    "zoom_percent",
    "scroll_locked",
    "overview_shown",
    "hidden_shown",
    "inspector_shown",
    "inspector_height",
    "findings_shown",
    "findings_width",
    "geometry",
)
"""The settings that each window has for itself; a new one begins with those that were chosen last."""


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """One window: its pair, None while it is empty, what it has of `VIEW`, its filter as `saved_filters` has it."""

    pair: Pair | None
    view: Mapping[str, Any]
    filter: str = ""


def view_of(settings: Settings) -> dict[str, Any]:
    return {key: getattr(settings, key) for key in VIEW}


def load(path: Path, recent: Recent) -> tuple[OpenWindow, ...]:
    """The windows in a file, that in front first; one whose pair is not in the list of pairs any more is left out."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    entries = content.get("windows") if isinstance(content, dict) else None
    known = {_name(pair): pair for pair in recent.pairs}
    windows = []
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("view"), dict):
            continue
        name, shown = entry.get("pair", ""), entry.get("filter", "")
        pair = known.get(name) if isinstance(name, str) else None
        if isinstance(shown, str) and (pair is not None or name == ""):
            windows.append(OpenWindow(pair, _view(entry["view"]), shown))
    return tuple(windows)


def save(windows: Iterable[OpenWindow], path: Path) -> None:
    """Write which windows are open, that in front first. Raises OSError."""
    entries = [
        {"pair": "" if each.pair is None else _name(each.pair), "view": dict(each.view), "filter": each.filter}
        for each in windows
    ]
    write_whole(path, as_utf8(json.dumps({"format": 1, "windows": entries}, indent=1, ensure_ascii=False)))


def _name(pair: Pair) -> str:
    """What tells a pair from others and says nothing of it."""
    return hashlib.sha256("\0".join(pair.texts).encode("utf-8", "surrogatepass")).hexdigest()


def _view(entry: Mapping[str, object]) -> dict[str, Any]:
    lines = {line.key: line for line in schema() if line.key in VIEW}
    read = {key: checked_value(lines[key], value) for key, value in entry.items() if key in lines}
    return {key: value for key, value in read.items() if value is not None}
