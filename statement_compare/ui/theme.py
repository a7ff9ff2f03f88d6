"""The colours of the window as a theme: which one a person or the system asks for, with a person's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from statement_compare.engine import colours as table
from statement_compare.engine.colours import CONTRAST, THEMES, TITLES
from statement_compare.session.options import CONTRAST_THEME, SYSTEM_THEME

# The table stands in the engine, which writes the HTML report from it; widgets ask this module alone.
Theme = table.Theme
VerdictColours = table.VerdictColours
TOKENS = table.TOKENS
LIGHT, DARK = THEMES["light"], THEMES["dark"]
LIGHT_CONTRAST, DARK_CONTRAST = THEMES["light" + CONTRAST], THEMES["dark" + CONTRAST]


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


def that_make_sense(colours: Mapping[str, str]) -> dict[str, str]:
    """Those of a person's own colours that are colours of a theme; a file of settings may hold anything."""
    return {
        key: colour
        for key, colour in colours.items()
        if key.rpartition(".")[0] in ("", *THEMES)
        and key.rpartition(".")[2] in TOKENS
        and QColor.isValidColorName(colour)
    }


def resolve(choice: str, colours: Mapping[str, str] | None = None) -> Theme:
    """The theme for a person's choice, with their own colours: one of `colours.TITLES`, or one that follows the system.

    A person's own colours go by a token, for all themes, or by a theme's name and a token, `dark.ink`, for that one.
    Connect `QGuiApplication.styleHints().colorSchemeChanged` to resolve again. With `system`, a desktop that asks
    for more contrast gets the contrast theme; with `contrast`, the system still says whether it is light or dark.
    """
    name = name_of(choice)
    return recoloured(THEMES[name], own_colours(colours or {}, name))


def own_colours(colours: Mapping[str, str], name: str) -> dict[str, str]:
    """Those of a person's own colours that the theme `name` has, by their tokens; ValueError for an unknown theme."""
    for key in colours:
        if "." in key and key.split(".")[0] not in THEMES:
            raise ValueError(f"unknown colour theme: {key}")
    for_all = {key: colour for key, colour in colours.items() if "." not in key}
    return for_all | {key.split(".")[1]: colour for key, colour in colours.items() if key.startswith(f"{name}.")}


def name_of(choice: str) -> str:
    """The name of the theme that a choice means now."""
    if choice in TITLES:
        return choice
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    wants_contrast = choice == CONTRAST_THEME or (choice == SYSTEM_THEME and _system_wants_contrast())
    return ("dark" if is_dark else "light") + (CONTRAST if wants_contrast else "")


def _system_wants_contrast() -> bool:
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)  # since Qt 6.10
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
