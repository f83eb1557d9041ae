"""What if: one more group, other numbers of young people, other assumptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from impact.overviews.capacities import model
from impact.overviews.capacities.cohorts import CENTRAL, HOME, YoungPeople
from impact.overviews.capacities.demand import Demand
from impact.overviews.capacities.places import NEAR, WAYS
from impact.overviews.capacities.plans import Plans
from impact.overviews.capacities.tables import CapacityTables
from impact.planning.capacity.allocation import Allocation, allocate
from impact.planning.capacity.demand import demand, transition_shares
from impact.planning.capacity.robustness import Robustness, robust
from impact.planning.capacity.shadow_prices import one_more_group

MOST, MOST_OF_ONE = 20, 2
"""So many groups are named where one more helps most, and so many of one programme."""
OTHER_LIMITS = (45.0, 90.0)
OTHER_SHRINKAGE = (0.0, 500.0)
MEASURES = {"unmet": "unmet", "empty": "empty", "mean_minutes": "minutes"}


def one_more_everywhere(schools: pd.DataFrame, plans: Plans) -> pd.DataFrame:
    """Return what one more planned group would do at every row of schools.

    Parameters
    ----------
    schools
        `place, programme` where the programme is offered, now or as planned.
    plans
        The planned groups.

    Returns
    -------
    pandas.DataFrame
        `place, programme, value, pupils, minutes` of `one_more_group`, in the order of `schools`.
    """
    cells = list(zip(schools["place"], schools["programme"], strict=True))
    found = one_more_group(plans.planned, plans.sizes, cells=cells)
    ordered = found.set_index(["place", "programme"]).reindex(pd.MultiIndex.from_tuples(cells))
    return ordered.rename_axis(["place", "programme"]).reset_index()


def most_useful(everywhere: pd.DataFrame) -> pd.DataFrame:
    """Return the groups worth most: of each programme the best few places, and all in all `MOST`.

    Notes
    -----
    Once a group is full at the first place, the next ones for the same pupils look as good; so
    only `MOST_OF_ONE` of a programme are named.
    """
    helping = everywhere[everywhere["value"] > 0]
    order = helping.sort_values(["value", "place", "programme"], ascending=[False, True, True])
    few = order.groupby("programme", sort=False).head(MOST_OF_ONE)
    return few.head(MOST).reset_index(drop=True)


def one_more_rows(
    tables: CapacityTables, best: pd.DataFrame, plans: Plans, planned: Robustness
) -> pd.DataFrame:
    """Return where one more group helps most, as of `ONE_MORE_COLUMNS`."""
    limits = planned.one_more.set_index(["place", "programme"])
    known = limits.reindex(pd.MultiIndex.from_frame(best[["place", "programme"]]))
    cost = best["programme"].map(plans.prices * plans.sizes)
    rows = best.assign(
        cost=cost.to_numpy(),
        lower=known["low"].to_numpy(),
        upper=known["high"].to_numpy(),
        status=tables.status(*WAYS),
    )
    return rows[model.ONE_MORE_COLUMNS]


def over_scenarios(wanted: Demand, plans: Plans, best: pd.DataFrame) -> dict[str, Robustness]:
    """Return both plans over correlated scenarios; with one more group at each of the best."""
    cells = tuple(zip(best["place"], best["programme"], strict=True))

    def run(capacity: pd.DataFrame, tried: tuple[tuple[str, str], ...]) -> Robustness:
        return robust(
            wanted.draws,
            wanted.wanted,
            capacity,
            plans.minutes,
            cells=tried,
            group_size=plans.sizes,
            **plans.terms,
        )

    return {"free": run(plans.capacity_now, ()), "planned": run(plans.capacity_planned, cells)}


def robustness_rows(tables: CapacityTables, found: dict[str, Robustness]) -> pd.DataFrame:
    """Return how both plans do over the scenarios, as of `ROBUSTNESS_COLUMNS`."""
    parts = [
        one.summary[one.summary["measure"].isin(MEASURES)].assign(plan=name)
        for name, one in found.items()
    ]
    rows = pd.concat(parts, ignore_index=True)
    measures = rows["measure"].map(MEASURES)
    return rows.assign(measure=measures, status=tables.status(*WAYS))[model.ROBUSTNESS_COLUMNS]


@dataclass(frozen=True, slots=True, eq=False)
class _Variant:
    """One other assumption: who wants what, and what the allocation costs."""

    name: str
    wanted: pd.DataFrame
    terms: dict[str, Any]


def sensitivity_rows(
    study: Any,
    tables: CapacityTables,
    young: YoungPeople,
    wanted: Demand,
    plans: Plans,
    at_school: YoungPeople | None,
) -> pd.DataFrame:
    """Return what the planned groups come to when one assumption is another.

    Parameters
    ----------
    study, tables, young, wanted, plans
        The study and what is known and planned.
    at_school
        Young people counted where their school is, when `young` counts them at home.

    Returns
    -------
    pandas.DataFrame
        As of `SENSITIVITY_COLUMNS`: variants no_migration, last_three, counted_at_school,
        travel_limit_45, travel_limit_90, shrinkage_0, shrinkage_500, everyone_eligible (nobody
        goes to introductory programmes; wishes for others in their proportions).
    """
    base = _measured(plans.planned)
    rows = [
        [one.name, measure, value, base[measure], value - base[measure]]
        for one in _variants(study, young, wanted, plans, at_school)
        for measure, value in _measured(
            allocate(one.wanted, plans.capacity_planned, plans.minutes, **one.terms)
        ).items()
    ]
    columns = model.SENSITIVITY_COLUMNS[:-1]
    return pd.DataFrame(rows, columns=columns).assign(status=tables.status(*WAYS))


def _variants(
    study: Any,
    young: YoungPeople,
    wanted: Demand,
    plans: Plans,
    at_school: YoungPeople | None,
) -> Iterator[_Variant]:
    entry = wanted.entry
    year, usual = study.planned_year, study.assumptions.shrinkage
    others = {name: young.of(year, name) for name in ("no_migration", "last_three")}
    if young.counted_at == HOME and at_school is not None:
        others["counted_at_school"] = at_school.of(year, CENTRAL)

    def wishes(
        leavers: pd.Series, shrinkage: float, counts: pd.DataFrame = wanted.counts
    ) -> pd.DataFrame:
        shares = transition_shares(counts, shrinkage)
        return demand(leavers, shares, starting=wanted.starting)

    for name, leavers in others.items():
        yield _Variant(name, entry(wishes(leavers, usual)).demand, plans.terms)
    for limit in OTHER_LIMITS:
        if limit != plans.terms["travel_limit"]:
            terms = {**plans.terms, "travel_limit": limit}
            yield _Variant(f"travel_limit_{limit:.0f}", wanted.wanted, terms)
    central = young.of(year, CENTRAL)
    for shrinkage in OTHER_SHRINKAGE:
        if shrinkage != usual:
            entered = entry(wishes(central, shrinkage)).demand
            yield _Variant(f"shrinkage_{shrinkage:.0f}", entered, plans.terms)
    national = wanted.counts[[c for c, kind in wanted.kinds.items() if kind != "introductory"]]
    everyone = wishes(central, usual, national).reindex(columns=wanted.counts.columns)
    yield _Variant("everyone_eligible", everyone.fillna(0.0), plans.terms)


def _measured(found: Allocation) -> dict[str, float]:
    near = found.within(NEAR)
    placed = found.homes.set_index("home")["placed"]
    share = float((near.fillna(0.0) * placed).sum() / placed.sum()) if found.placed else np.nan
    return {
        "unmet": float(found.unmet.to_numpy().sum()),
        "empty": float(found.programmes["empty"].sum()),
        "minutes": found.mean_minutes,
        "within_45": share,
    }
