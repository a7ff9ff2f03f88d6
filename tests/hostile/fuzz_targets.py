"""What is fuzzed: functions that take any bytes and raise only where the program is at fault, and where each starts."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from broken_out import structure
from fuzz_words import CELLS, HTML, JSON, MAIL, MARKDOWN, PDF, RTF, TABLE, TEXT, XML, ZIP
from packages import docx
from reported_with import reported_with
from some_edits import FIRST, STAMP
from tiny_model import write_model

from statement_compare.engine.model import CompareOptions, Source, Statement
from statement_compare.engine.onnx.folder import read_folder
from statement_compare.engine.pairs import read_pairs
from statement_compare.engine.pipeline import compare_statements
from statement_compare.engine.readers.child import _answer
from statement_compare.engine.readers.detect import format_of
from statement_compare.engine.readers.extract import Request
from statement_compare.engine.readers.failures import FAILURES, Refusal
from statement_compare.engine.readers.formats import Format
from statement_compare.engine.readers.isolation import _understood
from statement_compare.engine.readers.limits import DEFAULT_LIMITS
from statement_compare.engine.readers.reader_of_format import reader_of
from statement_compare.engine.report import render
from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.engine.text.segment import segment
from statement_compare.errors import ModelError, SessionError, UnreadableFileError, UsageError
from statement_compare.session.edits import Bookmark, SetNote
from statement_compare.session.store import Store

CORPUS = Path(__file__).parent / "corpus"
_MOST_SENTENCES = 40
HARMLESS = ("Port", "Port\u200b", "Port\u200b\u2060", "\u200b")

TABLES = """<p>Shops as of 1 November 2025:</p><table><tr><th>Town</th><th>Closed</th><th>Sales, tenge</th></tr>
<tr><td>Sarabulak</td><td>12</td><td>1,200</td></tr><tr><td>Karaozek</td><td>7 %</td><td>830.5</td></tr></table>
<p>Nobody was hurt.</p><table><tr><td colspan=3>Ships, 2025</td></tr><tr><td>Pier</td><td colspan=2>Ships</td></tr>
<tr><td></td><td>in</td><td>out</td></tr><tr><td>1</td><td>31</td><td>yes</td></tr>
<tr><td rowspan=2>North</td><td>40</td><td>-</td></tr><tr><td>12 t</td><td>no</td></tr></table>"""
_ROWS_OF_WORD = (
    (("Ships, 2025",), '<w:gridSpan w:val="3"/>'),
    (("Pier", "in", "out"), ""),
    (("Sarabulak", "12", "1,200"), '<w:vMerge w:val="restart"/>'),
    (("", "7 %", "31 March"), "<w:vMerge/>"),
)


def _row_of_word(words: tuple[str, ...], of_each: str) -> str:
    cells = (f"<w:tc><w:tcPr>{of_each}</w:tcPr><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in words)
    return f"<w:tr>{''.join(cells)}</w:tr>"


CELLS_OF_WORD = "".join(_row_of_word(words, of_each) for words, of_each in _ROWS_OF_WORD)
CELLS_OF_WORD = f"<w:tbl>{CELLS_OF_WORD}</w:tbl><w:p><w:r><w:t>Nobody was hurt.</w:t></w:r></w:p>"


@dataclass(frozen=True, slots=True)
class Target:
    """`words` are pieces that mean something there, and are put in and taken out whole."""

    run: Callable[[bytes], None]
    words: tuple[bytes, ...]
    seconds: float = 20.0


def _reader(each: Format) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            found = reader_of(each)(data, Request())
        except UsageError:
            return
        except Refusal as refusal:
            if refusal.key not in FAILURES:
                raise
            return
        # What the parent process would refuse as the answer of a broken child.
        assert _understood(_answer(found), DEFAULT_LIMITS).text is not None

    return run


def _any_file(data: bytes) -> None:
    """Told by its content, as an unknown file is; and what is text is cut into sentences."""
    try:
        file_format = format_of(data, "")
        found = reader_of(file_format)(data, Request())
    except (Refusal, UsageError):
        return
    statement = segment(Source(found.text, found.blocks))
    for sentence in statement.sentences:
        assert sentence.span.of(found.text) == sentence.text


@cache
def _answer_with_tables() -> Statement:
    page = (CORPUS / "tables" / "answer").read_bytes()
    found = reader_of(Format.HTML)(page, Request())
    return segment(Source(found.text, found.blocks, places=found.places))


def _tables_in(found: Source) -> None:
    """Rows meet rows of another document, whichever side they stand on, and each reason points into its text."""
    statement = segment(Source(found.text, found.blocks, places=found.places), "en")
    if len(statement.sentences) > _MOST_SENTENCES:
        return
    for left, right in ((statement, _answer_with_tables()), (_answer_with_tables(), statement)):
        made = compare_statements(left, right, CompareOptions(use_model=False))
        for link in made.links:
            for reason in link.reasons:
                for span, side in ((reason.left, left), (reason.right, right)):
                    assert span is None or 0 <= span.start < span.end <= len(side.source.text)


def _tables(data: bytes) -> None:
    try:
        found = reader_of(Format.HTML)(data, Request())
    except (Refusal, UsageError):
        return
    _tables_in(found)


def _cells(data: bytes) -> None:
    """The same for what stands in the body of a Word file."""
    try:
        found = reader_of(Format.DOCX)(docx(data), Request())
    except (Refusal, UsageError):
        return
    _tables_in(found)


def _session(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.stcmp"
        path.write_bytes(data)
        try:
            with Store.open(path, for_reading=True) as store:
                assert store.review.comparison.left.source.text is not None
        except SessionError as error:
            if len(error.message.splitlines()) != 1:
                raise
        assert path.read_bytes() == data
        assert os.listdir(folder) == ["a.stcmp"]  # noqa: PTH208


def _pairs(data: bytes) -> None:
    try:
        for left, right in read_pairs(data, name="a.tsv"):
            assert isinstance(left, str) is isinstance(right, str) is True
    except UnreadableFileError as error:
        if len(error.message.splitlines()) != 1:
            raise


@cache
def _harmless(format_: str) -> list[object]:
    return [structure(format_, render(reported_with(text), format_)) for text in HARMLESS]


def _report(data: bytes) -> None:
    text = data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace") if _is_text(data) else ""
    if not text.strip():
        return
    for format_ in names_of(REPORTS):
        if format_ not in ("docx", "xlsx", "pdf"):  # written by libraries that take their time
            assert structure(format_, render(reported_with(text), format_)) in _harmless(format_), format_


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _model(name: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        from statement_compare.engine.onnx import load_entailment

        with tempfile.TemporaryDirectory() as folder:
            write_model(Path(folder))
            (Path(folder) / name).write_bytes(data)
            try:
                read_folder(Path(folder))
                if name == "tokenizer.json":
                    load_entailment(Path(folder))
            except ModelError as error:
                if not error.message:
                    raise

    return run


TARGETS: dict[str, Target] = {
    "txt": Target(_reader(Format.TXT), TEXT),
    "md": Target(_reader(Format.MARKDOWN), MARKDOWN),
    "html": Target(_reader(Format.HTML), XML + HTML),
    "rtf": Target(_reader(Format.RTF), RTF),
    "eml": Target(_reader(Format.EML), MAIL),
    "docx": Target(_reader(Format.DOCX), ZIP + XML),
    "odt": Target(_reader(Format.ODT), ZIP + XML),
    "pdf": Target(_reader(Format.PDF), PDF),
    "any": Target(_any_file, TEXT + ZIP + PDF),
    "tables": Target(_tables, TABLE),
    "cells": Target(_cells, XML + CELLS),
    "session": Target(_session, (b"\0", b"\xff", b"edit", b"comparison", b"CREATE TRIGGER", b"{}", b"[1]", b"NaN")),
    "report": Target(_report, TEXT + MARKDOWN + HTML),
    "pairs": Target(_pairs, (b"left", b"right", b"\t", b",", b";", b'"', b'""', b"\r", b"\n", b"\0", b"\xff\xfe")),
    "config": Target(_model("config.json"), JSON),
    "tokenizer": Target(_model("tokenizer.json"), JSON),
}


def seeds(name: str) -> list[bytes]:
    """The inputs that fuzzing of a target starts from, and that the tests run it with."""
    return [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]


def _written(path: Path) -> bytes:
    with Store.create(path, FIRST) as store:
        store.apply(Bookmark(((1,), (2,))), STAMP)
        store.apply(SetNote(((1,), (2,)), "ask the port"), STAMP)
    return path.read_bytes()


def write_corpus() -> None:
    """Write anew what is made of the generators; what was found stays."""
    import mails
    import markups
    import packages
    import pdfs
    from test_hostile_files import WHOLE
    from texts import TEXTS

    with tempfile.TemporaryDirectory() as folder:
        model = write_model(Path(folder) / "model")
        made = {
            "txt": {"whole": f"{packages.SENTENCE}\n\nIt opened.".encode(), "wide": WHOLE["text in UTF-16"][1]},
            "md": {"whole": WHOLE["Markdown"][1]},
            "html": {"whole": WHOLE["HTML"][1]},
            "rtf": {"whole": WHOLE["RTF"][1]},
            "eml": {"attached": mails.attached(2), "nested": mails.nested(3), "forwarded": mails.forwarded(2)},
            "docx": {
                "stored": packages.docx(method=0),
                "whole": WHOLE["Word"][1],
                "style": packages.docx(parts={"word/styles.xml": markups._styles(3)}, method=0),
            },
            "odt": {"whole": WHOLE["OpenDocument"][1], "flat": packages.fodt()},
            "pdf": {"whole": pdfs.pdf(), "tree": pdfs.many_pages(3), "packed": WHOLE["PDF"][1]},
            "any": {
                "text": b"A statement.",
                "page": b"<p>A statement.</p>",
                "rtf": WHOLE["RTF"][1],
                "mail": mails.mail(),
            },
            "tables": {"answer": TABLES.encode(), "claim": TABLES.replace("12", "15").replace("2025", "2024").encode()},
            "cells": {"whole": packages.word_xml(CELLS_OF_WORD).encode()},
            "session": {"whole": _written(Path(folder) / "a.stcmp")},
            "pairs": {
                "whole": b'left,right\r\n"It, he said, was 5.","It was ""7"""\r\n',
                "tabs": b"a\tleft\tright\n1\tx\ty\n",
            },
            "report": {
                name.replace(" ", "-"): text.encode("utf-8", "surrogatepass")
                for name, text in TEXTS.items()
                if len(text) < 300
            },
            "config": {"whole": (model / "config.json").read_bytes()},
            "tokenizer": {"whole": (model / "tokenizer.json").read_bytes()},
        }
    for name, files in made.items():
        (CORPUS / name).mkdir(parents=True, exist_ok=True)
        for file_name, content in files.items():
            (CORPUS / name / file_name).write_bytes(content)
