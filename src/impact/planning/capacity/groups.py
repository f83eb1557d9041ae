"""Places in whole groups: how many classes of each programme to run where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity.allocation import Allocation, allocation_of
from impact.planning.capacity.group_programme import Groups, OneProgramme, solve_groups
from impact.planning.capacity.problem import UNMET_COST, Problem, problem
from impact.planning.capacity.transport import Solution, solve


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GroupPlan:
    """Groups of each programme and place.

    Parameters
    ----------
    groups
        `place, programme, groups_now, groups, group_size, places, admitted, empty, opened, closed`
        wherever there is a group now or as planned.
    allocation
        Who gets a place where in the planned groups (its shadow prices are those of the planned
        places).
    objective
        Travel, unmet, groups, opening and closing, weighted and summed.
    gap
        By how much, as a share, the objective could at most be better: the solver's proof.
    """

    groups: pd.DataFrame
    allocation: Allocation
    objective: float
    gap: float

    @property
    def capacity(self) -> pd.DataFrame:
        """Planned places, rows places and columns programmes."""
        given = self.allocation.problem
        return pd.DataFrame(given.capacity, index=given.places, columns=given.programmes)


def plan_groups(
    demand: pd.DataFrame,
    minutes: pd.DataFrame,
    present: pd.DataFrame,
    *,
    group_size: float | pd.Series,
    smallest_group: float | pd.Series = 1.0,
    total_groups: pd.Series | None = None,
    most_groups: float | pd.DataFrame | None = None,
    may_open: bool = True,
    group_cost: float | pd.Series = 0.0,
    open_cost: float | pd.Series = 0.0,
    close_cost: float | pd.Series = 0.0,
    travel_limit: float = float("inf"),
    unmet_cost: float | pd.Series | pd.DataFrame = UNMET_COST,
    minute_cost: float = 1.0,
    relative_gap: float = 1e-3,
) -> GroupPlan:
    """Return the whole groups that cost least.

    Parameters
    ----------
    demand
        Wanted places, rows homes, columns programmes.
    minutes
        One way, rows homes, columns places.
    present
        Groups today, rows places (all where groups may be), columns programmes.
    group_size
        Most pupils of a group, one or by programme.
    smallest_group
        Fewest pupils of a group that is worth running, one or by programme.
    total_groups
        At most so many groups of a programme altogether, by programme (for example of
        `sweep_weights`); no limit when not given or missing.
    most_groups
        At most so many at a place: one number, or places x programmes; as many as young people
        within reach could fill when not given.
    may_open
        Programmes may start where they are not offered today.
    group_cost
        Per group, in the unit of the objective, one or by programme.
    open_cost, close_cost
        For starting a programme at a place, and for ending it, one or by programme.
    travel_limit, unmet_cost, minute_cost
        As in `allocate`.
    relative_gap
        Largest share by which the answer may be off the optimum. Smaller takes longer: 37 homes,
        37 places and 18 programmes take 3 to 20 seconds.

    Returns
    -------
    GroupPlan
        Always: demand that no viable group can meet is unmet.

    Raises
    ------
    InvalidInput
        As `allocate`; a smallest group above the group size, sizes of 0 or less, groups that are
        not whole.

    Notes
    -----
    Programme by programme: min a sum t_ij x_ij + sum b_i u_i + g sum y_j + opening + closing, with
    sum_j x_ij + u_i = D_i, m y_j <= sum_i x_ij <= s y_j, sum_j y_j <= G, y_j whole. Solved by
    branch and bound (HiGHS).
    """
    given = problem(
        demand, present * 0.0, minutes, travel_limit=travel_limit, unmet_cost=unmet_cost,
        minute_cost=minute_cost,
    )  # fmt: skip
    names = given.programmes
    now = _whole(present, given.places, names)
    by_programme = {
        name: _by_programme(name, value, names)
        for name, value in (
            ("group_size", group_size), ("smallest_group", smallest_group),
            ("group_cost", group_cost), ("open_cost", open_cost), ("close_cost", close_cost),
        )
    }  # fmt: skip
    _check(names, by_programme["group_size"], by_programme["smallest_group"], now)
    most = _most(given.places, names, most_groups)
    most = most if may_open else np.where(now > 0, most, 0.0)
    totals = np.full(len(names), np.inf)
    if total_groups is not None:
        totals = total_groups.reindex(list(names)).astype(float).fillna(np.inf).to_numpy()
    results = []
    for number in range(len(names)):
        one = OneProgramme(
            demand=given.demand[:, number], costs=given.costs[:, number],
            unmet_cost=given.unmet_cost[:, number], present=now[:, number],
            size=by_programme["group_size"][number], most=most[:, number], total=totals[number],
            smallest=by_programme["smallest_group"][number],
            group_cost=by_programme["group_cost"][number],
            open_cost=by_programme["open_cost"][number],
            close_cost=by_programme["close_cost"][number],
        )  # fmt: skip
        results.append(solve_groups(one, relative_gap))
    return _plan(given, now, by_programme["group_size"], results)


def _plan(given: Problem, now: np.ndarray, sizes: np.ndarray, results: list[Groups]) -> GroupPlan:
    """Return the plans of all programmes as one."""
    groups = np.column_stack([one.groups for one in results])
    flows = np.stack([one.flows for one in results], axis=1)
    unmet = np.column_stack([one.unmet for one in results])
    planned = given.with_capacity(groups * sizes)
    cost = float((flows * np.where(flows > 0, given.costs, 0.0)).sum())
    cost += float((given.unmet_cost * unmet).sum())
    solution = Solution(flows, unmet, solve(planned).prices, cost)
    allocation = allocation_of(planned, solution, solution)
    objective = sum(one.objective for one in results)
    off = sum(one.gap * abs(one.objective) for one in results)
    return GroupPlan(
        groups=_table(allocation, now, groups, sizes),
        allocation=allocation,
        objective=objective,
        gap=off / objective if objective > 0 else 0.0,
    )


def _whole(
    present: pd.DataFrame, places: tuple[str, ...], programmes: tuple[str, ...]
) -> np.ndarray:
    named = present.rename(index=str, columns=str)
    wide = named.reindex(index=list(places), columns=list(programmes), fill_value=0.0)
    return wide.to_numpy(dtype=float)


def _table(
    allocation: Allocation, now: np.ndarray, groups: np.ndarray, sizes: np.ndarray
) -> pd.DataFrame:
    given = allocation.problem
    place, programme = np.nonzero((now > 0) | (groups > 0))
    before, after = now[place, programme], groups[place, programme]
    admitted = allocation.solution.flows.sum(axis=0).T[place, programme]
    places = after * sizes[programme]
    return pd.DataFrame(
        {
            "place": np.array(given.places, dtype=object)[place],
            "programme": np.array(given.programmes, dtype=object)[programme],
            "groups_now": before,
            "groups": after,
            "group_size": sizes[programme],
            "places": places,
            "admitted": admitted,
            "empty": np.maximum(places - admitted, 0.0),
            "opened": (before == 0) & (after > 0),
            "closed": (before > 0) & (after == 0),
        }
    )


def _by_programme(what: str, given: float | pd.Series, programmes: tuple[str, ...]) -> np.ndarray:
    if not isinstance(given, pd.Series):
        return np.full(len(programmes), float(given))
    found = given.reindex(list(programmes)).to_numpy(dtype=float)
    faults = [
        Fault(f"{what} of {name}", "is missing.", "Give a number, 0 or more.")
        for name, value in zip(programmes, found, strict=True)
        if not value >= 0
    ]
    if faults:
        raise InvalidInput("groups cannot be planned:", faults)
    return found


def _most(
    places: tuple[str, ...], programmes: tuple[str, ...], given: float | pd.DataFrame | None
) -> np.ndarray:
    if isinstance(given, pd.DataFrame):
        wide = given.reindex(index=list(places), columns=list(programmes))
        return wide.to_numpy(dtype=float, na_value=0.0)
    return np.full((len(places), len(programmes)), np.inf if given is None else float(given))


def _check(
    programmes: tuple[str, ...], sizes: np.ndarray, smallest: np.ndarray, now: np.ndarray
) -> None:
    faults = []
    for name, size, floor in zip(programmes, sizes, smallest, strict=True):
        if not size > 0:
            faults.append(Fault(f"group size of {name}", f"is {size:g}.", "Give one above 0."))
        elif floor > size:
            problem_ = f"is {floor:g}, above the group size {size:g}."
            faults.append(Fault(f"smallest group of {name}", problem_))
    if not ((now >= 0) & (now % 1 == 0)).all():
        faults.append(Fault("present", "holds groups that are not whole.", "Round them first."))
    if faults:
        raise InvalidInput("groups cannot be planned:", faults)
