"""How the window says where something stands in its original."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.model import Side, Statement
from statement_compare.engine.place import Place
from statement_compare.engine.places import place_of, shown_place
from statement_compare.engine.report.provenance import file_name
from statement_compare.ui.strings import SIDE_LETTERS, say


def place_words(places: Sequence[Place]) -> str:
    """ "page 3", "pages 3–4", "paragraph 12", "table 2, row 4, column 1", or a whole row; "" where nothing is known."""
    if not places:
        return ""
    first, last = places[0], places[-1]
    if first.page and first.page != last.page:
        return say("place.pages", first=first.page, last=last.page)
    if first.page:
        return say("place.page", page=first.page)
    if first.table and first.column:
        return say("place.cell", table=first.table, row=first.row, column=first.column)
    if first.table:
        return say("place.row", table=first.table, row=first.row)
    return say("place.paragraph", paragraph=first.paragraph)


def with_place(tag: str, statement: Statement, ids: Sequence[int]) -> str:
    """The numbers of sentences with where they stand, "L2 · page 3", where that is known and not plain to see."""
    known = (place_words(shown_place(statement.source, statement.sentences[i].span)) for i in ids)
    where = ", ".join(dict.fromkeys(filter(None, known)))
    return f"{tag} · {where}" if where else tag


def with_file(side: Side, statement: Statement, ids: Sequence[int]) -> str:
    """The numbers of sentences with their places and the file, "L2 · page 3 · answer.pdf", as far as known."""
    tag = ", ".join(f"{SIDE_LETTERS[side]}{i + 1}" for i in ids)
    parts = (with_place(tag, statement, ids), file_name(statement.source.path))
    return " · ".join(part for part in parts if part)


def where_words(statement: Statement, places: Sequence[Place]) -> str:
    """Where sentences stand in a file that has no pages to show, as a whole sentence."""
    if not statement.source.path:
        return say("original.pasted")
    known = ", ".join(dict.fromkeys(filter(None, (place_words((place,)) for place in places))))
    name = file_name(statement.source.path)
    return say("original.stands", place=known, name=name) if known else say("original.unknown", name=name)


def places_of(statement: Statement, ids: Sequence[int]) -> tuple[Place, ...]:
    """All places of some sentences, in their order."""
    return tuple(place for i in ids for place in place_of(statement.source, statement.sentences[i].span))
