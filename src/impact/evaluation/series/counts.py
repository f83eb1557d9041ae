"""Interrupted series of counts: quasi-Poisson with the population as offset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.series.interrupted import FEW_POINTS


@dataclass(frozen=True, slots=True, eq=False)
class InterruptedCounts:
    """How a rate changed at a start, as ratios.

    Parameters
    ----------
    terms
        Indexed by term (`slope_before, level, slope_change`, then harmonics): `estimate` and
        `standard_error` of the logarithm, `ratio, lower, upper`, `p_value` (NaN where
        `few_points`). `level` is the ratio at the start.
    ratio, lower, upper
        The rate after against the rate before prolonged, as a geometric mean over points after.
    dispersion
        Variance of counts against a Poisson's; 1 when not estimated.
    fitted, counterfactual
        Shape (n,), expected counts, and without what happened at the start.
    few_points
        Fewer than eight points before.
    confidence
        Of the intervals.
    """

    terms: pd.DataFrame
    ratio: float
    lower: float
    upper: float
    dispersion: float
    fitted: np.ndarray
    counterfactual: np.ndarray
    few_points: bool
    confidence: float


def interrupted_counts(
    counts: Sequence[float] | np.ndarray,
    population: Sequence[float] | np.ndarray,
    times: Sequence[float] | np.ndarray,
    start: float,
    *,
    slope: bool = True,
    period: float | None = None,
    harmonics: int = 2,
    quasi: bool = True,
    confidence: float = 0.95,
) -> InterruptedCounts:
    """Return how a rate changed at a start.

    Parameters
    ----------
    counts
        Shape (T,), not negative; points with a missing count or population are left out.
    population
        Shape (T,), people at risk, positive.
    times
        Shape (T,), increasing.
    start
        First time that counts as after.
    slope
        Whether the trend may change at the start.
    period
        Length of a season in steps of `times` (12 for months); None without seasons.
    harmonics
        Pairs of sine and cosine of a season.
    quasi
        Whether variance may differ from a Poisson's (it always does in practice).
    confidence
        Of the intervals, by the normal distribution.

    Returns
    -------
    InterruptedCounts

    Raises
    ------
    InvalidInput
        Counts or population cannot be such, or there are too few points.

    Notes
    -----
    log E(count) = log population + a + b (t - start) + c [t >= start] + d (t - start) [t >= start]
    + seasons; dispersion = Pearson's chi-square / (n - k).

    References
    ----------
    Lopez Bernal, Cummins and Gasparrini (2017), International Journal of Epidemiology 46(1).
    """
    from scipy.stats import norm
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    arrays = [np.asarray(column, float) for column in (counts, population, times)]
    there = np.isfinite(arrays[0]) & np.isfinite(arrays[1])
    counts, population, times = (column[there] for column in arrays)
    design, names = _design(times, start, slope, period, harmonics)
    _check(counts, population, times, start, design)
    offset = np.log(population)
    fit = GLM(counts, design, Poisson(), offset=offset).fit(
        scale="X2" if quasi else 1.0, tol=1e-12, maxiter=200
    )
    reach = float(norm.ppf(0.5 + confidence / 2))
    covariance = np.asarray(fit.cov_params())
    break_columns = np.isin(names, ("level", "slope_change"))
    contrast = np.where(break_columns, design[times >= start].mean(axis=0), 0.0)
    effect = float(contrast @ fit.params)
    error = float(np.sqrt(contrast @ covariance @ contrast))
    few = int((times < start).sum()) < FEW_POINTS
    before = np.where(break_columns, 0.0, fit.params)
    return InterruptedCounts(
        _terms(names, fit.params, np.sqrt(np.diag(covariance)), reach, few),
        float(np.exp(effect)), float(np.exp(effect - reach * error)),
        float(np.exp(effect + reach * error)), float(fit.scale),
        np.exp(design @ fit.params + offset), np.exp(design @ before + offset), few, confidence,
    )  # fmt: skip


def _design(
    times: np.ndarray, start: float, slope: bool, period: float | None, harmonics: int
) -> tuple[np.ndarray, list[str]]:
    away, after = times - start, (times >= start).astype(float)
    columns = {"level_before": np.ones_like(away), "slope_before": away, "level": after}
    if slope and after.sum() > 1:
        columns["slope_change"] = away * after
    if period is not None:
        for wave in range(1, harmonics + 1):
            angle = 2 * np.pi * wave * times / period
            columns[f"sine_{wave}"], columns[f"cosine_{wave}"] = np.sin(angle), np.cos(angle)
    return np.column_stack(list(columns.values())), list(columns)


def _check(
    counts: np.ndarray, population: np.ndarray, times: np.ndarray, start: float, design: np.ndarray
) -> None:
    faults = []
    if (counts < 0).any():
        faults.append(Fault("counts", "are negative.", "Give numbers of cases."))
    if (population <= 0).any():
        faults.append(Fault("population", "is not positive.", "Give people at risk."))
    if (np.diff(times) <= 0).any():
        faults.append(Fault("times", "do not increase.", "Sort them; one figure a time."))
    if (times < start).sum() < 2 or not (times >= start).any():
        faults.append(Fault("start", "needs two points before and one after.", "Check it."))
    elif counts[times < start].sum() == 0 or counts[times >= start].sum() == 0:
        faults.append(Fault("counts", "are all 0 before or after.", "A ratio cannot be had."))
    if len(times) <= design.shape[1] or np.linalg.matrix_rank(design) < design.shape[1]:
        faults.append(Fault("series", "is too short for so many terms.", "Add points."))
    if not faults and _without_end(counts, design):
        problem = "of 0 would be fitted ever better by rates that fall without end."
        faults.append(Fault("counts", problem, "Leave the change of slope or a season out."))
    if faults:
        raise InvalidInput("the interrupted counts cannot be fitted:", faults)


def _without_end(counts: np.ndarray, design: np.ndarray) -> bool:
    """Return whether some terms can lower rates where nothing was counted, and nowhere else.

    Then the likelihood has no maximum. One linear programme: among changes of the logarithm of
    rates that are 0 where something was counted and from -1 to 0 elsewhere, the largest fall.
    """
    from scipy.optimize import linprog

    nothing = counts == 0
    if not nothing.any():
        return False
    columns = design / np.abs(design).max(axis=0)
    zeros, others = columns[nothing], columns[~nothing]
    found = linprog(
        zeros.sum(axis=0),
        A_ub=np.vstack([zeros, -zeros]),
        b_ub=np.r_[np.zeros(len(zeros)), np.ones(len(zeros))],
        A_eq=others,
        b_eq=np.zeros(len(others)),
        bounds=(None, None),
    )
    return bool(found.status == 0 and found.fun < -1e-6)


def _terms(
    names: list[str], estimates: np.ndarray, errors: np.ndarray, reach: float, few: bool
) -> pd.DataFrame:
    from scipy.stats import norm

    table = pd.DataFrame(
        {
            "estimate": estimates,
            "standard_error": errors,
            "ratio": np.exp(estimates),
            "lower": np.exp(estimates - reach * errors),
            "upper": np.exp(estimates + reach * errors),
            "p_value": np.nan if few else 2 * norm.sf(np.abs(estimates / errors)),
        },
        index=names,
    )
    return table.drop(index="level_before")
