"""Indicators on one scale of scores from 0 to 100, each with its direction and frozen limits."""

from __future__ import annotations

import numpy as np

from impact.indicators.composite.frozen_parameters import FrozenParameters
from impact.indicators.composite.specification import IndexItem, IndexSpec

BEST = 100.0
MIDDLE, STANDARD = 50.0, 10.0


def normalise(values: np.ndarray, spec: IndexSpec, parameters: FrozenParameters) -> np.ndarray:
    """Return scores of which higher is always better.

    Parameters
    ----------
    values
        Shape (draws x) places x indicators, each in its own unit; NaN is missing.
    spec
        Directions, goalposts, targets and methods.
    parameters
        Limits of the base values, see `fit_parameters`; treated values are pulled in to them.

    Returns
    -------
    ndarray
        Scores of the same shape; NaN where the value is missing, and where the base values of
        an indicator are all the same so that it tells nobody apart (never with goalposts).

    Notes
    -----
    With x the value, higher being better (mirrored otherwise), l and u the lowest and highest
    base value:
    min_max 100 (x - l) / (u - l), beyond 0-100 for later values beyond the base;
    z_score 50 + 10 (x - mean) / standard deviation (sample);
    rank 100 (number of base values below x) / (n - 1), ties sharing their lowest rank, at most 100;
    percentile 100 (number below + half of those equal) / n;
    goalposts as min_max between the goalposts, cut at 0 and 100;
    distance_to_target 100 (x - l) / (target - l), at most 100.

    References
    ----------
    OECD and JRC (2008), Handbook on constructing composite indicators, section on normalisation.
    """
    treated = np.clip(
        values, parameters.pulled_up_to[..., None, :], parameters.pulled_down_to[..., None, :]
    )
    scores = np.empty(np.broadcast_shapes(treated.shape, values.shape))
    methods = [item.normalisation or spec.normalisation for item in spec.indicators]
    higher = np.array([item.direction == "higher" for item in spec.indicators])
    for method in dict.fromkeys(methods):
        columns = np.array([at for at, own in enumerate(methods) if own == method])
        items = [spec.indicators[at] for at in columns]
        part = _scores(method, treated, values, columns, higher[columns], items, parameters)
        scores[..., columns] = part
    return scores


def _scores(
    method: str,
    treated: np.ndarray,
    values: np.ndarray,
    columns: np.ndarray,
    higher: np.ndarray,
    items: list[IndexItem],
    parameters: FrozenParameters,
) -> np.ndarray:
    x = treated[..., columns]
    if method == "goalposts":
        low, high = np.array([item.goalposts for item in items], float).T
        return np.clip(_between(values[..., columns], low, high, higher), 0.0, BEST)
    low, high, mean, spread = (
        getattr(parameters, name)[..., columns][..., None, :]
        for name in ("lowest", "highest", "mean", "spread")
    )
    flat = ~(high > low)
    with np.errstate(divide="ignore", invalid="ignore"):
        if method == "min_max":
            scores = _between(x, low, high, higher)
        elif method == "z_score":
            scores = MIDDLE + STANDARD * np.where(higher, 1, -1) * (x - mean) / spread
        elif method == "distance_to_target":
            scores = _distance(x, low, high, np.array([i.target for i in items], float), higher)
        else:
            scores = _in_order(x, parameters.base[..., columns], higher, method)
    return np.where(flat, np.nan, scores)


def _between(x: np.ndarray, low: np.ndarray, high: np.ndarray, higher: np.ndarray) -> np.ndarray:
    start = np.where(higher, low, high)
    slope = np.where(higher, BEST, -BEST) / (high - low)
    return (x - start) * slope


def _distance(
    x: np.ndarray, low: np.ndarray, high: np.ndarray, target: np.ndarray, higher: np.ndarray
) -> np.ndarray:
    """Score the way from the worst base value to the target; 100 for all that are beyond it."""
    worst = np.where(higher, low, high)
    way = np.where(higher, target - worst, worst - target)
    gone = np.where(higher, x - worst, worst - x)
    scores = np.where(way > 0, BEST * gone / way, np.where(gone >= way, BEST, 0.0))
    return np.where(np.isfinite(x), np.minimum(scores, BEST), np.nan)


def _in_order(x: np.ndarray, base: np.ndarray, higher: np.ndarray, method: str) -> np.ndarray:
    below, equal, count = _counts(x, base)
    worse = np.where(higher, below, count - below - equal)
    if method == "percentile":
        scores = BEST * (worse + equal / 2) / count
    else:
        scores = np.minimum(BEST * worse / (count - 1), BEST)
    return np.where(np.isfinite(x), scores, np.nan)


def _counts(x: np.ndarray, base: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How many base values lie below each value, how many equal it, and how many there are."""
    count = np.isfinite(base).sum(axis=-2)[..., None, :]
    below, upto = np.empty(x.shape), np.empty(x.shape)
    draws = x.reshape(-1, *x.shape[-2:]) if base.ndim > 2 else x[None]
    tables = base.reshape(-1, *base.shape[-2:]) if base.ndim > 2 else base[None]
    low, top = (found.reshape(draws.shape) for found in (below, upto))
    for draw, (table, known) in enumerate(zip(draws, tables, strict=True)):
        for column in range(x.shape[-1]):
            reach = int(np.isfinite(known[:, column]).sum())
            ordered = known[:reach, column]
            low[draw, ..., column] = np.searchsorted(ordered, table[..., column], "left")
            top[draw, ..., column] = np.searchsorted(ordered, table[..., column], "right")
    return below, upto - below, count
