"""Wording in common: what the gauge shows, and that it never judges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.text.wording import most_in_common, wording_in_common


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        (
            "The plant released 12 million litres of untreated water last year.",
            "The plant released 21 million litres of untreated water last year.",
            0.97,
            0.99,
        ),
        (
            "The council was informed of the delay before the contract was signed.",
            "The council was not informed of the delay before the contract was signed.",
            0.95,
            0.99,
        ),
        ("The court rejected the complaint.", "The court accepted the complaint.", 0.8, 0.95),
        ("Every household got its money back.", "No customer is still waiting for a refund.", 0.2, 0.6),
        ("On 3 May the bridge was closed.", "The bridge was closed on 3 May.", 0.8, 0.96),
    ],
)
def test_wording_in_common_sees_letters_and_not_meaning(left: str, right: str, low: float, high: float) -> None:
    assert low <= wording_in_common(left, right) <= high


def test_only_equal_texts_have_all_wording_in_common() -> None:
    assert wording_in_common("The  bridge is CLOSED.", "the bridge\nis closed.") == 1.0
    assert wording_in_common("the bridge is closed", "the bridge is closed.") < 1.0
    assert wording_in_common("closed is the bridge", "the bridge is closed") < 1.0


def test_an_empty_text_has_nothing_in_common_with_a_sentence() -> None:
    assert wording_in_common("", "The bridge is closed.") == 0.0
    assert wording_in_common("", " ") == 1.0


def test_the_order_of_the_sides_does_not_matter() -> None:
    left, right = "Nine of ten trains ran late in May.", "In May, one train in ten was on time."
    assert wording_in_common(left, right) == wording_in_common(right, left)


WORDS = st.lists(st.sampled_from(("the", "The", "mill", "mills", "closed", "in May", "5", "", "\n")), max_size=6)
LONG = "the mill on the river was closed " * 12
TEXTS = st.one_of(WORDS.map(" ".join), st.sampled_from((LONG, LONG + ".", LONG + "!", "." + LONG)), st.text(max_size=8))


@given(TEXTS, st.lists(TEXTS, max_size=8))
def test_the_most_of_many_is_what_is_found_one_by_one(text: str, others: list[str]) -> None:
    slowly = max(((wording_in_common(text, other), -place) for place, other in enumerate(others)), default=(0.0, 0))
    assert most_in_common(text, others) == (slowly[0], -slowly[1])
