"""Numbers, names and drawings that reports on pupils of the coming years share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from impact.report.blocks import Series
from impact.report.content.numbers import finite
from impact.report.message import Interval, Message, Number, Year, message
from impact.report.planning_blocks import FanPanel, Fans

if TYPE_CHECKING:
    from impact.overviews import PupilForecast

SECTION = "forecasts"
HOME_AGE = "home_age"
FIRST_DRAWN = 10
"""Counted years drawn before the newest one."""
WORST_HELD = 70.0
"""Per cent held one year ahead, below which the reader is told of the year."""
WHOLE_SCHOOL = ("grades:0-9", "grades:1-10")


def count(
    value: object, statistic: str, place: str, year: int | None = None, about: str | None = None
) -> Number:
    """Return a number of persons, of one group of grades where several have the same year."""
    at, name = None if year is None else int(year), f"pupils_{statistic}"
    return Number(finite(value), "count", 0, statistic=name, place=place, year=at, about=about)


def per_cent(
    value: object,
    statistic: str,
    place: str | None,
    year: int | None = None,
    about: str | None = None,
) -> Number:
    """Return a per cent with one decimal, of so many years ahead where several are told."""
    at, name = None if year is None else int(year), f"pupils_{statistic}"
    return Number(finite(value), "percent", 1, statistic=name, place=place, year=at, about=about)


def ahead_by(horizon: object) -> str:
    """Return what tells numbers of so many years ahead apart in the table of values."""
    return f"{int(horizon)} ahead"


def group_name(group: str) -> Message:
    """Return the words for grades that are shown together."""
    return message(f"pupil-group-{group.replace(':', '-')}")


def shown_horizons(coverage: pd.DataFrame, fewest: float) -> dict[str, int]:
    """Return how many years ahead each group is shown: as long as ranges held enough outcomes.

    Parameters
    ----------
    coverage
        Rows `group, horizon, coverage`, per cent.
    fewest
        Per cent. One year ahead is always shown.
    """
    found = {}
    for group, rows in coverage.sort_values("horizon").groupby("group"):
        enough = (rows["coverage"] >= fewest).tolist()
        found[str(group)] = max(next((at for at, one in enumerate(enough) if not one), 99), 1)
        found[str(group)] = min(found[str(group)], len(enough))
    return found


def outlook(
    rows: pd.DataFrame, ahead: PupilForecast, held: dict[str, int], years: int, place: str
) -> tuple[Message, ...]:
    """Return a sentence on the whole school and on those who leave it: more, fewer, or unclear."""
    whole = [name for name in WHOLE_SCHOOL if name in held]
    said = []
    for group in (*whole, ahead.leaving):
        horizon = min(years, held[group])
        mine = rows[rows["group"] == group]
        now = mine[(mine["horizon"] == 0)]["pupils"]
        then = mine[(mine["horizon"] == horizon) & (mine["scenario"] == "central")]
        if now.empty or then.empty or finite(then["lower"].iloc[0]) is None:
            continue
        row, today = then.iloc[0], float(now.iloc[0])
        target = int(row["year"])
        way = "more" if row["lower"] > today else "fewer" if row["upper"] < today else "unclear"
        said.append(
            message(
                f"pupil-outlook-{way}",
                group=group_name(group),
                now=count(today, "counted", place, ahead.origin, group),
                year=Year(ahead.origin),
                then=count(row["pupils"], "central", place, target, group),
                range=interval(row, place),
                target=Year(target),
            )
        )
    return tuple(said)


def interval(row: Mapping, place: str) -> Interval | None:
    """Return the range of a forecast, None where a limit is missing."""
    ends = {name: finite(row[name]) for name in ("lower", "upper")}
    if None in ends.values():
        return None
    year, group = int(row["year"]), row["group"]
    return Interval(*(count(end, name, place, year, group) for name, end in ends.items()))


def fans(
    rows: pd.DataFrame, ahead: PupilForecast, held: dict[str, int], fewest: float, place: str
) -> Fans:
    """Return one panel per group of grades, with the scenarios and what to know of the ranges."""
    groups = [name for name in ahead.group_names if name not in WHOLE_SCHOOL]
    children = ahead.basis == HOME_AGE
    return Fans(
        section=SECTION,
        heading=message("pupil-fans-children" if children else "pupil-fans"),
        axis=message("pupil-axis-children" if children else "pupil-axis"),
        panels=tuple(_panel(rows[rows["group"] == name], name, held[name]) for name in groups),
        remarks=_remarks(rows, ahead, held, fewest, place),
    )


def _panel(rows: pd.DataFrame, group: str, longest: int) -> FanPanel:
    drawn = rows[rows["horizon"].between(-FIRST_DRAWN, longest)].sort_values("year")
    by_scenario: dict[str, list[dict]] = {}
    for row in drawn.to_dict("records"):
        by_scenario.setdefault(row["scenario"], []).append(row)

    def series(scenario: str, limits: bool = False) -> Series:
        mine = by_scenario.get(scenario, [])
        ends = [tuple(finite(row[end]) for row in mine) for end in ("lower", "upper")]
        years = tuple(int(row["year"]) for row in mine)
        values = tuple(float(row["pupils"]) for row in mine)
        return Series(years, values, *(ends if limits else ()))

    others = (
        (message("pupil-line-no-migration"), series("no_migration")),
        (message("pupil-line-last-three"), series("last_three")),
    )
    central = series("central", limits=True)
    return FanPanel(group_name(group), "count", 0, series("counted"), central, others)


def _remarks(
    rows: pd.DataFrame, ahead: PupilForecast, held: dict[str, int], fewest: float, place: str
) -> tuple[Message, ...]:
    total = rows["place"].eq("").all()
    table = ahead.region_coverage if total else ahead.backtest
    table = table if total else table[table["method"] == "central"]
    mine = table[table["group"] == ahead.leaving].set_index("horizon")["coverage"]
    longest = held[ahead.leaving]
    counted = "home" if ahead.basis == HOME_AGE else "school"
    remarks = [
        message(f"pupil-counted-{counted}", year=Year(ahead.origin)),
        message("pupil-method", constant=count(ahead.shrinkage, "shrinkage", place)),
        message("pupil-beginners-children" if counted == "home" else "pupil-beginners"),
        message(
            "pupil-coverage-region" if total else "pupil-coverage",
            group=group_name(ahead.leaving),
            short=per_cent(mine.get(1), "coverage", None, about=ahead_by(1)),
            years=count(longest, "horizon", place),
            long=per_cent(mine.get(longest), "coverage", None, about=ahead_by(longest)),
        ),
    ]
    cut = any(years < rows["horizon"].max() for years in held.values())
    if cut:
        remarks.append(message("pupil-cut", fewest=Number(fewest, "percent", 0, kind="label")))
    shown = rows[(rows["horizon"] <= rows["group"].map(held)) & rows["extended"].astype(bool)]
    if len(shown):
        remarks.append(message("pupil-extended"))
    return (*remarks, *_worst(ahead))


def _worst(ahead: PupilForecast) -> tuple[Message, ...]:
    """Return the year whose forecasts were worst, where ranges held too few outcomes."""
    mine = ahead.by_origin
    mine = mine[(mine["group"] == ahead.leaving) & (mine["horizon"] == 1)].dropna(subset="coverage")
    if mine.empty or mine["coverage"].min() >= WORST_HELD:
        return ()
    row = mine.loc[mine["coverage"].idxmin()]
    held = per_cent(row["coverage"], "coverage", None, int(row["origin"]), ahead_by(1))
    return (message("pupil-worst", year=Year(int(row["origin"])), held=held),)
