"""Make an overview: read figures once, calculate for all municipalities at once, remember."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from impact import catalogue, indicators, places, store
from impact.catalogue import Indicator
from impact.overviews import references
from impact.overviews.gaps import sex_gaps
from impact.overviews.group_differences import group_differences
from impact.overviews.judge import BACKGROUND, judged
from impact.overviews.model import Overview, Scope
from impact.overviews.rounding import to_decimals
from impact.overviews.trends import TREND_COLUMNS, declared_breaks, tested_series
from impact.overviews.uncertain_values import with_uncertainty

CONTEXT = "context"
DISTANCE_DECIMALS = 2
"""As shown; nothing is calculated from the distance to a peer."""
POPULATION = {"SE": "scb:population", "FI": "sotkanet:127", "NO": "ssb:population"}


def overview(scope: Scope) -> Overview:
    """Return the statistics of every municipality of a country as of one report year.

    Parameters
    ----------
    scope
        A plan, or anything with `country, year, max_age, window, minimum_years, indicators,
        peers`.

    Returns
    -------
    Overview
        Made once per process for equal scopes and snapshots; do not change its tables.
    """
    return _overview(
        scope.country,
        scope.year,
        scope.max_age,
        scope.window,
        scope.minimum_years,
        scope.indicators,
        _peers_key(scope.peers),
        tuple(store.snapshots()),
    )


def _peers_key(choice: Any) -> str:
    return "" if choice is None else choice.model_dump_json()


@lru_cache(maxsize=4)
def _overview(
    country: str,
    year: int,
    max_age: int,
    window: int,
    minimum_years: int,
    chosen: tuple[str, ...] | None,
    peers_choice: str,
    snapshots: tuple[store.Snapshot, ...],
) -> Overview:
    described, published, figures = _read(country, year, chosen)
    breaks = declared_breaks(described, store.border_breaks(country))
    population = _population(country, year)
    values = with_uncertainty(figures, described, population, breaks)
    total = values[values["group"] == "total"]
    paths = references.country_paths(total, published, country)
    region_paths = references.region_paths(total)
    choice = json.loads(peers_choice) if peers_choice else None
    peers = _peers(country, choice, total, population)
    compared = [one.id for one in described if one.area != CONTEXT]
    newest = references.latest(total, year - max_age)
    newest = references.beside(newest, total, paths, region_paths, peers)
    latest, trends, gaps, tests = judged(
        _compared(newest, described, compared),
        _trends(total, described, compared, paths, breaks, (window, minimum_years), year - max_age),
        sex_gaps(values, described, compared, breaks, population, year - max_age),
        described,
    )
    return Overview(
        country=country,
        year=year,
        minimum_years=minimum_years,
        max_age=max_age,
        indicators=described,
        snapshots=tuple(snapshot.id for snapshot in snapshots),
        newest_vintage=references.newest_vintage(latest, compared),
        values=values,
        latest=latest,
        trends=trends,
        gaps=gaps,
        groups=group_differences(values, year - max_age, _shares(described)),
        tests=tests,
        country_paths=paths,
        region_paths=region_paths,
        published=frozenset(published["indicator"]),
        breaks=breaks[breaks["effect"] == "break"].fillna({"place": ""}),
        peers=peers,
        population=population,
        newest_year_of={} if latest.empty else latest.groupby("indicator")["year"].max().to_dict(),
    )


def _shares(described: tuple[Indicator, ...]) -> set[str]:
    return {one.id for one in described if one.uncertainty.basis == "binomial"}


def _read(
    country: str, year: int, chosen: tuple[str, ...] | None
) -> tuple[tuple[Indicator, ...], pd.DataFrame, pd.DataFrame]:
    """Return indicators that have figures, the country's own figures, and the municipalities'."""
    wanted = [one for one in catalogue.indicators(country) if chosen is None or one.id in chosen]
    loaded = _load(country, wanted)
    loaded = loaded[loaded["year"] <= year]
    having = set(loaded["indicator"].unique())
    described = tuple(one for one in wanted if one.id in having)
    shown = _protected(loaded, country)
    own = (shown["place"] == country) & (shown["group"] == "total") & shown["value"].notna()
    codes = {place.code for place in places.places(country)}
    return described, shown[own], shown[shown["place"].isin(codes)].reset_index(drop=True)


def _protected(loaded: pd.DataFrame, country: str) -> pd.DataFrame:
    """Hide what is too small where it was stored before there was a rule."""
    if not indicators.shows_small_numbers(loaded, catalogue=catalogue):
        return indicators.protect(loaded).values
    sums = indicators.place_sums(places.places(country))
    protected = indicators.protect_added(loaded, catalogue=catalogue, places=sums)
    return protected.values[loaded.columns]


def _load(country: str, wanted: list[Indicator]) -> pd.DataFrame:
    """Load what is compared with all its groups, background figures without."""
    compared = [one.id for one in wanted if one.area != CONTEXT]
    background = [one.id for one in wanted if one.area == CONTEXT]
    parts = [(compared, None), (background, ("total",))]
    tables = [
        store.load(ids, country=country, groups=groups, level="all") for ids, groups in parts if ids
    ]
    return pd.concat(tables, ignore_index=True)


def _population(country: str, year: int) -> pd.Series:
    """Newest number of inhabitants by place, of the year or before; else of the first after."""
    table = store.load(POPULATION[country], country=country).dropna(subset="value")
    table = table.assign(late=table["year"] > year).sort_values(["late", "year"])
    before = table[~table["late"]].drop_duplicates("place", keep="last")
    after = table[table["late"] & ~table["place"].isin(before["place"])].drop_duplicates("place")
    return pd.concat([before, after]).set_index("place")["value"]


def _peers(
    country: str, choice: dict[str, Any] | None, total: pd.DataFrame, population: pd.Series
) -> pd.DataFrame:
    empty = pd.DataFrame({"place": [], "peer": [], "distance": []})
    if choice is None:
        return empty
    if choice["kind"] == "official":
        listed = store.peers(country, choice["theme"])
        known = [place.code for place in places.places(country)]
        return indicators.official_peers(listed, places=known)
    variables = list(choice["variables"])
    newest = total[total["indicator"].isin(variables)].dropna(subset="value").sort_values("year")
    wide = newest.drop_duplicates(["place", "indicator"], keep="last")
    wide = wide.pivot(index="place", columns="indicator", values="value").reindex(columns=variables)
    frame = wide.reset_index().assign(inhabitants=lambda table: table["place"].map(population))
    band = choice.get("population_band")
    options = {"population": "inhabitants", "band": band} if band else {}
    found = indicators.peers_by_distance(
        frame, variables=variables, weights=choice["variables"], k=choice["k"], **options
    )
    found = found.dropna(subset="peer")
    return found.assign(distance=to_decimals(found["distance"], DISTANCE_DECIMALS))


def _compared(
    latest: pd.DataFrame, described: tuple[Indicator, ...], compared: list[str]
) -> pd.DataFrame:
    """Compare with the country; background figures are shown and not judged."""
    directions = {one.id: one.polarity for one in described}
    table = latest.assign(polarity=latest["indicator"].map(directions))
    tested = indicators.compare(
        table,
        reference="country_median",
        reference_error="country_error",
        reference_places="country_places",
        spread="country_spread",
        denominator="effective_persons",
    )
    background = ~tested["indicator"].isin(compared)
    tested.loc[background, "p_value"] = float("nan")
    tested.loc[background, "verdict"] = BACKGROUND
    return tested


def _trends(
    total: pd.DataFrame,
    described: tuple[Indicator, ...],
    compared: list[str],
    country_paths: pd.DataFrame,
    breaks: pd.DataFrame,
    length: tuple[int, int],
    oldest: int,
) -> pd.DataFrame:
    """Test every series over its last unbroken years; a run that ended before `oldest` is old."""
    series = total[total["indicator"].isin(compared)][["place", "indicator", "year", "value"]]
    if series.empty:
        return pd.DataFrame(columns=[*TREND_COLUMNS, "own_verdict"])
    reference = country_paths[["indicator", "year", "value"]]
    reference = reference.rename(columns={"value": "reference"})
    against = series.merge(reference, on=["indicator", "year"], how="left")
    options = {"window": length[0], "minimum": length[1]}
    own = tested_series(series, described, breaks, **options)
    relative = tested_series(against, described, breaks, **options)
    table = pd.concat([own, relative], ignore_index=True)
    old = table["p_value"].notna() & (table["last_year"] < oldest)
    table.loc[old, ["slope", "lower", "upper", "change", "p_value"]] = np.nan
    table.loc[old, ["verdict", "reason"]] = ["not_calculable", "old"]
    return table
