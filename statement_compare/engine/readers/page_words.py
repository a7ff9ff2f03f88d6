"""The words of a PDF's page as PDFium tells them: what is written, where it stands, which way it runs, what is bold.

A call into PDFium costs a quarter of a microsecond, most of it on the way there, and a book has a million words. So
what is asked of many characters is asked in one go, without Python in between: functions take addresses as plain
numbers, and answers go into arrays that are kept from page to page.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from operator import le
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from statement_compare.engine.readers.extract import raised
from statement_compare.engine.readers.page_segments import SOFT_HYPHENS, Word

_BOLD = re.compile(r"(?i)bold|black|heavy|demi")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Bullets of the Symbol and Wingdings fonts, which map into the private use area.
_TRANSLATED = _LIGATURES | str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8", "•"))
_TO_TRANSLATE = re.compile(f"[{''.join(map(chr, _TRANSLATED))}]")
# What stands between words, and a hyphen at a line's end, which ends a word and belongs to it.
_BETWEEN = "\\x00-\\x20\xa0\u3000"
_WORD = re.compile(f"[^{_BETWEEN}{SOFT_HYPHENS}]+[{SOFT_HYPHENS}]?|[{SOFT_HYPHENS}]")
_FIGURE_WITHIN_WORD = re.compile(rf"(?<=[^{_BETWEEN}{SOFT_HYPHENS}])\d")
_UNKNOWN = re.compile("[\ufffd\ue000-\uefff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_RAISED_SHARE = 0.15
_SMALL_SHARE = 0.85
# How much higher than its box the ink of a figure begins, and how much above the line that it is written on.
_INK_SHARE = 0.3
_ABOVE_SHARE = 0.2
_BOLD_WEIGHT = 600
_SLANT_DEGREES = 5

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top of a part of a page, in PDF coordinates."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the file's own order, turned so that most of them can be read, and the page's size then.

    `characters` are those of all words, `unknown` those whose letters nobody knows. Words at another `angle` than most
    are left out (stamps, watermarks, notes along the margin), as are those that are drawn beyond the page.
    """

    words: list[Word]
    angle: int
    height: float
    width: float
    characters: int
    unknown: int

    @property
    def is_blank(self) -> bool:
        return self.characters == 0


class WordReader:
    """Reads one page after the other."""

    def __init__(self) -> None:
        self._room = self._base = 0
        self._measured: ctypes.Array[ctypes.c_float] = (ctypes.c_float * 0)()
        self._name = ctypes.create_string_buffer(128)

    def read(self, text_page: pypdfium2.PdfTextPage, seen: Rectangle) -> PageWords:
        """The words of a page of which `seen` is what is shown."""
        page = _address(text_page.raw)
        text, unknown = _text(text_page.raw, pdfium.FPDFText_CountChars(text_page.raw))
        written = _WORD.findall(text)
        if not written:
            return _page([], 0, seen, 0, unknown)
        starts = list(map(re.Match.start, _WORD.finditer(text)))
        first, last = self._ends(page, written, starts)
        # Figures of one digit that are drawn one below the other are one word for PDFium.
        if any(map(le, last.top, first.bottom)):
            written, starts = self._by_lines(page, written, starts, first, last)
            first, last = self._ends(page, written, starts)
        is_plain = text.isascii() or _TO_TRANSLATE.search(text) is None
        texts = written.copy() if is_plain else [word.translate(_TRANSLATED) for word in written]
        figures = [match.start() for match in _FIGURE_WITHIN_WORD.finditer(text)]
        if figures:
            self._raise_figures(page, texts, written, starts, figures, first)
        objects = list(map(_TEXT_OBJECT, repeat(page), starts))
        # All of a text object runs one way and has one font. What PDFium makes up itself, as a hyphen, stands in none.
        an_index = {each: start for each, start in zip(objects, starts, strict=True) if each}
        bold = self._bold(page, objects, an_index)
        turns = {each: _quarter_turn(_CHAR_ANGLE(page, index)) for each, index in an_index.items()}
        if None not in objects and not any(turns.values()):
            words, angle = _level(texts, bold, first, last, seen), 0
        else:
            quarters = [
                turns[each] if each else _quarter_turn(_CHAR_ANGLE(page, start))
                for each, start in zip(objects, starts, strict=True)
            ]
            angle = _commonest(quarters, texts)
            words = _upright(texts, bold, quarters, first, last, angle, seen)
        return _page(words, angle, seen, sum(map(len, written)), unknown)

    def _ends(self, page: int, written: Sequence[str], starts: Sequence[int]) -> tuple[_Boxes, _Boxes]:
        """The places of the first and of the last characters of words."""
        return self._boxes(page, starts), self._boxes(page, list(map(_last, starts, written)))

    def _by_lines(
        self, page: int, written: Sequence[str], starts: Sequence[int], first: _Boxes, last: _Boxes
    ) -> tuple[list[str], list[int]]:
        """Words and where they begin, those cut that run level and yet end below the line that they begin on."""
        words: list[str] = []
        begins: list[int] = []
        for word, start, bottom, top in zip(written, starts, first.bottom, last.top, strict=True):
            cuts = [0]
            if top <= bottom and word[-1] not in SOFT_HYPHENS and _quarter_turn(_CHAR_ANGLE(page, start)) == 0:
                boxes = self._boxes(page, range(start, start + len(word)))
                lines = pairwise(zip(boxes.bottom, boxes.top, strict=True))
                cuts += [at for at, ((low, _), (_, high)) in enumerate(lines, 1) if high <= low]
            for cut, end in pairwise([*cuts, len(word)]):
                words.append(word[cut:end])
                begins.append(start + cut)
        return words, begins

    def _boxes(self, page: int, indices: Sequence[int]) -> _Boxes:
        """The places of characters in their line: all characters of a font are equally high."""
        count = len(indices)
        if count > self._room:
            self._room = 2 * count
            self._measured = (ctypes.c_float * (4 * self._room))()
            self._base = ctypes.addressof(self._measured)
        end = self._base + _RECTANGLE_BYTES * count
        _done(map(_CHAR_BOX, repeat(page), indices, range(self._base, end, _RECTANGLE_BYTES)))
        flat = self._measured[: 4 * count]
        # FS_RECTF holds left, top, right, bottom.
        return _Boxes(flat[::4], flat[3::4], flat[2::4], flat[1::4])

    def _raise_figures(
        self,
        page: int,
        texts: list[str],
        written: Sequence[str],
        starts: Sequence[int],
        figures: Sequence[int],
        first: _Boxes,
    ) -> None:
        """Figures that stand higher and smaller than the word before them as superscripts: marks of notes, powers.

        They are the last ones of a number, or none of it: so those before them are looked at where the last one is.
        """
        last = [one for one, following in pairwise((*figures, -1)) if following != one + 1]
        boxes, inks = self._boxes(page, last), _lowest_ink(page, last)
        for figure, low, high, ink in zip(last, boxes.bottom, boxes.top, inks, strict=True):
            index = bisect_right(starts, figure) - 1
            line = first.bottom[index], first.top[index]
            if not _is_raised(page, figure, (low, high), ink, line):
                continue
            begin = figure - starts[index]
            text, end = texts[index], begin + 1
            # A ligature that became two letters moves what follows.
            if len(text) != len(written[index]):
                continue
            while (
                begin > 1 and text[begin - 1].isdecimal() and self._is_raised_too(page, starts[index] + begin - 1, line)
            ):
                begin -= 1
            begin -= begin > 1 and text[begin - 1] == "\N{MINUS SIGN}"
            texts[index] = text[:begin] + raised(text[begin:end]) + text[end:]

    def _is_raised_too(self, page: int, index: int, line: tuple[float, float]) -> bool:
        box, (ink,) = self._boxes(page, (index,)), _lowest_ink(page, (index,))
        return _is_raised(page, index, (box.bottom[0], box.top[0]), ink, line)

    def _bold(self, page: int, objects: Sequence[int | None], an_index: Mapping[int, int]) -> list[bool]:
        """Whether words are set in bold, which is asked once for each font of the page."""
        fonts = {each: _FONT(each) for each in an_index}
        index_in_font = {font: an_index[each] for each, font in fonts.items()}
        bold_fonts = {font for font, index in index_in_font.items() if self._is_bold(page, index)}
        if not bold_fonts:
            return [False] * len(objects)
        bold_objects = {each for each, font in fonts.items() if font in bold_fonts}
        return [each in bold_objects for each in objects]

    def _is_bold(self, page: int, index: int) -> bool:
        if _FONT_WEIGHT(page, index) >= _BOLD_WEIGHT:
            return True
        size = _FONT_NAME(page, index, self._name, len(self._name), None)
        return size > 0 and _BOLD.search(self._name.value.decode("latin-1")) is not None


class _Boxes(NamedTuple):
    """The edges of characters in PDF coordinates, in columns: a number each for every character."""

    left: list[float]
    bottom: list[float]
    right: list[float]
    top: list[float]


def _is_raised(page: int, index: int, box: tuple[float, float], ink: float, line: tuple[float, float]) -> bool:
    """Whether a figure is a superscript beside the first character of its word, whose `line` is that of the word.

    Boxes and line are bottom and top. A font may hold superscripts as signs of their own: then their box is that of any
    figure, and only their ink ends above the line that they are written on.
    """
    (low, high), (bottom, top) = box, line
    if low - bottom > _RAISED_SHARE * (top - bottom) and high - low < _SMALL_SHARE * (top - bottom):
        return True
    if not ink - low > _INK_SHARE * (high - low) > 0:
        return False
    x, y = ctypes.c_double(), ctypes.c_double()
    _ORIGIN(page, index, ctypes.addressof(x), ctypes.addressof(y))
    return ink - y.value > _ABOVE_SHARE * (high - low)


def _lowest_ink(page: int, indices: Sequence[int]) -> list[float]:
    """Where what is drawn of characters ends below."""
    # Left, right, bottom and top are written one behind the other.
    edges = (ctypes.c_double * (4 * len(indices)))()
    base = ctypes.addressof(edges)
    places = (range(base + 8 * edge, base + 8 * edge + 32 * len(indices), 32) for edge in range(4))
    _done(map(_INK_BOX, repeat(page), indices, *places))
    return edges[2::4]


def _last(start: int, word: str) -> int:
    return start + len(word) - 1


def _asked_by_address(function: Any, *arguments: Any, gives_address: bool = False) -> Any:
    """The same function of PDFium with pointers as plain numbers, which ctypes passes on without looking at them."""
    same = ctypes.cast(function, type(function))
    same.argtypes = arguments
    same.restype = ctypes.c_void_p if gives_address else function.restype
    return same


_OF_CHARACTER = (ctypes.c_void_p, ctypes.c_int)
_CHAR_BOX = _asked_by_address(pdfium.FPDFText_GetLooseCharBox, *_OF_CHARACTER, ctypes.c_void_p)
_INK_BOX = _asked_by_address(pdfium.FPDFText_GetCharBox, *_OF_CHARACTER, *[ctypes.c_void_p] * 4)
_ORIGIN = _asked_by_address(pdfium.FPDFText_GetCharOrigin, *_OF_CHARACTER, *[ctypes.c_void_p] * 2)
_CHAR_ANGLE = _asked_by_address(pdfium.FPDFText_GetCharAngle, *_OF_CHARACTER)
_TEXT_OBJECT = _asked_by_address(pdfium.FPDFText_GetTextObject, *_OF_CHARACTER, gives_address=True)
_FONT = _asked_by_address(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, gives_address=True)
_FONT_WEIGHT = _asked_by_address(pdfium.FPDFText_GetFontWeight, *_OF_CHARACTER)
_FONT_NAME = _asked_by_address(
    pdfium.FPDFText_GetFontInfo, *_OF_CHARACTER, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p
)
_RECTANGLE_BYTES = ctypes.sizeof(pdfium.FS_RECTF)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _done(calls: Iterable[object]) -> None:
    deque(calls, maxlen=0)


def _text(page: Any, count: int) -> tuple[str, int]:
    """What the characters of a page are, one for each so that offsets stay, and of how many nobody knows it."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    length = pdfium.FPDFText_GetText(page, 0, count, buffer) - 1 if count > 0 else 0
    text = memoryview(buffer)[: max(length, 0)].tobytes().decode("utf-16-le", "surrogatepass")
    # As a whole text it lacks control characters, and halves of characters may be whole ones: then each is asked for.
    if length != count or _SURROGATE.search(text) or len(text) != count:
        return _text_by_character(page, count)
    if text.isascii():
        return text, 0
    # U+FFFE stands for a hyphen at a line's end, and for what has no letter.
    at = text.find("\ufffe")
    if at >= 0:
        characters = list(text)
        while at >= 0:
            characters[at] = chr(pdfium.FPDFText_GetUnicode(page, at))
            at = text.find("\ufffe", at + 1)
        text = "".join(characters)
    return text, len(_UNKNOWN.findall(text))


def _text_by_character(page: Any, count: int) -> tuple[str, int]:
    codes = [pdfium.FPDFText_GetUnicode(page, i) for i in range(count)]
    text = "".join([chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes])
    return text, sum(code == 0xFFFD or 0xE000 <= code < 0xF000 for code in codes)


def _quarter_turn(radians: float) -> int:
    """The direction of writing in degrees, to the nearest quarter turn: 90 for upwards; 1 for any other.

    PDFium counts clockwise, against what PDF does.
    """
    degrees = -math.degrees(radians) % 360
    nearest = round(degrees / 90) * 90
    return int(nearest % 360) if abs(degrees - nearest) < _SLANT_DEGREES else 1


def _commonest(angles: Sequence[int], texts: Sequence[str]) -> int:
    """The angle of most letters."""
    counts = Counter[int]()
    for angle, text in zip(angles, texts, strict=True):
        counts[angle] += len(text)
    return counts.most_common(1)[0][0]


def _level(texts: Sequence[str], bold: Sequence[bool], first: _Boxes, last: _Boxes, seen: Rectangle) -> list[Word]:
    """As `_upright` of words that all run from left to right, which nearly all pages hold: by columns, not by words."""
    x0, y0, x1, y1 = seen
    lefts, rights = list(map(min, first.left, last.left)), list(map(max, first.right, last.right))
    bottoms, tops = first.bottom, first.top
    is_all_seen = all(x0 <= min(edges) and max(edges) <= x1 for edges in (lefts, rights)) and all(
        y0 <= min(edges) and max(edges) <= y1 for edges in (bottoms, tops)
    )
    # What is no number hides from min and max, and not from sum.
    if not is_all_seen or any(math.isnan(sum(edges)) for edges in (lefts, rights, bottoms, tops)):
        return _upright(texts, bold, repeat(0, len(texts)), first, last, 0, seen)
    places = (
        [left - x0 for left in lefts],
        [y1 - top for top in tops],
        [right - x0 for right in rights],
        [y1 - bottom for bottom in bottoms],
    )
    return list(map(tuple.__new__, repeat(Word), zip(texts, *places, bold, strict=True)))


def _upright(
    texts: Iterable[str],
    bold: Iterable[bool],
    angles: Iterable[int],
    first: _Boxes,
    last: _Boxes,
    angle: int,
    seen: Rectangle,
) -> list[Word]:
    """The words at this angle with their places as one sees them who turns the page so that they can be read."""
    x0, y0, x1, y1 = seen
    words: list[Word] = []
    for text, is_bold, own, one, other in zip(
        texts, bold, angles, zip(*first, strict=True), zip(*last, strict=True), strict=True
    ):
        if own != angle:
            continue
        left, bottom, right, top = one
        # Along the line a word reaches from its first to its last character, across it all are equally high.
        if angle % 180:
            bottom, top = min(bottom, other[1]), max(top, other[3])
        else:
            left, right = min(left, other[0]), max(right, other[2])
        if not (x0 <= (left + right) / 2 <= x1 and y0 <= (bottom + top) / 2 <= y1):
            continue
        # The corner that is left and top for the reader, then the one right and below.
        if angle == 0:
            words.append(Word(text, left - x0, y1 - top, right - x0, y1 - bottom, is_bold))
        elif angle == 90:
            words.append(Word(text, bottom - y0, left - x0, top - y0, right - x0, is_bold))
        elif angle == 180:
            words.append(Word(text, x1 - right, bottom - y0, x1 - left, top - y0, is_bold))
        elif angle == 270:
            words.append(Word(text, y1 - top, x1 - right, y1 - bottom, x1 - left, is_bold))
    return words


def _page(words: list[Word], angle: int, seen: Rectangle, characters: int, unknown: int) -> PageWords:
    x0, y0, x1, y1 = seen
    is_quarter = angle in (0, 90, 180, 270)
    height, width = (x1 - x0, y1 - y0) if is_quarter and angle % 180 else (y1 - y0, x1 - x0)
    return PageWords(words, angle, height, width, characters, unknown)
