"""Counts by group and band, joined to a table of weights or reference rates by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import SHOWN_ROWS, numbers, refuse, require, row_faults
from impact.indicators.counts import reasons
from impact.indicators.group_rows import group_reasons, group_rows, sums
from impact.indicators.rates.repeated_events import (
    events_and_variance,
    frequency_faults,
    one_denominator,
)

ADDED = ("numerator", "denominator", "expected")


@dataclass(frozen=True, slots=True)
class Banded:
    """Counts of every group in every band.

    Parameters
    ----------
    groups
        One row a group: the columns that name it, in order of first appearance.
    events, variance, persons
        Shape (groups, bands), bands in the order of the keyed table.
    reason
        Shape (groups,): empty, suppressed, missing or not_applicable.
    """

    groups: pd.DataFrame
    events: np.ndarray
    variance: np.ndarray
    persons: np.ndarray
    reason: np.ndarray


def band_index(table: pd.DataFrame, band: Sequence[str]) -> pd.Index:
    """Return the key of each row: one column's values, or tuples of several columns'."""
    if len(band) == 1:
        return pd.Index(table[band[0]], name=band[0])
    return pd.MultiIndex.from_frame(table[list(band)])


def read_banded(
    frame: pd.DataFrame,
    bands: pd.Index,
    *,
    numerator: str | None,
    denominator: str,
    band: Sequence[str],
    by: str | Sequence[str] | None,
    status: str,
    function: str,
    events_per_person: str | None = None,
) -> Banded:
    """Add up counts by group and band, joined to `bands` by key.

    Rows of the same group and band are added up (both sexes, several causes). A group must have
    every band, and no band outside the table.

    Raises
    ------
    InvalidInput
        With all unknown and missing bands, impossible counts and unequal denominators.
    """
    counts = [name for name in (numerator, denominator) if name is not None]
    require(frame, [*band, *counts, events_per_person], function)
    codes, groups = group_rows(frame, by, ADDED)
    at = bands.get_indexer(band_index(frame, band))
    faults = _count_faults(frame, numerator, denominator, events_per_person)
    faults += _unknown_bands(frame, at, band)
    refuse(f"{function}: counts or bands that cannot be", faults)
    shape = (len(groups), len(bands))
    cells, size = codes * len(bands) + at, len(groups) * len(bands)
    refuse(f"{function}: bands are missing", _missing_bands(groups, cells, bands, shape))
    reason = group_reasons(reasons(frame, counts, status=status), codes, len(groups))
    events = variance = np.zeros(size)
    persons = sums(cells, numbers(frame, denominator), size)
    if events_per_person is not None and numerator is not None:
        times = numbers(frame, events_per_person)
        events, variance = events_and_variance(numbers(frame, numerator), times, cells, size)
        persons, unequal = one_denominator(frame, denominator, cells, size)
        refuse(f"{function}: unequal denominators", unequal)
    elif numerator is not None:
        events = variance = sums(cells, numbers(frame, numerator), size)
    unknown = (reason != "")[:, None]
    known = [np.where(unknown, np.nan, part.reshape(shape)) for part in (events, variance, persons)]
    return Banded(groups, *known, reason)


def _count_faults(
    frame: pd.DataFrame, numerator: str | None, denominator: str, events_per_person: str | None
) -> list[Fault]:
    total = numbers(frame, denominator)
    faults = row_faults(frame, total < 0, denominator, "is negative.")
    if numerator is not None:
        events = numbers(frame, numerator)
        faults += row_faults(frame, events < 0, numerator, "is negative.")
        among_none = (events > 0) & (total == 0)
        faults += row_faults(frame, among_none, numerator, f"is above its {denominator}.")
    if events_per_person is not None:
        faults += frequency_faults(frame, events_per_person)
    return faults


def _unknown_bands(frame: pd.DataFrame, at: np.ndarray, band: Sequence[str]) -> list[Fault]:
    unknown = frame.loc[at < 0, list(band)].drop_duplicates()
    faults = [
        Fault("band " + _name(row), "is not in the table of bands.", "Bands are joined by key.")
        for row in unknown.head(SHOWN_ROWS).itertuples(index=False)
    ]
    more = len(unknown) - SHOWN_ROWS
    return faults + ([Fault("band", f"{more} more are unknown.")] if more > 0 else [])


def _missing_bands(
    groups: pd.DataFrame, cells: np.ndarray, bands: pd.Index, shape: tuple[int, int]
) -> list[Fault]:
    present = np.zeros(shape[0] * shape[1], dtype=bool)
    present[cells] = True
    absent = np.argwhere(~present.reshape(shape))
    faults = [
        Fault(f"group {groups.iloc[group].to_dict() or 'all rows'}", f"lacks band {bands[column]}.")
        for group, column in absent[:SHOWN_ROWS]
    ]
    more = len(absent) - SHOWN_ROWS
    return faults + ([Fault("groups", f"{more} more bands are missing.")] if more > 0 else [])


def _name(row: tuple) -> str:
    return ", ".join(f"'{value}'" for value in row)
