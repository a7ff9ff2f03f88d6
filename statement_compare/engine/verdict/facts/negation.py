"""What one passage asserts and the other negates."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

from statement_compare.engine.model import ReasonKind, Side
from statement_compare.engine.verdict.facts import exclusivity
from statement_compare.engine.verdict.facts.antonym import are_opposed
from statement_compare.engine.verdict.facts.cues import PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.exclusivity import limits
from statement_compare.engine.verdict.facts.frames import framed_tokens
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, Match, match
from statement_compare.engine.verdict.facts.modality import Modal, modals
from statement_compare.engine.verdict.facts.quantifier import Share, quantified
from statement_compare.engine.verdict.facts.scope import LIGHT_VERBS, Cue, head, kazakh_root, negated_noun, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


class Part(StrEnum):
    MODIFIER = "modifier"


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
    known = {(d.left_anchor, d.right_anchor) for d in forward if d.relation is Relation.SAME}
    return forward + [
        d for d in backward if d.relation is not Relation.SAME or (d.left_anchor, d.right_anchor) not in known
    ]


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
        heads = head(cue, negative)
        light = heads[:1] if len(heads) > 1 and negative.tokens[heads[0]].lower in LIGHT_VERBS else ()
        for rank, place in enumerate(heads):
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
                if not is_same and _both_hold(negative, place, positive, rival.index):
                    continue
                here_after, there_after = range(place + 1, cue.scope[1]), range(rival.index + 1, clause[1])
                if not is_same and are_opposed(negative, positive, here_after, there_after, found, lexicon):
                    continue
                prior = 0.0 if light else -0.7 * rank
                if is_same:
                    prior -= 0.6  # two that negate one word may still differ in the rest
                elif _is_modal_clause(negative, place) != _is_modal_clause(positive, rival.index):
                    prior -= 2.4 if _is_permitted(positive, rival.index) else 0.8
                if not is_same and _is_intended(positive, rival.index):
                    prior -= 2.4
                if not is_same and _misses_noun(cue, place, negative, found):
                    prior -= 1.6
                part = () if is_same else _denied_part(cue, negative, positive)
                relation, rule = Relation.CONFLICT, "negation.one_side"
                if is_same:
                    relation, rule = Relation.SAME, "negation.both"
                elif part:
                    relation, rule = Relation.QUALIFIES, "negation.part_only"
                shown = tuple(range(cue.start, cue.end))
                result.append(
                    Dispute(
                        ReasonKind.NEGATION,
                        relation,
                        rule,
                        (*shown, place),
                        (*_cue_of(rival.index, positive), rival.index) if is_same else (rival.index,),
                        place,
                        rival.index,
                        (*shown, place, *light, *part),
                        _with_subject(cue, rival.index, negative, positive),
                        prior=prior,
                        negated=Side.LEFT,
                    )
                )
    return result


def _misses_noun(cue: Cue, place: int, reading: Reading, found: Match) -> bool:
    """`It killed no cattle` says nothing of "it killed dogs": the other side must speak of what "no" stands before."""
    noun = negated_noun(cue, reading)
    if noun is None or noun == place or found.right_is_first_person:
        return False
    return any(term.index == noun and found.partner_left[n][1] < _NO_ANSWER for n, term in enumerate(found.left))


_NO_ANSWER = 0.5


def _cue_of(index: int, reading: Reading) -> tuple[int, ...]:
    """The negation that turns a word around: the one whose predicate it is, if any."""
    cues = [cue for cue in scopes(reading).cues if cue.scope[0] <= index < cue.scope[1]]
    cues.sort(key=lambda cue: (index not in head(cue, reading), cue.start))
    return tuple(range(cues[0].start, cues[0].end)) if cues else ()


# Shares as `quantified` gives them, the negation worked in: "some trains ran without" is "not all ran with".
_HOLD_TOGETHER = {
    Share.NOT_ALL: frozenset((Share.SOME, Share.MOST, Share.FEW, Share.NOT_ALL)),
    Share.SOME: frozenset((Share.SOME, Share.MOST, Share.FEW, Share.NOT_ALL)),
    Share.FEW: frozenset((Share.SOME, Share.FEW, Share.NOT_ALL)),
}


def _both_hold(negative: Reading, place: int, positive: Reading, rival: int) -> bool:
    """`Some trains had no guard` and `most trains had a guard` are both true."""
    here, there = scopes(negative).clause_of(place), scopes(positive).clause_of(rival)
    mine = [q.share for q in quantified(negative) if here[0] <= q.cue[0] < here[1] and not q.is_bare_negation]
    yours = [q.share for q in quantified(positive) if there[0] <= q.cue[0] < there[1]]
    return len(mine) == len(yours) == 1 and yours[0] in _HOLD_TOGETHER.get(mine[0], frozenset())


# Manner, time and intent at the end of a negated clause: they alone are denied ("did not pay on time").
_PARTS = PhraseTable(
    {
        Part.MODIFIER: phrase_list(
            """
            intentionally / deliberately / knowingly / on purpose / wilfully / willfully / on time / in time / in full
            / fully / promptly / immediately / at once / properly / correctly / adequately / sufficiently / in writing /
            publicly / openly / directly / personally / in person / twice / voluntarily / by mistake / at night / alone
            / in advance / regularly / entirely / completely / by accident / on schedule / quickly / permanently
            """
        )
    }
)


def _denied_part(cue: Cue, negative: Reading, positive: Reading) -> tuple[int, ...]:
    """The modifier that the negation falls on where the other side says the same without it."""
    if negative.language != "en" or not (cue.word in ("not", "never") or cue.word.endswith("n't")):
        return ()
    theirs = {positive.tokens[i].lower for found in _PARTS.find(positive.tokens) for i in found.tokens}
    for found in _PARTS.find(negative.tokens):
        inside = cue.end <= found.start and found.end <= cue.scope[1]
        if inside and not {negative.tokens[i].lower for i in found.tokens} & theirs:
            return found.tokens
    return ()


def _is_modal_clause(reading: Reading, index: int) -> bool:
    """`It was allowed to burn waste` is no report of burning, so `no waste was burnt` does not contradict it."""
    first, last = scopes(reading).clause_of(index)
    return any(first <= modal.start < last for modal in modals(reading))


def _is_intended(reading: Reading, index: int) -> bool:
    """`The mayor promised to publish it` is no report that it was published."""
    lowers = [token.lower for token in reading.tokens[max(0, index - 4) : index]]
    return (
        reading.language == "en"
        and "to" in lowers
        and any(word.startswith(_INTENDS) for word in lowers[: lowers.index("to")])
    )


_INTENDS = tuple("promis plan intend pledg vow agree undertak undertook propos hope want offer".split())


def _is_permitted(reading: Reading, index: int) -> bool:
    first, last = scopes(reading).clause_of(index)
    return any(first <= modal.start < last and modal.kind is Modal.MAY for modal in modals(reading))


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
    if reading.language == "ru" and cue.word == "не":
        return _is_russian_contrast(cue, reading)
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


def _is_russian_contrast(cue: Cue, reading: Reading) -> bool:
    """`Подписал не эксперт, а менеджер`, `виноваты сети, а не центр`: it is not the verb that is denied."""
    lowers = [token.lower for token in reading.tokens]
    if cue.end >= len(lowers) or _RUSSIAN_VERB.search(lowers[cue.end]):
        return False
    following = lowers[cue.end : cue.end + 8]
    return lowers[cue.start - 1 : cue.start] == ["а"] or any(pair == (",", "а") for pair in pairwise(following))


# Endings of verbs, and of the short forms that stand for one ("не подписан", "не выдана").
_RUSSIAN_VERB = re.compile(r"(?:ла|ло|ли|л|ет|ёт|ют|ит|ят|ут|ть|ся|сь|ем|им|мог|н|на|но|ны|та|то|ты)$")
_OPENS_PART = word_set(
    """
    by at in on for from of with to because the a an its our their through under since after during as until
    """
)
