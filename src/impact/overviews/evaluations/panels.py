"""The figures of an evaluation as panels: one outcome of every unit by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from impact import catalogue, indicators, places, store
from impact.errors import NoFigures
from impact.evaluation.panel import NEVER, Panel
from impact.overviews.build import POPULATION
from impact.overviews.evaluations.units import (
    COMPARISON,
    EXCLUDED,
    TREATED,
    Chosen,
    Unit,
    chosen_units,
)

GIVEN = ("ok", "provisional")
"""Statuses of figures an effect is estimated from."""
MISSING, SUPPRESSED, BORDERS = "missing", "suppressed", "border_change"
SIMULATED, ONE_MUNICIPALITY, NO_LOGARITHM = "simulated", "one_municipality", "not_positive"
REASONS = (
    "declared", "merged", "neighbour", MISSING, SUPPRESSED, SIMULATED, BORDERS, ONE_MUNICIPALITY,
    NO_LOGARITHM, "start_outside", "no_pre_period", "no_post_period", "outcome_missing",
    "size_missing",
)  # fmt: skip
"""Why a unit, or a municipality of one, is left out; the last five are of the calculation."""
CELL = ["place", "year"]


@dataclass(frozen=True, slots=True, eq=False)
class OutcomePanel:
    """One outcome as a panel, with what a reader must know of its figures.

    Parameters
    ----------
    panel
        One row per unit that has any figure. A year that the catalogue leaves out of series, or
        in which fewer than half of the municipalities have a figure, is not there. Starts are
        the years from which the outcome can show anything.
    units
        `unit, role, start, size, reason`: every unit; those left out have a reason, and so have
        municipalities left out of a region (one of `REASONS`).
    breaks
        Years in which the series starts anew and that the plan does not accept.
    excluded_years
        Years left out because their figures are not comparable.
    vintages
        When the figures after the first start were published or fetched, sorted, each once.
    neighbours
        Units that border on treated ones.
    """

    panel: Panel
    units: pd.DataFrame
    breaks: tuple[int, ...]
    excluded_years: tuple[int, ...]
    vintages: tuple[str, ...]
    neighbours: frozenset[str]


def outcome_panel(plan: Any, name: str) -> OutcomePanel:
    """Return the panel of one outcome of an evaluation.

    Parameters
    ----------
    plan
        A plan of an evaluation.
    name
        Key of the outcome.

    Raises
    ------
    NoFigures
        There are no figures of the outcome in the years of the plan.

    Notes
    -----
    A region's mean, spread (standard deviation, n - 1) or sum is over the same municipalities in
    every year: one that lacks a figure in any year is left out of mean and spread, and takes the
    region out of a sum. Regions of one municipality have no spread.
    """
    outcome, chosen = plan.outcomes[name], chosen_units(plan)
    described = catalogue.indicator(outcome.indicator)
    excluded_years = _inside(described.excluded_years, plan, outcome)
    figures = _figures(plan, outcome, excluded_years)
    by_place, why = _by_place(figures, len(outcome.groups), plan, outcome.indicator)
    values, gone = _measured(by_place, why, chosen, outcome)
    if outcome.scale == "log":
        values, gone = _logarithm(values, gone)
    start = min(one.start for one in chosen.treated) + outcome.lag
    sizes = _sizes(plan.country, start, chosen)
    breaks = () if outcome.accept_break else _breaks(described, by_place.columns)
    return OutcomePanel(
        _panel(values, chosen, sizes, outcome.lag, plan.anticipation_years),
        _units(chosen, gone, sizes, outcome.lag),
        breaks,
        excluded_years,
        tuple(sorted(figures.loc[figures["year"] >= start, "vintage"].dropna().unique())),
        chosen.neighbours & frozenset(values.index),
    )


def without_figures(plan: Any, name: str) -> OutcomePanel:
    """Return the panel of an outcome of which there are no figures yet: units and years alone."""
    outcome, chosen = plan.outcomes[name], chosen_units(plan)
    start = min(one.start for one in chosen.treated) + outcome.lag
    last = min(plan.year, outcome.last_year or plan.year)
    years = range(min(outcome.first_year or start - 1, last), last + 1)
    names = [one.name for one in chosen.units]
    values = pd.DataFrame(np.nan, index=names, columns=list(years))
    sizes = _sizes(plan.country, start, chosen)
    units = _units(chosen, dict.fromkeys(names, MISSING), sizes, outcome.lag)
    empty = _panel(values, chosen, sizes, outcome.lag, plan.anticipation_years)
    return OutcomePanel(empty, units, (), (), (), frozenset())


def _inside(years: tuple[int, ...], plan: Any, outcome: Any) -> tuple[int, ...]:
    first, last = outcome.first_year or 0, outcome.last_year or plan.year
    return tuple(year for year in years if first <= year <= last)


def _figures(plan: Any, outcome: Any, excluded: tuple[int, ...]) -> pd.DataFrame:
    """Return the rows of an outcome in the years of the plan, small numbers hidden."""
    table = store.load(outcome.indicator, country=plan.country, groups=outcome.groups)
    last = min(plan.year, outcome.last_year or plan.year)
    table = table[table["year"].between(outcome.first_year or 0, last)]
    table = table[~table["year"].isin(excluded)]
    if not table["value"].notna().any():
        raise NoFigures(f"there are no figures of '{outcome.indicator}' in the years of the plan.")
    if indicators.shows_small_numbers(table, catalogue=catalogue):
        sums = indicators.place_sums(places.places(plan.country))
        table = indicators.protect_added(table, catalogue=catalogue, places=sums).values
    return table


def _by_place(
    figures: pd.DataFrame, groups: int, plan: Any, indicator: str
) -> tuple[pd.DataFrame, pd.Series]:
    """Return values by place and year, and why a place lacks one in some year."""
    given = figures[figures["status"].isin(GIVEN)]
    sums = given.groupby(CELL)["value"].agg(["sum", "count"])
    values = sums["sum"].where(sums["count"] == groups).unstack("year").sort_index(axis=1)
    codes = [place.code for place in places.places(plan.country)]
    values = values.reindex(codes)
    known = values.notna().any(axis=1)
    enough = 2 * values[known].notna().sum() >= known.sum()
    values = values.loc[:, enough]
    broken = store.border_breaks(plan.country)
    broken = broken[(broken["indicator"] == indicator) & (broken["year"] > values.columns.min())]
    why = pd.Series(MISSING, index=values.index)
    for status in (SIMULATED, SUPPRESSED):
        why[why.index.isin(figures.loc[figures["status"] == status, "place"])] = status
    why[why.index.isin(broken["place"])] = BORDERS
    return values, why


def _measured(
    by_place: pd.DataFrame, why: pd.Series, chosen: Chosen, outcome: Any
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return values by unit and year, and the units and municipalities that dropped out."""
    if outcome.measure == "value":
        values = by_place.reindex([one.name for one in chosen.units])
        lacking = values.index[values.isna().any(axis=1)]
        return values, {name: str(why[name]) for name in lacking}
    whole = by_place.notna().all(axis=1)
    gone: dict[str, str] = {}
    rows = {}
    for one in chosen.units:
        kept = [code for code in one.members if whole[code]]
        lost = {code: str(why[code]) for code in one.members if not whole[code]}
        if outcome.measure == "spread" and len(one.members) < 2:
            gone[one.name] = ONE_MUNICIPALITY
        elif _too_few(one, kept, outcome.measure):
            gone[one.name] = next(iter(lost.values()))
        else:
            rows[one.name] = _over(by_place.loc[kept], outcome.measure)
            gone |= lost
    table = pd.DataFrame.from_dict(rows, orient="index", columns=by_place.columns)
    return table.reindex([one.name for one in chosen.units]), gone


def _too_few(one: Unit, kept: list[str], measure: str) -> bool:
    if measure == "sum":
        return len(kept) < len(one.members)
    return len(kept) < (2 if measure == "spread" else 1) or 2 * len(kept) < len(one.members)


def _over(values: pd.DataFrame, measure: str) -> list[float]:
    if measure == "spread":
        return values.std(ddof=1).tolist()
    return (values.sum() if measure == "sum" else values.mean()).tolist()


def _logarithm(values: pd.DataFrame, gone: dict[str, str]) -> tuple[pd.DataFrame, dict[str, str]]:
    positive = values.where(values > 0)
    lost = values.index[(positive.isna() & values.notna()).any(axis=1)]
    return np.log(positive), gone | dict.fromkeys(lost, NO_LOGARITHM)


def _sizes(country: str, start: int, chosen: Chosen) -> pd.Series:
    """Return inhabitants by unit in the last year before the first start that has them."""
    table = store.load(POPULATION[country], country=country).dropna(subset="value")
    before = table[table["year"] < start]
    year = before["year"].max() if len(before) else table["year"].min()
    inhabitants = table[table["year"] == year].set_index("place")["value"]
    return pd.Series(
        {
            one.name: inhabitants.reindex(list(one.members)).sum(min_count=len(one.members))
            for one in chosen.units
        },
        dtype=float,
    )


def _breaks(described: catalogue.Indicator, years: pd.Index) -> tuple[int, ...]:
    """Return the years in which the series starts anew after its first year."""
    return tuple(year for year in described.break_years if years.min() < year <= years.max())


def _panel(
    values: pd.DataFrame, chosen: Chosen, sizes: pd.Series, lag: int, anticipation: int
) -> Panel:
    starts = {one.name: one.start + lag for one in chosen.treated}
    kept = values[values.notna().any(axis=1) | values.index.isin(list(starts))]
    known = sizes.reindex(kept.index)
    return Panel(
        tuple(kept.index),
        tuple(int(year) for year in kept.columns),
        kept.to_numpy(float),
        np.array([starts.get(name, NEVER) for name in kept.index], dtype=float),
        known.to_numpy(float) if known.notna().any() else None,
        anticipation,
    )


def _units(chosen: Chosen, gone: dict[str, str], sizes: pd.Series, lag: int) -> pd.DataFrame:
    rows = []
    for one in chosen.units:
        role = COMPARISON if one.start is None else TREATED
        role = EXCLUDED if one.name in gone else role
        start = np.nan if one.start is None else float(one.start + lag)
        rows.append((one.name, role, start, sizes[one.name], gone.get(one.name, "")))
    named = {one.name for one in chosen.units}
    rest = {**chosen.excluded, **{name: why for name, why in gone.items() if name not in named}}
    rows += [(name, EXCLUDED, np.nan, np.nan, why) for name, why in rest.items()]
    return pd.DataFrame(rows, columns=["unit", "role", "start", "size", "reason"])
