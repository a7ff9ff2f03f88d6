"""Opposed words said of the same thing: "rose" against "fell", "granted" against "refused"."""

from __future__ import annotations

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import TokenKind
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, Term, match
from statement_compare.engine.verdict.facts.scope import Cue, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import AUTHORITY_NOUNS, word_set
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
            if _names_a_body(term, left) or _names_a_body(rival, right):
                continue
            if _compares_figures(term.index, left) or _compares_figures(rival.index, right):
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


def _names_a_body(term: Term, reading: Reading) -> bool:
    """`Authority` shares its stem with "authorise" and is not the opposite of "prohibited"."""
    return term.is_organisation or term.key in AUTHORITY_NOUNS.get(reading.language, frozenset())


def _compares_figures(index: int, reading: Reading) -> bool:
    """`Below 40` and `above 30` are bounds, which figures decide."""
    return reading.tokens[index].lower in _BOUNDS and any(
        token.kind is TokenKind.NUMBER for token in reading.tokens[max(0, index - 3) : index + 4]
    )


_BOUNDS = word_set(
    """
    above below over under more less higher lower fewer выше ниже больше меньше более менее über unter mehr weniger
    höher niedriger plus moins supérieur inférieur más menos жоғары төмен көп аз
    """
)


def _with_cue(index: int, cues: tuple[Cue, ...]) -> tuple[int, ...]:
    """The word with the negation that turns it around, so that a reader sees both."""
    for cue in cues:
        if cue.scope[0] <= index < cue.scope[1] and 0 < index - cue.end + 1 <= 3:
            return (*range(cue.start, cue.end), index)
    return (index,)
