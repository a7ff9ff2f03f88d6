"""Two words in one place of a sentence that may both be true of it: a model alone must make no contradiction of them."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import entity
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.model import ReasonKind

LEXICON = BundledLexicon()


def told(left: str, right: str, language: str = "en") -> tuple[Fact, ...]:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    return entity.compare(pair, LEXICON)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The festival took place in Lyon.", "The festival took place in France.", ("Lyon", "France")),
        ("The talks were led by the chancellor.", "The talks were led by Merkel.", ("chancellor", "Merkel")),
        ("A man was arrested in Lyon.", "A man was arrested in Paris.", ("Lyon", "Paris")),
        ("The meeting was held in Leeds.", "The meeting was held in private.", ("Leeds", "private")),
    ],
)
def test_what_may_be_one_is_told_as_such(left: str, right: str, words: tuple[str, str]) -> None:
    (fact,) = told(left, right)

    assert (fact.kind, fact.relation, fact.rule) == (ReasonKind.ENTITY, Relation.OTHER, entity.PERHAPS_ONE)
    assert fact.left is not None
    assert fact.right is not None
    assert (fact.left.of(left), fact.right.of(right)) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks were held in Lyon.", "The talks were held in Paris."),
        ("The letter was signed by the mayor.", "The letter was signed by the governor."),
    ],
)
def test_rivals_stay_a_conflict(left: str, right: str) -> None:
    assert [fact.relation for fact in told(left, right)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Names of one country may well agree; another deed is no such pair.
        ("The festival took place in the UK.", "The festival took place in Britain."),
        ("The festival took place in Lyon.", "The mayor opened the school in France."),
    ],
)
def test_nothing_is_told_of_other_pairs(left: str, right: str) -> None:
    assert told(left, right) == ()
