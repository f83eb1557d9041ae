"""Outliers pulled in to the next value while a distribution is skewed and heavy-tailed."""

from __future__ import annotations

import numpy as np

SKEWED, HEAVY = 2.0, 3.5
MOST_PULLED = 5
FEWEST_VALUES = 4


def skewness(values: np.ndarray) -> float:
    """Return the sample skewness G1 of one indicator's known values.

    Parameters
    ----------
    values
        One dimension; NaN is missing.

    Returns
    -------
    float
        NaN with fewer than 3 known values or no spread.

    Notes
    -----
    G1 = sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5 with central moments m (Joanes and Gill 1998,
    "type 2").
    """
    x, n, second = _centred(values)
    if n < 3 or not second > 0:
        return float("nan")
    return float(np.sqrt(n * (n - 1)) / (n - 2) * np.mean(x**3) / second**1.5)


def excess_kurtosis(values: np.ndarray) -> float:
    """Return the sample excess kurtosis G2 of one indicator's known values.

    Parameters
    ----------
    values
        One dimension; NaN is missing.

    Returns
    -------
    float
        NaN with fewer than 4 known values or no spread.

    Notes
    -----
    G2 = (n - 1) / ((n - 2) (n - 3)) * ((n + 1) (m4 / m2^2 - 3) + 6) (Joanes and Gill 1998,
    "type 2").
    """
    x, n, second = _centred(values)
    if n < 4 or not second > 0:
        return float("nan")
    plain = np.mean(x**4) / second**2 - 3
    return float((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * plain + 6))


def treatment_limits(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits to which outliers of each indicator are pulled in.

    Parameters
    ----------
    values
        Shape (draws x) places x indicators; NaN is missing.

    Returns
    -------
    lower, upper
        Shape (draws x) indicators; infinite where nothing is pulled in. `numpy.clip` with them
        treats the values, those of later years too.

    Notes
    -----
    An indicator needs treatment when its skewness is beyond 2 (either way) and its excess kurtosis
    above 3.5. Then the largest value (the smallest when skewed to the left), with all values equal
    to it, is moved to the next, until one of the two is within bounds or five values have been
    moved. What is moved is decided once, in the base year, so that a series stays comparable.

    References
    ----------
    OECD and JRC (2008), Handbook on constructing composite indicators, section on outliers.
    """
    flat = values.reshape(-1, *values.shape[-2:])
    lower = np.full((len(flat), values.shape[-1]), -np.inf)
    upper = np.full_like(lower, np.inf)
    for draw, table in enumerate(flat):
        for column in range(table.shape[1]):
            lower[draw, column], upper[draw, column] = _limits(table[:, column])
    shape = (*values.shape[:-2], values.shape[-1])
    return lower.reshape(shape), upper.reshape(shape)


def _limits(values: np.ndarray) -> tuple[float, float]:
    x = np.sort(values[np.isfinite(values)])
    low, high = -np.inf, np.inf
    for _ in range(MOST_PULLED):
        if len(x) < FEWEST_VALUES or not needs_treatment(x):
            break
        right = skewness(x) > 0
        end = x[-1] if right else x[0]
        tied = x == end
        others = x[~tied]
        moved = (values >= end).sum() if right else (values <= end).sum()
        if not len(others) or moved > MOST_PULLED:
            break
        limit = others[-1] if right else others[0]
        x = np.where(tied, limit, x)
        low, high = (low, float(limit)) if right else (float(limit), high)
    return low, high


def needs_treatment(values: np.ndarray) -> bool:
    """Return whether one indicator's values are both skewed and heavy-tailed.

    Parameters
    ----------
    values
        One dimension; NaN is missing.

    Returns
    -------
    bool
        True when |skewness| is above 2 and the excess kurtosis above 3.5.
    """
    return bool(abs(skewness(values)) > SKEWED and excess_kurtosis(values) > HEAVY)


def _centred(values: np.ndarray) -> tuple[np.ndarray, int, float]:
    known = values[np.isfinite(values)]
    if not len(known):
        return known, 0, 0.0
    x = known - known.mean()
    second = float(np.mean(x**2))
    return x, len(known), second if second > 1e-24 * max(1.0, float(known.mean()) ** 2) else 0.0
