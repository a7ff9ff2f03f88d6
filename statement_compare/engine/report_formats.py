"""Which reports and tables of verdicts there are, in which languages, how they are asked for and their files called.

It stands beside the package `report` and not in it, so that the command line knows the names without loading a writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format: `name` as a person asks for it; `suffixes` that tell it, the first for a file that has none.

    `title` is what the window calls it where a report is saved. `is_binary`: a terminal cannot show it.
    """

    name: str
    suffixes: tuple[str, ...]
    title: str = ""
    is_binary: bool = False


# Of a comparison: the module of `report` that is called so writes it, as `render(subject, choice)`.
REPORTS: Final = (
    ReportFormat("text", (".txt",), "Plain text"),
    ReportFormat("json", (".json",), "Data for other programs"),
    ReportFormat("html", (".html", ".htm"), "Page to read and print"),
    ReportFormat("csv", (".csv",), "Table"),
    ReportFormat("md", (".md", ".markdown"), "Markdown"),
    ReportFormat("docx", (".docx",), "Word document", is_binary=True),
    ReportFormat("pdf", (".pdf",), "PDF", is_binary=True),
    ReportFormat("xlsx", (".xlsx",), "Workbook", is_binary=True),
)
BINARY_REPORTS: Final = frozenset(each.name for each in REPORTS if each.is_binary)
REPORT_LANGUAGES: Final = ("en", "ru", "kk")
"""The languages that reports and reasons are written in, as ISO 639-1 codes: the modules of `report.words`."""
# Of the figures, dates and names of two statements, which `report.facts` writes.
FACT_TABLES: Final = (
    ReportFormat("text", (".txt",)),
    ReportFormat("json", (".json",)),
    ReportFormat("csv", (".csv",)),
)
# Of pairs that were judged one by one, which `report.judged` writes.
JUDGED_TABLES: Final = (
    ReportFormat("jsonl", (".jsonl", ".json")),
    ReportFormat("csv", (".csv",)),
)


def names_of(formats: tuple[ReportFormat, ...]) -> tuple[str, ...]:
    return tuple(each.name for each in formats)


def by_suffix(formats: tuple[ReportFormat, ...]) -> dict[str, str]:
    """The name of the format that a file's suffix (in lower case, with its dot) tells."""
    return {suffix: each.name for each in formats for suffix in each.suffixes}
