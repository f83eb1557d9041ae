"""Deviations with the spread they would have without sampling noise."""

from __future__ import annotations

import numpy as np

from impact.indicators.inequalities.subgroups import Subgroups


def noise_free(
    groups: Subgroups, deviation: np.ndarray, variance: np.ndarray, weight: np.ndarray
) -> np.ndarray:
    """Shrink deviations so that their weighted mean square is what is left without noise.

    Parameters
    ----------
    deviation
        Shape (rows,): value minus a centre.
    variance
        Shape (rows,): sampling variance of each deviation.
    weight
        Shape (rows,), sums to 1 in each group.

    Notes
    -----
    signal = max(sum w (d^2 - v), 0); each deviation is multiplied by
    sqrt(signal / (signal + v)), which keeps the spread (not the best single guess of each).

    References
    ----------
    Louis (1984), Journal of the American Statistical Association 79, 393-398.
    """
    signal = np.maximum(groups.sum(weight * (deviation**2 - variance)), 0)[groups.code]
    with np.errstate(invalid="ignore", divide="ignore"):
        kept = np.where(variance > 0, signal / (signal + variance), 1.0)
    return np.sqrt(kept) * deviation
