"""Tables of thousands of rows: the time that they take grows with their length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.align.labelled_rows import LabelledRow, is_total, labelled
from statement_compare.engine.align.named_rows import NamedRows, has_word, words_of_label
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.text.grid import grids
from statement_compare.engine.text.segment import segment


def table(rows: list[tuple[str, ...]]) -> Statement:
    """A statement that is one table, row by row."""
    text, blocks = "", []
    for row in rows:
        for cell in row:
            blocks.append(Block(BlockKind.TABLE_CELL, Span(len(text), len(text) + len(cell))))
            text += cell + ("\n" if cell is row[-1] else "\t")
    return segment(Source(text, tuple(blocks)), "en")


def prose(paragraphs: list[str]) -> Statement:
    """A statement of running text."""
    text, blocks = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return segment(Source(text, tuple(blocks)), "en")


def test_thousands_of_rows_under_heads_of_their_own_are_labelled_in_no_time() -> None:
    rows = [("Kind", "Jobs", "Shops")]
    for number in range(8000):
        rows += [(f"District {number}", str(number), str(number + 3)), ("of them women", str(number % 9), "1")]
    statement = table(rows)
    (grid,) = grids(statement.source)
    by_start = {sentence.span.start: sentence for sentence in statement.sentences}
    found = [(row, by_start[row.span.start]) for row in grid.body]

    begun = time.thread_time()
    told = labelled(grid, found, with_keys=None)

    assert [row.name for row in told[-2:]] == ["District 7999", "District 7999, of them women"]
    assert time.thread_time() - begun < 5


ROWS = [("Town", "Shops closed")] + [(f"Tor{number}n", str(number)) for number in range(100, 6100)]


def test_thousands_of_sentences_are_held_against_thousands_of_rows_in_no_time() -> None:
    said = [f"Matter {number} of the river plan was decided." for number in range(6000)]
    tables = TableRows(table(ROWS), prose([*said, "In Arna 4 shops were closed."]))
    begun = time.thread_time()
    assert list(tables.mentions()) == []
    assert time.thread_time() - begun < 5


def test_the_search_for_rows_in_running_text_can_be_stopped() -> None:
    reports: list[tuple[str, int, int]] = []

    def listen(stage: str, done: int, total: int) -> None:
        reports.append((stage, done, total))

    tables = TableRows(table(ROWS[:5]), prose(["The owners were paid.", "The road is shut.", "The dam held."]))
    with pytest.raises(Cancelled):
        list(tables.mentions(Progress(listen, lambda: len(reports) == 2)))
    assert reports == [("judge", 0, 3), ("judge", 1, 3)]


LABELS = ["Arna", "Arnaville", "New Arna", "arna of Altyn", "Total", "Altyn 24", "24", "of", "Kumis Arna", "Al", ""]
WORDS = ["arna", "arnas", "arnaville", "new", "altyn", "altyns", "24", "of", "kumis", "al", "total", "alty"]


@given(
    st.lists(st.lists(st.sampled_from(LABELS), max_size=6), max_size=4),
    st.lists(st.sampled_from(WORDS), max_size=6),
)
def test_the_rows_that_a_sentence_names_are_those_that_a_look_at_each_finds(
    tables: list[list[str]], words: list[str]
) -> None:
    sentence = prose(["The dam held."]).sentences[0]
    rows = [[LabelledRow(sentence, label, ()) for label in labels] for labels in tables]
    named = [
        [
            row
            for row in some
            if (tokens := words_of_label(row.name, "en"))
            and all(has_word(words, token) for token in tokens)
            and not is_total(row.name, "en")
        ]
        for some in rows
    ]
    found = NamedRows(enumerate(rows), "en").named_in(words)
    assert list(found) == [(place, some[0]) for place, some in enumerate(named) if len(some) == 1]
