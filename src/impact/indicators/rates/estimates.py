"""Comparing estimates that already carry limits: standardised rates, life expectancies, indices."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import (
    SHOWN_ROWS,
    check_share,
    numbers,
    refuse,
    require,
    row_faults,
    series_columns,
)
from impact.indicators.counts import reasons
from impact.indicators.rates.mover import mover_difference, mover_ratio
from impact.indicators.rates.pairs import worse_reason

PARTS = ("value", "lower", "upper")


def difference_of_estimates(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    value: str = "value",
    lower: str = "lower",
    upper: str = "upper",
    confidence: float = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Return each estimate minus its reference's, with the interval of the difference.

    Parameters
    ----------
    frame, reference
        Tables of estimates with limits, as the functions of this room return them, in the same
        unit and made at the same level from independent data. Not changed.
    by
        Columns that name the reference of a row; None: `reference` has one row, for all.
    value, lower, upper
        Columns of both tables.
    confidence
        The level both tables' limits were made at; checked against a `confidence` column.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        The same rows with `own_value, own_lower, own_upper, reference_value, reference_lower,
        reference_upper` and the difference's `value, lower, upper, confidence, statistic,
        method, reason`. An estimate without a value or limits, and a row whose reference is
        absent, has no difference: suppressed, missing, not_applicable, or what the estimate's own
        `reason` says (few_events, wide_interval).

    Raises
    ------
    InvalidInput
        With all rows whose limits do not enclose the value, references that occur twice, and
        levels other than `confidence`.

    Notes
    -----
    MOVER; the formulas are in `mover_difference`.

    References
    ----------
    Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
    """
    out, own, other, reason = _paired(
        frame, reference, by, (value, lower, upper), confidence, status
    )
    low, high = mover_difference(own[0], own[1:], other[0], other[1:])
    return out.assign(
        value=own[0] - other[0],
        lower=low,
        upper=high,
        confidence=confidence,
        statistic="difference",
        method="mover",
        reason=pd.array(reason, dtype="str"),
    )


def ratio_of_estimates(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    value: str = "value",
    lower: str = "lower",
    upper: str = "upper",
    confidence: float = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Return each estimate divided by its reference's, with the interval of the ratio.

    Parameters
    ----------
    frame, reference, by, value, lower, upper, confidence, status
        As for `difference_of_estimates`; estimates and lower limits may not be negative.

    Returns
    -------
    DataFrame
        As for `difference_of_estimates`. A reference of 0 gives no ratio: `no_reference_events`.
        A reference whose lower limit is 0 gives an infinite upper limit.

    Raises
    ------
    InvalidInput
        As for `difference_of_estimates`, and with all negative estimates and lower limits.

    Notes
    -----
    MOVER; the formulas are in `mover_ratio`.

    References
    ----------
    Donner and Zou (2012), Statistical Methods in Medical Research 21, 347-359.
    """
    names = (value, lower, upper)
    negative = [
        fault
        for table in (frame, reference)
        for name in (value, lower)
        if name in table.columns
        for fault in row_faults(table, numbers(table, name) < 0, name, "is negative.")
    ]
    refuse("a ratio needs estimates from 0 on", negative)
    out, own, other, reason = _paired(frame, reference, by, names, confidence, status)
    none = (other[0] == 0) & (reason == "")
    own, other = np.where(none, np.nan, own), np.where(none, np.nan, other)
    low, high = mover_ratio(own[0], own[1:], other[0], other[1:])
    return out.assign(
        value=own[0] / other[0],
        lower=low,
        upper=high,
        confidence=confidence,
        statistic="ratio",
        method="mover",
        reason=pd.array(np.where(none, "no_reference_events", reason), dtype="str"),
    )


def _paired(
    frame: pd.DataFrame,
    reference: pd.DataFrame,
    by: str | Sequence[str] | None,
    names: tuple[str, str, str],
    confidence: float,
    status: str,
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray, np.ndarray]:
    check_share(confidence, "confidence")
    keys = [] if by is None else series_columns(frame, by)
    for table in (frame, reference):
        require(table, [*keys, *names], "comparing estimates")
    faults = [fault for table in (frame, reference) for fault in _faults(table, names, confidence)]
    refuse("estimates that cannot be compared", faults + _key_faults(reference, keys))
    at = _rows_of(frame, reference, keys)
    own, own_reason = _estimates(frame, names, status)
    other, other_reason = _estimates(reference, names, status)
    other = np.where(at >= 0, other[:, at], np.nan)
    reason = worse_reason(own_reason, np.where(at >= 0, other_reason[at], "missing"))
    own_names = [f"own_{part}" for part in PARTS]
    out = frame.drop(columns=own_names, errors="ignore")
    out = out.rename(columns=dict(zip(names, own_names, strict=True)))
    out = out.assign(**{f"reference_{part}": other[k] for k, part in enumerate(PARTS)})
    unknown = reason != ""
    return out, np.where(unknown, np.nan, own), np.where(unknown, np.nan, other), reason


def _faults(table: pd.DataFrame, names: tuple[str, str, str], confidence: float) -> list[Fault]:
    value, lower, upper = (numbers(table, name) for name in names)
    outside = (lower > value) | (upper < value)
    faults = row_faults(table, outside, names[0], "lies outside its own limits.")
    if "confidence" in table.columns:
        level = pd.to_numeric(table["confidence"], errors="coerce")
        problem = f"is not the level asked for, {confidence:g}."
        faults += row_faults(table, level != confidence, "confidence", problem)
    return faults


def _key_faults(reference: pd.DataFrame, keys: list[str]) -> list[Fault]:
    if not keys:
        problem = f"has {len(reference)} rows."
        mend = "Give one row, or name the columns that tell which reference is a row's own: by=."
        return [] if len(reference) == 1 else [Fault("reference", problem, mend)]
    twice = reference.loc[reference.duplicated(keys), keys].drop_duplicates()
    return [
        Fault("reference", f"{dict(row)} occurs more than once.")
        for row in twice.head(SHOWN_ROWS).to_dict("records")
    ]


def _rows_of(frame: pd.DataFrame, reference: pd.DataFrame, keys: list[str]) -> np.ndarray:
    if not keys:
        return np.zeros(len(frame), dtype=int)
    return pd.MultiIndex.from_frame(reference[keys]).get_indexer(
        pd.MultiIndex.from_frame(frame[keys])
    )


def _estimates(
    table: pd.DataFrame, names: tuple[str, str, str], status: str
) -> tuple[np.ndarray, np.ndarray]:
    reason = reasons(table, names, status=status)
    if "reason" in table.columns:
        given = table["reason"].fillna("").to_numpy(dtype=object)
        reason = np.where((reason == "missing") & (given != ""), given, reason)
    return np.array([numbers(table, name) for name in names]), reason
