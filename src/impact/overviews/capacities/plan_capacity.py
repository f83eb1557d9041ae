"""A capacity study in figures: who will want which places, where they are, and what is missing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pandas as pd

from impact import store
from impact.overviews.capacities import places
from impact.overviews.capacities.cohorts import HOME, LAST_GRADE, YoungPeople, young_people
from impact.overviews.capacities.demand import capacity_demand
from impact.overviews.capacities.model import INPUT_COLUMNS, SCHOOL_COLUMNS, CapacityPlan
from impact.overviews.capacities.plans import capacity_plans
from impact.overviews.capacities.tables import SIMULATED, CapacityTables, capacity_tables
from impact.overviews.capacities.trials import (
    most_useful,
    one_more_everywhere,
    one_more_rows,
    over_scenarios,
    robustness_rows,
    sensitivity_rows,
)
from impact.overviews.pupils.by_grade import PUPILS

DUST = 1e-6
"""Smaller numbers of pupils, minutes or kronor are rounding."""


def plan_capacity(study: Any) -> CapacityPlan:
    """Return what a capacity study comes to.

    Parameters
    ----------
    study
        A capacity study, from `impact.load_capacity`.

    Returns
    -------
    CapacityPlan
        Every figure that rests on a simulated row has the status simulated.

    Raises
    ------
    InvalidInput
        Every fault of every table; or tables are simulated and the study does not allow it.
    NoFigures
        There are no pupils by grade, or the year planned for is beyond the forecast.
    """
    tables = capacity_tables(study)
    young = young_people(study, tables.homes)
    at_school = young_people(study) if young.counted_at == HOME else None
    wanted = capacity_demand(study, tables, young)
    plans = capacity_plans(study, tables, wanted)
    schools = places.school_rows(tables, wanted, plans)
    more = one_more_everywhere(schools, plans)
    best = most_useful(more)
    scenarios = over_scenarios(wanted, plans, best)
    schools = schools.assign(one_more=more["pupils"].clip(lower=0.0).to_numpy())
    figures = CapacityPlan(
        capacity=study.id,
        simulated=tables.simulated,
        year=study.planned_year,
        horizon=young.newest,
        weight=study.need_weight,
        counted_at=young.counted_at,
        cohorts=young.frame,
        demand=wanted.table(tables.status("applicants")),
        programmes=places.programme_rows(study, tables, wanted, plans),
        schools=schools[SCHOOL_COLUMNS],
        flows=places.flow_rows(tables, plans),
        travel=places.travel_rows(tables, plans),
        unmet=places.unmet_rows(tables, wanted, plans),
        sweep=places.sweep_rows(tables, plans),
        one_more=one_more_rows(tables, best, plans, scenarios["planned"]),
        costs=places.cost_rows(tables, plans),
        robustness=robustness_rows(tables, scenarios),
        sensitivity=sensitivity_rows(study, tables, young, wanted, plans, at_school),
        inputs=_inputs(study, tables, young),
    )
    return without_dust(figures)


def without_dust(figures: CapacityPlan) -> CapacityPlan:
    """Return the same figures with nought for what is only the solver's arithmetic."""
    clean = {}
    for field in fields(figures):
        table = getattr(figures, field.name)
        if isinstance(table, pd.DataFrame):
            numbers = table.select_dtypes("float").columns
            small = {name: table[name].mask(table[name].abs() < DUST, 0.0) for name in numbers}
            clean[field.name] = table.assign(**small).reset_index(drop=True)
    return replace(figures, **clean)


def _inputs(study: Any, tables: CapacityTables, young: YoungPeople) -> pd.DataFrame:
    """Return the tables of the study, and the counted figures behind it."""
    eligibility = store.load(study.eligibility.indicator, country=study.country)
    used = eligibility[eligibility["place"].isin(study.places)]
    used = used[(used["year"] <= study.year) & used["value"].notna()]
    counted = young.frame[young.frame["scenario"] == "counted"]
    pupils = f"{PUPILS[study.country]}, grade {LAST_GRADE}"
    rows = [
        ["cohorts", len(counted), "ok", 0, pupils, ""],
        ["eligibility", used["place"].nunique(), "ok", 0, study.eligibility.indicator, ""],
    ]
    made_up = (used["status"] == SIMULATED).sum()
    if made_up:
        rows[1][2:4] = [SIMULATED, int(made_up)]
    known = pd.DataFrame(rows, columns=INPUT_COLUMNS)
    return pd.concat([tables.inputs, known], ignore_index=True)
