"""What one passage asserts and the other negates."""

from __future__ import annotations

from statement_compare.engine.model import ReasonKind, Side
from statement_compare.engine.verdict.facts import exclusivity
from statement_compare.engine.verdict.facts.exclusivity import limits
from statement_compare.engine.verdict.facts.frames import framed_tokens
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, Match, match
from statement_compare.engine.verdict.facts.modality import modals
from statement_compare.engine.verdict.facts.scope import Cue, head, kazakh_root, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation

# "cannot", "need not", "not obliged": what may or must be is the modality module's matter.
_MODAL_BEFORE = word_set("may might can could must should need shall ought")
_MODAL_HEADS = word_set(
    """
    required require requires obliged oblige allowed allow permitted bound entitled duty obligation right
    compulsory mandatory forced able possible necessary need free
    """
)


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Every negated word that stands on the other side as well: asserted there (conflict), or negated too (same)."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    forward = _of_one_side(left, right, found, lexicon)
    backward = [dispute.mirrored() for dispute in _of_one_side(right, left, found.mirrored(), lexicon)]
    # Both sides negate the same word: seen twice, said once.
    return forward + [d for d in backward if d.relation is Relation.CONFLICT]


def _of_one_side(negative: Reading, positive: Reading, found: Match, lexicon: Lexicon) -> list[Dispute]:
    here, there = scopes(negative), scopes(positive)
    framed = framed_tokens(negative)
    alone = frozenset(limit.start for limit in limits(positive) if limit.kind is exclusivity.Reach.ALONE)
    best = {term.index: found.partner_left[n][1] for n, term in enumerate(found.left)}
    by_index = {term.index: term for term in found.left}
    result = []
    for cue in here.cues:
        own = here.clause_of(cue.start)
        if any(own[0] <= i < cue.start for i in here.half_negated):
            continue
        if cue.start in framed or _is_modal(cue, negative) or _is_contrast(cue, negative):
            continue
        for rank, place in enumerate(head(cue, negative)):
            term = by_index.get(place)
            if term is None or not here.is_negated(place):
                continue
            if negative.language == "en" and term.key in _MODAL_HEADS:
                continue
            for rival in found.right:
                if term.is_number or rival.is_number:
                    continue
                same = term.stem == rival.stem or term.key == rival.key
                if negative.language == "kk" and not same:
                    root = kazakh_root(term.key)
                    same = root is not None and rival.key.startswith(root)
                affinity = 1.0 if same else lexicon.affinity(term.key, rival.key)
                if affinity < max(SAME_HEAD, best.get(term.index, 0.0) - 0.05):
                    continue
                clause = there.clause_of(rival.index)
                if any(clause[0] <= i < clause[1] for i in there.half_negated | alone):
                    continue
                is_same = there.is_negated(rival.index)
                prior = -0.7 * rank
                if is_same:
                    prior -= 0.6  # two that negate one word may still differ in the rest
                elif _is_modal_clause(negative, place) != _is_modal_clause(positive, rival.index):
                    prior -= 0.8
                result.append(
                    Dispute(
                        ReasonKind.NEGATION,
                        Relation.SAME if is_same else Relation.CONFLICT,
                        "negation.both" if is_same else "negation.one_side",
                        (*range(cue.start, cue.end), place),
                        (rival.index,),
                        place,
                        rival.index,
                        (*range(cue.start, cue.end), place),
                        _with_subject(cue, rival.index, negative, positive),
                        prior=prior,
                        negated=Side.LEFT,
                    )
                )
    return result


def _is_modal_clause(reading: Reading, index: int) -> bool:
    """`It was allowed to burn waste` is no report of burning, so `no waste was burnt` does not contradict it."""
    first, last = scopes(reading).clause_of(index)
    return any(first <= modal.start < last for modal in modals(reading))


def _with_subject(cue: Cue, rival: int, negative: Reading, positive: Reading) -> tuple[int, ...]:
    """`Nobody inspected it`, `an engineer inspected it`: whoever acts there answers the "nobody" here."""
    if cue.word not in _NO_ACTOR or negative.tokens[cue.end].lower == "of":
        return (rival,)
    return tuple(range(scopes(positive).clause_of(rival)[0], rival + 1))


_NO_ACTOR = word_set("nobody no-one none") | {"no one"}


def _is_modal(cue: Cue, reading: Reading) -> bool:
    lowers = [token.lower for token in reading.tokens]
    if reading.language != "en":
        return False
    if lowers[cue.start] in ("cannot", "can't", "couldn't", "mustn't", "needn't", "shouldn't"):
        return True
    clause = scopes(reading).clause_of(cue.start)
    governed = lowers[cue.end : min(clause[1], cue.end + 5)]
    return (cue.start > 0 and lowers[cue.start - 1] in _MODAL_BEFORE) or any(word in _MODAL_BEFORE for word in governed)


def _is_contrast(cue: Cue, reading: Reading) -> bool:
    """`not by X but by Y`, `, not at its request`: a part of the clause is negated, not what the clause says."""
    if reading.language != "en" or cue.word not in ("not", "nobody", "no", "neither"):
        return False
    tokens = reading.tokens
    follower = tokens[cue.end].lower if cue.end < len(tokens) else ""
    before = tokens[cue.start - 1].lower if cue.start else ""
    if cue.word in ("not", "nobody") and follower in _OPENS_PART and before in (",", "and"):
        return True
    if before in ("and", ",") and cue.word in ("not a", "not one", "not any"):
        return True
    if before in ("and", ",") and cue.word in ("no", "nobody", "neither") and follower in ("other", "else", "from"):
        return True
    following = [token.lower for token in tokens[cue.end : cue.end + 12]]
    if "but" not in following:
        return False
    comma = following[following.index("but") - 1] == "," if following.index("but") else False
    return not comma or follower in _OPENS_PART


_OPENS_PART = word_set(
    """
    by at in on for from of with to because the a an its our their through under since after during as until
    """
)
