"""Reading numerators and denominators the same way in every statistic.

What counts mean, everywhere: a row whose status is suppressed, missing or not_applicable, or
whose numerator or denominator is missing or infinite, is unknown, never 0. A sum with an unknown
part is unknown. No events among no persons is possible and has no rate (`no_persons`); events
among no persons, and negative counts, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import (
    WITHHELD,
    check_share,
    group_columns,
    numbers,
    refuse,
    require,
    row_faults,
)

WORST_FIRST = ("suppressed", "missing", "not_applicable", "simulated", "provisional", "ok")
LABEL = r"(_\d{1,2}(_\d+)?)?"


@dataclass(frozen=True, slots=True)
class Counts:
    """Checked counts, one row a place or group.

    Parameters
    ----------
    table
        A copy of the rows, or one row a group.
    events, total
        Shape (rows,), NaN where unknown.
    reason
        Shape (rows,): empty, or why there is no rate: suppressed, missing, not_applicable,
        no_persons.
    """

    table: pd.DataFrame
    events: np.ndarray
    total: np.ndarray
    reason: np.ndarray


def read_counts(
    frame: pd.DataFrame,
    *,
    numerator: str,
    denominator: str,
    status: str = "status",
    by: str | Sequence[str] | None = None,
    share: bool = False,
    function: str = "counts",
) -> Counts:
    """Check counts, add them up over groups when asked, and say why a row has no rate.

    Parameters
    ----------
    frame
        One row a count. Not changed.
    numerator, denominator
        Columns of counts.
    status
        Column, used when present.
    by
        Columns which name a group; None: every row by itself.
    share
        Whether the numerator is part of the denominator.
    function
        Name of the statistic, for the message.

    Raises
    ------
    InvalidInput
        With all rows that cannot be.
    """
    require(frame, [numerator, denominator], function)
    refuse("counts that cannot be", _faults(frame, numerator, denominator, share))
    if by is None:
        table = frame.copy()
    else:
        table = add_up(frame, [numerator, denominator], by=by, status=status)
    events, total = numbers(table, numerator), numbers(table, denominator)
    reason = reasons(table, [numerator, denominator], status=status)
    reason[(reason == "") & (total == 0)] = "no_persons"
    unknown = reason != ""
    return Counts(
        table, np.where(unknown, np.nan, events), np.where(unknown, np.nan, total), reason
    )


def reasons(frame: pd.DataFrame, columns: Sequence[str], *, status: str = "status") -> np.ndarray:
    """Return why each row is unknown: its status when that withholds it, else missing or empty."""
    known = np.logical_and.reduce([np.isfinite(numbers(frame, name)) for name in columns])
    reason = np.where(known, "", "missing").astype(object)
    if status in frame.columns:
        given = frame[status].to_numpy(dtype=object)
        withheld = frame[status].isin(WITHHELD).to_numpy()
        reason[withheld] = given[withheld]
    return reason


def add_up(
    frame: pd.DataFrame, columns: Sequence[str], *, by: str | Sequence[str], status: str = "status"
) -> pd.DataFrame:
    """Return the sums of columns by group, in order of first appearance.

    A sum with an unknown part is missing, and a group has the worst status of its parts; a word
    that is no status of this library counts as worse than "ok" only.
    """
    keys = group_columns(frame, by, columns)
    counts = pd.DataFrame({name: numbers(frame, name) for name in columns}, index=frame.index)
    has_status = status in frame.columns
    if has_status:
        counts = counts.mask(frame[status].isin(WITHHELD))
    groups = [frame[key] for key in keys]
    grouped = counts.groupby(groups, sort=False, dropna=False)
    complete = grouped.count().eq(grouped.size(), axis=0)
    out = grouped.sum().where(complete).reset_index()
    if has_status:
        given = frame[status].astype("str")
        other = sorted(set(given.dropna()) - set(WORST_FIRST))
        words = pd.Index([*WORST_FIRST[:-1], *other, WORST_FIRST[-1]], dtype="str")
        rank = pd.Series(words.get_indexer(given), index=frame.index).where(given.notna())
        worst = rank.groupby(groups, sort=False, dropna=False).min()
        out[status] = pd.array(worst.map(dict(enumerate(words))).to_numpy(), dtype="str")
    return out


def confidence_levels(confidence: float | Sequence[float]) -> list[float]:
    """Return the levels as a list after checking that each lies between 0 and 1."""
    several = np.iterable(confidence) and not isinstance(confidence, str)
    levels = list(dict.fromkeys(confidence)) if several else [confidence]
    if not levels:
        refuse("no confidence level", [Fault("confidence", "is empty.", "Write 0.95.")])
    for level in levels:
        check_share(level, "confidence")
    return levels


def with_limits(
    table: pd.DataFrame,
    levels: Sequence[float],
    limits: Callable[[float], tuple[np.ndarray, np.ndarray]],
    prefix: str = "",
) -> pd.DataFrame:
    """Add `lower, upper` (one level) or `lower_95, upper_95, ...` (several) and `confidence`.

    Limits of the same names that an earlier call left for other levels are taken away.
    """
    labels = [f"_{level * 100:.10g}".replace(".", "_") for level in levels]
    ends = {
        f"{prefix}{end}{label if len(levels) > 1 else ''}": values
        for level, label in zip(levels, labels, strict=True)
        for end, values in zip(("lower", "upper"), limits(level), strict=True)
    }
    old = re.compile(f"{re.escape(prefix)}(lower|upper){LABEL}")
    stale = [name for name in table.columns if old.fullmatch(str(name)) and name not in ends]
    out = table.drop(columns=stale).assign(**ends)
    one = levels[0] if len(levels) == 1 else ", ".join(f"{level:g}" for level in levels)
    out["confidence"] = one
    return out


def _faults(frame: pd.DataFrame, numerator: str, denominator: str, share: bool) -> list[Fault]:
    events, total = numbers(frame, numerator), numbers(frame, denominator)
    faults = row_faults(frame, events < 0, numerator, "is negative.")
    faults += row_faults(frame, total < 0, denominator, "is negative.")
    over = (events > total) & (total >= 0) if share else (events > 0) & (total == 0)
    return faults + row_faults(frame, over, numerator, f"is above its {denominator}.")
