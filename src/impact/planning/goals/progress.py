"""How much of the way is done: percentage of targeted change."""

from __future__ import annotations

import numpy as np


def targeted_change(
    start: np.ndarray, value: np.ndarray, target: np.ndarray, higher: np.ndarray | bool
) -> np.ndarray:
    """Return how many per cent of the way from start to target are done.

    Parameters
    ----------
    start, value, target
        Figure at the start, newest figure and target, in one unit.
    higher
        Whether higher is better.

    Returns
    -------
    numpy.ndarray
        0 at the start, 100 at the target, more beyond it, below 0 on the wrong side of the start.
        Missing where something is missing, and where the start was at the target or beyond:
        there was no way to go.

    Notes
    -----
    100 (value - start) / (target - start).

    References
    ----------
    National Center for Health Statistics, Healthy People 2020 Final Review, technical notes.
    """
    start, value, target = (np.asarray(each, float) for each in (start, value, target))
    ahead = np.where(higher, 1.0, -1.0) * (target - start) > 0
    way = np.where(ahead, target - start, np.nan)
    return 100 * (value - start) / way
