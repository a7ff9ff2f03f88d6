"""How a report of each format is read back, to see that no text in it became anything but text.

`structure(name, report)` is what a report is made of without its words: two reports that differ in a text alone have
the same, or the text has broken out. It fails where a report holds what none may: something that runs, steers or is
fetched. A format that is not named here is taken for what its first bytes say.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from lxml import etree
from markdown_it import MarkdownIt

_VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "col"})
_RUNS = frozenset({"script", "img", "iframe", "object", "embed", "form", "base", "link", "svg", "math", "a:script"})
# What moves a cursor, turns a direction or is no character.
_STEERS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066\u2067\ud800-\udfff]"
)
# Cut again at what a spreadsheet cuts cells at, no cell may begin so, full-width signs among them.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
# The only style that stands beside an element is the length of a gauge.
_LENGTH = re.compile(r"width:\d{1,3}%;height:100%")
_FIGURE = re.compile(r"-?[\d.]+")


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _RUNS, f"<{tag}>"
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in ("src", "srcdoc", "action", "formaction"), name
            assert name != "style" or _LENGTH.fullmatch(value or ""), value
            assert name != "href" or (value or "").startswith("#"), value
        self.found.append((tag, *(f"{name}={value}" for name, value in attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def _outline(page: str) -> list[tuple[str, ...]]:
    outline = _Outline()
    outline.feed(page)
    outline.close()
    assert outline.open == []
    return outline.found


def _html(report: bytes) -> object:
    page = report.decode("utf-8")
    assert not _STEERS.search(page.replace("\u2068", "").replace("\u2069", "").replace("\t", " ").replace("\r\n", "\n"))
    head, _, rest = page.partition("</style>")
    assert "url(" not in head
    assert "@import" not in head
    return _outline(page), head.count("<style>"), len(rest.partition("<style")[1])


def _markdown(report: bytes) -> object:
    text = report.decode("utf-8")
    assert not _STEERS.search(text)
    # With HTML allowed, so that any that slipped through is found; links are none, and neither are pictures.
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    # Which words of the texts are bold tells the reader, and differs with the spaces at their ends.
    found = [tag for tag in _outline(shown) if tag != ("strong",)]
    assert not {"a", "img", "code", "pre", "em", "s"} & {tag for tag, *_ in found}
    return found


def _table(report: bytes) -> object:
    csv.field_size_limit(10_000_000)  # a sentence may be longer than what the library takes unasked
    text = report.decode("utf-8-sig")
    assert not _STEERS.search(text.replace("\r\n", "\n").replace("\t", " "))
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for cell in row:
                inner = cell.strip(" \"'\n")
                assert not inner.startswith(_FORMULA) or cell.startswith("'") or _FIGURE.fullmatch(cell), cell
    return [len(row) for row in csv.reader(io.StringIO(text, newline=""))]


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return {key: _keys(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_keys(each) for each in value]
    return type(value).__name__


def _json(report: bytes) -> object:
    text = report.decode("utf-8")
    assert not _STEERS.search(text)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    return _keys(json.loads(text, object_pairs_hook=once))


def _plain(report: bytes) -> object:
    assert not _STEERS.search(report.decode("utf-8"))
    return None


# Parts of an office file that run or fetch something, and elements that do.
_ACTING_PARTS = re.compile(r"(?i)vbaProject|activeX|embeddings/|externalLink|oleObject|attachedTemplate|\.bin$")
_ACTING = frozenset(
    {"instrText", "fldSimple", "f", "object", "OLEObject", "control", "altChunk", "ddeLink", "webPublishing"}
)


def _office(report: bytes) -> object:
    found: dict[str, object] = {}
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert not _ACTING_PARTS.search(name), name
            if not name.endswith((".xml", ".rels")):
                continue
            # No text may be what XML has no character for.
            root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
            tags = {str(element.tag).rpartition("}")[2] for element in root.iter()}
            if "document" in name or "sheet" in name:
                assert not _ACTING & tags, _ACTING & tags
            for element in root.iter("{*}Relationship"):
                assert element.get("TargetMode") != "External", element.get("Target")
            # Breaks within a text, and spaces that are kept, differ with it.
            found[name] = sorted(tags - {"br", "tab", "noBreakHyphen", "r", "rPr", "t", "b"})
    return found


_ACTING_NAMES = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|URI|AA)\b")


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _pdf(report: bytes) -> object:
    assert report.startswith(b"%PDF-")
    # What stands outside of streams, and the streams; what is said of the document in XML is no object of a PDF.
    bodies = [_STREAM.sub(b"", report)]
    for match in _STREAM.finditer(report):
        if match[1].startswith(b"<?xpacket "):
            continue
        try:
            bodies.append(zlib.decompress(match[1]))
        except zlib.error:
            bodies.append(match[1])
    # A drawn text stands in brackets, where it is no name: those are taken out first.
    for body in bodies:
        assert not _ACTING_NAMES.search(re.sub(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", b"", body))
    return None


_STRUCTURES: dict[str, Callable[[bytes], object]] = {
    "text": _plain,
    "json": _json,
    "html": _html,
    "csv": _table,
    "md": _markdown,
    "docx": _office,
    "xlsx": _office,
    "pdf": _pdf,
}


def structure(name: str, report: bytes) -> object:
    known = _STRUCTURES.get(name)
    if known is None:
        known = _office if report.startswith(b"PK") else _pdf if report.startswith(b"%PDF") else _plain
    return known(report)
