"""How a person wants it judged: how contradictions are called, by which model, and which other one goes before it."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL, THOROUGH
from statement_compare.engine.model import CompareOptions, Comparison, Preset, Statement
from statement_compare.engine.signature import model_word
from statement_compare.session.pairing import chosen_model


@dataclass(frozen=True, slots=True)
class Judging:
    """`first_model` is asked before the thorough model, so that there is something to read; "" for none."""

    first_model: str = ""
    preset: Preset = Preset.NORMAL
    model: str = THOROUGH

    def first_of_all(self, shown: Comparison | None) -> str:
        """The model that is asked first: the faster one, unless the chosen one's verdicts are there to read."""
        is_thorough = shown is not None and chosen_model(shown) == THOROUGH
        goes_before = bool(self.first_model) and self.model == THOROUGH and not is_thorough
        return self.first_model if goes_before else self.model

    def is_first_of_two(self, options: CompareOptions) -> bool:
        """Whether what was judged so is to be judged once more, by the chosen model."""
        return options.use_model and options.model != self.model

    def has_made(self, comparison: Comparison) -> bool:
        """Whether a comparison was made as one would be made now."""
        made = dict(comparison.signature.options)
        # The first model's verdicts stay where a person stopped before the thorough one's came.
        models = {model_word(self.model)} | ({self.first_model} if self.model == THOROUGH else set())
        return made.get("preset", self.preset) == self.preset and made.get("model", model_word(self.model)) in models

    def has_made_of(self, comparison: Comparison | None, left: Statement | None, right: Statement | None) -> bool:
        """The same, and of these texts as they are described now."""
        return (
            comparison is not None
            and self.has_made(comparison)
            and (comparison.left, comparison.right) == (left, right)
        )

    def model_of(self, comparison: Comparison) -> str:
        """The model that judged a comparison, as it can be loaded."""
        # A comparison names a model of a person's own by its folder's name alone, which nothing could be loaded by.
        made_by = chosen_model(comparison)
        return made_by if made_by in ENTAILMENT_FOLDERS else self.model

    def options(self, languages: tuple[str, str], model: str, *, sentences_per_line: bool) -> CompareOptions:
        """For the model whose turn it is."""
        return CompareOptions(
            sentences_per_line=sentences_per_line,
            languages=languages,
            preset=self.preset,
            use_model=self.model != NO_MODEL,
            model=model,
        )
