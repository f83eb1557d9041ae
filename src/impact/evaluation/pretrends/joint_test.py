"""Are all effects before the start 0 together?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.sensitivity.event_estimates import is_singular


@dataclass(frozen=True, slots=True)
class JointTest:
    """A test that every effect before is 0.

    Parameters
    ----------
    statistic
        Wald's statistic without degrees of freedom, F with them; NaN when there is none.
    numerator, denominator
        Degrees of freedom: events, and what is left of those of the covariance (infinite when it
        counts as known, NaN when there is no test).
    p_value
        NaN when there is none; then `note` says why.
    note
        Empty, or no_pre_events, missing, few_units, singular.
    """

    statistic: float
    numerator: int
    denominator: float
    p_value: float
    note: str


def joint_test(
    estimates: np.ndarray, covariance: np.ndarray, *, degrees_of_freedom: float | None = None
) -> JointTest:
    """Return the joint test of the effects before.

    Parameters
    ----------
    estimates
        Shape (B,), effects by event before, without the reference.
    covariance
        Shape (B, B).
    degrees_of_freedom
        Of the covariance, for example comparison units less strata; None when it counts as known.

    Returns
    -------
    JointTest
        A large p-value does not say that trends were parallel: see `detectable_violation`.

    Raises
    ------
    InvalidInput
        Shapes do not fit together.

    Notes
    -----
    W = estimates' covariance^-1 estimates, chi-squared with B degrees of freedom. With f degrees
    of freedom of the covariance, (f - B + 1) / (f B) x W is F(B, f - B + 1): exact for normal
    outcomes, also with one treated unit (Hotelling). It needs f >= B. A generalised inverse is not
    taken: the statistic would ignore the very combinations that units had no room to vary in.

    References
    ----------
    Hotelling (1931), The generalization of Student's ratio.
    """
    values, matrix = before_only(estimates, covariance)
    count = values.size
    note = why_not(values, matrix, degrees_of_freedom)
    if note:
        return JointTest(math.nan, count, math.nan, math.nan, note)
    from scipy.stats import chi2, f

    wald = float(values @ np.linalg.solve(matrix, values))
    if degrees_of_freedom is None:
        return JointTest(wald, count, math.inf, float(chi2.sf(wald, count)), "")
    left = degrees_of_freedom - count + 1
    statistic = wald * left / (degrees_of_freedom * count)
    return JointTest(statistic, count, left, float(f.sf(statistic, count, left)), "")


def before_only(estimates: np.ndarray, covariance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return both as arrays, or raise `InvalidInput` when their shapes do not fit."""
    values, matrix = np.asarray(estimates, float), np.asarray(covariance, float)
    if values.ndim != 1 or matrix.shape != (values.size,) * 2:
        problem = f"has shape {matrix.shape}, the estimates {values.shape}."
        raise InvalidInput(
            "no test of the years before:",
            [Fault("covariance", problem, "Give one row and column an estimate.")],
        )
    return values, matrix


def why_not(values: np.ndarray, matrix: np.ndarray, degrees_of_freedom: float | None) -> str:
    """Return why effects before allow no joint test, or "" when they do.

    Parameters
    ----------
    values, matrix, degrees_of_freedom
        As in `joint_test`.

    Returns
    -------
    str
        no_pre_events, missing, few_units, singular or "".
    """
    if not values.size:
        return "no_pre_events"
    if not (np.isfinite(values).all() and np.isfinite(matrix).all()):
        return "missing"
    if degrees_of_freedom is not None and degrees_of_freedom < values.size:
        return "few_units"
    return "singular" if is_singular(matrix) else ""
