"""Weighted means that skip what is missing, and the functions behind them."""

from __future__ import annotations

import numpy as np

from impact.indicators.composite.specification_faults import MEANS

NEED_POSITIVE = ("geometric", "harmonic", "generalised")


def weighted_mean(
    scores: np.ndarray,
    weights: np.ndarray,
    method: str = "arithmetic",
    *,
    power: float = 1.0,
    floor: float = 1.0,
) -> np.ndarray:
    """Return the weighted mean over the last axis; weights are shared among what is known.

    Parameters
    ----------
    scores
        Shape (..., children); NaN is missing.
    weights
        Broadcast against the scores; 0 or more, any sum.
    method
        "arithmetic", "geometric", "harmonic" or "generalised".
    power
        Of the generalised mean.
    floor
        Lowest score that enters the means that need positive numbers.

    Returns
    -------
    ndarray
        Shape (...,); NaN where nothing with weight is known.

    Notes
    -----
    f^-1(sum w f(s) / sum w) with f(s) = s, ln s, 1 / s or s^power.
    """
    known = np.isfinite(scores)
    weight = weights * known
    terms = transformed(np.where(known, scores, floor), method, power=power, floor=floor)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (terms * weight).sum(axis=-1) / weight.sum(axis=-1)
        return returned(mean, method, power=power)


def transformed(
    scores: np.ndarray, method: str, *, power: float = 1.0, floor: float = 1.0
) -> np.ndarray:
    """Return f(score), of which a mean takes the arithmetic mean.

    Parameters
    ----------
    scores
        Any shape.
    method, power, floor
        As in `weighted_mean`.

    Returns
    -------
    ndarray
        Same shape.
    """
    if method not in MEANS:
        raise ValueError(f"'{method}' is no mean")
    if method == "arithmetic":
        return scores
    raised = np.maximum(scores, floor)
    if method == "geometric":
        return np.log(raised)
    return 1 / raised if method == "harmonic" else raised**power


def returned(mean: np.ndarray, method: str, *, power: float = 1.0) -> np.ndarray:
    """Return the score whose f is `mean`, the inverse of `transformed`.

    Parameters
    ----------
    mean
        Any shape.
    method, power
        As in `weighted_mean`.

    Returns
    -------
    ndarray
        Same shape.
    """
    if method == "arithmetic":
        return mean
    if method == "geometric":
        return np.exp(mean)
    return 1 / mean if method == "harmonic" else mean ** (1 / power)
