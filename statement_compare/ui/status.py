"""What the status line says: how many sentences, pairs and verdicts there are, and what judged them."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Comparison, Preset
from statement_compare.session.pairing import Judging, Pairing, judge_name, judging_of, models_of, pairing_of
from statement_compare.session.query import SEVERITY, Counts
from statement_compare.ui.strings import SIGNS, grouped, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.status_line import StatusLine
from statement_compare.ui.worker import LoadedModels

_COUNTS = ("sentences", "pairs", *(verdict.value for verdict in SEVERITY), "unanswered", "decided", "changes")


class CountsLine(StatusLine):
    """Counts at the left, a passing message in the middle, model and zoom at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, give_way=("judge", "model", "sentences", "pairs"))
        self._models: LoadedModels | None = None
        self._uses_model = True
        self._percent = 100
        self._refining: tuple[str, str] | None = None
        self._comparison: Comparison | None = None
        for name in _COUNTS:
            label = self.add_field(name)
            if name in ("decided", "changes"):
                label.setMinimumWidth(1)  # they make no small window larger
        self.add_message()
        for name in ("preset", "model", "judge", "zoom"):
            self.add_field(name)

    def show_counts(
        self, comparison: Comparison | None, count: Counts | None, theme: Theme, *, is_partial: bool = False
    ) -> None:
        """A comparison in numbers and what made it, or none of it where there is no comparison.

        A dismissed finding is among the pairs and in the number of no verdict. Of a comparison that is there in part,
        nobody knows what is not answered.
        """
        self._comparison = comparison
        self._show_pairing()
        self._show_preset()
        if comparison is None or count is None:
            for name in _COUNTS:
                self.show_field(name, "")
            return
        sides = (comparison.left, comparison.right)
        sentences = " / ".join(str(grouped(len(side.sentences))) for side in sides)
        self.show_field("sentences", _labelled("status.sentences", sentences))
        self.show_field("pairs", _labelled("status.pairs", str(grouped(count.links))))
        for verdict in SEVERITY:
            number = count.of(verdict)
            words = f'<b style="color:{theme.of(verdict).ink}">{SIGNS[verdict]} {grouped(number)}</b>' if number else ""
            self.show_field(verdict.value, words, say(f"verdicts.{verdict.value}", n=number))
        unanswered = _labelled("status.unanswered", str(grouped(count.only_left + count.only_right)))
        self.show_field("unanswered", "" if is_partial else unanswered)

    def show_decided(self, decided: int, total: int, dismissed: int = 0) -> None:
        """How far the review is, and how many of the decided ones were dismissed; nothing while nothing is decided."""
        words = [say("status.decided", decided=decided, n=total)] if decided else []
        words += [say("findings.n_dismissed", n=dismissed)] if dismissed else []
        self.show_field("decided", escape(", ".join(words)))

    def show_changes(self, words: str) -> None:
        """What comparing once more has changed; "" for nothing."""
        self.show_field("changes", escape(words), escape(say("status.changes_tip", words=words)) if words else "")

    def take_models(self, loaded: LoadedModels, *, uses_model: bool) -> None:
        """Know what the worker has loaded; say what is missing."""
        self._models = loaded
        self.show_model(uses_model=uses_model)
        if loaded.problem:
            self.say(loaded.problem)

    def show_model(self, *, uses_model: bool) -> None:
        self._uses_model = uses_model
        self._show_pairing()

    def show_refining(self, words: str | None, tip: str = "") -> None:
        """What is being done to judge once more, such as "Checking again… 40 %"; None when it is done."""
        self._refining = None if words is None else (words, tip)
        self._show_pairing()

    def pairing_words(self) -> str:
        """What pairs the sentences that are open; "" where nothing is open or known yet."""
        if self._models is None or self._comparison is None:
            return ""
        return say("status.pairing_tip", pairing=say(f"pairing.{self._pairing().value}"))

    def models_words(self) -> str:
        """The models that are loaded, and which of them serve the pair that is open."""
        if self._models is None:
            return say("status.model_loading")
        names = (self._models.encoder, self._models.multilingual, self._models.entailment)
        loaded = ", ".join(name for name in names if name) or say("status.no_model")
        return f"{loaded}. {self.pairing_words()}".strip()

    def _show_pairing(self) -> None:
        tip = say("status.model_tip")
        if self._uses_model and self._models is None:
            words = say("status.model_loading")
        elif self._models is not None and self._comparison is not None:
            words = say("status.pairing", words=say(f"pairing.{self._pairing().value}"))
            names = ", ".join(models_of(self._comparison))
            tip = self.pairing_words() + (f" {say('status.pairing_models', names=names)}" if names else "")
        elif not self._uses_model or (self._models is not None and not self._models.encoder):
            words = say("status.no_model")
        else:
            words = ""
        judging, judging_tip = self._judging_words()
        if judging and self._pairing() is not Pairing.WORDS:
            # There is room for one of them, and who judges matters more than who pairs.
            words, judging_tip = "", f"{judging_tip} {tip}"
        self.show_field("model", escape(words), escape(tip))
        self.show_field("judge", escape(judging), escape(judging_tip))

    def _show_preset(self) -> None:
        """Name a preset that is not the usual one, as it decides how many of the contradictions are false."""
        made = {} if self._comparison is None else dict(self._comparison.signature.options)
        preset = made.get("preset", "")
        is_told = preset in (Preset.STRICT, Preset.LENIENT)
        words = f"<b>{escape(say(f'settings.preset_short_{preset}'))}</b>" if is_told else ""
        tip = say("status.preset_tip", words=say(f"settings.preset_{preset}")) if is_told else ""
        self.show_field("preset", words, escape(tip))

    def _judging_words(self) -> tuple[str, str]:
        """Who judges and more about it; "" where no model could, since then the rules always do."""
        if self._refining is not None:
            return self._refining
        if self._models is None or self._comparison is None:
            return "", ""
        judging = judging_of(self._comparison)
        if judging is Judging.RULES and not self._models.entailment:
            return "", ""
        words = say(f"judging.{judging.value}")
        name = judge_name(self._comparison)
        tip = say("status.judging_tip", judging=words)
        tip += f" {say('status.pairing_models', names=name)}" if name else ""
        tip += f" {say('status.unmeasured_tip')}" if judging is Judging.UNMEASURED else ""
        return say("status.judging", words=words), tip

    def _pairing(self) -> Pairing:
        if self._models is None or self._comparison is None:
            return Pairing.WORDS
        return pairing_of(self._comparison)

    def show_zoom(self, percent: int) -> None:
        self._percent = percent
        self.show_field("zoom", say("status.zoom", n=percent))

    def retranslate(self) -> None:
        """Say model and zoom in the present language; `show_counts` says the rest. A message was for its moment."""
        self.hint("")
        self._show_pairing()
        self.show_zoom(self._percent)


def _labelled(key: str, value: str) -> str:
    return f"{escape(say(key))} <b>{escape(value)}</b>"
