"""Confidence limits of a share and of a count of events."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

EXACT_BELOW = 10
Limits = tuple[np.ndarray, np.ndarray]


def wilson_limits(numerator: ArrayLike, denominator: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the Wilson score limits of a share, between 0 and 1.

    Parameters
    ----------
    numerator, denominator
        Counts, any matching shapes; need not be whole numbers. NaN gives NaN.
    confidence
        Between 0 and 1.

    Returns
    -------
    lower, upper
        Arrays of shares.

    Notes
    -----
    With z the standard normal quantile of (1 + confidence) / 2:
    (2x + z^2 -+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)).

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    events, total = np.broadcast_arrays(
        np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    )
    z = stats.norm.ppf((1 + confidence) / 2)
    middle = 2 * events + z**2
    half = z * np.sqrt(z**2 + 4 * events * (1 - events / total))
    lower, upper = (middle - half) / (2 * (total + z**2)), (middle + half) / (2 * (total + z**2))
    lower = np.where(events == 0, 0.0, np.clip(lower, 0, 1))
    upper = np.where(events == total, 1.0, np.clip(upper, 0, 1))
    return lower, np.where(np.isnan(lower), np.nan, upper)


def byar_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return Byar's limits of the expected number of events behind a count.

    Notes
    -----
    lower O(1 - 1/(9O) - z/(3 sqrt O))^3, upper (O+1)(1 - 1/(9(O+1)) + z/(3 sqrt(O+1)))^3.
    Close to the exact limits from about 10 events on; 0 events have no lower limit (NaN).

    References
    ----------
    Breslow and Day (1987), Statistical Methods in Cancer Research II, page 69.
    """
    events = np.asarray(count, dtype=float)
    z = stats.norm.ppf((1 + confidence) / 2)
    some, more = np.where(events > 0, events, np.nan), events + 1
    lower = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower, upper


def exact_poisson_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the exact Poisson limits of the expected number of events behind a count.

    Notes
    -----
    lower = half the chi-square quantile of (1 - confidence)/2 with 2O degrees of freedom (0 if
    O = 0), upper = half the quantile of (1 + confidence)/2 with 2O + 2 degrees of freedom.

    References
    ----------
    Garwood (1936), Biometrika 28, 437-442.
    """
    events = np.asarray(count, dtype=float)
    low, high = (1 - confidence) / 2, (1 + confidence) / 2
    some = np.where(events > 0, events, np.nan)
    lower = np.where(events == 0, 0.0, stats.chi2.ppf(low, 2 * some) / 2)
    return lower, stats.chi2.ppf(high, 2 * events + 2) / 2


def poisson_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the limits of a count: exact below 10 events, else Byar's."""
    events = np.asarray(count, dtype=float)
    lower, upper = byar_limits(events, confidence)
    few = events < EXACT_BELOW
    lower, upper = np.array(lower), np.array(upper)
    lower[few], upper[few] = exact_poisson_limits(events[few], confidence)
    return lower, upper
