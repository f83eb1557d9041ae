"""Theil and Sen's slope of a short yearly series, with limits that fit Kendall's test."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from impact.indicators.trends.mann_kendall import (
    correlated_tail,
    exact_tail,
    kendall_p_values,
    kendall_scores,
    level_values,
)


def theil_sen(
    series: np.ndarray, years: np.ndarray, *, autocorrelation: float, confidence: float
) -> np.ndarray:
    """Return slope, lower, upper, p-value, spread, score and independent p of complete series.

    Parameters
    ----------
    series
        Shape (series, points), no missing values.
    years
        Shape (points,), increasing; distances count.
    autocorrelation
        Of the errors one year apart; see `kendall_p_values`.
    confidence
        Of the limits.

    Returns
    -------
    array
        Shape (series, 7). Spread is largest less smallest value. Limits are NaN where no
        interval of this confidence exists: with few points even a series that rises every year
        is not unlikely enough.

    Notes
    -----
    The slope is the median of the slopes of all N pairs of years. With k the smallest score so
    unlikely that P(|S| >= k) < 1 - confidence, the limits are the M-th slope from either end,
    M = (N - k) / 2 + 1. They are the slopes which Kendall's test, with the same
    autocorrelation, does not reject. The distribution without ties is used, which holds the
    level with them too; where values are equal a limit can then be 0 although p is below.

    References
    ----------
    Theil (1950), Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen 53,
    386-392. Sen (1968), Journal of the American Statistical Association 63, 1379-1389.
    """
    level = level_values(series)
    earlier, later = np.triu_indices(len(years), 1)
    rise = np.where(level[:, later] == level[:, earlier], 0, series[:, later] - series[:, earlier])
    pairwise = rise / (years[later] - years[earlier])
    pairwise.sort(axis=1)
    slope = np.median(pairwise, axis=1)
    rank = limit_rank(tuple(map(int, years)), autocorrelation, confidence)
    lower = upper = np.full(len(series), np.nan)
    if rank:
        lower, upper = pairwise[:, rank - 1], pairwise[:, -rank]
    p_value = kendall_p_values(series, years, autocorrelation)
    independent = kendall_p_values(series, years, 0.0)
    score = kendall_scores(level).astype(float)
    return np.column_stack(
        [slope, lower, upper, p_value, np.ptp(level, axis=1), score, independent]
    )


@lru_cache(maxsize=4096)
def limit_rank(years: tuple[int, ...], autocorrelation: float, confidence: float) -> int:
    """Return which pairwise slope from either end is the limit; 0 where there is none."""
    points = len(years)
    pairs = points * (points - 1) // 2
    if autocorrelation > 0:
        tail = correlated_tail(years, autocorrelation)
    else:
        tail = exact_tail((1,) * points)
    possible = range(pairs % 2, pairs + 1, 2)
    unlikely = [score for score in possible if tail[score] < 1 - confidence]
    return (pairs - unlikely[0]) // 2 + 1 if unlikely else 0
