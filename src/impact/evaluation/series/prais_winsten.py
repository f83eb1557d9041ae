"""Prais-Winsten: an interrupted series whose errors remember the year before."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.series.interrupted import (
    InterruptedSeries,
    autocorrelation,
    scatter,
    segmented_result,
    segments,
)


def prais_winsten(
    values: Sequence[float] | np.ndarray,
    times: Sequence[float] | np.ndarray,
    start: float,
    *,
    rho: float | None = None,
    confidence: float = 0.95,
) -> InterruptedSeries:
    """Return the lines before and after a start with autoregressive errors.

    Parameters
    ----------
    values, times, start
        As in `interrupted`; the first point is kept, and gaps in time are allowed for.
    rho
        Autocorrelation at lag one; estimated in turn with the lines when None.
    confidence
        Of the intervals.

    Returns
    -------
    InterruptedSeries

    Raises
    ------
    InvalidInput
        Too few points, or errors so alike that they have no common level (rho not within 1).

    Notes
    -----
    e_t = rho e_(t-1) + u_t. Least squares of (y_t - rho^g y_(t-g)) / sqrt((1 - rho^2g)/(1 - rho^2))
    with g steps since the point before, and of sqrt(1 - rho^2) y_1 for the first. rho is the
    regression of residuals of the untransformed series on those one step earlier, repeated until
    it stands still.

    References
    ----------
    Prais and Winsten (1954), Cowles Commission discussion paper 383.
    """
    values, times, design = segments(values, times, start)
    found, steps = rho, 1 if rho is not None else 500
    estimates = np.linalg.lstsq(design, values, rcond=None)[0]
    for _ in range(steps):
        previous = found
        if rho is None:
            found = autocorrelation(scatter(values, design @ estimates), times)
        _within_one(found)
        turned = whitened(np.column_stack([values, design]), times, found)
        estimates = np.linalg.lstsq(turned[:, 1:], turned[:, 0], rcond=None)[0]
        if previous is not None and abs(found - previous) < 1e-12:
            break
    left = turned[:, 0] - turned[:, 1:] @ estimates
    variance = left @ left / (len(values) - design.shape[1])
    covariance = variance * np.linalg.inv(turned[:, 1:].T @ turned[:, 1:])
    return segmented_result(
        (estimates, covariance),
        scatter(values, design @ estimates),
        (times, start, design),
        found,
        confidence,
    )


def whitened(columns: np.ndarray, times: np.ndarray, rho: float) -> np.ndarray:
    """Return columns without first-order autocorrelation.

    Parameters
    ----------
    columns
        Shape (n, k).
    times
        Shape (n,), increasing; a step is their smallest distance.
    rho
        Autocorrelation after one step, between -1 and 1.

    Returns
    -------
    ndarray
        Shape (n, k), of the variance of the innovations.
    """
    gaps = np.diff(times)
    kept = np.power(rho, np.rint(gaps / gaps.min()))
    turned = np.empty_like(columns)
    turned[0] = np.sqrt(1 - rho**2) * columns[0]
    scale = np.sqrt((1 - rho**2) / (1 - kept**2))
    turned[1:] = scale[:, None] * (columns[1:] - kept[:, None] * columns[:-1])
    return turned


def _within_one(rho: float) -> None:
    if not -1 < rho < 1:
        raise InvalidInput(
            "errors of the series have no common level:",
            [Fault("rho", f"is {rho:.3f}, not between -1 and 1.", "Use `interrupted`.")],
        )
