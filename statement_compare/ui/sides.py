"""What stands on and above each half while it is read, cannot be read, or is there."""

from __future__ import annotations

from collections.abc import Callable

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.session.query import statement_of
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.compare.words import header_details, header_file, header_title
from statement_compare.ui.document import State
from statement_compare.ui.names import capital, side_name
from statement_compare.ui.strings import error_words, note_words, say, side_word


class Sides:
    """Puts each side's state into the page; `tell` says in passing what a reader noted about a file."""

    def __init__(self, page: ComparePage, tell: Callable[[str], None]) -> None:
        self._page = page
        self._tell = tell
        self._shown: dict[Side, Statement | None] = dict.fromkeys(Side)

    def show(self, side: Side, state: State) -> None:
        held = state.side(side)
        self._page.set_busy(side, say("side.reading", name=side_name(held)) if held.is_busy else "")
        if held.problem is not None:
            self._shown[side] = None
            self._page.set_problem(side, error_words(held.problem))
            self._page.set_title(side, side_name(held), "")
        elif state.comparison is None and (held.described != self._shown[side] or held.statement is None):
            self._shown[side] = held.described
            if held.is_busy and held.statement is None:
                self._page.set_waiting(side, say("side.reading", name=side_name(held)))
            else:
                self._page.set_statement(side, held.described)
            if held.described is not None:
                self._show_title(side, held.described)
                if held.described.source.notes:  # the others stand on the page about this side
                    words = note_words(held.described.source.notes[0])
                    self._tell(say("side.noted", side=side_word(side), words=words))
            elif held.is_busy:
                self._page.set_title(side, side_name(held), "")

    def retranslate(self, state: State) -> None:
        """Say in the present language what stands on and above both halves; the texts stay as they are."""
        for side in Side:
            self.show(side, state)
            shown = self._shown[side]
            if shown is not None:
                self._show_title(side, shown)

    def take(self, comparison: Comparison) -> None:
        """The page shows the texts of a comparison now."""
        for side in Side:
            statement = statement_of(comparison, side)
            if self._shown[side] is not statement:
                self._shown[side] = statement
                self._show_title(side, statement)

    def _show_title(self, side: Side, statement: Statement) -> None:
        """Name the encoding above a text where it is a guess, so that a wrong one is noticed."""
        source, details = statement.source, header_details(statement)
        if source.encoding and source.encoding_guessed:
            details += " · " + say("side.guessed", encoding=source.encoding)
        if source.notes:
            details += " · " + say("side.notes", n=len(source.notes))
        title = header_title(statement)
        shown = capital(title) if source.speaker else title
        self._page.set_title(side, shown, details, header_file(statement))
