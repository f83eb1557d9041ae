"""Two-way fixed effects: the usual regression, shown for comparison only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.evaluation.panel import Panel
from impact.evaluation.regressions.cluster_regression import cluster_regression


@dataclass(frozen=True, slots=True)
class RegressionEffect:
    """One effect from a regression with errors clustered by unit.

    Parameters
    ----------
    estimate, standard_error
        In the unit of the outcome.
    degrees_of_freedom
        Units less one.
    p_value, lower, upper, confidence
        By the t distribution. With few treated units they are far too sure of themselves.
    treated, comparison
        Units that are treated at some time, and never.
    observations
        Cells (unit and year) used.
    """

    estimate: float
    standard_error: float
    degrees_of_freedom: int
    p_value: float
    lower: float
    upper: float
    confidence: float
    treated: int
    comparison: int
    observations: int


def regression_effect(
    estimate: float,
    standard_error: float,
    degrees_of_freedom: int,
    counts: tuple[int, int, int],
    confidence: float,
) -> RegressionEffect:
    """Return an effect with its limits and p; counts are treated, comparison and observations."""
    from scipy.stats import t

    degrees = float(degrees_of_freedom)
    reach = float(t.ppf(0.5 + confidence / 2, degrees)) * standard_error
    tail = (
        2 * float(t.sf(abs(estimate) / standard_error, degrees)) if standard_error > 0 else np.nan
    )
    return RegressionEffect(
        estimate, standard_error, degrees_of_freedom, tail, estimate - reach, estimate + reach,
        confidence, *counts,
    )  # fmt: skip


def used_cells(panel: Panel) -> np.ndarray:
    """Return shape (N, T): True for a figure that is there and not in years of anticipation."""
    years = np.asarray(panel.years)[None, :]
    starts = panel.starts[:, None]
    waiting = (years < starts) & (years >= starts - panel.anticipation)
    return np.isfinite(panel.values) & ~waiting


def two_way(
    panel: Panel, weights: np.ndarray | None = None, *, confidence: float = 0.95
) -> RegressionEffect:
    """Return the effect by a regression on treatment, units and years.

    Parameters
    ----------
    panel
        Missing figures and years of anticipation of the treated are left out cell by cell.
    weights
        Shape (N,), weight of a unit; all alike when None.
    confidence
        Of the interval.

    Returns
    -------
    RegressionEffect

    Raises
    ------
    InvalidInput
        Treatment cannot be told apart from units and years.

    Notes
    -----
    y_it = a_i + b_t + effect x treated_it + e_it; errors clustered by unit. With several starts it
    also compares with those treated earlier (see `bacon`), and with few treated units its interval
    is far too narrow, so that it never decides a verdict.
    """
    used = used_cells(panel) * (1.0 if weights is None else np.asarray(weights, float)[:, None])
    now = (np.asarray(panel.years)[None, :] >= panel.starts[:, None]).astype(float)
    fit = cluster_regression(panel.values, now[None], used)
    inside = (used > 0).sum(axis=1) > 1
    counts = (int((inside & panel.treated).sum()), int((inside & ~panel.treated).sum()))
    return regression_effect(
        float(fit.coefficients[0]),
        float(np.sqrt(fit.covariance[0, 0])),
        fit.clusters - 1,
        (*counts, fit.observations),
        confidence,
    )
