"""How a sheet names a statement and quotes its sentences: verbatim, with their number and their place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statement_compare.engine.model import Comparison, Link, Side, Statement, pair_of
from statement_compare.engine.report import place_words, provenance
from statement_compare.engine.report.marked import Piece, pieces, statement_of, words_of
from statement_compare.engine.report.quotation import nested
from statement_compare.engine.report.wording import plain
from statement_compare.engine.sheets.words import words_in
from statement_compare.engine.text import hidden


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence as it stands in its statement, on one line, with hidden characters in sight.

    `number` counts from 1; `place` is where it stands in the original, "" where that is not known. The pieces that are
    marked carry the reasons of the finding that it is quoted for.
    """

    number: int
    place: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def pieces_in_marks(self, language: str) -> tuple[Piece, ...]:
        """The pieces as they stand between the quotation marks of the language that the sheet is in."""
        text, place, found = nested(self.text, language), 0, []
        for piece in self.pieces:
            found.append(replace(piece, text=text[place : place + len(piece.text)]))
            place += len(piece.text)
        return tuple(found)


def other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def ids_of(link: Link, side: Side) -> tuple[int, ...]:
    """The sentences of a finding on one side."""
    return pair_of(link)[0 if side is Side.LEFT else 1]


def quoted(comparison: Comparison, side: Side, sentence: int, language: str, link: Link | None = None) -> Quote:
    """One sentence of a side; `link` is the finding whose words are marked in it."""
    statement = statement_of(comparison, side)
    marks = () if link is None else words_of(link, side)
    return Quote(
        sentence + 1,
        place_words.place_of(statement, sentence, language),
        pieces(statement.sentences[sentence], statement.source.text, marks),
    )


def quotes_of(comparison: Comparison, link: Link, side: Side, language: str) -> tuple[Quote, ...]:
    """All sentences of a finding on one side."""
    return tuple(quoted(comparison, side, i, language, link) for i in ids_of(link, side))


def in_quotation_marks(text: str, language: str) -> str:
    """A sentence between the quotation marks of the language that the sheet is in; it is never translated."""
    return words_in(language).say("sheet.quoted", text=hidden.isolated(nested(text, language)))


def where(quote: Quote, language: str) -> str:
    """ "sentence 3", "sentence 3, page 2"."""
    said = words_in(language)
    sentence = said.say("sheet.sentence", number=quote.number)
    return said.say("sheet.in_place", sentence=sentence, place=quote.place) if quote.place else sentence


def speaker(statement: Statement) -> str:
    """Who speaks, on one line; "" where nobody knows."""
    return hidden.isolated(plain(statement.source.speaker))


def known_of(statement: Statement, language: str) -> tuple[str, ...]:
    """A statement's title and date, as far as they are known."""
    source = statement.source
    title = in_quotation_marks(plain(source.title), language) if plain(source.title) else ""
    date = provenance.day(source.date, language) if source.date else ""
    return tuple(part for part in (title, date) if part)
