"""Whether something is said of one thing alone or of others too."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.numerals import starts_of_counts
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.unit_words import unit_of
from statement_compare.engine.annotate.word_classes import is_calendar_word
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.quantifier import Share, quantified
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match
from statement_compare.engine.language import CODES, phrases, words
from statement_compare.engine.model import ReasonKind


class Reach(StrEnum):
    ALONE = "alone"
    SHARED = "shared"
    EVERYONE = "everyone"  # "for all governments", "any airline may": all of a kind, among whom the one may be
    NOT_LIMITING = "not_limiting"  # "not only", "only a third", "only on 3 May": no claim of exclusivity


_PHRASES = {reach: phrases("alone", reach.value) for reach in Reach}
_OPENS_TO = words("alone", "opens_to")
_OTHERS_TOO = frozenset({Reach.SHARED, Reach.EVERYONE})
# Whether the one is among "all governments" no rule knows: by itself such a conflict is hardly shown.
_OF_A_KIND = -1.1
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
    result = [_dispute(a, b, left, right, found) for a in mine for b in yours if _are_opposed(a, b)]
    result += _others_named(right, mine, found)
    result += [dispute.mirrored() for dispute in _others_named(left, yours, found.mirrored())]
    if not any(f.kind is Reach.ALONE for f in mine) or not any(f.kind is Reach.ALONE for f in yours):
        if not any(f.kind in _OTHERS_TOO for f in yours):
            result += [_one_sided(a, len(right.tokens)) for a in mine if a.kind is Reach.ALONE]
        if not any(f.kind in _OTHERS_TOO for f in mine):
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
        if cue.kind is Reach.EVERYONE and _measures(cue, reading):
            continue
        kind: Reach = cue.kind
        if kind in _OTHERS_TOO and scoped.is_negated(cue.start) and reading.tokens[cue.start].lower in opens_to:
            continue  # "not available to everyone" says no more than "only for members"
        if kind is Reach.ALONE and scoped.is_negated(cue.start) and scoped.depth[cue.start] == 1:
            near = [c for c in scoped.cues if 0 <= cue.start - c.end <= 2]
            if near:
                kind = Reach.SHARED
            elif cue.end - cue.start == 1:
                continue
        result.append(Found(cue.start, cue.end, kind))
    return tuple(result)


def opens_to_others(reading: Reading) -> bool:
    """Whether a passage plainly says that others have it too: "for all governments", and no negation anywhere in it.

    "None of the others was asked", "no outlet besides ours" hold the same words and mean the opposite.
    """
    is_denied = scopes(reading).cues or any(each.share is Share.NONE for each in quantified(reading))
    return any(limit.kind in _OTHERS_TOO for limit in limits(reading)) and not is_denied


def _ends_clause(cue: Found[Reach], reading: Reading) -> bool:
    """`between 22:00 and 04:00 only`: the word limits what stands before it, which may be anything."""
    after = reading.tokens[cue.end].text if cue.end < len(reading.tokens) else "."
    return reading.tokens[cue.start].lower in _LAST.get(reading.language, ()) and after in ".,;"


def _measures(cue: Found[Reach], reading: Reading) -> bool:
    """`for every month`, `for all 12 pumps`: times and quantities, and nobody who could have what the one has."""
    said = [token.lower for token in reading.tokens[cue.start : cue.end]]
    return any(
        word[:1].isdigit() or is_calendar_word(word, reading.language) or unit_of(word, reading.language) is not None
        for word in said
    )


def _says_both(found: tuple[Found[Reach], ...]) -> bool:
    """`Nobody else besides X`, `only A, and also B`: one passage holds both words, so neither decides."""
    return any(_are_opposed(a, b) for a in found for b in found)


def _are_opposed(a: Found[Reach], b: Found[Reach]) -> bool:
    return (a.kind is Reach.ALONE and b.kind in _OTHERS_TOO) or (b.kind is Reach.ALONE and a.kind in _OTHERS_TOO)


def _before_figure(cue: Found[Reach], reading: Reading) -> bool:
    """`only 12 of them`, `only twelve` are comments on a figure; `only one` may be one that is named."""
    if cue.kind is not Reach.ALONE or cue.end >= len(reading.tokens):
        return False
    after = reading.tokens[cue.end]
    return after.text[:1].isdigit() or after.span.start in starts_of_counts(reading)


def _dispute(a: Found[Reach], b: Found[Reach], left: Reading, right: Reading, found: Match) -> Dispute:
    said = {left.tokens[i].lower for i in a.tokens} | {right.tokens[i].lower for i in b.tokens}
    is_of_a_kind = Reach.EVERYONE in (a.kind, b.kind)
    prior = _OF_A_KIND if is_of_a_kind else -0.8 if said & _WEAK.get(left.language, frozenset()) else 0.0
    return Dispute(
        ReasonKind.EXCLUSIVITY,
        Relation.CONFLICT,
        "exclusivity.alone_or_all" if is_of_a_kind else "exclusivity.alone_or_shared",
        a.tokens,
        b.tokens,
        a.start,
        b.start,
        (*a.tokens, *_named_after(a, left, found)),
        (*b.tokens, *_named_after(b, right, found.mirrored())),
        prior=prior,
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
