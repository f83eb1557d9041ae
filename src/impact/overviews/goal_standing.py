"""How every municipality stands on every goal that an indicator measures, and with what odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from impact import catalogue
from impact.overviews.goal_facts import cautions
from impact.overviews.goal_odds import ODDS, goal_series, with_chances
from impact.overviews.model import Overview
from impact.planning import baseline_mean, goal_status, shared_status
from impact.planning.goals.classes import healthy_people_class
from impact.planning.goals.progress import targeted_change
from impact.planning.goals.ratio import progress_ratio, ratio_class
from impact.planning.goals.required import required_change
from impact.planning.goals.status import with_odds

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
    "target_year",
    "broken",
    "start_value",
    "start_error",
    "start_value_year",
    "stated_start",
    "revisions",
    *ODDS,
]


def goal_standing(figures: Overview, goals: Mapping[str, Any]) -> pd.DataFrame:
    """Return goal by municipality with newest figure, target, chance and verdict.

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
        baseline_last`, the limits of the distance to the target, and of the future: `target_year,
        horizon` (years from the newest figure), `chance` (0-1), `projected, projected_lower,
        projected_upper` (80 %), `required` (change a year), `ambition` (percentile of past
        changes), `progress` (per cent of the targeted change since `start_value`), `ratio,
        ratio_class` and `healthy_class` (other systems' words), `revisions` (how many),
        `cautions` (what is doubtful about the goal). `chance_reason` says why there is no chance.
    """
    tables = [
        _standing(figures, name, goal) for name, goal in goals.items() if goal.indicator is not None
    ]
    table = pd.concat(tables) if tables else pd.DataFrame(columns=COLUMNS)
    judged = goal_status(table.reset_index(drop=True))
    return _described(figures, with_odds(judged))


def _standing(figures: Overview, name: str, goal: Any) -> pd.DataFrame:
    mine = (figures.values["indicator"] == goal.indicator) & (figures.values["group"] == goal.group)
    values = figures.values[mine]
    recent = values[values["value"].notna() & (values["year"] >= figures.year - figures.max_age)]
    newest = recent.sort_values("year").drop_duplicates("place", keep="last")
    table = newest[
        ["place", "indicator", "group", "year", "value", "standard_error", "degrees_of_freedom"]
    ]
    rule = goal.current_target
    if rule.value is not None:
        table = table.assign(target=rule.value, target_standard_error=0.0)
    else:
        baseline = baseline_mean(values, first=rule.first, last=rule.last)
        table = table.merge(baseline.drop(columns="years"), on=["place", "indicator"], how="left")
    year = goal.current_target_year
    table = table.assign(
        goal=name,
        baseline_first=rule.first or 0,
        baseline_last=rule.last or 0,
        start_year=goal.start_year or rule.last or 0,
        direction=rule.direction or catalogue.indicator(goal.indicator).polarity,
        target_year=np.nan if year is None else float(year),
        stated_start=np.nan if goal.start_value is None else goal.start_value,
        revisions=len(goal.revisions),
    )
    table = _with_start(table, values, figures)
    comparable = table.assign(target=table["target"].mask(table["broken"]))
    odds = with_chances(comparable, goal_series(figures, goal.indicator, goal.group), year)
    return odds.assign(target=table["target"].to_numpy())[COLUMNS]


def _with_start(table: pd.DataFrame, values: pd.DataFrame, figures: Overview) -> pd.DataFrame:
    """Add the figure work started from, and whether the series breaks before the newest figure."""
    start_year = int(table["start_year"].max()) if len(table) else 0
    oldest = start_year - figures.max_age
    before = values[values["value"].notna() & values["year"].between(oldest, start_year)]
    start = before.sort_values("year").drop_duplicates("place", keep="last")
    start = start.set_index("place")[["year", "value", "standard_error"]].reindex(table["place"])
    breaks = figures.breaks[figures.breaks["indicator"].isin(table["indicator"])]
    first = table["baseline_first"].to_numpy(float)
    usable = ~_starts_anew(table, breaks, start["year"].to_numpy(float))
    return table.assign(
        broken=(first > 0) & _starts_anew(table, breaks, first),
        start_value=np.where(usable, start["value"].to_numpy(float), np.nan),
        start_error=np.where(usable, start["standard_error"].to_numpy(float), np.nan),
        start_value_year=np.where(usable, start["year"].to_numpy(float), np.nan),
    )


def _starts_anew(table: pd.DataFrame, breaks: pd.DataFrame, since: np.ndarray) -> np.ndarray:
    """Say whether a series starts anew after a year and not after its newest figure."""
    places, newest = table["place"].to_numpy(object), table["year"].to_numpy(float)
    found = np.zeros(len(table), dtype=bool)
    for place, year in breaks[["place", "year"]].itertuples(index=False):
        concerned = (place == "") | (places == place)
        found |= concerned & (since < year) & (year <= newest)
    return found


def _described(figures: Overview, table: pd.DataFrame) -> pd.DataFrame:
    """Add what is left to do, what is done, and other systems' words for it."""
    higher = (table["direction"] == "higher").to_numpy(bool)
    start, value, target = (
        table[name].to_numpy(float) for name in ("start_value", "value", "target")
    )
    target = np.where(table["broken"].to_numpy(bool), np.nan, target)
    from_year = table["start_value_year"].to_numpy(float)
    ratio = progress_ratio(
        start, value, target, table["year"] - from_year, table["target_year"] - from_year
    )
    sign = np.where(higher, 1.0, -1.0)
    ratio = np.where(sign * (target - start) > 0, ratio, np.nan)
    table = table.assign(
        progress=targeted_change(start, value, target, higher),
        required=required_change(value, target, table["horizon"].to_numpy(float), higher),
        ratio=ratio,
        ratio_class=ratio_class(ratio, sign * (value - target) >= 0),
        healthy_class=healthy_people_class(
            start,
            value,
            target,
            higher,
            start_error=table["start_error"].to_numpy(float),
            value_error=table["standard_error"].to_numpy(float),
        ),
    )
    return table.assign(cautions=cautions(figures, table))


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
