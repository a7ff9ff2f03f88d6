"""The golden tables of figures, units, dates and order: pairs that conflict, and near misses that do not."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, Row, check, facts, mirrored, plain, reading, rows

from statement_compare.engine.facts import dates, numbers, order, units
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import FactModule, paired
from statement_compare.engine.report.words.en import RULES

MODULES: dict[str, FactModule] = {
    "date": dates.compare,
    "number": numbers.compare,
    "order": order.compare,
    "unit": units.compare,
}
TABLES = {name: rows(name) for name in MODULES}
every_row = pytest.mark.parametrize(
    ("compare", "row"),
    [pytest.param(MODULES[name], row, id=f"{name}: {row}") for name, table in TABLES.items() for row in table],
)


@every_row
def test_the_pair_is_seen_as_the_table_says(compare: FactModule, row: Row) -> None:
    check(compare, row)


@every_row
def test_swapped_sides_give_mirrored_facts(compare: FactModule, row: Row) -> None:
    swapped = Row(row.languages[::-1], row.relation, row.right, row.left)
    assert mirrored(facts(compare, swapped)) == plain(facts(compare, row))


@every_row
def test_no_text_is_at_odds_with_itself(compare: FactModule, row: Row) -> None:
    side = reading(row.left, row.languages[0])
    assert Relation.CONFLICT not in {fact.relation for fact in compare(paired(side, side, LEXICON), LEXICON)}


@every_row
def test_every_rule_has_words_and_every_span_lies_in_its_text(compare: FactModule, row: Row) -> None:
    for fact in facts(compare, row):
        assert fact.rule in RULES
        assert 0 <= fact.strength <= 1
        assert fact.left is not None
        assert fact.left.of(row.left).strip()
        assert fact.right is not None
        assert fact.right.of(row.right).strip()


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_holds_conflicts_and_near_misses_alike(table: list[Row]) -> None:
    conflicts = sum(row.relation == "conflict" for row in table)
    assert conflicts >= 20
    assert len(table) - conflicts >= 20
