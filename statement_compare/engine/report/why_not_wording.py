"""How it is said why two sentences are no link, or have no surer verdict."""

from __future__ import annotations

from statement_compare.engine.model import Comparison, Role, Side, Verdict
from statement_compare.engine.report.wording import (
    numbers,
    percent,
    reason_message,
    role_word,
    verdict_word,
    verdict_words,
)
from statement_compare.engine.report.words import words_in
from statement_compare.engine.why_not import WhyNot


def why_not_message(comparison: Comparison, left: int, right: int, found: WhyNot, language: str = "en") -> str:
    """One line that says why two sentences, given by their ids, are no link or have no sure verdict."""
    params, said = dict(found.params), words_in(language)
    both = said.say("why.both", left=numbers(Side.LEFT, (left,)), right=numbers(Side.RIGHT, (right,)))
    side = params.pop("side", "")
    which = both if not side else numbers(Side(side), (left if side == Side.LEFT else right,))
    shared = int(params.get("shared", 0))
    shown: dict[str, str] = {
        "verdict": verdict_word(Verdict(params["verdict"]), language) if "verdict" in params else "",
        "role": role_word(Role(params["role"]), language) if "role" in params else "",
        "shared": said.say("why.shared" if shared else "why.shared_none", n=shared),
        "fact": "",
        "other": "",
        **{name: percent(float(params[name])) for name in ("wording", "chance", "least") if name in params},
    }
    if found.fact is not None:
        shown["fact"] = reason_message(found.fact, comparison.left.source.text, comparison.right.source.text, language)
    if found.link is not None:
        places = f"{numbers(Side.LEFT, found.link.left)} – {numbers(Side.RIGHT, found.link.right)}"
        shown["other"] = f"{places} ({verdict_words(found.link, language)})"
    return said.say(f"why.{found.why.value}", which=which, **shown)
