"""Events that come several to a person: readmissions, reported absences, repeated exclusions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import SHOWN_ROWS, numbers, refuse, require, row_faults
from impact.indicators.counts import Counts, read_counts
from impact.indicators.group_rows import group_reasons, group_rows, sums


def repeated_counts(
    frame: pd.DataFrame,
    *,
    numerator: str,
    denominator: str,
    events_per_person: str,
    by: str | Sequence[str] | None,
    status: str,
) -> tuple[Counts, np.ndarray]:
    """Return the events of each group and how much wider their limits are than of single events.

    Parameters
    ----------
    frame
        One row a group and number of events a person. Not changed.
    numerator, denominator
        Columns: persons who had that many events; the group's persons, repeated in each row.
    events_per_person
        Column of whole numbers.
    by
        Columns that name a group; None: the whole table is one group.
    status
        Column, used when present.

    Returns
    -------
    counts
        One row a group, the numerator being events.
    widening
        Shape (groups,): sqrt(Var / O), 1 without events.

    Raises
    ------
    InvalidInput
        With all impossible counts and numbers of events, and unequal denominators.
    """
    require(frame, [events_per_person], "rate")
    rows = read_counts(
        frame, numerator=numerator, denominator=denominator, status=status, function="rate"
    )
    codes, table = group_rows(frame, by, (numerator, denominator))
    total, faults = one_denominator(frame, denominator, codes, len(table))
    refuse("repeated events", frequency_faults(frame, events_per_person) + faults)
    persons, times = numbers(frame, numerator), numbers(frame, events_per_person)
    events, variance = events_and_variance(persons, times, codes, len(table))
    reason = group_reasons(rows.reason, codes, len(table))
    reason[(reason == "") & (total == 0)] = "no_persons"
    events, total = (np.where(reason == "", part, np.nan) for part in (events, total))
    table = table.assign(**{numerator: events, denominator: total})
    ratio = variance / np.where(events > 0, events, np.nan)
    return Counts(table, events, total, reason), np.sqrt(np.where(events > 0, ratio, 1.0))


def frequency_faults(frame: pd.DataFrame, events_per_person: str) -> list[Fault]:
    """Return the rows whose number of events a person is not a whole number from 0 on."""
    times = numbers(frame, events_per_person)
    wrong = ~(np.isfinite(times) & (times >= 0) & (times == np.floor(times)))
    return row_faults(frame, wrong, events_per_person, "is not a whole number of events a person.")


def events_and_variance(
    persons: np.ndarray, times: np.ndarray, codes: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of events of each group and its variance.

    Notes
    -----
    With p_f persons who had f events each: O = sum f p_f, Var(O) = sum f^2 p_f (a compound
    Poisson count). With one event a person the variance is O.
    """
    return sums(codes, times * persons, size), sums(codes, times**2 * persons, size)


def one_denominator(
    frame: pd.DataFrame, denominator: str, codes: np.ndarray, size: int
) -> tuple[np.ndarray, list[Fault]]:
    """Return the denominator that all rows of a group repeat, and a fault where they differ."""
    values = numbers(frame, denominator)
    low, high = np.full(size, np.inf), np.full(size, -np.inf)
    known = np.isfinite(values)
    np.minimum.at(low, codes[known], values[known])
    np.maximum.at(high, codes[known], values[known])
    differing = np.flatnonzero(low < high)
    faults = [
        Fault(
            f"rows {list(frame.index[codes == group][:SHOWN_ROWS])}, {denominator}",
            f"differs within the group: {low[group]:g} to {high[group]:g}.",
            "Each row of a group repeats the group's persons; they are not added up.",
        )
        for group in differing[:SHOWN_ROWS]
    ]
    more = len(differing) - SHOWN_ROWS
    if more > 0:
        faults.append(Fault(denominator, f"differs within {more} more groups."))
    return np.where(low <= high, low, np.nan), faults
