"""Heights that are learnt while scrolling, held against a plain list."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement
from statement_compare.ui.compare import setting
from statement_compare.ui.compare.rows import LONGEST_PARAGRAPH, Paragraph, Rows, paragraphs
from statement_compare.ui.compare.setting import Setting

heights = st.lists(st.integers(1, 400), min_size=1, max_size=60)


@given(heights, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 400)), max_size=20))
def test_tops_are_sums_of_the_heights_before(given_heights: list[int], changes: list[tuple[int, int]]) -> None:
    rows = Rows(given_heights)
    plain = list(given_heights)
    for row, height in changes:
        if row < len(plain):
            assert rows.measure(row, height) == height - plain[row]
            plain[row] = height
    assert [rows.top(row) for row in range(len(plain) + 1)] == [sum(plain[:row]) for row in range(len(plain) + 1)]
    assert rows.total == sum(plain)


@given(heights, st.integers(-50, 30_000))
def test_the_row_at_a_height_covers_it(given_heights: list[int], y: int) -> None:
    rows = Rows(given_heights)
    row = rows.at(y)
    if y < 0:
        assert row == 0
    elif y >= rows.total:
        assert row == len(rows) - 1
    else:
        assert rows.top(row) <= y < rows.top(row + 1)


def test_a_row_is_measured_once_it_has_its_true_height() -> None:
    rows = Rows([10, 20])
    rows.measure(1, 20)
    assert (rows.is_measured(0), rows.is_measured(1)) == (False, True)
    rows.forget()
    assert not rows.is_measured(1)
    assert rows.height(1) == 20


def test_no_rows_have_no_height() -> None:
    assert Rows([]).total == 0
    assert len(Rows([])) == 0


def statement(*sentences: tuple[int, str], kinds: tuple[BlockKind, ...]) -> Statement:
    blocks = tuple(Block(kind, Span(0, 0)) for kind in kinds)
    whole, made = "", []
    for i, (block, text) in enumerate(sentences):
        made.append(Sentence(i, Span(len(whole), len(whole) + len(text)), text, Role.CLAIM, block))
        whole += text + " "
    return Statement(Source(whole, blocks), "en", tuple(made))


def test_a_paragraph_holds_the_sentences_of_one_block() -> None:
    rows = paragraphs(
        statement(
            (0, "Title"),
            (1, "One."),
            (1, "Two."),
            (3, "Three."),
            kinds=(BlockKind.HEADING,) + (BlockKind.PARAGRAPH,) * 3,
        )
    )
    assert [(row.kind, row.first, row.last) for row in rows] == [
        (BlockKind.HEADING, 0, 0),
        (BlockKind.PARAGRAPH, 1, 2),
        (BlockKind.PARAGRAPH, 3, 3),
    ]
    assert [rows.row_of(sentence) for sentence in range(4)] == [0, 1, 1, 2]


def test_a_block_without_an_end_goes_on_in_the_next_row() -> None:
    long = "x" * (LONGEST_PARAGRAPH // 2)
    rows = paragraphs(statement((0, long), (0, long), (0, "End."), kinds=(BlockKind.PARAGRAPH,)))
    assert [(row.first, row.last, row.continues) for row in rows] == [(0, 0, True), (1, 2, False)]


blocks = st.lists(
    st.tuples(st.sampled_from(BlockKind), st.lists(st.integers(1, LONGEST_PARAGRAPH), min_size=1, max_size=4)),
    max_size=6,
)


@given(blocks)
def test_rows_are_those_that_going_from_sentence_to_sentence_gives(some: list[tuple[BlockKind, list[int]]]) -> None:
    sentences = [(number, "x" * length) for number, (_, lengths) in enumerate(some) for length in lengths]
    kinds = tuple(kind for kind, _ in some)
    expected: list[Paragraph] = []
    for number, (kind, lengths) in enumerate(some):
        held: list[list[int]] = []
        for length in lengths:
            if held and sum(held[-1]) + len(held[-1]) + length + 1 <= LONGEST_PARAGRAPH:
                held[-1].append(length)
            else:
                held.append([length])
        for row in held:
            first = expected[-1].last + 1 if expected else 0
            is_last = row is held[-1]
            ends_group = is_last and (number + 1 == len(some) or kinds[number + 1] != kind)
            expected.append(
                Paragraph(
                    kind, first, first + len(row) - 1, sum(row) + len(row), continues=not is_last, ends_group=ends_group
                )
            )
    found = paragraphs(statement(*sentences, kinds=kinds))
    assert list(found) == expected
    assert [found.row_of(i) for i in range(len(sentences))] == [
        at for at, row in enumerate(expected) for _ in range(row.count)
    ]


@given(blocks)
def test_what_hangs_on_the_look_of_a_row_is_asked_once_for_each_look(some: list[tuple[BlockKind, list[int]]]) -> None:
    sentences = [(number, "x" * length) for number, (_, lengths) in enumerate(some) for length in lengths]
    found = paragraphs(statement(*sentences, kinds=tuple(kind for kind, _ in some)))

    asked: list[int] = []

    def weight(row: Paragraph) -> int:
        asked.append(list(BlockKind).index(row.kind) * 4 + row.continues * 2 + row.ends_group)
        return asked[-1]

    weights = found.by_look(weight)
    assert len(asked) == len(set(asked)) == len(weights)
    assert [weights[look] for look in found.looks] == [weight(row) for row in found]


@settings(deadline=None)
@given(blocks, st.integers(40, 900))
def test_heights_are_estimated_the_same_for_many_rows_and_for_few(
    some: list[tuple[BlockKind, list[int]]], width: int
) -> None:
    sentences = [(number, "x" * length) for number, (_, lengths) in enumerate(some) for length in lengths]
    found = paragraphs(statement(*sentences, kinds=tuple(kind for kind, _ in some)))
    measures = Setting.__new__(Setting)  # its measures alone: fonts need an application
    measures.character_width, measures.line_height = 7.53, 26
    measures.indent, measures.item_gap, measures.heading_gap, measures.paragraph_gap = 20, 5, 8, 13
    with patch.object(setting, "_MANY", 0):
        by_columns = measures.estimate(found, width)
    assert measures.estimate(found, width) == by_columns


def test_the_last_item_of_a_list_ends_its_group() -> None:
    items = (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    rows = paragraphs(statement((0, "a"), (1, "b"), (2, "c"), kinds=items))
    assert [row.ends_group for row in rows] == [False, True, True]


def test_no_sentences_make_no_rows() -> None:
    assert list(paragraphs(statement(kinds=()))) == []
