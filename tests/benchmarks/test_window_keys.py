"""The benchmark of the window presses every key, and says which of them are too slow."""

from __future__ import annotations

from benchmarks import window
from statement_compare.ui.actions import ACTIONS


def test_keys_that_are_not_pressed_by_their_id_are_ids() -> None:
    assert {spec.id for spec in ACTIONS if spec.keys} >= window.NOT_PRESSED


def test_a_key_above_the_limit_is_named_unless_it_is_known_to_be() -> None:
    rows = {name: {"p50_ms": ms} for name, ms in (("theme", 90.0), ("link", 51.0), ("find", 49.0))}
    assert window.too_slow(rows, 50.0) == ["link"]
    assert window.too_slow(rows, 40.0) == ["link", "find"]
    assert window.too_slow(rows, None) == []
