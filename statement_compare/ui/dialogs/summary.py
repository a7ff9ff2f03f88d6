"""The summary of a comparison as a page: a picture to look at, and to save as SVG or PNG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from statement_compare.ui.asking import ask_new_file
from statement_compare.ui.strings import say
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.painted import Painted
from statement_compare.ui.widgets.told import Told

_PNG_SCALE = 2  # so that letters are sharp on a slide
_ROOM = QSize(830, 690)


class SummaryDialog(QDialog):
    """Shows a picture that is given as the text of an SVG, in its own light colours whatever the theme.

    `description` is what a screen reader hears, `proposed` a file without its suffix. `saved(folder)` says where one
    was written.
    """

    saved = Signal(str)

    def __init__(self, svg: str, description: str, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Told()
        self._words.put(self.setWindowTitle, "summary.title")
        self.picture = Picture()
        self._words.put(self.picture.setAccessibleName, "summary.title")
        self.show_picture(svg, description, proposed)
        scroller = QScrollArea()
        scroller.setWidget(self.picture)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.put(scroller.setAccessibleName, "summary.title")
        self._told = QLabel()
        self._told.setProperty("soft", True)
        self._told.setWordWrap(True)
        self._told.hide()
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        for suffix in ("svg", "png"):
            button = buttons.addButton("", role.ActionRole)
            self._words.put(button.setText, f"summary.save_{suffix}")
            button.setObjectName(f"save_{suffix}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, suffix=suffix: self._ask(suffix))
        add_close(buttons, self, self._words, is_default=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(scroller, 1)
        column.addWidget(self._told)
        column.addWidget(buttons)
        wanted = self.picture.sizeHint() + QSize(52, 84)
        self.resize(wanted.boundedTo(_ROOM))

    def show_picture(self, svg: str, description: str, proposed: Path) -> None:
        """Another picture in place of the one that is shown, such as of what was decided meanwhile."""
        self._svg = svg.encode("utf-8")
        self._proposed = proposed
        self.picture.load(self._svg)
        self.picture.setAccessibleDescription(description)

    def retranslate(self) -> None:
        """Say what stands around the picture in the present language."""
        self._words.again()

    @property
    def told(self) -> str:
        """What came of saving."""
        return self._told.text()

    def content(self, suffix: str) -> bytes:
        """The picture as a file of this kind, "svg" or "png"."""
        if suffix == "svg":
            return self._svg
        size = self.picture.sizeHint() * _PNG_SCALE
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self.picture.draw(painter, QRectF(image.rect()))
        painter.end()
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(held.data())

    def save(self, path: Path, suffix: str) -> None:
        """Write the picture, and say what came of it."""
        try:
            path.write_bytes(self.content(suffix))
        except OSError as error:
            reason = error.strerror or str(error)
            self._told.setText(say("error.unwritable", path=str(path), reason=reason))
        else:
            self._told.setText(say("status.saved", path=str(path)))
            self.saved.emit(str(path.parent))
        self._told.show()

    def _ask(self, suffix: str) -> None:
        proposed = self._proposed.with_name(f"{self._proposed.name}.{suffix}")
        kinds = say(f"summary.filter_{suffix}")

        def take(path: Path, _: str) -> None:
            self.save(path, suffix)

        ask_new_file(self, say("summary.save_title"), proposed, kinds, take, "reports")


class Picture(Painted):
    """An SVG in its own size."""

    heard_as = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def load(self, svg: bytes) -> None:
        self._renderer.load(QByteArray(svg))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return self._renderer.defaultSize()

    def draw(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.draw(QPainter(self), QRectF(self.rect()))
