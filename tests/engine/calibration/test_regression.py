"""The regression that tables are fitted with gives what scikit-learn 1.5 gives for the same rows."""

from __future__ import annotations

import numpy as np
import pytest

from statement_compare.engine.calibration.regression import chance_of_yes, fit, fit_two

ROWS = np.array([[0.0, 1.0], [1.0, 0.5], [2.0, -1.0], [3.0, 0.0], [0.5, 2.0], [1.5, -0.5], [2.5, 1.5], [3.5, -2.0]])
CLASSES = np.array([0, 0, 1, 2, 0, 1, 2, 1])
WEIGHTS = np.array([1.0, 2.0, 1.0, 0.5, 1.0, 1.0, 3.0, 1.0])


def test_three_classes_get_the_known_weights() -> None:
    fitted = fit(ROWS, CLASSES, 3, 0.7, WEIGHTS)
    known = [[-0.921699, 0.290952], [0.118106, -0.913954], [0.803592, 0.623002]]
    assert fitted.weights == pytest.approx(np.array(known), abs=2e-6)
    assert fitted.constants == pytest.approx(np.array([1.626905, -0.021459, -1.605446]), abs=2e-6)
    chances = fitted.chances(ROWS[:2])
    assert chances == pytest.approx(
        np.array([[0.898745, 0.051818, 0.049437], [0.641244, 0.191023, 0.167733]]), abs=2e-6
    )


def test_yes_and_no_get_the_known_weights() -> None:
    fitted = fit_two(ROWS, CLASSES == 1, 2.0, WEIGHTS)
    assert fitted.weights == pytest.approx(np.array([[0.121775, -1.844025]]), abs=2e-6)
    assert fitted.constants == pytest.approx(np.array([-0.844561]), abs=2e-6)
    chance = chance_of_yes(fitted, ROWS)
    assert ((chance > 0.5) == (CLASSES == 1)).all()


def test_a_row_that_weighs_two_is_a_row_that_stands_twice() -> None:
    twice = fit(np.vstack([ROWS, ROWS[:1]]), np.append(CLASSES, CLASSES[0]), 3, 1.0)
    heavy = fit(ROWS, CLASSES, 3, 1.0, np.array([2.0, 1, 1, 1, 1, 1, 1, 1]))
    assert twice.weights == pytest.approx(heavy.weights, abs=1e-6)


def test_classes_that_a_line_parts_get_weights_that_end() -> None:
    rows = np.array([[-1.0], [-1.0], [1.0], [1.0]])
    assert abs(fit_two(rows, np.array([False, False, True, True]), 1e6).weights[0, 0]) < 100


def test_a_column_that_is_always_nought_weighs_nothing() -> None:
    assert fit(np.hstack([ROWS, np.zeros((8, 1))]), CLASSES, 3, 1.0).weights[:, 2] == pytest.approx(0.0)


def test_a_class_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="every class"):
        fit(ROWS, CLASSES, 4, 1.0)
