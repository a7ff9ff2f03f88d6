"""What paired the sentences of a comparison and what judged them: the models that read its two languages, or none."""

from __future__ import annotations

from dataclasses import dataclass
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
    """A model of a person's own."""
    MULTILINGUAL = "multilingual"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Reach:
    """The languages (ISO 639-1) that each model reads, and up to how many sentences both encoders are asked."""

    english: frozenset[str] = frozenset()
    multilingual: frozenset[str] = frozenset()
    both_up_to: int = 0
    entailment: frozenset[str] = frozenset()
    multilingual_entailment: frozenset[str] = frozenset()


def pairing_of(comparison: Comparison, reach: Reach) -> Pairing:
    """The encoders that a comparison was made with, by its signature and the languages of its sides."""
    loaded = {role for role, _ in comparison.signature.models}
    languages = {comparison.left.language, comparison.right.language}
    is_english = "encoder" in loaded and languages <= reach.english
    is_multilingual = "multilingual" in loaded and languages <= reach.multilingual
    sentences = len(comparison.left.sentences) + len(comparison.right.sentences)
    if is_english and is_multilingual:
        return Pairing.BOTH if sentences <= reach.both_up_to else Pairing.ENGLISH
    if is_english:
        return Pairing.ENGLISH
    return Pairing.MULTILINGUAL if is_multilingual else Pairing.WORDS


def models_of(comparison: Comparison, pairing: Pairing) -> tuple[str, ...]:
    """The names of the models that `pairing` stands for, as the signature gives them."""
    roles = {
        Pairing.ENGLISH: ("encoder",),
        Pairing.MULTILINGUAL: ("multilingual",),
        Pairing.BOTH: ("encoder", "multilingual"),
        Pairing.WORDS: (),
    }[pairing]
    return _names(comparison, roles)


def chosen_model(comparison: Comparison) -> str:
    """The choice that a comparison was made with: "fast", "thorough" or a folder; "" where it does not say."""
    return dict(comparison.signature.options).get("model", "")


def judging_of(comparison: Comparison, reach: Reach) -> Judging:
    """What judged the pairs of a comparison, by its signature and the languages of its sides."""
    loaded = {role for role, _ in comparison.signature.models}
    languages = {comparison.left.language, comparison.right.language}
    if "entailment" in loaded and languages <= reach.entailment:
        known = {FAST: Judging.FAST, THOROUGH: Judging.THOROUGH}
        return known.get(chosen_model(comparison), Judging.OWN)
    is_multilingual = "multilingual_entailment" in loaded and languages <= reach.multilingual_entailment
    return Judging.MULTILINGUAL if is_multilingual else Judging.RULES


def judge_name(comparison: Comparison, judging: Judging) -> str:
    """The name of the model that `judging` stands for, as the signature gives it; "" for the rules."""
    role = {Judging.RULES: "", Judging.MULTILINGUAL: "multilingual_entailment"}.get(judging, "entailment")
    return "".join(_names(comparison, (role,)))


def _names(comparison: Comparison, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.partition(" sha256:")[0] for role, name in comparison.signature.models if role in roles)
