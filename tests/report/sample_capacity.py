"""A file of a plan of places and invented results of it, with any table empty or counted."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pandas as pd

from impact.overviews.capacities import model
from impact.overviews.capacities.model import CapacityPlan
from impact.report import content
from impact.report.blocks import Block

NAN = math.nan
LANGUAGES = ("sv", "fi", "nb", "en")
HOMES = ("SE-0604", "SE-0617", "SE-0680")
PROGRAMMES = ("VO", "EK", "IN", "HU")
WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)


def local(text: str) -> dict[str, str]:
    """Return a text in every language, the same words in each."""
    return dict.fromkeys(LANGUAGES, text)


def plan(**changes: Any) -> SimpleNamespace:
    """Return what the file of a plan says; `changes` replace its parts."""
    given: dict[str, Any] = {
        "id": "sample", "title": local("Places in three municipalities"),
        "question": local("Which programmes need more places?"),
        "background": local("Choice and need must be weighed."), "example": True, "country": "SE",
        "subject": "SE-06", "owner": local("The county"), "year": 2024, "planned_year": 2028,
        "cautions": (local("Independent schools are not counted separately."),),
        "what_would_change_our_mind": local("The real tables."),
        "assumptions": SimpleNamespace(
            shrinkage=50.0, travel_limit=60.0, smallest_group=0.5, need_step=0.1,
            share_evenly=True,
        ),
        "objective": SimpleNamespace(unmet=400_000.0, minute=300.0, equity=0.0),
        "scenarios": SimpleNamespace(draws=200, seed=7),
        "eligibility": SimpleNamespace(preparatory=0.96, preparatory_source=local("Assumed.")),
        "file": "params/capacity/sample.yml", "digest": "0123456789abcdef",
    }  # fmt: skip
    return SimpleNamespace(**{**given, **changes})


def frame(columns: list[str], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """Return a table."""
    return pd.DataFrame(rows, columns=columns)


def cohorts(homes: tuple[str, ...] = HOMES) -> pd.DataFrame:
    """Return three counted years and four to come; the first home grows, the second shrinks."""
    rows: list[tuple[Any, ...]] = []
    for at, home in enumerate(homes):
        size = 60.0 * (at + 1)
        step = (4.0, -4.0, 0.5)[at % 3]
        for year in range(2022, 2025):
            rows.append((home, year, "counted", size, NAN, NAN, "school"))
        for year in range(2025, 2029):
            central = size + step * (year - 2024)
            rows.append((home, year, "central", central, central - 6, central + 6, "school"))
            rows.append((home, year, "no_migration", central - 2, NAN, NAN, "school"))
            rows.append((home, year, "last_three", central + 3, NAN, NAN, "school"))
    return frame(model.COHORT_COLUMNS, rows)


def programmes(status: str = "simulated") -> pd.DataFrame:
    """Return four programmes now and in the year planned for: short, spare and unclear."""
    then = {
        "VO": (80.0, 72.0, 88.0, 60.0, 1.2, 1.0), "EK": (90.0, 82.0, 98.0, 120.0, 0.8, -1.0),
        "IN": (50.0, 44.0, 56.0, 48.0, 1.0, 0.0), "HU": (12.0, 9.0, 15.0, 12.0, 0.9, NAN),
    }  # fmt: skip
    kinds = {"VO": "vocational", "IN": "vocational", "EK": "preparatory", "HU": "preparatory"}
    rows = []
    for code, (demand, low, high, places, pressure, need) in then.items():
        for year in (2024, 2028):
            rows.append((code, year, kinds[code], demand, low, high, places, min(demand, places),
                         max(demand - places, 0.0), max(places - demand, 0.0), pressure, need,
                         103_200.0, 4000.0, status))  # fmt: skip
    return frame(model.PROGRAMME_COLUMNS, rows)


def schools(status: str = "simulated") -> pd.DataFrame:
    """Return places and groups: one programme opens in a place, one closes, others stay."""
    rows = [
        ("SE-0680", "VO", 2024, 60.0, 2.0, 30.0, 60.0, 0.0, 90.0, 3.0, 80.0, 6.0, status),
        ("SE-0680", "EK", 2024, 90.0, 3.0, 30.0, 70.0, 20.0, 90.0, 3.0, 90.0, 0.0, status),
        ("SE-0617", "EK", 2024, 30.0, 1.0, 30.0, 10.0, 20.0, 0.0, 0.0, 0.0, 0.0, status),
        ("SE-0617", "IN", 2024, 48.0, 2.0, 24.0, 46.0, 2.0, 48.0, 2.0, 48.0, 2.0, status),
        ("SE-0680", "HU", 2024, 0.0, 0.0, 24.0, 0.0, 0.0, 24.0, 1.0, 12.0, 0.0, status),
    ]
    return frame(model.SCHOOL_COLUMNS, rows)


def flows(status: str = "simulated") -> pd.DataFrame:
    """Return ways to school now and by the plan; one has few pupils."""
    rows = [
        ("now", "SE-0604", "SE-0680", 40.0, 35.0, status),
        ("now", "SE-0604", "SE-0617", 3.0, 25.0, status),
        ("now", "SE-0680", "SE-0680", 120.0, 8.0, status),
        ("planned", "SE-0604", "SE-0680", 48.0, 35.0, status),
        ("planned", "SE-0604", "SE-0617", 9.0, 25.0, status),
        ("planned", "SE-0617", "SE-0680", 60.0, 40.0, status),
        ("planned", "SE-0680", "SE-0680", 130.0, 8.0, status),
        ("planned", "SE-0680", "SE-0617", 2.0, 40.0, status),
    ]
    return frame(model.FLOW_COLUMNS, rows)


def travel(status: str = "simulated") -> pd.DataFrame:
    """Return mean minutes by home in three plans; nobody travels from one home by the plan."""
    rows = []
    for name, minutes in (("now", 34.0), ("free", 33.0), ("planned", 31.0)):
        rows.append((name, "SE-0604", 60.0, minutes, 0.8, 1.0, status))
        rows.append((name, "SE-0680", 130.0, 9.0, 1.0, 1.0, status))
    rows.append(("planned", "SE-0617", 0.0, NAN, NAN, NAN, status))
    return frame(model.TRAVEL_COLUMNS, rows)


def unmet(status: str = "simulated") -> pd.DataFrame:
    """Return those without a place, for every reason."""
    rows = [
        ("now", "SE-0604", "VO", 12.0, "no_capacity", status),
        ("free", "SE-0604", "VO", 20.0, "no_capacity", status),
        ("free", "SE-0617", "HU", 3.0, "not_offered", status),
        ("free", "SE-0617", "EK", 4.0, "not_eligible", status),
        ("planned", "SE-0604", "IN", 2.0, "out_of_reach", status),
        ("planned", "SE-0617", "EK", 4.0, "not_eligible", status),
    ]
    return frame(model.UNMET_COLUMNS, rows)


def sweep(status: str = "simulated") -> pd.DataFrame:
    """Return changes by weight: more at every weight, fewer, unchanged, and one that turns."""
    ends = {"VO": (20.0, 6.0), "EK": (-30.0, -12.0), "IN": (2.0, 5.0), "HU": (0.0, 0.0)}
    turns = {"IN"}
    classes = {"VO": "increase", "EK": "decrease", "IN": "increase", "HU": "unchanged"}
    rows = []
    for code, (first, last) in ends.items():
        for weight in WEIGHTS:
            change = first + (last - first) * weight
            stable = code not in turns
            rows.append((code, weight, 60.0 + change, change, classes[code], stable, status))
    return frame(model.SWEEP_COLUMNS, rows)


def one_more(status: str = "simulated") -> pd.DataFrame:
    """Return two groups that help and one that helps nobody."""
    rows = [
        ("SE-0617", "IN", 2.0, 50.0, 4e6, -2e5, -9e5, 4e5, status),
        ("SE-0680", "VO", 6.0, 120.0, 3.1e6, 2.4e6, 1.1e6, 3.5e6, status),
        ("SE-0680", "EK", 0.0, 0.0, 2.6e6, 0.0, 0.0, 0.0, status),
    ]
    return frame(model.ONE_MORE_COLUMNS, rows)


def costs(status: str = "simulated") -> pd.DataFrame:
    """Return amounts now, by the plan and by weight."""
    rows: list[tuple[Any, ...]] = []
    for name, factor in (("now", 1.0), ("planned", 1.05)):
        for code in PROGRAMMES:
            places = 60.0 * factor
            rows.append((name, NAN, code, places, 103_200.0, places * 103_200.0, status))
    for weight in WEIGHTS:
        rows.append(("weight", weight, "VO", 250.0, 103_200.0, 250.0 * 103_200.0, status))
    return frame(model.COST_COLUMNS, rows)


def robustness(status: str = "simulated") -> pd.DataFrame:
    """Return those without a place, empty places and minutes over scenarios."""
    rows = [
        ("now", "unmet", 23.0, 12.0, 36.0, 51.0, 200.0, status),
        ("planned", "unmet", 2.0, 0.0, 9.0, 17.0, 200.0, status),
        ("planned", "empty", 12.0, 4.0, 24.0, 31.0, 200.0, status),
        ("planned", "minutes", 24.2, 23.0, 26.1, 28.0, 200.0, status),
    ]
    return frame(model.ROBUSTNESS_COLUMNS, rows)


def sensitivity(status: str = "simulated") -> pd.DataFrame:
    """Return results under two other assumptions."""
    rows = [
        ("counted_at_home", "unmet", 5.0, 2.0, 3.0, status),
        ("travel_limit_45", "minutes", 22.0, 24.2, -2.2, status),
    ]
    return frame(model.SENSITIVITY_COLUMNS, rows)


def inputs() -> pd.DataFrame:
    """Return what the tables are: one simulated, one counted, one unknown by name."""
    rows = [
        ("applicants", 120, "simulated", 120, "made from pupils", "ab" * 32),
        ("price", 18, "ok", 0, "price list of 2023", "cd" * 32),
        ("own_table", 3, "ok", 0, None, "ef" * 32),
    ]
    return frame(model.INPUT_COLUMNS, rows)


TABLES = {
    "programmes": programmes, "schools": schools, "flows": flows, "travel": travel,
    "unmet": unmet, "sweep": sweep, "one_more": one_more, "costs": costs,
    "robustness": robustness, "sensitivity": sensitivity,
}  # fmt: skip
COLUMNS = {
    "cohorts": model.COHORT_COLUMNS, "demand": model.DEMAND_COLUMNS,
    "programmes": model.PROGRAMME_COLUMNS, "schools": model.SCHOOL_COLUMNS,
    "flows": model.FLOW_COLUMNS, "travel": model.TRAVEL_COLUMNS, "unmet": model.UNMET_COLUMNS,
    "sweep": model.SWEEP_COLUMNS, "one_more": model.ONE_MORE_COLUMNS, "costs": model.COST_COLUMNS,
    "robustness": model.ROBUSTNESS_COLUMNS, "sensitivity": model.SENSITIVITY_COLUMNS,
    "inputs": model.INPUT_COLUMNS,
}  # fmt: skip


def capacity(*, simulated: bool = True, **changes: Any) -> CapacityPlan:
    """Return results; `changes` replace their parts.

    Parameters
    ----------
    simulated
        Whether the tables are simulated, or counted by somebody.
    """
    status = "simulated" if simulated else "ok"
    given: dict[str, Any] = {name: make(status) for name, make in TABLES.items()}
    given |= {
        "capacity": "sample", "simulated": simulated, "year": 2028, "horizon": 2024,
        "weight": 0.5, "counted_at": "school", "cohorts": cohorts(), "inputs": inputs(),
        "demand": frame(model.DEMAND_COLUMNS, [("SE-0604", "VO", 2028, 20.0, status)]),
    }  # fmt: skip
    return CapacityPlan(**{**given, **changes})


def nothing() -> CapacityPlan:
    """Return results whose tables are all empty."""
    return capacity(**{name: frame(columns, []) for name, columns in COLUMNS.items()})


def blocks(one: SimpleNamespace, found: CapacityPlan) -> list[Block]:
    """Return every block of the report of a plan, in the order of its notebook."""
    return [
        content.capacity_front(one, found),
        content.capacity_question(one),
        content.capacity_answer(one, found),
        content.capacity_doubts(one, found),
        content.capacity_unknown(one, found),
        *content.capacity_young(one, found),
        *content.capacity_pressure(one, found),
        *content.capacity_travel(one, found),
        *content.capacity_weights(one, found),
        *content.capacity_one_more(one, found),
        *content.capacity_money(one, found),
        *content.capacity_robustness(one, found),
        *content.capacity_inputs(one, found),
    ]


def study(found: CapacityPlan, **changes: Any) -> SimpleNamespace:
    """Return results as a kept study holds them."""
    about = {
        "title": local("Places in three municipalities"), "simulated": found.simulated,
        "places": list(HOMES), "subject": "SE-06", "country": "SE",
        "year": found.year, "horizon": found.horizon,
    }  # fmt: skip
    return SimpleNamespace(
        id="sample", kind="capacity", date="2026-11-22", about={**about, **changes},
        tables=lambda name: getattr(found, name),
    )  # fmt: skip
