"""How much of the spread of a result is due to each of several uncertain choices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class SobolIndices:
    """First-order and total indices with limits, arrays over factors.

    Parameters
    ----------
    first, total
        Share of the variance by the factor alone, and by it with all it interacts with.
    first_lower, first_upper, total_lower, total_upper
        Limits by resampling the draws.
    confidence
        Of the limits.
    """

    first: np.ndarray
    first_lower: np.ndarray
    first_upper: np.ndarray
    total: np.ndarray
    total_lower: np.ndarray
    total_upper: np.ndarray
    confidence: float


def sobol_from_outputs(
    first: np.ndarray,
    second: np.ndarray,
    mixed: np.ndarray,
    *,
    seed: int,
    confidence: float = 0.9,
) -> SobolIndices:
    """Return Sobol indices from results of two independent samples and their mixtures.

    Parameters
    ----------
    first, second
        Results of sample A and sample B, shape (draws,) or (draws, results); several results
        (places) are taken together, each with its own variance, as one vector.
    mixed
        Results of sample A with one factor taken from B, shape (factors, draws) or
        (factors, draws, results).
    seed
        Of the resampling.
    confidence
        Of the limits.

    Returns
    -------
    SobolIndices
        NaN when the results do not vary.

    Notes
    -----
    First order: mean of y_B (y_ABi - y_A) over V (Saltelli and others 2010), with y centred; total:
    mean of (y_A - y_ABi)^2 over 2 V (Jansen 1999); numerators and variances of several results are
    added (Gamboa and others 2014). A factor may be a group of inputs. Estimates of small indices
    can fall below 0.

    References
    ----------
    Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), Computer Physics
    Communications 181, 259-270; Jansen (1999), Computer Physics Communications 117, 35-43; Gamboa,
    Janon, Klein and Lagnoux (2014), Electronic Journal of Statistics 8, 575-603.
    """
    a, b = (results.reshape(len(results), -1) for results in (first, second))
    ab = mixed.reshape(*mixed.shape[:2], -1)
    middle = (a.mean(axis=0) + b.mean(axis=0)) / 2
    spread = (((a - middle) ** 2 + (b - middle) ** 2) / 2).sum(axis=1)
    alone = ((b - middle) * (ab - a)).sum(axis=2)
    every = ((a - ab) ** 2).sum(axis=2) / 2
    tail = (1 - confidence) / 2
    rows = np.random.default_rng(seed).integers(0, len(a), (RESAMPLES, len(a)))
    found = []
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.where(spread.mean() > 1e-24, spread.mean(), np.nan)
        for terms in (alone, every):
            again = terms[:, rows].mean(axis=2) / spread[rows].mean(axis=1)
            limits = np.quantile(again, [tail, 1 - tail], axis=1)
            found += [terms.mean(axis=1) / variance, *np.where(np.isnan(variance), np.nan, limits)]
    return SobolIndices(*found, confidence)
