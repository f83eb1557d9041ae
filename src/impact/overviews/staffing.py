"""Staff that municipalities need in the coming years, beside the staff that stays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
import pandas as pd

from impact.errors import UnknownName
from impact.overviews.model import Overview
from impact.overviews.pupils.forecast import pupil_forecast
from impact.overviews.pupils.model import PupilForecast
from impact.planning.staffing import (
    balancing_ratio,
    hires_a_year,
    limits,
    qualified_share,
    remaining,
    remaining_draws,
    retirement_shares,
    staff_gap,
    staff_need,
)

DRAWS, SEED, COVERAGE = 400, 20260101, 0.8
FRAME = [
    "place",
    "role",
    "year",
    "horizon",
    "children",
    "need",
    "need_lower",
    "need_upper",
    "filled",
    "filled_lower",
    "filled_upper",
    "gap",
    "gap_lower",
    "gap_upper",
]
CLOSING = [
    "place",
    "role",
    "year",
    "stock",
    "hires",
    "hires_lower",
    "hires_upper",
    "balance",
    "qualified",
    "qualified_year",
    "unqualified_posts",
    "qualified_then",
]


@dataclass(frozen=True, slots=True, eq=False)
class StaffingNeeds:
    """Posts needed and filled, by municipality, role and year.

    Parameters
    ----------
    country, origin
        Of the pupils' forecast; origin is None where there is none, and the tables are empty.
    roles
        What the plan says of each role.
    frame
        `FRAME`: posts needed and still filled when nobody is hired, with 80 per cent limits.
        Years before the forecast have `need` alone: at today's ratio.
    closing
        `CLOSING`: the hires a year that meet the last year's need, the children per post at which
        none is needed, and the qualified: share today in per cent, its year, posts held by
        others today, and the share in the last year when all who are hired are qualified.
        `stock` is counted (the analyst's file) or assumed (as many posts as today's need).
    draws
        Role and place to random courses (need, filled), draws by years.
    """

    country: str
    origin: int | None
    roles: Mapping[str, Any]
    frame: pd.DataFrame
    closing: pd.DataFrame
    draws: Mapping[tuple[str, str], tuple[np.ndarray, np.ndarray]]


def staffing_needs(figures: Overview, plan: Any) -> StaffingNeeds:
    """Return the staff that the municipalities of a plan need.

    Parameters
    ----------
    figures
        The country's overview, for the qualified shares.
    plan
        With `places` and `staffing`: roles, ratios and, if any, the stock.

    Returns
    -------
    StaffingNeeds
        Made once per plan and overview. Empty without `staffing` or a forecast of pupils.

    Raises
    ------
    UnknownName
        A role is for a group of children the country has no forecast of.
    """
    told = "" if plan.staffing is None else plan.staffing.model_dump_json()
    return _needs(figures, told, tuple(plan.places))


@lru_cache(maxsize=8)
def _needs(figures: Overview, told: str, places: tuple[str, ...]) -> StaffingNeeds:
    staffing = json.loads(told) if told else None
    ahead = pupil_forecast(figures)
    if staffing is None or ahead.origin is None:
        empty = pd.DataFrame(columns=FRAME), pd.DataFrame(columns=CLOSING)
        return StaffingNeeds(figures.country, None, {}, *empty, {})
    rows, closing, kept = [], [], {}
    for name, role in staffing["roles"].items():
        counted, central, drawn = _children(ahead, role, staffing["years"])
        shares = _newest_shares(figures, role["qualified"])
        for place in places:
            if place in drawn[0] and place in counted.index:
                one = _one(staffing, name, place, counted.loc[place], central.loc[place], drawn)
                rows += one.rows
                closing.append({**one.closing, **_qualified(one, shares.get(place))})
                kept[(name, place)] = one.draws
    return StaffingNeeds(
        figures.country,
        ahead.origin,
        staffing["roles"],
        pd.DataFrame(rows, columns=FRAME),
        pd.DataFrame(closing, columns=CLOSING),
        kept,
    )


@dataclass(frozen=True, slots=True)
class _One:
    rows: list[dict[str, Any]]
    closing: dict[str, Any]
    draws: tuple[np.ndarray, np.ndarray]
    posts: float
    staying: np.ndarray
    own_share: float | None


Drawn = tuple[tuple[str, ...], list[np.ndarray]]


def _children(
    ahead: PupilForecast, role: Mapping[str, Any], years: int
) -> tuple[pd.DataFrame, pd.DataFrame, Drawn]:
    """Return children so far, children to come, and random courses of them."""
    group = role["group"]
    if group in ahead.group_names:
        key: int | str = group
        table = ahead.groups[ahead.groups["group"] == group]
    elif group.startswith("grade:") and int(group[6:]) in set(ahead.frame["grade"]):
        key = int(group[6:])
        table = ahead.frame[ahead.frame["grade"] == key]
    else:
        raise UnknownName("group of children", group, ahead.group_names)
    table = table.assign(pupils=table["pupils"] * role["scale"])
    wide = {
        name: part.pivot(index="place", columns="year", values="pupils")
        for name, part in table.groupby("scenario")
    }
    central = wide["central"]
    central = central[[year for year in central.columns if year <= ahead.origin + years]]
    courses = [ahead.draws(key, int(year), DRAWS, SEED) for year in central.columns]
    codes = tuple(code for code in courses[0][0] if all(code in known for known, _ in courses))
    drawn = [
        role["scale"] * one[:, [known.index(code) for code in codes]] for known, one in courses
    ]
    return wide["counted"], central, (codes, drawn)


def _one(
    staffing: Mapping[str, Any],
    name: str,
    place: str,
    counted: pd.Series,
    central: pd.Series,
    drawn: Drawn,
) -> _One:
    """Return need, filled posts and what closes the gap, for one role and municipality."""
    role = staffing["roles"][name]
    ratio, leaving = role["pupils_per_post"], role["leaving"]
    years = len(central)
    today = staff_need(counted.dropna().to_numpy(), ratio)[-1]
    own = [row for row in staffing["stock"] if (row["place"], row["role"]) == (place, name)]
    posts = sum(row["full_time"] for row in own) if own else float(today)
    retiring = _retiring(own, years, staffing["retirement_age"], role)
    filled = remaining(posts, retiring, leaving)
    courses = remaining_draws(posts, retiring, leaving, DRAWS, _seed(name, place))
    at = drawn[0].index(place)
    needs = staff_need(np.column_stack([one[:, at] for one in drawn[1]]), ratio)
    need = staff_need(central.to_numpy(), ratio)
    rows = [
        {"place": place, "role": name, "year": int(year), "children": value,
         "horizon": int(year) - int(counted.index.max()), "need": value / ratio}
        for year, value in counted.dropna().items()
    ]  # fmt: skip
    rows += _rows(place, name, central, (need, needs), (filled, courses))
    staying = (1 - retiring) * (1 - leaving)
    hires = hires_a_year(posts, need[-1], staying)
    drawn_hires = hires_a_year(posts, needs[:, -1], staying, courses[:, -1])
    low, high = limits(drawn_hires, COVERAGE)
    closing = {
        "place": place,
        "role": name,
        "year": int(central.index[-1]),
        "stock": "counted" if own else "assumed",
        "hires": float(hires),
        "hires_lower": float(low),
        "hires_upper": float(high),
        "balance": float(balancing_ratio(central.iloc[-1], filled[-1])),
    }
    qualified = sum(row["full_time"] for row in own if row["qualified"])
    share = qualified / posts if own and posts else None
    return _One(rows, closing, (needs, courses), posts, staying, share)


def _retiring(
    own: list[dict[str, Any]], years: int, retirement_age: int, role: Mapping[str, Any]
) -> np.ndarray:
    """Return the share that retires each year: from the stock's ages, else as assumed."""
    if not own:
        return np.full(years, role["retiring"])
    bands: dict[tuple[int, int], float] = {}
    for row in own:
        band = (row["first_age"], row["last_age"])
        bands[band] = bands.get(band, 0.0) + row["full_time"]
    return retirement_shares(bands, years, retirement_age, role["leaving"])


def _seed(role: str, place: str) -> int:
    """Return a seed of its own for every role and place, whatever else is calculated."""
    return SEED + crc32(f"{role} {place}".encode())


def _rows(
    place: str,
    role: str,
    central: pd.Series,
    need: tuple[np.ndarray, np.ndarray],
    filled: tuple[np.ndarray, np.ndarray],
) -> list[dict[str, Any]]:
    gap = staff_gap(need[0], filled[0]), staff_gap(need[1], filled[1])
    columns: dict[str, np.ndarray] = {"children": central.to_numpy()}
    for name, (middle, courses) in (("need", need), ("filled", filled), ("gap", gap)):
        low, high = limits(courses, COVERAGE)
        columns |= {name: middle, f"{name}_lower": low, f"{name}_upper": high}
    return [
        {"place": place, "role": role, "year": int(year), "horizon": at + 1}
        | {name: float(values[at]) for name, values in columns.items()}
        for at, year in enumerate(central.index)
    ]


def _newest_shares(figures: Overview, indicator: str | None) -> dict[str, tuple[float, int]]:
    """Return the newest share in per cent that is not too old, and its year, by place."""
    values = figures.values
    mine = values[(values["indicator"] == indicator) & (values["group"] == "total")]
    mine = mine[mine["value"].notna() & (mine["year"] >= figures.year - figures.max_age)]
    newest = mine.sort_values("year").drop_duplicates("place", keep="last")
    pairs = zip(newest["value"].astype(float), newest["year"].astype(int), strict=True)
    return dict(zip(newest["place"], pairs, strict=True))


def _qualified(one: _One, published: tuple[float, int] | None) -> dict[str, Any]:
    """Return the qualified share today, from the stock or the figures, and what hires do to it."""
    share, year = one.own_share, None
    if share is None and published is not None:
        share, year = published[0] / 100, published[1]
    if share is None:
        return {}
    then = qualified_share(share, one.posts, one.closing["hires"], one.staying)[-1]
    return {
        "qualified": 100 * share,
        "qualified_year": year,
        "unqualified_posts": one.posts * (1 - share),
        "qualified_then": 100 * float(then),
    }
