"""What a person reads in a report of any format, as one line of words."""

from __future__ import annotations

import csv
import html
import io
import json
import re

import docx
import openpyxl
import pypdfium2

from statement_compare.engine.report_formats import REPORTS, names_of

FORMATS = names_of(REPORTS)
TEXTS = tuple(each.name for each in REPORTS if not each.is_binary)
DOCUMENTS = tuple(each.name for each in REPORTS if each.is_binary)


def read_back(report: bytes, format_: str) -> str:
    """The text of a report: without tags, escapes and line breaks."""
    match format_:
        case "html":
            page = re.sub(r"<style>.*?</style>|</?(?:mark|b|bdi)>", "", report.decode(), flags=re.S)
            text = html.unescape(re.sub(r"<[^>]*>", " ", page))
        case "md":
            text = re.sub(r"\\(?=[^\w\s]|_)", "", report.decode())
        case "csv":
            text = "\n".join(" ".join(row) for row in csv.reader(io.StringIO(report.decode("utf-8-sig"))))
        case "json":
            text = report.decode()
            json.loads(text)
        case "docx":
            text = "\n".join(docx_lines(report))
        case "xlsx":
            text = "\n".join(" ".join(row) for sheet in sheets(report).values() for row in sheet)
        case "pdf":
            text = pdf_text(report)
        case _:
            text = report.decode()
    return " ".join(text.split())


def docx_lines(report: bytes) -> list[str]:
    """The paragraphs of a document and of the cells of its tables, as they follow."""
    lines: list[str] = []
    for part in docx.Document(io.BytesIO(report)).iter_inner_content():
        if isinstance(part, docx.table.Table):
            # A cell that reaches over two columns is given twice.
            cells = [cell for row in part.rows for cell in dict.fromkeys(row.cells)]
            lines += [paragraph.text for cell in cells for paragraph in cell.paragraphs]
        else:
            lines.append(part.text)
    return lines


def sheets(report: bytes) -> dict[str, list[list[str]]]:
    """The rows of all sheets by their names; every cell is a text."""
    book = openpyxl.load_workbook(io.BytesIO(report))
    found: dict[str, list[list[str]]] = {}
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
        found[sheet.title] = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    return found


def pdf_text(report: bytes) -> str:
    """The text of all pages, without what stands at the foot of each."""
    document = pypdfium2.PdfDocument(report)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded(bottom=50))
        text.close()
        page.close()
    document.close()
    return "\n".join(pages).replace("\r\n", "\n")
