"""A second verb of what is denied ("denied that it had met and told them") may be denied, and is no sure report."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, reading

from statement_compare.engine.facts import denial, negation
from statement_compare.engine.facts.denial import denied_tokens
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired


@pytest.mark.parametrize(
    ("text", "word", "is_denied"),
    [
        ("The bank denied that it had misled clients and reported false profits.", "profits", True),
        ("The mayor denied that he had met the builders and told them the price.", "price", True),
        ("The bank denied that inspectors had visited the plant and found mould.", "mould", True),
        ("The minister denied that the court had heard him and ruled against him.", "ruled", True),
        # What is told behind a denial.
        ("The bank denied that it hid data and said that the pier was safe.", "safe", False),
        ("The bank denied that it hid data and said the pier was safe.", "safe", False),
        ("The bank denied that it hid data and told reporters that the pier was safe.", "safe", False),
        ("The bank denied that it hid data and stated that the pier was safe.", "safe", False),
        ("The bank denied that it hid data and replied: the pier was safe.", "safe", False),
        ("The harbour denied hiding it and said that the pier was safe.", "safe", False),
        ("The harbour denied hiding it and reported the theft.", "theft", False),
        ("The harbour denied the report and announced a new plan.", "plan", False),
    ],
)
def test_a_second_verb_may_be_denied_and_a_report_is_not(text: str, word: str, is_denied: bool) -> None:
    told = reading(text, "en")
    assert any(told.tokens[i].lower == word for i in denied_tokens(told)) is is_denied


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bank denied that it had misled clients and reported false profits.", "The bank reported no profits."),
        ("The bank denied that inspectors had visited the plant and found mould.", "Inspectors found no mould."),
    ],
)
def test_what_is_denied_along_is_no_conflict_with_a_denial(left: str, right: str) -> None:
    pair = paired(reading(left, "en"), reading(right, "en"), LEXICON)
    assert Relation.CONFLICT not in {fact.relation for fact in negation.compare(pair, LEXICON)}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # The first verb is denied, whatever the second one tells.
        (
            "The mill denied that it had leaked and announced an inquiry into it.",
            "The mill had leaked.",
            Relation.CONFLICT,
        ),
        ("The mill denied that it had leaked and reported 12 tests.", "The mill had leaked.", Relation.CONFLICT),
        (
            "The bank denied that it had misled clients and reported gains.",
            "The bank had misled clients.",
            Relation.CONFLICT,
        ),
        # The second one is left open.
        ("The bank denied that it had misled clients and reported gains.", "The bank reported gains.", Relation.OTHER),
        (
            "The bank denied that it had misled clients and reported gains.",
            "It denied having had gains.",
            Relation.OTHER,
        ),
        # The last one opens a report, and denies nothing of it.
        (
            "The bank denied that it had misled clients and reported gains and said that it had paid.",
            "The bank had paid.",
            Relation.OTHER,
        ),
    ],
)
def test_the_first_verb_alone_is_surely_denied(left: str, right: str, relation: Relation) -> None:
    pair = paired(reading(left, "en"), reading(right, "en"), LEXICON)
    assert {fact.relation for fact in denial.compare(pair, LEXICON)} == {relation}
