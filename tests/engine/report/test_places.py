"""Every report says where a sentence stands in its original where that is known, and nothing where it is not."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from statement_compare.engine.model import Block, BlockKind, Comparison, Decision, Source, Span, Statement, pair_of
from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.report import place_words, render
from statement_compare.engine.reported import Reported

_BOX = Box(60.0, 100.0, 300.0, 112.0)


def of_pages(statement: Statement) -> Statement:
    """The statement as if its sentences stood on pages 1, 2, 3 ...; the second begins on page 1 already."""
    starts = [sentence.span.start for sentence in statement.sentences]
    starts[1] += 5
    lines = tuple(PlacedLine(page, start, _BOX) for page, start in enumerate(starts, 1))
    return replace(statement, source=replace(statement.source, format="pdf", places=(Place(1, lines=lines),)))


def in_cell(statement: Statement) -> Statement:
    source = replace(statement.source, format="docx", places=(Place(table=2, row=4, column=1),))
    return replace(statement, source=source)


@pytest.fixture
def placed(pair: Comparison) -> Comparison:
    return replace(pair, left=of_pages(pair.left), right=in_cell(pair.right))


def test_places_in_words() -> None:
    assert place_words.in_words(()) == ""
    assert place_words.in_words((Place(page=3),)) == "page 3"
    assert place_words.in_words((Place(page=3), Place(page=4))) == "pages 3–4"
    assert place_words.in_words((Place(paragraph=12),)) == "paragraph 12"
    assert place_words.in_words((Place(table=2, row=4, column=3),)) == "table 2, row 4"


@pytest.mark.parametrize("format_", ["text", "md"])
def test_text_and_markdown_write_it_behind_the_number(placed: Comparison, format_: str) -> None:
    report = render(placed, format_).decode()
    assert "L1 (page 1)" in report
    assert "L2 (pages 1–2)" in report
    assert "R1 (table 2, row 4)" in " ".join(report.split())
    assert "L5 (page 5)" in report  # one that is unanswered


def test_the_page_writes_it_before_the_words(placed: Comparison) -> None:
    report = render(placed, "html").decode()
    assert '<span class="soft" dir="ltr" lang="en">pages 1–2</span>' in report
    assert '<span class="soft" dir="ltr" lang="en">table 2, row 4</span>' in report


def test_json_has_a_place_a_sentence(placed: Comparison) -> None:
    report = json.loads(render(placed, "json"))
    assert [sentence["place"] for sentence in report["left"]["sentences"][:3]] == [
        {"page": 1},
        {"page": 1, "last_page": 2},
        {"page": 3},
    ]
    assert report["right"]["sentences"][0]["place"] == {"table": 2, "row": 4, "column": 1}


def test_a_whole_row_is_in_no_column(placed: Comparison) -> None:
    (first, *_), source = placed.right.sentences, placed.right.source
    cell = Place(table=2, row=4, column=1)
    # The row is the first sentence, and its first cell the first block.
    blocks = (Block(BlockKind.TABLE_CELL, Span(0, 5)), Block(BlockKind.TABLE_CELL, Span(6, first.span.end)))
    row = replace(source, blocks=blocks, places=(cell, replace(cell, column=2)))
    report = json.loads(render(replace(placed, right=replace(placed.right, source=row)), "json"))
    assert report["right"]["sentences"][0]["place"] == {"table": 2, "row": 4}


def test_the_table_has_two_more_columns_at_its_end(placed: Comparison) -> None:
    rows = list(csv.reader(io.StringIO(render(placed, "csv").decode("utf-8-sig"))))
    assert rows[0][-2:] == ["left_place", "right_place"]
    assert rows[1][-2:] == ["page 1", "table 2, row 4"]
    lone = next(row for row in rows if row[0] == "L5")
    assert lone[-2:] == ["page 5", ""]


def test_the_columns_of_places_stand_behind_those_of_decisions(placed: Comparison) -> None:
    decided = Reported(placed, decisions={pair_of(placed.links[0]): Decision(is_confirmed=True, reviewer="Ada")})
    rows = list(csv.reader(io.StringIO(render(decided, "csv").decode("utf-8-sig"))))
    assert rows[0][-3:] == ["caveat", "left_place", "right_place"]
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv", "json"])
@pytest.mark.parametrize("known", ["txt", ""])
def test_plain_text_reads_as_if_nothing_were_known(pair: Comparison, format_: str, known: str) -> None:
    def counted(source: Source) -> Source:
        return replace(source, format=known, places=(Place(paragraph=1),))

    plain = replace(
        pair,
        left=replace(pair.left, source=counted(pair.left.source)),
        right=replace(pair.right, source=counted(pair.right.source)),
    )
    without = replace(
        pair,
        left=replace(pair.left, source=replace(pair.left.source, format=known)),
        right=replace(pair.right, source=replace(pair.right.source, format=known)),
    )
    assert render(plain, format_) == render(without, format_)
