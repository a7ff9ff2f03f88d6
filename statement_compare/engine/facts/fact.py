"""What a fact module says of two passages, and what it asks about words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from statement_compare.engine.model import ReasonKind, Span


class Relation(StrEnum):
    """What a fact says of the two passages."""

    SAME = "same"  # both say the same in this respect (equal figures, the same date)
    CONFLICT = "conflict"  # both cannot be true
    QUALIFIES = "qualifies"  # the same claim, one side softer, narrower, conditional or a bound
    OTHER = "other"  # they speak of different things (period, place, quantity counted): no verdict may rest on it


# Every kind of fact stands in one of these: what a model says is weighed with the strongest fact of each.
FIGURES = (ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.UNIT)
LOGIC = (
    ReasonKind.NEGATION,
    ReasonKind.ANTONYM,
    ReasonKind.EXCLUSIVITY,
    ReasonKind.QUANTIFIER,
    ReasonKind.MODALITY,
    ReasonKind.DENIAL,
)
ROLES = (ReasonKind.ENTITY, ReasonKind.ATTRIBUTION, ReasonKind.ORDER)


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation of a fact module. Spans are in the passages' `text`; a side is None where it has no words.

    `strength` (0 to 1) is how sure the module is that the relation holds if both passages speak of the same matter.
    `rule` is a key of `engine.report.wording`, `params` fill its places ("left", "right" are filled from the spans).
    """

    kind: ReasonKind
    relation: Relation
    left: Span | None
    right: Span | None
    strength: float
    rule: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def is_by_a_model(self) -> bool:
        """Whether no module found it: a model alone says so, and may have learnt to tell its kind."""
        return self.rule.startswith("model.")

    def mirrored(self) -> Fact:
        """The same fact with the sides swapped; parameters of a side change their names ("left_share")."""
        params = tuple(sorted((_of_other_side(name), value) for name, value in self.params))
        return Fact(self.kind, self.relation, self.right, self.left, self.strength, self.rule, params)


def _of_other_side(name: str) -> str:
    for side, other in (("left_", "right_"), ("right_", "left_")):
        if name.startswith(side):
            return other + name.removeprefix(side)
    return name


class Lexicon(Protocol):
    """What words mean to each other; passed in, so that a fact module needs no files."""

    def are_antonyms(self, left: str, right: str, language: str) -> bool:
        """Whether two stems or lower-cased words are opposites."""
        ...

    def affinity(self, left: str, right: str) -> float:
        """How near two words or short phrases are in meaning, 0 to 1 ("households" / "homes" is high)."""
        ...
