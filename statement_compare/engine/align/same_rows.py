"""Which rows of two tables are about one thing, by their names and by nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from statement_compare.engine.align.labelled_rows import LabelledRow, depends_on_others, is_total
from statement_compare.engine.align.labels import are_same, is_reordered, keys_of, plain, sound_alike

# Rows whose labels are forms of one, and rows of tables in two languages, that are looked at.
_MOST_FORMS, _MOST_IN_TWO_LANGUAGES = 8, 100

Met = tuple[LabelledRow, LabelledRow, bool]
"""Two rows with one name, and whether it is surely one: equal, and no total of other rows."""


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """The rows of a table, and the language that it is in."""

    rows: Sequence[LabelledRow]
    language: str


def same_rows(one: LabelledTable, two: LabelledTable) -> list[Met]:
    """The rows that are about one thing."""
    met = list(_same_names(one, two))
    unsure = _totals_of_others(one, two, met)
    return [(a, b, is_sure and at not in unsure) for at, (a, b, is_sure) in enumerate(met)]


@dataclass(frozen=True, slots=True)
class _Labels:
    """The rows of a table by names that no other row has, and by the words that forms of a name have in common."""

    names: Mapping[tuple[str, ...], LabelledRow]
    forms: Mapping[tuple[str, ...], Sequence[LabelledRow]]


def _same_names(one: LabelledTable, two: LabelledTable) -> Iterator[Met]:
    """Rows with one name, and whether it is equal; of rows with the same name none is told from another.

    A row under a head ("Miners, of them women") meets one without any where the label comes once in both tables.
    """
    languages = (one.language, two.language)
    first, second = _labels(one), _labels(two)
    met = [(row, second.names[name], True) for name, row in first.names.items() if name in second.names]
    met += [
        (row, other, is_reordered(row.name, other.name))
        for name, row in first.names.items()
        if name not in second.names
        for other in _of_like_label(row, one.language, second)
        if plain(other.name) not in first.names and are_same(row.name, other.name, languages)
    ]
    yield from met
    taken = ({a.sentence.id for a, _, _ in met}, {b.sentence.id for _, b, _ in met})
    left, right = _alone(one, taken[0]), _alone(two, taken[1])
    for label, row in left.items():
        if label in right and bool(row.heads) != bool(right[label].heads):
            yield row, right[label], True
    if languages[0] != languages[1]:
        yield from _in_two_languages(list(left.values()), list(right.values()), languages)


def _in_two_languages(
    rows: Sequence[LabelledRow], others: Sequence[LabelledRow], languages: tuple[str, str]
) -> Iterator[tuple[LabelledRow, LabelledRow, bool]]:
    for row in rows[:_MOST_IN_TWO_LANGUAGES]:
        found = [
            each
            for each in others[:_MOST_IN_TWO_LANGUAGES]
            if each.name and (sound_alike(row.name, each.name) or _are_totals(row, each, languages))
        ]
        if len(found) == 1:
            yield row, found[0], True


def _are_totals(row: LabelledRow, other: LabelledRow, languages: tuple[str, str]) -> bool:
    """Whether two rows are called no more than "Total"."""
    return all(
        len(plain(each.name)) == 1 and is_total(each.name, language)
        for each, language in zip((row, other), languages, strict=True)
    )


def _alone(table: LabelledTable, taken: Set[int]) -> dict[tuple[str, ...], LabelledRow]:
    """The rows that are in no pair, by labels that come once in their table, whatever they stand under."""
    labels = Counter(plain(row.label) for row in table.rows)
    return {
        plain(row.label): row
        for row in table.rows
        if row.label and row.sentence.id not in taken and not row.key and labels[plain(row.label)] == 1
    }


def _totals_of_others(one: LabelledTable, two: LabelledTable, met: Sequence[Met]) -> set[int]:
    """Which of the pairs add up rows that only one of the tables has, or are left over by them: "Total", "Other".

    Such a row is known by its name; a last one may be a total under any, where the tables have hardly another row in
    common.
    """
    sides = ((one, {a.sentence.id for a, _, _ in met}), (two, {b.sentence.id for _, b, _ in met}))
    are_alone = any(row.cells and row.sentence.id not in known for table, known in sides for row in table.rows)
    others = min(len(table.rows) for table, _ in sides) - 1
    have_few = 2 * (len(met) - 1) < others
    return {
        at
        for at, (a, b, _) in enumerate(met)
        if (are_alone and (depends_on_others(a.name, one.language) or depends_on_others(b.name, two.language)))
        or (have_few and a is one.rows[-1] and b is two.rows[-1])
    }


def _of_like_label(row: LabelledRow, language: str, labels: _Labels) -> list[LabelledRow]:
    found = [each for key in keys_of(row.name, language) for each in labels.forms.get(key, ())[:_MOST_FORMS]]
    return list({each.sentence.id: each for each in found}.values())


def _labels(table: LabelledTable) -> _Labels:
    times = Counter(plain(row.name) for row in table.rows)
    names = {plain(row.name): row for row in table.rows if row.label and times[plain(row.name)] == 1}
    forms: defaultdict[tuple[str, ...], list[LabelledRow]] = defaultdict(list)
    for row in names.values():
        for key in keys_of(row.name, table.language):
            forms[key].append(row)
    return _Labels(names, forms)
