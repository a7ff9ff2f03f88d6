"""How words and their places are got out of a PDF, and what is said of one that has none."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.extract import Extract, Request, assemble, raised, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.page_flow import SOFT_HYPHENS, Page, pieces_of
from statement_compare.engine.readers.page_layout import Word, lines_of
from statement_compare.engine.readers.page_turns import Turn, as_shown

_BOLD = re.compile(r"(?i)bold|black|heavy|demi")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Bullets of the Symbol and Wingdings fonts, which map into the private use area.
_TRANSLATED = _LIGATURES | str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8", "•"))
# What stands between words, and a hyphen at a line's end, which ends a word and belongs to it.
_BETWEEN = "\\x00-\\x20\xa0\u3000"
_WORD = re.compile(f"[^{_BETWEEN}{SOFT_HYPHENS}]+[{SOFT_HYPHENS}]?|[{SOFT_HYPHENS}]")
_RAISED_SHARE = 0.15
_SMALL_SHARE = 0.85
_MOST_UNKNOWN = 0.3
_TAIL_BYTES = 2_048


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a PDF that is encrypted, damaged, too long, or holds no text."""
    document = opened(data)
    count = len(document)
    if count == 0:
        raise Refusal("file_damaged")
    if count > request.limits.pages:
        raise Refusal("file_too_many_pages", pages=str(count), limit=str(request.limits.pages))
    harvest = _Harvest()
    pages: list[Page] = []
    for number in range(count):
        request.report(number, count)
        words, height = harvest.words_of(document, number)
        pages.append(Page(lines_of(words, number + 1), height))
        if harvest.characters > request.limits.text_characters:
            raise Refusal("file_too_long", limit=f"{request.limits.text_characters:,}")
    _refuse_without_text(harvest, count)
    pieces, has_running_lines = pieces_of(pages)
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    notes = [note("running_lines_left_out")] if has_running_lines else []
    notes += [note("pages_without_text", _numbers(harvest.empty))] if harvest.empty else []
    notes += [note("pages_damaged", _numbers(harvest.damaged))] if harvest.damaged else []
    notes += [] if b"%%EOF" in data[-_TAIL_BYTES:] else [note("file_incomplete")]
    return Extract(
        text,
        blocks,
        title=found.title or _title_said(document, text),
        # The day a PDF was made is not that of its statement.
        date=found.date,
        speaker=found.speaker,
        notes=tuple(notes),
        places=tuple(as_shown(place, harvest.turned) for place in places) if harvest.turned else places,
    )


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Raises Refusal for a PDF that is encrypted or damaged."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refusal("file_encrypted" if is_locked else "file_damaged") from error


def _refuse_without_text(harvest: _Harvest, pages: int) -> None:
    if harvest.characters == 0:
        if len(harvest.damaged) == pages:
            raise Refusal("file_damaged")
        raise Refusal("file_is_scanned" if harvest.empty else "file_without_text")
    if harvest.unknown > _MOST_UNKNOWN * harvest.characters:
        raise Refusal("file_text_is_coded")


def _numbers(pages: list[int]) -> str:
    return ", ".join(str(number + 1) for number in pages)


def _title_said(document: pypdfium2.PdfDocument, text: str) -> str:
    """The title among the properties, only where the text says it too."""
    said = tidy(document.get_metadata_value("Title"))
    return said if masthead.is_title(said) and said.casefold() in " ".join(text[:3_000].split()).casefold() else ""


@dataclass(slots=True)
class _Harvest:
    """What was met on all pages so far."""

    characters: int = 0
    unknown: int = 0
    empty: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    turned: dict[int, Turn] = field(default_factory=dict)

    def words_of(self, document: pypdfium2.PdfDocument, number: int) -> tuple[list[Word], float]:
        """A page's words in the file's own order, and the page's height as it is read."""
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            self.damaged.append(number)
            return [], 1.0
        try:
            words, angle = _Characters(text_page, self).words()
            if not words and pdfium.FPDFPage_CountObjects(page.raw):
                self.empty.append(number)
            words, height, width = _upright(words, angle, page.get_bbox())
            quarters = (page.get_rotation() - angle) // 90 % 4
            if words and quarters:
                self.turned[number + 1] = Turn(quarters, width, height)
            return words, height
        finally:
            text_page.close()
            page.close()


def _upright(words: list[Word], angle: int, box: tuple[float, float, float, float]) -> tuple[list[Word], float, float]:
    """Words with their places as one sees them who turns the page so that most of it can be read, its height and width.

    `box` is left, bottom, right, top of what is seen of the page; words beyond it are drawn for nobody.
    """
    x0, y0, x1, y1 = box
    # The corner that is left and top for the reader, and the one right and below, for each direction of writing.
    turn = {
        0: lambda word: (word.left - x0, y1 - word.bottom, word.right - x0, y1 - word.top),
        90: lambda word: (word.top - y0, word.left - x0, word.bottom - y0, word.right - x0),
        180: lambda word: (x1 - word.right, word.top - y0, x1 - word.left, word.bottom - y0),
        270: lambda word: (y1 - word.bottom, x1 - word.right, y1 - word.top, x1 - word.left),
    }.get(angle)
    if turn is None:
        return [], y1 - y0, x1 - x0
    seen = [
        word for word in words if x0 <= (word.left + word.right) / 2 <= x1 and y0 <= (word.top + word.bottom) / 2 <= y1
    ]
    height, width = (x1 - x0, y1 - y0) if angle % 180 else (y1 - y0, x1 - x0)
    return [Word(word.text, *turn(word), word.is_bold) for word in seen], height, width


class _Characters:
    """The characters of one page; each call into PDFium costs about a microsecond, so only word ends are measured."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, harvest: _Harvest) -> None:
        self._page = text_page.raw
        self._harvest = harvest
        codes = [pdfium.FPDFText_GetUnicode(self._page, i) for i in range(pdfium.FPDFText_CountChars(self._page))]
        # One character for each code, so that offsets stay.
        self._text = "".join([chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes])
        if not self._text.isascii():
            harvest.unknown += sum(code == 0xFFFD or 0xE000 <= code < 0xF000 for code in codes)
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)

    def words(self) -> tuple[list[Word], int]:
        """Words with places in PDF coordinates (`top` is the lower edge there), and the angle most of them have.

        Words at another angle are left out: stamps, watermarks, notes along the margin.
        """
        found = [self._word(*match.span()) for match in _WORD.finditer(self._text)]
        if not found:
            return [], 0
        angles = Counter[int]()
        for word, angle in found:
            angles[angle] += len(word.text)
        usual = angles.most_common(1)[0][0]
        return [word for word, angle in found if angle == usual], usual

    def _word(self, start: int, end: int) -> tuple[Word, int]:
        written = self._text[start:end]
        self._harvest.characters += len(written)
        first, last = self._place(start), self._place(end - 1)
        text = written if written.isascii() else written.translate(_TRANSLATED)
        # Most words are of letters alone, which a single call tells.
        has_figures = not text.isalpha() and any(char.isdigit() for char in text[1:])
        if has_figures and len(text) == len(written):
            text = self._with_raised_figures(text, start)
        angle = self._angle(start)
        # Along the line a word reaches from its first to its last character, across it all are equally high.
        if angle % 180:
            place = first[0], min(first[1], last[1]), first[2], max(first[3], last[3])
        else:
            place = min(first[0], last[0]), first[1], max(first[2], last[2]), first[3]
        return Word(text, *place, self._is_bold(start)), angle

    def _place(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a character's place in its line; all characters of a font are equally high."""
        pdfium.FPDFText_GetLooseCharBox(self._page, index, ctypes.byref(self._box))
        return self._box.left, self._box.bottom, self._box.right, self._box.top

    def _with_raised_figures(self, text: str, start: int) -> str:
        """Figures that stand higher and smaller than the word before them as superscripts: marks of notes, powers."""
        _, bottom, _, top = self._place(start)
        height = top - bottom
        chars = list(text)
        for index in range(1, len(chars)):
            if chars[index].isdigit():
                _, low, _, high = self._place(start + index)
                if low - bottom > _RAISED_SHARE * height and high - low < _SMALL_SHARE * height:
                    chars[index] = raised(chars[index])
        return "".join(chars)

    def _angle(self, index: int) -> int:
        """The direction of writing in degrees, to the nearest quarter turn; 1 for any other."""
        degrees = math.degrees(pdfium.FPDFText_GetCharAngle(self._page, index)) % 360
        nearest = round(degrees / 90) * 90
        return int(nearest % 360) if abs(degrees - nearest) < 5 else 1

    def _is_bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._page, index) >= 600:
            return True
        size = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), None)
        return size > 0 and _BOLD.search(self._name.value.decode("latin-1")) is not None
