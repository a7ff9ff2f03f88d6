"""What each new state brings to the lines around the texts: problems, hints, changes, and what the menus can do now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction

from statement_compare.ui.availability import availability
from statement_compare.ui.decision_words import changes_words, step_words
from statement_compare.ui.document import State
from statement_compare.ui.parts import Parts
from statement_compare.ui.problem_words import hint_words, problem_words
from statement_compare.ui.progress_shown import ProgressShown
from statement_compare.ui.strings import error_words


class News:
    """Tells it. `keys_again` are those of comparing again."""

    def __init__(self, parts: Parts, actions: Mapping[str, QAction], progress: ProgressShown) -> None:
        self._parts = parts
        self._actions = actions
        self._progress = progress

    def show(self, before: State, after: State, keys_again: str) -> None:
        if before.is_refining != after.is_refining:
            self._progress.show_refining(None if not after.is_refining else 0)
        if before.problem is not after.problem and after.problem is not None:
            self._parts.status.say(problem_words(after, keys_again))
        self._tell_read_only(before, after)
        if before.changes is not after.changes:
            self._parts.status.show_changes(changes_words(after.changes))
        self.show_hint(after, keys_again)

    def _tell_read_only(self, before: State, after: State) -> None:
        """What the hint shows is heard as well; what was said of a file goes when another one is shown."""
        former, present = before.read_only_because, after.read_only_because
        if former is present:
            return
        # What was said meanwhile stays, such as that another file holds the work now.
        if present is not None or (former is not None and self._parts.status.message == error_words(former)):
            self._parts.status.say("")
        if present is not None:
            words = error_words(present)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._parts.page, words))

    def retranslate(self, state: State, keys_again: str) -> None:
        self.show_hint(state, keys_again)
        self.name_actions(state)
        self._parts.status.show_changes(changes_words(state.changes))

    def show_hint(self, state: State, keys_again: str) -> None:
        """What a person must not overlook, for as long as it holds."""
        self._parts.page.set_hint(*hint_words(state, keys_again))

    def name_actions(self, state: State) -> None:
        """What can be done, and what can be undone and done again by its name."""
        for name, is_able in availability(state).items():
            self._actions[name].setEnabled(is_able)
        self._actions["lines"].setChecked(state.sentences_per_line)
        for action, step in (("undo", state.undo_name), ("redo", state.redo_name)):
            self._actions[action].setText(step_words(action, step))
