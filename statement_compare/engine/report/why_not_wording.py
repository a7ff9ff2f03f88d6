"""How it is said why two sentences are no link, or have no surer verdict."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.model import Comparison, Role, Side, Verdict
from statement_compare.engine.report.wording import (
    numbers,
    percent,
    reason_message,
    role_word,
    verdict_word,
    verdict_words,
)
from statement_compare.engine.why_not import Why, WhyNot

# `{which}` is the sentence, or both where the reason lies in the pair; `{other}` is another link, `{fact}` what speaks
# against.
WHY_NOT: Final = {
    Why.LINKED: "{which} are paired, and the verdict is {verdict}",
    Why.FRAMES: "{which} only says who speaks, where or when, and stands in no pair",
    Why.NO_CLAIM: "{which} is no claim (it was read as {role})",
    Why.NOT_CANDIDATE: "{which} have too little in common to be paired: wording {wording}, {shared}",
    Why.NEUTRAL: "read together, {which} neither support nor contradict each other ({chance} sure)",
    Why.OTHER_CLAIM: "{which} hardly speak of one claim: a chance of {chance}, and a pair is shown from {least} on",
    Why.OTHER_MATTER: "{which} speak of different matters: {fact}",
    Why.BELOW: "{which} come nearest to {verdict}: a chance of {chance}, where {least} is asked for",
    Why.NOTHING_FOUND: "nothing was found in which {which} agree or differ for sure",
    Why.TOO_MANY: "{which} contradicts so many sentences already that one more says nothing",
    Why.OUTRANKED: "a better partner was found: {other}",
}


def why_not_message(comparison: Comparison, left: int, right: int, found: WhyNot) -> str:
    """One line that says why two sentences, given by their ids, are no link or have no sure verdict."""
    params = dict(found.params)
    both = f"{numbers(Side.LEFT, (left,))} and {numbers(Side.RIGHT, (right,))}"
    side = params.pop("side", "")
    which = both if not side else numbers(Side(side), (left if side == Side.LEFT else right,))
    shown: dict[str, str] = {
        "verdict": verdict_word(Verdict(params["verdict"])) if "verdict" in params else "",
        "role": role_word(Role(params["role"])) if "role" in params else "",
        "shared": _shared(int(params.get("shared", 0))),
        "fact": "",
        "other": "",
        **{name: percent(float(params[name])) for name in ("wording", "chance", "least") if name in params},
    }
    if found.fact is not None:
        shown["fact"] = reason_message(found.fact, comparison.left.source.text, comparison.right.source.text)
    if found.link is not None:
        places = f"{numbers(Side.LEFT, found.link.left)} – {numbers(Side.RIGHT, found.link.right)}"
        shown["other"] = f"{places} ({verdict_words(found.link)})"
    return WHY_NOT[found.why].format(which=which, **shown)


def _shared(number: int) -> str:
    if number < 2:
        return "one figure, date or name" if number else "no figure, date or name"
    return f"{number} figures, dates and names"
