"""The page on which every colour of a theme can be changed, with a sample, and what is too faint to be read then."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from statement_compare.engine.colours import CONTRAST, TITLES, TOKENS
from statement_compare.engine.contrast import Shortfall, shortfalls
from statement_compare.engine.model import Verdict
from statement_compare.ui.asking import ask_colour
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN, say, verdict_word
from statement_compare.ui.theme import Theme, own_colours, recoloured, that_make_sense

_SHADES = ("ink", "tint", "words")
_VERDICT_TOKENS = tuple(f"{verdict.value}_{shade}" for verdict in Verdict for shade in _SHADES)
_OTHER_TOKENS = tuple(token for token in TOKENS if token not in _VERDICT_TOKENS)
_COLUMNS = 3
_SWATCH = QSize(44, 16)
_MOST_WARNINGS = 3
_GAP = "¦"


class ColoursPage(QWidget):
    """Edits a copy of a person's own colours; those that it changes are of the theme that it shows alone."""

    def __init__(self, name: str, plain: Theme, colours: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._plain = name, plain
        self.colours = that_make_sense(colours)
        self._swatches: dict[str, QPushButton] = {}
        self._names: dict[str, QLabel] = {}
        self._note = _quiet_label()
        self._sample = QLabel()
        self._sample.setTextFormat(Qt.TextFormat.RichText)
        self._sample.setWordWrap(True)
        self._sample.setProperty("reading", True)
        self._sample.setAccessibleName(say("colour.sample_name"))
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._warning.setProperty("small", True)
        reset = QPushButton(say("settings.colour_reset"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset)
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addLayout(self._verdict_grid())
        beside.addWidget(self._sample, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._note)
        column.addLayout(beside)
        column.addLayout(self._other_grid())
        column.addWidget(self._warning)
        column.addStretch(1)
        column.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_theme(name, plain)

    @property
    def theme(self) -> Theme:
        """The theme with the colours as they are now."""
        return recoloured(self._plain, own_colours(self.colours, self._name))

    @property
    def swatches(self) -> dict[str, tuple[QPushButton, QWidget]]:
        """For each colour the button that changes it, and what names it: the button itself, where a table does."""
        return {token: (button, self._names.get(token, button)) for token, button in self._swatches.items()}

    @property
    def warning(self) -> str:
        return self._warning.text()

    @property
    def sample(self) -> str:
        """The sample as it is shown, as HTML."""
        return self._sample.text()

    def show_theme(self, name: str, plain: Theme) -> None:
        """Another theme is chosen: `plain` has its own colours, and `name` tells those that a person gave it."""
        self._name, self._plain = name, plain
        self._note.setText(say("colour.of_theme", theme=_theme_word(name)))
        self._show()

    def set_colour(self, token: str, colour: str) -> None:
        self.colours[f"{self._name}.{token}"] = colour
        self._show()

    def reset(self) -> None:
        """The theme has its own colours again; those of other themes stay as they are."""
        kept = {key: colour for key, colour in self.colours.items() if not own_colours({key: colour}, self._name)}
        self.colours = kept
        self._show()

    def _verdict_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for column, shade in enumerate(_SHADES, start=1):
            head = _quiet_label()
            head.setText(say(f"settings.shade_{shade}"))
            grid.addWidget(head, 0, column)
        for row, verdict in enumerate(Verdict, start=1):
            grid.addWidget(QLabel(f"{SIGNS[verdict]} {verdict_word(verdict)}"), row, 0)
            for column, shade in enumerate(_SHADES, start=1):
                grid.addWidget(self._swatch(f"{verdict.value}_{shade}"), row, column)
        return grid

    def _other_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, token in enumerate(_OTHER_TOKENS):
            row, column = divmod(number, _COLUMNS)
            grid.addWidget(self._swatch(token), row, 2 * column)
            self._names[token] = QLabel(token_word(token))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(self._names[token], row, 2 * column + 1, left)
            grid.setColumnStretch(2 * column + 1, 1)
        return grid

    def _swatch(self, token: str) -> QPushButton:
        swatch = QPushButton()
        swatch.setObjectName(f"swatch_{token}")
        swatch.setIconSize(_SWATCH)
        swatch.setAccessibleName(token_word(token))
        swatch.setAutoDefault(False)
        swatch.clicked.connect(lambda: self._pick(token))
        self._swatches[token] = swatch
        return swatch

    def _pick(self, token: str) -> None:
        title = say("settings.colour_pick", name=token_word(token))
        shown = getattr(self.theme, token)
        ask_colour(self, title, shown, lambda colour: self.set_colour(token, colour), "settings")

    def retranslate(self) -> None:
        """Draw the sample and its notes in the present language."""
        self._show()

    def _show(self) -> None:
        theme = self.theme
        for token, swatch in self._swatches.items():
            colour = getattr(theme, token)
            swatch.setIcon(_filled(colour, theme.edge))
            swatch.setAccessibleDescription(colour)
            swatch.setToolTip(colour)
        self._sample.setText(sample_html(theme))
        self._sample.setStyleSheet(f"background: {theme.paper}; border: 1px solid {theme.line}; padding: 8px 12px;")
        faint = shortfalls(theme)
        self._warning.setText(warning_words(faint))
        self._warning.setProperty("verdict", "contradiction" if faint else "")
        self._warning.setProperty("soft", not faint)
        self._warning.style().unpolish(self._warning)
        self._warning.style().polish(self._warning)


def token_word(token: str) -> str:
    """What a colour is called: "Contradiction, sign", "Quiet text"."""
    if token not in _VERDICT_TOKENS:
        return say(f"token.{token}")
    verdict, shade = token.rsplit("_", 1)
    return f"{verdict_word(Verdict(verdict))}, {say(f'settings.shade_{shade}').lower()}"


def _theme_word(name: str) -> str:
    """What a theme is called; the two of more contrast by the one that each is made of: "More contrast, dark"."""
    if name in TITLES:
        return say(f"action.theme_{name}")
    return f"{say(f'action.theme{CONTRAST}')}, {say(f'action.theme_{name.removesuffix(CONTRAST)}').lower()}"


def warning_words(faint: tuple[Shortfall, ...]) -> str:
    """Which colours can hardly be told from what they stand on, the worst first; or that all can."""
    if not faint:
        return say("colour.clear")
    lines = [
        say(
            "colour.faint",
            token=token_word(each.use.token),
            on=token_word(each.use.on),
            reached=f"{each.reached:.1f}",
            least=f"{each.use.least:g}",
        )
        for each in faint[:_MOST_WARNINGS]
    ]
    more = len(faint) - len(lines)
    return "\n".join(lines) + (f"\n{say('colour.faint_more', n=more)}" if more else "")


def sample_html(theme: Theme) -> str:
    """A sentence of each verdict with its sign and its marked words, one that is not answered, and words on them."""
    before, after = (escape(part) for part in say("colour.sample", words=_GAP).split(_GAP))
    words = escape(say("colour.sample_words"))
    lines = []
    for verdict in Verdict:
        colours = theme.of(verdict)
        marked = f'<u style="background: {colours.words}; color: {theme.ink}">{words}</u>'
        lines.append(
            f'<b style="color: {colours.ink}">{SIGNS[verdict]}</b>&nbsp; '
            f'<span style="background: {colours.tint}; color: {theme.ink}">{before}{marked}{after}</span>'
        )
    lines.append(f'<span style="color: {theme.soft}">{UNANSWERED_SIGN}&nbsp; {before}{words}{after}</span>')
    lines.append(
        f'<span style="background: {theme.found}; color: {theme.ink}">{escape(say("token.found"))}</span>&nbsp; '
        f'<span style="background: {theme.selection}; color: {theme.ink}">{escape(say("token.selection"))}</span>'
        f'&nbsp; <span style="color: {theme.accent}">{escape(say("token.accent"))}</span>'
    )
    return "<br>".join(lines)


def _filled(colour: str, edge: str) -> QIcon:
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setPen(QColor(edge))
    painter.drawRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1)
    painter.end()
    return QIcon(pixmap)


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setProperty("soft", True)
    label.setProperty("small", True)
    label.setWordWrap(True)
    return label
