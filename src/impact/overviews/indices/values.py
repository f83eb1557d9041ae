"""The figures an index of a year rests on: the newest of each indicator that is not too old."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.indicators.composite import IndexSpec
from impact.overviews.model import Overview

TOTAL = "total"


@dataclass(frozen=True, slots=True, eq=False)
class IndexValues:
    """Values of an index as of one year; every table is places by indicators, NaN is missing.

    Parameters
    ----------
    values, standard_errors
        In the indicators' units.
    years
        Year of each value.
    older
        Whether a value is older than the newest one anybody has by that year.
    """

    values: pd.DataFrame
    standard_errors: pd.DataFrame
    years: pd.DataFrame
    older: pd.DataFrame

    def emptied(self) -> IndexValues:
        """Return the same places and indicators without any figure."""
        nothing = self.values * np.nan
        return IndexValues(nothing, nothing, nothing, self.older & False)


def index_values(
    figures: Overview,
    spec: IndexSpec,
    year: int,
    carry: int,
    places: pd.Index,
    newest: Mapping[str, float] | None = None,
) -> IndexValues:
    """Return the figures of an index as of a year.

    Parameters
    ----------
    figures
        The country's overview; nothing newer than its year is in it.
    spec
        Which indicators, by their ids in the catalogue.
    year
        No figure is newer.
    carry
        A figure is at most so many years older.
    places
        Codes, in the order wanted.
    newest
        Newest year allowed by indicator, where it is before `year`.

    Notes
    -----
    Years the catalogue leaves out of series are left out, and so is what lies before the newest
    year in which a series starts anew.
    """
    names = list(spec.indicator_ids)
    table = figures.values
    chosen = (
        table["indicator"].isin(names)
        & (table["group"] == TOTAL)
        & table["value"].notna()
        & table["year"].between(year - carry, year)
        & (table["status"] != "simulated")
    )
    if newest is not None:
        chosen &= table["year"] <= table["indicator"].map(newest).fillna(year)
    rows = _comparable(table[chosen], figures.breaks, year)
    last = rows.sort_values("year").drop_duplicates(["place", "indicator"], keep="last")

    def wide(column: str) -> pd.DataFrame:
        found = last.pivot(index="place", columns="indicator", values=column)
        return found.reindex(index=places, columns=names).astype(float)

    years = wide("year")
    older = years.lt(years.max(axis=0), axis="columns") & years.notna()
    return IndexValues(wide("value"), wide("standard_error"), years, older)


def year_before(now: IndexValues, year: int) -> dict[str, float]:
    """Return the newest year allowed by indicator for the index of the year before.

    Parameters
    ----------
    now
        Figures as of the year.
    year
        That year.

    Notes
    -----
    Sources publish with different delays. An indicator whose newest figure is of this year or the
    last is held against its figure a year earlier; one that is older has nothing new to tell and
    keeps its figure.
    """
    last = now.years.max(axis=0)
    return {
        name: float(newest) - 1 if newest >= year - 1 else float(year - 1)
        for name, newest in last.dropna().items()
    }


def _comparable(rows: pd.DataFrame, breaks: pd.DataFrame, year: int) -> pd.DataFrame:
    """Leave out years that do not count and what lies before a break."""
    kept = np.ones(len(rows), dtype=bool)
    keys = rows["indicator"].to_numpy(), rows["place"].to_numpy(), rows["year"].to_numpy()
    for one in breaks[breaks["year"] <= year].to_dict("records"):
        mine = keys[0] == one["indicator"]
        if isinstance(one["place"], str) and one["place"]:
            mine &= keys[1] == one["place"]
        kept &= ~(
            mine & (keys[2] == one["year"] if one["effect"] == "exclude" else keys[2] < one["year"])
        )
    return rows[kept]
