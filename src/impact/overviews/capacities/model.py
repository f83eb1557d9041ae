"""A plan of places in figures: every table its report reads, and what each column means."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

COHORT_COLUMNS = ["place", "year", "scenario", "pupils", "lower", "upper", "counted_at"]
DEMAND_COLUMNS = ["home", "programme", "year", "pupils", "status"]
PROGRAMME_COLUMNS = [
    "programme", "year", "kind", "demand", "lower", "upper", "places", "admitted", "unmet",
    "empty", "pressure", "need", "price", "shadow_price", "status",
]  # fmt: skip
SCHOOL_COLUMNS = [
    "place", "programme", "year", "places", "groups", "group_size", "admitted", "empty",
    "places_planned", "groups_planned", "admitted_planned", "one_more", "status",
]  # fmt: skip
FLOW_COLUMNS = ["plan", "home", "place", "pupils", "minutes", "status"]
UNMET_COLUMNS = ["plan", "home", "programme", "pupils", "reason", "status"]
TRAVEL_COLUMNS = ["plan", "home", "pupils", "mean_minutes", "within_45", "within_60", "status"]
SWEEP_COLUMNS = ["programme", "weight", "places", "change", "class", "stable", "status"]
ONE_MORE_COLUMNS = [
    "place", "programme", "pupils", "minutes", "cost", "value", "lower", "upper", "status",
]  # fmt: skip
COST_COLUMNS = ["plan", "weight", "programme", "places", "price", "amount", "status"]
ROBUSTNESS_COLUMNS = ["plan", "measure", "median", "low", "high", "worst", "scenarios", "status"]
SENSITIVITY_COLUMNS = ["variant", "measure", "value", "base", "difference", "status"]
INPUT_COLUMNS = ["table", "rows", "status", "simulated", "source", "sha256"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CapacityPlan:
    """What a plan of upper-secondary places came to.

    Parameters
    ----------
    capacity
        Id of the file.
    simulated
        Some table behind it is simulated: every figure, table and page says so.
    year, horizon
        The autumn planned for, and the autumn of the newest counted pupils.
    weight
        The planner's weight of labour-market need against the pupils' own choice, 0 to 1.
    counted_at
        school: young people are counted where their compulsory school is; home: where they live.
    cohorts
        Pupils who leave grade 9 by municipality and autumn: counted years (`scenario` counted,
        without limits), then central, no_migration and last_three with 80 per cent limits.
    demand
        Wanted places by home and programme in the year planned for.
    programmes
        One row per programme and year (the newest year of the tables, and the year planned for):
        `kind` vocational, preparatory or introductory; demand with 80 per cent limits over
        scenarios, places, admitted, unmet, empty; `pressure` first choices per place; `need` -1
        decrease, 0 unchanged, 1 increase by the labour market; price per pupil and year;
        `shadow_price` value of one more place at the optimum.
    schools
        One row per municipality of a school and programme, now and as planned in whole groups;
        `one_more` pupils who would get a place with one more group.
    flows, travel
        Who travels from where to where; `plan` now (as admitted today), free (within today's
        places), planned (within the planned groups). Minutes one way.
    unmet
        Who gets no place; `reason` no_capacity, out_of_reach, not_offered or not_eligible.
    sweep
        Places by programme when need weighs 0, 0.25, 0.5, 0.75 and 1; `class` decrease, unchanged
        or increase; `stable`: the same class at every weight.
    one_more
        Where one more group helps most: pupils placed, minutes saved a day, cost a year, and value
        in the objective with limits over scenarios.
    costs
        Amount a year by plan (now, planned, and by weight).
    robustness
        Over correlated scenarios of demand: unmet, empty, minutes; median, 10th and 90th
        percentile, worst.
    sensitivity
        Results when one assumption is another.
    inputs
        What the tables are and where they are from.
    """

    capacity: str
    simulated: bool
    year: int
    horizon: int
    weight: float
    counted_at: str
    cohorts: pd.DataFrame
    demand: pd.DataFrame
    programmes: pd.DataFrame
    schools: pd.DataFrame
    flows: pd.DataFrame
    travel: pd.DataFrame
    unmet: pd.DataFrame
    sweep: pd.DataFrame
    one_more: pd.DataFrame
    costs: pd.DataFrame
    robustness: pd.DataFrame
    sensitivity: pd.DataFrame
    inputs: pd.DataFrame
