"""Estimates for small places that borrow strength from the others, beside their own figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults, series_columns
from impact.indicators.counts import confidence_levels, read_counts, reasons, with_limits
from impact.indicators.ranks.shrink_prior import Prior, count_prior, normal_prior

MODELS = {"proportion": "beta_binomial", "rate": "gamma_poisson", "estimate": "normal_normal"}
METHODS = ("adjusted", "likelihood")
FEWEST_PLACES = 5


def shrink(
    frame: pd.DataFrame,
    *,
    model: str,
    numerator: str = "numerator",
    denominator: str = "denominator",
    value: str = "value",
    standard_error: str = "standard_error",
    multiplier: float = 1.0,
    by: str | Sequence[str] | None = None,
    confidence: float | Sequence[float] = 0.95,
    method: str = "adjusted",
    status: str = "status",
) -> pd.DataFrame:
    """Add empirical-Bayes estimates beside each place's own value, which is kept.

    Parameters
    ----------
    frame
        One row a place (within a group). Not changed.
    model
        "proportion" (numerator among denominator), "rate" (events per denominator: persons,
        person-years or expected events) or "estimate" (any value with a standard error).
    numerator, denominator
        Columns of counts, for proportion and rate.
    value, standard_error
        Columns, for estimate; a standard error of 0 is a value known without error.
    multiplier
        Of proportions and rates: 100 for per cent.
    by
        Columns naming the groups within which places borrow from each other (indicator, year);
        None: all rows are one group. Nothing is added up.
    confidence
        One level, or several in one call.
    method
        "adjusted": the spread between places is estimated so that it is never 0, and the limits
        keep their coverage with few places; "likelihood": plain maximum likelihood (restricted
        for estimate), which may find no spread at all.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        The same rows with `value` (raw, added for counts), `shrunken, shrunken_lower,
        shrunken_upper` (or `shrunken_lower_95, ...`), `weight` (of the place's own value, 0 to
        1: 1 is not shrunken), `prior_mean`, `confidence, statistic, method, reason`. Reasons
        beside those of all statistics: few_places (fewer than 5 known in the group), no_events
        (nobody, or with shares everybody, in the whole group), few_events (fewer than 5
        places of the group, and fewer than half of them, have any event; of shares, some but not
        all: how far the places lie apart then cannot be told), no_spread (method likelihood
        sees no more spread than chance gives: shrunken is the prior mean, without limits).

    Raises
    ------
    InvalidInput
        Impossible counts, negative standard errors, an unknown model or method.

    Notes
    -----
    shrunken = weight * value + (1 - weight) * prior_mean, with weight n / (n + r) for counts
    (prior beta or gamma with mean m and the weight of r persons) and A / (A + s^2) for estimates
    (A the variance between places, s the standard error). m and r or A maximise the marginal
    likelihood; "adjusted" multiplies it by A, or 1 / r (Morris and Tang). The limits describe
    where the place's true level lies, given that the places of the group are alike but for a
    beta, gamma or normal spread; they count the error of the estimated prior to first order
    (Kass and Steffey): posterior variance plus gradient' covariance gradient, then quantiles of
    the beta, gamma or normal distribution with that mean and variance. A municipality that is
    unlike the others for a known reason is pulled wrongly: show the raw value too.

    References
    ----------
    Morris (1983), Journal of the American Statistical Association 78, 47-55; Kass and Steffey
    (1989), Journal of the American Statistical Association 84, 717-726; Morris and Tang (2011),
    Statistical Science 26, 271-287.
    """
    _check(model, method)
    levels = confidence_levels(confidence)
    if model == "estimate":
        table, first, second, reason = _estimates(frame, value, standard_error, status)
        own, size = first, second**2
    else:
        counts = read_counts(
            frame,
            numerator=numerator,
            denominator=denominator,
            status=status,
            share=model == "proportion",
            function="shrink",
        )
        first, second, reason = counts.events, counts.total, counts.reason.copy()
        own, size = first / second, second
        table = counts.table.assign(**{value: own * multiplier})
    unit = 1.0 if model == "estimate" else multiplier
    group = _groups(table, by)
    _refuse_groups(model, group, first, second, reason)
    rows = np.flatnonzero(reason == "")
    found = _posterior(model, method, own[rows], first[rows], size[rows], group[rows])
    reason[rows[~np.isfinite(found["deviation"])]] = "no_spread"

    def limits(level: float) -> tuple[np.ndarray, np.ndarray]:
        pair = (_quantile(model, found, tail) for tail in ((1 - level) / 2, (1 + level) / 2))
        return tuple(_spread_out(len(table), rows, part * unit) for part in pair)

    out = table.assign(shrunken=_spread_out(len(table), rows, found["mean"] * unit))
    return with_limits(out, levels, limits, prefix="shrunken_").assign(
        weight=_spread_out(len(table), rows, found["weight"]),
        prior_mean=_spread_out(len(table), rows, found["prior"] * unit),
        statistic="empirical_bayes",
        method=f"{MODELS[model]}_{method}",
        reason=pd.array(reason, dtype="str"),
    )


def _check(model: str, method: str) -> None:
    faults = []
    if model not in MODELS:
        faults.append(Fault("model", f"'{model}' is not one of {', '.join(MODELS)}."))
    if method not in METHODS:
        faults.append(Fault("method", f"'{method}' is not one of {', '.join(METHODS)}."))
    if faults:
        raise InvalidInput("shrink", faults)


def _estimates(
    frame: pd.DataFrame, value: str, standard_error: str, status: str
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray, np.ndarray]:
    require(frame, [value, standard_error], "shrink")
    error = numbers(frame, standard_error)
    faults = row_faults(frame, error < 0, standard_error, "is negative.")
    refuse("standard errors that cannot be", faults)
    reason = reasons(frame, [value, standard_error], status=status)
    return frame.copy(), numbers(frame, value), error, reason


def _groups(table: pd.DataFrame, by: str | Sequence[str] | None) -> np.ndarray:
    if by is None:
        return np.zeros(len(table), dtype=int)
    keys = series_columns(table, by)
    require(table, keys, "shrink")
    return table.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()


def _refuse_groups(
    model: str, group: np.ndarray, first: np.ndarray, second: np.ndarray, reason: np.ndarray
) -> None:
    """Write into `reason` why a whole group has nothing to borrow from."""
    known = reason == ""
    groups = int(group.max(initial=-1)) + 1
    places = np.bincount(group[known], minlength=groups)
    reason[known & (places[group] < FEWEST_PLACES)] = "few_places"
    if model == "estimate":
        return
    events = np.bincount(group[known], first[known], groups)
    persons = np.bincount(group[known], second[known], groups)
    share = model == "proportion"
    empty = (events == 0) | (share & (events == persons))
    some = known & (first > 0) & ~(share & (first == second))
    telling = np.bincount(group[some], minlength=groups)
    few = (telling < FEWEST_PLACES) & (telling < places / 2)
    reason[(reason == "") & few[group]] = "few_events"
    reason[known & empty[group]] = "no_events"


def _posterior(
    model: str,
    method: str,
    own: np.ndarray,
    events: np.ndarray,
    size: np.ndarray,
    group: np.ndarray,
) -> dict[str, np.ndarray]:
    """Posterior mean, deviation, weight and prior mean; `size` is persons or error variance."""
    kinds, group = np.unique(group, return_inverse=True)
    adjusted = method == "adjusted"
    if model == "estimate":
        prior = normal_prior(own, size, group, len(kinds), adjusted)
    else:
        share = model == "proportion"
        prior = count_prior(events, size, group, len(kinds), adjusted, share)
    middle, spread = prior.mean[group], prior.spread[group]
    if model == "estimate":
        weight = np.divide(spread, spread + size, out=np.ones_like(size), where=size > 0)
    else:
        weight = np.where(np.isinf(spread), 0.0, size / (size + spread))
    mean = weight * own + (1 - weight) * middle
    if model == "estimate":
        variance, tilt = weight * size, 1 - weight
    elif model == "proportion":
        variance = mean * (1 - mean) / (spread + size + 1)
        tilt = (1 - weight) * middle * (1 - middle)
    else:
        variance, tilt = mean / (spread + size), (1 - weight) * middle
    pull = weight * (1 - weight) * (middle - own)
    pull = -pull if model == "estimate" else pull
    variance = variance + _prior_error(prior, group, tilt, pull)
    return {"mean": mean, "deviation": np.sqrt(variance), "weight": weight, "prior": middle}


def _prior_error(prior: Prior, group: np.ndarray, tilt: np.ndarray, pull: np.ndarray) -> np.ndarray:
    """Variance from the estimated prior: `tilt`, `pull` are slopes in its location and spread."""
    return (
        tilt**2 * prior.variance_location[group]
        + 2 * tilt * pull * prior.covariance[group]
        + pull**2 * prior.variance_spread[group]
    )


def _quantile(model: str, found: dict[str, np.ndarray], tail: float) -> np.ndarray:
    mean, variance = found["mean"], found["deviation"] ** 2
    if model == "estimate":
        return mean + stats.norm.ppf(tail) * found["deviation"]
    if model == "rate":
        return stats.gamma.ppf(tail, mean**2 / variance, scale=variance / mean)
    persons = mean * (1 - mean) / variance - 1
    return stats.beta.ppf(tail, mean * persons, (1 - mean) * persons)


def _spread_out(length: int, rows: np.ndarray, values: np.ndarray) -> np.ndarray:
    out = np.full(length, np.nan)
    out[rows] = values
    return out
