"""The region's report: municipalities side by side, never ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact import catalogue
from impact.report.blocks import (
    Finding,
    Findings,
    Front,
    Sentences,
)
from impact.report.content.areas import area_name, trend_panel
from impact.report.content.effects import effect_line
from impact.report.content.front import read_between
from impact.report.content.numbers import change, count, figure, finite, reference_name, verdict
from impact.report.message import (
    IndicatorName,
    Number,
    PlaceName,
    Year,
    message,
)
from impact.report.region_blocks import (
    ChoroplethMap,
    MapArea,
    Multiples,
    Spread,
    SpreadPanel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from impact.overviews import Overview, RegionFigures
    from impact.store import Study

MOST_PANELS = 40
SHOWN = 5


def region_front(figures: Overview, region: RegionFigures, *, historical: bool = False) -> Front:
    """Return the front of a region's report: what changes in the median municipality."""
    words = region.median_trends["verdict"].value_counts()
    tested = int(region.median_trends["p_value"].notna().sum())
    judged = region.latest[region.latest["verdict"] != "not_comparable"]
    vintages = judged["vintage"] if len(judged) else region.latest["vintage"]
    notes = [read_between(vintages.min(), vintages.max())] if len(vintages) else []
    if historical and figures.newest_year:
        notes.insert(0, message("note-historical", year=Year(figures.newest_year)))
    place = PlaceName(region.code)
    if tested:
        numbers = {
            "improving": count(int(words.get("improving", 0)), "improving"),
            "worsening": count(int(words.get("worsening", 0)), "worsening"),
            "tested": count(tested, "tested"),
        }
        changed = int(words.get("improving", 0)) + int(words.get("worsening", 0))
        name = "headline-region" if changed else "headline-region-none"
        kept = numbers if changed else {"tested": numbers["tested"]}
        headline = message(name, place=place, **kept)
    else:
        headline = message("headline-region-untestable", place=place)
    return Front(
        section="front",
        subject=place,
        kind="region",
        year=figures.year,
        data_until=region.newest_vintage or figures.newest_vintage,
        headline=headline,
        notes=tuple(notes),
    )


def region_findings(figures: Overview, region: RegionFigures) -> Findings:
    """Return what changes clearly in the median municipality of the region."""
    trends = region.median_trends
    found = trends[trends["verdict"].isin(["improving", "worsening", "increasing", "decreasing"])]
    ordered = found.sort_values("p_value").to_dict("records")
    items = tuple(
        Finding(
            message=message(
                f"finding-median-{row['verdict']}",
                indicator=IndicatorName(row["indicator"]),
                slope=change({**row, "place": region.code, "year": row["last_year"]}, "slope"),
                first=Year(int(row["first_year"])),
                last=Year(int(row["last_year"])),
            ),
            verdict=verdict("trend", row["verdict"]),
            indicator=row["indicator"],
        )
        for row in ordered[:SHOWN]
    )
    tests = int(trends["p_value"].notna().sum())
    remarks = [message("findings-rule", tests=count(tests, "tests"))] if tests else []
    if len(ordered) > SHOWN:
        more = count(len(ordered) - SHOWN, "more")
        remarks.insert(0, message("findings-more", count=more))
    none = None if items else message("region-findings-none")
    return Findings(section="where_now", items=items, none=none, remarks=tuple(remarks))


def region_track(
    region: RegionFigures, together: pd.DataFrame, evaluations: Iterable[Study] = ()
) -> Sentences:
    """Return page one's verdict line of a region: goals together, and how far apart."""
    words = together["verdict"].value_counts()
    lines = []
    if len(together):
        found = ("reached", "not_yet", "cannot_tell")
        numbers = {word: count(int(words.get(word, 0)), word) for word in found}
        total = count(len(together), "goals")
        lines.append(message("track-goals-together", total=total, **numbers))
    lines.extend(spread_findings(region).messages)
    lines.append(effect_line(evaluations, region.code))
    return Sentences(section="on_track", messages=tuple(lines))


def spread(region: RegionFigures) -> list[Spread]:
    """Return how far apart the municipalities are over time, area by area: equal quality."""
    panels: dict[str, list[SpreadPanel]] = {}
    for identifier, table in region.spread.groupby("indicator", sort=False):
        area = catalogue.indicator(identifier).area
        panels.setdefault(area, []).append(
            _spread_panel(identifier, table.sort_values("year"), region)
        )
    shown = [area for area in catalogue.AREAS if area in panels]
    return [
        Spread(
            section="area",
            area=area,
            heading=message("region-spread-heading", area=area_name(area)),
            panels=tuple(panels[area]),
            remarks=(message("region-spread-chance"),) if area == shown[0] else (),
        )
        for area in shown
    ]


def spread_findings(region: RegionFigures) -> Sentences:
    """Return where municipalities come closer to each other or move apart."""
    words = {"improving": "narrowing", "worsening": "widening"}
    lines = tuple(
        message(f"region-spread-{words[row['verdict']]}", indicator=IndicatorName(identifier))
        for identifier, row in region.spread_trends.items()
        if row["verdict"] in words
    )
    return Sentences(
        section="area",
        heading=message("region-equality-heading"),
        messages=lines or (message("region-spread-none"),),
    )


def _spread_panel(identifier: str, table: pd.DataFrame, region: RegionFigures) -> SpreadPanel:
    def column(name: str) -> tuple[float | None, ...]:
        return tuple(finite(value) for value in table[name])

    trend = region.spread_trends.get(identifier, {})
    ends = table[["indicator", "year", "spread"]].assign(place=region.code).to_dict("records")
    return SpreadPanel(
        indicator=identifier,
        unit=catalogue.indicator(identifier).unit,
        years=tuple(int(year) for year in table["year"]),
        low=column("low"),
        median=column("median"),
        high=column("high"),
        country_low=column("country_low"),
        country_high=column("country_high"),
        spread_first=figure(ends[0], "spread"),
        spread_last=figure(ends[-1], "spread"),
        trend=verdict("trend", trend.get("verdict")),
        chance=_chance(identifier, region),
    )


def _chance(identifier: str, region: RegionFigures) -> Number | None:
    if identifier not in region.chance_share:
        return None
    year, share = region.chance_share[identifier]
    return Number(
        100 * share,
        unit="percent",
        decimals=0,
        statistic="chance_share",
        indicator=identifier,
        place=region.code,
        year=year,
    )


def multiples(
    figures: Overview, region: RegionFigures, indicators: Sequence[str]
) -> list[Multiples | Sentences]:
    """Return one panel per municipality of each indicator; only where they can be read.

    Parameters
    ----------
    figures, region
        The country's overview and the region's part of it.
    indicators
        Ids to show; those without figures are left out.
    """
    if len(region.places) > MOST_PANELS:
        return []
    shown: list[Multiples | Sentences] = []
    for identifier in indicators:
        heres = [figures.at(place) for place in region.places]
        panels = tuple(
            trend_panel(figures, here, identifier) for here in heres if identifier in here.latest
        )
        if panels:
            heading = message("region-multiples-heading", indicator=IndicatorName(identifier))
            shown.append(
                Multiples(
                    section="area",
                    indicator=identifier,
                    heading=heading,
                    panels=panels,
                    reference=figures.reference_kind(identifier),
                )
            )
    return shown


def maps(
    figures: Overview, region: RegionFigures, indicators: Sequence[str]
) -> list[ChoroplethMap]:
    """Return a map per indicator, coloured by how each municipality compares."""
    shown = []
    for identifier in indicators:
        table = region.latest[region.latest["indicator"] == identifier]
        if table.empty:
            continue
        year = int(table["year"].max())
        rows = table[table["year"] == year].to_dict("records")
        known = {row["place"]: row for row in rows}
        areas = tuple(
            MapArea(
                place=place,
                value=figure(known[place]) if place in known else None,
                verdict=verdict("comparison", known.get(place, {}).get("verdict")),
            )
            for place in region.places
        )
        against = reference_name(figures.country, figures.reference_kind(identifier))
        names = {"indicator": IndicatorName(identifier), "reference_name": against}
        heading = message("region-map-heading", year=Year(year), **names)
        shown.append(
            ChoroplethMap(
                section="area", indicator=identifier, year=year, heading=heading, areas=areas
            )
        )
    return shown
