"""How a page opens: over its window, which waits for it, or beside it; and where F1 leads from it.

No page holds up another window of the program, and none runs an event loop of its own: its signals tell the answer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

SUBJECT_PROPERTY = "helpSubject"
"""The property of a widget, such as a dialog, that names the subject of the help for it and what lies in it."""
_HELP = "help"


def open_over(page: QDialog, subject: str) -> None:
    """Open a page that its window, or the page that it belongs to, waits for; it is deleted when it is closed."""
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offer_help(page, subject)
    page.open()


def open_beside(page: QDialog, subject: str) -> None:
    """Open a page that is looked at while the window is used; it is deleted when it is closed.

    It takes the place of one of its kind that is open over the same window.
    """
    window = page.parentWidget()
    for former in () if window is None else window.findChildren(type(page)):
        if former is not page and former.isVisible():
            former.close()
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offer_help(page, subject)
    page.show()
    page.activateWindow()


def offer_help(page: QDialog, subject: str) -> None:
    """Let the key for the help open this subject from a page, as it opens others from the window."""
    page.setProperty(SUBJECT_PROPERTY, subject)
    above = page.parentWidget()
    while above is not None:
        found = next((each for each in above.actions() if each.objectName() == _HELP), None)
        if isinstance(found, QAction):
            page.addAction(found)
            return
        above = above.parentWidget()


def waiting_page(window: QWidget) -> QDialog | None:
    """The page that a window waits for; of a page over a page, the upper one; None where it waits for none."""
    waited = [page for page in window.findChildren(QDialog) if page.isVisible() and page.isModal()]
    return next((page for page in waited if not any(each in waited for each in page.findChildren(QDialog))), None)
