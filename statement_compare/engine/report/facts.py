"""The table of figures, dates and names of two statements, as text, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from statement_compare.engine.ledger import Amount, Kind, Place, Relation, Row, ledger
from statement_compare.engine.model import Comparison, Side
from statement_compare.engine.report import csv, json, provenance, wording
from statement_compare.engine.report.marked import statement_of
from statement_compare.engine.report.overview_wording import FACT_SIGNS, fact_count, fact_title, fact_word
from statement_compare.engine.report.text import visible
from statement_compare.engine.report.words import words_in
from statement_compare.engine.text import hidden

_COLUMNS: Final = (
    "kind", "relation", "left", "right", "left_words", "right_words",
    "left_value", "left_unit", "left_per", "right_value", "right_unit", "right_per",
)  # fmt: skip


def render(comparison: Comparison, name: str, language: str = "en") -> bytes:
    """The table in the format of this name (one of `FACT_TABLES`), those that differ first.

    `language` is that of the text; data keep their names.
    """
    rows = ledger(comparison)
    if name == "json":
        return json.dump(_data(comparison, rows, language), indent=1)
    if name == "csv":
        return csv.table(_COLUMNS, (_cells(comparison, row) for row in rows))
    return "".join(f"{line}\n" for line in _lines(comparison, rows, language)).encode("utf-8", "backslashreplace")


def _lines(comparison: Comparison, rows: Sequence[Row], language: str) -> Iterator[str]:
    for side in Side:
        name = hidden.isolated(provenance.side_name(comparison, side, language))
        yield visible(f"{wording.SIDE_LETTERS[side]} {provenance.as_title(name)}")
        if noted := provenance.notes(statement_of(comparison, side), language):
            yield visible(f"  {words_in(language).say('row.notes')}: {noted}")
    for kind in Kind:
        some = [row for row in rows if row.kind is kind]
        counts = [
            fact_count(relation, number, language)
            for relation in Relation
            if (number := sum(row.relation is relation for row in some))
        ]
        yield ""
        yield f"{fact_title(kind, language)}: {', '.join(counts) or words_in(language).say('overview.none')}"
        for row in some:
            told = [_told(comparison, side, row) for side in Side if _places(row, side)]
            words = fact_word(row.relation, language)
            yield visible(f"  {FACT_SIGNS[row.relation]} {words:<16}{' – '.join(told)}")


def _told(comparison: Comparison, side: Side, row: Row) -> str:
    """ "5,000 barrels a day (L1, L4)", with every way in which the side writes it."""
    sentences = tuple(dict.fromkeys(place.sentence for place in _places(row, side)))
    return f"{_words(comparison, side, row)} ({wording.numbers(side, sentences)})"


def _words(comparison: Comparison, side: Side, row: Row) -> str:
    text = statement_of(comparison, side).source.text
    words = (hidden.isolated(wording.quote(place.span, text)) for place in _places(row, side))
    return " / ".join(dict.fromkeys(words))


def _places(row: Row, side: Side) -> tuple[Place, ...]:
    return row.left if side is Side.LEFT else row.right


def _amount(row: Row, side: Side) -> Amount | None:
    return row.left_amount if side is Side.LEFT else row.right_amount


def _cells(comparison: Comparison, row: Row) -> list[str | float]:
    cells: list[str | float] = [row.kind.value, row.relation.value]
    cells += [
        wording.numbers(side, tuple(dict.fromkeys(place.sentence for place in _places(row, side)))) for side in Side
    ]
    for side in Side:
        text = statement_of(comparison, side).source.text
        cells.append("; ".join(dict.fromkeys(wording.plain(place.span.of(text)) for place in _places(row, side))))
    for side in Side:
        amount = _amount(row, side)
        cells += ["", "", ""] if amount is None else [amount.value, amount.unit, amount.per]
    return cells


def _data(comparison: Comparison, rows: Sequence[Row], language: str) -> dict[str, Any]:
    return {
        "format": json.FORMAT,
        "signature": json.signature_data(comparison.signature),
        **{side.value: json.statement_data(statement_of(comparison, side), language) for side in Side},
        "facts": [
            {
                "kind": row.kind.value,
                "relation": row.relation.value,
                **{side.value: _side_data(comparison, side, row) for side in Side},
            }
            for row in rows
        ],
    }


def _side_data(comparison: Comparison, side: Side, row: Row) -> dict[str, Any]:
    text = statement_of(comparison, side).source.text
    amount = _amount(row, side)
    return {
        "places": [
            {
                "sentence": place.sentence,
                "start": place.span.start,
                "end": place.span.end,
                "text": place.span.of(text),
            }
            for place in _places(row, side)
        ],
        "amount": None if amount is None else {"value": amount.value, "unit": amount.unit, "per": amount.per},
    }
