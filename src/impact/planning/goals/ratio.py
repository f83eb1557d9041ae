"""Progress so far against the progress needed, as Eurostat's family of indicators counts it.

Shown for comparability only: over the Swedish municipalities' own past, a goal such a ratio calls
on track was reached in about one case of four (docs/goal_odds.md).
"""

from __future__ import annotations

import numpy as np

ON_TRACK, SOME_PROGRESS = 0.95, 0.60
CLASSES = ("achieved", "on_track", "acceleration_needed", "limited_progress", "deterioration")


def progress_ratio(
    start: np.ndarray, value: np.ndarray, target: np.ndarray, elapsed: np.ndarray, total: np.ndarray
) -> np.ndarray:
    """Return the observed yearly growth over the yearly growth that leads to the target.

    Parameters
    ----------
    start, value, target
        Figure at the start, newest figure and target, in one unit.
    elapsed, total
        Years from the start to the newest figure and to the target year.

    Returns
    -------
    numpy.ndarray
        1 when growth so far just suffices, below 0 when it goes the wrong way. Missing where
        something is missing, no time has passed, or start and target are equal.

    Notes
    -----
    R = ((value / start)^(1 / elapsed) - 1) / ((target / start)^(1 / total) - 1). Growth in per cent
    has no meaning from zero or below: where start, value or target is not above 0 the ratio of the
    yearly differences is taken, ((value - start) / elapsed) / ((target - start) / total).

    References
    ----------
    Eurostat, Sustainable development in the European Union: method for assessing progress; as
    implemented by Open SDG 2.4.
    """
    given = np.broadcast_arrays(start, value, target, elapsed, total)
    start, value, target, elapsed, total = (np.asarray(each, float) for each in given)
    usable = (elapsed > 0) & (total > 0) & (target != start)
    positive = usable & (start > 0) & (value > 0) & (target > 0)
    safe = [np.where(positive, each, 1.0) for each in (start, value, target, elapsed, total)]
    with np.errstate(divide="ignore", invalid="ignore"):
        growth = ((safe[1] / safe[0]) ** (1 / safe[3]) - 1) / (
            (safe[2] / safe[0]) ** (1 / safe[4]) - 1
        )
        straight = ((value - start) / elapsed) / ((target - start) / total)
    return np.where(positive, growth, np.where(usable, straight, np.nan))


def ratio_class(ratio: np.ndarray, met: np.ndarray) -> np.ndarray:
    """Return the class of each ratio.

    Parameters
    ----------
    ratio
        From `progress_ratio`.
    met
        Whether the newest figure is at the target or beyond.

    Returns
    -------
    numpy.ndarray
        achieved, on_track (0.95 or more), acceleration_needed (0.60 or more), limited_progress
        (0 or more), deterioration; empty where there is no ratio and the target is not met.
    """
    ratio = np.asarray(ratio, float)
    conditions = [
        np.asarray(met, bool),
        np.isnan(ratio),
        ratio >= ON_TRACK,
        ratio >= SOME_PROGRESS,
        ratio >= 0,
    ]
    words = [CLASSES[0], "", *CLASSES[1:4]]
    return np.select(conditions, words, default=CLASSES[4])
