"""A yearly series as two straight lines that meet in one year, and whether two are needed."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import stats

from impact.indicators.trends.gls import correlation, slopes

FEWEST_POINTS = 12
FEWEST_IN_PART = 4
BREAK_LEVEL = 0.025
ANGLES = (np.arange(1440) + 0.5) / 1440 * 2 * np.pi
STEPS = np.linspace(0, 1, 501)


def segmented(
    series: np.ndarray, years: np.ndarray, *, autocorrelation: float, confidence: float
) -> np.ndarray:
    """Return the line since the break, the break and the line before it, of complete series.

    Parameters
    ----------
    series
        Shape (series, points), 12 points or more, no missing values.
    years
        Shape (points,), increasing; distances count.
    autocorrelation
        Correlation of errors one year apart, 0 to below 1.
    confidence
        Of the limits of the slopes.

    Returns
    -------
    array
        Shape (series, 10): slope, lower, upper, p-value and residual spread (of the part since
        the break, or of the whole series where no break is found), break year, p-value of the
        break, slope before with lower and upper (NaN where none is found).

    Notes
    -----
    Errors have correlation autocorrelation^|years apart|. Every year with at least four points
    up to it and from it on may be the break; the one with the smallest weighted sum of squares
    is taken. With r the whitened residuals of the straight line and u the whitened, orthogonal
    and normed hinge of a candidate, the statistic is the largest |u'r| / |r|. Its p-value is
    Worsley's improved Bonferroni bound: the sum of the candidates' own chances less those of
    neighbours together. It is never too small and needs no simulation. Limits and p-value of a
    slope allow for the break year not being known: they hold every slope that some break year
    fits with a sum of squares at most (1 + t^2 / (points - 4)) times the smallest, t on
    points - 4 degrees of freedom. Series whose chance waves helped to find the break are over-
    represented among those found: their 95 % limits hold 90 % at 12 points, 97 % at 20.

    References
    ----------
    Worsley (1982), Biometrika 69, 297-302; Worsley (1983), Technometrics 25, 35-42.
    """
    root = np.linalg.inv(np.linalg.cholesky(correlation(years, autocorrelation)))
    moved = series - series.mean(axis=1, keepdims=True)
    direction, residual = _directions(root, years, moved)
    length = np.sqrt((residual**2).sum(axis=1))
    rounding = 1e-11 * np.maximum(np.abs(series).max(axis=1), 1e-300)
    cosine = np.abs(residual @ direction.T) / np.where(length > rounding, length, np.inf)[:, None]
    table = break_chances(tuple(map(int, years)), autocorrelation)
    chance = np.interp(cosine.max(axis=1), STEPS, table)
    left, slope, unscaled = _two_lines(root, years, moved)
    best, rows, freedom = left.argmin(axis=1), np.arange(len(series)), len(years) - 4
    before, since = (
        np.column_stack(
            [slope[at][rows, best], *_profile(left, slope[at], unscaled[at], freedom, confidence)]
        )
        for at in (0, 1)
    )
    found = (chance < BREAK_LEVEL)[:, None]
    whole = slopes(series, years, autocorrelation=autocorrelation, confidence=confidence)
    spread = np.sqrt(left.min(axis=1) / freedom)
    year = _candidates(years)[best]
    now = np.where(found, np.column_stack([since, spread]), whole)
    past = np.where(found, np.column_stack([year, before[:, :3]]), np.nan)
    return np.column_stack([now, past[:, 0], chance, past[:, 1:]])


@lru_cache(maxsize=256)
def break_chances(years: tuple[int, ...], autocorrelation: float) -> tuple[float, ...]:
    """Return the bound of the chance of a break statistic of 0, ..., 1 where there is no break.

    Parameters
    ----------
    years
        Of the series, increasing.
    autocorrelation
        Of the errors one year apart.

    Returns
    -------
    tuple
        Chances at evenly spaced statistics from 0 to 1.
    """
    points = len(years)
    root = np.linalg.inv(np.linalg.cholesky(correlation(np.array(years), autocorrelation)))
    direction, _ = _directions(root, np.array(years), np.zeros((1, points)))
    bound = len(direction) * stats.beta.sf(STEPS**2, 0.5, (points - 3) / 2)
    near = np.abs(np.cos(ANGLES))
    for angle in np.arccos(np.clip((direction[1:] * direction[:-1]).sum(axis=1), -1, 1)):
        both = np.minimum(near, np.abs(np.cos(ANGLES - angle)))
        left = np.maximum(1 - (STEPS[:, None] / both) ** 2, 0)
        bound -= (left ** ((points - 4) / 2)).mean(axis=1)
    return tuple(np.minimum(1.0, bound).tolist())


def _candidates(years: np.ndarray) -> np.ndarray:
    return years[FEWEST_IN_PART - 1 : len(years) - FEWEST_IN_PART + 1]


def _directions(
    root: np.ndarray, years: np.ndarray, moved: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the normed hinges and the residuals, whitened and freed of a straight line."""
    line = root @ np.column_stack([np.ones(len(years)), years - years.mean()])
    basis = np.linalg.qr(line)[0]
    hinge = root @ np.maximum(years[:, None] - _candidates(years)[None, :], 0)
    hinge = (hinge - basis @ (basis.T @ hinge)).T
    white = moved @ root.T
    return hinge / np.linalg.norm(hinge, axis=1, keepdims=True), white - white @ basis @ basis.T


def _two_lines(
    root: np.ndarray, years: np.ndarray, moved: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Fit every candidate break.

    Returns the weighted sums of squares, shape (series, breaks); the slopes before and since,
    shape (2, series, breaks); and their variances in units of the errors' own, (2, 1, breaks).
    """
    white = moved @ root.T
    left, slope, unscaled = [], [], []
    for year in _candidates(years):
        apart = years - year
        sides = [np.ones(len(years)), np.minimum(apart, 0), np.maximum(apart, 0)]
        design = root @ np.column_stack(sides)
        inverse = np.linalg.inv(design.T @ design)
        coefficients = white @ design @ inverse
        left.append(((white - coefficients @ design.T) ** 2).sum(axis=1))
        slope.append(coefficients[:, 1:].T)
        unscaled.append(np.diag(inverse)[1:, None])
    return np.stack(left, axis=1), np.stack(slope, axis=2), np.stack(unscaled, axis=2)


def _profile(
    left: np.ndarray, slope: np.ndarray, unscaled: np.ndarray, freedom: int, confidence: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return lower, upper and p-value of a slope over all breaks, each of shape (series,)."""
    smallest = left.min(axis=1)
    reach = stats.t.ppf((1 + confidence) / 2, freedom) ** 2 / freedom
    slack = smallest[:, None] * (1 + reach) - left
    half = np.sqrt(np.where(slack >= 0, slack, np.nan) * unscaled)
    without = (left + slope**2 / unscaled).min(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.sqrt(np.maximum(without / smallest - 1, 0) * freedom)
    p_value = 2 * stats.t.sf(np.where(np.isnan(statistic), np.inf, statistic), freedom)
    return np.nanmin(slope - half, axis=1), np.nanmax(slope + half, axis=1), p_value
