"""What the other side gives no answer to, and which of it weighs most: claims with figures, dates and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import Final

from statement_compare.engine.model import Comparison, Role, Side

# A figure can be checked, a date places a claim, a name says whom to ask. Beyond a few of each, more adds nothing.
_FIGURE_WEIGHT, _DATE_WEIGHT, _NAME_WEIGHT = 3, 2, 1
_MOST_COUNTED: Final = 3

# A sentence is near another by its wording from here on; by half of it where they share content words as well.
_NEAR, _NEAR_WITH_WORDS, _WORDS = 0.6, 0.4, 2
# In more sentences than these nothing near is looked for: a person waits for it.
_MOST_SENTENCES = 20_000

# What is loaded to weigh a claim, what the others need first: each takes a few milliseconds.
_MODULES: Final = tuple(
    f"statement_compare.engine.{name}"
    for name in (
        "language",
        "annotate.alternatives",
        "annotate.word_classes",
        "text.endings",
        "text.tokens",
        "claim_contents",
        "text.wording",
    )
)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A claim that is in no link: its sentence id, what it holds, and its rank among its side's (more is first).

    `is_not_taken_up`: no sentence of the other side, read together with it, speaks of the same. That is a claim about a
    whole text, which only a model that read it can make; of all others no answer was found, which says less. `nearest`
    is the sentence of the other side that comes nearest, where one was read with it.
    """

    sentence: int
    figures: int
    dates: int
    names: int
    is_not_taken_up: bool = False
    nearest: int | None = None

    @property
    def weight(self) -> int:
        return (
            _FIGURE_WEIGHT * min(self.figures, _MOST_COUNTED)
            + _DATE_WEIGHT * min(self.dates, _MOST_COUNTED)
            + _NAME_WEIGHT * min(self.names, _MOST_COUNTED)
        )


def unanswered_ids(comparison: Comparison, side: Side) -> tuple[int, ...]:
    """Sentence ids of the claims of one side that are in no link, in reading order.

    Courtesy, contact lines, headings, questions, opinions and predictions are left out: they ask for no answer.
    """
    is_left = side is Side.LEFT
    sentences = (comparison.left if is_left else comparison.right).sentences
    alone = comparison.only_left if is_left else comparison.only_right
    return tuple(i for i in alone if sentences[i].role is Role.CLAIM)


def asks_for_an_answer(comparison: Comparison, side: Side, sentence: int) -> bool:
    """Whether a sentence is a claim, so that it is unanswered where it is in no link."""
    statement = comparison.left if side is Side.LEFT else comparison.right
    return statement.sentences[sentence].role is Role.CLAIM


def unanswered(comparison: Comparison, side: Side) -> tuple[Unanswered, ...]:
    """What `unanswered_ids` names with what it holds, the weightiest first, equals in reading order."""
    statement = comparison.left if side is Side.LEFT else comparison.right
    alone = (statement.sentences[i] for i in unanswered_ids(comparison, side))
    entries = []
    known = {near.sentence: near for near in comparison.nearest if near.side is side}
    for sentence in alone:
        near = known.get(sentence.id)
        entry = weigh(sentence.id, sentence.text, statement.language)
        if near is not None:
            entry = replace(entry, is_not_taken_up=not near.takes_up, nearest=near.other)
        entries.append(entry)
    return tuple(sorted(entries, key=lambda entry: (-entry.weight, entry.sentence)))


def nearest(comparison: Comparison, side: Side, sentence: int) -> int | None:
    """The sentence of the other side whose wording is nearest to one of `side`; None where none is near.

    It is no answer and was not judged to be one; it shows a person where to look. Wording tells nothing between two
    languages.
    """
    mine, other = comparison.left, comparison.right
    if side is Side.RIGHT:
        mine, other = other, mine
    if mine.language != other.language or len(other.sentences) > _MOST_SENTENCES:
        return None
    # Late, as below: words are loaded when a claim is first looked at, and the window opens before it has one.
    from statement_compare.engine.claim_contents import content_stems
    from statement_compare.engine.text.wording import most_in_common

    text = mine.sentences[sentence].text
    share, found = most_in_common(text, [each.text for each in other.sentences])
    if share < _NEAR_WITH_WORDS:
        return None
    shared = content_stems(text, mine.language) & content_stems(other.sentences[found].text, other.language)
    return found if share >= _NEAR or len(shared) >= _WORDS else None


def preparing(comparison: Comparison) -> Iterator[object]:
    """Make ready what `unanswered` and `nearest` ask for, a sentence or a module a step: they are quick afterwards."""
    for name in _MODULES:
        yield import_module(name)
    from statement_compare.engine.text.wording import prepare

    for side in Side:
        statement = comparison.left if side is Side.LEFT else comparison.right
        for i in unanswered_ids(comparison, side):
            yield weigh(i, statement.sentences[i].text, statement.language)
    if _may_be_near(comparison):
        for statement in (comparison.left, comparison.right):
            for sentence in statement.sentences:
                yield prepare(sentence.text)


def _may_be_near(comparison: Comparison) -> bool:
    """Whether a sentence near another is looked for: wording tells nothing between two languages."""
    sides = (comparison.left, comparison.right)
    return sides[0].language == sides[1].language and all(len(each.sentences) <= _MOST_SENTENCES for each in sides)


# Linking or unlinking one pair of two long texts asks for all of them again.
@lru_cache(maxsize=10_000)
def weigh(sentence: int, text: str, language: str) -> Unanswered:
    """Count the figures, dates and names of a sentence."""
    from statement_compare.engine.claim_contents import counted

    return Unanswered(sentence, *counted(text, language))
