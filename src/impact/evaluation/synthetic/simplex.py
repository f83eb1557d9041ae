"""Weights that are not negative and sum to one: those whose mix comes nearest to a target."""

from __future__ import annotations

import numpy as np

FACE = 1e-9
"""Slack, as a share of the usual distance of a donor, within which one is as good as another."""
LEAST = 1e-8
"""Penalty, as a share of the usual squared distance, that picks the most even of equal mixes."""
NEWTON_STEPS = 60
SLOPE = 1e-12
"""Newton's method has arrived when no slope is steeper, in units of the usual distance."""


def simplex_weights(donors: np.ndarray, target: np.ndarray, *, ridge: float = 0.0) -> np.ndarray:
    """Return the weights of donors whose mix comes nearest to a target.

    Parameters
    ----------
    donors
        Shape (J, T), one row per donor, in the unit of the outcome; no NaN.
    target
        Shape (T,), in the same unit.
    ridge
        Penalty on the sum of squared weights, in the outcome's unit squared; 0 for none.

    Returns
    -------
    numpy.ndarray
        Shape (J,), not negative, sum 1.

    Notes
    -----
    Minimises |donors' w - target|^2 + ridge |w|^2 over w >= 0 with sum 1. Because the weights sum
    to one, donors' w - target = B w with B the differences between donors and target: the point of
    a convex hull nearest to zero. It is w = u / sum(u), where u >= 0 minimises
    |B u|^2 + (sum(u) - 1)^2: for u = s w the best s is 1 / (1 + |B w|^2), which leaves
    |B w|^2 / (1 + |B w|^2), and that grows with |B w|. So one call of a least squares solver with
    u >= 0 is exact; no heavy penalty on the sum is needed. Without a ridge several mixes can be
    equally near (more donors than years, or twins): the one with the smallest sum of squared
    weights is returned, which does not depend on the order of the donors.

    With a ridge, and for the most even mix, the optimum is w = max(0, B'z + v) for the z and v that
    minimise ridge |z|^2 / 2 - v + |max(0, B'z + v)|^2 / 2: one unknown per year instead of one per
    donor, found by Newton's method; where that stands still, by the least squares solver.

    References
    ----------
    Lawson and Hanson (1974), Solving Least Squares Problems, chapter 23.
    """
    differences = (np.asarray(donors, dtype=float) - np.asarray(target, dtype=float)).T
    distance = np.sqrt((differences**2).sum(axis=0))
    count = len(distance)
    rounding = 1e-14 * (1 + float(np.abs(target).max()))
    usual = float(np.sort(distance)[count // 2])
    scale = usual if usual > rounding else float(distance.max())
    if scale <= rounding:
        return np.full(count, 1 / count)
    differences, ridge = differences / scale, ridge / scale**2
    if ridge > 0:
        return _penalised(differences, ridge)
    weights = _nearest(differences, 0.0)
    nearest = differences @ weights
    reach = np.maximum(distance / scale, 1.0)
    face = differences.T @ nearest <= nearest @ nearest + FACE * reach
    corners = np.vstack([differences, np.ones(count)])[:, face] / reach[face]
    if np.linalg.matrix_rank(corners, tol=FACE) == face.sum():
        return weights
    even = np.zeros(count)
    even[face] = _most_even(differences[:, face] - nearest[:, None])
    return even


def _nearest(differences: np.ndarray, ridge: float) -> np.ndarray:
    from scipy.optimize import nnls

    count = differences.shape[1]
    rows = [differences, np.ones(count)]
    if ridge > 0:
        rows.insert(1, np.sqrt(ridge) * np.eye(count))
    matrix = np.vstack(rows)
    wanted = np.zeros(len(matrix))
    wanted[-1] = 1.0
    found, _ = nnls(matrix, wanted, maxiter=100 * count)
    return found / found.sum()


def _penalised(differences: np.ndarray, ridge: float) -> np.ndarray:
    found = _by_newton(differences, ridge)
    return _nearest(differences, ridge) if found is None else found


def _by_newton(differences: np.ndarray, ridge: float) -> np.ndarray | None:
    """Return the penalised weights; with no ridge the most even exact mix. None if it fails."""
    years, count = differences.shape
    columns = np.vstack([differences, np.ones(count)])
    penalty = np.r_[np.full(years, ridge), 0.0]
    point = np.r_[np.zeros(years), 1 / count]

    def value(point: np.ndarray) -> tuple[np.ndarray, float]:
        weights = np.maximum(point @ columns, 0)
        return weights, 0.5 * (weights @ weights + penalty @ point**2) - point[-1]

    weights, height = value(point)
    for _ in range(NEWTON_STEPS):
        slope = columns @ weights + penalty * point
        slope[-1] -= 1
        if np.abs(slope).max() < SLOPE:
            return weights / weights.sum()
        used = columns[:, weights > 0]
        if not used.size:
            return None
        curve = used @ used.T + np.diag(penalty)
        curve[np.diag_indices(years + 1)] += 1e-13 * np.trace(curve)
        step = np.linalg.solve(curve, slope)
        gain, share = slope @ step, 1.0
        weights, tried = value(point - step)
        while tried > height - 1e-4 * share * gain + 1e-15 and share > 1e-6:
            share /= 2
            weights, tried = value(point - share * step)
        point, height = point - share * step, tried
    return None


def _most_even(columns: np.ndarray) -> np.ndarray:
    """Return the weights with the smallest sum of squares whose mix of columns is zero."""
    weights = _by_newton(columns, 0.0)
    if weights is not None:
        return weights
    weights = _nearest(columns, LEAST)
    used = weights > 0
    while used.any():
        part, equal = columns[:, used], 1 / used.sum()
        centred = part - part.mean(axis=1, keepdims=True)
        step = np.linalg.lstsq(centred, -part.sum(axis=1) * equal, rcond=FACE)[0]
        exact = equal + step - step.mean()
        if (exact >= 0).all():
            if np.abs(part @ exact).max() <= max(FACE, np.abs(columns @ weights).max()):
                weights = np.zeros(len(weights))
                weights[used] = exact
            break
        used[used] = exact > 0
    return weights
