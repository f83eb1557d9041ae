"""Starts that never were: what the same method finds in the years before anything was done."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.panel import NEVER, Panel

FEWEST_BEFORE = {"demeaned": 2, "detrended": 4, "long_difference": 1}
"""Years an invented start must leave before it."""


def placebo_leads(panel: Panel, method: str) -> tuple[int, ...]:
    """Return how many years before the real starts (and their anticipation) one can be invented."""
    shortest = min(int(panel.before(start).sum()) for start in panel.cohorts)
    return tuple(range(1, shortest - FEWEST_BEFORE[method] + 1))


def lead_changes(panel: Panel, method: str, lead: int) -> np.ndarray:
    """Return changes from an invented start to the last year before the real one.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        How one number is made of a unit's series.
    lead
        How many years with figures lie between the invented start and the real one.

    Returns
    -------
    np.ndarray
        Shape (N, G); no figure from a real start on is used.
    """
    columns = []
    for start in panel.cohorts:
        earlier = panel.select(years=panel.before(start))
        invented = float(earlier.years[-lead])
        starts = np.where(panel.starts == start, invented, NEVER)
        columns.append(unit_changes(replace(earlier, starts=starts, anticipation=0), method))
    return np.concatenate(columns, axis=1)


def anticipation_changes(panel: Panel, years: int = 2) -> np.ndarray | None:
    """Return how the last years before the start differ from as many years before them.

    Parameters
    ----------
    panel
        Without missing figures.
    years
        The last years before a start; more where the panel's own anticipation is longer.

    Returns
    -------
    np.ndarray or None
        Shape (N, G): mean of the last years before the start minus mean of as many years before
        those; None where a start has no figure in either.
    """
    length = max(years, panel.anticipation)
    columns, all_years = [], np.asarray(panel.years)
    for start in panel.cohorts:
        late = (all_years >= start - length) & (all_years < start)
        early = (all_years >= start - 2 * length) & (all_years < start - length)
        if not late.any() or not early.any():
            return None
        columns.append(panel.values[:, late].mean(axis=1) - panel.values[:, early].mean(axis=1))
    return np.stack(columns, axis=1)
