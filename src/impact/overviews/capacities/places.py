"""Places, ways and young people without a place, as tables: today, within them, and as planned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact.overviews.capacities import model
from impact.overviews.capacities.demand import Demand
from impact.overviews.capacities.plans import Plans
from impact.overviews.capacities.tables import SIMULATED, CapacityTables
from impact.planning.capacity.explain_unmet import explain_unmet
from impact.planning.capacity.matrices import minutes_matrix, places_matrix
from impact.planning.capacity.need_classes import need_index
from impact.planning.capacity.programmes import programme
from impact.planning.capacity.shadow_prices import value_of_one_more

NOW, PLANNED = "now", "planned"
NEAR, FAR = 45.0, 60.0
FEW = 5
"""Fewer admitted pupils than this are not told, unless they are simulated."""
ALL = ("applicants", "places", "flows", "travel", "price", "need")
WAYS = ("applicants", "places", "travel", "price", "need")
"""Tables behind a planned figure; when one is simulated, so is the figure."""


def programme_rows(
    study: Any, tables: CapacityTables, wanted: Demand, plans: Plans
) -> pd.DataFrame:
    """Return programmes now and in the year planned for, as of `PROGRAMME_COLUMNS`."""
    need = need_index(
        tables.need, list(wanted.counts.columns), year=study.year,
        region=study.region or study.country,
    )  # fmt: skip
    found = pd.concat([_now(tables, wanted), _then(wanted, plans)], ignore_index=True)
    return found.assign(
        kind=found["programme"].map(lambda code: programme(code).kind),
        need=found["programme"].map(need),
        price=found["programme"].map(plans.prices),
        pressure=(found["demand"] / found["places"]).where(found["places"] > 0),
        status=tables.status("applicants", "places"),
    )[model.PROGRAMME_COLUMNS]


def _now(tables: CapacityTables, wanted: Demand) -> pd.DataFrame:
    codes = list(wanted.counts.columns)
    places = places_matrix(tables.places, tables.year).sum().reindex(codes).fillna(0.0)
    admitted = admitted_now(tables).sum().reindex(codes)
    first = wanted.counts.sum()
    return pd.DataFrame(
        {
            "programme": codes,
            "year": tables.year,
            "demand": first.to_numpy(),
            "lower": np.nan,
            "upper": np.nan,
            "places": places.to_numpy(),
            "admitted": admitted.to_numpy(),
            "unmet": np.nan,
            "empty": (places - admitted).clip(lower=0.0).to_numpy(),
            "shadow_price": np.nan,
        }
    )


def admitted_now(tables: CapacityTables) -> pd.DataFrame:
    """Return who was admitted, rows places and columns programmes; missing where nobody said."""
    told = tables.places.dropna(subset="admitted")
    wide = told.pivot_table(index="place", columns="programme", values="admitted", aggfunc="sum")
    return wide.astype(float)


def _then(wanted: Demand, plans: Plans) -> pd.DataFrame:
    limits = wanted.limits()
    worth = value_of_one_more(plans.free).groupby("programme")["value"].max()
    rows = plans.free.programmes.set_index("programme")
    return rows.assign(
        year=wanted.year,
        lower=limits["lower"],
        upper=limits["upper"],
        shadow_price=worth,
    ).reset_index()


def school_rows(tables: CapacityTables, wanted: Demand, plans: Plans) -> pd.DataFrame:
    """Return programmes by municipality of the school, as of `SCHOOL_COLUMNS`, without one_more."""
    now, groups = plans.capacity_now, plans.groups_planned
    place, code = np.nonzero((now.to_numpy() > 0) | (groups.to_numpy() > 0))
    at = (now.index.to_numpy()[place], now.columns.to_numpy()[code])
    taken = admitted_now(tables).reindex(index=now.index, columns=now.columns).to_numpy()
    sizes = plans.sizes.to_numpy()[code]
    planned = plans.planned.offers.set_index(["place", "programme"])["admitted"]
    keys = pd.MultiIndex.from_arrays(at)
    places = now.to_numpy()[place, code]
    admitted = np.where(places > 0, taken[place, code], 0.0)
    return pd.DataFrame(
        {
            "place": at[0],
            "programme": at[1],
            "year": wanted.year,
            "places": places,
            "groups": plans.groups_now.to_numpy()[place, code],
            "group_size": sizes,
            "admitted": admitted,
            "empty": np.maximum(places - admitted, 0.0),
            "places_planned": groups.to_numpy()[place, code] * sizes,
            "groups_planned": groups.to_numpy()[place, code],
            "admitted_planned": planned.reindex(keys).fillna(0.0).to_numpy(),
            "status": tables.status(*WAYS),
        }
    )


def flow_rows(tables: CapacityTables, plans: Plans) -> pd.DataFrame:
    """Return who travels from where to where, as of `FLOW_COLUMNS`.

    Notes
    -----
    Admitted today in numbers below `FEW` have no number and the status suppressed, unless all of
    them are simulated; where one number of a school's municipality would be hidden alone, its
    smallest other one is hidden too, since places tell how many were admitted altogether.
    """
    parts = [_flows_now(tables)]
    for name, found in plans.allocations().items():
        ways = found.flows.groupby(["home", "place"], as_index=False).agg(
            pupils=("pupils", "sum"), minutes=("minutes", "first")
        )
        parts.append(ways.assign(plan=name, status=tables.status(*WAYS)))
    return pd.concat(parts, ignore_index=True)[model.FLOW_COLUMNS]


def _flows_now(tables: CapacityTables) -> pd.DataFrame:
    if tables.flows.empty:
        return pd.DataFrame(columns=model.FLOW_COLUMNS)
    given = tables.flows.assign(counted=tables.flows["status"] != SIMULATED)
    given["counted"] &= given["n"] > 0
    rows = given.groupby(["home", "place"], as_index=False).agg(
        pupils=("n", "sum"), counted=("counted", "any")
    )
    rows = rows[rows["pupils"] > 0].reset_index(drop=True)
    ways = minutes_matrix(tables.travel)
    pairs = zip(rows["home"], rows["place"], strict=True)
    minutes = [ways.loc[home, place] for home, place in pairs]
    rows = rows.assign(plan=NOW, minutes=minutes, status=tables.status("flows"))
    hidden = _with_another(rows, (rows["pupils"] < FEW) & rows["counted"])
    rows.loc[hidden, "status"] = "suppressed"
    rows["pupils"] = rows["pupils"].mask(hidden)
    return rows


def _with_another(rows: pd.DataFrame, hidden: pd.Series) -> pd.Series:
    """Return which rows are hidden, so that none is the only one of its place."""
    found = hidden.copy()
    for _, there in rows.groupby("place"):
        if hidden[there.index].sum() == 1:
            told = there[~hidden[there.index]]
            order = told.sort_values(["pupils", "home"])
            found[order.index[:1]] = True
    return found


def travel_rows(tables: CapacityTables, plans: Plans) -> pd.DataFrame:
    """Return mean minutes and shares within 45 and 60 by home, as of `TRAVEL_COLUMNS`.

    Notes
    -----
    Today's are of the ways that are told: with those hidden as too few among them, what is hidden
    could be worked out.
    """
    ways = []
    if len(tables.flows):
        told = _wide(_flows_now(tables).dropna(subset="pupils"))
        ways.append((NOW, told, tables.status("flows", "travel")))
    for name, found in plans.allocations().items():
        ways.append((name, _wide(found.flows), tables.status(*WAYS)))
    minutes = minutes_matrix(tables.travel).reindex(index=plans.minutes.index)
    rows = [_travel(minutes, wide).assign(plan=name, status=said) for name, wide, said in ways]
    return pd.concat(rows, ignore_index=True)[model.TRAVEL_COLUMNS]


def _wide(flows: pd.DataFrame) -> pd.DataFrame:
    wide = flows.pivot_table(index="home", columns="place", values="pupils", aggfunc="sum")
    return wide.fillna(0.0)


def _travel(minutes: pd.DataFrame, pupils: pd.DataFrame) -> pd.DataFrame:
    numbers = pupils.reindex(index=minutes.index, columns=minutes.columns).fillna(0.0).to_numpy()
    way, total = minutes.fillna(0.0).to_numpy(), numbers.sum(axis=1)

    def share(weights: Any) -> Any:
        return np.divide(
            (numbers * weights).sum(axis=1), total, out=np.full(len(total), np.nan), where=total > 0
        )

    return pd.DataFrame(
        {
            "home": minutes.index,
            "pupils": total,
            "mean_minutes": share(way),
            "within_45": share(way <= NEAR),
            "within_60": share(way <= FAR),
        }
    )


def unmet_rows(tables: CapacityTables, wanted: Demand, plans: Plans) -> pd.DataFrame:
    """Return who gets no place and why, as of `UNMET_COLUMNS`; of today nobody knows it."""
    barred = wanted.eligible.not_eligible
    parts = [
        explain_unmet(found, not_eligible=barred).assign(plan=name)
        for name, found in plans.allocations().items()
    ]
    status = tables.status(*WAYS)
    return pd.concat(parts, ignore_index=True).assign(status=status)[model.UNMET_COLUMNS]


def sweep_rows(tables: CapacityTables, plans: Plans) -> pd.DataFrame:
    """Return places by weight of need, as of `SWEEP_COLUMNS`."""
    status = tables.status("applicants", "places", "need")
    return plans.sweep.frame.assign(status=status)[model.SWEEP_COLUMNS]


def cost_rows(tables: CapacityTables, plans: Plans) -> pd.DataFrame:
    """Return what the places cost a year, as of `COST_COLUMNS`; places, filled or not."""
    status = tables.status("applicants", "places", "price", "need")
    known = {NOW: plans.capacity_now.sum(), PLANNED: plans.capacity_planned.sum()}
    parts = [_costs(name, np.nan, places, plans) for name, places in known.items()]
    others = known[PLANNED][[c for c in known[PLANNED].index if c not in _weighed(plans)]]
    for weight, rows in plans.sweep.frame.groupby("weight"):
        places = pd.concat([rows.set_index("programme")["places"], others]).sort_index()
        parts.append(_costs("weight", float(weight), places, plans))
    return pd.concat(parts, ignore_index=True).assign(status=status)[model.COST_COLUMNS]


def _weighed(plans: Plans) -> set[str]:
    return set(plans.sweep.frame["programme"])


def _costs(plan: str, weight: float, places: pd.Series, plans: Plans) -> pd.DataFrame:
    price = plans.prices.reindex(places.index)
    return pd.DataFrame(
        {
            "plan": plan,
            "weight": weight,
            "programme": places.index,
            "places": places.to_numpy(),
            "price": price.to_numpy(),
            "amount": (places * price).to_numpy(),
        }
    )
