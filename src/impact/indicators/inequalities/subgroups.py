"""The subgroups an inequality measure compares: read and checked once, for all groups at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.indicators.columns import group_columns, numbers, refuse, require, row_faults
from impact.indicators.counts import WORST_FIRST, reasons

ADDED = (
    *("standard_error", "corrected", "subgroups", "bottom", "top"),
    *("relative", "relative_standard_error", "relative_lower", "relative_upper"),
)


@dataclass(frozen=True, slots=True)
class Subgroups:
    """Subgroups with persons, one entry a row; and the groups (countries, years) they form.

    Parameters
    ----------
    table
        The rows of the given table that have persons.
    keys
        One row a group, in order of first appearance.
    code
        Shape (rows,): the group of each row.
    value, share, error
        Shape (rows,): value, share of the group's persons (sums to 1), standard error of the
        value (NaN when not known).
    reason
        Shape (groups,): empty, or why the group has no measure: suppressed, missing,
        not_applicable, no_persons, few_groups.
    """

    table: pd.DataFrame
    keys: pd.DataFrame
    code: np.ndarray
    value: np.ndarray
    share: np.ndarray
    error: np.ndarray
    reason: np.ndarray

    @property
    def count(self) -> np.ndarray:
        """Number of subgroups of each group."""
        return np.bincount(self.code, minlength=len(self.keys))

    @property
    def equal(self) -> np.ndarray:
        """One share for each row when every subgroup of a group counts the same."""
        return 1 / np.maximum(self.count, 1)[self.code]

    def sum(self, rows: np.ndarray) -> np.ndarray:
        """Add up a column of rows over each group."""
        return np.bincount(self.code, weights=rows, minlength=len(self.keys))

    def distinct(self, rows: np.ndarray) -> np.ndarray:
        """Count the different entries of a column of rows in each group."""
        pairs = pd.DataFrame({"group": self.code, "entry": rows}).drop_duplicates()
        return np.bincount(pairs["group"], minlength=len(self.keys))

    def variance(self, weights: np.ndarray) -> np.ndarray:
        """Sampling variance of the weighted sum of the values of each group."""
        return self.sum((weights * self.error) ** 2)


def read_subgroups(
    frame: pd.DataFrame,
    *,
    value: str,
    population: str | None,
    standard_error: str | None,
    by: str | Sequence[str] | None,
    status: str = "status",
    function: str,
    also: Sequence[str | None] = (),
) -> Subgroups:
    """Check subgroup values and make shares of the population.

    Parameters
    ----------
    frame
        One row a subgroup. Not changed.
    value
        Column of values in any unit; all subgroups in the same one.
    population
        Column of persons; None: every row counts the same. A subgroup without persons is left
        out.
    standard_error
        Column in the unit of the value; None, missing or infinite: not known.
    by
        Columns which name a group; None: the whole table is one.
    status
        Column, used when present.
    function
        Name of the statistic, for the message.
    also
        Further columns that must be there and hold a number in every row.

    Raises
    ------
    InvalidInput
        With all rows whose population or standard error is negative, or which lack a number in
        `also`.
    """
    names = [] if by is None else group_columns(frame, by, ADDED)
    require(frame, [value, population, standard_error, *also], function)
    faults = []
    for column in (population, standard_error):
        if column is not None:
            faults += row_faults(frame, numbers(frame, column) < 0, column, "is negative.")
    for column in also:
        if column is not None:
            unknown = np.isnan(numbers(frame, column))
            faults += row_faults(frame, unknown, column, "does not say where the subgroup stands.")
    refuse(f"{function}: subgroups that cannot be", faults)
    persons = np.ones(len(frame)) if population is None else numbers(frame, population)
    keys, code = _groups(frame, names)
    withheld = reasons(frame, [value, *([population] if population else [])], status=status)
    has_persons = ~(persons == 0)
    reason = _group_reason(withheld, code, len(keys), has_persons)
    table, code, persons = frame[has_persons], code[has_persons], persons[has_persons]
    with np.errstate(invalid="ignore"):
        share = persons / np.bincount(code, weights=persons, minlength=len(keys))[code]
    error = np.full(len(table), np.nan)
    if standard_error is not None:
        error = numbers(table, standard_error)
        error = np.where(np.isfinite(error), error, np.nan)
    return Subgroups(table, keys, code, numbers(table, value), share, error, reason)


def result_table(groups: Subgroups, repeat: int) -> pd.DataFrame:
    """Return the key columns with every group `repeat` times in a row."""
    return groups.keys.loc[groups.keys.index.repeat(repeat)].reset_index(drop=True)


def _groups(frame: pd.DataFrame, names: list[str]) -> tuple[pd.DataFrame, np.ndarray]:
    if not names:
        return pd.DataFrame(index=[0]), np.zeros(len(frame), dtype=int)
    grouped = frame.reset_index(drop=True).groupby(names, sort=False, dropna=False)
    first = ~frame[names].duplicated()
    return frame.loc[first, names].reset_index(drop=True), grouped.ngroup().to_numpy()


def _group_reason(
    withheld: np.ndarray, code: np.ndarray, groups: int, has_persons: np.ndarray
) -> np.ndarray:
    """Return the worst reason of a group's subgroups, else whether there are two to compare."""
    rank = {name: at for at, name in enumerate(WORST_FIRST)}
    worst = np.full(groups, len(rank))
    known = np.array([rank.get(name, len(rank)) for name in withheld], dtype=int)
    np.minimum.at(worst, code, np.where(has_persons, known, len(rank)))
    reason = np.array([*WORST_FIRST, ""], dtype=object)[worst]
    count = np.bincount(code[has_persons], minlength=groups)
    reason[(reason == "") & (count == 0)] = "no_persons"
    reason[(reason == "") & (count == 1)] = "few_groups"
    return reason
