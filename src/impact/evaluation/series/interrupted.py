"""One interrupted series: level and slope before, and what changed at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

FEW_POINTS = 8
"""Points before the start below which a single series gets no p-value."""

ROUNDING = 1e-10
"""What lies off lines by less than this share of the largest figure is rounding."""

TERMS = ("level_before", "slope_before", "level", "slope_change")
"""Level and slope before the start; the jump at the start; the change of slope from then on."""


@dataclass(frozen=True, slots=True, eq=False)
class InterruptedSeries:
    """Lines before and after a start.

    Parameters
    ----------
    terms
        Indexed by `TERMS`: `estimate, standard_error, lower, upper, p_value`. `level_before` and
        `level` are read at the start. Without two points after there is no `slope_change`. p is
        NaN where `few_points`; so are errors and limits where lines fit without any scatter.
    effect, standard_error, lower, upper
        Mean over the points after of (line after - line before, prolonged).
    fitted, counterfactual
        Shape (T,): the lines, and the line before prolonged.
    few_points
        Fewer than eight points before: the series alone proves nothing, whatever its interval.
    autocorrelation
        Of residuals at lag one (as used by Prais-Winsten, else as left by least squares).
    durbin_watson
        Of the residuals; near 2 without autocorrelation.
    confidence
        Of the intervals.
    """

    terms: pd.DataFrame
    effect: float
    standard_error: float
    lower: float
    upper: float
    fitted: np.ndarray
    counterfactual: np.ndarray
    few_points: bool
    autocorrelation: float
    durbin_watson: float
    confidence: float


def interrupted(
    values: Sequence[float] | np.ndarray,
    times: Sequence[float] | np.ndarray,
    start: float,
    *,
    lags: int = 1,
    confidence: float = 0.95,
) -> InterruptedSeries:
    """Return the lines before and after a start by least squares, with Newey-West errors.

    Parameters
    ----------
    values
        Shape (T,); missing ones are left out, and errors then taken as following each other.
    times
        Shape (T,), increasing, for instance years.
    start
        First time that counts as after.
    lags
        Lags of autocorrelation allowed for.
    confidence
        Of the intervals.

    Returns
    -------
    InterruptedSeries

    Raises
    ------
    InvalidInput
        Fewer than two points before, none after, or none left to judge the errors by.

    Notes
    -----
    y_t = a + b (t - start) + c [t >= start] + d (t - start) [t >= start] + e_t. Covariance of
    Newey and West with Bartlett weights x n/(n - k); t distribution with n - k degrees.

    References
    ----------
    Newey and West (1987), Econometrica 55(3); Linden (2015), Stata Journal 15(2).
    """
    from statsmodels.regression.linear_model import OLS

    values, times, design = segments(values, times, start)
    fit = OLS(values, design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    residuals = scatter(values, design @ fit.params)
    return segmented_result(
        (fit.params, np.asarray(fit.cov_params())),
        residuals,
        (times, start, design),
        autocorrelation(residuals, times),
        confidence,
    )


def segments(
    values: Sequence[float] | np.ndarray, times: Sequence[float] | np.ndarray, start: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return values and times that are there, and the columns `TERMS` at those times.

    Parameters
    ----------
    values, times
        Shape (T,).
    start
        First time that counts as after.

    Returns
    -------
    tuple of ndarray
        Values (n,), times (n,), design (n, 4), or (n, 3) with a single point after.

    Raises
    ------
    InvalidInput
        Times do not increase, or there are too few points.
    """
    values, times = np.asarray(values, float), np.asarray(times, float)
    there = np.isfinite(values)
    values, times = values[there], times[there]
    after = times >= start
    faults = []
    if (np.diff(times) <= 0).any():
        faults.append(Fault("times", "do not increase.", "Sort them; one figure a time."))
    if (~after).sum() < 2:
        faults.append(Fault("before", f"has {(~after).sum()} points.", "Two are the least."))
    if not after.any():
        faults.append(Fault("after", "has no point.", "Check the start."))
    columns = 3 if after.sum() == 1 else 4
    if not faults and len(times) <= columns:
        faults.append(Fault("series", "has no point left to judge errors by.", "Add points."))
    if faults:
        raise InvalidInput("the interrupted series cannot be fitted:", faults)
    away = times - start
    design = np.column_stack([np.ones_like(away), away, after, away * after])[:, :columns]
    return values, times, design


def scatter(values: np.ndarray, fitted: np.ndarray) -> np.ndarray:
    """Return values less fitted ones, shape (n,); exactly 0 when all of it is rounding."""
    left = values - fitted
    return left if np.abs(left).max() > ROUNDING * np.abs(values).max() else np.zeros_like(left)


def autocorrelation(residuals: np.ndarray, times: np.ndarray) -> float:
    """Return the regression of residuals on those one step earlier.

    Parameters
    ----------
    residuals, times
        Shape (n,). A step is the smallest distance of times; pairs further apart are left out.

    Returns
    -------
    float
        0 when all residuals are.
    """
    gaps = np.diff(times)
    next_to = np.isclose(gaps, gaps.min())
    earlier, later = residuals[:-1][next_to], residuals[1:][next_to]
    below = earlier @ earlier
    return float(earlier @ later / below) if below > 0 else 0.0


def segmented_result(
    fit: tuple[np.ndarray, np.ndarray],
    residuals: np.ndarray,
    series: tuple[np.ndarray, float, np.ndarray],
    rho: float,
    confidence: float,
) -> InterruptedSeries:
    """Return the result of a fit of the lines.

    Parameters
    ----------
    fit
        Coefficients (k,) and their covariance (k, k).
    residuals
        Shape (n,), value less line.
    series
        Times (n,), start, and design (n, k).
    rho
        Autocorrelation at lag one.
    confidence
        Of the intervals.

    Returns
    -------
    InterruptedSeries
    """
    from scipy.stats import t

    estimates, covariance = fit
    times, start, design = series
    few = int((times < start).sum()) < FEW_POINTS
    after = times >= start
    contrast = np.where(np.arange(len(estimates)) >= 2, design[after].mean(axis=0), 0.0)
    rounding = ROUNDING * np.abs(design @ estimates + residuals).max()
    effect = float(contrast @ estimates)
    rounding = max(rounding, 1e-5 * float(np.sqrt(np.diag(covariance).max())))
    error = float(_error(contrast @ covariance @ contrast, rounding))
    degrees = len(times) - len(estimates)
    reach = float(t.ppf(0.5 + confidence / 2, degrees))
    errors = _error(np.diag(covariance), rounding)
    tails = 2 * t.sf(np.abs(estimates / errors), degrees)
    terms = pd.DataFrame(
        {
            "estimate": estimates,
            "standard_error": errors,
            "lower": estimates - reach * errors,
            "upper": estimates + reach * errors,
            "p_value": np.nan if few else tails,
        },
        index=list(TERMS[: len(estimates)]),
    )
    return InterruptedSeries(
        terms, effect, error, effect - reach * error, effect + reach * error,
        design @ estimates, design[:, :2] @ estimates[:2], few, rho, _durbin_watson(residuals),
        confidence,
    )  # fmt: skip


def _error(variance: np.ndarray, rounding: float) -> np.ndarray:
    """Return standard errors, NaN where there is no more than rounding to judge them by."""
    errors = np.sqrt(np.maximum(variance, 0.0))
    return np.where(errors > rounding, errors, np.nan)


def _durbin_watson(residuals: np.ndarray) -> float:
    total = residuals @ residuals
    return float(np.square(np.diff(residuals)).sum() / total) if total > 0 else np.nan
