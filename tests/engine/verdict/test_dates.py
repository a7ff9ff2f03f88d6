"""Dates, periods and times of day of one event."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, Row, check, facts, mirrored, plain, reading, rows

from statement_compare.engine.report.wording import RULES
from statement_compare.engine.verdict.facts import dates
from statement_compare.engine.verdict.reading import Relation

ROWS = rows("date")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_pair_is_seen_as_the_table_says(row: Row) -> None:
    check(dates.compare, row)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_swapped_sides_give_mirrored_facts(row: Row) -> None:
    swapped = Row(row.languages[::-1], row.relation, row.right, row.left)
    assert mirrored(facts(dates.compare, swapped)) == plain(facts(dates.compare, row))


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_no_text_is_at_odds_with_itself(row: Row) -> None:
    side = reading(row.left, row.languages[0])
    assert Relation.CONFLICT not in {fact.relation for fact in dates.compare(side, side, LEXICON)}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_rule_has_words_and_every_span_lies_in_its_text(row: Row) -> None:
    for fact in facts(dates.compare, row):
        assert fact.rule in RULES
        assert 0 <= fact.strength <= 1
        assert fact.left is not None
        assert fact.left.of(row.left).strip()
        assert fact.right is not None
        assert fact.right.of(row.right).strip()


def test_the_table_holds_conflicts_and_near_misses_alike() -> None:
    conflicts = sum(row.relation == "conflict" for row in ROWS)
    assert conflicts >= 20
    assert len(ROWS) - conflicts >= 20
