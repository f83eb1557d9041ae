"""The levels a gap lies between: the mean, a named subgroup, an end of a ladder, the best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.indicators.inequalities.best_of import best_of
from impact.indicators.inequalities.noise_free import noise_free
from impact.indicators.inequalities.subgroups import Subgroups


@dataclass(frozen=True, slots=True)
class Level:
    """A level of each group.

    Parameters
    ----------
    value, corrected, variance
        Shape (groups,): as calculated, without the lift of choosing an extreme by its value,
        and sampling variance.
    weight
        Shape (rows,): how much the level moves with each row.
    held
        Shape (rows,): the same if the subgroup chosen by its value had been named beforehand.
    chosen
        Shape (groups,): whether the subgroup was chosen by its value.
    """

    value: np.ndarray
    corrected: np.ndarray
    variance: np.ndarray
    weight: np.ndarray
    held: np.ndarray
    chosen: np.ndarray


def fixed_level(groups: Subgroups, weight: np.ndarray) -> Level:
    """Return a weighted mean of the values; weights sum to 1 in each group."""
    value = groups.sum(weight * groups.value)
    never = np.zeros(len(value), dtype=bool)
    return Level(value, value, groups.variance(weight), weight, weight, never)


def mean_level(groups: Subgroups) -> Level:
    """Return the mean weighted by population."""
    return fixed_level(groups, groups.share)


def pooled_level(groups: Subgroups, chosen: np.ndarray) -> Level:
    """Return the mean of the rows marked; NaN for a group without a marked row."""
    part = groups.share * chosen
    with np.errstate(invalid="ignore", divide="ignore"):
        return fixed_level(groups, part / groups.sum(part)[groups.code])


def end_level(groups: Subgroups, order: np.ndarray, highest: bool) -> Level:
    """Return the level of the subgroup at an end of the ladder."""
    rank = order if highest else -order
    end = np.full(len(groups.keys), -np.inf)
    np.maximum.at(end, groups.code, rank)
    return pooled_level(groups, rank == end[groups.code])


def extreme_level(groups: Subgroups, highest: bool, without: np.ndarray | None = None) -> Level:
    """Return the highest or lowest value, chosen by the values themselves.

    Rows marked in `without` cannot be chosen. The distribution of the extreme is taken about
    values whose spread has been cleared of noise. The best of all is not below the mean.
    """
    sign = 1.0 if highest else -1.0
    height = sign * groups.value
    shrunk = sign * _cleared(groups)
    out = np.zeros(len(height), dtype=bool) if without is None else without
    height, shrunk = np.where(out, -np.inf, height), np.where(out, -np.inf, shrunk)
    value, top = (_highest(groups, rows) for rows in (height, shrunk))
    best = best_of(groups, shrunk)
    several = groups.sum(~out) > 1
    held = (height == value[groups.code]).astype(float)
    held = held / groups.sum(held)[groups.code]
    corrected = np.where(several, value - (best.mean - top), value)
    if without is None:
        corrected = np.maximum(corrected, sign * mean_level(groups).value)
    return Level(
        sign * value,
        sign * corrected,
        np.where(several, best.variance, groups.variance(held)),
        np.where(several[groups.code], best.chance, held),
        held,
        several,
    )


def covariance(groups: Subgroups, one: Level, other: Level) -> np.ndarray:
    """Return the sampling covariance of two levels (for two chosen ones: its main part)."""
    return groups.sum(one.weight * other.weight * groups.error**2)


def _cleared(groups: Subgroups) -> np.ndarray:
    mean = mean_level(groups)
    noise = groups.error**2 * (1 - 2 * groups.share) + mean.variance[groups.code]
    deviation = groups.value - mean.value[groups.code]
    return mean.value[groups.code] + noise_free(groups, deviation, noise, groups.equal)


def _highest(groups: Subgroups, rows: np.ndarray) -> np.ndarray:
    found = np.full(len(groups.keys), -np.inf)
    np.maximum.at(found, groups.code, rows)
    return found
