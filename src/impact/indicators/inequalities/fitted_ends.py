"""The fitted value at the bottom and at the top of a social ladder, and what follows from both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from impact.indicators.inequalities.subgroups import Subgroups
from impact.indicators.rates.limits import Limits

BLOCK = 2_000_000


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale on which values are straight: the transform, its slope, and the way back."""

    forward: Callable[[np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray], np.ndarray]
    back: Callable[[np.ndarray], np.ndarray]
    back_slope: Callable[[np.ndarray], np.ndarray]
    least: float
    most: float


SCALES = {
    "linear": Scale(np.asarray, np.ones_like, np.asarray, np.ones_like, -np.inf, np.inf),
    "log": Scale(np.log, np.reciprocal, np.exp, np.exp, 0.0, np.inf),
    "logit": Scale(
        special.logit,
        lambda y: 1 / (y * (1 - y)),
        special.expit,
        lambda t: special.expit(t) * special.expit(-t),
        0.0,
        1.0,
    ),
}


@dataclass(frozen=True, slots=True)
class Ends:
    """Both fitted ends on the straight scale with their sampling variances; shapes (groups,)."""

    scale: Scale
    low: np.ndarray
    high: np.ndarray
    low_variance: np.ndarray
    high_variance: np.ndarray
    covariance: np.ndarray

    @classmethod
    def from_rows(
        cls,
        groups: Subgroups,
        scale: Scale,
        height: np.ndarray,
        error: np.ndarray,
        slope_weight: np.ndarray,
    ) -> Ends:
        """Make the ends from straight-scale values, their errors and the weights of the slope."""
        low, high = groups.share - slope_weight / 2, groups.share + slope_weight / 2
        return cls(
            scale,
            groups.sum(low * height),
            groups.sum(high * height),
            groups.sum((low * error) ** 2),
            groups.sum((high * error) ** 2),
            groups.sum(low * high * error**2),
        )

    @property
    def turned(self) -> Ends:
        """The same ends the other way round."""
        variances = self.high_variance, self.low_variance, self.covariance
        return Ends(self.scale, self.high, self.low, *variances)

    @property
    def bottom(self) -> np.ndarray:
        """Fitted value at the bottom, in the unit of the value."""
        return self.scale.back(self.low)

    @property
    def top(self) -> np.ndarray:
        """Fitted value at the top, in the unit of the value."""
        return self.scale.back(self.high)

    @property
    def difference(self) -> np.ndarray:
        """Slope index."""
        return self.top - self.bottom

    @property
    def ratio(self) -> np.ndarray:
        """Relative index; missing where a fitted end is not above 0."""
        positive = (self.bottom > 0) & (self.top > 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(positive, self.top / self.bottom, np.nan)

    @property
    def difference_error(self) -> np.ndarray:
        """Standard error of the slope index: exact on the linear scale, else delta method."""
        return self._error(self.scale.back_slope(self.high), self.scale.back_slope(self.low))

    @property
    def ratio_error(self) -> np.ndarray:
        """Standard error of the relative index by the delta method."""
        return self.ratio * self.log_ratio_error

    @property
    def log_ratio_error(self) -> np.ndarray:
        """Standard error of the logarithm of the relative index by the delta method."""
        with np.errstate(divide="ignore", invalid="ignore"):
            high = self.scale.back_slope(self.high) / self.top
            low = self.scale.back_slope(self.low) / self.bottom
            return self._error(high, low)

    def _error(self, high: np.ndarray, low: np.ndarray) -> np.ndarray:
        both = high**2 * self.high_variance + low**2 * self.low_variance
        return np.sqrt(np.maximum(both - 2 * high * low * self.covariance, 0))


def closed_limits(ends: Ends, level: float, relative: bool) -> Limits:
    """Return limits of the slope index or of the relative index without drawing."""
    z = stats.norm.ppf((1 + level) / 2)
    if relative:
        return _fieller(ends, z) if ends.scale is SCALES["linear"] else _log_limits(ends, z)
    if ends.scale is SCALES["linear"]:
        half = z * ends.difference_error
        return ends.difference - half, ends.difference + half
    return _recovered_limits(ends, z)


def simulated_limits(
    ends: Ends, level: float, relative: bool, draws: int, seed: int | None
) -> Limits:
    """Return limits from draws of both ends; every group uses the same draws."""
    if not relative and ends.scale is SCALES["linear"]:
        return closed_limits(ends, level, relative)
    noise = np.random.default_rng(seed).standard_normal((2, draws))
    shares = [(1 - level) / 2, (1 + level) / 2]
    found = np.full((2, len(ends.low)), np.nan)
    step = max(BLOCK // draws, 1)
    for start in range(0, len(ends.low), step):
        block = slice(start, start + step)
        low, high = _draw(ends, block, noise)
        with np.errstate(divide="ignore", invalid="ignore"):
            drawn = np.maximum(high, 0) / np.where(low > 0, low, np.nan) if relative else high - low
        found[:, block] = np.quantile(drawn, shares, axis=1)
    return found[0], found[1]


def _draw(ends: Ends, block: slice, noise: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    low_error = np.sqrt(ends.low_variance[block])
    with np.errstate(divide="ignore", invalid="ignore"):
        shared = np.where(low_error > 0, ends.covariance[block] / low_error, 0.0)
    own = np.sqrt(np.maximum(ends.high_variance[block] - shared**2, 0))
    low = ends.low[block, None] + low_error[:, None] * noise[0]
    high = ends.high[block, None] + shared[:, None] * noise[0] + own[:, None] * noise[1]
    return ends.scale.back(low), ends.scale.back(high)


def _fieller(ends: Ends, z: float) -> Limits:
    """Return the two ends of Fieller's set, not below 0; missing where it has none."""
    square = ends.low**2 - z**2 * ends.low_variance
    middle = ends.low * ends.high - z**2 * ends.covariance
    constant = ends.high**2 - z**2 * ends.high_variance
    with np.errstate(invalid="ignore", divide="ignore"):
        bounded = (square > 0) & np.isfinite(ends.ratio)
        half = np.sqrt(np.maximum(middle**2 - square * constant, 0))
        lower = np.where(bounded, np.maximum((middle - half) / square, 0), np.nan)
        return lower, np.where(bounded, (middle + half) / square, np.nan)


def _log_limits(ends: Ends, z: float) -> Limits:
    factor = np.exp(z * ends.log_ratio_error)
    return ends.ratio / factor, ends.ratio * factor


def _recovered_limits(ends: Ends, z: float) -> Limits:
    """Combine the limits of both ends, which are exact, into limits of their difference."""
    low_error, high_error = np.sqrt(ends.low_variance), np.sqrt(ends.high_variance)
    back, bottom, top = ends.scale.back, ends.bottom, ends.top
    with np.errstate(divide="ignore", invalid="ignore"):
        correlation = np.nan_to_num(ends.covariance / (low_error * high_error))

    def distance(top_side: float, bottom_side: float) -> np.ndarray:
        of_top = top - back(ends.high + top_side * z * high_error)
        of_bottom = bottom - back(ends.low + bottom_side * z * low_error)
        squared = of_top**2 + of_bottom**2 + 2 * correlation * of_top * of_bottom
        return np.sqrt(np.maximum(squared, 0))

    return ends.difference - distance(-1, 1), ends.difference + distance(1, -1)
