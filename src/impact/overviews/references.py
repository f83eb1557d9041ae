"""What a municipality's figures are held against: country, region, peers, and who is counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from impact import indicators, places, store
from impact.catalogue import Indicator
from impact.overviews.rounding import in_steps, to_shown

KEYS = ["place", "indicator", "year"]
FEWEST_PLACES = 5
"""Of fewer municipalities no middle is shown: it would be one of them, or the report's own."""
PUBLISHED_PLACES = 10_000
"""Weight of the country's own figure: it is no sample of municipalities."""


def with_denominators(figures: pd.DataFrame, described: Sequence[Indicator]) -> pd.DataFrame:
    """Join the number of persons behind every binomial value of the group total.

    Parameters
    ----------
    figures
        Values table.
    described
        The indicators; those whose denominator stands in the row itself keep it.
    """
    tables = []
    for one in described:
        reference = one.uncertainty.denominator
        if reference is None or reference.in_row:
            continue
        found = store.load(reference.indicator, country=one.country, groups=(reference.group,))
        tables.append(
            pd.DataFrame(
                {
                    "place": found["place"],
                    "indicator": one.id,
                    "year": found["year"] - reference.year_shift,
                    "group": "total",
                    "persons": found["value"],
                }
            )
        )
    if not tables:
        return figures.copy()
    persons = pd.concat(tables, ignore_index=True)
    joined = figures.merge(persons, on=[*KEYS, "group"], how="left")
    joined["denominator"] = joined["denominator"].fillna(joined.pop("persons"))
    return joined


def country_paths(total: pd.DataFrame, published: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the country's reference by indicator and year.

    The producer's own figure where there is one for the indicator, else the median municipality;
    quartiles are always of the municipalities.
    """
    table = middles(total, by=["indicator", "year"])
    table = table.rename(
        columns={"median": "value", "lower_quartile": "low", "upper_quartile": "high"}
    )
    table = _of_several(table)
    own = published[["indicator", "year", "value"]].rename(columns={"value": "own"})
    table = table.merge(own, on=["indicator", "year"], how="left")
    has_own = table["indicator"].isin(published["indicator"])
    table["value"] = table["value"].mask(has_own, table["own"])
    table["standard_error"] = table["standard_error"].mask(has_own, 0.0)
    table["places"] = table["places"].mask(has_own, PUBLISHED_PLACES)
    return table.drop(columns="own").assign(place=country)


def middles(values: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Return `impact.indicators.medians` rounded as what municipalities share is.

    Parameters
    ----------
    values
        One row a municipality in each group, with `indicator`.
    by
        Columns which name a group, indicator among them.
    """
    table = indicators.medians(values, by=by)
    table = to_shown(table, ["median", "lower_quartile", "upper_quartile"])
    return in_steps(table, ["spread", "standard_error"])


def region_paths(total: pd.DataFrame) -> pd.DataFrame:
    """Return the median municipality of each region by indicator and year."""
    regions = {place.code: place.region for place in places.places()}
    table = total.assign(region=total["place"].map(regions))
    found = middles(table, by=["region", "indicator", "year"])
    return _of_several(found.rename(columns={"median": "value"}))


def _of_several(table: pd.DataFrame) -> pd.DataFrame:
    few = table["places"] < FEWEST_PLACES
    shown = [name for name in ("value", "low", "high") if name in table.columns]
    return table.assign(**{name: table[name].mask(few) for name in shown})


def latest(total: pd.DataFrame, oldest: int) -> pd.DataFrame:
    """Return the newest value of every place and indicator, none older than `oldest`."""
    recent = total[total["value"].notna() & (total["year"] >= oldest)]
    return recent.sort_values("year").drop_duplicates(["place", "indicator"], keep="last")


def newest_vintage(latest: pd.DataFrame, compared: Collection[str]) -> str:
    """Return the newest day the newest values were read: of compared indicators, if any has one."""
    judged = latest[latest["indicator"].isin(compared)]
    table = judged if len(judged) else latest
    return str(table["vintage"].max()) if len(table) else ""


def beside(
    latest: pd.DataFrame,
    total: pd.DataFrame,
    country: pd.DataFrame,
    regions: pd.DataFrame,
    peers: pd.DataFrame,
) -> pd.DataFrame:
    """Put the country's, the region's and the peers' figure of the same year beside each value."""
    names = {
        "value": "country_median",
        "low": "country_low",
        "high": "country_high",
        "standard_error": "country_error",
        "places": "country_places",
        "spread": "country_spread",
    }
    on = ["indicator", "year"]
    table = latest.merge(country[[*on, *names]].rename(columns=names), on=on, how="left")
    table["region"] = table["place"].map({place.code: place.region for place in places.places()})
    region = regions[["region", *on, "value"]].rename(columns={"value": "region_median"})
    table = table.merge(region, on=["region", *on], how="left")
    return table.merge(_peer_medians(latest, total, peers), on=KEYS, how="left")


def _peer_medians(latest: pd.DataFrame, total: pd.DataFrame, peers: pd.DataFrame) -> pd.DataFrame:
    if peers.empty:
        return pd.DataFrame(columns=[*KEYS, "peers_median"]).astype({"year": "int16"})
    pairs = latest[KEYS].merge(peers[["place", "peer"]], on="place")
    theirs = total[[*KEYS, "value"]].rename(columns={"place": "peer"})
    found = pairs.merge(theirs, on=["peer", "indicator", "year"], how="left")
    table = middles(found, by=KEYS)
    return table.rename(columns={"median": "peers_median"})[[*KEYS, "peers_median"]]
