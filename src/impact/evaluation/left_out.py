"""Whether the effect rests on a single unit: it is calculated again without each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.evaluation.effect import cohort_positions, t_test
from impact.evaluation.inference.assignments import UNTREATED
from impact.evaluation.panel import Panel

MOST_COMPARISON = 60
"""With more comparison units none of them can carry the effect; only the treated are left out."""


def without_each(
    panel: Panel, changes: np.ndarray, strata: np.ndarray, confidence: float
) -> pd.DataFrame:
    """Return the effect without each unit: every treated one, and the comparison when it is small.

    Parameters
    ----------
    panel
        Without missing figures.
    changes
        Shape (N, G), one number per unit and starting year.
    strata
        Shape (N,), units of like size.
    confidence
        Of the limits.

    Returns
    -------
    pandas.DataFrame
        `name, estimate, lower, upper, p_value, treated` (whether a treated unit was left out). The
        only treated unit is never left out; with the only one of its start that start goes too.
    """
    cohort = cohort_positions(panel)
    columns = ["name", "estimate", "lower", "upper", "p_value", "treated"]
    rows = []
    for row in _candidates(panel):
        kept = np.arange(len(panel.units)) != row
        starts, among = np.unique(cohort[kept & panel.treated], return_inverse=True)
        left = np.full(len(cohort), UNTREATED)
        left[kept & panel.treated] = among
        found = t_test(changes[kept][:, starts], left[kept], strata[kept], confidence)
        if found is not None:
            limits = (found.estimate, found.lower, found.upper, found.p_value)
            rows.append((panel.units[row], *limits, bool(panel.treated[row])))
    return pd.DataFrame(rows, columns=columns)


def _candidates(panel: Panel) -> np.ndarray:
    several = panel.treated & (panel.treated.sum() > 1)
    few = ~panel.treated & ((~panel.treated).sum() <= MOST_COMPARISON)
    return np.flatnonzero(several | few)
