"""The colours of the window: one table of tokens for each theme, and which theme a person or the system asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from statement_compare.engine.model import Verdict


class ThemeChoice(StrEnum):
    """What a person may choose; `system` and `contrast` follow the system between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class VerdictColours:
    """`ink` for lines and signs, `tint` behind a sentence, `words` behind the words that carry the verdict."""

    ink: str
    tint: str
    words: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the program as `#rrggbb`. Each field can be overridden by its name (see `recoloured`)."""

    is_dark: bool
    ground: str
    paper: str
    ink: str
    soft: str
    line: str
    accent: str
    chosen: str
    contradiction_ink: str
    contradiction_tint: str
    contradiction_words: str
    agreement_ink: str
    agreement_tint: str
    agreement_words: str
    qualified_ink: str
    qualified_tint: str
    qualified_words: str
    unclear_ink: str
    unclear_tint: str
    unclear_words: str
    found: str
    selection: str

    def of(self, verdict: Verdict) -> VerdictColours:
        name = verdict.value
        return VerdictColours(
            getattr(self, f"{name}_ink"), getattr(self, f"{name}_tint"), getattr(self, f"{name}_words")
        )


LIGHT = Theme(
    is_dark=False,
    ground="#f6f7f9",
    paper="#ffffff",
    ink="#1c2024",
    soft="#60646c",
    line="#e0e3e8",
    accent="#2f5bd7",
    chosen="#eef3ff",
    contradiction_ink="#c2410c",
    contradiction_tint="#fdeee4",
    contradiction_words="#f9c9a8",
    agreement_ink="#1d5fb8",
    agreement_tint="#e8f1fc",
    agreement_words="#c4dcf8",
    qualified_ink="#6b5aa8",
    qualified_tint="#f0edf9",
    qualified_words="#d9d0f1",
    unclear_ink="#6f7680",
    unclear_tint="#f1f2f4",
    unclear_words="#dcdfe4",
    found="#ffe27a",
    selection="#bcd0fb",
)

DARK = Theme(
    is_dark=True,
    ground="#17191c",
    paper="#1e2124",
    ink="#e7e9ec",
    soft="#9aa0a8",
    line="#30343a",
    accent="#8fb0ff",
    chosen="#232c40",
    contradiction_ink="#ff9d66",
    contradiction_tint="#3a2619",
    contradiction_words="#7a4420",
    agreement_ink="#8dbcf5",
    agreement_tint="#1b2b40",
    agreement_words="#2b4c77",
    qualified_ink="#b7a8ee",
    qualified_tint="#2a2540",
    qualified_words="#493d78",
    unclear_ink="#a2a9b3",
    unclear_tint="#2a2d31",
    unclear_words="#474c53",
    found="#6e5a10",
    selection="#34508f",
)

LIGHT_CONTRAST = replace(
    LIGHT,
    ground="#ffffff",
    ink="#000000",
    soft="#33373d",
    line="#6c727c",
    accent="#0b3bbf",
    chosen="#dbe6ff",
    contradiction_ink="#8f2c00",
    contradiction_words="#ffb98a",
    agreement_ink="#0a4390",
    qualified_ink="#4a3a8c",
    unclear_ink="#3d434b",
    unclear_tint="#ebedf0",
)

DARK_CONTRAST = replace(
    DARK,
    ground="#000000",
    paper="#000000",
    ink="#ffffff",
    soft="#cdd2d9",
    line="#8a919b",
    accent="#b5cbff",
    contradiction_ink="#ffb88f",
    agreement_ink="#b4d5ff",
    qualified_ink="#d3c8ff",
    unclear_ink="#d0d5dc",
)

TOKENS = tuple(field.name for field in fields(Theme) if field.name != "is_dark")


def recoloured(theme: Theme, colours: Mapping[str, str]) -> Theme:
    """`theme` with some tokens replaced; raises ValueError for an unknown token or something that is no colour."""
    for token, colour in colours.items():
        if token not in TOKENS:
            raise ValueError(f"unknown colour token: {token}")
        if not QColor.isValidColorName(colour):
            raise ValueError(f"not a colour: {colour}")
    values = {token: getattr(theme, token) for token in TOKENS} | {
        token: QColor(colour).name() for token, colour in colours.items()
    }
    return Theme(is_dark=theme.is_dark, **values)


def resolve(choice: ThemeChoice, colours: Mapping[str, str] | None = None) -> Theme:
    """The theme for a person's choice; where it follows the system, for the system's present colour scheme.

    Connect `QGuiApplication.styleHints().colorSchemeChanged` to resolve again. With `system`, a desktop that asks
    for more contrast gets the contrast theme.
    """
    hints = QGuiApplication.styleHints()
    is_dark = choice == ThemeChoice.DARK or (choice != ThemeChoice.LIGHT and hints.colorScheme() == Qt.ColorScheme.Dark)
    wants_contrast = choice == ThemeChoice.CONTRAST or (choice == ThemeChoice.SYSTEM and _system_wants_contrast())
    light, dark = (LIGHT_CONTRAST, DARK_CONTRAST) if wants_contrast else (LIGHT, DARK)
    theme = dark if is_dark else light
    return recoloured(theme, colours or {})


def _system_wants_contrast() -> bool:
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)  # since Qt 6.10
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
