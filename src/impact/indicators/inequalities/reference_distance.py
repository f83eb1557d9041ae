"""Mean distance of the subgroups from a named one, whose own error moves all distances at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from impact.indicators.inequalities.levels import Level
from impact.indicators.inequalities.mean_distance import (
    Distance,
    distance_from,
    folded,
    inverted_limits,
    moments,
)
from impact.indicators.inequalities.measure import Measure
from impact.indicators.inequalities.noise_free import noise_free
from impact.indicators.inequalities.subgroups import Subgroups
from impact.indicators.rates.limits import Limits

STEPS = np.linspace(-1, 1, 21)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the other subgroups lie, cleared of noise, and how far their mean is from the named.

    Parameters
    ----------
    distance
        Deviations from the named subgroup; those of its own rows stay as they are.
    others
        Shape (rows,): weight of each other subgroup, sums to 1 in each group.
    spread
        Shape (rows,): distance of each other subgroup from their mean, without noise.
    apart, apart_variance
        Shape (groups,): mean of the others minus the named level, and its sampling variance.
    """

    distance: Distance
    others: np.ndarray
    spread: np.ndarray
    apart: np.ndarray
    apart_variance: np.ndarray

    def deviations(self, apart: np.ndarray) -> np.ndarray:
        """Return the deviations if the others' mean lay so far from the named level."""
        code = self.distance.groups.code
        return np.where(self.others > 0, self.spread + apart[code], self.distance.deviation)

    def size(self, apart: np.ndarray) -> np.ndarray:
        """Return the mean distance if the others' mean lay so far from the named level."""
        return self.distance.groups.sum(self.distance.weight * np.abs(self.deviations(apart)))

    def least(self) -> np.ndarray:
        """Return where the mean distance is least: the named level at the others' median."""
        groups = self.distance.groups
        order = np.lexsort((self.spread, groups.code))
        code, total = groups.code[order], groups.sum(self.others)
        below = np.cumsum(self.others[order]) - (np.cumsum(total) - total)[code]
        half = below >= total[code] / 2 - 1e-12
        median = np.full(len(total), np.inf)
        np.minimum.at(median, code[half], self.spread[order][half])
        return -median


def reference_distance(groups: Subgroups, centre: Level, weight: np.ndarray) -> Measure:
    """Return the weighted mean of |value - named level|, `centre` being the named level.

    Notes
    -----
    The named level r has error v; the other subgroups are cleared of their own noise, so what
    is left is a function of r. Its variance V(r), taken at a noisy r, is corrected for the bend:
    2 V(r) - (V(r - v) + V(r + v)) / 2. Limits: the least and greatest mean distance over all
    r + x z v, with -+ sqrt(1 - x^2) z e, x from -1 to 1 and e the error due to the others; the
    lower one is 0 where that of `inverted_limits` is, which asks whether all may be noise.
    """
    distance = distance_from(groups, centre, weight)
    layout = _layout(distance)
    value = groups.sum(weight * np.abs(distance.deviation))
    noise = layout.apart_variance + centre.variance
    clear = np.sign(layout.apart) * np.sqrt(np.maximum(layout.apart**2 - noise, 0))
    shift = np.sqrt(centre.variance)
    here, before, after = (
        moments(distance, layout.deviations(clear + step * shift)) for step in (0, -1, 1)
    )
    variance = 2 * here.variance - (before.variance + after.variance) / 2
    variance = np.maximum(variance, here.variance / 2)
    bias = here.mean - layout.size(clear)
    limits = _limits(layout, value)
    return Measure(
        value, np.sqrt(variance), np.maximum(value - bias, 0), limits, "folded normal, reference"
    )


def _layout(distance: Distance) -> Layout:
    groups, centre = distance.groups, distance.centre
    others = np.where(centre.weight > 0, 0.0, distance.weight)
    others = np.nan_to_num(others / groups.sum(others)[groups.code])
    mean, variance = groups.sum(others * groups.value), groups.variance(others)
    noise = groups.error**2 * (1 - 2 * others) + variance[groups.code]
    noise = np.where(others > 0, noise, 0.0)
    spread = noise_free(groups, groups.value - mean[groups.code], noise, others)
    return Layout(distance, others, spread, mean - centre.value, variance)


def _limits(layout: Layout, value: np.ndarray) -> Callable[[float], Limits]:
    distance, apart = layout.distance, layout.apart
    groups, weight = distance.groups, distance.weight
    error = np.where(layout.others > 0, groups.error, 0.0)
    mean, slope, _, own = folded(layout.deviations(apart), error)
    rest = np.sqrt(groups.sum((weight * slope * error) ** 2) + groups.sum(weight**2 * own))
    size, shift = layout.size(apart), np.sqrt(distance.centre.variance)
    middle = np.maximum(value - (groups.sum(weight * mean) - size), 0)
    least, cautious = layout.least() - apart, inverted_limits(distance, value)

    def limits(level: float) -> Limits:
        z = stats.norm.ppf((1 + level) / 2)
        nearest = np.clip(np.nan_to_num(least / (z * shift)), -1, 1)
        down, up = np.zeros_like(size), np.zeros_like(size)
        for step in (*STEPS, nearest):
            moved = layout.size(apart + step * z * shift) - size
            slack = np.sqrt(1 - step**2) * z * rest
            down, up = np.minimum(down, moved - slack), np.maximum(up, moved + slack)
        lower = np.where(cautious(level)[0] > 0, np.maximum(middle + down, 0), 0)
        return lower, middle + up

    return limits
