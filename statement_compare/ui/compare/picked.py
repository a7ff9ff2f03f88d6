"""The sentences that a person picks on both sides, to be linked, and the words that she selects, to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, SignalInstance

from statement_compare.engine.model import Side
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.together import other
from statement_compare.ui.strings import SIDE_LETTERS

_MOST_NAMED = 3  # of sentences in a row


class Picked:
    """What can be picked on a page whose texts are `_panes`."""

    _panes: Mapping[Side, Pane]
    _focus: Side
    picks_changed: SignalInstance
    _is_spent = False  # whether what is picked was to be linked and could not be

    def turn_to(self, *sides: Side) -> None:
        """Have keys act on one of these sides, on which something is looked at; where they do so, nothing changes.

        Of a card of R18 in the list of unanswered sentences, correcting means R18, wherever in the left text the
        caret was last. Where the keyboard is in a text, it comes along.
        """
        if not sides or self._focus in sides:
            return
        had_keyboard = self._panes[self._focus].hasFocus()
        self._focus = sides[0]
        if had_keyboard:
            self._panes[self._focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_sentence(self, side: Side) -> int | None:
        """The sentence a person clicked or went to on a side."""
        return self._panes[side].emphasis.cursor

    def picked(self, side: Side) -> tuple[int, ...]:
        """The picked sentences of a side, with those that the selection touches where it runs over several."""
        pane = self._panes[side]
        found, selection = set(pane.emphasis.picked), pane.selection
        if selection is not None and pane.statement is not None:
            touched = {
                each.id
                for each in pane.statement.sentences
                if each.span.start < selection.end and selection.start < each.span.end
            }
            found |= touched if len(touched) > 1 else set()
        return tuple(sorted(found))

    def sentences_in_hand(self, side: Side) -> tuple[int, ...]:
        """The picked sentences of a side; where none are, the one that the keyboard is at."""
        cursor = self.chosen_sentence(side)
        return self.picked(side) or (() if cursor is None else (cursor,))

    @property
    def picked_names(self) -> str:
        """What is picked, as it is named: "L1, R2, R3", "L1–L25000" where more stand in a row; "" for nothing."""
        return ", ".join(name for side in Side for name in _names(SIDE_LETTERS[side], self.picked(side)))

    def spend_picks(self) -> None:
        """What is picked was to be linked and could not be: it stays to be seen, and the next pick begins anew."""
        self._is_spent = True

    def toggle_pick(self, side: Side, sentence: int) -> None:
        """Pick a sentence, or leave it again; -1 leaves all."""
        if sentence < 0:
            self.forget_picks()
        else:
            if self._is_spent and sentence not in self._panes[side].emphasis.picked:
                self.forget_picks()
            self._focus = side
            self._panes[side].set_picked(self._panes[side].emphasis.picked ^ {sentence})
        self.picks_changed.emit()

    def forget_picks(self) -> None:
        self._is_spent = False
        for pane in self._panes.values():
            pane.set_picked(frozenset())
            pane.select(None)

    def copy_selection(self) -> bool:
        """Copy what is selected, on the side that has the keyboard first; whether there was anything."""
        return self._panes[self._focus].copy() or self._panes[other(self._focus)].copy()

    def select_all(self) -> None:
        self._panes[self._focus].select_all()


def _names(letter: str, ids: Sequence[int]) -> Iterator[str]:
    """What sentences of a side are called, the first and the last alone of many that stand in a row."""
    for _, run in groupby(enumerate(ids), lambda each: each[1] - each[0]):
        numbers = [f"{letter}{i + 1}" for _, i in run]
        yield from (f"{numbers[0]}–{numbers[-1]}",) if len(numbers) > _MOST_NAMED else numbers
