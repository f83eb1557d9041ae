"""Mean distance of the subgroups from the mean or from a reference, and the index of disparity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from impact.indicators.inequalities.levels import Level, mean_level
from impact.indicators.inequalities.measure import Measure
from impact.indicators.inequalities.noise_free import noise_free
from impact.indicators.inequalities.subgroups import Subgroups
from impact.indicators.rates.limits import Limits

STEPS = 40
ROUNDING = 1e-13
FARTHEST = 6.0
CERTAIN = 8.0


@dataclass(frozen=True, slots=True)
class Distance:
    """Mean of |deviation| from a centre, for all groups at once.

    Parameters
    ----------
    groups, centre
        The subgroups and the fixed mean of the values they are measured from.
    weight
        Shape (rows,), sums to 1 in each group.
    deviation, noise
        Shape (rows,): value minus centre, and its sampling variance.
    """

    groups: Subgroups
    centre: Level
    weight: np.ndarray
    deviation: np.ndarray
    noise: np.ndarray


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean and variance of the mean distance, and how much it moves with each row."""

    mean: np.ndarray
    variance: np.ndarray
    moved: np.ndarray


def mean_distance(groups: Subgroups, centre: Level, weight: np.ndarray) -> Measure:
    """Return the weighted mean of |value - centre|, centre a fixed mean of the values."""
    distance = distance_from(groups, centre, weight)
    value = groups.sum(weight * np.abs(distance.deviation))
    middle = noise_free(groups, distance.deviation, distance.noise, weight)
    found = moments(distance, middle)
    bias = found.mean - groups.sum(weight * np.abs(middle))
    return Measure(
        value,
        np.sqrt(found.variance),
        np.maximum(value - bias, 0),
        inverted_limits(distance, value),
        "folded normal",
    )


def index_of_disparity(groups: Subgroups, weight: np.ndarray, plain: Measure) -> Measure:
    """Return the mean distance from the mean (`plain`, with the same weights) over the mean."""
    mean = mean_level(groups)
    level = np.where(mean.value > 0, mean.value, np.nan)
    distance = distance_from(groups, mean, weight)
    found = moments(distance, noise_free(groups, distance.deviation, distance.noise, weight))
    index = plain.value / level
    shared = groups.sum(found.moved * mean.weight * groups.error**2)
    variance = found.variance + index**2 * mean.variance - 2 * index * shared
    error = np.sqrt(np.maximum(variance, 0))
    with np.errstate(invalid="ignore", divide="ignore"):
        widening = np.where(plain.standard_error > 0, error / plain.standard_error, 1.0)

    def limits(confidence: float) -> Limits:
        centre, bounds = plain.corrected, plain.limits(confidence)
        low, high = (centre + (bound - centre) * widening for bound in bounds)
        return np.maximum(low, 0) / level, np.maximum(high, 0) / level

    return Measure(index, error / level, plain.corrected / level, limits, plain.method)


def distance_from(groups: Subgroups, centre: Level, weight: np.ndarray) -> Distance:
    """Return the deviations from a fixed mean of the values, with their sampling variances.

    A deviation that only the computer's arithmetic makes is none: equal values have no distance.
    """
    part = centre.weight * groups.error**2
    noise = np.maximum(groups.error**2 - 2 * part + centre.variance[groups.code], 0)
    mean = centre.value[groups.code]
    deviation = groups.value - mean
    rounding = ROUNDING * np.maximum(np.abs(groups.value), np.abs(mean))
    deviation = np.where(np.abs(deviation) <= rounding, 0.0, deviation)
    return Distance(groups, centre, weight, deviation, noise)


def moments(distance: Distance, middle: np.ndarray) -> Moments:
    """Return the moments when the deviations are normal about `middle`.

    The deviations have covariances V - q_j - q_k (j not k) and s^2 + V - 2 q_j (j = k), with
    q = c s^2, V = sum c^2 s^2 and c the weights of the centre. |d| is split into a part linear
    in the values, a quadratic part shared between subgroups, and the rest of each one's own.
    """
    groups, centre, weight = distance.groups, distance.centre, distance.weight
    part, common = centre.weight * groups.error**2, centre.variance
    expected, slope, bend, own = folded(middle, np.sqrt(distance.noise))
    pull = weight * slope
    moved = pull - centre.weight * groups.sum(pull)[groups.code]
    curve = weight * bend
    h0, h1, h2 = (groups.sum(curve * part**power) for power in (0, 1, 2))
    same = groups.sum((curve * (common[groups.code] - 2 * part)) ** 2)
    shared = common**2 * h0**2 + 2 * h0 * h2 - 4 * common * h0 * h1 + 2 * h1**2 - same
    variance = groups.variance(moved) + shared / 2 + groups.sum(weight**2 * own)
    return Moments(groups.sum(weight * expected), np.maximum(variance, 0), moved)


def folded(
    middle: np.ndarray, spread: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return of |normal|: mean, first and second derivative of it, variance that is not linear."""
    noisy = spread > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.where(noisy, middle / spread, 0.0)
        height = np.where(noisy, np.exp(-(ratio**2) / 2) / np.sqrt(2 * np.pi), 0.0)
        slope = np.where(noisy, 2 * special.ndtr(ratio) - 1, np.sign(middle))
        bend = np.where(noisy, 2 * height / spread, 0.0)
        own = 1 + ratio**2 - (2 * height + ratio * slope) ** 2 - slope**2
        own = np.where(noisy & (np.abs(ratio) < CERTAIN), own * spread**2, 0.0)
    return 2 * spread * height + middle * slope, slope, bend, own


def inverted_limits(distance: Distance, value: np.ndarray) -> Callable[[float], Limits]:
    """Return the true mean distances at which the one seen is just not surprising.

    True deviations are taken proportional to those seen; mean and standard deviation of the
    mean distance are calculated on a ladder of true sizes and read between its rungs. For the
    upper limit a distance below what noise alone gives is read as that.
    """
    groups, weight = distance.groups, distance.weight
    spread = np.sqrt(distance.noise)
    mean_noise = groups.sum(weight * distance.noise)[groups.code]
    signal = np.maximum(groups.sum(weight * distance.deviation**2)[groups.code] - mean_noise, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        kept = np.sqrt((signal + 1e-6 * mean_noise) / (signal + distance.noise))
        shape = np.where(spread > 0, kept, 1.0) * distance.deviation
        shape = np.where(value[groups.code] > 0, shape, spread)
        shape = np.nan_to_num(shape / groups.sum(weight * np.abs(shape))[groups.code])
    pull = weight * np.sign(shape)
    far = np.sqrt(groups.variance(pull - distance.centre.weight * groups.sum(pull)[groups.code]))
    far = np.where(value > 0, far, np.sqrt(groups.sum(weight * distance.noise)))
    sizes = np.linspace(0, 1, STEPS + 1)[:, None] * (value + FARTHEST * far)
    ladder = [moments(distance, shape * size[groups.code]) for size in sizes]
    mean = np.stack([rung.mean for rung in ladder])
    error = np.sqrt(np.stack([rung.variance for rung in ladder]))

    def limits(level: float) -> Limits:
        z = stats.norm.ppf((1 + level) / 2)
        seen = np.maximum(value, mean[0])
        return _read(sizes, mean + z * error, value), _read(sizes, mean - z * error, seen)

    return limits


def _read(sizes: np.ndarray, heights: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Return the size at which the height first reaches the value, between two rungs."""
    reached = heights >= value
    above = np.where(reached.any(axis=0), reached.argmax(axis=0), len(sizes) - 1)
    below = np.maximum(above - 1, 0)
    group = np.arange(sizes.shape[1])
    low, high = heights[below, group], heights[above, group]
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.where(high > low, np.clip((value - low) / (high - low), 0, 1), 0.0)
    return sizes[below, group] + part * (sizes[above, group] - sizes[below, group])
