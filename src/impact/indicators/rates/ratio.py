"""How many times as high one share or rate is as another, with the interval of the ratio."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import special, stats
from scipy.optimize import elementwise

from impact.indicators.counts import Counts, confidence_levels, with_limits
from impact.indicators.rates.limits import Limits
from impact.indicators.rates.pairs import read_pairs

SEARCHED = 60.0
SMALLEST = 1e-200
METHOD = {"proportion": "koopman_score", "rate": "poisson_conditional_exact"}


def ratio(
    frame: pd.DataFrame,
    *,
    kind: str,
    numerator: str = "numerator",
    denominator: str = "denominator",
    reference_numerator: str = "reference_numerator",
    reference_denominator: str = "reference_denominator",
    confidence: float | Sequence[float] = 0.95,
    status: str = "status",
    reference_status: str = "reference_status",
) -> pd.DataFrame:
    """Add the ratio of each row's share or rate to its reference's, with limits and a p-value.

    Parameters
    ----------
    frame
        One row a pair of independent counts. Not changed.
    kind
        "proportion": the numerator is part of the denominator. "rate": it counts events.
    numerator, denominator, reference_numerator, reference_denominator
        Columns of counts.
    confidence
        One level, or several in one call.
    status, reference_status
        Columns, used when present: suppressed, missing and not_applicable counts are unknown.

    Returns
    -------
    DataFrame
        The same rows with `value` (own / reference, no unit), limits, `confidence`, `p_value`
        (two-sided, of a ratio of 1; below 0.05 exactly when 1 lies outside the 95 % limits),
        `statistic`, `method`, `reason`: empty, or the worse of the two counts' suppressed,
        missing, not_applicable, no_persons; `no_reference_events` (no ratio can be named, yet
        the lower limit stands and the upper is infinite); `no_events` (none in either).

    Raises
    ------
    InvalidInput
        With all negative counts, events among no persons, numerators of a proportion above
        their denominators, and an unknown kind.

    Notes
    -----
    Proportions: the ratios phi which Koopman's score test of p = phi p0 does not reject,
    (p - phi p0)^2 <= z^2 [p~(1 - p~)/n + phi^2 p0~(1 - p0~)/n0], with p~ = phi p0~ the maximum
    likelihood shares under that ratio; the p-value is that of the pooled z-test.
    Rates: given the sum of both, one's own events are binomial with probability
    phi n / (phi n + n0); Clopper and Pearson's limits of that probability give those of phi, and
    the p-value is twice the smaller tail.

    References
    ----------
    Koopman (1984), Biometrics 40, 513-517; Clopper and Pearson (1934), Biometrika 26, 404-413.
    """
    levels = confidence_levels(confidence)
    pairs = read_pairs(
        frame,
        kind=kind,
        own=(numerator, denominator, status),
        reference=(reference_numerator, reference_denominator, reference_status),
        function="ratio",
    )
    own, other = pairs.own, pairs.reference
    unknown, none = pairs.reason != "", (own.events == 0) & (other.events == 0)
    open_end = (other.events == 0) & ~none
    method, test = (score_limits, _score_p) if kind == "proportion" else (exact_limits, _exact_p)

    def limits(level: float) -> Limits:
        lower, upper = method(own.events, own.total, other.events, other.total, level)
        return np.where(unknown | none, np.nan, lower), np.where(unknown | none, np.nan, upper)

    with np.errstate(divide="ignore", invalid="ignore"):
        value = own.events / own.total / (other.events / other.total)
    reason = np.select(
        [unknown, none, open_end], [pairs.reason, "no_events", "no_reference_events"], default=""
    )
    out = own.table.assign(value=np.where(reason == "", value, np.nan))
    return with_limits(out, levels, limits).assign(
        p_value=np.where(unknown | none, np.nan, test(own, other)),
        statistic=f"{kind}_ratio",
        method=METHOD[kind],
        reason=pd.array(reason, dtype="str"),
    )


def score_limits(
    events: np.ndarray,
    total: np.ndarray,
    reference_events: np.ndarray,
    reference_total: np.ndarray,
    confidence: float = 0.95,
) -> Limits:
    """Return Koopman's score limits of the ratio of two shares (arrays of counts)."""
    counts = (events, total, reference_events, reference_total)
    z = stats.norm.ppf((1 + confidence) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        centre = np.log((events + 0.5) / (total + 0.5))
        centre -= np.log((reference_events + 0.5) / (reference_total + 0.5))
    bracket = (centre - SEARCHED, centre + SEARCHED)
    with np.errstate(invalid="ignore"):
        lower = elementwise.find_root(_score_excess, bracket, args=(*counts, z)).x
        upper = elementwise.find_root(_score_excess, bracket, args=(*counts, -z)).x
    lower, upper = np.exp(lower), np.exp(upper)
    return np.where(events == 0, 0.0, lower), np.where(reference_events == 0, np.inf, upper)


def exact_limits(
    events: np.ndarray,
    total: np.ndarray,
    reference_events: np.ndarray,
    reference_total: np.ndarray,
    confidence: float = 0.95,
) -> Limits:
    """Return the exact conditional limits of the ratio of two Poisson rates (arrays of counts)."""
    tail = (1 - confidence) / 2
    low = special.betaincinv(np.where(events > 0, events, np.nan), reference_events + 1, tail)
    some = np.where(reference_events > 0, reference_events, np.nan)
    high = special.betaincinv(events + 1, some, 1 - tail)
    persons = reference_total / total
    lower = np.where(events == 0, 0.0, low / (1 - low) * persons)
    return lower, np.where(reference_events == 0, np.inf, high / (1 - high) * persons)


def _score_excess(
    log_ratio: np.ndarray,
    events: np.ndarray,
    total: np.ndarray,
    reference_events: np.ndarray,
    reference_total: np.ndarray,
    z: np.ndarray,
) -> np.ndarray:
    phi = np.exp(log_ratio)
    a = (total + reference_total) * phi
    b = total * phi + events + reference_total + reference_events * phi
    c = events + reference_events
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 2 * c / (b + np.sqrt(np.maximum(b**2 - 4 * a * c, 0)))
        share = np.minimum(share, np.minimum(1, 1 / phi))
        own = phi * share
        spread = own * (1 - own) / total + phi**2 * share * (1 - share) / reference_total
        gap = events / total - phi * reference_events / reference_total
        return gap / np.sqrt(np.maximum(spread, SMALLEST)) - z


def _score_p(own: Counts, other: Counts) -> np.ndarray:
    pooled = (own.events + other.events) / (own.total + other.total)
    gap = own.events / own.total - other.events / other.total
    spread = np.sqrt(pooled * (1 - pooled) * (1 / own.total + 1 / other.total))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(gap == 0, 1.0, 2 * stats.norm.sf(np.abs(gap / spread)))


def _exact_p(own: Counts, other: Counts) -> np.ndarray:
    share = own.total / (own.total + other.total)
    at_least = special.betainc(np.maximum(own.events, 1e-300), other.events + 1, share)
    at_most = special.betaincc(own.events + 1, np.maximum(other.events, 1e-300), share)
    at_least = np.where(own.events == 0, 1.0, at_least)
    at_most = np.where(other.events == 0, 1.0, at_most)
    return np.minimum(1.0, 2 * np.minimum(at_least, at_most))
