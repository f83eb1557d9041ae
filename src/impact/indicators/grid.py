"""Series laid out as a grid, one row a series and one column a year, for work without loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults

EFFECTS = ("break", "exclude")
LATEST = 9999


@dataclass(frozen=True, slots=True)
class Grid:
    """Yearly series side by side.

    Parameters
    ----------
    keys
        Table with one row a series: the columns which name it.
    years
        The calendar years, all of them between the first and the last, shape (years,).
    values
        Shape (series, years); NaN where there is no value.
    series
        For each row of the table it was made of, the row of the grid.
    """

    keys: pd.DataFrame
    years: np.ndarray
    values: np.ndarray
    series: np.ndarray

    def codes(self, columns: Sequence[str]) -> np.ndarray:
        """Return a whole number for each series, equal when `columns` are equal."""
        if not columns:
            return np.zeros(len(self.keys), dtype=np.intp)
        return self.keys.groupby(list(columns), sort=False, dropna=False).ngroup().to_numpy()


def grid(frame: pd.DataFrame, *, keys: Sequence[str], year: str, value: str) -> Grid:
    """Lay the rows of a long table out as series by years.

    Raises
    ------
    InvalidInput
        When a year is not a calendar year, or a series has two rows for one year.
    """
    require(frame, [*keys, year, value], "a yearly series")
    grouped = frame.reset_index(drop=True).groupby(list(keys), sort=False, dropna=False)
    series = grouped.ngroup().to_numpy()
    names = frame[list(keys)].drop_duplicates().reset_index(drop=True)
    if frame.empty:
        nothing = np.empty((0, 0))
        return Grid(names, np.array([], dtype=np.int64), nothing, series)
    when = numbers(frame, year)
    wrong = ~(np.isin(when, np.arange(LATEST + 1)))
    refuse("a yearly series", row_faults(frame, wrong, year, "is not a calendar year."))
    when = when.astype(np.int64)
    first = int(when.min())
    years = np.arange(first, int(when.max()) + 1)
    cell = series * len(years) + (when - first)
    counted = np.bincount(cell, minlength=len(names) * len(years))
    if counted.max() > 1:
        wrong = (counted > 1)[cell]
        what = f"stands twice for the same {', '.join(keys)}."
        refuse(
            "a series has more than one value a year",
            row_faults(frame, wrong, year, what, "Choose one group, or name it in `by`."),
        )
    values = np.full((len(names), len(years)), np.nan)
    figures = numbers(frame, value)
    values[series, when - first] = np.where(np.isfinite(figures), figures, np.nan)
    return Grid(names, years, values, series)


def marked(layout: Grid, breaks: pd.DataFrame | None, effect: str) -> np.ndarray:
    """Return where a declared effect falls, shape (series, years).

    Parameters
    ----------
    layout
        The series.
    breaks
        Table `year, effect` and those of the grid's key columns it applies to, under the same
        names (a row without a place applies to every place; a row with one does not apply to
        series which are not of places). None means nothing is declared.
    effect
        break (a new series starts in this year) or exclude (the year is left out).
    """
    found = np.zeros(layout.values.shape, dtype=bool)
    if breaks is None or breaks.empty or not len(layout.years):
        return found
    require(breaks, ["year", "effect"], "declared breaks")
    unknown = sorted(set(breaks["effect"]) - set(EFFECTS))
    if unknown:
        raise InvalidInput(
            "declared breaks",
            [Fault("effect", f"'{name}' is not one of {', '.join(EFFECTS)}.") for name in unknown],
        )
    chosen = breaks[(breaks["effect"] == effect) & breaks["year"].isin(layout.years)]
    shared = [name for name in layout.keys.columns if name in breaks.columns]
    keys = layout.keys.assign(_series=np.arange(len(layout.keys)))
    for name in {"place", "group"} - set(shared):
        if name in chosen.columns:
            chosen = chosen[chosen[name].isna()]
    kind = chosen[shared].isna().to_numpy() @ (1 << np.arange(len(shared)))
    for _, part in chosen.groupby(kind, sort=False):
        on = [name for name in shared if part[name].notna().all()]
        rows = part[[*on, "year"]].drop_duplicates()
        hit = keys.merge(rows, on=on) if on else keys.merge(rows, how="cross")
        found[hit["_series"].to_numpy(), hit["year"].to_numpy() - layout.years[0]] = True
    return found
