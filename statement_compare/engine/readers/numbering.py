"""How paragraphs and tables are counted in a document that has no pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from statement_compare.engine.model import Block, BlockKind
from statement_compare.engine.place import Place
from statement_compare.engine.readers.extract import Piece

# Figures of a number of columns or rows that is believed.
_LONGEST_NUMBER = 3
# Of columns so far to the right nobody keeps in mind which of them cells above reach into.
_MOST_COLUMNS = 500


@dataclass(slots=True)
class Numbering:
    """What was met so far in one walk through a document; a table within a cell is part of that cell.

    Paragraphs are those with text that stand in no table, headings and items of lists among them.
    """

    paragraphs: int = 0
    tables: int = 0
    row: int = 0
    column: int = 0
    # How many columns the cell that was begun last takes, and down to which row a column is taken by a cell above.
    _wide: int = 1
    _held: dict[int, int] = field(default_factory=dict)

    def paragraph(self) -> Place:
        """The place of the next paragraph."""
        self.paragraphs += 1
        return Place(paragraph=self.paragraphs)

    def begin_table(self) -> None:
        self.tables += 1
        self.row = self.column = 0
        self._held.clear()

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0
        self._wide = 1

    def begin_cell(self, columns: int = 1, rows: int = 1) -> None:
        """Begin a cell that takes so many columns and rows; those that cells above reach into are passed over."""
        self.column += self._wide
        while self._held.get(self.column, 0) >= max(self.row, 1):
            self.column += 1
        self._wide = columns
        if rows > 1:
            last = min(self.column + self._wide, _MOST_COLUMNS)
            self._held.update(dict.fromkeys(range(self.column, last), self.row + rows - 1))

    def cell(self) -> Place:
        """The place of the cell that was begun last."""
        return Place(table=max(self.tables, 1), row=max(self.row, 1), column=max(self.column, 1))


def taken(number: str) -> int:
    """How many columns or rows a cell takes that says so: "3"; one where it says something else."""
    said = int(number) if number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER else 1
    return max(said, 1)


def numbered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with their places, where each is a paragraph or a cell of its own.

    A cell whose place has a column keeps it: it stands behind others that are empty.
    """
    numbering = Numbering()
    is_in_table = False
    for piece in pieces:
        is_cell = piece.kind is BlockKind.TABLE_CELL
        begins_table = is_cell and not is_in_table
        if begins_table:
            numbering.begin_table()
        is_in_table = is_cell
        if not is_cell:
            yield replace(piece, place=numbering.paragraph())
            continue
        if begins_table or not piece.follows_in_row:
            numbering.begin_row()
        numbering.begin_cell()
        numbering.column = max(numbering.column, piece.place.column)
        yield replace(piece, place=numbering.cell())


def places_in(text: str, blocks: tuple[Block, ...]) -> tuple[Place, ...]:
    """The places of the blocks of a plain text, in which a row of cells is one line."""
    pieces: list[Piece] = []
    end = column = 0
    for block in blocks:
        between = text[end : block.span.start]
        line_end = max(between.rfind("\n"), between.rfind("\r"))
        column = (column if line_end < 0 else 1) + between.count("\t", line_end + 1)
        pieces.append(Piece(block.kind, "", follows_in_row=line_end < 0, place=Place(column=max(column, 1))))
        end = block.span.end
    return tuple(piece.place for piece in numbered(pieces))
