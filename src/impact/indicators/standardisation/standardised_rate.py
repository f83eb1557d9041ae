"""Rates made comparable by age: the direct method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require, row_faults
from impact.indicators.counts import confidence_levels, with_limits
from impact.indicators.rates.limits import Limits, poisson_limits
from impact.indicators.standardisation.banded import Banded, band_index, read_banded
from impact.indicators.standardisation.standard_population import (
    european_standard_population,
    fold_weights,
)

FEWEST_EVENTS = 10


def standardised_rate(
    frame: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    band: str | Sequence[str] = "band",
    weights: pd.Series | pd.DataFrame | None = None,
    by: str | Sequence[str] | None = None,
    events_per_person: str | None = None,
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 100_000.0,
    fewest_events: int = FEWEST_EVENTS,
    status: str = "status",
) -> pd.DataFrame:
    """Return the directly standardised rate of each group with Dobson's limits.

    Parameters
    ----------
    frame
        One row a group and band (or several, which are added up). Not changed.
    numerator, denominator
        Columns: events, and persons or person-years at risk, in the band.
    band
        Column of the band, or several columns (age and sex).
    weights
        The standard population: a Series indexed by band (for several columns, by levels of
        their names), or a table with the band columns and `weight`. Joined by key, never by
        position; the scale does not matter; a band of weight 0 is left out with its events.
        None: the European standard population of 2013, folded to the table's age bands (one
        band column with labels `age_bands` reads).
    by
        Columns that name a group; None: the whole table is one group.
    events_per_person
        For events that are not independent (readmissions): a column saying how many events each
        person had. The numerator then counts persons, and all rows of a group and band repeat
        the band's persons.
    confidence
        One level, or several in one call.
    multiplier
        100,000 gives events per 100,000.
    fewest_events
        Groups with fewer events get no rate (`few_events`).
    status
        Column, used when present: suppressed, missing and not_applicable rows are unknown.

    Returns
    -------
    DataFrame
        One row a group in order of first appearance: its columns, `numerator` and `denominator`
        (sums over weighted bands), `value`, limits, `confidence`, `statistic`, `method`,
        `reason`: empty, suppressed, missing, not_applicable (some band is unknown), no_persons
        (a weighted band has nobody, so its rate is not known), few_events.

    Raises
    ------
    InvalidInput
        With all bands of the table that have no weight, weighted bands a group lacks, negative
        counts and weights, and events among no persons.

    Notes
    -----
    value = sum(w x / n) / sum(w); Var = sum(w^2 v / n^2) / sum(w)^2 with v = x, or the sum of
    f^2 persons_f; limits = value + sqrt(Var / O) (L(O) - O) with O the events and L Byar's
    limits of a count (exact below 10 events, when fewer are allowed).

    References
    ----------
    Dobson, Kuulasmaa, Eberle and Scherer (1991), Statistics in Medicine 10, 457-462; Breslow and
    Day (1987), Statistical Methods in Cancer Research II, page 69.
    """
    levels = confidence_levels(confidence)
    columns = [band] if isinstance(band, str) else list(band)
    require(frame, columns, "standardised_rate")
    share = _shares(frame, columns, weights)
    counts = read_banded(
        frame,
        share.index,
        numerator=numerator,
        denominator=denominator,
        band=columns,
        by=by,
        status=status,
        events_per_person=events_per_person,
        function="standardised_rate",
    )
    rates = _weighted(counts, share, fewest_events)

    def limits(level: float) -> Limits:
        lower, upper = (
            rates.value + rates.widening * (limit - rates.events)
            for limit in poisson_limits(rates.events, level)
        )
        return lower * multiplier, upper * multiplier

    out = counts.groups.assign(
        numerator=rates.total, denominator=rates.persons, value=rates.value * multiplier
    )
    return with_limits(out, levels, limits).assign(
        statistic="standardised_rate", method="dobson", reason=pd.array(rates.reason, dtype="str")
    )


@dataclass(frozen=True, slots=True)
class _Weighted:
    value: np.ndarray
    widening: np.ndarray
    events: np.ndarray
    total: np.ndarray
    persons: np.ndarray
    reason: np.ndarray


def _weighted(counts: Banded, share: pd.Series, fewest_events: int) -> _Weighted:
    used, w = (share > 0).to_numpy(), share.to_numpy()[share > 0]
    persons, variance = counts.persons[:, used], counts.variance[:, used]
    total = counts.events[:, used].sum(axis=1)
    empty = (persons == 0).any(axis=1)
    reason = np.select(
        [counts.reason != "", empty, total < max(fewest_events, 1)],
        [counts.reason, "no_persons", "few_events"],
        default="",
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        value = (counts.events[:, used] / persons) @ w
        widening = np.sqrt((variance / persons**2) @ w**2 / total)
    value, events = (np.where(reason == "", part, np.nan) for part in (value, total))
    return _Weighted(value, widening, events, total, persons.sum(axis=1), reason)


def _shares(
    frame: pd.DataFrame, band: list[str], weights: pd.Series | pd.DataFrame | None
) -> pd.Series:
    if weights is None:
        if len(band) > 1:
            fault = Fault("weights", "are needed for several band columns.")
            refuse("no standard population", [fault])
        standard = european_standard_population()
        weights = fold_weights(standard, frame[band[0]].unique()) if len(frame) else standard
    if isinstance(weights, pd.Series):
        named = weights.rename("weight")
        weights = (named.rename_axis(band) if len(band) == 1 else named).reset_index()
    require(weights, [*band, "weight"], "weights")
    share = numbers(weights, "weight")
    faults = row_faults(weights, ~(np.isfinite(share) & (share >= 0)), "weight", "is no weight.")
    twice = weights.duplicated(band)
    faults += row_faults(weights, twice, band[0], "occurs more than once.")
    if not faults and not share.sum() > 0:
        faults.append(Fault("weights", "add up to nothing."))
    refuse("weights that cannot be", faults)
    return pd.Series(share / share.sum(), index=band_index(weights, band))
