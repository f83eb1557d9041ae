"""Mann and Kendall's test of a short yearly series: its score and the chance of it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import stats

from impact.indicators.trends.gls import correlation

# Chance of a score at least so far from 0 in successive years with normal errors and an
# autocorrelation of 0.5, in steps of 2 up to the largest; made by bench/kendall_tails.py.
TABLED = 0.5
CORRELATED_TAILS = {
    5: (1, 0.87084, 0.61990, 0.38053, 0.17720, 0.04613),
    6: (1, 0.80851, 0.62083, 0.44216, 0.28072, 0.14814, 0.05787, 0.01239),
    7: (
        *(1, 0.84944, 0.70065, 0.55695, 0.42138, 0.29755),
        *(0.19080, 0.10691, 0.04902, 0.01635, 0.00297),
    ),
    8: (
        *(1, 0.93854, 0.81629, 0.69622, 0.57971, 0.46871, 0.36504, 0.27084),
        *(0.18892, 0.12141, 0.07012, 0.03497, 0.01413, 0.00410, 0.00064),
    ),
}


def level_values(series: np.ndarray) -> np.ndarray:
    """Return the values with differences of rounding removed, so that equal ones are equal."""
    unit = 1e-9 * np.maximum(np.abs(series).max(axis=1, keepdims=True), 1e-300)
    return np.round(series / unit) * unit


def kendall_scores(series: np.ndarray) -> np.ndarray:
    """Return Kendall's S of each series: pairs of years that rise less pairs that fall."""
    earlier, later = np.triu_indices(series.shape[1], 1)
    return np.sign(series[:, later] - series[:, earlier]).sum(axis=1).astype(int)


def kendall_p_values(
    series: np.ndarray, years: np.ndarray, autocorrelation: float = TABLED
) -> np.ndarray:
    """Return the two-sided p-value of Kendall's S against no trend.

    Parameters
    ----------
    series
        Shape (series, points), no missing values; equal values are ties.
    years
        Shape (points,), increasing.
    autocorrelation
        Of the errors one year apart. 0: the exact test, ties included. Above 0: the chance of
        the score among series which wave so much without a trend.

    Notes
    -----
    At 0 the chance is that of S over all orders of the values as they are, ties included, for
    every length: the number of orders with so many falls is the coefficient of the Gaussian
    multinomial [n]! / ([t1]! [t2]! ...), t being the sizes of the ties.

    Above 0, S of normal errors with correlation r^|years apart| is referred to a table (five to
    eight successive years at 0.5), else to the symmetric beta distribution on -(N + 1) to N + 1,
    N pairs, with the exact variance: the sum over pairs of pairs of 2/pi arcsin(correlation of
    their differences). With its continuity correction it stays at or above the simulated
    chance (measured: 1.0 to 1.3 times at 0.05). As S depends on order alone, the same holds for
    every increasing transformation of such errors, heavy tails included. Ties make S smaller
    and the test cautious.

    References
    ----------
    Mann (1945), Econometrica 13, 245-259. Kendall (1970), Rank Correlation Methods, 4th edition.
    """
    series = level_values(series)
    size = np.abs(kendall_scores(series))
    if autocorrelation > 0:
        return np.array(correlated_tail(tuple(map(int, years)), autocorrelation))[size]
    ties = -np.sort(-_tie_sizes(series), axis=1)
    patterns, which = np.unique(ties, axis=0, return_inverse=True)
    tails = np.array([exact_tail(tuple(row[row > 0].tolist())) for row in patterns])
    return tails[which.ravel(), size]


@lru_cache(maxsize=4096)
def exact_tail(ties: tuple[int, ...]) -> tuple[float, ...]:
    """Return the chance of |S| >= 0, 1, ..., N over all orders of values with ties of these sizes.

    Parameters
    ----------
    ties
        How often each distinct value occurs; (1, 1, 1, 1, 1) are five different values.
    """
    counts = np.ones(1, dtype=object)
    total = 0
    for size in ties:
        for extra in range(1, size + 1):
            counts = _divide(_times(counts, total + extra), extra)
        total += size
    pairs = total * (total - 1) // 2
    score = np.abs(len(counts) - 1 - 2 * np.arange(len(counts)))
    found = np.zeros(pairs + 1, dtype=object)
    np.add.at(found, score, counts)
    tail = found[::-1].cumsum()[::-1]
    return tuple(float(part / tail[0]) for part in tail)


@lru_cache(maxsize=4096)
def correlated_tail(years: tuple[int, ...], autocorrelation: float) -> tuple[float, ...]:
    """Return the chance of |S| >= 0, 1, ..., N without a trend, errors being autocorrelated.

    An S which ties make impossible among different values counts as the next smaller one.
    """
    points = len(years)
    pairs = points * (points - 1) // 2
    possible = np.arange(pairs % 2, pairs + 1, 2)
    if autocorrelation == TABLED and points in CORRELATED_TAILS and np.ptp(years) == points - 1:
        chance = np.array(CORRELATED_TAILS[points], dtype=float)
    else:
        shape = (((pairs + 1) ** 2 / score_variance(np.array(years), autocorrelation)) - 1) / 2
        cut = ((possible - 1) / (pairs + 1) + 1) / 2
        chance = np.minimum(1.0, 2 * stats.beta.sf(cut, shape, shape))
    at = np.maximum((np.arange(pairs + 1) - pairs % 2) // 2, 0)
    return tuple(chance[at].tolist())


def score_variance(years: np.ndarray, autocorrelation: float) -> float:
    """Return the variance of Kendall's S of normal errors without a trend."""
    earlier, later = np.triu_indices(len(years), 1)
    pair = np.arange(len(earlier))
    difference = np.zeros((len(pair), len(years)))
    difference[pair, later], difference[pair, earlier] = 1, -1
    covariance = difference @ correlation(years, autocorrelation) @ difference.T
    scale = np.sqrt(np.diag(covariance))
    together = np.clip(covariance / scale[:, None] / scale[None, :], -1, 1)
    return float(2 / np.pi * np.arcsin(together).sum())


def _tie_sizes(series: np.ndarray) -> np.ndarray:
    """Return how often each distinct value of a series occurs, padded with 0, shape as series."""
    ordered = np.sort(series, axis=1)
    starts = np.ones(series.shape, dtype=bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    group = starts.cumsum(axis=1) - 1
    sizes = np.zeros(series.shape, dtype=int)
    np.add.at(sizes, (np.arange(len(series))[:, None], group), 1)
    return sizes


def _times(counts: np.ndarray, power: int) -> np.ndarray:
    """Multiply a polynomial by 1 - q^power, in whole numbers."""
    out = np.concatenate([counts, np.zeros(power, dtype=object)])
    out[power:] -= counts
    return out


def _divide(counts: np.ndarray, power: int) -> np.ndarray:
    """Divide a polynomial by 1 - q^power, which divides it."""
    out = counts.copy()
    for at in range(power, len(out)):
        out[at] += out[at - power]
    return out[: len(out) - power]
