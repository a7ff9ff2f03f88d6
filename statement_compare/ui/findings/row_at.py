"""Which row of a comparison an index of a list or a table means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from statement_compare.engine.model import Comparison

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


def row_at(comparison: Comparison | None, rows: Sequence[Row], index: Index) -> tuple[Comparison, Row] | None:
    """The comparison with its row; None where there is none of either."""
    return None if comparison is None or not index.isValid() else (comparison, rows[index.row()])
