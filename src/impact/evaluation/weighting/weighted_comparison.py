"""Comparison units weighted to resemble the treated before the start."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.panel import Panel
from impact.evaluation.weighting.entropy_balance import entropy_balance

ROUNDING = 1e-12
"""Changes that differ by less than this share of the figures do not differ."""


@dataclass(frozen=True, slots=True, eq=False)
class WeightedComparison:
    """Mean change of the treated less the weighted mean change of the comparison.

    Parameters
    ----------
    estimate
        In the unit of the outcome; NaN when no weights balance some cohort.
    standard_error, lower, upper, p_value, confidence, degrees_of_freedom
        From the weighted spread of the comparison's changes, by the t distribution; NaN when
        they do not differ.
    weights
        Shape (N,), sum 1 over units never treated; 0 elsewhere.
    effective
        Comparison units these weights are worth: 1 / sum of squares.
    balance
        `cohort, covariate, treated, before, after`: means of the treated, and of the comparison
        without and with weights.
    balanced
        Whether every cohort could be balanced.
    treated, comparison
        Units.
    """

    estimate: float
    standard_error: float
    lower: float
    upper: float
    p_value: float
    confidence: float
    degrees_of_freedom: float
    weights: np.ndarray
    effective: float
    balance: pd.DataFrame
    balanced: bool
    treated: int
    comparison: int


def weighted_comparison(
    panel: Panel,
    method: str = "demeaned",
    covariates: pd.DataFrame | None = None,
    *,
    confidence: float = 0.95,
) -> WeightedComparison:
    """Return the effect against comparison units weighted by entropy balancing.

    Parameters
    ----------
    panel
        Every unit with the figures its change needs.
    method
        How a change is measured: one of `CHANGES`.
    covariates
        One row per unit in the panel's order, one column per covariate; when None the level and
        (from three years on) slope of the outcome before the start, and the logarithm of size
        where every unit has one.
    confidence
        Of the interval.

    Returns
    -------
    WeightedComparison

    Raises
    ------
    InvalidInput
        There is no treated unit, fewer than two untreated ones, or a figure is missing.

    Notes
    -----
    Per cohort the weights w_j balance the means of the covariates; the effect is the mean over
    treated i of (change_i - sum_j w_j change_j). Its variance is s^2 (1/n + sum w_j^2), with s^2
    the weighted variance of the comparison's changes x e / (e - 1) and e = 1 / sum w_j^2; one
    treated unit is enough for it. A comparison of the weights, not a test by placebos.
    """
    never = ~panel.treated
    if never.all() or never.sum() < 2:
        fault = Fault("panel", "needs a treated and two untreated units.", "Add units.")
        raise InvalidInput("nothing to weight:", [fault])
    changes = unit_changes(panel, method)
    holes = ~np.isfinite(changes).all(axis=1)
    if holes.any():
        faults = [
            Fault(panel.units[row], "lacks a figure its change needs.", "Leave the unit out.")
            for row in np.flatnonzero(holes)
        ]
        raise InvalidInput("units cannot be weighted:", faults)
    weights, tables, gap = np.zeros(len(never)), [], 0.0
    combined = np.zeros(never.sum())
    for column, start in enumerate(panel.cohorts):
        members = panel.starts == start
        table = _covariates(panel, start) if covariates is None else covariates
        found, rows = _balanced(table, members, never)
        tables += [(start, *row) for row in rows]
        part = members.sum() / panel.treated.sum()
        if found is None:
            weights[:], gap = np.nan, np.nan
            continue
        weights[never] += part * found
        gap += part * (changes[members, column].mean() - found @ changes[never, column])
        combined = combined + part * changes[never, column]
    if np.ptp(combined) <= ROUNDING * np.abs(panel.values).max():
        combined = np.full_like(combined, np.nan)
    balance = pd.DataFrame(tables, columns=["cohort", "covariate", "treated", "before", "after"])
    return _result(gap, weights, combined, never, balance, confidence)


def _covariates(panel: Panel, start: int) -> pd.DataFrame:
    before = panel.before(start)
    values = panel.values[:, before]
    table = {"level_before": values.mean(axis=1)}
    if before.sum() >= 3:
        away = np.asarray(panel.years, float)[before]
        away = away - away.mean()
        table["slope_before"] = values @ away / (away @ away)
    if panel.sizes is not None and (panel.sizes > 0).all():
        table["log_size"] = np.log(panel.sizes)
    return pd.DataFrame(table)


def _balanced(
    table: pd.DataFrame, members: np.ndarray, never: np.ndarray
) -> tuple[np.ndarray | None, list[tuple[str, float, float, float]]]:
    figures = table.to_numpy(float)
    missing = ~np.isfinite(figures[members | never]).all(axis=0)
    if missing.any():
        raise InvalidInput(
            "units cannot be weighted:",
            [
                Fault(str(name), "is missing for some unit.", "Leave the unit or covariate out.")
                for name in table.columns[missing]
            ],
        )
    target = figures[members].mean(axis=0)
    weights = entropy_balance(figures[never], target)
    after = np.full(len(target), np.nan) if weights is None else weights @ figures[never]
    before = figures[never].mean(axis=0)
    rows = zip(map(str, table.columns), target, before, after, strict=True)
    return weights, [(name, float(a), float(b), float(c)) for name, a, b, c in rows]


def _result(
    gap: float,
    weights: np.ndarray,
    changes: np.ndarray,
    never: np.ndarray,
    balance: pd.DataFrame,
    confidence: float,
) -> WeightedComparison:
    from scipy.stats import t

    chosen = weights[never]
    treated, comparison = int((~never).sum()), int(never.sum())
    if not np.isfinite(gap):
        nothing = (np.nan,) * 6
        return WeightedComparison(
            *nothing[:5], confidence, np.nan, weights, np.nan, balance, False, treated, comparison
        )
    effective = float(1 / (chosen @ chosen))
    spread = chosen @ np.square(changes - chosen @ changes)
    free = effective - 1
    if free > 0:
        error = float(np.sqrt(spread * effective / free * (1 / treated + 1 / effective)))
        reach = float(t.ppf(0.5 + confidence / 2, free)) * error
    else:
        error = reach = np.nan
    tail = 2 * float(t.sf(abs(gap) / error, free)) if error > 0 else np.nan
    return WeightedComparison(
        float(gap), error, gap - reach, gap + reach, tail, confidence, free, weights, effective,
        balance, True, treated, comparison,
    )  # fmt: skip
