"""Inequality measures of many groups in one table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require
from impact.indicators.counts import confidence_levels, with_limits
from impact.indicators.inequalities.catalogue import GAPS, MEASURES, Comparison
from impact.indicators.inequalities.measure import Measure
from impact.indicators.inequalities.subgroups import Subgroups, read_subgroups, result_table
from impact.indicators.rates.limits import Limits

FROM_REFERENCE = tuple(name for name in MEASURES if "from_reference" in name)


def inequality(
    frame: pd.DataFrame,
    *,
    measures: str | Sequence[str] | None = None,
    value: str = "value",
    population: str | None = "population",
    standard_error: str | None = None,
    order: str | None = None,
    subgroup: str = "subgroup",
    reference: object = None,
    favourable: bool = True,
    by: str | Sequence[str] | None = None,
    confidence: float | Sequence[float] = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Return measures of inequality between the subgroups of each group.

    Parameters
    ----------
    frame
        One row a subgroup (sex, level of education, municipality). Not changed.
    measures
        Names from the list in Notes; None: all that can be calculated.
    value
        Column: a mean, rate or share, all in one unit.
    population
        Column of persons; None: every subgroup counts the same. A subgroup without persons is
        left out.
    standard_error
        Column of sampling errors in the unit of the value. Without it: values only.
    order
        Column of ranks of advantage, the least advantaged lowest: the subgroups form a ladder.
        Subgroups with equal rank at an end are taken together.
    subgroup, reference
        Column of labels, and the label of the subgroup the others are compared with.
    favourable
        Whether a high value is good.
    by
        Columns which name a group (country, year); None: the whole table is one.
    confidence
        One level, or several in one call.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        One row a group and measure: the columns of `by`; `statistic` (the measure); `value`;
        `standard_error` (of `value`); `corrected` (`value` without what sampling noise alone
        adds); `lower, upper` (limits of the quantity without noise, so about `corrected`);
        `subgroups`; `confidence`; `method` ("chosen by value": the figures themselves chose
        the best or worst subgroup); `reason`: suppressed, missing, not_applicable, no_persons,
        few_groups (fewer than two subgroups; for the four gaps also one rank only, or none but
        the reference), no_reference (the reference is not in the group), not_positive (needs
        values or a mean above 0). Relative measures are plain numbers: 0.08 is 8 per cent.

    Raises
    ------
    InvalidInput
        For unknown measures or none, a measure that needs a reference without one, and all rows
        with a negative population or standard error or without an order.

    Notes
    -----
    p = share of persons, m = sum p y, J subgroups, s = standard error of y.
    difference, ratio: with `reference` it against the worst other, with `order` the ends of
    the ladder, else best and worst value. Positive and above 1 when the disadvantaged fare
    worse.
    between_group_variance B = sum p (y - m)^2, between_group_standard_deviation sqrt B,
    coefficient_of_variation sqrt B / m.
    mean_difference_from_mean_, _best_, _reference_ (each _weighted, _unweighted): mean of
    |y - m|, |y - best|, |y - reference| with weights p or 1 / J.
    index_of_disparity_weighted, _unweighted: mean of |y - m| / m.
    theil sum p r ln r, mean_log_deviation sum p (-ln r), r = y / m.
    population_attributable_risk level - m, 0 when the level is not better than m, negative for
    figures where low is good; population_attributable_fraction level / m - 1; level =
    reference, else top of the ladder, else best.

    Sampling error, all closed form. Differences: exact. Quotients: delta method on the
    logarithm. B, coefficient of variation, theil, mean_log_deviation: gradient and curvature
    g, H give the noise (1/2) sum H_jj s_j^2, which is taken off, and the variance
    sum g^2 s^2 - (1/2) sum H_jk^2 s_j^2 s_k^2 (the second term because g is taken at noisy
    values; never below the variance when all are equal); exact for B. Limits invert a
    noncentral chi-square of the same mean and variance. Mean distances: moments of folded
    normals about deviations cleared of noise; limits are the true distances at which the one
    seen is just not surprising; from a reference, its own error is carried through all
    distances as a whole. Best and worst: the distribution of the highest of J normals;
    its covariance with a mean uses the chance of each to be the highest; limits are at least
    as wide as if the subgroup had been named beforehand. That of the gap between a best and a
    worst leaves out how each depends on the other: with two close subgroups name a reference.
    Populations are taken as known.

    References
    ----------
    Schlotheuber and Hosseinpoor (2022), International Journal of Environmental Research and
    Public Health 19, 3697; Ahn and others (2018), JCO Clinical Cancer Informatics 2, 1-19;
    Stein (1981), Annals of Statistics 9, 1135-1151.
    """
    levels = confidence_levels(confidence)
    wanted = _wanted(measures, reference)
    require(frame, [] if reference is None else [subgroup], "inequality")
    groups = read_subgroups(
        frame,
        value=value,
        population=population,
        standard_error=standard_error,
        by=by,
        status=status,
        function="inequality",
        also=[] if order is None else [order],
    )
    comparison = Comparison(
        groups,
        rank=None if order is None else numbers(groups.table, order),
        reference=None if reference is None else (groups.table[subgroup] == reference).to_numpy(),
        favourable=favourable,
    )
    with np.errstate(all="ignore"):
        found = [MEASURES[name](comparison) for name in wanted]
        return _table(groups, comparison, wanted, found, levels)


def _table(
    groups: Subgroups,
    comparison: Comparison,
    wanted: list[str],
    found: list[Measure],
    levels: list[float],
) -> pd.DataFrame:
    """Put the measures of every group below each other; mask what is not known."""
    number, kinds = len(groups.keys), len(wanted)

    def stack(columns: list[np.ndarray]) -> np.ndarray:
        return np.stack(columns, axis=1).ravel()

    value = stack([measure.value for measure in found])
    reason = np.repeat(groups.reason, kinds)
    absent = np.repeat(comparison.lacks_reference, kinds) & np.tile(
        [comparison.uses_reference(name) for name in wanted], number
    )
    reason[(reason == "") & absent] = "no_reference"
    no_gap = np.repeat(comparison.lacks_ends, kinds) & np.tile(np.isin(wanted, GAPS), number)
    reason[(reason == "") & no_gap] = "few_groups"
    reason[(reason == "") & ~np.isfinite(value)] = "not_positive"
    known = reason == ""
    certain = known & np.repeat(groups.sum(np.isnan(groups.error)) == 0, kinds)

    def limits(level: float) -> Limits:
        pairs = [measure.limits(level) for measure in found]
        lower, upper = (stack([pair[at] for pair in pairs]) for at in (0, 1))
        return np.where(certain, lower, np.nan), np.where(certain, upper, np.nan)

    errors = stack([measure.standard_error for measure in found])
    corrected = stack([measure.corrected for measure in found])
    methods = [np.broadcast_to(np.asarray(measure.method), number) for measure in found]
    out = result_table(groups, kinds).assign(
        statistic=np.tile(wanted, number),
        value=np.where(known, value, np.nan),
        standard_error=np.where(certain, errors, np.nan),
        corrected=np.where(certain, corrected, np.nan),
        subgroups=np.repeat(groups.count, kinds),
    )
    return with_limits(out, levels, limits).assign(
        method=pd.array(stack(methods).tolist(), dtype="str"),
        reason=pd.array(reason.tolist(), dtype="str"),
    )


def _wanted(measures: str | Sequence[str] | None, reference: object) -> list[str]:
    if measures is None:
        return [name for name in MEASURES if reference is not None or name not in FROM_REFERENCE]
    wanted = [measures] if isinstance(measures, str) else list(measures)
    faults = [
        Fault(f"measure '{name}'", "is unknown.", f"Write one of {', '.join(MEASURES)}.")
        for name in wanted
        if name not in MEASURES
    ]
    faults += [
        Fault(f"measure '{name}'", "needs a reference.", "Give reference= and subgroup=.")
        for name in wanted
        if name in FROM_REFERENCE and reference is None
    ]
    if not wanted:
        faults.append(Fault("measures", "are none.", f"Write one of {', '.join(MEASURES)}."))
    refuse("inequality: measures that cannot be made", faults)
    return wanted
