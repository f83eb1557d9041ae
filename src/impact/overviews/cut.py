"""Cut one municipality's part out of an overview."""

from __future__ import annotations

import pandas as pd

from impact import places, store
from impact.overviews.model import READ_COLUMNS, Overview
from impact.overviews.place_figures import PlaceFigures, Row

CONTEXT = "context"
SERIES = ["year", "value", "lower", "upper"]


def place_figures(figures: Overview, place: str) -> PlaceFigures:
    """Return what an overview knows of one municipality.

    Parameters
    ----------
    figures
        The country's overview.
    place
        Code or name of a municipality; it may have no figures at all.
    """
    known = places.place(place)
    values = _of(figures.values, known.code)
    latest = _by_indicator(figures, _of(figures.latest, known.code))
    trends = _of(figures.trends, known.code)
    tests = _of(figures.tests, known.code)
    filled = values[values["value"].notna()]
    total = filled[filled["group"] == "total"]
    compared = _compared(figures) & set(latest)
    vintages = {latest[identifier]["vintage"] for identifier in compared or latest}
    return PlaceFigures(
        place=known.code,
        region=known.region,
        values=values,
        latest=latest,
        series=_series(figures, total),
        trends=_by_indicator(figures, trends[trends["kind"] == "trend"]),
        relative=_by_indicator(figures, trends[trends["kind"] == "trend_relative"]),
        gaps=_by_indicator(figures, _of(figures.gaps, known.code)),
        groups=_of(figures.groups, known.code),
        findings=_findings(tests),
        tests=tests,
        breaks=_breaks(figures, known.code),
        omitted=_omitted(figures, values, set(latest)),
        compared=frozenset(
            i.id for i in figures.indicators if i.area != CONTEXT and i.id in latest
        ),
        newest_year_of=figures.newest_year_of,
        peers=figures.peers[figures.peers["place"] == known.code],
        population=figures.population.get(known.code),
        newest_year=None if filled.empty else int(filled["year"].max()),
        oldest_vintage=min(vintages, default=None),
        newest_vintage=max(vintages, default=None),
        simulated=bool((values["status"] == "simulated").any()),
        digest=store.digest(values[READ_COLUMNS]),
    )


def _compared(figures: Overview) -> set[str]:
    return {one.id for one in figures.indicators if one.area != CONTEXT}


def _of(table: pd.DataFrame, place: str) -> pd.DataFrame:
    return table[table["place"] == place]


def _by_indicator(figures: Overview, table: pd.DataFrame) -> dict[str, Row]:
    rows = {row["indicator"]: row for row in table.to_dict("records")}
    return {i.id: rows[i.id] for i in figures.indicators if i.id in rows}


def _series(figures: Overview, total: pd.DataFrame) -> dict[str, pd.DataFrame]:
    ordered = total.sort_values("year")
    rows = ordered.groupby("indicator").indices
    table = ordered[SERIES]
    return {i.id: table.take(rows[i.id]) for i in figures.indicators if i.id in rows}


def _findings(tests: pd.DataFrame) -> tuple[Row, ...]:
    found = tests[tests["finding"].to_numpy(dtype=bool) & (tests["kind"] != "gap")]
    ordered = found.sort_values("standardised_effect", key=abs, ascending=False, kind="stable")
    return tuple(ordered.to_dict("records"))


def _breaks(figures: Overview, place: str) -> dict[str, tuple[int, ...]]:
    table = figures.breaks[figures.breaks["place"].isin([place, ""])]
    return {
        indicator: tuple(sorted({int(year) for year in years}))
        for indicator, years in table.groupby("indicator")["year"]
    }


def _omitted(figures: Overview, values: pd.DataFrame, shown: set[str]) -> dict[str, str]:
    reasons = {}
    left = values[(values["group"] == "total") & ~values["indicator"].isin(shown)]
    by_indicator = dict(list(left.groupby("indicator")))
    for indicator in figures.indicators:
        if indicator.id in shown:
            continue
        own = by_indicator.get(indicator.id)
        filled = own[own["value"].notna()] if own is not None else None
        if filled is not None and len(filled):
            reasons[indicator.id] = f"too_old:{int(filled['year'].max())}"
        elif own is not None and (own["status"] == "suppressed").any():
            reasons[indicator.id] = "suppressed"
        else:
            reasons[indicator.id] = "no_figures"
    return reasons
