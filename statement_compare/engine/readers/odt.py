"""What of an OpenDocument text is its text: changes accepted, notes at the end, no indexes, headers or comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import NOWHERE, Place
from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.extract import Extract, Piece, Request, assemble, raised, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.numbering import Numbering
from statement_compare.engine.readers.odt_styles import Styles, styles_of
from statement_compare.engine.readers.package import Package, attribute, child, local, parse_xml
from statement_compare.engine.readers.paragraphs import split_lines

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "note-citation", "hidden-text", "ruby-text", "forms", "sequence-decls", "desc"}
    | {"table-of-content", "alphabetical-index", "bibliography", "illustration-index", "table-index", "object-index"}
    | {"user-index", "covered-table-cell", "title", "event-listeners", "bookmark", "page-number", "page-count"}
)
_MOST_SPACES = 1_000
_MOST_DIGITS = 10


def read(data: bytes, request: Request) -> Extract:
    """A package, or the one flat XML file that `.fodt` is. Raises Refusal as the Word reader does."""
    if data.startswith(b"PK"):
        package = Package(data, request.limits)
        manifest = package.optional_xml("META-INF/manifest.xml")
        if manifest is not None and any(local(element) == "encryption-data" for element in manifest.iter()):
            raise Refusal("file_encrypted")
        content = package.xml("content.xml")
        styles = package.optional_xml("styles.xml")
        meta = package.optional_xml("meta.xml")
    else:
        content = styles = meta = parse_xml(data)
    body = child(content, "body", "text")
    if body is None:
        raise Refusal("file_damaged")
    reading = _Reading(styles_of(content, styles))
    pieces = [*reading.blocks(body), *reading.footnotes()]
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        title=reading.title or found.title or _title_said(meta, text),
        date=found.date,
        speaker=found.speaker or masthead.speaker_of(reading.title),
        notes=(note("tracked_changes"),) if child(body, "tracked-changes") is not None else (),
        places=places,
    )


def _title_said(meta: etree._Element | None, text: str) -> str:
    """The title among the properties, only where the text says it too."""
    title = child(meta, "meta", "title")
    said = tidy(title.text or "") if title is not None else ""
    return said if masthead.is_title(said) and masthead.opens_with(text, said) else ""


@dataclass(slots=True)
class _Reading:
    """One walk through the body and what was met on the way."""

    styles: Styles
    title: str = ""
    notes: list[etree._Element] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)

    def blocks(
        self, root: etree._Element, kind: BlockKind = BlockKind.PARAGRAPH, cell: Place = NOWHERE
    ) -> Iterator[Piece]:
        """The pieces under a node, which may be a `cell`, in reading order; walked without recursion."""
        stack = [(element, kind) for element in reversed(root)]
        while stack:
            element, around = stack.pop()
            name = local(element)
            if name in _SKIPPED or not name or self._is_hidden(element, name):
                continue
            if name in ("p", "h"):
                text, boxes = self._text(element)
                yield from self._pieces(element, text, BlockKind.HEADING if name == "h" else around, cell)
                stack.extend((box, BlockKind.PARAGRAPH) for box in reversed(boxes))
            elif name == "table-row":
                yield from self._row(element, cell)
            else:
                if name == "table" and cell == NOWHERE:
                    self.numbering.begin_table()
                inside = BlockKind.LIST_ITEM if name == "list" and around is not BlockKind.TABLE_CELL else around
                stack.extend((below, inside) for below in reversed(element))

    def footnotes(self) -> Iterator[Piece]:
        # The list may grow: a note's own paragraphs are read here.
        for element in self.notes:
            body = child(element, "note-body")
            if body is not None:
                yield from (replace(piece, place=NOWHERE) for piece in self.blocks(body))

    def _row(self, row: etree._Element, around: Place) -> Iterator[Piece]:
        """The cells of a row, whose table may itself stand in the cell `around`."""
        is_first = True
        if around == NOWHERE:
            self.numbering.begin_row()
        for cell in row:
            if local(cell) in ("table-cell", "covered-table-cell") and around == NOWHERE:
                self.numbering.begin_cell()
            if local(cell) != "table-cell":
                continue
            for piece in self.blocks(cell, BlockKind.TABLE_CELL, self.numbering.cell()):
                yield replace(piece, kind=BlockKind.TABLE_CELL, follows_in_row=not is_first)
                is_first = False

    def _pieces(self, element: etree._Element, text: str, kind: BlockKind, cell: Place) -> Iterator[Piece]:
        lines = "\n".join(tidy(line) for line in text.split("\n")).strip()
        if not lines:
            return
        if attribute(element, "style-name") in self.styles.titles and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.HEADING
            self.title = self.title or lines.replace("\n", " ")
        place = self.numbering.paragraph() if cell == NOWHERE else cell
        for line_kind, line in split_lines(kind, lines):
            yield Piece(line_kind, line, place=place)

    def _is_hidden(self, element: etree._Element, name: str) -> bool:
        if name == "section":
            return attribute(element, "display") == "none"
        hidden = self.styles.hidden_runs if name in ("span", "a") else self.styles.hidden_paragraphs
        return name in ("span", "a", "p", "h") and attribute(element, "style-name") in hidden

    def _text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """A paragraph's text and the text boxes anchored in it; its notes wait for the end."""
        parts: list[str] = [paragraph.text or ""]
        boxes: list[etree._Element] = []
        # What comes, and whether the text around it is raised.
        stack: list[tuple[etree._Element | str, bool]] = []
        _push(stack, paragraph, is_raised=False)
        while stack:
            element, is_raised = stack.pop()
            if isinstance(element, str):
                parts.append(raised(element) if is_raised else element)
                continue
            name = local(element)
            if name == "s":
                count = attribute(element, "c") or "1"
                is_believed = len(count) <= _MOST_DIGITS and count.isdecimal()
                parts.append(" " * min(int(count) if is_believed else 1, _MOST_SPACES))
            elif name == "tab":
                parts.append(" ")
            elif name == "line-break":
                parts.append("\0")
            elif name == "note":
                self.notes.append(element)
            elif name == "text-box":
                boxes.append(element)
            elif name not in _SKIPPED and name and not self._is_hidden(element, name):
                is_raised = self.styles.is_raised.get(attribute(element, "style-name") or "", is_raised)
                text = element.text or ""
                parts.append(raised(text) if is_raised else text)
                _push(stack, element, is_raised=is_raised)
        # Line ends of the XML itself are spaces; only text:line-break is a line's end.
        return " ".join("".join(parts).split("\n")).replace("\0", "\n"), boxes


def _push(stack: list[tuple[etree._Element | str, bool]], element: etree._Element, *, is_raised: bool) -> None:
    for below in reversed(element):
        if below.tail:
            stack.append((below.tail, is_raised))
        stack.append((below, is_raised))
