"""Funnels: how much of a share of few people chance can explain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from impact import catalogue, places
from impact.report.content.numbers import count, figure
from impact.report.funnel_blocks import POSITIONS, Funnel, FunnelCurves, FunnelPoint
from impact.report.message import IndicatorName, Message, Number, PlaceName, Year, message

if TYPE_CHECKING:
    from impact.overviews import FunnelFigures, Overview, RegionFigures

FEWEST_POINTS = 5
NO_MORE_THAN_CHANCE = 1.05
"""Dispersion that would be printed as 1."""


def funnels(figures: Overview, chance: Mapping[str, FunnelFigures], place: str) -> list[Funnel]:
    """Return a funnel for every share that rests on fewer people than in the median municipality.

    Parameters
    ----------
    figures
        The country's overview.
    chance
        Funnels of the country by indicator.
    place
        Code of the municipality; it stands among the municipalities of its region.
    """
    here = figures.at(place)
    found = []
    for funnel in chance.values():
        own = funnel.table[funnel.table["place"] == place]
        if own.empty or not own["people"].item() < funnel.table["people"].median():
            continue
        found.append(_funnel(figures, funnel, _members(figures, here.region), place))
    return found


def region_funnels(
    figures: Overview, chance: Mapping[str, FunnelFigures], region: RegionFigures
) -> list[Funnel]:
    """Return a funnel for every share of persons, with the municipalities of the region.

    Parameters
    ----------
    figures
        The country's overview.
    chance
        Funnels of the country by indicator.
    region
        The region's figures.
    """
    blocks = [_funnel(figures, one, region.places, None) for one in chance.values()]
    return [block for block in blocks if len(block.points) >= FEWEST_POINTS]


def _members(figures: Overview, region: str) -> tuple[str, ...]:
    latest = figures.latest
    return places.alphabetical(latest.loc[latest["region"] == region, "place"].unique())


def _funnel(
    figures: Overview, funnel: FunnelFigures, shown: tuple[str, ...], own: str | None
) -> Funnel:
    rows = {row["place"]: row for row in funnel.table.to_dict("records")}
    points = tuple(_point(funnel, rows[code]) for code in shown if code in rows)
    unit = catalogue.indicator(funnel.indicator).unit
    decimals = catalogue.indicator(funnel.indicator).decimals
    name, year = IndicatorName(funnel.indicator), Year(funnel.year)
    curves = funnel.curves.to_dict("list")
    return Funnel(
        section="area",
        area=catalogue.indicator(funnel.indicator).area,
        indicator=funnel.indicator,
        year=funnel.year,
        heading=message("funnel-heading", indicator=name, year=year),
        finding=_finding(points, own),
        own=own,
        reference=Number(
            funnel.reference,
            unit=unit,
            decimals=decimals,
            statistic="country_median",
            indicator=funnel.indicator,
            place=figures.country,
            year=funnel.year,
        ),
        kind=figures.reference_kind(funnel.indicator),
        points=points,
        curves=FunnelCurves(**{key: tuple(values) for key, values in curves.items()}),
        remarks=_remarks(funnel),
    )


def _point(funnel: FunnelFigures, row: dict) -> FunnelPoint:
    known = {**row, "indicator": funnel.indicator, "year": funnel.year}
    return FunnelPoint(
        place=row["place"],
        people=figure(known, "people", unit="count", decimals=0),
        value=figure(known),
        position=row["position"],
    )


def _finding(points: tuple[FunnelPoint, ...], own: str | None) -> Message:
    mine = next((point for point in points if point.place == own), None)
    if mine is not None:
        name = f"funnel-own-{mine.position.replace('_', '-')}"
        return message(name, place=PlaceName(own), value=mine.value, people=mine.people)
    counts = [sum(point.position == position for point in points) for position in POSITIONS]
    names = dict(zip(("within", "beyond", "unusual"), counts, strict=True))
    numbers = {name: count(number, f"funnel_{name}") for name, number in names.items()}
    return message("funnel-region", points=count(len(points), "funnel_points"), **numbers)


def _remarks(funnel: FunnelFigures) -> tuple[Message, ...]:
    spread = message("funnel-remark-chance")
    if funnel.dispersion > NO_MORE_THAN_CHANCE:
        times = Number(funnel.dispersion, unit="number", decimals=1, statistic="dispersion")
        spread = message("funnel-remark-dispersion", dispersion=times)
    return (message("funnel-remark-size"), spread, message("funnel-remark-same"))
