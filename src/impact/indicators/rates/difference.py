"""How far two shares or two rates are apart, with the interval of the difference."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from impact.indicators.counts import Counts, confidence_levels, with_limits
from impact.indicators.rates.limits import Limits, poisson_limits, wilson_limits
from impact.indicators.rates.mover import mover_difference
from impact.indicators.rates.pairs import read_pairs

METHOD = {"proportion": "newcombe_10", "rate": "mover_poisson"}


def difference(
    frame: pd.DataFrame,
    *,
    kind: str,
    numerator: str = "numerator",
    denominator: str = "denominator",
    reference_numerator: str = "reference_numerator",
    reference_denominator: str = "reference_denominator",
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 1.0,
    status: str = "status",
    reference_status: str = "reference_status",
) -> pd.DataFrame:
    """Add the difference between each row's share or rate and its reference's, with limits.

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
    multiplier
        100 gives percentage points, 1000 events per 1,000.
    status, reference_status
        Columns, used when present: suppressed, missing and not_applicable counts are unknown.

    Returns
    -------
    DataFrame
        The same rows with `value` (own - reference), limits, `confidence`, `statistic`,
        `method`, `reason`: empty, or the worse of the two counts' suppressed, missing,
        not_applicable, no_persons. There is no p-value: the interval does not come from a test.

    Raises
    ------
    InvalidInput
        With all negative counts, events among no persons, numerators of a proportion above
        their denominators, and an unknown kind.

    Notes
    -----
    Both are the method of variance estimates recovery from the limits of the two parts: Wilson's
    of two shares (Newcombe's method 10), and those `rate` gives of two rates, exact below 10
    events and Byar's from there on. The latter covers at least its level, and more at few events.
    The parts must be independent: compare a municipality with the rest of its country, not with
    a country it is part of.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17, 873-890; Zou and Donner (2008), Statistics in
    Medicine 27, 1693-1702.
    """
    levels = confidence_levels(confidence)
    pairs = read_pairs(
        frame,
        kind=kind,
        own=(numerator, denominator, status),
        reference=(reference_numerator, reference_denominator, reference_status),
        function="difference",
    )
    own, other = pairs.own, pairs.reference
    value, reference = own.events / own.total, other.events / other.total

    def limits(level: float) -> Limits:
        parts = [_limits(kind, counts, level) for counts in (own, other)]
        lower, upper = mover_difference(value, parts[0], reference, parts[1])
        return lower * multiplier, upper * multiplier

    out = own.table.assign(value=(value - reference) * multiplier)
    return with_limits(out, levels, limits).assign(
        statistic=f"{kind}_difference",
        method=METHOD[kind],
        reason=pd.array(pairs.reason, dtype="str"),
    )


def _limits(kind: str, counts: Counts, level: float) -> Limits:
    if kind == "proportion":
        return wilson_limits(counts.events, counts.total, level)
    lower, upper = poisson_limits(counts.events, level)
    return lower / counts.total, upper / counts.total
