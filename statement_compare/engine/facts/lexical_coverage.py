"""How much of what one passage says the other says too, word by word, and which words the other lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statement_compare.engine.annotate.empty_negations import empty_negations
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS, words_of
from statement_compare.engine.facts.fact import Fact, Lexicon
from statement_compare.engine.language import phrases, word_sets, words
from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import Token, TokenKind

# Affinity from which a word counts as covered. It has to be high: vectors hold "easier" and "harder" for alike.
_NEAR = 0.75
# Affinity from which two words mean the same: inflections and listed synonyms alone.
_SAME = 0.9

# Function words that can turn a sentence around where no content word differs: polarity, quantity, order, modality.
_TURNING = words("turning_words", "turning")
# One word that denies is as good as another ("not"/"never").
_DENYING = word_sets("turning_words", "denying")
_DENYING_ENDINGS = phrases("turning_words", "denying_endings")
_DENIAL = ""  # stands for all words that deny
_BEFORE = word_sets("turning_words", "before")
_AFTER = word_sets("turning_words", "after")


@dataclass(frozen=True, slots=True)
class Uncovered:
    """How many content words two passages have, and which of them the other passage has no word for.

    `*_far` have no near word there, `*_lacks` none that means the same: all that are far, and more.
    """

    left_count: int
    right_count: int
    left_far: tuple[Token, ...]
    right_far: tuple[Token, ...]
    left_lacks: tuple[Token, ...]
    right_lacks: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Content words of each side without a near counterpart on the other, and the shares that have one (0 to 1).

    `is_complete`: neither side has a content word that the other does not say, in the same or a synonymous word.
    `is_substituted`: both sides have one, so that a word may stand where another, unlike one stands.
    """

    left_over: tuple[Token, ...]
    right_over: tuple[Token, ...]
    left_share: float
    right_share: float
    is_complete: bool
    is_substituted: bool

    @property
    def of_shorter(self) -> float:
        """The larger share: a side may say more than the other and still agree with it."""
        return max(self.left_share, self.right_share)


def uncovered(left: Reading, right: Reading, lexicon: Lexicon) -> Uncovered:
    """Match content words by stem, then by affinity. A figure is covered by the same figure alone."""
    first, second = _content(left), _content(right)
    left_far, left_lacks = _uncovered(first, second, lexicon)
    right_far, right_lacks = _uncovered(second, first, lexicon)
    return Uncovered(len(first), len(second), left_far, right_far, left_lacks, right_lacks)


def coverage(words: Uncovered, same: Sequence[Fact] = ()) -> Coverage:
    """How far two passages cover each other.

    Words that a fact of `same` spans are covered: "three weeks" answers "21 days" without a word in common.
    """
    left_spans = [fact.left for fact in same if fact.left is not None]
    right_spans = [fact.right for fact in same if fact.right is not None]
    left_over, right_over = _outside(words.left_far, left_spans), _outside(words.right_far, right_spans)
    left_lacks, right_lacks = _outside(words.left_lacks, left_spans), _outside(words.right_lacks, right_spans)
    return Coverage(
        left_over,
        right_over,
        1 - len(left_over) / words.left_count if words.left_count else 1.0,
        1 - len(right_over) / words.right_count if words.right_count else 1.0,
        is_complete=not left_lacks and not right_lacks,
        is_substituted=bool(left_lacks) and bool(right_lacks),
    )


def _outside(tokens: tuple[Token, ...], spans: Sequence[Span]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if not any(s.start <= t.span.start and t.span.end <= s.end for s in spans))


def keeps_order(left: Reading, right: Reading) -> bool:
    """Whether the content words that both passages hold stand in the same order: "A told B" is not "B told A"."""
    first, second = [t.stem for t in _content(left)], [t.stem for t in _content(right)]
    mine, theirs = set(first), set(second)
    return [stem for stem in first if stem in theirs] == [stem for stem in second if stem in mine]


def turning_words(reading: Reading) -> frozenset[str]:
    """Which of the function words that can turn a sentence around stand in the passage; all that deny count as one."""
    known = _TURNING.get(reading.language, frozenset())
    return frozenset(
        _DENIAL if t.lower in words_of(_DENYING, reading.language) else t.lower
        for t in _telling(reading)
        if t.lower in known
    )


def differs_in_polarity(left: Reading, right: Reading) -> bool:
    """Whether one passage alone holds a word that denies ("no inspection took place before the winter")."""
    return _denies(left) != _denies(right)


def differs_in_order(left: Reading, right: Reading) -> bool:
    """Whether one passage says before where the other says after, or neither."""
    return any(_holds(left, known) != _holds(right, known) for known in (_BEFORE, _AFTER))


def _denies(reading: Reading) -> bool:
    endings = _DENYING_ENDINGS.get(reading.language, ())
    return _holds(reading, _DENYING) or any(token.lower.endswith(endings) for token in _telling(reading))


def _holds(reading: Reading, known: Mapping[str, frozenset[str]]) -> bool:
    return any(token.lower in words_of(known, reading.language) for token in _telling(reading))


def has_content(reading: Reading) -> bool:
    """Whether a passage says anything: a word that carries meaning, or a figure."""
    return bool(_content(reading))


@annotation
def _content(reading: Reading) -> tuple[Token, ...]:
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    return tuple(t for t in _telling(reading) if t.kind is not TokenKind.SYMBOL and t.lower not in known)


@annotation
def _telling(reading: Reading) -> tuple[Token, ...]:
    """The tokens without those of an answer that the passage opens with ("No, the mayor signed it")."""
    apart = empty_negations(reading)
    return tuple(token for i, token in enumerate(reading.tokens) if i not in apart) if apart else reading.tokens


def _uncovered(
    mine: tuple[Token, ...], theirs: tuple[Token, ...], lexicon: Lexicon
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The words of one side that the other has no near word for, and those that it has no word of one meaning for."""
    stems = {token.stem for token in theirs}
    others = {token.lower for token in theirs if token.kind is TokenKind.WORD}
    far, lacks = [], []
    for token in mine:
        if token.stem in stems:
            continue
        nearest = 0.0
        if token.kind is TokenKind.WORD:
            for word in others:
                nearest = max(nearest, lexicon.affinity(token.lower, word))
                if nearest >= _SAME:
                    break
        if nearest < _NEAR:
            far.append(token)
        if nearest < _SAME:
            lacks.append(token)
    return tuple(far), tuple(lacks)
