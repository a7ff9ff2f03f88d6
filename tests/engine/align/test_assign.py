"""The best whole, not the best pair first."""

from statement_compare.engine.align.assign import best_matching, weights


def matched(scores: dict[tuple[int, int], float], floor: float = 0.1) -> dict[int, int]:
    return best_matching(weights(scores, scores.values(), floor))


def test_the_best_pair_gives_way_where_the_whole_is_better() -> None:
    assert matched({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8, (1, 1): 0.2}) == {0: 1, 1: 0}


def test_the_best_pair_stands_where_its_rivals_are_worth_less_together() -> None:
    assert matched({(0, 0): 0.9, (0, 1): 0.3, (1, 0): 0.3, (1, 1): 0.05}) == {0: 0}


def test_a_chain_of_rivals_is_moved_along() -> None:
    scores = {(0, 0): 0.6, (1, 0): 0.7, (1, 1): 0.6, (2, 1): 0.7, (2, 2): 0.6}
    assert matched(scores) == {0: 0, 1: 1, 2: 2}


def test_a_pair_below_the_floor_is_no_pair() -> None:
    assert matched({(0, 0): 0.09, (1, 1): 0.1}) == {1: 1}


def test_equal_scores_are_paired_in_order() -> None:
    assert matched({(i, j): 0.5 for i in range(4) for j in range(4)}) == {i: i for i in range(4)}


def test_equal_texts_are_not_exchanged_by_the_rounding_of_scores() -> None:
    # The scores of one text against itself are 0.49999907 and 0.49999834: in millionths less than twice 0.49999871.
    scores = {(0, 0): 0.49999907, (0, 1): 0.49999871, (1, 0): 0.49999871, (1, 1): 0.49999834}
    assert matched(scores) == {0: 1, 1: 0}
    assert best_matching(weights(scores, scores.values(), 0.1, {(0, 0), (1, 1)})) == {0: 0, 1: 1}


def test_equal_texts_give_way_to_a_pair_that_scores_more() -> None:
    scores = {(0, 0): 0.5, (0, 1): 0.500003}
    assert best_matching(weights(scores, scores.values(), 0.1, {(0, 0)})) == {0: 1}


def test_the_order_in_which_pairs_are_listed_does_not_matter() -> None:
    scores = {(0, 1): 0.5, (1, 1): 0.5, (1, 0): 0.5, (2, 0): 0.4, (0, 2): 0.3}
    backwards = dict(reversed(scores.items()))
    assert matched(scores) == matched(backwards)


def test_nothing_to_match_gives_nothing() -> None:
    assert matched({}) == {}
