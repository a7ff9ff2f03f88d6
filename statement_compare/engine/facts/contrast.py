"""What one side sets another thing against, told of that thing: "Unlike Oslo, Bergen paid", "Oslo paid"."""

from __future__ import annotations

from statement_compare.engine.annotate.contrasted import contrasted, contrasting_words
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.annotate.word_classes import ADVERBS, FUNCTION_WORDS
from statement_compare.engine.facts.exclusivity import limits
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.modality import modals
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.strength import span_of
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import TokenKind

CONTRASTED = "negation.contrasted"
# As sure as a clause that is denied with all its words.
_STRENGTH = 0.8
# Content words of a subject at most.
_LONGEST_SUBJECT = 4
_NONE: frozenset[str] = frozenset()


def between(pair: Pair) -> tuple[Fact, ...]:
    """The conflict of a contrast with the same statement of what it is set against, and of both as well."""
    left, right = pair.left, pair.right
    if left.language != right.language or "?" in left.text + right.text:
        return ()
    fact = _of_one_side(left, right) or _of_one_side(right, left, is_turned=True)
    return () if fact is None else (fact,)


def _of_one_side(mine: Reading, yours: Reading, *, is_turned: bool = False) -> Fact | None:
    """Nothing where the other side says anything else, or something of another subject: a contrast may lie there."""
    apart = contrasted(mine)
    if not apart or contrasted(yours) or limits(mine) or limits(yours):
        return None
    if bool(modals(mine)) != bool(modals(yours)):
        return None
    if (len(scopes(mine).cues) + len(scopes(yours).cues)) % 2:
        return None
    if _circumstances(mine, apart) != _circumstances(yours, frozenset()):
        return None
    openers = contrasting_words(mine.language)
    against = {mine.tokens[i].stem for i in _content(mine) if i in apart and mine.tokens[i].lower not in openers}
    own = [i for i in _content(mine) if i not in apart]
    told = _content(yours)
    mine_stems, their_stems = ([reading.tokens[i].stem for i in at] for reading, at in ((mine, own), (yours, told)))
    if not against or not against <= set(their_stems) or against & set(mine_stems):
        return None
    # The subject comes first on both sides: "Bergen", and "Oslo" or "Oslo and Bergen"; the rest is the same.
    for subject in range(1, min(len(own), _LONGEST_SUBJECT + 1)):
        named = set(mine_stems[:subject])
        rest = set(mine_stems[subject:])
        lead = len(against) + (len(named) if named <= set(their_stems) else 0)
        if set(their_stems[:lead]) <= against | named and rest and set(their_stems[lead:]) == rest:
            spans = span_of(mine, (*sorted(apart), *own[:subject])), span_of(yours, told[:lead])
            fact = Fact(ReasonKind.NEGATION, Relation.CONFLICT, *spans, _STRENGTH, CONTRASTED)
            return fact.mirrored() if is_turned else fact
    return None


def _circumstances(reading: Reading, apart: frozenset[int]) -> set[str]:
    """All that is told of when, how and how many, as it is written."""
    starts = {reading.tokens[i].span.start for i in apart}
    times = {each.span.of(reading.text).lower() for each in moments(reading) if each.span.start not in starts}
    language, known = reading.language, FUNCTION_WORDS.get(reading.language, _NONE)
    shown = frozenset(_content(reading)) | framed_tokens(reading) | apart
    rest = {
        token.lower for i, token in enumerate(reading.tokens) if i not in shown and token.kind is not TokenKind.SYMBOL
    }
    return times | {word for word in rest if word not in known or word in ADVERBS.get(language, _NONE)}


def _content(reading: Reading) -> list[int]:
    framed = framed_tokens(reading)
    return [i for i, token in enumerate(reading.tokens) if i not in framed and is_content(token, reading.language)]
