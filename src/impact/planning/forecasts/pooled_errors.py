"""How wrong forecasts of all places have been, by size: the range of the next one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FEWEST = 30
"""Fewer known errors give no range."""
WEIGHTS = np.concatenate([[0.0], 10.0 ** np.arange(1, 7.01, 0.25)])
"""What is tried for b / a: the size at which half of s^2 comes of a place being small."""
FEW_ABOVE = 0.95
"""Share of places up to the size from which on all count alike."""
DIGITS = 9
"""Fits equal to so many digits are equal: the first is taken."""


@dataclass(frozen=True, slots=True)
class PooledErrors:
    """Size-scaled quantiles of absolute errors, one entry per horizon.

    Parameters
    ----------
    constant, per_inverse
        s^2(n) = constant + per_inverse / n, n the size of a place.
    quantile
        Of |error| / s(n) over all places and origins whose outcome is known; NaN when too few.
    extended
        True where the range is that of a shorter horizon, widened.
    cases
        Errors it rests on.
    largest
        Size from which on places count alike: beyond it there are too few to learn from.
    """

    constant: np.ndarray
    per_inverse: np.ndarray
    quantile: np.ndarray
    extended: np.ndarray
    cases: np.ndarray
    largest: float


def outcome_errors(
    forecasts: np.ndarray, measured: np.ndarray, fresh: np.ndarray, horizons: tuple[int, ...]
) -> np.ndarray:
    """Return outcome minus forecast; NaN where there is no outcome or the series started anew.

    Parameters
    ----------
    forecasts
        Places by origins by horizons.
    measured
        Places by years: measured values, NaN elsewhere.
    fresh
        Places by years: where a run starts.
    horizons
        Years ahead of the third axis.
    """
    errors = np.full(forecasts.shape, np.nan)
    started = np.cumsum(fresh, axis=1)
    for position, horizon in enumerate(horizons):
        if horizon < measured.shape[1]:
            same = started[:, horizon:] == started[:, :-horizon]
            found = measured[:, horizon:] - forecasts[:, :-horizon, position]
            errors[:, :-horizon, position] = np.where(same, found, np.nan)
    return errors


def pooled_errors(
    errors: np.ndarray,
    sizes: np.ndarray,
    horizons: tuple[int, ...],
    origin: int,
    coverage: float = 0.8,
) -> PooledErrors:
    """Return the scale and quantile of the errors that are known in a year.

    Parameters
    ----------
    errors
        Places by origins by horizons, from `outcome_errors`.
    sizes
        Size of each place (inhabitants), over nought.
    horizons
        Years ahead of the third axis, ascending.
    origin
        Position of the year: outcomes after it are not used.
    coverage
        Share of outcomes the range is to hold.

    Notes
    -----
    s^2(n) = a + b / n as in `size_scale`, the largest 5 % of places as one size; the quantile of
    z = |error| / s(n) is the ceil((m + 1) coverage)-th smallest of m. A horizon without enough
    known outcomes takes the longest one that has them, widened by sqrt(h / h0), and is marked.

    References
    ----------
    J. Lei, M. G'Sell, A. Rinaldo, R. J. Tibshirani, L. Wasserman, Distribution-free predictive
    inference for regression, Journal of the American Statistical Association 113 (2018)
    1094-1111: the quantile. Pooling places, and the scale by size, are this project's.
    """
    largest = float(np.quantile(sizes, FEW_ABOVE))
    inverse = 1.0 / np.minimum(np.asarray(sizes, dtype=float), largest)
    shape = (len(horizons),)
    constant, slope, quantile = np.zeros(shape), np.zeros(shape), np.full(shape, np.nan)
    extended, cases = np.zeros(shape, bool), np.zeros(shape, int)
    last = -1
    for position, horizon in enumerate(horizons):
        known = errors[:, : max(origin - horizon + 1, 0), position]
        row, _ = np.nonzero(np.isfinite(known))
        found = np.abs(known[np.isfinite(known)])
        cases[position] = len(found)
        if len(found) >= FEWEST:
            sums, counts = (
                np.bincount(row, weights, minlength=len(inverse)) for weights in (found**2, None)
            )
            constant[position], slope[position] = size_scale(sums, counts, inverse)
            scores = found / _scale(constant[position], slope[position], inverse[row])
            quantile[position] = _quantile(scores, coverage)
            last = position
        elif last >= 0:
            wider = horizon / horizons[last]
            constant[position], slope[position] = constant[last] * wider, slope[last] * wider
            quantile[position], extended[position] = quantile[last], True
    return PooledErrors(constant, slope, quantile, extended, cases, largest)


def size_scale(squares: np.ndarray, counts: np.ndarray, inverse: np.ndarray) -> tuple[float, float]:
    """Return a and b of s^2(n) = a + b / n.

    Parameters
    ----------
    squares
        Sum of the squared errors of each place.
    counts
        How many those are.
    inverse
        1 / n of each place.

    Notes
    -----
    Written a (1 + w / n), with w of `WEIGHTS` and a = mean of e^2 / (1 + w / n) for which
    sum log s^2 + e^2 / s^2 is smallest, as if errors were normal. Plain least squares on squared
    errors follows the many small places; for the largest it can leave no range at all.
    """
    total = counts.sum()
    shape = 1 + WEIGHTS[:, None] * inverse
    constants = (squares / shape).sum(axis=1) / total
    if not (constants > 0).all():
        return 0.0, 0.0
    lack = np.log(constants) + np.log(shape) @ counts / total
    best = int(np.argmin(np.round(lack, DIGITS)))
    return float(constants[best]), float(constants[best] * WEIGHTS[best])


def half_widths(pooled: PooledErrors, sizes: np.ndarray) -> np.ndarray:
    """Return how far the range reaches to each side: places by horizons.

    Parameters
    ----------
    pooled
        As from `pooled_errors`.
    sizes
        Size of each place.

    Notes
    -----
    Never narrower than a shorter horizon's: few outcomes far ahead must not make a forecast look
    more certain than one nearby.
    """
    inverse = 1.0 / np.minimum(np.asarray(sizes, dtype=float), pooled.largest)
    widths = pooled.quantile * _scale(pooled.constant, pooled.per_inverse, inverse[:, None])
    return np.where(np.isfinite(widths), np.fmax.accumulate(widths, axis=1), np.nan)


def _scale(
    constant: np.ndarray | float, slope: np.ndarray | float, inverse: np.ndarray
) -> np.ndarray:
    scale = np.sqrt(constant + slope * inverse)
    return np.where(scale > 0, scale, 1.0)


def _quantile(scores: np.ndarray, coverage: float) -> float:
    rank = min(int(np.ceil((len(scores) + 1) * coverage - 1e-9)), len(scores))
    return float(np.partition(scores, rank - 1)[rank - 1])
