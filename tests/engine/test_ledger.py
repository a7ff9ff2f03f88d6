"""Which figures, dates and names two statements share: each row has a twin that is nearly the same and stands apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.ledger import Amount, Kind, Relation, Row, ledger
from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Source,
    Span,
    Verdict,
)
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_bytes, read_text
from statement_compare.engine.text.segment import segment
from statement_compare.engine.verdict.judge import LONGEST_PASSAGE

LEXICON = BundledLexicon()
TABLE = Path(__file__).parents[1] / "golden" / "ledger.tsv"
GOLDEN = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def compared(left: str, right: str, language: str = "en", *links: tuple[int, int], other: str = "") -> Comparison:
    """Two statements of one sentence a line; `links` are unclear, so that what the ledger says is its own."""
    sides = [
        segment(read_text(text) if text else Source("", ()), code, sentences_per_line=True)
        for text, code in ((left, language), (right, other or language))
    ]
    made = tuple(Link((i,), (j,), 0.5, Verdict.UNCLEAR, 0.0, ()) for i, j in links)
    return Comparison(sides[0], sides[1], made, (), ())


def told(comparison: Comparison, kind: Kind) -> list[str]:
    """Rows as "words, words = words": with =, ~ and != for the relations, and nothing beside what stands alone."""
    signs = {Relation.SAME: "=", Relation.ROUNDED: "~", Relation.DIFFERS: "!="}
    texts = comparison.left.source.text, comparison.right.source.text
    lines = []
    for row in ledger(comparison, LEXICON):
        if row.kind is kind:
            sides = (
                ", ".join(place.span.of(text) for place in places)
                for places, text in zip((row.left, row.right), texts, strict=True)
            )
            lines.append(f" {signs.get(row.relation, '|')} ".join(sides).strip())
    return lines


@pytest.mark.parametrize(("kind", "place", "language", "left", "right", "rows"), GOLDEN)
def test_what_two_statements_hold_is_told_in_rows(
    kind: str, place: str, language: str, left: str, right: str, rows: str
) -> None:
    links = ((0, 0),) if place == "linked" else ()
    assert "; ".join(told(compared(left, right, language, *links), Kind(kind))) == rows


def test_names_meet_between_two_alphabets() -> None:
    comparison = compared("They drill in Kazakhstan, and Vireo paid.", "Бурят в Казахстане, а не в Москве.", other="ru")
    assert told(comparison, Kind.NAME) == ["Vireo |", "| Москве", "Kazakhstan = Казахстане"]


def test_small_figures_of_two_languages_are_not_held_against_each_other() -> None:
    left, right = "На заводе 400 рабочих и десять машин.", "The plant has 380 workers and two trucks."
    comparison = compared(left, right, "ru", (0, 0), other="en")
    assert told(comparison, Kind.FIGURE) == ["400 != 380", "десять |", "| two"]


def test_a_fact_has_one_row_with_all_its_places() -> None:
    left = "It gives 5,000 barrels a day.\nYes, 5,000 barrels a day.\nThe minister spoke."
    right = "It gives 1,000 barrels a day.\nNobody has seen 7,000 barrels a day."
    comparison = compared(left, right, "en", (0, 0))
    assert told(comparison, Kind.FIGURE) == [
        "5,000 barrels a day, 5,000 barrels a day != 1,000 barrels a day",
        "| 7,000 barrels a day",
    ]
    row = ledger(comparison)[0]
    assert [place.sentence for place in row.left] == [0, 1]
    assert row.left_amount == Amount(5000.0, "untold_barrel", "day")


def test_a_figure_that_differs_in_its_link_is_still_the_same_elsewhere() -> None:
    comparison = compared(
        "It gives 5,000 barrels a day.",
        "It gives 1,000 barrels a day.\nOnce it gave 5,000 barrels a day.",
        "en",
        (0, 0),
    )
    assert told(comparison, Kind.FIGURE) == [
        "5,000 barrels a day != 1,000 barrels a day",
        "5,000 barrels a day = 5,000 barrels a day",
    ]


def test_one_day_of_two_years_is_no_day_without_a_year() -> None:
    comparison = compared("It closed on 3 May 2023 and on 3 May 2024.", "It closed on 3 May.")
    assert told(comparison, Kind.DATE) == ["3 May 2023 |", "3 May 2024 |", "| 3 May"]


def test_names_differ_where_the_comparison_says_so() -> None:
    comparison = compared("The ship sank off Bergen.", "The ship sank off Oslo.", "en", (0, 0))
    assert told(comparison, Kind.NAME) == ["Bergen |", "| Oslo"]
    left, right = (
        Span(text.index(name), text.index(name) + len(name))
        for text, name in ((comparison.left.source.text, "Bergen"), (comparison.right.source.text, "Oslo"))
    )
    reason = Reason(ReasonKind.ENTITY, left, right, "entity.replaced")
    links = (replace(comparison.links[0], verdict=Verdict.CONTRADICTION, reasons=(reason,)),)
    assert told(replace(comparison, links=links), Kind.NAME) == ["Bergen != Oslo"]


def test_a_figure_of_a_row_is_held_against_that_of_its_column_and_no_other() -> None:
    head = "| Village | Shops | Owners | Day |\n|---|---|---|---|\n"
    sides = (f"{head}| Arna | 12 | 40 | 3 May |\n", f"{head}| Arna | 15 | 41 | 4 May |\n")
    one, two = (read_bytes(text.encode(), name="a.md") for text in sides)

    found = compare(one, two, CompareOptions(use_model=False, languages=("en", "en")))

    assert told(found, Kind.FIGURE) == ["12 != 15", "40 != 41"]
    assert told(found, Kind.DATE) == ["3 May != 4 May"]


def test_the_first_figure_of_a_row_is_told_where_its_label_has_two_words() -> None:
    head = "| Ship | Crew | Hours |\n|---|---|---|\n"
    sides = (f"{head}| Night Express | 54 | 1,080 |\n", f"{head}| Night Express | 61 | 145 |\n")
    one, two = (read_bytes(text.encode(), name="a.md") for text in sides)

    found = compare(one, two, CompareOptions(use_model=False, languages=("en", "en")))

    assert told(found, Kind.FIGURE) == ["54 != 61", "1,080 != 145"]


def test_a_line_of_contact_has_no_figures() -> None:
    comparison = compared("Press office: +47 55 12 34 56, press@nordal.example", "We paid 40 euros.")
    assert told(comparison, Kind.FIGURE) == ["| 40 euros"]


def test_a_table_read_as_one_sentence_meets_by_its_values() -> None:
    cells = [f"{number},{number % 7}00 tonnes" for number in range(20, 220)]
    left, right = " | ".join(cells), " | ".join([*cells[:-1], "9,999 tonnes"])
    assert len(left) > LONGEST_PASSAGE
    rows = [row.relation for row in ledger(compared(left, right, "en", (0, 0)), LEXICON)]
    assert rows.count(Relation.SAME) == 199
    assert sorted(rows, key=list(Relation).index)[:2] == [Relation.ONLY_LEFT, Relation.ONLY_RIGHT]


def test_empty_sides_have_empty_ledgers() -> None:
    assert ledger(compared("", "")) == ()
    assert [row.relation for row in ledger(compared("", "We paid 40 euros."))] == [Relation.ONLY_RIGHT]


PIECES = (
    "5,000 barrels a day", "1,000 barrels", "12 miners", "about 40 per cent", "EUR 1,200,000", "1.2 million euros",
    "3 May 2024", "3 May", "Anna Berg", "Berg", "Oslo", "seven of nine wells", "78 per cent", "was not",
    "between 3 and 5 MW", "👩‍🚒 2 km", "at least 300", "300", "26 tonnes", "26,000 kg", "Nordal's", "on Monday",
)  # fmt: skip
SENTENCES = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join), max_size=5)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    left, right = draw(SENTENCES), draw(SENTENCES)
    pairs = [(i, j) for i in range(len(left)) for j in range(len(right))]
    links = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5)) if pairs else []
    return compared("\n".join(left), "\n".join(right), "en", *sorted(links))


def mirrored(comparison: Comparison) -> Comparison:
    links = tuple(replace(link, left=link.right, right=link.left) for link in comparison.links)
    return replace(comparison, left=comparison.right, right=comparison.left, links=links)


def mirrored_row(row: Row) -> Row:
    turned = {Relation.ONLY_LEFT: Relation.ONLY_RIGHT, Relation.ONLY_RIGHT: Relation.ONLY_LEFT}
    return Row(row.kind, turned.get(row.relation, row.relation), row.right, row.left, row.right_amount, row.left_amount)


@settings(deadline=None, max_examples=150)
@given(comparisons())
def test_swapping_the_sides_mirrors_the_ledger(comparison: Comparison) -> None:
    forth, back = ledger(comparison), ledger(mirrored(comparison), LEXICON)
    assert sorted(map(repr, map(mirrored_row, forth))) == sorted(map(repr, back))


@settings(deadline=None, max_examples=150)
@given(comparisons())
def test_places_lie_in_their_sentences_and_every_row_has_its_sides(comparison: Comparison) -> None:
    for row in ledger(comparison, LEXICON):
        for statement, places in ((comparison.left, row.left), (comparison.right, row.right)):
            assert list(places) == sorted(set(places))
            for place in places:
                sentence = statement.sentences[place.sentence].span
                assert sentence.start <= place.span.start < place.span.end <= sentence.end
        assert bool(row.left) is (row.relation is not Relation.ONLY_RIGHT)
        assert bool(row.right) is (row.relation is not Relation.ONLY_LEFT)


@settings(deadline=None, max_examples=150)
@given(comparisons())
def test_no_figure_and_no_date_is_lost(comparison: Comparison) -> None:
    rows = ledger(comparison, LEXICON)
    for statement, told in ((comparison.left, "left"), (comparison.right, "right")):
        places = {(place.sentence, place.span) for row in rows for place in getattr(row, told)}
        for sentence in statement.sentences:
            if sentence.role is Role.CONTACT:
                continue
            reading = lone_reading(sentence.text, "en")
            found = [each.span for each in quantities(reading) if not each.lone_one]
            found += [each.span for each in moments(reading)]
            for span in found:
                at = Span(span.start + sentence.span.start, span.end + sentence.span.start)
                assert (sentence.id, at) in places


@settings(deadline=None, max_examples=60)
@given(SENTENCES)
def test_a_text_has_everything_in_common_with_itself(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    comparison = compared(text, text, "en", *((i, i) for i in range(len(sentences))))
    assert {row.relation for row in ledger(comparison)} <= {Relation.SAME}
    assert all(row.left == row.right for row in ledger(comparison))
