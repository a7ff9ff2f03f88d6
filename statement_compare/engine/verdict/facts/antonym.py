"""Opposed words said of the same thing: "rose" against "fell", "granted" against "refused"."""

from __future__ import annotations

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, match
from statement_compare.engine.verdict.facts.scope import Cue, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Opposites that stand on one side each; a negation on one of them turns the conflict into agreement."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    here, there = scopes(left), scopes(right)
    result = []
    for n, term in enumerate(found.left):
        if term.is_number or term.is_name or found.partner_left[n][1] >= SAME_HEAD:
            continue
        for m, rival in enumerate(found.right):
            if rival.is_number or rival.is_name or found.partner_right[m][1] >= SAME_HEAD:
                continue
            if not lexicon.are_antonyms(term.key, rival.key, left.language):
                continue
            if here.is_negated(term.index) and there.is_negated(rival.index):
                continue  # "not full" and "not empty" can both be true
            same_sign = here.is_negated(term.index) == there.is_negated(rival.index)
            result.append(
                Dispute(
                    ReasonKind.ANTONYM,
                    Relation.CONFLICT if same_sign else Relation.SAME,
                    "antonym.opposed" if same_sign else "antonym.cancelled",
                    _with_cue(term.index, here.cues),
                    _with_cue(rival.index, there.cues),
                    term.index,
                    rival.index,
                    _with_cue(term.index, here.cues),
                    _with_cue(rival.index, there.cues),
                )
            )
    return result


def _with_cue(index: int, cues: tuple[Cue, ...]) -> tuple[int, ...]:
    """The word with the negation that turns it around, so that a reader sees both."""
    for cue in cues:
        if cue.scope[0] <= index < cue.scope[1] and 0 < index - cue.end + 1 <= 3:
            return (*range(cue.start, cue.end), index)
    return (index,)
