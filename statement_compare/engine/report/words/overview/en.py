"""The words for a comparison as a whole in English."""

from __future__ import annotations

from typing import Final

# In `why`, `{which}` is the sentence, or both where the reason lies in the pair; `{other}` is another link, `{fact}`
# what speaks against.
PHRASES: Final[dict[str, str | tuple[str, ...]]] = {
    "overview.disclaimer": "It compares two texts with each other and does not establish what is true.",
    "overview.kinds": "Contradictions by kind",
    "overview.kind": "{n} {kind}",
    "overview.none": "none",
    "fate.contradiction": "in a contradiction",
    "fate.qualified": "in a qualified pair",
    "fate.agreement": "in an agreement",
    "fate.unclear": "in an unclear pair",
    "fate.dismissed": "in dismissed findings only",
    "fate.alone": "claims in no pair (unanswered)",
    "fate.no_claim": "no claims (questions, courtesies, headings ...)",
    "fate_n.contradiction": "{n} in a contradiction",
    "fate_n.qualified": "{n} in a qualified pair",
    "fate_n.agreement": "{n} in an agreement",
    "fate_n.unclear": "{n} in an unclear pair",
    "fate_n.dismissed": "{n} in dismissed findings only",
    "fate_n.alone": ("{n} claim in no pair (unanswered)", "{n} claims in no pair (unanswered)"),
    "fate_n.no_claim": (
        "{n} that is no claim (a question, courtesy, heading ...)",
        "{n} that are no claims (questions, courtesies, headings ...)",
    ),
    "facts.figure": "Figures",
    "facts.date": "Dates",
    "facts.name": "Names",
    "facts.differs": "differs",
    "facts.rounded": "nearly the same",
    "facts.only_left": "only left",
    "facts.only_right": "only right",
    "facts.same": "the same",
    "facts_n.differs": ("{n} differs", "{n} differ"),
    "facts_n.rounded": "{n} nearly the same",
    "facts_n.only_left": "{n} only left",
    "facts_n.only_right": "{n} only right",
    "facts_n.same": "{n} the same",
    "why.both": "{left} and {right}",
    "why.linked": "{which} are paired, and the verdict is {verdict}",
    "why.frames": "{which} only says who speaks, where or when, and stands in no pair",
    "why.no_claim": "{which} is no claim (it was read as {role})",
    "why.not_candidate": "{which} have too little in common to be paired: wording {wording}, {shared}",
    "why.neutral": "read together, {which} neither support nor contradict each other ({chance} sure)",
    "why.other_claim": "{which} hardly speak of one claim: a chance of {chance}, and a pair is shown from {least} on",
    "why.other_matter": "{which} speak of different matters: {fact}",
    "why.below": "{which} come nearest to {verdict}: a chance of {chance}, where {least} is asked for",
    "why.nothing_found": "nothing was found in which {which} agree or differ for sure",
    "why.too_many": "{which} contradicts so many sentences already that one more says nothing",
    "why.outranked": "a better partner was found: {other}",
    "why.shared_none": "no figure, date or name",
    "why.shared": ("one figure, date or name", "{n} figures, dates and names"),
}
