"""Observed against expected events: the indirect method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require, row_faults, series_columns
from impact.indicators.counts import confidence_levels, reasons, with_limits
from impact.indicators.rates.limits import EXACT_BELOW, Limits, poisson_limits
from impact.indicators.rates.pairs import worse_reason
from impact.indicators.standardisation.banded import band_index, read_banded


def standardised_ratio(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    band: str | Sequence[str] = "band",
    by: str | Sequence[str] | None = None,
    observed: pd.DataFrame | None = None,
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 1.0,
    status: str = "status",
) -> pd.DataFrame:
    """Return each group's observed events over those expected at the reference's rates.

    Parameters
    ----------
    frame
        One row a group and band (or several, which are added up). Not changed.
    reference
        One row a band with the same band, numerator and denominator columns, every one known.
        Joined by key, never by position.
    numerator, denominator
        Columns: events, and persons or person-years at risk, in the band.
    band
        Column of the band, or several columns (age and sex).
    by
        Columns that name a group; None: the whole table is one group.
    observed
        When events are known only in total: one row a group with the columns of `by` and the
        numerator. `frame` then needs only the denominators.
    confidence
        One level, or several in one call.
    multiplier
        1 for a ratio, 100 for an index with the reference at 100.
    status
        Column, used when present: suppressed, missing and not_applicable rows are unknown.

    Returns
    -------
    DataFrame
        One row a group in order of first appearance: its columns, `numerator` (O), `expected`
        (E), `denominator`, `value`, limits, `confidence`, `statistic`, `method`, `reason`:
        empty, suppressed, missing, not_applicable (some band, or the group's total, is unknown),
        no_persons (nobody in any band), no_expected (E is 0).

    Raises
    ------
    InvalidInput
        With all bands of the table the reference lacks, bands of the reference a group lacks,
        impossible or unknown reference rows, negative counts, events among no persons, and
        totals of unknown groups.

    Notes
    -----
    E = sum n X / N over bands, with X events among N persons in the reference;
    value = O / E; limits = L(O) / E with L exact below 10 events, Byar's from there on.
    The ratio compares a group with the reference; two groups' ratios rest on different age
    weights and should not be compared with each other when their age rates differ in shape.

    References
    ----------
    Breslow and Day (1987), Statistical Methods in Cancer Research II, pages 65-72.
    """
    levels = confidence_levels(confidence)
    counts = _against_reference(
        frame, reference, numerator, denominator, band, by, observed, status
    )
    return _result(counts, levels, multiplier, "standardised_ratio")


def indirect_rate(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    band: str | Sequence[str] = "band",
    by: str | Sequence[str] | None = None,
    observed: pd.DataFrame | None = None,
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 100_000.0,
    status: str = "status",
) -> pd.DataFrame:
    """Return each group's indirectly standardised rate: its ratio times the reference's rate.

    Parameters
    ----------
    frame, reference, numerator, denominator, band, by, observed, confidence, status
        As for `standardised_ratio`, with the same errors.
    multiplier
        100,000 gives events per 100,000.

    Returns
    -------
    DataFrame
        As for `standardised_ratio`; the value is a rate per `multiplier`.

    Notes
    -----
    value = O / E * sum(X) / sum(N) * multiplier; the limits replace O.

    References
    ----------
    Breslow and Day (1987), Statistical Methods in Cancer Research II, pages 65-72.
    """
    levels = confidence_levels(confidence)
    counts = _against_reference(
        frame, reference, numerator, denominator, band, by, observed, status
    )
    return _result(counts, levels, multiplier * counts.crude, "indirect_rate")


@dataclass(frozen=True, slots=True)
class _Expected:
    groups: pd.DataFrame
    observed: np.ndarray
    expected: np.ndarray
    persons: np.ndarray
    reason: np.ndarray
    crude: float


def _against_reference(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    numerator: str,
    denominator: str,
    band: str | Sequence[str],
    by: str | Sequence[str] | None,
    observed: pd.DataFrame | None,
    status: str,
) -> _Expected:
    columns = [band] if isinstance(band, str) else list(band)
    events, persons = _reference_counts(reference, numerator, denominator, columns, status)
    counts = read_banded(
        frame,
        band_index(reference, columns),
        numerator=numerator if observed is None else None,
        denominator=denominator,
        band=columns,
        by=by,
        status=status,
        function="standardised_ratio",
    )
    expected, total = counts.persons @ (events / persons), counts.events.sum(axis=1)
    reason = counts.reason
    if observed is not None:
        total, unknown = _totals(observed, counts.groups, numerator, status)
        reason = worse_reason(reason, unknown)
    people = counts.persons.sum(axis=1)
    reason = np.select(
        [reason != "", people == 0, expected == 0], [reason, "no_persons", "no_expected"], ""
    )
    crude = events.sum() / persons.sum()
    return _Expected(counts.groups, total, expected, people, reason, crude)


def _reference_counts(
    reference: pd.DataFrame, numerator: str, denominator: str, band: list[str], status: str
) -> tuple[np.ndarray, np.ndarray]:
    require(reference, [*band, numerator, denominator], "reference")
    events, persons = numbers(reference, numerator), numbers(reference, denominator)
    unknown = reasons(reference, [numerator, denominator], status=status) != ""
    faults = row_faults(reference, unknown, numerator, "is unknown in the reference.")
    faults += row_faults(reference, events < 0, numerator, "is negative.")
    faults += row_faults(reference, persons <= 0, denominator, "gives the reference no rate.")
    faults += row_faults(reference, reference.duplicated(band), band[0], "occurs more than once.")
    refuse("a reference that cannot be", faults)
    return events, persons


def _totals(
    observed: pd.DataFrame, groups: pd.DataFrame, numerator: str, status: str
) -> tuple[np.ndarray, np.ndarray]:
    keys = series_columns(groups, list(groups.columns))
    require(observed, [*keys, numerator], "observed")
    faults = row_faults(observed, numbers(observed, numerator) < 0, numerator, "is negative.")
    at = np.arange(len(observed))
    if keys:
        known = pd.MultiIndex.from_frame(groups[keys])
        at = known.get_indexer(pd.MultiIndex.from_frame(observed[keys]))
        faults += row_faults(observed, at < 0, keys[0], "is no group of the table.")
        faults += row_faults(observed, observed.duplicated(keys), keys[0], "occurs twice.")
    elif len(observed) != 1:
        faults.append(Fault("observed", f"has {len(observed)} rows for one group."))
    refuse("observed totals that cannot be", faults)
    total, reason = np.full(len(groups), np.nan), np.full(len(groups), "missing", dtype=object)
    total[at], reason[at] = (
        numbers(observed, numerator),
        reasons(observed, [numerator], status=status),
    )
    return total, reason


def _result(
    counts: _Expected, levels: list[float], multiplier: float, statistic: str
) -> pd.DataFrame:
    expected = np.where(counts.reason == "", counts.expected, np.nan)

    def limits(level: float) -> Limits:
        lower, upper = poisson_limits(counts.observed, level)
        return lower / expected * multiplier, upper / expected * multiplier

    out = counts.groups.assign(
        numerator=counts.observed,
        expected=counts.expected,
        denominator=counts.persons,
        value=counts.observed / expected * multiplier,
    )
    return with_limits(out, levels, limits).assign(
        statistic=statistic,
        method=np.where(counts.observed < EXACT_BELOW, "poisson_exact", "byar"),
        reason=pd.array(counts.reason, dtype="str"),
    )
