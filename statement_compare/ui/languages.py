"""Which language the window speaks: the one a person chose, or the first of the system's that there are words for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from statement_compare.session.options import SYSTEM_LANGUAGE
from statement_compare.ui.strings import LANGUAGE_PROPERTY, LANGUAGES

_TRANSLATOR = "statementCompareTranslator"


def resolve(choice: str, preferred: Sequence[str] | None = None) -> str:
    """The code of the language for a choice of the settings.

    `preferred` are a person's languages, the dearest first, such as "kk-KZ"; those of the system where not given.
    """
    if choice != SYSTEM_LANGUAGE:
        return choice if choice in LANGUAGES else "en"
    asked = of_system() if preferred is None else preferred
    codes = (each.replace("_", "-").partition("-")[0].lower() for each in asked)
    return next((code for code in codes if code in LANGUAGES), "en")


def of_system() -> Sequence[str]:
    """The languages that the system is set to, the dearest first."""
    return QLocale.system().uiLanguages()


def use(code: str) -> None:
    """Let everything that is said from now on be said in this language; what stands in a widget already stays.

    Qt's own words, as those of a dialog that chooses a file, follow as far as Qt has a translation.
    """
    application = QCoreApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.setProperty(LANGUAGE_PROPERTY, code)
    application.setLayoutDirection(QLocale(code).textDirection())
    former = application.findChild(QTranslator, _TRANSLATOR)
    if former is not None:
        application.removeTranslator(former)
        former.setParent(None)
        former.deleteLater()
    if code == "en":
        return
    translator = QTranslator(application)
    translator.setObjectName(_TRANSLATOR)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        application.installTranslator(translator)
