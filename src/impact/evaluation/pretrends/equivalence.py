"""Were the effects before small enough not to matter?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.pretrends.joint_test import before_only


@dataclass(frozen=True, slots=True)
class Equivalence:
    """Whether every effect before lies within a threshold.

    Parameters
    ----------
    largest
        Largest effect before without its sign, as estimated.
    upper
        The smallest threshold that would have been kept: no effect before is larger, with the
        confidence asked for.
    threshold
        Effects up to this do not matter.
    p_value
        Of the claim that some effect before reaches the threshold; NaN when there is none.
    equivalent
        The claim is rejected.
    note
        Empty, or no_pre_events, missing, few_units, no_threshold.
    """

    largest: float
    upper: float
    threshold: float
    p_value: float
    equivalent: bool
    note: str


def equivalence(
    estimates: np.ndarray,
    covariance: np.ndarray,
    threshold: float,
    *,
    level: float = 0.05,
    degrees_of_freedom: float | None = None,
) -> Equivalence:
    """Return whether all effects before are shown to be smaller than a threshold.

    Parameters
    ----------
    estimates
        Shape (B,), effects by event before, without the reference.
    covariance
        Shape (B, B); only its diagonal is used, so it may be singular.
    threshold
        In units of the outcome: the smallest effect that would matter. NaN when nobody said.
    level
        Of the test.
    degrees_of_freedom
        Of the covariance; None when it counts as known.

    Returns
    -------
    Equivalence
        Few units make it hard to pass: the burden lies with the one who says trends were parallel.

    Raises
    ------
    InvalidInput
        Shapes do not fit, the threshold is not above 0, the level not between 0 and 0.5, or a
        variance is negative.

    Notes
    -----
    Two one-sided tests at each event, p = P(T > (threshold - |estimate|) / standard error), and
    the largest p of all events (each must pass, so the level needs no adjustment). The upper
    limit is the largest |estimate| + quantile x standard error.

    References
    ----------
    Schuirmann (1987), A comparison of the two one-sided tests procedure.
    Dette & Schumann (2024), Testing for equivalence of pre-trends in difference-in-differences.
    """
    values, matrix = before_only(estimates, covariance)
    variances = np.diag(matrix) if values.size else np.array([])
    _check(threshold, level, variances)
    note = _note(values, variances, threshold, degrees_of_freedom)
    size = np.abs(values)
    if note and note != "no_threshold":
        largest = float(size.max()) if size.size and np.isfinite(size).all() else math.nan
        return Equivalence(largest, math.nan, threshold, math.nan, False, note)
    from scipy.stats import norm, t

    errors = np.sqrt(variances)
    shape = norm if degrees_of_freedom is None else t(degrees_of_freedom)
    upper = float((size + shape.ppf(1 - level) * errors).max())
    if note:
        return Equivalence(float(size.max()), upper, threshold, math.nan, False, note)
    with np.errstate(divide="ignore", invalid="ignore"):
        p_values = shape.sf((threshold - size) / errors)
    p_values = np.where(errors == 0, (size >= threshold).astype(float), p_values)
    worst = float(p_values.max())
    return Equivalence(float(size.max()), upper, threshold, worst, worst <= level, "")


def _check(threshold: float, level: float, variances: np.ndarray) -> None:
    faults = []
    if not (math.isnan(threshold) or threshold > 0):
        mend = "Give the smallest effect that would matter."
        faults.append(Fault("threshold", f"{threshold} is not above 0.", mend))
    if not 0 < level <= 0.5:
        faults.append(Fault("level", f"{level} is not between 0 and 0.5.", "Take 0.05."))
    if (variances < 0).any():
        faults.append(Fault("covariance", "has a negative variance.", "Mend it."))
    if faults:
        raise InvalidInput("no test of equivalence:", faults)


def _note(
    values: np.ndarray, variances: np.ndarray, threshold: float, freedom: float | None
) -> str:
    if not values.size:
        return "no_pre_events"
    if not (np.isfinite(values).all() and np.isfinite(variances).all()):
        return "missing"
    if freedom is not None and freedom < 1:
        return "few_units"
    return "no_threshold" if math.isnan(threshold) else ""
