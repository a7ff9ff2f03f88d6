"""Which rows of two tables are about one thing, by their names and by nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statement_compare.engine.align.labelled_rows import LabelledRow, depends_on_others, is_total
from statement_compare.engine.align.labels import are_same, is_reordered, keys_of, plain, sound_of

# Rows whose labels are forms of one that are looked at.
_MOST_FORMS = 8

Met = tuple[LabelledRow, LabelledRow, bool]
"""Two rows with one name, and whether it is surely one: equal, and no total of other rows."""


Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """The rows of a table in a language, and by what they are found.

    `names` are those that no other row has, `forms` what forms of them have in common, `sounds` what they sound like.
    `labels` come once in the table, whatever they stand under, and `totals` are rows that are called no more than that.
    """

    rows: Sequence[LabelledRow]
    language: str
    names: Mapping[Name, LabelledRow]
    forms: Mapping[Name, Sequence[LabelledRow]]
    labels: Mapping[Name, LabelledRow]
    sounds: Mapping[Name, Sequence[LabelledRow]]
    totals: Sequence[LabelledRow]


def labelled_table(rows: Sequence[LabelledRow], language: str) -> LabelledTable:
    """The rows of a table, made ready to be found."""
    times, labelled = Counter(plain(row.name) for row in rows), Counter(plain(row.label) for row in rows)
    names = {plain(row.name): row for row in rows if row.label and times[plain(row.name)] == 1}
    labels = {plain(row.label): row for row in rows if row.label and not row.key and labelled[plain(row.label)] == 1}
    forms: defaultdict[Name, list[LabelledRow]] = defaultdict(list)
    for row in names.values():
        for key in keys_of(row.name, language):
            forms[key].append(row)
    sounds: defaultdict[Name, list[LabelledRow]] = defaultdict(list)
    for row in names.values():
        sounds[sound_of(row.name)].append(row)
    totals = [row for row in names.values() if len(plain(row.name)) == 1 and is_total(row.name, language)]
    return LabelledTable(rows, language, names, forms, labels, sounds, totals)


def same_rows(one: LabelledTable, two: LabelledTable) -> list[Met]:
    """The rows that are about one thing."""
    met = list(_same_names(one, two))
    unsure = _totals_of_others(one, two, met)
    return [(a, b, is_sure and at not in unsure) for at, (a, b, is_sure) in enumerate(met)]


def _same_names(one: LabelledTable, two: LabelledTable) -> Iterator[Met]:
    """Rows with one name, and whether it is equal; of rows with the same name none is told from another.

    A row under a head ("Miners, of them women") meets one without any where the label comes once in both tables.
    """
    languages = (one.language, two.language)
    met = [(row, two.names[name], True) for name, row in one.names.items() if name in two.names]
    met += [
        (row, other, is_reordered(row.name, other.name))
        for name, row in one.names.items()
        if name not in two.names
        for other in _of_like_label(row, one.language, two)
        if plain(other.name) not in one.names and are_same(row.name, other.name, languages)
    ]
    yield from met
    taken = {row.sentence.id for row, _, _ in met}, {other.sentence.id for _, other, _ in met}
    found = [
        (row, two.labels[label])
        for label, row in one.labels.items()
        if label in two.labels and bool(row.heads) != bool(two.labels[label].heads)
    ]
    if languages[0] != languages[1]:
        sounds = [(rows, two.sounds[sound]) for sound, rows in one.sounds.items() if sound in two.sounds]
        found += [(a[0], b[0]) for a, b in (*sounds, (one.totals, two.totals)) if len(a) == len(b) == 1]
    for row, other in found:
        if row.sentence.id not in taken[0] and other.sentence.id not in taken[1]:
            taken[0].add(row.sentence.id)
            taken[1].add(other.sentence.id)
            yield row, other, True


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


def _of_like_label(row: LabelledRow, language: str, table: LabelledTable) -> list[LabelledRow]:
    found = [each for key in keys_of(row.name, language) for each in table.forms.get(key, ())[:_MOST_FORMS]]
    return list({each.sentence.id: each for each in found}.values())
