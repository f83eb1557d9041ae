"""Whether an effect is larger than those of placebo assignments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.inference.assignments import Assignment, assignment
from impact.evaluation.inference.lattice import Lattice, lattice, points
from impact.evaluation.inference.placebo_distribution import (
    Distribution,
    all_effects,
    distribution_of,
    drawn_assignments,
    placebo_effects,
)

WRITTEN_OUT = 50_000
"""Up to so many assignments are written out one by one."""
REACHES = (8.0, 32.0, 128.0, 1024.0, 8192.0)
TOLERANCE = 1e-3
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlaceboTest:
    """An effect against those of all placebo assignments.

    Parameters
    ----------
    estimate
        Mean change of the treated minus that of the untreated of their strata, weighted by the
        treated; every treated unit counts equally.
    p_value
        Share of assignments whose effect is at least as far from 0; ties and the real one count.
    smallest_p
        The smallest p-value that could have come out.
    lower, upper
        Effects outside are rejected; infinite where no effect can be.
    confidence
        Of the interval.
    placebos
        Number of assignments, the real one among them.
    exact
        All assignments were counted; False when a seeded part of them was drawn.
    treated, comparison
        Numbers of units.
    distribution
        Effects of the assignments when there is no effect: what `p_value` is read from.
    without_effect
        The same after the estimate is taken off the treated: what chance alone does, for power.
    """

    estimate: float
    p_value: float
    smallest_p: float
    lower: float
    upper: float
    confidence: float
    placebos: int
    exact: bool
    treated: int
    comparison: int
    distribution: Distribution
    without_effect: Distribution


def placebo_test(
    changes: np.ndarray,
    cohort: np.ndarray,
    strata: np.ndarray,
    *,
    confidence: float = 0.95,
    seed: int = 0,
    draws: int = 9999,
    response: np.ndarray | None = None,
) -> PlaceboTest:
    """Return an effect, its p-value and interval by counting placebo assignments.

    Parameters
    ----------
    changes
        Shape (N, G) or (N,): one number per unit and cohort's start, in the unit of the outcome.
    cohort
        Shape (N,), column of `changes` of a treated unit, -1 for an untreated one.
    strata
        Shape (N,), whole numbers: placebos come from the stratum of the treated unit.
    confidence
        Of the interval, between 0 and 1.
    seed, draws
        Used only where all assignments are too many to count (several cohorts with many units).
    response
        Shape (G, G): what an effect of one in a unit of one cohort (row) does to the changes of
        another's start (column). Needed for the interval with several cohorts; by default 0 off
        the diagonal.

    Raises
    ------
    InvalidInput
        Nobody is treated, nobody can be compared with, or numbers are missing.

    Notes
    -----
    Up to 50,000 assignments are written out. More are counted on a lattice: changes are rounded
    to a few thousand steps, and of the rounded changes every assignment is counted. The interval
    holds the effects that are not rejected when taken off the treated. An assignment with effect
    e and overlap d counts against t where |e - t d| >= |estimate - t|, which lies between
    (estimate - e) / (1 - d) and (estimate + e) / (1 + d) and always includes the estimate: so the
    p-value falls on both sides of it and the interval has no holes.

    References
    ----------
    Fisher (1935), The Design of Experiments; Rosenbaum (2002), Observational Studies, 2.6.
    """
    if not 0 < confidence < 1:
        fault = Fault("confidence", f"is {confidence}.", "Give a number between 0 and 1.")
        raise InvalidInput("no placebo test:", [fault])
    assigned = assignment(changes, cohort, strata)
    responses = assigned.responses(response)
    level = 1 - confidence
    size = points(assigned)
    exact = assigned.placebos <= WRITTEN_OUT or size > 0
    if assigned.placebos <= WRITTEN_OUT:
        found = _listed(assigned, *all_effects(assigned, assigned.changes, responses), level)
    elif size:
        found = _counted(assigned, responses, level, size)
    else:
        found = _listed(assigned, *_drawn(assigned, responses, draws, seed), level)
    p_value, lower, upper, distribution, without_effect = found
    return PlaceboTest(
        estimate=estimated(assigned),
        p_value=p_value,
        smallest_p=assigned.smallest_p if exact else 1 / (draws + 1),
        lower=lower,
        upper=upper,
        confidence=confidence,
        placebos=assigned.placebos,
        exact=exact,
        treated=assigned.treated,
        comparison=int(assigned.comparison.sum()),
        distribution=distribution,
        without_effect=without_effect,
    )


def estimated(assigned: Assignment) -> float:
    """Return the effect of the real assignment."""
    return float(placebo_effects(assigned.changes, assigned.cohort[None], assigned.strata)[0])


_Found = tuple[float, float, float, Distribution, Distribution]


def _drawn(
    assigned: Assignment, responses: np.ndarray, draws: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    mixed = drawn_assignments(assigned.cohort, assigned.strata, draws=draws, seed=seed)
    mixed = np.vstack([assigned.cohort, mixed])
    return (
        placebo_effects(assigned.changes, mixed, assigned.strata),
        placebo_effects(responses, mixed, assigned.strata),
    )


def _listed(
    assigned: Assignment, effects: np.ndarray, overlaps: np.ndarray, level: float
) -> _Found:
    real = estimated(assigned)
    rounding = ROUNDING * max(float(np.abs(effects).max()), np.finfo(float).tiny)
    p_value = float((np.abs(effects) >= abs(real) - rounding).mean())
    inside = np.abs(overlaps) < 1 - ROUNDING
    with np.errstate(divide="ignore", invalid="ignore"):
        one = np.where(inside, (real - effects) / (1 - overlaps), -np.inf)
        other = np.where(inside, (real + effects) / (1 + overlaps), np.inf)
    place = int(np.floor(level * len(effects) + ROUNDING))
    lower = np.sort(np.minimum(one, other))[place]
    upper = np.sort(np.maximum(one, other))[-1 - place]
    without = distribution_of(effects - real * overlaps)
    return p_value, float(lower), float(upper), distribution_of(effects), without


def _counted(assigned: Assignment, responses: np.ndarray, level: float, size: int) -> _Found:
    real = estimated(assigned)
    spread = _spread(assigned, assigned.changes - real * responses)
    if spread == 0:
        counts = lattice(assigned, responses, min(real, 0.0), max(real, 0.0), size)
        at_zero = counts.at(0.0)
        return counts.p_value(at_zero, real), real, real, at_zero, counts.at(real)
    for reach in REACHES:
        ends = [real - reach * spread, real + reach * spread]
        counts = lattice(assigned, responses, *ends, size)
        farthest = max(_p_value(counts, real, end) for end in ends)
        if farthest <= level:
            break
    at_zero = counts if ends[0] <= 0 <= ends[1] else lattice(assigned, responses, 0, 0, size)
    distribution = at_zero.at(0.0)
    p_value = at_zero.p_value(distribution, real)
    limits = [-np.inf, np.inf]
    if farthest <= level:
        known = {0.0: p_value, real: 1.0}
        limits = [_limit(counts, real, end, level, spread, known) for end in ends]
    return p_value, *limits, distribution, counts.at(real)


def _p_value(counts: Lattice, real: float, effect: float) -> float:
    return counts.p_value(counts.at(effect), real - effect)


def _limit(
    counts: Lattice,
    real: float,
    end: float,
    level: float,
    spread: float,
    known: dict[float, float],
) -> float:
    """Return where the p-value falls to the level between the estimate and an end.

    On the scale of normal quantiles the p-value is almost a straight line, so a few tests do.
    """
    from scipy.optimize import brentq
    from scipy.special import ndtri

    def excess(effect: float) -> float:
        if effect not in known:
            known[effect] = _p_value(counts, real, effect)
        return float(ndtri(level / 2) - ndtri(known[effect] / 2))

    inner, outer = real, end
    if min(real, end) < 0 < max(real, end):
        inner, outer = (0.0, end) if known[0.0] > level else (real, 0.0)
    guess = real + np.sign(end - real) * -ndtri(level / 2) * spread
    for near in (guess - 0.1 * (guess - real), guess + 0.1 * (guess - real)):
        if min(inner, outer) < near < max(inner, outer):
            inner, outer = (near, outer) if excess(near) < 0 else (inner, near)
    return float(brentq(excess, inner, outer, xtol=TOLERANCE * spread))


def _spread(assigned: Assignment, changes: np.ndarray) -> float:
    """Return the standard deviation of the effect over all assignments.

    Notes
    -----
    For a random permutation, the variance of a sum of a(i, slot of i) is the sum of squares of a,
    centred over units and over slots, divided by n - 1 (Hoeffding 1951).
    """
    adds, _ = assigned.contributions(changes)
    variance = 0.0
    for stratum, counts in enumerate(assigned.counts):
        members = assigned.strata == stratum
        slots = np.concatenate([counts, assigned.comparison[[stratum]]])
        table = np.column_stack([adds[members], np.zeros(members.sum())])
        table = table - table.mean(axis=0)
        table = table - (table @ slots / slots.sum())[:, None]
        variance += float((table**2 @ slots).sum()) / (members.sum() - 1)
    return float(np.sqrt(variance)) if variance > 1e-24 * float((adds**2).sum()) else 0.0
