"""What stands below the texts: the reason of a finding, what is shown in its place, or why there is nothing."""

from __future__ import annotations

from statement_compare.engine.fact_rows import Row
from statement_compare.ui.document import State
from statement_compare.ui.findings.inspector import Inspector
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.told import fact_told, why_told
from statement_compare.ui.problem_words import waiting_words
from statement_compare.ui.strings import say
from statement_compare.ui.why_asked import Why

Beside = Unanswered | Row | Why | None
"""What a person looks at in place of a finding."""


class ReasonShown:
    """`why_keys` are those that go on from why two sentences are no pair, as they are written."""

    def __init__(self, inspector: Inspector) -> None:
        self._inspector = inspector
        self.why_keys = ""

    def show(self, state: State, beside: Beside, *, is_filtered_out: bool, keys_again: str) -> None:
        """`is_filtered_out`: a filter keeps the chosen finding out of sight; `keys_again` compare once more."""
        inspector, comparison = self._inspector, state.comparison
        if comparison is None:
            inspector.show_nothing(waiting_words(state, keys_again))
        elif isinstance(beside, Row):
            inspector.show_told(fact_told(comparison, beside))
        elif isinstance(beside, Why):
            inspector.show_told(why_told(comparison, beside, self.why_keys))
        elif beside is not None:
            inspector.show_unanswered(comparison, beside)
        elif is_filtered_out and state.current is not None:
            inspector.show_nothing(say("inspector.filtered"))
        elif state.current is not None:
            inspector.show_link(comparison, comparison.links[state.current], state.review)
        else:
            inspector.show_nothing(say("inspector.choose" if comparison.links else "findings.none"))
