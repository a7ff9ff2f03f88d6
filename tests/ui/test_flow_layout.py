"""Widgets side by side, on as many lines as they need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from statement_compare.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Three widgets of 100 by 20 pixels in a row with gaps of 6."""
    result = QWidget()
    qtbot.addWidget(result)
    flow = FlowLayout(result)
    flow.setContentsMargins(0, 0, 0, 0)
    for _ in range(3):
        child = QWidget()
        child.setFixedSize(100, 20)
        flow.addWidget(child)
    result.show()
    return result


def flow_of(row: QWidget) -> FlowLayout:
    flow = row.layout()
    assert isinstance(flow, FlowLayout)
    return flow


def child(row: QWidget, index: int) -> QWidget:
    item = flow_of(row).itemAt(index)
    assert item is not None
    return item.widget()


def test_a_new_line_begins_where_a_widget_does_not_fit(row: QWidget) -> None:
    flow = flow_of(row)
    assert [flow.heightForWidth(width) for width in (312, 311, 205, 100, 312)] == [20, 46, 72, 72, 20]


def test_a_widget_that_grows_is_hidden_or_taken_out_is_measured_again(row: QWidget) -> None:
    flow = flow_of(row)
    assert (flow.heightForWidth(312), flow.minimumSize()) == (20, QSize(100, 20))
    child(row, 1).setFixedSize(140, 30)
    QApplication.processEvents()
    assert (flow.heightForWidth(312), flow.minimumSize()) == (56, QSize(140, 30))
    child(row, 2).hide()
    QApplication.processEvents()
    assert flow.heightForWidth(312) == 30
    child(row, 2).show()
    taken = flow.takeAt(1)
    assert taken is not None
    taken.widget().setParent(None)
    assert (flow.heightForWidth(312), flow.minimumSize()) == (20, QSize(100, 20))
