"""What RTF's control words mean for the text: characters, borders, tables, notes, and what is not to be seen."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import NOWHERE, Place
from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import (
    LEAST_RAISED,
    Extract,
    HigherRuns,
    Piece,
    Request,
    assemble,
    raised,
    tidy,
    with_bold_headings,
)
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.numbering import Numbering
from statement_compare.engine.readers.paragraphs import split_lines
from statement_compare.engine.readers.rtf_columns import Edges, on_grid

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|[\r\n]+"
    r"|(?P<plain>[^\\{}\r\n]+)"
    r"|\\",
    re.DOTALL,
)
# Destinations that hold no text of the document. Any other that starts with \* is skipped, too.
_SKIPPED_WORDS = (
    "colortbl header headerl headerr headerf footer footerl footerr footerf pict object objdata fldinst pn "
    "pntxta pntxtb annotation atnid atnauthor atnref xe tc rxe listtable listoverridetable revtbl rsidtbl generator "
    "themedata colorschememapping datastore latentstyles xmlnstbl private sp sn sv shprslt nonesttables upr filetbl "
    "bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn comment operator author company doccomm keywords "
    "subject category manager formfield levelnumbers leveltext listname template passwordhash"
)
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
# Text that stands elsewhere than in the running text, by destination.
_ASIDE = {"footnote": "note", "shptxt": "note", "title": "title", "stylesheet": "styles", "fonttbl": "fonts"}
_KNOWN_STARRED = frozenset({"shpinst", "shptxt", "footnote", "nesttableprops"})
_CHARACTERS = {
    "tab": " ",
    "line": "\n",
    "softline": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
_SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "-": "", "\t": " "}
_CODE_PAGES = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254"} | {
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
# A run of this many bytes beyond ASCII is not Western text with its single accents.
_FOREIGN_RUN = 3


@dataclass(frozen=True, slots=True)
class _Group:
    """What a brace saves and restores; `destination` is "" for the running text and "skip" for what is left out."""

    destination: str = ""
    unicode_skip: int = 1
    font: str = ""
    is_hidden: bool = False
    is_deleted: bool = False
    is_superscript: bool = False
    is_higher: bool = False
    is_bold: bool = False


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    higher: HigherRuns = field(default_factory=HigherRuns)
    style: str = ""
    is_item: bool = False
    is_heading: bool = False
    in_table: bool = False
    is_bold: bool = True


def read(data: bytes, request: Request) -> Extract:
    """`request.encoding` stands in for the code page that the file names, and is told as the encoding then.

    Raises Refusal for a file without text.
    """
    reading = _Reading(data.decode("latin-1"))
    if request.encoding:
        reading.code_page = decode(b"", request.encoding).encoding
        reading.is_code_page_chosen = True
    is_whole = reading.run()
    pieces = list(on_grid(with_bold_headings(reading.pieces, reading.bold), reading.rows))
    pieces += [Piece(BlockKind.PARAGRAPH, tidy(line)) for line in "".join(reading.aside["note"]).split("\n")]
    text, blocks, places = assemble((replace(piece, text=_paired(piece.text)) for piece in pieces), request.limits)
    found = masthead.read(text, blocks)
    said = tidy("".join(reading.aside["title"]))
    is_said = masthead.is_title(said) and said.casefold() in " ".join(text[:3_000].split()).casefold()
    notes = [note("tracked_changes")] if reading.has_changes else []
    notes += [] if is_whole else [note("file_incomplete")]
    return Extract(
        text,
        blocks,
        encoding=request.encoding,
        title=found.title or (said if is_said else ""),
        date=found.date,
        speaker=found.speaker,
        notes=tuple(notes),
        places=places,
    )


class _Reading:
    """One pass over the tokens of a file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._group = _Group()
        self._stack: list[_Group] = []
        self._bytes = bytearray()
        self._skip_characters = 0
        self._is_starred = False
        self._paragraph = _Paragraph()
        self._is_first_in_row = True
        self._numbering = Numbering()
        self._is_in_table = False
        self._fonts: dict[str, int] = {}
        self._styles: dict[str, str] = {}
        self._style_named = ""
        self.code_page = "cp1252"
        self.is_code_page_chosen = False
        self._edges: list[int] = []
        self.rows: dict[tuple[int, int], Edges] = {}
        self.pieces: list[Piece] = []
        self.bold: set[str] = set()
        self.aside: dict[str, list[str]] = {"note": [], "title": []}
        self.has_changes = False

    def run(self) -> bool:
        """Read all; whether every group was closed, as in a file that is whole."""
        place, is_closed = 0, False
        while not is_closed and (match := _TOKEN.match(self._text, place)):
            place = match.end()
            if match["hex"] is not None:
                self._byte(int(match["hex"], 16))
                continue
            if match["plain"] is not None:
                self._plain(match["plain"])
                continue
            self._flush_bytes()
            if match["brace"] == "{":
                self._skip_characters = 0
                self._stack.append(self._group)
            elif match["brace"] == "}":
                self._skip_characters = 0
                self._group = self._stack.pop() if self._stack else self._group
                is_closed = not self._stack
            elif match["sign"] is not None:
                self._sign(match["sign"])
            elif match["word"] == "bin":
                place += max(0, int(match["number"] or 0))
            elif match["word"] is not None:
                self._word(match["word"], match["number"])
        self._flush_bytes()
        self._end_paragraph()
        return is_closed

    # characters

    def _byte(self, code: int) -> None:
        if self._skip_characters:
            self._skip_characters -= 1
        else:
            self._bytes.append(code)

    def _plain(self, text: str) -> None:
        skipped = min(self._skip_characters, len(text))
        self._skip_characters -= skipped
        # Some programs write bytes beyond ASCII as they are.
        self._bytes += text[skipped:].encode("latin-1")

    def _flush_bytes(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._put(data.decode("ascii") if data.isascii() else data.decode(self._encoding_of(data), "replace"))

    def _encoding_of(self, data: bytes) -> str:
        charset = self._fonts.get(self._group.font)
        if self.is_code_page_chosen or charset is None or charset == 1:
            return self.code_page
        if charset == 0:
            # Western by the rules; but programs of Cyrillic systems write this charset and mean their own code page.
            longest = max(map(len, re.findall(rb"[\x80-\xff]+", data)), default=0)
            return self.code_page if longest >= _FOREIGN_RUN else "cp1252"
        return _CODE_PAGES.get(charset, self.code_page)

    def _put(self, text: str) -> None:
        group = self._group
        if group.destination == "styles":
            self._styles[self._style_named] = self._styles.get(self._style_named, "") + text
        if group.is_deleted or group.is_hidden or group.destination in ("skip", "styles", "fonts"):
            return
        if group.destination:
            self.aside[group.destination].append(text)
            return
        paragraph = self._paragraph
        is_raised = paragraph.higher.is_raised("".join(paragraph.parts[-3:]), text, is_higher=group.is_higher)
        paragraph.parts.append(raised(text) if is_raised or group.is_superscript else text)
        paragraph.is_bold = paragraph.is_bold and (group.is_bold or not text.strip())

    # control words

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif sign in "\r\n":
            self._border("par")
        elif self._skip_characters:
            self._skip_characters -= 1
        else:
            self._put(_SIGNS.get(sign, ""))

    def _word(self, word: str, number: str | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if self._skip_characters and word != "u":
            self._skip_characters -= 1
            return
        if word in _ASIDE and self._group.destination != "skip":
            self._group = replace(self._group, destination=_ASIDE[word])
            if _ASIDE[word] == "note" and self.aside["note"]:
                self.aside["note"].append("\n")
        elif word in ("pntext", "listtext"):
            # The drawn bullet or number of an item, in older and in newer files; it is no text, but says what the
            # paragraph is.
            self._paragraph.is_item = True
            self._group = replace(self._group, destination="skip")
        elif word in _SKIPPED or (is_starred and word not in _KNOWN_STARRED):
            self._group = replace(self._group, destination="skip")
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self._put(chr(int(number) % 0x10000))
            self._skip_characters = self._group.unicode_skip
        elif word in ("par", "sect", "page", "cell", "nestcell", "row", "nestrow"):
            self._border(word)
        else:
            self._property(word, number)

    def _property(self, word: str, number: str | None) -> None:
        """Words that say how text looks; a number 0 turns a property off."""
        is_on = number != "0"
        group, paragraph = self._group, self._paragraph
        if word == "uc":
            self._group = replace(group, unicode_skip=max(0, int(number or 1)))
        elif word == "f" and number is not None:
            self._group = replace(group, font=number)
        elif word == "fcharset" and group.destination == "fonts":
            self._fonts[group.font] = int(number or 0)
        elif word == "ansicpg" and number is not None and not self.is_code_page_chosen:
            self.code_page = _known(f"cp{number}") or self.code_page
        elif word == "mac" and not self.is_code_page_chosen:
            self.code_page = "mac_roman"
        elif word == "v":
            self._group = replace(group, is_hidden=is_on)
        elif word == "deleted":
            self._group = replace(group, is_deleted=is_on)
            self.has_changes = True
        elif word == "revised":
            self.has_changes = True
        elif word in ("super", "nosupersub", "sub"):
            self._group = replace(group, is_superscript=word == "super" and is_on)
        elif word in ("up", "dn"):
            # By so many half points, six where nothing is said.
            self._group = replace(group, is_higher=word == "up" and int(number or 6) >= LEAST_RAISED)
        elif word == "b":
            self._group = replace(group, is_bold=is_on)
        elif word == "plain":
            self._group = replace(
                group, is_bold=False, is_hidden=False, is_superscript=False, is_higher=False, is_deleted=False
            )
        elif word == "s" and group.destination == "styles":
            self._style_named = number or ""
        elif group.destination == "skip":
            return
        elif word == "pard":
            paragraph.style, paragraph.is_item, paragraph.is_heading, paragraph.in_table = "", False, False, False
        elif word == "s":
            paragraph.style = number or ""
        elif word in ("ls", "ilvl", "pnlvlblt", "pnlvlbody"):
            paragraph.is_item = paragraph.is_item or word == "ls"
        elif word == "outlinelevel":
            paragraph.is_heading = int(number or 9) < 9
        elif word == "intbl":
            paragraph.in_table = True
        elif word == "trowd":
            self._edges.clear()
        elif word == "cellx":
            self._edges.append(int(number or 0))

    def _border(self, word: str) -> None:
        if self._group.destination == "note":
            self.aside["note"].append("\n")
        if self._group.destination:
            return
        if word in ("row", "nestrow"):
            self._is_first_in_row = True
            if word == "row":
                if len(self._edges) == self._numbering.column:
                    self.rows[self._numbering.tables, self._numbering.row] = tuple(self._edges)
                self._numbering.begin_row()
            return
        self._end_paragraph(is_cell=word in ("cell", "nestcell"))
        if word == "cell":
            self._numbering.begin_cell()

    def _end_paragraph(self, *, is_cell: bool = False) -> None:
        paragraph = self._paragraph
        lines = "\n".join(tidy(line) for line in "".join(paragraph.parts).split("\n")).strip()
        name = self._styles.get(paragraph.style, "").strip(" ;").lower()
        is_cell = is_cell or paragraph.in_table
        if is_cell:
            kind = BlockKind.TABLE_CELL
        elif paragraph.is_heading or name.startswith(("heading", "title", "subtitle")):
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.LIST_ITEM if paragraph.is_item else BlockKind.PARAGRAPH
        if is_cell and not self._is_in_table:
            # Its first row and cell are open from the start: RTF says where each of them ends.
            self._numbering.begin_table()
            self._numbering.begin_row()
        self._is_in_table = is_cell
        place = NOWHERE
        if lines:
            place = self._cell() if is_cell else self._numbering.paragraph()
        for line_kind, line in split_lines(kind, lines) if lines else ():
            if paragraph.is_bold and line_kind is BlockKind.PARAGRAPH:
                self.bold.add(line)
            follows = is_cell and not self._is_first_in_row
            self.pieces.append(Piece(line_kind, line, follows_in_row=follows, place=place))
            self._is_first_in_row = self._is_first_in_row and not is_cell
        if not is_cell:
            self._is_first_in_row = True
        paragraph.parts.clear()
        paragraph.higher = HigherRuns()
        paragraph.is_bold = True

    def _cell(self) -> Place:
        """The cell that is open: one further than those that have ended in its row."""
        place = self._numbering.cell()
        return replace(place, column=self._numbering.column + 1)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""


def _paired(text: str) -> str:
    """Characters beyond the first plane stand in RTF as two halves; a half without its other is lost."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
