"""An overview: what the figures of a country say, of all its municipalities at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from impact.catalogue import Indicator
from impact.overviews.place_figures import PlaceFigures
from impact.store import COLUMNS

READ_COLUMNS = [name for name in COLUMNS if name not in ("lower", "upper")]
"""What was read, without the limits calculated here: the same digest on every computer."""


class Scope(Protocol):
    """What an overview needs to know; a plan has it all."""

    country: str
    year: int
    max_age: int
    window: int
    minimum_years: int
    indicators: tuple[str, ...] | None
    peers: object | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Overview:
    """Statistics of every municipality of a country as of one report year.

    Parameters
    ----------
    country, year, minimum_years
        As asked for.
    indicators
        Those that have figures, in the catalogue's order.
    snapshots, newest_vintage
        What the figures were read from, and the newest date among them.
    values
        Every value up to the year with `lower, upper, standard_error, degrees_of_freedom, basis`.
    latest
        One row per place and indicator: newest value that is not too old, the country's, the
        region's and the peers' figure of the same year, quartiles of the country, and the
        comparison with the country.
    trends
        One row per place, indicator and `kind` (trend, trend_relative).
    gaps
        One row per place and indicator: women against men in the newest year.
    groups
        One row per place, indicator and any other group: the group against everybody else.
    tests
        Every test of every report with `p_value, adjusted, finding, verdict`.
    country_paths, region_paths
        Yearly reference: `indicator, year, value, low, high` and with `region`.
    published
        Indicators of which the producer publishes the country's own figure.
    breaks
        `place, indicator, year` in which a series starts anew.
    peers
        `place, peer` and where it applies `distance`.
    population
        Newest number of inhabitants by place.
    newest_year_of
        Newest year of each indicator anywhere in the country.
    """

    country: str
    year: int
    minimum_years: int
    max_age: int
    indicators: tuple[Indicator, ...]
    snapshots: tuple[str, ...]
    newest_vintage: str
    values: pd.DataFrame
    latest: pd.DataFrame
    trends: pd.DataFrame
    gaps: pd.DataFrame
    groups: pd.DataFrame
    tests: pd.DataFrame
    country_paths: pd.DataFrame
    region_paths: pd.DataFrame
    published: frozenset[str]
    breaks: pd.DataFrame
    peers: pd.DataFrame
    population: pd.Series
    newest_year_of: dict[str, int]
    _places: dict[str, PlaceFigures] = field(default_factory=dict, repr=False)
    _paths: dict[tuple[str, str], dict[int, float]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._paths.update(_paths(self.country_paths.assign(region="")))
        self._paths.update(_paths(self.region_paths))

    def at(self, place: str) -> PlaceFigures:
        """Return one municipality's part, cut out once."""
        if place not in self._places:
            from impact.overviews.cut import place_figures

            self._places[place] = place_figures(self, place)
        return self._places[place]

    def reference_kind(self, *indicators: str) -> str:
        """Return whether indicators are compared with the median municipality or the country.

        Without any, all that are compared count. The answer is median, published (the producer's
        figure for the country) or mixed.
        """
        chosen = set(indicators) or set(self.tests["indicator"].unique())
        if not chosen & self.published:
            return "median"
        return "published" if chosen <= self.published else "mixed"

    @property
    def newest_year(self) -> int | None:
        """Newest year that has a value."""
        return None if self.values.empty else int(self.values["year"].max())

    def country_path(self, indicator: str) -> dict[int, float]:
        """Return the reference of one indicator by year."""
        return self.region_path("", indicator)

    def region_path(self, region: str, indicator: str) -> dict[int, float]:
        """Return the region's median of one indicator by year."""
        return dict(self._paths.get((region, indicator), {}))


def _paths(table: pd.DataFrame) -> dict[tuple[str, str], dict[int, float]]:
    """Return year to value by region and indicator."""
    found: dict[tuple[str, str], dict[int, float]] = {}
    columns = (table[name].tolist() for name in ("region", "indicator", "year", "value"))
    for region, indicator, year, value in zip(*columns, strict=True):
        found.setdefault((region, indicator), {})[int(year)] = float(value)
    return found
