"""What a goal still asks for every year."""

from __future__ import annotations

import numpy as np


def required_change(
    value: np.ndarray, target: np.ndarray, years: np.ndarray, higher: np.ndarray | bool
) -> np.ndarray:
    """Return the change a year that leads from the newest figure to the target.

    Parameters
    ----------
    value, target
        Newest figure and target, in one unit.
    years
        Years from the newest figure to the target year.
    higher
        Whether higher is better.

    Returns
    -------
    numpy.ndarray
        In the unit a year; below 0 where the figure has to fall; 0 where the target is met already.
        Missing where something is missing or no year is left.

    Notes
    -----
    (target - value) / years.
    """
    value, target, years = (np.asarray(each, float) for each in (value, target, years))
    left = np.where(years > 0, years, np.nan)
    met = np.where(higher, 1.0, -1.0) * (value - target) >= 0
    missing = np.isnan(value) | np.isnan(target)
    return np.where(missing, np.nan, np.where(met, 0.0, target - value) / left)
