"""The four classes of Healthy People: met, improving, little change, getting worse."""

from __future__ import annotations

import numpy as np

CLASSES = ("met", "improving", "little_change", "getting_worse")
Z, LEAST_PER_CENT = 1.959963984540054, 10.0


def healthy_people_class(
    start: np.ndarray,
    value: np.ndarray,
    target: np.ndarray,
    higher: np.ndarray | bool,
    *,
    start_error: np.ndarray | float = np.nan,
    value_error: np.ndarray | float = np.nan,
) -> np.ndarray:
    """Return the class of each goal.

    Parameters
    ----------
    start, value, target
        Figure at the start, newest figure and target, in one unit.
    higher
        Whether higher is better.
    start_error, value_error
        Their standard errors; missing where they are not known.

    Returns
    -------
    numpy.ndarray
        met, improving, little_change, getting_worse; empty where start, value or target is missing.

    Notes
    -----
    Met when the newest figure is at the target or beyond. Otherwise, with standard errors, a change
    counts when abs(value - start) > 1.96 sqrt(start_error^2 + value_error^2). Without: towards the
    target when at least 10 % of the targeted change is done, away from it when the change is at
    least 10 % of the start's absolute value (of the targeted change where the start is 0).

    References
    ----------
    National Center for Health Statistics, Healthy People 2020 Final Review, technical notes. The
    rule of 2030 without standard errors was not seen; this is that of 2020.
    """
    start, value, target = (np.asarray(each, float) for each in (start, value, target))
    sign = np.where(higher, 1.0, -1.0)
    moved = sign * (value - start)
    noise = Z * np.sqrt(np.asarray(start_error, float) ** 2 + np.asarray(value_error, float) ** 2)
    least_up = LEAST_PER_CENT / 100 * np.abs(target - start)
    least_down = np.where(start == 0, least_up, LEAST_PER_CENT / 100 * np.abs(start))
    tested = np.isfinite(noise)
    improving = np.where(tested, moved > noise, (moved > 0) & (moved >= least_up))
    worse = np.where(tested, -moved > noise, (moved < 0) & (-moved >= least_down))
    missing = np.isnan(start) | np.isnan(value) | np.isnan(target)
    conditions = [missing, sign * (value - target) >= 0, improving, worse]
    return np.select(conditions, ["", "met", "improving", "getting_worse"], "little_change")
