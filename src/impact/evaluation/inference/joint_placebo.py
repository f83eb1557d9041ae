"""Whether several effects together are larger than those of placebo assignments."""

from __future__ import annotations

import numpy as np

from impact.evaluation.inference.assignments import assignment
from impact.evaluation.inference.placebo_distribution import (
    all_effects,
    drawn_assignments,
    placebo_effects,
)

WRITTEN_OUT = 20_000
"""Up to so many assignments are all taken."""
ROUNDING = 1e-9


def joint_placebo_test(
    changes: np.ndarray,
    cohort: np.ndarray,
    strata: np.ndarray,
    *,
    seed: int = 0,
    draws: int = 1999,
) -> float:
    """Return the p-value of several effects together, by counting placebo assignments.

    Parameters
    ----------
    changes
        Shape (E, N, G): for each of E effects one number per unit and cohort's start.
    cohort
        Shape (N,), column of a treated unit, -1 for an untreated one.
    strata
        Shape (N,), whole numbers: placebos come from the stratum of the treated unit.
    seed, draws
        Used only where there are more than 20,000 assignments.

    Returns
    -------
    float
        Share of assignments whose effects lie at least as far from their mean.

    Raises
    ------
    InvalidInput
        Nobody is treated, nobody can be compared with, or numbers are missing.

    Notes
    -----
    Distance: (e - m)' V^-1 (e - m), m and V the mean and covariance of e over the assignments
    taken, the real one among them. For one stratum and cohort this orders assignments as
    Hotelling's statistic does, but needs no normal distribution: it holds with heavy tails.
    """
    assigned = assignment(changes[0], cohort, strata)
    if assigned.placebos <= WRITTEN_OUT:
        parts = [assignment(one, cohort, strata) for one in changes]
        unmoved = assigned.responses(None)
        effects = [all_effects(part, part.changes, unmoved)[0] for part in parts]
        real = [placebo_effects(one, np.asarray(cohort)[None], strata)[0] for one in changes]
    else:
        mixed = drawn_assignments(cohort, strata, draws=draws, seed=seed)
        mixed = np.vstack([cohort, mixed])
        effects = [placebo_effects(one, mixed, strata) for one in changes]
        real = [one[0] for one in effects]
    table = np.stack(effects, axis=1)
    middle = table.mean(axis=0)
    away = table - middle
    inverse = np.linalg.pinv(away.T @ away / len(away), hermitian=True)
    far = np.einsum("ae,ef,af->a", away, inverse, away)
    own = np.asarray(real) - middle
    return float((far >= (own @ inverse @ own) * (1 - ROUNDING)).mean())
