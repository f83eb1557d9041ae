"""The linear programme behind an allocation: fewest pupils without a place, shortest ways."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from impact.errors import ImpactError
from impact.planning.capacity.constraints import Rows, stacked
from impact.planning.capacity.problem import Problem

NOTHING = 1e-9
"""Flows smaller than this are rounding of the solver."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The optimum in arrays.

    Parameters
    ----------
    flows
        Homes x programmes x places, pupils.
    unmet
        Homes x programmes, pupils without a place.
    prices
        Places x programmes: what the optimum would fall by per place more, from the solver.
    objective
        Travel, unmet, places and equity, weighted and summed.
    """

    flows: np.ndarray
    unmet: np.ndarray
    prices: np.ndarray
    objective: float


def solve(given: Problem, *, without: np.ndarray | None = None) -> Solution:
    """Return the best allocation of a problem.

    Parameters
    ----------
    given
        Any problem; it always has a solution, since nobody must be placed.
    without
        Homes x programmes: so many are to be without a place, and more only where it cannot be
        otherwise. As few as cost least when not given.

    Returns
    -------
    Solution
        One of the best; when several are equally good, always the same one.

    Notes
    -----
    min a sum t_ij x_ipj + sum b_ip u_ip + sum c_pj x_ipj + d z, with sum_j x_ipj + u_ip = D_ip,
    sum_i x_ipj <= K_pj, x_ipj = 0 where t_ij > limit, and z >= sum_pj t_ij x_ipj / D_i for
    every home: z is the longest mean way. Solved by HiGHS.
    """
    from scipy.optimize import linprog

    home, programme, place = _cells(given)
    wishes = np.nonzero(given.demand > 0)
    least = np.zeros_like(given.demand) if without is None else without
    unmet_cost = given.unmet_cost if without is None else _beyond_all(given)
    offers = np.nonzero(given.capacity > 0)
    found = _empty(given)
    flows, wished, offered = len(home), len(wishes[0]), len(offers[0])
    if wished == 0:
        return found
    fair = int(given.equity_weight > 0)
    columns = flows + wished + fair
    at_flow = np.arange(flows)
    balance = Rows(
        np.r_[_numbers(given.demand)[home, programme], np.arange(wished)],
        np.arange(flows + wished), np.ones(flows + wished), (given.demand - least)[wishes],
        (given.demand - least)[wishes],
    )  # fmt: skip
    room = Rows(
        _numbers(given.capacity)[place, programme], at_flow, np.ones(flows),
        np.full(offered, -np.inf), given.capacity[offers],
    )  # fmt: skip
    limits = [room, _longest_mean(given, home, place, columns - 1)] if fair else [room]
    ceilings, _, most = stacked(limits, columns)
    everyone, wanted, _ = stacked([balance], columns)
    minutes = given.minutes[home, place]
    costs = np.r_[
        given.minute_cost * minutes + given.place_cost[place, programme],
        unmet_cost[wishes],
        np.full(fair, given.equity_weight),
    ]
    result = linprog(costs, A_ub=ceilings, b_ub=most, A_eq=everyone, b_eq=wanted, method="highs")
    if result.status != 0:
        raise ImpactError(f"the linear programme was not solved: {result.message}")
    values = np.where(result.x > NOTHING, result.x, 0.0)
    found.flows[home, programme, place] = values[:flows]
    found.unmet[wishes] = least[wishes] + values[flows : flows + wished]
    if without is not None:
        return replace(found, objective=sum(cost_of(given, found.flows, found.unmet).values()))
    found.prices[offers] = np.maximum(-result.ineqlin.marginals[:offered], 0.0)
    return replace(found, objective=float(result.fun))


def cost_of(given: Problem, flows: np.ndarray, unmet: np.ndarray) -> dict[str, float]:
    """Return what an allocation costs: `travel, unmet, places, equity`, whose sum is minimised.

    Parameters
    ----------
    given
        A problem.
    flows
        Homes x programmes x places.
    unmet
        Homes x programmes.
    """
    minutes = np.where(np.isfinite(given.minutes), given.minutes, 0.0)
    travelled = (flows.sum(axis=1) * minutes).sum(axis=1)
    pupils = given.demand.sum(axis=1)
    means = np.divide(travelled, pupils, out=np.zeros(len(pupils)), where=pupils > 0)
    return {
        "travel": float(given.minute_cost * travelled.sum()),
        "unmet": float((given.unmet_cost * unmet).sum()),
        "places": float((given.place_cost * flows.sum(axis=0).T).sum()),
        "equity": float(given.equity_weight * means.max(initial=0.0)),
    }


def _beyond_all(given: Problem) -> np.ndarray:
    """Return a cost that no chain of moves from place to place comes to."""
    ways = float(np.where(np.isfinite(given.costs), given.costs, 0.0).max(initial=0.0))
    pupils = given.demand.sum(axis=1)
    minutes = float(given.minutes[given.reachable].max(initial=0.0))
    uneven = given.equity_weight * minutes / pupils[pupils > 0].min(initial=1.0)
    return np.full_like(given.demand, (ways + uneven + 1.0) * (len(given.places) + 1))


def _longest_mean(given: Problem, home: np.ndarray, place: np.ndarray, column: int) -> Rows:
    """Return that no home's mean way is longer than the last column says."""
    pupils = given.demand.sum(axis=1)
    there = np.flatnonzero(pupils > 0)
    return Rows(
        np.r_[home, there],
        np.r_[np.arange(len(home)), np.full(len(there), column)],
        np.r_[given.minutes[home, place] / pupils[home], np.full(len(there), -1.0)],
        np.full(len(given.homes), -np.inf),
        np.zeros(len(given.homes)),
    )


def _numbers(table: np.ndarray) -> np.ndarray:
    """Return a table that numbers the cells above 0 in their order."""
    found = np.full(table.shape, -1)
    found[table > 0] = np.arange(int((table > 0).sum()))
    return found


def _cells(given: Problem) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return home, programme and place of every flow that may be."""
    may = (
        (given.demand > 0)[:, :, None]
        & (given.capacity.T > 0)[None, :, :]
        & given.reachable[:, None, :]
    )
    return np.nonzero(may)


def _empty(given: Problem) -> Solution:
    homes, programmes, places = len(given.homes), len(given.programmes), len(given.places)
    return Solution(
        np.zeros((homes, programmes, places)),
        np.zeros((homes, programmes)),
        np.zeros((places, programmes)),
        0.0,
    )
