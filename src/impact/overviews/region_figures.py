"""The municipalities of a plan side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from impact import indicators, places, store
from impact.overviews.chance_share import chance_share
from impact.overviews.model import READ_COLUMNS, Overview
from impact.overviews.references import newest_vintage
from impact.overviews.trends import TREND_COLUMNS, declared_breaks, tested_series

FEWEST_PLACES = 5
CONTEXT = "context"


class Region(Protocol):
    """What is needed of a plan to look at its municipalities together."""

    places: tuple[str, ...]
    subject: str
    window: int
    minimum_years: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionFigures:
    """What an overview knows of the municipalities of a plan together.

    Parameters
    ----------
    code
        The region or the country the report is about.
    places
        Codes in the alphabetical order of the municipalities' names.
    latest
        Their rows of the overview's newest values.
    spread
        By indicator and year: `low, median, high` (quartiles), `spread` (their distance) and the
        country's `country_low, country_high`.
    spread_trends
        Indicator to the tested change of the spread; improving means that it narrows.
    chance_share
        Indicator to a year and the share of the variance between municipalities that is chance.
    median_trends
        One row per indicator: the tested change of the median municipality.
    improvers
        Changes over time of single municipalities that pass their test, all as one family.
    values
        Their values.
    newest_vintage
        Newest day a newest value of theirs was read; empty without any.
    digest
        Of the values.
    """

    code: str
    places: tuple[str, ...]
    latest: pd.DataFrame
    spread: pd.DataFrame
    spread_trends: Mapping[str, Mapping[str, Any]]
    chance_share: Mapping[str, tuple[int, float]]
    median_trends: pd.DataFrame
    improvers: pd.DataFrame
    values: pd.DataFrame
    newest_vintage: str
    digest: str


def region_figures(figures: Overview, plan: Region) -> RegionFigures:
    """Return the municipalities of a plan side by side.

    Parameters
    ----------
    figures
        The country's overview.
    plan
        Anything with `places, subject, window, minimum_years`.
    """
    codes = places.alphabetical(plan.places)
    order = {code: number for number, code in enumerate(codes)}
    mine = figures.values[figures.values["place"].isin(codes)]
    latest = figures.latest[figures.latest["place"].isin(codes)]
    spread = _spread(figures, mine)
    options = {"window": plan.window, "minimum": plan.minimum_years}
    return RegionFigures(
        code=plan.subject,
        places=codes,
        latest=latest.sort_values("place", key=lambda column: column.map(order), kind="stable"),
        spread=spread,
        spread_trends=_spread_trends(figures, spread, options),
        chance_share=chance_share(
            mine[mine["group"] == "total"], list(spread["indicator"].unique())
        ),
        median_trends=_median_trends(figures, spread, options),
        improvers=_improvers(figures, codes),
        values=mine,
        newest_vintage=newest_vintage(latest, _compared(figures)),
        digest=store.digest(mine[READ_COLUMNS]),
    )


def _compared(figures: Overview) -> list[str]:
    return [one.id for one in figures.indicators if one.area != CONTEXT]


def _spread(figures: Overview, mine: pd.DataFrame) -> pd.DataFrame:
    """Quartiles by indicator and year where at least five municipalities have a value."""
    total = mine[(mine["group"] == "total") & mine["indicator"].isin(_compared(figures))]
    names = {"lower_quartile": "low", "upper_quartile": "high"}
    table = indicators.medians(total, by=["indicator", "year"]).rename(columns=names)
    table = table[table["places"] >= FEWEST_PLACES].drop(columns="spread")
    table = table.rename(columns={"interquartile_range": "spread"})
    country = figures.country_paths[["indicator", "year", "low", "high"]]
    country = country.rename(columns={"low": "country_low", "high": "country_high"})
    return table.merge(country, on=["indicator", "year"], how="left")


def _spread_trends(
    figures: Overview, spread: pd.DataFrame, options: dict[str, int]
) -> dict[str, Mapping[str, Any]]:
    tested = _tested(figures, spread, "spread", options, narrow=True)
    return {row["indicator"]: row for row in tested.to_dict("records")}


def _median_trends(
    figures: Overview, spread: pd.DataFrame, options: dict[str, int]
) -> pd.DataFrame:
    return _tested(figures, spread, "median", options)


def _tested(
    figures: Overview,
    spread: pd.DataFrame,
    column: str,
    options: dict[str, int],
    *,
    narrow: bool = False,
) -> pd.DataFrame:
    """Test a statistic of the region over time; all indicators are one family."""
    if spread.empty:
        return pd.DataFrame(columns=[*TREND_COLUMNS, "adjusted"]).astype({"p_value": float})
    series = spread[["indicator", "year"]].assign(place="region", value=spread[column])
    breaks = declared_breaks(
        figures.indicators, pd.DataFrame(columns=["indicator", "place", "year"])
    )
    polarity = {one.id: "lower" for one in figures.indicators} if narrow else None
    tested = tested_series(series, figures.indicators, breaks, polarity=polarity, **options)
    return _as_family(tested)


def _as_family(tested: pd.DataFrame) -> pd.DataFrame:
    judged = indicators.false_discovery(tested["p_value"])
    unclear = tested["p_value"].notna() & ~judged["rejected"]
    return tested.assign(
        adjusted=judged["adjusted"], verdict=tested["verdict"].mask(unclear, "no_clear_change")
    )


def _improvers(figures: Overview, codes: tuple[str, ...]) -> pd.DataFrame:
    compared = {one.id for one in figures.indicators if one.headline}
    mine = figures.trends[
        (figures.trends["kind"] == "trend")
        & figures.trends["place"].isin(codes)
        & figures.trends["indicator"].isin(compared)
    ]
    judged = indicators.false_discovery(mine["p_value"])
    order = {code: number for number, code in enumerate(codes)}
    found = mine[judged["rejected"].to_numpy()]
    found = found.assign(verdict=found["own_verdict"])
    return found.sort_values("place", key=lambda column: column.map(order), kind="stable")
