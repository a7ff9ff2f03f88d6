"""The table of colours: every theme whole and readable, and no colour of a theme written anywhere else."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from statement_compare import bundled
from statement_compare.engine import colours
from statement_compare.engine.colours import (
    ALWAYS,
    CONTRAST,
    TABLE,
    THEMES,
    TITLES,
    TOKENS,
    faults,
    style_sheet,
    themes,
)
from statement_compare.engine.model import Verdict
from statement_compare.errors import StatementCompareError

TEXT = TABLE.read_text(encoding="utf-8")
# The table with the four themes that are always there, whatever others a person has added.
ROWS = [("token", *ALWAYS), ("name", "Light", "Dark", "", ""), ("kind", "light", "dark", "light", "dark")]
ROWS += [(token, *(getattr(THEMES[name], token) for name in ALWAYS)) for token in TOKENS]
FOUR = "".join("\t".join(row) + "\n" for row in ROWS)
ACCENT = THEMES["light"].accent
READABLE = 4.5  # what the Web Content Accessibility Guidelines ask of text


def brightness(colour: str) -> float:
    shares = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines define it: 1 to 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def texts() -> list[tuple[str, str]]:
    """The tokens of every text and of what it stands on."""
    surfaces, verdicts = ["paper", "ground", "chosen"], [verdict.value for verdict in Verdict]
    tints, words = [f"{verdict}_tint" for verdict in verdicts], [f"{verdict}_words" for verdict in verdicts]
    pairs = [*product(["ink"], [*surfaces, *tints, *words, "found", "selection"]), *product(["soft"], surfaces + tints)]
    pairs += [(f"{verdict}_ink", on) for verdict in verdicts for on in (*surfaces, f"{verdict}_tint")]
    return [*pairs, ("accent", "paper")]


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read(name: str) -> None:
    theme = THEMES[name]
    faint = [
        f"{name}: {token} {getattr(theme, token)} on {on} {getattr(theme, on)} has {reached:.2f}:1 and needs {READABLE}"
        for token, on in texts()
        if (reached := contrast(getattr(theme, token), getattr(theme, on))) < READABLE
    ]
    assert "\n".join(faint) == ""


@pytest.mark.parametrize("name", THEMES)
def test_the_line_that_shows_the_keyboard_stands_out_from_every_ground(name: str) -> None:
    theme = THEMES[name]
    grounds = [theme.paper, theme.ground, theme.chosen, theme.found, theme.selection]
    grounds += [colour for verdict in Verdict for colour in (theme.of(verdict).tint, theme.of(verdict).words)]
    assert min(contrast(theme.accent, ground) for ground in grounds) >= 3


@pytest.mark.parametrize("name", [name for name in THEMES if name.endswith(CONTRAST)])
def test_more_contrast_means_seven_to_one(name: str) -> None:
    theme = THEMES[name]
    assert min(contrast(theme.ink, ground) for ground in (theme.paper, theme.ground)) >= 7
    assert min(contrast(ink, theme.paper) for ink in (theme.soft, *(theme.of(each).ink for each in Verdict))) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_no_two_verdicts_share_a_colour(name: str) -> None:
    verdicts = [THEMES[name].of(verdict) for verdict in Verdict]
    for part in ("ink", "tint", "words"):
        assert len({getattr(each, part) for each in verdicts}) == len(Verdict)


def test_themes_are_distinct_and_those_of_more_contrast_are_no_choice_of_their_own() -> None:
    assert len(set(THEMES.values())) == len(THEMES)
    assert list(TITLES) == [name for name in THEMES if not name.endswith(CONTRAST)]


def test_the_shipped_table_has_no_faults() -> None:
    assert "\n".join(faults(TEXT)) == ""


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("accent\t", "acent\t", "accent: the row is missing"),
        ("accent\t", "acent\t", "acent: no such colour is used"),
        (f"\t{ACCENT}", "\tblue", "accent of light: 'blue' is no colour as #rrggbb in small letters"),
        (f"\t{ACCENT}", "", "accent: 3 cells for 4 themes; cells are parted by one tab"),
        ("kind\tlight", "kind\tpale", "kind of light: light or dark, not 'pale'"),
        ("name\tLight", "name\t", "name of light: a word for the menu"),
        (
            "\tlight_contrast",
            "\tpale_contrast",
            "pale_contrast: only light and dark have a theme of more contrast",
        ),
        ("\tlight_contrast", "\tpale_contrast", "light_contrast: the theme is missing"),
        ("\tdark\tlight_c", "\tlight\tlight_c", "the row token names each theme once, in small letters"),
    ],
)
def test_a_slip_in_the_table_is_named(before: str, after: str, fault: str) -> None:
    table = FOUR.replace(before, after, 1)
    assert any(fault in each for each in faults(table))
    with pytest.raises(StatementCompareError, match=r"colours\.tsv"):
        themes(table)


def test_a_column_makes_a_theme_and_its_place_in_the_menu() -> None:
    added = {"token": "sepia", "name": "Sepia", "kind": "light"}
    made, titles = themes("\n".join("\t".join((*row, added.get(row[0], row[1]))) for row in ROWS))
    assert titles["sepia"] == "Sepia"
    assert made["sepia"] == THEMES["light"]


def test_a_style_sheet_gets_the_colours_that_it_uses() -> None:
    rules = "p { color: var(--ink); border-color: var(--contradiction); background: var(--contradiction-words); }\n"
    dark = THEMES["dark"]
    assert style_sheet(f":root {{\n  @dark;\n}}\n{rules}") == (
        f":root {{\n  --ink: {dark.ink};\n"
        f"  --contradiction: {dark.contradiction_ink}; --contradiction-words: {dark.contradiction_words};\n}}\n{rules}"
    )
    assert style_sheet("@media print { @page { size: A4; } }") == "@media print { @page { size: A4; } }"


def test_no_colour_is_written_outside_the_table() -> None:
    package = Path(colours.__file__).parent.parent
    files = [*package.rglob("*.py"), *bundled.path("report").iterdir()]
    written = {file.name: re.findall(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8")) for file in files}
    assert {name: found for name, found in written.items() if found} == {}


def test_the_report_uses_no_variable_that_the_table_does_not_make() -> None:
    sheet = style_sheet(bundled.path("report", "report.css").read_text(encoding="utf-8"))
    assert set(re.findall(r"var\((--[\w-]+)", sheet)) - set(re.findall(r"(--[\w-]+):", sheet)) == set()
