"""Filters that a person keeps under a name: how each is written in the settings, and how it is read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.session.options import Settings
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.session.review import Status

LONGEST_NAME: Final = 60
_Word = TypeVar("_Word", bound=StrEnum)


def saved_filters(settings: Settings) -> dict[str, Filter]:
    """The filters by name; one that was written by hand and makes no sense is left out."""
    read = {name: filter_from(text) for name, text in settings.filters}
    return {name: found for name, found in sorted(read.items()) if found is not None}


def with_filter(settings: Settings, name: str, shown: Filter | None) -> tuple[tuple[str, str], ...]:
    """What `Settings.filters` is with a filter under a name, in place of another one; None forgets it."""
    kept = dict(settings.filters)
    if shown is None:
        kept.pop(name, None)
    else:
        kept[name] = text_of(shown)
    return tuple(sorted(kept.items()))


def text_of(shown: Filter) -> str:
    """A filter as JSON, without the parts that let everything through."""
    parts: dict[str, object] = {
        key: sorted(words)
        for key, words in (
            ("verdicts", shown.verdicts),
            ("kinds", shown.kinds),
            ("marks", shown.marks),
            ("statuses", shown.statuses),
        )
        if words
    }
    if shown.text.strip():
        parts["text"] = shown.text.strip()
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def filter_from(text: str) -> Filter | None:
    """The filter that `text_of` wrote; None for anything else, and for what lets everything through."""
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parts, dict) or parts.keys() - {"verdicts", "kinds", "marks", "statuses", "text"}:
        return None
    words = parts.get("text", "")
    try:
        found = Filter(
            _words(Verdict, parts, "verdicts"),
            _words(ReasonKind, parts, "kinds"),
            words,
            _words(Mark, parts, "marks"),
            _words(Status, parts, "statuses"),
        )
    except (TypeError, ValueError):
        return None
    return found if isinstance(words, str) and found != EVERYTHING else None


def _words(kind: type[_Word], parts: Mapping[str, Any], key: str) -> frozenset[_Word]:
    return frozenset(kind(word) for word in parts.get(key, ()))
