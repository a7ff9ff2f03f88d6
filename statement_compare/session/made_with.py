"""What a comparison says that it was made with, where a session may know only what an earlier one was made with."""

from __future__ import annotations

from statement_compare.engine.model import CompareOptions, Comparison, Preset


def options_of(comparison: Comparison, otherwise: CompareOptions) -> CompareOptions:
    """The options that a comparison was made with; `otherwise` says what it does not say itself."""
    said = dict(comparison.signature.options)
    left, comma, right = said.get("languages", "").partition(",")
    return CompareOptions(
        sentences_per_line=sentences_per_line(comparison, otherwise=otherwise.sentences_per_line),
        languages=(left, right) if comma else otherwise.languages,
        preset=Preset(said["preset"]) if said.get("preset") in tuple(Preset) else otherwise.preset,
        use_model=_is_yes(said.get("use_model", ""), otherwise.use_model),
        model=said.get("model", otherwise.model),
    )


def sentences_per_line(comparison: Comparison, *, otherwise: bool) -> bool:
    """Whether each line of the texts that were compared was taken for a sentence."""
    return _is_yes(dict(comparison.signature.options).get("sentences_per_line", ""), otherwise)


def _is_yes(word: str, otherwise: bool) -> bool:
    return {"yes": True, "no": False}.get(word, otherwise)
