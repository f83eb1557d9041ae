"""Honest spread: a rule's projections, widened by how far earlier ones missed.

Residuals are smaller than errors, for a rule is fitted to the very shocks it explains. So it is
fitted again at each earlier year with what was known then, and its errors are compared with the
spread it claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from impact.planning.goals.odds import PooledRule, fit_rule, recent_mean

COVERAGE = 0.8
NEAR, STARTS_FAR = 3, 5
"""Farther ahead than so many years a rule needs so many years to have learnt from."""
QUANTILE = 1.2815515655446004
"""A normal variable is within so many standard deviations with a probability of 80 %."""


def rolling_rules(
    values: np.ndarray, sizes: np.ndarray, horizon: int, *, known: int | None = None
) -> dict[int, PooledRule]:
    """Return the rule as it would have been fitted in each year, by column.

    Parameters
    ----------
    values, sizes, horizon
        As in `fit_rule`.
    known
        Number of years that are known; None takes all.
    """
    end = values.shape[1] if known is None else known
    rules = {
        column: fit_rule(values, sizes, known=column + 1, horizon=horizon) for column in range(end)
    }
    return {column: rule for column, rule in rules.items() if rule is not None}


def errors_in_spreads(
    values: np.ndarray, sizes: np.ndarray, rules: Mapping[int, PooledRule], *, known: int
) -> np.ndarray:
    """Return earlier errors divided by the spread that was claimed.

    Parameters
    ----------
    values, sizes
        As in `fit_rule`.
    rules
        The rule of each earlier year, from `rolling_rules`.
    known
        Number of years that are known; only outcomes among them count.
    """
    found = [np.empty(0)]
    for column, rule in rules.items():
        if column + rule.horizon >= known:
            continue
        mean, spread = rule.project(values[:, column], recent_mean(values, column), sizes)
        error = values[:, column + rule.horizon] - mean
        use = np.isfinite(error) & (spread > 0)
        found.append(error[use] / spread[use])
    return np.concatenate(found)


def widening(errors: np.ndarray) -> float:
    """Return the factor that makes 80 % intervals hold 80 % of earlier outcomes.

    Parameters
    ----------
    errors
        From `errors_in_spreads`.

    Returns
    -------
    float
        1 without any error, or if all are 0.

    Notes
    -----
    The k-th smallest absolute error with k = ceil(0.8 (n + 1)), at most n, over the normal
    quantile 1.2816: the finite-sample quantile of split conformal prediction.

    References
    ----------
    Lei J, G'Sell M, Rinaldo A, Tibshirani R J, Wasserman L (2018). Distribution-free predictive
    inference for regression. JASA 113, 1094-1111.
    """
    if not len(errors):
        return 1.0
    place = min(int(np.ceil(COVERAGE * (len(errors) + 1))), len(errors))
    return float(np.sort(np.abs(errors))[place - 1]) / QUANTILE or 1.0


def learnt_enough(horizon: int, origins: int) -> bool:
    """Say whether a rule that far ahead has learnt from enough years to promise anything.

    Parameters
    ----------
    horizon
        Years ahead.
    origins
        Years its pairs start in.
    """
    return horizon <= NEAR or origins >= STARTS_FAR


def calibrated_rule(
    values: np.ndarray,
    sizes: np.ndarray,
    *,
    known: int,
    horizon: int,
    centre: float | None = None,
) -> PooledRule | None:
    """Return the rule of what is known, widened by the errors of its predecessors.

    Parameters
    ----------
    values, sizes, known, horizon, centre
        As in `fit_rule`.

    Returns
    -------
    PooledRule or None
        None too where the horizon is more than 3 years and the pairs start in fewer than 5.

    Notes
    -----
    The widening uses rules fitted at earlier years and outcomes known at `known`; nothing later.
    Years share shocks that only years can show: four and five years ahead, rules that had learnt
    from fewer than five start years held 60 % where 80 % were meant (docs/goal_odds.md).
    """
    rule = fit_rule(values, sizes, known=known, horizon=horizon, centre=centre)
    if rule is None or not learnt_enough(horizon, rule.origins):
        return None
    rules = rolling_rules(values, sizes, horizon, known=known - horizon)
    return replace(rule, widening=widening(errors_in_spreads(values, sizes, rules, known=known)))
