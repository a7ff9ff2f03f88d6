"""What a reader left out or could not read of a file is said in every report, to whoever did not see it read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from read_back import FORMATS, read_back

from statement_compare.engine.model import Comparison
from statement_compare.engine.readers.notes import NOTES, note
from statement_compare.engine.report import facts, provenance, render
from statement_compare.engine.report.note_words import note_words
from statement_compare.engine.report.words.reader_notes import READER_NOTES
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.reported import ReportChoice

UNREAD = note("pages_without_text", "2")


def noted(pair: Comparison, *notes: str) -> Comparison:
    return replace(pair, right=replace(pair.right, source=replace(pair.right.source, notes=notes)))


@pytest.mark.parametrize("format_", FORMATS)
def test_every_report_says_what_was_not_read(pair: Comparison, format_: str) -> None:
    assert "These pages hold no text: 2." in read_back(render(noted(pair, UNREAD), format_), format_)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(("code", "words"), [("ru", "На этих страницах нет текста: 2."), ("kk", "мәтін жоқ: 2.")])
def test_it_is_said_in_the_language_of_the_report(pair: Comparison, format_: str, code: str, words: str) -> None:
    report = render(noted(pair, UNREAD), format_, choice=ReportChoice(language=code))
    assert words in read_back(report, format_)
    assert "hold no text" not in read_back(report, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_where_nothing_was_noted_no_report_speaks_of_it(pair: Comparison, format_: str) -> None:
    said = read_back(render(pair, format_), format_).lower().replace('"notes": []', "")
    assert "note" not in said


def test_json_has_the_kind_and_what_fills_its_place(pair: Comparison) -> None:
    made = json.loads(render(noted(pair, UNREAD, note("tracked_changes")), "json"))
    assert made["left"]["notes"] == []
    assert made["right"]["notes"] == [
        {"kind": "pages_without_text", "value": "2", "message": "These pages hold no text: 2."},
        {"kind": "tracked_changes", "value": "", "message": NOTES["tracked_changes"]},
    ]


def test_a_table_has_the_columns_where_there_is_a_note_behind_all_others_and_in_every_row(pair: Comparison) -> None:
    plain, told = (
        list(csv.reader(io.StringIO(render(each, "csv").decode("utf-8-sig")))) for each in (pair, noted(pair, UNREAD))
    )
    assert [row[:-2] for row in told] == plain
    assert [row[-2:] for row in told] == [
        ["left_notes", "right_notes"],
        *[["", "These pages hold no text: 2."]] * (len(plain) - 1),
    ]


def test_the_table_of_figures_says_it_below_the_name(pair: Comparison) -> None:
    lines = facts.render(noted(pair, UNREAD), "text").decode().splitlines()
    assert lines[:3] == ["L Ministry", "R answer.txt", "  Notes of the reader: These pages hold no text: 2."]


def test_their_number_stands_below_the_name(pair: Comparison) -> None:
    right = noted(pair, UNREAD, note("tracked_changes")).right
    assert provenance.about(right)[-1] == "2 notes of the reader"
    assert provenance.about(right, "ru")[-1] == "2 примечания при чтении"


def test_the_name_of_a_strangers_file_does_nothing_in_a_report(pair: Comparison) -> None:
    made = noted(pair, note("attachments_not_read", "a\u202e\x1b[31m{n}.pdf"))
    assert "a‹U+202E›‹U+001B›[31m{n}.pdf" in read_back(render(made, "text"), "text")
    assert not set(render(made, "text").decode()) & {"\u202e", "\x1b"}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_a_note_that_a_later_version_made_is_told_as_it_stands(pair: Comparison, format_: str, code: str) -> None:
    made = noted(pair, "zones_not_read:2, {3}", UNREAD)
    said = read_back(render(made, format_, choice=ReportChoice(language=code)), format_)
    assert "zones_not_read:2, {3}" in said or '"zones_not_read"' in said


@pytest.mark.parametrize("code", sorted(set(REPORT_LANGUAGES) - {"en"}))
def test_every_note_has_words_in_every_language(code: str) -> None:
    assert set(READER_NOTES[code]) == set(NOTES)
    for key, line in NOTES.items():
        assert ("{value}" in READER_NOTES[code][key]) == ("{value}" in line), key
        assert READER_NOTES[code][key].endswith("."), key


def test_a_note_without_words_in_a_language_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(READER_NOTES["ru"], "file_incomplete")
    assert note_words("file_incomplete", "ru") == NOTES["file_incomplete"]
    assert note_words("pages_damaged:3, 4") == "These pages are damaged and were left out: 3, 4."
