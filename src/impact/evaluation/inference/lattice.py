"""The effects of all placebo assignments counted on a lattice, where they cannot be written out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from impact.evaluation.inference.assignments import UNTREATED, Assignment
from impact.evaluation.inference.placebo_distribution import Distribution

COARSEST, FINEST = 2048, 16384
WORK = 2e8
MOST_WORK = 2e9
TESTS = 12
LARGEST_COUNT = 1e290


def points(assigned: Assignment) -> int:
    """Return how many points the lattice may have, 0 where counting would take too long.

    Notes
    -----
    Counting takes (units) x (states of numbers treated so far) x (points) additions; the treated
    units are counted anew in each of a dozen tests that an interval needs.
    """
    states = (assigned.counts + 1).prod(axis=1).astype(float)
    units = TESTS * assigned.counts.sum(axis=1) + assigned.comparison
    work = float((states * units).sum())
    sizes = np.bincount(assigned.strata)
    ways = max(
        math.comb(int(size), min(int(treated), int(size) // 2)) * len(counts) ** int(treated)
        for size, treated, counts in zip(
            sizes, assigned.counts.sum(axis=1), assigned.counts, strict=True
        )
    )
    if work * COARSEST > MOST_WORK or ways > LARGEST_COUNT:
        return 0
    return 1 << int(math.log2(np.clip(WORK / work, COARSEST, FINEST)))


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """Distributions of the effect for effects subtracted from the treated, within a range.

    Made by `lattice`; `at` gives the distribution for one subtracted effect.

    Notes
    -----
    The contributions of the units are rounded to whole steps, thousands of which cover all sums.
    Then F_i(c, v) = F_{i-1}(c, v) + F_{i-1}(c - 1, v - w_i) counts the ways to reach the sum v
    with c of the first i units: nothing is drawn. The mean over all assignments is 0. Only the
    treated units depend on what is subtracted, so the others are counted once.

    References
    ----------
    Pagano and Tritchler (1983), On obtaining permutation distributions in polynomial time;
    Streitberg and Roehmel (1986), Exact distributions for permutation and rank tests.
    """

    assigned: Assignment
    adds: np.ndarray
    overlaps: np.ndarray
    step: float
    first: int
    repeated: bool
    others: tuple[np.ndarray, ...]

    def at(self, subtracted: float) -> Distribution:
        """Return the distribution of the effect, its mean put to 0, after a subtraction."""
        steps = _steps(self.adds - subtracted * self.overlaps, self.step)
        rows = []
        for stratum, others in enumerate(self.others):
            here = (self.assigned.strata == stratum) & (self.assigned.cohort != UNTREATED)
            counts = tuple(self.assigned.counts[stratum])
            ways = _with_units(others, steps[here])[counts]
            rows.append(ways / ways.sum())
        shares = np.roll(_sum_of_strata(rows), -self.first)
        filled = np.flatnonzero(shares)
        values, shares = self.step * filled, shares[filled]
        return Distribution(values - float(values @ shares), shares)

    def p_value(self, distribution: Distribution, effect: float) -> float:
        """Return the share of a distribution at least as far from 0 as the real effect.

        Ties are within half a step; where changes repeat, so that whole groups of assignments
        tie, within what rounding may have moved them. The real assignment always counts.
        """
        near = abs(effect) - self.step * (0.5 + (2 * self.rounding if self.repeated else 0))
        share = float(distribution.probabilities[np.abs(distribution.values) >= near].sum())
        return min(max(share, self.assigned.smallest_p), 1.0)

    @property
    def rounding(self) -> float:
        """Steps by which rounding moves a sum, as a standard deviation (1/12 a unit)."""
        return math.sqrt(self.assigned.treated / 12)


def lattice(
    assigned: Assignment, responses: np.ndarray, lowest: float, highest: float, size: int
) -> Lattice:
    """Return the lattice for effects between two numbers subtracted from the treated.

    Parameters
    ----------
    assigned
        Who was treated and who might have been.
    responses
        Shape (n, G), changes of a true effect of one in the really treated.
    lowest, highest
        Range of the effects that will be subtracted, in the unit of the outcome.
    size
        Number of points.
    """
    adds, _ = assigned.contributions(assigned.changes)
    overlaps, _ = assigned.contributions(responses)
    ends = [_range(assigned, adds - each * overlaps) for each in (lowest, highest)]
    least, most = min(end[0] for end in ends), max(end[1] for end in ends)
    spare = 2 * assigned.treated + 4
    step = (most - least) / (size - spare) if most > least else 1.0
    first = math.floor(least / step) - assigned.treated
    steps = _steps(adds, step)
    others = []
    for stratum, counts in enumerate(assigned.counts):
        here = (assigned.strata == stratum) & (assigned.cohort == UNTREATED)
        start = np.zeros((*(counts + 1), size))
        start[(0,) * len(counts)][0] = 1.0
        others.append(_with_units(start, steps[here]))
    untreated = adds[assigned.cohort == UNTREATED]
    repeated = len(np.unique(steps[assigned.cohort == UNTREATED], axis=0)) < 0.9 * len(untreated)
    return Lattice(assigned, adds, overlaps, step, first, repeated, tuple(others))


def _steps(adds: np.ndarray, step: float) -> np.ndarray:
    return np.rint(adds / step).astype(int)


def _range(assigned: Assignment, adds: np.ndarray) -> tuple[float, float]:
    """Return limits of the sums of contributions over all assignments."""
    least = most = 0.0
    for stratum, treated in enumerate(assigned.counts.sum(axis=1)):
        here = adds[assigned.strata == stratum]
        least += np.sort(here.min(axis=1))[:treated].sum()
        most += np.sort(here.max(axis=1))[-treated:].sum()
    return float(least), float(most)


def _with_units(ways: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """Return the ways to reach each sum (last axis, a circle) with more units, by numbers."""
    size = ways.shape[-1]
    ways = ways.copy()
    for unit in steps:
        before = ways if len(unit) == 1 else ways.copy()
        for column, step in enumerate(unit):
            axis = [slice(None)] * (ways.ndim - 1)
            to, source = axis.copy(), axis.copy()
            to[column], source[column] = slice(1, None), slice(None, -1)
            at = int(step) % size
            taken = before[tuple(source)].copy() if len(unit) == 1 else before[tuple(source)]
            ways[(*to, slice(at, None))] += taken[..., : size - at]
            if at:
                ways[(*to, slice(None, at))] += taken[..., size - at :]
    return ways


def _sum_of_strata(rows: list[np.ndarray]) -> np.ndarray:
    """Return the distribution of the sum of independent parts on a circle."""
    if len(rows) == 1:
        return rows[0]
    turned = np.prod([np.fft.rfft(row) for row in rows], axis=0)
    shares = np.fft.irfft(turned, n=len(rows[0]))
    shares[shares < 1e-15] = 0.0
    return shares / shares.sum()
