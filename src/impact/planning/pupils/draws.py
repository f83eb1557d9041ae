"""Scenarios drawn at random: what all municipalities share, and what is each one's own."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.planning.pupils.backtest import Rolling
from impact.planning.pupils.interval import NORMAL, Spread


def standard_deviations(spread: Spread, central: np.ndarray) -> np.ndarray:
    """Return the standard deviation of the logarithm that the limits stand for.

    Parameters
    ----------
    spread
        Of 80 per cent limits.
    central
        Shape (..., horizons), persons.

    Notes
    -----
    Half the limits' width on the logarithmic scale over 1.2816, that of a normal distribution.
    """
    return spread.half_width(central) / NORMAL


def common_deviations(
    rolling: Rolling, method: str, members: list[np.ndarray], spread: Spread, year: int
) -> np.ndarray:
    """Return the standard deviation of the error that the places of a region share.

    Parameters
    ----------
    rolling
        Of one grade or of several together, shape (origins, places, horizon).
    method
        Whose errors.
    members
        Positions of the places of every region.
    spread
        Of single places.
    year
        Newest year of an outcome.

    Returns
    -------
    numpy.ndarray
        Shape (horizons,), of the logarithm. Horizons without an outcome take the longest one's,
        by the square root, as the spread does.

    Notes
    -----
    Error of place i: C + L_i, with var(C + L_i) = s_i^2 as the limits have it. A region's total
    with weights w_i then has E^2 = c^2 (1 - sum w^2) + sum w^2 s^2, so that over all regions and
    origins c^2 = sum(E^2 - sum w^2 s^2) / sum(1 - sum w^2), at least 0. Regions of one place say
    nothing. Were errors independent, c would be 0 and the total far too certain.
    """
    forecast = rolling.forecasts[method]
    ahead = np.arange(1, forecast.shape[2] + 1)
    known = (rolling.origins[:, None] + ahead <= year)[:, None, :]
    deviations = standard_deviations(spread, forecast)
    top = np.zeros(forecast.shape[2])
    bottom = top.copy()
    for each in (each for each in members if len(each) > 1):
        own, total = forecast[:, each], forecast[:, each].sum(axis=1, keepdims=True)
        came = rolling.outcomes[:, each].sum(axis=1, keepdims=True)
        use = known & (total > 0) & (came > 0)
        share = np.divide(own, total, out=np.zeros(own.shape), where=use)
        squares = (share**2).sum(axis=1, keepdims=True)
        local = (share**2 * deviations[:, each] ** 2).sum(axis=1, keepdims=True)
        error = np.log(np.divide(came, total, out=np.ones(total.shape), where=use))
        top += np.where(use, error**2 - local, 0.0).sum(axis=(0, 1))
        bottom += np.where(use, 1 - squares, 0.0).sum(axis=(0, 1))
    at = spread.base - 1
    own = np.divide(top, bottom, out=np.zeros(len(top)), where=bottom > 0)
    return np.sqrt(np.maximum(own[at], 0.0) * ahead / spread.base)


def scenario_draws(
    central: np.ndarray, deviations: np.ndarray, common: float, draws: int, seed: int
) -> np.ndarray:
    """Return random scenarios of many places whose errors belong together.

    Parameters
    ----------
    central
        Shape (places,), persons.
    deviations
        Shape (places,), of the logarithm, common and own part together.
    common
        Standard deviation of the part that all share.
    draws
        How many scenarios.
    seed
        Of the random numbers. One seed gives one future: the same scenario number of another year
        or grade has the same common and own part, so that scenarios are whole courses.

    Returns
    -------
    numpy.ndarray
        Shape (draws, places), persons.

    Raises
    ------
    InvalidInput
        Fewer than one draw, negative or unknown numbers, or another number of deviations.

    Notes
    -----
    central exp(c Z + sqrt(max(s_i^2 - c^2, 0)) Z_i), with Z and Z_i standard normal: the median of
    every place is its central forecast.
    """
    middle, spread = np.asarray(central, dtype=float), np.asarray(deviations, dtype=float)
    faults = []
    if draws < 1:
        faults.append(Fault("draws", f"{draws} is fewer than 1."))
    if middle.shape != spread.shape or middle.ndim != 1:
        faults.append(Fault("central, deviations", "they are not two lists of one length."))
    elif not ((middle >= 0).all() and (spread >= 0).all() and common >= 0):
        faults.append(Fault("central, deviations, common", "some are negative or unknown."))
    if faults:
        raise InvalidInput("scenarios of pupils", faults)
    generator = np.random.default_rng(seed)
    shared = generator.standard_normal((draws, 1))
    own = generator.standard_normal((draws, len(middle)))
    local = np.sqrt(np.maximum(spread**2 - common**2, 0.0))
    return middle * np.exp(np.minimum(common, spread) * shared + local * own)


def total_deviation(central: np.ndarray, deviations: np.ndarray, common: np.ndarray) -> np.ndarray:
    """Return the standard deviation of the logarithm of a sum over places.

    Parameters
    ----------
    central, deviations
        Shape (places, ...), persons, and the logarithm's standard deviations.
    common
        Shape (...), of the part that all share.

    Notes
    -----
    sqrt((sum w_i c_i)^2 + sum w_i^2 (s_i^2 - c_i^2)) with shares w of the sum and c_i the smaller
    of c and s_i.
    """
    middle = np.asarray(central, dtype=float)
    total = middle.sum(axis=0)
    share = np.divide(middle, total, out=np.zeros(middle.shape), where=total > 0)
    shared = np.minimum(deviations, common)
    own = np.maximum(np.asarray(deviations) ** 2 - shared**2, 0.0)
    return np.sqrt((share * shared).sum(axis=0) ** 2 + (share**2 * own).sum(axis=0))
