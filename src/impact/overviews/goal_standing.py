"""How every municipality stands on every goal that an indicator measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from impact import catalogue
from impact.overviews.model import Overview
from impact.planning import baseline_mean, goal_status, shared_status

COLUMNS = [
    "goal",
    "place",
    "indicator",
    "year",
    "value",
    "standard_error",
    "degrees_of_freedom",
    "target",
    "target_standard_error",
    "start_year",
    "direction",
    "baseline_first",
    "baseline_last",
    "group",
]


def goal_standing(figures: Overview, goals: Mapping[str, Any]) -> pd.DataFrame:
    """Return goal by municipality with newest figure, target and verdict.

    Parameters
    ----------
    figures
        The country's overview.
    goals
        Goals of a plan by id; those without an indicator are passed over.

    Returns
    -------
    pandas.DataFrame
        As `impact.planning.goal_status`, with `goal, place, indicator, baseline_first,
        baseline_last` and the limits of the distance to the target.
    """
    tables = [
        _standing(figures, name, goal) for name, goal in goals.items() if goal.indicator is not None
    ]
    table = pd.concat(tables) if tables else pd.DataFrame(columns=COLUMNS)
    return goal_status(table.reset_index(drop=True))


def _standing(figures: Overview, name: str, goal: Any) -> pd.DataFrame:
    mine = (figures.values["indicator"] == goal.indicator) & (figures.values["group"] == goal.group)
    values = figures.values[mine]
    recent = values[values["value"].notna() & (values["year"] >= figures.year - figures.max_age)]
    newest = recent.sort_values("year").drop_duplicates("place", keep="last")
    table = newest[
        ["place", "indicator", "group", "year", "value", "standard_error", "degrees_of_freedom"]
    ]
    rule = goal.target
    if rule.value is not None:
        table = table.assign(target=rule.value, target_standard_error=0.0)
    else:
        baseline = baseline_mean(values, first=rule.first, last=rule.last)
        table = table.merge(baseline.drop(columns="years"), on=["place", "indicator"], how="left")
    return table.assign(
        goal=name,
        baseline_first=rule.first or 0,
        baseline_last=rule.last or 0,
        start_year=goal.start_year or rule.last or 0,
        direction=rule.direction or catalogue.indicator(goal.indicator).polarity,
    )[COLUMNS]


def shared_standing(standing: pd.DataFrame, places: Sequence[str]) -> pd.DataFrame:
    """Return how the municipalities of a region stand on each goal together.

    Parameters
    ----------
    standing
        Result of `goal_standing`.
    places
        Codes of the region's municipalities.
    """
    return shared_status(standing[standing["place"].isin(places)])
