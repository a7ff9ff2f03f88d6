"""An explicit denial of what the other passage asserts, told apart from the denial of something else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import PhraseTable
from statement_compare.engine.annotate.figure_context import FIRMLY_OTHER
from statement_compare.engine.annotate.negation_scope import head, is_content, scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import AUXILIARIES, words_of
from statement_compare.engine.facts.denied_extent import ends_of_denied, sentence_around
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import MATCHED, Match, overlap
from statement_compare.engine.language import CODES, phrases, words
from statement_compare.engine.model import ReasonKind


class Part(StrEnum):
    """What a phrase does in a denial."""

    OPENS = "opens"  # "it is untrue that", "denies having": the denied content follows
    CLAIM = "claim"  # "the claim that": the content follows, if a verdict such as "is false" comes after it
    CLOSES = "closes"  # "is false", "are baseless": the content stands before
    SHORT = "short"  # "That is untrue.": the sentence before is denied
    CANCELLED = "cancelled"  # "does not deny that": no denial
    VOID = "void"  # "denied the request", "rejects the tone": no denial of a fact


_PHRASES = {part: phrases("denials", part.value) for part in Part}
_WRONG = phrases("denials", "wrong")
_TRAITS = words("denials", "traits")
_ON_PURPOSE = words("denials", "on_purpose")
# What may be rejected without denying a fact: "rejects the tone", "denied the request".
_NO_FACT = words("denials", "no_fact")
_SETTING = words("denials", "setting")
_THAT = words("denials", "that")
_GERUND_OPENERS = words("denials", "gerund_openers")
_GERUND_ENDINGS = words("denials", "gerund_endings")
_UNTURNING = words("denials", "unturning")


@cache
def _table(language: str) -> PhraseTable[Part] | None:
    """The phrases of a language; "it is {wrong} that" is one for each word that says so ("untrue", "a myth")."""
    if language not in CODES:
        return None
    return PhraseTable(
        {
            part: [
                phrase.replace("{wrong}", wrong)
                for phrase in by_language.get(language, ())
                for wrong in (_WRONG.get(language, ()) if "{wrong}" in phrase else ("",))
            ]
            for part, by_language in _PHRASES.items()
        }
    )


@cache
def _gerund_endings(language: str) -> tuple[str, ...]:
    return tuple(_GERUND_ENDINGS.get(language, ()))


@dataclass(frozen=True, slots=True)
class Denied:
    """Tokens `cue` deny the tokens `content` (half-open), which the tokens `opening` may announce.

    `perhaps` are tokens behind the content that may be denied too, or told: "denied that it leaked and reported ...".
    """

    cue: tuple[int, ...]
    content: tuple[int, int]
    is_cancelled: bool
    opening: tuple[int, ...] = ()
    perhaps: tuple[int, int] = (0, 0)

    def leaves_open(self, index: int) -> bool:
        return self.perhaps[0] <= index < self.perhaps[1]


def compare(pair: Pair, _: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(pair), pair)


def disputes(pair: Pair) -> list[Dispute]:
    """Denied contents that the other passage asserts (conflict), denies too (same), or does not speak of (other)."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    return [
        *_of_one_side(left, right, found),
        *(dispute.mirrored() for dispute in _of_one_side(right, left, found.mirrored())),
    ]


def _of_one_side(denier: Reading, asserter: Reading, found: Match) -> list[Dispute]:
    result = []
    their_denials = denials(asserter)
    # What a side negates is what it says yes or no of: "Счета задним числом не оформлялись".
    turned_here, turned_there = _negated_first(denier), _negated_first(asserter)
    on_purpose = _ON_PURPOSE.get(denier.language, frozenset())
    for denied in denials(denier):
        pairs = [
            (n, found.partner_left[n][0])
            for n, term in enumerate(found.left)
            if denied.content[0] <= term.index < denied.content[1]
            and found.partner_left[n][1] >= MATCHED
            and not term.is_number
        ]
        first_clause = range(*_main_clause(denied, denier))
        inside = [t for t in found.left if denied.content[0] <= t.index < denied.content[1]]
        if not pairs:
            if len(inside) >= 2 and not denied.is_cancelled:
                result.append(_other(denied, inside[0].index, asserter))
            continue
        n, m = max(
            pairs,
            key=lambda pair: (
                found.left[pair[0]].index in first_clause,
                found.left[pair[0]].index in turned_here or found.right[pair[1]].index in turned_there,
                pair[0],
            ),
        )
        place, rival = found.left[n].index, found.right[m].index
        if any(each.leaves_open(rival) for each in their_denials):
            continue
        # With an even number of negations both sides say the same of the denied content.
        is_turned = (_depth(denier, place) + _depth(asserter, rival)) % 2 == 1
        they_deny = any(d.content[0] <= rival < d.content[1] and not d.is_cancelled for d in their_denials)
        if they_deny:
            is_turned = not is_turned
        intent = {denier.tokens[i].lower for i in range(*denied.content)} & on_purpose
        their_intent = {token.lower for token in asserter.tokens} & on_purpose
        shown, theirs = denied.cue, _asserted(denied, denier, range(*scopes(asserter).clause_of(rival)), found)
        if they_deny:
            theirs = next(d.cue for d in their_denials if d.content[0] <= rival < d.content[1] and not d.is_cancelled)
        relation, rule = _relation(denied, is_turned=is_turned, is_of_intent=bool(intent and not their_intent))
        if relation is Relation.CONFLICT and any(
            _is_another(found.right[b].index, asserter) and not _is_another(found.left[a].index, denier)
            for a, b in pairs
        ):
            result.append(_other(denied, place, asserter, rival))
            continue
        predicate = _predicate(denied, denier)
        has_predicate = predicate is None or any(
            term.index == predicate and found.partner_left[k][1] >= MATCHED for k, term in enumerate(found.left)
        )
        met = overlap(found, first_clause, range(len(asserter.tokens)))
        prior = 5 * (met.left - 0.75) - (0.0 if has_predicate else 1.5)
        if rule == "denial.concedes_other":
            prior -= 1.0  # a denial of a negated claim is easily misread
        result.append(
            Dispute(
                ReasonKind.DENIAL,
                relation,
                rule,
                shown,
                theirs or (rival,),
                place,
                rival,
                (*_denier(denied, denier), *denied.cue, *denied.opening),
                (),
                prior=prior,
            )
        )
        if relation is Relation.CONFLICT and not has_predicate:
            result.append(_other(denied, place, asserter, rival))
    return result


@annotation
def _negated_first(reading: Reading) -> frozenset[int]:
    """The words that the negations of a passage fall on."""
    return frozenset(place for cue in scopes(reading).cues for place in head(cue, reading)[:1])


def _is_another(place: int, reading: Reading) -> bool:
    """Whether a thing is said to be another one ("another lease"), of which a denial says nothing."""
    return place > 0 and reading.tokens[place - 1].lower in words_of(FIRMLY_OTHER, reading.language)


def _relation(denied: Denied, *, is_turned: bool, is_of_intent: bool) -> tuple[Relation, str]:
    """How a denial stands to what the other side says, and the rule that says so."""
    if denied.is_cancelled:
        return (Relation.CONFLICT, "denial.concedes_other") if is_turned else (Relation.SAME, "denial.cancelled")
    if is_of_intent:
        return Relation.QUALIFIES, "denial.intent_only"
    if is_turned:
        return Relation.SAME, "denial.both"
    return Relation.CONFLICT, "denial.of_claim"


def _denier(denied: Denied, denier: Reading) -> range:
    """The tokens that name who denies: no part of what is denied."""
    first = denied.cue[0]
    return range(sentence_around(denier, first)[0], first) if denied.content[0] > first else range(0)


def _asserted(denied: Denied, denier: Reading, clause: range, found: Match) -> tuple[int, ...]:
    """What the other side asserts of the denied content: its predicate, or else all of the clause that answers it."""
    predicate = _predicate(denied, denier)
    answers = [
        (term.index, found.right[m].index)
        for n, term in enumerate(found.left)
        for m, affinity in [found.partner_left[n]]
        if denied.content[0] <= term.index < denied.content[1]
        and affinity >= MATCHED
        and found.right[m].index in clause
    ]
    return tuple(rival for place, rival in answers if place == predicate) or tuple(sorted({r for _, r in answers}))


def _depth(reading: Reading, index: int) -> int:
    """How many negations apply to a word, those of the denials themselves left out."""
    apart = {i for denied in denials(reading) for i in range(denied.cue[0] - 1, denied.cue[-1] + 1)}
    return sum(cue.scope[0] <= index < cue.scope[1] and cue.start not in apart for cue in scopes(reading).cues)


def _main_clause(denied: Denied, reading: Reading) -> tuple[int, int]:
    """The denied content up to its first "when", "after", "because": the rest says when or why and is not denied."""
    start, end = denied.content
    setting = _SETTING.get(reading.language, frozenset())
    for i in range(start + 2, end):
        if reading.tokens[i].lower in setting:
            return start, i
    return start, end


def _predicate(denied: Denied, reading: Reading) -> int | None:
    """The word that says what is denied: after the first auxiliary of the content, or the first word after "having"."""
    language, (start, end) = reading.language, _main_clause(denied, reading)
    content = [i for i in range(start, end) if is_content(reading.tokens[i], language)]
    opener = reading.tokens[denied.cue[-1]].lower
    is_gerund = bool(content) and reading.tokens[content[0]].lower.endswith(_gerund_endings(language))
    # "Denied closing the mine", and not "denied that the closing of the mine was delayed"
    is_gerund = is_gerund and opener not in _THAT.get(language, ())
    if opener in _GERUND_OPENERS.get(language, ()) or is_gerund:
        return content[0] if content else None
    auxiliaries = AUXILIARIES.get(language, frozenset())
    aux = next((i for i in range(start, end) if reading.tokens[i].lower in auxiliaries), None)
    return None if aux is None else next((i for i in content if i > aux), None)


def _other(denied: Denied, place: int, asserter: Reading, rival: int | None = None) -> Dispute:
    anchor = rival if rival is not None else len(asserter.tokens) // 2
    return Dispute(
        ReasonKind.DENIAL, Relation.OTHER, "denial.of_other_claim", denied.cue, (), place, anchor, denied.cue, ()
    )


@annotation
def denials(reading: Reading) -> tuple[Denied, ...]:
    """The explicit denials of a passage and what they deny."""
    table = _table(reading.language)
    if table is None:
        return ()
    tokens, unturning = reading.tokens, _UNTURNING.get(reading.language, ())
    found = table.find(tokens)
    result, used = [], set()
    for n, phrase in enumerate(found):
        if n in used or phrase.kind is Part.VOID:
            continue
        start, end = sentence_around(reading, phrase.start)
        if phrase.kind in (Part.OPENS, Part.CANCELLED):
            is_object_before = phrase.kind is Part.CANCELLED and _content_before(reading, start, phrase.start)
            sure, last = ends_of_denied(reading, range(phrase.start, phrase.end), end)
            content = (start, phrase.start) if is_object_before else (phrase.end, sure)
            if {token.lower for token in tokens[content[0] : min(content[1], content[0] + 6)]} & _NO_FACT.get(
                reading.language, frozenset()
            ):
                continue
            perhaps = (0, 0) if is_object_before else (sure, last)
            if content[1] - content[0] < 2:
                if perhaps[0] == perhaps[1]:
                    continue
                content = (phrase.end, phrase.end)
            is_cancelled = phrase.kind is Part.CANCELLED or any(
                cue.end <= phrase.start < cue.scope[1] and cue.word not in unturning for cue in scopes(reading).cues
            )
            result.append(Denied(phrase.tokens, content, is_cancelled, perhaps=perhaps))
        elif phrase.kind is Part.CLAIM:
            closing = next(
                (k for k in range(n + 1, len(found)) if found[k].kind is Part.CLOSES and found[k].start < end),
                None,
            )
            if closing is not None:
                used.add(closing)
                is_claim_last = "claim_last" in _TRAITS.get(reading.language, ())
                content = (start, phrase.start) if is_claim_last else (phrase.end, found[closing].start)
                result.append(Denied(found[closing].tokens, content, is_cancelled=False, opening=phrase.tokens))
        elif phrase.kind is Part.SHORT and start > 0:
            before = sentence_around(reading, start - 2 if start > 1 else 0)
            result.append(Denied(phrase.tokens, before, is_cancelled=False))
    return tuple(result)


@annotation
def denied_tokens(reading: Reading) -> frozenset[int]:
    """The tokens of what a passage denies explicitly, or may deny: "invoices were backdated" in "refutes that ..."."""
    plain = [each for each in denials(reading) if not each.is_cancelled]
    return frozenset(i for each in plain for part in (each.content, each.perhaps) for i in range(*part))


def is_gainsaid(reading: Reading, index: int) -> bool:
    """Whether a passage says no of a word: it is negated, or denied; "denied that it was not safe" says yes of it."""
    if _denial_of(reading, index) is None:
        return scopes(reading).is_negated(index)
    return _depth(reading, index) % 2 == 0


def denying(reading: Reading, index: int) -> tuple[int, ...]:
    """The tokens that deny a word ("denied that"); none where nothing does."""
    found = _denial_of(reading, index)
    return () if found is None else found.cue


def is_denied_aside(reading: Reading, index: int) -> bool:
    """Whether a word is denied with the rest and not by itself: "the unsafe bridge" of "denied that ... was closed".

    One that may be told as well is none that a denial turns into its opposite.
    """
    if any(each.leaves_open(index) for each in denials(reading)):
        return True
    found = _denial_of(reading, index)
    return found is not None and _predicate(found, reading) != index


def _denial_of(reading: Reading, index: int) -> Denied | None:
    for denied in denials(reading):
        start, end = denied.content
        if start <= index < end and not denied.is_cancelled:
            return denied
    return None


def _content_before(reading: Reading, start: int, cue: int) -> bool:
    """`That ash was dumped is something we do not dispute`: the object stands in front."""
    after = reading.tokens[cue + 2] if cue + 2 < len(reading.tokens) else None
    opens_with_that = reading.tokens[start].lower in _THAT.get(reading.language, frozenset())
    return opens_with_that and cue - start > 4 and (after is None or after.text in (".", ",", ";"))
