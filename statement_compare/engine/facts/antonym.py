"""Opposed words said of the same thing: "rose" against "fell", "granted" against "refused"."""

from __future__ import annotations

from functools import cache
from itertools import product

from statement_compare.engine.annotate.cues import Found, phrase_list
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import unsaid_tokens
from statement_compare.engine.annotate.word_classes import AUTHORITY_NOUNS, words_of
from statement_compare.engine.facts import comparison
from statement_compare.engine.facts.denial import denied_tokens, denying, is_denied_aside, is_gainsaid
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.former_states import was_so_before
from statement_compare.engine.facts.opposed_phrases import Side, phrase_pairs
from statement_compare.engine.facts.opposites import in_equal_frames
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.quantifier import may_both_hold
from statement_compare.engine.facts.strength import Dispute, settle
from statement_compare.engine.facts.word_matching import SAME_HEAD, Match, Term
from statement_compare.engine.language import lines, speaking, word_sets
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import TokenKind


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    compared = comparison.between(pair.left, pair.right, lexicon)
    if compared is not None and compared.relation is Relation.SAME:
        # "A is more than B", "B is less than A": "more" and "less" do not oppose each other there.
        return (compared,)
    framed = (
        fact
        for fact in in_equal_frames(pair.left, pair.right, lexicon)
        if not (_is_left_open(fact, pair) or _is_of_then_and_now(fact, pair))
    )
    return (*settle(disputes(pair, lexicon), pair), *framed, *(() if compared is None else (compared,)))


def _is_left_open(fact: Fact, pair: Pair) -> bool:
    """Whether both tell of what was not said, or deny it: "did not say that it is safe", "... that it is unsafe"."""
    return any(
        all(
            span is not None and any(span.start <= reading.tokens[i].span.start < span.end for i in apart(reading))
            for reading, span in ((pair.left, fact.left), (pair.right, fact.right))
        )
        for apart in (unsaid_tokens, denied_tokens)
    )


def _is_of_then_and_now(fact: Fact, pair: Pair) -> bool:
    """Whether one side says that it is so no longer, and the other that it was: "non è più chiusa", "era chiusa"."""
    sides = (
        (pair.left, fact.left, pair.right, fact.right, pair.words),
        (pair.right, fact.right, pair.left, fact.left, pair.words.mirrored()),
    )
    return any(
        was_so_before(cue, negative, positive, rival, found)
        for negative, here, positive, there, found in sides
        if here is not None and there is not None
        for cue in scopes(negative).cues
        if here.start <= negative.tokens[cue.start].span.start < here.end
        for rival, token in enumerate(positive.tokens)
        if token.span.start == there.start
    )


def disputes(pair: Pair, lexicon: Lexicon) -> list[Dispute]:
    """Opposites that stand on one side each; a negation on one of them turns the conflict into agreement."""
    left, right, found = pair.left, pair.right, pair.words
    if left.language != right.language:
        return []
    unsaid_here, unsaid_there = unsaid_tokens(left), unsaid_tokens(right)
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
            if not (
                lexicon.are_antonyms(term.key, rival.key, left.language)
                or _are_converse(term, rival, found, left.language)
            ):
                continue
            if is_denied_aside(left, term.index) or is_denied_aside(right, rival.index):
                continue  # "denied that the opening was delayed" says nothing of the closing
            signs = is_gainsaid(left, term.index), is_gainsaid(right, rival.index)
            if all(signs):
                continue  # "not full" and "not empty" can both be true
            if term.index in unsaid_here and rival.index in unsaid_there:
                continue  # "did not say that it is safe" and "did not say that it is unsafe" can both be true
            if may_both_hold(left, term.index, right, rival.index) or may_both_hold(
                right, rival.index, left, term.index
            ):
                continue  # "some wards are closed" and "some wards are open" can both be true
            same_sign = signs[0] == signs[1]
            mine, yours = _with_cue(term.index, left), _with_cue(rival.index, right)
            result.append(
                Dispute(
                    ReasonKind.ANTONYM,
                    Relation.CONFLICT if same_sign else Relation.SAME,
                    "antonym.opposed" if same_sign else "antonym.cancelled",
                    mine,
                    yours,
                    term.index,
                    rival.index,
                    mine,
                    yours,
                )
            )
    return result + _opposed_phrases(left, right, found)


# Two ends of one deal: opposites only where the same party does both ("exports to Italy", "imports from Italy").
@cache
def _converses(language: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair)
        for rows in speaking(lines("antonyms", "converses"), language)
        for first, second in rows
        for pair in product(phrase_list(first), phrase_list(second))
    )


def _are_converse(term: Term, rival: Term, found: Match, language: str) -> bool:
    if frozenset((term.key, rival.key)) not in _converses(language):
        return False
    before = [n for n, t in enumerate(found.left) if t.index < term.index]
    theirs = [m for m, t in enumerate(found.right) if t.index < rival.index]
    if not before or not theirs:
        return False
    partner, affinity = found.partner_left[before[-1]]
    return affinity >= SAME_HEAD and partner == theirs[-1] and found.partner_right[theirs[-1]][0] == before[-1]


def _opposed_phrases(left: Reading, right: Reading, found: Match) -> list[Dispute]:
    """`Voted in favour of` / `voted against`: the words beside the phrase must answer each other."""
    return [
        Dispute(
            ReasonKind.ANTONYM,
            Relation.CONFLICT,
            "antonym.opposed",
            mine.tokens,
            yours.tokens,
            mine.start,
            yours.start,
            mine.tokens,
            yours.tokens,
        )
        for mine, yours in phrase_pairs(left, right)
        if _meet_beside(mine, yours, found) and not _turns(mine, left) and not _turns(yours, right)
    ]


def are_opposed(left: Reading, right: Reading, here: range, there: range, found: Match, lexicon: Lexicon) -> bool:
    """Whether opposite words stand in two stretches: "did not vote in favour" says what "voted against" says."""
    if any(mine.start in here and yours.start in there for mine, yours in phrase_pairs(left, right)):
        return True
    return any(
        lexicon.are_antonyms(term.key, rival.key, left.language)
        for n, term in enumerate(found.left)
        if term.index in here and not term.is_number and found.partner_left[n][1] < SAME_HEAD
        for m, rival in enumerate(found.right)
        if rival.index in there and not rival.is_number and found.partner_right[m][1] < SAME_HEAD
    )


def _turns(phrase: Found[Side], reading: Reading) -> bool:
    """Whether a negation other than the phrase itself ("fell short of") stands over it."""
    cues = scopes(reading).cues
    return any(c.scope[0] <= phrase.start < c.scope[1] and not phrase.start <= c.start < phrase.end for c in cues)


def _meet_beside(mine: Found[Side], yours: Found[Side], found: Match) -> bool:
    """Whether the content words before both phrases answer each other, and those behind them where both have one."""
    before = [n for n, t in enumerate(found.left) if t.index < mine.start]
    theirs = [m for m, t in enumerate(found.right) if t.index < yours.start]
    after = [n for n, t in enumerate(found.left) if t.index >= mine.end]
    behind = [m for m, t in enumerate(found.right) if t.index >= yours.end]
    if not before or not theirs:
        return False
    pairs = [(before[-1], theirs[-1])] + ([(after[0], behind[0])] if after and behind else [])
    return all(found.partner_left[n][0] == m and found.partner_left[n][1] >= SAME_HEAD for n, m in pairs)


def _names_a_body(term: Term, reading: Reading) -> bool:
    """`Authority` shares its stem with "authorise" and is not the opposite of "prohibited"."""
    return term.is_organisation or term.key in AUTHORITY_NOUNS.get(reading.language, frozenset())


def _compares_figures(index: int, reading: Reading) -> bool:
    """`Below 40` and `above thirty` are bounds, which figures decide."""
    token = reading.tokens[index]
    if token.lower not in words_of(_BOUNDS, reading.language):
        return False
    return any(near.kind is TokenKind.NUMBER for near in reading.tokens[max(0, index - 3) : index + 4]) or any(
        amount.span.start <= token.span.start < amount.span.end for amount in quantities(reading)
    )


_BOUNDS = word_sets("antonyms", "bounds")


def _with_cue(index: int, reading: Reading) -> tuple[int, ...]:
    """The word with the negation or denial that turns it around, so that a reader sees both."""
    denial = denying(reading, index)
    for cue in scopes(reading).cues:
        if cue.scope[0] <= index < cue.scope[1] and 0 < index - cue.end + 1 <= 3:
            return tuple(sorted({*denial, *range(cue.start, cue.end), index}))
    return tuple(sorted({*denial, index}))
