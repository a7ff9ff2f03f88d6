"""The tables of report formats: none without a writer, none without words in the window, no name that tells two."""

from __future__ import annotations

from importlib import import_module

import pytest

from statement_compare.engine.report import judged
from statement_compare.engine.report_formats import (
    JUDGED_TABLES,
    LATER_REPORTS,
    REPORTS,
    ReportFormat,
    by_suffix,
    names_of,
)
from statement_compare.ui.english import ENGLISH


@pytest.mark.parametrize("report", REPORTS, ids=names_of(REPORTS))
def test_every_report_has_a_writer_and_words_in_the_window(report: ReportFormat) -> None:
    assert callable(import_module(f"statement_compare.engine.report.{report.name}").render)
    assert f"report.{report.name}" in ENGLISH


@pytest.mark.parametrize("table", JUDGED_TABLES, ids=names_of(JUDGED_TABLES))
def test_every_table_of_verdicts_has_a_writer(table: ReportFormat) -> None:
    assert isinstance(judged.render([], table.name), bytes)


@pytest.mark.parametrize("formats", [REPORTS + LATER_REPORTS, JUDGED_TABLES])
def test_a_suffix_tells_one_format(formats: tuple[ReportFormat, ...]) -> None:
    assert all(each.suffixes for each in formats)
    assert len(by_suffix(formats)) == sum(len(each.suffixes) for each in formats)
    assert len(set(names_of(formats))) == len(formats)
