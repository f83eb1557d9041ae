"""Two plans for the same young people: within today's places, and in whole groups by the weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.overviews.capacities.demand import Demand
from impact.overviews.capacities.tables import CapacityTables
from impact.planning.capacity.allocation import Allocation, allocate
from impact.planning.capacity.groups import plan_groups
from impact.planning.capacity.matrices import minutes_matrix, newest_prices, places_matrix
from impact.planning.capacity.need_classes import need_index
from impact.planning.capacity.presets import preset
from impact.planning.capacity.programmes import programme
from impact.planning.capacity.weight_sweep import WEIGHTS, WeightSweep, sweep_weights

USUAL = preset("swedish")
"""How many a group holds where the tables do not say."""
PROVEN_WITHIN = 0.01
"""Share by which the groups of a plan may at most be dearer than the best there are."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Plans:
    """Places today and as planned, and who gets one.

    Parameters
    ----------
    minutes
        One way, rows homes, columns places.
    sizes
        Pupils of a whole group, by programme.
    prices
        Of a place a year, by programme; missing where nobody has said.
    capacity_now
        Today's places, rows places, columns programmes.
    groups_now, groups_planned
        Whole groups, of the same shape.
    free
        Young people of the year planned for within today's places.
    planned
        The same in the planned groups.
    sweep
        Places by the weight of need.
    terms
        What an allocation costs, as `allocate` takes it.
    """

    minutes: pd.DataFrame
    sizes: pd.Series
    prices: pd.Series
    capacity_now: pd.DataFrame
    groups_now: pd.DataFrame
    groups_planned: pd.DataFrame
    free: Allocation
    planned: Allocation
    sweep: WeightSweep
    terms: dict[str, Any]

    @property
    def capacity_planned(self) -> pd.DataFrame:
        """Planned places, rows places and columns programmes."""
        return self.groups_planned * self.sizes

    def allocations(self) -> dict[str, Allocation]:
        """Return both allocations by the name of their plan."""
        return {"free": self.free, "planned": self.planned}


def capacity_plans(study: Any, tables: CapacityTables, wanted: Demand) -> Plans:
    """Return what today's places and the planned groups do for those who will want them.

    Parameters
    ----------
    study
        A capacity study.
    tables
        Places, travel, need and prices.
    wanted
        Demand in the year planned for.

    Returns
    -------
    Plans

    Raises
    ------
    InvalidInput
        A municipality has no travel times.

    Notes
    -----
    A programme gets as many groups as its places at the study's weight hold (`sweep_weights`);
    where they go is what costs least (`plan_groups`, within 1 per cent), among the municipalities
    that offer the programme today. Groups that need asks for and nobody yet
    wishes for go where the programme is largest today: they are offered, and empty. Where places
    are too few every home lacks the same share of its wishes for a programme, as far as ways allow,
    unless the study says otherwise. Introductory programmes take everyone who may enter nothing
    else, whatever the weight.
    """
    codes = list(wanted.wanted.columns)
    now = places_matrix(tables.places, tables.year).reindex(columns=codes).fillna(0.0)
    minutes = _minutes(study, tables, list(now.index))
    sizes = _sizes(tables, codes)
    groups_now = np.ceil(now / sizes - 1e-9).clip(lower=0.0) + 0.0
    terms = terms_of(study)
    sweep = _sweep(study, tables, now.sum(), wanted.wanted.sum(), sizes)
    totals = _totals(sweep, study.need_weight)
    prices = newest_prices(tables.price, study.year).reindex(codes)
    found = plan_groups(
        wanted.wanted,
        minutes,
        groups_now,
        group_size=sizes,
        smallest_group=sizes * study.assumptions.smallest_group,
        total_groups=totals,
        group_cost=prices.fillna(0.0) * sizes,
        travel_limit=terms["travel_limit"],
        unmet_cost=terms["unmet_cost"],
        minute_cost=terms["minute_cost"],
        may_open=False,
        relative_gap=PROVEN_WITHIN,
    )
    planned = _as_matrix(found.groups, groups_now)
    offered = with_rest(planned, groups_now, totals)
    return Plans(
        minutes=minutes,
        sizes=sizes,
        prices=prices,
        capacity_now=now,
        groups_now=groups_now,
        groups_planned=offered,
        free=allocate(wanted.wanted, now, minutes, **terms),
        planned=allocate(wanted.wanted, offered * sizes, minutes, **terms),
        sweep=sweep,
        terms=terms,
    )


def terms_of(study: Any) -> dict[str, Any]:
    """Return what an allocation is judged by, as `allocate` takes it."""
    return {
        "travel_limit": study.assumptions.travel_limit,
        "unmet_cost": study.objective.unmet,
        "minute_cost": study.objective.minute,
        "equity_weight": study.objective.equity,
        "even": study.assumptions.share_evenly,
    }


def with_rest(planned: pd.DataFrame, now: pd.DataFrame, totals: pd.Series) -> pd.DataFrame:
    """Return groups up to the total of each programme, the rest where most are given up.

    Parameters
    ----------
    planned, now
        Groups, rows places and columns programmes.
    totals
        Groups of each programme; missing ones are left as planned.

    Notes
    -----
    One group at a time: first where most of today's groups would end, then where the programme is
    largest today, then by code. A programme that nobody offers today is left alone: where it should
    begin is not known.
    """
    found = planned.copy()
    offered = (now > 0).any()
    for code, total in totals[totals.index.isin(offered.index[offered])].dropna().items():
        for _ in range(round(total - found[code].sum())):
            order = pd.DataFrame({"lost": now[code] - found[code], "now": now[code]})
            order["lost"] = order["lost"].clip(lower=0.0)
            best = order.sort_index().sort_values(["lost", "now"], ascending=False, kind="stable")
            found.loc[best.index[0], code] += 1
    return found


def _minutes(study: Any, tables: CapacityTables, places: list[str]) -> pd.DataFrame:
    wide = minutes_matrix(tables.travel).reindex(index=list(study.places), columns=places)
    faults = [
        Fault("travel", f"holds no minutes from {home} to {place}.", "Add a row for each.")
        for home in wide.index
        for place in wide.columns[wide.loc[home].isna()]
    ]
    if faults:
        raise InvalidInput("nobody can be sent to school:", faults[:20])
    return wide


def _sizes(tables: CapacityTables, codes: list[str]) -> pd.Series:
    """Return the usual size of each programme's groups: the median over places."""
    known = tables.places.dropna(subset="group_size")
    middle = known.groupby("programme")["group_size"].median().reindex(codes)
    return np.ceil(middle.fillna(USUAL.group_size)).astype(float)


def _sweep(
    study: Any, tables: CapacityTables, now: pd.Series, wanted: pd.Series, sizes: pd.Series
) -> WeightSweep:
    """Return places by weight of the programmes for which need is weighed."""
    weighed = [code for code in now.index if programme(code).kind != "introductory"]
    region = study.region or study.country
    need = need_index(tables.need, weighed, year=study.year, region=region)
    weights = sorted({*WEIGHTS, study.need_weight})
    return sweep_weights(
        now[weighed],
        wanted[weighed],
        need,
        step=study.assumptions.need_step,
        weights=weights,
        group_size=sizes[weighed],
        unchanged_within=study.assumptions.unchanged_within,
    )


def _totals(sweep: WeightSweep, weight: float) -> pd.Series:
    rows = sweep.frame[sweep.frame["weight"] == weight]
    return rows.set_index("programme")["groups"]


def _as_matrix(groups: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
    wide = groups.pivot_table(index="place", columns="programme", values="groups", aggfunc="sum")
    return wide.reindex(index=like.index, columns=like.columns).fillna(0.0)
