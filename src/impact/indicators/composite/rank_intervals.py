"""What draws of an index say of order: limits of ranks, who is better, who cannot be told apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats
from scipy.sparse import csgraph

CELLS = 20_000_000
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class RankIntervals:
    """Standing of each place, arrays over places; NaN for places without a score.

    Parameters
    ----------
    lower, upper
        Limits of the rank; 1 is best.
    top_share, bottom_share
        Share of draws in the best and in the worst quarter; NaN below 4 places.
    better_than, worse_than, tied
        Number of places that it is told apart from, either way, and that it is not.
    band
        1 is best: places linked by pairs that are not told apart share a band.
    better
        Share of draws in which the place of the row is better than that of the column (ties count
        half), shape (places, places).
    """

    lower: np.ndarray
    upper: np.ndarray
    top_share: np.ndarray
    bottom_share: np.ndarray
    better_than: np.ndarray
    worse_than: np.ndarray
    tied: np.ndarray
    band: np.ndarray
    better: np.ndarray


def rank_intervals(
    draws: np.ndarray, *, confidence: float = 0.9, apart: float = 0.95
) -> RankIntervals:
    """Return what draws of scores say of the order of places.

    Parameters
    ----------
    draws
        Shape (draws, places), higher is better; a place with any NaN takes no part.
    confidence
        Of the limits.
    apart
        Two places are told apart when one is better in at least this share of draws.

    Returns
    -------
    RankIntervals
        Ranks count the places that take part.

    Notes
    -----
    The limits are the (1 - confidence) / 2 quantiles at both ends of the rank in the draws, taken
    outward to a rank that occurred; ties share their mean rank, and an interval holds all ranks
    that tied places could have. Each pair is judged by itself, without allowance for the number of
    pairs.
    """
    part = np.isfinite(draws).all(axis=0)
    count = int(part.sum())
    used = draws[:, part]
    better = np.full((draws.shape[1],) * 2, np.nan)
    found = {
        name: np.full(draws.shape[1], np.nan)
        for name in RankIntervals.__slots__
        if name != "better"
    }
    if count:
        pairs = better_share(used)
        better[np.ix_(part, part)] = pairs
        best, worst = (stats.rankdata(-used, axis=1, method=m) for m in ("min", "max"))
        tail = (1 - confidence) / 2
        found["lower"][part] = np.quantile(best, tail, axis=0, method="lower")
        found["upper"][part] = np.quantile(worst, 1 - tail, axis=0, method="higher")
        quarter = count // 4
        if quarter:
            middle = (best + worst) / 2
            found["top_share"][part] = (middle <= quarter).mean(axis=0)
            found["bottom_share"][part] = (middle >= count + 1 - quarter).mean(axis=0)
        told = pairs >= apart - ROUNDING
        np.fill_diagonal(told, False)
        found["better_than"][part] = told.sum(axis=1)
        found["worse_than"][part] = told.sum(axis=0)
        found["tied"][part] = count - 1 - told.sum(axis=1) - told.sum(axis=0)
        found["band"][part] = tie_bands(~(told | told.T), pairs.sum(axis=1))
    return RankIntervals(**found, better=better)


def better_share(draws: np.ndarray) -> np.ndarray:
    """Return the share of draws in which the row's place is better than the column's.

    Parameters
    ----------
    draws
        Shape (draws, places), no NaN.

    Returns
    -------
    ndarray
        Shape (places, places); ties count half, so the diagonal is one half.
    """
    places = draws.shape[1]
    won = np.zeros((places, places))
    step = max(1, CELLS // max(places * places, 1))
    for start in range(0, len(draws), step):
        some = draws[start : start + step]
        ahead = (some[:, :, None] > some[:, None, :]).sum(axis=0, dtype=np.int32)
        won += ahead
        won += len(some) - ahead.T
    return won / (2 * len(draws))


def tie_bands(alike: np.ndarray, standing: np.ndarray) -> np.ndarray:
    """Number the sets of places linked by pairs that are alike, the best set first.

    Parameters
    ----------
    alike
        Shape (places, places), symmetrical: not told apart.
    standing
        By place, higher is better; orders the sets by their mean.

    Returns
    -------
    ndarray
        Band of each place, from 1.
    """
    count, label = csgraph.connected_components(alike, directed=False)
    mean = np.bincount(label, standing) / np.bincount(label)
    number = np.empty(count, int)
    number[np.argsort(-mean, kind="stable")] = np.arange(1, count + 1)
    return number[label]
