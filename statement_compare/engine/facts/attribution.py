"""Who said it and who did it: reports of the other side's words; causes, requests and actors that differ."""

from __future__ import annotations

from functools import cache

from statement_compare.engine.annotate.agents import Agent, Office, agents, contrasts
from statement_compare.engine.annotate.cues import PhraseTable
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import Frame, Party, Stance, frames, party_of, sentences
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts import comparison
from statement_compare.engine.facts.denial import denials
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.one_event import are_rival_bodies, tells_of_one
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle, span_of
from statement_compare.engine.facts.swapped_roles import exchanged
from statement_compare.engine.facts.word_matching import MATCHED, Match
from statement_compare.engine.language import CODES, phrases, word_sets, words
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import tokens as cut

_REPORTS = word_sets("attribution", "reports")
_RELIED_ON = word_sets("attribution", "relied_on")
_CLAIMED = 0.85
_UNSURE = 0.05  # less strength where it is not known who speaks
_REPORTED = "attribution.reported"
_THIRD_PARTIES = words("attribution", "third_parties")
_NO_STAND = phrases("attribution", "no_stand")
_TAKEN_UP = words("attribution", "taken_up")


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    compared = comparison.between(pair.left, pair.right, lexicon)
    # "A is more than B", "B is less than A": nobody took another's place.
    is_converse = compared is not None and compared.relation is Relation.SAME
    return (
        *reported(pair.left, pair.right),
        *(() if is_converse else exchanged(pair.left, pair.right)),
        *settle(disputes(pair), pair),
    )


def reported(left: Reading, right: Reading) -> tuple[Fact, ...]:
    """OTHER for a passage that only reports what somebody else says, or that refuses to take a stand.

    Whose passage it is: its speaker's where that is known, else that of "..., the ministry said" in it or in the other
    passage. Where nothing tells, whoever is quoted may be the speaker, so a report is less sure, on both sides alike.
    """
    facts = []
    for reading, other, is_left in ((left, right, True), (right, left, False)):
        own = _own_side(reading) or _OPPOSITE.get(_own_side(other) or Party.OTHER)
        found = None if _each_for_itself(reading, other) else _report(reading, own)
        if found is None:
            continue
        indices, strength, rule = found
        if own is None and rule == _REPORTED:
            strength -= _UNSURE
        span = span_of(reading, indices)
        facts.append(
            Fact(
                ReasonKind.ATTRIBUTION,
                Relation.OTHER,
                span if is_left else None,
                None if is_left else span,
                round(strength, 3),
                rule,
            )
        )
    return tuple(facts)


_OPPOSITE = {Party.AUTHORITY: Party.COMPANY, Party.COMPANY: Party.AUTHORITY}


def _own_side(reading: Reading) -> Party | None:
    """The kind of party (ministry, company) that speaks in a passage, where its speaker or its own words tell."""
    for language in (reading.language, CODES[0]):
        speaker = party_of(cut(reading.passage.speaker, language), language)
        if speaker in _OPPOSITE:
            return speaker
    for frame in frames(reading):
        if frame.is_aside and frame.party in _OPPOSITE and frame.stance is not Stance.CLAIM:
            return frame.party
    return None


def _each_for_itself(reading: Reading, other: Reading) -> bool:
    """Whether two different parties are quoted, one in each passage: then each passage is its own party's word."""
    here = {frame.party for frame in frames(reading) if frame.party is not Party.SELF}
    there = {frame.party for frame in frames(other) if frame.party is not Party.SELF}
    return bool(here and there) and not here & there and Party.SELF not in here


@cache
def _no_stand(language: str) -> PhraseTable[Stance]:
    return PhraseTable({Stance.SAY: _NO_STAND.get(language, ())})


def _report(reading: Reading, own: Party | None) -> tuple[tuple[int, ...], float, str] | None:
    silent = _no_stand(reading.language).find(reading.tokens)
    if silent:
        return silent[0].tokens, 0.8, "attribution.no_stand"
    if denials(reading):
        return None
    all_frames = frames(reading)
    if any(frame.stance in (Stance.ADMIT, Stance.DENY) for frame in all_frames):
        return None
    for frame in all_frames:
        strength = _distance(frame, reading, own)
        if strength and not _takes_stand(frame, reading):
            return tuple(range(*frame.reporter)) or (frame.start,), strength, _REPORTED
    return None


def _distance(frame: Frame, reading: Reading, own: Party | None) -> float:
    """How surely a frame reports somebody else than the passage's own side; 0 where it does not."""
    if frame.is_negated or frame.is_aside or frame.party is Party.SELF:
        return 0.0
    reporter = {reading.tokens[i].lower for i in range(*frame.reporter)}
    is_third = bool(reporter & _THIRD_PARTIES.get(reading.language, frozenset()))
    is_of_other = frame.party in _OPPOSITE and frame.party is not own
    if not is_third and not is_of_other:
        return 0.0
    if frame.stance is Stance.CLAIM:
        return _CLAIMED
    if frame.stance is Stance.SAY and frame.verb.split()[0] in words_of(_REPORTS, reading.language):
        # "According to" and "said" often bring in what the passage itself holds true; "the firm says" leaves it open.
        return 0.6 if frame.verb in words_of(_RELIED_ON, reading.language) else 0.75
    return 0.0


def _takes_stand(frame: Frame, reading: Reading) -> bool:
    """Whether the passage also says something itself: in another sentence, or after a word such as "but"."""
    if len(sentences(reading.tokens)) > 1:
        return True
    turns = _TAKEN_UP.get(reading.language, frozenset())
    return any(reading.tokens[i].lower in turns for i in range(frame.end, len(reading.tokens)))


def disputes(pair: Pair) -> list[Dispute]:
    """Causes, requests, duties and actors of one matter that both passages name differently."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    mine, yours = agents(left), agents(right)
    result = []
    for a in mine:
        for b in yours:
            if a.office is not b.office or a.is_partial or b.is_partial:
                continue
            same = _share(a.named, b.named, found)
            if a.is_denied and b.is_denied:
                continue
            if a.is_denied != b.is_denied:
                if same:
                    result.append(_dispute(a, b, "attribution.denied_agent"))
                continue
            is_named_elsewhere = any(_share(a.named, c.named, found) for c in yours if c.office is a.office) or any(
                _share(c.named, b.named, found) for c in mine if c.office is a.office
            )
            is_other = not same and not is_named_elsewhere and _distinct(a.party, b.party)
            if is_other and _are_of_one_matter(a, b, found) and _are_rivals(a, b, left, right):
                result.append(_dispute(a, b, "attribution.other_agent"))
    result += _contrasted(left, right, found)
    result += [d.mirrored() for d in _contrasted(right, left, found.mirrored())]
    return result


def _distinct(a: Party, b: Party) -> bool:
    """ "We" may be any company; it is surely not an authority."""
    if Party.SELF in (a, b):
        return Party.AUTHORITY in (a, b)
    return True


def _are_of_one_matter(a: Agent, b: Agent, found: Match) -> bool:
    """Whether what two agents are told of meets: "the fault is due to a fire", "the strike is due to an error"."""
    mine = {term.index for term in found.left} - {*a.cue, *a.named}
    yours = {term.index for term in found.right} - {*b.cue, *b.named}
    return not (mine and yours) or _share(tuple(mine), tuple(yours), found)


def _are_rivals(a: Agent, b: Agent, left: Reading, right: Reading) -> bool:
    """Whether two agents are surely two, and what they did is surely one thing."""
    is_one = a.office is not Office.ACTOR or tells_of_one(left, a.named) or tells_of_one(right, b.named)
    return is_one and are_rival_bodies(left, right, a.named, b.named)


def _share(a: tuple[int, ...], b: tuple[int, ...], found: Match) -> bool:
    return any(
        term.index in a and found.partner_left[n][1] >= MATCHED and found.right[found.partner_left[n][0]].index in b
        for n, term in enumerate(found.left)
    )


def _dispute(a: Agent, b: Agent, rule: str, relation: Relation = Relation.CONFLICT) -> Dispute:
    return Dispute(
        ReasonKind.ATTRIBUTION,
        relation,
        rule,
        a.named,
        b.named,
        a.cue[0],
        b.cue[0],
        (*a.cue, *a.named),
        (*b.cue, *b.named),
        params=(("office", a.office.value),),
    )


def _anchors(found: Match, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, int]:
    """The last words that both sides share outside "X, not Y": the clauses that hold them are compared."""
    for n in range(len(found.left) - 1, -1, -1):
        m, affinity = found.partner_left[n]
        if affinity >= MATCHED and found.left[n].index not in left and found.right[m].index not in right:
            return found.left[n].index, found.right[m].index
    return left[0], right[0]


def _contrasted(left: Reading, right: Reading, found: Match) -> list[Dispute]:
    """`X, not Y` against a passage that has it the other way round."""
    result = []
    for named, denied in contrasts(left):
        for other_named, other_denied in contrasts(right):
            if (
                _share(named, other_denied, found)
                and _share(denied, other_named, found)
                and not _share(named, other_named, found)
            ):
                result.append(
                    Dispute(
                        ReasonKind.ATTRIBUTION,
                        Relation.CONFLICT,
                        "attribution.reversed",
                        named,
                        other_named,
                        *_anchors(found, (*named, *denied), (*other_named, *other_denied)),
                        (*named, *denied),
                        (*other_named, *other_denied),
                    )
                )
        for agent in agents(right):
            if agent.is_denied or not _share(denied, agent.named, found) or _share(named, agent.named, found):
                continue
            result.append(
                Dispute(
                    ReasonKind.ATTRIBUTION,
                    Relation.CONFLICT,
                    "attribution.not_that_one",
                    (*named, *denied),
                    agent.named,
                    *_anchors(found, (*named, *denied), agent.named),
                    (*named, *denied),
                    agent.named,
                )
            )
    return result
