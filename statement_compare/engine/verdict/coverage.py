"""How much of what one passage says the other says too, word by word: what is left over may be the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.facts.words import FUNCTION_WORDS, word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading

# Affinity from which a word counts as covered. Vectors put "easier" beside "harder": near is not the same.
_NEAR = 0.75
# Affinity from which two words mean the same: inflections and listed synonyms alone.
_SAME = 0.9

# Function words that can turn a sentence around where no content word differs: polarity, quantity, order, modality.
_TURNING: dict[str, frozenset[str]] = {
    "en": word_set(
        "not no never none nobody nothing neither nowhere without only solely alone sole all every each both any "
        "most many "
        "few several some more less fewer before after since until till during could might may must should shall will "
        "would can cannot ought need if unless although though over under above below within against for from "
        "to up down"
    ),
    "ru": word_set(
        "не ни нет без никто ничто никогда нигде только лишь исключительно все всё всех каждый оба некоторые несколько "
        "многие большинство до после перед может могут можно нельзя должен должна должны обязан если более "
        "менее больше "
        "меньше от из за против под над"
    ),
    "kk": word_set("емес жоқ ғана тек барлық бүкіл бәрі барлығы ешқандай ешкім кейін дейін бұрын керек тиіс мүмкін"),
    "de": word_set(
        "nicht kein keine keinen keinem nie niemals niemand nichts nur allein ausschließlich alle allen jeder "
        "jede einige "
        "mehrere viele wenige meisten vor nach seit bis während kann können darf dürfen muss müssen soll sollen sollte "
        "wenn mehr weniger über unter gegen für von zu ohne weder"
    ),
    "fr": word_set(
        "ne n' pas non jamais rien aucun aucune personne sans seul seule seulement uniquement tous toutes "
        "chaque plusieurs "
        "quelques plupart avant après depuis jusqu' peut peuvent doit doivent si plus moins contre pour de à"
    ),
    "es": word_set(
        "no nunca jamás nada nadie ningún ninguna ninguno sin solo sólo solamente único única todos todas cada varios "
        "algunos mayoría antes después desde hasta puede pueden debe deben si más menos contra para de a"
    ),
}


_DENYING = word_set(
    "not no never none nobody nothing neither nowhere without cannot не ни нет без никто ничто никогда нельзя емес жоқ "
    "nicht kein keine keinen keinem nie niemals niemand nichts ohne ne pas jamais aucun aucune sans nunca jamás nadie "
    "nada ningún ninguna ninguno sin tampoco"
)
_BEFORE = word_set("before until till до перед бұрын дейін vor bevor bis avant jusqu' antes hasta")
_AFTER = word_set("after since после с кейін nach nachdem seit après depuis después desde")


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


def coverage(left: Reading, right: Reading, lexicon: Lexicon, same: Sequence[Fact] = ()) -> Coverage:
    """Match content words by stem, then by affinity. A figure is covered by the same figure alone.

    Words that a fact of `same` spans are covered: "three weeks" answers "21 days" without a word in common.
    """
    first, second = _content(left), _content(right)
    left_spans = [fact.left for fact in same if fact.left is not None]
    right_spans = [fact.right for fact in same if fact.right is not None]

    def over(enough: float) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        return (
            _outside(_uncovered(first, second, lexicon, enough), left_spans),
            _outside(_uncovered(second, first, lexicon, enough), right_spans),
        )

    (left_over, right_over), (left_lacks, right_lacks) = over(_NEAR), over(_SAME)
    return Coverage(
        left_over,
        right_over,
        1 - len(left_over) / len(first) if first else 1.0,
        1 - len(right_over) / len(second) if second else 1.0,
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
    return frozenset("not" if t.lower in _DENYING else t.lower for t in reading.tokens if t.lower in known)


def differs_in_polarity(left: Reading, right: Reading) -> bool:
    """Whether one passage alone holds a word that denies ("no inspection took place before the winter")."""
    return _holds(left, _DENYING) != _holds(right, _DENYING)


def differs_in_order(left: Reading, right: Reading) -> bool:
    """Whether one passage says before where the other says after, or neither."""
    return any(_holds(left, words) != _holds(right, words) for words in (_BEFORE, _AFTER))


def _holds(reading: Reading, words: frozenset[str]) -> bool:
    return any(token.lower in words or ("not" in words and token.lower.endswith("n't")) for token in reading.tokens)


def has_content(reading: Reading) -> bool:
    """Whether a passage says anything: a word that carries meaning, or a figure."""
    return bool(_content(reading))


def _content(reading: Reading) -> tuple[Token, ...]:
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    return tuple(t for t in reading.tokens if t.kind is not TokenKind.SYMBOL and t.lower not in known)


def _uncovered(
    mine: tuple[Token, ...], theirs: tuple[Token, ...], lexicon: Lexicon, enough: float
) -> tuple[Token, ...]:
    stems = {token.stem for token in theirs}
    words = {token.lower for token in theirs if token.kind is TokenKind.WORD}
    return tuple(
        token
        for token in mine
        if token.stem not in stems
        and (
            token.kind is not TokenKind.WORD or not any(lexicon.affinity(token.lower, word) >= enough for word in words)
        )
    )
