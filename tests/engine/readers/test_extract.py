"""What a reader hands on crosses to the caller whole: from the child in JSON, and into the source."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest

from statement_compare.engine.model import Block, BlockKind, Source, Span
from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.readers.extract import Extract, from_plain, raised, to_plain

FULL = Extract(
    text="Fines\n\nPaid.",
    blocks=(Block(BlockKind.HEADING, Span(0, 5)), Block(BlockKind.PARAGRAPH, Span(7, 12))),
    encoding="utf-16",
    encoding_guessed=True,
    title="Fines",
    date=date(2024, 5, 3),
    speaker="The Ministry",
    notes=("quoted_text_left_out:2",),
    places=(
        Place(table=1, row=2, column=3),
        Place(2, lines=(PlacedLine(2, 7, Box(60.0, 100.0, 200.0, 110.0), ((9, 70.0), (10, 72.5))),)),
    ),
)


def test_every_field_crosses_in_json_and_comes_back_the_same() -> None:
    assert all(getattr(FULL, field.name) for field in fields(Extract))
    assert from_plain(json.loads(json.dumps(to_plain(FULL)))) == FULL
    bare = Extract("Paid.", ())
    assert from_plain(json.loads(json.dumps(to_plain(bare)))) == bare


def test_every_field_has_its_place_in_the_source() -> None:
    assert {field.name for field in fields(Extract)} <= {field.name for field in fields(Source)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("6", "⁶"),
        (" 12 ", " ¹² "),
        ("-6", "⁻⁶"),
        ("\N{MINUS SIGN}6", "⁻⁶"),
        ("\N{EN DASH}6", "⁻⁶"),
        ("\N{MINUS SIGN}", "⁻"),
        ("2+", "²⁺"),
        ("1,2", "¹,²"),
        ("1, 2", "¹, ²"),
        ("1–3", "¹–³"),
        ("2)", "²)"),
        ("3*", "³*"),
        # What is raised as well, and joins no number or belongs to one.
        ("th", "th"),
        ("a", "a"),
        ("1a", "1a"),
        (",99", ",99"),
        (".50", ".50"),
        ("[2]", "[2]"),
        ("*", "*"),
        ("-", "-"),
        ("", ""),
        ("5,000", "5,000"),
        ("1.5", "1.5"),
        ("2nd", "2nd"),
    ],
)
def test_raised_figures_with_their_sign_are_characters_of_their_own(text: str, said: str) -> None:
    assert raised(text) == said
