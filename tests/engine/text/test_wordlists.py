"""Tables that several languages share, and those of languages that are only recognised and cut."""

from __future__ import annotations

from statement_compare import bundled
from statement_compare.engine.annotate.number_words import NUMBERS_ONLY
from statement_compare.engine.language import CODES
from statement_compare.engine.language.schema import declared
from statement_compare.engine.language.tables import FOLDER, rows_of
from statement_compare.engine.text.wordlists import BESIDES, EVERYWHERE, alternatives, entries, joined


def test_every_folder_of_tables_is_one_of_a_known_language() -> None:
    folders = {folder.name for folder in bundled.path(FOLDER).iterdir() if folder.is_dir()}
    assert folders - {"topics"} == {*CODES, *BESIDES, *NUMBERS_ONLY, EVERYWHERE}


def test_tables_of_languages_that_are_not_compared_are_declared_and_in_order() -> None:
    known = {(each.topic, each.table): each.kind for each in declared()}
    for code in sorted({*BESIDES, *NUMBERS_ONLY, EVERYWHERE} - set(CODES)):
        for file in bundled.path(FOLDER, code).glob("*.tsv"):
            lines = file.read_text(encoding="utf-8").splitlines()
            for table in {line.split("\t")[0] for line in lines if line and not line.startswith("#")}:
                assert (file.stem, table) in known, f"{code}/{file.name}: {table} is not declared"
                rows = [row[0] for row in rows_of(file.stem, table, code)]
                assert known[file.stem, table] != "words" or rows == sorted(set(rows)), f"{code}/{file.name}: {table}"


def test_entries_of_several_languages_are_joined_once_each_in_the_order_of_the_codes() -> None:
    assert joined("sentence_roles", "end_lines", ("de", "fr", "es")) == ("ende", "fin")
    assert alternatives("sentence_roles", "end_lines", ("fr", "ru")) == "fin|конец"


def test_a_code_that_nobody_knows_has_no_entries() -> None:
    assert entries("abbreviations", "title", "../en") == ()
    assert "mr" in entries("abbreviations", "title", EVERYWHERE)
