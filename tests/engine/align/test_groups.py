"""Links that grow: which free neighbour joins a link, and which does not."""

from __future__ import annotations

from statement_compare.engine.align.groups import Side, grown

from .scenes import statement

LEAST = 0.2


def side(*texts: str, a_paragraph: int = 99) -> Side:
    return Side(statement(*texts, a_paragraph=a_paragraph).sentences, "en")


def plain(number: int, a_paragraph: int = 99) -> Side:
    return side(*[f"Pump {index} was tested." for index in range(number)], a_paragraph=a_paragraph)


ONE, TWO = plain(1), plain(2)


def test_a_neighbour_that_is_likely_for_the_linked_sentence_joins() -> None:
    assert grown({0: 0}, (ONE, TWO), {(0, 1): 0.5}, LEAST) == [((0,), (0, 1))]
    assert grown({0: 0}, (TWO, ONE), {(1, 0): 0.5}, LEAST) == [((0, 1), (0,))]
    assert grown({0: 1}, (ONE, TWO), {(0, 0): 0.5}, LEAST) == [((0,), (0, 1))]


def test_the_least_chance_is_enough_and_anything_below_is_not() -> None:
    assert grown({0: 0}, (ONE, TWO), {(0, 1): LEAST}, LEAST) == [((0,), (0, 1))]
    assert grown({0: 0}, (ONE, TWO), {(0, 1): 0.19}, LEAST) == [((0,), (0,))]


def test_a_neighbour_that_is_likelier_for_another_sentence_stays_free() -> None:
    chances = {(0, 1): 0.5, (1, 1): 0.6}
    assert grown({0: 0}, (TWO, TWO), chances, LEAST) == [((0,), (0,))]
    assert grown({0: 0}, (TWO, TWO), {(0, 1): 0.5, (1, 1): 0.1}, LEAST) == [((0,), (0, 1))]


def test_of_the_partners_of_a_neighbour_the_likeliest_counts_wherever_it_stands() -> None:
    left, right = plain(5), plain(2)
    assert grown({2: 0}, (left, right), {(0, 1): 0.3, (2, 1): 0.9, (4, 1): 0.6}, LEAST) == [((2,), (0, 1))]
    assert grown({2: 0}, (left, right), {(0, 1): 0.3, (2, 1): 0.6, (4, 1): 0.9}, LEAST) == [((2,), (0,))]


def test_a_neighbour_of_another_paragraph_does_not_join() -> None:
    assert grown({0: 0}, (ONE, plain(2, a_paragraph=1)), {(0, 1): 0.9}, LEAST) == [((0,), (0,))]


def test_a_sentence_that_takes_up_the_linked_one_before_it_joins() -> None:
    told = side("The valve was shut.", "This is wrong.")
    assert grown({0: 0}, (ONE, told), {}, LEAST) == [((0,), (0, 1))]
    assert grown({0: 0}, (told, ONE), {}, LEAST) == [((0, 1), (0,))]


def test_a_sentence_that_takes_up_nothing_and_is_likely_nowhere_stays_free() -> None:
    assert grown({0: 0}, (ONE, TWO), {}, LEAST) == [((0,), (0,))]


def test_a_sentence_does_not_point_at_the_one_behind_it() -> None:
    told = side("This is wrong.", "The valve was shut.")
    assert grown({0: 1}, (ONE, told), {}, LEAST) == [((0,), (1,))]


def test_a_sentence_that_points_back_stays_free_where_it_is_likely_for_another() -> None:
    told = side("The valve was shut.", "This is wrong.")
    assert grown({0: 0}, (TWO, told), {(1, 1): 0.5}, LEAST) == [((0,), (0,))]


def test_a_link_grows_in_both_directions_and_to_three_sentences_at_most() -> None:
    chances = {(0, j): 0.5 for j in range(5)}
    assert grown({0: 2}, (ONE, plain(5)), chances, LEAST) == [((0,), (1, 2, 3))]


def test_the_second_neighbour_is_looked_at_where_the_first_cannot_join() -> None:
    # Nothing stands before sentence 0; sentence 1 behind it is linked.
    assert grown({0: 1}, (ONE, TWO), {(0, 0): 0.5}, LEAST) == [((0,), (0, 1))]
    # Sentence 1 has a linked neighbour on either side; the one before belongs to another matter.
    assert grown({0: 0, 1: 2}, (TWO, plain(3)), {(1, 1): 0.5}, LEAST) == [((0,), (0,)), ((1,), (1, 2))]


def test_the_likeliest_neighbour_joins_first() -> None:
    chances = {(0, 0): 0.3, (0, 2): 0.9, (0, 3): 0.8, (0, 4): 0.7}
    assert grown({0: 1}, (ONE, plain(5)), chances, LEAST) == [((0,), (0, 1, 2))]
    told = side("A pump ran.", "This is wrong.", "A valve leaked.")
    assert grown({0: 0}, (ONE, told), {(0, 1): 0.1}, LEAST) == [((0,), (0, 1))]


def test_links_without_free_neighbours_stay_as_they_are() -> None:
    assert grown({1: 0, 0: 1}, (TWO, TWO), {(0, 0): 0.9}, LEAST) == [((0,), (1,)), ((1,), (0,))]
    assert grown({}, (TWO, TWO), {(0, 0): 0.9}, LEAST) == []
