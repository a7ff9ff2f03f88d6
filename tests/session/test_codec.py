"""Values become bytes and come back as they were, or are refused; so do packed bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.model import Link, Verdict
from statement_compare.session.codec import CodecError, converted, decoded, decoded_exactly, encoded, packed, unpacked
from statement_compare.session.edits import Bookmark, SetNote

# Half characters among them.
TEXTS = st.text(st.characters(codec=None))


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    note = SetNote(((1, 2), (3,)), text)
    data = encoded(note, SetNote)
    data.decode()
    assert decoded(data, SetNote) == note
    assert decoded_exactly(data.decode(), SetNote) == note


@given(st.floats(0, 1))
def test_any_share_comes_back(share: float) -> None:
    link = Link((0,), (0,), share, Verdict.UNCLEAR, share, ())
    assert decoded(encoded(link, Link), Link) == link


@dataclass(frozen=True, slots=True)
class Anything:
    value: object


@pytest.mark.parametrize("value", [float("nan"), float("inf"), (1, 2), {1, 2}, object()])
def test_what_would_come_back_as_something_else_is_refused(value: object) -> None:
    with pytest.raises(CodecError):
        encoded(Anything(value), Anything)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"pair":[[1],[2]],"is_bookmarked":1}',
        b'{"pair":[["1"],[2]]}',
        b'{"pair":[[1.5],[2]]}',
        b'{"pair":[[1]]}',
        b'{"pair":[[1],[2]]',
        b'{"pair":[[1],[2]]}}',
        b'{"pair":"\\ud800"}',
        b"\xff",
        b"[" * 100_000,
        b"\\ud800",
    ],
)
def test_what_is_not_the_value_is_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decoded(data, Bookmark)


def test_a_field_that_is_not_known_is_refused_where_it_would_say_something() -> None:
    with pytest.raises(CodecError, match="Bookmark has no field 'colour'"):
        decoded_exactly('{"pair":[[1],[2]],"colour":5}', Bookmark)


def test_rows_have_the_types_that_they_must_have() -> None:
    assert converted([(1, b"x")], list[tuple[int, bytes]]) == [(1, b"x")]
    with pytest.raises(CodecError):
        converted([("1", b"x")], list[tuple[int, bytes]])


@given(st.binary(max_size=2000))
def test_packed_bytes_come_back(data: bytes) -> None:
    assert unpacked(packed(data)) == data


def test_monotonous_bytes_come_back_and_a_bomb_does_not() -> None:
    data = bytes(20_000_000)
    assert unpacked(packed(data)) == data
    with pytest.raises(CodecError, match="more than is allowed"):
        unpacked(zlib.compress(data, 9))


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"text")[:-1], zlib.compress(b"text") + b"x"])
def test_bytes_that_are_cut_or_longer_are_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        unpacked(data)
