"""Limits of a region's total, and how often they held what came."""

from __future__ import annotations

import numpy as np

from impact.planning.pupils.backtest import Rolling, spread_known_at
from impact.planning.pupils.draws import (
    common_deviations,
    standard_deviations,
    total_deviation,
)
from impact.planning.pupils.interval import NORMAL


def total_limits(
    central: np.ndarray, deviations: np.ndarray, common: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a sum over places with its lower and upper 80 per cent limits.

    Parameters
    ----------
    central, deviations
        Shape (places, horizons), persons, and the logarithm's standard deviations.
    common
        Shape (horizons,), of the part that all places share.

    Notes
    -----
    total exp(-/+ 1.2816 s), with s of `total_deviation`.
    """
    total = np.asarray(central, dtype=float).sum(axis=0)
    width = NORMAL * total_deviation(central, deviations, common)
    return total, total * np.exp(-width), total * np.exp(width)


def rolling_total_coverage(
    rolling: Rolling, method: str, members: list[np.ndarray], first: int
) -> np.ndarray:
    """Return whether limits of regions' totals, learnt from what was known, held what came.

    Parameters
    ----------
    rolling
        Of one grade or of several together, shape (origins, places, horizon).
    method
        Whose limits.
    members
        Positions of the places of every region.
    first
        Origin of the first limits.

    Returns
    -------
    numpy.ndarray
        Shape (origins, regions, horizon): 1 held, 0 did not, not-a-number where not known.
    """
    rows = []
    for at in np.flatnonzero(rolling.origins >= first):
        year = int(rolling.origins[at])
        spread = spread_known_at(rolling, method, year)
        common = common_deviations(rolling, method, members, spread, year)
        forecast = rolling.forecasts[method][at]
        deviations = standard_deviations(spread, forecast)
        held = []
        for each in members:
            _, lower, upper = total_limits(forecast[each], deviations[each], common)
            came = rolling.outcomes[at, each].sum(axis=0)
            inside = (lower <= came) & (came <= upper)
            held.append(np.where(np.isfinite(came + lower), inside, np.nan))
        rows.append(held)
    return np.array(rows)
