"""What a sentence shows for its links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from statement_compare.engine.model import Comparison, Role, Side, Verdict
from statement_compare.session.query import unanswered_in_order
from statement_compare.ui.compare.marks import Marks

LEFT = [["The mine [closed].", "It is old.", "Thank you."]]
RIGHT = [["It is [open].", "It is rather old.", "Sales rose."]]


@pytest.fixture
def both(make: Callable[..., Comparison]) -> Comparison:
    return make(LEFT, RIGHT, "1!1 1=2 2~2")


def marks(both: Comparison, side: Side, shown: frozenset[int] | None = None) -> Marks:
    return Marks(side, both.left if side == Side.LEFT else both.right, both, shown)


def test_a_sentence_of_several_links_shows_the_most_notable(both: Comparison) -> None:
    assert marks(both, Side.LEFT)[0].verdict == Verdict.CONTRADICTION
    assert marks(both, Side.LEFT)[0].links == (0, 1)
    assert marks(both, Side.RIGHT)[1].verdict == Verdict.QUALIFIED
    assert marks(both, Side.RIGHT)[1].links == (2, 1)


def test_the_words_that_clash_are_those_of_the_reasons(both: Comparison) -> None:
    text = both.right.source.text
    assert [clash.span.of(text) for clash in marks(both, Side.RIGHT)[0].clashes] == ["open"]


def test_number_and_sign_stand_before_a_sentence(both: Comparison) -> None:
    assert [marks(both, Side.LEFT)[sentence].label(sentence).split() for sentence in range(3)] == [
        ["1", "≠"],
        ["2", "~"],
        ["3", "∅"],
    ]


@pytest.mark.parametrize("role", list(Role))
def test_only_what_the_list_of_the_unanswered_names_has_their_sign(both: Comparison, role: Role) -> None:
    sentences = both.left.sentences
    other = replace(both.left, sentences=(*sentences[:2], replace(sentences[2], role=role)))
    changed = replace(both, left=other)
    mark = Marks(Side.LEFT, other, changed)[2]
    is_listed = 2 in unanswered_in_order(changed, Side.LEFT)
    assert is_listed == (role is Role.CLAIM)
    assert (mark.sign, mark.is_unanswered) == ("∅" if is_listed else "", is_listed)


def test_a_filter_fades_sentences_whose_links_it_hides(both: Comparison) -> None:
    shown = marks(both, Side.LEFT, frozenset({2}))
    assert (shown[0].is_dimmed, shown[0].clashes) == (True, ())
    assert not shown[1].is_dimmed


def test_a_filter_shows_the_verdict_of_the_link_that_it_lets_through(both: Comparison) -> None:
    assert marks(both, Side.LEFT, frozenset({1}))[0].verdict == Verdict.AGREEMENT


def test_without_a_comparison_sentences_have_numbers_alone(both: Comparison) -> None:
    plain = Marks(Side.LEFT, both.left)
    assert plain[1].label(1).strip("\u00a0") == "2"
    assert plain[1].verdict is None
