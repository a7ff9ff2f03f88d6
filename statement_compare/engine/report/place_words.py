"""How a report says where a sentence stands in the file that it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.model import Side, Statement
from statement_compare.engine.place import Place
from statement_compare.engine.places import shown_place
from statement_compare.engine.report.wording import numbers
from statement_compare.engine.report.words import words_in


def in_words(places: Sequence[Place], language: str = "en") -> str:
    """ "page 3", "pages 3–4", "paragraph 12", "table 2, row 4"; "" where nothing is known."""
    if not places:
        return ""
    first, last, said = places[0], places[-1], words_in(language)
    if first.page:
        if first.page == last.page:
            return said.say("place.page", page=first.page)
        return said.say("place.pages", first=first.page, last=last.page)
    if first.table:
        return said.say("place.row", table=first.table, row=first.row)
    return said.say("place.paragraph", paragraph=first.paragraph)


def place_of(statement: Statement, i: int, language: str = "en") -> str:
    """Where a sentence stands; "" where that is not known, or plain to see."""
    return in_words(shown_place(statement.source, statement.sentences[i].span), language)


def numbered(statement: Statement, side: Side, i: int, language: str = "en") -> str:
    """The number of a sentence, with its place where that is known: "L3 (page 2)"."""
    where = place_of(statement, i, language)
    return f"{numbers(side, (i,))} ({where})" if where else numbers(side, (i,))
