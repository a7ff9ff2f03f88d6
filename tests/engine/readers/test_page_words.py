"""The words of a page are those that asking PDFium for one character after the other gives."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst

from statement_compare.engine.readers.extract import raised
from statement_compare.engine.readers.page_segments import Word
from statement_compare.engine.readers.page_words import PageWords, WordReader

Pdf = Callable[..., bytes]
At = Callable[..., Any]
Places = tuple[float, float, float, float]

SEPARATORS = {chr(code) for code in range(33)} | {"\xa0", "\u3000"}
HYPHENS = "\x02\ufffe\xad"


def read(data: bytes, reader: WordReader | None = None) -> PageWords:
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text_page = page.get_textpage()
    try:
        return (reader or WordReader()).read(text_page, page.get_bbox())
    finally:
        text_page.close()
        page.close()
        document.close()


def read_slowly(data: bytes) -> list[Word]:
    """The obvious way: every character is asked for by itself, and everything of each."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text_page = page.get_textpage()
    try:
        x0, y0, x1, y1 = page.get_bbox()
        found = []
        for indices, text in words_of(text_page.raw):
            boxes = [box(text_page.raw, index) for index in (indices[0], indices[-1])]
            found.append((text, angle(text_page.raw, indices[0]), boxes, is_bold(text_page.raw, indices[0])))
        letters = Counter[int]()
        for text, turn, _, _ in found:
            letters[turn] += len(text)
        usual = letters.most_common(1)[0][0] if found else 0
        words = []
        for text, turn, (first, last), bold in found:
            if turn != usual:
                continue
            if turn % 180 == 0:
                place = (min(first[0], last[0]), first[1], max(first[2], last[2]), first[3])
            else:
                place = (first[0], min(first[1], last[1]), first[2], max(first[3], last[3]))
            left, low, right, high = place
            if x0 <= (left + right) / 2 <= x1 and y0 <= (low + high) / 2 <= y1:
                turned = {
                    0: (left - x0, y1 - high, right - x0, y1 - low),
                    90: (low - y0, left - x0, high - y0, right - x0),
                    180: (x1 - right, low - y0, x1 - left, high - y0),
                    270: (y1 - high, x1 - right, y1 - low, x1 - left),
                }[turn]
                words.append(Word(text, *turned, bold))
        return words
    finally:
        text_page.close()
        page.close()
        document.close()


def words_of(page: Any) -> list[tuple[list[int], str]]:
    """The indices of each word's characters, and what it says."""
    count = pdfium.FPDFText_CountChars(page)
    codes = [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]
    letters = ["\ufffd" if 0xD800 <= code < 0xE000 else chr(code) for code in codes]
    words: list[list[int]] = [[]]
    for index, letter in enumerate(letters):
        if letter in HYPHENS:
            words[-1].append(index)
            words.append([])
        elif letter in SEPARATORS:
            words.append([])
        else:
            words[-1].append(index)
    return [(word, with_raised_figures(page, word, letters)) for word in words if word]


def with_raised_figures(page: Any, indices: Sequence[int], letters: Sequence[str]) -> str:
    """The word with its superscripts: figures that are raised as all behind them are, with a minus before the first."""
    _, bottom, _, top = box(page, indices[0])
    is_raised = [False] * (len(indices) + 1)
    for at in reversed(range(1, len(indices))):
        index = indices[at]
        _, low, _, high = box(page, index)
        line, ink = line_and_ink(page, index)
        is_set_higher = low - bottom > 0.15 * (top - bottom) and high - low < 0.85 * (top - bottom)
        is_inked_higher = high > low and ink - low > 0.3 * (high - low) and ink - line > 0.2 * (high - low)
        is_last = at + 1 == len(indices) or not letters[indices[at + 1]].isdecimal()
        is_raised[at] = (
            letters[index].isdecimal() and (is_set_higher or is_inked_higher) and (is_last or is_raised[at + 1])
        )
        if letters[index] == "\N{MINUS SIGN}" and at + 1 < len(indices) and letters[indices[at + 1]].isdecimal():
            is_raised[at] = is_raised[at + 1]
    return "".join(raised(letters[i]) if up else letters[i] for i, up in zip(indices, is_raised, strict=False))


def line_and_ink(page: Any, index: int) -> tuple[float, float]:
    """The height of the line that a character is written on, and of the lowest of what is drawn of it."""
    x, y, left, right, low, high = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharOrigin(page, index, ctypes.byref(x), ctypes.byref(y))
    pdfium.FPDFText_GetCharBox(page, index, *map(ctypes.byref, (left, right, low, high)))
    return y.value, low.value


def box(page: Any, index: int) -> Places:
    found = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(found))
    return found.left, found.bottom, found.right, found.top


def angle(page: Any, index: int) -> int:
    degrees = -math.degrees(pdfium.FPDFText_GetCharAngle(page, index)) % 360
    nearest = round(degrees / 90) * 90
    return int(nearest % 360) if abs(degrees - nearest) < 5 else 1


def is_bold(page: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(page, index, name, 128, None)
    return pdfium.FPDFText_GetFontWeight(page, index) >= 600 or re.search(rb"(?i)bold", name.value) is not None


def turned(data: bytes, matrix: bytes) -> bytes:
    """A PDF all of whose texts run another way; its table of objects is wrong then, which PDFium mends."""
    return re.sub(rb"BT (/F\d \d+ Tf) (\d+) (\d+) Td", rb"BT \1 " + matrix + rb" \2 \3 Tm", data)


LINES = ("It paid 5,000 euros in 2021 and 4,980 in 2022.", "Предприятие не платило ничего.", "The fine was infor-")


def written(at: At) -> list[Any]:
    texts = [at(300, 440 - 14 * row, line) for row, line in enumerate(LINES)]
    texts += [at(300, 390, "Background", 14, True), at(300, 370, "not "), at(320, 370, "paid", 10, True)]
    return [*texts, at(300, 350, "2021"), at(320, 354, "1", 6), at(360, 350, "page"), at(300, 330, "mation of it.")]


@pytest.mark.parametrize("matrix", [b"1 0 0 1", b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0"])
def test_words_are_those_of_asking_for_each_character(pdf: Pdf, at: At, matrix: bytes) -> None:
    data = turned(pdf(written(at)), matrix)
    assert b" Tm" in data
    words = read(data).words
    assert words == read_slowly(data)
    assert len(words) >= 23
    assert {word.text for word in words if word.is_bold} == {"Background", "paid"}


@pytest.mark.parametrize("matrix", [b"1 0 0 1", b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0"])
def test_a_line_is_read_from_its_first_word_to_its_last_whichever_way_it_runs(pdf: Pdf, at: At, matrix: bytes) -> None:
    words = read(turned(pdf([at(300, 400, LINES[0])]), matrix)).words
    assert " ".join(word.text for word in sorted(words, key=lambda word: word.left)) == LINES[0]


@pytest.mark.parametrize("column", [["3", "4", "2"], ["12", "7", "0"], ["5", "14", "2"]])
def test_figures_of_one_digit_below_each_other_are_words_of_their_own(pdf: Pdf, at: At, column: list[str]) -> None:
    words = read(pdf([at(100, 700 - 14 * row, figure) for row, figure in enumerate(column)])).words
    assert [word.text for word in words] == column
    assert [round(word.top - words[0].top) for word in words] == [0, 14, 28]
    assert all(word.left < word.right < word.left + 12 for word in words)


def test_the_mark_of_a_note_is_raised_within_its_word(pdf: Pdf, at: At) -> None:
    words = read(pdf([at(60, 700, "2021"), at(80, 704, "1", 6)])).words
    assert [word.text for word in words] == ["2021¹"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("5 × 10#super[6] t", ["5", "×", "10⁶", "t"]),
        ("10#super[−6] kg", ["10⁻⁶", "kg"]),
        ("in 2021#super[12].", ["in", "2021¹²."]),
        ("5,000#super[2] wells", ["5,000²", "wells"]),
        ("20 km#super[2]/h", ["20", "km²/h"]),
        ("5,000#super[1,2] wells", ["5,000¹,²", "wells"]),
        ("CO#sub[2] fell", ["CO2", "fell"]),
        ("it paid 5,012.75 in 2021", ["it", "paid", "5,012.75", "in", "2021"]),
        ('#text(number-type: "old-style")[x0123456789 in 2016]', ["x0123456789", "in", "2016"]),
        ("#text(fractions: true)[it is 21/4]", None),
        ("−5 and x−5", ["−5", "and", "x−5"]),
    ],
)
@pytest.mark.parametrize("is_of_the_font", [True, False])
def test_superscripts_that_a_font_has_are_read_like_small_figures(
    typed: str, words: list[str] | None, is_of_the_font: bool
) -> None:
    way = str(is_of_the_font).lower()
    page = f"#set page(width: 300pt, height: 100pt)\n#set super(typographic: {way})\n#set sub(typographic: {way})\n"
    data = typst.compile((page + typed).encode())
    assert isinstance(data, bytes)
    found = read(data).words
    assert found == read_slowly(data)
    assert words is None or "".join(word.text for word in found) == "".join(words)


def test_words_that_run_another_way_than_most_are_left_out(pdf: Pdf, at: At) -> None:
    data = pdf([at(60, 700, LINES[0])]).replace(b"BT", b"BT /F1 10 Tf 0 1 -1 0 20 300 Tm (DRAFT) Tj ET BT", 1)
    assert [word.text for word in read(data).words] == LINES[0].split()
    assert read(data).words == read_slowly(data)


def test_words_beyond_the_page_are_left_out_and_counted(pdf: Pdf, at: At) -> None:
    data = pdf([at(60, 700, "paid"), at(60, 900, "nobody")])
    found = read(data)
    assert [word.text for word in found.words] == ["paid"]
    assert found.characters == len("paidnobody")
    assert found.words == read_slowly(data)


LETTERS = [
    "d83dde00",
    "d800",
    "0000",
    "fb01",
    "fffe",
    "0002",
    "00ad",
    "00410042",
    "ffff",
    "0007",
    "fffd",
    "e123",
    "f0b7",
]


@pytest.mark.parametrize("letters", LETTERS)
def test_letters_of_all_kinds_are_what_each_character_says(pdf: Pdf, at: At, letters: str) -> None:
    """Halves of characters, none at all, hyphens that show nothing, ligatures, control characters."""
    data = pdf([at(60, 700, "It was paid ~~1"), at(60, 688, "by a com~-"), at(60, 676, "pany in 2021")])
    data = data.replace(b"<7e> <007e>", f"<7e> <{letters}>".encode())
    words = read(data).words
    bullets = str.maketrans({"\uf0b7": "•"})
    assert words == [word._replace(text=word.text.translate(bullets)) for word in read_slowly(data)]
    assert [word.text for word in words][:3] == ["It", "was", "paid"]


def test_letters_that_nobody_knows_are_counted(pdf: Pdf, at: At) -> None:
    page = [at(60, 700, "It was paid ~~")]
    known, unknown = pdf(page), pdf(page).replace(b"<7e> <007e>", b"<7e> <e123>")
    assert read(known).unknown == 0
    assert read(unknown).unknown == 2


def test_a_reader_keeps_nothing_of_one_page_for_the_next(pdf: Pdf, at: At) -> None:
    reader = WordReader()
    small, large = pdf([at(60, 700, "paid")]), pdf(written(at))
    found = [read(each, reader).words for each in (small, large, small)]
    assert found == [read_slowly(each) for each in (small, large, small)]
    assert read(pdf([]), reader).is_blank
