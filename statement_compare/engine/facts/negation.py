"""What one passage asserts and the other negates."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from itertools import pairwise

from statement_compare.engine.annotate.cues import PhraseTable
from statement_compare.engine.annotate.negated_verbs import negated_root, second_verb
from statement_compare.engine.annotate.negation_scope import (
    LIGHT_VERBS,
    Cue,
    head,
    is_contracted,
    negated_noun,
    scopes,
)
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import framed_tokens, unclaimed_tokens
from statement_compare.engine.facts import contrast, exclusivity
from statement_compare.engine.facts.antonym import are_opposed
from statement_compare.engine.facts.denial import denied_tokens
from statement_compare.engine.facts.exclusivity import limits
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.figure_standing import Standing, are_parts_of_a_whole
from statement_compare.engine.facts.former_states import was_so_before
from statement_compare.engine.facts.modality import Modal, modals
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.quantifier import may_both_hold
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match, Term
from statement_compare.engine.language import patterns, phrases, words
from statement_compare.engine.model import ReasonKind, Side


class Part(StrEnum):
    MODIFIER = "modifier"


# The rule of a negation that leaves lesser cases open.
OF_DEGREE = "negation.of_degree"
# "cannot", "need not", "not obliged": what may or must be is the modality module's matter.
_MODAL_BEFORE = words("negation", "modal_before")
_MODAL_NEGATIONS = words("negation", "modal_negations")
_MODAL_HEADS = words("negation", "modal_heads")
# Manner, time and intent at the end of a negated clause: they alone are denied ("did not pay on time").
_PARTS = phrases("negation", "parts")
_PART_NEGATIONS = words("negation", "part_negations")
_INTENDS = words("negation", "intends")
_INTENDED = words("negation", "intended")
_NARROWING = words("negation", "narrowing")
_NO_ACTOR = words("negation", "no_actor")
_PART_OF = words("negation", "part_of")
_CONTRASTING = words("negation", "contrasting")
_PARTING = words("negation", "parting")
_OPENS_PART = words("negation", "opens_part")
_JOINS = words("negation", "joins")
_CONTRASTS = words("negation", "contrasts")
_VERB_CONTRASTING = words("negation", "verb_contrasting")
_VERB_CONTRASTS = words("negation", "verb_contrasts")
# Endings of verbs, and of the short forms that stand for one ("не подписан", "не выдана").
_VERB_ENDINGS = patterns("negation", "verb_endings")


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    return (*settle(disputes(pair, lexicon), pair), *contrast.between(pair))


def disputes(pair: Pair, lexicon: Lexicon) -> list[Dispute]:
    """Every negated word that stands on the other side as well: asserted there (conflict), or negated too (same)."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    forward = _of_one_side(left, right, found, lexicon)
    backward = [dispute.mirrored() for dispute in _of_one_side(right, left, found.mirrored(), lexicon)]
    if _tells_both_parts(pair):
        forward, backward = ([d for d in each if d.relation is not Relation.CONFLICT] for each in (forward, backward))
    # Where both sides negate the same word, it is found from the left and from the right: one of the two is enough.
    known = {(d.left_anchor, d.right_anchor) for d in forward if d.relation is Relation.SAME}
    return forward + [
        d for d in backward if d.relation is not Relation.SAME or (d.left_anchor, d.right_anchor) not in known
    ]


def _tells_both_parts(pair: Pair) -> bool:
    """Whether one side tells of the one part of a whole and the other of the rest: a third was not paid, two were."""
    return any(
        found.standing is Standing.DERIVED and are_parts_of_a_whole(found.left, found.right) for found in pair.figures
    )


def _of_one_side(negative: Reading, positive: Reading, found: Match, lexicon: Lexicon) -> list[Dispute]:
    here, there = scopes(negative), scopes(positive)
    framed = framed_tokens(negative)
    denied_here, denied_there = denied_tokens(negative), denied_tokens(positive)
    unclaimed_here, unclaimed_there = unclaimed_tokens(negative), unclaimed_tokens(positive)
    alone = frozenset(limit.start for limit in limits(positive) if limit.kind is exclusivity.Reach.ALONE)
    best = {term.index: found.partner_left[n][1] for n, term in enumerate(found.left)}
    by_index = {term.index: term for term in found.left}
    result = []
    for cue in here.cues:
        own = here.clause_of(cue.start)
        if any(own[0] <= i < cue.start for i in here.half_negated):
            continue
        if (cue.start in framed and cue.believed is None) or _is_modal(cue, negative) or _is_contrast(cue, negative):
            continue
        heads = head(cue, negative)
        light = (
            heads[:1]
            if len(heads) > 1 and negative.tokens[heads[0]].lower in LIGHT_VERBS.get(negative.language, ())
            else ()
        )
        for rank, place in enumerate(heads):
            term = by_index.get(place)
            if term is None or not here.is_negated(place):
                continue
            if term.key in _MODAL_HEADS.get(negative.language, ()):
                continue
            for rival in found.right:
                if term.is_number or rival.is_number:
                    continue
                affinity = _affinity_of_heads(term, rival, negative.language, lexicon)
                if affinity < max(SAME_HEAD, best.get(term.index, 0.0) - 0.05):
                    continue
                clause = there.clause_of(rival.index)
                if any(clause[0] <= i < clause[1] for i in there.half_negated | alone):
                    continue
                if (place in denied_here) != (rival.index in denied_there):
                    continue  # "refutes the claim that it was paid", "was not paid": `denial` knows how both stand
                if (place in unclaimed_here) != (rival.index in unclaimed_there):
                    continue  # "never claimed that it was safe", "it was not safe"
                is_same = there.is_negated(rival.index)
                if not is_same and may_both_hold(negative, place, positive, rival.index):
                    continue
                if not is_same and was_so_before(cue, negative, positive, rival.index, found):
                    continue  # "no longer employs children", "employed children"
                here_after, there_after = range(place + 1, cue.scope[1]), range(rival.index + 1, clause[1])
                if not is_same and are_opposed(negative, positive, here_after, there_after, found, lexicon):
                    continue
                prior = _prior(
                    0.0 if light else -0.7 * rank, cue, place, rival.index, negative, positive, found, is_same=is_same
                )
                part = () if is_same else _denied_part(cue, negative, positive)
                degree = () if is_same or part else _narrowing(cue, negative, positive)
                relation, rule = _relation(is_same=is_same, is_of_part=bool(part), is_of_degree=bool(degree))
                shown = tuple(range(cue.start, cue.end))
                verbs = ((), ()) if is_same else _verbs_before(cue, place, rival.index, negative, positive)
                result.append(
                    Dispute(
                        ReasonKind.NEGATION,
                        relation,
                        rule,
                        (*shown, place, *verbs[0]),
                        (*_cue_of(rival.index, positive), rival.index) if is_same else (rival.index, *verbs[1]),
                        place,
                        rival.index,
                        (*shown, place, *light, *part, *degree),
                        _with_subject(cue, rival.index, negative, positive),
                        prior=prior,
                        negated=Side.LEFT,
                    )
                )
    return result


def _affinity_of_heads(term: Term, rival: Term, language: str, lexicon: Lexicon) -> float:
    """How near two words that may both be negated are: 1 for one word, or where a negated form has the other's root."""
    same = term.stem == rival.stem or term.key == rival.key
    if not same:
        root = negated_root(term.key, language)
        same = root is not None and rival.key.startswith(root)
    return 1.0 if same else lexicon.affinity(term.key, rival.key)


def _prior(
    prior: float,
    cue: Cue,
    place: int,
    rival: int,
    negative: Reading,
    positive: Reading,
    found: Match,
    *,
    is_same: bool,
) -> float:
    """What speaks against a dispute before anything else is known of the pair, in log odds, taken from `prior`."""
    if is_same:
        prior -= 0.6  # "did not sell the mine", "did not sell the ship": the rest may differ
    elif _is_modal_clause(negative, place) != _is_modal_clause(positive, rival):
        prior -= 2.4 if _is_permitted(positive, rival) else 0.8
    if not is_same and _is_intended(positive, rival):
        prior -= 2.4
    if not is_same and _misses_noun(cue, place, negative, found):
        prior -= 1.6
    return prior


def _relation(*, is_same: bool, is_of_part: bool, is_of_degree: bool) -> tuple[Relation, str]:
    """How both sides stand to each other where both negate, or one denies a part or the whole; with the rule."""
    if is_same:
        return Relation.SAME, "negation.both"
    if is_of_part:
        return Relation.QUALIFIES, "negation.part_only"
    if is_of_degree:
        return Relation.QUALIFIES, OF_DEGREE
    return Relation.CONFLICT, "negation.one_side"


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


@cache
def _parts(language: str) -> PhraseTable[Part]:
    return PhraseTable({Part.MODIFIER: _PARTS.get(language, ())})


def _denied_part(cue: Cue, negative: Reading, positive: Reading) -> tuple[int, ...]:
    """The modifier that the negation falls on where the other side says the same without it."""
    language = negative.language
    if not (cue.word in _PART_NEGATIONS.get(language, ()) or is_contracted(cue, language)):
        return ()
    parts = _parts(language)
    theirs = {positive.tokens[i].lower for found in parts.find(positive.tokens) for i in found.tokens}
    for found in parts.find(negative.tokens):
        inside = cue.end <= found.start and found.end <= cue.scope[1]
        if inside and not {negative.tokens[i].lower for i in found.tokens} & theirs:
            return found.tokens
    return ()


def _narrowing(cue: Cue, negative: Reading, positive: Reading) -> tuple[int, ...]:
    """`Found no serious defects` leaves room for `found four defects`, but not for `found serious defects`."""
    noun = negated_noun(cue, negative)
    known = _NARROWING.get(negative.language, frozenset())
    if noun is None or any(token.lower in known for token in positive.tokens):
        return ()
    return tuple(i for i in range(cue.end, noun) if negative.tokens[i].lower in known)


def _is_modal_clause(reading: Reading, index: int) -> bool:
    """`It was allowed to burn waste` is no report of burning, so `no waste was burnt` does not contradict it."""
    first, last = scopes(reading).clause_of(index)
    return any(first <= modal.start < last for modal in modals(reading))


def _is_intended(reading: Reading, index: int) -> bool:
    """`The mayor promised to publish it` is no report that it was published."""
    lowers = [token.lower for token in reading.tokens[max(0, index - 4) : index]]
    intended = _INTENDED.get(reading.language, ())
    at = next((i for i, word in enumerate(lowers) if word in intended), 0)
    return any(word.startswith(_intends(reading.language)) for word in lowers[:at])


@cache
def _intends(language: str) -> tuple[str, ...]:
    return tuple(_INTENDS.get(language, ()))


def _is_permitted(reading: Reading, index: int) -> bool:
    first, last = scopes(reading).clause_of(index)
    return any(first <= modal.start < last and modal.kind is Modal.MAY for modal in modals(reading))


def _verbs_before(
    cue: Cue, place: int, rival: int, negative: Reading, positive: Reading
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The verb that a "nicht" at the end denies, on both sides: "unterschrieb im Mai nicht", "unterschrieb im Mai"."""
    if place >= cue.start:
        return (), ()
    first = max((i + 1 for i in range(cue.scope[0], place) if negative.tokens[i].text == ","), default=cue.scope[0])
    verb = second_verb(range(first, place + 1), negative.tokens, negative.language)
    if verb is None or cue.start - verb > _LONGEST_PREDICATE:
        return (), ()
    stem, clause = negative.tokens[verb].stem, range(scopes(positive).clause_of(rival)[0], rival)
    told = next((i for i in clause if positive.tokens[i].stem == stem), None)
    return ((), ()) if told is None else ((verb,), (told,))


_LONGEST_PREDICATE = 8  # tokens; a longer one shows nothing more clearly


def _with_subject(cue: Cue, rival: int, negative: Reading, positive: Reading) -> tuple[int, ...]:
    """`Nobody inspected it`, `an engineer inspected it`: whoever acts there answers the "nobody" here."""
    language = negative.language
    if cue.word not in _NO_ACTOR.get(language, ()) or negative.tokens[cue.end].lower in _PART_OF.get(language, ()):
        return (rival,)
    return tuple(range(scopes(positive).clause_of(rival)[0], rival + 1))


def _is_modal(cue: Cue, reading: Reading) -> bool:
    lowers = [token.lower for token in reading.tokens]
    modal_before = _MODAL_BEFORE.get(reading.language, ())
    if lowers[cue.start] in _MODAL_NEGATIONS.get(reading.language, ()):
        return True
    clause = scopes(reading).clause_of(cue.start)
    governed = lowers[cue.end : min(clause[1], cue.end + 5)]
    return (cue.start > 0 and lowers[cue.start - 1] in modal_before) or any(word in modal_before for word in governed)


def _is_contrast(cue: Cue, reading: Reading) -> bool:
    """`not by X but by Y`, `, not at its request`: a part of the clause is negated, not what the clause says."""
    language = reading.language
    if cue.word in _VERB_CONTRASTING.get(language, ()):
        return _is_contrast_with_verb(cue, reading)
    if cue.word not in _CONTRASTING.get(language, ()):
        return False
    tokens = reading.tokens
    follower = tokens[cue.end].lower if cue.end < len(tokens) else ""
    before = tokens[cue.start - 1].lower if cue.start else ""
    opens_part = follower in _OPENS_PART.get(language, ())
    is_joined = before == "," or before in _JOINS.get(language, ())
    if is_joined and cue.word in _PARTING.get(language, ()) and opens_part:
        return True
    following = [token.lower for token in tokens[cue.end : cue.end + 12]]
    contrasts = _CONTRASTS.get(language, ())
    at = next((i for i, word in enumerate(following) if word in contrasts), None)
    if at is None:
        return False
    comma = following[at - 1] == "," if at else False
    return not comma or opens_part


def _is_contrast_with_verb(cue: Cue, reading: Reading) -> bool:
    """`Подписал не эксперт, а менеджер`, `виноваты сети, а не центр`: it is not the verb that is denied."""
    lowers = [token.lower for token in reading.tokens]
    if cue.end >= len(lowers) or _verb_ending(reading.language).search(lowers[cue.end]):
        return False
    contrasts = _VERB_CONTRASTS.get(reading.language, ())
    if cue.start and lowers[cue.start - 1] in contrasts:
        return True
    return any(one == "," and next_one in contrasts for one, next_one in pairwise(lowers[cue.end : cue.end + 8]))


@cache
def _verb_ending(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_VERB_ENDINGS[language]})$")
