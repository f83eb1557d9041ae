"""Recent trend of five points as the English public-health profiles mark it."""

from __future__ import annotations

import numpy as np
from scipy import stats

POINTS = 5
WIDTH = 3.92


def recent(
    series: np.ndarray, years: np.ndarray, *known: np.ndarray, confidence: float
) -> np.ndarray:
    """Return slope, lower, upper, p-value, spread, chi-square and same sign of five points.

    Parameters
    ----------
    series
        Shape (series, points): values.
    years
        Shape (points,), increasing; distances count.
    known
        Each of the shape of `series`: the width of the values' 95 % limits, or two, the events
        and the persons of which the values are the share.
    confidence
        Of the limits of the slope.

    Returns
    -------
    array
        Shape (series, 7). Same sign is 1 where the slope keeps its sign with any one point left
        out. NaN where a width is missing or not above 0, or a count is missing or cannot be.

    Notes
    -----
    Weights w = (3.92 / width)^2. slope = (Sw Swty - Swt Swy) / (Sw Swt^2 - (Swt)^2),
    chi-square = slope^2 (Sw Swt^2 - (Swt)^2) / Sw on one degree of freedom, S being sums over
    the points and t the year. Of x events among n persons, chi-square =
    N (N Sxt - X Snt)^2 / (X (N - X) (N Snt^2 - (Snt)^2)), X = Sx, N = Sn, which is the same
    with w = n / (P (1 - P)), P = X / N; the slope is put in the unit of the values by the ratio
    of their weighted mean to P. A trend is marked when chi-square is above 9.5495 (p < 0.002)
    and the sign is the same. Only chance within each year counts, not what moves all figures
    of a year.

    References
    ----------
    Armitage (1955), Biometrics 11, 375-386, for the chi-square of shares.
    """
    if len(known) == 1:
        width = np.where((known[0] > 0) & np.isfinite(known[0]), known[0], np.nan)
        return _marker(series, years, (WIDTH / width) ** 2, confidence)
    possible = (known[1] > 0) & (known[0] >= 0) & (known[0] <= known[1])
    events, persons = (np.where(possible, part, np.nan) for part in known)
    whole, total = persons.sum(axis=1, keepdims=True), events.sum(axis=1, keepdims=True)
    share = total / whole
    mean = (persons * series).sum(axis=1, keepdims=True) / whole
    unit = np.where(total > 0, mean / np.where(total > 0, share, 1.0), 1.0)
    chance = np.where((share > 0) & (share < 1), share * (1 - share), 1.0)
    return _marker(events / persons * unit, years, persons / chance / unit**2, confidence)


def _marker(
    series: np.ndarray, years: np.ndarray, weight: np.ndarray, confidence: float
) -> np.ndarray:
    slope, precision = _weighted(series, years, weight)
    largest = np.maximum(np.abs(series).max(axis=1), 1e-300)
    slope = np.where(np.abs(slope) <= 1e-12 * largest, 0.0, slope)
    spread = np.ptp(series, axis=1)
    spread = np.where(spread <= 1e-12 * largest, 0.0, spread)
    others = [np.arange(len(years)) != left for left in range(len(years))]
    signs = np.column_stack(
        [np.sign(_weighted(series[:, kept], years[kept], weight[:, kept])[0]) for kept in others]
    )
    same = (signs == np.sign(slope)[:, None]).all(axis=1)
    same = np.where(np.isnan(slope), np.nan, same)
    chi_square = slope**2 * precision
    half = stats.norm.ppf((1 + confidence) / 2) / np.sqrt(precision)
    return np.column_stack(
        [
            slope,
            slope - half,
            slope + half,
            stats.chi2.sf(chi_square, 1),
            spread,
            chi_square,
            same,
        ]
    )


def _weighted(
    series: np.ndarray, years: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the weighted slope and one over its variance."""
    total = weight.sum(axis=1, keepdims=True)
    time = years - (weight * years).sum(axis=1, keepdims=True) / total
    precision = (weight * time**2).sum(axis=1)
    middle = (weight * series).sum(axis=1, keepdims=True) / total
    return (weight * time * (series - middle)).sum(axis=1) / precision, precision
