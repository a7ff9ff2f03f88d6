"""The table of colours: every theme whole and readable, and no colour of a theme written anywhere else."""

from __future__ import annotations

import re
from dataclasses import replace
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
from statement_compare.engine.contrast import SEEN, USES, contrast, share_to_be_seen, shortfalls
from statement_compare.engine.model import Verdict
from statement_compare.errors import StatementCompareError

TEXT = TABLE.read_text(encoding="utf-8")
# The table with the four themes that are always there, whatever others a person has added.
ROWS = [("token", *ALWAYS), ("name", "Light", "Dark", "", ""), ("kind", "light", "dark", "light", "dark")]
ROWS += [(token, *(getattr(THEMES[name], token) for name in ALWAYS)) for token in TOKENS]
FOUR = "".join("\t".join(row) + "\n" for row in ROWS)
ACCENT = THEMES["light"].accent


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_and_every_line_that_says_something_seen(name: str) -> None:
    theme = THEMES[name]
    faint = [
        f"{name}: {use.token} {getattr(theme, use.token)} on {use.on} {getattr(theme, use.on)} has {reached:.2f}:1"
        f" and needs {use.least}"
        for use, reached in ((each.use, each.reached) for each in shortfalls(theme))
    ]
    assert "\n".join(faint) == ""


def test_a_colour_that_is_too_faint_is_told_with_what_it_has() -> None:
    faint = replace(THEMES["light"], soft="#9aa0a8", accent="#bcd0fb")
    assert {(each.use.token, each.use.on): round(each.reached, 1) for each in shortfalls(faint)}.items() >= {
        ("soft", "paper"): 2.6,
        ("accent", "chosen"): 1.4,
    }.items()
    assert shortfalls(faint)[0].use.token == "accent"  # the worst first


@pytest.mark.parametrize(("one", "other", "reached"), [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_what_the_guidelines_reckon(one: str, other: str, reached: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == reached


def test_every_colour_but_that_of_quiet_lines_is_held_against_what_it_stands_on() -> None:
    """`line` parts what place parts as well."""
    assert set(TOKENS) - {use.token for use in USES} - {use.on for use in USES} == {"line"}


def test_a_curve_takes_as_much_of_its_ink_as_it_needs_to_be_seen() -> None:
    assert share_to_be_seen("#000000", "#ffffff", 0.45) == pytest.approx(0.45)
    assert share_to_be_seen("#c2410c", "#f6f7f9", 0.45) == pytest.approx(0.71)
    assert share_to_be_seen("#dddddd", "#ffffff", 0.45) == 1.0


@pytest.mark.parametrize("name", [name for name in THEMES if contrast(THEMES[name].line, THEMES[name].paper) >= SEEN])
def test_where_lines_are_to_be_seen_all_of_them_are(name: str) -> None:
    theme = THEMES[name]
    assert min(contrast(theme.line, ground) for ground in (theme.paper, theme.ground)) >= SEEN
    assert name in ("mono", f"light{CONTRAST}", f"dark{CONTRAST}")


def test_black_and_white_has_no_colour() -> None:
    assert {token for token in TOKENS if len(set(re.findall("..", getattr(THEMES["mono"], token)[1:]))) > 1} == set()


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
