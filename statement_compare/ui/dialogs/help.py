"""The help: a list of subjects, a search through all of them, and the page of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from statement_compare.ui import help_texts
from statement_compare.ui.fonts import interface_share, scaled
from statement_compare.ui.strings import say
from statement_compare.ui.stylesheet import larger_sheet
from statement_compare.ui.widgets.dialog_size import open_at, room_for
from statement_compare.ui.widgets.field_parts import name_parts

_SIZE = (880, 640)
_LIST_WIDTH = 250
_MOST_OF_LIST = 0.36  # of the screen
_TEXT_PX = 14
_LINE_HEIGHT_PERCENT = 140
_ROWS = (
    "QListView::item { padding: 5px 6px; border-radius: 4px; }\n"
    "QListView::item:selected { background: palette(highlight); color: palette(text); }"
)
_KEYS = "keys"
# Of the columns of the table of keys: what, the keys, what it does.
_SHARES = (33, 22, 45)
_SUBJECT = Qt.ItemDataRole.UserRole
_ZOOM = ("zoom_in", "zoom_out", "zoom_reset")


class HelpWindow(QDialog):
    """Stays open beside the window, whose `actions` tell it the keys."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._texts: dict[str, str] = {}
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._found = QLabel()
        self._found.setProperty("soft", True)
        self._found.setProperty("small", True)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QTextBrowser()
        self._page.setOpenLinks(False)
        # A caret, by which a screen reader reads line by line.
        self._page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._page.document().setDocumentMargin(16)
        self._find = QShortcut(self)
        self._find.activated.connect(self._go_to_search)
        for name in _ZOOM:
            self.addAction(actions[name])
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self.find_next)
        self._list.currentItemChanged.connect(lambda *_: self._show_page())
        self._arrange()
        open_at(self, *_SIZE)
        self.retranslate()

    def _arrange(self) -> None:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._found)
        column.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._left)
        row.addWidget(self._page, 1)

    @property
    def subject(self) -> str:
        item = self._list.currentItem()
        return "" if item is None else str(item.data(_SUBJECT))

    @property
    def subjects(self) -> list[str]:
        """Those that the search has left in the list."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [str(item.data(_SUBJECT)) for item in items]

    @property
    def text(self) -> str:
        """The page as it is read."""
        return self._page.toPlainText()

    def show_subject(self, subject: str) -> None:
        """Open a page, though the search may have left it out."""
        if subject not in self.subjects:
            self._search.clear()
        self._list.setCurrentRow(self.subjects.index(subject))
        self._list.setFocus()

    def look_for(self, words: str) -> None:
        self._search.setText(words)

    def retranslate(self) -> None:
        """Say everything in the present language and with the present keys; the page that is open stays open."""
        self.setWindowTitle(say("help.title"))
        self._search.setPlaceholderText(say("help.search"))
        name_parts(self._search, say("help.search"))
        self._list.setAccessibleName(say("help.subjects"))
        self._page.setAccessibleName(say("help.page"))
        self._find.setKeys(self._actions["find"].shortcuts() or [QKeySequence(QKeySequence.StandardKey.Find)])
        for subject in help_texts.SUBJECTS:
            document = QTextDocument()
            document.setMarkdown(help_texts.page(subject, self._actions))
            self._texts[subject] = document.toPlainText()
        self._narrow(self._search.text())

    def set_zoom(self, percent: int) -> None:
        """As large as the lists and the reason of the window are at this zoom of its texts."""
        share = interface_share(percent)
        page = f"QTextBrowser {{ font-size: {scaled(_TEXT_PX, share)}px; }}"
        self.setStyleSheet("\n".join((larger_sheet(share), page, _ROWS)))
        self._left.setFixedWidth(min(scaled(_LIST_WIDTH, share), round(room_for(self).width() * _MOST_OF_LIST)))
        self._show_page()

    def find_next(self) -> None:
        """To the next place of the words in this page, or else to the next page that has them."""
        words = self._search.text().split()
        if not words or self._page.find(words[0]):
            return
        rows = self._list.count()
        if rows > 1:
            self._list.setCurrentRow((self._list.currentRow() + 1) % rows)
        else:
            self._page.moveCursor(QTextCursor.MoveOperation.Start)
            self._page.find(words[0])

    def _go_to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _narrow(self, words: str) -> None:
        former = self.subject
        found = help_texts.matching(words, lambda subject: self._texts[subject])
        self._list.blockSignals(True)
        self._list.clear()
        for subject in found:
            item = QListWidgetItem(help_texts.title(subject))
            item.setData(_SUBJECT, subject)
            self._list.addItem(item)
        self._list.setCurrentRow(found.index(former) if former in found else 0)
        self._list.blockSignals(False)
        self._found.setText(say("help.found", n=len(found)) if words.strip() else "")
        self._found.setVisible(bool(words.strip()))
        self._show_page()

    def _show_page(self) -> None:
        if not self.subject:
            self._page.setMarkdown("")
            return
        self._page.setMarkdown(help_texts.page(self.subject, self._actions))
        _set_out(self._page.document(), _SHARES if self.subject == _KEYS else ())
        self._page.moveCursor(QTextCursor.MoveOperation.Start)
        words = self._search.text().split()
        self._mark(words)
        if words:
            self._page.find(words[0])

    def _mark(self, words: list[str]) -> None:
        """Paint the words that were looked for."""
        selections = []
        for word in words:
            place = self._page.document().find(word)
            while not place.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = place
                selection.format.setBackground(self.palette().highlight())
                selections.append(selection)
                place = self._page.document().find(word, place)
        self._page.setExtraSelections(selections)


def _set_out(document: QTextDocument, shares: tuple[int, ...]) -> None:
    """Air between the lines, and tables as wide as the page, without borders and with room between their cells."""
    lines = QTextBlockFormat()
    lines.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    strong = QTextCharFormat()
    strong.setFontWeight(600)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            form = table.format()
            form.setBorder(0)
            form.setCellPadding(5)
            form.setCellSpacing(0)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, each) for each in shares])
            table.setFormat(form)
            for column in range(table.columns()):
                head = table.cellAt(0, column)
                place = head.firstCursorPosition()
                place.setPosition(head.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                place.mergeCharFormat(strong)
