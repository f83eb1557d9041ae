"""An exact t-test of the changes of few treated units against those of untreated ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.inference.assignments import UNTREATED, Assignment, assignment


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactT:
    """An effect with the t distribution it has when changes are normal.

    Parameters
    ----------
    estimate
        The effect, in the unit of the outcome.
    standard_error
        Of the estimate.
    degrees_of_freedom
        Units minus two with one stratum and cohort; Satterthwaite's number with several strata.
    t, p_value
        Estimate over standard error, and its two-sided p-value; t is infinite (0 for an estimate
        of 0) where the changes do not vary.
    lower, upper, confidence
        Interval.
    """

    estimate: float
    standard_error: float
    degrees_of_freedom: float
    t: float
    p_value: float
    lower: float
    upper: float
    confidence: float


def exact_t(
    changes: np.ndarray, cohort: np.ndarray, strata: np.ndarray, *, confidence: float = 0.95
) -> ExactT:
    """Return the effect with its exact t-test.

    Parameters
    ----------
    changes
        Shape (N, G) or (N,): one number per unit and cohort's start, in the unit of the outcome.
    cohort
        Shape (N,), column of `changes` of a treated unit, -1 for an untreated one.
    strata
        Shape (N,), whole numbers: a treated unit is compared with its own stratum.
    confidence
        Of the interval, between 0 and 1.

    Raises
    ------
    InvalidInput
        A stratum with treated units has too few units for a variance, or see `assignment`.

    Notes
    -----
    One stratum, one cohort: the classical two-sample t with a common variance, k + m - 2 degrees
    of freedom, which is the regression of the changes on being treated. Strata: each has its own
    variance v_s = (k_s / K)^2 s_s^2 (1 / k_s + 1 / m_s), and the degrees of freedom are
    (sum v_s)^2 / sum (v_s^2 / df_s). Several cohorts share the untreated of a stratum: their
    variances s_sg^2 are pooled with the untreated as above, their correlations are those of the
    untreated.

    References
    ----------
    Lee and Wooldridge (2026), Simple approaches to inference with difference-in-differences
    estimators with small cross-sectional sample sizes; Satterthwaite (1946).
    """
    from scipy import stats

    assigned = assignment(changes, cohort, strata)
    parts = [_stratum(assigned, stratum) for stratum in range(len(assigned.counts))]
    estimate = sum(part[0] for part in parts)
    variances = np.array([part[1] for part in parts])
    freedoms = np.array([part[2] for part in parts], float)
    variance = float(variances.sum())
    if variance > 0:
        freedom = variance**2 / float((variances**2 / freedoms).sum())
    else:
        freedom = float(freedoms.sum())
    error = float(np.sqrt(variance))
    rounding = 1e-12 * float(np.abs(np.asarray(changes, float)).max())
    if abs(estimate) <= rounding and error <= rounding:
        t = 0.0
    else:
        t = estimate / error if error > rounding else float(np.copysign(np.inf, estimate))
    half = float(stats.t.ppf((1 + confidence) / 2, freedom)) * error
    return ExactT(
        estimate=float(estimate),
        standard_error=error,
        degrees_of_freedom=float(freedom),
        t=float(t),
        p_value=float(2 * stats.t.sf(abs(t), freedom)),
        lower=float(estimate - half),
        upper=float(estimate + half),
        confidence=confidence,
    )


def _stratum(assigned: Assignment, stratum: int) -> tuple[float, float, int]:
    """Return a stratum's part of the effect, its variance and degrees of freedom."""
    members = assigned.strata == stratum
    changes, cohort = assigned.changes[members], assigned.cohort[members]
    untreated = changes[cohort == UNTREATED]
    cohorts = np.flatnonzero(assigned.counts[stratum])
    counts = assigned.counts[stratum, cohorts]
    others = len(untreated)
    freedom = len(changes) - len(cohorts) - 1
    if freedom < 1:
        problem = f"{len(changes)} units are too few for a variance."
        raise InvalidInput("no t-test:", [Fault(f"stratum {stratum}", problem, "Merge strata.")])
    effects, deviations = [], []
    for column, count in zip(cohorts, counts, strict=True):
        own, their = changes[cohort == column, column], untreated[:, column]
        effects.append(own.mean() - their.mean())
        squares = ((own - own.mean()) ** 2).sum() + ((their - their.mean()) ** 2).sum()
        deviations.append(np.sqrt(squares / max(count + others - 2, 1)))
    share = counts / assigned.treated
    spread = np.array(deviations)
    together = _correlation(untreated[:, cohorts]) * np.outer(share * spread, share * spread)
    variance = float((share**2 * spread**2 / counts).sum() + together.sum() / others)
    return float((share * np.array(effects)).sum()), variance, freedom


def _correlation(changes: np.ndarray) -> np.ndarray:
    """Return correlations between columns; 1 where a column does not vary or has one row."""
    centred = changes - changes.mean(axis=0)
    length = np.sqrt((centred**2).sum(axis=0))
    apart = np.outer(length, length)
    return np.divide(centred.T @ centred, apart, out=np.ones_like(apart), where=apart > 0)
