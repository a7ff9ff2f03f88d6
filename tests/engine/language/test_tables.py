"""Every table of words is declared, whole in each language or known to be missing, and in the form of its kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statement_compare import bundled
from statement_compare.engine.annotate.alternatives import NEVER, of
from statement_compare.engine.language import (
    CODES,
    GAP,
    keyed,
    own_words,
    patterns,
    phrases,
    spaced,
    speaking,
    tables,
    word_sets,
    words,
)
from statement_compare.engine.language.schema import coverage, declared, faults
from statement_compare.errors import StatementCompareError


def test_no_table_has_a_gap_or_a_row_that_nobody_declared() -> None:
    assert list(faults()) == []


def test_the_matrix_of_coverage_counts_the_rows_of_each_language() -> None:
    matrix = coverage()
    assert set(matrix) == {(each.topic, each.table) for each in declared()}
    assert all(set(row) == set(CODES) for row in matrix.values())
    assert matrix["charges", "charges"]["en"] >= 9
    lines = [
        f"{topic}.{table}: " + " ".join(f"{c} {n}" for c, n in row.items()) for (topic, table), row in matrix.items()
    ]
    print("\n".join(lines))


# Tables that pick out rows of another one: a row that is in the part alone would be asked for and never found.
PARTS = [
    ("figure_bounds", "upper_when_negated", "at_least"),
    ("figure_bounds", "lower_when_negated", "at_most"),
    ("figure_bounds", "ends_of_change", "at_most"),
]


@pytest.mark.parametrize(("topic", "part", "whole"), PARTS)
def test_a_table_that_picks_rows_of_another_holds_no_row_that_the_other_lacks(
    topic: str, part: str, whole: str
) -> None:
    both = words(topic, part), words(topic, whole)
    assert {code: sorted(both[0][code] - both[1][code]) for code in both[0] if both[0][code] - both[1][code]} == {}


@pytest.mark.parametrize(
    ("topic", "part", "whole"),
    [("closed_words", "auxiliaries", "function_words"), ("subject_matter", "firmly_other", "otherness")],
)
def test_a_row_that_the_code_adds_to_another_table_is_not_written_there_again(
    topic: str, part: str, whole: str
) -> None:
    both = words(topic, part), words(topic, whole)
    assert {code: sorted(both[0][code] & both[1][code]) for code in both[0] if both[0][code] & both[1][code]} == {}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tables in the place of the bundled ones."""
    monkeypatch.setattr(bundled, "path", lambda *parts: tmp_path.joinpath(*parts))
    tables._tables.cache_clear()
    yield_to = tmp_path / "languages"
    (yield_to / "en").mkdir(parents=True)
    (yield_to / "topics").mkdir()
    return yield_to


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    tables._tables.cache_clear()


def write(folder: Path, name: str, *rows: str) -> None:
    (folder / name).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def test_rows_are_read_by_their_kind(folder: Path) -> None:
    write(
        folder, "en/x.tsv", "# a comment", "few\tb", "few\ta", "named\tten\t10", "when\tin {few} days", "when\tx{0,3}"
    )
    assert words("x", "few")["en"] == {"a", "b"}
    assert phrases("x", "few")["en"] == ("b", "a")
    assert keyed("x", "named")["en"] == {"ten": "10"}
    assert patterns("x", "when")["en"] == rf"in{GAP}(?:b|a){GAP}days|x{{0,3}}"
    assert word_sets("x", "few") == {**dict.fromkeys(CODES, frozenset()), "en": {"a", "b"}, "": {"a", "b"}}


@pytest.mark.parametrize("text", ["no later", "no\nlater", "no\u00a0later", "no \r\n  later"])
def test_a_space_in_an_expression_is_any_gap_between_two_words(text: str) -> None:
    assert re.fullmatch(spaced("no later"), text) is not None


@pytest.mark.parametrize(
    ("pattern", "held", "other"),
    [
        ("no later", "nolater", "no\tlater"),
        ("can ?not", "can\nnot", "can\tnot"),
        (r"can(?<!you can) go", "I can\ngo", "you\ncan go"),
        (r"(?<!(?:tea|the)\) )noon", "tea noon", "the)\nnoon"),
        (r"a[ ,]+b\ c[^] ]", "a ,b cx", "a\nb cx"),
    ],
)
def test_a_space_that_is_counted_looked_back_for_or_one_of_several_signs_stays_one_sign(
    pattern: str, held: str, other: str
) -> None:
    if pattern == "no later":
        assert not re.search(spaced(pattern), held)
    else:
        assert re.search(spaced(pattern), held)
    assert not re.search(spaced(pattern), other)


def test_a_language_without_a_table_is_no_key(folder: Path) -> None:
    write(folder, "en/x.tsv", "few\ta")
    table = words("x", "few")
    assert (list(table), "ru" in table, table.get("ru"), "zz" in table) == (["en"], False, None, False)


def test_a_passage_has_the_words_of_its_language_and_of_all_where_that_is_not_told(folder: Path) -> None:
    write(folder, "en/x.tsv", "few\tmay")
    (folder / "it").mkdir()
    write(folder, "it/x.tsv", "few\tmai")
    assert [own_words("x", "few", code) for code in ("en", "it", "de", "")] == [{"may"}, {"mai"}, set(), {"may", "mai"}]
    table = patterns("x", "few")
    assert [speaking(table, code) for code in ("en", "de", "xx")] == [("may",), (), ("may", "mai")]
    assert [of(table, code) for code in ("it", "de", "")] == ["mai", NEVER, "may|mai"]


def test_a_sharp_s_is_known_folded_as_well(folder: Path) -> None:
    (folder / "de").mkdir()
    write(folder, "de/x.tsv", "few\taußer", "few\tnur", "when\t{few} Maß", "named\tdreißig\t30")
    assert words("x", "few")["de"] == {"außer", "ausser", "nur"}
    assert phrases("x", "few")["de"] == ("außer", "ausser", "nur")
    assert keyed("x", "named")["de"] == {"dreißig": "30", "dreissig": "30"}
    assert re.fullmatch(patterns("x", "when")["de"], "ausser Mass") is not None


def test_gaps_and_disorder_are_named(folder: Path) -> None:
    first, *others = CODES[1:]
    write(
        folder,
        "topics/x.tsv",
        f"few\twords\t{first}, {' '.join(others)}\tsome",
        f"when\tpatterns\t{' '.join(CODES[1:])}\tother",
    )
    write(folder, "en/x.tsv", "few\tb", "few\ta", "when\t(", "stray\ta")
    found = list(faults())
    assert [fault.split(": ", 1)[1].split(":")[0] for fault in found] == [
        "stray is not declared in topics/x.tsv",
        "few",
        "when",
    ]


def test_a_damaged_table_is_told_in_words(folder: Path) -> None:
    write(folder, "en/x.tsv", "no tab here")
    with pytest.raises(StatementCompareError, match="install the program again"):
        words("x", "few")["en"]
