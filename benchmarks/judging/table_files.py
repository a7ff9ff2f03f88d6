"""A statement with tables, in the notation of `table_gold`, as a file of each format that readers know."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

_ROWS = re.compile(r"(?:^\|.*\n?)+", re.MULTILINE)
_A_CENTIMETRE = 567  # in twentieths of a point


@dataclass(frozen=True, slots=True)
class Joined:
    """A cell with how many columns and rows it takes; `row` and `column` are counted from 0."""

    text: str
    row: int
    column: int
    columns: int
    rows: int


@cache
def file_of(text: str, suffix: str, widths: Sequence[float]) -> bytes:
    """The bytes of a file that holds `text`; `widths` are those of the columns of a page, in centimetres."""
    return _WRITERS[suffix](tuple(_parts(text)), widths)


Part = str | tuple[tuple[str, ...], ...]


def _parts(text: str) -> Iterator[Part]:
    """Paragraphs and tables in order."""
    end = 0
    for found in _ROWS.finditer(text):
        yield from (each.strip() for each in text[end : found.start()].split("\n\n") if each.strip())
        yield tuple(
            tuple(cell.strip() for cell in line.strip()[1:-1].split("|")) for line in found[0].strip().splitlines()
        )
        end = found.end()
    yield from (each.strip() for each in text[end:].split("\n\n") if each.strip())


def _joined(rows: tuple[tuple[str, ...], ...]) -> Iterator[Joined]:
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text in ("<", "^"):
                continue
            columns = 1
            while column + columns < len(cells) and cells[column + columns] == "<":
                columns += 1
            below = 1
            while row + below < len(rows) and rows[row + below][column] == "^":
                below += 1
            yield Joined(text, row, column, columns, below)


def _markdown(parts: Sequence[Part], _: Sequence[float]) -> bytes:
    written = []
    for part in parts:
        if isinstance(part, str):
            written.append(part)
            continue
        lines = ["| " + " | ".join("" if cell in ("<", "^") else cell for cell in row) + " |" for row in part]
        written.append("\n".join([lines[0], "|" + "---|" * len(part[0]), *lines[1:]]))
    return "\n\n".join(written).encode()


def _text(parts: Sequence[Part], _: Sequence[float]) -> bytes:
    written = [
        part if isinstance(part, str) else "\n".join("\t".join(row) for row in part).replace("<", "").replace("^", "")
        for part in parts
    ]
    return "\n\n".join(written).encode()


def _html(parts: Sequence[Part], _: Sequence[float]) -> bytes:
    written = []
    for part in parts:
        if isinstance(part, str):
            written.append(f"<p>{escape(part)}</p>")
            continue
        cells = list(_joined(part))
        rows = [
            "<tr>"
            + "".join(
                f'<td colspan="{cell.columns}" rowspan="{cell.rows}">{escape(cell.text)}</td>'
                for cell in cells
                if cell.row == row
            )
            + "</tr>"
            for row in range(len(part))
        ]
        written.append("<table>" + "".join(rows) + "</table>")
    return (
        "<!doctype html><html><head><meta charset=utf-8></head><body>" + "\n".join(written) + "</body></html>"
    ).encode()


def _docx(parts: Sequence[Part], _: Sequence[float]) -> bytes:
    import docx

    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for cell in _joined(part):
            first = table.cell(cell.row, cell.column)
            first.text = cell.text
            if cell.columns > 1 or cell.rows > 1:
                first.merge(table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf(parts: Sequence[Part], widths: Sequence[float]) -> bytes:
    import typst

    written = ['#set page(width: 21cm, height: 29.7cm)\n#set text(font: "DejaVu Sans", size: 10pt)']
    for part in parts:
        if isinstance(part, str):
            written.append(f"#{_quoted(part)}\n")
            continue
        columns = ", ".join(f"{width}cm" for width in widths) or ", ".join(["auto"] * len(part[0]))
        cells = ",\n".join(
            f"table.cell(colspan: {cell.columns}, rowspan: {cell.rows})[#{_quoted(cell.text)}]"
            for cell in _joined(part)
        )
        written.append(f"#table(columns: ({columns}), stroke: 0.5pt, {cells})\n")
    return bytes(typst.compile("\n\n".join(written).encode()))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _rtf(parts: Sequence[Part], _: Sequence[float]) -> bytes:
    written = [r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}}"]
    for part in parts:
        if isinstance(part, str):
            written.append(rf"\pard {_escaped(part)}\par")
            continue
        for row, cells in enumerate(part):
            written.append(r"\trowd" + "".join(_cell_of_rtf(part, row, column) for column in range(len(cells))))
            texts = ("" if cell in ("<", "^") else cell for cell in cells)
            written.append("".join(rf"\pard\intbl {_escaped(text)}\cell" for text in texts) + r"\row")
    return ("\n".join(written) + r"\pard}").encode("ascii")


def _cell_of_rtf(rows: tuple[tuple[str, ...], ...], row: int, column: int) -> str:
    """The words that say how a cell is joined, and where it ends."""
    below = rows[row + 1][column] if row + 1 < len(rows) else ""
    beside = rows[row][column + 1] if column + 1 < len(rows[row]) else ""
    words = ""
    if rows[row][column] == "^":
        words += r"\clvmrg"
    elif below == "^":
        words += r"\clvmgf"
    if rows[row][column] == "<":
        words += r"\clmrg"
    elif beside == "<":
        words += r"\clmgf"
    return rf"{words}\cellx{(column + 1) * 3 * _A_CENTIMETRE}"


def _escaped(text: str) -> str:
    return "".join(char if char.isascii() else rf"\u{ord(char)}?" for char in text)


_WRITERS = {"md": _markdown, "txt": _text, "html": _html, "docx": _docx, "pdf": _pdf, "rtf": _rtf}
