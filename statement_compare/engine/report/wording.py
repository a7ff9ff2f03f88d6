"""The one place where keys of the engine become English sentences: rules, verdicts and kinds in words."""

from __future__ import annotations

from statement_compare.engine.model import Reason, ReasonKind, Verdict

# Rule key -> sentence. `{left}` and `{right}` are the words that carry the reason; other places come from `params`.
RULES: dict[str, str] = {
    # --- the pair as a whole
    "wording.same": "both sides use the same words",
    "wording.near": "both sides say this in nearly the same words, and nothing in them differs",
    "model.contradiction": "the right side asserts what the left one rules out",
    "model.agreement": "each side follows from the other",
    "model.qualified": "one side follows from the other, but says less or says it with more reserve",
}

SIGNS: dict[Verdict, str] = {
    Verdict.AGREEMENT: "=",
    Verdict.QUALIFIED: "~",
    Verdict.CONTRADICTION: "≠",
    Verdict.UNCLEAR: "?",
}
UNANSWERED_SIGN = "∅"

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.AGREEMENT: "Agreement",
    Verdict.QUALIFIED: "Qualified",
    Verdict.CONTRADICTION: "Contradiction",
    Verdict.UNCLEAR: "Unclear",
}

KIND_WORDS: dict[ReasonKind, str] = {
    ReasonKind.NUMBER: "Number",
    ReasonKind.DATE: "Date",
    ReasonKind.UNIT: "Unit",
    ReasonKind.NEGATION: "Negation",
    ReasonKind.EXCLUSIVITY: "Exclusivity",
    ReasonKind.QUANTIFIER: "How many",
    ReasonKind.ANTONYM: "Opposite",
    ReasonKind.ENTITY: "Who or where",
    ReasonKind.ORDER: "Order of events",
    ReasonKind.MODALITY: "Must or may",
    ReasonKind.ATTRIBUTION: "Who did it",
    ReasonKind.DENIAL: "Denial",
    ReasonKind.WORDING: "Wording",
    ReasonKind.MODEL: "Meaning",
}


def reason_message(reason: Reason, left_text: str, right_text: str) -> str:
    """The reason in words; `left_text` and `right_text` are the sources that its spans point into."""
    places = dict(reason.params)
    places.setdefault("left", reason.left.of(left_text) if reason.left else "")
    places.setdefault("right", reason.right.of(right_text) if reason.right else "")
    return RULES[reason.rule].format_map(places)
