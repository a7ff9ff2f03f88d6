from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from statement_compare.ui.compare.header import Header
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme

DETAILS = "1 Nov 2021 · a_very_long_name_of_a_file_from_the_ministry.docx · 8 sentences"
FILE = "a_very_long_name_of_a_file_from_the_ministry.docx"


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    load_fonts()
    made = Header(Inks(LIGHT))
    qtbot.addWidget(made)
    return made


def test_what_fits_is_shown_whole(header: Header) -> None:
    header.set_words("The ministry", DETAILS, FILE)
    assert header.shown(900) == ("The ministry", DETAILS)


def test_the_files_name_gives_way_first_and_in_the_middle(header: Header) -> None:
    header.set_words("The ministry", DETAILS, FILE)
    title, details = header.shown(420)
    assert title == "The ministry"
    assert details.startswith("1 Nov 2021 · a_")
    assert details.endswith("docx · 8 sentences")
    assert "…" in details


@pytest.mark.parametrize("room", [300, 360, 480])
def test_a_long_name_never_pushes_out_date_and_number(header: Header, room: int) -> None:
    header.set_words("The Ministry of Everything That Flows and of All That Stands Beside It", DETAILS, FILE)
    title, details = header.shown(room)
    assert title.startswith("The M")
    assert title.endswith("…")
    assert details.startswith("1 Nov 2021 · ")
    assert details.endswith(" · 8 sentences")


def test_where_there_is_almost_no_room_the_details_end_in_dots(header: Header) -> None:
    header.set_words("The ministry", DETAILS, FILE)
    title, details = header.shown(130)
    assert title.startswith("The")
    assert details.endswith("…")


@pytest.mark.parametrize("look", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
def test_the_line_that_shows_the_keyboard_is_two_pixels_of_the_accents_colour(header: Header, look: Theme) -> None:
    header.set_inks(Inks(look))
    header.resize(300, header.height())
    header.set_keyboard(True)
    picture = header.grab().toImage()
    lowest = [picture.pixelColor(150, header.height() - row) for row in (1, 2, 3)]
    assert lowest == [QColor(look.accent), QColor(look.accent), QColor(look.paper)]
