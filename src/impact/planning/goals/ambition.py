"""How bold a goal is: how many municipalities ever changed so much in so many years."""

from __future__ import annotations

import numpy as np

FEWEST_CHANGES = 100
FEW_EVER = 95


def past_changes(values: np.ndarray, years: int) -> np.ndarray:
    """Return every change over a number of years that a municipality has gone through, sorted.

    Parameters
    ----------
    values
        Municipalities by consecutive years, any unit; missing where there is no figure.
    years
        Length of the change, at least 1.
    """
    changes = values[:, years:] - values[:, :-years]
    return np.sort(changes[np.isfinite(changes)])


def ambition_percentile(
    wanted: np.ndarray, changes: np.ndarray, higher: np.ndarray | bool
) -> np.ndarray:
    """Return the percentage of past changes that were smaller than the change a goal asks for.

    Parameters
    ----------
    wanted
        Target minus newest figure, in the unit of the changes.
    changes
        All municipalities' past changes over the same number of years, sorted, from
        `past_changes`.
    higher
        Whether higher is better.

    Returns
    -------
    numpy.ndarray
        0-100. Above 95: few have ever done it. Missing where the goal asks for no change in its
        direction, and with fewer than 100 past changes.

    Notes
    -----
    100 (number of changes below the wanted one + half of those equal to it) / number. Where
    lower is better the signs of both are turned. Overlapping years are all counted.
    """
    wanted = np.asarray(wanted, float)
    sign = np.where(higher, 1.0, -1.0)
    if len(changes) < FEWEST_CHANGES:
        return np.full(wanted.shape, np.nan)
    below = np.searchsorted(changes, wanted, side="left")
    up_to = np.searchsorted(changes, wanted, side="right")
    rank = 100 * (below + up_to) / (2 * len(changes))
    oriented = np.where(sign > 0, rank, 100 - rank)
    return np.where(sign * wanted > 0, oriented, np.nan)
