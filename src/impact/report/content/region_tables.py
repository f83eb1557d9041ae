"""The tables of a region's report: who improves, newest values, neighbours, pupils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Sentences, Table
from impact.report.content.numbers import change, figure, verdict
from impact.report.message import IndicatorName, Message, Number, PlaceName, Year, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from impact.overviews import Overview, RegionFigures


def improvers(region: RegionFigures) -> Table:
    """Return every clear change over time, by municipality; tested as one family."""
    rows = tuple(
        (
            PlaceName(row["place"]),
            IndicatorName(row["indicator"]),
            verdict("trend", row["verdict"]),
            change({**row, "year": row["last_year"]}, "slope"),
            f"{int(row['first_year'])}–{int(row['last_year'])}",
        )
        for row in region.improvers.to_dict("records")
    )
    names = ("place", "indicator", "trend", "slope", "years-used")
    remarks = () if rows else (message("region-improvers-none"),)
    return Table(
        section="area",
        heading=message("region-improvers-heading"),
        caption=message("region-improvers-caption"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=rows,
        remarks=remarks,
    )


def latest_values(region: RegionFigures, indicators: Sequence[str]) -> list[Table]:
    """Return a table of newest values per indicator, municipalities in alphabetical order."""
    tables = []
    for identifier in indicators:
        latest = region.latest[region.latest["indicator"] == identifier]
        if latest.empty:
            continue
        rows = tuple(
            (
                PlaceName(row["place"]),
                str(int(row["year"])),
                figure(row),
                figure(row, "lower"),
                figure(row, "upper"),
                verdict("comparison", row["verdict"]),
            )
            for row in latest.to_dict("records")
        )
        names = ("place", "year", "value", "lower", "upper", "verdict")
        caption = message("region-latest-caption", indicator=IndicatorName(identifier))
        tables.append(
            Table(
                section="annex",
                caption=caption,
                columns=tuple(message(f"column-{name}") for name in names),
                rows=rows,
                remarks=(message("region-remark-order"),),
            )
        )
    return tables


def neighbours(figures: Overview, places: Sequence[str], indicators: Sequence[str]) -> list[Table]:
    """Return the newest values of neighbouring municipalities, which get no report of their own.

    Parameters
    ----------
    figures
        The country's overview.
    places
        Codes of the neighbours; without any there is no table.
    indicators
        Ids to show.
    """
    rows = [
        (
            PlaceName(place),
            IndicatorName(identifier),
            str(int(row["year"])),
            figure(row),
            figure(row, "lower"),
            figure(row, "upper"),
            verdict("comparison", row["verdict"]),
        )
        for place in places
        for identifier, row in figures.at(place).latest.items()
        if identifier in indicators
    ]
    names = ("place", "indicator", "year", "value", "lower", "upper", "verdict")
    if not rows:
        return []
    return [
        Table(
            section="annex",
            caption=message("region-neighbours-caption"),
            columns=tuple(message(f"column-{name}") for name in names),
            rows=tuple(rows),
        )
    ]


def pupils(counts: pd.DataFrame, region: RegionFigures) -> Table | Sentences:
    """Return pupils by grade and municipality in the newest autumn.

    Parameters
    ----------
    counts
        Rows `place, indicator, year, group, value` of pupils with groups `grade:0` to `grade:9`.
    region
        The region's figures.
    """
    mine = counts[counts["place"].isin(region.places) & counts["group"].str.startswith("grade:")]
    if mine.empty:
        return Sentences(section="area", messages=(message("region-pupils-none"),))
    year = int(mine["year"].max())
    newest = mine[mine["year"] == year]
    grades = sorted(newest["group"].unique(), key=lambda group: int(group.split(":")[1]))
    by_place = dict(list(newest.groupby("place")))
    rows = []
    for place in region.places:
        own = by_place.get(place, newest.iloc[:0]).to_dict("records")
        cells = {row["group"]: figure(row) for row in own}
        rows.append((PlaceName(place), *(cells.get(grade) for grade in grades)))
    headings = [_grade_heading(grade) for grade in grades]
    return Table(
        section="area",
        heading=message("region-pupils-heading"),
        caption=message("region-pupils-caption", year=Year(year)),
        columns=(message("column-place"), *headings),
        rows=tuple(rows),
    )


def _grade_heading(group: str) -> Message:
    grade = int(group.split(":")[1])
    if grade == 0:
        return message("column-preschool-class")
    return message("column-grade", grade=Number(float(grade), decimals=0, kind="label"))
