"""Which figures of running text are those of a cell: "In Sarabulak 15 shops were closed" of "Sarabulak | 12".

A sentence names the row, and all that the column is called, and counts just that: what follows the figure is a word of
the column's name. "3 of the closed shops", "40 shops were open" and "for 9 days" are other figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from statement_compare.engine.align.labelled_rows import LabelledRow
from statement_compare.engine.align.labels import plain
from statement_compare.engine.align.named_rows import LEAST_STEM, NamedRows, has_word, words_of_label
from statement_compare.engine.align.same_columns import Columns
from statement_compare.engine.annotate.factuality import mood
from statement_compare.engine.annotate.named_measures import amount, without_measure
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.quantities.model import Bound, Quantity
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.annotate.reported_speech import frames
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.units import COUNT, dimension
from statement_compare.engine.annotate.word_classes import AUXILIARIES
from statement_compare.engine.language import own_words
from statement_compare.engine.model import Span
from statement_compare.engine.text.table_heads import is_period
from statement_compare.engine.text.table_row import Cell
from statement_compare.engine.text.tokens import Token, TokenKind, stem

_TIME = dimension("[time]")


@dataclass(frozen=True, slots=True)
class ToldTable:
    """A table as running text may speak of it: what its columns are called, and all that is said above it.

    `corner` is what stands above the labels.
    """

    columns: Columns
    corner: str
    dated: str

    def measure(self, name: str) -> str:
        """What figures under a name are counted in, by that name, the title, or what stands above the labels."""
        return self.columns.measure(name) or self.columns.measure(self.corner)


@dataclass(frozen=True, slots=True)
class FigureOfCell:
    """A figure of a sentence, and the cell that counts the same, with the figure in it."""

    cell: Cell
    column: str
    row: str
    told: Quantity
    counted: Quantity


@dataclass(frozen=True, slots=True)
class RowMention:
    """A sentence that tells figures of a row. `is_bare`: it says nothing beside that the table does not say as well."""

    row: LabelledRow
    figures: tuple[FigureOfCell, ...]
    is_bare: bool


def mention(text: str, language: str, day: date | None, rows: NamedRows[ToldTable]) -> RowMention | None:
    """The row that a sentence of running text tells figures of; None where it is none, or not sure which.

    What is denied, planned, thought or reported tells no figure, and neither does what is told of another time. `day`
    is the date of the sentence's statement.
    """
    named = list(rows.named_in(plain(text)))
    if not named:
        return None
    reading = lone_reading(text, language, date=day)
    told = quantities(reading)
    if not told or scopes(reading).cues or frames(reading) or _is_no_fact(reading, told):
        return None
    found = [each for table, row in named if (each := _mentioned(reading, table, row, told)) is not None]
    return found[0] if len(found) == 1 else None


def _is_no_fact(reading: Reading, told: Sequence[Quantity]) -> bool:
    if any(each.dimension is _TIME or each.roles for each in told):
        return True
    tellings = [mood(reading, at) for at, _ in enumerate(reading.tokens)]
    return any(each.condition or each.hedge or each.plan or each.is_question for each in tellings)


def _mentioned(reading: Reading, table: ToldTable, row: LabelledRow, told: Sequence[Quantity]) -> RowMention | None:
    cells = {cell.column: cell for cell in row.cells}
    pairs = []
    for name in table.columns.names:
        figure = _figure_of(reading, name.text, row.name, table, told)
        cell = cells.get(name.column)
        if figure is None or cell is None:
            continue
        measure = "" if figure.dimension is COUNT else table.measure(name.text)
        counted = amount(cell.text, measure, reading.language)
        if counted is not None and counted.is_exact:
            pairs.append((figure, FigureOfCell(cell, name.text, row.name, figure, counted)))
    if not pairs or len({figure.span for figure, _ in pairs}) < len(pairs):
        return None
    above = f"{table.dated} {table.columns.caption}"
    columns = " ".join(each.column for _, each in pairs)
    known = plain(f"{row.name} {columns} {above} {table.corner}")
    if not _is_of_same_time(reading, plain(f"{columns} {row.name} {above}")):
        return None
    if _is_in_longer_name(reading, row.name, known):
        return None
    spans = [figure.span for figure, _ in pairs]
    others = [token for token in _content(reading) if not any(_is_within(token, span) for span in spans)]
    is_bare = (
        all(_stands_in(token, known, reading.language) for token in others)
        and _has_plain_words(reading, known)
        and not any(_trails_off(reading, span) for span in spans)
    )
    return RowMention(row, tuple(each for _, each in pairs), is_bare)


def _has_plain_words(reading: Reading, known: Sequence[str]) -> bool:
    """Whether the small words of a sentence say no more than that the figure is of the row.

    "In Aksai 14 shops were closed" is of it; "near Aksai", "all but Aksai", "another 14", "14 again" may be of more, or
    of something else.
    """
    language = reading.language
    plain_words = own_words("table_cells", "beside_figures", language) | AUXILIARIES.get(language, frozenset())
    small = (token for token in reading.tokens if token.kind is TokenKind.WORD and not is_content(token, language))
    return all(token.lower in plain_words or token.lower in known for token in small)


def _is_in_longer_name(reading: Reading, label: str, known: Sequence[str]) -> bool:
    """Whether a word with a capital stands before the row's name: "New Aksai" in a sentence is not the row "Aksai"."""
    first = next(iter(words_of_label(label, reading.language)), "")
    return any(
        before.text[:1].isupper()
        and has_word((token.lower,), first)
        and is_content(before, reading.language)
        and not _stands_in(before, known, reading.language)
        for before, token in pairwise(reading.tokens)
    )


def _figure_of(reading: Reading, name: str, label: str, table: ToldTable, told: Sequence[Quantity]) -> Quantity | None:
    """The one figure of a sentence that counts what a column is named for."""
    language = reading.language
    tokens = [token for token in plain(without_measure(name, language)) if len(token) >= LEAST_STEM or token.isdigit()]
    if not tokens:
        return None
    if is_period(name):
        return _amount_of_period(reading, name, table, told)
    found = []
    for at, figure in enumerate(told):
        begin = told[at - 1].span.end if at else 0
        end = told[at + 1].span.start if at + 1 < len(told) else len(reading.text)
        around = plain(reading.text[begin : figure.span.start] + " " + reading.text[figure.span.end : end])
        # "15 shops were closed" tells "Shops closed", "190 miners were dismissed" the row "Miners" of "Dismissed".
        is_named = _counts(reading, figure, [*tokens, *words_of_label(label, language)]) and all(
            has_word(around, token) for token in tokens
        )
        if figure.bound is Bound.EXACT and is_named:
            found.append(figure)
    return found[0] if len(found) == 1 else None


def _counts(reading: Reading, figure: Quantity, tokens: Sequence[str]) -> bool:
    """Whether the thing behind a figure is one of a column's words, and no other noun goes on: "15 shop assistants"."""
    behind = [token for token in reading.tokens if token.span.start >= figure.span.end]
    is_named = [any(has_word((token.lower,), each) for each in tokens if not each.isdigit()) for token in behind]
    run = is_named.index(False) if False in is_named else len(behind)
    return run > 0 and not (run < len(behind) and is_content(behind[run], reading.language))


def _trails_off(reading: Reading, figure: Span) -> bool:
    """Whether small words alone end a clause behind what is counted: "71 loans of its own" are no others' loans."""
    language = reading.language
    behind = [token for token in reading.tokens if token.span.start >= figure.end]
    rest = behind[1:]
    clause = next((at for at, token in enumerate(rest) if not any(map(str.isalnum, token.text))), len(rest))
    small = [token for token in rest[:clause] if token.lower not in AUXILIARIES.get(language, frozenset())]
    return bool(small) and not any(is_content(token, language) for token in rest[:clause])


def _amount_of_period(reading: Reading, name: str, table: ToldTable, told: Sequence[Quantity]) -> Quantity | None:
    """The one amount of a sentence about a period that a column is named for: "520 million tenge on roads in 2024"."""
    unit = amount("1", table.measure(name), reading.language)
    if unit is None or unit.dimension is COUNT or not all(has_word(plain(reading.text), each) for each in plain(name)):
        return None
    found = [each for each in told if each.dimension == unit.dimension and each.bound is Bound.EXACT]
    return found[0] if len(found) == len(told) == 1 else None


def _is_of_same_time(reading: Reading, known: Sequence[str]) -> bool:
    """Whether all times that a sentence names are told of the table as well; "May" and «мая» are short words."""
    small = own_words("closed_words", "function_words", reading.language)
    return all(
        has_word(known, token)
        for moment in moments(reading)
        for token in plain(moment.span.of(reading.text))
        if token not in small
    )


def _content(reading: Reading) -> Iterator[Token]:
    return (token for token in reading.tokens if is_content(token, reading.language))


def _is_within(token: Token, span: Span) -> bool:
    return span.start <= token.span.start and token.span.end <= span.end


def _stands_in(token: Token, known: Sequence[str], language: str) -> bool:
    """Whether a word of a sentence is one of the table's, in any form."""
    return all(
        part in known
        or any(has_word((each,), part) or has_word((part,), each) for each in known)
        or stem(part, language) in {stem(each, language) for each in known}
        for part in plain(token.text)
    )
