"""Where a report is to be written and in which format, as a person chooses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from statement_compare.engine.report_formats import REPORTS, by_suffix
from statement_compare.session.options import Settings
from statement_compare.ui.asking import ask_new_file
from statement_compare.ui.document import State
from statement_compare.ui.names import file_name, report_folder
from statement_compare.ui.strings import say


@dataclass(frozen=True, slots=True)
class ReportWish:
    path: Path
    format: str


def ask_report(
    window: QWidget, state: State, settings: Settings, format_: str, take: Callable[[ReportWish], None]
) -> None:
    """Ask for a file. A suffix that a person writes tells another format than `format_`."""
    offered = sorted(REPORTS, key=lambda each: each.name != format_)
    kinds = ";;".join(f"{say(f'report.{each.name}')} (*{each.suffixes[0]})" for each in offered)
    folder = report_folder(state) or Path(settings.report_folder or settings.open_folder or Path.home())
    proposed = folder / f"{file_name(state)}{offered[0].suffixes[0]}"
    formats = by_suffix(REPORTS)

    def take_file(path: Path, _: str) -> None:
        take(ReportWish(path, formats[path.suffix.lower()]))

    ask_new_file(window, say("report.title"), proposed, kinds, take_file, "reports", suffixes=formats)
