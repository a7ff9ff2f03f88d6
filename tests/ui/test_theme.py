"""Colours as one table: readable, overridable, and all used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import Verdict
from statement_compare.ui import fonts, stylesheet, theme

THEMES = {
    "light": theme.LIGHT,
    "dark": theme.DARK,
    "light contrast": theme.LIGHT_CONTRAST,
    "dark contrast": theme.DARK_CONTRAST,
}


def brightness(colour: str) -> float:
    shares = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines define it: 1 to 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(look: theme.Theme) -> list[str]:
    verdicts = [look.of(verdict) for verdict in Verdict]
    return [look.paper, look.ground, look.chosen, look.found, look.selection] + [
        colour for verdict in verdicts for colour in (verdict.tint, verdict.words)
    ]


@pytest.mark.parametrize("name", THEMES)
def test_statements_can_be_read_on_every_ground(name: str) -> None:
    look = THEMES[name]
    assert min(contrast(look.ink, ground) for ground in grounds(look)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_soft_words_and_signs_can_be_read_on_paper_and_tints(name: str) -> None:
    look = THEMES[name]
    tints = [look.paper, look.ground, look.chosen, *(look.of(verdict).tint for verdict in Verdict)]
    assert min(contrast(look.soft, ground) for ground in tints) >= 4.5
    assert min(contrast(look.of(verdict).ink, look.paper) for verdict in Verdict) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_line_that_shows_the_keyboard_stands_out_from_every_ground(name: str) -> None:
    look = THEMES[name]
    assert min(contrast(look.accent, ground) for ground in (*grounds(look), look.chosen)) >= 3


@pytest.mark.parametrize("name", ["light contrast", "dark contrast"])
def test_more_contrast_means_seven_to_one(name: str) -> None:
    look = THEMES[name]
    assert min(contrast(look.ink, ground) for ground in (look.paper, look.ground)) >= 7
    assert min(contrast(look.soft, look.paper), *(contrast(look.of(v).ink, look.paper) for v in Verdict)) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_no_two_verdicts_share_a_colour(name: str) -> None:
    verdicts = [THEMES[name].of(verdict) for verdict in Verdict]
    for part in ("ink", "tint", "words"):
        assert len({getattr(colours, part) for colours in verdicts}) == len(Verdict)


def test_any_colour_can_be_replaced() -> None:
    for token in theme.TOKENS:
        assert getattr(theme.recoloured(theme.LIGHT, {token: "#123456"}), token) == "#123456"
    assert theme.recoloured(theme.LIGHT, {"ink": "red"}).ink == "#ff0000"


@pytest.mark.parametrize("colours", [{"no_such_token": "#ffffff"}, {"ink": "no colour"}, {"is_dark": "#000000"}])
def test_a_colour_that_makes_no_sense_is_refused(colours: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="colour"):
        theme.recoloured(theme.LIGHT, colours)


@pytest.mark.parametrize(("choice", "is_dark"), [(theme.ThemeChoice.LIGHT, False), (theme.ThemeChoice.DARK, True)])
def test_a_choice_of_light_or_dark_is_kept_whatever_the_system_says(
    qapp: QApplication, choice: theme.ThemeChoice, is_dark: bool
) -> None:
    assert theme.resolve(choice).is_dark == is_dark
    assert qapp is not None


def test_own_colours_are_part_of_the_resolved_theme(qapp: QApplication) -> None:
    assert theme.resolve(theme.ThemeChoice.DARK, {"accent": "#00ff00"}).accent == "#00ff00"
    assert qapp is not None


@pytest.mark.parametrize("name", THEMES)
def test_every_place_in_the_style_sheet_is_filled(name: str) -> None:
    sheet = stylesheet.stylesheet(THEMES[name])
    assert "@" not in sheet
    assert THEMES[name].accent in sheet


def test_the_style_sheet_is_understood_by_qt(qtbot: QtBot) -> None:
    """Qt warns of a sheet it cannot read, and a warning fails the test."""
    label = QLabel("words")
    qtbot.addWidget(label)
    label.setProperty("soft", "true")
    label.setStyleSheet(stylesheet.stylesheet(theme.LIGHT))
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == theme.LIGHT.soft


def test_the_palette_is_made_of_the_tokens(qapp: QApplication) -> None:
    colours = stylesheet.palette(theme.DARK)
    assert colours.color(QPalette.ColorRole.Text).name() == theme.DARK.ink
    assert colours.color(QPalette.ColorRole.Window).name() == theme.DARK.paper
    assert qapp is not None


def test_the_bundled_type_is_used(qapp: QApplication) -> None:
    fonts.load_fonts()
    fonts.load_fonts()
    assert QFontInfo(fonts.reading_font()).family() == "Noto Serif"
    assert QFontInfo(fonts.interface_font(is_strong=True)).family() == "Inter"
    assert qapp is not None


def test_the_tokens_of_the_drawing_are_kept() -> None:
    assert {(look.ground, look.paper, look.ink, look.soft, look.line) for look in (theme.LIGHT, theme.DARK)} == {
        ("#f6f7f9", "#ffffff", "#1c2024", "#60646c", "#e0e3e8"),
        ("#17191c", "#1e2124", "#e7e9ec", "#9aa0a8", "#30343a"),
    }


def test_themes_are_distinct() -> None:
    assert all(one != other for (a, one), (b, other) in product(THEMES.items(), repeat=2) if a != b)


@pytest.mark.parametrize("chosen", [theme.LIGHT, theme.DARK])
def test_what_cannot_be_used_looks_fainter_than_soft_ink(chosen: theme.Theme) -> None:
    def distance(colour: str) -> int:
        return abs(QColor(colour).lightness() - QColor(chosen.paper).lightness())

    assert distance(stylesheet.faded(chosen)) < 0.6 * distance(chosen.soft)
    rule = f"QPushButton:disabled, QToolButton:disabled {{ color: {stylesheet.faded(chosen)}"
    assert rule in stylesheet.stylesheet(chosen)


@pytest.fixture
def system_points(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Sets the size of the system's type, and puts it back."""
    usual = qapp.font()

    def set_points(points: float) -> None:
        font = QFont(usual)
        font.setPointSizeF(points)
        qapp.setFont(font)

    yield set_points
    qapp.setFont(usual)


@pytest.mark.parametrize(("points", "share"), [(14, 19 / 13), (11, 15 / 13), (9, 1.0), (7, 1.0), (40, 2.0)])
def test_the_type_is_as_large_as_the_systems_and_never_smaller_than_usual(
    system_points: Callable[[float], None], points: float, share: float
) -> None:
    system_points(points)
    assert fonts.system_share() == pytest.approx(share)
    assert fonts.interface_share(100) == pytest.approx(share)
    sheet = stylesheet.stylesheet(theme.LIGHT)
    assert f'* {{ font-family: "Inter", "DejaVu Sans"; font-size: {round(13 * share)}px; }}' in sheet
    assert f'QLabel[title="true"] {{ font-size: {round(14 * share)}px;' in sheet


def test_zooming_comes_on_top_of_the_systems_size(system_points: Callable[[float], None]) -> None:
    system_points(11)
    assert fonts.interface_share(150) == pytest.approx(1.5 * 15 / 13)
    assert fonts.interface_share(80) == pytest.approx(15 / 13)
    assert fonts.interface_share(300) == 2.0
