"""What happened, and what would have happened without: year by year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.evaluation.differences.changes import changes_by_year
from impact.evaluation.effect import cohort_positions, t_test
from impact.evaluation.panel import Panel
from impact.evaluation.strata import difference_weights

COLUMNS = (
    "year", "phase", "observed", "counterfactual", "lower", "upper", "synthetic", "comparison",
)  # fmt: skip


def course(
    panel: Panel,
    method: str,
    strata: np.ndarray,
    *,
    synthetic: np.ndarray | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Return the mean of the treated by year beside its counterfactual.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        The estimator: one of `impact.evaluation.design.ESTIMATORS`.
    strata
        Shape (N,), units of like size.
    synthetic
        Shape (T,), a synthetic comparison's course; None where there is none.
    confidence
        Of the limits.

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`, one row per year. `counterfactual` is observed minus the effect of that
        year by the estimator, its limits by the t distribution (year by year); `comparison` the
        mean of the comparison, weighted as in the effect; `phase` before, anticipation or after
        the first start.
    """
    cohort = cohort_positions(panel)
    by_cohort = np.stack([changes_by_year(panel, start, method) for start in panel.cohorts], axis=1)
    weights = difference_weights(panel.treated, ~panel.treated, strata)
    observed = panel.values[panel.treated].mean(axis=0)
    comparison = -(np.where(panel.treated, 0.0, weights) @ panel.values)
    rows = []
    for position, year in enumerate(panel.years):
        changes = by_cohort[:, :, position]
        found = None if np.isnan(changes).any() else t_test(changes, cohort, strata, confidence)
        gap, low, high = (
            (np.nan, np.nan, np.nan)
            if found is None
            else (found.estimate, found.lower, found.upper)
        )
        now = observed[position]
        mixed = np.nan if synthetic is None else synthetic[position]
        row = (year, phase(panel, year), now, now - gap, now - high, now - low, mixed)
        rows.append((*row, comparison[position]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def phase(panel: Panel, year: int) -> str:
    """Say whether a year lies before, in the anticipation of, or after the first start."""
    first = panel.cohorts[0]
    if year >= first:
        return "after"
    return "before" if year < first - panel.anticipation else "anticipation"
