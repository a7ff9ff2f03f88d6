"""The type of the window: its families and sizes, and how they grow with the system's type and with the zoom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from statement_compare import bundled

READING_PX = 16
INTERFACE_PX = 13
_FONT_FILES = (
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSerif-Italic.ttf",
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
)
_READING_FAMILIES = ("Noto Serif", "DejaVu Serif", "DejaVu Sans")
_INTERFACE_FAMILIES = ("Inter", "DejaVu Sans")
_FONTS_LOADED = "statementCompareFontsLoaded"
_ZOOM = "statementCompareZoom"


_INTERFACE_SHARES = (1.0, 2.0)


def system_share() -> float:
    """By how much the type of the system is larger than the program's: never smaller, at most twice.

    With a system font of 14 points the program's is of 14 points, too; what a person zooms comes on top of it.
    """
    least, most = _INTERFACE_SHARES
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        return least
    return min(max(QFontInfo(QGuiApplication.font()).pixelSize() / INTERFACE_PX, least), most)


def use_zoom(zoom_percent: int) -> None:
    """From now on, what is built and dressed has type for this zoom of the statements. Needs an application."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_ZOOM, zoom_percent)


def _zoom() -> int:
    application = QCoreApplication.instance()
    used = None if application is None else application.property(_ZOOM)
    return used if isinstance(used, int) else 100


def interface_share(zoom_percent: int) -> float:
    """By how much everything but the statements is larger than usual, as the system's type is and as the statements
    are zoomed: never smaller, at most twice.
    """
    least, most = _INTERFACE_SHARES
    return min(max(zoom_percent / 100, least) * system_share(), most)


def scaled(px: int, share: float) -> int:
    return round(px * share)


def window_px(px: int) -> int:
    """A length of bars, menus and dialogs, as large as the system's type and the zoom in use ask for."""
    return scaled(px, interface_share(_zoom()))


def load_fonts() -> None:
    """Make the bundled type known to the application; the second call does nothing. Needs a QGuiApplication."""
    application = QCoreApplication.instance()
    if application is None or application.property(_FONTS_LOADED):
        return
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(bundled.path("fonts", name)))
    application.setProperty(_FONTS_LOADED, True)


def reading_font(px: int = READING_PX, *, is_bold: bool = False) -> QFont:
    """The serif of the statements, at `px` pixels."""
    font = QFont()
    font.setFamilies(list(_READING_FAMILIES))
    font.setPixelSize(px)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_font(px: int = INTERFACE_PX, *, is_strong: bool = False) -> QFont:
    """The type of everything that is no statement, at `px` pixels; strong is semibold."""
    font = QFont()
    font.setFamilies(list(_INTERFACE_FAMILIES))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
