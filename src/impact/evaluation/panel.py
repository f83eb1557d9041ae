"""A panel: one outcome of many units by year, and which of them were treated from when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

NEVER = np.inf
"""First treated year of a unit that is never treated."""


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One outcome of N units in T years.

    A unit is what was independently assigned: a municipality, or a network of them that decided
    together and counts as one.

    Parameters
    ----------
    units
        Names, N of them, each once.
    years
        Calendar years, T of them, increasing; a year that is left out is simply not there.
    values
        Shape (N, T), in the unit of the outcome; NaN where there is no figure.
    starts
        Shape (N,), first year a unit is treated; `NEVER` for one that never is.
    sizes
        Shape (N,), inhabitants or another measure of size; None when it is not known.
    anticipation
        Years before the start in which a unit may already act: neither before nor after.
    """

    units: tuple[str, ...]
    years: tuple[int, ...]
    values: np.ndarray
    starts: np.ndarray
    sizes: np.ndarray | None = None
    anticipation: int = 0

    @property
    def treated(self) -> np.ndarray:
        """Shape (N,): True for units that are treated at some time."""
        return np.isfinite(self.starts)

    @property
    def cohorts(self) -> tuple[int, ...]:
        """The starting years, increasing."""
        return tuple(int(year) for year in np.unique(self.starts[self.treated]))

    def before(self, start: float) -> np.ndarray:
        """Return shape (T,): True for the years before a start and its anticipation."""
        return np.asarray(self.years) < start - self.anticipation

    def after(self, start: float) -> np.ndarray:
        """Return shape (T,): True for the start and the years that follow it."""
        return np.asarray(self.years) >= start

    def select(self, units: np.ndarray | None = None, years: np.ndarray | None = None) -> Panel:
        """Return the part of the panel that two masks (or positions) of units and years choose."""
        rows = np.arange(len(self.units))[units if units is not None else slice(None)]
        columns = np.arange(len(self.years))[years if years is not None else slice(None)]
        return Panel(
            tuple(self.units[row] for row in rows),
            tuple(self.years[column] for column in columns),
            self.values[np.ix_(rows, columns)],
            self.starts[rows],
            None if self.sizes is None else self.sizes[rows],
            self.anticipation,
        )

    def frame(self) -> pd.DataFrame:
        """Return one row per unit and year: `unit, year, value, start, treated_now`."""
        count, length = self.values.shape
        starts, years = np.repeat(self.starts, length), np.tile(self.years, count)
        return pd.DataFrame(
            {
                "unit": np.repeat(np.asarray(self.units, dtype=object), length),
                "year": years,
                "value": self.values.ravel(),
                "start": starts,
                "treated_now": years >= starts,
            }
        )


def panel(
    frame: pd.DataFrame,
    *,
    unit: str,
    year: str,
    value: str,
    start: str,
    size: str | None = None,
    anticipation: int = 0,
) -> Panel:
    """Return the panel a tidy table holds.

    Parameters
    ----------
    frame
        One row per unit and year; never changed.
    unit, year, value
        Names of its columns.
    start
        Name of the column with the first treated year; empty, 0 or infinite means never.
    size
        Name of a column with the size of a unit, in any of its rows.
    anticipation
        Years before the start in which a unit may already act.

    Returns
    -------
    Panel
        Units in the order of their names, years increasing.

    Raises
    ------
    InvalidInput
        A column is missing, a unit has two figures for a year, its start differs between rows (a
        treatment that switches on and off cannot be described here), or a figure is infinite; all
        are listed.
    """
    columns = [name for name in (unit, year, value, start, size) if name is not None]
    absent = [name for name in columns if name not in frame.columns]
    if absent:
        there = ", ".join(map(str, frame.columns))
        faults = [
            Fault(f"column '{name}'", "is not there.", f"There are {there}.") for name in absent
        ]
        raise InvalidInput("the table holds no panel:", faults)
    table = frame[columns].copy()
    table[start] = table[start].astype(float).replace(0.0, NEVER).fillna(NEVER)
    faults = _faults(table, unit, year, value, start)
    if faults:
        raise InvalidInput("the table holds no panel:", faults)
    wide = table.pivot(index=unit, columns=year, values=value).sort_index()
    by_unit = table.groupby(unit)
    sizes = by_unit[size].max().reindex(wide.index).to_numpy(float) if size else None
    return Panel(
        tuple(str(name) for name in wide.index),
        tuple(int(name) for name in wide.columns),
        wide.to_numpy(float),
        by_unit[start].first().reindex(wide.index).to_numpy(float),
        sizes,
        anticipation,
    )


def _faults(table: pd.DataFrame, unit: str, year: str, value: str, start: str) -> list[Fault]:
    twice = table[table.duplicated([unit, year])]
    faults = [
        Fault(f"{row[unit]}, {row[year]}", "has more than one figure.", "Keep one.")
        for row in twice.to_dict("records")
    ]
    starts = table.groupby(unit)[start].nunique()
    faults += [
        Fault(str(name), "starts in several years.", "Give a unit one first treated year.")
        for name in starts.index[starts > 1]
    ]
    infinite = table[np.isinf(table[value].astype(float))]
    return faults + [
        Fault(f"{row[unit]}, {row[year]}", "the figure is infinite.", "Leave it empty.")
        for row in infinite.to_dict("records")
    ]
