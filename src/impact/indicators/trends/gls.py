"""Slope of a short yearly series by generalised least squares with a fixed autocorrelation."""

from __future__ import annotations

import numpy as np
from scipy import stats

AUTOCORRELATION = 0.5


def slopes(
    series: np.ndarray,
    years: np.ndarray,
    *,
    autocorrelation: float = AUTOCORRELATION,
    confidence: float = 0.95,
) -> np.ndarray:
    """Return slope, lower, upper, p-value and residual spread of complete series.

    Parameters
    ----------
    series
        Shape (series, points), no missing values.
    years
        Shape (points,), increasing; distances count.
    autocorrelation
        Correlation of errors one year apart, 0 to below 1.

    Returns
    -------
    array
        Shape (series, 5). All points equal: slope 0, p-value 1. Points exactly on a sloping
        line: spread 0, p-value 0.
    """
    inverse = np.linalg.inv(correlation(years, autocorrelation))
    design = np.column_stack([np.ones(len(years)), years - years.mean()])
    unscaled = np.linalg.inv(design.T @ inverse @ design)
    centre = series.mean(axis=1, keepdims=True)
    moved = series - centre
    coefficients = moved @ (inverse @ design @ unscaled)
    residual = moved - coefficients @ design.T
    freedom = len(years) - 2
    variance = np.einsum("ij,jk,ik->i", residual, inverse, residual) / freedom
    rounding = (1e-12 * np.maximum(np.abs(series).max(axis=1), 1e-300)) ** 2
    variance = np.where(variance <= rounding, 0.0, variance)
    slope = coefficients[:, 1]
    slope = np.where(slope**2 <= rounding, 0.0, slope)
    error = np.sqrt(variance * unscaled[1, 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.where(slope == 0, 0.0, np.abs(slope) / error)
    p_value = 2 * stats.t.sf(statistic, freedom)
    half = stats.t.ppf((1 + confidence) / 2, freedom) * error
    return np.column_stack([slope, slope - half, slope + half, p_value, np.sqrt(variance)])


def correlation(years: np.ndarray, autocorrelation: float) -> np.ndarray:
    """Return the correlation of errors, autocorrelation^|years apart|, shape (points, points)."""
    apart = np.abs(years[:, None] - years[None, :]).astype(float)
    return np.where(apart == 0, 1.0, autocorrelation**apart)
