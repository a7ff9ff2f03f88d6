"""Which tables of pairs are read, and what is said of those that are not."""

from __future__ import annotations

import pytest

from statement_compare.engine.pairs import read_pairs
from statement_compare.errors import UnreadableFileError


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        ("left\tright\na\tb\n", [("a", "b")]),
        ("id\tRIGHT\tLeft\n1\tb\ta\n", [("a", "b")]),
        ("left\tright\r\na\tb\r\n", [("a", "b")]),
        ("left\tright\na\tb", [("a", "b")]),
        ('left\tright\n"We" did.\t"No."\n', [('"We" did.', "No.")]),
        ('left\tright\n"He said ""no""."\tb, c\n', [('He said "no".', "b, c")]),
        ("left\tright\n\na\tb\n\t\n", [("a", "b")]),
        ("left\tright\na\t\n", [("a", "")]),
        ('left,right\n"a, b","c\nd"\n', [("a, b", "c\nd")]),
        ("left;right\na, b;c\n", [("a, b", "c")]),
        ("left\tright\n", []),
    ],
)
def test_tables_are_read(table: str, pairs: list[tuple[str, str]]) -> None:
    assert read_pairs(table.encode()) == pairs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    assert read_pairs("left\tright\nда\tнет\n".encode(encoding)) == [("да", "нет")]


def test_an_encoding_can_be_said() -> None:
    assert read_pairs("left\tright\nда\tнет\n".encode("cp1251"), encoding="cp1251") == [("да", "нет")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "columns left and right"),
        (b"a\tb\nc\td\n", "columns left and right"),
        (b"left\tother\n", "columns left and right"),
        (b"left\tright\na\n", "line 2 has 1 column,"),
        (b"left\tright\na\tb\n\nc\n", "line 4 has 1 column,"),
        ("left\tright\nда\tнет\n".encode("cp1251"), "is not utf-8; name its encoding"),
        (b"left,right\n" + b"x" * 1_100_000 + b",b\n", "line 2: field larger"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_line(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read_pairs(data, name="pairs.tsv")
    assert "pairs.tsv: " in raised.value.message
    assert words in raised.value.message


def test_a_first_line_with_a_cell_larger_than_any_names_no_columns() -> None:
    with pytest.raises(UnreadableFileError, match="the first line must name the columns left and right"):
        read_pairs(b"left,right," + b"x" * 1_100_000 + b"\n", name="pairs.csv")
