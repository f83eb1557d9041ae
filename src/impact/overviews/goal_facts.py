"""What is doubtful about a goal, once it meets the figures."""

from __future__ import annotations

from typing import Any

import pandas as pd

from impact import catalogue
from impact.overviews.model import Overview
from impact.planning.goals.checks import GoalFacts, check_goal


def cautions(figures: Overview, standing: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return the checks that found something, for each row of a table of goals.

    Parameters
    ----------
    figures
        The country's overview.
    standing
        Rows of `goal_standing` before this column is added.
    """
    known = {name: _described(figures, name) for name in standing["indicator"].unique()}
    starts = {name: _breaks(figures, name) for name in known}
    series = _series(figures, standing)
    found = []
    for row in standing.to_dict("records"):
        years, values = series[row["indicator"], row["group"], row["place"]]
        own = {**known[row["indicator"]], "break_years": starts[row["indicator"]](row["place"])}
        own |= {"years": years, "values": values}
        found.append(tuple(remark.check for remark in check_goal(_facts(row, own))))
    return found


def _described(figures: Overview, name: str) -> dict[str, Any]:
    unit = catalogue.indicator(name)
    lag = max(figures.year - figures.newest_year_of.get(name, figures.year), 0)
    return {
        "lower_limit": unit.lower_limit,
        "upper_limit": unit.upper_limit,
        "publication_lag": lag,
    }


def _series(figures: Overview, standing: pd.DataFrame) -> dict[tuple, tuple]:
    """Years and values of every series in question, oldest first."""
    keys = ["indicator", "group", "place"]
    wanted = standing[["indicator", "group"]].drop_duplicates()
    rows = figures.values[[*keys, "year", "value"]].dropna(subset="value")
    rows = rows.merge(wanted, on=["indicator", "group"]).sort_values("year", kind="stable")
    found: dict[tuple, tuple[list, list]] = {}
    columns = (rows[name].tolist() for name in (*keys, "year", "value"))
    for *key, year, value in zip(*columns, strict=True):
        years, values = found.setdefault(tuple(key), ([], []))
        years.append(int(year))
        values.append(float(value))
    return {key: (tuple(years), tuple(values)) for key, (years, values) in found.items()}


def _breaks(figures: Overview, name: str) -> Any:
    table = figures.breaks[figures.breaks["indicator"] == name]
    years = table.groupby("place")["year"].agg(tuple).to_dict()
    return lambda place: (*years.get("", ()), *years.get(place, ()))


def _facts(row: dict[str, Any], own: dict[str, Any]) -> GoalFacts:
    start = _number(row["start_value"])
    year = _number(row["target_year"])
    return GoalFacts(
        direction=row["direction"],
        target=None if row["broken"] else _number(row["target"]),
        target_year=None if year is None else int(year),
        start_year=int(row["start_year"] if start is None else row["start_value_year"]) or None,
        stated_start=_number(row.get("stated_start")),
        start_error=_number(row["start_error"]),
        ambition=_number(row["ambition"]),
        **own,
    )


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
