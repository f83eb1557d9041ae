"""The shapes of uncertainty: how each is fitted to a centre and limits, and its quantiles."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import special

FEWEST, MOST = 1e-3, 1e12
HALVINGS = 80
NODES = np.linspace(-8.25, 8.25, 1025)
LEAST = 2.0**-53

Fit = Callable[[np.ndarray, np.ndarray, np.ndarray, float], tuple[np.ndarray, ...]]
Quantile = Callable[..., np.ndarray]


def fit_normal(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return centre and standard deviation: the centre is kept, the limits' width is kept."""
    return central, (upper - lower) / (2 * special.ndtri((1 + confidence) / 2))


def fit_lognormal(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return centre and standard deviation on the log scale: the median is the central value."""
    return fit_normal(*(np.log(each) for each in (central, lower, upper)), confidence)


def fit_beta(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the two shapes: the mean is the central value, the limits hold the confidence."""

    def outside(size: np.ndarray) -> np.ndarray:
        first, second = central * size, (1 - central) * size
        return special.betainc(first, second, lower) + special.betaincc(first, second, upper)

    size = _size_with(outside, central, lower, upper, confidence)
    return central * size, (1 - central) * size


def fit_gamma(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return shape and scale: the mean is the central value, the limits hold the confidence."""

    def outside(shape: np.ndarray) -> np.ndarray:
        below = special.gammainc(shape, shape * lower / central)
        return below + special.gammaincc(shape, shape * upper / central)

    shape = _size_with(outside, central, lower, upper, confidence)
    return shape, central / shape


def fit_triangular(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return lowest, most likely and highest value: the limits themselves, at any confidence."""
    return lower, central, upper


def fit_fixed(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, confidence: float
) -> tuple[np.ndarray]:
    """Return the number itself."""
    return (central,)


def normal_at(probability: np.ndarray, centre: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """Return quantiles of a normal distribution."""
    return centre + spread * special.ndtri(probability)


def lognormal_at(probability: np.ndarray, centre: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """Return quantiles of a lognormal distribution, given on the log scale."""
    return np.exp(normal_at(probability, centre, spread))


def beta_at(probability: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return quantiles of a beta distribution."""
    return _tabulated(probability, lambda chance: special.betaincinv(first, second, chance))


def gamma_at(probability: np.ndarray, shape: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Return quantiles of a gamma distribution."""
    return _tabulated(probability, lambda chance: special.gammaincinv(shape, chance)) * scale


def triangular_at(
    probability: np.ndarray, lowest: np.ndarray, mode: np.ndarray, highest: np.ndarray
) -> np.ndarray:
    """Return quantiles of a triangular distribution; one of no width is its only value."""
    width = highest - lowest
    share = np.divide(mode - lowest, width, out=np.zeros_like(width), where=width > 0)
    rising = lowest + np.sqrt(probability * width * (mode - lowest))
    falling = highest - np.sqrt((1 - probability) * width * (highest - mode))
    return np.where(probability < share, rising, falling)


def fixed_at(probability: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Return the number itself for every probability (a view that cannot be written to)."""
    return np.broadcast_to(value, np.broadcast_shapes(probability.shape, value.shape))


def _tabulated(probability: np.ndarray, exact: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Return quantiles, of many draws by lines between 1,025 exact ones of even normal distance.

    The lines are within 0.0001 standard deviations of the exact quantiles of numbers as uncertain
    as those of assessments are, and several times as fast.
    """
    if probability.ndim < 2 or len(probability) < 2 * len(NODES):
        return exact(probability)
    table = exact(np.clip(special.ndtr(NODES), LEAST, 1 - LEAST)[:, None])
    step = NODES[1] - NODES[0]
    position = (special.ndtri(np.clip(probability, LEAST, 1 - LEAST)) - NODES[0]) / step
    position = np.broadcast_to(position, np.broadcast_shapes(position.shape, table.shape[1:]))
    below = position.astype(np.intp)
    low, high = (np.take_along_axis(table, at, axis=0) for at in (below, below + 1))
    return low + (position - below) * (high - low)


def _size_with(
    outside: Callable[[np.ndarray], np.ndarray],
    central: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    confidence: float,
) -> np.ndarray:
    """Find how concentrated a distribution of fixed mean must be, by halving on the log scale.

    Limits of no width give the most concentrated one; unknown numbers stay unknown.
    """
    low = np.full(central.shape, np.log(FEWEST))
    high = np.full(central.shape, np.log(MOST))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        wide = outside(np.exp(middle)) > 1 - confidence
        low, high = np.where(wide, middle, low), np.where(wide, high, middle)
    unknown = np.isnan(central + lower + upper)
    return np.where(unknown, np.nan, np.exp(high))


FAMILIES: dict[str, tuple[Fit, Quantile]] = {
    "lognormal": (fit_lognormal, lognormal_at),
    "normal": (fit_normal, normal_at),
    "beta": (fit_beta, beta_at),
    "gamma": (fit_gamma, gamma_at),
    "triangular": (fit_triangular, triangular_at),
    "fixed": (fit_fixed, fixed_at),
}
