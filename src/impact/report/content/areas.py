"""The areas of development: position, path over time and differences between groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact import catalogue
from impact.report.blocks import (
    Barometer,
    BarometerRow,
    Block,
    GapRow,
    Gaps,
    Series,
    Table,
    TrendPanel,
    Trends,
)
from impact.report.content.numbers import change, count, figure, finite, reference_name, verdict
from impact.report.message import (
    IndicatorName,
    Message,
    Number,
    Year,
    message,
)

if TYPE_CHECKING:
    from impact.overviews import Overview, PlaceFigures

CONTEXT = "context"


def areas(figures: Overview, place: str) -> list[Block]:
    """Return barometer, trends and groups of every area that has figures, in a fixed order."""
    here = figures.at(place)
    found: list[Block] = []
    for area in catalogue.AREAS:
        if area != CONTEXT:
            found.extend(_area(figures, here, area))
    return found


def _area(figures: Overview, here: PlaceFigures, area: str) -> list[Block]:
    ids = [identifier for identifier in here.latest if catalogue.indicator(identifier).area == area]
    if not ids:
        return []
    reference = figures.reference_kind(*ids)
    barometer = Barometer(
        section="area",
        area=area,
        heading=_heading(figures, here, area, ids),
        rows=tuple(_position(figures, here, identifier) for identifier in ids),
        reference=reference,
    )
    trends = Trends(
        section="area",
        area=area,
        heading=message("area-trends-heading", area=area_name(area)),
        panels=tuple(trend_panel(figures, here, identifier) for identifier in ids),
        reference=reference,
    )
    gaps = [here.gaps[identifier] for identifier in ids if identifier in here.gaps]
    groups = Gaps(
        section="area",
        area=area,
        rows=tuple(_gap(row) for row in gaps),
        remarks=(message("gap-remark" if gaps else "gaps-none"),),
    )
    return [barometer, trends, groups]


def area_name(area: str) -> Message:
    """Return the name of an area of development."""
    return message(f"area-{area.replace('_', '-')}")


def _heading(figures: Overview, here: PlaceFigures, area: str, ids: list[str]) -> Message:
    words = Counter(
        row["verdict"]
        for row in here.findings
        if row["kind"] == "comparison" and row["indicator"] in ids
    )
    tested = len(here.tested_ids("comparison").intersection(ids))
    names = {
        "area": area_name(area),
        "reference_name": reference_name(figures.country, figures.reference_kind(*ids)),
    }
    better, worse = count(words["better"], "better"), count(words["worse"], "worse")
    all_tested = count(tested, "tested")
    if not tested:
        return message("area-heading-untested", area=names["area"])
    if words["better"] and words["worse"]:
        return message(
            "area-heading-both", area=names["area"], better=better, worse=worse, tested=all_tested
        )
    if words["better"]:
        return message("area-heading-better", better=better, tested=all_tested, **names)
    if words["worse"]:
        return message("area-heading-worse", worse=worse, tested=all_tested, **names)
    return message("area-heading-none", **names)


def _position(figures: Overview, here: PlaceFigures, identifier: str) -> BarometerRow:
    row = here.latest[identifier]
    country = {"place": figures.country}
    trend, relative = here.trends.get(identifier, {}), here.relative.get(identifier, {})
    return BarometerRow(
        indicator=identifier,
        year=int(row["year"]),
        value=figure(row),
        lower=figure(row, "lower"),
        upper=figure(row, "upper"),
        country=figure(row, "country_median", **country),
        region=figure(row, "region_median", place=here.region),
        peers=figure(row, "peers_median"),
        country_low=figure(row, "country_low", **country),
        country_high=figure(row, "country_high", **country),
        comparison=verdict("comparison", row["verdict"]),
        trend=verdict("trend", trend.get("verdict")),
        trend_to_country=verdict("trend", relative.get("verdict")),
        note=_note(figures, here, row),
    )


def _note(figures: Overview, here: PlaceFigures, row: dict) -> Message | None:
    if int(row["year"]) < here.newest_year_of.get(row["indicator"], figures.year):
        return message("row-note-old", year=Year(int(row["year"])))
    if row["basis"] == "none":
        return message("row-note-no-uncertainty")
    return None


def trend_panel(figures: Overview, here: PlaceFigures, identifier: str) -> TrendPanel:
    """Return the path of one indicator beside the country's and the region's median."""
    own = here.series[identifier]
    trend = here.trends.get(identifier, {})
    relative = here.relative.get(identifier, {})
    years = tuple(int(year) for year in own["year"])
    tested = {**trend, "indicator": identifier, "place": here.place, "year": trend.get("last_year")}
    return TrendPanel(
        indicator=identifier,
        unit=catalogue.indicator(identifier).unit,
        place=here.place,
        own=Series(
            years=years,
            values=tuple(finite(value) for value in own["value"]),
            lower=tuple(finite(value) for value in own["lower"]),
            upper=tuple(finite(value) for value in own["upper"]),
        ),
        country=_path(figures.country_path(identifier), years),
        region=_path(figures.region_path(here.region, identifier), years),
        breaks=here.breaks.get(identifier, ()),
        slope=change(tested, "slope"),
        slope_lower=change(tested, "lower", statistic="slope_lower"),
        slope_upper=change(tested, "upper", statistic="slope_upper"),
        first_year=_year(trend.get("first_year")),
        last_year=_year(trend.get("last_year")),
        trend=verdict("trend", trend.get("verdict")),
        trend_to_country=verdict("trend", relative.get("verdict")),
        note=_reason(trend, figures.minimum_years),
    )


def _year(value: object) -> int | None:
    number = finite(value)
    return None if number is None else int(number)


def _path(path: dict[int, float], years: tuple[int, ...]) -> Series | None:
    shared = tuple(year for year in years if year in path)
    if not shared:
        return None
    return Series(years=shared, values=tuple(finite(path[year]) for year in shared))


def _reason(trend: Mapping[str, Any], minimum: int) -> Message | None:
    reason = trend.get("reason")
    if reason in ("short", "gap", "break"):
        return message("row-note-short", years=count(minimum, "minimum_years"))
    if reason == "old":
        return message("row-note-old", year=Year(int(trend["last_year"])))
    return message("row-note-window") if reason == "window" else None


def _gap(row: dict) -> GapRow:
    female: Number | None = figure(row, "female", kind="value", statistic="value", group="female")
    male: Number | None = figure(row, "male", kind="value", statistic="value", group="male")
    return GapRow(
        indicator=row["indicator"],
        year=int(row["year"]),
        female=female,
        male=male,
        difference=change(row, "difference", group="female-male"),
        verdict=verdict("comparison", row["verdict"]),
        country_difference=change(row, "country_difference", group="female-male"),
    )


def context_table(figures: Overview, place: str) -> Table | Block:
    """Return neutral background figures beside the country's and the region's median."""
    here = figures.at(place)
    ids = [identifier for identifier in here.latest if identifier not in here.compared]
    rows = []
    for identifier in ids:
        row = here.latest[identifier]
        rows.append(
            (
                IndicatorName(identifier),
                str(int(row["year"])),
                figure(row),
                figure(row, "region_median", place=here.region),
                figure(row, "country_median", place=figures.country),
            )
        )
    names = ("indicator", "year", "value", "region", "country")
    return Table(
        section="area",
        heading=area_name(CONTEXT),
        caption=message("table-context"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(rows),
    )
