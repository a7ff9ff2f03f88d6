"""Answers to what a window asks for in small pages of Qt, such as files and names, given at once for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QInputDialog

from statement_compare.ui import asking

Answer = str | Path | Sequence[str | Path] | None


@dataclass(slots=True)
class Asked:
    """Every question so far: its title, the subject of its help, what was proposed, and the kinds of files."""

    titles: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    kinds: list[list[str]] = field(default_factory=list)


def answer(monkeypatch: pytest.MonkeyPatch, *answers: Answer, kind: str = "") -> Asked:
    """Give these answers one after the other, the last one to all further questions; None gives none.

    A file is of `kind` where the question offers it.
    """
    asked, left = Asked(), list(answers)

    def open_over(page: QDialog, subject: str) -> None:
        given = left.pop(0) if len(left) > 1 else left[0]
        asked.titles.append(page.windowTitle())
        asked.subjects.append(subject)
        if isinstance(page, QFileDialog):
            asked.proposed += page.selectedFiles()
            asked.kinds.append(page.nameFilters())
            page.selectNameFilter(kind or page.selectedNameFilter())
        if isinstance(page, QInputDialog):
            asked.proposed.append(page.textValue())
        if given is None:
            page.rejected.emit()
        else:
            _tell(page, [str(each) for each in ([given] if isinstance(given, str | Path) else given)])
        page.deleteLater()

    monkeypatch.setattr(asking, "open_over", open_over)
    return asked


def _tell(page: QDialog, given: list[str]) -> None:
    if isinstance(page, QFileDialog):
        page.selectedFiles = lambda: given  # type: ignore[method-assign]
        page.accepted.emit()
    elif isinstance(page, QInputDialog):
        page.textValueSelected.emit(given[0])
    elif isinstance(page, QColorDialog):
        page.colorSelected.emit(QColor(given[0]))
