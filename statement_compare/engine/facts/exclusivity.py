"""Whether something is said of one thing alone or of others too."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import CODES, phrases, words
from statement_compare.engine.model import ReasonKind


class Reach(StrEnum):
    ALONE = "alone"
    SHARED = "shared"
    NOT_LIMITING = "not_limiting"  # "not only", "only a third", "only on 3 May": no claim of exclusivity


_PHRASES = {reach: phrases("alone", reach.value) for reach in Reach}
_OPENS_TO = words("alone", "opens_to")
# A bare "also" joins sentences as often as things; the rest of SHARED names the others.
_WEAK = words("alone", "weak")
_JOINS = words("alone", "joins")
_LAST = words("alone", "last")
_ONE_OF = words("alone", "one_of")


@cache
def _table(language: str) -> PhraseTable[Reach] | None:
    if language not in CODES:
        return None
    return PhraseTable({reach: by_language.get(language, ()) for reach, by_language in _PHRASES.items()})


@cache
def _joins() -> frozenset[str]:
    return frozenset().union(*_JOINS.values())


def compare(pair: Pair, _: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(pair), pair)


def disputes(pair: Pair) -> list[Dispute]:
    """Alone on one side and shared on the other; or alone on one side only, which narrows the claim."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    mine, yours = limits(left), limits(right)
    if _says_both(mine) or _says_both(yours):
        return []
    opposed = {Reach.ALONE, Reach.SHARED}
    result = [_dispute(a, b, left, right, found) for a in mine for b in yours if {a.kind, b.kind} == opposed]
    result += _others_named(right, mine, found)
    result += [dispute.mirrored() for dispute in _others_named(left, yours, found.mirrored())]
    if not any(f.kind is Reach.ALONE for f in mine) or not any(f.kind is Reach.ALONE for f in yours):
        if not any(f.kind is Reach.SHARED for f in yours):
            result += [_one_sided(a, len(right.tokens)) for a in mine if a.kind is Reach.ALONE]
        if not any(f.kind is Reach.SHARED for f in mine):
            result += [_one_sided(b, len(left.tokens)).mirrored() for b in yours if b.kind is Reach.ALONE]
    return result


def _others_named(joined: Reading, limits_of_alone: tuple[Found[Reach], ...], found: Match) -> list[Dispute]:
    """`A and nobody else` against `A and B`: the second passage names another one in the same breath."""
    result, joins = [], _joins()
    for limit in limits_of_alone:
        if limit.kind is not Reach.ALONE:
            continue
        near = {
            partner
            for n, term in enumerate(found.left)
            for partner, affinity in [found.partner_left[n]]
            if affinity >= SAME_HEAD and -4 <= term.index - limit.start <= 4
        }
        for m in range(1, len(found.right)):
            first, other = found.right[m - 1], found.right[m]
            if m - 1 not in near or found.partner_right[m][1] >= SAME_HEAD or other.index - first.index > 5:
                continue
            if joined.tokens[first.index + 1].lower not in joins:
                continue
            added = (*range(first.index + 1, other.index + 1), *_rest(found, m))
            result.append(
                Dispute(
                    ReasonKind.EXCLUSIVITY,
                    Relation.CONFLICT,
                    "exclusivity.other_named",
                    limit.tokens,
                    (first.index, *added),
                    found.left[found.partner_right[m - 1][0]].index,
                    first.index,
                    limit.tokens,
                    added,
                )
            )
    return result


def _rest(found: Match, m: int) -> tuple[int, ...]:
    """The words that go on naming the other one ("two advertisers")."""
    run = [found.right[m].index]
    for k in range(m + 1, len(found.right)):
        if found.right[k].index != run[-1] + 1 or found.partner_right[k][1] >= SAME_HEAD:
            break
        run.append(found.right[k].index)
    return tuple(run[1:])


def limits(reading: Reading) -> tuple[Found[Reach], ...]:
    """The words of a passage that say "alone" or "others too"; negated ones are turned around."""
    table = _table(reading.language)
    if table is None:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    opens_to = _OPENS_TO.get(reading.language, ())
    result: list[Found[Reach]] = []
    for cue in table.find(reading.tokens):
        if cue.start in framed or cue.kind is Reach.NOT_LIMITING:
            continue
        if _before_figure(cue, reading) or _ends_clause(cue, reading):
            continue
        kind: Reach = cue.kind
        if kind is Reach.SHARED and scoped.is_negated(cue.start) and reading.tokens[cue.start].lower in opens_to:
            continue  # "not available to everyone" says no more than "only for members"
        if kind is Reach.ALONE and scoped.is_negated(cue.start) and scoped.depth[cue.start] == 1:
            near = [c for c in scoped.cues if 0 <= cue.start - c.end <= 2]
            if near:
                kind = Reach.SHARED
            elif cue.end - cue.start == 1:
                continue
        result.append(Found(cue.start, cue.end, kind))
    return tuple(result)


def _ends_clause(cue: Found[Reach], reading: Reading) -> bool:
    """`between 22:00 and 04:00 only`: the word limits what stands before it, which may be anything."""
    after = reading.tokens[cue.end].text if cue.end < len(reading.tokens) else "."
    return reading.tokens[cue.start].lower in _LAST.get(reading.language, ()) and after in ".,;"


def _says_both(found: tuple[Found[Reach], ...]) -> bool:
    """`Nobody else besides X`, `only A, and also B`: one passage holds both words, so neither decides."""
    return {limit.kind for limit in found} == {Reach.ALONE, Reach.SHARED}


def _before_figure(cue: Found[Reach], reading: Reading) -> bool:
    """`only 12 of them` is a comment on a figure."""
    after = reading.tokens[cue.end] if cue.end < len(reading.tokens) else None
    return cue.kind is Reach.ALONE and after is not None and after.text[:1].isdigit()


def _dispute(a: Found[Reach], b: Found[Reach], left: Reading, right: Reading, found: Match) -> Dispute:
    said = {left.tokens[i].lower for i in a.tokens} | {right.tokens[i].lower for i in b.tokens}
    return Dispute(
        ReasonKind.EXCLUSIVITY,
        Relation.CONFLICT,
        "exclusivity.alone_or_shared",
        a.tokens,
        b.tokens,
        a.start,
        b.start,
        (*a.tokens, *_named_after(a, left, found)),
        (*b.tokens, *_named_after(b, right, found.mirrored())),
        prior=-0.8 if said & _WEAK.get(left.language, frozenset()) else 0.0,
    )


def _named_after(limit: Found[Reach], reading: Reading, found: Match) -> tuple[int, ...]:
    """The others whom "as well as", "along with" name: words that only this side has."""
    run: list[int] = []
    if " ".join(reading.tokens[i].lower for i in limit.tokens[:2]) in _ONE_OF.get(reading.language, ()):
        return ()  # what follows says what they all are
    for n, term in enumerate(found.left):
        reach = run[-1] if run else limit.end - 1
        if limit.kind is Reach.SHARED and 0 < term.index - reach <= 2 and found.partner_left[n][1] < SAME_HEAD:
            run.append(term.index)
    return tuple(run)


def _one_sided(cue: Found[Reach], other_length: int) -> Dispute:
    return Dispute(
        ReasonKind.EXCLUSIVITY,
        Relation.QUALIFIES,
        "exclusivity.one_side",
        cue.tokens,
        (),
        cue.start,
        max(0, other_length // 2),
        cue.tokens,
        (),
        prior=-0.7,
    )
