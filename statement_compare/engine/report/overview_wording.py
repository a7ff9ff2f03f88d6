"""The words for a comparison as a whole: what becomes of its sentences, and how its figures, dates and names stand."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.fact_rows import Kind, Relation
from statement_compare.engine.summary import Fate

SHORT_DISCLAIMER: Final = "It compares two texts with each other and does not establish what is true."
FATE_WORDS: Final = {
    Fate.CONTRADICTION: "in a contradiction",
    Fate.QUALIFIED: "in a qualified pair",
    Fate.AGREEMENT: "in an agreement",
    Fate.UNCLEAR: "in an unclear pair",
    Fate.ALONE: "claims in no pair (unanswered)",
    Fate.NO_CLAIM: "no claims (questions, courtesies, headings ...)",
}
FACT_KINDS: Final = {Kind.FIGURE: "Figures", Kind.DATE: "Dates", Kind.NAME: "Names"}
FACT_WORDS: Final = {
    Relation.DIFFERS: "differs",
    Relation.ROUNDED: "nearly the same",
    Relation.ONLY_LEFT: "only left",
    Relation.ONLY_RIGHT: "only right",
    Relation.SAME: "the same",
}
FACT_SIGNS: Final = {
    Relation.DIFFERS: "≠",
    Relation.ROUNDED: "≈",
    Relation.ONLY_LEFT: "∅",
    Relation.ONLY_RIGHT: "∅",
    Relation.SAME: "=",
}
