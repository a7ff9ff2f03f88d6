"""How a moment is written: in the window's language, in the time of this place, and no longer than it must be."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def moment_words(at: str, language: str, *, is_short: bool = False) -> str:
    """A time of ISO 8601 as "3 Nov 2026, 14:05"; "" where it is none. `is_short`: today's has its hour alone."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    is_today = is_short and when.astimezone().date() == datetime.now().astimezone().date()
    pattern = "HH:mm" if is_today else "d MMM yyyy, HH:mm"
    return QLocale(language).toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), pattern)
