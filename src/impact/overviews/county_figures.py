"""Counties side by side: figures of whole counties made of those of their municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from impact import indicators, places, store
from impact.catalogue import Indicator
from impact.overviews import references
from impact.overviews.model import Overview
from impact.overviews.trends import TREND_COLUMNS, declared_breaks, tested_series

COUNTY = "county"
CONTEXT = "context"
FEWEST_COVERED = 0.8
"""Share of a county's inhabitants whose municipalities must have a figure."""
NORMAL = 1.96
MANY = 10_000.0
"""Degrees of freedom of a mean of many municipalities: as good as a normal reference."""
KEYS = ["indicator", "year"]
PATH_COLUMNS = [
    "place", "indicator", "year", "value", "lower", "upper", "standard_error", "basis",
    "degrees_of_freedom", "municipalities", "covered", "published",
]  # fmt: skip


class Units(Protocol):
    """What is needed of a plan to put counties side by side."""

    places: tuple[str, ...]
    units: str
    window: int
    minimum_years: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CountyFigures:
    """Figures of counties.

    Parameters
    ----------
    places
        Codes of the counties, in their order.
    paths
        One row per county, indicator and year: `PATH_COLUMNS`. `covered` is the share of the
        county's inhabitants behind the figure; `published` marks the producer's own figure.
    latest
        The newest row of each, with the median county and the verdict against it.
    trends
        The tested change over time of each, by itself (`kind` trend) and against the median county
        (trend_relative); all of them one family.
    medians
        The median county by indicator and year, where at least five have a figure.
    """

    places: tuple[str, ...]
    paths: pd.DataFrame
    latest: pd.DataFrame
    trends: pd.DataFrame
    medians: pd.DataFrame


def county_figures(figures: Overview, plan: Units) -> CountyFigures:
    """Return the counties of a plan side by side; none where municipalities are its units.

    Parameters
    ----------
    figures
        The country's overview.
    plan
        Its `units` are county or municipality; a county takes part when all its municipalities
        are places of the plan.

    Returns
    -------
    CountyFigures

    Notes
    -----
    The producer's own figure of a county counts where there is one. Else the figure is
    sum(n_i y_i) / sum(n_i) over its municipalities i, with n_i their inhabitants (the newest
    number, for all years), and its standard error sqrt(sum(n_i^2 se_i^2)) / sum(n_i), which takes
    the municipalities' errors as independent. It needs figures for municipalities with 80 per
    cent of the inhabitants. It is not the county's figure as a producer would count it: the right
    weights are the persons a share is about.
    """
    chosen = _whole_counties(plan) if plan.units == COUNTY else ()
    described = tuple(one for one in figures.indicators if one.area != CONTEXT)
    paths = _paths(figures, described, chosen)
    medians = _medians(paths)
    return CountyFigures(
        places=chosen,
        paths=paths,
        latest=_latest(figures, paths, medians),
        trends=_trends(paths, medians, described, plan),
        medians=medians,
    )


def _whole_counties(plan: Units) -> tuple[str, ...]:
    inside = set(plan.places)
    found = {places.place(code).region for code in plan.places}
    whole = [code for code in found if set(places.region(code).members) <= inside]
    return tuple(sorted(whole))


def _paths(
    figures: Overview, described: Sequence[Indicator], chosen: tuple[str, ...]
) -> pd.DataFrame:
    names = [one.id for one in described]
    calculated = _weighted(figures, names, chosen)
    published = _published(figures, names, chosen)
    table = pd.concat([published, calculated], ignore_index=True)
    table = table.drop_duplicates(["place", *KEYS], keep="first")
    return table.sort_values(["indicator", "place", "year"], ignore_index=True)[PATH_COLUMNS]


def _weighted(figures: Overview, names: list[str], chosen: tuple[str, ...]) -> pd.DataFrame:
    """Means of municipalities by inhabitants."""
    home = {member: code for code in chosen for member in places.region(code).members}
    rows = figures.values[
        figures.values["place"].isin(home)
        & figures.values["indicator"].isin(names)
        & (figures.values["group"] == "total")
        & figures.values["value"].notna()
    ]
    weight = rows["place"].map(figures.population).to_numpy(dtype=float)
    county = rows["place"].map(home)
    parts = pd.DataFrame(
        {
            "place": county,
            "indicator": rows["indicator"],
            "year": rows["year"],
            "inhabitants": weight,
            "weighted": weight * rows["value"],
            "squares": (weight * rows["standard_error"]) ** 2,
        }
    )
    table = parts.groupby(["place", *KEYS], as_index=False, observed=True).agg(
        inhabitants=("inhabitants", "sum"),
        weighted=("weighted", "sum"),
        squares=("squares", lambda column: column.sum(skipna=False)),
        municipalities=("weighted", "size"),
    )
    everybody = figures.population.groupby(figures.population.index.map(home)).sum()
    covered = table["inhabitants"] / table["place"].map(everybody).astype(float)
    error = np.sqrt(table["squares"]) / table["inhabitants"]
    value = table["weighted"] / table["inhabitants"]
    table = table.assign(
        value=value,
        standard_error=error,
        lower=value - NORMAL * error,
        upper=value + NORMAL * error,
        basis=np.where(error > 0, "published", "none"),
        degrees_of_freedom=MANY,
        covered=covered,
        published=False,
    )
    return table[covered >= FEWEST_COVERED][PATH_COLUMNS]


def _published(figures: Overview, names: list[str], chosen: tuple[str, ...]) -> pd.DataFrame:
    """Counties' own figures by their producers; they come without uncertainty."""
    loaded = store.load(names, country=figures.country, groups=("total",), level="all")
    mine = loaded[
        loaded["place"].isin(chosen) & loaded["value"].notna() & (loaded["year"] <= figures.year)
    ]
    return mine.assign(
        lower=np.nan,
        upper=np.nan,
        standard_error=np.nan,
        basis="none",
        degrees_of_freedom=np.nan,
        municipalities=0,
        covered=1.0,
        published=True,
    )[PATH_COLUMNS]


def _medians(paths: pd.DataFrame) -> pd.DataFrame:
    table = references.middles(paths, by=KEYS)
    return table[table["places"] >= references.FEWEST_PLACES].reset_index(drop=True)


def _latest(figures: Overview, paths: pd.DataFrame, medians: pd.DataFrame) -> pd.DataFrame:
    newest = references.latest(paths, figures.year - figures.max_age)
    names = {"median": "middle", "standard_error": "middle_error", "places": "counties"}
    columns = [*KEYS, *names, "spread"]
    table = newest.merge(medians[columns].rename(columns=names), on=KEYS, how="left")
    good = {one.id: one.polarity for one in figures.indicators}
    tested = indicators.compare(
        table.assign(polarity=table["indicator"].map(good)),
        reference="middle",
        reference_error="middle_error",
        reference_places="counties",
        spread="spread",
        denominator="covered",
    )
    judged = indicators.false_discovery(tested["p_value"])
    unclear = tested["p_value"].notna() & ~judged["rejected"]
    return tested.assign(verdict=tested["verdict"].mask(unclear, "not_clearly_different"))


def _trends(
    paths: pd.DataFrame, medians: pd.DataFrame, described: Sequence[Indicator], plan: Units
) -> pd.DataFrame:
    """Test every county's change, by itself and against the median county; one family.

    Where a producer's own figures begin or end a series jumps without anything having happened.
    """
    if paths.empty:
        return pd.DataFrame(columns=[*TREND_COLUMNS, "adjusted"]).astype({"p_value": float})
    series = _of_one_kind(paths)[["place", *KEYS, "value"]]
    middle = medians[[*KEYS, "median"]].rename(columns={"median": "reference"})
    breaks = declared_breaks(described, pd.DataFrame(columns=["indicator", "place", "year"]))
    length = {"window": plan.window, "minimum": plan.minimum_years}
    own = tested_series(series, described, breaks, **length)
    against = series.merge(middle, on=KEYS, how="left")
    relative = tested_series(against, described, breaks, **length)
    tested = pd.concat([own, relative], ignore_index=True)
    judged = indicators.false_discovery(tested["p_value"])
    unclear = tested["p_value"].notna() & ~judged["rejected"]
    return tested.assign(verdict=tested["verdict"].mask(unclear, "no_clear_change"))


def _of_one_kind(paths: pd.DataFrame) -> pd.DataFrame:
    """Return what is like a series' newest figure: published, or made of municipalities."""
    newest = paths.sort_values("year").groupby(["place", "indicator"])["published"]
    return paths[paths["published"] == newest.transform("last").reindex(paths.index)]
