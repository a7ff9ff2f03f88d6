from __future__ import annotations

from statement_compare.ui.navigation import Move, Navigation


def test_at_the_last_finding_it_is_said_and_once_more_starts_over() -> None:
    navigation = Navigation()
    order = (3, 1, 2)
    assert navigation.go(order, 1, forward=True) == Move(2)
    assert navigation.go(order, 2, forward=True) == Move(None, "status.last")
    assert navigation.go(order, 2, forward=True) == Move(3)


def test_backwards_it_is_the_same_with_the_first() -> None:
    navigation = Navigation()
    assert navigation.go((3, 1), 3, forward=False) == Move(None, "status.first")
    assert navigation.go((3, 1), 3, forward=False) == Move(1)


def test_turning_round_at_the_end_forgets_that_it_was_said() -> None:
    navigation = Navigation()
    navigation.go((3, 1), 1, forward=True)
    assert navigation.go((3, 1), 1, forward=False) == Move(3)
    navigation.go((3, 1), 3, forward=True)
    assert navigation.go((3, 1), 1, forward=True) == Move(None, "status.last")


def test_among_contradictions_alone_the_others_are_passed_by() -> None:
    navigation = Navigation()
    among = frozenset({3, 2})
    assert navigation.go((3, 1, 2), 3, forward=True, among=among) == Move(2)
    assert navigation.go((3, 1, 2), 2, forward=True, among=among) == Move(None, "status.last")
    assert navigation.go((3, 1, 2), 2, forward=True) == Move(None, "status.last")
    assert navigation.go((3, 1, 2), 2, forward=True) == Move(3)


def test_nothing_to_go_to_is_said() -> None:
    assert Navigation().go((), None, forward=True) == Move(None, "status.no_finding")
    assert Navigation().go((1,), 1, forward=True, among=frozenset()) == Move(None, "status.no_contradiction")
