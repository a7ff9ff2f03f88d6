"""What paired the sentences of a comparison and what judged them: the models it names, or none."""

from __future__ import annotations

from enum import StrEnum

from statement_compare.engine.bundle import FAST, THOROUGH
from statement_compare.engine.model import Comparison


class Pairing(StrEnum):
    ENGLISH = "english"
    MULTILINGUAL = "multilingual"
    BOTH = "both"
    WORDS = "words"


class Judging(StrEnum):
    FAST = "fast"
    THOROUGH = "thorough"
    OWN = "own"
    """A model of a person's own that was measured."""
    UNMEASURED = "unmeasured"
    """One that was not: the table of another model weighs its answers."""
    MULTILINGUAL = "multilingual"
    RULES = "rules"


def pairing_of(comparison: Comparison) -> Pairing:
    """The encoders that a comparison says it was paired with."""
    return {
        ("encoder",): Pairing.ENGLISH,
        ("multilingual",): Pairing.MULTILINGUAL,
        ("encoder", "multilingual"): Pairing.BOTH,
    }.get(comparison.paired_by, Pairing.WORDS)


def models_of(comparison: Comparison) -> tuple[str, ...]:
    """The names of the encoders that paired, as the signature gives them."""
    return _names(comparison, comparison.paired_by)


def chosen_model(comparison: Comparison) -> str:
    """The choice that a comparison was made with: "fast", "thorough" or a folder's name; "" where it does not say."""
    return dict(comparison.signature.options).get("model", "")


def judging_of(comparison: Comparison) -> Judging:
    """What a comparison says it was judged by."""
    match comparison.judged_by:
        case "":
            return Judging.RULES
        case "multilingual_entailment":
            return Judging.MULTILINGUAL
        case _:
            known = {FAST: Judging.FAST, THOROUGH: Judging.THOROUGH}
            own = Judging.OWN if comparison.is_measured else Judging.UNMEASURED
            return known.get(chosen_model(comparison), own)


def judge_name(comparison: Comparison) -> str:
    """The name of the model that judged, as the signature gives it; "" for the rules."""
    return "".join(_names(comparison, (comparison.judged_by,)))


def _names(comparison: Comparison, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.partition(" sha256:")[0] for role, name in comparison.signature.models if role in roles)
