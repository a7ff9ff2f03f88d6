"""The tables of report formats: none without a writer, none without words in the window, no name that tells two."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from pathlib import Path

import pytest

from statement_compare.engine.report import judged
from statement_compare.engine.report_formats import (
    JUDGED_TABLES,
    REPORTS,
    ReportFormat,
    by_suffix,
    names_of,
)
from statement_compare.ui.english import ENGLISH


@pytest.mark.parametrize("report", REPORTS, ids=names_of(REPORTS))
def test_every_report_has_a_writer_and_words_in_the_window(report: ReportFormat) -> None:
    module = f"statement_compare.engine.report.{report.name}"
    assert find_spec(module), f"the row of {report.name} needs {module}, with render(subject, choice) -> bytes"
    assert {"subject", "choice"} <= set(signature(import_module(module).render).parameters)
    assert ENGLISH[f"report.{report.name}"], f"the row of {report.name} needs a title for the window"


def test_readme_names_every_report() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^Reports: (.*?)\. ", text, re.DOTALL | re.MULTILINE)
    missing = [report.name for report in REPORTS if f"`{report.name}`" not in line]
    assert missing == [], f"README, after 'Reports:', must name {missing}"


@pytest.mark.parametrize("table", JUDGED_TABLES, ids=names_of(JUDGED_TABLES))
def test_every_table_of_verdicts_has_a_writer(table: ReportFormat) -> None:
    assert isinstance(judged.render([], table.name), bytes)


@pytest.mark.parametrize("formats", [REPORTS, JUDGED_TABLES])
def test_a_suffix_tells_one_format(formats: tuple[ReportFormat, ...]) -> None:
    assert all(each.suffixes for each in formats)
    assert len(by_suffix(formats)) == sum(len(each.suffixes) for each in formats)
    assert len(set(names_of(formats))) == len(formats)
