"""A funnel and a table of groups built by hand, for the sample pages."""

from __future__ import annotations

import math

import sample

from impact.report.blocks import Table
from impact.report.funnel_blocks import POSITIONS, Funnel, FunnelCurves, FunnelPoint
from impact.report.message import GroupName, IndicatorName, Number, PlaceName, Year, message

MIDDLE = 84.0


def funnel(row: tuple, own: str | None) -> Funnel:
    """Return a funnel of the sample's municipalities, with or without one of them as its own."""
    points = tuple(_point(row, place, at) for at, place in enumerate(sample.MEMBERS))
    people = tuple(20 * 1.1**step for step in range(60))
    name = {"indicator": IndicatorName(row[0]), "year": Year(2024)}
    counts = {
        key: sample.count(number)
        for key, number in zip(("within", "beyond", "unusual"), (5, 4, 4), strict=True)
    }
    finding = message("funnel-region", points=sample.count(len(points)), **counts)
    if own:
        first = points[0]
        finding = message(
            "funnel-own-within", place=PlaceName(own), value=first.value, people=first.people
        )
    return Funnel(
        section="area", area="learning", indicator=row[0], year=2024,
        heading=message("funnel-heading", **name), finding=finding, own=own,
        reference=sample.figure(row, MIDDLE, statistic="country_median", place="SE"),
        kind="median", points=points, curves=_curves(people),
        remarks=(
            message("funnel-remark-size"),
            message("funnel-remark-dispersion", dispersion=Number(2.8, unit="number", decimals=1)),
        ),
    )  # fmt: skip


def _point(row: tuple, place: str, at: int) -> FunnelPoint:
    people = Number(40.0 * 1.4**at, unit="count", decimals=0, statistic="people", place=place)
    value = sample.figure(row, 78.0 + at, kind="value", place=place)
    return FunnelPoint(place, people, value, POSITIONS[at % 3])


def _curves(people: tuple[float, ...]) -> FunnelCurves:
    half = [100 / math.sqrt(number) for number in people]
    return FunnelCurves(
        people,
        tuple(MIDDLE - h for h in half),
        tuple(min(100.0, MIDDLE + h) for h in half),
        tuple(MIDDLE - 3 - h for h in half),
        tuple(min(100.0, MIDDLE + 3 + h) for h in half),
    )


def groups(row: tuple) -> Table:
    """Return groups of every kind with a figure each."""
    names = ("female&language:se", "residence:rural", "distance:2-5", "distance:5", "age:07-15")
    rows = tuple(
        (IndicatorName(row[0]), GroupName(name), sample.figure(row, 70.0 + at, group=name))
        for at, name in enumerate(names)
    )
    return Table(
        section="area",
        heading=message("groups-heading"),
        caption=message("equal-groups-caption"),
        columns=tuple(message(f"column-{name}") for name in ("indicator", "group", "value")),
        rows=rows,
        remarks=(message("equal-groups-remark"),),
    )
