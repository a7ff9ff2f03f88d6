"""What the status line says: how many sentences, pairs and verdicts there are, and what judged them."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Comparison
from statement_compare.session.query import SEVERITY, counts
from statement_compare.ui.strings import SIGNS, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.status_line import StatusLine
from statement_compare.ui.worker import LoadedModels

_COUNTS = ("sentences", "pairs", *(verdict.value for verdict in SEVERITY), "unanswered")


class CountsLine(StatusLine):
    """Counts at the left, a passing message in the middle, model and zoom at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: LoadedModels | None = None
        for name in _COUNTS:
            self.add_field(name)
        self.add_message()
        for name in ("model", "zoom"):
            self.add_field(name)

    def show_counts(self, comparison: Comparison | None, theme: Theme) -> None:
        """The counts of a comparison, or none of them where there is no comparison."""
        if comparison is None:
            for name in _COUNTS:
                self.show_field(name, "")
            return
        count = counts(comparison)
        sentences = f"{len(comparison.left.sentences)} / {len(comparison.right.sentences)}"
        self.show_field("sentences", _labelled("status.sentences", sentences))
        self.show_field("pairs", _labelled("status.pairs", str(count.links)))
        for verdict in SEVERITY:
            number = count.of(verdict)
            words = f'<b style="color:{theme.of(verdict).ink}">{SIGNS[verdict]} {number}</b>' if number else ""
            self.show_field(verdict.value, words, say(f"verdicts.{verdict.value}", n=number))
        self.show_field("unanswered", _labelled("status.unanswered", str(count.only_left + count.only_right)))

    def take_models(self, loaded: LoadedModels, *, uses_model: bool) -> None:
        """Name what the worker has loaded; say what is missing."""
        self._models = loaded
        self.show_model(uses_model=uses_model)
        if loaded.problem:
            self.say(loaded.problem)

    def show_model(self, *, uses_model: bool) -> None:
        if not uses_model:
            words = say("status.no_model")
        elif self._models is None:
            words = say("status.model_loading")
        else:
            names = [name for name in (self._models.encoder, self._models.entailment) if name]
            words = " · ".join(names) or say("status.no_model")
        self.show_field("model", escape(words), say("status.model_tip"))

    def show_zoom(self, percent: int) -> None:
        self.show_field("zoom", say("status.zoom", n=percent))


def _labelled(key: str, value: str) -> str:
    return f"{escape(say(key))} <b>{escape(value)}</b>"
