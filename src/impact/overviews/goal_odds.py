"""The chance that a municipality reaches a target, from what all municipalities have done before.

What all share, the rule, is rounded before it meets a municipality's own figures; see `rounding`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from impact import catalogue
from impact.overviews.model import Overview
from impact.overviews.rounding import COARSE, to_decimals, to_steps
from impact.planning.goals.ambition import ambition_percentile, past_changes
from impact.planning.goals.odds import PooledRule, chance_of_reaching, recent_mean
from impact.planning.goals.recalibrate import QUANTILE, calibrated_rule

FEWEST_POINTS = 3
SLOPE_DECIMALS = 2
CHANCE_DECIMALS = 2
"""Whole per cent, as shown: what is called on track at 80 % is shown as 80 % or more."""
ODDS = (
    "horizon",
    "chance",
    "projected",
    "projected_lower",
    "projected_upper",
    "ambition",
    "chance_reason",
)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """All municipalities' figures of one indicator and group since its last break.

    Parameters
    ----------
    indicator
        Its id.
    places, years
        Rows and columns of `values`; the years are consecutive.
    values
        Missing where there is no figure.
    sizes
        Inhabitants.
    """

    indicator: str
    places: pd.Index
    years: np.ndarray
    values: np.ndarray
    sizes: np.ndarray


def goal_series(figures: Overview, indicator: str, group: str) -> Series:
    """Return the figures a rule may learn from: after declared breaks, without excluded years.

    Parameters
    ----------
    figures
        The country's overview.
    indicator, group
        What the goal is measured by.
    """
    mine = (figures.values["indicator"] == indicator) & (figures.values["group"] == group)
    rows = figures.values.loc[mine, ["place", "year", "value"]].dropna()
    rows = rows[~rows["year"].isin(catalogue.indicator(indicator).excluded_years)]
    known = (figures.breaks["indicator"] == indicator) & (figures.breaks["year"] <= figures.year)
    breaks = figures.breaks[known]
    everywhere = breaks.loc[breaks["place"] == "", "year"]
    if len(everywhere):
        rows = rows[rows["year"] >= int(everywhere.max())]
    if rows.empty:
        empty = np.empty((0, 0))
        return Series(indicator, pd.Index([]), np.empty(0, int), empty, np.empty(0))
    wide = rows.pivot(index="place", columns="year", values="value").sort_index()
    years = np.arange(int(wide.columns.min()), int(wide.columns.max()) + 1)
    wide = wide.reindex(columns=years)
    values = wide.to_numpy(float, copy=True)
    for place, year in breaks.loc[breaks["place"] != "", ["place", "year"]].itertuples(index=False):
        if place in wide.index:
            values[wide.index.get_loc(place), years < year] = np.nan
    sizes = figures.population.reindex(wide.index).astype(float)
    return Series(
        indicator, wide.index, years, values, sizes.fillna(sizes.median()).fillna(1.0).to_numpy()
    )


def with_chances(table: pd.DataFrame, series: Series, target_year: int | None) -> pd.DataFrame:
    """Return one goal by municipality with the chance of reaching its target.

    Parameters
    ----------
    table
        Rows `place, year, value, target, direction` of one goal, one row per municipality.
    series
        All municipalities' figures.
    target_year
        None where the goal names none.

    Returns
    -------
    pandas.DataFrame
        With `horizon` (years from the newest figure), `chance` (0-1), `projected`,
        `projected_lower, projected_upper` (80 %), `ambition` (percentile) and `chance_reason`: why
        there is no chance (no_target_year, due, few_points, no_rule) or nothing.
    """
    table = table.reset_index(drop=True)
    horizon = (target_year or np.nan) - table["year"].astype(float)
    table = table.assign(
        **dict.fromkeys(ODDS[1:-1], np.nan), horizon=horizon, chance_reason="no_target_year"
    )
    if target_year is None:
        return table
    table["chance_reason"] = np.where(horizon <= 0, "due", "no_rule")
    for years in sorted({int(each) for each in horizon.dropna() if each > 0}):
        mine = table.index[horizon == years]
        _fill(table, mine, series, years)
    return table


def _fill(table: pd.DataFrame, mine: pd.Index, series: Series, horizon: int) -> None:
    rule = shared_rule(series, horizon)
    rows = table.loc[mine]
    at = series.places.get_indexer(rows["place"])
    column = rows["year"].to_numpy(int) - (series.years[0] if len(series.years) else 0)
    inside = (at >= 0) & (column >= 0)
    points = np.isfinite(series.values).sum(axis=1)[at] if len(series.places) else np.zeros(len(at))
    enough = inside & (points >= FEWEST_POINTS)
    table.loc[mine[~enough], "chance_reason"] = "few_points"
    if rule is None or not enough.any():
        return
    rows, mine, at, column = rows[enough], mine[enough], at[enough], column[enough]
    recent = np.full(len(at), np.nan)
    for year in np.unique(column):
        recent[column == year] = recent_mean(series.values[at[column == year]], year)
    higher = (rows["direction"] == "higher").to_numpy()
    target, value = rows["target"].to_numpy(float), rows["value"].to_numpy(float)
    mean, spread = rule.project(value, recent, series.sizes[at])
    spread = to_steps(spread, COARSE)
    unit = catalogue.indicator(series.indicator)
    found = {
        "chance": chance_of_reaching(target, mean, spread, higher),
        "projected": mean,
        "projected_lower": mean - QUANTILE * spread,
        "projected_upper": mean + QUANTILE * spread,
    }
    for name in ("projected", "projected_lower", "projected_upper"):
        inside = np.clip(found[name], unit.lower_limit, unit.upper_limit)
        found[name] = to_decimals(inside, np.full(len(inside), unit.decimals))
    found["chance"] = to_decimals(found["chance"], np.full(len(target), CHANCE_DECIMALS))
    changes = past_changes(series.values, horizon)
    found["ambition"] = np.round(ambition_percentile(target - value, changes, higher))
    table.loc[mine, list(found)] = np.column_stack(list(found.values()))
    table.loc[mine, "chance_reason"] = ""


def shared_rule(series: Series, horizon: int) -> PooledRule | None:
    """Return the rule of all municipalities; one corrected figure rarely moves what it expects.

    Its spread is rounded where it meets a municipality's size.

    Parameters
    ----------
    series
        All municipalities' figures.
    horizon
        Years ahead.
    """
    if not series.values.size:
        return None
    shown = catalogue.indicator(series.indicator).decimals
    newest = series.values[:, -1]
    middle = np.nanmedian(newest if np.isfinite(newest).any() else series.values)
    centre = float(to_decimals(np.array([middle]), np.array([shown]))[0])
    rule = calibrated_rule(
        series.values, series.sizes, known=len(series.years), horizon=horizon, centre=centre
    )
    if rule is None:
        return None
    numbers = np.array([rule.level, rule.last, rule.recent])
    level, last, recent = to_decimals(
        numbers, np.array([shown + 1, SLOPE_DECIMALS, SLOPE_DECIMALS])
    )
    return replace(rule, level=float(level), last=float(last), recent=float(recent))
