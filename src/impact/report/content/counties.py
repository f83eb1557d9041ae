"""Counties side by side in a region's report: whole regions instead of single municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact import catalogue
from impact.report.blocks import Block, Sentences, Series, Table, TrendPanel
from impact.report.content.numbers import change, count, figure, finite, verdict
from impact.report.message import IndicatorName, Message, PlaceName, message
from impact.report.region_blocks import Multiples

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from impact.overviews import CountyFigures

REFERENCE = "counties"
CLEAR = ("better", "worse", "higher", "lower")


def counties(side_by_side: CountyFigures, indicators: Sequence[str]) -> list[Block]:
    """Return how the counties of a plan stand; nothing where municipalities are its units.

    Parameters
    ----------
    side_by_side
        From `impact.county_figures`.
    indicators
        Ids to draw county by county; those without figures are left out.
    """
    if not side_by_side.places or side_by_side.latest.empty:
        return []
    drawn = [one for one in indicators if (side_by_side.latest["indicator"] == one).any()]
    return [
        _summary(side_by_side),
        *(_multiples(side_by_side, identifier) for identifier in drawn),
        *(_table(side_by_side, identifier) for identifier in drawn),
    ]


def _summary(side_by_side: CountyFigures) -> Sentences:
    latest = side_by_side.latest
    tested = int(latest["p_value"].notna().sum())
    differ = int(latest["verdict"].isin(CLEAR).sum())
    numbers = {
        "counties": count(len(side_by_side.places), "counties"),
        "tested": count(tested, "tested_counties"),
        "differ": count(differ, "clear_counties"),
    }
    name = "county-summary" if tested else "county-summary-untested"
    return Sentences(
        section="area",
        heading=message("county-heading"),
        messages=(message(name, **(numbers if tested else {"counties": numbers["counties"]})),),
        remarks=_how(side_by_side),
    )


def _how(side_by_side: CountyFigures) -> tuple[Message, ...]:
    published = side_by_side.latest["published"]
    calculated = (message("county-how"),) if not published.all() else ()
    return (*calculated, *((message("county-how-published"),) if published.any() else ()))


def _multiples(side_by_side: CountyFigures, identifier: str) -> Multiples:
    paths = side_by_side.paths[side_by_side.paths["indicator"] == identifier]
    middle = side_by_side.medians[side_by_side.medians["indicator"] == identifier]
    tested = side_by_side.trends[side_by_side.trends["indicator"] == identifier]
    tests = {(row["place"], row["kind"]): row for row in tested.astype(object).to_dict("records")}
    panels = tuple(
        _panel(place, identifier, own.sort_values("year"), middle, tests)
        for place, own in paths.groupby("place", sort=True)
    )
    return Multiples(
        section="area",
        indicator=identifier,
        heading=message("county-multiples-heading", indicator=IndicatorName(identifier)),
        panels=panels,
        reference=REFERENCE,
    )


def _panel(
    place: str, identifier: str, own: pd.DataFrame, middle: pd.DataFrame, tests: dict[Any, Any]
) -> TrendPanel:
    trend = tests.get((place, "trend"), {})
    relative = tests.get((place, "trend_relative"), {})
    last = finite(trend.get("last_year"))
    row = {**trend, "indicator": identifier, "place": place, "year": last}
    first = finite(trend.get("first_year"))
    shared = middle[middle["year"].isin(own["year"])].sort_values("year")
    return TrendPanel(
        indicator=identifier,
        unit=catalogue.indicator(identifier).unit,
        place=place,
        own=_series(own, "value", limits=True),
        country=_series(shared, "median") if len(shared) else None,
        region=None,
        breaks=catalogue.indicator(identifier).break_years,
        slope=change(row, "slope"),
        slope_lower=change(row, "lower", statistic="slope_lower"),
        slope_upper=change(row, "upper", statistic="slope_upper"),
        first_year=None if first is None else int(first),
        last_year=None if last is None else int(last),
        trend=verdict("trend", trend.get("verdict")),
        trend_to_country=verdict("trend", relative.get("verdict")),
        note=None,
    )


def _series(table: pd.DataFrame, column: str, *, limits: bool = False) -> Series:
    def numbers(name: str) -> tuple[float | None, ...]:
        return tuple(finite(value) for value in table[name])

    has = limits and table["lower"].notna().any()
    return Series(
        years=tuple(int(year) for year in table["year"]),
        values=numbers(column),
        lower=numbers("lower") if has else (),
        upper=numbers("upper") if has else (),
    )


def _table(side_by_side: CountyFigures, identifier: str) -> Table:
    latest = side_by_side.latest
    mine = latest[latest["indicator"] == identifier].sort_values("place")
    rows = tuple(
        (
            PlaceName(row["place"]),
            str(int(row["year"])),
            figure(row, kind="value" if row["published"] else "statistic"),
            figure(row, "lower"),
            figure(row, "upper"),
            verdict("comparison", row["verdict"]),
            message("county-published")
            if row["published"]
            else count(int(row["municipalities"]), "municipalities"),
        )
        for row in mine.to_dict("records")
    )
    names = ("county", "year", "value", "lower", "upper", "verdict", "municipalities-counted")
    return Table(
        section="annex",
        caption=message("county-latest-caption", indicator=IndicatorName(identifier)),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=rows,
        remarks=(message("county-remark-order"),),
    )
