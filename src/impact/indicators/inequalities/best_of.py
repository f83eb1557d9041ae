"""The best of several uncertain values: how high it comes by chance, and how much it varies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from impact.indicators.inequalities.subgroups import Subgroups

NODES = 121
REACH = 6.0
FARTHEST = -38.0


@dataclass(frozen=True, slots=True)
class Best:
    """Distribution of the highest of normal values with known errors.

    Parameters
    ----------
    mean, variance
        Shape (groups,).
    chance
        Shape (rows,): how likely each row is the highest of its group.
    """

    mean: np.ndarray
    variance: np.ndarray
    chance: np.ndarray


def best_of(groups: Subgroups, centre: np.ndarray) -> Best:
    """Return mean and variance of the highest value when every row is normal about `centre`.

    Parameters
    ----------
    groups
        Their `error` is the standard deviation of each row.
    centre
        Shape (rows,).

    Notes
    -----
    The highest lies below x with probability F(x), the product of the rows' own; its moments
    are integrals of F, here a sum over 121 points between the highest lower end (six standard
    errors down) and the highest upper end. Rows that cannot reach the lower end are skipped.
    """
    number = len(groups.keys)
    low, high = np.full(number, -np.inf), np.full(number, -np.inf)
    reach = REACH * groups.error
    with np.errstate(invalid="ignore"):
        np.fmax.at(low, groups.code, centre - reach)
        np.fmax.at(high, groups.code, centre + reach)
        contender = np.flatnonzero(centre + reach >= low[groups.code])
        step = (high - low) / (NODES - 1)
    code, place = groups.code[contender], centre[contender]
    error = np.maximum(groups.error[contender], np.finfo(float).tiny)
    chance, before, others_before = (np.zeros(len(contender)) for _ in range(3))
    first, second = np.zeros(number), np.zeros(number)
    joint_before = np.zeros(number)
    for node in range(NODES):
        x = low + node * step
        own = special.log_ndtr(np.maximum((x[code] - place) / error, FARTHEST))
        joint = np.bincount(code, weights=own, minlength=number)
        others = np.exp(joint[code] - own)
        below = np.exp(own)
        share = np.exp(joint)
        if node:
            chance += (below - before) * (others + others_before) / 2
            first += (share + joint_before) / 2 * step
            second += (share * x + joint_before * (x - step)) / 2 * step
        before, others_before, joint_before = below, others, share
    mean = high - first
    variance = np.maximum(high**2 - 2 * second - mean**2, 0)
    all_chance = np.zeros(len(groups.code))
    total = np.bincount(code, weights=chance, minlength=number)
    with np.errstate(invalid="ignore", divide="ignore"):
        all_chance[contender] = np.where(total[code] > 0, chance / total[code], 0)
    return Best(mean, variance, all_chance)
