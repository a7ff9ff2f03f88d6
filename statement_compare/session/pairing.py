"""What paired the sentences of a comparison: which encoders read its two languages, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from statement_compare.engine.model import Comparison


class Pairing(StrEnum):
    ENGLISH = "english"
    MULTILINGUAL = "multilingual"
    BOTH = "both"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Reach:
    """The languages (ISO 639-1) that each encoder reads, and up to how many sentences both of them are asked."""

    english: frozenset[str] = frozenset()
    multilingual: frozenset[str] = frozenset()
    both_up_to: int = 0


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
    return tuple(name.partition(" ")[0] for role, name in comparison.signature.models if role in roles)
