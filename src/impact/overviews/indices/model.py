"""A composite index in figures: what every municipality's report may say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import pandas as pd

from impact.indicators.composite import Coherence, IndexSpec


class WithIndices(Protocol):
    """What is needed of a plan to calculate its indices."""

    def index_records(self) -> tuple[Any, ...]:
        """Return the files of its indices, read and checked."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IndexFigures:
    """One index of a country as of a report year; everything is on its scale of points.

    Parameters
    ----------
    record
        Its file.
    spec
        The index of that year; indicators are ids of the catalogue.
    country, year
        What it is about.
    coherence
        Whether the parts may be shown as one number (`publish`), and what that rests on.
    alpha
        Cronbach's alpha of all indicators, two decimals; NaN when there is none.
    places
        One row a municipality, by code: `score, lower, upper, above, below, scored`
        (municipalities clearly stronger and clearly weaker, and all with a score), `method_low,
        method_high` (the score made in the other ways), `older` (share of the weight that rests on
        figures older than the newest), `available` (share that has figures), `reason` (empty, or
        too_few_values).
    parts
        `place, part, score`: the score of every node but the whole.
    items
        `place, part, value, year, score`: every indicator.
    gaps
        `place, part, contribution`: what indicators add to the difference from the comparable
        municipalities.
    gap_totals
        By place: `own, other, gap, lower, upper, peers` (how many comparable municipalities).
    changes
        `place, part, cause, contribution` since the year before: every indicator against its own
        figure a year earlier, unchanged where nobody has a newer one. Causes are data, missing,
        rebasing, specification.
    change_totals
        By place: `own, other, gap, lower, upper`.
    strengths
        `place, part, kind, gap, reference, score`: gaps that are large and clear.
    drivers
        `factor, total`: shares of the uncertainty of scores, in per cent, to the nearest 5.
    """

    record: Any
    spec: IndexSpec
    country: str
    year: int
    coherence: Coherence
    alpha: float
    places: pd.DataFrame
    parts: pd.DataFrame
    items: pd.DataFrame
    gaps: pd.DataFrame
    gap_totals: pd.DataFrame
    changes: pd.DataFrame
    change_totals: pd.DataFrame
    strengths: pd.DataFrame
    drivers: pd.DataFrame
    _rows: dict[str, dict[str, Any]] = field(init=False, default_factory=dict, repr=False)

    def rows(self, table: str, place: str) -> pd.DataFrame:
        """Return the rows of one municipality in one of the tables that have a column `place`.

        Parameters
        ----------
        table
            Name of the table, such as gaps.
        place
            Code of the municipality; there may be none of it.
        """
        whole = getattr(self, table)
        if table not in self._rows:
            self._rows[table] = whole.groupby("place").indices
        return whole.take(self._rows[table].get(place, []))
