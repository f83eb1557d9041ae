"""What an effect that began in one year does to changes measured from another."""

from __future__ import annotations

import numpy as np

from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.panel import Panel


def cohort_response(panel: Panel, method: str) -> np.ndarray:
    """Return how the changes of each start answer to an effect of one since another start.

    Parameters
    ----------
    panel
        Its years, cohorts and anticipation are used.
    method
        One of `impact.evaluation.differences.changes.CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (G, G): row of the cohort that is treated, column of the start its change is measured
        from; ones on the diagonal. For `placebo_test`, whose interval takes an effect off units
        that a placebo assignment moves to another cohort.

    Notes
    -----
    The changes of series that are 0 before a start and 1 from then on.
    """
    years, starts = np.asarray(panel.years), np.asarray(panel.cohorts, float)
    steps = (years >= starts[:, None]).astype(float)
    names = tuple(str(start) for start in panel.cohorts)
    return unit_changes(Panel(names, panel.years, steps, starts, None, panel.anticipation), method)
