"""The table of formats: each with a reader, and told to people wherever formats are listed."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from statement_compare.engine.readers.failures import FAILURES
from statement_compare.engine.readers.formats import SUFFIXES, Format, kinds, opened_by, packed_as, titles
from statement_compare.engine.readers.reader_of_format import reader_of

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("file_format", Format)
def test_every_format_has_a_reader_and_names(file_format: Format) -> None:
    reading = file_format.reading
    module = ROOT / "statement_compare" / "engine" / "readers" / f"{reading.module}.py"
    assert module.is_file(), f"the row of {reading.name} names a module that is not there: {module.relative_to(ROOT)}"
    read = reader_of(file_format)
    assert list(inspect.signature(read).parameters) == ["data", "request"], f"{reading.module}.read(data, request)"
    assert reading.suffixes, f"the row of {reading.name} names no suffix"


def test_a_suffix_tells_one_format_and_is_written_in_lower_case_with_its_dot() -> None:
    listed = [suffix for each in Format for suffix in each.reading.suffixes]
    assert sorted(listed) == sorted(SUFFIXES)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in listed)


@pytest.mark.parametrize("file_format", Format)
def test_no_format_is_opened_by_plain_words(file_format: Format) -> None:
    """A pattern that fits anything would take every text file for its own."""
    opening = re.compile(file_format.reading.opening or b"(?!)")
    for words in (
        b"",
        b"The fine was paid.\n",
        b"# Answer\n",
        b"From: the board\n\nWe paid.\n",
        b"1. We paid.\n",
        b"<b>",
    ):
        assert not opening.match(words), f"{file_format.reading.opening!r} fits {words!r}"


def test_the_first_bytes_tell_a_format_of_text() -> None:
    assert opened_by(b"<?xml version='1.0'?>\n<html><p>We paid.") is Format.HTML
    assert opened_by(b"<html>") is Format.HTML
    assert opened_by(b"We paid.") is None


def test_a_zip_tells_its_format_by_its_mimetype() -> None:
    assert packed_as("application/vnd.oasis.opendocument.text-template") is Format.ODT
    assert packed_as("") is None
    assert packed_as("application/epub+zip") is None


def test_formats_are_listed_in_words() -> None:
    assert kinds().startswith("text, Word, ")
    assert titles().startswith("plain text, Markdown, Word (.docx), ")
    assert f"Choose a {kinds()} file." in FAILURES["file_not_text"]


def test_readme_lists_every_format() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"It reads {titles()}, told by content" in text, (
        f"README, What it reads, must say: It reads {titles()}, told"
    )
