"""Multinomial logistic regression with an L2 penalty, by Newton's method: what a table of weights is fitted with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MOST_STEPS, _MOST_HALVINGS = 100, 30
_NEAR = 1e-9
# Products of so many rows are worked out by one thread: on a busy machine several wait for each other far longer than
# they work, which made a fit of a second one of minutes.
_ROWS_TOGETHER = 256
# All constants may move together without a change of any chance: this keeps the system solvable.
_JITTER = 1e-9


@dataclass(frozen=True, slots=True)
class Fitted:
    """`weights` has the shape (classes, columns), `constants` (classes,); both sum to 0 over the classes."""

    weights: Floats
    constants: Floats

    def chances(self, table: Floats) -> Floats:
        """Shape (rows, classes); each row sums to 1."""
        return _softmax(table @ self.weights.T + self.constants)


def fit(
    table: Floats, classes: NDArray[np.int64], count: int, strength: float, weights: Floats | None = None
) -> Fitted:
    """The weights that make `strength` times the weighted log loss, plus half the squared weights, least.

    `table` has the shape (rows, columns), `classes` holds a number from 0 to `count` - 1 a row; ValueError where one of
    these has no row. Constants are not penalised. It is what scikit-learn's LogisticRegression with C = `strength`
    gives.
    """
    if set(classes.tolist()) != set(range(count)):
        raise ValueError("every class needs a row")
    rows, columns = table.shape
    wide = np.hstack([table, np.ones((rows, 1))])
    share = strength * (np.ones(rows) if weights is None else weights)
    hit = np.eye(count)[classes]
    penalty = np.append(np.ones(columns), 0.0)
    found: Floats = np.zeros((count, columns + 1))
    loss = _loss(found, wide, hit, share, penalty)
    for _ in range(_MOST_STEPS):
        chance = _softmax(wide @ found.T)
        slope = ((chance - hit) * share[:, None]).T @ wide + found * penalty
        if np.abs(slope).max() < _NEAR * max(1.0, share.sum()):
            break
        step = _solved(_curvature(chance, wide, share, penalty), slope.ravel()).reshape(found.shape)
        length = 1.0
        for _ in range(_MOST_HALVINGS):
            nearer = found - length * step
            less = _loss(nearer, wide, hit, share, penalty)
            if less <= loss:
                break
            length /= 2
        else:
            break
        found, loss = nearer, less
    return Fitted(found[:, :-1], found[:, -1] - found[:, -1].mean())


def fit_two(table: Floats, is_so: NDArray[np.bool_], strength: float, weights: Floats | None = None) -> Fitted:
    """As `fit` for yes and no: one row of weights, the log odds of yes, with shape (1, columns)."""
    # Two rows that are each other's opposites are penalised half as much as the one that is their difference.
    both = fit(table, is_so.astype(np.int64), 2, strength / 2, weights)
    return Fitted(both.weights[1:] - both.weights[:1], both.constants[1:] - both.constants[:1])


def chance_of_yes(fitted: Fitted, table: Floats) -> Floats:
    """Shape (rows,), of what `fit_two` gave."""
    total = table @ fitted.weights[0] + fitted.constants[0]
    found: Floats = 1 / (1 + np.exp(-np.clip(total, -500, 500)))
    return found


def _softmax(totals: Floats) -> Floats:
    powers = np.exp(totals - totals.max(axis=1, keepdims=True))
    found: Floats = powers / powers.sum(axis=1, keepdims=True)
    return found


def _loss(found: Floats, wide: Floats, hit: Floats, share: Floats, penalty: Floats) -> float:
    totals = wide @ found.T
    highest = totals.max(axis=1, keepdims=True)
    logs = totals - highest - np.log(np.exp(totals - highest).sum(axis=1, keepdims=True))
    return float(-(share * (hit * logs).sum(axis=1)).sum() + 0.5 * (found**2 * penalty).sum())


def _curvature(chance: Floats, wide: Floats, share: Floats, penalty: Floats) -> Floats:
    """The second derivatives, shape (classes * columns, classes * columns)."""
    count, columns = chance.shape[1], wide.shape[1]
    found: Floats = np.zeros((count, columns, count, columns))
    for a in range(count):
        for b in range(count):
            each = share * chance[:, a] * ((a == b) - chance[:, b])
            for start in range(0, len(wide), _ROWS_TOGETHER):
                some = slice(start, start + _ROWS_TOGETHER)
                found[a, :, b, :] += (wide[some] * each[some, None]).T @ wide[some]
    whole = found.reshape(count * columns, count * columns)
    whole[np.diag_indices_from(whole)] += np.tile(penalty, count) + _JITTER
    return whole


def _solved(matrix: Floats, right: Floats) -> Floats:
    """The solution of a symmetric, positive system, by elimination; both are written over.

    numpy's own solver shares a hundred lines out among threads (see `_ROWS_TOGETHER`).
    """
    size = len(right)
    for line in range(size):
        share = matrix[line + 1 :, line] / matrix[line, line]
        matrix[line + 1 :, line:] -= np.multiply.outer(share, matrix[line, line:])
        right[line + 1 :] -= share * right[line]
    found: Floats = np.zeros(size)
    for line in reversed(range(size)):
        found[line] = (right[line] - (matrix[line, line + 1 :] * found[line + 1 :]).sum()) / matrix[line, line]
    return found
