"""The table of formats: no format without a reader, and no name that tells two."""

from __future__ import annotations

import pytest

from statement_compare.engine.readers.formats import READINGS, SUFFIXES, Format, reader_of


@pytest.mark.parametrize("file_format", Format)
def test_every_format_has_one_line_in_the_table_with_a_reader_and_names(file_format: Format) -> None:
    (line,) = (each for each in READINGS if each.format is file_format)
    assert callable(reader_of(file_format))
    assert line.suffixes
    assert all(SUFFIXES[suffix] is file_format for suffix in line.suffixes)


def test_a_suffix_tells_one_format_and_is_written_in_lower_case_with_its_dot() -> None:
    listed = [suffix for each in READINGS for suffix in each.suffixes]
    assert len(set(listed)) == len(listed)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in listed)
