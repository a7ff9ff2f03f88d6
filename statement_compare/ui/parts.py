"""The widgets that share the window."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.findings.inspector import Inspector
from statement_compare.ui.findings.panel import FindingsPanel
from statement_compare.ui.status import CountsLine
from statement_compare.ui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Parts:
    """From top to bottom and from left to right."""

    bar: TopBar
    panel: FindingsPanel
    page: ComparePage
    inspector: Inspector
    status: CountsLine
