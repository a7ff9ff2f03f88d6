"""The pens and brushes of the painted views, made once for each theme so that painting allocates none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from statement_compare.engine.contrast import SEEN, contrast, share_to_be_seen
from statement_compare.engine.model import Verdict
from statement_compare.ui.compare.dotted import DottedLine
from statement_compare.ui.theme import Theme

CURVE_SHARE = 0.45
"""How strong a curve is that was not chosen, where its theme does not ask for more; signs and cards tell the same."""
DIMMED_SHARE = 0.10
HOVER_SHARE = 0.45


FOCUS_PX = 2
"""How thick the lines are that show where the keyboard is; they are in the accent's full colour."""


@dataclass(frozen=True, slots=True)
class VerdictInk:
    """What one verdict is painted with."""

    colour: QColor
    tint: QBrush
    words: QBrush
    mark: QBrush
    underline: QBrush
    outline: QPen
    hover: QPen
    chosen_curve: QPen
    curve: QPen
    hovered_curve: QPen
    dimmed_curve: QPen
    far_curve: QPen


class Inks:
    """Everything the comparison is painted with."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.paper = QColor(theme.paper)
        self.ground = QColor(theme.ground)
        self.ink = QColor(theme.ink)
        self.soft = QColor(theme.soft)
        self.line = QColor(theme.line)
        self.accent = QColor(theme.accent)
        self.text_pen = QPen(self.ink)
        self.soft_pen = QPen(self.soft)
        self.line_pen = QPen(self.line, 1)
        self.focus_pen = QPen(self.accent, FOCUS_PX)
        self.dotted = DottedLine(self.soft)
        self.found = QBrush(QColor(theme.found))
        self.found_outline = QPen(self.ink, 1.2)
        self.selection = QBrush(QColor(theme.selection))
        self.cursor_outline = _rounded(self.accent, FOCUS_PX)
        self.picked_outline = dashed(_rounded(self.accent, FOCUS_PX))
        self.plain_outline = _rounded(self.soft, 2)
        self.plain_hover = _rounded(_faded(self.soft, HOVER_SHARE), 1)
        self.shade = QBrush(_faded(self.soft, 0.16))
        self.shade_line = QPen(_faded(self.soft, 0.45), 1)
        self.verdicts = {verdict: _verdict_ink(theme, verdict) for verdict in Verdict}


def _verdict_ink(theme: Theme, verdict: Verdict) -> VerdictInk:
    colours = theme.of(verdict)
    ink = QColor(colours.ink)
    share = CURVE_SHARE
    if contrast(theme.line, theme.paper) >= SEEN:  # a theme in which every line is to be seen
        share = share_to_be_seen(colours.ink, theme.ground, CURVE_SHARE)
    return VerdictInk(
        colour=ink,
        tint=QBrush(QColor(colours.tint)),
        words=QBrush(QColor(colours.words)),
        mark=QBrush(ink),
        underline=QBrush(ink),
        outline=_rounded(ink, 2),
        hover=_rounded(_faded(ink, HOVER_SHARE), 1),
        chosen_curve=_rounded(ink, 3),
        curve=_rounded(_faded(ink, share), 1.6),
        hovered_curve=_rounded(ink, 2),
        far_curve=QPen(_faded(ink, share), 1),
        dimmed_curve=_rounded(_faded(ink, DIMMED_SHARE), 1.6),
    )


def dashed(pen: QPen) -> QPen:
    """The same for a link that a person made; few of them are ever drawn."""
    result = QPen(pen)
    result.setDashPattern([3.0, 2.0])
    return result


def _faded(colour: QColor, share: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(share)
    return result


def _rounded(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
